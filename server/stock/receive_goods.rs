//! Goods come in without an order: from the store's supplier place to a shelf.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
    unit,
    told::{Asks, Told, coming},
};
use ledger::{Bind, Document, Guard, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use stock_rules::{ReceiptLine, ReceiveGoods, StockPosted, check_quantity};
use vocabulary::{Actor, AppError, FieldError, PlaceKind, PostingKind, VariantId};

impl Plan<ReceiveGoods> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut receipt: ReceiveGoods) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(receipt.lines.len())?;
        checks.reference(&receipt.reference);
        checks.note(&receipt.note);
        let at = checks.occurred_at(receipt.occurred_at, tx.now());
        let places = StorePlaces::load(tx, receipt.store).await?;
        let to = place_of(tx, &places, receipt.location).await?;
        let from = places.of(PlaceKind::Supplier)?;
        let ids: Vec<_> = receipt.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut receipt.lines).await?;

        let mut told = Vec::with_capacity(receipt.lines.len());
        for (at, line) in receipt.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole));
            if line.unit_cost.is_some_and(|cost| cost.is_sign_negative()) {
                checks.add([FieldError::new(&format!("lines[{at}].unit_cost"), "money-negative")]);
            }
            let (lot, serials) = (line.lot.as_ref(), line.serials.as_slice());
            told.push(Told { line: format!("lines[{at}]."), known, quantity: line.quantity, lot, serials, status: line.status });
        }
        let shares = coming(tx, &mut checks, &told, places.business_date(at), Asks::Delivered).await?;
        checks.finish()?;
        let lines = receipt.lines.iter().zip(&told).zip(&shares).enumerate().map(|(at, ((line, told), shares))| {
            let moved = Line::shared(number(at), line.variant, shares, line.status, from, to);
            moved.blaming(format!("lines[{at}].quantity")).costing(line.unit_cost.or(told.known.cost)).entered(entered.get(at).cloned().flatten())
        });
        let lines = lines.collect();
        let costs = last_costs(tx.tenant(), &receipt.lines);
        let document = Document { kind: "receipt", reference: receipt.reference, ..Document::default() };
        let posting = Posting { document, note: receipt.note, ..Posting::new(PostingKind::Receipt, &places, at, lines) };
        let reply = |posted: &[ledger::Posted]| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) };
        Ok(costs.into_iter().fold(Planned::new(vec![posting], reply), Planned::guard))
    }
}

/// What one unit cost this time is what it last cost from now on; of a variant in several lines the last one's. Written in
/// the variants' order, so that two receipts do not wait for each other crosswise.
fn last_costs(tenant: i64, lines: &[ReceiptLine]) -> Option<Guard> {
    let costs: BTreeMap<VariantId, Decimal> = lines.iter().filter_map(|line| Some((line.variant, line.unit_cost?))).collect();
    let json: Vec<_> =
        costs.iter().map(|(variant, cost)| serde_json::json!({ "variant": variant.0.simple().to_string(), "cost": cost.to_string() })).collect();
    (!costs.is_empty()).then(|| Guard {
        sql: "UPDATE JSON_TABLE(?, '$[*]' COLUMNS (variant VARCHAR(32) PATH '$.variant', cost DECIMAL(19,6) PATH '$.cost')) AS j \
              STRAIGHT_JOIN variant v ON v.tenant_id = ? AND v.id = UNHEX(j.variant) SET v.cost = j.cost",
        binds: vec![Bind::Text(serde_json::Value::Array(json).to_string()), Bind::Number(tenant)],
        rows: costs.len() as u64,
        refusal: AppError::Unavailable,
    })
}
