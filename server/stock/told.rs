//! Which lot, or which pieces, a line is of: what it tells, and what is known of that.

use crate::plan::Checks;
use chrono::NaiveDate;
use ledger::{
    Place, Share,
    lots::{self, Lot, Name, NewLot},
    read::VariantFacts,
};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::{BTreeSet, HashMap};
use stock_rules::{LotGiven, check_life, check_lot, check_serial_count, check_told};
use uuid::Uuid;
use vocabulary::{FieldError, LotId, Quantity, Status, Tracking};

/// A line as it tells its lot or its pieces.
pub(crate) struct Told<'a> {
    /// How its fields begin: `lines[0].`
    pub line: String,
    pub known: &'a VariantFacts,
    pub quantity: Quantity,
    pub lot: Option<&'a LotGiven>,
    pub serials: &'a [String],
    pub status: Status,
}

impl Told<'_> {
    fn field(&self, name: &str) -> String {
        format!("{}{name}", self.line)
    }

    /// What it names, in its order.
    fn names(&self) -> Vec<Name> {
        let variant = self.known.id;
        match self.known.tracking {
            Tracking::None => Vec::new(),
            Tracking::Lot | Tracking::LotExpiry => self.lot.iter().map(|lot| (variant, false, lot.code.trim().to_owned())).collect(),
            Tracking::Serial => self.serials.iter().map(|serial| (variant, true, serial.trim().to_owned())).collect(),
        }
    }

    /// How much is of which, where all of them are known.
    fn shares(&self, found: &HashMap<Name, Lot>) -> Vec<Share> {
        if !self.known.tracking.is_tracked() {
            return Share::untracked(self.quantity);
        }
        let each = if self.known.tracking.is_serial() { Quantity::ONE } else { self.quantity };
        self.names().iter().filter_map(|name| found.get(name)).map(|lot| Share { lot: lot.id, quantity: each }).collect()
    }
}

/// What is asked of the life of goods that come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// As much as the item asks for of what is delivered.
    Delivered,
    /// That it is not over.
    Usable,
}

/// How much of the lines is of which lot, for goods that come: a lot or a piece that is new is made. What is wrong goes to
/// `checks`; lines whose quantity is nought tell nothing.
///
/// # Errors
/// When the database fails.
pub(crate) async fn coming(tx: &mut Tx, checks: &mut Checks, told: &[Told<'_>], day: NaiveDate, asks: Asks) -> Result<Vec<Vec<Share>>, OpError> {
    let mut sound = true;
    for one in told {
        let wrong = check_lot(&one.line, one.known.tracking, one.quantity, one.lot, one.serials);
        sound &= wrong.is_empty();
        checks.add(wrong);
    }
    if !sound || told.iter().all(|one| !one.known.tracking.is_tracked()) {
        return Ok(told.iter().map(|one| Share::untracked(one.quantity)).collect());
    }
    let names: Vec<Name> = told.iter().flat_map(Told::names).collect();
    let found = lots::find(tx, &names).await?;
    let (mut new, mut sound) = (Vec::new(), true);
    for one in told {
        for name in one.names() {
            let wrong = match (found.get(&name), one.lot) {
                (Some(lot), given) => check_known(one, lot, given, day, asks),
                (None, Some(given)) => check_new(one, given, day, asks),
                (None, None) => None,
            };
            sound &= wrong.is_none();
            checks.add(wrong);
            let given = one.lot.filter(|_| !one.known.tracking.is_serial());
            let (expires_on, made_on) = given.map(|given| (given.expires_on, given.made_on)).unwrap_or_default();
            let (variant, serial, code) = name;
            new.push(NewLot { variant, serial, code, expires_on, made_on });
        }
    }
    if !sound {
        return Ok(told.iter().map(|one| Share::untracked(one.quantity)).collect());
    }
    let found = lots::open(tx, &new).await?;
    Ok(told.iter().map(|one| one.shares(&found)).collect())
}

/// A lot that is there already: its last day is as it was told, and not too near.
fn check_known(one: &Told<'_>, lot: &Lot, given: Option<&LotGiven>, day: NaiveDate, asks: Asks) -> Option<FieldError> {
    let told = given.and_then(|given| given.expires_on);
    if told.is_some() && told != lot.expires_on {
        let wrong = FieldError::new(&one.field("lot"), if lot.expires_on.is_some() { "lot-other-day" } else { "lot-no-day" });
        return Some(match lot.expires_on {
            Some(last) => wrong.with("lot", lot.code.as_str()).with("day", last),
            None => wrong.with("lot", lot.code.as_str()),
        });
    }
    lives(one, lot.expires_on, day, asks)
}

/// A lot that is new.
fn check_new(one: &Told<'_>, given: &LotGiven, day: NaiveDate, asks: Asks) -> Option<FieldError> {
    if one.known.tracking.expires() && given.expires_on.is_none() {
        return Some(FieldError::new(&one.field("lot.expires_on"), "lot-day-needed"));
    }
    if given.made_on.is_some_and(|made| made > day) {
        return Some(FieldError::new(&one.field("lot"), "lot-made-later"));
    }
    lives(one, given.expires_on, day, asks)
}

/// Only what may be sold has to live: what is over is taken in as damaged, or in quarantine.
fn lives(one: &Told<'_>, expires_on: Option<NaiveDate>, day: NaiveDate, asks: Asks) -> Option<FieldError> {
    let least = if asks == Asks::Delivered { one.known.life.receipt } else { 0 };
    if one.status == Status::Available { check_life(&one.field("lot"), expires_on, day, least) } else { None }
}

/// How much of the lines is of which lot, for goods that go from `place`: a lot that is not told is the only one there.
/// What is wrong goes to `checks`.
///
/// # Errors
/// When the database fails.
pub(crate) async fn going(tx: &mut Tx, checks: &mut Checks, told: &[Told<'_>], place: &Place) -> Result<Vec<Vec<Share>>, OpError> {
    let named = named(tx, checks, told).await?;
    let mut shares = Vec::with_capacity(told.len());
    for (one, named) in told.iter().zip(named) {
        if one.known.tracking.is_serial() {
            checks.add(check_serial_count(&one.field("serials"), one.quantity, one.serials));
            checks.add(are_there(tx, one, &named, place).await?);
        }
        if !one.known.tracking.is_tracked() {
            shares.push(Share::untracked(one.quantity));
        } else if one.names().is_empty() && !one.known.tracking.is_serial() {
            shares.push(only_lot(tx, checks, one, place).await?);
        } else {
            shares.push(one.shares(&named));
        }
    }
    Ok(shares)
}

/// The lots and pieces that lines name, each of which must be known.
///
/// # Errors
/// When the database fails.
pub(crate) async fn named(tx: &mut Tx, checks: &mut Checks, told: &[Told<'_>]) -> Result<Vec<HashMap<Name, Lot>>, OpError> {
    for one in told {
        checks.add(check_told(&one.line, one.known.tracking, one.lot, one.serials));
    }
    let names: Vec<Name> = told.iter().flat_map(Told::names).filter(|(.., code)| !code.is_empty()).collect();
    let found = if names.is_empty() { HashMap::new() } else { lots::find(tx, &names).await? };
    let mut all = Vec::with_capacity(told.len());
    for one in told {
        let mut named = HashMap::new();
        for name in one.names().into_iter().filter(|(.., code)| !code.is_empty()) {
            let Some(lot) = found.get(&name) else {
                let serial = one.known.tracking.is_serial();
                let (field, code, param) = if serial { ("serials", "serial-unknown", "serial") } else { ("lot", "lot-unknown", "lot") };
                checks.add([FieldError::new(&one.field(field), code).with(param, name.2)]);
                continue;
            };
            named.insert(name, lot.clone());
        }
        all.push(named);
    }
    Ok(all)
}

/// The pieces of a line that are not at the place where it takes them.
async fn are_there(tx: &mut Tx, one: &Told<'_>, named: &HashMap<Name, Lot>, place: &Place) -> Result<Vec<FieldError>, OpError> {
    let ids: BTreeSet<LotId> = named.values().map(|lot| lot.id).collect();
    let are = lots::where_are(tx, &ids).await?;
    let mut wrong = Vec::new();
    for lot in one.names().iter().filter_map(|name| named.get(name)) {
        let is = are.get(&lot.id).filter(|is| is.present);
        let here = is.is_some_and(|is| is.location == place.location && is.status == one.status.code());
        if !here {
            let code = if is.is_some() { "serial-elsewhere" } else { "serial-gone" };
            wrong.push(FieldError::new(&one.field("serials"), code).with("serial", lot.code.as_str()));
        }
    }
    Ok(wrong)
}

/// Where a line does not say which lot, it is the only one that is there.
async fn only_lot(tx: &mut Tx, checks: &mut Checks, one: &Told<'_>, place: &Place) -> Result<Vec<Share>, OpError> {
    let tenant = tx.tenant();
    let there: Vec<(Uuid, String, Decimal)> = sqlx::query_as(
        "SELECT b.lot_id, t.code, b.on_hand FROM stock_balance b JOIN lot t ON t.tenant_id = b.tenant_id AND t.id = b.lot_id \
         WHERE b.tenant_id = ? AND b.location_id = ? AND b.variant_id = ? AND b.status = ? AND b.on_hand > 0 ORDER BY t.expires_on, t.id LIMIT 9",
    )
    .bind(tenant)
    .bind(place.location.0)
    .bind(one.known.id.0)
    .bind(one.status.code())
    .fetch_all(tx.conn())
    .await?;
    match there.as_slice() {
        [(lot, ..)] => Ok(vec![Share { lot: LotId(*lot), quantity: one.quantity }]),
        [] => {
            checks
                .add([FieldError::new(&one.field("quantity"), "stock-insufficient").with("available", Quantity::ZERO).with("wanted", one.quantity)]);
            Ok(Vec::new())
        }
        several => {
            let lots: Vec<&str> = several.iter().map(|(_, code, _)| code.as_str()).collect();
            checks.add([FieldError::new(&one.field("lot"), "lot-which").with("lots", lots.join(", "))]);
            Ok(Vec::new())
        }
    }
}

/// The lots that lines name, for goods of which what expires first goes unless one is named; pieces have to be named.
///
/// # Errors
/// All that is wrong with them, if anything is.
pub(crate) async fn named_only(tx: &mut Tx, told: &[Told<'_>]) -> Result<Vec<Vec<LotId>>, OpError> {
    let mut checks = Checks::default();
    let named = named(tx, &mut checks, told).await?;
    for one in told.iter().filter(|one| one.known.tracking.is_serial()) {
        checks.add(check_serial_count(&one.field("serials"), one.quantity, one.serials));
    }
    checks.finish()?;
    Ok(named.into_iter().map(|named| named.into_values().map(|lot| lot.id).collect()).collect())
}
