//! Files of shops that nobody here has seen, from end to end.

use crate::*;
use admin_rules::{Answers, AsideFile, ColumnAnswer, FileKind, ImportState};
use testkit::Shop;

const WOO: &str = concat!(
    "ID,Type,SKU,Name,Published,Description,In stock?,Stock,Sale price,Regular price,Categories,Parent,Attribute 1 name,Attribute 1 value(s)\n",
    "10,variable,TEE,Tee,1,Soft,1,,,,Shirts,,Colour,\"Blue, Green\"\n",
    "11,variation,TEE-B,Tee - Blue,1,,1,4,8.00,10.00,,TEE,Colour,Blue\n",
    "12,variation,TEE-G,Tee - Green,1,,1,parent,,12.50,,TEE,Colour,Green\n",
    "20,simple,MUG,Mug,1,,1,7,,3.00,Kitchen,,,\n",
    "31,variation,,Cap - Red,1,,1,2,,5.00,,id:30,Colour,Red\n",
    "32,variation,,Cap - Black,1,,1,3,,5.00,,id:30,Colour,Black\n",
    "30,variable,,Cap,1,,1,,,,Hats,,Colour,\"Red, Black\"\n",
);

fn of_store(shop: &Shop) -> Answers {
    Answers { store: Some(shop.store), ..Answers::default() }
}

fn column(column: usize, name: &str, field: &str) -> ColumnAnswer {
    ColumnAnswer { column, name: name.into(), field: field.into() }
}

testkit::on_both! {
    async fn a_woocommerce_shop_comes_in_at_once(shop: Shop) {
        let manager = shop.manager();
        let asked = checks(&shop, &manager, "woo.csv", WOO, Answers::default()).await;
        assert_eq!((asked.state, asked.problem.unwrap().code.as_str()), (ImportState::Asking, "import-store-missing"));
        let checked = checks(&shop, &manager, "woo.csv", WOO, of_store(&shop)).await;
        let facts = checked.facts.as_ref().unwrap();
        assert_eq!((facts.source.as_str(), facts.both), ("woocommerce", true));
        assert_eq!((checked.tally.new, checked.tally.refused, checked.tally.more), (5, 0, whole(16)));
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!(done.tally, checked.tally);
        assert_eq!((shop.rows("item").await, shop.rows("variant").await, stock_of(&shop, shop.store).await), (3, 5, whole(16)));
        // The same file again changes nothing, variations without a SKU among them.
        let again = runs(&shop, &manager, &checks(&shop, &manager, "woo.csv", WOO, of_store(&shop)).await).await;
        assert_eq!((again.tally.unchanged, again.tally.new, again.tally.changed, again.tally.refused), (5, 0, 0, 0));
        shop.proves().await;
    }

    async fn rows_of_one_item_agree_however_often_they_come(shop: Shop) {
        // More rows than a part has, all of one item but each with a name of its own.
        let rows: String = (0..700).map(|n| format!("T-{n},TEE,Tee {n},{n},Group {}\n", n % 3)).collect();
        let file = format!("SKU,Parent SKU,Name,Size,Category\n{rows}");
        let done = brings(&shop, "items.csv", &file).await;
        assert_eq!((done.tally.new, done.tally.refused, shop.rows("item").await), (700, 0, 1), "{:?}", troubles(&shop, done.id).await);
        let again = brings(&shop, "items.csv", &file).await;
        assert_eq!((again.tally.unchanged, again.tally.changed, again.tally.new), (700, 0, 0));
        let own = "Artikelnummer;Bezeichnung;Artikelgruppennummer\nX;Tee;7\nY;Kaffee;7\n";
        let done = brings(&shop, "artikel.csv", own).await;
        assert_eq!((done.tally.new, shop.rows("item").await), (2, 3));
    }

    async fn a_list_of_items_and_their_stock_brings_both(shop: Shop) {
        let file = "Artikelnummer;Bezeichnung;VK;Bestand;Lagerort\nA;Tee;2,50;4;LONDON\nA;Tee;2,50;1;LEEDS\nB;Kaffee;3,00;;LONDON\n";
        let manager = shop.manager();
        let checked = checks(&shop, &manager, "bestand.csv", file, Answers::default()).await;
        let facts = checked.facts.as_ref().unwrap();
        assert_eq!((checked.state, facts.both, facts.kind), (ImportState::Ready, true, Some(FileKind::Catalog)));
        assert_eq!((checked.tally.new, checked.tally.refused, checked.tally.more), (3, 0, whole(5)));
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!(done.tally, checked.tally);
        assert_eq!((stock_of(&shop, shop.store).await, stock_of(&shop, shop.other_store).await), (whole(4), whole(1)));
        // It tells prices, so it stays a list of items; a table of names and quantities of what is known is a stock list,
        // and an item that is not known is a slip.
        let again = brings(&shop, "bestand.csv", format!("{file}C;Kakao;2,50;9;LONDON\n")).await;
        assert!(again.facts.unwrap().both);
        assert_eq!((again.tally.unchanged, again.tally.new, again.tally.refused), (3, 1, 0));
        let list = "Artikelnummer;Bezeichnung;Bestand;Lagerort\nA;Tee;5;LONDON\nB;Kaffee;;LONDON\na;Tee;9;LONDON\n";
        let again = brings(&shop, "bestand.csv", list).await;
        assert!(!again.facts.unwrap().both);
        assert_eq!((again.tally.changed, again.tally.not_known, again.tally.new, again.tally.refused), (1, 1, 0, 1));
        assert_eq!(aside(&shop, again.id).await[0].troubles[0].suggestion.as_deref(), Some("A"));
        // Asked for the stock alone, nothing is made.
        let alone = Answers { kind: Some("inventory".into()), ..Answers::default() };
        let alone = checks(&shop, &manager, "neu.csv", "SKU,Name,Store,On hand\nNEW,New,LONDON,3\n", alone).await;
        assert_eq!((alone.tally.refused, alone.facts.unwrap().both), (1, false));
        shop.proves().await;
    }

    async fn what_was_mended_of_such_a_list_brings_both(shop: Shop) {
        let file = "SKU,Name,Price,Store,On hand\nA,Tea,two,LONDON,4\nB,Coffee,3,LONDON,1\n";
        let done = brings(&shop, "list.csv", file).await;
        assert_eq!((done.tally.new, done.tally.refused), (1, 1));
        let mended = runs_mended_with(&shop, done.id, 2, &[("Price", "2.00")]).await;
        assert_eq!((mended.tally.new, mended.tally.refused, mended.lists.waiting), (2, 0, 0));
        assert_eq!((shop.rows("item").await, stock_of(&shop, shop.store).await), (2, whole(5)));
        shop.proves().await;
    }

    async fn columns_of_places_are_said_again_as_they_were_found(shop: Shop) {
        let manager = shop.manager();
        let file = "SKU,Name,Preis,Bestand (LONDON),Bestand (LEEDS)\nA,Tea,2,4,1\n";
        let checked = checks(&shop, &manager, "x.csv", file, Answers::default()).await;
        assert_eq!((checked.tally.new, checked.tally.more), (1, whole(5)));
        // As the page and the command say them, with one column more or less.
        let found = checked.facts.unwrap().columns;
        let columns = found.iter().enumerate().filter(|(_, column)| column.name != "Preis");
        let columns = columns.map(|(at, known)| column(at, &known.name, known.field.as_deref().unwrap())).collect();
        manager.does(admin_rules::CheckImport { import: checked.id, answers: Answers { columns: Some(columns), ..Answers::default() } }).await;
        work(&shop).await;
        let done = runs(&shop, &manager, &sees(&manager, checked.id).await).await;
        assert_eq!((done.tally.new, stock_of(&shop, shop.store).await, stock_of(&shop, shop.other_store).await), (1, whole(4), whole(1)));
        // Read for items alone, they are named.
        let items = Answers { kind: Some("catalog".into()), ..Answers::default() };
        let view = checks(&shop, &manager, "y.csv", "SKU,Name,Stock [A],Stock [B]\nA,Tea,4,1\n", items).await;
        assert_eq!(view.facts.unwrap().unread, ["Stock [A]", "Stock [B]"]);
    }

    async fn a_mapping_is_kept_for_its_kind(shop: Shop) {
        let manager = shop.manager();
        shop.item("MUG").await;
        let file = "Nr. intern,Wert\nMUG,5\n";
        let stock = Answers {
            kind: Some("inventory".into()),
            columns: Some(vec![column(0, "Nr. intern", "sku"), column(1, "Wert", "on-hand")]),
            ..of_store(&shop)
        };
        runs(&shop, &manager, &checks(&shop, &manager, "x.csv", file, stock).await).await;
        let items = Answers {
            kind: Some("catalog".into()),
            columns: Some(vec![column(0, "Nr. intern", "sku"), column(1, "Wert", "price")]),
            ..Answers::default()
        };
        runs(&shop, &manager, &checks(&shop, &manager, "x.csv", file, items).await).await;
        let fields = |view: &admin_rules::ImportView| {
            let columns = &view.facts.as_ref().unwrap().columns;
            columns.iter().map(|column| column.field.clone().unwrap_or_default()).collect::<Vec<_>>()
        };
        let of_kind = |kind: &str| Answers { kind: Some(kind.into()), ..Answers::default() };
        let stock = checks(&shop, &manager, "x.csv", file, of_kind("inventory")).await;
        assert_eq!((stock.state, fields(&stock)), (ImportState::Ready, vec!["sku".into(), "on-hand".into()]), "{:?}", stock.problem);
        let items = checks(&shop, &manager, "x.csv", file, of_kind("catalog")).await;
        assert_eq!((items.state, fields(&items)), (ImportState::Ready, vec!["sku".into(), "price".into()]));
        // Not asked, it is what was said last; nothing was said of it as a till's file.
        let last = checks(&shop, &manager, "x.csv", file, Answers::default()).await;
        assert_eq!(last.facts.as_ref().unwrap().kind, Some(FileKind::Catalog));
        let till = checks(&shop, &manager, "x.csv", file, of_kind("sales")).await;
        assert_eq!(till.problem.unwrap().code, "import-columns-missing");
    }

    async fn what_is_not_read_is_named(shop: Shop) {
        let manager = shop.manager();
        let unread = async |file: &str| {
            let view = checks(&shop, &manager, "x.csv", file, Answers::default()).await;
            let mut unread = view.facts.unwrap().unread;
            unread.sort();
            unread
        };
        let items = "SKU,Name,Price,Supplier,Category,Product type,Track inventory,Tags\nA,Tea,1,Acme,Drinks,Hot,yes,x\n";
        assert_eq!(unread(items).await, ["Product type", "Supplier", "Tags", "Track inventory"]);
        assert_eq!(unread("SKU,Name,Supplier,Supplier code\nA,Tea,Acme,9\n").await, Vec::<String>::new());
        assert_eq!(unread("Receipt,Date,SKU,Quantity,Unit price,Customer\n1,2024-05-31,A,1,2.00,x\n").await, ["Customer", "Unit price"]);
    }

    async fn the_file_of_what_waits_says_where_and_what_would_be_right(shop: Shop) {
        let done = brings(&shop, "items.csv", "SKU,Name,Barcode,Price\nA,Apron,5012345678909,-3\nB,Basket,,4.00\n").await;
        let portion = shop.manager().does(AsideFile { import: done.id, cursor: None }).await;
        let row = portion.text.lines().nth(1).unwrap();
        assert!(row.contains("Line 2 · Barcode: ") && row.contains("Right would be: 5012345678900 · Price: ") && row.contains("Right would be: 3"), "{row}");
    }
    async fn what_is_missing_is_named_though_no_column_is_there(shop: Shop) {
        let done = brings(&shop, "items.csv", "SKU,Price\nNEW,2.50\n").await;
        let trouble = aside(&shop, done.id).await[0].troubles[0].clone();
        assert_eq!((trouble.said.code.as_str(), trouble.column.as_str(), trouble.field()), ("field-required", "", Some("name")));
        assert!(aside_file(&shop, done.id).await.contains("Line 2 · Item name: Fill this in."), "{}", aside_file(&shop, done.id).await);
        // An option is named by its own column.
        brings(&shop, "tee.csv", "Handle,SKU,Name,Size,Colour,Material\ntee,T-1,Tee,S,Red,Wool\n").await;
        let done = brings(&shop, "more.csv", "Handle,SKU,Name,Talla\ntee,T-2,Tee,M\n").await;
        let trouble = aside(&shop, done.id).await[0].troubles[0].clone();
        assert_eq!((trouble.said.code.as_str(), trouble.column.as_str()), ("axes-too-many", "Talla"));
    }
}
