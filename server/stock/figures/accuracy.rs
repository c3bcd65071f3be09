//! How right the books were, by what was counted and posted on some days.

use crate::{
    Stock,
    figures::{grouped, value},
    known,
};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{AccuracyFigures, AccuracyRow, CountAccuracy, FiguresBy, check_days};
use vocabulary::{Actor, FieldError};

type Row = (Option<String>, i64, Decimal, Option<Decimal>, Option<Decimal>, Decimal);

impl Handle<CountAccuracy> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, ask: CountAccuracy) -> Result<Done<AccuracyFigures>, OpError> {
        if let Some(wrong) = check_days(ask.from, ask.to) {
            return Err(wrong.into());
        }
        let key = match ask.by {
            FiguresBy::Reason => return Err(FieldError::new("by", "field-unknown-choice").into()),
            by => key(by),
        };
        let tenant = tx.tenant();
        let mut select = QueryBuilder::<MySql>::new("SELECT ");
        select.push(key).push(
            " AS told_by, COUNT(*), SUM(r.tolerable), SUM(r.expected * r.unit_cost), SUM(ABS(r.counted - r.expected) * r.unit_cost), \
             SUM(r.unit_cost IS NULL AND r.counted <> r.expected)",
        );
        from(&mut select, ask.by);
        select.push(" WHERE r.tenant_id = ").push_bind(tenant).push(" AND r.counted_on BETWEEN ").push_bind(ask.from).push(" AND ").push_bind(ask.to);
        if let Some(store) = ask.store {
            known::store(tx, store).await?;
            select.push(" AND r.store_id = ").push_bind(store.0);
        }
        select.push(STANDS);
        grouped(&mut select, ask.by, key, "COUNT(*)");
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let rows: Vec<AccuracyRow> = rows.into_iter().map(told).collect();
        let mut total = AccuracyRow::default();
        rows.iter().for_each(|row| total.add(row));
        Ok(Done::reply(AccuracyFigures { rows, total }))
    }
}

/// What results are told by; the results go by `r`.
pub(super) fn key(by: FiguresBy) -> &'static str {
    match by {
        FiguresBy::Month => "DATE_FORMAT(r.counted_on, '%Y-%m')",
        FiguresBy::Store => "LOWER(HEX(r.store_id))",
        FiguresBy::Category => "g.name",
        FiguresBy::Counter | FiguresBy::Reason => "r.person_name",
    }
}

/// Where results are read from, and whether they stand.
pub(super) fn from(select: &mut QueryBuilder<MySql>, by: FiguresBy) {
    select.push(
        " FROM count_result r LEFT JOIN count_mark k ON k.tenant_id = r.tenant_id AND k.location_id = r.location_id AND k.variant_id = r.variant_id \
         AND k.lot_id = r.lot_id AND k.status = r.status AND k.counted_at = r.counted_at AND k.document_id = r.count_id \
         LEFT JOIN reversal t ON t.tenant_id = k.tenant_id AND t.posting_id = k.posting_id AND t.line = k.line",
    );
    if by == FiguresBy::Category {
        select.push(
            " JOIN variant v ON v.tenant_id = r.tenant_id AND v.id = r.variant_id JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
             LEFT JOIN category g ON g.tenant_id = i.tenant_id AND g.id = i.category_id",
        );
    }
}

/// What was taken back stands no longer.
pub(super) const STANDS: &str = " AND t.line IS NULL";

fn told((of, lines, tolerable, expected, off, unvalued): Row) -> AccuracyRow {
    let whole = |number: Decimal| i64::try_from(number).unwrap_or_default();
    AccuracyRow {
        of: of.unwrap_or_default(),
        lines,
        tolerable: whole(tolerable),
        expected_value: value(expected),
        off_value: value(off),
        unvalued: whole(unvalued),
    }
}
