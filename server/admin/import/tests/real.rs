//! The four real files, against figures counted independently (with Python's csv module).

use super::*;
use crate::import::{DateOrder, Encoding, NotStock, RowProblem, SaleKind, Source, State, Stock};
use rust_decimal::Decimal;
use std::{
    io::{self, Seek, SeekFrom},
    time::Instant,
};
use vocabulary::Quantity;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/import/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn shopify_products() {
    let read = read(fixture("shopify-products.csv"));
    assert_eq!((read.facts.source, read.facts.encoding, read.facts.rows), (Source::ShopifyProducts, Encoding::Utf8, 799));
    // 799 rows: 727 variants are taken, 30 refused; 40 pictures go with their items, 2 wait with theirs.
    assert_eq!(read.tally(), (727, 0, 0, 32));
    assert_eq!(read.problems(), BTreeMap::from([("import-barcode-check-digit", 19), ("import-number-not-one", 12), ("import-picture-alone", 2)]));
    assert_eq!(read.notes(), BTreeMap::from([("import-note-apostrophe", 15), ("import-note-same-options", 1)]));
    let rows = read.catalog();
    assert_eq!(rows.iter().filter_map(|row| row.price).sum::<Decimal>().to_string(), "16523.44");
    assert_eq!(rows.iter().filter(|row| row.sku.is_none()).count(), 14);
    assert_eq!(rows.iter().map(|row| row.barcodes.len()).sum::<usize>(), 709);
    assert_eq!(rows.iter().map(|row| row.image_links.len()).sum::<usize>(), 40);
    let states = |state| rows.iter().filter(|row| row.state == state).count();
    assert_eq!((states(Some(State::Active)), states(Some(State::Draft)), states(None)), (648, 24, 55));
    assert_eq!(rows.iter().map(|row| row.group.as_str()).collect::<std::collections::BTreeSet<_>>().len(), 672);
    assert!(rows.iter().all(|row| row.item_name.is_some()));
    // The thousands separator, an apostrophe, two handles that differ in a suffix.
    assert!(rows.iter().any(|row| row.price == Some(Decimal::from(1299))));
    let by_handle = |handle: &str| rows.iter().filter(|row| row.group == handle).count();
    assert_eq!((by_handle("red-retrospot-oven-glove"), by_handle("red-retrospot-oven-glove-double")), (1, 1));
    assert_eq!(by_handle("traditional-christmas-ribbons"), 8);
    let first: Vec<String> = read.told().into_iter().take(3).collect();
    assert_eq!(first, ["9 Variant Barcode barcode-check-digit 0217775652215", "21 Variant Price number-not-one 0", "22 Image Src picture-alone -"]);
}

#[test]
fn shopify_inventory() {
    let read = read(fixture("shopify-inventory.csv"));
    assert_eq!((read.facts.source, read.facts.encoding, read.facts.rows), (Source::ShopifyInventory, Encoding::Utf8Bom, 2271));
    assert_eq!(read.tally(), (0, 2221, 0, 50));
    assert_eq!(read.problems(), BTreeMap::from([("import-stock-fraction", 22), ("import-stock-negative", 28)]));
    let rows = read.stock();
    assert_eq!(rows.iter().filter(|row| row.wanted() == Stock::NotKnown).count(), 99);
    let sum =
        |location: &str| rows.iter().filter(|row| row.location.as_deref() == Some(location)).filter_map(|row| row.wanted().known()).sum::<Quantity>();
    let whole = Quantity::whole;
    assert_eq!((sum("London Shop"), sum("Leeds Shop"), sum("Warehouse")), (whole(33197), whole(34672), whole(35648)));
    assert_eq!(rows.iter().filter(|row| row.bin.is_some()).count(), 741);
    // -3 is there, and 65 is what it should be: the new figure mends it.
    assert!(rows.iter().any(|row| row.current == Stock::Known(whole(-3)) && row.new == Stock::Known(whole(65))));
}

#[test]
fn square_library() {
    let read = read(fixture("square-library.csv"));
    assert_eq!((read.facts.source, read.facts.rows), (Source::SquareLibrary, 130));
    assert_eq!((read.tally(), read.notes()), ((130, 260, 0, 0), BTreeMap::new()));
    assert_eq!(read.catalog().iter().filter(|row| row.price.is_none()).count(), 8);
    assert_eq!(read.catalog().iter().filter(|row| !row.options.is_empty()).count(), 15);
    assert_eq!(read.stock().iter().filter(|row| row.wanted() == Stock::NotKnown).count(), 44);
    assert_eq!(read.stock().iter().filter_map(|row| row.wanted().known()).sum::<Quantity>(), Quantity::whole(2512));
}

fn assert_three_days(read: &Read) {
    assert_eq!((read.facts.kind, read.facts.rows), (Some(ImportKind::Sales), 7419));
    assert_eq!((read.tally(), read.notes()), ((0, 0, 7419, 0), BTreeMap::new()));
    let rows = read.sales();
    let count = |kind| rows.iter().filter(|row| row.kind == kind).count();
    assert_eq!((count(SaleKind::Sale), count(SaleKind::Cancellation), count(SaleKind::Adjustment), count(SaleKind::Return)), (7265, 83, 45, 0));
    let not_stock = |why| count(SaleKind::NotStock(why));
    assert_eq!((not_stock(NotStock::Postage), not_stock(NotStock::Manual), not_stock(NotStock::Discount), not_stock(NotStock::Fee)), (20, 4, 1, 1));
    assert_eq!(rows.iter().filter(|row| row.kind == SaleKind::Adjustment && row.quantity.is_negative()).count(), 30);
    assert_eq!(rows.iter().map(|row| row.effect()).sum::<Quantity>(), Quantity::whole(-64672));
    // Rung up twice on one receipt: both are sales, and told apart.
    assert_eq!(rows.iter().filter(|row| row.nth > 0).count(), 102);
    let turnover: Decimal = rows.iter().filter(|row| row.kind == SaleKind::Sale).map(|row| row.quantity.times(row.unit_price.unwrap())).sum();
    assert_eq!(turnover.normalize().to_string(), "150175.69");
}

#[test]
fn uci_three_days() {
    assert_three_days(&read(fixture("uci-online-retail-3-days.csv")));
}

/// The same days as the data set is usually passed on: American dates, Windows line ends.
#[test]
fn uci_with_american_dates() {
    let text = String::from_utf8(fixture("uci-online-retail-3-days.csv")).unwrap();
    let text = (1..=3).fold(text, |text, day| text.replace(&format!(",2010-12-0{day} "), &format!(",12/{day}/2010 "))).replace('\n', "\r\n");
    let asked = read_with(&text, &Hint::default()).err().unwrap();
    assert_eq!(asked.code(), "import-dates-ambiguous");
    let answered = read_with(&text, &Hint { dates: Some(DateOrder::MonthFirst), ..Hint::default() }).unwrap();
    assert_three_days(&answered);
    assert_eq!(answered.sales()[0].at.written(), "2010-12-01 08:26:00");
    // With the rest of the month in the file nobody need be asked.
    let line = "581587,22138,BAKING SET,3,12/20/2010 12:50,4.95,12680,France\r\n";
    assert_eq!(read(format!("{text}{line}")).facts.dates, crate::import::Finding::Order(DateOrder::MonthFirst));
}

#[test]
fn what_is_refused_comes_back_the_same() {
    for name in ["shopify-products.csv", "shopify-inventory.csv"] {
        let first = read(fixture(name));
        let rows = first.refused().into_iter().map(|refused| (&refused.raw, "wrong".to_owned()));
        let file = crate::import::export::quarantine_file(Vec::new(), b',', &first.facts.header, rows, true).unwrap();
        let again = read(file);
        assert_eq!((again.facts.source, again.facts.unread.len()), (first.facts.source, first.facts.unread.len()));
        let codes = |read: &Read| -> Vec<RowProblem> {
            read.refused().into_iter().flat_map(|refused| refused.problems.clone()).map(|problem| RowProblem { line: 0, ..problem }).collect()
        };
        assert_eq!(codes(&again), codes(&first));
    }
}

/// A till's year that is never in memory: its lines are made as they are read.
struct Year {
    rows: u64,
    next: u64,
    line: Vec<u8>,
    at: usize,
}

impl io::Read for Year {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.line.len() {
            if self.next > self.rows {
                return Ok(0);
            }
            let n = self.next;
            self.line = match n.checked_sub(1) {
                None => b"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n".to_vec(),
                Some(n) => format!(
                    "{},{},WHITE HANGING HEART T-LIGHT HOLDER,{},{}/{}/2010 8:{:02},{}.55,17850,United Kingdom\n",
                    536_365 + n / 20,
                    10_000 + n % 4000,
                    n % 12 + 1,
                    n % 12 + 1,
                    n % 28 + 1,
                    n % 60,
                    n % 9
                )
                .into_bytes(),
            };
            self.next += 1;
            self.at = 0;
        }
        let mut rest = &self.line[self.at..];
        let taken = rest.read(into)?;
        self.at += taken;
        Ok(taken)
    }
}

impl Seek for Year {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        assert_eq!(to, SeekFrom::Start(0), "only ever rewound");
        (self.next, self.at) = (0, 0);
        self.line.clear();
        Ok(0)
    }
}

/// Prints how fast it is and what it keeps. `STOCKROOM_IMPORT_ROWS=541909 cargo test -p admin throughput -- --nocapture`
/// is a year of UCI's shop.
#[test]
fn throughput() {
    let rows = std::env::var("STOCKROOM_IMPORT_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(20_000);
    let kilobytes = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:").map(str::to_owned));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default()
    };
    let (before, start) = (kilobytes(), Instant::now());
    let opened = open(Year { rows, next: 0, line: Vec::new(), at: 0 }, &Hint::default()).unwrap();
    let looked = start.elapsed();
    let mut read = opened.rows().unwrap();
    let mut peak = before;
    let mut taken = 0;
    for (n, outcome) in read.by_ref().enumerate() {
        taken += u64::from(matches!(outcome, Ok(Outcome::Sale(_))));
        if n % 10_000 == 0 {
            peak = peak.max(kilobytes());
        }
    }
    let whole = start.elapsed();
    assert_eq!((taken, read.rows_read()), (rows, rows));
    let per_second = u128::from(rows) * 1000 / whole.as_millis().max(1);
    println!("{rows} rows in {whole:?} (looked at in {looked:?}): {per_second} rows/s, {} kB more memory", peak.max(kilobytes()) - before);
}
