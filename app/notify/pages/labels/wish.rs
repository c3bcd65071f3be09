//! What stands in the page's form, as it was typed. It is the same in the address, so that a page can be opened with
//! items chosen, loaded again, and sent to a colleague.

use notify_rules::{LabelDpi, LabelLine, LabelPreview, LabelRequest, LabelSubject, LabelSymbology, as_typed, count, typed_lines};
use vocabulary::{FieldError, StoreId};
use wire::Fields;
use words::Words;

/// Longest address the form is put into; a longer list is answered to its post.
const ADDRESS_MAX: usize = 4_000;
/// The sheet of a page that was opened without one.
const SHEET: &str = "a4-21";

/// A label on the list, with its copies as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub subject: LabelSubject,
    pub copies: String,
}

/// The form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    pub rows: Vec<Row>,
    /// Codes typed, one to a line.
    pub lines: String,
    pub q: String,
    pub sheet: String,
    pub start: String,
    pub dpi: String,
    pub symbology: String,
    pub name: bool,
    pub price: bool,
    pub sku: bool,
}

/// The form read, and what could not be.
pub(super) struct Asked {
    pub request: LabelRequest,
    pub errors: Vec<FieldError>,
}

impl Wish {
    /// Reads the form or the address. `copies` belongs to the `variant` or `location` before it.
    pub fn of(fields: &Fields) -> Self {
        // A box that is not ticked is not sent: only a page that knew the boxes can have left them empty.
        let ticked = |name: &str| !fields.has("boxes") || fields.has(name);
        let typed = |name: &str, unless: &str| Some(fields.get(name).trim()).filter(|typed| !typed.is_empty()).unwrap_or(unless).to_owned();
        let mut rows: Vec<Row> = Vec::new();
        for (name, value) in &fields.0 {
            match (name.as_str(), rows.last_mut()) {
                ("variant" | "location", _) => rows.push(Row { subject: subject(name, value), copies: String::from("1") }),
                ("copies", Some(row)) => row.copies.clone_from(value),
                _ => {}
            }
        }
        Self {
            rows,
            lines: fields.get("lines").to_owned(),
            q: fields.get("q").trim().to_owned(),
            sheet: typed("sheet", SHEET),
            start: typed("start", "1"),
            dpi: typed("dpi", LabelDpi::Any.tag()),
            symbology: typed("symbology", LabelSymbology::Auto.tag()),
            name: ticked("name"),
            price: ticked("price"),
            sku: ticked("sku"),
        }
    }

    /// Puts something on the list, or one more of it.
    pub fn add(&mut self, subject: LabelSubject, copies: u32) {
        match self.rows.iter_mut().find(|row| row.subject == subject) {
            Some(row) => row.copies = count(&row.copies).unwrap_or(0).saturating_add(copies).to_string(),
            None => self.rows.push(Row { subject, copies: copies.to_string() }),
        }
    }

    /// Reads what was typed, in the reader's own way of writing numbers.
    pub fn read(&self, words: Words, store: Option<StoreId>) -> Asked {
        let mut errors = Vec::new();
        let mut number = |field: String, typed: &str| match number(words, typed) {
            Ok(number) => number,
            Err(error) => {
                errors.push(FieldError { field, said: error.said });
                1
            }
        };
        let rows = self.rows.iter().enumerate();
        let mut labels: Vec<LabelLine> =
            rows.map(|(at, row)| LabelLine { subject: row.subject.clone(), copies: number(format!("labels[{at}].copies"), &row.copies) }).collect();
        let start = number(String::from("start"), &self.start);
        labels.extend(typed_lines(&self.lines));
        let dpi = LabelDpi::of_tag(&self.dpi);
        let symbology = LabelSymbology::of_tag(&self.symbology);
        errors.extend(dpi.is_none().then(|| FieldError::new("dpi", "field-unknown-choice")));
        errors.extend(symbology.is_none().then(|| FieldError::new("symbology", "field-unknown-choice")));
        let request = LabelRequest {
            labels,
            sheet: self.sheet.clone(),
            start,
            dpi: dpi.unwrap_or_default(),
            symbology: symbology.unwrap_or_default(),
            name: self.name,
            price: self.price,
            sku: self.sku,
            store,
        };
        Asked { request, errors }
    }

    /// Moves the codes that were typed and are known onto the list; what is not known stays typed. Whether any moved.
    pub fn take_in(&mut self, preview: &LabelPreview) -> bool {
        let typed = typed_lines(&self.lines);
        let known = preview.lines.iter().skip(self.rows.len());
        let (mut left, mut moved) = (Vec::new(), false);
        for (line, shown) in typed.into_iter().zip(known.cloned().collect::<Vec<_>>()) {
            match (shown.label, line.subject) {
                (Some(_), _) => {
                    self.add(shown.subject, line.copies);
                    moved = true;
                }
                (None, LabelSubject::Code(code)) => left.push(as_typed(&code, line.copies)),
                (None, _) => {}
            }
        }
        if moved {
            self.lines = left.join("\n");
        }
        moved
    }

    /// The page's address with this form in it; none if it would be too long.
    pub fn address(&self, path: &str, store: Option<&str>) -> Option<String> {
        let mut pairs: Vec<(&str, &str)> = store.map(|code| ("store", code)).into_iter().collect();
        let ids: Vec<(&str, String)> = self.rows.iter().map(|row| key(&row.subject)).collect();
        for (row, (name, id)) in self.rows.iter().zip(&ids) {
            pairs.push((name, id));
            if row.copies.trim() != "1" {
                pairs.push(("copies", &row.copies));
            }
        }
        let texts = [
            ("lines", self.lines.as_str(), ""),
            ("q", &self.q, ""),
            ("sheet", &self.sheet, SHEET),
            ("start", &self.start, "1"),
            ("dpi", &self.dpi, LabelDpi::Any.tag()),
            ("symbology", &self.symbology, LabelSymbology::Auto.tag()),
        ];
        pairs.extend(texts.iter().filter(|(_, value, usual)| value != usual).map(|(name, value, _)| (*name, *value)));
        if !(self.name && self.price && self.sku) {
            pairs.push(("boxes", "1"));
            pairs.extend([("name", self.name), ("price", self.price), ("sku", self.sku)].iter().filter(|(_, on)| *on).map(|(name, _)| (*name, "on")));
        }
        let query: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", vocabulary::escape(value))).collect();
        let address = if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) };
        (address.len() <= ADDRESS_MAX).then_some(address)
    }
}

/// What `variant=…` or `location=…` is about. What is no id is looked up as a code, and so refused by its name.
pub(super) fn subject(name: &str, value: &str) -> LabelSubject {
    let value = value.trim();
    match name {
        "variant" => value.parse().map_or_else(|_| LabelSubject::Code(value.to_owned()), LabelSubject::Variant),
        _ => value.parse().map_or_else(|_| LabelSubject::Code(value.to_owned()), LabelSubject::Location),
    }
}

/// The field a subject is kept in, and its value there.
pub(super) fn key(subject: &LabelSubject) -> (&'static str, String) {
    match subject {
        LabelSubject::Variant(id) => ("variant", id.to_string()),
        LabelSubject::Location(id) => ("location", id.to_string()),
        LabelSubject::Sku(code) | LabelSubject::Code(code) => ("variant", code.clone()),
    }
}

/// A whole number; one that is far too large is still one, so that its own limit refuses it.
fn number(words: Words, typed: &str) -> Result<u32, FieldError> {
    if let Some(number) = count(typed) {
        return Ok(number);
    }
    let quantity = words.read_quantity(typed).map_err(|said| FieldError { field: String::new(), said })?;
    if !quantity.is_whole() {
        return Err(FieldError::new("", "quantity-not-whole"));
    }
    // Grouped, as 1,000 is; or less than nothing.
    let digits: String = quantity.to_string().chars().filter(char::is_ascii_digit).collect();
    if quantity.is_positive() { count(&digits).ok_or_else(|| FieldError::new("", "quantity-not-a-number")) } else { Ok(0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify_rules::{PreviewedLine, PrintedLabel};
    use vocabulary::{Locale, LocationId, VariantId};

    fn words() -> Words {
        Words::new(Locale::De, chrono_tz::UTC, chrono::DateTime::UNIX_EPOCH)
    }

    #[test]
    fn the_address_says_all_that_the_form_does() {
        let (variant, location) = (VariantId::new(), LocationId::new());
        let query = format!(
            "variant={variant}&copies=3&location={location}&lines=85123A%0A22423%20%2A%202&sheet=a4-65&start=4&boxes=1&price=on&q=t-light+h%C3%A4nger"
        );
        let wish = Wish::of(&Fields::parse(&query));
        assert_eq!(wish.rows.iter().map(|row| row.copies.as_str()).collect::<Vec<_>>(), ["3", "1"]);
        assert!(wish.price && !wish.name && !wish.sku);
        let address = wish.address("/notify/labels", Some("LONDON")).unwrap();
        let (_, query) = address.split_once('?').unwrap();
        assert_eq!(Wish::of(&Fields::parse(query)), wish);
        assert!(query.starts_with("store=LONDON&variant="));
    }

    #[test]
    fn an_empty_page_has_a_bare_address_and_everything_on() {
        let wish = Wish::of(&Fields::parse(""));
        assert!(wish.name && wish.price && wish.sku);
        assert_eq!(wish.address("/notify/labels", None).as_deref(), Some("/notify/labels"));
        let long = Wish { lines: "85123A\n".repeat(2_000), ..wish };
        assert_eq!(long.address("/notify/labels", None), None);
    }

    #[test]
    fn numbers_that_are_none_are_told_where_they_stand() {
        let query =
            format!("variant={0}&copies=viele&variant={0}&copies=1%2C5&variant={0}&copies=1.000&variant={0}&copies=-2&start=1e400", VariantId::new());
        let asked = Wish::of(&Fields::parse(&query)).read(words(), None);
        let errors: Vec<(&str, &str)> = asked.errors.iter().map(|error| (error.field.as_str(), error.said.code.as_str())).collect();
        let ambiguous = ("labels[2].copies", "quantity-ambiguous");
        assert_eq!(
            errors,
            [
                ("labels[0].copies", "quantity-not-a-number"),
                ("labels[1].copies", "quantity-not-whole"),
                ambiguous,
                ("start", "quantity-not-a-number")
            ]
        );
        assert_eq!(asked.request.labels[3].copies, 0, "its own limit refuses it");
    }

    #[test]
    fn typed_codes_that_are_known_go_onto_the_list() {
        let variant = VariantId::new();
        let mut wish = Wish::of(&Fields::parse(&format!("variant={variant}&copies=2&lines=85123A*3%0Anone")));
        let line = |subject: LabelSubject, known: bool| PreviewedLine {
            subject,
            copies: 1,
            name: String::new(),
            detail: String::new(),
            sku: String::new(),
            label: known.then(PrintedLabel::default),
        };
        let known = LabelSubject::Variant(variant);
        let lines = vec![line(known.clone(), true), line(known.clone(), true), line(LabelSubject::Code("none".into()), false)];
        let preview = LabelPreview { lines, print: None, refusals: Vec::new(), notes: Vec::new() };
        assert!(wish.take_in(&preview));
        assert_eq!(wish.rows, [Row { subject: known, copies: "5".into() }]);
        assert_eq!(wish.lines, "none");
    }
}
