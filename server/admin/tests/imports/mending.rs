//! Rows set aside are put right here, or in the file, and go in; those that are in already are recognised.

use crate::*;
use admin_rules::{Answers, AsideState, MendRow, MendedCell, PassOver, TakeSuggestions};

testkit::on_both! {
    async fn rows_are_put_right_before_the_run_and_go_in_with_it(shop: Shop) {
        let manager = shop.manager();
        let file = "SKU,Name,Barcode,Price\nA,Apron,5012345678900,3.00\nB,Basket,5012345678909,4.00\nC,Candle,,two\nD,Drum,,2.00\n";
        let checked = checks(&shop, &manager, "items.csv", file, Answers::default()).await;
        assert_eq!((checked.tally.new, checked.tally.refused, checked.lists.suggested), (2, 2, 2));
        manager.does(TakeSuggestions { import: checked.id }).await;
        let passed = manager.does(PassOver { import: checked.id, line: 4, back: false }).await;
        assert_eq!(passed.state, AsideState::PassedOver);
        // The suggested barcode is the apron's: what would be right for the check digit is not right for the books.
        let done = runs(&shop, &manager, &sees(&manager, checked.id).await).await;
        let waits = aside(&shop, done.id).await;
        assert_eq!(waits.iter().map(|row| (row.line, row.troubles[0].said.code.as_str())).collect::<Vec<_>>(), [(3, "barcode-taken"), (4, "import-number-not-one")]);
        mends(&shop, done.id, 3, &[("Barcode", "")]).await;
        mends(&shop, done.id, 4, &[("Price", "2.00")]).await;
        let done = runs_mended(&shop, done.id).await;
        assert_eq!((done.tally.new, done.tally.refused, done.lists.waiting + done.lists.mended), (4, 0, 0));
        assert_eq!(shop.rows("variant").await, 4);
        // The whole file once more: the two that were wrong still are, the others are there.
        let again = brings(&shop, "items.csv", file).await;
        assert_eq!((again.tally.new, again.tally.unchanged, again.tally.refused), (0, 2, 2));
    }

    async fn what_is_no_better_is_told_at_once(shop: Shop) {
        let manager = shop.manager();
        let file = "SKU,Name,Price,Cost\nA,Apron,two,three\n";
        let checked = checks(&shop, &manager, "items.csv", file, Answers::default()).await;
        let mend = |column: &str, value: &str| MendRow { import: checked.id, line: 2, cells: vec![MendedCell { column: column.into(), value: value.into() }] };
        assert_eq!(testkit::refused(manager.tries(mend("Price", "zwei")).await), [("cells[0].value".into(), "import-number-not-one".into())]);
        // The other cell is still to be put right.
        assert_eq!(manager.does(mend("Price", "2.00")).await.state, AsideState::Waiting);
        let waits = aside(&shop, checked.id).await;
        assert_eq!(waits[0].troubles.iter().map(|trouble| trouble.column.as_str()).collect::<Vec<_>>(), ["Cost"]);
        assert_eq!(manager.does(mend("Cost", "1.00")).await.state, AsideState::Mended);
        let done = runs(&shop, &manager, &sees(&manager, checked.id).await).await;
        assert_eq!((done.tally.new, done.lists.waiting), (1, 0));
    }

    async fn the_file_of_what_waits_is_mended_and_brought_again(shop: Shop) {
        let first = brings(&shop, "shopify-products.csv", fixture("shopify-products.csv")).await;
        let file = aside_file(&shop, first.id).await;
        assert!(file.starts_with('\u{feff}') && file.lines().next().unwrap().ends_with(",Error"), "{}", &file[..200]);
        // Brought as it is, it is refused as it was.
        let same = brings(&shop, "set-aside.csv", &file).await;
        assert_eq!((same.tally.refused, same.tally.new), (32, 0));
        // Somebody puts the check digits right, with the digit that each row's error names.
        let view = shop.manager().does(admin_rules::ShowImport { import: same.id }).await;
        assert_eq!(view.facts.unwrap().columns.last().unwrap().name, "Error");
        shop.manager().does(TakeSuggestions { import: same.id }).await;
        let done = runs_mended(&shop, same.id).await;
        let taken = 32 - done.lists.waiting;
        assert!(taken >= 19, "{taken}");
        let all = brings(&shop, "shopify-products.csv", fixture("shopify-products.csv")).await;
        assert_eq!((all.tally.new, all.tally.changed, all.tally.unchanged), (0, 0, 727));
        shop.proves().await;
    }

    async fn a_row_that_is_still_wrong_waits_on(shop: Shop) {
        shop.item("MUG").await;
        let done = brings(&shop, "list.csv", "SKU,Store,On hand\nMAG,LONDON,3\n").await;
        let still = runs_mended_with(&shop, done.id, 2, &[("SKU", "MOG")]).await;
        assert_eq!((still.lists.waiting, still.tally.refused, still.tally.new), (1, 1, 0));
        let waits = aside(&shop, done.id).await;
        assert_eq!((waits[0].cells[0].as_str(), waits[0].state), ("MOG", AsideState::Waiting));
        let good = runs_mended_with(&shop, done.id, 2, &[("SKU", "MUG")]).await;
        assert_eq!((good.lists.waiting, good.tally.refused, good.tally.new), (0, 0, 1));
        assert_eq!(stock_of(&shop, shop.store).await, whole(3));
        shop.proves().await;
    }

    async fn equal_lines_of_a_receipt_keep_their_places_in_quarantine(shop: Shop) {
        let mug = shop.stocked("MUG", 1).await;
        let till = "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\n\
            R1,2026-11-20 10:00:00,LONDON,MUG,Mug,sale,1,2.50\n\
            R1,2026-11-20 10:00:00,LONDON,MUG,Mug,sale,1,2.50\n";
        let done = brings(&shop, "till.csv", till).await;
        assert_eq!((done.tally.new, done.tally.short), (1, 1));
        shop.receives(mug, 5).await;
        let done = runs_mended_with(&shop, done.id, 3, &[]).await;
        assert_eq!((done.tally.new, done.tally.refused, shop.on_hand(mug).await), (2, 0, whole(4)));
        let again = brings(&shop, "till.csv", till).await;
        assert_eq!((again.tally.unchanged, again.tally.new), (2, 0));
        shop.proves().await;
    }

    async fn what_was_said_of_a_table_holds_for_the_next(shop: Shop) {
        let manager = shop.manager();
        let file = "Kürzel,Wort,Zahl\nA,Apron,3\nB,Basket,4\n";
        let asked = checks(&shop, &manager, "eigen.csv", file, Answers::default()).await;
        assert_eq!(asked.state, admin_rules::ImportState::Asking);
        let column = |column: usize, name: &str, field: &str| admin_rules::ColumnAnswer { column, name: name.into(), field: field.into() };
        let answers = Answers {
            kind: Some("catalog".into()),
            columns: Some(vec![column(0, "Kürzel", "sku"), column(1, "Wort", "name"), column(2, "Zahl", "price")]),
            ..Answers::default()
        };
        manager.does(admin_rules::CheckImport { import: asked.id, answers }).await;
        work(&shop).await;
        let done = runs(&shop, &manager, &sees(&manager, asked.id).await).await;
        assert_eq!(done.tally.new, 2);
        let next = brings(&shop, "eigen2.csv", "Kürzel,Wort,Zahl\nA,Apron,5\nC,Candle,1\n").await;
        assert_eq!((next.tally.new, next.tally.changed), (1, 1));
    }
}
