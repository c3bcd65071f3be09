//! Changes one's own password; who does not know the old one does not.

use super::asker;
use crate::Admin;
use admin_rules::{AccountChanged, ChangePassword, check_password};
use platform::{Done, Handle, OpError, Trail, Tx, identity, session};
use vocabulary::{Actor, AppError};

impl Handle<ChangePassword> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, change: ChangePassword) -> Result<Done<AccountChanged>, OpError> {
        let person = asker(actor)?;
        check_password(&change.password)?;
        if change.current.reveal().chars().count() > admin_rules::PASSWORD_MAX || !identity::is_password(tx, person, change.current.reveal()).await? {
            return Err(AppError::invalid("current", "password-wrong").into());
        }
        if change.current == change.password {
            return Err(AppError::invalid("password", "password-same").into());
        }
        identity::set_password(tx, person, change.password.reveal()).await?;
        // Whoever came in with the old one is out.
        session::end_all_within(tx, person).await?;
        Ok(Done::reply(AccountChanged {}).trail(Trail::of("person", person).with("password", "changed")))
    }
}
