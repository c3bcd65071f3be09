//! No import ends where nobody can get it out: a database that fails is waited for, a file that breaks off can be gone
//! on with or taken back, and whatever was given up offers what then works.

use crate::*;
use admin_rules::{Answers, CheckImport, DiscardImport, ImportState, ImportView, ImportWays, ListImports, RunMended, StartImport, UndoImport};
use sqlx::Executor;
use std::{fmt::Write, time::Duration};
use testkit::Shop;
use vocabulary::ImportId;

/// Makes what a test must break or mend underneath.
async fn sql(shop: &Shop, statement: &str) {
    shop.db.root().await.execute(sqlx::AssertSqlSafe(statement.to_owned())).await.unwrap();
}

/// Rows of a file that its reader, which reads some parts ahead, is not through with when the first is written.
const ROWS: u64 = 5000;

/// Items in a file of several pieces and several parts.
fn wide(rows: u64, width: usize) -> String {
    let mut file = String::from("SKU,Name,Price,Filling\n");
    for n in 0..rows {
        writeln!(file, "W{n},Item {n},2.50,{}", "x".repeat(width)).unwrap();
    }
    file
}

/// The pause before a job's next try is over.
async fn later(shop: &Shop) {
    shop.clock.advance(chrono::TimeDelta::hours(1));
    work(shop).await;
}

/// What is queued for an import is given up.
async fn gives_up(shop: &Shop, import: ImportId) -> ImportView {
    sql(shop, "UPDATE job SET state = 3 WHERE state = 0 AND kind LIKE 'admin.import%'").await;
    let view = sees(&shop.manager(), import).await;
    assert_eq!((view.state, view.problem.as_ref().map(|said| said.code.as_str())), (ImportState::Failed, Some("import-gave-up")));
    let list = shop.manager().does(ListImports::default()).await;
    assert_eq!(list.rows.iter().find(|line| line.id == import).map(|line| line.stopped), Some(true));
    view
}

/// Nothing is taken but what is offered.
async fn takes_only(shop: &Shop, import: ImportId, ways: ImportWays) {
    let manager = shop.manager();
    assert_eq!(sees(&manager, import).await.ways, ways);
    if !ways.check {
        let check = CheckImport { import, answers: Answers::default() };
        assert_eq!(refusal(manager.tries(check).await).await, "import-not-now");
    }
    if !ways.start {
        assert_eq!(refusal(manager.tries(StartImport { import }).await).await, "import-not-now");
    }
    if !ways.undo {
        assert_eq!(refusal(manager.tries(UndoImport { import }).await).await, "import-not-now");
    }
    if !ways.discard {
        assert_eq!(refusal(manager.tries(DiscardImport { import }).await).await, "import-not-now");
    }
}

const NONE: ImportWays = ImportWays { check: false, start: false, undo: false, discard: false };
/// A run that has written something and stopped.
const HALFWAY: ImportWays = ImportWays { start: true, undo: true, ..NONE };

/// A run that broke off halfway, because a piece of its file is gone; and the file's tally as it was checked.
async fn breaks_off(shop: &Shop, name: &str) -> ImportView {
    let manager = shop.manager();
    let checked = checks(shop, &manager, name, wide(ROWS, 1200), Answers::default()).await;
    assert_eq!((checked.state, checked.tally.new), (ImportState::Ready, ROWS));
    manager.does(StartImport { import: checked.id }).await;
    let desk = shop.desk.clone();
    let running = tokio::spawn(async move { admin::imports::jobs(platform::jobs::Runner::new(desk)).drain().await.unwrap() });
    is_halfway(shop, checked.id).await;
    sql(shop, "UPDATE import_chunk SET number = number + 100 WHERE number > 0").await;
    running.await.unwrap();
    let broken = sees(&manager, checked.id).await;
    assert_eq!((broken.state, broken.problem.as_ref().map(|said| said.code.as_str())), (ImportState::Failed, Some("import-file-unreadable")));
    assert!((500..ROWS).contains(&broken.tally.new), "{}", broken.tally.new);
    broken
}

/// Waits until a part of an import is written.
async fn is_halfway(shop: &Shop, import: ImportId) {
    for _ in 0..2000 {
        if sees(&shop.manager(), import).await.tally.new > 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    panic!("no part was written");
}

const MENDED: &str = "UPDATE import_chunk SET number = number - 100 WHERE number > 100";

testkit::on_both! {
    async fn a_database_that_fails_while_a_file_is_read_is_waited_for(shop: Shop) {
        let manager = shop.manager();
        let file = wide(ROWS, 1200);
        let begun = admin::imports::upload::file(&shop.desk, &manager.actor, "wide.csv", std::io::Cursor::new(file), Answers::default()).await.unwrap();
        let import = begun.import;
        sql(&shop, "RENAME TABLE import_chunk TO away").await;
        work(&shop).await;
        assert_eq!(sees(&manager, import).await.state, ImportState::Checking);
        sql(&shop, "RENAME TABLE away TO import_chunk").await;
        later(&shop).await;
        let checked = sees(&manager, import).await;
        assert_eq!((checked.state, checked.tally.new), (ImportState::Ready, ROWS));

        // In the middle of a run: some parts are written, and the next piece cannot be had.
        manager.does(StartImport { import }).await;
        let desk = shop.desk.clone();
        let running = tokio::spawn(async move { admin::imports::jobs(platform::jobs::Runner::new(desk)).drain().await.unwrap() });
        is_halfway(&shop, import).await;
        sql(&shop, "RENAME TABLE import_chunk TO away").await;
        running.await.unwrap();
        let waiting = sees(&manager, import).await;
        assert_eq!((waiting.state, waiting.problem, waiting.ways), (ImportState::Running, None, NONE));
        assert!(waiting.tally.new < ROWS, "it was over before the database failed");
        sql(&shop, "RENAME TABLE away TO import_chunk").await;
        later(&shop).await;
        let done = sees(&manager, import).await;
        assert_eq!((done.state, done.tally), (ImportState::Done, checked.tally));
        assert_eq!(shop.rows("variant").await, i64::try_from(ROWS).unwrap());
    }

    async fn a_run_that_broke_off_is_gone_on_with(shop: Shop) {
        let manager = shop.manager();
        let broken = breaks_off(&shop, "wide.csv").await;
        takes_only(&shop, broken.id, HALFWAY).await;
        sql(&shop, MENDED).await;
        manager.does(StartImport { import: broken.id }).await;
        work(&shop).await;
        let done = sees(&manager, broken.id).await;
        assert_eq!((done.state, done.tally.new, done.problem), (ImportState::Done, ROWS, None));
        assert_eq!(shop.rows("variant").await, i64::try_from(ROWS).unwrap());
        assert_eq!(done.ways, ImportWays { undo: true, ..NONE });
    }

    async fn a_run_that_broke_off_is_taken_back(shop: Shop) {
        let broken = breaks_off(&shop, "wide.csv").await;
        let undone = undoes(&shop, broken.id).await;
        assert_eq!((undone.lists.kept, undone.ways), (0, NONE));
        let mut root = shop.db.root().await;
        let open: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM item WHERE state <> 4").fetch_one(&mut root).await.unwrap();
        assert_eq!(open, 0);
    }

    async fn a_check_that_was_given_up_is_made_again_or_put_away(shop: Shop) {
        let manager = shop.manager();
        for again in [true, false] {
            let file = std::io::Cursor::new("SKU,Name\nA,Apron\n");
            let import = admin::imports::upload::file(&shop.desk, &manager.actor, "a.csv", file, Answers::default()).await.unwrap().import;
            let view = gives_up(&shop, import).await;
            assert_eq!(view.gave_up, Some(ImportState::Checking));
            takes_only(&shop, import, ImportWays { check: true, discard: true, ..NONE }).await;
            if again {
                manager.does(CheckImport { import, answers: view.answers }).await;
                work(&shop).await;
                assert_eq!(sees(&manager, import).await.state, ImportState::Ready);
            } else {
                manager.does(DiscardImport { import }).await;
                assert_eq!(sees(&manager, import).await.state, ImportState::Discarded);
            }
        }
    }

    async fn a_run_that_was_given_up_before_its_first_part_is_as_before_it(shop: Shop) {
        let manager = shop.manager();
        for way in ["start", "check", "discard"] {
            let checked = checks(&shop, &manager, "a.csv", format!("SKU,Name\n{way},Apron\n"), Answers::default()).await;
            let import = checked.id;
            manager.does(StartImport { import }).await;
            let view = gives_up(&shop, import).await;
            assert_eq!(view.gave_up, Some(ImportState::Running));
            takes_only(&shop, import, ImportWays { check: true, start: true, discard: true, ..NONE }).await;
            match way {
                "start" => {
                    manager.does(StartImport { import }).await;
                    work(&shop).await;
                    assert_eq!(sees(&manager, import).await.state, ImportState::Done);
                }
                "check" => {
                    manager.does(CheckImport { import, answers: view.answers }).await;
                    work(&shop).await;
                    let checked = sees(&manager, import).await;
                    assert_eq!(runs(&shop, &manager, &checked).await.tally.new, 1);
                }
                _ => {
                    manager.does(DiscardImport { import }).await;
                    assert_eq!(sees(&manager, import).await.state, ImportState::Discarded);
                }
            }
        }
    }

    async fn a_run_that_was_given_up_halfway_goes_on_in_anothers_name(shop: Shop) {
        let broken = breaks_off(&shop, "wide.csv").await;
        shop.manager().does(StartImport { import: broken.id }).await;
        let view = gives_up(&shop, broken.id).await;
        assert_eq!(view.gave_up, Some(ImportState::Running));
        takes_only(&shop, broken.id, HALFWAY).await;
        sql(&shop, MENDED).await;
        shop.owner().does(StartImport { import: broken.id }).await;
        work(&shop).await;
        let done = sees(&shop.owner(), broken.id).await;
        assert_eq!((done.state, done.tally.new), (ImportState::Done, ROWS));
    }

    async fn mended_rows_go_on_though_their_file_is_gone(shop: Shop) {
        shop.item("MUG").await;
        let manager = shop.manager();
        let done = brings(&shop, "list.csv", "SKU,Store,On hand\nMAG,LONDON,3\n").await;
        mends(&shop, done.id, 2, &[("SKU", "MUG")]).await;
        sql(&shop, "DELETE FROM import_chunk").await;
        manager.does(RunMended { import: done.id }).await;
        gives_up(&shop, done.id).await;
        manager.does(StartImport { import: done.id }).await;
        work(&shop).await;
        let done = sees(&manager, done.id).await;
        assert_eq!((done.state, done.tally.new, stock_of(&shop, shop.store).await), (ImportState::Done, 1, whole(3)));
    }

    async fn an_undo_that_was_given_up_goes_on_in_anothers_name(shop: Shop) {
        let mug = shop.item_with("MUG", |item| item.variants[0].price = None).await;
        // An item of one's own, whose price is restored one by one; and new ones, put away in bulk.
        let items = brings(&shop, "items.csv", "SKU,Name,Price\nMUG,Item MUG,3.00\nNEW,Newcomer,1.00\n").await;
        let stock = brings(&shop, "stock.csv", "SKU,Store,On hand\nMUG,LONDON,4\n").await;
        for import in [stock.id, items.id] {
            shop.manager().does(UndoImport { import }).await;
            let view = gives_up(&shop, import).await;
            assert_eq!(view.gave_up, Some(ImportState::Undoing));
            takes_only(&shop, import, ImportWays { undo: true, ..NONE }).await;
            shop.manager().does(UndoImport { import }).await;
            work(&shop).await;
            // It was done but for its last step, and then its job was gone.
            sql(&shop, "UPDATE import SET state = 8 WHERE state = 9").await;
            sql(&shop, "DELETE FROM job").await;
            assert_eq!(sees(&shop.manager(), import).await.gave_up, Some(ImportState::Undoing));
            shop.owner().does(UndoImport { import }).await;
            work(&shop).await;
            let undone = sees(&shop.owner(), import).await;
            assert_eq!((undone.state, undone.lists.kept), (ImportState::Undone, 0), "{:?}", kept(&shop, import).await);
        }
        assert_eq!((shop.on_hand(mug).await, shop.rows("item").await), (whole(0), 2));
        shop.proves().await;
    }
}
