//! A small file for each thing that real files do.

use super::*;
use crate::import::{Encoding, Mark, Stock};
use vocabulary::{Code, Quantity};

fn code(problem: Result<Read, FileProblem>) -> String {
    problem.err().map(|problem| problem.said.to_string()).unwrap_or_default()
}

#[test]
fn every_encoding_says_the_same() {
    let text = "SKU;Bezeichnung;Preis\r\nA1;Grüße – 5 €;2,50\r\n";
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let with = |bom: &[u8], rest: &[u8]| [bom, rest].concat();
    let (western, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (with(b"\xEF\xBB\xBF", text.as_bytes()), Encoding::Utf8Bom),
        (with(b"\xFF\xFE", &little), Encoding::Utf16Le),
        (with(b"\xFE\xFF", &big), Encoding::Utf16Be),
        (little, Encoding::Utf16Le),
        (big, Encoding::Utf16Be),
        (western.into_owned(), Encoding::Windows1252),
    ] {
        let read = read(bytes);
        assert_eq!(read.facts.encoding, encoding);
        assert_eq!(read.facts.header, ["SKU", "Bezeichnung", "Preis"]);
        assert_eq!(read.catalog()[0].item_name.as_deref(), Some("Grüße – 5 €"));
        assert_eq!(read.catalog()[0].price.unwrap().to_string(), "2.5");
    }
}

/// A pound sign in Windows-1252 far behind everything that a sample would see.
#[test]
fn the_encoding_is_told_by_the_whole_file() {
    let mut bytes = b"SKU,Name,Price\n".to_vec();
    for n in 0..20_000 {
        bytes.extend(format!("S{n},Thing,1.00\n").into_bytes());
    }
    bytes.extend(b"LAST,\xA3 note,1.00\n");
    let read = read(bytes);
    assert_eq!(read.facts.encoding, Encoding::Windows1252);
    assert_eq!(read.catalog().last().unwrap().item_name.as_deref(), Some("£ note"));
}

#[test]
fn damaged_utf8_is_no_other_encoding() {
    let mut bytes = "SKU,Name,Price\nA,Grün,1\nB,Blau,1\nC,Größe,1\nD,Öl,1\nE,Ähre,1\nF,".as_bytes().to_vec();
    bytes.extend(b"br\xC3,1\n");
    let read = read(bytes);
    assert_eq!(read.facts.encoding, Encoding::Utf8);
    assert_eq!((read.tally(), read.told()), ((5, 0, 0, 1), vec!["7 Name text-damaged -".to_owned()]));
    // Also where few letters speak for it.
    let few = super::read([&b"SKU,Name,Price\nA,Caf\xC3\xA9,1\nB,Th\xC3\xA9,2\nC,Caf\xE9,3\n"[..]].concat());
    assert_eq!((few.facts.encoding, few.told()), (Encoding::Utf8, vec!["4 Name text-damaged -".to_owned()]));
    assert_eq!(few.catalog()[0].item_name.as_deref(), Some("Café"));
}

#[test]
fn what_is_no_table_is_called_by_its_name() {
    for (bytes, expected) in [
        (&b""[..], "import-file-empty"),
        (b"\n\n \n", "import-file-one-column"),
        (b"sku,name\n", "import-file-no-rows"),
        (b"PK\x03\x04....xl/workbook.xml", "import-file-spreadsheet kind=Text(\"xlsx\")"),
        (b"sku,name\na,b\nc,\0d\0\0\0\0\0\0\0\0\n", "import-file-binary line=Count(3)"),
        (b"\x7fABC\x01\0,\n", "import-file-binary line=Count(1)"),
        (b"just a letter\nto somebody\n", "import-file-one-column"),
        (b"colour!,mood?\nred,good\n", "import-kind-unclear"),
        (b"sku,name\na,b\n", ""),
    ] {
        assert_eq!(code(read_with(bytes, &Hint::default())), expected, "{:?}", String::from_utf8_lossy(bytes));
    }
    let wide = vec!["c"; 600].join(",") + "\n1\n";
    assert_eq!(code(read_with(wide, &Hint::default())), "import-file-too-many-columns count=Count(600) limit=Count(512)");
    let sales = Hint { kind: Some(ImportKind::Sales), ..Hint::default() };
    assert_eq!(code(read_with("sku,name\na,b\n", &sales)), "import-columns-missing columns=Text(\"quantity, sold-at\")");
    let shopify = Hint { source: Some(crate::import::Source::ShopifyProducts), ..Hint::default() };
    assert!(code(read_with("sku,name\na,b\n", &shopify)).starts_with("import-not-this-source"));
}

#[test]
fn delimiters_and_headers_are_found() {
    for text in [
        "sku,name,price\nA,Thing,1\n",
        "sku;name;price\nA;Thing;1\n",
        "sku\tname\tprice\nA\tThing\t1\n",
        "sku|name|price\nA|Thing|1\n",
        "sep=;\nsku;name;price\nA;Thing;1\n",
        "\n\nStock report of 3 May, all shops\n\n PRICE , Name,S K U\n1,Thing,A\n,,\n",
        "Inventory,,\n,,\nsku,name,price\nA,Thing,1\nsku,name,price\n",
        "\"sku\",\"name\",\"price\"\r\"A\",\"Thing\",\"1\"\r",
    ] {
        let read = read(text);
        assert_eq!(read.tally(), (1, 0, 0, 0), "{text:?} {:?}", read.facts);
        let row = read.catalog()[0];
        assert_eq!((row.sku.as_deref(), row.item_name.as_deref()), (Some("A"), Some("Thing")), "{text:?}");
    }
    // A comma in every name does not make it the delimiter.
    let read = read("sku;name;price\nA;red, big;1,5\nB;blue, small;2,5\n");
    assert_eq!((read.facts.delimiter, read.catalog()[1].price.unwrap().to_string()), (';', "2.5".to_owned()));
}

#[test]
fn a_table_without_header_can_be_mapped() {
    let text = "4006381333931,Pen,2.50\n5012345678900,Ink,3.50\n96385074,Pad,1.00\n";
    let opened = open(Cursor::new(text), &Hint::default()).unwrap();
    assert_eq!((opened.facts.header.clone(), opened.facts.header_line, opened.facts.rows), (vec!["A".into(), "B".into(), "C".into()], None, 3));
    assert_eq!(opened.facts.suggestions[0].field, crate::import::Field::Barcode);
    let mut mapping = crate::import::Mapping::default();
    for (index, field) in [crate::import::Field::Barcode, crate::import::Field::Name, crate::import::Field::Price].into_iter().enumerate() {
        mapping.add(field, &opened.facts.header, index);
    }
    let hint = Hint { mapping: Some(mapping), kind: Some(ImportKind::Catalog), ..Hint::default() };
    assert_eq!(read_with(text, &hint).unwrap().tally(), (3, 0, 0, 0));
}

#[test]
fn lines_are_told_as_an_editor_shows_them() {
    let text = "sku,name,price\r\nA,\"two\r\nlines\",1\r\n\r\nB,Thing,free\r\nC,\"x\ny\nz\",ten\r\n";
    let read = read(text);
    assert_eq!(read.told(), ["5 price number-not-one 0", "6 price number-not-one 10"]);
    assert_eq!(read.catalog()[0].item_name.as_deref(), Some("two lines"));
}

#[test]
fn an_open_quote_costs_one_row() {
    let read = read("sku,name,price\nA,\"12\"\" ruler\",1\nB,\"open,2\nC,Thing,3\nD,5\" nail,4\n");
    assert_eq!(read.told(), ["3  quote-unclosed -"]);
    let names: Vec<_> = read.catalog().iter().map(|row| row.item_name.clone().unwrap()).collect();
    assert_eq!(names, ["12\" ruler", "Thing", "5\" nail"]);
    assert_eq!(read.refused()[0].raw.cells().collect::<Vec<_>>(), ["B", "\"open", "2"]);
}

#[test]
fn rows_have_the_shape_of_their_header() {
    let rows: String = (0..20).map(|n| format!("S{n},Thing,1\n")).collect();
    let read = read(format!("sku,name,price\n{rows}X,red, big,5\nY,Thing\nZ,Thing,1,,\n"));
    assert_eq!(read.told(), ["22  row-too-many-cells -", "23  row-too-few-cells -"]);
    assert_eq!(read.tally(), (21, 0, 0, 2));
    // A program that leaves out what is blank at the end.
    assert_eq!(super::read("sku,name,price\nA,Thing\nB,Thing,1\nC\n").tally(), (3, 0, 0, 0));
    let long = format!("sku,name,price\nA,{},1\nB,Thing,1\n", "x".repeat(70_000));
    assert_eq!(super::read(long).told(), ["2  cell-too-long -"]);
}

#[test]
fn a_column_of_numbers_has_one_style() {
    let german = read("Artikelnummer;Bezeichnung;Preis\nA;x;1.299,50\nB;x;2,5\nC;x;1.234\nD;x;3.75\nE;x;£3,75\nF;x;zwölf\n");
    assert_eq!(german.told(), ["5 Preis number-other-style 3,75", "7 Preis number-not-one 12"]);
    let prices: Vec<_> = german.catalog().iter().map(|row| row.price.unwrap().to_string()).collect();
    assert_eq!(prices, ["1299.5", "2.5", "1234", "3.75"]);

    let unclear = "sku;name;price\nA;x;1,234\nB;x;5\n";
    let read = read(unclear);
    assert_eq!(read.told(), ["2 price number-ambiguous -"]);
    assert_eq!(read.refused()[0].problems[0].said.to_string(), r#"import-number-ambiguous first=Text("1234") second=Text("1.234")"#);
    let answered = read_with(unclear, &Hint { decimal: Some(Mark::Comma), ..Hint::default() }).unwrap();
    assert_eq!(answered.catalog()[0].price.unwrap().to_string(), "1.234");

    let wrong =
        super::read("sku,name,price\nA,x,1e400\nB,x,10x0d\nC,x,NaN\nD,x,-1.50\nE,x,٢٫٥\nF,x,'3.10\nG,x,0.1234567\nH,x,99999999999999\nI,x,n/a\n");
    assert_eq!(
        wrong.told(),
        [
            "2 price number-not-one -",
            "3 price number-not-one -",
            "4 price number-not-one -",
            "5 price price-negative 1.50",
            "8 price number-too-fine -",
            "9 price number-too-large -",
        ]
        .map(|told| told.replace("1.50", "1.5"))
    );
    assert_eq!((wrong.tally(), wrong.notes()), ((3, 0, 0, 6), BTreeMap::from([("import-note-apostrophe", 1)])));
}

#[test]
fn what_spreadsheets_do_to_codes() {
    let read = read(concat!(
        "sku,name,ean\n",
        "A,x,'4006381333931\n",
        "B,x,5.01235E+12\n",
        "C,x,\"5,01235E+12\"\n",
        "D,x,5012345678900.0\n",
        "E,x,4006381333932\n",
        "F,x,42563008123\n",
        "G,x,978-3-16-148410-0\n",
        "H,x,house-7\n",
        "1E+05,x,\n",
        "'0123,x,\"96385074; 5012345678900|96385074\"\n",
        "J,x,٤٠٠٦٣٨١٣٣٣٩٣١\n",
    ));
    assert_eq!(
        read.told(),
        [
            "3 ean code-shortened -",
            "4 ean code-shortened -",
            "5 ean code-decimals 5012345678900",
            "6 ean barcode-check-digit 4006381333931",
            "10 sku code-shortened -",
        ]
    );
    let codes =
        |sku: &str| read.catalog().iter().find(|row| row.sku.as_deref() == Some(sku)).unwrap().barcodes.iter().map(Code::key).collect::<Vec<_>>();
    assert_eq!(codes("A"), ["04006381333931"]);
    assert_eq!(codes("F"), ["42563008123"]);
    assert_eq!(codes("G"), ["09783161484100"]);
    assert_eq!(codes("H"), ["house-7"]);
    assert_eq!(codes("0123"), ["00000096385074", "05012345678900"]);
    assert_eq!(read.notes(), BTreeMap::from([("import-note-apostrophe", 2), ("import-note-zero-lost", 1), ("import-note-barcode-shared", 1)]));
}

#[test]
fn duplicates_are_told_on_the_later_row() {
    let read = read("sku,name,price\nA,x,1\nB,y,free\nA,z,1\nB,y,2\n");
    assert_eq!(read.told(), ["3 price number-not-one 0", "4 sku duplicate-sku -"]);
    assert!(read.refused()[1].problems[0].said.to_string().ends_with("line=Count(2)"));
    let stock = super::read("sku,location,quantity\nA,Leeds,1\nA,York,1\nA,Leeds,1\n");
    assert_eq!(stock.told(), ["4 sku duplicate-stock -"]);
}

#[test]
fn text_is_cleaned_and_no_more() {
    let read = read("sku,name,price\nA,  two   spaces ,1\nB,bell\u{7}ring,1\nC,🎁 'S' hook,1\nD,=HYPERLINK(1),1\n");
    assert_eq!(read.told(), ["3 name text-control bellring"]);
    let names: Vec<_> = read.catalog().iter().map(|row| row.item_name.clone().unwrap()).collect();
    assert_eq!(names, ["two spaces", "🎁 'S' hook", "=HYPERLINK(1)"]);
    let long = super::read(format!("sku,name,price\nA,{},1\n{},x,1\n,,7\n", "n".repeat(300), "s".repeat(65)));
    assert_eq!(long.problems(), BTreeMap::from([("import-text-too-long", 2), ("import-key-missing", 1)]));
}

#[test]
fn stock_is_known_or_not() {
    let read = read("SKU,Lagerort,Bestand\nA,Laden,\nB,Laden,not stocked\nC,Laden,0\nD,Laden,-3\nE,Laden,12.5\nF,,1\n,Laden,1\nG,Laden,\"1,234\"\n");
    let stocks: Vec<_> = read.stock().iter().map(|row| row.wanted()).collect();
    let known = |text: &str| Stock::Known(text.parse::<Quantity>().unwrap());
    assert_eq!(stocks, [Stock::NotKnown, Stock::NotKnown, known("0"), known("12.5"), known("1234")]);
    assert_eq!(read.told(), ["5 Bestand stock-negative 0", "7 Lagerort location-missing -", "8 SKU key-missing -"]);
}

#[test]
fn a_stray_nul_costs_a_row() {
    let read = read(b"SKU,Name,Price,Qty\nA,One,1.50,3\nB,Tw\0o,2.00,4\nC\0,Three,2.00,4\nD,Four,2,4\n");
    assert_eq!(read.told(), ["3 Name text-control Two", "4 SKU text-control C"]);
    assert_eq!(read.tally(), (2, 0, 0, 2));
}

/// What would fill the memory, or take for ever, if nobody minded.
#[test]
fn hostile_files_cost_a_row() {
    let open_mark = format!("sku,name,price\nA,\"{}\nB,Thing,1\n", "x x x x x\n".repeat(140_000));
    let read = read_as(open_mark, ImportKind::Catalog);
    assert_eq!(read.told().first().map(String::as_str), Some("2  quote-unclosed -"));
    assert_eq!(read.catalog().last().unwrap().sku.as_deref(), Some("B"));
    let one_line = format!("sku,name,price\nA,\"{}\nB,Thing,1\n", "x".repeat(3_000_000));
    assert_eq!(super::read(one_line).tally(), (1, 0, 0, 1));
    let cells = format!("sku,name,price\nA,{}\nB,Thing,1\n", ",".repeat(500_000));
    assert_eq!(super::read(cells).told(), ["2  cell-too-long -"]);
    let spaces = format!("sku,name,price\nA,\"two\nlines\"{},1\nB,Thing,1\nC,\"x\ny\"  ,2\n", " ".repeat(200_000));
    let read = super::read(spaces);
    assert_eq!(read.catalog().iter().map(|row| row.sku.clone().unwrap()).collect::<Vec<_>>(), ["B", "C"]);
    let marks = "\"\n".repeat(200_000);
    // Pairs of marks with a line end between them: blank cells.
    assert_eq!(super::read(format!("sku,name,price\n{marks}B,Thing,1\n")).tally(), (1, 0, 0, 0));
    let handle = format!("Handle,Title,Variant SKU,Variant Price\n{}", (0..5000).map(|n| format!("h,T,S{n},1\n")).collect::<String>());
    assert_eq!(super::read(handle).tally(), (4096, 0, 0, 904));
}
