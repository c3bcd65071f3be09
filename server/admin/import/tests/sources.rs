//! Files of the systems we know, in each of their layouts, and tills.

use super::*;
use crate::import::{DateOrder, Field, Mapping, NotStock, SaleKind, Source, State, Stock};
use vocabulary::Quantity;

#[test]
fn shopify_products_in_old_and_new_names() {
    let old = "Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Variant Barcode,Image Src,Variant Image,Cost per item,Status";
    let new = "URL handle,Title,Description,Vendor,Type,Tags,Option1 name,Option1 value,Option2 name,Option2 value,SKU,Price,Barcode,Product image URL,Variant image URL,Cost per item,Status";
    // The second header needs a mark of its own to be a product file, as every such export has.
    let rows = concat!(
        "tee,Tee,<p>Soft &amp; red</p>,Acme,Shirts,\"a, b\",Size,S,Colour,Red,T-S,10,4006381333931,https://x.test/1.jpg,https://x.test/s.jpg,4.5,active\n",
        "tee,,,,,,,M,,Red,T-M,10,,https://x.test/2.jpg,,4.5,\n",
        "tee,,,,,,,,,,,,,https://x.test/3.jpg,,,\n",
        "cap,Cap,,Acme,,,Title,Default Title,,,C-1,free,,,,,archived\n",
        "cap,,,,,,,,,,,,,https://x.test/4.jpg,,,\n",
        "cap-double,Cap,,,,,Title,Default Title,,,C-2,5,,,,,draft\n",
    );
    for header in [old, new] {
        let read = read(format!("{header}\n{rows}"));
        assert_eq!((read.facts.source, read.tally()), (Source::ShopifyProducts, (3, 0, 0, 2)), "{header}");
        let [small, medium, double] = read.catalog()[..] else { panic!("three") };
        assert_eq!(small.options, [("Size".into(), "S".into()), ("Colour".into(), "Red".into())]);
        assert_eq!(medium.options, [("Size".into(), "M".into()), ("Colour".into(), "Red".into())]);
        assert_eq!((medium.group.as_str(), medium.item_name.as_deref(), medium.description.as_deref()), ("tee", Some("Tee"), None));
        assert_eq!(small.description.as_deref(), Some("Soft & red"));
        assert_eq!(small.image_links, ["https://x.test/1.jpg", "https://x.test/2.jpg", "https://x.test/3.jpg", "https://x.test/s.jpg"]);
        assert!(medium.image_links.is_empty());
        assert_eq!((double.group.as_str(), double.state), ("cap-double", Some(State::Draft)));
        assert!(double.options.is_empty());
        assert_eq!(read.problems(), BTreeMap::from([("import-number-not-one", 1), ("import-picture-alone", 1)]));
    }
}

/// Good rows go in, whichever row of their handle is bad; and a bad one comes back with what it needs.
#[test]
fn a_shopify_variant_survives_its_first_row() {
    let header = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price";
    let read = read(format!("{header}\ntee,Tee,Size,S,T-S,free\ntee,,,M,T-M,10\ntee,,,L,T-L,ten\n"));
    assert_eq!(read.catalog()[0].item_name.as_deref(), Some("Tee"));
    assert_eq!(read.catalog()[0].options, [("Size".into(), "M".into())]);
    let back: Vec<Vec<&str>> = read.refused().iter().map(|refused| refused.raw.cells().collect()).collect();
    assert_eq!(back, [["tee", "Tee", "Size", "S", "T-S", "free"], ["tee", "Tee", "Size", "L", "T-L", "ten"]]);
}

#[test]
fn shopify_inventory_in_three_layouts() {
    let key = "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,SKU,HS Code,COO";
    let row = "cap,Cap,Title,Default Title,,,,,C-1,,GB";
    let known = |text: &str| Stock::Known(text.parse::<Quantity>().unwrap());
    let current = read(format!(
        "\u{feff}{key},Location,Bin name,Incoming (not editable),Unavailable (not editable),Committed (not editable),Available (not editable),On hand (current),On hand (new)\n\
         {row},Leeds,A-1,0,0,0,3,3,5\n{row},York,,0,0,0,not stocked,not stocked,\n{row},Hull,,0,0,0,1,-1,2\n{row},Bath,,0,0,0,1,1.5,\n"
    ));
    let rows: Vec<_> = current.stock().iter().map(|row| (row.location.clone().unwrap(), row.current, row.new, row.wanted())).collect();
    assert_eq!(
        rows,
        [
            ("Leeds".to_owned(), known("3"), known("5"), known("5")),
            ("York".to_owned(), Stock::NotKnown, Stock::NotKnown, Stock::NotKnown),
            ("Hull".to_owned(), known("-1"), known("2"), known("2")),
        ]
    );
    assert_eq!(current.told(), ["5 On hand (current) stock-fraction -"]);
    let older = read(format!("{key},Location,Incoming,Unavailable,Committed,Available,On hand\n{row},Leeds,0,0,1,3,4\n"));
    assert_eq!((older.facts.source, older.stock()[0].wanted()), (Source::ShopifyInventory, known("4")));
    let oldest = read(format!("{key},Leeds Shop,Warehouse\n{row},4,not stocked\n"));
    assert_eq!(oldest.facts.source, Source::ShopifyInventory);
    let rows: Vec<_> = oldest.stock().iter().map(|row| (row.location.as_deref().unwrap(), row.wanted())).collect();
    assert_eq!(rows, [("Leeds Shop", known("4")), ("Warehouse", Stock::NotKnown)]);
}

#[test]
fn square_tells_items_and_stock() {
    let text = concat!(
        "Token,Item Name,Variation Name,SKU,Description,GTIN,Price,Archived,Stockable,Option Name 1,Option Value 1,",
        "Enabled Shop,Current Quantity Shop,New Quantity Shop,Price Shop,Enabled Stall,Current Quantity Stall,New Quantity Stall,Price Stall\n",
        "T1,Mug,Regular,M-1,,4006381333931,variable,N,Y,,,Y,5,7,9.99,N,,,\n",
        "T2,Tee,Small,T-S,,,10,Y,Y,Size,S,Y,1.5,,,Y,-1,,\n",
        "T3,Gift wrap,Regular,W-1,,,2,N,N,,,Y,,,,Y,,,\n",
    );
    let both = read(text);
    assert_eq!((both.facts.source, both.tally()), (Source::SquareLibrary, (2, 2, 0, 1)));
    assert_eq!(both.told(), ["3 Current Quantity Stall stock-negative 0"]);
    assert_eq!(both.catalog()[0].location_prices[0].0, "Shop");
    assert_eq!((both.catalog()[0].price, both.catalog()[0].external_id.as_deref()), (None, Some("T1")));
    assert_eq!(both.stock()[0].wanted(), Stock::Known(Quantity::whole(7)));
    assert_eq!(read_as(text, ImportKind::Inventory).tally(), (0, 2, 0, 1));
    assert_eq!(read_as(text, ImportKind::Catalog).tally(), (2, 0, 0, 1));
}

const UCI: &str = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

#[test]
fn a_tills_lines_are_what_they_are() {
    let lines = [
        ("536365,85123A,WHITE HEART,6,12/13/2010 8:26,2.55,17850,UK", SaleKind::Sale, -6),
        ("536365,85123A,WHITE HEART,6,12/13/2010 8:26,2.55,17850,UK", SaleKind::Sale, -6),
        ("C536379,22960,JAM,-2,12/13/2010 8:26,2.55,17850,UK", SaleKind::Cancellation, 2),
        ("C536380,D,Discount,-1,12/13/2010 8:26,27.50,17850,UK", SaleKind::NotStock(NotStock::Discount), 0),
        ("A563185,B,Adjust bad debt,1,12/13/2010 8:26,-11062.06,,UK", SaleKind::NotStock(NotStock::BadDebt), 0),
        ("536589,21777,damages,-10,12/13/2010 8:26,0,,UK", SaleKind::Adjustment, -10),
        ("536590,21777,?,-3,12/13/2010 8:26,0.0,,UK", SaleKind::Adjustment, -3),
        ("536414,22139,,56,12/13/2010 8:26,0,,UK", SaleKind::Adjustment, 56),
        ("536415,22139,TEA SET,1,12/13/2010 8:26,0,12647,DE", SaleKind::Sale, -1),
        ("536416,22139,TEA SET,-1,12/13/2010 8:26,4.25,12647,DE", SaleKind::Return, 1),
        ("536417,POST,POSTAGE,3,12/13/2010 8:26,18,,FR", SaleKind::NotStock(NotStock::Postage), 0),
        ("536418,M,Manual,1,12/13/2010 8:26,1.25,,UK", SaleKind::NotStock(NotStock::Manual), 0),
        ("536419,BANK CHARGES,Bank Charges,1,12/13/2010 8:26,15,,UK", SaleKind::NotStock(NotStock::Fee), 0),
        ("536420,AMAZONFEE,AMAZON FEE,-1,12/13/2010 8:26,13541.33,,UK", SaleKind::NotStock(NotStock::Fee), 0),
        ("536421,gift_0001_20,Voucher,1,12/13/2010 8:26,20,,UK", SaleKind::NotStock(NotStock::Voucher), 0),
    ];
    let text: String = lines.iter().map(|(line, ..)| format!("{line}\n")).collect();
    let read = read(format!("{UCI}{text}"));
    assert_eq!(read.told(), Vec::<String>::new());
    for (row, (line, kind, effect)) in read.sales().into_iter().zip(lines) {
        assert_eq!((row.kind, row.effect()), (kind, Quantity::whole(effect)), "{line}");
    }
    assert_eq!(read.sales()[1].nth, 1);
    assert_eq!(read.sales()[0].at.written(), "2010-12-13 08:26:00");
}

#[test]
fn the_order_of_dates_is_decided_or_asked() {
    let line = |date: &str| format!("536365,85123A,HEART,6,{date},2.55,17850,UK\n");
    let unclear = format!("{UCI}{}{}", line("12/1/2010 8:26"), line("12/2/2010 8:26"));
    let opened = open(Cursor::new(unclear.clone()), &Hint::default()).unwrap();
    let problem = opened.rows().err().unwrap();
    assert_eq!(problem.code(), "import-dates-ambiguous");
    assert!(problem.said.to_string().contains("first=Date(2010-01-12) second=Date(2010-12-01)"));
    let hint = Hint { dates: Some(DateOrder::MonthFirst), ..Hint::default() };
    assert_eq!(read_with(unclear, &hint).unwrap().sales()[1].at.written(), "2010-12-02 08:26:00");
    // A slip among many dates is a row's problem; as many of one as of the other is the file's.
    let many: String = (13..=31).chain(13..=31).map(|day| line(&format!("12/{day}/2010"))).collect();
    let read = read(format!("{UCI}{}{many}", line("31/12/2010")));
    assert_eq!(read.told(), ["2 InvoiceDate date-other-order 2010-12-31"]);
    let mixed = read_with(format!("{UCI}{}{}", line("31/12/2010"), line("12/31/2010")), &Hint::default()).err().unwrap();
    assert_eq!(mixed.code(), "import-dates-mixed");
}

#[test]
fn tills_of_other_countries() {
    let german = read(
        "Bon;Datum;Uhrzeit;Artikelnummer;Bezeichnung;Menge;Einzelpreis\n1;01.12.2010;08:26;A;Tee;2;1.299,50\n1;01.12.2010;08:27;A;Tee;-1;2,50\n2;1.13.2010;08:28;A;Tee;0;2,50\n2;01.12.2010;;;Versandkosten;1;4,90\n",
    );
    assert_eq!(german.told(), ["4 Menge quantity-zero -", "4 Datum date-not-one -"]);
    let rows: Vec<_> = german.sales().iter().map(|row| (row.kind, row.at.written())).collect();
    assert_eq!(
        rows,
        [
            (SaleKind::Sale, "2010-12-01 08:26:00".to_owned()),
            (SaleKind::Return, "2010-12-01 08:27:00".to_owned()),
            (SaleKind::NotStock(NotStock::Postage), "2010-12-01 00:00:00".to_owned()),
        ]
    );
    let spanish =
        read("Ticket,Fecha,Código de barras,Cantidad,Precio unitario\n7,2024-05-01T10:00:00+02:00,4006381333931,3,\"1,5\"\n8,,4006381333931,,2\n");
    assert_eq!(spanish.sales()[0].at.offset, Some(120));
    assert_eq!(spanish.told(), ["3 Cantidad quantity-missing -", "3 Fecha date-missing -"]);
}

#[test]
fn synonyms_suggestions_and_saved_mappings() {
    let french = read("Référence;Désignation;Code-barres;Prix de vente;Quantité;Rayon\nR1;Thé;4006381333931;2,50;4;Épicerie\n");
    assert_eq!((french.facts.kind, french.facts.also.clone()), (Some(ImportKind::Catalog), vec![ImportKind::Inventory]));
    assert_eq!((french.catalog()[0].sku.as_deref(), french.facts.unread.clone()), (Some("R1"), vec!["Quantité".to_owned()]));

    let header = "Unser Artikelnummer-Code,Barcode des Lieferanten X,Wert\n";
    let rows = "A,4006381333931,1\nB,5012345678900,2\nC,96385074,3\n";
    let opened = open(Cursor::new(format!("{header}{rows}")), &Hint { kind: Some(ImportKind::Inventory), ..Hint::default() }).unwrap();
    let suggested: Vec<_> = opened.facts.suggestions.iter().map(|suggestion| (suggestion.field, suggestion.column.index)).collect();
    assert_eq!(suggested, [(Field::Sku, 0), (Field::Barcode, 1)]);
    assert_eq!(opened.facts.missing.len(), 2);
    let mut mapping = Mapping::default();
    mapping.add(Field::Sku, &opened.facts.header, 0);
    mapping.add(Field::OnHand, &opened.facts.header, 2);
    let saved: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
    let hint = Hint { kind: Some(ImportKind::Inventory), mapping: Some(saved), ..Hint::default() };
    // The same columns in another order.
    let read = read_with("wert,Barcode,UNSER ARTIKELNUMMER CODE\n5,x,A\n", &hint).unwrap();
    assert_eq!((read.stock()[0].sku.as_deref(), read.stock()[0].wanted()), (Some("A"), Stock::Known(Quantity::whole(5))));
    let stale = read_with("wert,Barcode\n5,x\n", &hint).err().unwrap();
    assert_eq!(stale.code(), "import-mapping-stale");
    let vend = super::read("id,handle,sku,name,supply_price,retail_price,inventory_Main_Outlet,inventory_Stall\n1,tee,T,Tee,2,5,7,\n");
    assert_eq!(vend.facts.kind, Some(ImportKind::Catalog));
    let vend =
        read_as("id,handle,sku,name,supply_price,retail_price,inventory_Main_Outlet,inventory_Stall\n1,tee,T,Tee,2,5,7,\n", ImportKind::Inventory);
    let rows: Vec<_> = vend.stock().iter().map(|row| (row.location.as_deref().unwrap(), row.wanted())).collect();
    assert_eq!(rows, [("Main Outlet", Stock::Known(Quantity::whole(7))), ("Stall", Stock::NotKnown)]);
}
