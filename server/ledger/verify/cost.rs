//! Pool by pool: do the entries follow one another, is what is left of the layers what the entries come to, and is it all
//! that stands in the stores, but for what waits to be valued?

use super::{
    Check, Failure, PAGE,
    only::{Only, Value, push_after},
};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{CostKind, CostMethod, CostScope, PlaceKind, PostingId, Said, VariantId};

type Key = (Uuid, Uuid, Uuid);

#[derive(sqlx::FromRow)]
struct Entry {
    variant_id: Uuid,
    scope_id: Uuid,
    lot_id: Uuid,
    seq: i64,
    kind: u8,
    quantity: Decimal,
    value: Decimal,
    quantity_after: Decimal,
    value_after: Decimal,
    posting_id: Uuid,
}

/// Where a pool's entries have got to.
#[derive(Default)]
struct Reached {
    key: Key,
    seq: i64,
    quantity: Decimal,
    value: Decimal,
    broken: bool,
}

/// All of it but the days.
pub(super) async fn check(tx: &mut Tx, only: Only<'_, VariantId>) -> Result<Vec<Check>, OpError> {
    Ok(vec![entries(tx, only).await?, pools(tx, only).await?, layers(tx, only).await?, on_hand(tx, only).await?])
}

/// Each entry leaves what the one before it left, and itself; no number is missing.
async fn entries(tx: &mut Tx, only: Only<'_, VariantId>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-cost-entries");
    match only {
        Only::All => follow(tx, &mut check, Uuid::nil(), Uuid::max()).await?,
        Only::These(variants) => {
            for variant in variants {
                follow(tx, &mut check, variant.0, variant.0).await?;
            }
        }
    }
    Ok(check)
}

/// Those of the variants from the first to the last.
async fn follow(tx: &mut Tx, check: &mut Check, first: Uuid, last: Uuid) -> Result<(), OpError> {
    let (tenant, mut reached) = (tx.tenant(), Reached::default());
    let mut after: (Uuid, Uuid, Uuid, i64) = (first, Uuid::nil(), Uuid::nil(), 0);
    loop {
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT variant_id, scope_id, lot_id, seq, kind, quantity, value, quantity_after, value_after, posting_id \
             FROM cost_entry FORCE INDEX (PRIMARY) WHERE tenant_id = ",
        );
        select.push_bind(tenant).push(" AND variant_id <= ").push_bind(last);
        let (variant, scope, lot) = (Value::Id(after.0), Value::Id(after.1), Value::Id(after.2));
        push_after(&mut select, &[("variant_id", variant), ("scope_id", scope), ("lot_id", lot), ("seq", Value::Number(after.3))]);
        select.push(" ORDER BY variant_id, scope_id, lot_id, seq LIMIT ").push_bind(PAGE);
        let rows: Vec<Entry> = select.build_query_as().fetch_all(tx.conn()).await?;
        for row in &rows {
            let key = (row.variant_id, row.scope_id, row.lot_id);
            if reached.key != key {
                reached = Reached { key, ..Reached::default() };
            }
            check.examined += 1;
            reached.seq += 1;
            reached.quantity += row.quantity;
            reached.value += row.value;
            if reached.broken {
                continue;
            }
            let wrong = if row.seq != reached.seq {
                Some(("proof-sequence-gap", Decimal::from(reached.seq), Decimal::from(row.seq)))
            } else if row.quantity_after != reached.quantity {
                Some(("proof-cost-differs", reached.quantity, row.quantity_after))
            } else {
                (row.value_after != reached.value).then_some(("proof-cost-differs", reached.value, row.value_after))
            };
            if let Some((code, expected, found)) = wrong {
                reached.broken = true;
                let failure = failure(code, key, expected, found);
                let operation = CostKind::of_code(row.kind).map(|kind| kind.tag().to_owned());
                check.fails(Failure { seq: Some(row.seq), posting: Some(PostingId(row.posting_id)), operation, ..failure });
            }
        }
        let Some(row) = rows.last().filter(|_| rows.len() == usize::try_from(PAGE).unwrap_or(0)) else { return Ok(()) };
        after = (row.variant_id, row.scope_id, row.lot_id, row.seq);
    }
}

type Wrong = (Uuid, Uuid, Uuid, Decimal, Decimal);

/// Each pool is what its entries come to, and what is left of its layers less what is owed to it.
async fn pools(tx: &mut Tx, only: Only<'_, VariantId>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-cost-pools");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM cost_pool WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT variant_id, scope_id, lot_id, SUM(entries), SUM(said) FROM ( \
           SELECT p.variant_id, p.scope_id, p.lot_id, p.value AS said, 0 AS entries, p.quantity AS said_quantity, 0 AS entries_quantity",
    );
    only.push_from(&mut select, tenant, "cost_pool", "p", "PRIMARY");
    select
        .push(" WHERE p.tenant_id = ")
        .push_bind(tenant)
        .push(" UNION ALL SELECT e.variant_id, e.scope_id, e.lot_id, 0, SUM(e.value), 0, SUM(e.quantity)");
    only.push_from(&mut select, tenant, "cost_entry", "e", "PRIMARY");
    select.push(" WHERE e.tenant_id = ").push_bind(tenant).push(" GROUP BY e.variant_id, e.scope_id, e.lot_id) both_sides");
    select.push(" GROUP BY variant_id, scope_id, lot_id HAVING SUM(said) <> SUM(entries) OR SUM(said_quantity) <> SUM(entries_quantity) LIMIT 100");
    let by_entries: Vec<Wrong> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT variant_id, scope_id, lot_id, SUM(layers), SUM(said) FROM ( \
           SELECT p.variant_id, p.scope_id, p.lot_id, p.value + p.owed_value AS said, 0 AS layers, p.quantity + p.owed_quantity AS said_quantity, \
             0 AS layers_quantity",
    );
    only.push_from(&mut select, tenant, "cost_pool", "p", "PRIMARY");
    select.push(" WHERE p.tenant_id = ").push_bind(tenant);
    select.push(" UNION ALL SELECT y.variant_id, y.scope_id, y.lot_id, 0, SUM(y.value_left), 0, SUM(y.quantity_left)");
    only.push_from(&mut select, tenant, "cost_layer", "y", "PRIMARY");
    select.push(" WHERE y.tenant_id = ").push_bind(tenant).push(" GROUP BY y.variant_id, y.scope_id, y.lot_id) both_sides");
    select.push(" GROUP BY variant_id, scope_id, lot_id HAVING SUM(said) <> SUM(layers) OR SUM(said_quantity) <> SUM(layers_quantity) LIMIT 100");
    let by_layers: Vec<Wrong> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, scope, lot, expected, found) in by_entries.into_iter().chain(by_layers) {
        check.fails(failure("proof-cost-differs", (variant, scope, lot), expected, found));
    }
    Ok(check)
}

/// Out of a layer came what went in, but for what is left; nothing of it is below nought, and nothing left is worth nothing.
async fn layers(tx: &mut Tx, only: Only<'_, VariantId>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-cost-layers");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM cost_layer WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN l.variant_id, l.scope_id, l.lot_id, l.number, l.posting_id, l.value_in - COALESCE(t.value, 0), l.value_left",
    );
    only.push_from(&mut select, tenant, "cost_layer", "l", "PRIMARY");
    select.push(" LEFT JOIN (SELECT c.variant_id, c.scope_id, c.lot_id, c.number, SUM(c.quantity) AS quantity, SUM(c.value) AS value");
    only.push_from(&mut select, tenant, "cost_consumption", "c", "PRIMARY");
    select.push(" WHERE c.tenant_id = ").push_bind(tenant).push(" GROUP BY c.variant_id, c.scope_id, c.lot_id, c.number) t");
    select.push(" ON t.variant_id = l.variant_id AND t.scope_id = l.scope_id AND t.lot_id = l.lot_id AND t.number = l.number WHERE l.tenant_id = ");
    select.push_bind(tenant).push(
        " AND (l.quantity_left <> l.quantity_in - COALESCE(t.quantity, 0) OR l.value_left <> l.value_in - COALESCE(t.value, 0) \
           OR l.quantity_left < 0 OR l.value_left < 0 OR l.quantity_left > l.quantity_in OR l.quantity_left = 0 AND l.value_left <> 0) LIMIT 100",
    );
    let wrong: Vec<(Uuid, Uuid, Uuid, i64, Uuid, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, scope, lot, number, posting, expected, found) in wrong {
        let failure = failure("proof-cost-differs", (variant, scope, lot), expected, found);
        check.fails(Failure { seq: Some(number), posting: Some(PostingId(posting)), ..failure });
    }
    Ok(check)
}

/// What the pools hold, and what waits to be valued, is what stands in the stores.
async fn on_hand(tx: &mut Tx, only: Only<'_, VariantId>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-cost-quantity");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM stock_balance WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT variant_id, scope_id, lot_id, SUM(stands), SUM(valued + waits) FROM ( \
           SELECT p.variant_id, p.scope_id, p.lot_id, 0 AS stands, p.quantity AS valued, 0 AS waits",
    );
    only.push_from(&mut select, tenant, "cost_pool", "p", "PRIMARY");
    select.push(" WHERE p.tenant_id = ").push_bind(tenant).push(" UNION ALL SELECT b.variant_id, ");
    push_pool(&mut select, "b");
    select.push(", b.on_hand, 0, 0");
    only.push_from(&mut select, tenant, "stock_balance", "b", "stock_balance_variant");
    // A variant that was never valued has no pool: all of it waits, in whichever scope.
    select.push(
        " JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id \
          LEFT JOIN cost_head h ON h.tenant_id = b.tenant_id AND h.variant_id = b.variant_id WHERE b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.on_hand <> 0 UNION ALL SELECT m.variant_id, ");
    push_pool(&mut select, "m");
    select.push(", 0, 0, m.quantity");
    only.push_from(&mut select, tenant, "cost_queue", "q", "PRIMARY");
    select.push(
        " JOIN stock_movement m FORCE INDEX (stock_movement_variant) ON m.tenant_id = q.tenant_id AND m.variant_id = q.variant_id \
          AND m.posting_id = q.posting_id AND m.seq > 0 JOIN location l ON l.tenant_id = m.tenant_id AND l.id = m.location_id \
          LEFT JOIN cost_head h ON h.tenant_id = m.tenant_id AND h.variant_id = m.variant_id WHERE q.tenant_id = ",
    );
    select.push_bind(tenant);
    select.push(") all_sides GROUP BY variant_id, scope_id, lot_id HAVING SUM(stands) <> SUM(valued + waits) LIMIT 100");
    let wrong: Vec<Wrong> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, scope, lot, expected, found) in wrong {
        check.fails(failure("proof-cost-quantity-differs", (variant, scope, lot), expected, found));
    }
    Ok(check)
}

/// The scope and the lot of the pool that a row belongs to, by its variant's head `h` and its place `l`.
fn push_pool(select: &mut QueryBuilder<MySql>, row: &str) {
    select
        .push("IF(h.scope = ")
        .push_bind(CostScope::Company.code())
        .push(", REPEAT(CHAR(0), 16), IF(l.kind = ")
        .push_bind(PlaceKind::Transit.code());
    select.push(", ").push(row).push(".location_id, ").push(row).push(".store_id)), IF(h.method = ").push_bind(CostMethod::Specific.code());
    select.push(", ").push(row).push(".lot_id, REPEAT(CHAR(0), 16))");
}

/// The sums of the days are those of their entries. Of all of them: no key leads from a day to its entries.
pub(super) async fn days(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-cost-days");
    let tenant = tx.tenant();
    check.examined = Only::<VariantId>::All.examined(tx, "SELECT COUNT(*) FROM cost_day WHERE tenant_id = ?").await?;
    let wrong: Vec<(Uuid, chrono::NaiveDate, u8, Decimal, Decimal)> = sqlx::query_as(
        "SELECT scope_id, day, kind, SUM(entries), SUM(said) FROM ( \
           SELECT scope_id, day, kind, value AS said, 0 AS entries FROM cost_day WHERE tenant_id = ? \
           UNION ALL \
           SELECT scope_id, business_date, kind, 0, SUM(value) FROM cost_entry WHERE tenant_id = ? GROUP BY scope_id, business_date, kind \
         ) both_sides GROUP BY scope_id, day, kind HAVING SUM(said) <> SUM(entries) LIMIT 100",
    )
    .bind(tenant)
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for (scope, day, kind, expected, found) in wrong {
        let said = Said::new("proof-cost-differs").with("expected", told(expected)).with("found", told(found));
        let operation = CostKind::of_code(kind).map(|kind| kind.tag().to_owned());
        check.fails(Failure { key: format!("{scope}/{day}"), operation, ..Failure::new(said) });
    }
    Ok(check)
}

fn failure(code: &str, (variant, scope, lot): Key, expected: Decimal, found: Decimal) -> Failure {
    let said = Said::new(code).with("expected", told(expected)).with("found", told(found));
    Failure { key: format!("{variant}/{scope}/{lot}"), ..Failure::new(said) }
}

fn told(value: Decimal) -> String {
    value.normalize().to_string()
}
