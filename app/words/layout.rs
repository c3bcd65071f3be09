//! How each language writes numbers, dates and lists: CLDR 48's facts, as tables.

use crate::pseudo;
use vocabulary::Locale;

/// The marks of a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marks {
    pub decimal: char,
    pub group: char,
    /// From how many digits before the decimal mark on they are grouped: 5 in Spanish, where 1234 stands ungrouped.
    pub grouped_from: usize,
}

pub(crate) const NBSP: char = '\u{a0}';
pub(crate) const NARROW_NBSP: char = '\u{202f}';
pub(crate) const MINUS: char = '\u{2212}';
/// Keeps a sign to the left of its number in text from right to left.
pub(crate) const LRM: char = '\u{200e}';
/// Makes an amount follow the text from right to left, whatever stands before it.
pub(crate) const RLM: char = '\u{200f}';

pub(crate) fn marks(locale: Locale) -> Marks {
    match locale {
        // Arabic is written with Latin digits here, as stock and price tags in much of the Arab world are.
        Locale::En | Locale::Ar | Locale::EnXa | Locale::ArXb => Marks { decimal: '.', group: ',', grouped_from: 4 },
        Locale::De => Marks { decimal: ',', group: '.', grouped_from: 4 },
        Locale::Fr => Marks { decimal: ',', group: NARROW_NBSP, grouped_from: 4 },
        Locale::Es => Marks { decimal: ',', group: '.', grouped_from: 5 },
    }
}

const EN_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const EN_SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];
const EN_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DE_MONTHS: [&str; 12] = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const DE_SHORT: [&str; 12] = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];
const DE_DAYS: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const FR_MONTHS: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const FR_SHORT: [&str; 12] = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const FR_DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const ES_MONTHS: [&str; 12] =
    ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
const ES_SHORT: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"];
const ES_DAYS: [&str; 7] = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const AR_MONTHS: [&str; 12] = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const AR_DAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];

/// The names of the months, January first: whole, and as dates abbreviate them.
pub(crate) fn months(locale: Locale) -> (&'static [&'static str; 12], &'static [&'static str; 12]) {
    match locale {
        Locale::En | Locale::EnXa | Locale::ArXb => (&EN_MONTHS, &EN_SHORT),
        Locale::De => (&DE_MONTHS, &DE_SHORT),
        Locale::Fr => (&FR_MONTHS, &FR_SHORT),
        Locale::Es => (&ES_MONTHS, &ES_SHORT),
        Locale::Ar => (&AR_MONTHS, &AR_MONTHS),
    }
}

/// The days of the week, Monday first.
pub(crate) fn days(locale: Locale) -> &'static [&'static str; 7] {
    match locale {
        Locale::En | Locale::EnXa | Locale::ArXb => &EN_DAYS,
        Locale::De => &DE_DAYS,
        Locale::Fr => &FR_DAYS,
        Locale::Es => &ES_DAYS,
        Locale::Ar => &AR_DAYS,
    }
}

/// A word out of a table, as the pseudo-locales show it.
pub(crate) fn word(locale: Locale, word: &str) -> String {
    match locale {
        Locale::EnXa => pseudo::accented_word(word),
        Locale::ArXb => pseudo::mirrored(word),
        _ => word.to_owned(),
    }
}

/// "a, b and c".
pub(crate) fn list(locale: Locale, items: &[String]) -> String {
    let Some((last, before)) = items.split_last() else {
        return String::new();
    };
    if before.is_empty() {
        return last.clone();
    }
    match locale {
        // Arabic says "and" before every one, joined to it.
        Locale::Ar => items.join(" و"),
        _ => format!("{} {} {last}", before.join(", "), word(locale, and(locale, last))),
    }
}

fn and(locale: Locale, next: &str) -> &'static str {
    match locale {
        Locale::De => "und",
        Locale::Fr => "et",
        // Spanish says "e" before the sound of i.
        Locale::Es => {
            let next = next.to_lowercase();
            let sounds_i = next.starts_with(['i', 'í']) || next.starts_with("hi") || next.starts_with("hí");
            if sounds_i && !next.starts_with("hie") && !next.starts_with("hia") { "e" } else { "y" }
        }
        _ => "and",
    }
}
