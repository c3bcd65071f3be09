//! How single values are read: what spreadsheets and programs write into cells.

use super::*;
use crate::import::{Mark, Source, Stock};
use vocabulary::Quantity;

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
