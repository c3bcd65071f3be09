//! Which legs a page of movements is made of. Every question reads a range of one key, in the order of the list, and no
//! more of it than a page may look at: so that what is rare in a long history costs no more than what is common.

use chrono::NaiveDate;
use platform::{OpError, Tx, db::push_list};
use sqlx::{FromRow, MySql, QueryBuilder};
use stock_rules::ListMovements;
use uuid::Uuid;
use vocabulary::{Cursor, LotId};

/// Entries of a posting key that one page goes through for a kind that the key does not lead to.
const POSTINGS_LOOKED_AT: i64 = 4_000;
/// Movements of one variant that one page goes through: each is looked up in two tables.
const MOVEMENTS_LOOKED_AT: i64 = 2_000;
/// Most postings asked for the legs of one place.
const ASKED: usize = 400;
/// Legs read for a page, unless one posting alone has more.
const LEGS: i64 = 600;
/// The same where only those of one place come over.
const LEGS_ASKED: i64 = 4_000;

/// A leg that was asked for.
#[derive(Clone, Copy, FromRow)]
pub(crate) struct Leg {
    pub posting: Uuid,
    pub leg: i32,
    pub line: i32,
    pub day: NaiveDate,
}

/// Where a page ended: a posting, the last of its legs that was shown (0 for all), and its day.
#[derive(Clone, Copy, FromRow)]
pub(crate) struct Position {
    pub posting: Uuid,
    pub leg: i32,
    pub day: NaiveDate,
}

impl Position {
    pub fn read(Cursor(parts): &Cursor) -> Option<Self> {
        match parts.as_slice() {
            [posting, leg, day] => Some(Self { posting: posting.parse().ok()?, leg: leg.parse().ok()?, day: day.parse().ok()? }),
            _ => None,
        }
    }

    pub fn cursor(self) -> Cursor {
        Cursor(vec![self.posting.to_string(), self.leg.to_string(), self.day.to_string()])
    }
}

/// The legs of a page, as many as it has room for, and where the look at the books ended before the books did.
pub(crate) struct Found {
    pub legs: Vec<Leg>,
    pub end: Option<Position>,
}

/// The next legs of a list, newest first.
pub(crate) async fn next(tx: &mut Tx, list: &ListMovements, after: Option<Position>, most: usize) -> Result<Found, OpError> {
    if list.lot.is_some() {
        return of_lot(tx, list, after, most).await;
    }
    if list.variant.is_some() {
        return of_variant(tx, list, after, most).await;
    }
    let (postings, end) = postings(tx, list, after, most).await?;
    Ok(Found { legs: of_postings(tx, list, &postings, after, most).await?, end })
}

/// What must hold of the leg itself. Virtual places are listed only when asked for.
fn narrow_leg(select: &mut QueryBuilder<MySql>, list: &ListMovements) {
    match list.location {
        Some(location) => select.push(" AND m.location_id = ").push_bind(location.0),
        None => select.push(" AND m.seq > 0"),
    };
}

fn narrow_days(select: &mut QueryBuilder<MySql>, list: &ListMovements) {
    if let Some(from) = list.from {
        select.push(" AND p.business_date >= ").push_bind(from);
    }
    if let Some(to) = list.to {
        select.push(" AND p.business_date <= ").push_bind(to);
    }
}

fn count(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// A variant's movements. What its key does not hold is asked of a bounded number of them.
async fn of_variant(tx: &mut Tx, list: &ListMovements, after: Option<Position>, most: usize) -> Result<Found, OpError> {
    let tenant = tx.tenant();
    let of_posting = list.kind.is_some() || list.from.is_some() || list.to.is_some();
    let bounded = of_posting || list.location.is_some();
    let key = if list.store.is_some() { "stock_movement_store" } else { "stock_movement_variant" };
    let range = |select: &mut QueryBuilder<MySql>| {
        select.push(format!(" FROM stock_movement m FORCE INDEX ({key}) WHERE m.tenant_id = ")).push_bind(tenant);
        if let Some(variant) = list.variant {
            select.push(" AND m.variant_id = ").push_bind(variant.0);
        }
        if let Some(store) = list.store {
            select.push(" AND m.store_id = ").push_bind(store.0);
        }
        if let Some(after) = after {
            select.push(" AND m.posting_id <= ").push_bind(after.posting).push(" AND (m.posting_id < ").push_bind(after.posting);
            select.push(" OR m.leg < ").push_bind(after.leg).push(")");
        }
    };
    let in_order = " ORDER BY m.posting_id DESC, m.leg DESC LIMIT ";
    let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN m.posting_id AS posting, m.leg, m.line, p.business_date AS day FROM (");
    select.push("SELECT m.posting_id, m.leg, m.line, m.location_id, m.seq");
    range(&mut select);
    if !bounded {
        narrow_leg(&mut select, list);
    }
    select.push(in_order).push_bind(if bounded { MOVEMENTS_LOOKED_AT } else { count(most) });
    select.push(") m JOIN posting p FORCE INDEX (PRIMARY) ON p.tenant_id = ").push_bind(tenant).push(" AND p.id = m.posting_id WHERE 1 = 1");
    if let Some(kind) = list.kind {
        select.push(" AND p.kind = ").push_bind(kind.code());
    }
    narrow_days(&mut select, list);
    narrow_leg(&mut select, list);
    select.push(in_order).push_bind(count(most));
    let legs: Vec<Leg> = select.build_query_as().fetch_all(tx.conn()).await?;
    if !bounded || legs.len() >= most {
        return Ok(Found { legs, end: None });
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT m.posting_id AS posting, m.leg, CAST('1970-01-01' AS DATE) AS day");
    range(&mut select);
    select.push(in_order).push("1 OFFSET ").push_bind(MOVEMENTS_LOOKED_AT - 1);
    Ok(Found { legs, end: select.build_query_as().fetch_optional(tx.conn()).await? })
}

/// A lot's movements. What its key does not hold is asked of a bounded number of them.
async fn of_lot(tx: &mut Tx, list: &ListMovements, after: Option<Position>, most: usize) -> Result<Found, OpError> {
    let tenant = tx.tenant();
    let range = |select: &mut QueryBuilder<MySql>| {
        select.push(" FROM lot_movement k FORCE INDEX (PRIMARY) WHERE k.tenant_id = ").push_bind(tenant);
        select.push(" AND k.lot_id = ").push_bind(list.lot.unwrap_or(LotId::NONE).0);
        if let Some(after) = after {
            select.push(" AND k.posting_id <= ").push_bind(after.posting).push(" AND (k.posting_id < ").push_bind(after.posting);
            select.push(" OR k.leg < ").push_bind(after.leg).push(")");
        }
        select.push(" ORDER BY k.posting_id DESC, k.leg DESC LIMIT ");
    };
    let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN m.posting_id AS posting, m.leg, m.line, p.business_date AS day FROM (");
    select.push("SELECT k.posting_id, k.leg");
    range(&mut select);
    select.push_bind(MOVEMENTS_LOOKED_AT).push(") k JOIN stock_movement m FORCE INDEX (PRIMARY) ON m.tenant_id = ").push_bind(tenant);
    select.push(" AND m.posting_id = k.posting_id AND m.leg = k.leg JOIN posting p FORCE INDEX (PRIMARY) ON p.tenant_id = m.tenant_id");
    select.push(" AND p.id = m.posting_id WHERE 1 = 1");
    if let Some(variant) = list.variant {
        select.push(" AND m.variant_id = ").push_bind(variant.0);
    }
    if let Some(store) = list.store {
        select.push(" AND m.store_id = ").push_bind(store.0);
    }
    if let Some(kind) = list.kind {
        select.push(" AND p.kind = ").push_bind(kind.code());
    }
    narrow_days(&mut select, list);
    narrow_leg(&mut select, list);
    select.push(" ORDER BY m.posting_id DESC, m.leg DESC LIMIT ").push_bind(count(most));
    let legs: Vec<Leg> = select.build_query_as().fetch_all(tx.conn()).await?;
    if legs.len() >= most {
        return Ok(Found { legs, end: None });
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT k.posting_id AS posting, k.leg, CAST('1970-01-01' AS DATE) AS day");
    range(&mut select);
    select.push("1 OFFSET ").push_bind(MOVEMENTS_LOOKED_AT - 1);
    Ok(Found { legs, end: select.build_query_as().fetch_optional(tx.conn()).await? })
}

/// A posting that may hold what is asked for.
#[derive(FromRow)]
struct Candidate {
    id: Uuid,
    day: NaiveDate,
    legs: i32,
}

/// The next postings that may hold what is asked for, and where the look at them ended if there may be more.
async fn postings(tx: &mut Tx, list: &ListMovements, after: Option<Position>, most: usize) -> Result<(Vec<Candidate>, Option<Position>), OpError> {
    let tenant = tx.tenant();
    let by_day = list.is_by_day();
    let key = match (by_day, list.store, list.kind) {
        (true, Some(_), _) => "posting_store_day",
        (true, None, Some(_)) => "posting_kind_day",
        (true, None, None) => "posting_day",
        (false, Some(_), _) => "posting_store",
        (false, None, Some(_)) => "posting_kind",
        (false, None, None) => "PRIMARY",
    };
    // A store's keys do not lead to a kind: some entries are gone through for it.
    let sought = list.kind.filter(|_| list.store.is_some());
    let range = |select: &mut QueryBuilder<MySql>| {
        select.push(format!(" FROM posting p FORCE INDEX ({key}) WHERE p.tenant_id = ")).push_bind(tenant);
        if let Some(store) = list.store {
            select.push(" AND p.store_id = ").push_bind(store.0);
        } else if let Some(kind) = list.kind {
            select.push(" AND p.kind = ").push_bind(kind.code());
        }
        narrow_days(select, list);
        let Some(after) = after else { return };
        // A posting of which all was shown would fill a page with nothing, again and again, if it has many legs.
        let up_to = if after.leg == 0 { " p.id < " } else { " p.id <= " };
        if by_day {
            select.push(" AND p.business_date <= ").push_bind(after.day).push(" AND (p.business_date < ").push_bind(after.day);
            select.push(" OR").push(up_to).push_bind(after.posting).push(")");
        } else {
            select.push(" AND").push(up_to).push_bind(after.posting);
        }
    };
    let in_order = if by_day { " ORDER BY p.business_date DESC, p.id DESC LIMIT " } else { " ORDER BY p.id DESC LIMIT " };
    // Each posting has a leg of its own to show, unless only one place is asked about.
    let room = if list.location.is_some() { ASKED } else { most };
    let mut select = QueryBuilder::<MySql>::new("SELECT ");
    if let Some(kind) = sought {
        select.push("STRAIGHT_JOIN p.id, p.business_date AS day, p.legs FROM (SELECT p.id, p.kind");
        range(&mut select);
        select.push(in_order).push_bind(POSTINGS_LOOKED_AT);
        select.push(") w JOIN posting p FORCE INDEX (PRIMARY) ON p.tenant_id = ").push_bind(tenant);
        select.push(" AND p.id = w.id WHERE w.kind = ").push_bind(kind.code());
    } else {
        select.push("p.id, p.business_date AS day, p.legs");
        range(&mut select);
    }
    select.push(in_order).push_bind(count(room + 1));
    let mut found: Vec<Candidate> = select.build_query_as().fetch_all(tx.conn()).await?;
    let fitting = fitting(&found, room, if list.location.is_some() { LEGS_ASKED } else { LEGS });
    if fitting < found.len() {
        found.truncate(fitting);
        let end = found.last().map(|last| Position { posting: last.id, leg: 0, day: last.day });
        return Ok((found, end));
    }
    if sought.is_none() {
        return Ok((found, None));
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT p.id AS posting, CAST(0 AS SIGNED INTEGER) AS leg, p.business_date AS day");
    range(&mut select);
    select.push(in_order).push("1 OFFSET ").push_bind(POSTINGS_LOOKED_AT - 1);
    let end: Option<(Uuid, i64, NaiveDate)> = select.build_query_as().fetch_optional(tx.conn()).await?;
    Ok((found, end.map(|(posting, _, day)| Position { posting, leg: 0, day })))
}

/// How many of the postings a page reads: at least one, and not many legs together.
fn fitting(found: &[Candidate], room: usize, legs: i64) -> usize {
    let mut together = 0;
    let fit = found.iter().take(room).take_while(|one| {
        together += i64::from(one.legs);
        together <= legs
    });
    fit.count().max(1).min(found.len())
}

async fn of_postings(tx: &mut Tx, list: &ListMovements, postings: &[Candidate], after: Option<Position>, most: usize) -> Result<Vec<Leg>, OpError> {
    if postings.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select =
        QueryBuilder::<MySql>::new("SELECT m.posting_id, m.leg, m.line FROM stock_movement m FORCE INDEX (PRIMARY) WHERE m.tenant_id = ");
    select.push_bind(tenant).push(" AND m.posting_id IN ");
    push_list(&mut select, postings.iter().map(|posting| posting.id));
    narrow_leg(&mut select, list);
    if let Some(after) = after {
        select.push(" AND (m.posting_id <> ").push_bind(after.posting).push(" OR m.leg < ").push_bind(after.leg).push(")");
    }
    if postings.len() == 1 {
        // It may be a very long one.
        select.push(" ORDER BY m.leg DESC LIMIT ").push_bind(count(most));
    }
    let rows: Vec<(Uuid, i32, i32)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let place: std::collections::HashMap<Uuid, (usize, NaiveDate)> = postings.iter().enumerate().map(|(at, one)| (one.id, (at, one.day))).collect();
    let mut legs: Vec<(usize, Leg)> = rows
        .into_iter()
        .filter_map(|(posting, leg, line)| place.get(&posting).map(|(at, day)| (*at, Leg { posting, leg, line, day: *day })))
        .collect();
    legs.sort_unstable_by_key(|(at, leg)| (*at, std::cmp::Reverse(leg.leg)));
    legs.truncate(most);
    Ok(legs.into_iter().map(|(_, leg)| leg).collect())
}
