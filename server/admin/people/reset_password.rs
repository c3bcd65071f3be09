//! Gives somebody a new password.

use super::{changeable, is_elsewhere};
use crate::Admin;
use admin_rules::{PersonChanged, ResetPassword, check_password};
use platform::{Done, Handle, OpError, Trail, Tx, identity, session};
use vocabulary::{Actor, Said};

impl Handle<ResetPassword> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, reset: ResetPassword) -> Result<Done<PersonChanged>, OpError> {
        check_password(&reset.password)?;
        let member = changeable(tx, actor, reset.person).await?;
        // Who could set the password of somebody who works elsewhere too could go in there as them.
        if is_elsewhere(tx, reset.person).await? {
            return Err(OpError::conflict(Said::new("person-elsewhere")));
        }
        identity::set_password(tx, reset.person, reset.password.reveal()).await?;
        session::end_all_within(tx, reset.person).await?;
        Ok(Done::reply(member.changed()).trail(Trail::of("person", reset.person).with("password", "set")))
    }
}
