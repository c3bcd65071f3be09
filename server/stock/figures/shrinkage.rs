//! What went missing, and what was found: what was booked to losses and from what was found, counter-entries included.

use crate::{
    Stock,
    figures::{accuracy, grouped, value},
    known,
    programme::first_id,
};
use chrono::{Days, NaiveTime};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{FiguresBy, ShrinkageFigures, ShrinkageRow, StockShrinkage, check_days};
use vocabulary::{Actor, PlaceKind, PostingKind, Quantity, Reason};

type Row = (Option<String>, Option<u8>, Option<u8>, Decimal, Decimal, Option<Decimal>, Option<Decimal>, Decimal);

/// What books stock as gone or as found. Opening stock comes from what was found too, and is no find.
const KINDS: [PostingKind; 4] = [PostingKind::Adjustment, PostingKind::TransferReceive, PostingKind::Count, PostingKind::CountOffset];

impl Handle<StockShrinkage> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, ask: StockShrinkage) -> Result<Done<ShrinkageFigures>, OpError> {
        if let Some(wrong) = check_days(ask.from, ask.to) {
            return Err(wrong.into());
        }
        if let Some(store) = ask.store {
            known::store(tx, store).await?;
        }
        let mut select = if ask.by == FiguresBy::Counter { of_counts(tx.tenant(), &ask) } else { of_books(tx.tenant(), &ask) };
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let rows = rows.into_iter().map(told).collect::<Result<Vec<_>, _>>()?;
        let mut total = ShrinkageRow::default();
        rows.iter().for_each(|row| total.add(row));
        Ok(Done::reply(ShrinkageFigures { rows, total }))
    }
}

/// From the books. Ids are made in the order of time, and nothing is booked before it happened: so what happened on these days
/// is one stretch of each kind, from the first of them on.
fn of_books(tenant: i64, ask: &StockShrinkage) -> QueryBuilder<MySql> {
    let key = match ask.by {
        FiguresBy::Month => "DATE_FORMAT(p.business_date, '%Y-%m')",
        FiguresBy::Store => "LOWER(HEX(m.store_id))",
        FiguresBy::Category => "g.name",
        FiguresBy::Reason | FiguresBy::Counter => "''",
    };
    // A counter-entry is told with what it takes back.
    let why = if ask.by == FiguresBy::Reason { "COALESCE(o.kind, p.kind), COALESCE(o.reason, p.reason)" } else { "NULL, NULL" };
    let (lost, found) = (PlaceKind::Loss.code(), PlaceKind::Found.code());
    let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN ");
    select.push(format!(
        "{key} AS told_by, {why}, SUM(IF(l.kind = {lost}, m.quantity, 0)), SUM(IF(l.kind = {found}, -m.quantity, 0)), \
         SUM(IF(l.kind = {lost}, m.quantity, 0) * m.unit_cost) AS lost_value, SUM(IF(l.kind = {found}, -m.quantity, 0) * m.unit_cost), \
         SUM(m.unit_cost IS NULL) FROM posting p FORCE INDEX (posting_kind) \
         LEFT JOIN posting o ON o.tenant_id = p.tenant_id AND o.id = p.document_id AND p.kind = {} \
         JOIN stock_movement m FORCE INDEX (PRIMARY) ON m.tenant_id = p.tenant_id AND m.posting_id = p.id \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = m.tenant_id AND l.id = m.location_id AND l.kind IN ({lost}, {found})",
        PostingKind::Reversal.code()
    ));
    if ask.by == FiguresBy::Category {
        select.push(
            " JOIN variant v ON v.tenant_id = m.tenant_id AND v.id = m.variant_id JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
             LEFT JOIN category g ON g.tenant_id = i.tenant_id AND g.id = i.category_id",
        );
    }
    let kinds = KINDS.map(|kind| kind.code().to_string()).join(", ");
    select.push(" WHERE p.tenant_id = ").push_bind(tenant);
    let reversal = PostingKind::Reversal.code();
    // The kinds by themselves first, so that the index is read by them.
    select.push(format!(" AND p.kind IN ({kinds}, {reversal}) AND (p.kind <> {reversal} OR o.kind IN ({kinds}))"));
    // Somewhere the day begins while it is still the day before elsewhere.
    let since = (ask.from - Days::new(1)).and_time(NaiveTime::MIN).and_utc();
    select.push(" AND p.id >= ").push_bind(first_id(since));
    select.push(" AND p.business_date BETWEEN ").push_bind(ask.from).push(" AND ").push_bind(ask.to);
    if let Some(store) = ask.store {
        select.push(" AND m.store_id = ").push_bind(store.0);
    }
    let group = if ask.by == FiguresBy::Reason { why } else { key };
    grouped(&mut select, ask.by, group, "lost_value");
    select
}

/// From what counts came to: what each counter found less or more than was expected.
fn of_counts(tenant: i64, ask: &StockShrinkage) -> QueryBuilder<MySql> {
    let key = accuracy::key(ask.by);
    let mut select = QueryBuilder::<MySql>::new("SELECT ");
    select.push(key).push(
        " AS told_by, NULL, NULL, SUM(GREATEST(r.expected - r.counted, 0)), SUM(GREATEST(r.counted - r.expected, 0)), \
         SUM(GREATEST(r.expected - r.counted, 0) * r.unit_cost) AS lost_value, SUM(GREATEST(r.counted - r.expected, 0) * r.unit_cost), \
         SUM(r.unit_cost IS NULL AND r.counted <> r.expected)",
    );
    accuracy::from(&mut select, ask.by);
    select.push(" WHERE r.tenant_id = ").push_bind(tenant).push(" AND r.counted_on BETWEEN ").push_bind(ask.from).push(" AND ").push_bind(ask.to);
    if let Some(store) = ask.store {
        select.push(" AND r.store_id = ").push_bind(store.0);
    }
    select.push(accuracy::STANDS);
    grouped(&mut select, ask.by, key, "lost_value");
    select
}

fn told((of, kind, reason, lost, found, lost_value, found_value, unvalued): Row) -> Result<ShrinkageRow, OpError> {
    let quantity = |value: Decimal| Quantity::new(value).map_err(anyhow::Error::new);
    Ok(ShrinkageRow {
        of: of.unwrap_or_default(),
        kind: kind.and_then(PostingKind::of_code),
        reason: reason.and_then(Reason::of_code),
        lost: quantity(lost)?,
        found: quantity(found)?,
        lost_value: value(lost_value),
        found_value: value(found_value),
        unvalued: i64::try_from(unvalued).unwrap_or_default(),
    })
}
