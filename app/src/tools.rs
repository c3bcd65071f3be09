//! The desk's own tools, on every page of it: the palette with what this person may go to and do, and the list of keys.

use crate::frame::{in_store, stores};
use kit::{Glyph, KeyLine, KeyList, OptionSign, PaletteBox, PaletteGroup, PaletteOption, PaletteWords, StoreLink, Weight};
use leptos::prelude::*;
use vocabulary::Permission as May;
use wire::Visit;
use words::Words;

/// A word, an icon, an address, and what one must be allowed to see it.
type Entry = (&'static str, Glyph, &'static str, May);

const PAGES: &[Entry] = &[
    ("nav-home", Glyph::House, "/", May::Own),
    ("items-title", Glyph::Package, "/catalog/items", May::CatalogRead),
    ("categories-title", Glyph::Layers, "/catalog/categories", May::CatalogRead),
    ("stock-title", Glyph::Boxes, "/stock", May::StockRead),
    ("movements-title", Glyph::History, "/stock/movements", May::StockRead),
    ("nav-counts", Glyph::ClipboardCheck, "/stock/counts", May::Count),
    ("transfers-title", Glyph::Truck, "/stock/transfers", May::StockRead),
    ("nav-labels", Glyph::Tag, "/notify/labels", May::LabelPrint),
    ("nav-imports", Glyph::Upload, "/admin/imports", May::Import),
    ("nav-stores", Glyph::House, "/stock/stores", May::StockRead),
    ("reserve-title", Glyph::Lock, "/stock/reservations/new", May::Sell),
    ("supplier-return-title", Glyph::Undo2, "/stock/return", May::Receive),
    ("lots-title", Glyph::Layers, "/stock/lots", May::StockRead),
    ("reservations-title", Glyph::Lock, "/stock/reservations", May::StockRead),
    ("buffers-title", Glyph::Layers, "/stock/buffers", May::StockRead),
    ("shortages-title", Glyph::TriangleAlert, "/stock/shortages", May::StockRead),
    ("programmes-title", Glyph::ClipboardCheck, "/stock/counts/programmes", May::CountReview),
    ("accuracy-title", Glyph::Scale, "/stock/counts/accuracy", May::ValueRead),
    ("shrinkage-title", Glyph::Scale, "/stock/counts/shrinkage", May::ValueRead),
    ("as-of-title", Glyph::Clock, "/stock/as-of", May::StockRead),
    ("value-title", Glyph::Scale, "/stock/value", May::ValueRead),
    ("account-cost-title", Glyph::Scale, "/stock/value/account", May::ValueRead),
    ("periods-title", Glyph::Lock, "/stock/periods", May::StockRead),
    ("nav-people", Glyph::KeyRound, "/admin/people", May::PeopleManage),
    ("nav-verify", Glyph::Scale, "/admin/verify", May::Verify),
    ("nav-settings", Glyph::Settings, "/admin/settings", May::Own),
    ("account-title", Glyph::KeyRound, "/admin/account", May::Own),
    ("nav-floor", Glyph::ScanBarcode, "/floor", May::Count),
];

const ACTIONS: &[Entry] = &[
    ("item-new", Glyph::Plus, "/catalog/items/new", May::CatalogWrite),
    ("scan-title", Glyph::ScanBarcode, "/catalog/scan", May::CatalogRead),
    ("receive-title", Glyph::Truck, "/stock/receive", May::Receive),
    ("sell-title", Glyph::ShoppingBag, "/stock/sell", May::Sell),
    ("takeback-title", Glyph::Undo2, "/stock/takeback", May::Sell),
    ("adjust-title", Glyph::Pencil, "/stock/adjust", May::Adjust),
    ("move-title", Glyph::ArrowLeftRight, "/stock/move", May::Move),
    ("ship-title", Glyph::Truck, "/stock/transfers/new", May::Transfer),
    ("count-plan-title", Glyph::ClipboardCheck, "/stock/counts/new", May::CountReview),
];

/// What stands in the top bar's tools.
pub(crate) fn tools(visit: &Visit) -> impl IntoView + use<> {
    let words = visit.words;
    let palette = palette(visit);
    view! {
        <kit::Button label=words.t("action-help") kind="button" weight=Weight::Quiet icon=Glyph::CircleHelp icon_only=true opens="keys" class="hide-phone"/>
        <islands::Palette>
            {palette}
            <kit::Dialog id="keys" title=words.t("shortcuts-title") close=words.t("action-close")>
                <KeyList lines=keys(words) single=words.t("key-single")/>
            </kit::Dialog>
        </islands::Palette>
    }
}

fn options(entries: &[Entry], visit: &Visit) -> Vec<PaletteOption> {
    entries
        .iter()
        .filter(|entry| visit.may(entry.3))
        .map(|(word, icon, path, _)| PaletteOption { label: visit.words.t(word), href: in_store(path, visit), sign: OptionSign::Icon(*icon) })
        .collect()
}

fn palette(visit: &Visit) -> impl IntoView + use<> {
    let words = visit.words;
    let store = |link: StoreLink| PaletteOption { label: link.name, href: link.href, sign: OptionSign::Store(link.mark) };
    let groups = vec![
        PaletteGroup { label: words.t("palette-go"), options: options(PAGES, visit) },
        PaletteGroup { label: words.t("palette-do"), options: options(ACTIONS, visit) },
        PaletteGroup { label: words.t("palette-stores"), options: stores(visit).links.into_iter().map(store).collect() },
    ];
    let said = PaletteWords {
        title: words.t("palette-title"),
        placeholder: words.t("palette-placeholder"),
        items: words.t("palette-items"),
        all: words.with("palette-all", &[("q", "{q}".into())]),
        none: words.t("palette-none"),
        choose: words.t("palette-choose"),
        open: words.t("palette-open"),
        close: words.t("palette-close"),
    };
    let keep = visit.store.iter().map(|store| (String::from("store"), store.code.clone())).collect();
    let item = in_store("/catalog/variants/{variant}", visit);
    view! { <PaletteBox words=said search="/catalog/items" keep item groups/> }
}

/// Every key there is. What the browser does by itself (Tab, Space) is not ours to list.
fn keys(words: Words) -> Vec<KeyLine> {
    let line = |keys: &[&str], what: &str| KeyLine { keys: keys.iter().map(|key| (*key).to_owned()).collect(), what: words.t(what) };
    vec![
        line(&["⌘", "K"], "key-palette"),
        line(&["/"], "key-search"),
        line(&["?"], "key-help"),
        line(&["↑", "↓"], "key-move"),
        line(&["↵"], "key-open"),
        line(&["Esc"], "key-close"),
        line(&[&words.t("key-shift"), &words.t("key-click")], "key-range"),
    ]
}
