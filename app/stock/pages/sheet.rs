//! A document of lines as a form: its head, its lines, and what will happen. Receiving, selling, taking back, moving and
//! the like are each one of these.

use crate::{
    common::{address, store_field, store_tabs},
    rate,
    rows::{self, Extra, Rows},
};
use axum::response::{IntoResponse, Response};
use kit::{ActionBar, Button, ErrorSummary, FieldRow, Form as FormView, Input, PageHead, Select, TextArea, Weight, render};
use leptos::prelude::*;
use stock_rules::{LocationRow, NOTE_MAX, REFERENCE_MAX};
use vocabulary::{FieldError, Key};
use wire::{Fields, Nav, PageDoc, StoreChoice, Typed, Visit};

/// What a form of lines is about.
#[derive(Clone)]
pub(crate) struct Sheet {
    /// The page's own path.
    pub path: &'static str,
    /// The messages `{word}-title`, `-sub`, `-do`, `-effect`.
    pub word: &'static str,
    pub store: StoreChoice,
    /// Places to choose between, each field with its name, its word, and what stands first; empty for none.
    pub places: Vec<PlaceField>,
    pub locations: Vec<LocationRow>,
    /// The word for the document's number; empty where there is none.
    pub reference: &'static str,
    pub extra: Extra,
    /// More fields of the head, already views.
    pub choices: Vec<ChoiceField>,
    /// Whether one may say when it happened.
    pub dated: bool,
    /// Goods come, and tell their last day.
    pub comes: bool,
}

/// A place to choose.
#[derive(Clone, Copy)]
pub(crate) struct PlaceField {
    pub name: &'static str,
    pub word: &'static str,
    /// What holds when none is chosen; empty where one must be.
    pub otherwise: &'static str,
}

/// Something else to choose.
#[derive(Clone)]
pub(crate) struct ChoiceField {
    pub name: &'static str,
    pub word: &'static str,
    pub choices: Vec<kit::Choice>,
    pub prompt: &'static str,
}

/// The page, with what was typed and what is wrong.
pub(crate) struct Filled<'a> {
    pub visit: &'a Visit,
    pub key: &'a Key,
    pub fields: &'a Fields,
    pub rows: &'a Rows,
    pub errors: &'a [FieldError],
}

impl Sheet {
    /// Shows the form: in place and refused where something is wrong.
    pub(crate) fn answer(&self, filled: &Filled<'_>) -> Response {
        let page = self.page(filled);
        if filled.errors.is_empty() { page.into_response() } else { page.refused().into_response() }
    }

    fn page(&self, filled: &Filled<'_>) -> PageDoc {
        let (visit, words) = (filled.visit, filled.visit.words);
        let typed = Typed::new(words, filled.fields, filled.errors);
        let say = |part: &str| words.t(&format!("{}-{part}", self.word));
        let title = say("title");
        let (heading, sub, label, effect) =
            (title.clone(), words.with(&format!("{}-sub", self.word), &[("store", self.store.name.as_str().into())]), say("do"), say("effect"));
        let tabs = store_tabs(visit, self.path, &self.store);
        let action = address(self.path, &[("store", Some(self.store.code.clone()))]);
        let (csrf, key) = (visit.token.clone(), filled.key.as_str().to_owned());
        let store = store_field(visit, &typed);
        let (head, foot) = (self.head(words, &typed), self.foot(words, &typed));
        let summary = crate::common::summary(words, filled.errors);
        let lines = rows::view(words, filled.rows, self.extra, self.comes, &typed);
        let note = typed.value("note");
        let note_error = typed.error("note");
        let body = render(move || {
            view! {
                <PageHead title=heading sub=view! { {sub} }/>
                {tabs}
                <FormView action csrf idempotency=key>
                    <ErrorSummary title=words.t("errors-title") errors=summary/>
                    {store}
                    {head}
                    {lines}
                    {foot}
                    <TextArea
                        name="note"
                        label=words.t("note")
                        value=note
                        error=note_error
                        optional=words.t("optional")
                        rows=2
                        maxlength=u32::try_from(NOTE_MAX).unwrap_or(500)
                    />
                    <ActionBar words=view! { {effect} }><Button label weight=Weight::Primary name="do" value="post"/></ActionBar>
                </FormView>
            }
        });
        PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), address("/stock", &[("store", Some(self.store.code.clone()))]))
    }

    fn head(&self, words: words::Words, typed: &Typed) -> impl IntoView + use<> {
        let places: Vec<_> = self
            .places
            .iter()
            .map(|field| {
                let (name, label) = (field.name, words.t(field.word));
                let prompt = if field.otherwise.is_empty() { words.t("choose-place") } else { words.t(field.otherwise) };
                let choices = crate::common::place_choices(&self.locations);
                let (value, error) = (typed.value(name), typed.error(name));
                view! { <Select name label choices value error prompt required=field.otherwise.is_empty()/> }.into_any()
            })
            .collect();
        let choices: Vec<_> = self
            .choices
            .iter()
            .map(|field| {
                let (name, label, choices) = (field.name, words.t(field.word), field.choices.clone());
                let prompt = if field.prompt.is_empty() { String::new() } else { words.t(field.prompt) };
                let (value, error) = (typed.value(name), typed.error(name));
                view! { <Select name label choices value error prompt/> }.into_any()
            })
            .collect();
        let any = !self.choices.is_empty() || !self.places.is_empty();
        any.then(|| view! { <FieldRow>{choices}{places}</FieldRow> })
    }

    fn foot(&self, words: words::Words, typed: &Typed) -> impl IntoView + use<> {
        let reference = (!self.reference.is_empty()).then(|| {
            let (label, value, error) = (words.t(self.reference), typed.value("reference"), typed.error("reference"));
            let most = u32::try_from(REFERENCE_MAX).unwrap_or(64);
            view! { <Input name="reference" label value error optional=words.t("optional") maxlength=most autocomplete="off"/> }
        });
        let dated = self.dated.then(|| {
            let (value, error) = (typed.value("occurred_at"), typed.error("occurred_at"));
            view! {
                <Input
                    name="occurred_at"
                    kind="datetime-local"
                    label=words.t("when")
                    value
                    error
                    optional=words.t("optional")
                    hint=words.t("when-hint")
                />
            }
        });
        let rate = match self.extra {
            Extra::Cost(_, own) => Some(rate::view(words, own, typed)),
            _ => None,
        };
        view! { <FieldRow>{reference}{dated}</FieldRow> {rate} }
    }
}
