//! One posting: what it moved, who, when, why; and its undoing.

use crate::common::{address, ends, entered_as, happened, item_link, store_name, who};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{
    Badge, BulkBar, Button, Card, Cell, Code, Column, Columns, Density, DescriptionList, ErrorSummary, Fact, Flow, Form as FormView, Glyph, PageHead,
    Pick, RowOf, Section, Table, TextArea, Tone, Weight, render,
};
use leptos::prelude::*;
use stock_rules::{EnteredQuantity, KitOfLines, NOTE_MAX, PostingLine, PostingView, ReversePosting, ShowPosting};
use vocabulary::{AppError, Ask, Door, FieldError, Key, Permission, PostingId, PostingKind, Quantity, Said};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("note", "reverse-why")];

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    let view = load(&state, &visit, &id).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &view).into_response())
}

/// Takes the posting back, or the lines ticked.
pub(crate) async fn reverse(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = posted;
    let posting: PostingId = id.parse().map_err(|_| AppError::NotFound)?;
    let lines: Vec<i32> = fields.all("line").filter_map(|line| line.parse().ok()).collect();
    let mut form = Form::new(visit.words, &fields);
    let note = form.optional_text("note", NOTE_MAX);
    let outcome = match form.finish(note) {
        Ok(note) => {
            let operation = ReversePosting { posting, lines: Some(lines).filter(|lines| !lines.is_empty()), note };
            state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await
        }
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    let errors = match outcome {
        Ok(done) => return Ok(visit.done(&format!("/stock/postings/{}", done.posting), Said::new("reverse-done").with("count", done.lines)).await),
        Err(AppError::Invalid { fields }) => fields,
        Err(AppError::Conflict { said }) => vec![FieldError { field: String::new(), said }],
        Err(error) => return Err(error.into()),
    };
    let view = load(&state, &visit, &id).await?;
    let errors = named(errors, &view);
    Ok(page(&visit, &key, &fields, &errors, &view).refused().into_response())
}

async fn load(state: &PageState, visit: &Visit, id: &str) -> Result<PostingView, AppError> {
    let posting = id.parse().map_err(|_| AppError::NotFound)?;
    state.desk.ask(&visit.actor, ShowPosting { posting }).await
}

/// What is short is said with the item it is short of.
fn named(errors: Vec<FieldError>, view: &PostingView) -> Vec<FieldError> {
    let line = |field: &str| field.strip_prefix("lines[")?.strip_suffix(']')?.parse::<i32>().ok();
    errors
        .into_iter()
        .map(|error| match line(&error.field).and_then(|number| view.lines.iter().find(|line| line.line == number)) {
            Some(line) if error.said.code == "stock-insufficient" => {
                let mut said = Said::new("reverse-short").with("item", line.name.as_str());
                said.params.extend(error.said.params);
                FieldError { field: String::new(), said }
            }
            _ => error,
        })
        .collect()
}

/// Most lines one can tick to take back only some.
const TICKED: usize = 200;

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], view: &PostingView) -> PageDoc {
    let words = visit.words;
    let head = &view.head;
    let what = happened(words, head.kind, head.reason);
    let title = if head.reference.is_empty() {
        words.with("posting-title", &[("what", what.into()), ("when", words.date_time(head.occurred_at).into())])
    } else {
        words.with("posting-title", &[("what", what.into()), ("when", words.code(&head.reference).into())])
    };
    let typed = Typed::new(words, fields, errors);
    // A reversal is no more taken back; what was sent is called back on its transfer.
    let there = matches!(head.kind, PostingKind::Reversal | PostingKind::CountOffset | PostingKind::TransferShip);
    let may_undo = visit.may(Permission::Reverse) && !there && view.open > 0;
    let heading = title.clone();
    let body = render(|| {
        let lines = lines(visit, view, may_undo);
        let undo = may_undo.then(|| undo(visit, key, &typed, view));
        let (summary, badges, side) = (typed.summary(LABELS), badges(visit, view), facts(visit, view));
        let more = view.more.then(|| view! { <p class="mute">{words.t("posting-more-lines")}</p> });
        let open = view.open;
        let costs = matches!(head.kind, PostingKind::Receipt | PostingKind::Opening) && visit.may(Permission::CostWrite) && view.open > 0;
        let bears = matches!(head.kind, PostingKind::Receipt | PostingKind::Opening) && visit.may(Permission::ValueRead);
        let actions = bears.then(|| {
            let href = format!("/stock/postings/{}/cost", view.head.posting);
            let add = costs.then(|| view! { <kit::LinkButton label=words.t("late-cost-title") href icon=Glyph::Plus/> });
            let changes = format!("{}?receipt={}", crate::value::changes::PATH, view.head.posting);
            view! { <kit::LinkButton label=words.t("cost-changes-title") href=changes icon=Glyph::Scale/>{add} }
        });
        view! {
            <PageHead title=heading sub=badges actions/>
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=side>
                <Section title=words.t("lines") id="lines">{lines}{more}</Section>
                {undo}
            </Columns>
            {(may_undo && open > 1).then(|| view! {
                <BulkBar label=words.t("posting-selected")>
                    <Button label=words.t("reverse-some") weight=Weight::Quiet icon=Glyph::RotateCcw form="reverse"/>
                </BulkBar>
            })}
        }
    });
    let store = visit.store_by_id(head.store).map(|store| store.code.clone());
    let doc = PageDoc::new(title, Nav::Stock, body)
        .under(words.t("nav-stock"), address("/stock", &[("store", store.clone())]))
        .under(words.t("movements-title"), address("/stock/movements", &[("store", store)]));
    if may_undo && view.open > 1 { doc.with_bulk() } else { doc }
}

fn badges(visit: &Visit, view: &PostingView) -> impl IntoView + use<> {
    let words = visit.words;
    let reverses = view.reverses.map(|posting| {
        let href = format!("/stock/postings/{posting}");
        view! { <a href=href>{words.t("posting-reverses")}</a> }
    });
    let state = (!view.reversed_by.is_empty()).then(|| {
        let label = if view.open == 0 { words.t("posting-undone") } else { words.t("posting-partly-undone") };
        let links = view
            .reversed_by
            .iter()
            .map(|posting| {
                let href = format!("/stock/postings/{posting}");
                view! { " " <a href=href>{words.t("posting-counter-entry")}</a> }
            })
            .collect_view();
        view! { <Badge label tone=Tone::Warn icon=Glyph::RotateCcw/> {links} }
    });
    let store = store_name(visit, view.head.store);
    view! { <span class="row">{store} {reverses} {state}</span> }
}

fn facts(visit: &Visit, view: &PostingView) -> impl IntoView + use<> {
    let words = visit.words;
    let head = &view.head;
    let text = |label: &str, value: String| Fact::new(words.t(label), value);
    let mut facts = vec![
        text("when", words.date_time(head.occurred_at)),
        text("posting-booked", words.date_time(head.posted_at)),
        text("posting-day", words.date(head.business_date)),
        text("who", who(words, &head.who)),
    ];
    if let Some(door) = Door::of_tag(&head.door) {
        facts.push(text("posting-door", words.door(door)));
    }
    if let Some(reason) = head.reason {
        let (stock, cost) = words.reason_effects(reason);
        facts.push(text("reason", words.reason(reason)));
        facts.push(Fact::new(words.t("posting-effect"), view! { {stock}" "{cost} }));
    }
    let to = |posting: &dyn std::fmt::Display, word: &str| {
        let href = format!("/stock/postings/{posting}");
        view! { <a href=href>{words.t(word)}</a> }.into_any()
    };
    if head.kind == PostingKind::CountOffset {
        facts.push(Fact::new(words.t("posting-beside"), to(&head.document, "posting-late")));
    }
    if !view.beside.is_empty() {
        let all = view.beside.iter().map(|beside| view! { <div>{to(beside, "posting-counted-since.link")}</div> }).collect_view();
        facts.push(Fact::new(words.t("posting-counted-since"), all));
    }
    if head.document_kind == "transfer" {
        let (value, href) = (head.reference.clone(), format!("/stock/transfers/{}", head.document));
        facts.push(Fact::new(words.t("transfer"), view! { <Code value href/> }));
    } else if !head.reference.is_empty() {
        let value = head.reference.clone();
        facts.push(Fact::new(words.t("posting-reference"), view! { <Code value/> }));
    }
    let note = (!head.note.is_empty()).then(|| view! { <p class="above-2">{head.note.clone()}</p> });
    view! { <Card title=words.t("details") id="facts"><DescriptionList facts start=true/>{note}</Card> }
}

fn lines(visit: &Visit, view: &PostingView, may_undo: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let tick = may_undo && view.open > 1 && view.lines.len() <= TICKED;
    let costs = view.lines.iter().any(|line| line.unit_cost.is_some());
    let mut columns = vec![
        Column::new("sku", words.t("item-sku")),
        Column::new("item", words.t("item")),
        Column::new("where", words.t("movements-where")),
        Column::num("quantity", words.t("quantity")),
    ];
    if costs {
        columns.push(Column::num("cost", words.t("unit-cost")));
    }
    columns.push(Column::new("state", words.t("status")).hide_label());
    let rows = view.lines.iter().map(|line| row(visit, line, kit_of(visit, &view.kits, line.line), tick, costs)).collect();
    let caption = words.with("lines-caption", &[("what", words.posting(view.head.kind).into())]);
    let pick_head = if tick { words.t("table-selected-head") } else { String::new() };
    view! { <Table caption columns rows density=Density::Compact pick_head/> }
}

fn row(visit: &Visit, line: &PostingLine, kit: Option<AnyView>, tick: bool, costs: bool) -> RowOf {
    let words = visit.words;
    let (from, to, word) = (ends(words, visit, &line.from), ends(words, visit, &line.to), words.t("flow-to"));
    let worth = visit.may(Permission::ValueRead).then(|| {
        let (href, item) = (format!("/stock/value/items/{}", line.variant), crate::common::item_label(&line.name, &line.option_text));
        let label = words.with("value-of-it-of", &[("item", item.as_str().into())]);
        view! { " "<a class="small" href=href aria-label=label>{words.t("value-of-it")}</a> }
    });
    let mut cells = vec![
        Cell::new(view! { <Code value=line.sku.clone()/> }).class("sub"),
        Cell::head(
            view! { {item_link(line.variant, &line.name, &line.option_text)} {entered(words, line.entered.as_ref(), line.quantity)} {kit} {worth} },
        ),
        Cell::new(view! { <Flow from to word/> }).class("wide"),
        Cell::num(words.quantity(line.quantity), false).class("lead"),
    ];
    if costs {
        cells.push(match line.unit_cost {
            Some(cost) => Cell::num(words.money(vocabulary::Money::new(cost, visit.currency)), false),
            None => Cell::empty(),
        });
    }
    cells.push(match line.reversed_by {
        Some(posting) => {
            let href = format!("/stock/postings/{posting}");
            Cell::new(view! { <a href=href>{words.t("posting-line-undone")}</a> })
        }
        None => Cell::empty(),
    });
    let row = RowOf::new(cells);
    if tick && line.reversed_by.is_none() {
        let label = words.with("table-select", &[("name", line.name.as_str().into())]);
        row.pick(Pick { name: "line", value: line.line.to_string(), label, checked: false, form: "reverse".into() })
    } else {
        row
    }
}

/// Which kit a line was told as: "Part of 3 × Gift set".
pub(crate) fn kit_of(visit: &Visit, kits: &[KitOfLines], line: i32) -> Option<AnyView> {
    let (words, kit) = (visit.words, kits.iter().find(|kit| kit.has(line))?);
    let (before, link) = (words.with("kit-part-of", &[("quantity", kit.quantity.into())]), item_link(kit.variant, &kit.name, &kit.option_text));
    let entered = entered(words, kit.entered.as_ref(), kit.quantity);
    Some(view! { <div class="sub">{before}" "{link}{entered}</div> }.into_any())
}

/// What was typed, where that was in another unit: "2 cases = 24"; "part of" it where the line is of one lot of several.
fn entered(words: words::Words, entered: Option<&EnteredQuantity>, quantity: Quantity) -> Option<impl IntoView + use<>> {
    let entered = entered?;
    let told = entered_as(words, entered, if entered.base.abs() == quantity.abs() { "entered-as" } else { "entered-part" });
    Some(view! { <div class="sub">{told}</div> })
}

fn undo(visit: &Visit, key: &Key, typed: &Typed, view: &PostingView) -> impl IntoView + use<> {
    let words = visit.words;
    let (action, csrf, key) = (format!("/stock/postings/{}/reverse", view.head.posting), visit.token.clone(), key.as_str().to_owned());
    let (value, error) = (typed.value("note"), typed.error("note"));
    let label = words.with("reverse-do", &[("count", view.open.into())]);
    view! {
        <Section title=words.t("reverse-title") id="undo">
            <p class="mute below-3">{words.t("reverse-effect")}</p>
            <FormView action csrf idempotency=key id="reverse">
                <TextArea name="note" label=words.t("reverse-why") value error optional=words.t("optional") rows=2 maxlength=500_u32/>
                <kit::FormActions><Button label weight=Weight::Danger icon=Glyph::RotateCcw/></kit::FormActions>
            </FormView>
        </Section>
    }
}
