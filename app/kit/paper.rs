//! Work that ends on paper: choices with a small picture, a sheet as it will come out, and the columns they stand in.

use leptos::prelude::*;

use crate::{
    field::FieldError,
    text::{Piece, Text, when},
};

/// A choice that is easier seen than read: a form of label, a layout.
#[derive(Clone, Debug, Default)]
pub struct PictureChoice {
    pub value: String,
    pub label: String,
    pub hint: Text,
    /// An `<svg>` of ours, at most 52 × 40 px, in `currentColor`.
    pub picture: String,
}

/// One of a few, each with its picture. The id is the name.
#[component]
pub fn PictureChoices(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    choices: Vec<PictureChoice>,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] error: Text,
) -> impl IntoView {
    let wrong = error.is_some();
    let (id, described) = (name.clone(), wrong.then(|| format!("{name}-error")));
    let choices = choices
        .into_iter()
        .map(|choice| {
            view! {
                <label>
                    <input type="radio" name=name.clone() checked=choice.value == value value=choice.value aria-invalid=when(wrong)/>
                    <span class="pic" aria-hidden="true" inner_html=choice.picture></span>
                    <span>
                        <b>{choice.label}</b>
                        {choice.hint.get().map(|hint| view! { <small>{hint}</small> })}
                    </span>
                </label>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <fieldset class="field" id=id aria-describedby=described tabindex="-1">
            <legend>{legend}</legend>
            <div class="choices">{choices}</div>
            <FieldError id=id.clone() text=error/>
        </fieldset>
    }
}

/// Sheets as they will come out, on white paper in either theme, lying on a desk. Each is an `<svg>` of ours (the
/// `print` crate's) with what it shows in words.
#[component]
pub fn SheetDesk(sheets: Vec<(String, String)>) -> impl IntoView {
    let sheets = sheets
        .into_iter()
        // What is printed runs as it is printed, whatever the page around it does.
        .map(|(label, svg)| view! { <div class="sheet" dir="ltr" role="img" aria-label=label inner_html=svg></div> }.into_any())
        .collect::<Vec<_>>();
    view! { <div class="sheet-desk">{sheets}</div> }
}

/// A line of a [`LineList`]: what it is about, what can be done with it, what is wrong with it.
pub struct Line {
    what: AnyView,
    controls: AnyView,
    wrong: Option<AnyView>,
}

impl Line {
    pub fn new(what: impl IntoView + 'static, controls: impl IntoView + 'static) -> Self {
        Self { what: what.into_any(), controls: controls.into_any(), wrong: None }
    }

    /// What is wrong, over the line's whole width: for the control with this id.
    #[must_use]
    pub fn wrong(mut self, id: impl Into<String>, text: impl Into<Text>) -> Self {
        let (id, text) = (id.into(), text.into());
        self.wrong = text.is_some().then(|| view! { <FieldError id text/> }.into_any());
        self
    }
}

/// A short list to work on, where a table would be too wide: what is gathered for one act, what a search found.
#[component]
pub fn LineList(#[prop(into)] label: String, lines: Vec<Line>) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| {
            view! {
                <li>
                    <div>{line.what}</div>
                    <div class="row row-tight nowrap-row">{line.controls}</div>
                    {line.wrong}
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! { <ul class="lines" aria-label=label>{lines}</ul> }
}

/// What goes in, how it shall be, and what comes out. On a desk the result stands between the other two; on a phone, and
/// for those who listen, it comes last.
#[component]
pub fn MakingColumns(#[prop(into)] what: Piece, #[prop(into)] how: Piece, #[prop(into)] result: Piece) -> impl IntoView {
    view! {
        <div class="cols cols-labels">
            <div class="stack stack-6">{what.get()}</div>
            <div class="stack stack-6">{how.get()}</div>
            <div class="stack">{result.get()}</div>
        </div>
    }
}
