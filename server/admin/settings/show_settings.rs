//! The business's settings.

use super::load;
use crate::Admin;
use admin_rules::{Settings, ShowSettings};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::Actor;

impl Handle<ShowSettings> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, _: ShowSettings) -> Result<Done<Settings>, OpError> {
        Ok(Done::reply(load(tx, false).await?))
    }
}
