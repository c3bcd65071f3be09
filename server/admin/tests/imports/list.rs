//! The list of imports: narrowed by what they are and how they stand, a page at a time.

use crate::{brings, checks};
use admin_rules::{Answers, BeginImport, DiscardImport, FileKind, ImportState, ListImports};
use testkit::{Shop, on_both};
use vocabulary::{Counted, ImportId};

/// The ids of all pages, page by page.
async fn pages(shop: &Shop, list: ListImports) -> Vec<Vec<ImportId>> {
    let (mut pages, mut cursor) = (Vec::new(), None);
    loop {
        let page = shop.manager().does(ListImports { cursor, ..list.clone() }).await;
        pages.push(page.rows.into_iter().map(|line| line.id).collect());
        cursor = page.next;
        if cursor.is_none() {
            return pages;
        }
    }
}

on_both! {
    async fn imports_are_narrowed_by_state_and_by_what_they_hold(shop: Shop) {
        shop.item("MUG").await;
        let stock = brings(&shop, "stock.csv", "SKU,Store,On hand\nMUG,LONDON,10\nNONE,LONDON,1\n").await.id;
        let manager = shop.manager();
        let items = checks(&shop, &manager, "items.csv", "SKU,Name,Price\nMUG,Item MUG,3.00\n", Answers::default()).await.id;
        let away = checks(&shop, &manager, "again.csv", "SKU,Name,Price\nMUG,Item MUG,4.00\n", Answers::default()).await.id;
        manager.does(DiscardImport { import: away }).await;
        let begun = manager.does(BeginImport { name: "later.csv".into() }).await.import;
        let of = |state, kind| ListImports { state, kind, cursor: None };
        for (list, found) in [
            // What was put away is not there unless it is asked for.
            (of(None, None), vec![begun, items, stock]),
            (of(Some(ImportState::Done), None), vec![stock]),
            (of(Some(ImportState::Ready), None), vec![items]),
            (of(Some(ImportState::Discarded), None), vec![away]),
            (of(None, Some(FileKind::Catalog)), vec![items]),
            (of(None, Some(FileKind::Inventory)), vec![stock]),
            (of(None, Some(FileKind::Sales)), vec![]),
            (of(Some(ImportState::Ready), Some(FileKind::Catalog)), vec![items]),
            (of(Some(ImportState::Done), Some(FileKind::Catalog)), vec![]),
            (of(Some(ImportState::Discarded), Some(FileKind::Catalog)), vec![away]),
        ] {
            assert_eq!(pages(&shop, list.clone()).await.concat(), found, "{list:?}");
        }
        let line = manager.does(of(Some(ImportState::Done), None)).await.rows.remove(0);
        assert_eq!((line.kind, line.waiting), (Some(FileKind::Inventory), Counted { count: 1, more: false }));
    }

    async fn a_narrowed_list_goes_on_where_its_page_ended(shop: Shop) {
        let manager = shop.manager();
        let mut begun = Vec::new();
        for n in 0..52 {
            begun.push(manager.does(BeginImport { name: format!("{n}.csv") }).await.import);
        }
        let away: Vec<ImportId> = begun.drain(..1).collect();
        manager.does(DiscardImport { import: away[0] }).await;
        begun.reverse();
        for list in [ListImports::default(), ListImports { state: Some(ImportState::Uploading), ..ListImports::default() }] {
            let pages = pages(&shop, list).await;
            assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [50, 1]);
            assert_eq!(pages.concat(), begun);
        }
    }
}
