//! The units of its own that a variant has.

use crate::{
    Catalog, change,
    upsert::{
        world::{Variant, World},
        write,
    },
};
use catalog_rules::{
    ArchiveVariantUnit, NewBarcode, SetVariantUnit, ShowVariantUnits, UNITS_MAX, UnitFrom, VariantUnit, VariantUnitSaved, VariantUnits,
    decide_unit_kept, unit_is_whole,
};
use ledger::units;
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, AppError, FieldChange, FieldError, Quantity, Ratio, VariantId, ratio_between, units_beside};

/// A variant that is to change, as its version says, with its item's base unit; held until the transaction ends.
async fn held(tx: &mut Tx, world: &mut World, variant: VariantId, version: i64) -> Result<(Variant, String), OpError> {
    let held = change::variant(tx, world, variant).await?;
    if held.version != version {
        return Err(AppError::Stale.into());
    }
    let base = world.items.get(&held.item).map(|item| item.unit.clone()).ok_or_else(OpError::not_found)?;
    Ok((held, base))
}

/// How a unit is told in a history: `12`, `1/3`.
fn told(ratio: Ratio) -> String {
    if ratio.den() == 1 { ratio.num().to_string() } else { format!("{}/{}", ratio.num(), ratio.den()) }
}

/// What is said of a unit: how many base units it is, and whether fractions of it are taken.
type Said = Option<(Ratio, bool)>;

async fn saved(tx: &mut Tx, mut world: World, mut variant: Variant, unit: &str, from: Said, to: Said) -> Result<Done<VariantUnitSaved>, OpError> {
    let id = VariantId(variant.id);
    if from == to {
        return Ok(Done::reply(VariantUnitSaved { variant: id, version: variant.version, changed: false }));
    }
    variant.touch();
    let reply = VariantUnitSaved { variant: id, version: variant.version, changed: true };
    let is = |said: Said| said.map(|(ratio, _)| format!("{unit} = {}", told(ratio)));
    let fractions = |said: Said| said.filter(|(_, whole)| !whole).map(|_| unit.to_owned());
    let all = [("own_unit", is(from), is(to)), ("unit_fractions", fractions(from), fractions(to))];
    let changed = all.into_iter().filter(|(_, from, to)| from != to);
    let changes: Vec<FieldChange> = changed.map(|(field, from, to)| FieldChange { field: field.to_owned(), from, to }).collect();
    let (trail, event) = (change::trail_of(variant.item, &variant.sku, &changes), change::event_of(&variant));
    world.add_again(variant);
    write::write(tx, &mut world).await?;
    Ok(Done::reply(reply).trail(trail).event(event))
}

impl Handle<SetVariantUnit> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, set: SetVariantUnit) -> Result<Done<VariantUnitSaved>, OpError> {
        let mut world = World::default();
        let (variant, base) = held(tx, &mut world, set.variant, set.version).await?;
        let barcodes = packs(tx, set.variant).await?;
        let ratio = decide_unit_kept(&set, &base, &barcodes)?;
        let unit = set.unit.trim();
        let (tenant, now) = (tx.tenant(), tx.now());
        let had: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM variant_unit WHERE tenant_id = ? AND variant_id = ? AND unit <> ?")
            .bind(tenant)
            .bind(set.variant.0)
            .bind(unit)
            .fetch_one(tx.conn())
            .await?;
        if usize::try_from(had).unwrap_or(usize::MAX) >= UNITS_MAX {
            return Err(FieldError::new("unit", "units-too-many").with("max", UNITS_MAX).into());
        }
        let (from, to) = (given(tx, set.variant, unit).await?, Some((ratio, set.whole)));
        if from != to {
            sqlx::query(
                "INSERT INTO variant_unit (tenant_id, variant_id, unit, num, den, whole, archived_at, created_at) VALUES (?, ?, ?, ?, ?, ?, NULL, ?) \
                 ON DUPLICATE KEY UPDATE num = VALUES(num), den = VALUES(den), whole = VALUES(whole), archived_at = NULL",
            )
            .bind(tenant)
            .bind(set.variant.0)
            .bind(unit)
            .bind(ratio.num())
            .bind(ratio.den())
            .bind(set.whole)
            .bind(now)
            .execute(tx.conn())
            .await?;
        }
        saved(tx, world, variant, unit, from, to).await
    }
}

impl Handle<ArchiveVariantUnit> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, put: ArchiveVariantUnit) -> Result<Done<VariantUnitSaved>, OpError> {
        let mut world = World::default();
        let (variant, _) = held(tx, &mut world, put.variant, put.version).await?;
        let (tenant, now) = (tx.tenant(), tx.now());
        let unit = put.unit.trim();
        let from = given(tx, put.variant, unit).await?;
        if from.is_none() {
            return Err(OpError::not_found());
        }
        if packs(tx, put.variant).await?.iter().any(|(of, _)| of == unit) {
            return Err(FieldError::new("unit", "unit-has-barcode").with("unit", unit).into());
        }
        sqlx::query("UPDATE variant_unit SET archived_at = ? WHERE tenant_id = ? AND variant_id = ? AND unit = ?")
            .bind(now)
            .bind(tenant)
            .bind(put.variant.0)
            .bind(unit)
            .execute(tx.conn())
            .await?;
        saved(tx, world, variant, unit, from, None).await
    }
}

impl Handle<ShowVariantUnits> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowVariantUnits) -> Result<Done<VariantUnits>, OpError> {
        let tenant = tx.tenant();
        let row: Option<(i64, String, bool)> = sqlx::query_as(
            "SELECT v.version, i.unit, i.whole FROM variant v JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
             WHERE v.tenant_id = ? AND v.id = ?",
        )
        .bind(tenant)
        .bind(show.variant.0)
        .fetch_optional(tx.conn())
        .await?;
        let (version, base, whole) = row.ok_or_else(OpError::not_found)?;
        let own = units::of(tx, &[show.variant]).await?.remove(&show.variant).unwrap_or_default();
        let unit = |unit: &str, ratio: Ratio, whole: bool, from: UnitFrom| VariantUnit {
            unit: unit.to_owned(),
            num: ratio.num(),
            den: ratio.den(),
            whole,
            from,
        };
        let mut all = vec![unit(&base, Ratio::ONE, whole, UnitFrom::Base)];
        let beside = units_beside(&base).filter(|beside| *beside != base && !own.iter().any(|own| own.unit == *beside));
        all.extend(beside.filter_map(|beside| Some(unit(beside, ratio_between(beside, &base)?, unit_is_whole(beside), UnitFrom::Known))));
        all.extend(own.iter().map(|own| unit(&own.unit, own.ratio, own.whole, if own.barcode { UnitFrom::Barcode } else { UnitFrom::Own })));
        Ok(Done::reply(VariantUnits { variant: show.variant, version, base, units: all }))
    }
}

/// A unit that a variant was given and that is not put away.
async fn given(tx: &mut Tx, variant: VariantId, unit: &str) -> Result<Option<(Ratio, bool)>, OpError> {
    let all = units::of(tx, &[variant]).await?.remove(&variant).unwrap_or_default();
    Ok(all.into_iter().find(|own| own.unit == unit && !own.barcode).map(|own| (own.ratio, own.whole)))
}

/// How many are under a variant's barcodes, by unit.
async fn packs(tx: &mut Tx, variant: VariantId) -> Result<Vec<(String, Quantity)>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(String, rust_decimal::Decimal)> =
        sqlx::query_as("SELECT unit, pack FROM barcode WHERE tenant_id = ? AND variant_id = ? ORDER BY unit, code")
            .bind(tenant)
            .bind(variant.0)
            .fetch_all(tx.conn())
            .await?;
    rows.into_iter().map(|(unit, pack)| Ok((unit, Quantity::new(pack).map_err(anyhow::Error::new)?))).collect()
}

/// A barcode tells of a unit what the unit tells of itself: one fact, whoever tells it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn check_pack(tx: &mut Tx, variant: VariantId, barcode: &NewBarcode) -> Result<Option<FieldError>, OpError> {
    let Some((ratio, _)) = given(tx, variant, &barcode.unit).await? else { return Ok(None) };
    let differs = Ratio::of(barcode.pack) != Some(ratio);
    Ok(differs.then(|| FieldError::new("barcode.pack", "barcode-pack-differs").with("unit", barcode.unit.as_str()).with("pack", told(ratio))))
}
