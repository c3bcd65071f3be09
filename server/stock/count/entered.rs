//! What was typed of scans in other units than the base unit: 2 cases = 24. Kept beside the scan, with the ratio of its day.

use super::{
    keys::Key,
    resolve::{Known, Meant},
    session::Session,
};
use ledger::units;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeSet, HashMap};
use stock_rules::{CountUnit, EnteredQuantity, OwnUnit};
use uuid::Uuid;
use vocabulary::{Quantity, Ratio, ScanId, VariantId, ratio_between};

/// Units that turn into each other whatever the item.
const SIZES: [&str; 6] = ["g", "kg", "cm", "m", "ml", "l"];
/// Most told of one line.
const TOLD: usize = 20;
/// Most read of one count.
const READ: i64 = 5_000;

/// What was typed of a scan, as it is read beside it.
#[derive(Clone, sqlx::FromRow)]
pub(super) struct Joined {
    entered_unit: Option<String>,
    entered_quantity: Option<Decimal>,
    entered_num: Option<i64>,
    entered_den: Option<i64>,
    entered_base: Option<Decimal>,
}

impl Joined {
    /// # Errors
    /// When the row holds what no quantity is.
    pub(super) fn told(self) -> Result<Option<EnteredQuantity>, OpError> {
        let Self {
            entered_unit: Some(unit),
            entered_quantity: Some(quantity),
            entered_num: Some(num),
            entered_den: Some(den),
            entered_base: Some(base),
        } = self
        else {
            return Ok(None);
        };
        let kept = |value: Decimal| Quantity::new(value).map_err(anyhow::Error::new);
        Ok(Some(EnteredQuantity { unit, quantity: kept(quantity)?, num, den, base: kept(base)? }))
    }
}

/// Gives what scans are of the units that it has besides its base unit.
///
/// # Errors
/// When the database fails.
pub(super) async fn units_of(tx: &mut Tx, codes: &mut Meant, variants: &mut HashMap<VariantId, Known>) -> Result<(), OpError> {
    let of: BTreeSet<VariantId> = codes.known.values().chain(variants.values()).filter(|known| !known.kit).map(|known| known.variant).collect();
    if of.is_empty() {
        return Ok(());
    }
    let own = units::of(tx, &of.into_iter().collect::<Vec<_>>()).await?;
    for known in codes.known.values_mut().chain(variants.values_mut()) {
        let all = own.get(&known.variant).into_iter().flatten();
        known.own = all.map(|own| OwnUnit { unit: own.unit.clone(), ratio: own.ratio, whole: own.whole }).collect();
    }
    Ok(())
}

/// The units in which an item may be counted, besides its base unit.
pub(super) fn choices(known: &Known) -> Vec<CountUnit> {
    let told = |unit: &str, ratio: Ratio| CountUnit { unit: unit.to_owned(), num: ratio.num(), den: ratio.den() };
    let own = known.own.iter().filter(|own| own.unit != known.unit).map(|own| told(&own.unit, own.ratio));
    let named = |unit: &&str| !known.own.iter().any(|own| own.unit == **unit) && **unit != known.unit;
    let sizes = SIZES.iter().filter(|unit| named(unit)).filter_map(|unit| Some(told(unit, ratio_between(unit, &known.unit)?)));
    own.chain(sizes).collect()
}

/// Keeps what was typed of scans.
///
/// # Errors
/// When the database fails.
pub(super) async fn write(tx: &mut Tx, session: &Session, rows: &[(ScanId, &EnteredQuantity)]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for rows in rows.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO count_entered (tenant_id, count_id, scan_id, unit, quantity, num, den, base) ");
        insert.push_values(rows, |mut row, (scan, entered)| {
            row.push_bind(tenant).push_bind(session.id.0).push_bind(scan.0).push_bind(&entered.unit).push_bind(entered.quantity.decimal());
            row.push_bind(entered.num).push_bind(entered.den).push_bind(entered.base.decimal());
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct OfLine {
    location_id: Uuid,
    variant_id: Uuid,
    lot_id: Uuid,
    round: u16,
    #[sqlx(flatten)]
    entered: Joined,
}

/// What was typed of each line and round of a count, in the order in which it was counted; not what was taken back.
///
/// # Errors
/// When the database fails.
pub(super) async fn of_lines(tx: &mut Tx, session: &Session) -> Result<HashMap<(Key, u16), Vec<EnteredQuantity>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<OfLine> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN c.location_id, c.variant_id, c.lot_id, c.round, e.unit AS entered_unit, e.quantity AS entered_quantity, e.num AS entered_num, \
         e.den AS entered_den, e.base AS entered_base FROM count_entered e FORCE INDEX (PRIMARY) \
         JOIN count_scan c FORCE INDEX (PRIMARY) ON c.tenant_id = e.tenant_id AND c.id = e.scan_id \
         LEFT JOIN count_scan u FORCE INDEX (count_scan_undone) ON u.tenant_id = c.tenant_id AND u.undoes = c.id AND u.kind = 3 \
         WHERE e.tenant_id = ? AND e.count_id = ? AND u.id IS NULL ORDER BY c.moment, c.id LIMIT ?",
    )
    .bind(tenant)
    .bind(session.id.0)
    .bind(READ)
    .fetch_all(tx.conn())
    .await?;
    let mut lines: HashMap<(Key, u16), Vec<EnteredQuantity>> = HashMap::new();
    for row in rows {
        let line = lines.entry(((row.location_id.into(), row.variant_id.into(), row.lot_id.into()), row.round)).or_default();
        if line.len() < TOLD {
            line.extend(row.entered.told()?);
        }
    }
    Ok(lines)
}
