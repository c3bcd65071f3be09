//! The page as a whole: one form, in three columns.

use super::{PATH, Page, how, result, what};
use kit::{Button, ErrorSummary, Form, Glyph, Hidden, MakingColumns, PageHead, Stack, Weight, render};
use leptos::prelude::*;
use vocabulary::{FieldError, Key};
use wire::{Nav, PageDoc, Visit};
use words::Words;

pub(super) fn page(visit: &Visit, page: Page, key: &Key) -> PageDoc {
    let words = visit.words;
    let title = words.t("labels-title");
    let heading = title.clone();
    let action = visit.store.as_ref().map_or_else(|| PATH.to_owned(), |store| format!("{PATH}?store={}", store.code));
    let (csrf, key) = (visit.token.clone(), key.as_str().to_owned());
    let body = render(move || {
        let errors = page.errors.iter().map(|error| (anchor(&page, &error.field), words.field_error(error))).collect::<Vec<_>>();
        let (print, what, how, result) =
            (print_button(words, &page), what::column(words, &page), how::column(words, &page), result::column(words, &page));
        view! {
            <Form action csrf idempotency=key class="" id="labels-form">
                // Enter in any field looks again and prints nothing: the first button of a form is the one it presses.
                <button type="submit" name="act" value="find" class="sr" tabindex="-1">{words.t("labels-preview-do")}</button>
                <Hidden name="boxes" value="1"/>
                <PageHead title=heading sub=view! { {words.t("labels-sub")} } actions=print/>
                <Stack class="stack-6">
                    <ErrorSummary title=words.t("errors-title") errors/>
                    <MakingColumns what=what result=result how=how/>
                </Stack>
            </Form>
        }
    });
    PageDoc::new(title, Nav::Labels, body)
}

fn print_button(words: Words, page: &Page) -> impl IntoView + use<> {
    let count = page.preview.as_ref().and_then(|preview| preview.print.as_ref()).map(|print| print.count);
    let label = count.map_or_else(|| words.t("labels-print"), |count| words.with("labels-print-do", &[("count", count.into())]));
    // What was seen to be printable opens beside the page, which stays as it is for the next print. What may yet be refused
    // is refused in place.
    let beside = count.is_some().then_some("_blank");
    view! {
        <Button label=words.t("labels-preview-do") name="act" value="preview" icon=Glyph::RefreshCw/>
        <Button label name="act" value="print" icon=Glyph::Printer weight=Weight::Primary attr:formtarget=beside/>
    }
}

/// The line of the request that a field is about.
pub(super) fn line_of(field: &str) -> Option<usize> {
    field.strip_prefix("labels[")?.split(']').next()?.parse().ok()
}

/// What is wrong with a line of the list, in words; with a line that is still typed, said under what was typed.
pub(super) fn wrong(words: Words, page: &Page, is_about: impl Fn(&str) -> bool) -> Option<String> {
    let said: Vec<String> = page.errors.iter().filter(|error| is_about(&error.field)).map(|error: &FieldError| words.field_error(error)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The id of the control that a field's error is shown at.
fn anchor(page: &Page, field: &str) -> String {
    match line_of(field) {
        Some(line) if line < page.wish.rows.len() => format!("copies-{line}"),
        Some(_) => String::from("lines"),
        None if field == "labels" => String::from("lines"),
        None => field.to_owned(),
    }
}
