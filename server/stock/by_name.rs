//! Variants in the order of their names, which is that of the lists of stock: a bounded part of them at a time.

use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::Cursor;

/// A variant's id, SKU, name and option text.
pub(crate) type VariantRow = (Uuid, String, String, String);

/// Where a list goes on after this row.
pub(crate) fn cursor((id, _, name, option): &VariantRow) -> Cursor {
    Cursor(vec![name.clone(), option.clone(), id.to_string()])
}

/// What becomes of variants that are put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PutAway {
    /// What is not for anybody to find.
    LeftOut,
    /// What lies there lies there.
    Listed,
}

/// The next variants, or the next of some: at most `most`.
///
/// # Errors
/// When the database fails.
pub(crate) async fn next(
    tx: &mut Tx,
    cursor: Option<&Cursor>,
    these: Option<&[Uuid]>,
    most: usize,
    out: PutAway,
) -> Result<Vec<VariantRow>, OpError> {
    let tenant = tx.tenant();
    // The key that gives the list's order, unless a few are asked for: both databases may sort all variants first.
    let key = match these {
        Some([]) => return Ok(Vec::new()),
        Some(_) => "PRIMARY",
        None => "variant_name",
    };
    let mut select =
        QueryBuilder::<MySql>::new(format!("SELECT v.id, v.sku, v.name, v.option_text FROM variant v FORCE INDEX ({key}) WHERE v.tenant_id = "));
    select.push_bind(tenant);
    if out == PutAway::LeftOut {
        select.push(" AND v.state < 4");
    }
    if let Some(ids) = these {
        select.push(" AND v.id IN ");
        push_list(&mut select, ids.iter().copied());
    }
    if let Some(Cursor(after)) = cursor
        && let [name, option, id] = after.as_slice()
        && let Ok(id) = id.parse::<Uuid>()
    {
        // Spelt out, because a comparison of rows reads the whole index on both databases.
        select.push(" AND v.name >= ").push_bind(name.clone()).push(" AND (v.name > ").push_bind(name.clone());
        select.push(" OR v.option_text > ").push_bind(option.clone());
        select.push(" OR (v.option_text = ").push_bind(option.clone()).push(" AND v.id > ").push_bind(id).push("))");
    }
    select.push(" ORDER BY v.name, v.option_text, v.id LIMIT ").push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}
