//! Checked, and nothing written yet: the figures, the rows set aside, what would change, and the button.

use super::{
    aside,
    busy::{discard, steps},
    changes,
    show::{Wanted, doc},
    tell,
};
use crate::told;
use ::lists::history::Face;
use admin_rules::ImportView;
use kit::{ActionBar, Button, Form, Glyph, LinkButton, Notice, PageHead, TallyRow, Tone, Weight, render};
use leptos::prelude::*;
use vocabulary::{AppError, Key, Said};
use wire::{PageDoc, PageState, Visit};

/// # Errors
/// What the desk says.
pub(crate) async fn page(state: &PageState, visit: &Visit, view: &ImportView, wanted: &Wanted, wrong: Option<&Said>) -> Result<PageDoc, AppError> {
    let aside = aside::read(state, visit, view, wanted).await?;
    let changes = changes::read(state, visit, view, wanted).await?;
    let words = visit.words;
    let title = words.t("import-check-title");
    let (heading, sub) = (title.clone(), tell::read_as(words, view));
    let wrong = wrong.map(|said| words.said(said));
    let body = render(|| {
        let told = tell::told(words, view);
        let told = (!told.is_empty()).then(|| view! { <ul class="told">{told}</ul> });
        let rows = view.tally.written() + view.lists.mended;
        let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/admin/imports/{}/start", view.id));
        let options = format!("/admin/imports/{}/options", view.id);
        let label = words.with("import-do", &[("count", rows.into())]);
        let start = (rows > 0).then(|| {
            view! {
                <Form action csrf idempotency=key class="row"><Button label weight=Weight::Primary/></Form>
            }
        });
        view! {
            <PageHead title=heading sub=sub actions=view! { {view.ways.discard.then(|| discard(visit, view))} }/>
            {told::import(visit, view).tabs(visit, Face::Overview)}
            {wrong.map(|wrong| view! { <Notice tone=Tone::Bad><p>{wrong}</p></Notice> })}
            {steps(words, 2)}
            <div class="above-2"><TallyRow tallies=tell::tallies(visit, &view.tally)/></div>
            {told}
            {aside::section(visit, view, aside, wanted)}
            {changes::section(visit, view, changes, wanted)}
            <ActionBar words=view! { <p><strong>{words.t("import-nothing-written")}</strong>" "<span class="mute">{words.t("import-can-be-undone")}</span></p> }>
                <LinkButton label=words.t("import-options") href=options icon=Glyph::ChevronLeft/>
                {start}
            </ActionBar>
        }
    });
    Ok(doc(visit, title, body))
}
