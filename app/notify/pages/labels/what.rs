//! What to print: search, codes to type, the list.

use super::{
    Page, view,
    wish::{Row, key},
};
use kit::{Button, Code, Glyph, Hidden, Input, Line, LineList, Section, Size, Stack, TextArea, Weight};
use leptos::prelude::*;
use notify_rules::{FoundSubject, PreviewedLine};
use words::Words;

pub(super) fn column(words: Words, page: &Page) -> impl IntoView + use<> {
    let typed_wrong = view::wrong(words, page, |field| field == "labels" || view::line_of(field).is_some_and(|line| line >= page.wish.rows.len()));
    let found = found(words, page);
    let list = list(words, page);
    let (q, lines) = (page.wish.q.clone(), page.wish.lines.clone());
    view! {
        <Section title=words.t("labels-what") id="labels-what">
            <Stack>
                <div class="row nowrap-row row-end">
                    <Input
                        name="q"
                        label=words.t("labels-find")
                        value=q
                        kind="search"
                        placeholder=words.t("labels-find.placeholder")
                        autocomplete="off"
                        class="grow"
                    />
                    <Button label=words.t("action-search") name="act" value="find" icon=Glyph::Search icon_only=true/>
                </div>
                {found}
                <TextArea name="lines" label=words.t("labels-typed") value=lines rows=3 hint=words.t("labels-typed.hint") error=typed_wrong/>
            </Stack>
        </Section>
        {list}
    }
}

/// What the search found, each with a button that puts it on the list.
fn found(words: Words, page: &Page) -> Option<AnyView> {
    if page.wish.q.is_empty() {
        return None;
    }
    if page.found.is_empty() {
        return Some(view! { <p class="hint" role="status">{words.t("labels-found-none")}</p> }.into_any());
    }
    let lines = page.found.iter().map(|found| {
        let FoundSubject { subject, name, detail, sku } = found.clone();
        let (field, id) = key(&subject);
        let add = words.with("labels-add", &[("name", (&name).into())]);
        let add = view! { <Button label=add name="add" value=format!("{field}:{id}") icon=Glyph::Plus icon_only=true size=Size::Small/> };
        Line::new(described(&name, &detail, &sku), add)
    });
    let lines = lines.collect::<Vec<_>>();
    Some(view! { <LineList label=words.t("labels-found") lines/> }.into_any())
}

/// What is on the list, each with its number of labels, its own button to take it off, and what is wrong with it.
fn list(words: Words, page: &Page) -> Option<AnyView> {
    if page.wish.rows.is_empty() {
        return None;
    }
    let lines = page.preview.as_ref().map(|preview| preview.lines.as_slice()).unwrap_or_default();
    let listed = page.wish.rows.iter().enumerate().map(|(at, row)| line(words, page, at, row, lines.get(at))).collect::<Vec<_>>();
    let count: u32 = lines.iter().take(page.wish.rows.len()).fold(0, |sum, line| sum.saturating_add(line.copies));
    let count = view! { <span class="small mute">{words.with("labels-count", &[("count", count.into())])}</span> };
    Some(
        view! {
            <Section title=words.t("labels-list") id="labels-list" actions=count>
                <LineList label=words.t("labels-list") lines=listed/>
            </Section>
        }
        .into_any(),
    )
}

fn line(words: Words, page: &Page, at: usize, row: &Row, shown: Option<&PreviewedLine>) -> Line {
    let (field, id) = key(&row.subject);
    // What is unknown is called by what was asked for.
    let (name, detail, sku) = match shown {
        Some(shown) if !shown.name.is_empty() => (shown.name.clone(), shown.detail.clone(), shown.sku.clone()),
        _ => (id.clone(), String::new(), String::new()),
    };
    let wrong = view::wrong(words, page, |field| view::line_of(field) == Some(at));
    let error_id = format!("copies-{at}");
    let control_id = error_id.clone();
    let described_by = wrong.is_some().then(|| format!("{error_id}-error"));
    let copies_of = words.with("labels-copies-of", &[("name", (&name).into())]);
    let remove = words.with("labels-remove", &[("name", (&name).into())]);
    let invalid = wrong.is_some().then_some("true");
    let controls = view! {
        <Hidden name=field value=id/>
        <input
            class="input input-num input-few"
            id=control_id
            name="copies"
            value=row.copies.clone()
            inputmode="numeric"
            autocomplete="off"
            aria-label=copies_of
            aria-describedby=described_by
            aria-invalid=invalid
        />
        <Button label=remove name="remove" value=at.to_string() icon=Glyph::X icon_only=true size=Size::Small weight=Weight::Quiet/>
    };
    Line::new(described(&name, &detail, &sku), controls).wrong(error_id, wrong)
}

/// A name, and under it what tells it from others.
fn described(name: &str, detail: &str, sku: &str) -> impl IntoView + use<> {
    let (name, detail, sku) = (name.to_owned(), detail.to_owned(), sku.to_owned());
    // A place is often called by its code.
    let sku = (!sku.is_empty() && sku != name).then(|| view! { <Code value=sku/> });
    let detail = (!detail.is_empty()).then(|| view! { " "<bdi>{detail}</bdi> });
    view! { <bdi class="block medium">{name}</bdi> <span class="sub">{sku}{detail}</span> }
}
