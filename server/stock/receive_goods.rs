//! Goods come in without an order: from the store's supplier place to a shelf.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
    told::{Asks, Told, coming},
    unit,
};
use ledger::{Ahead, Bind, Document, Guard, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use stock_rules::{FixedRate, ReceiptLine, ReceiveGoods, StockPosted, check_money, check_quantity, check_rate, converted};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, PlaceKind, PostingKind, VariantId};

impl Plan<ReceiveGoods> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut receipt: ReceiveGoods) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(receipt.lines.len())?;
        checks.reference(&receipt.reference);
        checks.note(&receipt.note);
        let at = checks.occurred_at(receipt.occurred_at, tx.now());
        let places = StorePlaces::load(tx, receipt.store).await?;
        let to = place_of(tx, &places, "location", receipt.location).await?;
        let from = places.of(PlaceKind::Supplier)?;
        let ids: Vec<_> = receipt.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut receipt.lines).await?;
        if let Some(rate) = &receipt.rate {
            checks.add(check_rate("rate", rate, ledger::cost::currency(tx).await?));
        }

        let (mut told, mut unit_costs) = (Vec::with_capacity(receipt.lines.len()), Vec::with_capacity(receipt.lines.len()));
        for (at, line) in receipt.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole));
            if line.unit_cost.is_some_and(|cost| cost.is_sign_negative()) {
                checks.add([FieldError::new(&format!("lines[{at}].unit_cost"), "money-negative")]);
            }
            let unit_cost = line.unit_cost.map(|cost| converted(cost, receipt.rate.as_ref()));
            checks.add(unit_cost.and_then(|cost| check_money(&format!("lines[{at}].unit_cost"), cost)));
            unit_costs.push(unit_cost.or(known.cost));
            let (lot, serials) = (line.lot.as_ref(), line.serials.as_slice());
            told.push(Told { line: format!("lines[{at}]."), known, quantity: line.quantity, lot, serials, status: line.status });
        }
        let shares = coming(tx, &mut checks, &told, places.business_date(at), Asks::Delivered).await?;
        checks.finish()?;
        let lines = receipt.lines.iter().zip(unit_costs).zip(&shares).enumerate().map(|(at, ((line, cost), shares))| {
            let moved = Line::shared(number(at), line.variant, shares, line.status, from, to);
            moved.blaming(format!("lines[{at}].quantity")).costing(cost).entered(entered.get(at).cloned().flatten())
        });
        let lines = lines.collect();
        let costs = last_costs(tx.tenant(), &receipt.lines, receipt.rate.as_ref());
        // What it was billed at stands beside the books, under the document's id: the posting's comes later.
        let id = receipt.rate.as_ref().map(|_| Uuid::now_v7()).unwrap_or_default();
        let billed = receipt.rate.as_ref().and_then(|rate| billed(tx.tenant(), id, &receipt.lines, rate));
        let document = Document { kind: "receipt", id, reference: receipt.reference };
        let posting = Posting { document, note: receipt.note, ..Posting::new(PostingKind::Receipt, &places, at, lines) };
        let reply = |posted: &[ledger::Posted]| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) };
        Ok(costs.into_iter().chain(billed).fold(Planned::new(vec![posting], reply), Planned::guard))
    }

    fn foresee(&self, receipt: &ReceiveGoods) -> Option<Ahead> {
        Some(Ahead::of(receipt.store, receipt.lines.iter().map(|line| line.variant)).at(receipt.location))
    }
}

/// What one unit cost this time is what it last cost from now on; of a variant in several lines the last one's. Written in
/// the variants' order, so that two receipts do not wait for each other crosswise.
fn last_costs(tenant: i64, lines: &[ReceiptLine], rate: Option<&FixedRate>) -> Option<Guard> {
    let costs: BTreeMap<VariantId, Decimal> = lines.iter().filter_map(|line| Some((line.variant, converted(line.unit_cost?, rate)))).collect();
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

/// What the lines were billed at, with the rate that is fixed for them: kept as it was, beside what it came to.
fn billed(tenant: i64, document: Uuid, lines: &[ReceiptLine], rate: &FixedRate) -> Option<Guard> {
    let costs: Vec<_> = (0..).zip(lines).filter_map(|(at, line)| Some((number(at), line.unit_cost?))).collect();
    let json: Vec<_> = costs.iter().map(|(line, cost)| serde_json::json!({ "line": line, "cost": cost.to_string() })).collect();
    (!costs.is_empty()).then(|| Guard {
        sql: "INSERT INTO cost_billed (tenant_id, document_id, line, currency, unit_cost, rate, rate_source, rate_date) \
              SELECT t.id, ?, j.line, ?, j.cost, ?, ?, ? FROM tenant t JOIN JSON_TABLE(?, '$[*]' COLUMNS (line INT PATH '$.line', \
              cost DECIMAL(19,6) PATH '$.cost')) AS j WHERE t.id = ?",
        binds: vec![
            Bind::Id(document),
            Bind::Text(rate.currency.code().to_owned()),
            Bind::Decimal(rate.rate),
            Bind::Text(rate.source.trim().to_owned()),
            Bind::Text(rate.date.to_string()),
            Bind::Text(serde_json::Value::Array(json).to_string()),
            Bind::Number(tenant),
        ],
        rows: costs.len() as u64,
        refusal: AppError::Unavailable,
    })
}
