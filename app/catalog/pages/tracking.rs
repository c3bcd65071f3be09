//! How an item's pieces are told apart, and how much life they must have left.

use crate::common::{Sheet, address, id, may_write};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{ItemView, LIFE_MAX, LeastLife, SetTracking, ShowItem};
use kit::{
    ActionBar, Button, Choice, ErrorSummary, FieldRow, Form as FormView, FormSection, Input, LinkButton, PageHead, RadioGroup, Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, ItemId, Key, Said, Tracking};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};
use words::{Words, message_id};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[
    ("tracking", "tracking"),
    ("life.receipt", "life-receipt"),
    ("life.till", "life-till"),
    ("life.pickup", "life-pickup"),
    ("life.online", "life-online"),
];

/// A way to track, in words: "By lot, with a last day".
pub(crate) fn tracking_word(words: Words, tracking: Tracking) -> String {
    words.t(&message_id("tracking", tracking.tag()))
}

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(item): Path<String>) -> PageResult {
    may_write(&visit)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id(&item)?, variant: None }).await?;
    let life = [("receipt", item.life.receipt), ("till", item.life.till), ("pickup", item.life.pickup), ("online", item.life.online)];
    let mut fields = vec![(String::from("version"), item.version.to_string()), (String::from("tracking"), item.tracking.tag().to_owned())];
    fields.extend(life.map(|(name, days)| (format!("life.{name}"), if days == 0 { String::new() } else { days.to_string() })));
    Ok(page(&visit, &Key::random(), &item, &Fields(fields), &[]).into_response())
}

pub(crate) async fn submit(State(desk): State<PageState>, Path(item): Path<String>, Posted { visit, key, mut fields }: Posted) -> PageResult {
    may_write(&visit)?;
    let id: ItemId = id(&item)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id, variant: None }).await?;
    let set = match read(&visit, id, &fields) {
        Ok(set) => set,
        Err(errors) => return Ok(page(&visit, &key, &item, &fields, &errors).refused().into_response()),
    };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), set)).await {
        Ok(_) => Ok(visit.done(&address(&format!("/catalog/items/{id}"), &visit, &[]), Said::new("notice-saved")).await),
        // What was typed stays; whoever looks and saves again means it.
        Err(AppError::Stale) => {
            fields.0.retain(|(name, _)| name != "version");
            fields.0.push((String::from("version"), item.version.to_string()));
            Ok(page(&visit, &Key::random(), &item, &fields, &[FieldError::new("main", "item-stale")]).refused().into_response())
        }
        Err(error) => Ok(page(&visit, &key, &item, &fields, &refused(error)?).refused().into_response()),
    }
}

fn read(visit: &Visit, item: ItemId, fields: &Fields) -> Result<SetTracking, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let version = form.choice::<i64>("version").unwrap_or_default();
    let chosen = form.choice::<String>("tracking");
    let tracking = chosen.and_then(|tag| form.pick("tracking", Tracking::of_tag(&tag)));
    let mut days = |name: &str| match form.raw(name) {
        "" => 0,
        raw => raw.parse::<u16>().unwrap_or_else(|_| {
            form.wrong(FieldError::new(name, "life-not-days").with("max", i64::from(LIFE_MAX)));
            0
        }),
    };
    let life = LeastLife { receipt: days("life.receipt"), till: days("life.till"), pickup: days("life.pickup"), online: days("life.online") };
    form.finish(tracking.map(|tracking| SetTracking { item, version, tracking, life }))
}

fn page(visit: &Visit, key: &Key, item: &ItemView, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let body = render(|| body(visit, key, item, Sheet::new(typed)));
    let href = address(&format!("/catalog/items/{}", item.item), visit, &[]);
    PageDoc::new(words.t("tracking"), Nav::Catalog, body)
        .under(words.t("items-title"), address("/catalog/items", visit, &[]))
        .under(item.name.clone(), href)
}

fn body(visit: &Visit, key: &Key, item: &ItemView, typed: Sheet) -> impl IntoView + use<> {
    let words = visit.words;
    let path = format!("/catalog/items/{}", item.item);
    let (csrf, key, action) = (visit.token.clone(), key.as_str().to_owned(), format!("{path}/tracking"));
    let hidden = vec![(String::from("version"), typed.value("version"))];
    let choices = Tracking::ALL
        .iter()
        .map(|tracking| {
            let word = message_id("tracking", tracking.tag());
            Choice::new(tracking.tag(), words.t(&word)).hint(words.t(&format!("{word}.hint")))
        })
        .collect();
    let days = move |name: &'static str, word: &str| {
        let (field, label) = (format!("life.{name}"), words.t(word));
        let (value, error, suffix, optional) = (typed.value(&field), typed.error(&field), words.t("life-days"), words.t("optional"));
        view! { <Input name=field label value error numeric=true suffix optional/> }
    };
    let (receipt, till) = (days("receipt", "life-receipt"), days("till", "life-till"));
    let (pickup, online) = (days("pickup", "life-pickup"), days("online", "life-online"));
    view! {
        <PageHead title=words.with("tracking-of", &[("name", item.name.as_str().into())])/>
        <FormView action csrf idempotency=key hidden>
            <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
            <FormSection title=words.t("tracking") text=words.t("tracking.hint")>
                <RadioGroup name="tracking" legend=words.t("tracking") choices value=typed.value("tracking") error=typed.error("tracking")/>
            </FormSection>
            <FormSection title=words.t("life-title") text=words.t("life-title.hint")>
                <FieldRow>{receipt}{till}</FieldRow>
                <FieldRow>{pickup}{online}</FieldRow>
            </FormSection>
            <ActionBar>
                <LinkButton label=words.t("action-cancel") href=path/>
                <Button label=words.t("action-save") weight=Weight::Primary name="do" value="save"/>
            </ActionBar>
        </FormView>
    }
}
