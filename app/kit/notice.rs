//! What the system says of itself: notices, flashes, emptiness, steps, progress.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon, IconSize},
    state::Tone,
    text::{Piece, Text, classes},
};

const fn notice_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral | Tone::Accent => "notice-plain",
        Tone::Ok => "notice-ok",
        Tone::Warn => "notice-warn",
        Tone::Bad => "notice-bad",
        Tone::Info => "",
    }
}

const fn notice_glyph(tone: Tone) -> Glyph {
    match tone {
        Tone::Neutral | Tone::Accent => Glyph::Info,
        _ => tone.glyph(),
    }
}

/// Something to know, in the page, where it matters. Its children say what to do next, with a link.
#[component]
pub fn Notice(
    #[prop(default = Tone::Info)] tone: Tone,
    #[prop(default = None, into)] icon: Option<Glyph>,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=classes(&["notice", notice_class(tone), &class])>
            <Icon name=icon.unwrap_or(notice_glyph(tone))/>
            <div>{children()}</div>
        </div>
    }
}

/// What has just been done, first on the page that follows a post. `undo` holds the form that takes it back.
#[component]
pub fn Flash(#[prop(into)] text: String, #[prop(default = Tone::Ok)] tone: Tone, #[prop(optional, into)] undo: Piece) -> impl IntoView {
    // A page that loads with its message announces nothing by itself; `role` makes readers come by it as a status.
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    view! {
        <div class=classes(&["notice", "flash", notice_class(tone)]) role=role>
            <Icon name=notice_glyph(tone)/>
            <div class="row spread"><span>{text}</span>{undo.get()}</div>
        </div>
    }
}

/// Nothing here yet: what it is, what to do, another way in.
#[component]
pub fn Empty(
    #[prop(into)] title: String,
    #[prop(optional, into)] text: Text,
    #[prop(default = Glyph::Package)] icon: Glyph,
    #[prop(optional, into)] actions: Piece,
    /// Without its card: inside another.
    #[prop(default = false)]
    plain: bool,
) -> impl IntoView {
    view! {
        <div class=if plain { "empty" } else { "card empty" }>
            <Icon name=icon size=IconSize::Huge/>
            <h2 class="type-base">{title}</h2>
            {text.get().map(|text| view! { <p>{text}</p> })}
            {actions.get().map(|actions| view! { <div class="row">{actions}</div> })}
        </div>
    }
}

/// Where one stands in work of several steps. `at` counts from 0; steps before it are done.
#[component]
pub fn Steps(#[prop(into)] label: String, steps: Vec<String>, at: usize) -> impl IntoView {
    let steps = steps
        .into_iter()
        .enumerate()
        .map(|(nth, words)| {
            let done = nth < at;
            let mark = if done { view! { <Icon name=Glyph::Check/> }.into_any() } else { (nth + 1).into_any() };
            view! {
                <li class=done.then_some("done") aria-current=(nth == at).then_some("step")>
                    <span class="no">{mark}</span>
                    <span class="w">{words}</span>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! { <ol class="steps" aria-label=label>{steps}</ol> }
}

/// How far work has come. `words` says it ("Importing, row 812 of 1,187"), `share` in short ("68%"). Without a `value` it
/// is under way with no known end.
#[component]
pub fn Progress(
    #[prop(into)] id: String,
    #[prop(into)] words: String,
    #[prop(optional, into)] share: String,
    #[prop(default = None, into)] value: Option<u64>,
    #[prop(default = 100)] max: u64,
) -> impl IntoView {
    let words_id = format!("{id}-words");
    view! {
        <div class="progress" id=id>
            <p class="words"><span id=words_id.clone()>{words}</span><span>{share.clone()}</span></p>
            <progress aria-labelledby=words_id value=value max=max>{share}</progress>
        </div>
    }
}

/// The shape of what is still to come, where an island loads: no spinner for the first second.
#[component]
pub fn Skeleton(#[prop(into)] label: String, #[prop(default = 3)] lines: usize) -> impl IntoView {
    let lines = (0..lines)
        .map(|nth| view! { <span class=if nth % 2 == 0 { "skeleton skeleton-3" } else { "skeleton skeleton-4" }></span> }.into_any())
        .collect::<Vec<_>>();
    view! { <div class="stack stack-3" aria-busy="true"><span class="sr">{label}</span>{lines}</div> }
}
