//! Whatever comes in, nothing breaks; whatever goes out comes back.

use super::*;
use crate::import::{Encoding, Mapping, Record, Source, export, own};
use proptest::prelude::*;

/// The crate's reading of a file, blank records apart.
fn by_crate(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Ours, and whether a quotation mark was left open anywhere.
fn by_us(text: &str) -> (Vec<Vec<String>>, Vec<u64>, bool) {
    let mut records = crate::import::records::Records::new(crate::import::bytes::Decoded::new(text.as_bytes(), Encoding::Utf8), b',');
    let (mut all, mut lines, mut damaged) = (Vec::new(), Vec::new(), false);
    while let Some(record) = records.read().unwrap() {
        damaged |= record.damage.is_some();
        lines.push(record.line);
        all.push(record.cells().map(str::to_owned).collect());
    }
    (all, lines, damaged)
}

/// Pieces that files trip over, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\""),
        Just("\"\""),
        Just(","),
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("a"),
        Just("é"),
        Just(" "),
        Just(";"),
        Just("\t"),
        Just("="),
        Just("'"),
        Just("sku"),
        Just("name"),
        Just("12"),
        Just("1,5"),
        Just("-3"),
        Just("not stocked"),
        Just("🎁"),
        Just("\u{0}"),
        Just("\u{feff}"),
    ];
    proptest::collection::vec(piece, 0..200).prop_map(|pieces| pieces.concat())
}

fn any_hint() -> impl Strategy<Value = Hint> {
    let kind = prop_oneof![Just(None), Just(Some(ImportKind::Catalog)), Just(Some(ImportKind::Inventory)), Just(Some(ImportKind::Sales))];
    (kind, any::<bool>()).prop_map(|(kind, german)| Hint { kind, delimiter: german.then_some(';'), ..Hint::default() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), hint in any_hint()) {
        let _ = read_with(bytes, &hint);
    }

    #[test]
    fn soup_never_panics(text in soup(), hint in any_hint()) {
        let _ = read_with(text.as_bytes(), &hint);
        for header in ["Handle,Title,Variant SKU,Variant Price,Option1 Value,Image Src,Variant Barcode\n", "Token,Item Name,Variation Name,SKU,Current Quantity A\n", "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\n"] {
            let _ = read_with(format!("{header}{text}"), &Hint::default());
        }
    }

    /// Every well-formed file is read as the csv crate reads it.
    #[test]
    fn records_are_the_crates(text in soup().prop_filter("a mark at the start is no text", |text| !text.starts_with('\u{feff}'))) {
        let (ours, _, damaged) = by_us(&text);
        if !damaged {
            prop_assert_eq!(ours, by_crate(&text));
        }
    }

    /// What the crate writes we read, each record on its line.
    #[test]
    fn written_records_come_back(rows in proptest::collection::vec(proptest::collection::vec("[a-z\"',;=+@ \r\n\té-]{0,12}", 1..5), 1..20)) {
        let mut export = export::Export::new(Vec::new(), b',', false).unwrap();
        for row in &rows {
            export.row(row).unwrap();
        }
        let text = String::from_utf8(export.finish().unwrap()).unwrap();
        let (ours, lines, damaged) = by_us(&text);
        prop_assert!(!damaged);
        let back: Vec<Vec<String>> = ours.iter().map(|row| row.iter().map(|cell| export::unprotected(cell).to_owned()).collect()).collect();
        prop_assert_eq!(&back, &rows);
        // No cell begins as a formula does, in any spreadsheet.
        for cell in ours.iter().flatten() {
            let number = !cell.is_empty() && cell.trim_start_matches(['-', '+']).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            prop_assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
        }
        let mut line = 1;
        for (row, told) in rows.iter().zip(lines) {
            prop_assert_eq!(told, line);
            let breaks = |cell: &String| export::protected(cell).replace("\r\n", "\n").matches(['\n', '\r']).count() as u64;
            line += 1 + row.iter().map(breaks).sum::<u64>();
        }
    }

    #[test]
    fn protection_is_taken_off_as_it_was_put_on(value in "[a-z'=+@0-9.,\t\r\n -]{0,10}") {
        let protected = export::protected(&value);
        prop_assert_eq!(export::unprotected(&protected), value.as_str());
    }

    /// Our catalog file says what the rows said.
    #[test]
    fn our_catalog_comes_back(names in proptest::collection::vec("[A-Za-z=+@'\",;é-][A-Za-z=+@'\",;é0-9-]{0,15}", 1..10), price in 0_i64..100_000_000) {
        let rows: Vec<CatalogRow> = names.iter().enumerate().map(|(n, name)| CatalogRow {
            line: u64::try_from(n).unwrap() + 2,
            group: format!("g{n}"),
            item_name: Some(name.clone()),
            description: Some(format!("{name} and more")),
            options: vec![("Size".to_owned(), name.clone()), ("Colour".to_owned(), "red".to_owned())],
            sku: Some(format!("{name}{n}")),
            barcodes: vec!["4006381333931".parse().map(vocabulary::Code::Gtin).unwrap(), vocabulary::Code::Other(format!("house-{n}"))],
            price: Some(rust_decimal::Decimal::new(price, 4).normalize()),
            tags: vec!["a".to_owned(), "b c".to_owned()],
            image_links: vec!["https://x.test/1.jpg".to_owned(), "https://x.test/2,3.jpg".to_owned()],
            state: Some(crate::import::State::PhaseOut),
            ..CatalogRow::default()
        }).collect();
        let mut file = export::own_file(Vec::new(), ImportKind::Catalog).unwrap();
        for row in &rows {
            file.row(export::catalog_cells(row)).unwrap();
        }
        let back = read(file.finish().unwrap());
        prop_assert_eq!(back.facts.source, Source::Stockroom);
        prop_assert!(back.facts.unread.is_empty());
        let again: Vec<CatalogRow> = back.catalog().into_iter().map(|row| CatalogRow { notes: Vec::new(), ..row.clone() }).collect();
        prop_assert_eq!(again, rows);
    }

    /// Descriptions as the catalog keeps them: several lines, trimmed.
    #[test]
    fn our_descriptions_come_back_as_they_were(text in "(<[a-z/!]{0,4}>?|&(amp|lt|nbsp|#65);|[A-Za-z0-9é '\"=+@,;|\\\\.-]{0,6}|\n|\r\n|\t|  ){0,12}") {
        let description = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let row = CatalogRow { group: "g".to_owned(), sku: Some("A".to_owned()), item_name: Some("Keyboard".to_owned()), description, ..CatalogRow::default() };
        let mut file = export::own_file(Vec::new(), ImportKind::Catalog).unwrap();
        file.row(export::catalog_cells(&row)).unwrap();
        let back = read(file.finish().unwrap());
        prop_assert_eq!(&back.catalog()[0].description, &row.description);
    }
}

#[test]
fn our_other_files_come_back() {
    let stock = read("sku,location,bin,quantity\nA,Leeds,A-1,12.5\nB,York,,\n");
    let mut file = export::own_file(Vec::new(), ImportKind::Inventory).unwrap();
    for row in stock.stock() {
        file.row(export::stock_cells(row)).unwrap();
    }
    let back = read(file.finish().unwrap());
    assert_eq!(back.facts.source, Source::Stockroom);
    assert_eq!(back.stock(), stock.stock());

    let sales = read(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n1,A,X,2,2024-05-01 10:00,1.50\nC2,A,X,-2,2024-05-01 10:00,1.50\n3,POST,P,1,2024-05-01 10:00,5\n4,B,,-1,2024-05-01 10:00,0\n",
    );
    let mut file = export::own_file(Vec::new(), ImportKind::Sales).unwrap();
    for row in sales.sales() {
        file.row(export::sale_cells(row)).unwrap();
    }
    let back = read(file.finish().unwrap());
    assert_eq!((back.facts.source, back.facts.kind), (Source::Stockroom, Some(ImportKind::Sales)));
    assert_eq!(back.sales(), sales.sales());
}

/// The quarantine is the file again: mended, it goes in; unmended, it says the same.
#[test]
fn the_quarantine_file_is_the_file_again() {
    let text = "sku;name;price\nA;=cmd();2,50\nB;\"two\nlines\";free\nC;x;ten;extra\n";
    let first = read_with(text, &Hint { kind: Some(ImportKind::Catalog), ..Hint::default() }).unwrap();
    let refused = first.refused();
    let told = |refused: &Refused| refused.problems.iter().map(|problem| problem.said.code.clone()).collect::<Vec<_>>().join(" ");
    let rows: Vec<(&Record, String)> = refused.iter().map(|refused| (&refused.raw, told(refused))).collect();
    let file = export::quarantine_file(Vec::new(), b';', &first.facts.header, rows, true).unwrap();
    let written = String::from_utf8(file.clone()).unwrap();
    assert_eq!(written, "\u{feff}sku;name;price;Error\r\nB;\"two\nlines\";free;import-number-not-one\r\nC;x;ten;import-row-too-many-cells;extra\r\n");
    let again = read(&file);
    assert_eq!((again.facts.delimiter, again.facts.unread.len(), again.tally()), (';', 0, (0, 0, 0, 2)));
    assert_eq!(
        again.refused().iter().map(|refused| told(refused)).collect::<Vec<_>>(),
        refused.iter().map(|refused| told(refused)).collect::<Vec<_>>()
    );
    let rows: Vec<(&Record, String)> = again.refused().into_iter().map(|refused| (&refused.raw, told(refused))).collect();
    let twice = export::quarantine_file(Vec::new(), b';', &again.facts.header, rows, true).unwrap();
    assert!(String::from_utf8(twice).unwrap().starts_with("\u{feff}sku;name;price;Error\r\n"));
    let mended = written.replace("free", "0").replace(";extra", "").replace("ten", "10");
    assert_eq!(read(mended).tally(), (2, 0, 0, 0));
}

#[test]
fn mappings_of_other_versions_are_read() {
    let saved = r#"{"columns":[{"field":"sku","column":{"index":4,"name":"Art. Nr."}}]}"#;
    let mapping: Mapping = serde_json::from_str(saved).unwrap();
    assert_eq!(mapping.bind(&["x".to_owned(), "ART NR".to_owned()]).unwrap().columns[0].column.index, 1);
    assert_eq!(own::header(ImportKind::Inventory), ["SKU", "Name", "Store", "Location", "Status", "On hand", "New on hand"]);
}
