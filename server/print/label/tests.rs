use super::*;
use crate::{SHEETS, fit::Grid};
use proptest::prelude::*;

fn label(name: &str, code: &str, symbology: Option<Symbology>) -> Label {
    Label {
        name: name.to_owned(),
        detail: Some("White, large".to_owned()),
        sku: "85123A".to_owned(),
        price: Some("£2.95".to_owned()),
        code: code.to_owned(),
        symbology,
    }
}

fn laid(label: &Label, sheet: &'static Sheet, dpi: Dpi) -> Result<Drawing, PrintError> {
    let symbology = label.symbology.unwrap_or_else(|| Symbology::for_code(&label.code));
    lay_out(label, &Symbol::encode(symbology, &label.code).unwrap(), sheet, dpi)
}

/// Everything is on the label, no text lies in another or in the symbol's quiet zone, and the symbol is whole.
fn check(drawing: &Drawing, sheet: &Sheet, dpi: Dpi) -> Result<(), String> {
    let per_inch = dpi.per_inch();
    let (width, height) = (sheet.label_width, sheet.label_height);
    let words = drawing.runs.len() - drawing.digits;
    for (i, run) in drawing.runs.iter().enumerate() {
        let [left, top, right, bottom] = run.edges();
        if left < Length::ZERO || top < Length::ZERO || right > width || bottom > height {
            return Err(format!("{:?} leaves the label: {:?}", run.text, run.edges()));
        }
        if i >= words {
            let top = run.baseline - run.size.per_mille(CAPS);
            for bar in &drawing.bars {
                let [x, y, wide, high] = [bar.x, bar.y, bar.width, bar.height].map(|count| Length::of_dots(count, per_inch));
                if left < x + wide && right > x && top < y + high && run.baseline > y {
                    return Err(format!("the digits {:?} lie on a bar", run.text));
                }
            }
            continue;
        }
        for other in &drawing.runs[..i] {
            // Capitals and descenders may not meet; the rest of a line box may.
            let (above, below) = if other.baseline < run.baseline { (other, run) } else { (run, other) };
            let apart = above.x + above.width <= below.x || below.x + below.width <= above.x;
            if !apart && above.baseline + above.size.per_mille(200) > below.baseline - below.size.per_mille(CAPS) {
                return Err(format!("{:?} lies on {:?}", run.text, other.text));
            }
        }
        let quiet = drawing.quiet.ok_or("no symbol")?;
        let dots = |count: i64| Length::of_dots(count, per_inch);
        let beside = right <= dots(quiet.x) || left >= dots(quiet.x + quiet.width);
        let over = bottom.min(run.baseline + run.size.per_mille(220)) <= dots(quiet.y);
        let under = run.baseline - run.size.per_mille(CAPS) >= dots(quiet.y + quiet.height);
        if !(beside || over || under) {
            return Err(format!("{:?} lies in the quiet zone", run.text));
        }
    }
    let quiet = drawing.quiet.ok_or("no symbol")?;
    let edge = fit::EDGE.dots_at_most(per_inch);
    if quiet.x < edge || quiet.x + quiet.width > width.dots_at_most(per_inch) - edge {
        return Err(format!("the quiet zone leaves the label: {quiet:?}"));
    }
    for bar in &drawing.bars {
        let inside = bar.x >= quiet.x && bar.x + bar.width <= quiet.x + quiet.width;
        if !inside || bar.y < 0 || bar.y + bar.height > height.dots_at_most(per_inch) || bar.width < 1 || bar.height < 1 {
            return Err(format!("a bar is out of place: {bar:?}"));
        }
    }
    Ok(())
}

const CODES: [(&str, Option<Symbology>); 8] = [
    ("5012345678900", None),
    ("042563008123", None),
    ("96385074", None),
    ("04252614", Some(Symbology::UpcE)),
    ("15012345678907", None),
    ("85123A", None),
    ("BAY-04-SHELF-7", None),
    ("https://stockroom.example/01/05012345678900", Some(Symbology::Qr)),
];

const NAMES: [&str; 6] = [
    "",
    "Tea",
    "White Hanging Heart T-Light Holder",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "Ålgård Ǻ Ấy Žluťoučký kůň pěl ďábelské ódy, große Größe",
    "A very long name that goes on and on about the thing that is sold here and never comes to any point at all",
];

#[test]
fn every_symbol_keeps_to_its_place_on_every_sheet() {
    let mut drawn = 0;
    for sheet in &SHEETS {
        for dpi in [Dpi::D203, Dpi::D300, Dpi::D600, Dpi::Any] {
            for (code, symbology) in CODES {
                for name in NAMES {
                    for price in [None, Some("£2.95"), Some("£1,249.00")] {
                        for sku in ["", "85123A", "A-VERY-LONG-STOCK-KEEPING-UNIT-0001"] {
                            let label = Label { price: price.map(str::to_owned), sku: sku.to_owned(), ..label(name, code, symbology) };
                            match laid(&label, sheet, dpi) {
                                Ok(drawing) => {
                                    check(&drawing, sheet, dpi).unwrap_or_else(|why| panic!("{}: {label:?}: {why}", sheet.code));
                                    drawn += 1;
                                }
                                Err(PrintError::DoesNotFit { needed_mm, available_mm, smallest_sheet, .. }) => {
                                    assert!(needed_mm > available_mm, "{}: {label:?}", sheet.code);
                                    assert_ne!(smallest_sheet, Some(sheet.code));
                                }
                                Err(other) => panic!("{}: {label:?}: {other}", sheet.code),
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(drawn > 7_000, "{drawn}");
}

#[test]
fn a_shelf_label_is_as_in_the_design() {
    let sheet = Sheet::by_code("a4-21").unwrap();
    let drawing = laid(&label("White Hanging Heart T-Light Holder", "5012345678900", None), sheet, Dpi::Any).unwrap();
    let texts: Vec<&str> = drawing.runs.iter().map(|run| run.text.as_str()).collect();
    assert_eq!(texts, ["White Hanging Heart", "T-Light Holder", "White, large", "£2.95", "85123A", "5", "012345", "678900"]);
    let [name, price, sku, digits] = [0, 3, 4, 5].map(|i| &drawing.runs[i]);
    assert!(price.size > name.size && name.size > sku.size);
    assert_eq!(sku.baseline, digits.baseline, "the number stands on the line of the digits");
    assert_eq!(price.x + price.width, sheet.label_width - Scale::of(sheet).pad);
    assert!((digits.x - name.x).in_tenths().abs() < 1_000, "the first digit stands under the name: {:?}", digits.x);
}

#[test]
fn a_number_that_is_the_code_is_written_once() {
    let drawing = laid(&label("Tea", "85123A", None), Sheet::by_code("a4-21").unwrap(), Dpi::Any).unwrap();
    assert_eq!(drawing.runs.iter().filter(|run| run.text == "85123A").count(), 1);
}

#[test]
fn a_larger_label_has_a_module_nearer_the_target() {
    let symbol = Symbol::encode(Symbology::Code128, "85123A").unwrap();
    let largest = Grid::sizes(&symbol, Dpi::D300).next().unwrap();
    let drawing = laid(&Label { price: None, sku: String::new(), ..label("Tea", "85123A", None) }, &SHEETS[0], Dpi::D300);
    assert_eq!(drawing.unwrap().bars[0].width, 2 * largest.module, "the start's first bar has two modules");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_name_leaves_its_label(
        name in "[A-Za-z0-9ÄÖÜäöüßŁłőšžéÅǺẤ &/.,-]{0,120}",
        detail in proptest::option::of("[A-Za-zéß ,]{1,40}"),
        sku in "[A-Z0-9-]{0,24}",
        code in 0..CODES.len(),
        sheet in 0..SHEETS.len(),
        dpi in proptest::sample::select(&[Dpi::D203, Dpi::D300, Dpi::Any][..]),
    ) {
        let (code, symbology) = CODES[code];
        let label = Label { detail, sku, ..label(&name, code, symbology) };
        match laid(&label, &SHEETS[sheet], dpi) {
            Ok(drawing) => prop_assert_eq!(check(&drawing, &SHEETS[sheet], dpi), Ok(())),
            Err(PrintError::DoesNotFit { .. }) => {}
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}
