//! What single rows come to beside the books.

use crate::*;
use admin_rules::{Answers, ChangeKind, ImportState};
use vocabulary::{Quantity, Role};

const HEAD: &str = "Handle,Title,Option1 Name,Option1 Value,SKU,Location,Bin name,On hand (current),On hand (new)\n";

fn row(sku: &str, current: &str, new: &str) -> String {
    format!("{sku},Item {sku},Title,Default Title,{sku},London Shop,,{current},{new}\n")
}

testkit::on_both! {
    async fn a_figure_that_is_out_of_date_is_skipped_and_told(shop: Shop) {
        let fresh = shop.stocked("FRESH", 10).await;
        let stale = shop.stocked("STALE", 31).await;
        let file = format!("{HEAD}{}{}", row("FRESH", "10", "12"), row("STALE", "31", "32"));
        let manager = shop.manager();
        let checked = checks(&shop, &manager, "stock.csv", &file, Answers::default()).await;
        assert_eq!((checked.tally.changed, checked.tally.stale), (2, 0));
        // Meanwhile four are received, and the file is behind.
        shop.receives(stale, 4).await;
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!((done.tally.changed, done.tally.stale, done.tally.refused), (1, 1, 1));
        assert_eq!((shop.on_hand(fresh).await, shop.on_hand(stale).await), (whole(12), whole(35)));
        let waits = aside(&shop, done.id).await;
        let trouble = &waits[0].troubles[0];
        assert_eq!((trouble.said.code.as_str(), trouble.column.as_str(), trouble.suggestion.as_deref()), ("import-stock-stale", "On hand (current)", Some("36")));

        // One more was meant: taking the suggestion adds one to what is there now.
        let mended = runs_mended_with(&shop, done.id, 3, &[("On hand (current)", "36")]).await;
        assert_eq!((mended.tally.changed, mended.tally.refused, mended.lists.waiting), (2, 0, 0));
        assert_eq!(shop.on_hand(stale).await, whole(36));
        shop.proves().await;
    }

    async fn a_lone_figure_of_an_export_does_not_overrule_what_was_sold_since(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let done = brings(&shop, "stock.csv", format!("{HEAD}{}", row("MUG", "14", ""))).await;
        assert_eq!((done.tally.stale, done.tally.changed), (1, 0));
        assert_eq!(shop.on_hand(mug).await, whole(10));
        // A list of one's own says how it is.
        let done = brings(&shop, "list.csv", "SKU,Store,On hand\nMUG,LONDON,14\n").await;
        assert_eq!((done.tally.changed, shop.on_hand(mug).await), (1, whole(14)));
        // And may be told to leave ours.
        let manager = shop.manager();
        let keep = Answers { overwrite: Some(false), ..Answers::default() };
        let view = checks(&shop, &manager, "list.csv", "SKU,Store,On hand\nMUG,LONDON,99\n", keep).await;
        assert_eq!(view.tally.stale, 1);
        shop.proves().await;
    }

    async fn not_known_is_not_nought(shop: Shop) {
        let mug = shop.item("MUG").await;
        let jug = shop.stocked("JUG", 5).await;
        let file = format!("{HEAD}{}{}{}", row("MUG", "not stocked", ""), row("JUG", "", ""), "SKU-X,,,,SKU-X,London Shop,,not stocked,\n");
        let done = brings(&shop, "stock.csv", file).await;
        assert_eq!((done.tally.not_known, done.tally.new, done.tally.changed, done.tally.refused), (3, 0, 0, 0));
        // Nothing ever moved of the mug: nobody knows, and the books say so. The jug stays what it was.
        assert_eq!((shop.rows("stock_balance").await, shop.on_hand(jug).await), (1, whole(5)));
        // A nought that is known is written where something was, and nowhere else.
        let done = brings(&shop, "list.csv", "SKU,Store,On hand\nMUG,LONDON,0\nJUG,LONDON,0\n").await;
        assert_eq!((done.tally.unchanged, done.tally.changed), (1, 1));
        assert_eq!((shop.rows("stock_balance").await, shop.on_hand(jug).await, shop.on_hand(mug).await), (1, Quantity::ZERO, Quantity::ZERO));
        shop.proves().await;
    }

    async fn a_figure_of_a_store_is_of_all_its_places(shop: Shop) {
        // Shopify knows one figure for a store, and a bin only says where to look.
        shop.item("MUG").await;
        let with_bin = format!("{HEAD}MUG,Mug,Title,Default Title,MUG,London Shop,F3-02,7,\n");
        let manager = shop.manager();
        let checked = checks(&shop, &manager, "stock.csv", &with_bin, Answers::default()).await;
        assert_eq!((checked.found.bins.len(), checked.found.bins[0].code.as_str()), (1, "F3-02"));
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!(done.tally.new, 1);
        // Without the bin it is the same figure: nothing to do, and not a second seven at the default place.
        let again = brings(&shop, "stock.csv", format!("{HEAD}{}", row("MUG", "7", ""))).await;
        assert_eq!((again.tally.unchanged, stock_of(&shop, shop.store).await), (1, whole(7)));
        // Less is taken from where it stands.
        let less = brings(&shop, "stock.csv", format!("{HEAD}{}", row("MUG", "7", "4"))).await;
        assert_eq!((less.tally.changed, stock_of(&shop, shop.store).await), (1, whole(4)));
        shop.proves().await;
    }

    async fn what_changes_is_told_old_and_new(shop: Shop) {
        shop.item_coded("MUG", "5012345678900").await;
        let done = brings(&shop, "items.csv", "SKU,Name,Barcode,Price,Cost\nMUG,Item MUG,5012345678900,2.95,1.20\nJUG,Jug,,4.00,\n").await;
        assert_eq!((done.tally.new, done.tally.changed), (1, 1));
        let told = changes(&shop, done.id).await;
        let changed = told.iter().find(|change| change.kind == ChangeKind::Changed).unwrap();
        assert_eq!((changed.field.as_str(), changed.from.as_deref(), changed.to.as_deref()), ("price", Some("2.5"), Some("2.95")));
        assert!(told.iter().any(|change| change.kind == ChangeKind::New && change.sku == "JUG"));

        // The price was what changed, so the price is what goes back; the jug is put away.
        let undone = undoes(&shop, done.id).await;
        assert_eq!((undone.lists.kept, kept(&shop, done.id).await.len()), (0, 0));
        let again = brings(&shop, "items.csv", "SKU,Name,Price\nMUG,Item MUG,2.50\n").await;
        assert_eq!(again.tally.unchanged, 1);
        shop.proves().await;
    }

    async fn an_undo_tells_what_it_cannot_take_back(shop: Shop) {
        let manager = shop.manager();
        let (mug, jug) = (shop.item("MUG").await, shop.item("JUG").await);
        let done = brings(&shop, "list.csv", "SKU,Store,On hand\nMUG,LONDON,10\nJUG,LONDON,5\n").await;
        // Four mugs are sold before somebody thinks better of the file.
        let sold = brings(&shop, "till.csv", "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\nR1,2026-11-20 10:00:00,LONDON,MUG,Mug,sale,4,2.50\n").await;
        assert_eq!(sold.tally.new, 1);
        let undone = undoes(&shop, done.id).await;
        let told = kept(&shop, done.id).await;
        assert_eq!((undone.lists.kept, told.len(), told[0].sku.as_str(), told[0].said.code.as_str()), (1, 1, "MUG", "import-undo-stock-gone"));
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(jug).await), (whole(6), Quantity::ZERO));
        shop.proves().await;
        // A second undo is refused, and an item touched since stays as it is.
        let refused = manager.tries(admin_rules::UndoImport { import: done.id }).await;
        assert_eq!(refusal(refused).await, "import-not-now");
    }

    async fn a_sale_of_what_was_not_booked_in_waits(shop: Shop) {
        let mug = shop.stocked("MUG", 3).await;
        let till = "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\n\
            R1,2026-11-20 10:00:00,LONDON,MUG,Mug,sale,2,2.50\n\
            R2,2026-11-20 11:00:00,LONDON,MUG,Mug,sale,2,2.50\n\
            R3,2026-11-20 12:00:00,LONDON,MUG,Mug,return,-1,2.50\n\
            R4,2026-11-20 13:00:00,LONDON,NONE,Unknown,sale,1,1.00\n\
            R5,2026-11-20 14:00:00,LONDON,,Postage,postage,1,3.00\n\
            R6,2099-01-01 00:00:00,LONDON,MUG,Mug,sale,1,2.50\n";
        let done = brings(&shop, "till.csv", till).await;
        // R2 goes in after all: a mug came back at noon.
        assert_eq!((done.tally.new, done.tally.refused, done.tally.not_stock, done.tally.short), (3, 2, 1, 0));
        assert_eq!(shop.on_hand(mug).await, Quantity::ZERO);
        let codes = troubles(&shop, done.id).await;
        assert_eq!(codes.keys().map(String::as_str).collect::<Vec<_>>(), ["date-in-future", "import-item-unknown"]);
        let again = brings(&shop, "till.csv", till).await;
        assert_eq!((again.tally.new, again.tally.unchanged), (0, 3));
        shop.proves().await;
    }

    async fn who_may_not_do_it_by_hand_may_not_by_file(shop: Shop) {
        shop.item("MUG").await;
        let buyer = shop.person(Role::Buyer);
        let items = checks(&shop, &buyer, "items.csv", "SKU,Name,Price\nMUG,Item MUG,3.00\n", Answers::default()).await;
        runs(&shop, &buyer, &items).await;
        let stock = checks(&shop, &buyer, "list.csv", "SKU,Store,On hand\nMUG,LONDON,10\n", Answers::default()).await;
        assert_eq!(stock.state, ImportState::Ready);
        assert_eq!(refusal(buyer.tries(admin_rules::StartImport { import: stock.id }).await).await, "error-forbidden");
        assert_eq!(refusal(shop.clerk().tries(admin_rules::BeginImport { name: "x.csv".into() }).await).await, "error-forbidden");
    }

    async fn another_tenant_sees_nothing_of_it(shop: Shop) {
        let other = shop.neighbour().await;
        shop.item("MUG").await;
        other.item("MUG").await;
        let done = brings(&shop, "list.csv", "SKU,Store,On hand\nMUG,LONDON,10\nNONE,LONDON,1\n").await;
        let theirs = other.manager();
        assert_eq!(refusal(theirs.tries(admin_rules::ShowImport { import: done.id }).await).await, "error-not-found");
        assert_eq!(refusal(theirs.tries(admin_rules::ListAside { import: done.id, cursor: None }).await).await, "error-not-found");
        assert_eq!(refusal(theirs.tries(admin_rules::AsideFile { import: done.id, cursor: None }).await).await, "error-not-found");
        assert_eq!(refusal(theirs.tries(admin_rules::UndoImport { import: done.id }).await).await, "error-not-found");
        assert_eq!(refusal(theirs.tries(admin_rules::MendRow { import: done.id, line: 3, cells: Vec::new() }).await).await, "error-not-found");
        assert!(theirs.does(admin_rules::ListImports::default()).await.rows.is_empty());
        assert_eq!(stock_of(&other, other.store).await, Quantity::ZERO);
        shop.proves().await;
        other.proves().await;
    }
}
