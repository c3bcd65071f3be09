//! A table of items and their stock is read the same however often it comes, whole, mended, or what was set aside of it.

use crate::*;
use admin_rules::{Answers, ColumnAnswer, FileKind, ImportState, ImportView};
use testkit::Shop;
use vocabulary::Quantity;

const MIX: &str = "SKU,Name,Price,Qty\nM-1,One,1.50,3\nM-2,Two,1.50,2.5\nM-3,Three,1.50,-3\nM-4,Four,abc,8\n";
const PLACES: &str = "SKU,Name,Location,Qty\nL-1,One,LONDON,5\nL-2,Two,LONDON,2x\nL-2,Two,LEEDS,4\nL-3,Three,LONDON,1.5\n";

async fn begins(shop: &Shop, text: &str) -> ImportView {
    checks(shop, &shop.manager(), "mix.csv", text, Answers { store: Some(shop.store), ..Answers::default() }).await
}

/// Checks and runs a file whose rows without a location are London's; the run does what the check has shown.
async fn comes(shop: &Shop, text: &str) -> ImportView {
    let checked = begins(shop, text).await;
    let done = runs(shop, &shop.manager(), &checked).await;
    assert_eq!(done.tally, checked.tally);
    done
}

fn figures(view: &ImportView) -> (u64, u64, u64) {
    (view.tally.new, view.tally.unchanged, view.tally.refused)
}

testkit::on_both! {
    async fn what_was_set_aside_of_items_and_stock_comes_in_with_its_stock(shop: Shop) {
        let first = comes(&shop, MIX).await;
        assert_eq!(figures(&first), (1, 0, 3));
        let mended = aside_file(&shop, first.id).await.replace("2.5,", "2,").replace("-3,", "4,").replace("abc,", "2.00,");
        let second = comes(&shop, &mended).await;
        assert_eq!(figures(&second), (3, 0, 0), "{:?}", troubles(&shop, second.id).await);
        assert_eq!((second.facts.unwrap().unread, stock_of(&shop, shop.store).await), (vec![], whole(17)));
        // The file as it was: what is wrong still is.
        assert_eq!(figures(&comes(&shop, MIX).await), (0, 1, 3));
        shop.proves().await;
    }

    async fn the_same_file_again_sets_the_same_aside(shop: Shop) {
        let file = "id,handle,sku,name,retail_price,inventory_LONDON\n1,tea,TEA,Tea,5,7\n2,cup,CUP,Cup,5,-2\n";
        for before in [0, 1] {
            let done = comes(&shop, file).await;
            assert_eq!(figures(&done), (1 - before, before, 1));
            assert!(done.facts.unwrap().both);
        }
        assert_eq!((shop.rows("item").await, stock_of(&shop, shop.store).await), (1, whole(7)));
    }

    async fn one_known_item_does_not_hide_a_column_of_quantities(shop: Shop) {
        shop.stocked("S-1", 50).await;
        let done = comes(&shop, "SKU,Name,Price,Qty\nS-1,Item S-1,19.90,49\nS-NEW,New thing,5.00,7\n").await;
        assert_eq!((done.tally.new, done.tally.stale, done.tally.refused), (1, 1, 1));
        assert_eq!(stock_of(&shop, shop.store).await, whole(57));
        // The figure that is not ours is told, and may be said to hold.
        let told = &aside(&shop, done.id).await[0].troubles[0];
        assert_eq!((told.said.code.as_str(), told.column.as_str()), ("import-stock-stale", "Qty"));
        let manager = shop.manager();
        let said = Answers { store: Some(shop.store), overwrite: Some(true), ..Answers::default() };
        let checked = checks(&shop, &manager, "mix.csv", "SKU,Name,Price,Qty\nS-1,Item S-1,19.90,49\n", said).await;
        assert_eq!(runs(&shop, &manager, &checked).await.tally.changed, 1);
        assert_eq!(stock_of(&shop, shop.store).await, whole(56));
        // Said to hold items alone, it does.
        let items = Answers { kind: Some("catalog".into()), ..Answers::default() };
        let view = checks(&shop, &manager, "mix.csv", "SKU,Name,Price,Qty\nS-1,Item S-1,19.90,4\n", items).await;
        assert_eq!((view.facts.unwrap().both, view.tally.unchanged), (false, 1));
        shop.proves().await;
    }

    async fn what_was_set_aside_of_a_list_with_places_makes_its_items(shop: Shop) {
        let first = comes(&shop, PLACES).await;
        assert_eq!((figures(&first), shop.rows("item").await), ((1, 0, 3), 1));
        let mended = aside_file(&shop, first.id).await.replace("2x,", "2,").replace("1.5,", "1,");
        // Also where most of what else it says is known by now.
        let more = mended.replace("LEEDS,4,", "LEEDS,4,\r\nL-1,One,LONDON,5,");
        let second = comes(&shop, &more).await;
        assert_eq!((figures(&second), shop.rows("item").await), ((3, 1, 0), 3), "{:?}", troubles(&shop, second.id).await);
        assert_eq!((stock_of(&shop, shop.store).await, stock_of(&shop, shop.other_store).await), (whole(8), whole(4)));
        // Next week's list of the same columns is a list of stock: its figures hold, and a slip waits.
        let list = comes(&shop, "SKU,Name,Location,Qty\nL-1,One,LONDON,9\nL-2,Two,LONDON,2\nL-O,Two,LEEDS,3\n").await;
        assert_eq!((list.tally.changed, list.tally.unchanged, list.tally.new, list.tally.refused), (1, 1, 0, 1));
        assert_eq!(list.facts.unwrap().kind, Some(FileKind::Inventory));
        // And a slip that was set aside of that one is none of a new item, now that it was read so.
        let slip = comes(&shop, &aside_file(&shop, list.id).await).await;
        assert_eq!((figures(&slip), shop.rows("item").await), ((0, 0, 1), 3));
        shop.proves().await;
    }

    async fn a_list_of_items_does_not_say_how_a_list_of_stock_is_read(shop: Shop) {
        let manager = shop.manager();
        // The page says what its form has been shown with.
        let said = Answers { overwrite: Some(false), ..Answers::default() };
        let checked = checks(&shop, &manager, "list.csv", "SKU,Name,Location,Qty\nL-1,One,LONDON,5\nL-2,Two,LONDON,6\n", said).await;
        runs(&shop, &manager, &checked).await;
        let list = comes(&shop, "SKU,Name,Location,Qty\nL-1,One,LONDON,9\nL-2,Two,LONDON,6\n").await;
        assert_eq!((list.tally.changed, list.tally.stale, stock_of(&shop, shop.store).await), (1, 0, whole(15)));
    }

    async fn what_was_undone_comes_back_with_its_file(shop: Shop) {
        for file in ["SKU,Name,Price,Qty\nA,Tea,1.50,3\nB,Cup,2.50,4\n", "SKU,Name,Location,Qty\nC,Tin,LONDON,5\nD,Jar,LONDON,6\n"] {
            let first = comes(&shop, file).await;
            undoes(&shop, first.id).await;
            assert_eq!(stock_of(&shop, shop.store).await, Quantity::ZERO);
            // With another line end it is not the same file, and comes back all the same.
            for (file, rows) in [(file.to_owned(), first.tally.new), (file.replace('\n', "\r\n"), first.tally.new)] {
                let again = comes(&shop, &file).await;
                assert_eq!((again.tally.new + again.tally.changed, again.tally.refused), (rows, 0), "{:?}", troubles(&shop, again.id).await);
                assert!(stock_of(&shop, shop.store).await.is_positive());
                undoes(&shop, again.id).await;
            }
        }
        shop.proves().await;
    }

    async fn what_was_said_of_a_file_holds_for_what_was_set_aside_of_it(shop: Shop) {
        shop.item("I-1").await;
        shop.item("I-2").await;
        let manager = shop.manager();
        let column = |column: usize, name: &str, field: &str| ColumnAnswer { column, name: name.into(), field: field.into() };
        let said = Answers {
            kind: Some("inventory".into()),
            columns: Some(vec![column(0, "Ref.int", "sku"), column(1, "Cosa", "name"), column(2, "Quanto", "on-hand")]),
            store: Some(shop.store),
            ..Answers::default()
        };
        let checked = checks(&shop, &manager, "mia.csv", "Ref.int;Cosa;Quanto\nI-1;Sedia;5\nI-2;Tavolo;x\n", said).await;
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!(figures(&done), (1, 0, 1));
        let mended = aside_file(&shop, done.id).await.replace(";x;", ";4;");
        let again = checks(&shop, &manager, "mia-set-aside.csv", &mended, Answers::default()).await;
        assert_eq!((again.state, again.problem.clone()), (ImportState::Ready, None));
        assert_eq!(figures(&runs(&shop, &manager, &again).await), (1, 0, 0));
        assert_eq!(stock_of(&shop, shop.store).await, whole(9));
    }

    async fn a_row_with_a_part_of_a_piece_is_refused_as_a_whole(shop: Shop) {
        shop.stocked("M-1", 3).await;
        let file = "SKU,Name,Price,Unit,Qty\nM-1,Renamed,1.50,,2.5\nM-2,Two,1.50,,2.5\nM-3,Three,1.50,kg,2.5\n";
        let done = comes(&shop, file).await;
        assert_eq!(figures(&done), (1, 0, 2));
        assert_eq!(troubles(&shop, done.id).await.into_iter().collect::<Vec<_>>(), [("import-stock-fraction".into(), 2)]);
        assert_eq!(shop.rows("item").await, 2);
        let mut root = shop.db.root().await;
        let names: Vec<String> = sqlx::query_scalar("SELECT name FROM item ORDER BY name").fetch_all(&mut root).await.unwrap();
        assert_eq!(names, ["Item M-1", "Three"]);
        shop.proves().await;
    }

    async fn a_check_knows_which_items_come_archived(shop: Shop) {
        shop.item("GONE").await;
        let file = "SKU,Name,Price,Status,Qty\nOLD,Old thing,1.50,Archived,3\nNEW,New thing,1.50,Active,4\nGONE,Item GONE,2.50,Archived,5\n";
        let done = comes(&shop, file).await;
        assert_eq!((done.tally.refused, stock_of(&shop, shop.store).await), (2, whole(4)));
        assert_eq!(troubles(&shop, done.id).await.into_iter().collect::<Vec<_>>(), [("import-item-archived".into(), 2)]);
        shop.proves().await;
    }

    async fn a_sku_that_is_made_when_the_row_is_written_is_not_shown_before(shop: Shop) {
        let checked = begins(&shop, "Name,Price,Qty\nTea,1.50,3\n").await;
        assert_eq!((changes(&shop, checked.id).await[0].sku.as_str(), checked.tally.new), ("", 1));
    }
}
