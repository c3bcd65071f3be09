//! Stores by the codes that people type after a command.

use crate::wiring::Process;
use stock_rules::ListStores;
use vocabulary::{Actor, Ask, Key, StoreId};

/// The store of a code; small letters are as good as capitals, in which codes are written.
///
/// # Errors
/// When there is none: with the codes there are.
pub(super) async fn by_code(process: &Process, actor: &Actor, code: &str) -> anyhow::Result<StoreId> {
    let ask = |list: ListStores| process.desk.run(Ask::new(actor, Key::random(), list));
    let found = ask(ListStores { code: Some(code.to_ascii_uppercase()), ..ListStores::default() }).await?;
    if let Some(store) = found.rows.first() {
        return Ok(store.id);
    }
    let known = ask(ListStores::default()).await?;
    anyhow::ensure!(!known.rows.is_empty(), "there is no store {code}, nor any other yet: make one first");
    let mut codes: Vec<&str> = known.rows.iter().map(|store| store.code.as_str()).collect();
    codes.extend(known.next.is_some().then_some("…"));
    anyhow::bail!("there is no store {code}; there are: {}", codes.join(", "))
}
