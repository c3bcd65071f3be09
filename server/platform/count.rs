//! How many rows there are of several things, for a glance at a list: none is counted to its end.

use crate::{db::Tx, error::OpError};
use sqlx::{MySql, QueryBuilder};
use vocabulary::Counted;

/// Counts what several selects find, in one statement; the answers are in the order of `of`. `push` writes the select of
/// one, which has to go by a key, so that no more rows are read than may be counted. Its only column is called `counts`:
/// null in a row that is gone over without being counted.
///
/// # Errors
/// When the database fails.
pub async fn so_far<T>(tx: &mut Tx, of: &[T], push: impl Fn(&mut QueryBuilder<MySql>, &T)) -> Result<Vec<Counted>, OpError> {
    let mut counts = vec![Counted::default(); of.len()];
    if of.is_empty() {
        return Ok(counts);
    }
    let mut select = QueryBuilder::<MySql>::new("");
    for (at, one) in of.iter().enumerate() {
        select.push(if at == 0 { "" } else { " UNION ALL " }).push(format!("SELECT {at}, COUNT(*), COUNT(part.counts) FROM ("));
        push(&mut select, one);
        select.push(" LIMIT ").push_bind(Counted::MOST + 1).push(") part");
    }
    let rows: Vec<(i64, i64, i64)> = select.build_query_as().persistent(false).fetch_all(tx.conn()).await?;
    for (at, read, count) in rows {
        if let Some(own) = usize::try_from(at).ok().and_then(|at| counts.get_mut(at)) {
            *own = Counted::of(read, count);
        }
    }
    Ok(counts)
}
