//! One item: what it is, where it is, its variants and codes, what was done to it lately.

use crate::{
    bundle,
    common::{address, id, price, query, state_badge, state_word, unit_name},
    said::{Items, faces},
    stock,
    tracking::tracking_word,
};
use axum::{
    extract::{Path, RawQuery, State},
    response::IntoResponse,
};
use catalog_rules::{ItemHistory, ItemState, ItemView, KitView, ShowItem, ShowKit, VariantView};
use kit::{
    Card, Code, Columns, DescriptionList, Empty, Fact, Glyph, ItemHead, LinkButton, Menu, MenuItem, Notice, SearchBox, Section, Size, Tone, Weight,
    render,
};
use leptos::prelude::*;
use lists::history::{Face, said, timeline};
use rust_decimal::Decimal;
use vocabulary::{HistoryRow, ItemId, Permission, escape};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

/// Variants shown at once; whoever has more looks for them.
const SHOWN: usize = 100;
/// From so many on there is a search.
const MANY: usize = 15;
/// The latest changes beside the work.
const LATEST: usize = 3;

/// What the address asks for.
#[derive(Clone, Default)]
pub(crate) struct Asked {
    pub variant: String,
    pub find: String,
}

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(item): Path<String>, raw: RawQuery) -> PageResult {
    let (id, fields): (ItemId, _) = (id(&item)?, query(&raw));
    let asked = Asked { variant: fields.get("variant").to_owned(), find: fields.get("find").trim().to_owned() };
    let view = desk.desk.ask(&visit.actor, ShowItem { item: id, variant: asked.variant.parse().ok() }).await?;
    let history = desk.desk.ask(&visit.actor, ItemHistory { item: id, cursor: None }).await?.rows;
    let kit = match chosen(&view, &asked).filter(|variant| variant.kit) {
        Some(variant) => Some(desk.desk.ask(&visit.actor, ShowKit { variant: variant.variant }).await?),
        None => None,
    };
    Ok(page(&visit, view, &asked, &Beside { history, kit }, None).into_response())
}

/// What is shown beside an item.
#[derive(Default)]
pub(crate) struct Beside {
    pub history: Vec<HistoryRow>,
    /// Of a kit: what it is made of, and how many can be.
    pub kit: Option<KitView>,
}

/// The page; with a notice where something just asked for cannot be.
pub(crate) fn page(visit: &Visit, item: ItemView, asked: &Asked, beside: &Beside, notice: Option<String>) -> PageDoc {
    let words = visit.words;
    let title = item.name.clone();
    let body = render(|| body(visit, &item, asked, beside, notice));
    PageDoc::new(title, Nav::Catalog, body).under(words.t("items-title"), address("/catalog/items", visit, &[]))
}

/// The variant the page is about: the only one, or the one asked for.
fn chosen<'a>(item: &'a ItemView, asked: &Asked) -> Option<&'a VariantView> {
    match item.variants.as_slice() {
        [only] => Some(only),
        many => many.iter().find(|variant| variant.variant.to_string() == asked.variant),
    }
}

fn body(visit: &Visit, item: &ItemView, asked: &Asked, beside: &Beside, notice: Option<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let chosen = chosen(item, asked);
    let places = chosen.map(|variant| match &beside.kit {
        Some(kit) => bundle::section(visit, variant, kit).into_any(),
        None => by_place(visit, item, variant).into_any(),
    });
    let variants = (item.variants.len() > 1).then(|| variants(visit, item, asked));
    let description = (!item.description.is_empty()).then(|| {
        let paragraphs = item
            .description
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| view! { <p dir="auto">{line.to_owned()}</p> }.into_any())
            .collect::<Vec<_>>();
        view! { <Section title=words.t("item-description") id="description"><div class="stack stack-2">{paragraphs}</div></Section> }
    });
    let side = view! {
        {chosen.map(|variant| codes(visit, variant, beside.kit.is_some()))}
        {attributes(visit, item)}
        {facts(visit, item, chosen)}
        {latest(visit, item, &beside.history)}
    };
    view! {
        {head(visit, item, chosen)}
        {notice.map(|text| view! { <Notice tone=Tone::Warn>{text}</Notice> })}
        {faces(visit, item, chosen).tabs(visit, Face::Overview)}
        <Columns side=side>{places} {variants} {description}</Columns>
    }
}

fn head(visit: &Visit, item: &ItemView, chosen: Option<&VariantView>) -> impl IntoView + use<> {
    let words = visit.words;
    let option = chosen.filter(|variant| !variant.option_text.is_empty()).map(|variant| view! { <span>{variant.option_text.clone()}</span> });
    let sku =
        chosen.map(|variant| view! { <span>{words.t("item-sku")} " " <span class="strong ink"><Code value=variant.sku.clone()/></span></span> });
    let gtin = chosen.and_then(|variant| variant.barcodes.iter().find(|code| code.is_gtin)).map(|code| code.printed.clone());
    let gtin = gtin.map(|gtin| view! { <span>{words.t("item-gtin")} " " <Code value=gtin/></span> });
    let count = (chosen.is_none()).then(|| view! { <span>{words.with("item-variant-count", &[("count", item.variants.len().into())])}</span> });
    let category = item.category.as_ref().map(|category| {
        let href = address("/catalog/items", visit, &[("category", &category.id.to_string())]);
        view! { <span><a href=href><bdi>{category.name.clone()}</bdi></a></span> }
    });
    let brand = (!item.brand.is_empty()).then(|| view! { <span>{item.brand.clone()}</span> });
    let own = chosen.filter(|variant| variant.state != item.state).map(|variant| state_badge(words, variant.state));
    view! {
        <ItemHead
            title=item.name.clone()
            ids=view! { {option} {sku} {gtin} {count} {category} {brand} }
            states=view! { {state_badge(words, item.state)} {own} }
            actions=actions(visit, item, chosen)
        />
    }
}

fn actions(visit: &Visit, item: &ItemView, chosen: Option<&VariantView>) -> impl IntoView + use<> {
    let words = visit.words;
    let labels = visit.may(Permission::LabelPrint).then(|| {
        let href = match chosen {
            Some(variant) => address("/notify/labels", visit, &[("variant", &variant.variant.to_string())]),
            None => address("/notify/labels", visit, &[("q", &item.name)]),
        };
        view! { <LinkButton label=words.t("item-labels") href=href icon=Glyph::Printer/> }
    });
    let adjust = chosen.filter(|variant| !variant.kit && visit.may(Permission::Adjust) && item.state != ItemState::Archived).map(|variant| {
        let href = address("/stock/adjust", visit, &[("variant", &variant.variant.to_string())]);
        view! { <LinkButton label=words.t("item-adjust") href=href icon=Glyph::Scale weight=Weight::Primary/> }
    });
    let edit = visit.may(Permission::CatalogWrite).then(|| {
        // A phone has room for two buttons; this one is in the menu too.
        let (weight, class) = if adjust.is_some() { (Weight::Secondary, "hide-phone") } else { (Weight::Primary, "") };
        view! { <LinkButton label=words.t("action-edit") href=format!("/catalog/items/{}/edit", item.item) icon=Glyph::Pencil weight=weight class=class/> }
    });
    let more = visit.may(Permission::CatalogWrite).then(|| view! { <Menu label=words.t("action-more") items=menu(visit, item, chosen)/> });
    view! { {labels} {edit} {adjust} {more} }
}

/// What is done less often: the variant, new variants, the item's life.
fn menu(visit: &Visit, item: &ItemView, chosen: Option<&VariantView>) -> Vec<MenuItem> {
    let words = visit.words;
    let mut items = vec![MenuItem::link(words.t("action-edit"), format!("/catalog/items/{}/edit", item.item)).icon(Glyph::Pencil)];
    if let Some(variant) = chosen {
        items.push(MenuItem::link(words.t("variant-edit"), format!("/catalog/variants/{}/edit", variant.variant)).icon(Glyph::Pencil));
    }
    // What comes in one kind only has no other variants until somebody says what they would differ in.
    let axes = if item.axes.is_empty() {
        "axes-add"
    } else {
        items.push(MenuItem::link(words.t("variant-new"), format!("/catalog/items/{}/variants/new", item.item)).icon(Glyph::Plus));
        "axes-change"
    };
    items.push(MenuItem::link(words.t(axes), format!("/catalog/items/{}/axes", item.item)).icon(Glyph::Layers));
    items.push(MenuItem::Line);
    for state in ItemState::ALL.into_iter().filter(|state| *state != item.state) {
        let label = match (item.state, state) {
            (_, ItemState::Archived) => words.t("action-archive"),
            (ItemState::Archived, ItemState::Active) => words.t("action-restore"),
            _ => words.with("item-make", &[("state", state_word(words, state).into())]),
        };
        let fields = vec![
            (kit::CSRF_FIELD.to_owned(), visit.token.clone()),
            (String::from("state"), state.tag().to_owned()),
            (String::from("version"), item.version.to_string()),
        ];
        let entry = MenuItem::post(label, format!("/catalog/items/{}/state", item.item), fields);
        items.push(if state == ItemState::Archived { entry.icon(Glyph::Archive).danger() } else { entry });
    }
    items
}

fn by_place(visit: &Visit, item: &ItemView, variant: &VariantView) -> impl IntoView + use<> {
    let words = visit.words;
    let all = (item.variants.len() > 1).then(|| {
        let href = address(&format!("/catalog/items/{}", item.item), visit, &[]);
        view! { <a class="small" href=href>{words.t("item-all-variants")}</a> }
    });
    let receive = visit.may(Permission::Receive).then(|| {
        let href = address("/stock/receive", visit, &[("variant", &variant.variant.to_string())]);
        view! { <LinkButton label=words.t("receive-title") href=href icon=Glyph::Truck/> }
    });
    let table = if variant.stores.is_empty() {
        view! { <Empty title=words.t("item-stock-none") text=words.t("item-stock-none.hint") icon=Glyph::Boxes actions=receive plain=true/> }
            .into_any()
    } else {
        stock::by_place(visit, item, variant).into_any()
    };
    view! { <Section title=words.t("item-stock-by-place") id="stock" actions=all>{table}</Section> }
}

fn variants(visit: &Visit, item: &ItemView, asked: &Asked) -> impl IntoView + use<> {
    let words = visit.words;
    let wanted = asked.find.to_lowercase();
    let matches = |variant: &&VariantView| {
        wanted.is_empty()
            || variant.option_text.to_lowercase().contains(&wanted)
            || variant.sku.to_lowercase().contains(&wanted)
            || variant.barcodes.iter().any(|code| code.printed.contains(&wanted))
    };
    let found: Vec<&VariantView> = item.variants.iter().filter(matches).collect();
    let more = found.len().saturating_sub(SHOWN);
    let shown = found.get(..SHOWN).unwrap_or(&found);
    let search = (item.variants.len() >= MANY).then(|| {
        let keep = crate::common::keep(visit, &[]);
        let action = format!("/catalog/items/{}", item.item);
        view! { <SearchBox action label=words.t("item-find-variant") name="find" value=asked.find.clone() go=words.t("action-search") placeholder=words.t("item-find-variant") keep/> }
    });
    let table = if shown.is_empty() {
        view! { <Empty title=words.t("table-nothing-found") text=words.t("table-nothing-found.hint") icon=Glyph::Search plain=true/> }.into_any()
    } else {
        stock::by_variant(visit, item, shown).into_any()
    };
    let note = (more > 0).then(|| view! { <p class="small mute above-2">{words.with("item-variants-more", &[("count", more.into())])}</p> });
    let add = (visit.may(Permission::CatalogWrite) && !item.axes.is_empty()).then(|| {
        view! { <LinkButton label=words.t("action-add") href=format!("/catalog/items/{}/variants/new", item.item) icon=Glyph::Plus size=Size::Small weight=Weight::Quiet/> }
    });
    view! {
        <Section title=words.t("item-variants") id="variants" actions=add>
            <p class="small mute below-3">{words.t("item-variants-stock")}</p>
            {search}
            {table}
            {note}
        </Section>
    }
}

/// Barcodes and supplier codes of the chosen variant.
fn codes(visit: &Visit, variant: &VariantView, is_kit: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let may = visit.may(Permission::CatalogWrite);
    let path = format!("/catalog/variants/{}", variant.variant);
    let link = |path: String, label: &str| {
        let label = words.t(label);
        may.then(|| view! { <LinkButton label=label href=path icon=Glyph::Pencil size=Size::Small weight=Weight::Quiet/> })
    };
    let barcodes = variant
        .barcodes
        .iter()
        .map(|code| {
            let under = under(visit, &code.unit, code.pack);
            // The room that prints draws it; what no symbol can hold has no picture, and its digits stand below all the same.
            let (src, said) = (format!("/notify/barcode/{}.svg", escape(&code.printed)), code.printed.clone());
            let picture = code.printed.bytes().all(|byte| byte.is_ascii_graphic()).then(|| view! { <img class="paper label-mini code-mini" src=src alt="" loading="lazy"/> });
            view! { <li class="stack stack-1">{picture}<span class="row spread"><Code value=said/><span class="small mute">{under}</span></span></li> }.into_any()
        })
        .collect::<Vec<_>>();
    let barcodes = if barcodes.is_empty() {
        view! { <p class="small mute">{words.t("barcodes-none")}</p> }.into_any()
    } else {
        view! { <ul class="stack stack-1">{barcodes}</ul> }.into_any()
    };
    let suppliers = variant
        .supplier_codes
        .iter()
        .map(|code| view! { <li class="row spread"><span>{code.supplier.clone()}</span><Code value=code.code.clone()/></li> }.into_any())
        .collect::<Vec<_>>();
    let suppliers = if suppliers.is_empty() {
        view! { <p class="small mute">{words.t("supplier-codes-none")}</p> }.into_any()
    } else {
        view! { <ul class="stack stack-1">{suppliers}</ul> }.into_any()
    };
    // What is a kit already tells so at length beside this.
    let kit = (!is_kit).then(|| {
        view! { <Card title=words.t("kit-title") id="kits" actions=link(format!("{path}/kit"), "action-edit")><p class="small mute">{words.t("kit-title.hint")}</p></Card> }
    });
    view! {
        <Card title=words.t("barcodes-title") id="barcodes" actions=link(format!("{path}/barcodes"), "action-edit")>{barcodes}</Card>
        <Card title=words.t("supplier-codes-title") id="supplier-codes" actions=link(format!("{path}/supplier-codes"), "action-edit")>{suppliers}</Card>
        <Card title=words.t("units-title") id="units" actions=link(format!("{path}/units"), "action-edit")><p class="small mute">{words.t("units-title.hint")}</p></Card>
        {kit}
    }
}

/// What is under a code: "Piece", "Case of 12".
pub(crate) fn under(visit: &Visit, unit: &str, pack: vocabulary::Quantity) -> String {
    let words = visit.words;
    if pack == vocabulary::Quantity::ONE {
        return unit_name(words, unit);
    }
    words.with("item-unit-of", &[("unit", unit_name(words, unit).into()), ("size", pack.into())])
}

fn facts(visit: &Visit, item: &ItemView, chosen: Option<&VariantView>) -> impl IntoView + use<> {
    let words = visit.words;
    let mut facts = Vec::new();
    if let Some(variant) = chosen {
        facts.extend(variant.price.map(|amount| Fact::new(words.t("item-price"), price(visit, Some(amount)))));
        facts.extend(variant.cost.map(|amount| Fact::new(words.t("item-cost"), price(visit, Some(amount)))));
        facts.extend(margin(variant.price, variant.cost).map(|margin| Fact::new(words.t("item-margin"), words.percent(margin))));
    }
    facts.push(Fact::new(words.t("item-unit"), unit_name(words, &item.unit)));
    facts.push(Fact::new(words.t("item-whole"), words.t(if item.whole { "yes" } else { "no" })));
    facts.push(Fact::new(words.t("tracking"), tracking_fact(visit, item, chosen)));
    facts.push(Fact::new(words.t("item-handle"), view! { <bdi>{item.handle.clone()}</bdi> }));
    facts.push(Fact::new(words.t("item-created"), words.day(item.created_at)));
    for (at, link) in item.image_links.iter().take(5).enumerate() {
        let label = words.with("item-picture", &[("number", (at + 1).into())]);
        // Kept and not fetched: whoever wants to see it goes there.
        facts.push(Fact::new(label, view! { <a href=link.clone() rel="noreferrer noopener" target="_blank">{words.t("action-open")}</a> }));
    }
    view! { <Card title=words.t("item-facts") id="facts"><DescriptionList facts/></Card> }
}

/// How its pieces are told apart, with the way to change that, and to its lots.
fn tracking_fact(visit: &Visit, item: &ItemView, chosen: Option<&VariantView>) -> impl IntoView + use<> {
    let words = visit.words;
    let change = visit.may(Permission::CatalogWrite).then(|| {
        let href = address(&format!("/catalog/items/{}/tracking", item.item), visit, &[]);
        view! { " "<a href=href>{words.t("action-edit")}</a> }
    });
    let lots = chosen.filter(|_| item.tracking.is_tracked()).map(|variant| {
        let word = if item.tracking.is_serial() { "tracking-pieces" } else { "tracking-lots" };
        view! { " "<a href=format!("/stock/lots?variant={}", variant.variant)>{words.t(word)}</a> }
    });
    view! { {tracking_word(words, item.tracking)}{lots}{change} }
}

/// What it is made of and the like.
fn attributes(visit: &Visit, item: &ItemView) -> impl IntoView + use<> {
    let facts: Vec<Fact> = item.attributes.iter().map(|one| Fact::new(one.name.clone(), view! { <bdi>{one.value.clone()}</bdi> })).collect();
    let title = visit.words.t("attributes-title");
    (!facts.is_empty()).then(|| view! { <Card title id="attributes"><DescriptionList facts/></Card> })
}

/// The share of the price that is not cost.
fn margin(price: Option<Decimal>, cost: Option<Decimal>) -> Option<Decimal> {
    let (price, cost) = (price.filter(|price| !price.is_zero())?, cost?);
    price.checked_sub(cost)?.checked_div(price).map(|margin| margin.round_dp(2))
}

fn latest(visit: &Visit, item: &ItemView, history: &[HistoryRow]) -> impl IntoView + use<> {
    let words = visit.words;
    let href = address(&format!("/catalog/items/{}/history", item.item), visit, &[]);
    let events = history.iter().take(LATEST).map(|row| said::<Items>(visit, row)).collect::<Vec<_>>();
    (!events.is_empty()).then(|| {
        let list = timeline(words.t("item-latest"), events);
        view! { <Card title=words.t("item-latest") id="latest" actions=view! { <a class="small" href=href>{words.t("nav-history")}</a> }>{list}</Card> }
    })
}

/// Where a variant is shown.
pub(crate) fn variant_href(visit: &Visit, item: ItemId, variant: vocabulary::VariantId) -> String {
    let store = visit.store.as_ref().map(|store| format!("&store={}", escape(&store.code))).unwrap_or_default();
    format!("/catalog/items/{item}?variant={variant}{store}")
}
