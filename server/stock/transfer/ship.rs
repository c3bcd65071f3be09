//! Goods leave for another store: from where they stand onto the receiver's way.

use crate::{
    Stock,
    plan::{Checks, number, place_of},
    sell_goods::{Asked, Shelves, Spot, short_of, taken},
    told::{Told, named_only},
    transfer::DOCUMENT,
    unit,
};
use ledger::{
    Bind, Document, Guard, Plan, Planned, Posting, StorePlaces,
    read::{self, VariantFacts},
};
use platform::{Event, OpError, Trail, Tx};
use std::collections::HashMap;
use stock_rules::{ShipTransfer, TransferItem, TransferSaved, TransferState, check_quantity, transfer_code};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, LotId, PlaceKind, PostingKind, Quantity, Status, TransferId, VariantId};

impl Plan<ShipTransfer> for Stock {
    async fn plan(&self, tx: &mut Tx, actor: &Actor, mut ship: ShipTransfer) -> Result<Planned<TransferSaved>, OpError> {
        let mut checks = Checks::default();
        checks.lines(ship.lines.len())?;
        checks.note(&ship.note);
        let at = checks.occurred_at(ship.occurred_at, tx.now());
        if ship.from == ship.to {
            checks.add([FieldError::new("to", "transfer-same-store")]);
        }
        let places = StorePlaces::load(tx, ship.from).await?;
        let way = StorePlaces::load(tx, ship.to).await?.of(PlaceKind::Transit)?;
        let first = place_of(tx, &places, "location", ship.location).await?;
        let ids: Vec<_> = ship.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut ship.lines).await?;
        for (at, line) in ship.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole));
        }
        checks.finish()?;

        let named = named_lots(tx, &facts, &ship.lines).await?;
        let asked = Asked { at, only: ship.location, channel: None };
        let mut shelves = Shelves::read(tx, &places, &facts, first, &asked).await?;
        // A line of the document is of one lot: what is taken of several becomes several.
        let (mut lines, mut items, mut short) = (Vec::with_capacity(ship.lines.len()), Vec::with_capacity(ship.lines.len()), Checks::default());
        for ((at, line), lots) in ship.lines.iter().enumerate().zip(&named) {
            let field = format!("lines[{at}].quantity");
            let takings = match shelves.take(line.variant, line.quantity, lots) {
                Ok(takings) => takings,
                Err(available) => {
                    short.add([short_of(&field, available, line.quantity)]);
                    continue;
                }
            };
            let cost = facts.get(&line.variant).and_then(|known| known.cost);
            // What was typed stands with each of them, as what each is a part of.
            let typed = entered.get(at).cloned().flatten();
            for takings in by_lot(takings) {
                let lot = takings.first().map_or(LotId::NONE, |(spot, _)| spot.lot);
                items.push(Item { variant: line.variant, lot, quantity: takings.iter().map(|(_, taken)| *taken).sum() });
                lines.push(taken(number(lines.len()), line.variant, &takings, way).blaming(&field).costing(cost).entered(typed.clone()));
            }
        }
        short.was_there(tx, &lines, at).await?;
        short.finish()?;
        let id = TransferId::new();
        let code = transfer_code(id);
        let document = Document { kind: DOCUMENT, id: id.0, reference: code.clone() };
        let posting = Posting { document, note: ship.note.clone(), ..Posting::new(PostingKind::TransferShip, &places, at, lines) };
        let trail = Trail::of("transfer", id).with("code", &code).with("from", ship.from).with("to", ship.to);
        let event = Event::new("transfer.shipped", id, &serde_json::json!({ "transfer": id, "code": code, "from": ship.from, "to": ship.to }));
        let [head, items] = written(tx, actor, &ship, &items, id, at);
        let reply = move |posted: &[ledger::Posted]| TransferSaved {
            transfer: id,
            code,
            state: TransferState::Shipped,
            postings: posted.iter().map(|posting| posting.id).collect(),
        };
        Ok(Planned::new(vec![posting], reply).guard(head).guard(items).trail(trail).event(event))
    }
}

/// A line of the document: so much of one lot, or of what is not tracked.
struct Item {
    variant: VariantId,
    lot: LotId,
    quantity: Quantity,
}

/// What is taken, lot by lot, in the order in which they are taken first.
fn by_lot(takings: Vec<(Spot, Quantity)>) -> Vec<Vec<(Spot, Quantity)>> {
    let mut lots: Vec<Vec<(Spot, Quantity)>> = Vec::new();
    for taking in takings {
        match lots.iter_mut().find(|of| of.first().is_some_and(|(spot, _)| spot.lot == taking.0.lot)) {
            Some(of) => of.push(taking),
            None => lots.push(vec![taking]),
        }
    }
    lots
}

/// The lots and pieces that lines name.
async fn named_lots(tx: &mut Tx, facts: &HashMap<VariantId, VariantFacts>, lines: &[TransferItem]) -> Result<Vec<Vec<LotId>>, OpError> {
    let told = lines.iter().enumerate().filter_map(|(at, line)| {
        let (known, lot, serials) = (facts.get(&line.variant)?, line.lot.as_ref(), line.serials.as_slice());
        Some(Told { line: format!("lines[{at}]."), known, quantity: line.quantity, lot, serials, status: Status::Available })
    });
    named_only(tx, &told.collect::<Vec<_>>()).await
}

/// The document's own rows.
fn written(tx: &Tx, actor: &Actor, ship: &ShipTransfer, items: &[Item], id: TransferId, at: chrono::DateTime<chrono::Utc>) -> [Guard; 2] {
    let (tenant, now) = (tx.tenant(), tx.now());
    // Ids are made anew for each try, so these rows can never be there already.
    let head = Guard {
        sql: "INSERT INTO transfer (tenant_id, id, code, from_store_id, to_store_id, state, note, person_id, actor_name, shipped_at, created_at) \
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        binds: vec![
            Bind::Number(tenant),
            Bind::Id(id.0),
            Bind::Text(transfer_code(id)),
            Bind::Id(ship.from.0),
            Bind::Id(ship.to.0),
            Bind::Number(i64::from(TransferState::Shipped.code())),
            Bind::Text(ship.note.clone()),
            Bind::Id(actor.person.map_or(Uuid::nil(), |person| person.0)),
            Bind::Text(actor.name.clone()),
            Bind::Instant(at),
            Bind::Instant(now),
        ],
        rows: 1,
        refusal: AppError::Unavailable,
    };
    let json: Vec<_> = items
        .iter()
        .enumerate()
        .map(|(at, Item { variant, lot, quantity })| {
            let (variant, lot) = (variant.0.simple().to_string(), lot.0.simple().to_string());
            serde_json::json!({ "line": at, "variant": variant, "lot": lot, "shipped": quantity })
        })
        .collect();
    let lines = Guard {
        sql: "INSERT INTO transfer_line (tenant_id, transfer_id, line, variant_id, lot_id, shipped) \
              SELECT t.tenant_id, t.id, j.line, UNHEX(j.variant), UNHEX(j.lot), j.shipped FROM transfer t JOIN JSON_TABLE(?, '$[*]' COLUMNS \
              (line INT PATH '$.line', variant VARCHAR(32) PATH '$.variant', lot VARCHAR(32) PATH '$.lot', shipped DECIMAL(19,6) PATH '$.shipped')) AS j \
              WHERE t.tenant_id = ? AND t.id = ?",
        binds: vec![Bind::Text(serde_json::Value::Array(json).to_string()), Bind::Number(tenant), Bind::Id(id.0)],
        rows: items.len() as u64,
        refusal: AppError::Unavailable,
    };
    [head, lines]
}
