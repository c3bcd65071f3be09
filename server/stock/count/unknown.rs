//! Codes that nobody knows, or that do not tell of which lot or piece of an item they are: kept until somebody says it.
//! Saying so takes the scans back and makes them again under the item, at their own moment and in their own counter's name;
//! nothing that was scanned is changed.

use super::{
    entered::{self, Joined},
    keys::Key,
    lines::{self, RoundKey},
    resolve::{self, Known},
    session::Session,
    take::one_piece,
    tracked::{self, Told},
};
use crate::Stock;
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Trail, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet};
use stock_rules::{
    CountState, DecideUnknownCode, EnteredQuantity, LineStands, ScanKind, UnknownCode, UnknownDecided, check_told, decide_scan, scanned_quantity,
};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, LocationId, LotId, PersonId, Quantity, Said, ScanId};

#[derive(sqlx::FromRow)]
struct Scan {
    id: Uuid,
    location_id: Uuid,
    location_code: String,
    code: String,
    kind: u8,
    quantity: Decimal,
    device_at: DateTime<Utc>,
    moment: DateTime<Utc>,
    person_id: Uuid,
    person_name: String,
    #[sqlx(flatten)]
    entered: Joined,
}

async fn scans(tx: &mut Tx, session: &Session, code: Option<&str>) -> Result<Vec<Scan>, OpError> {
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT c.id, c.location_id, loc.code AS location_code, c.code, c.kind, c.quantity, c.device_at, c.moment, c.person_id, c.person_name, \
         e.unit AS entered_unit, e.quantity AS entered_quantity, e.num AS entered_num, e.den AS entered_den, e.base AS entered_base \
         FROM count_scan c LEFT JOIN count_entered e ON e.tenant_id = c.tenant_id AND e.count_id = c.count_id AND e.scan_id = c.id JOIN location loc ON loc.tenant_id = c.tenant_id AND loc.id = c.location_id \
         LEFT JOIN count_scan u ON u.tenant_id = c.tenant_id AND u.undoes = c.id AND u.kind = 3 WHERE c.tenant_id = ",
    );
    let tenant = tx.tenant();
    select.push_bind(tenant).push(" AND c.count_id = ").push_bind(session.id.0);
    select.push(" AND c.variant_id = ").push_bind(Uuid::nil()).push(" AND c.kind <> 3 AND u.id IS NULL");
    if let Some(code) = code {
        select.push(" AND c.code = ").push_bind(code.to_owned());
    }
    select.push(" ORDER BY c.moment, c.id LIMIT 5000");
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// The unknown codes of a count, each at each place once.
///
/// # Errors
/// When the database fails.
pub(super) async fn list(tx: &mut Tx, session: &Session) -> Result<Vec<UnknownCode>, OpError> {
    let mut codes: BTreeMap<(String, Uuid), (UnknownCode, BTreeSet<String>)> = BTreeMap::new();
    for scan in scans(tx, session, None).await? {
        let quantity = Quantity::new(scan.quantity).map_err(anyhow::Error::new)?;
        let (known, counters) = codes.entry((scan.code.clone(), scan.location_id)).or_insert_with(|| {
            let code = UnknownCode {
                code: scan.code,
                location: scan.location_id.into(),
                location_code: scan.location_code,
                sku: None,
                tracking: None,
                expires_on: None,
                could_be: Vec::new(),
                quantity: Quantity::ZERO,
                scans: 0,
                counters: Vec::new(),
                last_at: scan.moment,
            };
            (code, BTreeSet::new())
        });
        known.quantity = if scan.kind == ScanKind::Set.code() { quantity } else { known.quantity + quantity };
        known.scans += 1;
        known.last_at = scan.moment;
        counters.insert(scan.person_name);
    }
    let meant = resolve::codes(tx, session, &codes.keys().map(|(code, _)| code.as_str()).collect()).await?;
    let told = |(code, counters): (UnknownCode, BTreeSet<String>)| {
        let known = meant.known.get(&code.code).filter(|known| known.tracking.is_tracked());
        let (sku, tracking) = known.map(|known| (known.sku.clone(), known.tracking)).unzip();
        let expires_on = known.and_then(|known| known.told.day_alone());
        let could_be = meant.could_be.get(&code.code).cloned().unwrap_or_default();
        UnknownCode { sku, tracking, expires_on, could_be, counters: counters.into_iter().collect(), ..code }
    };
    Ok(codes.into_values().map(told).collect())
}

impl Handle<DecideUnknownCode> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, decide: DecideUnknownCode) -> Result<Done<UnknownDecided>, OpError> {
        let session = Session::load(tx, decide.count).await?;
        session.step(tx).await?;
        if !matches!(session.state, CountState::Open | CountState::Counting | CountState::Review) {
            return Err(OpError::conflict(Said::new("count-closed")));
        }
        let mut scans = scans(tx, &session, Some(&decide.code)).await?;
        scans.retain(|scan| decide.location.is_none_or(|at| at.0 == scan.location_id));
        if scans.is_empty() {
            return Err(OpError::not_found());
        }
        let known = known(tx, &session, &decide).await?;
        let touched = match &known {
            Some(known) => {
                let lots = lots(tx, known, &decide, &scans).await?;
                made_again(tx, &session, known, &lots, &scans).await?
            }
            None => BTreeSet::new(),
        };
        take_back(tx, &session, actor, &scans).await?;
        lines::add_up(tx, session.id, &touched).await?;
        let reply = UnknownDecided { scans: i64::try_from(scans.len()).unwrap_or(i64::MAX), variant: known.as_ref().map(|known| known.variant) };
        let mut trail = Trail::of("count", session.id).with("unknown_code", &decide.code).with("scans", reply.scans);
        if let Some(known) = &known {
            trail = trail.with("sku", &known.sku);
        }
        Ok(Done::reply(reply).trail(trail))
    }
}

/// What item a code is said to be of; none where it is set aside. What the code itself tells of a lot or a piece goes with it.
async fn known(tx: &mut Tx, session: &Session, decide: &DecideUnknownCode) -> Result<Option<Known>, OpError> {
    // A lot or a number alone is of the item that the code is of.
    let told = decide.lot.is_some() || !decide.serials.is_empty();
    let own = told.then_some(decide.code.as_str());
    let Some(item) = decide.item.as_deref().map(str::trim).or(own) else { return Ok(None) };
    if item.is_empty() {
        return Err(FieldError::new("item", "field-required").into());
    }
    let known = resolve::codes(tx, session, &BTreeSet::from([item])).await?.known.remove(item);
    let known = known.ok_or_else(|| FieldError::new("item", "variant-unknown"))?;
    if known.kit {
        return Err(FieldError::new("item", "kit-holds-no-stock").into());
    }
    let told = known.told.clone().or(&resolve::told(&decide.code));
    Ok(Some(Known { told, ..known }))
}

/// Of which lot it was, or which pieces they were, as somebody says, or as the code tells: made, if they are new.
///
/// # Errors
/// What is wrong with the field that says it, or that it is missing.
async fn lots(tx: &mut Tx, known: &Known, decide: &DecideUnknownCode, scans: &[Scan]) -> Result<Vec<LotId>, OpError> {
    let field = if known.tracking.is_serial() { "serials" } else { "lot" };
    let wrong = |said| OpError::from(FieldError { field: field.to_owned(), said });
    let serials: Vec<String> = decide.serials.iter().map(|serial| serial.trim().to_owned()).filter(|serial| !serial.is_empty()).collect();
    let fields = check_told("", known.tracking, None, &serials);
    if !fields.is_empty() {
        return Err(AppError::Invalid { fields }.into());
    }
    let said = Told::new(decide.lot.as_ref(), None);
    if let Some(said) = said.check(known) {
        return Err(FieldError { field: String::from("lot"), said }.into());
    }
    if !known.tracking.is_tracked() {
        return Ok(vec![LotId::NONE]);
    }
    if serials.len() > 1 {
        check_pieces(scans, serials.len())?;
    }
    let mut told: Vec<(&Known, Told)> = serials.iter().map(|serial| (known, Told::new(None, Some(serial)).or(&known.told))).collect();
    if told.is_empty() {
        told.push((known, said.or(&known.told)));
    }
    let found = tracked::find(tx, &told, true).await?;
    let mut lots = Vec::with_capacity(told.len());
    for (known, told) in &told {
        let needed = || wrong(Said::new(if known.tracking.is_serial() { "serial-needed" } else { "lot-needed" }));
        let lot = found.get(&told.name(known).ok_or_else(needed)?);
        if let Some(said) = told.contradicts(known, lot) {
            return Err(wrong(said));
        }
        lots.push(lot.map(|lot| lot.id).ok_or_else(OpError::not_found)?);
    }
    Ok(lots)
}

/// Several pieces are told of one place, and no more of them than were scanned there.
///
/// # Errors
/// `field-required` on `location`; `serial-count` on `serials`.
fn check_pieces(scans: &[Scan], given: usize) -> Result<(), OpError> {
    let places: BTreeSet<Uuid> = scans.iter().map(|scan| scan.location_id).collect();
    if places.len() > 1 {
        return Err(FieldError::new("location", "field-required").into());
    }
    let mut scanned = Quantity::ZERO;
    for scan in scans {
        let quantity = Quantity::new(scan.quantity).map_err(anyhow::Error::new)?;
        scanned = if scan.kind == ScanKind::Set.code() { quantity } else { scanned + quantity };
    }
    let most = Quantity::whole(i32::try_from(given).unwrap_or(i32::MAX));
    if scanned.is_positive() && most > scanned {
        return Err(FieldError::new("serials", "serial-count").with("wanted", scanned).with("given", most).into());
    }
    Ok(())
}

/// Makes the scans again under what they are of: of several pieces one after the other, the last scan for all that are left.
async fn made_again(tx: &mut Tx, session: &Session, known: &Known, lots: &[LotId], scans: &[Scan]) -> Result<BTreeSet<RoundKey>, OpError> {
    let (mut touched, mut rows, mut rounds) = (BTreeSet::new(), Vec::with_capacity(scans.len()), BTreeMap::new());
    let pairs = (0..scans.len().max(lots.len())).filter_map(|at| Some((scans.get(at).or(scans.last())?, lots.get(at % lots.len().max(1))?)));
    for (scan, lot) in pairs {
        let key = (LocationId(scan.location_id), known.variant, *lot);
        let round = match rounds.get(&key) {
            Some(round) => *round,
            None => *rounds.entry(key).or_insert(round(tx, session, key).await?),
        };
        let quantity = Quantity::new(scan.quantity).map_err(anyhow::Error::new)?;
        let quantity = scanned_quantity(quantity, Quantity::ONE, known.whole, true).map_err(OpError::conflict)?;
        let kind = ScanKind::of_code(scan.kind).unwrap_or(ScanKind::Add);
        let (kind, quantity) = if known.tracking.is_serial() { one_piece(quantity) } else { (kind, quantity) };
        touched.insert((key, round));
        // What was typed goes with it; not where each piece is told by itself.
        let entered = if known.tracking.is_serial() { None } else { scan.entered.clone().told()? };
        rows.push(Again { id: ScanId::new(), scan, key, round, kind, quantity, entered });
    }
    again(tx, session, &rows).await?;
    Ok(touched)
}

/// A scan that is made again under what it is of.
struct Again<'a> {
    id: ScanId,
    scan: &'a Scan,
    key: Key,
    round: u16,
    kind: ScanKind,
    quantity: Quantity,
    entered: Option<EnteredQuantity>,
}

/// The round in which a scan of this variant counts. In review a line that was counted is decided by what was counted:
/// more of it can only be found by a recount.
async fn round(tx: &mut Tx, session: &Session, (location, variant, lot): Key) -> Result<u16, OpError> {
    let tenant = tx.tenant();
    let latest: Option<(u16, u8)> = sqlx::query_as(
        "SELECT round, state FROM count_line WHERE tenant_id = ? AND count_id = ? AND location_id = ? AND variant_id = ? AND lot_id = ? AND state <> 3",
    )
    .bind(tenant)
    .bind(session.id.0)
    .bind(location.0)
    .bind(variant.0)
    .bind(lot.0)
    .fetch_optional(tx.conn())
    .await?;
    let Some((round, state)) = latest else { return Ok(1) };
    let state = stock_rules::CountLineState::of_code(state).ok_or_else(|| anyhow::anyhow!("a line is in an unknown state"))?;
    // It is the first counter's own scan, so it counts as if the count were still under way.
    let stands = LineStands { round, state, counted_before: false };
    decide_scan(CountState::Counting, Some(stands), true).map_err(OpError::conflict)
}

async fn again(tx: &mut Tx, session: &Session, rows: &[Again<'_>]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for rows in rows.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new(INSERT);
        insert.push_values(rows, |mut row, Again { id, scan, key, round, kind, quantity, .. }| {
            let id = id.0;
            row.push_bind(tenant).push_bind(id).push_bind(session.id.0).push_bind(scan.location_id).push_bind(*round);
            row.push_bind(&scan.code).push_bind(key.1.0).push_bind(key.2.0).push_bind(kind.code()).push_bind(quantity.decimal()).push_bind(id);
            row.push_bind(scan.device_at).push_bind(now).push_bind(scan.moment).push_bind(scan.person_id).push_bind(&scan.person_name);
        });
        insert.build().execute(tx.conn()).await?;
    }
    let typed: Vec<_> = rows.iter().filter_map(|row| Some((row.id, row.entered.as_ref()?))).collect();
    entered::write(tx, session, &typed).await
}

async fn take_back(tx: &mut Tx, session: &Session, actor: &Actor, scans: &[Scan]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let person = actor.person.unwrap_or(PersonId(Uuid::nil()));
    for scans in scans.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new(INSERT);
        insert.push_values(scans, |mut row, scan| {
            row.push_bind(tenant).push_bind(ScanId::new().0).push_bind(session.id.0).push_bind(scan.location_id).push("1");
            row.push_bind(&scan.code).push_bind(Uuid::nil()).push_bind(Uuid::nil()).push_bind(ScanKind::Undo.code()).push("0").push_bind(scan.id);
            row.push_bind(now).push_bind(now).push_bind(now).push_bind(person.0).push_bind(&actor.name);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

const INSERT: &str = "INSERT INTO count_scan (tenant_id, id, count_id, location_id, round, code, variant_id, lot_id, kind, quantity, undoes, device_at, \
                      received_at, moment, person_id, person_name) ";
