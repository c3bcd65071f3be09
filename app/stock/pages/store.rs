//! One store: what it is called, and the tree of its places.

use crate::{
    common::{address, all_places, place_label},
    place::place_path,
    store_forms::{self, Which},
    stores::{languages, zones},
    told,
};
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use kit::{
    Badge, Button, Card, Cell, Code, Column, Columns, Density, Empty, ErrorSummary, Filter, FilterChips, Form as FormView, FormActions, Glyph, Input,
    LinkButton, Menu, MenuItem, Notice, PageHead, Pager, RowOf, SearchBox, Section, Select, Table, Tone, Toolbar, Weight, render,
};
use leptos::prelude::*;
use lists::history::Face;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use stock_rules::{LEVELS_MAX, ListLocations, ListStores, LocationRow, ShowLocation, StoreRow};
use vocabulary::{AppError, FieldError, Key, LocationId, Permission};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Typed, Visit};
use words::Words;

#[derive(Default, Deserialize)]
pub(crate) struct Ask {
    /// The place whose form is open.
    edit: Option<String>,
    /// How the codes of the places begin that are looked for.
    place: Option<String>,
    /// The place with which the page of the tree begins.
    from: Option<String>,
}

/// Places of one page of the tree.
const ROWS: usize = 200;
/// So many places are seen without looking for one.
const GLANCE: usize = 12;

/// A store with its places.
pub(crate) struct Shown {
    pub store: StoreRow,
    pub places: Vec<LocationRow>,
    /// There are more places than were read: those are found by their codes.
    more: bool,
    /// What was looked for, and the places that were found.
    found: Option<(String, Vec<LocationRow>)>,
    from: Option<LocationId>,
}

/// The store of an address.
pub(crate) async fn of_code(state: &PageState, visit: &Visit, code: &str) -> Result<StoreRow, PageError> {
    let list = ListStores { code: Some(code.to_owned()), ..ListStores::default() };
    Ok(state.desk.ask(&visit.actor, list).await?.rows.into_iter().next().ok_or(AppError::NotFound)?)
}

impl Shown {
    pub(crate) async fn load(state: &PageState, visit: &Visit, code: &str) -> Result<Self, PageError> {
        let store = of_code(state, visit, code).await?;
        let (places, more) = all_places(state, visit, store.id).await?;
        Ok(Self { store, places, more, found: None, from: None })
    }

    /// Looks for what the address names: places by their codes, a page of the tree, the place that is to be changed.
    async fn looks(&mut self, state: &PageState, visit: &Visit, ask: &Ask) -> Result<(), PageError> {
        self.from = ask.from.as_deref().and_then(|id| id.parse().ok());
        if let Some(code) = ask.place.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
            let list = ListLocations { code: Some(code.to_owned()), ..ListLocations::of(self.store.id) };
            let page = state.desk.ask(&visit.actor, list).await?;
            self.more = page.next.is_some();
            self.found = Some((code.to_owned(), page.locations));
        }
        if let Some(location) = ask.edit.as_deref().and_then(|id| id.parse().ok()) {
            self.knows(state, visit, location).await?;
        }
        Ok(())
    }

    /// Whether a place is this store's; one of those that were not read is read now.
    pub(crate) async fn knows(&mut self, state: &PageState, visit: &Visit, location: LocationId) -> Result<bool, PageError> {
        if self.places.iter().any(|place| place.id == location) {
            return Ok(true);
        }
        match state.desk.ask(&visit.actor, ShowLocation { location }).await {
            Ok(view) if view.place.store == self.store.id => {
                self.places.push(view.place);
                Ok(true)
            }
            Ok(_) | Err(AppError::NotFound) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    pub(crate) fn path(&self) -> String {
        format!("/stock/stores/{}", self.store.code)
    }
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(code): Path<String>, Query(ask): Query<Ask>) -> PageResult {
    let mut shown = Shown::load(&state, &visit, &code).await?;
    shown.looks(&state, &visit, &ask).await?;
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

/// Places in the tree's order, each with how deep it stands. One whose own place is not among them stands at the top.
pub(crate) fn in_order(places: &[LocationRow]) -> Vec<(usize, &LocationRow)> {
    fn below<'a>(inside: &HashMap<LocationId, Vec<&'a LocationRow>>, parent: LocationId, depth: usize, all: &mut Vec<(usize, &'a LocationRow)>) {
        for place in inside.get(&parent).into_iter().flatten() {
            all.push((depth, *place));
            if depth < LEVELS_MAX {
                below(inside, place.id, depth + 1, all);
            }
        }
    }
    let known: HashSet<LocationId> = places.iter().map(|place| place.id).collect();
    let mut inside: HashMap<LocationId, Vec<&LocationRow>> = HashMap::new();
    let (tops, others): (Vec<&LocationRow>, Vec<&LocationRow>) =
        places.iter().partition(|place| place.parent == place.id || !known.contains(&place.parent));
    for place in others {
        inside.entry(place.parent).or_default().push(place);
    }
    let mut all = Vec::with_capacity(places.len());
    for place in tops {
        all.push((0, place));
        below(&inside, place.id, 1, &mut all);
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
    let of = shown.found.as_ref().map_or(shown.places.as_slice(), |(_, found)| found.as_slice());
    let all = in_order(of);
    let begin = shown.from.and_then(|from| all.iter().position(|(_, place)| place.id == from)).unwrap_or(0);
    let typed = shown.found.as_ref().map(|(typed, _)| typed.clone());
    let at = |place: Option<LocationId>| {
        let to = [("place", typed.clone()), ("from", place.map(|place| place.to_string()))];
        format!("{}#places", address(&shown.path(), &to))
    };
    let back = (begin > 0).then(|| at(None));
    let next = all.get(begin + ROWS).map(|(_, place)| at(Some(place.id)));
    let pager = (back.is_some() || next.is_some()).then(|| {
        view! { <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/> }
    });
    let more = shown.more.then(|| view! { <Notice tone=Tone::Neutral>{words.t("places-more")}</Notice> });
    let rows: Vec<RowOf> = all.into_iter().skip(begin).take(ROWS).map(|(depth, place)| row(visit, shown, depth, place, may)).collect();
    let table = if rows.is_empty() {
        view! { <Empty title=words.t("table-nothing-found") text=words.t("table-nothing-found.hint") icon=Glyph::Search/> }.into_any()
    } else {
        view! { <Table caption columns rows density=Density::Compact/> }.into_any()
    };
    view! { {search(words, shown)} {more} {table} {pager} }
}

/// Looks for a place by its code, where there are more than one sees at a glance.
fn search(words: Words, shown: &Shown) -> impl IntoView + use<> {
    let value = shown.found.as_ref().map(|(typed, _)| typed.clone()).unwrap_or_default();
    (shown.places.len() > GLANCE || !value.is_empty()).then(|| {
        let (action, label, go, placeholder) = (shown.path(), words.t("places-search"), words.t("action-search"), words.t("places-search"));
        let filters = if value.is_empty() {
            Vec::new()
        } else {
            let name = words.t("place-code");
            let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
            vec![Filter { name, value: value.clone(), remove: shown.path(), remove_label, ..Filter::default() }]
        };
        view! {
            <Toolbar label=words.t("table-filters")>
                <SearchBox action name="place" label go value placeholder/>
                <FilterChips filters/>
            </Toolbar>
        }
    })
}

fn row(visit: &Visit, shown: &Shown, depth: usize, place: &LocationRow, may: bool) -> RowOf {
    let words = visit.words;
    let own = place_path(&shown.store.code, place.id);
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
        Cell::head(view! { <a href=own>{label}</a> }).class(indent),
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

#[cfg(test)]
mod tests {
    use super::*;
    use vocabulary::{PlaceKind, StoreId};

    fn place(id: LocationId, parent: LocationId, code: &str) -> LocationRow {
        LocationRow {
            id,
            store: StoreId::new(),
            parent,
            kind: PlaceKind::Zone,
            code: code.to_owned(),
            name: code.to_owned(),
            scan_code: String::new(),
            is_default: false,
            allow_negative: false,
            version: 1,
            archived: false,
        }
    }

    #[test]
    fn a_place_stands_under_its_own_however_deep_and_none_is_lost() {
        let [top, middle, low, found, elsewhere] = [(); 5].map(|()| LocationId::new());
        let places = [place(low, middle, "A-1-1"), place(middle, top, "A-1"), place(found, elsewhere, "F-7"), place(top, top, "A")];
        let order: Vec<(usize, &str)> = in_order(&places).into_iter().map(|(depth, place)| (depth, place.code.as_str())).collect();
        assert_eq!(order, [(0, "F-7"), (0, "A"), (1, "A-1"), (2, "A-1-1")]);
    }
}
