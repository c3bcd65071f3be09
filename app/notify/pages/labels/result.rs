//! What will come out: the first sheets, true to the paper, or why there are none yet.

use super::Page;
use kit::{Empty, Glyph, Notice, Section, SheetDesk, Stack, Tone};
use leptos::prelude::*;
use words::Words;

pub(super) fn column(words: Words, page: &Page) -> impl IntoView + use<> {
    let print = page.preview.as_ref().and_then(|preview| preview.print.as_ref());
    let result = match print {
        Some(_) => sheets(words, page).into_any(),
        None if page.wish.rows.is_empty() && page.wish.lines.trim().is_empty() => {
            view! { <Empty title=words.t("labels-empty") text=words.t("labels-empty.text") icon=Glyph::Tag plain=true/> }.into_any()
        }
        None => view! { <Empty title=words.t("labels-stopped") text=words.t("labels-stopped.text") icon=Glyph::CircleAlert plain=true/> }.into_any(),
    };
    let notes: Vec<String> = page.preview.iter().flat_map(|preview| &preview.notes).map(|note| words.said(note)).collect();
    let notes = notes.into_iter().map(|note| view! { <Notice tone=Tone::Warn><p>{note}</p></Notice> }.into_any()).collect::<Vec<_>>();
    let fits = print.map(|_| view! { <Notice tone=Tone::Ok><p>{words.t("labels-fits")}</p><p>{words.t("labels-scale")}</p></Notice> });
    view! { <Section title=words.t("labels-preview") id="labels-preview" actions=pages(words, page)><Stack>{notes}{result}{fits}</Stack></Section> }
}

/// Which of how many are shown.
fn pages(words: Words, page: &Page) -> Option<AnyView> {
    let print = page.preview.as_ref()?.print.as_ref()?;
    let shown = page.pictures.len();
    let all = usize::try_from(print.pages).unwrap_or(usize::MAX);
    let said = if shown < all {
        words.with("labels-shown-first", &[("shown", shown.into()), ("pages", all.into())])
    } else {
        words.with("labels-sheets", &[("count", all.into())])
    };
    Some(view! { <span class="small mute">{said}</span> }.into_any())
}

fn sheets(words: Words, page: &Page) -> impl IntoView + use<> {
    let sheets = page
        .pictures
        .iter()
        .map(|picture| {
            let said = words.with("labels-picture", &[("page", picture.page.into()), ("count", picture.labels.into())]);
            (said, picture.svg.clone())
        })
        .collect::<Vec<_>>();
    view! { <SheetDesk sheets/> }
}
