//! A shop may have hundreds of stores: they are listed by code, narrowed, a page at a time.

use stock_rules::{ArchiveLocation, ArchiveStore, CreateLocation, CreateStore, ListStores};
use testkit::Shop;
use vocabulary::{Counted, Currency, PlaceKind};

async fn opens(shop: &Shop, code: &str, name: &str) -> stock_rules::StoreSaved {
    let store = CreateStore { code: code.into(), name: name.into(), zone: "Europe/London".into(), locale: "en".into(), currency: Currency::GBP };
    shop.owner().does(store).await
}

/// The codes of all pages, page by page.
async fn codes(shop: &Shop, list: ListStores) -> Vec<Vec<String>> {
    let (mut pages, mut cursor) = (Vec::new(), None);
    loop {
        let page = shop.clerk().does(ListStores { cursor, ..list.clone() }).await;
        pages.push(page.rows.into_iter().map(|store| store.code).collect());
        cursor = page.next;
        if cursor.is_none() {
            return pages;
        }
    }
}

fn typed(q: &str) -> ListStores {
    ListStores { q: Some(q.into()), ..ListStores::default() }
}

testkit::on_both! {
    async fn they_come_by_code_a_page_at_a_time(shop: Shop) {
        for n in 0..51 {
            opens(&shop, &format!("S-{n:02}"), &format!("Kiosk {n}")).await;
        }
        let all = codes(&shop, ListStores::default()).await;
        assert_eq!(all.iter().map(Vec::len).collect::<Vec<_>>(), [50, 3]);
        let all = all.concat();
        assert_eq!((all.len(), all[0].as_str(), all[1].as_str(), all[52].as_str()), (53, "LEEDS", "LONDON", "S-50"));
        assert!(all.is_sorted());
        // What was typed narrows the pages in the same order.
        assert_eq!(codes(&shop, typed("kiosk")).await.iter().map(Vec::len).collect::<Vec<_>>(), [50, 1]);
    }

    async fn they_are_found_by_parts_of_their_names_and_by_code(shop: Shop) {
        opens(&shop, "KLN-1", "Köln Hauptbahnhof").await;
        let neighbour = shop.neighbour().await;
        opens(&neighbour, "PARIS", "Paris Nord").await;
        for (q, found) in [("koln", vec!["KLN-1"]), ("BAHN kln", vec!["KLN-1"]), ("shop", vec!["LEEDS", "LONDON"]), ("paris", vec![]), ("  ", vec!["KLN-1", "LEEDS", "LONDON"])] {
            assert_eq!(codes(&shop, typed(q)).await.concat(), found, "{q:?}");
        }
        let of = |code: &str| ListStores { code: Some(code.into()), ..ListStores::default() };
        assert_eq!(codes(&shop, of("LEEDS")).await.concat(), ["LEEDS"]);
        for none in ["PARIS", "leeds", ""] {
            assert_eq!(codes(&shop, of(none)).await.concat(), Vec::<String>::new(), "{none:?}");
        }
    }

    async fn those_put_away_are_told_apart(shop: Shop) {
        let shut = opens(&shop, "BATH", "Bath Shop").await;
        shop.owner().does(ArchiveStore { store: shut.store, version: shut.version, archived: true }).await;
        let kept = |archived| ListStores { archived: Some(archived), ..ListStores::default() };
        assert_eq!(codes(&shop, kept(true)).await.concat(), ["BATH"]);
        assert_eq!(codes(&shop, kept(false)).await.concat(), ["LEEDS", "LONDON"]);
        assert_eq!(codes(&shop, ListStores { archived: Some(false), ..typed("bath") }).await.concat(), Vec::<String>::new());
    }

    async fn their_places_are_counted_so_far(shop: Shop) {
        let places = async || shop.clerk().does(ListStores { code: Some("LONDON".into()), ..ListStores::default() }).await.rows[0].locations;
        let before = places().await;
        let bin = |n: i64| CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: format!("B-{n}"), name: format!("B-{n}") };
        let first = shop.owner().does(bin(0)).await;
        assert_eq!(places().await, Counted { count: before.count + 1, more: false });
        for n in before.count + 1..=Counted::MOST {
            shop.owner().does(bin(n)).await;
        }
        assert_eq!(places().await, Counted { count: Counted::MOST, more: true });
        // One that was put away is gone over.
        let away = ArchiveLocation { location: first.location, version: first.version, archived: true };
        shop.owner().does(away).await;
        assert_eq!(places().await, Counted { count: Counted::MOST, more: true });
    }
}
