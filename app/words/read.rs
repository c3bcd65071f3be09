//! Numbers as people type them. What could be meant in two ways is not guessed: the answer names both.

use crate::{
    Words,
    layout::{MINUS, Marks, NARROW_NBSP, NBSP, RLM, marks, months},
    money::{EXTRA_DECIMALS, symbol},
    number::input,
};
use rust_decimal::Decimal;
use vocabulary::{Currency, Locale, Money, Quantity, QuantityError, Said};

/// What people type for a minus: the hyphen of the keyboard, the true one, and the dash that office programs make.
const MINUSES: [char; 3] = ['-', MINUS, '\u{2013}'];

impl Words {
    /// A quantity as people type it in this language, also with Arabic-Indic digits. Grouping must be well formed.
    ///
    /// # Errors
    /// `field-required` when it is blank; the codes of [`QuantityError`]; `quantity-ambiguous` with the readings
    /// `whole` and `fraction`; `quantity-mark` with what is `right` when the marks are another language's.
    pub fn read_quantity(&self, typed: &str) -> Result<Quantity, Said> {
        let value = self.read_number(&clean(typed)).map_err(|wrong| wrong.said("quantity", self.locale))?;
        Quantity::new(value).map_err(|wrong| Said::new(wrong.code()))
    }

    /// An amount as people type it, with or without its currency.
    ///
    /// # Errors
    /// As [`Words::read_quantity`] with `money-` for `quantity-`; `money-other-currency` with what was `expected`.
    pub fn read_money(&self, typed: &str, currency: Currency) -> Result<Money, Said> {
        let most = Quantity::SCALE.min(currency.minor_digits() + EXTRA_DECIMALS);
        let too_many = || Said::new("money-too-many-decimals").with("max", i64::from(most));
        match self.read_number(&strip_currency(self.locale, &clean(typed), currency)?) {
            Ok(value) if value.scale() <= most => Ok(Money::new(value, currency)),
            Ok(_) | Err(Wrong::TooManyDecimals) => Err(too_many()),
            Err(wrong) => Err(wrong.said("money", self.locale)),
        }
    }

    fn read_number(&self, text: &str) -> Result<Decimal, Wrong> {
        if text.is_empty() {
            return Err(Wrong::Blank);
        }
        let (negative, digits) = match text.strip_prefix(MINUSES) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let value = self.read_digits(digits).map_err(|wrong| wrong.with_sign(negative))?;
        Ok(if negative && !value.is_zero() { -value } else { value }.normalize())
    }

    fn read_digits(&self, text: &str) -> Result<Decimal, Wrong> {
        const ARABIC: Style = Style { decimal: '\u{66b}', groups: &['\u{66c}'] };
        const POINT: Style = Style { decimal: '.', groups: &[','] };
        const COMMA: Style = Style { decimal: ',', groups: &['.'] };
        const SPACED_POINT: Style = Style { decimal: '.', groups: &[' ', '\''] };
        const SPACED_COMMA: Style = Style { decimal: ',', groups: &[' ', '\''] };

        if text.contains([ARABIC.decimal, ARABIC.groups[0]]) {
            return ARABIC.read(text).map_or(Err(Wrong::NotANumber), checked);
        }
        let Marks { decimal, group, .. } = marks(self.locale);
        if decimal == '.' {
            return match (POINT.read(text), COMMA.read(text)) {
                (Some(own), _) => checked(own),
                (None, Some(other)) => Err(marked_otherwise(other)),
                (None, None) => Err(Wrong::NotANumber),
            };
        }
        if let Some(spaced) = SPACED_COMMA.read(text) {
            return checked(spaced);
        }
        match (COMMA.read(text), SPACED_POINT.read(text)) {
            // `1.234`: grouped it is 1234, and with a point for the decimal mark it is not.
            (Some(whole), Some(fraction)) if whole != fraction => Err(Wrong::Ambiguous(checked(whole)?, checked(fraction)?)),
            (Some(own), _) if group == '.' => checked(own),
            (_, Some(pointed)) => checked(pointed),
            (Some(other), None) => Err(marked_otherwise(other)),
            (None, None) => Err(POINT.read(text).map_or(Wrong::NotANumber, marked_otherwise)),
        }
    }
}

/// Well formed, but with another language's marks.
fn marked_otherwise(meant: String) -> Wrong {
    match checked(meant) {
        Ok(right) => Wrong::Mark(right),
        Err(wrong) => wrong,
    }
}

/// Why a number cannot be read.
#[derive(Clone, Copy, Debug)]
enum Wrong {
    Blank,
    NotANumber,
    TooManyDecimals,
    TooLarge,
    /// Grouped, it is the first; with a decimal mark, the second.
    Ambiguous(Decimal, Decimal),
    /// What it would be with another language's marks.
    Mark(Decimal),
}

impl Wrong {
    fn with_sign(self, negative: bool) -> Self {
        let sign = |value: Decimal| if negative { -value } else { value };
        match self {
            Self::Ambiguous(whole, fraction) => Self::Ambiguous(sign(whole), sign(fraction)),
            Self::Mark(right) => Self::Mark(sign(right)),
            other => other,
        }
    }

    /// The readings are said as text, as one would type them: `1.234` said in German would be the question again.
    fn said(self, of: &str, locale: Locale) -> Said {
        match self {
            Self::Blank => Said::new("field-required"),
            Self::NotANumber => Said::new(&format!("{of}-not-a-number")),
            Self::TooManyDecimals => Said::new(&format!("{of}-too-many-decimals")),
            Self::TooLarge => Said::new(&format!("{of}-too-large")),
            Self::Ambiguous(whole, fraction) => {
                Said::new(&format!("{of}-ambiguous")).with("whole", input(locale, whole, 0)).with("fraction", input(locale, fraction, 0))
            }
            Self::Mark(right) => Said::new(&format!("{of}-mark")).with("right", input(locale, right, 0)),
        }
    }
}

/// A way of writing numbers: one decimal mark, and marks of which one may group.
struct Style {
    decimal: char,
    groups: &'static [char],
}

impl Style {
    /// The number in the machine's form, if the text is well formed in this style.
    fn read(&self, text: &str) -> Option<String> {
        let (whole, fraction) = match text.split_once(self.decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let whole = match self.groups.iter().find(|mark| whole.contains(**mark)) {
            Some(mark) => ungroup(whole, *mark)?,
            None => whole.to_owned(),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        match fraction {
            Some(fraction) if all_digits(&whole) && all_digits(fraction) && !fraction.is_empty() => Some(format!("{whole}.{fraction}")),
            None if all_digits(&whole) && !whole.is_empty() => Some(whole),
            _ => None,
        }
    }
}

/// Takes out the grouping: one to three digits of which the first is not nought, then threes.
fn ungroup(whole: &str, mark: char) -> Option<String> {
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let well_formed = (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3);
    well_formed.then(|| whole.chars().filter(|letter| *letter != mark).collect())
}

/// The value, within what a quantity may hold.
fn checked(machine: String) -> Result<Decimal, Wrong> {
    machine.parse::<Quantity>().map(Quantity::decimal).map_err(|wrong| match wrong {
        QuantityError::NotANumber => Wrong::NotANumber,
        QuantityError::TooManyDecimals => Wrong::TooManyDecimals,
        QuantityError::TooLarge => Wrong::TooLarge,
    })
}

/// Trims, drops the invisible marks of direction, and brings the digits, spaces and apostrophes of all scripts to one.
pub(crate) fn clean(typed: &str) -> String {
    let text: String = typed
        .chars()
        .filter(|letter| !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}'))
        .map(|letter| match letter {
            '\u{660}'..='\u{669}' => western(letter, '\u{660}'),
            '\u{6f0}'..='\u{6f9}' => western(letter, '\u{6f0}'),
            NBSP | NARROW_NBSP | '\u{2009}' => ' ',
            '\u{2019}' => '\'',
            other => other,
        })
        .collect();
    text.trim().to_owned()
}

fn western(digit: char, zero: char) -> char {
    char::from_digit(u32::from(digit).saturating_sub(u32::from(zero)), 10).unwrap_or(digit)
}

/// Takes the currency's sign or code off either end; a minus may stand before it. Another currency's is an error.
fn strip_currency(locale: Locale, text: &str, currency: Currency) -> Result<String, Said> {
    let (sign, amount) = match text.strip_prefix(MINUSES) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    for known in [Some(currency.code()), symbol(locale, currency), symbol(Locale::En, currency)].into_iter().flatten() {
        // What was typed has lost its marks of direction already.
        let known = known.replace(RLM, "");
        if let Some(rest) = amount.strip_prefix(&known).or_else(|| amount.strip_suffix(&known)) {
            return Ok(format!("{sign}{}", rest.trim()));
        }
    }
    if names_a_currency(amount) {
        return Err(Said::new("money-other-currency").with("expected", currency.code()));
    }
    Ok(text.to_owned())
}

/// Whether the text names some currency, by a sign or by three capitals at either end.
fn names_a_currency(text: &str) -> bool {
    let code = |part: &str| part.parse::<Currency>().is_ok();
    let first = text.get(..3).is_some_and(code);
    let last = text.len().checked_sub(3).and_then(|at| text.get(at..)).is_some_and(code);
    first || last || text.contains(['€', '£', '$', '¥', '₹'])
}

/// The month that a word names in a language, whole or abbreviated.
pub(crate) fn month_named(locale: Locale, typed: &str) -> Option<u32> {
    let typed = typed.trim_end_matches('.').to_lowercase();
    let (long, short) = months(locale);
    let at = long.iter().zip(short).position(|(long, short)| typed == long.to_lowercase() || typed == short.trim_end_matches('.').to_lowercase())?;
    u32::try_from(at + 1).ok()
}
