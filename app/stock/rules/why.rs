//! The story behind a number: why is it 47?

use crate::{ByChannel, HeldBy, KeptBack};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::{Channel, Kind, LocationId, Operation, Permission, PostingId, PostingKind, Quantity, Reason, Status, StoreId, VariantId};

/// Most movements a story is told from; what lies before them is carried over as one number.
pub const STORY_MAX: usize = 200;

/// Asks how what is on hand came about: in a store, or at one place.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WhyOnHand {
    pub variant: VariantId,
    /// This or a location.
    #[serde(default)]
    pub store: Option<StoreId>,
    #[serde(default)]
    pub location: Option<LocationId>,
    /// Only what is in this state; all of it unless said.
    #[serde(default)]
    pub status: Option<Status>,
    /// Tells what is available by this way of selling; over the shop's own counter unless said.
    #[serde(default)]
    pub channel: Option<Channel>,
}

/// How a number came about. What it begins with and all parts together are exactly what is on hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OnHandStory {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub store: StoreId,
    pub location: Option<LocationId>,
    /// The code of the place asked about; empty for a store.
    pub location_code: String,
    pub status: Option<Status>,
    /// Nothing ever moved here: not known, which is not nought.
    pub known: bool,
    pub begins: Option<StoryStart>,
    pub parts: Vec<StoryPart>,
    pub on_hand: Quantity,
    /// Of a store in all states: what of it may not be sold, because it is damaged or in quarantine.
    pub not_for_sale: Option<Quantity>,
    /// Of a store in all states.
    pub promised: Option<Quantity>,
    /// Who is promised it, newest first: at most 20. Of a store in all states.
    pub held_by: Vec<HeldBy>,
    /// What is kept back from the way of selling that was asked for, and by which rule.
    pub kept: Vec<KeptBack>,
    /// Of a store in all states: what may still be sold, by the way that was asked for.
    pub available: Option<Quantity>,
    /// The same for every way.
    pub by_channel: Option<ByChannel>,
    pub as_of: DateTime<Utc>,
}

/// What a story begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoryStart {
    pub kind: StartKind,
    /// What was there then.
    pub amount: Quantity,
    pub at: DateTime<Utc>,
    pub who: String,
    /// None where it is carried over.
    pub posting: Option<PostingId>,
    pub reference: String,
}

/// Why a story begins where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StartKind {
    /// Somebody counted.
    Counted,
    /// It was there when the books began.
    Opened,
    /// There is more before, which is not told.
    Carried,
}

/// Movements of one kind, together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoryPart {
    pub kind: PostingKind,
    pub reason: Option<Reason>,
    pub change: Quantity,
    /// How many postings; the rest tells of the last one.
    pub postings: usize,
    pub at: DateTime<Utc>,
    pub who: String,
    pub posting: PostingId,
    pub document_kind: String,
    #[schema(value_type = String, format = "uuid")]
    pub document: Uuid,
    pub reference: String,
}

impl Operation for WhyOnHand {
    type Reply = OnHandStory;
    const NAME: &'static str = "stock.why_on_hand";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What one posting changed of the number asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryLeg {
    pub posting: PostingId,
    pub kind: PostingKind,
    pub reason: Option<Reason>,
    pub change: Quantity,
    pub at: DateTime<Utc>,
    pub who: String,
    pub document_kind: String,
    pub document: Uuid,
    pub reference: String,
}

/// Tells a number's story from its last movements, oldest first: from the last count or opening among them, else from
/// what was carried over. `more` says that there are movements before these. Start and parts always sum to `on_hand`.
#[must_use]
pub fn decide_story(legs: &[StoryLeg], on_hand: Quantity, more: bool) -> (Option<StoryStart>, Vec<StoryPart>) {
    let legs = by_posting(legs);
    let told: Quantity = legs.iter().map(|leg| leg.change).sum();
    let begins_at = legs.iter().rposition(|leg| matches!(leg.kind, PostingKind::Count | PostingKind::Opening));
    if let Some(at) = begins_at
        && let Some((before, rest)) = legs.split_at_checked(at + 1)
        && let Some(leg) = before.last()
    {
        let since: Quantity = rest.iter().map(|leg| leg.change).sum();
        let kind = if leg.kind == PostingKind::Count { StartKind::Counted } else { StartKind::Opened };
        let start = StoryStart {
            kind,
            amount: on_hand - since,
            at: leg.at,
            who: leg.who.clone(),
            posting: Some(leg.posting),
            reference: leg.reference.clone(),
        };
        return (Some(start), grouped(rest));
    }
    let carried = on_hand - told;
    let start = legs.first().filter(|_| more || !carried.is_zero()).map(|leg| StoryStart {
        kind: StartKind::Carried,
        amount: carried,
        at: leg.at,
        who: String::new(),
        posting: None,
        reference: String::new(),
    });
    (start, grouped(&legs))
}

/// One leg for each posting: what it took from one bin and put into another of the same store is no change of the store.
fn by_posting(legs: &[StoryLeg]) -> Vec<StoryLeg> {
    let mut all: Vec<StoryLeg> = Vec::new();
    for leg in legs {
        match all.last_mut() {
            Some(last) if last.posting == leg.posting => last.change += leg.change,
            _ => all.push(leg.clone()),
        }
    }
    all
}

/// Postings of a kind (and reason) together, in the order in which each kind first came.
fn grouped(legs: &[StoryLeg]) -> Vec<StoryPart> {
    let mut parts: Vec<StoryPart> = Vec::new();
    for leg in legs.iter().filter(|leg| !leg.change.is_zero()) {
        match parts.iter_mut().find(|part| part.kind == leg.kind && part.reason == leg.reason) {
            Some(part) => {
                part.change += leg.change;
                part.postings += 1;
                part.at = leg.at;
                part.who.clone_from(&leg.who);
                part.posting = leg.posting;
                part.document_kind.clone_from(&leg.document_kind);
                part.document = leg.document;
                part.reference.clone_from(&leg.reference);
            }
            None => parts.push(StoryPart {
                kind: leg.kind,
                reason: leg.reason,
                change: leg.change,
                postings: 1,
                at: leg.at,
                who: leg.who.clone(),
                posting: leg.posting,
                document_kind: leg.document_kind.clone(),
                document: leg.document,
                reference: leg.reference.clone(),
            }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use PostingKind as K;

    fn leg(number: u128, kind: PostingKind, change: i32) -> StoryLeg {
        StoryLeg {
            posting: PostingId(Uuid::from_u128(number)),
            kind,
            reason: None,
            change: Quantity::whole(change),
            at: DateTime::UNIX_EPOCH,
            who: String::new(),
            document_kind: String::new(),
            document: Uuid::nil(),
            reference: String::new(),
        }
    }

    fn told(legs: &[StoryLeg], on_hand: i32, more: bool) -> (Option<(StartKind, i32)>, Vec<(PostingKind, i32, usize)>) {
        let number = |quantity: Quantity| quantity.to_string().parse().unwrap();
        let (start, parts) = decide_story(legs, Quantity::whole(on_hand), more);
        let sum: Quantity = start.iter().map(|start| start.amount).chain(parts.iter().map(|part| part.change)).sum();
        assert_eq!(sum, Quantity::whole(on_hand), "the story ends in the number");
        (
            start.map(|start| (start.kind, number(start.amount))),
            parts.into_iter().map(|part| (part.kind, number(part.change), part.postings)).collect(),
        )
    }

    /// The example of look/item.html.
    #[test]
    fn why_fifty_three() {
        let legs = [
            leg(1, K::Receipt, 60),
            leg(2, K::Count, -19),
            leg(3, K::Receipt, 24),
            leg(4, K::Sale, -9),
            leg(5, K::Sale, -4),
            leg(6, K::SaleReturn, 1),
        ];
        let (start, parts) = told(&legs, 53, false);
        assert_eq!(start, Some((StartKind::Counted, 41)));
        assert_eq!(parts, [(K::Receipt, 24, 1), (K::Sale, -13, 2), (K::SaleReturn, 1, 1)]);
    }

    #[test]
    fn a_move_inside_the_store_is_no_part_of_its_story() {
        let legs = [leg(1, K::Receipt, 10), leg(2, K::Move, -4), leg(2, K::Move, 4), leg(3, K::Sale, -1)];
        assert_eq!(told(&legs, 9, false), (None, vec![(K::Receipt, 10, 1), (K::Sale, -1, 1)]));
    }

    #[test]
    fn what_lies_before_is_carried_over() {
        let legs = [leg(8, K::Sale, -2), leg(9, K::Sale, -3)];
        assert_eq!(told(&legs, 7, true), (Some((StartKind::Carried, 12)), vec![(K::Sale, -5, 2)]));
        // A count that is the newest movement is the whole story.
        assert_eq!(told(&[leg(9, K::Count, 3)], 7, true), (Some((StartKind::Counted, 7)), Vec::new()));
        assert_eq!(told(&[], 0, false), (None, Vec::new()));
    }
}
