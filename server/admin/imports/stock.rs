//! Stock rows: the first figure of a place opens it, another adjusts it, and one that is out of date is told.

use super::{
    scope::{Grounds, Scope, StoreGround, Whereabouts, bin_code},
    variants::{Match, Told},
    weigh::{Key, Mode, Rank, Subject, Weighed, subjects},
};
use crate::import::{Field, RowProblem, StockRow, problem::row as code};
use admin_rules::{Change, ChangeKind, StockDecision, StockSaid, decide_stock};
use chrono::{DateTime, NaiveDate, Utc};
use ledger::{Document, Leg, Line, Place, Posting};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use stock_rules::{Standing, decide_takings, usable_on};
use uuid::Uuid;
use vocabulary::{LocationId, LotId, PlaceKind, PostingKind, Quantity, Reason, Status, StoreId, VariantId};

/// A figure of a file is what is there now: nothing was counted since.
const NOW: DateTime<Utc> = DateTime::<Utc>::MAX_UTC;

/// Balances as they were read, and as the rows so far leave them.
pub(crate) struct Balances {
    pub read: HashMap<Key, Quantity>,
    pub now: HashMap<Key, Quantity>,
    /// When what was counted was counted last.
    counted: HashMap<Key, DateTime<Utc>>,
    /// The lots of what is told apart: what expires first, then what came first.
    lots: HashMap<VariantId, BTreeSet<(NaiveDate, LotId)>>,
}

/// Where some of something stands, and of which lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub place: Place,
    pub lot: LotId,
}

impl Balances {
    /// Every balance of these variants; what never moved is not there. In a check, as the parts before would have left it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(tx: &mut Tx, variants: Vec<VariantId>, mode: &Mode<'_>) -> Result<Self, OpError> {
        let ids: BTreeSet<Uuid> = variants.into_iter().map(Uuid::from).collect();
        let ids: Vec<Uuid> = ids.into_iter().collect();
        let (mut read, mut counted, mut lots, tenant) = (HashMap::new(), HashMap::new(), HashMap::<_, BTreeSet<_>>::new(), tx.tenant());
        for ids in ids.chunks(500) {
            // Of lots only what is there, or was counted: what is long gone is not gone through.
            let mut select = QueryBuilder::<MySql>::new(
                "SELECT b.location_id, b.variant_id, b.lot_id, t.expires_on, b.status, b.on_hand, b.seq > 0, b.counted_at FROM stock_balance b \
                 LEFT JOIN lot t FORCE INDEX (PRIMARY) ON t.tenant_id = b.tenant_id AND t.id = b.lot_id WHERE b.tenant_id = ",
            );
            select.push_bind(tenant).push(" AND (b.lot_id = ").push_bind(LotId::NONE.0);
            select.push(" OR b.on_hand <> 0 OR b.counted_at IS NOT NULL) AND b.variant_id IN ");
            push_list(&mut select, ids.iter().copied());
            let rows: Vec<BalanceRow> = select.build_query_as().fetch_all(tx.conn()).await?;
            for (location, variant, lot, expires_on, status, on_hand, known, counted_at) in rows {
                let Some(status) = Status::of_code(status) else { continue };
                let (variant, lot) = (VariantId(variant), LotId(lot));
                let key = (LocationId(location), variant, lot, status);
                if let Some(day) = expires_on {
                    lots.entry(variant).or_default().insert((day, lot));
                }
                if known {
                    read.insert(key, Quantity::new(on_hand).map_err(anyhow::Error::new)?);
                    counted.extend(counted_at.map(|counted_at| (key, counted_at)));
                }
            }
        }
        let mut now = read.clone();
        if read.values().any(|on_hand| on_hand.is_zero()) {
            for key in taken_back(tx, &ids).await? {
                now.remove(&key);
            }
        }
        if let Mode::Check(pending) = mode {
            now.extend(
                pending.balances.iter().filter(|((_, variant, ..), _)| ids.binary_search(&variant.0).is_ok()).map(|(key, on_hand)| (*key, *on_hand)),
            );
        }
        Ok(Self { read, now, counted, lots })
    }

    /// Books a leg, in a check also for the parts to come.
    pub fn book(&mut self, leg: &Leg, mode: &mut Mode<'_>) {
        let (key, change) = (key_of(leg), leg.quantity);
        let after = self.now.get(&key).copied().unwrap_or_default() + change;
        self.now.insert(key, after);
        if let Mode::Check(pending) = mode {
            pending.balances.insert(key, after);
        }
    }

    /// What a store has of a variant, place by place, for what happened at a moment: what expires first, then what came first.
    /// A lot whose last day is over on `day` stands for nothing.
    pub fn standing(&self, ground: &StoreGround, variant: VariantId, status: Status, at: DateTime<Utc>, day: NaiveDate) -> Vec<Standing<Spot>> {
        let lots = self.lots.get(&variant).into_iter().flatten().filter(|(last, _)| usable_on(Some(*last), day)).map(|(_, lot)| *lot);
        let one = |(lot, place): (LotId, &Place)| {
            let key = (place.location, variant, lot, status);
            let settled = self.is_settled(&key, at);
            let on_hand = self.now.get(&key).copied();
            (settled || on_hand.is_some()).then(|| Standing { place: Spot { place: *place, lot }, on_hand: on_hand.unwrap_or_default(), settled })
        };
        std::iter::once(LotId::NONE).chain(lots).flat_map(|lot| ground.holding.iter().map(move |place| (lot, place))).filter_map(one).collect()
    }

    /// It was counted since: what happened before that changes nothing there any more.
    pub fn is_settled(&self, key: &Key, at: DateTime<Utc>) -> bool {
        self.counted.get(key).is_some_and(|counted_at| at < *counted_at)
    }
}

type BalanceRow = (Uuid, Uuid, Uuid, Option<NaiveDate>, u8, Decimal, bool, Option<DateTime<Utc>>);

pub(crate) fn key_of(leg: &Leg) -> Key {
    (leg.place.location, leg.variant, leg.lot, leg.status)
}

/// Balances of nought whose last movement took their opening back: as if nothing had ever been known of them, so that a
/// file that was undone may be brought in again.
async fn taken_back(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<Key>, OpError> {
    let (mut found, tenant) = (Vec::new(), tx.tenant());
    for ids in ids.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT b.location_id, b.variant_id, b.lot_id, b.status FROM stock_balance b \
             JOIN stock_movement m ON m.tenant_id = b.tenant_id AND m.location_id = b.location_id AND m.variant_id = b.variant_id \
             AND m.lot_id = b.lot_id AND m.status = b.status AND m.seq = b.seq AND m.tie = 0 \
             JOIN posting p ON p.tenant_id = m.tenant_id AND p.id = m.posting_id \
             JOIN posting o ON o.tenant_id = p.tenant_id AND o.id = p.document_id WHERE b.tenant_id = ",
        );
        select.push_bind(tenant).push(" AND b.on_hand = 0 AND p.kind = ").push_bind(PostingKind::Reversal.code());
        select.push(" AND o.kind = ").push_bind(PostingKind::Opening.code()).push(" AND b.variant_id IN ");
        push_list(&mut select, ids.iter().copied());
        let rows: Vec<(Uuid, Uuid, Uuid, u8)> = select.build_query_as().fetch_all(tx.conn()).await?;
        let key = |(location, variant, lot, status)| Some((LocationId(location), VariantId(variant), LotId(lot), Status::of_code(status)?));
        found.extend(rows.into_iter().filter_map(key));
    }
    Ok(found)
}

/// Where a row's figure is about.
enum At {
    /// One place.
    Place(Place),
    /// A store as a whole; more is put there.
    Store(Place),
    /// A place that will be made.
    Coming,
}

pub(crate) async fn weigh(tx: &mut Tx, scope: &Scope, rows: &[&StockRow], mode: &mut Mode<'_>, weighed: &mut Weighed) -> Result<(), OpError> {
    let mut placed: Vec<(&StockRow, StoreId)> = Vec::with_capacity(rows.len());
    for row in rows.iter().filter(|row| !weighed.is_refused(row.line)).collect::<Vec<_>>() {
        if let Some(store) = place(scope, row.line, row.location.as_deref(), mode, weighed) {
            placed.push((row, store));
        }
    }
    let grounds = Grounds::load(tx, placed.iter().map(|(_, store)| *store).collect()).await?;
    let by: Vec<_> = placed
        .iter()
        .map(|(row, _)| {
            let handle = row.group.as_deref().map(|group| super::items::handle(group, row.item_name.as_deref()));
            (handle, super::items::named_options(&row.options))
        })
        .collect();
    let told: Vec<Told<'_>> = placed
        .iter()
        .zip(&by)
        .map(|((row, _), (handle, options))| Told {
            sku: row.sku.as_deref(),
            barcodes: &row.barcodes,
            group: handle.as_deref(),
            options,
            name: row.item_name.as_deref(),
        })
        .collect();
    let subjects = subjects(tx, &told, mode).await?;
    let ids = subjects.iter().filter_map(|subject| subject.as_ref().ok().and_then(Subject::id)).collect();
    let mut balances = Balances::load(tx, ids, mode).await?;
    let mut books: BTreeMap<(StoreId, bool), Vec<Line>> = BTreeMap::new();
    for ((row, store), subject) in placed.into_iter().zip(subjects) {
        let Some(ground) = grounds.0.get(&store) else { continue };
        let subject = match subject {
            Ok(subject) => subject,
            // A row that says nothing of stock need not name an item that is known.
            Err(_) if row.wanted().known().is_none() => {
                weighed.rank(row.line, Rank::NotKnown);
                continue;
            }
            Err(unknown) => {
                weighed.refuse(row.line, 0, &row.raw, vec![unknown_item(scope, row.line, &row.raw, &unknown)]);
                continue;
            }
        };
        let Some(at) = find_place(scope, row, store, ground, mode, weighed) else { continue };
        let legs = one(scope, row, &subject, &at, ground, &mut balances, mode, weighed)?;
        if let (Some((opens, legs)), Some(_)) = (legs, subject.id()) {
            let lines = books.entry((store, !opens)).or_default();
            let number = i32::try_from(lines.len()).unwrap_or(i32::MAX);
            lines.push(Line::of(number, "rows", legs).costing(subject.cost()));
        }
    }
    let now = tx.now();
    for ((store, adjusts), lines) in books {
        let Some(ground) = grounds.0.get(&store) else { continue };
        let kind = if adjusts { PostingKind::Adjustment } else { PostingKind::Opening };
        let posting = Posting::new(kind, &ground.places, now, lines);
        weighed.postings.push(Posting { document: document(scope, ""), reason: adjusts.then_some(Reason::CountError), ..posting });
    }
    weighed.exact = weighed.postings.len();
    weighed.read = balances.read;
    Ok(())
}

pub(crate) fn document(scope: &Scope, reference: &str) -> Document {
    Document { kind: "import", id: scope.head.id.0, reference: reference.chars().take(64).collect() }
}

/// The store of a row; `None` where there is none, which is counted.
pub(crate) fn place(scope: &Scope, line: u64, location: Option<&str>, mode: &Mode<'_>, weighed: &mut Weighed) -> Option<StoreId> {
    let name = location.unwrap_or_default().trim().to_owned();
    match scope.whereabouts(location) {
        Whereabouts::Store(store) => {
            if !name.is_empty() && matches!(mode, Mode::Check(_)) {
                weighed.places.entry(name).or_insert((0, Some(store))).0 += 1;
            }
            return Some(store);
        }
        Whereabouts::LeftOut => {
            weighed.places.entry(name).or_insert((0, None)).0 += 1;
            weighed.rank(line, Rank::LeftOut);
        }
        Whereabouts::Unknown => {
            *weighed.unknown.entry(name).or_default() += 1;
            weighed.rank(line, Rank::Unplaced);
        }
        Whereabouts::Homeless => {
            weighed.homeless += 1;
            weighed.rank(line, Rank::Unplaced);
        }
    }
    None
}

/// Why a row's item is not to be found.
pub(crate) fn unknown_item(scope: &Scope, line: u64, raw: &crate::import::Raw, unknown: &Match) -> RowProblem {
    let (field, sent) = item_cell(scope, raw);
    let (what, suggestion) = match unknown {
        Match::None(meant) if field == Field::Sku => (code::ITEM_UNKNOWN, meant.clone()),
        Match::Several => (code::ITEM_SEVERAL, None),
        _ => (code::ITEM_UNKNOWN, None),
    };
    RowProblem::new(line, scope.title(field), sent, what).suggest(suggestion)
}

/// Why nothing may come of a row's item: it was put away.
pub(crate) fn item_archived(scope: &Scope, line: u64, raw: &crate::import::Raw) -> RowProblem {
    let (field, sent) = item_cell(scope, raw);
    RowProblem::new(line, scope.title(field), sent, code::ITEM_ARCHIVED)
}

/// The cell that says which item a row is about.
fn item_cell<'a>(scope: &Scope, raw: &'a crate::import::Raw) -> (Field, &'a str) {
    let field =
        [Field::Sku, Field::Barcode, Field::Group, Field::Name].into_iter().find(|field| scope.facts.mapping.has(*field)).unwrap_or(Field::Sku);
    (field, scope.facts.mapping.of(field).next().and_then(|index| raw.0.get(index)).unwrap_or_default())
}

/// The place a row's figure is about; `None` where it cannot be had, which is told.
fn find_place(scope: &Scope, row: &StockRow, store: StoreId, ground: &StoreGround, mode: &mut Mode<'_>, weighed: &mut Weighed) -> Option<At> {
    let Some(bin) = row.bin.as_deref().map(str::trim).filter(|bin| !bin.is_empty()) else { return Some(At::Store(ground.places.default)) };
    if let Some(place) = ground.place(bin) {
        return Some(if scope.by_store() { At::Store(place) } else { At::Place(place) });
    }
    let made = bin_code(bin);
    if let Mode::Check(pending) = mode
        && !made.is_empty()
    {
        // A row that says nothing of stock makes no place.
        if row.wanted().known().is_some_and(|wanted| !wanted.is_zero()) {
            pending.bins.entry((store, made)).or_insert_with(|| bin.to_owned());
        }
        return Some(if scope.by_store() { At::Store(ground.places.default) } else { At::Coming });
    }
    if row.wanted().known().is_none_or(Quantity::is_zero) {
        return Some(if scope.by_store() { At::Store(ground.places.default) } else { At::Coming });
    }
    let problem = RowProblem::new(row.line, scope.title(Field::Bin), bin, code::BIN_UNKNOWN).with("place", bin);
    weighed.refuse(row.line, 0, &row.raw, vec![problem]);
    None
}

/// One row's decision; the legs of what it changes, and whether that opens.
#[expect(clippy::too_many_arguments, reason = "all that a row's figure is weighed against")]
fn one(
    scope: &Scope,
    row: &StockRow,
    subject: &Subject,
    at: &At,
    ground: &StoreGround,
    balances: &mut Balances,
    mode: &mut Mode<'_>,
    weighed: &mut Weighed,
) -> Result<Option<(bool, Vec<Leg>)>, OpError> {
    if subject.kit().is_some() {
        match row.wanted().known() {
            Some(_) => weighed.refuse(row.line, 0, &row.raw, vec![about(scope, row, row.new.known().is_some(), code::KIT)]),
            None => weighed.rank(row.line, Rank::NotKnown),
        }
        return Ok(None);
    }
    if subject.tracking().is_tracked() {
        weighed.refuse(row.line, 0, &row.raw, vec![about(scope, row, row.new.known().is_some(), code::STOCK_TRACKED)]);
        return Ok(None);
    }
    let status = row.status.unwrap_or(Status::Available);
    let day = NaiveDate::MIN;
    let standing = match (subject.id(), at) {
        (None, _) | (_, At::Coming) => Vec::new(),
        (Some(variant), At::Place(place)) => {
            balances.standing(ground, variant, status, NOW, day).into_iter().filter(|one| one.place.place.location == place.location).collect()
        }
        (Some(variant), At::Store(_)) => balances.standing(ground, variant, status, NOW, day),
    };
    let ours = (!standing.is_empty()).then(|| standing.iter().map(|one| one.on_hand).sum::<Quantity>());
    let said = StockSaid { current: row.current.known(), new: row.new.known(), overwrite: scope.overwrites() };
    let (from, to, opens) = match decide_stock(ours, subject.whole(), said) {
        StockDecision::NotKnown => {
            weighed.rank(row.line, Rank::NotKnown);
            return Ok(None);
        }
        StockDecision::Unchanged => {
            weighed.rank(row.line, Rank::Unchanged);
            return Ok(None);
        }
        StockDecision::Open(to) => (Quantity::ZERO, to, true),
        StockDecision::Adjust { from, to } => (from, to, false),
        StockDecision::Stale { ours, meant } => {
            weighed.figures.stale += 1;
            let problem = about(scope, row, false, code::STOCK_STALE).with("ours", ours).suggest(meant.map(|meant| meant.to_string()));
            weighed.refuse(row.line, 0, &row.raw, vec![problem]);
            return Ok(None);
        }
        StockDecision::Negative => {
            let problem = about(scope, row, row.new.known().is_some(), code::STOCK_NEGATIVE).suggest(Some(String::from("0")));
            weighed.refuse(row.line, 0, &row.raw, vec![problem]);
            return Ok(None);
        }
        StockDecision::Fraction => {
            weighed.refuse(row.line, 0, &row.raw, vec![is_part(scope, row)]);
            return Ok(None);
        }
    };
    let change = to - from;
    if change.is_positive() && subject.is_archived() {
        weighed.refuse(row.line, 0, &row.raw, vec![item_archived(scope, row.line, &row.raw)]);
        return Ok(None);
    }
    weighed.rank(row.line, if opens { Rank::New } else { Rank::Changed });
    weighed.moves(change, subject.cost());
    let (sku, name) = match subject {
        Subject::Known { facts, .. } => (facts.sku.clone(), facts.name.clone()),
        Subject::Coming(_) => (row.sku.clone().unwrap_or_default(), row.item_name.clone().unwrap_or_default()),
    };
    weighed.changes.push(Change {
        line: row.line,
        kind: ChangeKind::Stock,
        sku,
        name,
        field: String::from("on_hand"),
        store: scope.store(ground.places.store).map(|store| store.name.clone()),
        from: (!opens).then(|| from.to_string()),
        to: Some(to.to_string()),
    });
    let (Some(variant), At::Place(put) | At::Store(put)) = (subject.id(), at) else { return Ok(None) };
    Ok(Some((opens, legs(variant, status, change, *put, &standing, ground, balances, mode)?)))
}

/// The legs of a change: what comes goes to one place; what goes comes from wherever it stands.
#[expect(clippy::too_many_arguments, reason = "a change, its place, and the books it is noted in")]
fn legs(
    variant: VariantId,
    status: Status,
    change: Quantity,
    put: Place,
    standing: &[Standing<Spot>],
    ground: &StoreGround,
    balances: &mut Balances,
    mode: &mut Mode<'_>,
) -> Result<Vec<Leg>, OpError> {
    let leg = |place: Place, quantity: Quantity| Leg { place, variant, lot: LotId::NONE, status, quantity };
    let mut legs = Vec::new();
    if change.is_positive() {
        legs.push(leg(ground.places.of(PlaceKind::Found)?, -change));
        legs.push(leg(put, change));
    } else {
        let mut order = standing.to_vec();
        order.sort_by_key(|one| one.place.place.location != put.location);
        for (spot, taken) in decide_takings(change.abs(), Spot { place: put, lot: LotId::NONE }, &order) {
            legs.push(leg(spot.place, -taken));
        }
        legs.push(leg(ground.places.of(PlaceKind::Loss)?, change.abs()));
    }
    for leg in legs.iter().filter(|leg| leg.place.kind.holds_stock()) {
        balances.book(leg, mode);
    }
    Ok(legs)
}

/// Why a row's figure cannot be: it is a part of what comes whole.
pub(crate) fn is_part(scope: &Scope, row: &StockRow) -> RowProblem {
    about(scope, row, row.new.known().is_some(), code::STOCK_FRACTION)
}

/// The beginning of a problem with a row's figure.
fn about(scope: &Scope, row: &StockRow, new: bool, what: &str) -> RowProblem {
    let index = scope.stock_column(row.location.as_deref(), new);
    let title = index.and_then(|index| scope.facts.header.get(index)).map_or("", String::as_str);
    let sent = index.and_then(|index| row.raw.0.get(index)).unwrap_or_default();
    RowProblem::new(row.line, title, sent, what)
}
