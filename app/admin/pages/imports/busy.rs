//! Work under way, with how far it is; and work that was given up.

use super::{show::doc, tell};
use crate::told;
use ::lists::history::Face;
use admin_rules::{ImportState, ImportView};
use kit::{Button, Form, Glyph, LinkButton, Notice, PageHead, Progress, Steps, Tone, Weight, render};
use leptos::prelude::*;
use vocabulary::{Key, Said};
use wire::{PageDoc, Visit};
use words::Words;

/// Seconds between two looks of a browser without script.
const AGAIN: u16 = 2;

/// The steps of an import and which is at hand.
pub(crate) fn steps(words: Words, at: usize) -> impl IntoView + use<> {
    let steps = ["import-step-upload", "import-step-options", "import-step-check", "import-step-import"].map(|id| words.t(id)).to_vec();
    view! { <Steps label=words.t("import-steps") steps at/> }
}

pub(crate) fn page(visit: &Visit, view: &ImportView) -> PageDoc {
    let words = visit.words;
    let (id, at) = match view.state {
        ImportState::Running => ("import-running-title", Some(3)),
        ImportState::Undoing => ("import-undoing-title", None),
        _ => ("import-checking-title", Some(2)),
    };
    let title = words.with(id, &[("file", view.name.as_str().into())]);
    let (heading, href) = (title.clone(), format!("/admin/imports/{}", view.id));
    let progress = view.progress.unwrap_or_default();
    let told = if progress.total == 0 {
        words.t("import-busy-wait")
    } else {
        words.with("import-busy-progress", &[("done", progress.done.into()), ("total", progress.total.into())])
    };
    let sub = tell::read_as(words, view);
    // Which work it is: when it has become another, the whole page is.
    let step = format!("{}/{id}", view.id);
    let body = render(move || {
        let value = (progress.total > 0).then_some(progress.done);
        // A browser without script loads the page again; with script the island asks for it and takes the bar over.
        view! {
            <PageHead title=heading sub=sub/>
            {told::import(visit, view).tabs(visit, Face::Overview)}
            {at.map(|at| steps(words, at))}
            <islands::Follow>
                <div class="stack above-6" data-follow=step>
                    <Progress id="import-progress" words=told value max=progress.total.max(1)/>
                    <p class="mute">{words.t("import-busy-text")}</p>
                    <div class="row"><LinkButton label=words.t("import-busy-again") href=href icon=Glyph::RefreshCw/></div>
                </div>
            </islands::Follow>
        }
    });
    doc(visit, title, body).refresh(AGAIN)
}

/// What does not go on by itself: an upload that broke off, a file that cannot be read, work that was given up. It offers
/// what can be done with it, and nothing else.
pub(crate) fn stopped(visit: &Visit, view: &ImportView, wrong: Option<&Said>) -> PageDoc {
    let (words, ways) = (visit.words, view.ways);
    let (title, text) = match view.state {
        ImportState::Uploading => ("import-uploading-title", Some(words.t("import-uploading-text"))),
        ImportState::Discarded => ("import-discarded-title", Some(words.t("import-discarded-text"))),
        _ if view.gave_up == Some(ImportState::Undoing) => ("import-undo-stopped-title", None),
        _ if ways.start => ("import-stopped-title", None),
        _ => ("import-failed-title", None),
    };
    let title = words.t(title);
    let said = wrong.or(view.problem.as_ref()).map(|said| words.said(said)).or(text).unwrap_or_default();
    let tone = if view.state == ImportState::Failed { Tone::Bad } else { Tone::Neutral };
    let (heading, name) = (title.clone(), view.name.clone());
    let written = (ways.start && ways.undo).then(|| words.with("import-partly-written", &[("count", view.tally.written().into())]));
    // A run and an undo go on where they stopped; a check begins anew, where that may help.
    let unreadable = view.problem.as_ref().is_some_and(|said| said.code == "import-file-unreadable");
    let again = if ways.start {
        Some(retry(visit, view, "run", "import-go-on").into_any())
    } else if ways.undo {
        Some(retry(visit, view, "undo", "import-go-on").into_any())
    } else if ways.check && (view.gave_up.is_some() || unreadable) {
        Some(retry(visit, view, "check", "import-retry").into_any())
    } else {
        None
    };
    let undo = (ways.start && ways.undo).then(|| {
        let href = format!("/admin/imports/{}/undo", view.id);
        view! { <LinkButton label=words.t("import-undo") href=href icon=Glyph::Undo2/> }
    });
    let another = (!ways.undo).then(|| {
        view! { <LinkButton label=words.t("import-failed-again") href="/admin/imports" weight=Weight::Primary icon=Glyph::Upload/> }
    });
    let discard = ways.discard.then(|| discard(visit, view).into_any());
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { <bdi>{name}</bdi> }/>
            {told::import(visit, view).tabs(visit, Face::Overview)}
            <Notice tone=tone>
                <p>{said}</p>
                {written.map(|written| view! { <p>{written}</p> })}
            </Notice>
            <div class="row above-6">
                {again}
                {undo}
                {another}
                {discard}
            </div>
        }
    });
    doc(visit, title, body)
}

fn retry(visit: &Visit, view: &ImportView, work: &'static str, label: &'static str) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/admin/imports/{}/again", view.id));
    let hidden = vec![(String::from("work"), work.to_owned())];
    view! { <Form action csrf idempotency=key hidden class="row"><Button label=words.t(label) icon=Glyph::RefreshCw/></Form> }
}

/// The way out of an import that has written nothing.
pub(crate) fn discard(visit: &Visit, view: &ImportView) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/admin/imports/{}/discard", view.id));
    view! { <Form action csrf idempotency=key class="row"><Button label=words.t("import-discard") weight=Weight::Quiet/></Form> }
}
