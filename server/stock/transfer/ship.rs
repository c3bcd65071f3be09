//! Goods leave for another store: from where they stand onto the receiver's way.

use crate::{
    Stock,
    plan::{Checks, number, place_of},
    sell_goods::{Shelves, taken},
    transfer::DOCUMENT,
};
use ledger::{Bind, Document, Guard, Plan, Planned, Posting, StorePlaces, read};
use platform::{Event, OpError, Trail, Tx};
use stock_rules::{ShipTransfer, TransferItem, TransferSaved, TransferState, check_quantity, transfer_code};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, PlaceKind, PostingKind, TransferId};

impl Plan<ShipTransfer> for Stock {
    async fn plan(&self, tx: &mut Tx, actor: &Actor, ship: ShipTransfer) -> Result<Planned<TransferSaved>, OpError> {
        let mut checks = Checks::default();
        checks.lines(ship.lines.len())?;
        checks.note(&ship.note);
        let at = checks.occurred_at(ship.occurred_at, tx.now());
        if ship.from == ship.to {
            checks.add([FieldError::new("to", "transfer-same-store")]);
        }
        let places = StorePlaces::load(tx, ship.from).await?;
        let way = StorePlaces::load(tx, ship.to).await?.of(PlaceKind::Transit)?;
        let first = place_of(tx, &places, ship.location).await?;
        let ids: Vec<_> = ship.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        for (at, line) in ship.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole));
        }
        checks.finish()?;

        let mut shelves = Shelves::read(tx, ship.from, &ids, first, ship.location, at).await?;
        let (mut lines, mut short) = (Vec::with_capacity(ship.lines.len()), Checks::default());
        for (at, line) in ship.lines.iter().enumerate() {
            let field = format!("lines[{at}].quantity");
            match shelves.take(line.variant, line.quantity) {
                Ok(takings) => {
                    let cost = facts.get(&line.variant).and_then(|known| known.cost);
                    lines.push(taken(number(at), line.variant, line.quantity, &takings, way).blaming(field).costing(cost));
                }
                Err(available) => {
                    short.add([FieldError::new(&field, "stock-insufficient").with("available", available).with("wanted", line.quantity)]);
                }
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
        let [head, items] = written(tx, actor, &ship, id, at);
        let reply = move |posted: &[ledger::Posted]| TransferSaved {
            transfer: id,
            code,
            state: TransferState::Shipped,
            postings: posted.iter().map(|posting| posting.id).collect(),
        };
        Ok(Planned::new(vec![posting], reply).guard(head).guard(items).trail(trail).event(event))
    }
}

/// The document's own rows.
fn written(tx: &Tx, actor: &Actor, ship: &ShipTransfer, id: TransferId, at: chrono::DateTime<chrono::Utc>) -> [Guard; 2] {
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
    let json: Vec<_> = ship
        .lines
        .iter()
        .enumerate()
        .map(|(at, TransferItem { variant, quantity })| serde_json::json!({ "line": at, "variant": variant.0.simple().to_string(), "shipped": quantity }))
        .collect();
    let lines = Guard {
        sql: "INSERT INTO transfer_line (tenant_id, transfer_id, line, variant_id, shipped) \
              SELECT t.tenant_id, t.id, j.line, UNHEX(j.variant), j.shipped FROM transfer t JOIN JSON_TABLE(?, '$[*]' COLUMNS (line INT PATH '$.line', \
              variant VARCHAR(32) PATH '$.variant', shipped DECIMAL(19,6) PATH '$.shipped')) AS j WHERE t.tenant_id = ? AND t.id = ?",
        binds: vec![Bind::Text(serde_json::Value::Array(json).to_string()), Bind::Number(tenant), Bind::Id(id.0)],
        rows: ship.lines.len() as u64,
        refusal: AppError::Unavailable,
    };
    [head, lines]
}
