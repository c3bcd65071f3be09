//! One count programme: what of it is due, what it planned, and how it is changed; and making one.

use super::{
    programme_form::{self, form},
    programmes::{PATH, kind_word},
    tone,
};
use crate::common::{form_store, sent_store, store_name, store_tabs, with_store};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{
    Button, Card, Cell, Code, Column, Columns, Density, DescriptionList, Empty, ErrorSummary, Fact, Form as FormView, Glyph, PageHead, RowOf,
    Section, State as Mark, Table, Weight, render,
};
use leptos::prelude::*;
use stock_rules::{CountProgrammeView, PlanDueCount, ProgrammeKind, SaveCountProgramme, ShowCountProgramme};
use vocabulary::{AppError, Ask, FieldError, Key, Permission, ProgrammeId, Said};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Posted, StoreChoice, Typed, Visit};

pub(super) async fn new(visit: Visit) -> PageResult {
    visit.needs(Permission::CountReview)?;
    match form_store(&visit) {
        Ok(store) => Ok(new_page(&visit, &store, &Key::random(), &programme_form::usual(), &[]).into_response()),
        Err(elsewhere) => Ok(elsewhere),
    }
}

pub(super) async fn make(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let sent = match sent_store(&visit, &fields) {
        Ok(sent) => sent,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (store, wrong) = (sent.store, sent.wrong);
    let outcome = match (programme_form::read(&visit, &fields), wrong) {
        (Ok(spec), None) => {
            let save = SaveCountProgramme { programme: None, version: None, store: store.id, spec };
            state.desk.run(Ask::new(&visit.actor, key.clone(), save)).await
        }
        (Ok(_), Some(wrong)) => Err(wrong.into()),
        (Err(fields), wrong) => Err(AppError::Invalid { fields: wrong.into_iter().chain(fields).collect() }),
    };
    match outcome {
        Ok(saved) => Ok(visit.done(&format!("{PATH}/{}", saved.programme), Said::new("programme-done-saved")).await),
        Err(error) => Ok(new_page(&visit, &store, &key, &fields, &wire::refused(error)?).refused().into_response()),
    }
}

fn new_page(visit: &Visit, store: &StoreChoice, key: &Key, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.t("programme-new");
    let typed = Typed::new(words, fields, errors);
    let action = crate::common::address(&format!("{PATH}/new"), &[("store", Some(store.code.clone()))]);
    let heading = title.clone();
    let body = render(|| {
        let tabs = store_tabs(visit, &format!("{PATH}/new"), store);
        let asks = crate::common::store_field(visit, &typed);
        let summary = typed.summary(programme_form::LABELS);
        let form = form(visit, key, &typed, action, None, asks);
        view! {
            <PageHead title=heading sub=view! { {words.t("programmes-sub")} }/>
            {tabs}
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            {form}
        }
    });
    under(visit, PageDoc::new(title, Nav::Counts, body))
}

fn under(visit: &Visit, doc: PageDoc) -> PageDoc {
    let words = visit.words;
    doc.under(words.t("nav-counts"), with_store("/stock/counts", visit)).under(words.t("programmes-title"), with_store(PATH, visit))
}

async fn load(state: &PageState, visit: &Visit, id: &str) -> Result<CountProgrammeView, PageError> {
    let programme: ProgrammeId = id.parse().map_err(|_| AppError::NotFound)?;
    Ok(state.desk.ask(&visit.actor, ShowCountProgramme { programme }).await?)
}

pub(super) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let view = load(&state, &visit, &id).await?;
    Ok(page(&visit, &Key::random(), &programme_form::of(&visit, &view.head.spec), &[], &view).into_response())
}

pub(super) async fn change(State(state): State<PageState>, Path(id): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let view = load(&state, &visit, &id).await?;
    let outcome = match programme_form::read(&visit, &fields) {
        Ok(spec) => {
            let head = &view.head;
            let version = fields.get("version").parse().ok();
            let save = SaveCountProgramme { programme: Some(head.programme), version, store: head.store, spec };
            state.desk.run(Ask::new(&visit.actor, key.clone(), save)).await
        }
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    let errors = match outcome {
        Ok(_) => return Ok(visit.done(&format!("{PATH}/{id}"), Said::new("programme-done-saved")).await),
        Err(AppError::Stale) => vec![FieldError::new("", "error-stale")],
        Err(error) => wire::refused(error)?,
    };
    let view = load(&state, &visit, &id).await?;
    Ok(page(&visit, &key, &fields, &errors, &view).refused().into_response())
}

/// Plans what is due now, without waiting for its day.
pub(super) async fn plan(State(state): State<PageState>, Path(id): Path<String>, Posted { visit, key, .. }: Posted) -> PageResult {
    let programme: ProgrammeId = id.parse().map_err(|_| AppError::NotFound)?;
    match state.desk.run(Ask::new(&visit.actor, key, PlanDueCount { programme })).await {
        Ok(planned) => match planned.count {
            Some(count) => Ok(visit.done(&format!("/stock/counts/{count}"), Said::new("count-plan-done").with("number", planned.number)).await),
            None => Ok(visit.done(&format!("{PATH}/{id}"), Said::new("programme-nothing-due")).await),
        },
        Err(AppError::Conflict { said }) => Ok(visit.done(&format!("{PATH}/{id}"), said).await),
        Err(error) => Err(error.into()),
    }
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], view: &CountProgrammeView) -> PageDoc {
    let words = visit.words;
    let title = view.head.spec.name.clone();
    let typed = Typed::new(words, fields, errors);
    let heading = title.clone();
    let body = render(|| {
        let summary = typed.summary(programme_form::LABELS);
        let action = format!("{PATH}/{}", view.head.programme);
        let plan = plan_form(visit, &action);
        let form = form(visit, key, &typed, action, Some(view.head.version), None);
        let (classes, counts, side) = (classes(visit, view), counts(visit, view), facts(visit, view));
        let sub = view! { <span class="row">{store_name(visit, view.head.store)} <span>{kind_word(words, view.head.spec.kind)}</span></span> };
        view! {
            <PageHead title=heading sub actions=plan/>
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=side>
                <Section title=words.t("programme-due") id="due">{classes}</Section>
                <Section title=words.t("programme-counts") id="counts">{counts}</Section>
                <Section title=words.t("programme-change") id="change">{form}</Section>
            </Columns>
        }
    });
    under(visit, PageDoc::new(title, Nav::Counts, body))
}

fn plan_form(visit: &Visit, action: &str) -> impl IntoView + use<> {
    let (action, csrf, key) = (format!("{action}/plan"), visit.token.clone(), Key::random().as_str().to_owned());
    let label = visit.words.t("programme-plan");
    view! { <FormView action csrf idempotency=key><Button label icon=Glyph::ClipboardCheck weight=Weight::Primary/></FormView> }
}

fn facts(visit: &Visit, view: &CountProgrammeView) -> impl IntoView + use<> {
    let words = visit.words;
    let spec = &view.head.spec;
    let next = if spec.active { words.date(view.head.next_on) } else { words.t("programme-rests") };
    let mut facts = vec![Fact::new(words.t("programme-next"), next)];
    if let Some(limit) = spec.limit_quantity {
        facts.push(Fact::new(words.t("count-plan-limit-quantity"), words.quantity(limit)));
    }
    if let Some(limit) = spec.limit_value {
        facts.push(Fact::new(words.t("count-plan-limit-value"), words.money(vocabulary::Money::new(limit, visit.currency))));
    }
    let yes = |on: bool| words.t(if on { "yes" } else { "no" });
    facts.push(Fact::new(words.t("count-is-blind"), yes(spec.blind)));
    facts.push(Fact::new(words.t("count-plan-second"), yes(spec.second_count)));
    view! { <Card title=words.t("details") id="facts"><DescriptionList facts start=true/></Card> }
}

fn classes(visit: &Visit, view: &CountProgrammeView) -> impl IntoView + use<> {
    let words = visit.words;
    let kind = view.head.spec.kind;
    let columns = vec![
        Column::new("class", words.t("programme-class")),
        Column::num("days", words.t("programme-interval")),
        Column::num("all", words.t(if matches!(kind, ProgrammeKind::Classes | ProgrammeKind::Sample) { "programme-items" } else { "count-places" })),
        Column::num("due", words.t("programme-due-now")),
        Column::num("never", words.t("programme-never")),
    ];
    let rows = view
        .classes
        .iter()
        .zip(view.head.spec.days)
        .map(|(class, days)| {
            let days = if kind == ProgrammeKind::Sample { String::new() } else { words.count(days.into()) };
            RowOf::new(vec![
                Cell::head(class.class.map_or_else(|| words.t("all"), |class| class.letter().to_owned())),
                Cell::num(days, false),
                Cell::num(words.count(class.all), class.all == 0),
                Cell::num(words.count(class.due), class.due == 0).class("lead"),
                Cell::num(words.count(class.never), class.never == 0),
            ])
        })
        .collect();
    view! { <Table caption=words.with("table-of", &[("what", words.t("programme-due").into())]) columns rows density=Density::Compact/> }
}

fn counts(visit: &Visit, view: &CountProgrammeView) -> AnyView {
    let words = visit.words;
    if view.counts.is_empty() {
        return view! { <Empty title=words.t("programme-counts-none") text=words.t("programme-counts-none.hint") icon=Glyph::ClipboardCheck plain=true/> }
            .into_any();
    }
    let columns = vec![
        Column::new("number", words.t("count-number")),
        Column::new("name", words.t("name")),
        Column::new("state", words.t("count-state")),
        Column::num("lines", words.t("count-lines")),
    ];
    let rows = view
        .counts
        .iter()
        .map(|count| {
            let (href, name) = (format!("/stock/counts/{}", count.id), count.name.clone());
            let (label, mark) = (words.t(&format!("count-state-{}", count.state.tag())), tone(count.state));
            RowOf::new(vec![
                Cell::new(view! { <Code value=count.number.clone()/> }).class("sub"),
                Cell::head(view! { <a href=href><bdi>{name}</bdi></a> }),
                Cell::new(view! { <Mark label tone=mark/> }),
                Cell::num(words.count(count.counted), count.counted == 0),
            ])
        })
        .collect();
    view! { <Table caption=words.with("table-of", &[("what", words.t("programme-counts").into())]) columns rows density=Density::Compact/> }
        .into_any()
}
