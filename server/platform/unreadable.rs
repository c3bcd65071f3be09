//! What serde could not read, as an error of the field: what kind of value is expected, in words of ours. What serde says
//! in English goes along for whoever writes the program, as the parameter `cause`.

use vocabulary::{AppError, FieldError};

/// The name of the parameter that holds what serde says.
pub const CAUSE: &str = "cause";

/// An error of the field at `path` (`lines[2].quantity`; `.` is the whole body). A code of ours
/// (`quantity-not-a-number`) is passed on.
#[must_use]
pub fn unreadable(path: &str, cause: &str) -> AppError {
    let within = |name: &str| if path == "." { name.to_owned() } else { format!("{path}.{name}") };
    let field = if path == "." { "body" } else { path };
    let first = cause.split(' ').next().unwrap_or_default();
    if OURS.iter().any(|prefix| first.starts_with(prefix)) {
        return FieldError::new(field, first).into();
    }
    let error = if let Some(name) = quoted(cause, "missing field `") {
        FieldError::new(&within(name), "field-required")
    } else if let Some(name) = quoted(cause, "unknown field `") {
        // The path leads to the field itself where its name was read, and to what it stands in where not.
        let is_its_own = path == name || path.ends_with(&format!(".{name}"));
        FieldError::new(&if is_its_own { path.to_owned() } else { within(name) }, "field-unknown")
    } else if cause.starts_with("unknown variant `") {
        FieldError::new(field, "field-expects-one-of").with("choices", choices(cause))
    } else {
        FieldError::new(field, expected(cause))
    };
    error.with(CAUSE, cause).into()
}

/// How codes of ours begin that reading a value answers.
const OURS: [&str; 5] = ["quantity-", "gtin-", "currency-", "cursor-", "field-"];

fn quoted<'a>(cause: &'a str, before: &str) -> Option<&'a str> {
    cause.strip_prefix(before)?.split_once('`').map(|(name, _)| name)
}

/// ``expected one of `a`, `b` `` as `a, b`.
fn choices(cause: &str) -> String {
    let said = cause.rsplit_once("expected ").map_or("", |(_, said)| said);
    said.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(", ")
}

/// The code that says what is expected. `field-unreadable` where serde says something we do not know.
fn expected(cause: &str) -> &'static str {
    // Ids first: they too complain of lengths and digits.
    if cause.contains("UUID") || cause.contains("uuid") || cause.contains("expected length 32") {
        return "field-expects-id";
    }
    if cause.contains("input contains invalid characters") || cause.contains("premature end of input") || cause.contains("out of range") {
        return "field-expects-date";
    }
    if cause.starts_with("invalid digit found") || cause.starts_with("cannot parse integer") || cause.starts_with("number too ") {
        return "field-expects-whole";
    }
    if cause.contains("`true` or `false`") {
        return "field-expects-yes-no";
    }
    let Some((_, wanted)) = cause.rsplit_once("expected ") else { return "field-unreadable" };
    let wanted = wanted.trim_start_matches("a ").trim_start_matches("an ").trim_start_matches("borrowed ");
    match wanted.split([' ', ',']).next().unwrap_or_default() {
        "string" | "str" | "character" => "field-expects-text",
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" | "isize" | "integer" | "nonzero" => "field-expects-whole",
        "f32" | "f64" | "number" | "Decimal" => "field-expects-number",
        "boolean" => "field-expects-yes-no",
        "sequence" | "array" | "tuple" => "field-expects-list",
        "struct" | "map" | "internally" | "adjacently" => "field-expects-object",
        "date" | "formatted" | "RFC" => "field-expects-date",
        _ => "field-unreadable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use vocabulary::{Locale, Quantity, StoreId};
    use words::Words;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line {
        #[expect(dead_code, reason = "only read")]
        quantity: Quantity,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Way {
        In,
        Out,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Asked {
        store: StoreId,
        #[serde(default)]
        lines: Vec<Line>,
        #[serde(default)]
        note: String,
        #[serde(default)]
        limit: u16,
        #[serde(default)]
        blind: bool,
        day: Option<chrono::NaiveDate>,
        way: Option<Way>,
    }

    /// The errors of a body, each as field, code and cause.
    fn read(body: &str) -> (String, String, Option<String>, String) {
        let value: serde_json::Value = serde_json::from_str(body).unwrap();
        let error = serde_path_to_error::deserialize::<_, Asked>(value).unwrap_err();
        let AppError::Invalid { fields } = unreadable(&error.path().to_string(), &error.inner().to_string()) else { panic!("{error}") };
        let problem = crate::problem::Problem::of(&AppError::Invalid { fields: fields.clone() }, &words(Locale::De));
        let field = &fields[0];
        (field.field.clone(), field.said.code.clone(), problem.errors[0].cause.clone(), problem.errors[0].detail.clone())
    }

    fn words(locale: Locale) -> Words {
        Words::new(locale, chrono_tz::UTC, chrono::DateTime::UNIX_EPOCH)
    }

    const STORE: &str = r#""store": "0195f3a1-7c2e-7d10-9b1e-3f0a5c2d8e41""#;

    #[test]
    fn what_is_expected_is_said_and_the_cause_is_the_programmers() {
        for (body, field, code) in [
            (r#"{"store": "x"}"#.to_owned(), "store", "field-expects-id"),
            (String::from("{}"), "store", "field-required"),
            (format!(r#"{{{STORE}, "note": 5}}"#), "note", "field-expects-text"),
            (format!(r#"{{{STORE}, "limit": "five"}}"#), "limit", "field-expects-whole"),
            (format!(r#"{{{STORE}, "limit": -1}}"#), "limit", "field-expects-whole"),
            (format!(r#"{{{STORE}, "blind": "yes"}}"#), "blind", "field-expects-yes-no"),
            (format!(r#"{{{STORE}, "lines": 5}}"#), "lines", "field-expects-list"),
            (format!(r#"{{{STORE}, "lines": [{{}}]}}"#), "lines[0].quantity", "field-required"),
            (format!(r#"{{{STORE}, "lines": [7]}}"#), "lines[0]", "field-expects-object"),
            (format!(r#"{{{STORE}, "day": "2026-02-30"}}"#), "day", "field-expects-date"),
            (format!(r#"{{{STORE}, "day": "soon"}}"#), "day", "field-expects-date"),
            (format!(r#"{{{STORE}, "way": "up"}}"#), "way", "field-expects-one-of"),
            (format!(r#"{{{STORE}, "colour": "red"}}"#), "colour", "field-unknown"),
        ] {
            let (at, said, cause, detail) = read(&body);
            assert_eq!((at.as_str(), said.as_str()), (field, code), "{body}: {cause:?}");
            let cause = cause.unwrap_or_else(|| panic!("{body} has no cause"));
            assert!(!detail.contains(&cause) && !detail.contains("expected") && !detail.contains('$'), "{body}: {detail}");
        }
    }

    #[test]
    fn codes_of_ours_are_passed_on() {
        let (field, code, cause, _) = read(&format!(r#"{{{STORE}, "lines": [{{"quantity": "many"}}]}}"#));
        assert_eq!((field.as_str(), code.as_str(), cause), ("lines[0].quantity", "quantity-not-a-number", None));
    }

    #[test]
    fn all_choices_are_named() {
        assert_eq!(choices("unknown variant `up`, expected one of `in`, `out`, `both`"), "in, out, both");
        assert_eq!(choices("unknown variant `up`, expected `in` or `out`"), "in, out");
    }
}
