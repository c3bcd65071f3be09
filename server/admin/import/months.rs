//! Months by their names, in the five languages: such a date says itself what it is.

use crate::import::{
    dates::{Day, certain},
    fields::normal,
};

/// Names and the short forms in use, as [`normal`] leaves them. What is two months in two languages is none here.
const MONTHS: [&str; 12] = [
    "january jan januar janner janvier janv enero ene يناير",
    "february feb februar fevrier fevr fev febrero فبراير",
    "march mar marz mrz mars marzo مارس",
    "april apr avril avr abril abr ابريل",
    "may mai mayo مايو",
    "june jun juni juin junio يونيو",
    "july jul juli juillet juil julio يوليو",
    "august aug aout agosto ago اغسطس",
    "september sep sept septembre septiembre setiembre سبتمبر",
    "october oct oktober okt octobre octubre اكتوبر",
    "november nov novembre noviembre نوفمبر",
    "december dec dezember dez decembre diciembre dic ديسمبر",
];

fn month(word: &str) -> Option<u32> {
    let word = normal(word);
    let at = MONTHS.iter().position(|names| names.split_whitespace().any(|name| name == word))?;
    u32::try_from(at + 1).ok()
}

/// Words between a date's parts, and what is put behind a day: `5 de enero`, `1er mars`, `5th of May`.
const BETWEEN: [&str; 10] = ["de", "del", "of", "the", "st", "nd", "rd", "th", "er", "den"];

/// A part of a date.
enum Part {
    Number(u32, usize),
    Month(u32),
}

/// A date whose month is a word, and what stands behind it. A day of the week may go before.
pub(super) fn day(raw: &str) -> Option<(Day, &str)> {
    // Most dates are digits alone, and have no business here.
    if !raw.chars().take(24).any(|c| c.is_alphabetic() && c != 'T') {
        return None;
    }
    let (mut parts, mut rest, mut words) = (Vec::with_capacity(3), raw, 0);
    while parts.len() < 3 {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let is_digit = rest.starts_with(char::is_numeric);
        let end = rest.find(|c: char| if is_digit { !c.is_numeric() } else { !c.is_alphabetic() }).unwrap_or(rest.len());
        let (part, behind) = rest.split_at_checked(end).filter(|(part, _)| !part.is_empty())?;
        rest = behind;
        if is_digit {
            parts.push(Part::Number(number(part)?, part.chars().count()));
        } else if let Some(month) = month(part) {
            parts.push(Part::Month(month));
        } else if !BETWEEN.contains(&normal(part).as_str()) {
            words += 1;
            // Only a day of the week, at the beginning and with something behind it, may be any word.
            if !parts.is_empty() || words > 1 {
                return None;
            }
        }
    }
    let year = |number: u32, digits: usize| match digits {
        4 => i32::try_from(number).ok(),
        2 => i32::try_from(number + 2000).ok(),
        _ => None,
    };
    let day = match parts.as_slice() {
        [Part::Number(first, 4), Part::Month(month), Part::Number(day, 1 | 2)] => certain(year(*first, 4)?, *month, *day)?,
        [Part::Number(day, 1 | 2), Part::Month(month), Part::Number(last, digits)]
        | [Part::Month(month), Part::Number(day, 1 | 2), Part::Number(last, digits)] => certain(year(*last, *digits)?, *month, *day)?,
        _ => return None,
    };
    Some((day, rest.trim_start_matches('.')))
}

fn number(part: &str) -> Option<u32> {
    let digit = |c: char| c.to_digit(10).or_else(|| (u32::from(c)).checked_sub(0x660).filter(|digit| *digit < 10));
    part.chars().take(5).try_fold(0_u32, |number, c| Some(number * 10 + digit(c)?))
}
