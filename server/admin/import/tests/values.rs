//! How single values are read: what spreadsheets and programs write into cells.

use super::*;
use crate::import::{Mark, Source, Stock};
use vocabulary::{Code, Quantity};

fn known(text: &str) -> Stock {
    Stock::Known(text.parse::<Quantity>().unwrap())
}

/// Our own export, saved again by a spreadsheet that writes commas.
#[test]
fn a_sources_usual_mark_decides_no_comma() {
    let ours = "SKU;Name;Store;Location;Status;On hand;New on hand\nA;x;M;F;available;1,234;\nB;x;M;F;available;;2,500\nC;x;M;F;available;12;\nD;x;M;F;available;1.234;\n";
    let read = read(ours);
    assert_eq!((read.facts.source, read.facts.decimals.len()), (Source::Stockroom, 0));
    assert_eq!(read.told(), ["2 On hand number-ambiguous -", "3 New on hand number-ambiguous -"]);
    assert_eq!(read.stock().iter().map(|row| row.wanted()).collect::<Vec<_>>(), [known("12"), known("1.234")]);
    // The file's other numbers decide, and so does whoever knows.
    let decided = super::read(format!("{ours}E;x;M;F;available;2,5;\n").replace("1.234", "1"));
    assert_eq!((decided.told(), decided.stock()[0].wanted()), (Vec::new(), known("1.234")));
    let said = read_with(ours, &Hint { decimal: Some(Mark::Point), ..Hint::default() }).unwrap();
    assert_eq!(said.stock()[0].wanted(), known("1234"));
    let shop = super::read("Handle,Title,Variant SKU,Variant Price\na,A,A,\"1,234\"\nb,B,B,3\n");
    assert_eq!(shop.told(), ["2 Variant Price number-ambiguous -"]);
}

#[test]
fn text_formulas_are_texts_and_others_no_codes() {
    let read = read(concat!(
        "SKU,Name,Barcode,Price\n",
        "=\"00123\",One,=\"4006381333931\",=\"12.50\"\n",
        "\"=\"\"00124\"\"\",Two,\"=\"\"4006381333948;house-1\"\"\",3\n",
        "\"=HYPERLINK(\"\"https://shop/1\"\",\"\"00125\"\")\",Three,,3\n",
        "A,Four,\"=HYPERLINK(\"\"https://shop/1\"\",\"\"96385074\"\")\",3\n",
        "=A(1),Five,,3\n",
        "=1+1,Six,=\"\",3\n",
    ));
    assert_eq!(read.told(), ["4 SKU code-formula 00125", "5 Barcode code-formula 96385074", "6 SKU code-formula -"]);
    let rows: Vec<_> = read.catalog().iter().map(|row| (row.sku.as_deref().unwrap(), row.barcodes.len())).collect();
    assert_eq!(rows, [("00123", 1), ("00124", 2), ("=1+1", 0)]);
    assert_eq!((read.catalog()[0].price.unwrap().to_string(), read.notes()), ("12.5".to_owned(), BTreeMap::from([("import-note-apostrophe", 5)])));
    // In our own file they are what somebody has called a thing.
    let codes = ["=\"00124\"", "=HYPERLINK(\"https://shop/1\",\"00125\")", "-", "N/A", "none"];
    let mut file = crate::import::export::own_file(Vec::new(), ImportKind::Catalog).unwrap();
    for code in codes {
        let sku = Some(code.to_owned());
        let row = CatalogRow { group: code.to_owned(), sku, barcodes: vec![Code::Other(code.replace('"', ""))], ..CatalogRow::default() };
        file.row(crate::import::export::catalog_cells(&row)).unwrap();
    }
    let back = super::read(file.finish().unwrap());
    assert_eq!(back.catalog().iter().map(|row| row.sku.as_deref().unwrap()).collect::<Vec<_>>(), codes);
    assert!(back.catalog().iter().zip(codes).all(|(row, code)| row.barcodes == [Code::Other(code.replace('"', ""))]));
}

#[test]
fn placeholders_are_no_codes() {
    let read = read(concat!(
        "SKU,Name,EAN,Price\n",
        "A,x,N/A,1\nB,x,-,1\nC,x,none,1\nD,x,0,1\nE,x,Does not apply,1\nF,x,0000000000000,1\n-,One,,1\nN/A,Two,,1\n0,Three,,1\n",
        "#REF!,x,,1\nG,#N/A,,1\nH,x,#NV,1\nI,#1 mug,,1\n",
    ));
    assert_eq!(read.told(), ["11 SKU cell-error -", "12 Name cell-error -", "13 EAN cell-error -"]);
    assert!(read.catalog().iter().all(|row| row.barcodes.is_empty()));
    let skus: Vec<_> = read.catalog().iter().filter_map(|row| row.sku.as_deref()).collect();
    assert_eq!(skus, ["A", "B", "C", "D", "E", "F", "0", "I"]);
    // Nothing is left to know a row by.
    let stock = super::read("SKU,Location,Quantity\n-,Leeds,1\n");
    assert_eq!(stock.told(), ["2 SKU key-missing -"]);
}

#[test]
fn a_shortened_code_needs_no_plus() {
    let read = read("SKU,Name,EAN\n4.25631E11,x,\nA,x,4.25631E11\nB,x,\"4,25631E11\"\n1E5,x,\n4.2E,x,\n");
    assert_eq!(read.told(), ["2 SKU code-shortened -", "3 EAN code-shortened -", "4 EAN code-shortened -"]);
    assert_eq!(read.catalog().iter().map(|row| row.sku.as_deref().unwrap()).collect::<Vec<_>>(), ["1E5", "4.2E"]);
}

#[test]
fn characters_are_counted_and_not_bytes() {
    let (fits, long) = ("ß".repeat(64), "ß".repeat(65));
    let read = read(format!("SKU,Name,EAN\n{fits},x,\nA,x,{fits}\n{long},x,\nB,x,{long}\n"));
    assert_eq!(read.told(), [format!("4 SKU text-too-long {fits}"), "5 EAN barcode-invalid -".to_owned()]);
    assert_eq!(read.tally(), (2, 0, 0, 2));
}

#[test]
fn a_price_asked_for_at_the_till_is_none() {
    let read = read("Handle,SKU,Name,Default price,Price\ngift,G,Gift wrap,variable,Variable\n");
    assert_eq!((read.told(), read.catalog()[0].price), (Vec::new(), None));
}

#[test]
fn totals_are_no_items() {
    let catalog = read("SKU,Item Name,Category,Unit Cost,Asset Value\nT-1,Alpha,Cat,1.50,4.50\n,TOTAL,,,14.50\nTotal,Shampoo,,2,2\nSumme:,,,,3\n");
    assert_eq!(catalog.told(), ["3 Item Name row-total -", "5 SKU row-total -"]);
    assert_eq!(catalog.catalog()[1].sku.as_deref(), Some("Total"));
    let stock = read("SKU,Location,Quantity\nA,Leeds,1\nGrand Total,,7\n");
    assert_eq!(stock.told(), ["3 SKU row-total -"]);
    let sales = read("Bonnr;Datum;Artikelnummer;Menge;Gesamt\n1;24.11.2026;A;1;19,90\n;;;Summe;64,80\nTOTAL;;;12;150\n1;24.11.2026;;;Total;\n");
    assert_eq!(sales.told()[..2], ["3 Menge row-total -", "4 Bonnr row-total -"]);
}

#[test]
fn option_names_hold_for_the_rows_below() {
    let header = "Handle,SKU,Name,Option 1 name,Option 1 value,Option 2 name,Option 2 value,Price\n";
    let read = read(format!(
        "{header}t,1,Tee,Size,S,Color,Red,10\nt,2,,,M,,Red,10\nu,3,Cup,Size,S,,,free\nu,4,,,L,,,ten\nu,5,Cup,,,Glaze,Blue,1\nu,6,Cup,,,,Red,1\n"
    ));
    let options = |row: &CatalogRow| row.options.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ");
    assert_eq!(read.catalog().into_iter().map(options).collect::<Vec<_>>(), ["Size=S Color=Red", "Size=M Color=Red", "Glaze=Blue", "Glaze=Red"]);
    // So do they in rows that come back alone, whether the first was refused or not.
    assert_eq!(read.catalog()[1].raw.0.cells().collect::<Vec<_>>(), ["t", "2", "Tee", "Size", "M", "Color", "Red", "10"]);
    assert_eq!(read.refused()[1].raw.cells().collect::<Vec<_>>(), ["u", "4", "", "Size", "L", "", "", "ten"]);
}

/// What is suggested in place of what is too long can be kept.
#[test]
fn lengths_are_the_catalogs() {
    let long = "n".repeat(300);
    let told = |header: &str, row: &str| read(format!("SKU,Name,{header},Price\n{row},1\n")).told();
    assert_eq!(told("Brand", &format!("A,{long},")), [format!("2 Name text-too-long {}", &long[..catalog_rules::NAME_MAX])]);
    for header in ["Brand", "Category", "Supplier"] {
        assert_eq!(told(header, &format!("A,x,{long}")), [format!("2 {header} text-too-long {}", &long[..catalog_rules::SHORT_MAX])]);
    }
    assert_eq!(told("Size", &format!("A,x,{long}")), [format!("2 Size text-too-long {}", &long[..catalog_rules::OPTION_MAX])]);
    assert_eq!(told("Supplier code", &format!("A,x,{long}")), [format!("2 Supplier code text-too-long {}", &long[..catalog_rules::SKU_MAX])]);
    // Names that are only looked up may be longer, as those of stores are.
    assert_eq!(read(format!("SKU,Location,Quantity\nA,{},1\n", &long[..255])).told(), Vec::<String>::new());
}
