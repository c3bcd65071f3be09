//! The people of the business: who they are, who else may come in, and what an owner may do about them.

pub(crate) mod add;
pub(crate) mod list;
pub(crate) mod person;

use kit::Choice;
use vocabulary::Role;
use words::{Words, message_id};

/// The roles one may choose between, each with what it may do.
fn roles(words: Words) -> Vec<Choice> {
    Role::ALL
        .into_iter()
        .map(|role| Choice::new(role.tag(), words.role(role)).hint(words.t(&format!("{}.hint", message_id("role", role.tag())))))
        .collect()
}
