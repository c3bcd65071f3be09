//! What a GS1 code holds: element strings (bare, bracketed, with separators), Digital Link addresses, EPC numbers.
//! Driven by the table of application identifiers; GS1 General Specifications, release 24, §3 and §7.8.

use crate::ScanDetails;
use chrono::NaiveDate;
use percent_encoding::percent_decode_str;
use rust_decimal::Decimal;
use vocabulary::{Gtin, Quantity, code::check_digit};

/// The separator between elements of variable length (FNC1 as scanners send it).
pub const SEPARATOR: char = '\u{1d}';

/// How long an element's data is.
#[derive(Clone, Copy)]
enum Length {
    Fixed(usize),
    UpTo(usize),
}
use Length::{Fixed, UpTo};

/// First digits of an application identifier, its whole length, and the length of its data.
const TABLE: &[(&str, usize, Length)] = &[
    ("00", 2, Fixed(18)),
    ("01", 2, Fixed(14)),
    ("02", 2, Fixed(14)),
    ("03", 2, Fixed(14)),
    ("10", 2, UpTo(20)),
    ("11", 2, Fixed(6)),
    ("12", 2, Fixed(6)),
    ("13", 2, Fixed(6)),
    ("15", 2, Fixed(6)),
    ("16", 2, Fixed(6)),
    ("17", 2, Fixed(6)),
    ("20", 2, Fixed(2)),
    ("21", 2, UpTo(20)),
    ("22", 2, UpTo(20)),
    ("235", 3, UpTo(28)),
    ("24", 3, UpTo(30)),
    ("25", 3, UpTo(30)),
    ("30", 2, UpTo(8)),
    ("31", 4, Fixed(6)),
    ("32", 4, Fixed(6)),
    ("33", 4, Fixed(6)),
    ("34", 4, Fixed(6)),
    ("35", 4, Fixed(6)),
    ("36", 4, Fixed(6)),
    ("37", 2, UpTo(8)),
    ("39", 4, UpTo(18)),
    ("402", 3, Fixed(17)),
    ("40", 3, UpTo(30)),
    ("41", 3, Fixed(13)),
    ("42", 3, UpTo(20)),
    ("43", 4, UpTo(70)),
    ("7003", 4, Fixed(10)),
    ("70", 4, UpTo(30)),
    ("71", 3, UpTo(20)),
    ("72", 4, UpTo(30)),
    ("8005", 4, Fixed(6)),
    ("80", 4, UpTo(90)),
    ("81", 4, UpTo(70)),
    ("8200", 4, UpTo(70)),
    ("9", 2, UpTo(90)),
];

/// What of a GS1 code we use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gs1 {
    /// AI 00: a container's eighteen digits.
    pub sscc: Option<String>,
    /// AI 01, else 02.
    pub gtin: Option<Gtin>,
    pub details: ScanDetails,
}

/// Reads a GS1 code in any of its forms; `None` where it is none, or is damaged: a wrong check digit, an identifier not
/// in the table, data too short.
#[must_use]
pub fn read_gs1(raw: &str) -> Option<Gs1> {
    let elements = if raw.starts_with('(') {
        bracketed(raw)?
    } else if let Some(rest) = raw.strip_prefix("urn:epc:id:") {
        return epc(rest);
    } else if raw.starts_with("http://") || raw.starts_with("https://") {
        digital_link(raw)?
    } else {
        bare(raw)?
    };
    understand(&elements)
}

fn entry(text: &str) -> Option<(usize, Length)> {
    TABLE.iter().find(|(first, ..)| text.starts_with(first)).map(|(_, length, data)| (*length, *data))
}

/// `01095060001343521710…`: identifiers and data without a break, separators after what has no fixed length.
fn bare(raw: &str) -> Option<Vec<(String, String)>> {
    let mut rest = raw.trim_start_matches(SEPARATOR);
    let mut elements = Vec::new();
    while !rest.is_empty() {
        let (ai_length, length) = entry(rest)?;
        let ai = rest.get(..ai_length).filter(|ai| ai.bytes().all(|b| b.is_ascii_digit()))?;
        let after = rest.get(ai_length..)?;
        let data = match length {
            Fixed(length) => after.get(..length)?,
            UpTo(most) => after.split(SEPARATOR).next().filter(|data| (1..=most).contains(&data.len()))?,
        };
        elements.push((ai.to_owned(), data.to_owned()));
        rest = after.get(data.len()..)?.trim_start_matches(SEPARATOR);
    }
    (!elements.is_empty()).then_some(elements)
}

/// `(01)09506000134352(10)ABC`, as it is printed under the bars.
fn bracketed(raw: &str) -> Option<Vec<(String, String)>> {
    raw.split('(')
        .skip(1)
        .map(|part| {
            let (ai, data) = part.split_once(')')?;
            let (ai_length, length) = entry(ai)?;
            let fits = match length {
                Fixed(length) => data.len() == length,
                UpTo(most) => (1..=most).contains(&data.len()),
            };
            (ai.len() == ai_length && fits && ai.bytes().all(|b| b.is_ascii_digit())).then(|| (ai.to_owned(), data.to_owned()))
        })
        .collect()
}

/// `https://any.host/any/path/01/09506000134352/10/ABC?17=261231` (GS1 Digital Link, URI syntax 1.4).
fn digital_link(raw: &str) -> Option<Vec<(String, String)>> {
    let (address, query) = raw.split_once('?').unwrap_or((raw, ""));
    let path = address.split_once("://")?.1;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let start = parts.iter().position(|part| matches!(*part, "01" | "00"))?;
    let mut elements = Vec::new();
    for pair in parts.get(start..)?.chunks(2) {
        if let [ai, data] = pair {
            elements.push(((*ai).to_owned(), unescape(data)));
        }
    }
    for pair in query.split('&') {
        if let Some((ai, data)) = pair.split_once('=')
            && entry(ai).is_some_and(|(length, _)| length == ai.len())
        {
            elements.push((ai.to_owned(), unescape(data)));
        }
    }
    // A GTIN may stand there in any of its lengths.
    if let Some((ai, data)) = elements.first_mut()
        && ai == "01"
    {
        *data = format!("{data:0>14}");
    }
    Some(elements)
}

fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// `sgtin:0614141.112345.400`: company prefix, indicator and item reference, serial number (EPC Tag Data Standard §6.3).
fn epc(rest: &str) -> Option<Gs1> {
    let (scheme, number) = rest.split_once(':')?;
    let mut parts = number.split('.');
    let (company, reference) = (parts.next()?, parts.next()?);
    if !company.bytes().chain(reference.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (first, others) = reference.split_at_checked(1)?;
    let body = format!("{first}{company}{others}");
    match scheme {
        "sgtin" if body.len() == 13 => {
            let digit = check_digit(body.parse().ok()?);
            let gtin = format!("{body}{digit}").parse().ok()?;
            let serial = parts.next().filter(|serial| !serial.is_empty()).map(str::to_owned);
            Some(Gs1 { gtin: Some(gtin), details: ScanDetails { serial, ..ScanDetails::default() }, sscc: None })
        }
        "sscc" if body.len() == 17 => {
            let digit = check_digit(body.parse().ok()?);
            Some(Gs1 { sscc: Some(format!("{body}{digit}")), ..Gs1::default() })
        }
        _ => None,
    }
}

/// Takes out of the elements what we use.
fn understand(elements: &[(String, String)]) -> Option<Gs1> {
    let mut found = Gs1::default();
    let find = |wanted: &str| elements.iter().find(|(ai, _)| ai == wanted).map(|(_, data)| data.as_str());
    if let Some(sscc) = find("00") {
        let number: u64 = sscc.parse().ok()?;
        if sscc.len() != 18 || u64::from(check_digit(number / 10)) != number % 10 {
            return None;
        }
        found.sscc = Some(sscc.to_owned());
    }
    if let Some(gtin) = find("01").or_else(|| find("02")) {
        found.gtin = Some(gtin.parse().ok()?);
    }
    found.details.lot = find("10").map(str::to_owned);
    found.details.serial = find("21").map(str::to_owned);
    found.details.expiry = find("17").or_else(|| find("15")).and_then(date);
    found.details.quantity = find("30").or_else(|| find("37")).and_then(|pieces| pieces.parse().ok()).or_else(|| weight(elements));
    (found.sscc.is_some() || found.gtin.is_some()).then_some(found)
}

/// `310n`: net weight in kilograms with n decimals.
fn weight(elements: &[(String, String)]) -> Option<Quantity> {
    let (ai, data) = elements.iter().find(|(ai, _)| ai.starts_with("310"))?;
    let decimals = ai.get(3..4)?.parse().ok().filter(|decimals| *decimals <= 6)?;
    let number: i64 = data.parse().ok()?;
    Quantity::new(Decimal::new(number, decimals)).ok()
}

/// YYMMDD; day 00 is the month's last. Years from 51 on are the last century's (General Specifications §7.12).
fn date(raw: &str) -> Option<NaiveDate> {
    let part = |from: usize| raw.get(from..from + 2)?.parse::<u32>().ok();
    let (year, month, day) = (part(0)?, part(2)?, part(4)?);
    let year = i32::try_from(year).ok()? + if year >= 51 { 1900 } else { 2000 };
    if day > 0 {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let next = if month == 12 { NaiveDate::from_ymd_opt(year + 1, 1, 1) } else { NaiveDate::from_ymd_opt(year, month + 1, 1) };
    next?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lot(of: &str) -> Option<(String, Option<String>, Option<NaiveDate>)> {
        read_gs1(of).map(|found| (found.gtin.map(Gtin::gtin14).unwrap_or_default(), found.details.lot, found.details.expiry))
    }

    #[test]
    fn the_same_code_in_its_forms() {
        let wanted = Some((String::from("09506000134352"), Some(String::from("ABC123")), NaiveDate::from_ymd_opt(2026, 12, 31)));
        assert_eq!(lot("010950600013435217261231\u{1d}10ABC123"), wanted);
        assert_eq!(lot("(01)09506000134352(17)261231(10)ABC123"), wanted);
        assert_eq!(lot("https://id.gs1.org/01/09506000134352/10/ABC123?17=261231"), wanted);
        assert_eq!(lot("https://shop.example/hart/01/9506000134352/10/ABC123?17=261231&x=y"), wanted);
        assert_eq!(lot("010950600013435210ABC123\u{1d}17261200"), wanted);
    }

    #[test]
    fn what_is_damaged_is_no_gs1_code() {
        for bad in [
            "0109506000134353",
            "01095060001343",
            "(01)09506000134353",
            "(01)0950600013435",
            "85123A",
            "",
            "http://x/01",
            "urn:epc:id:sgtin:a.b.c",
            "(",
            "04é",
        ] {
            assert_eq!(read_gs1(bad), None, "{bad}");
        }
    }

    /// The examples of the EPC Tag Data Standard, §6.3.1 and §6.3.2.
    #[test]
    fn epc_numbers() {
        let tag = read_gs1("urn:epc:id:sgtin:0614141.112345.400").unwrap();
        assert_eq!(tag.gtin.map(Gtin::gtin14).as_deref(), Some("10614141123459"));
        assert_eq!(tag.details.serial.as_deref(), Some("400"));
        assert_eq!(read_gs1("urn:epc:id:sscc:0614141.1234567890").unwrap().sscc.as_deref(), Some("106141412345678908"));
    }

    #[test]
    fn containers_and_weights() {
        assert_eq!(read_gs1("00106141412345678908").unwrap().sscc.as_deref(), Some("106141412345678908"));
        assert_eq!(read_gs1("00106141412345678909"), None);
        let cheese = read_gs1("01950600013435213103001234").map(|found| found.details.quantity);
        assert_eq!(cheese, None, "the check digit of the GTIN is wrong");
        let cheese = read_gs1("01095060001343523103001234").unwrap();
        assert_eq!(cheese.details.quantity, Some("1.234".parse().unwrap()));
    }
}
