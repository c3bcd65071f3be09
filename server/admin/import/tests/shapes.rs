//! What a file holds and which column is what, for tables that nobody here has seen.

use super::*;
use crate::import::{Field, Source, Stock};
use vocabulary::{Quantity, Status};

fn facts(text: &str) -> FileFacts {
    open(Cursor::new(text.to_owned()), &Hint::default()).unwrap().facts
}

fn facts_as(text: &str, kind: ImportKind) -> FileFacts {
    open(Cursor::new(text.to_owned()), &Hint { kind: Some(kind), ..Hint::default() }).unwrap().facts
}

/// The column a field is read from.
fn column(facts: &FileFacts, field: Field) -> &str {
    facts.mapping.of(field).next().map_or("-", |index| facts.header[index].as_str())
}

fn both(text: &str) -> Read {
    read_with(text, &Hint { both: true, ..Hint::default() }).unwrap()
}

fn code(text: &str) -> String {
    read_with(text, &Hint::default()).err().map(|problem| problem.said.to_string()).unwrap_or_default()
}

#[test]
fn orders_are_sales() {
    let shopify = concat!(
        "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,",
        "Lineitem sku,Lineitem requires shipping,Billing Name,Payment Method,Vendor,Id,Location\n",
        "#1001,a@b.c,paid,2026-11-24 10:00:00 +0000,fulfilled,GBP,19.90,19.90,2026-11-24 09:59:00 +0000,2,Ocean Tee - S / Blue,19.90,",
        "OT-S-BLU,true,Ann,Cash,Acme,5001,Main\n",
    );
    let orders = read(shopify);
    assert_eq!((orders.facts.kind, orders.facts.also.len(), orders.tally()), (Some(ImportKind::Sales), 0, (0, 0, 1, 0)));
    let line = orders.sales()[0];
    assert_eq!((line.receipt.as_deref(), line.sku.as_deref(), line.description.as_str()), (Some("#1001"), Some("OT-S-BLU"), "Ocean Tee - S / Blue"));
    assert_eq!(
        (line.quantity, line.unit_price.unwrap().to_string(), line.location.as_deref()),
        (Quantity::whole(2), "19.9".to_owned(), Some("Main"))
    );

    let clover = "Line Item Date,Order ID,Item ID,Item Name,Item SKU,Per Unit Quantity,Item Revenue,Total Revenue\n24-Nov-2026 10:20,ORD1,IT1,Ocean Tee,OT,1,19.90,19.90\n";
    let clover = facts(clover);
    let names = [Field::Receipt, Field::Sku, Field::Quantity, Field::SoldAt, Field::Name].map(|field| column(&clover, field));
    assert_eq!((clover.kind, names), (Some(ImportKind::Sales), ["Order ID", "Item SKU", "Per Unit Quantity", "Line Item Date", "Item Name"]));
    for header in ["Nº ticket", "N° de ticket", "N.º ticket", "Check #", "Order #"] {
        let till = facts(&format!("{header};Date;SKU;Name;Qty\n1;2024-05-31;A;Tea;2\n"));
        assert_eq!((till.kind, column(&till, Field::Receipt)), (Some(ImportKind::Sales), header));
    }
}

#[test]
fn what_was_sold_is_not_what_is_there() {
    for header in ["Item,SKU,Category,Units Sold,Gross Sales,Net Sales", "Producto;Código;Categoría;Cantidad vendida;Total;Neto"] {
        assert_eq!(
            code(&format!("{header}\nTee,S-1,Clothes,5,99.50,99.50\n").replace(',', if header.contains(';') { ";" } else { "," })),
            "import-columns-missing columns=Text(\"sold-at\")"
        );
    }
    // A receipt with money or a date and no quantity that is known is none of items, nor is one with nothing else.
    assert_eq!(code("Receipt number,SKU,Name,Price\n7,A,Tea,2\n"), "import-columns-missing columns=Text(\"quantity, sold-at\")");
    assert_eq!(code("Order ID,SKU,Name,Total revenue\n7,A,Tea,2\n"), "import-columns-missing columns=Text(\"quantity, sold-at\")");
    assert_eq!(code("Order ID,SKU,Name,Vendor\n7,A,Tea,Acme\n"), "import-kind-unclear");
    assert_eq!(code("Invoice,SKU,Name,Stock\n7,A,Tea,2\n"), "import-kind-unclear");
    // What is there beside what was sold is stock, and the order of a list is no order.
    assert_eq!(facts("SKU,Name,Stock,Units sold\nA,Tea,7,2\n").kind, Some(ImportKind::Inventory));
    assert_eq!(facts("SKU,Name,Price,Order\nA,Tea,2,1\n").kind, Some(ImportKind::Catalog));
}

#[test]
fn a_store_and_a_location_are_a_store_and_a_place_in_it() {
    for (header, at) in [
        ("SKU,Store,Location,Qty", ["Store", "Location"]),
        ("Item Code,Warehouse,Bin Number,Qty in Stock", ["Warehouse", "Bin Number"]),
        ("SKU,Location,Warehouse,Qty", ["Warehouse", "Location"]),
        ("SKU,Filiale,Lagerort,Bestand", ["Filiale", "Lagerort"]),
    ] {
        let found = facts(&format!("{header}\nA,x,y,4\n"));
        assert_eq!((found.kind, [Field::Location, Field::Bin].map(|field| column(&found, field))), (Some(ImportKind::Inventory), at), "{header}");
    }
    let alone = facts("SKU,Location,Bin,Qty\nA,x,y,4\n");
    assert_eq!([Field::Location, Field::Bin].map(|field| column(&alone, field)), ["Location", "Bin"]);
    let till = facts("Receipt,Date,SKU,Qty,Store,Location\nR,2024-05-31,A,1,Main,A-1\n");
    assert_eq!((column(&till, Field::Location), till.unread.clone()), ("Store", vec!["Location".to_owned()]));
}

#[test]
fn our_own_files_are_ours_without_some_columns() {
    let stock = read("SKU,Store,Location,Status,On hand,New on hand\nK-3,MAIN,FLOOR,available,12,13\n");
    let row = stock.stock()[0];
    assert_eq!((stock.facts.source, row.location.as_deref(), row.bin.as_deref()), (Source::Stockroom, Some("MAIN"), Some("FLOOR")));
    assert_eq!(facts("SKU,Store,Status,On hand\nK-3,MAIN,available,12\n").source, Source::Stockroom);
    let mut header = crate::import::own::header(ImportKind::Catalog);
    header.retain(|name| !["Description", "Tags", "Currency", "Image links", "More supplier codes", "Supplier code"].contains(name));
    let row = header.iter().map(|name| if *name == "Item" { "tee" } else { "" }).collect::<Vec<_>>().join(",");
    let items = read(format!("{}\nT-S{row}\n", header.join(",")));
    assert_eq!((items.facts.source, items.catalog()[0].group.as_str()), (Source::Stockroom, "tee"));
    // Columns of others that are called the same do not make it ours.
    assert_eq!(facts("SKU,Item,State,Price\nA,Tea,active,2\n").source, Source::Generic);
}

#[test]
fn places_stand_in_the_names_of_columns() {
    let known = |units: i32| Stock::Known(Quantity::whole(units));
    let german = both("SKU;Artikel;Preis;Bestand (Main);Bestand (West)\nZ-1;Stuhl;10,00;5;7\nZ-2;Tisch;20,00;1;\n");
    let rows: Vec<_> = german.stock().iter().map(|row| (row.sku.as_deref().unwrap(), row.location.as_deref().unwrap(), row.current)).collect();
    assert_eq!(rows, [("Z-1", "Main", known(5)), ("Z-1", "West", known(7)), ("Z-2", "Main", known(1))]);
    let loyverse = concat!(
        "Handle,SKU,Name,Category,Default price,Cost,Track stock,Available for sale [North],Price [North],In stock [North],Available for sale [South],Price [South],In stock [South]\n",
        "a,20001,Apple,Fruit,1.00,0.50,Y,Y,1.00,5,Y,1.10,9\n",
    );
    let loyverse = both(loyverse);
    let rows: Vec<_> = loyverse.stock().iter().map(|row| (row.location.as_deref().unwrap(), row.current)).collect();
    assert_eq!((rows, loyverse.catalog()[0].price.unwrap().to_string()), (vec![("North", known(5)), ("South", known(9))], "1".to_owned()));
    let places = &loyverse.facts.mapping.places;
    assert_eq!(places.iter().map(|place| place.price.as_ref().unwrap().name.as_str()).collect::<Vec<_>>(), ["Price [North]", "Price [South]"]);
    let one = both("SKU,Name,Price [Main],In stock [Main],Low stock [Main]\nA,Tea,2.50,3,1\n");
    assert_eq!((one.stock()[0].location.as_deref(), one.catalog()[0].price.unwrap().to_string()), (Some("Main"), "2.5".to_owned()));
    // Units and remarks are no places, and where a column tells the place none other does.
    for header in ["Qty (pcs)", "Quantity (kg)", "Stock (current)", "Stock (units)", "Menge (Stück)", "On hand (new)", "Quantity (- reserved)"] {
        assert!(facts(&format!("SKU,Name,{header}\nA,Tea,3\n")).mapping.places.is_empty(), "{header}");
    }
    assert!(facts("SKU,Location,Stock (Main),Stock (West)\nA,x,1,2\n").mapping.places.is_empty());
}

#[test]
fn the_header_is_above_what_only_looks_like_one() {
    for text in [
        "Codice;Descrizione;Categoria merceologica;Giacenza;Prezzo vendita;Attivo\nI-1;Sedia;Mobili;5;10,00;active\nI-2;Tavolo;Mobili;7;20,00;active\n",
        "Tuotekoodi;Nimi;Ryhmä;Saldo;Hinta;Tila\nI-1;Tuoli;Muu;5;10,00;active\n",
        "Tuotekoodi;Nimi;Ryhmä;Saldo;Hinta;Tila\nI-1;Tuoli;Brand;5;10,00;x\n",
    ] {
        let found = facts(text);
        assert_eq!(found.header_line, Some(1), "{text}");
    }
    let italian = read("Codice;Descrizione;Categoria merceologica;Giacenza;Prezzo vendita;Attivo\nI-1;Sedia;Mobili;5;10,00;active\n");
    let row = italian.catalog()[0];
    assert_eq!((row.sku.as_deref(), row.item_name.as_deref(), row.price.is_some()), (Some("I-1"), Some("Sedia"), true));
    for (header, row) in [("Artikelcode;Omschrijving;Voorraad;Prijs", "A;Stoel;5;10,00"), ("Kod;Nazwa;Ilość;Cena", "A;Krzesło;5;10,00")] {
        let read = both(&format!("{header}\n{row}\n"));
        assert_eq!((read.tally(), read.facts.unread.len()), ((1, 1, 0, 0), 0), "{header}");
    }
    // A header of words that are values as well is one all the same.
    assert_eq!(facts("Item,Stock\nTea,5\nCoffee,6\n").header_line, Some(1));
}

#[test]
fn a_state_of_items_is_no_state_of_stock() {
    let foreign = read_as("SKU,Name,Location,Status,Qty\nM-1,One,Main,Active,4\nM-2,Two,Main,In stock,5\n", ImportKind::Inventory);
    assert_eq!((foreign.tally(), foreign.facts.unread.clone()), ((0, 2, 0, 0), vec!["Status".to_owned()]));
    let stock = read_as("SKU,Location,Status,Qty\nA,Main,available,4\nA,Main,Damaged,5\nB,Main,dmaged,1\n", ImportKind::Inventory);
    assert_eq!((stock.tally(), stock.told()), ((0, 2, 0, 1), vec!["4 Status status-unknown -".to_owned()]));
    assert_eq!(stock.stock()[1].status, Some(Status::Damaged));
}

#[test]
fn a_number_of_a_thing_is_not_its_name() {
    for header in ["Item #", "Product #", "Article #", "Art. Nr.", "Article N°", "Product No.", "Artikel Nr.", "Artikel #"] {
        let found = facts(&format!("{header},Description,Department,Price\n1001,Garden hose,Garden,35.00\n"));
        assert_eq!([Field::Sku, Field::Name].map(|field| column(&found, field)), [header, "Description"]);
    }
    // The sign is a word of its own.
    assert_eq!(column(&facts("SKU,Casino,Price\nA,x,1\n"), Field::Sku), "SKU");
}

#[test]
fn a_brand_and_a_category_are_what_they_are_called() {
    let zoho = concat!(
        "Item ID,Item Name,SKU,UPC,Product Type,Item Type,Category Name,Rate,Purchase Rate,Unit,Vendor,Brand,Manufacturer,Opening Stock,Stock On Hand,Warehouse Name,Status\n",
        "1,Desk Lamp,DL-1,036000291452,goods,Inventory,Lighting,25.00,11.20,pcs,Lamp Wholesale,Lumo,Lumo GmbH,10,14.00,Main,Active\n",
    );
    let zoho = both(zoho);
    let fields = [Field::Brand, Field::Supplier, Field::Category, Field::Price, Field::Cost, Field::OnHand, Field::Location];
    assert_eq!(
        fields.map(|field| column(&zoho.facts, field)),
        ["Brand", "Vendor", "Category Name", "Rate", "Purchase Rate", "Stock On Hand", "Warehouse Name"]
    );
    assert_eq!((zoho.tally(), zoho.stock()[0].current), ((1, 1, 0, 0), Stock::Known(Quantity::whole(14))));
    let pos = facts("SKU,Name,Supplier,Vendor,Brand,Type,Price\nV-9,One,Sup Co,Vend Co,Nike,Storable Product,5\n");
    assert_eq!([Field::Brand, Field::Supplier, Field::Category].map(|field| column(&pos, field)), ["Brand", "Supplier", "-"]);
    assert_eq!(pos.unread, ["Vendor", "Type"]);
    let alone = facts("SKU,Name,Vendor,Type,Price\nA,One,Acme,Shirts,5\n");
    assert_eq!([Field::Brand, Field::Category].map(|field| column(&alone, field)), ["Vendor", "Type"]);
}

#[test]
fn columns_of_common_systems_are_known() {
    for (header, fields) in [
        (
            "Name,Internal Reference,Barcode,Sales Price,Cost,Product Category,Product Type,Quantity On Hand",
            &[(Field::Sku, "Internal Reference"), (Field::Price, "Sales Price"), (Field::Category, "Product Category")][..],
        ),
        (
            "id,default_code,name,barcode,list_price,standard_price,qty_available",
            &[(Field::Sku, "default_code"), (Field::Price, "list_price"), (Field::Cost, "standard_price"), (Field::OnHand, "qty_available")],
        ),
        (
            "Product/Service Name,Type,SKU,Sales Price / Rate,Purchase Cost,Quantity On Hand",
            &[(Field::Name, "Product/Service Name"), (Field::Price, "Sales Price / Rate"), (Field::Cost, "Purchase Cost")],
        ),
        (
            "Item Number,Item Name,Department Name,Vendor Name,Regular Price,Order Cost,Average Unit Cost,On-Hand Qty",
            &[(Field::Category, "Department Name"), (Field::Supplier, "Vendor Name"), (Field::Cost, "Order Cost"), (Field::OnHand, "On-Hand Qty")],
        ),
        ("System ID,Custom SKU,Item,Qty.,Default Cost,Price", &[(Field::Sku, "Custom SKU"), (Field::Cost, "Default Cost"), (Field::OnHand, "Qty.")]),
        ("ProductCode,Name,PriceTier1,AverageCost", &[(Field::Price, "PriceTier1"), (Field::Cost, "AverageCost")]),
        (
            "Name,Reference #,Price tax excluded,Wholesale price",
            &[(Field::Sku, "Reference #"), (Field::Price, "Price tax excluded"), (Field::Cost, "Wholesale price")],
        ),
    ] {
        let row = header.split(',').map(|name| name.len().to_string()).collect::<Vec<_>>().join(",");
        let mapping = both(&format!("{header}\n{row}\n")).facts;
        for (field, name) in fields {
            assert_eq!(column(&mapping, *field), *name, "{header}");
        }
    }
}

#[test]
fn what_stands_under_no_name_is_named() {
    assert_eq!(facts("SKU,Name,Price,,,\nTR-1,One,1,,,\nTR-2,Two,2,,,stray\n").unread, ["F"]);
    let stock = facts_as("SKU,Name,Qty,Error\nA,One,1,\n", ImportKind::Inventory);
    assert_eq!(stock.unread, Vec::<String>::new());
}
