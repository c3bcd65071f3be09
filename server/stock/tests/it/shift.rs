//! Moving, changing state, taking back postings, and the stories told of them.

use crate::sell::{q, sale};
use stock_rules::{
    ArchiveLocation, ChangeStatus, CreateLocation, ListMovements, ListStock, MoveLine, MoveStock, ReceiveGoods, ReversePosting, SetDefaultLocation,
    ShipTransfer, ShowPosting, StartKind, StatusLine, StockNeed, TransferItem, WhyOnHand,
};
use testkit::{Shop, refused};
use vocabulary::{LocationId, PlaceKind, PostingKind, Quantity, Status, VariantId};

pub(crate) async fn bin(shop: &Shop, code: &str) -> LocationId {
    let new = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: code.to_owned(), name: code.to_owned() };
    shop.manager().does(new).await.location
}

pub(crate) fn moved(shop: &Shop, from: LocationId, to: LocationId, variant: VariantId, quantity: &str) -> MoveStock {
    let lines = vec![MoveLine { status: Status::Available, ..MoveLine::of(variant, q(quantity)) }];
    MoveStock { store: shop.store, from, to, lines, note: String::new(), occurred_at: None }
}

fn status(shop: &Shop, from: Status, to: Status, variant: VariantId, quantity: &str) -> ChangeStatus {
    let lines = vec![StatusLine::of(variant, q(quantity))];
    ChangeStatus { store: shop.store, location: None, from, to, lines, reason: None, note: String::new(), occurred_at: None }
}

fn why(shop: &Shop, variant: VariantId) -> WhyOnHand {
    WhyOnHand { variant, store: Some(shop.store), location: None, status: None, channel: None }
}

testkit::on_both! {
    async fn a_move_keeps_the_sum(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let back = bin(&shop, "BACK").await;
        shop.clerk().does(moved(&shop, shop.floor, back, mug, "3")).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(back, mug).await), (q("2"), q("3")));
        assert_eq!(refused(shop.clerk().tries(moved(&shop, shop.floor, back, mug, "3")).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        assert_eq!(refused(shop.clerk().tries(moved(&shop, back, back, mug, "1")).await), [("to".into(), "move-same-place".into())]);
        assert_eq!(refused(shop.clerk().tries(moved(&shop, back, shop.other_floor, mug, "1")).await), [("to".into(), "place-other-store".into())]);
        let story = shop.clerk().does(why(&shop, mug)).await;
        assert_eq!((story.on_hand, story.parts.len()), (q("5"), 1), "a move inside the store is no part of its story");
        shop.proves().await;
    }

    async fn a_sale_finds_the_goods_wherever_they_stand(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let back = bin(&shop, "BACK").await;
        shop.clerk().does(moved(&shop, shop.floor, back, mug, "3")).await;
        let posted = shop.clerk().does(sale(&shop, &[(mug, "4")])).await;
        assert_eq!(posted.lines.len(), 2);
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(back, mug).await), (Quantity::ZERO, q("1")));
        let rows = shop.clerk().does(ListMovements { store: Some(shop.store), kind: Some(PostingKind::Sale), ..Default::default() }).await.rows;
        assert_eq!((rows.len(), rows[0].change, rows[0].from.len(), rows[0].to[0].kind), (1, q("-4"), 2, PlaceKind::Customer));
        shop.proves().await;
    }

    async fn damaged_goods_are_not_sold(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.clerk().does(status(&shop, Status::Available, Status::Damaged, mug, "4")).await;
        assert_eq!(refused(shop.clerk().tries(sale(&shop, &[(mug, "2")])).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        let story = shop.clerk().does(why(&shop, mug)).await;
        assert_eq!((story.on_hand, story.not_for_sale, story.available), (q("5"), Some(q("4")), Some(q("1"))));
        let damaged = shop.clerk().does(WhyOnHand { status: Some(Status::Damaged), ..why(&shop, mug) }).await;
        assert_eq!((damaged.on_hand, damaged.parts[0].kind), (q("4"), PostingKind::StatusChange));
        shop.clerk().does(status(&shop, Status::Damaged, Status::Available, mug, "4")).await;
        assert_eq!(shop.on_hand(mug).await, q("5"));
        shop.proves().await;
    }

    async fn undo_restores_and_cannot_be_done_twice(shop: Shop) {
        let (mug, bowl) = (shop.stocked("MUG", 5).await, shop.stocked("BOWL", 5).await);
        let posting = shop.clerk().does(sale(&shop, &[(mug, "2"), (bowl, "3")])).await.posting.unwrap();
        let reverse = |lines: Option<Vec<i32>>| ReversePosting { posting, lines, note: String::from("rung up twice") };
        assert_eq!(shop.clerk().tries(reverse(None)).await.unwrap_err().status(), 403);
        let first = shop.manager().does(reverse(Some(vec![1]))).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(bowl).await), (q("3"), q("5")));
        assert_eq!(refused(shop.manager().tries(reverse(Some(vec![1]))).await), [("conflict".into(), "posting-already-reversed".into())]);
        assert_eq!(refused(shop.manager().tries(reverse(Some(vec![0, 7]))).await), [("lines".into(), "posting-lines-gone".into())]);
        shop.manager().does(reverse(None)).await;
        assert_eq!(shop.on_hand(mug).await, q("5"));
        assert_eq!(refused(shop.manager().tries(reverse(None)).await), [("conflict".into(), "posting-already-reversed".into())]);
        let undo = ReversePosting { posting: first.posting, lines: None, note: String::new() };
        assert_eq!(refused(shop.manager().tries(undo).await), [("conflict".into(), "posting-is-a-reversal".into())]);
        let view = shop.manager().does(ShowPosting { posting }).await;
        assert_eq!((view.open, view.reversed_by.len(), view.lines[1].reversed_by), (0, 2, Some(first.posting)));
        assert_eq!(shop.manager().does(ShowPosting { posting: first.posting }).await.reverses, Some(posting));
        shop.proves().await;
    }

    async fn what_was_sold_meanwhile_cannot_be_taken_back(shop: Shop) {
        let mug = shop.item("MUG").await;
        let posting = shop.manager().does(shop.receipt(mug, 5)).await.posting.unwrap();
        shop.clerk().does(sale(&shop, &[(mug, "1")])).await;
        let undo = ReversePosting { posting, lines: None, note: String::new() };
        assert_eq!(refused(shop.manager().tries(undo).await), [("lines[0]".into(), "stock-insufficient".into())]);
        shop.proves().await;
    }

    async fn a_long_story_is_carried_over(shop: Shop) {
        let mug = shop.stocked("MUG", 1000).await;
        for _ in 0..205 {
            shop.clerk().does(sale(&shop, &[(mug, "1")])).await;
        }
        let story = shop.clerk().does(why(&shop, mug)).await;
        let begins = story.begins.unwrap();
        assert_eq!((begins.kind, begins.amount), (StartKind::Carried, q("995")));
        assert_eq!((story.parts[0].postings, story.parts[0].change, story.on_hand), (200, q("-200"), q("795")));
    }

    async fn a_place_in_use_is_not_put_away(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let back = bin(&shop, "BACK").await;
        shop.clerk().does(moved(&shop, shop.floor, back, mug, "3")).await;
        let archive = |location, version| ArchiveLocation { location, version, archived: true };
        assert_eq!(refused(shop.manager().tries(archive(back, 1)).await), [("conflict".into(), "location-has-stock".into())]);
        assert_eq!(refused(shop.manager().tries(archive(shop.floor, 1)).await), [("conflict".into(), "location-is-default".into())]);
        shop.manager().does(SetDefaultLocation { location: back }).await;
        shop.clerk().does(sale(&shop, &[(mug, "3")])).await;
        assert_eq!((shop.on_hand_at(back, mug).await, shop.on_hand(mug).await), (Quantity::ZERO, q("2")), "the default place gives first");
        shop.clerk().does(moved(&shop, shop.floor, back, mug, "2")).await;
        shop.manager().does(archive(shop.floor, 2)).await;
        assert_eq!(refused(shop.clerk().tries(moved(&shop, back, shop.floor, mug, "1")).await), [("to".into(), "place-archived".into())]);
        shop.proves().await;
    }

    async fn the_stock_list_tells_what_needs_somebody(shop: Shop) {
        let (few, out) = (shop.stocked("FEW", 3).await, shop.stocked("OUT", 1).await);
        shop.stocked("MANY", 99).await;
        shop.item("NEVER").await;
        shop.clerk().does(sale(&shop, &[(out, "1")])).await;
        let list = |view| ListStock { view, ..ListStock::default() };
        assert_eq!(shop.clerk().does(list(None)).await.rows.len(), 4);
        let rows = |page: vocabulary::Page<stock_rules::StockRow>| page.rows.into_iter().map(|row| row.variant).collect::<Vec<_>>();
        assert_eq!(rows(shop.clerk().does(list(Some(StockNeed::Low))).await), [few]);
        assert_eq!(rows(shop.clerk().does(list(Some(StockNeed::Out))).await), [out]);
        assert!(rows(shop.clerk().does(list(Some(StockNeed::Oversold))).await).is_empty());
    }

    async fn the_sums_of_all_stores_do_not_depend_on_which_are_told_apart(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 5).await, shop.stocked("CUP", 3).await);
        shop.item("NEVER").await;
        let there = |variant, quantity| ReceiveGoods { store: shop.other_store, ..shop.receipt(variant, quantity) };
        shop.manager().does(there(mug, 20)).await;
        shop.clerk().does(status(&shop, Status::Available, Status::Damaged, mug, "5")).await;
        let ship = ShipTransfer {
            from: shop.other_store, to: shop.store, location: None, note: String::new(), occurred_at: None,
            lines: vec![TransferItem::of(mug, q("4"))],
        };
        shop.manager().does(ship).await;
        let whole = shop.clerk().does(ListStock::default()).await;
        let sums = |page: &vocabulary::Page<stock_rules::StockRow>| page.rows.iter().map(|row| row.all).collect::<Vec<_>>();
        let of = |variant| whole.rows.iter().find(|row| row.variant == variant).unwrap();
        let mugs = of(mug).all.unwrap();
        assert_eq!((mugs.on_hand, mugs.available, mugs.incoming, mugs.need), (q("21"), q("16"), q("4"), Some(StockNeed::Out)));
        assert_eq!(of(cup).all.unwrap().need, Some(StockNeed::Low));
        for apart in [vec![shop.store], vec![shop.other_store], vec![shop.other_store, shop.store], Vec::new()] {
            let page = shop.clerk().does(ListStock { apart: Some(apart.clone()), ..ListStock::default() }).await;
            assert_eq!(sums(&page), sums(&whole), "{apart:?}");
            let told: Vec<_> = page.rows.iter().flat_map(|row| &row.stores).collect();
            let all: Vec<_> = whole.rows.iter().flat_map(|row| &row.stores).filter(|stock| apart.contains(&stock.store)).collect();
            assert_eq!(told, all, "{apart:?}");
        }
        let here = shop.clerk().does(ListStock { store: Some(shop.store), ..ListStock::default() }).await;
        assert_eq!(here.rows.iter().find(|row| row.variant == cup).unwrap().all.unwrap().on_hand, q("3"));
    }
}
