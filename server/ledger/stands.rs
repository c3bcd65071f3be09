//! Counts stand: what is booked as having happened before a place was counted changes nothing of what was counted there. A
//! sale that a till sends an hour late was missing from the shelf already when it was counted, and the count booked it as
//! lost; now it is known to be sold, and what was lost comes back. So beside the late posting stands its offset, as of the
//! next count. A counter-entry corrects what happened when what it takes back did, and is late in the same way.
//!
//! So of every count that stands: what is booked of its key as having happened by its moment sums to what was counted.
//! A count that is taken back stands no longer: its offsets go with it, and the next count stands against all of that.

use crate::{
    Counted, Document, Leg, Line, Posted, Posting, StorePlaces,
    lock::{Held, Key, Promises, ROWS, has_balance, key_of, push_keys, sellable},
    reverse::reversal_of_offset,
};
use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap, btree_map::Entry};
use uuid::Uuid;
use vocabulary::{PlaceKind, PostingId, PostingKind, Quantity, StoreId};

/// The kind of document that an offset comes from: the posting that was late.
pub const LATE: &str = "late";

/// What is posted beside another posting: an offset, or the counter-entry of one.
pub(crate) struct Beside {
    pub posting: Posting,
    /// Of an offset, line by line: the key, and when what it keeps was counted.
    keeps: Vec<(Key, DateTime<Utc>)>,
}

impl Beside {
    /// Of which posting it is the offset.
    pub fn stands_by(&mut self, late: PostingId) {
        if !self.keeps.is_empty() {
            self.posting.document.id = late.0;
        }
    }

    /// Notes what it keeps, when it is written as `own`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note(&self, tx: &mut Tx, own: PostingId) -> Result<(), OpError> {
        let (tenant, mut line) = (tx.tenant(), 0);
        for keeps in tx.parts(&self.keeps) {
            let mut insert = QueryBuilder::<MySql>::new(
                "INSERT INTO count_offset (tenant_id, posting_id, line, location_id, variant_id, lot_id, status, counted_at) ",
            );
            insert.push_values(keeps, |mut row, ((location, variant, lot, status), counted_at)| {
                row.push_bind(tenant).push_bind(own.0).push_bind(line).push_bind(*location).push_bind(*variant).push_bind(*lot);
                row.push_bind(*status).push_bind(*counted_at);
                line += 1;
            });
            insert.build().execute(tx.conn()).await?;
        }
        Ok(())
    }
}

/// Whether nothing has to stand beside a posting, as far as what is held of its keys says.
pub(crate) fn stands_by_itself(posting: &Posting, held: &BTreeMap<Key, Held>) -> bool {
    !posting.uncounts && posting.lines.iter().all(|line| settled(posting, line, held).is_empty())
}

/// What has to be posted beside a posting so that counts stand.
///
/// # Errors
/// When the database fails.
pub(crate) async fn beside(tx: &mut Tx, posting: &Posting, held: &mut BTreeMap<Key, Held>) -> Result<Vec<Beside>, OpError> {
    let mut beside = if posting.uncounts { uncount(tx, posting, held).await? } else { Vec::new() };
    let offsets = {
        let lines = posting.lines.iter().chain(beside.iter().flat_map(|beside| &beside.posting.lines));
        offsets(tx, posting, lines.collect(), held).await?
    };
    beside.extend(offsets);
    Ok(beside)
}

/// The offsets of lines that happened before a count, each as of the first of them.
async fn offsets(tx: &mut Tx, posting: &Posting, lines: Vec<&Line>, held: &BTreeMap<Key, Held>) -> Result<Vec<Beside>, OpError> {
    let late: Vec<(Leg, DateTime<Utc>, &Line)> = lines.into_iter().flat_map(|line| settled(posting, line, held)).collect();
    if late.is_empty() {
        return Ok(Vec::new());
    }
    let taken_back = posting.reverses.filter(|_| posting.uncounts);
    let keys: Vec<Key> = late.iter().map(|(leg, ..)| key_of(leg)).collect::<BTreeSet<Key>>().into_iter().collect();
    let since = late.iter().map(|(_, happened_at, _)| *happened_at).min();
    let mut counts: HashMap<Key, Vec<DateTime<Utc>>> = HashMap::new();
    for keys in keys.chunks(ROWS) {
        let marks = marks(tx, keys, since).await?.into_iter();
        marks.filter(|(.., of)| taken_back.is_none_or(|count| count.0 != *of)).for_each(|(key, at, _)| counts.entry(key).or_default().push(at));
    }
    let mut stores: BTreeMap<StoreId, StorePlaces> = BTreeMap::new();
    // One posting for each of a store's days.
    let mut groups: BTreeMap<(StoreId, NaiveDate, PlaceKind), Vec<(Leg, DateTime<Utc>, &Line)>> = BTreeMap::new();
    for (leg, happened_at, line) in late {
        let next = counts.get(&key_of(&leg)).into_iter().flatten().filter(|counted_at| happened_at < **counted_at).min();
        if let Some(counted_at) = next {
            // What the count had taken for lost was not, and what it had taken for found had come. Of what is taken back, the
            // other way round: it is lost, or found, after all.
            let lost = leg.quantity.is_positive() == posting.reverses.is_none();
            let against = if lost { PlaceKind::Loss } else { PlaceKind::Found };
            let places = match stores.entry(leg.place.store) {
                Entry::Occupied(places) => places.into_mut(),
                Entry::Vacant(vacant) => vacant.insert(StorePlaces::load(tx, leg.place.store).await?),
            };
            groups.entry((leg.place.store, places.business_date(*counted_at), against)).or_default().push((leg, *counted_at, line));
        }
    }
    let mut offsets = Vec::with_capacity(groups.len());
    for ((store, _, against), changes) in groups {
        let Some(places) = stores.get(&store) else { continue };
        let last = changes.iter().map(|(_, counted_at, _)| *counted_at).max().unwrap_or(posting.occurred_at);
        let against = places.of(against)?;
        let (mut lines, mut keeps) = (Vec::with_capacity(changes.len()), Vec::with_capacity(changes.len()));
        for (number, (leg, counted_at, late)) in (0..).zip(changes) {
            let other = Leg { place: against, quantity: -leg.quantity, ..leg };
            lines.push(Line::of(number, &late.field, vec![other, leg]).costing(late.unit_cost).happening(Some(counted_at)));
            keeps.push((key_of(&leg), counted_at));
        }
        // Beside what is told late it is booked as of the count; a counter-entry happens when it is made, and it with that.
        let at = if posting.reverses.is_some() { posting.occurred_at } else { last };
        let document = Document { kind: LATE, reference: posting.document.reference.clone(), ..Document::default() };
        offsets.push(Beside { posting: Posting { document, ..Posting::new(PostingKind::CountOffset, places, at, lines) }, keeps });
    }
    Ok(offsets)
}

/// What has to stand beside a line at the places that were counted since it happened: one leg for each, and when it happened.
fn settled<'a>(posting: &Posting, line: &'a Line, held: &BTreeMap<Key, Held>) -> Vec<(Leg, DateTime<Utc>, &'a Line)> {
    let happened_at = line.at.unwrap_or(posting.occurred_at);
    let mut found: BTreeMap<Key, Leg> = BTreeMap::new();
    for leg in line.legs.iter().filter(|leg| has_balance(leg)) {
        let counted_at = held.get(&key_of(leg)).and_then(|held| held.counted_at);
        if counted_at.is_some_and(|counted_at| happened_at < counted_at) {
            let offset = found.entry(key_of(leg)).or_insert(Leg { quantity: Quantity::ZERO, ..*leg });
            offset.quantity = offset.quantity - leg.quantity;
        }
    }
    found.into_values().filter(|offset| !offset.quantity.is_zero()).map(|offset| (offset, happened_at, line)).collect()
}

/// What a counter-entry of a count does to the keys that were counted: they stand as they were counted before or after, or
/// not at all any more. The counter-entries of what stood beside late postings because of this count.
async fn uncount(tx: &mut Tx, posting: &Posting, held: &mut BTreeMap<Key, Held>) -> Result<Vec<Beside>, OpError> {
    let Some(count) = posting.reverses else { return Ok(Vec::new()) };
    let tenant = tx.tenant();
    let keys: Vec<Key> = held.keys().copied().collect();
    let mut gone: BTreeMap<(Uuid, DateTime<Utc>), Vec<i32>> = BTreeMap::new();
    for keys in keys.chunks(ROWS) {
        let (own, others): (Vec<Mark>, Vec<Mark>) = marks(tx, keys, None).await?.into_iter().partition(|(.., of)| *of == count.0);
        let own: HashMap<Key, DateTime<Utc>> = own.into_iter().map(|(key, counted_at, _)| (key, counted_at)).collect();
        for key in own.keys() {
            if let Some(held) = held.get_mut(key) {
                held.counted_at = others.iter().filter(|(other, ..)| other == key).map(|(_, counted_at, _)| *counted_at).max();
            }
        }
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT STRAIGHT_JOIN o.location_id, o.variant_id, o.lot_id, o.status, o.counted_at, o.posting_id, o.line FROM (",
        );
        push_keys(&mut select, keys);
        select.push(") k JOIN count_offset o ON o.tenant_id = ").push_bind(tenant).push(" AND o.location_id = k.location");
        select.push(" AND o.variant_id = k.variant AND o.lot_id = k.lot AND o.status = k.status LEFT JOIN reversal r ON r.tenant_id = o.tenant_id");
        select.push(" AND r.posting_id = o.posting_id AND r.line = o.line WHERE r.line IS NULL ORDER BY o.posting_id, o.line");
        let offsets: Vec<(Uuid, Uuid, Uuid, u8, DateTime<Utc>, Uuid, i32)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (location, variant, lot, status, counted_at, offset, line) in offsets {
            if own.get(&(location, variant, lot, status)) == Some(&counted_at) {
                gone.entry((offset, counted_at)).or_default().push(line);
            }
        }
    }
    let mut all = Vec::with_capacity(gone.len());
    for ((offset, counted_at), lines) in gone {
        all.push(Beside { posting: reversal_of_offset(tx, PostingId(offset), &lines, counted_at).await?, keeps: Vec::new() });
    }
    Ok(all)
}

/// When a key was counted, and the posting that it led to; nil where all was as it should be.
type Mark = (Key, DateTime<Utc>, Uuid);

/// When each of these keys was counted, as far as that stands; only after an instant, if one is given.
async fn marks(tx: &mut Tx, keys: &[Key], since: Option<DateTime<Utc>>) -> Result<Vec<Mark>, OpError> {
    let tenant = tx.tenant();
    let mut select =
        QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN c.location_id, c.variant_id, c.lot_id, c.status, c.counted_at, c.posting_id FROM (");
    push_keys(&mut select, keys);
    select.push(") k JOIN count_mark c ON c.tenant_id = ").push_bind(tenant).push(" AND c.location_id = k.location AND c.variant_id = k.variant");
    select.push(" AND c.lot_id = k.lot AND c.status = k.status LEFT JOIN reversal r ON r.tenant_id = c.tenant_id AND r.posting_id = c.posting_id");
    select.push(" AND r.line = c.line WHERE r.line IS NULL");
    if let Some(since) = since {
        select.push(" AND c.counted_at > ").push_bind(since);
    }
    let rows: Vec<(Uuid, Uuid, Uuid, u8, DateTime<Utc>, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|(location, variant, lot, status, at, posting)| ((location, variant, lot, status), at, posting)).collect())
}

/// Adds what is posted beside to what is held.
pub(crate) fn count_in(beside: &[Beside], promises: &mut Promises, held: &mut BTreeMap<Key, Held>) {
    for leg in beside.iter().flat_map(|beside| &beside.posting.lines).flat_map(|line| &line.legs).filter(|leg| has_balance(leg)) {
        if let Some(held) = held.get_mut(&key_of(leg)) {
            held.change += leg.quantity;
        }
        if let Some(promise) = promises.get_mut(&(leg.place.store.0, leg.variant.0)) {
            promise.change += sellable(leg);
        }
    }
}

/// Notes when stock was counted, once that is posted; an earlier count does not take the place of a later one.
///
/// # Errors
/// When the database fails.
pub(crate) async fn note_counted(tx: &mut Tx, counted: &[Counted], posted: &[Posted]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut led_to: HashMap<Key, (Uuid, i32)> = HashMap::new();
    for posted in posted.iter().filter(|posted| posted.kind == PostingKind::Count) {
        // A piece that was moved is of the line of where it was counted.
        let comes: BTreeSet<i32> = posted.legs.iter().filter(|leg| leg.seq > 0 && leg.leg.quantity.is_positive()).map(|leg| leg.line).collect();
        let counted = posted.legs.iter().filter(|leg| leg.seq > 0 && (leg.leg.quantity.is_positive() || !comes.contains(&leg.line)));
        led_to.extend(counted.map(|leg| (key_of(&leg.leg), (posted.id.0, leg.line))));
    }
    let key = |one: &Counted| (one.location.0, one.variant.0, one.lot.0, one.status.code());
    let mut counted = counted.to_vec();
    counted.sort_unstable_by_key(key);
    for counted in counted.chunks(ROWS) {
        let mut write = QueryBuilder::<MySql>::new(
            "INSERT INTO stock_balance (tenant_id, location_id, variant_id, lot_id, status, store_id, on_hand, seq, hash, moved_at, counted_at) ",
        );
        write.push_values(counted, |mut row, one| {
            row.push_bind(tenant).push_bind(one.location.0).push_bind(one.variant.0).push_bind(one.lot.0).push_bind(one.status.code());
            row.push_bind(one.store.0).push("0").push("0").push_bind(vec![0u8; 32]).push_bind(now).push_bind(one.at);
        });
        write.push(" ON DUPLICATE KEY UPDATE counted_at = GREATEST(COALESCE(counted_at, VALUES(counted_at)), VALUES(counted_at))");
        write.build().execute(tx.conn()).await?;
        let mut mark = QueryBuilder::<MySql>::new(
            "INSERT INTO count_mark (tenant_id, location_id, variant_id, lot_id, status, counted_at, document_id, posting_id, line) ",
        );
        mark.push_values(counted, |mut row, one| {
            let (posting, line) = led_to.get(&key(one)).copied().unwrap_or_default();
            row.push_bind(tenant).push_bind(one.location.0).push_bind(one.variant.0).push_bind(one.lot.0).push_bind(one.status.code());
            row.push_bind(one.at).push_bind(one.document).push_bind(posting).push_bind(line);
        });
        mark.build().execute(tx.conn()).await?;
    }
    Ok(())
}
