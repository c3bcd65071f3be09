//! What a room plans: a posting of lines, each line of legs that sum to nought.

use crate::{kits::Bundle, places::Place};
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::{LocationId, LotId, PostingId, PostingKind, Quantity, Ratio, Reason, Status, StoreId, VariantId};

/// One change of stock, whole or not at all.
#[derive(Clone, Debug)]
pub struct Posting {
    pub kind: PostingKind,
    /// The store in whose history it stands.
    pub store: StoreId,
    pub reason: Option<Reason>,
    pub note: String,
    pub document: Document,
    /// When it happened; may lie before now.
    pub occurred_at: DateTime<Utc>,
    /// The same as the store's day.
    pub business_date: NaiveDate,
    pub lines: Vec<Line>,
    /// Which of the lines were told as a kit; that their numbers follow each other is the planner's word.
    pub kits: Vec<Bundle>,
    /// The posting whose lines these take back, line for line.
    pub reverses: Option<PostingId>,
    /// It takes back what a count posted: that stands no longer.
    pub uncounts: bool,
}

/// The document a posting comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// `transfer`, `count`, `import`, `sale` …; empty for none.
    pub kind: &'static str,
    pub id: Uuid,
    /// Its number as people know it: a till's receipt, a delivery note.
    pub reference: String,
}

/// What happened to one variant: as much goes in as comes out.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number in the posting; a reversal's lines carry the numbers of the lines they take back.
    pub number: i32,
    /// The field to blame when there is not enough.
    pub field: String,
    pub legs: Vec<Leg>,
    /// What one unit cost, as far as is known, in the tenant's currency.
    pub unit_cost: Option<Decimal>,
    /// When this line happened, where that is not when the posting did: each line of a count has its own moment, and what a
    /// counter-entry corrects happened when what it takes back did.
    pub at: Option<DateTime<Utc>>,
    /// What was typed, where that named another unit than the base unit.
    pub entered: Option<Entered>,
}

/// What was typed of a line, in the unit that it named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    pub unit: String,
    pub quantity: Quantity,
    /// How many base units one of it is on the day.
    pub ratio: Ratio,
    /// The same in the base unit.
    pub base: Quantity,
}

/// How much of a line is of which lot; of [`LotId::NONE`] where the item is not tracked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub lot: LotId,
    pub quantity: Quantity,
}

impl Share {
    /// All of a line whose item is not tracked.
    #[must_use]
    pub fn untracked(quantity: Quantity) -> Vec<Self> {
        vec![Self { lot: LotId::NONE, quantity }]
    }
}

/// A signed quantity at a place.
#[derive(Clone, Copy, Debug)]
pub struct Leg {
    pub place: Place,
    pub variant: VariantId,
    pub lot: LotId,
    pub status: Status,
    pub quantity: Quantity,
}

impl Line {
    /// `quantity` of a variant from one place to another, in one status.
    #[must_use]
    pub fn moved(number: i32, variant: VariantId, quantity: Quantity, status: Status, from: Place, to: Place) -> Self {
        let leg = |place, quantity| Leg { place, variant, lot: LotId::NONE, status, quantity };
        Self::of(number, "quantity", vec![leg(from, -quantity), leg(to, quantity)])
    }

    /// `shares` of a variant's lots from one place to another, in one status.
    #[must_use]
    pub fn shared(number: i32, variant: VariantId, shares: &[Share], status: Status, from: Place, to: Place) -> Self {
        let leg = |place, share: &Share, quantity| Leg { place, variant, lot: share.lot, status, quantity };
        let legs = shares.iter().flat_map(|share| [leg(from, share, -share.quantity), leg(to, share, share.quantity)]);
        Self::of(number, "quantity", legs.collect())
    }

    /// A line of any legs.
    #[must_use]
    pub fn of(number: i32, field: impl Into<String>, legs: Vec<Leg>) -> Self {
        Self { number, field: field.into(), legs, unit_cost: None, at: None, entered: None }
    }

    #[must_use]
    pub fn blaming(mut self, field: impl Into<String>) -> Self {
        self.field = field.into();
        self
    }

    #[must_use]
    pub fn entered(mut self, entered: Option<Entered>) -> Self {
        self.entered = entered;
        self
    }

    #[must_use]
    pub fn happening(mut self, at: Option<DateTime<Utc>>) -> Self {
        self.at = at;
        self
    }

    #[must_use]
    pub fn costing(mut self, unit_cost: Option<Decimal>) -> Self {
        self.unit_cost = unit_cost;
        self
    }
}

impl Posting {
    /// A posting that happened now.
    #[must_use]
    pub fn new(kind: PostingKind, places: &crate::StorePlaces, at: DateTime<Utc>, lines: Vec<Line>) -> Self {
        Self {
            kind,
            store: places.store,
            reason: None,
            note: String::new(),
            document: Document::default(),
            occurred_at: at,
            business_date: places.business_date(at),
            lines,
            kits: Vec::new(),
            reverses: None,
            uncounts: false,
        }
    }
}

impl Posting {
    /// It brings to real places more than it takes from them.
    #[must_use]
    pub fn brings(&self) -> bool {
        let legs = self.lines.iter().flat_map(|line| &line.legs);
        legs.filter(|leg| !leg.place.kind.is_virtual()).map(|leg| leg.quantity).sum::<Quantity>().is_positive()
    }
}

/// Stock that a count has found to be as it is: what happened before `at` changes nothing of it any more.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    pub store: StoreId,
    pub location: LocationId,
    pub variant: VariantId,
    pub lot: LotId,
    pub status: Status,
    /// When it was counted.
    pub at: DateTime<Utc>,
    /// The count.
    pub document: Uuid,
}

/// A posting as it was written.
#[derive(Clone, Debug)]
pub struct Posted {
    pub id: PostingId,
    pub kind: PostingKind,
    /// In whose history it stands.
    pub store: StoreId,
    pub legs: Vec<PostedLeg>,
    /// What was posted beside it so that counts stand.
    pub also: Vec<Posted>,
}

/// A leg as it was written: with its place in its key's order.
#[derive(Clone, Copy, Debug)]
pub struct PostedLeg {
    pub line: i32,
    pub leg: Leg,
    /// 0 at a virtual place.
    pub seq: i64,
    pub balance_after: Quantity,
}

impl Posted {
    /// It and all that was posted beside it, in the order in which that was written.
    #[must_use]
    pub fn all(&self) -> Vec<&Self> {
        let mut all: Vec<&Self> = std::iter::once(self).chain(&self.also).collect();
        all.sort_unstable_by_key(|posted| posted.id);
        all
    }

    /// What the posting left at a place.
    #[must_use]
    pub fn balance(&self, place: &Place, variant: VariantId, status: Status) -> Option<Quantity> {
        self.legs
            .iter()
            .rev()
            .find(|posted| posted.leg.place.location == place.location && posted.leg.variant == variant && posted.leg.status == status)
            .map(|posted| posted.balance_after)
    }
}
