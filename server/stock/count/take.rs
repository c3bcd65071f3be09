//! Taking scans in: what each means, whether it may be counted, and what its line comes to then.

use super::{
    entered,
    keys::{Key, narrow},
    lines::{self, RoundKey},
    resolve::{self, Known, Meant},
    scope,
    session::Session,
    tracked::{self, Told},
};
use chrono::{DateTime, Utc};
use ledger::lots::{Lot, Name};
use platform::{OpError, Tx, db::push_list, error::is_duplicate};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeSet, HashMap, HashSet};
use stock_rules::{
    CountLineState, CountScope, CountState, EnteredQuantity, KnownCode, LineStands, NewScan, SCAN_CODE_MAX, ScanKind, ScanOutcome, ScanResult,
    ScansTaken, decide_scan, scan_moment, scanned_quantity,
};
use uuid::Uuid;
use vocabulary::{Actor, LocationId, LotId, Permission, PersonId, Quantity, Said, ScanId, VariantId};

/// In whose name, and when by their clock.
pub(super) struct Taking<'a> {
    pub actor: &'a Actor,
    pub sent_at: Option<DateTime<Utc>>,
}

/// A scan that counts, as it is written.
#[derive(Clone, Copy)]
struct Taken {
    location: LocationId,
    variant: Option<VariantId>,
    lot: LotId,
    round: u16,
    kind: ScanKind,
    quantity: Quantity,
    person: PersonId,
}

/// What a scan counts, and what was typed of it in another unit.
type Judged = (Taken, Option<EnteredQuantity>);

/// All that the scans of a request are judged by.
struct Facts {
    places: HashSet<LocationId>,
    seen: HashSet<ScanId>,
    codes: Meant,
    variants: HashMap<VariantId, Known>,
    lots: HashMap<Name, Lot>,
    targets: HashMap<ScanId, Taken>,
    stands: HashMap<Key, LineStands>,
}

impl Facts {
    fn known(&self, scan: &NewScan) -> Option<&Known> {
        match scan.variant {
            Some(variant) => self.variants.get(&variant),
            None => self.codes.known.get(&scan.code),
        }
    }

    fn key(&self, scan: &NewScan) -> Option<Key> {
        match scan.undoes {
            Some(undoes) => self.targets.get(&undoes).and_then(|target| Some((target.location, target.variant?, target.lot))),
            None => self.known(scan).and_then(|known| Some((scan.location, known.variant, self.lot(scan, known)?))),
        }
    }

    /// What is told of a lot or a piece, by a scan of an item.
    fn told(scan: &NewScan, known: &Known) -> Told {
        Told::new(scan.lot.as_ref(), scan.serial.as_deref()).or(&known.told)
    }

    /// Of which lot, or which piece, a scan of an item is; none where it does not tell, or nobody can say.
    fn lot(&self, scan: &NewScan, known: &Known) -> Option<LotId> {
        if !known.tracking.is_tracked() {
            return Some(LotId::NONE);
        }
        let told = Self::told(scan, known);
        let lot = self.lots.get(&told.name(known)?)?;
        told.contradicts(known, Some(lot)).is_none().then_some(lot.id)
    }

    /// What a code means; not where it is of an item of which it does not tell enough.
    fn means(&self, code: &str, known: &Known) -> Option<KnownCode> {
        if !known.tracking.is_tracked() {
            return Some(known.told(code, None));
        }
        let lot = self.lots.get(&known.told.name(known)?)?;
        known.told.contradicts(known, Some(lot)).is_none().then(|| known.told(code, Some(tracked::named(lot))))
    }
}

/// Takes scans into a count that is held.
///
/// # Errors
/// When the database fails; what a scan is refused for is in its result.
pub(super) async fn take(tx: &mut Tx, session: &Session, scans: &[NewScan], taking: &Taking<'_>) -> Result<ScansTaken, OpError> {
    let me = taking.actor.person.unwrap_or(PersonId(Uuid::nil()));
    let mut facts = facts(tx, session, scans, me).await?;
    let (mut results, mut rows, mut touched) = (Vec::with_capacity(scans.len()), Vec::new(), BTreeSet::new());
    for scan in scans {
        let result = |outcome, said| ScanResult { scan: scan.id, outcome, said };
        if !facts.seen.insert(scan.id) {
            results.push(result(ScanOutcome::Duplicate, None));
            continue;
        }
        match judge(&facts, session, scan, taking, me) {
            Ok((taken, entered)) => {
                let unsaid = facts.known(scan).filter(|_| taken.variant.is_none() && scan.kind != ScanKind::Undo).map(unsaid);
                results.push(result(if taken.variant.is_some() { ScanOutcome::Counted } else { ScanOutcome::Unknown }, unsaid));
                if let Some(variant) = taken.variant {
                    touched.insert(((taken.location, variant, taken.lot), taken.round));
                }
                facts.targets.insert(scan.id, taken);
                // A button was pressed for an item of which it takes a lot: who reviews is told its SKU.
                let named = taken.variant.is_none() && scan.code.is_empty();
                let code =
                    facts.known(scan).filter(|_| named && scan.kind != ScanKind::Undo).map_or_else(|| scan.code.clone(), |known| known.sku.clone());
                rows.push(Row { scan, taken, entered, code });
            }
            Err(said) => results.push(result(ScanOutcome::Refused, Some(said))),
        }
    }
    write(tx, session, &rows, taking).await?;
    lines::add_up(tx, session.id, &touched).await?;
    visit_places(tx, session, &rows).await?;
    begin(tx, session, !rows.is_empty()).await?;
    let keys: BTreeSet<Key> = scans.iter().filter_map(|scan| facts.key(scan)).chain(touched.iter().map(|(key, _): &RoundKey| *key)).collect();
    let mut codes: Vec<_> = facts.codes.known.iter().filter_map(|(code, known)| facts.means(code, known)).collect();
    codes.sort_by(|a, b| a.code.cmp(&b.code));
    let stray = scope::stray(tx, session, keys.iter().map(|(_, variant, _)| *variant).collect()).await?.into_iter().collect();
    Ok(ScansTaken { results, codes, lines: lines::now(tx, session.id, &keys).await?, stray })
}

/// Whether a scan counts, and as what.
fn judge(facts: &Facts, session: &Session, scan: &NewScan, taking: &Taking<'_>, me: PersonId) -> Result<Judged, Said> {
    if scan.kind == ScanKind::Undo {
        return Ok((judge_undo(facts, session, scan, taking, me)?, None));
    }
    if !facts.places.contains(&scan.location) {
        return Err(Said::new("count-place-outside"));
    }
    if scan.code.len() > SCAN_CODE_MAX || scan.code.chars().any(|c| c.is_control() && c != catalog_rules::SEPARATOR) {
        return Err(Said::new("count-code-unreadable"));
    }
    let may_be_negative = scan.kind == ScanKind::Add;
    let Some(known) = facts.known(scan) else {
        if scan.variant.is_some() {
            return Err(Said::new("variant-unknown"));
        }
        if scan.code.trim().is_empty() {
            return Err(Said::new("field-required"));
        }
        if scan.unit.as_deref().is_some_and(|unit| !unit.trim().is_empty()) {
            return Err(Said::new("count-unit-of-unknown"));
        }
        decide_scan(session.state, None, session.one_person)?;
        let quantity = scanned_quantity(scan.quantity, Quantity::ONE, false, may_be_negative)?;
        return Ok((Taken { location: scan.location, variant: None, lot: LotId::NONE, round: 1, kind: scan.kind, quantity, person: me }, None));
    };
    if known.kit {
        return Err(Said::new("kit-holds-no-stock"));
    }
    let Some(lot) = facts.lot(scan, known) else {
        return judge_unsaid(facts, session, scan, known, me);
    };
    if let Some(wrong) = Told::new(scan.lot.as_ref(), scan.serial.as_deref()).check(known) {
        return Err(wrong);
    }
    let stands = facts.stands.get(&(scan.location, known.variant, lot)).copied();
    let round = decide_scan(session.state, stands, session.one_person)?;
    let (quantity, entered) = known.counts(scan.quantity, scan.unit.as_deref(), may_be_negative)?;
    let (kind, quantity) = if known.tracking.is_serial() { one_piece(quantity) } else { (scan.kind, quantity) };
    let entered = entered.filter(|_| !known.tracking.is_serial());
    Ok((Taken { location: scan.location, variant: Some(known.variant), lot, round, kind, quantity, person: me }, entered))
}

/// A piece is there or not, however often it is scanned.
pub(super) fn one_piece(quantity: Quantity) -> (ScanKind, Quantity) {
    (ScanKind::Set, if quantity.is_positive() { Quantity::ONE } else { Quantity::ZERO })
}

/// A scan of an item of which it does not tell enough: kept, until somebody says which lot or piece it was. What somebody
/// says themselves and that cannot be is told to them at once.
fn judge_unsaid(facts: &Facts, session: &Session, scan: &NewScan, known: &Known, me: PersonId) -> Result<Judged, Said> {
    let said = Told::new(scan.lot.as_ref(), scan.serial.as_deref());
    if !said.is_empty() {
        let told = Facts::told(scan, known);
        let lot = told.name(known).and_then(|name| facts.lots.get(&name));
        if let Some(wrong) = said.check(known).or_else(|| told.contradicts(known, lot)) {
            return Err(wrong);
        }
    }
    if session.state == CountState::Review {
        // In review only what was asked for is counted: a lot that is new is not.
        return Err(if Facts::told(scan, known).name(known).is_some() { Said::new("count-closed") } else { unsaid(known) });
    }
    decide_scan(session.state, None, session.one_person)?;
    let (quantity, entered) = known.counts(scan.quantity, scan.unit.as_deref(), scan.kind == ScanKind::Add)?;
    let entered = entered.filter(|_| !known.tracking.is_serial());
    Ok((Taken { location: scan.location, variant: None, lot: LotId::NONE, round: 1, kind: scan.kind, quantity, person: me }, entered))
}

/// What a scan of an item does not tell.
fn unsaid(known: &Known) -> Said {
    Said::new(if known.tracking.is_serial() { "serial-needed" } else { "lot-needed" })
}

fn judge_undo(facts: &Facts, session: &Session, scan: &NewScan, taking: &Taking<'_>, me: PersonId) -> Result<Taken, Said> {
    let target = scan.undoes.and_then(|undoes| facts.targets.get(&undoes)).ok_or_else(|| Said::new("count-undo-nothing"))?;
    if target.person != me && !taking.actor.may(Permission::CountReview) {
        return Err(Said::new("count-undo-other"));
    }
    let stands = target.variant.and_then(|variant| facts.stands.get(&(target.location, variant, target.lot)).copied());
    // The undo stands in the round of what it takes back; a line that went on to another is decided.
    if stands.is_some_and(|stands| stands.round != target.round) {
        return Err(Said::new("count-line-decided"));
    }
    let stands = stands.map(|stands| LineStands { counted_before: false, ..stands });
    decide_scan(session.state, stands, session.one_person)?;
    Ok(Taken { kind: ScanKind::Undo, quantity: Quantity::ZERO, person: me, ..*target })
}

async fn facts(tx: &mut Tx, session: &Session, scans: &[NewScan], me: PersonId) -> Result<Facts, OpError> {
    let codes: BTreeSet<&str> =
        scans.iter().filter(|scan| scan.variant.is_none() && scan.kind != ScanKind::Undo).map(|scan| scan.code.as_str()).collect();
    let named: BTreeSet<VariantId> = scans.iter().filter_map(|scan| scan.variant).collect();
    let mut facts = Facts {
        places: places(tx, session).await?,
        seen: seen(tx, scans).await?,
        codes: resolve::codes(tx, session, &codes).await?,
        variants: resolve::variants(tx, &named).await?,
        lots: HashMap::new(),
        targets: targets(tx, session, scans).await?,
        stands: HashMap::new(),
    };
    entered::units_of(tx, &mut facts.codes, &mut facts.variants).await?;
    facts.lots = lots(tx, session, &facts, scans).await?;
    let keys: BTreeSet<Key> = scans.iter().filter_map(|scan| facts.key(scan)).collect();
    facts.stands = stands(tx, session, &keys, me).await?;
    Ok(facts)
}

/// The lots and pieces that scans tell: one that is new is made, where it is counted.
async fn lots(tx: &mut Tx, session: &Session, facts: &Facts, scans: &[NewScan]) -> Result<HashMap<Name, Lot>, OpError> {
    let told = |scan: &NewScan| facts.known(scan).filter(|known| known.tracking.is_tracked()).map(|known| (known, Facts::told(scan, known)));
    let counts = |scan: &&NewScan| scan.kind != ScanKind::Undo && facts.places.contains(&scan.location) && !facts.seen.contains(&scan.id);
    let may_make = matches!(session.state, CountState::Open | CountState::Counting);
    let mut lots = tracked::find(tx, &scans.iter().filter(counts).filter_map(told).collect::<Vec<_>>(), may_make).await?;
    // What was taken before is told once more what its code means.
    lots.extend(tracked::find(tx, &scans.iter().filter(|scan| !counts(scan)).filter_map(told).collect::<Vec<_>>(), false).await?);
    Ok(lots)
}

/// Where this count may be counted: its own places, or all of its store that can hold stock.
async fn places(tx: &mut Tx, session: &Session) -> Result<HashSet<LocationId>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<Uuid> = if session.scope == CountScope::Locations {
        sqlx::query_scalar("SELECT location_id FROM count_place WHERE tenant_id = ? AND count_id = ? AND planned")
            .bind(tenant)
            .bind(session.id.0)
            .fetch_all(tx.conn())
            .await?
    } else {
        sqlx::query_scalar("SELECT id FROM location WHERE tenant_id = ? AND store_id = ? AND kind < 10")
            .bind(tenant)
            .bind(session.store.0)
            .fetch_all(tx.conn())
            .await?
    };
    Ok(rows.into_iter().map(LocationId).collect())
}

/// Which of the scans were taken before, or taken back before.
async fn seen(tx: &mut Tx, scans: &[NewScan]) -> Result<HashSet<ScanId>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id FROM count_scan WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, scans.iter().map(|scan| scan.id.0));
    let mut seen: HashSet<ScanId> = select.build_query_scalar::<Uuid>().fetch_all(tx.conn()).await?.into_iter().map(ScanId).collect();
    let undoing: Vec<(ScanId, ScanId)> = scans.iter().filter_map(|scan| Some((scan.undoes?, scan.id))).collect();
    if !undoing.is_empty() {
        let mut select = QueryBuilder::<MySql>::new("SELECT undoes FROM count_scan WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND kind = 3 AND undoes IN ");
        push_list(&mut select, undoing.iter().map(|(undoes, _)| undoes.0));
        let undone: HashSet<Uuid> = select.build_query_scalar::<Uuid>().fetch_all(tx.conn()).await?.into_iter().collect();
        let mut in_this = HashSet::new();
        seen.extend(undoing.into_iter().filter(|(undoes, _)| undone.contains(&undoes.0) || !in_this.insert(*undoes)).map(|(_, undo)| undo));
    }
    Ok(seen)
}

/// The scans of this count that undos take back.
async fn targets(tx: &mut Tx, session: &Session, scans: &[NewScan]) -> Result<HashMap<ScanId, Taken>, OpError> {
    let ids: Vec<ScanId> = scans.iter().filter(|scan| scan.kind == ScanKind::Undo).filter_map(|scan| scan.undoes).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT id, location_id, variant_id, lot_id, round, kind, quantity, person_id FROM count_scan WHERE kind <> 3 AND tenant_id = ",
    );
    select.push_bind(tenant).push(" AND count_id = ").push_bind(session.id.0).push(" AND id IN ");
    push_list(&mut select, ids.iter().map(|id| id.0));
    let rows: Vec<(Uuid, Uuid, Uuid, Uuid, u16, u8, Decimal, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter()
        .map(|(id, location, variant, lot, round, kind, quantity, person)| {
            let quantity = Quantity::new(quantity).map_err(anyhow::Error::new)?;
            let variant = (!variant.is_nil()).then_some(VariantId(variant));
            let kind = ScanKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("scan {id} is of an unknown kind"))?;
            Ok((ScanId(id), Taken { location: location.into(), variant, lot: lot.into(), round, kind, quantity, person: person.into() }))
        })
        .collect()
}

/// How the lines stand that are scanned for.
async fn stands(tx: &mut Tx, session: &Session, keys: &BTreeSet<Key>, me: PersonId) -> Result<HashMap<Key, LineStands>, OpError> {
    let mut stands = HashMap::new();
    if keys.is_empty() {
        return Ok(stands);
    }
    let tenant = tx.tenant();
    let keys: Vec<Key> = keys.iter().copied().collect();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT l.location_id, l.variant_id, l.lot_id, l.round, l.state, EXISTS (SELECT 1 FROM count_scan c LEFT JOIN count_scan u ON u.tenant_id = c.tenant_id \
         AND u.undoes = c.id AND u.kind = 3 WHERE c.tenant_id = l.tenant_id AND c.count_id = l.count_id AND c.location_id = l.location_id \
         AND c.variant_id = l.variant_id AND c.lot_id = l.lot_id AND c.round < l.round AND c.kind <> 3 AND u.id IS NULL AND c.person_id = ",
    );
    select.push_bind(me.0).push(") FROM count_line l WHERE l.tenant_id = ").push_bind(tenant);
    select.push(" AND l.count_id = ").push_bind(session.id.0).push(" AND l.state <> 3");
    narrow(&mut select, "l.", &keys);
    let rows: Vec<(Uuid, Uuid, Uuid, u16, u8, bool)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (location, variant, lot, round, state, counted_before) in rows {
        let state = CountLineState::of_code(state).ok_or_else(|| anyhow::anyhow!("a line of count {} is in an unknown state", session.id))?;
        stands.insert((location.into(), variant.into(), lot.into()), LineStands { round, state, counted_before });
    }
    Ok(stands)
}

/// A scan as it is written.
struct Row<'a> {
    scan: &'a NewScan,
    taken: Taken,
    entered: Option<EnteredQuantity>,
    code: String,
}

async fn write(tx: &mut Tx, session: &Session, rows: &[Row<'_>], taking: &Taking<'_>) -> Result<(), OpError> {
    if rows.is_empty() {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut insert = QueryBuilder::<MySql>::new(
        "INSERT INTO count_scan (tenant_id, id, count_id, location_id, round, code, variant_id, lot_id, kind, quantity, undoes, device_at, received_at, moment, \
         person_id, person_name) ",
    );
    insert.push_values(rows, |mut row, Row { scan, taken, code, .. }| {
        row.push_bind(tenant)
            .push_bind(scan.id.0)
            .push_bind(session.id.0)
            .push_bind(taken.location.0)
            .push_bind(taken.round)
            .push_bind(code)
            .push_bind(taken.variant.map_or(Uuid::nil(), |variant| variant.0))
            .push_bind(taken.lot.0)
            .push_bind(taken.kind.code())
            .push_bind(taken.quantity.decimal())
            .push_bind(scan.undoes.filter(|_| scan.kind == ScanKind::Undo).unwrap_or(scan.id).0)
            .push_bind(device_time(scan.at, now))
            .push_bind(now)
            .push_bind(scan_moment(scan.at, taking.sent_at, now, session.planned_at))
            .push_bind(taken.person.0)
            .push_bind(&taking.actor.name);
    });
    // Two tabs may send one scan at one moment; the second finds it there when it tries again.
    match insert.build().execute(tx.conn()).await {
        Err(error) if is_duplicate(&error, None) => return Err(OpError::Again),
        other => other.map(|_| ())?,
    }
    let typed: Vec<_> = rows.iter().filter_map(|row| Some((row.scan.id, row.entered.as_ref()?))).collect();
    entered::write(tx, session, &typed).await
}

/// A device's clock may say anything; what no DATETIME holds is kept as our own time.
fn device_time(at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
    use chrono::Datelike;
    at.filter(|at| (1971..9999).contains(&at.year())).unwrap_or(now)
}

/// A place that is scanned at is one of the count's, and not finished.
async fn visit_places(tx: &mut Tx, session: &Session, rows: &[Row<'_>]) -> Result<(), OpError> {
    let visited: BTreeSet<LocationId> = rows.iter().map(|row| row.taken.location).collect();
    if visited.is_empty() || session.state == CountState::Review {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut insert = QueryBuilder::<MySql>::new("INSERT INTO count_place (tenant_id, count_id, location_id, planned, finished_by) ");
    insert.push_values(visited, |mut row, location| {
        row.push_bind(tenant).push_bind(session.id.0).push_bind(location.0).push("FALSE").push_bind(Uuid::nil());
    });
    insert.push(" ON DUPLICATE KEY UPDATE finished_at = NULL").build().execute(tx.conn()).await?;
    Ok(())
}

/// The first scan begins the count.
async fn begin(tx: &mut Tx, session: &Session, scanned: bool) -> Result<(), OpError> {
    if !scanned || session.state != CountState::Open {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    sqlx::query("UPDATE count_session SET state = 2, started_at = ? WHERE tenant_id = ? AND id = ? AND state = 1")
        .bind(now)
        .bind(tenant)
        .bind(session.id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
