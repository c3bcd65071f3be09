//! What is kept back from ways of selling: rules that people set, and what they leave of what is there.

mod list;
mod read;
mod remove;
mod set;

pub(crate) use read::{Rules, rules};

use crate::Stock;
use platform::{Done, Handle, OpError, Registry, Tx, audit, rest::Api};
use stock_rules::{BufferHistory, ListBuffers, RemoveBuffer, SetBuffer};
use uuid::Uuid;
use vocabulary::{Actor, HistoryRow, Page};

/// What its trails are of: all rules have one history, in which one finds those that were taken away too.
const ENTITY: &str = "buffer";

pub(crate) fn register(registry: Registry) -> Registry {
    registry.on::<ListBuffers>(Stock).on::<SetBuffer>(Stock).on::<RemoveBuffer>(Stock).on::<BufferHistory>(Stock)
}

pub(crate) fn api(api: Api) -> Api {
    api.get::<ListBuffers>("/buffers", "What is kept back from ways of selling")
        .put::<SetBuffer>("/buffers", "Keep something back from a way of selling")
        .delete::<RemoveBuffer>("/buffers/{buffer}", "Take a rule away")
        .get::<BufferHistory>("/buffers/history", "What was done to the rules")
}

impl Handle<BufferHistory> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: BufferHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        Ok(Done::reply(audit::history(tx, ENTITY, Uuid::nil(), history.cursor.as_ref()).await?))
    }
}
