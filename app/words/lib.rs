//! How people are spoken to: the words in their language, and numbers, money and dates as they write them.
//!
//! The same inputs always give the same words: language, time zone and the present moment are all in [`Words`], and nothing
//! is asked of the machine. Only the server speaks; what runs in the browser is given what it may say. The messages are in
//! `locales/<lang>/<room>.ftl`; the facts about writing numbers and dates are CLDR's (release 48), in tables here.

mod arg;
mod bundle;
mod date;
mod kinds;
mod layout;
mod money;
mod number;
mod pseudo;
mod read;
mod read_date;

pub use arg::Arg;
pub use bundle::{ROOMS, has, message_ids};
pub use kinds::message_id;

use chrono::{DateTime, Utc};
use vocabulary::{AppError, Direction, FieldError, Locale, Said};

/// How one reader is spoken to: language, time zone, and the instant the page was made.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub locale: Locale,
    pub zone: chrono_tz::Tz,
    /// Explicit, so that server and browser agree on what is "today".
    pub now: DateTime<Utc>,
}

impl Words {
    #[must_use]
    pub fn new(locale: Locale, zone: chrono_tz::Tz, now: DateTime<Utc>) -> Self {
        Self { locale, zone, now }
    }

    /// The message with this id, or the attribute `id.attribute`. One that exists in no language shows as `⟦id⟧`.
    #[must_use]
    pub fn t(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The message with its variables filled in. A count selects the plural form and prints as the language writes it.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        bundle::format(self, id, args)
    }

    /// What a code with its parameters says.
    #[must_use]
    pub fn said(&self, said: &Said) -> String {
        let args: Vec<(&str, Arg)> = said.params.iter().map(|(name, value)| (name.as_str(), Arg::from(value.clone()))).collect();
        self.with(&said.code, &args)
    }

    /// What an error says as a whole; what is wrong with each field is said by [`Words::field_error`].
    #[must_use]
    pub fn error(&self, error: &AppError) -> String {
        self.said(&error.said())
    }

    #[must_use]
    pub fn field_error(&self, error: &FieldError) -> String {
        self.said(&error.said)
    }

    /// Whether this language runs from right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        self.locale.direction() == Direction::RightToLeft
    }

    /// A code, a number or a name that is written from left to right, safe to stand in this language's text.
    #[must_use]
    pub fn code(&self, text: &str) -> String {
        if self.is_rtl() { ltr(text) } else { text.to_owned() }
    }

    /// "a, b and c".
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        if !self.is_rtl() {
            return layout::list(self.locale, items);
        }
        let apart: Vec<String> = items.iter().map(|item| bundle::isolated(item).unwrap_or_else(|| item.clone())).collect();
        layout::list(self.locale, &apart)
    }
}

/// Isolates text that runs from left to right (a code, a path, a telephone number) from what stands around it.
#[must_use]
pub fn ltr(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Without the marks that keep directions apart: they are for screens, not for files.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}
