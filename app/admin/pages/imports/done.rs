//! An import that has run, or was undone: what it did, what waits, and the way back.

use super::{
    aside,
    busy::steps,
    changes,
    show::{Wanted, doc},
    tell, undo,
};
use crate::told;
use ::lists::history::Face;
use admin_rules::{ImportState, ImportView};
use kit::{Glyph, LinkButton, Notice, PageHead, TallyRow, Tone, render};
use leptos::prelude::*;
use vocabulary::{AppError, Said};
use wire::{PageDoc, PageState, Visit};

/// # Errors
/// What the desk says.
pub(crate) async fn page(state: &PageState, visit: &Visit, view: &ImportView, wanted: &Wanted, wrong: Option<&Said>) -> Result<PageDoc, AppError> {
    let aside = aside::read(state, visit, view, wanted).await?;
    let changes = changes::read(state, visit, view, wanted).await?;
    let kept = if view.state == ImportState::Undone { Some(undo::read_kept(state, visit, view).await?) } else { None };
    let words = visit.words;
    let undone = view.state == ImportState::Undone;
    let title = words.t(if undone { "import-undone-title" } else { "import-done-title" });
    let (heading, sub) = (title.clone(), tell::read_as(words, view));
    let wrong = wrong.map(|said| words.said(said));
    let body = render(|| {
        let when = view.ended_at.unwrap_or(view.created_at);
        let told = tell::told(words, view);
        let by = words.with("import-done-sub", &[("when", words.date_time(when).into()), ("by", view.by.as_str().into())]);
        let undo = (!undone).then(|| {
            let href = format!("/admin/imports/{}/undo", view.id);
            view! { <LinkButton label=words.t("import-undo") href=href icon=Glyph::Undo2/> }
        });
        view! {
            <PageHead title=heading sub=view! { {sub}" · "{by} } actions=view! { {undo} }/>
            {told::import(visit, view).tabs(visit, Face::Overview)}
            {wrong.map(|wrong| view! { <Notice tone=Tone::Bad><p>{wrong}</p></Notice> })}
            {(!undone).then(|| steps(words, 4))}
            <div class="above-2"><TallyRow tallies=tell::tallies(visit, &view.tally)/></div>
            {kept.map(|kept| undo::kept(visit, view, &kept))}
            {(!told.is_empty()).then(|| view! { <ul class="told">{told}</ul> })}
            {aside::section(visit, view, aside, wanted)}
            {changes::section(visit, view, changes, wanted)}
        }
    });
    Ok(doc(visit, title, body))
}
