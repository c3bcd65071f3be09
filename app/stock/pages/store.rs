//! One store: what it is called, and the tree of its places.

use crate::{
    common::{address, place_label},
    store_forms::{self, Which},
    stores::{languages, zones},
    told,
};
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use kit::{
    Badge, Button, Card, Cell, Code, Column, Columns, Density, ErrorSummary, Form as FormView, FormActions, Glyph, Input, LinkButton, Menu, MenuItem,
    PageHead, RowOf, Section, Select, Table, Tone, Weight, render,
};
use leptos::prelude::*;
use lists::history::Face;
use serde::Deserialize;
use stock_rules::{ListLocations, ListStores, LocationRow, StoreRow};
use vocabulary::{AppError, FieldError, Key, LocationId, Permission};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Typed, Visit};
use words::Words;

#[derive(Default, Deserialize)]
pub(crate) struct Ask {
    /// The place whose form is open.
    edit: Option<String>,
}

/// A store with its places.
pub(crate) struct Shown {
    pub store: StoreRow,
    pub places: Vec<LocationRow>,
}

/// The store of an address.
pub(crate) async fn of_code(state: &PageState, visit: &Visit, code: &str) -> Result<StoreRow, PageError> {
    let list = ListStores { code: Some(code.to_owned()), ..ListStores::default() };
    Ok(state.desk.ask(&visit.actor, list).await?.rows.into_iter().next().ok_or(AppError::NotFound)?)
}

impl Shown {
    pub(crate) async fn load(state: &PageState, visit: &Visit, code: &str) -> Result<Self, PageError> {
        let store = of_code(state, visit, code).await?;
        let places = state.desk.ask(&visit.actor, ListLocations { store: store.id }).await?.locations;
        Ok(Self { store, places })
    }

    pub(crate) fn path(&self) -> String {
        format!("/stock/stores/{}", self.store.code)
    }
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(code): Path<String>, Query(ask): Query<Ask>) -> PageResult {
    let shown = Shown::load(&state, &visit, &code).await?;
    let edit = ask.edit.as_deref().and_then(|id| id.parse().ok());
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &shown, Which::of(edit)).into_response())
}

/// The page again, with what is wrong in the form that was sent.
pub(crate) fn again(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], shown: &Shown, which: Which) -> Response {
    page(visit, key, fields, errors, shown, which).refused().into_response()
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], shown: &Shown, which: Which) -> PageDoc {
    let words = visit.words;
    let may = visit.may(Permission::PlaceWrite);
    let typed = Typed::new(words, fields, errors);
    let title = shown.store.name.clone();
    let heading = title.clone();
    let body = render(|| {
        let summary = crate::common::summary(words, errors);
        let (head, tree) = (actions(visit, shown, may), tree(visit, shown, may));
        let labels = (visit.may(Permission::LabelPrint) && !shown.store.archived).then(|| {
            let href = format!("/notify/labels?of=places&store={}", shown.store.code);
            view! { <LinkButton label=words.t("places-labels") href icon=Glyph::Printer size=kit::Size::Small/> }
        });
        let form = (may && !shown.store.archived).then(|| store_forms::place(visit, key, &typed, shown, which));
        let side = about(visit, key, &typed, shown, may, which);
        view! {
            <PageHead title=heading sub=sub(words, shown) actions=head/>
            {told::store(visit, &shown.store).tabs(visit, Face::Overview)}
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=side>
                <Section title=words.t("places") id="places" actions=labels>{tree}</Section>
                {form}
            </Columns>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock").under(words.t("stores-title"), "/stock/stores")
}

fn sub(words: Words, shown: &Shown) -> impl IntoView + use<> {
    let code = shown.store.code.clone();
    let state = shown.store.archived.then(|| view! { <Badge label=words.t("state-archived") line=true/> });
    view! { <span class="row"><Code value=code/>{state}</span> }
}

fn actions(visit: &Visit, shown: &Shown, may: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let stock = (!shown.store.archived).then(|| {
        let href = format!("/stock?store={}", shown.store.code);
        view! { <LinkButton label=words.t("nav-stock") href icon=Glyph::Boxes/> }
    });
    let menu = may.then(|| {
        let (word, icon, archived) =
            if shown.store.archived { ("action-restore", Glyph::RotateCcw, "no") } else { ("action-archive", Glyph::Archive, "yes") };
        let fields = posted(visit, &[("version", shown.store.version.to_string()), ("archived", archived.to_owned())]);
        let item = MenuItem::post(words.t(word), format!("{}/archive", shown.path()), fields).icon(icon);
        let items = vec![if shown.store.archived { item } else { item.danger() }];
        view! { <Menu label=words.t("action-more") items/> }
    });
    view! { {stock} {menu} }
}

/// The fields of a small form: its token, its key, and its own.
fn posted(visit: &Visit, own: &[(&str, String)]) -> Vec<(String, String)> {
    let mut all = vec![(kit::CSRF_FIELD.to_owned(), visit.token.clone()), (kit::IDEMPOTENCY_FIELD.to_owned(), Key::random().as_str().to_owned())];
    all.extend(own.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    all
}

/// Places in the tree's order, each with how deep it stands.
pub(crate) fn in_order(places: &[LocationRow]) -> Vec<(usize, &LocationRow)> {
    fn below<'a>(places: &'a [LocationRow], parent: LocationId, depth: usize, all: &mut Vec<(usize, &'a LocationRow)>) {
        for place in places.iter().filter(|place| place.parent == parent && place.id != parent) {
            all.push((depth, place));
            if depth < 32 {
                below(places, place.id, depth + 1, all);
            }
        }
    }
    let mut all = Vec::with_capacity(places.len());
    for place in places.iter().filter(|place| place.parent == place.id) {
        all.push((0, place));
        below(places, place.id, 1, &mut all);
    }
    all
}

fn tree(visit: &Visit, shown: &Shown, may: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let mut columns = vec![
        Column::new("code", words.t("place")),
        Column::new("kind", words.t("kind")),
        Column::new("scan", words.t("place-scan")),
        Column::new("state", words.t("status")),
    ];
    if may {
        columns.push(Column::new("do", words.t("action-more")).hide_label());
    }
    let caption = words.with("places-caption", &[("store", shown.store.name.as_str().into())]);
    let rows = in_order(&shown.places).into_iter().map(|(depth, place)| row(visit, shown, depth, place, may)).collect();
    view! { <Table caption columns rows density=Density::Compact/> }
}

fn row(visit: &Visit, shown: &Shown, depth: usize, place: &LocationRow, may: bool) -> RowOf {
    let words = visit.words;
    // What moved in an archived store is looked at among all of them.
    let store = (!shown.store.archived).then(|| shown.store.code.clone());
    let movements = address("/stock/movements", &[("store", store), ("location", Some(place.id.to_string()))]);
    let label = place_label(&place.code, &place.name);
    let state = if place.archived {
        view! { <Badge label=words.t("state-archived") line=true/> }.into_any()
    } else {
        let default = place.is_default.then(|| view! { <Badge label=words.t("place-is-default") tone=Tone::Accent/> });
        let negative = place.allow_negative.then(|| view! { <Badge label=words.t("place-negative") tone=Tone::Warn/> });
        view! { {default} {negative} }.into_any()
    };
    let indent = match depth {
        0 => "",
        1 => "indent",
        2 => "indent-2",
        _ => "indent-3",
    };
    let mut cells = vec![
        Cell::head(view! { <a href=movements>{label}</a> }).class(indent),
        Cell::new(words.place(place.kind)).class("sub"),
        Cell::new(view! { <Code value=place.scan_code.clone()/> }).class("sub wide"),
        Cell::new(state),
    ];
    if may {
        cells.push(Cell::new(menu(visit, shown, place)));
    }
    RowOf::new(cells)
}

fn menu(visit: &Visit, shown: &Shown, place: &LocationRow) -> impl IntoView + use<> {
    let words = visit.words;
    let post = |word: &str, what: &str, own: &[(&str, String)], icon: Glyph| {
        MenuItem::post(words.t(word), format!("{}/places/{}/{what}", shown.path(), place.id), posted(visit, own)).icon(icon)
    };
    let version = || ("version", place.version.to_string());
    let mut items = Vec::new();
    if place.archived {
        items.push(post("action-restore", "archive", &[version(), ("archived", String::from("no"))], Glyph::RotateCcw));
    } else {
        items.push(MenuItem::link(words.t("action-edit"), format!("{}?edit={}#place-form", shown.path(), place.id)).icon(Glyph::Pencil));
        if !place.is_default {
            items.push(post("place-make-default", "default", &[], Glyph::Check));
            items.push(MenuItem::Line);
            items.push(post("action-archive", "archive", &[version(), ("archived", String::from("yes"))], Glyph::Archive).danger());
        }
    }
    let label = words.with("place-menu", &[("place", place.code.as_str().into())]);
    view! { <Menu label items size=kit::Size::Small weight=Weight::Quiet/> }
}

/// What the store is called, and where it keeps its time.
fn about(visit: &Visit, key: &Key, typed: &Typed, shown: &Shown, may: bool, which: Which) -> impl IntoView + use<> {
    let words = visit.words;
    let store = &shown.store;
    if !may || store.archived {
        let facts = vec![
            kit::Fact::new(words.t("store-zone"), store.zone.clone()),
            kit::Fact::new(words.t("language-label"), crate::store_list::language_shown(store)),
            kit::Fact::new(words.t("store-currency"), store.currency.code().to_owned()),
        ];
        return view! { <Card title=words.t("details") id="about"><kit::DescriptionList facts start=true/></Card> }.into_any();
    }
    let sent = which == Which::Store && typed.has("name");
    let value = |name: &str, now: &str| if sent { typed.value(name) } else { now.to_owned() };
    let error = |name: &str| if sent { typed.error(name) } else { None };
    let (action, csrf, key) = (shown.path(), visit.token.clone(), key.as_str().to_owned());
    let hidden = vec![(String::from("version"), store.version.to_string())];
    let (name, zone, locale) = (value("name", &store.name), value("zone", &store.zone), value("locale", &store.locale));
    let (name_error, zone_error, locale_error) = (error("name"), error("zone"), error("locale"));
    view! {
        <Card title=words.t("details") id="about">
            <FormView action csrf idempotency=key hidden>
                <Input name="name" label=words.t("name") value=name error=name_error required=true maxlength=120_u32/>
                <Input name="zone" label=words.t("store-zone") value=zone error=zone_error list="zones" dir="ltr" required=true autocomplete="off"/>
                <Select name="locale" label=words.t("language-label") choices=languages() value=locale error=locale_error/>
                {zones()}
                <FormActions><Button label=words.t("action-save")/></FormActions>
            </FormView>
        </Card>
    }
    .into_any()
}
