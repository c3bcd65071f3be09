//! Movements, newest first. A variant's are read from its own index; all others posting by posting, a bounded number of
//! postings for each page, so that a rare kind in a long history costs no more than a common one.

use crate::{Stock, heads, known};
use platform::{Done, Handle, OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{End, ListMovements, MovementRow, PostingLine};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page, PostingId, Quantity};

/// Most postings one page looks at.
const WINDOW: usize = 400;
const SIZE: usize = Page::<MovementRow>::SIZE;

/// A leg that was asked for: its posting, its number, its line.
type LegRow = (Uuid, i32, i32);

/// A line of a page, and the last of its legs that was read.
struct Found {
    posting: Uuid,
    line: i32,
    last_leg: i32,
}

impl Handle<ListMovements> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, mut list: ListMovements) -> Result<Done<Page<MovementRow>>, OpError> {
        check(tx, &mut list).await?;
        let after = list.cursor.as_ref().and_then(position);
        let (legs, window_end) = if list.variant.is_some() {
            (legs_of_variant(tx, &list, after).await?, None)
        } else {
            let (postings, more) = window(tx, &list, after).await?;
            let end = postings.last().copied().filter(|_| more);
            (legs_of_postings(tx, &list, &postings, after).await?, end)
        };
        let full = legs.len() > SIZE;
        let mut found = by_line(&legs);
        // The last line may go on beyond what was read: it begins the next page. One that fills a page alone stays.
        if full && found.len() > 1 {
            found.pop();
        }
        let next = match found.last().filter(|_| full) {
            Some(last) => Some(cursor(last.posting, last.last_leg)),
            None => window_end.map(|posting| cursor(posting, 0)),
        };
        Ok(Done::reply(Page { rows: rows(tx, &list, found).await?, next }))
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
    if let Some(location) = list.location {
        let store = known::store_of(tx, location).await?;
        list.store.get_or_insert(store);
    }
    Ok(())
}

fn cursor(posting: Uuid, leg: i32) -> Cursor {
    Cursor(vec![posting.to_string(), leg.to_string()])
}

fn position(Cursor(parts): &Cursor) -> Option<(Uuid, i32)> {
    match parts.as_slice() {
        [posting, leg] => Some((posting.parse().ok()?, leg.parse().ok()?)),
        _ => None,
    }
}

fn limit() -> i64 {
    i64::try_from(SIZE + 1).unwrap_or(51)
}

/// What must hold of the leg itself. Virtual places are listed only when asked for.
fn narrow_leg(select: &mut QueryBuilder<MySql>, list: &ListMovements, after: Option<(Uuid, i32)>) {
    match list.location {
        Some(location) => select.push(" AND m.location_id = ").push_bind(location.0),
        None => select.push(" AND m.seq > 0"),
    };
    if let Some((posting, leg)) = after {
        select.push(" AND m.posting_id <= ").push_bind(posting).push(" AND (m.posting_id < ").push_bind(posting);
        select.push(" OR m.leg < ").push_bind(leg).push(")");
    }
    select.push(" ORDER BY m.posting_id DESC, m.leg DESC LIMIT ").push_bind(limit());
}

/// What must hold of the posting.
fn narrow_posting(select: &mut QueryBuilder<MySql>, list: &ListMovements) {
    if let Some(kind) = list.kind {
        select.push(" AND p.kind = ").push_bind(kind.code());
    }
    if let Some(from) = list.from {
        select.push(" AND p.business_date >= ").push_bind(from);
    }
    if let Some(to) = list.to {
        select.push(" AND p.business_date <= ").push_bind(to);
    }
}

async fn legs_of_variant(tx: &mut Tx, list: &ListMovements, after: Option<(Uuid, i32)>) -> Result<Vec<LegRow>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT m.posting_id, m.leg, m.line FROM stock_movement m");
    let of_posting = list.kind.is_some() || list.from.is_some() || list.to.is_some();
    if of_posting {
        select.push(" JOIN posting p ON p.tenant_id = m.tenant_id AND p.id = m.posting_id");
    }
    select.push(" WHERE m.tenant_id = ").push_bind(tenant);
    if let Some(variant) = list.variant {
        select.push(" AND m.variant_id = ").push_bind(variant.0);
    }
    if let Some(store) = list.store {
        select.push(" AND m.store_id = ").push_bind(store.0);
    }
    narrow_posting(&mut select, list);
    narrow_leg(&mut select, list, after);
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// The next postings that may hold what is asked for, and whether there are more after them.
async fn window(tx: &mut Tx, list: &ListMovements, after: Option<(Uuid, i32)>) -> Result<(Vec<Uuid>, bool), OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT p.id FROM posting p WHERE p.tenant_id = ");
    select.push_bind(tenant);
    if let Some(store) = list.store {
        select.push(" AND p.store_id = ").push_bind(store.0);
    }
    narrow_posting(&mut select, list);
    if let Some((posting, _)) = after {
        select.push(" AND p.id <= ").push_bind(posting);
    }
    // Each posting has a leg of its own to show, unless only one place is asked about.
    let most = if list.location.is_some() { WINDOW } else { SIZE + 1 };
    select.push(" ORDER BY p.id DESC LIMIT ").push_bind(i64::try_from(most + 1).unwrap_or(i64::MAX));
    let mut ids: Vec<Uuid> = select.build_query_scalar().fetch_all(tx.conn()).await?;
    let more = ids.len() > most;
    ids.truncate(most);
    Ok((ids, more))
}

async fn legs_of_postings(tx: &mut Tx, list: &ListMovements, postings: &[Uuid], after: Option<(Uuid, i32)>) -> Result<Vec<LegRow>, OpError> {
    if postings.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT m.posting_id, m.leg, m.line FROM stock_movement m WHERE m.tenant_id = ");
    select.push_bind(tenant).push(" AND m.posting_id IN (");
    let mut of = select.separated(", ");
    for posting in postings {
        of.push_bind(*posting);
    }
    select.push(")");
    narrow_leg(&mut select, list, after);
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// A line's legs follow one another: together they are one row.
fn by_line(legs: &[LegRow]) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for (posting, leg, line) in legs.iter().take(SIZE) {
        match all.last_mut() {
            Some(last) if last.posting == *posting && last.line == *line => last.last_leg = *leg,
            _ => all.push(Found { posting: *posting, line: *line, last_leg: *leg }),
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

async fn rows(tx: &mut Tx, list: &ListMovements, found: Vec<Found>) -> Result<Vec<MovementRow>, OpError> {
    let mut ids: Vec<Uuid> = found.iter().map(|one| one.posting).collect();
    ids.dedup();
    let heads = heads::heads(tx, &ids).await?;
    let wanted: Vec<(Uuid, i32)> = found.iter().map(|one| (one.posting, one.line)).collect();
    let mut lines = heads::lines(tx, &ids, &wanted, false, usize::MAX).await?;
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
