//! The proof of the books: the last one, what is wrong and where, and those before it.

use crate::verify_form;
use ::lists::ListAt;
use admin_rules::{KeyNamed, ListProofs, ProofRow, ProofShown, Proofs, ShowProof};
use axum::{
    extract::{Path, Query, RawQuery, State},
    response::IntoResponse,
};
use kit::{
    Cell, Code, Column, Columns, DescriptionList, Empty, ErrorSummary, Fact, Glyph, Notice, PageHead, Pager, RowOf, Section, Table, Time, Tone,
    render,
};
use leptos::prelude::*;
use serde::Deserialize;
use vocabulary::{
    AppError, Cursor, FieldError, Key, PostingKind, ProofId,
    proof::{Check, Failure, Outcome},
};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Typed, Visit};
use words::{Words, message_id};

#[derive(Deserialize)]
pub(crate) struct Wanted {
    cursor: Option<String>,
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(wanted): Query<Wanted>) -> PageResult {
    let at = ListAt { path: "/admin/verify", title: visit.words.t("nav-verify"), nav: Nav::Verify };
    if let Some(misread) = ::lists::misread(&visit, query.as_deref(), at, Vec::new()) {
        return Ok(misread);
    }
    let shown = Shown::load(&state, &visit, wanted.cursor.as_deref().and_then(Cursor::decode)).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], shown).into_response())
}

/// A page of proofs, and all of the last one.
pub(crate) struct Shown {
    proofs: Proofs,
    last: Option<ProofShown>,
    later: bool,
}

impl Shown {
    pub(crate) async fn load(state: &PageState, visit: &Visit, cursor: Option<Cursor>) -> Result<Self, PageError> {
        let later = cursor.is_some();
        let proofs = state.desk.ask(&visit.actor, ListProofs { cursor }).await?;
        let last = match proofs.page.rows.first().filter(|_| !later) {
            Some(row) => Some(state.desk.ask(&visit.actor, ShowProof { proof: row.proof }).await?),
            None => None,
        };
        Ok(Self { proofs, last, later })
    }
}

/// The page, with what was typed into its form and what is wrong with it.
pub(crate) fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], shown: Shown) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let body = render(|| body(visit, key, &typed, shown));
    PageDoc::new(words.t("nav-verify"), Nav::Verify, body).under(words.t("nav-settings"), "/admin/settings")
}

pub(crate) async fn one(State(state): State<PageState>, visit: Visit, Path(proof): Path<String>) -> PageResult {
    let proof: ProofId = proof.parse().map_err(|_| AppError::NotFound)?;
    let shown = state.desk.ask(&visit.actor, ShowProof { proof }).await?;
    let words = visit.words;
    let title = words.with("proof-of", &[("time", words.date_time(shown.row.at).into())]);
    let heading = title.clone();
    let body = render(move || view! { <PageHead title=heading/>{report(words, shown)} });
    let doc = PageDoc::new(title, Nav::Verify, body).under(words.t("nav-settings"), "/admin/settings").under(words.t("nav-verify"), "/admin/verify");
    Ok(doc.into_response())
}

fn body(visit: &Visit, key: &Key, typed: &Typed, shown: Shown) -> impl IntoView + use<> {
    let words = visit.words;
    let Shown { proofs, last, later } = shown;
    let summary = typed.summary(verify_form::LABELS);
    let form = verify_form::view(visit, key, typed);
    let under_way = proofs.under_way.is_some().then(|| {
        view! {
            <Notice icon=Glyph::Clock>
                <p>{words.t("proof-under-way")}" "<a href="/admin/verify">{words.t("action-reload")}</a></p>
            </Notice>
        }
    });
    let nothing = proofs.page.rows.is_empty() && proofs.under_way.is_none() && !later;
    let next = proofs.page.next.as_ref().map(|cursor| format!("/admin/verify?cursor={}", cursor.encode()));
    let history = (!proofs.page.rows.is_empty()).then(|| {
        view! {
            <Section title=words.t("proof-history") id="history">
                {history(words, &proofs.page.rows)}
                <Pager
                    label=words.t("pager-label")
                    summary=String::new()
                    back_label=words.t("pager-first")
                    next_label=words.t("pager-next")
                    back=later.then(|| String::from("/admin/verify"))
                    next
                />
            </Section>
        }
    });
    view! {
        <PageHead title=words.t("nav-verify") sub=view! { {words.t("proof-lead")} }/>
        <ErrorSummary title=words.t("errors-title") errors=summary/>
        <Columns side=form>
            <div class="stack stack-8">
                {under_way}
                {nothing.then(|| view! { <Empty title=words.t("proof-none") text=words.t("proof-none.hint") icon=Glyph::Scale/> })}
                {last.map(|last| report(words, last))}
                {history}
            </div>
        </Columns>
    }
}

/// All of one proof: its outcome, each check, and each failure with where it is.
fn report(words: Words, shown: ProofShown) -> impl IntoView + use<> {
    let ProofShown { row, report, keys } = shown;
    let outcome = match report.outcome() {
        Outcome::Right => {
            view! { <Notice tone=Tone::Ok><p class="strong">{words.t("proof-clean")}</p><p>{words.t("proof-clean.text")}</p></Notice> }.into_any()
        }
        Outcome::RightSince(begun) => {
            let what = words.with("proof-clean-since", &[("time", words.date_time(begun.at).into())]);
            view! { <Notice tone=Tone::Ok><p class="strong">{what}</p><p>{words.t("proof-clean-since.text")}</p></Notice> }.into_any()
        }
        Outcome::Wrong => {
            let what = words.with("proof-wrong", &[("count", row.wrong.into())]);
            view! { <Notice tone=Tone::Bad><p class="strong">{what}</p><p>{words.t("proof-wrong.text")}</p></Notice> }.into_any()
        }
    };
    let unseen = (!report.unseen.is_empty()).then(|| {
        let items = report.unseen.iter().map(|unseen| view! { <li>{words.t(unseen)}</li> }).collect::<Vec<_>>();
        view! { <Section title=words.t("proof-unseen") id="unseen"><ul>{items}</ul></Section> }
    });
    let part = report.since.is_some();
    let failing: Vec<_> = report.checks.iter().filter(|check| check.wrong > 0).map(|check| failures(words, check, &keys).into_any()).collect();
    view! {
        <div class="stack stack-8">
            {outcome}
            <DescriptionList facts=facts(words, &row) start=true/>
            {failing}
            <Section title=words.t("proof-checks") id="checks">{checks(words, &report.checks, part)}</Section>
            {unseen}
        </div>
    }
}

fn facts(words: Words, row: &ProofRow) -> Vec<Fact> {
    let (at, when) = (row.at.to_rfc3339(), words.date_time(row.at));
    vec![
        Fact::new(words.t("when"), view! { <Time at words=when/> }),
        Fact::new(words.t("who"), who(words, row)),
        Fact::new(words.t("proof-extent"), extent(words, row)),
        Fact::new(words.t("proof-examined"), words.count(row.examined)),
        Fact::new(words.t("proof-took"), took(words, row)),
    ]
}

fn who(words: Words, row: &ProofRow) -> String {
    if row.person.is_empty() { words.t("actor-system") } else { row.person.clone() }
}

/// What was proved: everything, or since when.
fn extent(words: Words, row: &ProofRow) -> String {
    row.since.map_or_else(|| words.t("proof-extent-all"), |at| words.with("proof-extent-since", &[("time", words.date_time(at).into())]))
}

/// In whole seconds; less than one is a part of a second.
fn took(words: Words, row: &ProofRow) -> String {
    if row.duration_ms < 1000 { words.t("proof-took-less") } else { words.with("proof-took-seconds", &[("count", (row.duration_ms / 1000).into())]) }
}

/// Each check; in a proof of a part, one that had nothing to look at is not said to have been passed.
fn checks(words: Words, checks: &[Check], part: bool) -> impl IntoView + use<> {
    let columns = vec![
        Column::new("check", words.t("proof-check")),
        Column::num("examined", words.t("proof-examined")),
        Column::new("outcome", words.t("proof-outcome")),
    ];
    let rows = checks
        .iter()
        .map(|check| {
            let (name, hint) = (words.t(&check.name), words.t(&format!("{}.hint", check.name)));
            let outcome = if part && check.examined == 0 && check.wrong == 0 {
                view! { <span class="mute">{words.t("proof-untouched")}</span> }.into_any()
            } else if check.wrong == 0 {
                view! { <kit::State label=words.t("proof-right") tone=Tone::Ok/> }.into_any()
            } else {
                let label = words.with("proof-wrong-rows", &[("count", i64::try_from(check.wrong).unwrap_or(i64::MAX).into())]);
                view! { <a href=format!("#{}", check.name)><kit::State label tone=Tone::Bad/></a> }.into_any()
            };
            RowOf::new(vec![
                Cell::head(view! { <span class="strong">{name}</span><br/><span class="sub">{hint}</span> }),
                Cell::num(words.count(i64::try_from(check.examined).unwrap_or(i64::MAX)), check.examined == 0),
                Cell::new(outcome).class("nowrap"),
            ])
        })
        .collect();
    view! { <Table caption=words.t("proof-check") columns rows/> }
}

fn failures(words: Words, check: &Check, keys: &[KeyNamed]) -> impl IntoView + use<> {
    let columns = vec![
        Column::new("what", words.t("proof-what")),
        Column::new("key", words.t("proof-key")),
        Column::num("seq", words.t("proof-seq")),
        Column::new("posting", words.t("proof-posting")),
        Column::new("operation", words.t("proof-operation")),
    ];
    let rows = check.failures.iter().map(|failure| row(words, failure, keys)).collect();
    let more = check.wrong.saturating_sub(check.failures.len() as u64);
    let more = (more > 0).then(|| {
        let text = words.with("proof-more", &[("count", i64::try_from(more).unwrap_or(i64::MAX).into())]);
        view! { <p class="mute">{text}</p> }
    });
    let title = words.t(&check.name);
    // The section has the check's name already; a second region of the same name would be told apart by nobody.
    let caption = format!("{}: {title}", words.t("proof-what"));
    view! {
        <Section title id=check.name.clone()>
            <Table caption columns rows/>
            {more}
        </Section>
    }
}

fn row(words: Words, failure: &Failure, keys: &[KeyNamed]) -> RowOf {
    let posting = match failure.posting {
        Some(posting) => {
            let id = posting.to_string();
            // The end of an id is what differs; the whole of it is the page's address.
            let short = id.get(id.len().saturating_sub(8)..).unwrap_or_default().to_owned();
            Cell::new(view! { <Code value=short href=format!("/stock/postings/{id}")/> })
        }
        None => Cell::empty(),
    };
    RowOf::new(vec![
        Cell::head(words.said(&failure.said)),
        Cell::new(key(failure, keys)).class("sub wide"),
        failure.seq.map_or_else(Cell::empty, |seq| Cell::num(words.count(seq), false)),
        posting,
        failure.operation.as_deref().map_or_else(Cell::empty, |name| Cell::new(operation(words, name)).class("sub")),
    ])
}

/// Where it is: store, place and item in the words people use, else the key itself.
fn key(failure: &Failure, keys: &[KeyNamed]) -> AnyView {
    let named = keys.iter().find(|named| named.key == failure.key).filter(|named| !named.sku.is_empty() || !named.store.is_empty());
    match named {
        Some(KeyNamed { store, place, sku, .. }) => {
            let parts: Vec<&str> = [sku, store, place].into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            view! { <Code value=parts.join(" · ")/> }.into_any()
        }
        None if failure.key.is_empty() => ().into_any(),
        None => view! { <Code value=failure.key.clone()/> }.into_any(),
    }
}

/// What wrote it: a kind of posting by its name, any other operation by its own.
fn operation(words: Words, name: &str) -> AnyView {
    match PostingKind::of_tag(name) {
        Some(kind) => words.t(&message_id("posting", kind.tag())).into_any(),
        None => view! { <Code value=name/> }.into_any(),
    }
}

fn history(words: Words, proofs: &[ProofRow]) -> impl IntoView + use<> {
    let columns = vec![
        Column::new("when", words.t("when")),
        Column::new("who", words.t("who")),
        Column::new("extent", words.t("proof-extent")),
        Column::num("examined", words.t("proof-examined")),
        Column::new("outcome", words.t("proof-outcome")),
    ];
    let rows = proofs
        .iter()
        .map(|proof| {
            let (at, when, href) = (proof.at.to_rfc3339(), words.date_time(proof.at), format!("/admin/verify/{}", proof.proof));
            let outcome = if proof.clean {
                view! { <kit::State label=words.t("proof-right") tone=Tone::Ok/> }.into_any()
            } else {
                view! { <kit::State label=words.with("proof-wrong-rows", &[("count", proof.wrong.into())]) tone=Tone::Bad/> }.into_any()
            };
            RowOf::new(vec![
                Cell::head(view! { <a href=href><Time at words=when/></a> }),
                Cell::new(who(words, proof)),
                Cell::new(extent(words, proof)).class("sub"),
                Cell::num(words.count(proof.examined), proof.examined == 0),
                Cell::new(outcome),
            ])
        })
        .collect();
    view! { <Table caption=words.t("nav-history") columns rows density=kit::Density::Compact/> }
}
