//! Whether labels can be printed right: everything that stands in the way, each about its own line.

use notify_rules::{LabelDpi, LabelRequest, LabelSymbology, PreviewedLine, PrintedLabel};
use print::{COPIES_LIMIT, Dpi, Job, LABELS_LIMIT, Label, PrintError, Sheet, Symbology, plan};
use vocabulary::{FieldError, Quantity};

/// What was found.
pub(super) struct Checked {
    pub refusals: Vec<FieldError>,
    /// How it fills the sheets; none while anything stands in the way.
    pub fit: Option<Fit>,
}

/// How labels fill their sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub count: u32,
    pub pages: u32,
    pub places: u32,
    pub free: u32,
}

/// Checks a request whose labels are written; `refusals` are those known already.
pub(super) fn check(request: &LabelRequest, lines: &[PreviewedLine], mut refusals: Vec<FieldError>) -> Checked {
    if lines.is_empty() {
        refusals.push(told("labels", &PrintError::NoLabels, ""));
    }
    let count: u64 = lines.iter().map(|line| u64::from(line.copies)).sum();
    if count > LABELS_LIMIT {
        refusals.push(told("labels", &PrintError::TooManyLabels { labels: count, limit: LABELS_LIMIT }, ""));
    }
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !(1..=COPIES_LIMIT).contains(&line.copies)) {
        let refusal = PrintError::Copies { label: String::new(), copies: line.copies, limit: COPIES_LIMIT };
        refusals.push(told(&format!("labels[{at}].copies"), &refusal, &line.name));
    }
    let sheet = match Sheet::by_code(&request.sheet) {
        Ok(sheet) => sheet,
        Err(refusal) => {
            refusals.push(told("sheet", &refusal, ""));
            return Checked { refusals, fit: None };
        }
    };
    let places = u32::try_from(sheet.places()).unwrap_or(u32::MAX);
    if !(1..=places).contains(&request.start) {
        let wrong = FieldError::new("start", "print-start").with("start", i64::from(request.start));
        refusals.push(wrong.with("sheet", sheet.code).with("places", i64::from(places)));
    }
    // Each label on its own, because a refusal knows its label by name only and two may have the same.
    for (at, line) in lines.iter().enumerate() {
        let Some(label) = &line.label else { continue };
        let one = Job { labels: vec![(drawn(label), 1)], start: 0, ..job(request.dpi, sheet) };
        for refusal in plan(&one).err().unwrap_or_default() {
            refusals.push(told(&format!("labels[{at}]"), &refusal, &line.name));
        }
    }
    refusals.sort_by_key(|refusal| order(&refusal.field));
    let fit = refusals.is_empty().then(|| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let used = count.saturating_add(request.start - 1);
        let pages = used.div_ceil(places);
        Fit { count, pages, places, free: pages * places - used }
    });
    Checked { refusals, fit }
}

/// Lines in their order, then what is about the whole.
fn order(field: &str) -> usize {
    let number = field.strip_prefix("labels[").and_then(|rest| rest.split(']').next()).and_then(|number| number.parse().ok());
    number.unwrap_or(usize::MAX)
}

/// A job without labels.
pub(crate) fn job(dpi: LabelDpi, sheet: &'static Sheet) -> Job {
    let dpi = match dpi {
        LabelDpi::Any => Dpi::Any,
        LabelDpi::D203 => Dpi::D203,
        LabelDpi::D300 => Dpi::D300,
        LabelDpi::D600 => Dpi::D600,
    };
    Job { title: String::new(), labels: Vec::new(), sheet, start: 0, dpi, symbology: None }
}

/// A label as the printing crate takes it.
pub(crate) fn drawn(label: &PrintedLabel) -> Label {
    Label {
        name: label.name.clone(),
        detail: Some(label.detail.clone()).filter(|detail| !detail.is_empty()),
        sku: label.sku.clone(),
        price: label.price.clone(),
        code: label.code.clone(),
        symbology: match label.symbology {
            LabelSymbology::Auto => None,
            LabelSymbology::Ean13 => Some(Symbology::Ean13),
            LabelSymbology::Ean8 => Some(Symbology::Ean8),
            LabelSymbology::UpcA => Some(Symbology::UpcA),
            LabelSymbology::UpcE => Some(Symbology::UpcE),
            LabelSymbology::Itf14 => Some(Symbology::Itf14),
            LabelSymbology::Code128 => Some(Symbology::Code128),
            LabelSymbology::Qr => Some(Symbology::Qr),
        },
    }
}

/// A refusal as an error of a field: its code, and its values typed, so that each language writes them its own way.
/// `name` is the item's, whether it is printed or not.
pub(crate) fn told(field: &str, refusal: &PrintError, name: &str) -> FieldError {
    refusal.parameters().into_iter().fold(FieldError::new(field, refusal.code()), |error, (key, value)| match key {
        "label" => error.with(key, name),
        "copies" | "limit" | "labels" | "places" | "start" | "expected" => match value.parse::<i64>() {
            Ok(number) => error.with(key, number),
            Err(_) => error.with(key, value),
        },
        "needed" | "available" => match value.parse::<Quantity>() {
            Ok(length) => error.with(key, length),
            Err(_) => error.with(key, value),
        },
        _ => error.with(key, value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify_rules::{LabelLine, LabelSubject};

    fn line(name: &str, code: &str, copies: u32) -> PreviewedLine {
        let label = PrintedLabel { name: name.into(), code: code.into(), copies, ..PrintedLabel::default() };
        PreviewedLine {
            subject: LabelSubject::Code(code.into()),
            copies,
            name: name.into(),
            detail: String::new(),
            sku: String::new(),
            label: Some(label),
        }
    }

    fn request(sheet: &str, start: u32) -> LabelRequest {
        LabelRequest {
            labels: vec![LabelLine { subject: LabelSubject::Code("A".into()), copies: 1 }],
            sheet: sheet.into(),
            start,
            dpi: LabelDpi::D203,
            symbology: LabelSymbology::Auto,
            name: true,
            price: true,
            sku: true,
            store: None,
        }
    }

    fn refused(request: &LabelRequest, lines: &[PreviewedLine]) -> Vec<(String, String)> {
        check(request, lines, Vec::new()).refusals.into_iter().map(|refusal| (refusal.field, refusal.said.code)).collect()
    }

    #[test]
    fn every_refusal_comes_at_once_about_its_own_line() {
        let lines = [line("Same", "5012345678900", 0), line("Same", "BAY-04-SHELF-7", 1), line("شاي", "A", 1000), line("Fine", "B", 1)];
        let expected = [
            ("labels[0].copies", "print-copies"),
            ("labels[0]", "print-does-not-fit"),
            ("labels[1]", "print-does-not-fit"),
            ("labels[2].copies", "print-copies"),
            ("labels[2]", "print-cannot-shape"),
            ("start", "print-start"),
        ];
        assert_eq!(refused(&request("a4-65", 66), &lines), expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
    }

    #[test]
    fn a_refusal_names_the_smallest_sheet_that_holds_the_code() {
        let checked = check(&request("a4-65", 1), &[line("Bay", "BAY-04-SHELF-7", 1)], Vec::new());
        let said = &checked.refusals[0].said;
        let named = |key: &str| said.params.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
        assert_eq!(named("smallest"), Some("letter-30".into()));
        assert_eq!(named("label"), Some("Bay".into()));
        assert!(matches!(named("needed"), Some(vocabulary::Param::Quantity(_))));
    }

    /// Sheets are data and their names are words: neither may come without the other.
    #[test]
    fn every_sheet_and_every_refusal_has_words_in_every_language() {
        use print::{Fault, SHEETS};
        use vocabulary::Locale;
        let text = String::from;
        let fault = |fault| PrintError::Code { label: text("Mug"), code: text("1"), symbology: Symbology::Ean13, fault };
        let fits_not = |smallest_sheet| PrintError::DoesNotFit {
            label: text("Mug"),
            code: text("1"),
            sheet: "a4-21",
            needed_mm: print::Length::um(30_000),
            available_mm: print::Length::um(20_000),
            smallest_sheet,
        };
        let shape = |script| PrintError::CannotShape { label: text("Mug"), character: 'x', script };
        let mut refusals = vec![
            PrintError::UnknownSheet { sheet: text("a4-22") },
            PrintError::NoLabels,
            PrintError::TooManyLabels { labels: 2, limit: 1 },
            PrintError::Copies { label: text("Mug"), copies: 0, limit: 999 },
            PrintError::Start { start: 22, sheet: "a4-21", places: 21 },
            PrintError::PriceTooLong { label: text("Mug"), price: text("1"), sheet: "a4-21" },
            PrintError::Writer { reason: text("x") },
            fits_not(None),
        ];
        refusals.extend([Fault::Empty, Fault::Character, Fault::Length, Fault::CheckDigit { expected: 3 }, Fault::NotCompressible].map(fault));
        refusals.extend(["Arabic", "emoji", "symbol", "control", "combining mark"].map(shape));
        for locale in Locale::SPOKEN {
            let words = words::Words::new(locale, chrono_tz::UTC, chrono::DateTime::UNIX_EPOCH);
            for refusal in &refusals {
                let said = words.field_error(&told("labels[0]", refusal, "Mug"));
                assert!(!said.contains(['{', '$', '⟦']), "{}: {said}", locale.tag());
            }
            for sheet in &SHEETS {
                let id = format!("sheet-{}", sheet.code);
                assert!(words::has(locale, &id) && words::has(locale, &format!("{id}.hint")), "{} lacks {id}", locale.tag());
                let said = words.field_error(&told("labels[0]", &fits_not(Some(sheet.code)), "Mug"));
                assert!(said.contains(&words.t(&id)), "{}: {said}", locale.tag());
            }
        }
    }

    #[test]
    fn a_job_that_cannot_be_says_so_as_a_whole() {
        assert_eq!(refused(&request("a4-21", 1), &[]), [("labels".into(), "print-no-labels".into())]);
        assert_eq!(refused(&request("a4-22", 1), &[line("A", "A", 1)]), [("sheet".into(), "print-unknown-sheet".into())]);
        let many: Vec<_> = (0..11).map(|_| line("A", "A", 999)).collect();
        assert_eq!(refused(&request("a4-21", 1), &many), [("labels".into(), "print-too-many-labels".into())]);
    }

    #[test]
    fn sheets_are_counted_from_the_first_free_place() {
        let fit = |start, copies| check(&request("a4-21", start), &[line("A", "A", copies)], Vec::new()).fit;
        assert_eq!(fit(4, 18), Some(Fit { count: 18, pages: 1, places: 21, free: 0 }));
        assert_eq!(fit(5, 18), Some(Fit { count: 18, pages: 2, places: 21, free: 20 }));
        assert_eq!(fit(22, 1), None);
        assert_eq!(fit(0, 1), None);
    }
}
