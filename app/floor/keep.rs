//! What the phone keeps: scans and what it learnt of codes, in IndexedDB. A scan is there before it is shown.

use crate::{
    data,
    model::{Event, Item, Sent},
};
use idb::{Database, DatabaseEvent, Factory, KeyPath, ObjectStoreParams, TransactionMode};
use std::cell::RefCell;

const NAME: &str = "stockroom-floor";
const EVENTS: &str = "events";
const CODES: &str = "codes";

/// The browser keeps nothing: there is no store, or it is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

impl From<idb::Error> for NotKept {
    fn from(_: idb::Error) -> Self {
        Self
    }
}

thread_local! {
    static OPEN: RefCell<Option<Database>> = const { RefCell::new(None) };
}

/// Opens the store, once.
///
/// # Errors
/// When the browser keeps nothing (a private window, a full disk).
pub async fn open() -> Result<(), NotKept> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        for (store, key) in [(EVENTS, "id"), (CODES, "code")] {
            let mut params = ObjectStoreParams::new();
            params.key_path(Some(KeyPath::new_single(key)));
            // What fails here fails the opening, which is told.
            let _ = database.create_object_store(store, params);
        }
    });
    let database = request.await?;
    OPEN.set(Some(database));
    Ok(())
}

/// Runs on the open store; `None` where there is none.
macro_rules! store {
    ($name:expr, $mode:expr) => {{
        let begun = OPEN.with_borrow(|open| open.as_ref().map(|database| database.transaction(&[$name], $mode)));
        let transaction = begun.ok_or(NotKept)??;
        let store = transaction.object_store($name)?;
        (transaction, store)
    }};
}

/// Keeps scans; when this returns they are on the disk.
///
/// # Errors
/// When they could not be kept.
pub async fn events(events: &[Event]) -> Result<(), NotKept> {
    let (transaction, store) = store!(EVENTS, TransactionMode::ReadWrite);
    for event in events {
        store.put(&data::boxed_event(event), None)?;
    }
    transaction.commit()?.await?;
    Ok(())
}

/// Keeps what codes mean.
///
/// # Errors
/// When it could not be kept; it is learnt again.
pub async fn codes(items: &[Item]) -> Result<(), NotKept> {
    let (transaction, store) = store!(CODES, TransactionMode::ReadWrite);
    for item in items {
        store.put(&data::boxed_item(item), None)?;
    }
    transaction.commit()?.await?;
    Ok(())
}

/// Everything kept, and forgets scans of other counts that the server has.
///
/// # Errors
/// When the store cannot be read.
pub async fn all(count: &str) -> Result<(Vec<Event>, Vec<Item>), NotKept> {
    let (transaction, store) = store!(EVENTS, TransactionMode::ReadWrite);
    let kept: Vec<Event> = store.get_all(None, None)?.await?.iter().map(data::event).collect();
    let (keep, forget): (Vec<Event>, Vec<Event>) = kept.into_iter().partition(|event| event.count == count || event.sent == Sent::Waiting);
    for event in forget {
        store.delete(idb::Query::Key(event.id.into()))?;
    }
    transaction.commit()?.await?;
    let (_, store) = store!(CODES, TransactionMode::ReadOnly);
    let items = store.get_all(None, None)?.await?.iter().map(data::item).collect();
    Ok((keep, items))
}
