//! What people changed of the value of stock, the newest first; one such change, and taking it back.

use super::{costing::whole, money, page_tabs};
use crate::common::{address, allowed, item_link, store_code};
use axum::{
    extract::{Path, Query, State},
    response::IntoResponse,
};
use kit::{
    Badge, Button, Card, Cell, Code, Column, Columns, Delta, Density, DescriptionList, Empty, ErrorSummary, Fact, Form as FormView, FormActions,
    Glyph, PageHead, Pager, RowOf, Section, Sign, Table, TextArea, Tone, Weight, render,
};
use leptos::prelude::*;
use rust_decimal::Decimal;
use serde::Deserialize;
use stock_rules::{CostChange, CostChangeView, ListCostChanges, NOTE_MAX, ShowCostChange, UndoCostChange};
use uuid::Uuid;
use vocabulary::{AppError, Ask as Request, Cursor, FieldError, Key, Money, Operation, Page, Permission, Said};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};
use words::Words;

pub(crate) const PATH: &str = "/stock/value/changes";

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("note", "reverse-why")];

/// Of which receipt, or of which variant.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Asked {
    receipt: Option<String>,
    item: Option<String>,
    cursor: Option<String>,
}

/// Where a change is told.
pub(crate) fn change_path(change: Uuid) -> String {
    format!("{PATH}/{change}")
}

/// Where it is taken back.
pub(super) fn undo_path(change: Uuid) -> String {
    format!("{}/reverse", change_path(change))
}

fn what(words: Words, kind: CostChange) -> String {
    words.t(match kind {
        CostChange::Revaluation => "cost-change-revaluation",
        CostChange::Landed => "late-cost-landed",
        CostChange::Invoice => "late-cost-invoice",
    })
}

pub(crate) async fn list(State(state): State<PageState>, visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let read =
        |id: &Option<String>| id.as_deref().filter(|id| !id.is_empty()).map(|id| id.parse::<Uuid>().map_err(|_| AppError::NotFound)).transpose();
    let list = ListCostChanges {
        posting: read(&asked.receipt)?.map(Into::into),
        variant: read(&asked.item)?.map(Into::into),
        cursor: asked.cursor.as_deref().and_then(Cursor::decode),
    };
    let page = state.desk.ask(&visit.actor, list).await?;
    let title = visit.words.t("cost-changes-title");
    let body = render(|| all(&visit, &asked, &page));
    let at = |path: &str| address(path, &[("store", store_code(&visit))]);
    let doc = PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), at("/stock"));
    Ok(doc.under(visit.words.t("value-title"), at("/stock/value")).into_response())
}

fn all(visit: &Visit, asked: &Asked, page: &Page<CostChangeView>) -> impl IntoView + use<> {
    let words = visit.words;
    let at = |cursor: Option<String>| address(PATH, &[("receipt", asked.receipt.clone()), ("item", asked.item.clone()), ("cursor", cursor)]);
    let (next, back) = (page.next.as_ref().map(|cursor| at(Some(cursor.encode()))), asked.cursor.is_some().then(|| at(None)));
    let rows = if page.rows.is_empty() {
        view! { <Empty title=words.t("cost-changes-none") text=words.t("cost-changes-none.hint") icon=Glyph::Scale/> }.into_any()
    } else {
        table(visit, &page.rows).into_any()
    };
    let narrowed =
        (asked.receipt.is_some() || asked.item.is_some()).then(|| view! { <kit::LinkButton label=words.t("cost-changes-all") href=PATH/> });
    view! {
        <PageHead title=words.t("cost-changes-title") sub=view! { {words.t("cost-changes-sub")} } actions=narrowed/>
        {page_tabs(visit, PATH)}
        {rows}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn table(visit: &Visit, rows: &[CostChangeView]) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("when", words.t("when")).fixed(),
        Column::new("what", words.t("account-what")),
        Column::num("value", words.t("value-worth")),
        Column::num("gone", words.t("cost-change-gone")),
        Column::new("who", words.t("who")),
        Column::new("state", words.t("status")).hide_label(),
    ];
    let rows = rows.iter().map(|row| {
        let (href, at) = (change_path(row.change), words.date_time(row.at));
        let sub = if row.name.is_empty() { row.reference.clone() } else { crate::common::item_label(&row.name, &row.option_text) };
        let sub = (!sub.is_empty()).then(|| view! { <div class="sub">{sub}</div> });
        RowOf::new(vec![
            Cell::head(view! { <a href=href>{at}</a> }),
            Cell::new(view! { {what(words, row.kind)} {sub} }).class("wide"),
            Cell::new(delta(visit, row.value)).class("lead"),
            Cell::num(money(words, row.gone, visit.currency), row.gone.is_zero()).class("sub"),
            Cell::new(row.by.clone()).class("sub"),
            state(words, row).map_or_else(Cell::empty, Cell::new),
        ])
    });
    view! { <Table caption=words.with("table-of", &[("what", words.t("cost-changes-title").into())]) columns rows=rows.collect() density=Density::Compact/> }
}

fn delta(visit: &Visit, value: Decimal) -> impl IntoView + use<> {
    let sign = match value {
        value if value.is_zero() => Sign::Same,
        value if value < Decimal::ZERO => Sign::Less,
        _ => Sign::More,
    };
    let value = visit.words.money_delta(Money::new(value, visit.currency).rounded());
    view! { <Delta value sign/> }
}

fn state(words: Words, row: &CostChangeView) -> Option<impl IntoView + use<>> {
    let (word, tone) = match (row.undoes, row.undone_by) {
        (Some(_), _) => ("cost-change-undoes", Tone::Info),
        (None, Some(_)) => ("posting-undone", Tone::Warn),
        (None, None) => return None,
    };
    let label = words.t(word);
    Some(view! { <Badge label tone icon=Glyph::RotateCcw/> })
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    let view = load(&state, &visit, &id).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &view).into_response())
}

async fn load(state: &PageState, visit: &Visit, id: &str) -> Result<CostChangeView, AppError> {
    let change = id.parse().map_err(|_| AppError::NotFound)?;
    state.desk.ask(&visit.actor, ShowCostChange { change }).await
}

/// Takes the change back.
pub(crate) async fn undo(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = posted;
    allowed(&visit, UndoCostChange::NEEDS)?;
    let change: Uuid = id.parse().map_err(|_| AppError::NotFound)?;
    let mut form = Form::new(visit.words, &fields);
    let note = form.optional_text("note", NOTE_MAX);
    let outcome = match form.finish(note) {
        Ok(note) => state.desk.run(Request::new(&visit.actor, key.clone(), UndoCostChange { change, note })).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(done) => {
            let told = |value| money(visit.words, value, visit.currency);
            let said = Said::new("cost-change-undo-done").with("value", visit.words.money_delta(Money::new(done.value, visit.currency)));
            let said = said.with("on_hand", told(done.on_hand)).with("gone", told(done.gone));
            Ok(visit.done(&change_path(done.document), said).await)
        }
        Err(error) => {
            let errors = whole(refused(error)?);
            let view = load(&state, &visit, &id).await?;
            Ok(page(&visit, &key, &fields, &errors, &view).refused().into_response())
        }
    }
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], view: &CostChangeView) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let title = words.with("posting-title", &[("what", what(words, view.kind).into()), ("when", words.date_time(view.at).into())]);
    let heading = title.clone();
    let body = render(|| {
        let (summary, facts) = (typed.summary(LABELS), facts(visit, view));
        let may_undo = visit.may(Permission::CostWrite) && view.undoes.is_none() && view.undone_by.is_none();
        let undo = may_undo.then(|| undo_form(visit, key, &typed, view));
        let other = |change: Option<Uuid>, word: &str| {
            change.map(|change| {
                let href = change_path(change);
                view! { <a href=href>{words.t(word)}</a> }
            })
        };
        let (undoes, undone_by) = (other(view.undoes, "cost-change-of"), other(view.undone_by, "posting-counter-entry"));
        let badge = state(words, view);
        view! {
            <PageHead title=heading sub=view! { <span class="row">{badge} {undoes} {undone_by}</span> }/>
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=facts>{undo}</Columns>
        }
    });
    let at = |path: &str| address(path, &[("store", store_code(visit))]);
    PageDoc::new(title, Nav::Stock, body)
        .under(words.t("nav-stock"), at("/stock"))
        .under(words.t("value-title"), at("/stock/value"))
        .under(words.t("cost-changes-title"), PATH)
}

fn facts(visit: &Visit, view: &CostChangeView) -> impl IntoView + use<> {
    let words = visit.words;
    let mut facts = vec![
        Fact::new(words.t("value-worth"), delta(visit, view.value)),
        Fact::new(words.t("cost-change-on-hand"), money(words, view.on_hand, visit.currency)),
        Fact::new(words.t("cost-change-gone"), money(words, view.gone, visit.currency)),
        Fact::new(words.t("who"), view.by.clone()),
    ];
    if let Some(posting) = view.posting {
        let href = format!("/stock/postings/{posting}");
        let label = if view.receipt.is_empty() { words.t("cost-change-receipt") } else { view.receipt.clone() };
        facts.push(Fact::new(words.t("cost-change-receipt"), view! { <a href=href>{label}</a> }));
    }
    if let Some(variant) = view.variant {
        facts.push(Fact::new(words.t("item"), item_link(variant, &view.name, &view.option_text)));
    }
    if !view.reference.is_empty() {
        let value = view.reference.clone();
        facts.push(Fact::new(words.t("late-cost-reference"), view! { <Code value/> }));
    }
    if view.currency != visit.currency {
        facts.push(Fact::new(words.t("cost-change-billed"), words.money(Money::new(view.amount, view.currency))));
    }
    let note = (!view.note.is_empty()).then(|| view! { <p class="above-2">{view.note.clone()}</p> });
    view! { <Card title=words.t("details") id="facts"><DescriptionList facts start=true/>{note}</Card> }
}

fn undo_form(visit: &Visit, key: &Key, typed: &Typed, view: &CostChangeView) -> impl IntoView + use<> {
    let words = visit.words;
    let (action, csrf, key) = (undo_path(view.change), visit.token.clone(), key.as_str().to_owned());
    let (value, error) = (typed.value("note"), typed.error("note"));
    let most = u32::try_from(NOTE_MAX).unwrap_or(500);
    view! {
        <Section title=words.t("reverse-title") id="undo">
            <p class="mute below-3">{words.t("cost-change-undo-effect")}</p>
            <FormView action csrf idempotency=key id="reverse">
                <TextArea name="note" label=words.t("reverse-why") value error optional=words.t("optional") rows=2 maxlength=most/>
                <FormActions><Button label=words.t("reverse-title") weight=Weight::Danger icon=Glyph::RotateCcw/></FormActions>
            </FormView>
        </Section>
    }
}
