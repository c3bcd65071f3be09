//! Files of shops that nobody here has seen: other systems' exports, tills of five languages, lists of somebody's own.

use super::*;
use crate::import::{Field, NotStock, SaleKind, Source, State, Stock};
use vocabulary::Quantity;

fn known(units: i32) -> Stock {
    Stock::Known(Quantity::whole(units))
}

fn both(text: &str) -> Read {
    read_with(text, &Hint { both: true, ..Hint::default() }).unwrap()
}

const WOO: &str = concat!(
    "ID,Type,SKU,\"GTIN, UPC, EAN, or ISBN\",Name,Published,\"Is featured?\",\"Visibility in catalog\",\"Short description\",Description,",
    "\"Tax status\",\"In stock?\",Stock,\"Backorders allowed?\",\"Sale price\",\"Regular price\",Categories,Tags,Images,Parent,Position,",
    "\"Attribute 1 name\",\"Attribute 1 value(s)\",\"Attribute 1 visible\",\"Attribute 2 name\",\"Attribute 2 value(s)\"\n",
    "10,variable,TEE,,Tee,1,0,visible,,<p>Soft</p>\\ncotton,taxable,1,,0,,,\"Clothing > Shirts, Sale\",,https://x.test/t.jpg,,0,Colour,\"Blue, Green\",1,Size,\"S, M\"\n",
    "11,variation,TEE-B,4006381333931,\"Tee - Blue, S\",1,0,visible,,,taxable,1,4,0,8.00,10.00,,,https://x.test/b.jpg,TEE,1,Colour,Blue,,Size,S\n",
    "12,variation,TEE-G,,\"Tee - Green, M\",1,0,visible,,,parent,1,parent,0,,12.50,,,,TEE,2,Colour,Green,,Size,M\n",
    "20,simple,MUG,,Mug,1,0,visible,,,taxable,1,7,0,2.00,3.00,Kitchen,,\"https://x.test/1.jpg, https://x.test/2.jpg\",,0,Material,Clay,1,,\n",
    "21,\"simple, virtual\",GIFT,,Gift wrap,-1,0,visible,,,taxable,1,,0,,1.00,,,,,0,,,,,\n",
    "31,variation,,,Cap - Red,1,0,visible,,,taxable,0,0,0,,5.00,,,,id:30,1,Colour,Red,,,\n",
    "30,variable,,,Cap,0,0,visible,,,taxable,1,,0,,,Hats,,,,0,Colour,Red,1,,\n",
);

#[test]
fn woocommerce_tells_items_variations_and_stock() {
    let read = read(WOO);
    assert_eq!(
        (read.facts.source, read.facts.kind, read.facts.also.clone()),
        (Source::WooCommerce, Some(ImportKind::Catalog), vec![ImportKind::Inventory])
    );
    assert_eq!((read.told(), read.tally()), (Vec::new(), (5, 3, 0, 0)));
    let [blue, green, mug, gift, cap] = read.catalog()[..] else { panic!("five") };
    for tee in [blue, green] {
        assert_eq!((tee.group.as_str(), tee.item_name.as_deref(), tee.category.as_deref()), ("TEE", Some("Tee"), Some("Clothing > Shirts")));
        assert_eq!(tee.description.as_deref(), Some("Soft\ncotton"));
    }
    assert_eq!(blue.options, [("Colour".into(), "Blue".into()), ("Size".into(), "S".into())]);
    assert_eq!((blue.price.unwrap().to_string(), blue.barcodes.len()), ("10".to_owned(), 1));
    assert_eq!(blue.image_links, ["https://x.test/t.jpg", "https://x.test/b.jpg"]);
    assert_eq!((mug.options.len(), mug.price.unwrap().to_string(), mug.image_links.len()), (0, "3".to_owned(), 2));
    assert_eq!((gift.state, mug.state), (Some(State::Draft), Some(State::Active)));
    // Its parent stands below it, has no SKU and is not shown yet.
    assert_eq!(
        (cap.group.as_str(), cap.item_name.as_deref(), cap.category.as_deref(), cap.state),
        ("id:30", Some("Cap"), Some("Hats"), Some(State::Draft))
    );
    let stock: Vec<_> = read.stock().iter().map(|row| (row.sku.as_deref(), row.current)).collect();
    assert_eq!(stock, [(Some("TEE-B"), known(4)), (Some("MUG"), known(7)), (None, known(0))]);
    assert!(read.facts.unread.contains(&"Sale price".to_owned()) && read.facts.unread.contains(&"In stock?".to_owned()));
    // Asked for alone, what is not managed is not known.
    let stock = read_as(WOO, ImportKind::Inventory);
    assert_eq!((stock.tally(), stock.stock()[1].current), ((0, 5, 0, 0), Stock::NotKnown));
}

#[test]
fn a_woocommerce_variation_comes_back_alone() {
    let read = read(WOO.replace("12.50", "twelve"));
    assert_eq!(read.told(), ["4 Regular price number-not-one 12"]);
    // Under its parent's name, so that it does not rename the item.
    assert_eq!(read.refused()[0].raw.get(4), Some("Tee"));
    let header = WOO.lines().next().unwrap();
    let alone =
        super::read(format!("{header}\n{}\n", "12,variation,TEE-G,,Tee,1,0,visible,,,parent,1,parent,0,,12.50,,,,TEE,2,Colour,Green,,Size,M"));
    let [row] = alone.catalog()[..] else { panic!("one") };
    assert_eq!((row.group.as_str(), row.item_name.as_deref(), row.category.as_deref()), ("TEE", Some("Tee"), None));
}

#[test]
fn a_woocommerce_parent_is_one_whatever_it_is_called_by() {
    let header = "ID,Type,SKU,Name,Published,Stock,Regular price,Categories,Parent,Attribute 1 name,Attribute 1 value(s)";
    for (first, second) in [("HOOD", "id:10"), ("id:10", "HOOD")] {
        let rows = [
            "10,variable,HOOD,Hoodie,1,,,Hats,,Colour,Red",
            "11,variation,H-B,Hoodie - Blue,1,5,45,,FIRST,Colour,Blue",
            "12,variation,H-R,Hoodie - Red,1,,forty,,SECOND,Colour,Red",
        ];
        for order in [[0, 1, 2], [1, 2, 0]] {
            let text = order.map(|at| rows[at]).join("\n").replace("FIRST", first).replace("SECOND", second);
            let read = read(format!("{header}\n{text}\n"));
            assert_eq!((read.catalog()[0].group.as_str(), read.refused()[0].raw.get(8)), ("HOOD", Some("HOOD")), "{first} {order:?}");
        }
    }
}

#[test]
fn woocommerce_in_other_languages_and_with_few_columns() {
    for header in [
        "ID,Type,SKU,Name,Published,Stock,Regular price,Categories,Parent,Attribute 1 name,Attribute 1 value(s)",
        "ID,Typ,Artikelnummer,Name,Veröffentlicht,Lager,Regulärer Preis,Kategorien,Übergeordnet,Attribut 1 Name,Attribut 1 Wert(e)",
        "ID,Type,UGS,Nom,Publié,Stock,Tarif régulier,Catégories,Parent,Nom de l’attribut 1,Valeur(s) de l’attribut 1",
        "ID,Tipo,SKU,Nombre,Publicado,Inventario,Precio normal,Categorías,Superior,Nombre del atributo 1,Valor(es) del atributo 1",
    ] {
        let read = read(format!("{header}\n1,variable,T,Tee,1,,,Shirts,,Size,\"S, M\"\n2,variation,T-S,Tee - S,1,3,10,,T,Size,S\n"));
        assert_eq!((read.facts.source, read.tally()), (Source::WooCommerce, (1, 1, 0, 0)), "{header}");
        assert_eq!((read.catalog()[0].category.as_deref(), read.catalog()[0].options.len()), (Some("Shirts"), 1));
    }
    // A table of one's own is none.
    assert_eq!(read("Type,SKU,Name,Price\nTea,A,Assam,3\n").facts.source, Source::Generic);
}

#[test]
fn likely_names_win_over_less_likely_ones() {
    let read = read("SKU,Name,Type,Category,Sale price,Regular price,In stock?,Stock\nA,Tea,simple,Drinks,1,2,1,parent\n");
    let row = read.catalog()[0];
    assert_eq!((row.category.as_deref(), row.price.unwrap().to_string()), (Some("Drinks"), "2".to_owned()));
    assert_eq!(read.facts.unread, ["Type", "Sale price", "In stock?", "Stock"]);
    let mut mapping = crate::import::Mapping::default();
    mapping.add(Field::Sku, &read.facts.header, 0);
    mapping.add(Field::OnHand, &read.facts.header, 7);
    let hint = Hint { kind: Some(ImportKind::Inventory), mapping: Some(mapping), ..Hint::default() };
    let stock = read_with("SKU,Name,Type,Category,Sale price,Regular price,In stock?,Stock\nA,Tea,simple,Drinks,1,2,1,parent\n", &hint).unwrap();
    assert_eq!((stock.told(), stock.stock()[0].current), (Vec::new(), Stock::NotKnown));
    // A question is not a quantity.
    assert_eq!(super::read("SKU,Name,In stock?\nA,Tea,1\n").facts.kind, Some(ImportKind::Catalog));
}

#[test]
fn a_tills_file_is_never_stock() {
    for header in [
        "Bon-Nr;Datum/Uhrzeit;Artikelnr;Bezeichnung;Menge;Einzelpreis",
        "Receipt number;Date & time;SKU;Name;Quantity;Price",
        "N° ticket;Date et heure;Référence;Désignation;Quantité;Prix",
        "N.º ticket;Fecha y hora;Código;Nombre;Cantidad;Precio",
        "رقم الإيصال;التاريخ والوقت;رمز الصنف;الاسم;الكمية;السعر",
    ] {
        let read = read(format!("{header}\n7;2024-05-01 10:00;A;Tea;2;1,50\n"));
        assert_eq!((read.facts.kind, read.tally()), (Some(ImportKind::Sales), (0, 0, 1, 0)), "{header}");
        assert!(read.facts.also.is_empty() && !read.facts.combined, "{header}");
    }
    // A column of dates that nobody knows is asked for, and the quantities are not taken for stock.
    for header in ["Bon-Nr;Wann;Artikelnr;Bezeichnung;Menge", "Order no;When;SKU;Name;Qty", "Transaction ID;When;SKU;Product;Units"] {
        let error = read_with(format!("{header}\n7;2024-05-01 10:00;A;Tea;2\n"), &Hint::default()).err().unwrap();
        assert_eq!(error.said.to_string(), "import-columns-missing columns=Text(\"sold-at\")", "{header}");
    }
}

#[test]
fn months_by_name_say_themselves_what_they_are() {
    let read = read(
        "Receipt,Date,SKU,Quantity,Price\n1,05-Jan-2024,A,1,2\n2,5. März 2024 10:20,A,1,2\n3,14 août 2024,A,1,2\n4,5 de enero de 2024,A,1,2\n5,5 Jux 2024,A,1,2\n",
    );
    assert_eq!(read.told(), ["6 Date date-not-one -"]);
    let at: Vec<String> = read.sales().iter().map(|row| row.at.at.to_string()).collect();
    assert_eq!(at, ["2024-01-05 00:00:00", "2024-03-05 10:20:00", "2024-08-14 00:00:00", "2024-01-05 00:00:00"]);
}

#[test]
fn discounts_and_payments_have_no_quantity() {
    let head = "Receipt;Date;SKU;Description;Quantity;Price\n";
    let lines = [
        ("1;2024-05-01;;Rabatt 10 %;;-2,50", NotStock::Discount),
        ("1;2024-05-01;;Discount (staff);0;-1,00", NotStock::Discount),
        ("1;2024-05-01;;Card payment;;12,00", NotStock::Payment),
        ("1;2024-05-01;;Visa ****1234;0;12,00", NotStock::Payment),
        ("1;2024-05-01;;Espèces;;12,00", NotStock::Payment),
        ("1;2024-05-01;;Gift card;0,00;20,00", NotStock::Voucher),
    ];
    let text: String = lines.iter().map(|(line, _)| format!("{line}\n")).collect();
    let read = read(format!("{head}{text}2;2024-05-01;A;Tea;0;1,00\n2;2024-05-01;B;Card holder;2;1,00\n"));
    // A line of goods without a quantity is still asked for one.
    assert_eq!(read.told(), ["8 Quantity quantity-zero -"]);
    for (row, (line, kind)) in read.sales().into_iter().zip(lines) {
        assert_eq!((row.kind, row.effect()), (SaleKind::NotStock(kind), Quantity::ZERO), "{line}");
    }
    assert_eq!(read.sales().last().unwrap().kind, SaleKind::Sale);
}

#[test]
fn a_refund_with_its_minus_on_the_money() {
    let told = read("Receipt,Date,SKU,Type,Quantity,Price\n1,2024-05-01,A,Refund,2,-3.50\n1,2024-05-01,A,Sale,1,3.50\n");
    assert_eq!(told.told(), Vec::<String>::new());
    let row = told.sales()[0];
    assert_eq!((row.kind, row.effect(), row.unit_price.unwrap().to_string()), (SaleKind::Return, Quantity::whole(2), "3.5".to_owned()));
    // Where the file does not say so, both cells are suggested the other way round.
    let unclear = read("Receipt,Date,SKU,Quantity,Price\n1,2024-05-01,A,2,-3.50\n");
    assert_eq!(unclear.told(), ["2 Quantity refund-unclear -2", "2 Price price-negative 3.50"]);
    let mended = read("Receipt,Date,SKU,Quantity,Price\n1,2024-05-01,A,-2,3.50\n");
    assert_eq!((mended.sales()[0].kind, mended.sales()[0].effect()), (SaleKind::Return, Quantity::whole(2)));
}

#[test]
fn the_first_row_that_says_a_field_says_it_for_the_item() {
    let read = read("SKU,Parent SKU,Name,Size,Category,Description\nT-S,TEE,Tee,S,,\nT-M,TEE,Tee M,M,Shirts,Soft\nT-L,TEE,Tee L,L,Sale,Hard\n");
    let said: Vec<_> = read.catalog().iter().map(|row| (row.item_name.as_deref(), row.category.as_deref(), row.description.as_deref())).collect();
    assert_eq!(said, [(Some("Tee"), None, None), (Some("Tee"), Some("Shirts"), Some("Soft")), (Some("Tee"), None, None)]);
    // So does a row that comes back alone.
    assert_eq!(read.catalog()[2].raw.0.cells().collect::<Vec<_>>(), ["T-L", "TEE", "Tee", "L", "", ""]);
    let refused = super::read("SKU,Parent SKU,Name,Price\nT-S,TEE,Tee,1\nT-M,TEE,Tee M,free\n");
    assert_eq!(refused.refused()[0].raw.get(2), Some("Tee"));
}

#[test]
fn a_group_of_goods_is_a_category() {
    for header in ["Artikelnummer;Bezeichnung;Artikelgruppennummer", "SKU;Name;Item Group"] {
        let read = read(format!("{header}\nA;Tea;Drinks\nB;Coffee;Drinks\n"));
        let rows: Vec<_> = read.catalog().iter().map(|row| (row.group.as_str(), row.category.as_deref())).collect();
        assert_eq!(rows, [("A", Some("Drinks")), ("B", Some("Drinks"))], "{header}");
    }
}

#[test]
fn a_table_may_tell_items_and_their_stock() {
    let german = "Artikelnummer;Bezeichnung;VK;Bestand;Lagerort\nA;Tee;2,50;4;Nord\nA;Tee;2,50;1;Süd\nB;Kaffee;3,00;;Nord\nC;Kakao;x;2;Nord\n";
    let one = read(german);
    assert!(one.facts.combined && !one.facts.both);
    assert_eq!((one.facts.kind, one.facts.also.clone()), (Some(ImportKind::Inventory), vec![ImportKind::Catalog]));
    let read = both(german);
    assert_eq!((read.facts.kind, read.facts.also.clone(), read.facts.both), (Some(ImportKind::Catalog), vec![ImportKind::Inventory], true));
    assert_eq!((read.tally(), read.told()), ((2, 2, 0, 1), vec!["5 VK number-not-one -".to_owned()]));
    let stock: Vec<_> = read.stock().iter().map(|row| (row.sku.as_deref(), row.location.as_deref(), row.current)).collect();
    assert_eq!(stock, [(Some("A"), Some("Nord"), known(4)), (Some("A"), Some("Süd"), known(1))]);
    // By name alone too: one item at two places.
    let named = both("Name,Store,Qty,Price\nTea,North,1,2\nTea,South,2,2\n");
    assert_eq!((named.tally(), named.told()), ((1, 2, 0, 0), Vec::new()));
    // Asked for one of the two, it is that one.
    let hint = Hint { both: true, kind: Some(ImportKind::Inventory), ..Hint::default() };
    assert_eq!(read_with(german, &hint).unwrap().tally(), (0, 4, 0, 0));
    let vend = both(
        "id,handle,sku,name,retail_price,active,track_inventory,inventory_Main_Outlet,Inventory_Stall\n1,tee,T,Tee,5,1,1,7,\n2,fit,F,Fitting,9,0,0,3,3\n",
    );
    assert_eq!((vend.tally(), vend.catalog()[1].state), ((2, 1, 0, 0), Some(State::Archived)));
    assert_eq!((vend.stock()[0].location.as_deref(), vend.stock()[0].current), (Some("Main Outlet"), known(7)));
}

#[test]
fn headers_are_compared_by_their_letters_and_digits() {
    let square = "Token,Item Name,Variation Name,SKU,Price,Current  Quantity\u{a0}High Street,NEW QUANTITY  high street,price High  Street\nT1,Mug,Regular,M-1,2,5,7,3\n";
    let read = read(square);
    assert_eq!((read.facts.source, read.facts.mapping.places.len(), read.facts.unread.len()), (Source::SquareLibrary, 1, 0));
    assert_eq!((read.stock()[0].location.as_deref(), read.stock()[0].wanted()), (Some("High Street"), known(7)));
    let spaced = super::read("  ARTIKEL\u{a0}-\u{a0}Nr. ;Be\u{301}zeichnung;Verkaufs-Preis\nA;Tee;2,50\n");
    let row = spaced.catalog()[0];
    assert_eq!((row.sku.as_deref(), row.item_name.as_deref(), row.price.is_some()), (Some("A"), Some("Tee"), true));
}
