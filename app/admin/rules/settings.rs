//! What holds for the whole business.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Currency, FieldError, Kind, Operation, Permission};

/// The business's settings.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowSettings {}

/// As they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Settings {
    pub name: String,
    /// The language of those who chose none.
    pub locale: String,
    /// The time zone where no store is meant.
    pub zone: String,
    /// All amounts are in it; it cannot be changed.
    pub currency: Currency,
    /// What the codes on labels begin with; empty: none was set.
    pub public_base: String,
    /// Who counts may approve, with a second look and a reason.
    pub one_person: bool,
}

impl Operation for ShowSettings {
    type Reply = Settings;
    const NAME: &'static str = "admin.show_settings";
    const NEEDS: Permission = Permission::SettingsWrite;
    const KIND: Kind = Kind::Query;
}

/// Changes them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSettings {
    pub name: String,
    /// `en`, `de`, `fr`, `es` or `ar`.
    pub locale: String,
    /// An IANA time zone: Europe/London.
    pub zone: String,
    /// `https://` and a host, and perhaps a path; empty for none.
    #[serde(default)]
    pub public_base: String,
    /// Only an owner may change it.
    pub one_person: bool,
}

/// It was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SettingsChanged {}

impl Operation for ChangeSettings {
    type Reply = SettingsChanged;
    const NAME: &'static str = "admin.change_settings";
    const NEEDS: Permission = Permission::SettingsWrite;
    const KIND: Kind = Kind::Command;
}

/// Most characters of the base: what follows must still fit into a small code.
const BASE_MAX: usize = 200;

/// The base of the links in printed codes, as it is kept: without a slash at its end. It is printed and cannot be taken
/// back, so only what every reader takes in one way is let in: https, a host by name, plain path segments.
///
/// # Errors
/// On the field `public_base`, with what is wrong.
pub fn check_public_base(raw: &str) -> Result<String, FieldError> {
    let wrong = |code: &str| Err(FieldError::new("public_base", code));
    let text = raw.trim().trim_end_matches('/');
    if text.is_empty() && !raw.contains('/') {
        return Ok(String::new());
    }
    if text.chars().count() > BASE_MAX {
        return Err(FieldError::new("public_base", "field-too-long").with("max", BASE_MAX));
    }
    let Some(rest) = raw.trim().strip_prefix("https://") else { return wrong("public-base-https") };
    let rest = rest.trim_end_matches('/');
    let (host, path) = rest.split_once('/').map_or((rest, None), |(host, path)| (host, Some(path)));
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let labels: Vec<&str> = host.split('.').collect();
    // A last label of digits is an address, and addresses move.
    let named =
        labels.len() >= 2 && labels.iter().all(|one| label(one)) && labels.last().is_some_and(|top| top.bytes().any(|b| b.is_ascii_lowercase()));
    if !named {
        return wrong("public-base-host");
    }
    let plain = path.is_none_or(|path| path.split('/').all(label));
    if plain { Ok(text.to_owned()) } else { wrong("public-base-path") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn wrong(raw: &str, code: &str) {
        assert_eq!(check_public_base(raw).map_err(|error| error.said.code), Err(code.to_owned()), "{raw}");
    }

    #[test]
    fn a_base_is_kept_without_its_last_slash() {
        assert_eq!(check_public_base(" https://id.hart-finch.example/ ").as_deref(), Ok("https://id.hart-finch.example"));
        assert_eq!(check_public_base("https://stock.example/hart-finch").as_deref(), Ok("https://stock.example/hart-finch"));
        assert_eq!(check_public_base("https://xn--mller-kva.example").as_deref(), Ok("https://xn--mller-kva.example"));
        assert_eq!(check_public_base("  ").as_deref(), Ok(""));
    }

    #[test]
    fn only_https() {
        for raw in
            ["http://a.example", "ftp://a.example", "a.example", "//a.example", "HTTPS://a.example", "javascript:alert(1)", "/", "https:/a.example"]
        {
            wrong(raw, "public-base-https");
        }
    }

    #[test]
    fn a_host_by_name() {
        for raw in [
            "https://",
            "https://localhost",
            "https://192.168.0.1",
            "https://[::1]",
            "https://a.example:8443",
            "https://me@a.example",
            "https://A.example",
            "https://müller.example",
            "https://a..example",
            "https://-a.example",
            "https://a.example?x=1",
            "https://a.example#x",
            "https://a.ex ample",
            "https://a.example\\b",
            "https:///a.example",
        ] {
            wrong(raw, "public-base-host");
        }
    }

    #[test]
    fn no_tricks_in_the_path() {
        for raw in [
            "https://a.example/..",
            "https://a.example/b/../c",
            "https://a.example//b",
            "https://a.example/b?c",
            "https://a.example/%2e%2e",
            "https://a.example/b c",
            "https://a.example/01/x_",
        ] {
            wrong(raw, "public-base-path");
        }
        wrong(&format!("https://a.example/{}", "x".repeat(200)), "field-too-long");
    }
}
