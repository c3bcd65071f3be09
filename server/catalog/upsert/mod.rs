//! The one place where catalog rows are made and changed, whoever asks: the page, the API, the demo, the import. Rows are
//! read in a bounded number of statements, decided upon in memory, and written in a bounded number of statements.

mod item;
pub(crate) mod load;
mod plan;
mod tell;
mod tokens;
pub(crate) mod variant;
pub(crate) mod world;
pub(crate) mod write;

pub(crate) use tell::{category_made, note};
pub use tell::{events, trails};

use catalog_rules::{ItemState, UpsertItem, UpsertOutcome, Upserted};
use load::Lock;
use platform::{OpError, Tx};
use uuid::Uuid;

/// Most rows of one call. Larger work is done in several.
pub const ROWS_MAX: usize = 500;

/// What rows may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Make what is not there, change what is.
    Upsert,
    /// All rows are one item's, which must be new, as its variants must.
    Create,
    /// All rows are new variants of an item that is there.
    Extend,
}

/// Makes and changes items and variants: at most 500 rows. What a row says wrong is told in its own result, and nothing
/// of that row is written; the others are. The caller writes audit and events, with [`trails`] and [`events`].
///
/// # Errors
/// When the database fails, or a conflict `catalog-busy` when another transaction took a SKU, a handle or a code
/// meanwhile: then nothing is written, and the call may be repeated as it is.
pub async fn apply(tx: &mut Tx, rows: &[UpsertItem]) -> Result<Vec<Upserted>, OpError> {
    let (mut world, done) = plan(tx, rows, Mode::Upsert, Lock::ForUpdate).await?;
    write::write(tx, &mut world).await?;
    Ok(done)
}

/// What [`apply`] would do, old values and new, without writing: for dry runs. Items and variants that would be new have
/// no ids yet.
///
/// # Errors
/// When the database fails.
pub async fn compare(tx: &mut Tx, rows: &[UpsertItem]) -> Result<Vec<Upserted>, OpError> {
    Ok(foresee(tx, rows).await?.into_iter().map(|(done, _)| done).collect())
}

/// What a row's variant is like when all the rows are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// Its item comes in whole units.
    pub whole: bool,
    /// It is put away, by itself or with its item.
    pub archived: bool,
    /// The row gave it no SKU: one is made when it is written, and is not yet known.
    pub sku_open: bool,
}

/// The same as [`compare`], and what the variants will be like; of a row that is refused nothing is known.
///
/// # Errors
/// When the database fails.
pub async fn foresee(tx: &mut Tx, rows: &[UpsertItem]) -> Result<Vec<(Upserted, Outlook)>, OpError> {
    let (world, mut done) = plan(tx, rows, Mode::Upsert, Lock::Shared).await?;
    let outlooks: Vec<Outlook> = done.iter().map(|row| outlook(&world, row)).collect();
    for row in &mut done {
        row.new_category = None;
        if row.new_item {
            row.item = None;
        }
        if row.outcome == UpsertOutcome::New {
            row.variant = None;
        }
    }
    Ok(done.into_iter().zip(outlooks).collect())
}

fn outlook(world: &world::World, row: &Upserted) -> Outlook {
    let item = row.item.and_then(|id| world.items.get(&Uuid::from(id)));
    let variant = row.variant.and_then(|id| world.variants.get(&Uuid::from(id)));
    let (Some(item), Some(variant)) = (item, variant) else { return Outlook::default() };
    Outlook {
        whole: item.whole,
        archived: item.state.with_own(variant.own_state) == ItemState::Archived,
        sku_open: row.outcome == UpsertOutcome::New && variant.sku_made,
    }
}

/// Makes variants, with their item or of one that is there: all rows or none. The caller looks for problems.
pub(crate) async fn make(tx: &mut Tx, rows: &[UpsertItem], mode: Mode) -> Result<Vec<Upserted>, OpError> {
    let (mut world, done) = plan(tx, rows, mode, Lock::ForUpdate).await?;
    if done.iter().all(|row| row.problems.is_empty()) {
        write::write(tx, &mut world).await?;
    }
    Ok(done)
}

async fn plan(tx: &mut Tx, rows: &[UpsertItem], mode: Mode, lock: Lock) -> Result<(world::World, Vec<Upserted>), OpError> {
    if rows.len() > ROWS_MAX {
        return Err(anyhow::anyhow!("{} rows in one call, at most {ROWS_MAX}", rows.len()).into());
    }
    let rows: Vec<plan::Row> = rows.iter().map(plan::Row::read).collect();
    let mut world = plan::read_world(tx, &rows, lock).await?;
    let done = plan::decide(&mut world, &rows, mode);
    Ok((world, done))
}
