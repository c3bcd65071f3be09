//! Movements, newest first: the legs that `movement_legs` finds, put together to the lines that people know.

use crate::{
    Stock, heads, known,
    movement_legs::{self, Leg, Position},
};
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{End, ListMovements, MovementRow, PostingLine};
use uuid::Uuid;
use vocabulary::{Actor, Page, PostingId, Quantity};

const SIZE: usize = Page::<MovementRow>::SIZE;

impl Handle<ListMovements> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, mut list: ListMovements) -> Result<Done<Page<MovementRow>>, OpError> {
        check(tx, &mut list).await?;
        let after = list.cursor.as_ref().and_then(Position::read);
        let found = movement_legs::next(tx, &list, after, SIZE + 1).await?;
        let full = found.legs.len() > SIZE;
        let mut lines = by_line(&found.legs);
        // The last line may go on beyond what was read: it begins the next page. One that fills a page alone stays.
        if full && lines.len() > 1 {
            lines.pop();
        }
        let next = match lines.last().filter(|_| full) {
            Some(last) => Some(Position { posting: last.posting, leg: last.leg, day: last.day }),
            None => found.end,
        };
        Ok(Done::reply(Page { rows: rows(tx, &list, lines).await?, next: next.map(Position::cursor) }))
    }
}

/// Everything asked about is the tenant's; what is asked of one place is asked of its store's history.
async fn check(tx: &mut Tx, list: &mut ListMovements) -> Result<(), OpError> {
    if let Some(store) = list.store {
        known::store(tx, store).await?;
    }
    if let Some(variant) = list.variant {
        known::variant(tx, variant).await?;
    }
    if let Some(lot) = list.lot {
        known::lot(tx, lot).await?;
    }
    if let Some(location) = list.location {
        let store = known::store_of(tx, location).await?;
        list.store.get_or_insert(store);
    }
    Ok(())
}

/// A line's legs follow one another: together they are one row, told by the last of them.
fn by_line(legs: &[Leg]) -> Vec<Leg> {
    let mut all: Vec<Leg> = Vec::new();
    for leg in legs.iter().take(SIZE) {
        match all.last_mut() {
            Some(last) if last.posting == leg.posting && last.line == leg.line => *last = *leg,
            _ => all.push(*leg),
        }
    }
    all
}

/// What a line changed of what was asked about: of one place, of what stands in one store, or of what stands in all. What
/// is on its way stands in none.
fn change(list: &ListMovements, line: &PostingLine) -> Quantity {
    let counts = |end: &End| match (list.location, list.store) {
        (Some(location), _) => end.location == location,
        (None, Some(store)) => end.store == store && end.kind.holds_stock(),
        (None, None) => end.kind.holds_stock(),
    };
    line.from.iter().chain(&line.to).filter(|end| counts(end)).map(|end| end.quantity).sum()
}

async fn rows(tx: &mut Tx, list: &ListMovements, found: Vec<Leg>) -> Result<Vec<MovementRow>, OpError> {
    let mut ids: Vec<Uuid> = found.iter().map(|one| one.posting).collect();
    ids.dedup();
    let heads = heads::heads(tx, &ids).await?;
    let wanted: Vec<(Uuid, i32)> = found.iter().map(|one| (one.posting, one.line)).collect();
    let mut lines = heads::lines(tx, &ids, &wanted, list.lot, false, usize::MAX).await?;
    let mut rows = Vec::with_capacity(found.len());
    for one in found {
        let (Some(head), Some(line)) = (heads.get(&one.posting), lines.remove(&(one.posting, one.line))) else { continue };
        let change = change(list, &line);
        let PostingLine { variant, sku, name, option_text, quantity, from, to, .. } = line;
        rows.push(MovementRow {
            posting: PostingId(one.posting),
            line: one.line,
            kind: head.kind,
            store: head.store,
            reason: head.reason,
            document_kind: head.document_kind.clone(),
            document: head.document,
            reference: head.reference.clone(),
            who: head.who.clone(),
            occurred_at: head.occurred_at,
            posted_at: head.posted_at,
            variant,
            sku,
            name,
            option_text,
            quantity,
            change,
            from: ends(from),
            to: ends(to),
        });
    }
    Ok(rows)
}

/// A line taken from many bins names the first few.
fn ends(mut all: Vec<End>) -> Vec<End> {
    all.truncate(20);
    all
}
