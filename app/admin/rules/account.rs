//! One's own account: name, language, looks, password, and the businesses one works in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Kind, Locale, Operation, Permission, Role, Secret};

/// One's own account.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowAccount {}

/// What is kept of a person, as they see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Account {
    pub name: String,
    pub email: String,
    /// A language's tag; `browser`: as the browser asks; empty: the business's own.
    pub locale: String,
    /// `light`, `dark` or `system`.
    pub theme: String,
    /// Every business they may work in, by name.
    pub businesses: Vec<Business>,
}

/// A business one works in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Business {
    pub tenant: i64,
    pub name: String,
    pub role: Role,
    /// The one this request is for.
    pub is_here: bool,
}

impl Operation for ShowAccount {
    type Reply = Account;
    const NAME: &'static str = "admin.show_account";
    const NEEDS: Permission = Permission::Own;
    const KIND: Kind = Kind::Query;
}

/// Changes how one is called and spoken to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditAccount {
    pub name: String,
    /// `en`, `de`, `fr`, `es` or `ar`; `browser`: as the browser asks; empty: the business's own.
    #[serde(default)]
    pub locale: String,
    /// `light`, `dark` or `system`.
    pub theme: String,
}

/// It was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccountChanged {}

impl Operation for EditAccount {
    type Reply = AccountChanged;
    const NAME: &'static str = "admin.edit_account";
    const NEEDS: Permission = Permission::Own;
    const KIND: Kind = Kind::Command;
}

/// Changes one's own password. All sessions end, this one too: sign in with the new one.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    pub current: Secret,
    /// At least 12 characters.
    pub password: Secret,
}

impl Operation for ChangePassword {
    type Reply = AccountChanged;
    const NAME: &'static str = "admin.change_password";
    const NEEDS: Permission = Permission::Own;
    const KIND: Kind = Kind::Command;
}

/// How a page may look.
pub const THEMES: [&str; 3] = ["light", "dark", "system"];

/// Most characters of a password: hashing takes all of them.
pub const PASSWORD_MAX: usize = 200;

/// Kept for the language of who wants to be spoken to as each browser asks.
pub const BROWSER: &str = "browser";

/// How a person wants to be spoken to, as it is kept: a language's tag, [`BROWSER`], or empty for the business's language.
///
/// # Errors
/// On the field `locale`.
pub fn check_own_locale(tag: &str) -> Result<&'static str, FieldError> {
    if tag == BROWSER {
        return Ok(BROWSER);
    }
    check_locale(tag).map(|locale| locale.map_or("", Locale::tag))
}

/// A language that was chosen; `None` where none was.
///
/// # Errors
/// On the field `locale`.
pub fn check_locale(tag: &str) -> Result<Option<Locale>, FieldError> {
    if tag.is_empty() {
        return Ok(None);
    }
    let spoken = Locale::SPOKEN.into_iter().find(|locale| locale.tag() == tag);
    spoken.map(Some).ok_or_else(|| FieldError::new("locale", "field-unknown-choice"))
}

/// # Errors
/// On the field `theme`.
pub fn check_theme(theme: &str) -> Result<(), FieldError> {
    if THEMES.contains(&theme) { Ok(()) } else { Err(FieldError::new("theme", "field-unknown-choice")) }
}

/// # Errors
/// On the field `password`: longer than anybody types.
pub fn check_password(password: &Secret) -> Result<(), FieldError> {
    if password.reveal().chars().count() > PASSWORD_MAX {
        return Err(FieldError::new("password", "field-too-long").with("max", PASSWORD_MAX));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_offered_can_be_chosen() {
        assert_eq!(check_locale("de"), Ok(Some(Locale::De)));
        assert_eq!(check_locale(""), Ok(None));
        assert!(check_locale(BROWSER).is_err(), "a business has a language of its own");
        assert_eq!([check_own_locale("ar"), check_own_locale(""), check_own_locale(BROWSER)], [Ok("ar"), Ok(""), Ok(BROWSER)]);
        assert!(check_own_locale("tlh").is_err());
        assert!(check_locale("en-XA").is_err() && check_locale("tlh").is_err());
        assert!(check_theme("dark").is_ok() && check_theme("pink").is_err());
    }
}
