//! What somebody probably meant who wrote something that is no number.

use crate::import::numbers::{Mark, read};

/// The number that is suggested in its place.
#[must_use]
pub fn meant(raw: &str, mark: Option<Mark>) -> Option<String> {
    let word = raw.trim().to_lowercase();
    for (number, words) in WORDS {
        if words.split(' ').any(|known| known == word) {
            return Some((*number).to_owned());
        }
    }
    // `12 pcs`, `5kg`: a number and then a word, not a code such as `10x0d`.
    let split = raw.trim().find(|c: char| c.is_alphabetic())?;
    let (number, unit) = raw.trim().split_at(split);
    let is_unit = unit.chars().all(|c| c.is_alphabetic() || c == '.') && !matches!(unit, "e" | "E" | "x" | "X");
    let number = number.trim_end();
    // `3-May` is a date, and no minus three.
    let is_whole = number.ends_with(|c: char| c.is_numeric());
    (is_whole && is_unit && read(number, mark).is_ok()).then(|| number.to_owned())
}

/// Words that stand where a number belongs, in the languages we speak.
const WORDS: &[(&str, &str)] = &[
    ("0", "free gratis kostenlos umsonst gratuit offert none nil zero null zéro cero keine aucun ninguno"),
    ("1", "one eins ein un une uno una"),
    ("2", "two zwei deux dos"),
    ("3", "three drei trois tres"),
    ("4", "four vier quatre cuatro"),
    ("5", "five fünf cinq cinco"),
    ("6", "six sechs seis"),
    ("7", "seven sieben sept siete"),
    ("8", "eight acht huit ocho"),
    ("9", "nine neun neuf nueve"),
    ("10", "ten zehn dix diez"),
    ("11", "eleven elf onze once"),
    ("12", "twelve zwölf douze doce dozen dutzend"),
];
