//! One's own account.

mod change_password;
mod edit_account;
mod show_account;

use admin_rules::{ChangePassword, EditAccount, ShowAccount};
use platform::{OpError, Registry};
use vocabulary::{Actor, AppError, PersonId};

pub(crate) fn register(registry: Registry) -> Registry {
    registry.on::<ShowAccount>(crate::Admin).on::<EditAccount>(crate::Admin).on::<ChangePassword>(crate::Admin)
}

/// Who asks: the system itself has no account.
pub(crate) fn asker(actor: &Actor) -> Result<PersonId, OpError> {
    actor.person.ok_or_else(|| AppError::Forbidden.into())
}
