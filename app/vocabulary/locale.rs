//! Languages, and which way they are written.

use serde::{Deserialize, Serialize};

/// A language that every message is written in. The two pseudo-locales exist for tests: accented and longer, and
/// right to left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    #[default]
    En,
    De,
    Fr,
    Es,
    Ar,
    /// English with accents and a third more text: what is not accented was not translated.
    EnXa,
    /// English, right to left.
    ArXb,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Locale {
    /// What people may choose.
    pub const SPOKEN: [Self; 5] = [Self::En, Self::De, Self::Fr, Self::Es, Self::Ar];

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ar => "ar",
            Self::EnXa => "en-XA",
            Self::ArXb => "ar-XB",
        }
    }

    /// Its name in itself, as a language menu shows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Ar => "العربية",
            Self::EnXa => "[Éñĝļíšĥ]",
            Self::ArXb => "[RTL English]",
        }
    }

    #[must_use]
    pub fn direction(self) -> Direction {
        match self {
            Self::Ar | Self::ArXb => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// The locale with exactly this tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        [Self::En, Self::De, Self::Fr, Self::Es, Self::Ar, Self::EnXa, Self::ArXb].into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(tag))
    }

    /// The best spoken language of an `Accept-Language` header (RFC 9110 §12.5.4), by its quality values; ties go to
    /// the first. `None` when it names none of ours.
    #[must_use]
    pub fn negotiate(header: &str) -> Option<Self> {
        let mut best: Option<(Self, u16)> = None;
        for part in header.split(',').take(32) {
            let mut pieces = part.trim().split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let quality = pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(1000, thousandths);
            let language = tag.split('-').next().unwrap_or_default();
            let Some(locale) = Self::SPOKEN.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language)) else { continue };
            if quality > 0 && best.is_none_or(|(_, q)| quality > q) {
                best = Some((locale, quality));
            }
        }
        best.map(|(locale, _)| locale)
    }
}

/// `0.8` as 800; what is no quality value counts as nought.
fn thousandths(raw: &str) -> u16 {
    let (whole, fraction) = raw.split_once('.').unwrap_or((raw, ""));
    let digits = format!("{:0<3}", fraction.get(..3.min(fraction.len())).unwrap_or_default());
    match (whole, digits.parse::<u16>()) {
        ("1", _) => 1000,
        ("0", Ok(n)) => n,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negotiates_by_quality() {
        assert_eq!(Locale::negotiate("de-AT,de;q=0.9,en;q=0.8"), Some(Locale::De));
        assert_eq!(Locale::negotiate("nl, en;q=0.5, ar;q=0.7"), Some(Locale::Ar));
        assert_eq!(Locale::negotiate("fr;q=0, es;q=0.1"), Some(Locale::Es));
        assert_eq!(Locale::negotiate("xx"), None);
        assert_eq!(Locale::negotiate(";;;q=,,,é;q=é"), None);
    }
}
