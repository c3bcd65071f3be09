//! What should be there and nobody counted: stock within the count's scope without a line that says how much.

use super::{session::Session, tracked::Joined};
use crate::Stock;
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet};
use stock_rules::{CountScope, ListUncounted, LotNamed, REVIEW_MAX, Uncounted, UncountedLine, UncountedName};
use uuid::Uuid;
use vocabulary::{Actor, LocationId, LotId, Quantity, VariantId};

#[derive(sqlx::FromRow)]
struct Row {
    location_id: Uuid,
    code: String,
    variant_id: Uuid,
    #[sqlx(flatten)]
    lot: Joined,
    sku: String,
    name: String,
    option_text: String,
    on_hand: Decimal,
    cost: Option<Decimal>,
    moved_at: DateTime<Utc>,
}

/// The rest of both questions: which balances of the scope nobody counted. Loose stock in the status that is sold; what
/// is damaged or held back is not on the shelf.
fn from(select: &mut QueryBuilder<MySql>, session: &Session, tenant: i64, at: Option<LocationId>) {
    select.push(
        " FROM stock_balance b JOIN location loc ON loc.tenant_id = b.tenant_id AND loc.id = b.location_id AND loc.kind < 10 \
         JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id \
         LEFT JOIN lot t ON t.tenant_id = b.tenant_id AND t.id = b.lot_id WHERE b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.store_id = ").push_bind(session.store.0);
    select.push(" AND b.status = 1 AND b.seq > 0 AND b.on_hand <> 0");
    if let Some(at) = at {
        select.push(" AND b.location_id = ").push_bind(at.0);
    }
    match session.scope {
        CountScope::Everything => {}
        CountScope::Locations => {
            select.push(" AND EXISTS (SELECT 1 FROM count_place p WHERE p.tenant_id = b.tenant_id AND p.location_id = b.location_id AND p.planned");
            select.push(" AND p.count_id = ").push_bind(session.id.0).push(")");
        }
        CountScope::Category => {
            select.push(
                " AND EXISTS (SELECT 1 FROM item i JOIN count_scope c ON c.tenant_id = i.tenant_id AND c.kind = 2 AND c.ref_id = i.category_id \
                 WHERE i.tenant_id = b.tenant_id AND i.id = v.item_id AND c.count_id = ",
            );
            select.push_bind(session.id.0).push(")");
        }
        CountScope::Items => {
            select.push(" AND EXISTS (SELECT 1 FROM count_scope c WHERE c.tenant_id = b.tenant_id AND c.kind = 3 AND c.ref_id = b.variant_id");
            select.push(" AND c.count_id = ").push_bind(session.id.0).push(")");
        }
    }
    // A line without a number was never counted, unless somebody was asked to, or decided to leave it.
    select.push(
        " AND NOT EXISTS (SELECT 1 FROM count_line l WHERE l.tenant_id = b.tenant_id AND l.location_id = b.location_id \
         AND l.variant_id = b.variant_id AND l.lot_id = b.lot_id AND (l.counted IS NOT NULL OR l.state IN (4, 6)) AND l.count_id = ",
    );
    select.push_bind(session.id.0).push(")");
}

/// How many lines are not counted, in the count or at one of its places.
///
/// # Errors
/// When the database fails.
pub(super) async fn how_many(tx: &mut Tx, session: &Session, at: Option<LocationId>) -> Result<i64, OpError> {
    let mut select = QueryBuilder::<MySql>::new("SELECT COUNT(*)");
    from(&mut select, session, tx.tenant(), at);
    Ok(select.build_query_scalar().fetch_one(tx.conn()).await?)
}

/// The same, where the first of them are listed already: asked only when the list may be cut.
///
/// # Errors
/// When the database fails.
pub(super) async fn how_many_beside(tx: &mut Tx, session: &Session, at: Option<LocationId>, listed: usize) -> Result<i64, OpError> {
    if listed < REVIEW_MAX { Ok(i64::try_from(listed).unwrap_or(i64::MAX)) } else { how_many(tx, session, at).await }
}

/// Variants per statement.
const MOST: usize = 1000;

/// Something that is not counted at a place: a variant, and which lot of it.
pub(super) type Missing = (VariantId, LotId);

/// Which of these are not counted at a place, and how their lots are named.
///
/// # Errors
/// When the database fails.
pub(super) async fn among(
    tx: &mut Tx,
    session: &Session,
    at: LocationId,
    wanted: &BTreeSet<Missing>,
) -> Result<BTreeMap<Missing, Option<LotNamed>>, OpError> {
    let variants: Vec<VariantId> = wanted.iter().map(|(variant, _)| *variant).collect::<BTreeSet<_>>().into_iter().collect();
    let mut found = BTreeMap::new();
    for variants in variants.chunks(MOST) {
        let mut select = QueryBuilder::<MySql>::new("SELECT b.variant_id, b.lot_id, t.serial, t.code AS lot_code, t.expires_on");
        from(&mut select, session, tx.tenant(), Some(at));
        select.push(" AND b.variant_id IN ");
        push_list(&mut select, variants.iter().map(|variant| variant.0));
        let rows: Vec<OfVariant> = select.build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows.into_iter().map(|row| ((row.variant_id.into(), row.lot.lot_id.into()), row.lot.named())));
    }
    found.retain(|missing, _| wanted.contains(missing));
    Ok(found)
}

#[derive(sqlx::FromRow)]
struct OfVariant {
    variant_id: Uuid,
    #[sqlx(flatten)]
    lot: Joined,
}

/// What is not counted, in the count or at one of its places, by place, name and lot: the first 500.
///
/// # Errors
/// When the database fails.
pub(super) async fn list(tx: &mut Tx, session: &Session, at: Option<LocationId>) -> Result<Vec<UncountedLine>, OpError> {
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT b.location_id, loc.code, b.variant_id, b.lot_id, t.serial, t.code AS lot_code, t.expires_on, v.sku, v.name, v.option_text, b.on_hand, v.cost, b.moved_at",
    );
    from(&mut select, session, tx.tenant(), at);
    select.push(" ORDER BY loc.code, v.name, v.option_text, v.sku, t.expires_on, t.code LIMIT ").push_bind(i64::try_from(REVIEW_MAX).unwrap_or(500));
    let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter()
        .map(|row| {
            let expected = Quantity::new(row.on_hand).map_err(anyhow::Error::new)?;
            Ok(UncountedLine {
                location: row.location_id.into(),
                location_code: row.code,
                variant: row.variant_id.into(),
                lot: row.lot.named(),
                sku: row.sku,
                name: row.name,
                option_text: row.option_text,
                expected,
                value: row.cost.map(|cost| expected.times(cost)),
                moved_at: row.moved_at,
            })
        })
        .collect()
}

impl Handle<ListUncounted> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, ask: ListUncounted) -> Result<Done<Uncounted>, OpError> {
        let session = Session::load(tx, ask.count).await?;
        let lines = list(tx, &session, Some(ask.location)).await?;
        let more = how_many_beside(tx, &session, Some(ask.location), lines.len()).await? - i64::try_from(lines.len()).unwrap_or(i64::MAX);
        // Names alone leave: how much is expected is for the reviewer.
        let lines = lines
            .into_iter()
            .map(|line| UncountedName { variant: line.variant, lot: line.lot, sku: line.sku, name: line.name, option_text: line.option_text })
            .collect();
        Ok(Done::reply(Uncounted { lines, more }))
    }
}
