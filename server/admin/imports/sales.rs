//! A till's lines: what was sold goes, what came back comes, and a line that is in the books already does nothing.

use super::{
    scope::{Grounds, Scope, StoreGround},
    stock::{Balances, Spot, document, item_archived, key_of, place, unknown_item},
    variants::{Match, Told},
    weigh::{Mode, Rank, Subject, Weighed, subjects},
};
use crate::import::{Field, RowProblem, SaleKind, SaleRow, problem::row as code, seen::print};
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use ledger::{
    Leg, Line, Posting,
    kits::{self, Bundle},
    read::VariantFacts,
};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{HashMap, HashSet};
use stock_rules::{check_occurred_at, decide_takings};
use vocabulary::{Code, LotId, PlaceKind, PostingKind, Quantity, QuantityError, Reason, Status, StoreId, VariantId, decide_makes, decide_taken};

pub(crate) async fn weigh(tx: &mut Tx, scope: &Scope, rows: &[&SaleRow], mode: &mut Mode<'_>, weighed: &mut Weighed) -> Result<(), OpError> {
    let mut placed: Vec<(&SaleRow, StoreId, [u8; 16])> = Vec::with_capacity(rows.len());
    for row in rows {
        if matches!(row.kind, SaleKind::NotStock(_)) {
            weighed.rank(row.line, Rank::NotStock);
        } else if let Some(store) = place(scope, row.line, row.location.as_deref(), mode, weighed) {
            placed.push((row, store, identity(row, store)));
        }
    }
    let mut booked = known(tx, placed.iter().map(|(.., print)| *print).collect()).await?;
    if let Mode::Check(pending) = mode {
        booked.extend(placed.iter().map(|(.., print)| *print).filter(|print| pending.prints.contains(print)));
    }
    let grounds = Grounds::load(tx, placed.iter().map(|(_, store, _)| *store).collect()).await?;
    let told: Vec<Told<'_>> =
        placed.iter().map(|(row, ..)| Told { sku: row.sku.as_deref(), barcodes: &row.barcodes, group: None, options: &[], name: None }).collect();
    let subjects = subjects(tx, &told, mode).await?;
    let made_of = MadeOf::load(tx, &subjects).await?;
    let ids = subjects.iter().filter_map(|subject| subject.as_ref().ok().and_then(Subject::id)).chain(made_of.components()).collect();
    let mut balances = Balances::load(tx, ids, mode).await?;
    let now = tx.now();
    for ((row, store, print), subject) in placed.into_iter().zip(subjects) {
        let Some(ground) = grounds.0.get(&store) else { continue };
        if booked.contains(&print) {
            weighed.rank(row.line, Rank::Unchanged);
            continue;
        }
        let subject = match subject {
            Ok(subject) => subject,
            Err(unknown) => {
                weighed.refuse(row.line, row.nth, &row.raw, vec![unknown_item(scope, row.line, &row.raw, &unknown)]);
                continue;
            }
        };
        match one(scope, row, &subject, &made_of, ground, &mut balances, mode, now) {
            Ok(line) => {
                weighed.rank(row.line, Rank::New);
                weighed.moves(row.effect(), subject.cost());
                booked.insert(print);
                match mode {
                    Mode::Check(pending) => {
                        pending.prints.insert(print);
                    }
                    Mode::Run => weighed.prints.push(print),
                }
                add(scope, row, ground, line, weighed);
            }
            Err(Refusal::Wrong(problem)) => {
                if problem.code() == code::SALE_SHORT {
                    weighed.figures.short += 1;
                    if let Mode::Check(pending) = mode {
                        pending.short.insert(row.line);
                    }
                }
                weighed.refuse(row.line, row.nth, &row.raw, vec![*problem]);
            }
            Err(Refusal::Failed(error)) => return Err(error),
        }
    }
    Ok(())
}

/// What tells one line of a till from every other.
fn identity(row: &SaleRow, store: StoreId) -> [u8; 16] {
    let item = row.sku.clone().or_else(|| row.barcodes.first().map(Code::key)).unwrap_or_default();
    let price = row.unit_price.map_or_else(String::new, |price| price.normalize().to_string());
    let receipt = row.receipt.as_deref().unwrap_or_default();
    print(&["sale", &store.to_string(), receipt, &item, &row.quantity.to_string(), &price, &row.at.written(), &row.nth.to_string()])
}

/// Of these lines, those that are in the books.
async fn known(tx: &mut Tx, prints: Vec<[u8; 16]>) -> Result<HashSet<[u8; 16]>, OpError> {
    let (mut found, tenant) = (HashSet::new(), tx.tenant());
    for prints in prints.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new("SELECT print FROM import_sale WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND print IN ");
        push_list(&mut select, prints.iter().map(|print| print.to_vec()));
        let rows: Vec<(Vec<u8>,)> = select.build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows.into_iter().filter_map(|(print,)| <[u8; 16]>::try_from(print).ok()));
    }
    Ok(found)
}

/// A line that can be booked.
struct Booked {
    at: DateTime<Utc>,
    /// What it moves of each variant, with what that cost: of a kit its components.
    lines: Vec<(Vec<Leg>, Option<Decimal>)>,
    kit: Option<VariantId>,
}

/// What the kits of a file are made of.
struct MadeOf {
    kits: HashMap<VariantId, Vec<kits::Component>>,
    facts: HashMap<VariantId, VariantFacts>,
}

impl MadeOf {
    async fn load(tx: &mut Tx, subjects: &[Result<Subject, Match>]) -> Result<Self, OpError> {
        let named: Vec<VariantId> = subjects.iter().filter_map(|subject| subject.as_ref().ok().and_then(Subject::kit)).collect();
        let kits = if named.is_empty() { HashMap::new() } else { kits::of(tx, &named).await? };
        let ids: Vec<VariantId> = kits.values().flatten().map(|part| part.variant).collect();
        let facts = if ids.is_empty() { HashMap::new() } else { ledger::read::variants(tx, &ids).await? };
        Ok(Self { kits, facts })
    }

    fn components(&self) -> impl Iterator<Item = VariantId> {
        self.facts.keys().copied()
    }

    /// What a row takes of which variant: so much of its own, or of the components of its kit; nothing of what is only coming.
    fn parts<'a>(&'a self, subject: &'a Subject, effect: Quantity) -> Result<Vec<(&'a VariantFacts, Quantity)>, QuantityError> {
        let Subject::Known { facts, .. } = subject else { return Ok(Vec::new()) };
        let Some(components) = self.kits.get(&facts.id) else { return Ok(vec![(facts, effect)]) };
        let known = components.iter().filter_map(|part| Some((self.facts.get(&part.variant)?, part.quantity)));
        known.map(|(facts, each)| Ok((facts, decide_taken(effect, each)?))).collect()
    }
}

enum Refusal {
    Wrong(Box<RowProblem>),
    Failed(OpError),
}

impl From<OpError> for Refusal {
    fn from(error: OpError) -> Self {
        Self::Failed(error)
    }
}

#[expect(clippy::too_many_arguments, reason = "all that a row is weighed against")]
fn one(
    scope: &Scope,
    row: &SaleRow,
    subject: &Subject,
    made_of: &MadeOf,
    ground: &StoreGround,
    balances: &mut Balances,
    mode: &mut Mode<'_>,
    now: DateTime<Utc>,
) -> Result<Booked, Refusal> {
    let wrong = |field: Field, code: &str| {
        let sent = scope.facts.mapping.of(field).next().and_then(|index| row.raw.0.get(index)).unwrap_or_default();
        RowProblem::new(row.line, scope.title(field), sent, code)
    };
    let effect = row.effect();
    let kit = subject.kit();
    if kit.is_some() && row.kind == SaleKind::Adjustment {
        return Err(Refusal::Wrong(Box::new(wrong(Field::Quantity, code::KIT))));
    }
    if (subject.whole() || kit.is_some()) && !effect.is_whole() {
        return Err(Refusal::Wrong(Box::new(wrong(Field::Quantity, code::STOCK_FRACTION))));
    }
    if subject.is_archived() && !effect.is_negative() {
        return Err(Refusal::Wrong(Box::new(item_archived(scope, row.line, &row.raw))));
    }
    let at = check_occurred_at("at", Some(instant(row, ground.places.zone, now)), now)
        .map_err(|error| Refusal::Wrong(Box::new(RowProblem { said: error.said, ..wrong(Field::SoldAt, "") })))?;
    if let Some(said) = ground.places.closed(at) {
        return Err(Refusal::Wrong(Box::new(RowProblem { said, ..wrong(Field::SoldAt, "") })));
    }
    let parts = made_of.parts(subject, effect).map_err(|_| Refusal::Wrong(Box::new(wrong(Field::Quantity, code::NUMBER_TOO_LARGE))))?;
    let (mut lines, mut makes): (Vec<(Vec<Leg>, Option<Decimal>)>, Vec<(Quantity, Quantity)>) = Default::default();
    let mut short = None;
    for (known, effect) in parts {
        // Of which lot something came back, or which piece went, a till's file does not say.
        if known.tracking.is_serial() || known.tracking.is_tracked() && !effect.is_negative() {
            return Err(Refusal::Wrong(Box::new(wrong(Field::Quantity, code::SALE_TRACKED))));
        }
        if known.archived && kit.is_some() {
            return Err(Refusal::Wrong(Box::new(item_archived(scope, row.line, &row.raw))));
        }
        let (legs, available) = legs(row, known, effect, ground, balances, at)?;
        if let Some(available) = available {
            short = Some(available);
            // One kit takes as much of it as all take, over their number.
            makes.push((available, effect.abs()));
        }
        lines.push((legs, known.cost));
    }
    if let Some(available) = short {
        let wanted = row.effect().abs();
        let makes = || makes.iter().map(|(available, all)| part_of(*available, *all, wanted)).min().unwrap_or_default();
        let available = if kit.is_some() { makes() } else { available };
        let problem = wrong(Field::Quantity, code::SALE_SHORT).with("available", available).with("wanted", wanted);
        return Err(Refusal::Wrong(Box::new(problem)));
    }
    let changes = |leg: &&Leg| leg.place.kind.holds_stock() && !balances.is_settled(&key_of(leg), at);
    for leg in lines.iter().flat_map(|(legs, _)| legs).filter(changes).copied().collect::<Vec<_>>() {
        balances.book(&leg, mode);
    }
    Ok(Booked { at, lines, kit })
}

/// How many whole ones of `wanted` can be made where all of them take `all` of what there is `available` of.
fn part_of(available: Quantity, all: Quantity, wanted: Quantity) -> Quantity {
    let each = all.decimal().checked_div(wanted.decimal()).and_then(|each| Quantity::new(each).ok());
    each.map_or(Quantity::ZERO, |each| decide_makes(std::iter::once((available, each))))
}

/// The legs of what a row takes or brings of a variant; and what there is of it, where that is not enough.
fn legs(
    row: &SaleRow,
    known: &VariantFacts,
    effect: Quantity,
    ground: &StoreGround,
    balances: &Balances,
    at: DateTime<Utc>,
) -> Result<(Vec<Leg>, Option<Quantity>), OpError> {
    let variant = known.id;
    let leg = |place, lot, quantity| Leg { place, variant, lot, status: Status::Available, quantity };
    let (default, mut legs, mut short) = (ground.places.default, Vec::new(), None);
    if effect.is_negative() {
        let wanted = effect.abs();
        let standing = balances.standing(ground, variant, Status::Available, at, ground.places.business_date(at));
        let available = standing.iter().map(|one| one.on_hand).filter(|on_hand| on_hand.is_positive()).sum::<Quantity>();
        // Where it was counted since, it was missing then already.
        let may_go_below = default.allow_negative && !known.tracking.is_tracked();
        if available < wanted && !may_go_below && !standing.iter().any(|one| one.settled) {
            short = Some(available);
        }
        let to = if row.kind == SaleKind::Adjustment { PlaceKind::Loss } else { PlaceKind::Customer };
        let to = ground.places.of(to)?;
        for (spot, taken) in decide_takings(wanted, Spot { place: default, lot: LotId::NONE }, &standing) {
            legs.push(leg(spot.place, spot.lot, -taken));
            match legs.iter_mut().find(|leg: &&mut Leg| leg.place == to && leg.lot == spot.lot) {
                Some(leg) => leg.quantity += taken,
                None => legs.push(leg(to, spot.lot, taken)),
            }
        }
    } else {
        let from = if row.kind == SaleKind::Adjustment { PlaceKind::Found } else { PlaceKind::Customer };
        legs.push(leg(ground.places.of(from)?, LotId::NONE, -effect));
        legs.push(leg(default, LotId::NONE, effect));
    }
    Ok((legs, short))
}

/// The moment a line tells: on the shop's own clock, unless it says how far that is from UTC. A till that tells only the
/// day means any moment of it: then the last, or this one, so that what was counted that day is not taken to have been
/// without it.
fn instant(row: &SaleRow, zone: chrono_tz::Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    if row.at.offset.is_none() && row.at.at.time() == NaiveTime::MIN {
        let (begin, next) = (local(row.at.at, zone), local(row.at.at + TimeDelta::days(1), zone));
        return if begin <= now { (next - TimeDelta::seconds(1)).min(now) } else { begin };
    }
    if let Some(minutes) = row.at.offset {
        return (row.at.at - TimeDelta::minutes(i64::from(minutes))).and_utc();
    }
    local(row.at.at, zone)
}

/// A moment on the shop's own clock. An hour that the clocks leave out is told by a till that did not follow them.
fn local(at: NaiveDateTime, zone: chrono_tz::Tz) -> DateTime<Utc> {
    let told = zone.from_local_datetime(&at).earliest();
    told.or_else(|| zone.from_local_datetime(&(at + TimeDelta::hours(1))).earliest()).map_or_else(|| at.and_utc(), |at| at.with_timezone(&Utc))
}

/// Adds a line to the posting of its receipt, where the line before is of the same; begins one otherwise. Only
/// neighbours are joined, so that the ledger sees the lines in the order in which they were weighed.
fn add(scope: &Scope, row: &SaleRow, ground: &StoreGround, booked: Booked, weighed: &mut Weighed) {
    let Booked { at, lines, kit } = booked;
    if lines.is_empty() {
        return;
    }
    let (kind, reason) = match row.kind {
        SaleKind::Adjustment if row.quantity.is_negative() => (PostingKind::Adjustment, Some(Reason::Lost)),
        SaleKind::Adjustment => (PostingKind::Adjustment, Some(Reason::Found)),
        SaleKind::Return | SaleKind::Cancellation => (PostingKind::SaleReturn, None),
        SaleKind::Sale | SaleKind::NotStock(_) => (PostingKind::Sale, None),
    };
    let document = document(scope, row.receipt.as_deref().unwrap_or_default());
    let same = |last: &Posting| {
        last.kind == kind && last.reason == reason && last.store == ground.places.store && last.occurred_at == at && last.document == document
    };
    if weighed.postings.last().is_none_or(|last| !same(last)) {
        weighed.postings.push(Posting { document, reason, ..Posting::new(kind, &ground.places, at, Vec::new()) });
    }
    let Some(posting) = weighed.postings.last_mut() else { return };
    let number = |lines: usize| i32::try_from(lines).unwrap_or(i32::MAX);
    posting.kits.extend(kit.map(|kit| {
        let (line, parts) = (number(posting.lines.len()), number(lines.len()));
        Bundle { line, parts, kit, quantity: row.effect().abs() }
    }));
    for (legs, cost) in lines {
        posting.lines.push(Line::of(number(posting.lines.len()), "rows", legs).costing(cost));
    }
}
