//! What is done to a store and its places: the forms of the store's page, and what they post.

use crate::store::{Shown, again, in_order};
use axum::extract::{Path, State};
use kit::{Button, Checkbox, Choice, FieldRow, Form as FormView, FormActions, Input, LinkButton, Section, Select, Weight};
use leptos::prelude::*;
use stock_rules::{ArchiveLocation, ArchiveStore, CreateLocation, EditLocation, EditStore, LocationRow, SetDefaultLocation, is_location_code};
use vocabulary::{AppError, Ask, FieldError, Key, LocationId, NAME_MAX, Operation, Permission, PlaceKind, Said};
use wire::{Fields, Form, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// Which of the page's forms is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    Store,
    /// A new place.
    Add,
    Edit(LocationId),
}

impl Which {
    pub(crate) fn of(edit: Option<LocationId>) -> Self {
        edit.map_or(Self::Add, Self::Edit)
    }
}

/// The kinds of place one can make.
const KINDS: [PlaceKind; 3] = [PlaceKind::Zone, PlaceKind::Aisle, PlaceKind::Bin];

/// The form of a place: a new one, or the one that is being changed.
pub(crate) fn place(visit: &Visit, key: &Key, typed: &Typed, shown: &Shown, which: Which) -> impl IntoView + use<> {
    let words = visit.words;
    let old: Option<&LocationRow> = match which {
        Which::Edit(id) => shown.places.iter().find(|place| place.id == id && !place.archived),
        _ => None,
    };
    let sent = which != Which::Store && typed.has("place_name");
    let value = |name: &str, now: String| if sent { typed.value(name) } else { now };
    let error = |name: &str| if sent { typed.error(name) } else { None };
    let (action, title, label) = match old {
        Some(place) => (
            format!("{}/places/{}", shown.path(), place.id),
            words.with("place-edit", &[("place", place.code.as_str().into())]),
            words.t("action-save"),
        ),
        None => (format!("{}/places", shown.path()), words.t("place-add"), words.t("place-add")),
    };
    let code = old.is_none().then(|| {
        let (code, code_error) = (value("place_code", String::new()), error("place_code"));
        view! {
            <Input
                name="place_code"
                label=words.t("place-code")
                hint=words.t("place-code.hint")
                value=code
                error=code_error
                dir="ltr"
                required=true
                maxlength=32_u32
                autocomplete="off"
            />
        }
    });
    let kinds: Vec<Choice> = KINDS.into_iter().map(|kind| Choice::new(kind.tag(), words.place(kind))).collect();
    let kind = value("place_kind", old.map_or(PlaceKind::Bin, |place| place.kind).tag().to_owned());
    let above: Vec<Choice> = in_order(&shown.places)
        .into_iter()
        .filter(|(_, place)| !place.archived && old.is_none_or(|old| old.id != place.id))
        .map(|(depth, place)| {
            Choice::new(place.id.to_string(), format!("{}{}", "\u{2003}".repeat(depth), crate::common::place_label(&place.code, &place.name)))
        })
        .collect();
    let parent = value("place_parent", old.filter(|place| place.parent != place.id).map(|place| place.parent.to_string()).unwrap_or_default());
    let (name, name_error) = (value("place_name", old.map(|place| place.name.clone()).unwrap_or_default()), error("place_name"));
    let (kind_error, parent_error) = (error("place_kind"), error("place_parent"));
    let negative = old.map(|place| {
        let checked = if sent { typed.has("place_negative") } else { place.allow_negative };
        view! { <Checkbox name="place_negative" label=words.t("place-negative") hint=words.t("place-negative.hint") checked/> }
    });
    let leave = old.map(|_| {
        let href = shown.path();
        view! { <LinkButton label=words.t("action-cancel") href/> }
    });
    let hidden = old.map(|place| vec![(String::from("version"), place.version.to_string())]).unwrap_or_default();
    let (csrf, key) = (visit.token.clone(), key.as_str().to_owned());
    view! {
        <Section title id="place-form">
            <FormView action csrf idempotency=key hidden>
                <FieldRow>
                    {code}
                    <Input name="place_name" label=words.t("name") hint=words.t("place-name-hint") value=name error=name_error maxlength=120_u32/>
                    <Select name="place_kind" label=words.t("kind") choices=kinds value=kind error=kind_error/>
                    <Select name="place_parent" label=words.t("place-parent") choices=above value=parent error=parent_error prompt=words.t("place-top")/>
                </FieldRow>
                {negative}
                <FormActions><Button label weight=Weight::Primary/>{leave}</FormActions>
            </FormView>
        </Section>
    }
}

/// What an operation said to a form of this page: done, or the page again with what is wrong.
async fn answer<O: Operation>(
    state: &PageState,
    posted: Posted,
    code: &str,
    which: Which,
    operation: Result<O, Vec<FieldError>>,
    said: Said,
    field: impl Fn(&str) -> String,
) -> PageResult {
    let Posted { visit, key, fields } = posted;
    let outcome = match operation {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    let error = match outcome {
        Ok(_) => return Ok(visit.done(&format!("/stock/stores/{code}"), said).await),
        Err(AppError::Stale) => AppError::Conflict { said: Said::new("error-stale") },
        Err(error) => error,
    };
    let mut errors = refused(error)?;
    for error in &mut errors {
        error.field = if error.field == "main" { String::new() } else { field(&error.field) };
    }
    let shown = Shown::load(state, &visit, code).await?;
    Ok(again(&visit, &key, &fields, &errors, &shown, which))
}

/// The place form's names of an operation's fields.
fn place_field(field: &str) -> String {
    if field.starts_with("place_") { field.to_owned() } else { format!("place_{field}") }
}

async fn store_of(state: &PageState, visit: &Visit, code: &str) -> Result<Shown, PageError> {
    Shown::load(state, visit, code).await
}

/// A store and a place of its: what an address says of both must be true.
async fn place_of(state: &PageState, visit: &Visit, code: &str, id: &str) -> Result<(Shown, LocationId), PageError> {
    let mut shown = store_of(state, visit, code).await?;
    let place = id.parse().map_err(|_| AppError::NotFound)?;
    if shown.knows(state, visit, place).await? { Ok((shown, place)) } else { Err(AppError::NotFound.into()) }
}

pub(crate) async fn edit_store(State(state): State<PageState>, Path(code): Path<String>, posted: Posted) -> PageResult {
    let shown = store_of(&state, &posted.visit, &code).await?;
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let version = form.choice("version");
    let name = form.text("name", NAME_MAX);
    let zone = form.text("zone", 64);
    let locale = form.text("locale", 8);
    let all = version.zip(name).zip(zone).zip(locale);
    let operation = form.finish(all.map(|(((version, name), zone), locale)| EditStore { store: shown.store.id, version, name, zone, locale }));
    answer(&state, posted, &code, Which::Store, operation, Said::new("notice-saved"), str::to_owned).await
}

pub(crate) async fn archive_store(State(state): State<PageState>, Path(code): Path<String>, posted: Posted) -> PageResult {
    let shown = store_of(&state, &posted.visit, &code).await?;
    let archived = posted.fields.get("archived") != "no";
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let version = form.choice("version");
    let operation = form.finish(version.map(|version| ArchiveStore { store: shown.store.id, version, archived }));
    let said = Said::new(if archived { "notice-archived" } else { "notice-restored" });
    answer(&state, posted, &code, Which::Store, operation, said, |_| String::new()).await
}

pub(crate) async fn add_place(State(state): State<PageState>, Path(code): Path<String>, posted: Posted) -> PageResult {
    posted.visit.needs(Permission::PlaceWrite)?;
    let shown = store_of(&state, &posted.visit, &code).await?;
    let operation = {
        let mut form = Form::new(posted.visit.words, &posted.fields);
        let own = form.text("place_code", 32).map(|code| code.to_uppercase());
        if own.as_deref().is_some_and(|code| !is_location_code(code)) {
            form.wrong(FieldError::new("place_code", "location-code-invalid"));
        }
        let name = form.optional_text("place_name", NAME_MAX);
        let (kind, parent) = kind_and_parent(&mut form, &posted.fields);
        let all = own.zip(name).zip(kind).zip(parent);
        form.finish(all.map(|(((code, name), kind), parent)| {
            // A bin is mostly called by its code.
            let name = if name.is_empty() { code.clone() } else { name };
            CreateLocation { store: shown.store.id, parent, kind, code, name }
        }))
    };
    let said = Said::new("place-added").with("place", posted.fields.get("place_code").trim().to_uppercase());
    answer(&state, posted, &code, Which::Add, operation, said, place_field).await
}

fn kind_and_parent(form: &mut Form<'_>, fields: &Fields) -> (Option<PlaceKind>, Option<Option<LocationId>>) {
    let kind = PlaceKind::of_tag(fields.get("place_kind")).filter(|kind| kind.holds_stock());
    (form.pick("place_kind", kind), form.optional_choice("place_parent"))
}

pub(crate) async fn edit_place(State(state): State<PageState>, Path((code, id)): Path<(String, String)>, posted: Posted) -> PageResult {
    let (shown, location) = place_of(&state, &posted.visit, &code, &id).await?;
    let operation = {
        let mut form = Form::new(posted.visit.words, &posted.fields);
        let version = form.choice("version");
        let name = form.optional_text("place_name", NAME_MAX);
        let (kind, parent) = kind_and_parent(&mut form, &posted.fields);
        let allow_negative = posted.fields.has("place_negative");
        let own = shown.places.iter().find(|place| place.id == location).map(|place| place.code.clone()).unwrap_or_default();
        let all = version.zip(name).zip(kind).zip(parent);
        form.finish(all.map(|(((version, name), kind), parent)| {
            let name = if name.is_empty() { own } else { name };
            EditLocation { location, version, name, kind, parent, allow_negative }
        }))
    };
    answer(&state, posted, &code, Which::Edit(location), operation, Said::new("notice-saved"), place_field).await
}

pub(crate) async fn archive_place(State(state): State<PageState>, Path((code, id)): Path<(String, String)>, posted: Posted) -> PageResult {
    let (_, location) = place_of(&state, &posted.visit, &code, &id).await?;
    let archived = posted.fields.get("archived") != "no";
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let version = form.choice("version");
    let operation = form.finish(version.map(|version| ArchiveLocation { location, version, archived }));
    let said = Said::new(if archived { "notice-archived" } else { "notice-restored" });
    answer(&state, posted, &code, Which::Add, operation, said, |_| String::new()).await
}

pub(crate) async fn default_place(State(state): State<PageState>, Path((code, id)): Path<(String, String)>, posted: Posted) -> PageResult {
    let (_, location) = place_of(&state, &posted.visit, &code, &id).await?;
    answer(&state, posted, &code, Which::Add, Ok(SetDefaultLocation { location }), Said::new("notice-saved"), |_| String::new()).await
}
