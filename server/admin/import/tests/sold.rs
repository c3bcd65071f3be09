//! What became of a till's lines: sold, brought back, cancelled, or none of these.

use super::*;
use crate::import::{NotStock, SaleKind};
use vocabulary::Quantity;

const VOID: SaleKind = SaleKind::NotStock(NotStock::Void);

/// Each line is of this kind and does this to the shelf.
fn are(header: &str, lines: &[(&str, SaleKind, i32)]) {
    let text: String = lines.iter().map(|(line, ..)| format!("{line}\n")).collect();
    let read = read_as(format!("{header}\n{text}"), ImportKind::Sales);
    assert_eq!(read.told(), Vec::<String>::new(), "{header}");
    for (row, (line, kind, effect)) in read.sales().into_iter().zip(lines) {
        assert_eq!((row.kind, row.effect()), (*kind, Quantity::whole(*effect)), "{header}: {line}");
    }
}

#[test]
fn tills_say_in_their_own_words_what_came_back() {
    let back = SaleKind::Return;
    are(
        "Date,Receipt number,Receipt type,SKU,Item,Quantity,Status",
        &[
            ("2026-11-24 10:00,1,Sale,S,Tee,1,Closed", SaleKind::Sale, -1),
            ("2026-11-24 10:00,2,Refund,S,Tee,1,Closed", back, 1),
            ("2026-11-24 10:00,3,Sale,S,Tee,1,Cancelled", VOID, 0),
            ("2026-11-24 10:00,4,Refund,S,Tee,1,Cancelled", VOID, 0),
            ("2026-11-24 10:00,5,Refund,S,Tee,-1,Refunded", back, 1),
        ],
    );
    are(
        "N° de ticket;Date;Heure;Référence;Quantité;Prix unitaire;Type",
        &[("1;24/11/2026;10:00;S;2;19,90;Vente", SaleKind::Sale, -2), ("2;24/11/2026;10:05;S;1;19,90;Avoir", back, 1)],
    );
    are(
        "Nº ticket;Fecha;Hora;Código;Unidades;Precio;Operación",
        &[
            ("1;24/11/2026;10:00;S;2;19,90;Venta", SaleKind::Sale, -2),
            ("2;24/11/2026;10:05;S;1;19,90;Devolución", back, 1),
            ("3;24/11/2026;10:06;S;1;19,90;Anulada", VOID, 0),
            ("3;24/11/2026;10:06;S;-1;19,90;Anulada", SaleKind::Cancellation, 1),
        ],
    );
    are(
        "Bonnr;Datum;Uhrzeit;Artikelnummer;Menge;Einzelpreis;Vorgang;Storno",
        &[
            ("1;24.11.2026;10:01;S;1;19,90;Verkauf;Nein", SaleKind::Sale, -1),
            ("2;24.11.2026;10:05;S;1;19,90;Verkauf;Ja", VOID, 0),
            ("3;24.11.2026;10:09;S;-1;19,90;Retoure;Nein", back, 1),
            ("4;24.11.2026;10:09;S;-1;19,90;Storno;Ja", SaleKind::Cancellation, 1),
        ],
    );
    are("Receipt,Date,SKU,Quantity,Type", &[("1,2024-05-01,S,1,Gutschrift", back, 1), ("2,2024-05-01,S,-1,Sale", back, 1)]);
}

#[test]
fn a_cancelled_line_never_happened() {
    are("Order #,Order Date,SKU,Qty,Void?", &[("1,2026-11-24 10:20,S,1,false", SaleKind::Sale, -1), ("2,2026-11-24 10:20,S,1,true", VOID, 0)]);
    are(
        "Order Number,Order Status,Order Date,SKU,Quantity",
        &[
            ("1,Completed,2026-11-24 09:00,S,2", SaleKind::Sale, -2),
            ("2,Cancelled,2026-11-24 09:30,S,1", VOID, 0),
            ("3,failed,2026-11-24 09:30,S,1", VOID, 0),
            ("4,,2026-11-24 09:30,S,1", SaleKind::Sale, -1),
        ],
    );
    are(
        "Receipt,Date,SKU,Quantity,Cancelled at,Refunded",
        &[
            ("1,2024-05-01,S,1,,No", SaleKind::Sale, -1),
            ("2,2024-05-01,S,1,2024-05-02T10:00:00Z,0.00", VOID, 0),
            ("3,2024-05-01,S,1,0000-00-00 00:00:00,", SaleKind::Sale, -1),
        ],
    );
    // It needs neither an item nor a quantity.
    are("Receipt,Date,SKU,Quantity,Status", &[("1,2024-05-01,,,Voided", VOID, 0)]);
}

#[test]
fn what_a_word_does_not_tell_waits() {
    let read = read(concat!(
        "Receipt,Date,SKU,Quantity,Price,Type,Refunded,Storno\n",
        "1,2024-05-01,S,1,2,Exchange,,\n",
        "2,2024-05-01,S,1,2,Sale,Yes,\n",
        "3,2024-05-01,S,-1,2,Sale,Yes,\n",
        "4,2024-05-01,S,-1,2,Sale,,Ja\n",
        "5,2024-05-01,S,1,2,Sale,perhaps,\n",
        "6,2024-05-01,POST,1,2,Exchange,perhaps,\n",
        "7,2024-05-01,S,1,2,n/a,sale,sale\n",
    ));
    assert_eq!(read.told(), ["2 Type sale-kind-unknown -", "3 Refunded sale-kind-unknown -", "5 Storno sale-kind-unknown -"]);
    let kinds: Vec<_> = read.sales().iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [SaleKind::Return, SaleKind::Sale, SaleKind::NotStock(NotStock::Postage), SaleKind::Sale]);
    // What hints at nothing is told, and how it was paid is not.
    let read = self::read("Receipt,Date,SKU,Quantity,Price,Type\n1,2024-05-01,S,1,2,Take-away\n2,2024-05-01,S,1,2,Card\n");
    let noted: Vec<_> = read.sales().iter().map(|row| (row.kind, row.notes.len())).collect();
    assert_eq!(noted, [(SaleKind::Sale, 1), (SaleKind::Sale, 0)]);
}

#[test]
fn what_is_no_stock_is_none_whatever_it_was_sold_as() {
    are(
        "Receipt,Date,SKU,Description,Quantity,Price,Type",
        &[
            ("1,2024-05-01,POST,Postage,1,5,Sale", SaleKind::NotStock(NotStock::Postage), 0),
            ("1,2024-05-01,,Custom Amount,1,5,Sale", SaleKind::NotStock(NotStock::Manual), 0),
            ("1,2024-05-01,,Open item,1,5,Sale", SaleKind::NotStock(NotStock::Manual), 0),
            ("1,2024-05-01,POST,Postage,1,5,Refund", SaleKind::NotStock(NotStock::Postage), 0),
        ],
    );
}

/// Our own sales file says the same of them.
#[test]
fn cancelled_lines_come_back_from_our_own_file() {
    let sales = read("Receipt,Date,SKU,Quantity,Price,Status\n1,2024-05-01,S,1,2,Voided\n2,2024-05-01,S,-1,2,Voided\n3,2024-05-01,S,1,2,Closed\n");
    let mut file = crate::import::export::own_file(Vec::new(), ImportKind::Sales).unwrap();
    for row in sales.sales() {
        file.row(crate::import::export::sale_cells(row)).unwrap();
    }
    assert_eq!(read(file.finish().unwrap()).sales(), sales.sales());
}
