//! The form around the fields: where it goes, what it carries unseen, what was wrong with it, how it is sent.

use leptos::prelude::*;

use crate::text::{Piece, Text, classes};

/// The field that proves a post came from our own page.
pub const CSRF_FIELD: &str = "csrf";
/// The field that makes sending twice the same as sending once.
pub const IDEMPOTENCY_FIELD: &str = "idempotency_key";

/// A value that goes with a form unseen.
#[component]
pub fn Hidden(#[prop(into)] name: String, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}

/// A form that changes something: it posts to a page's own path, and works without script. Browsers' own bubbles are off
/// (`novalidate`), because the server says what is wrong in the page's language, beside the field.
#[component]
pub fn Form(
    #[prop(into)] action: String,
    #[prop(into)] csrf: String,
    /// A fresh key per rendering; every form that moves stock has one.
    #[prop(optional, into)]
    idempotency: Text,
    /// More unseen fields, by name and value.
    #[prop(optional)]
    hidden: Vec<(String, String)>,
    /// Files go with it.
    #[prop(default = false)]
    multipart: bool,
    #[prop(optional, into)] id: Text,
    /// Names the form for screen readers, where a page has several.
    #[prop(optional, into)]
    label: Text,
    #[prop(default = "stack".to_owned(), into)] class: String,
    children: Children,
) -> impl IntoView {
    let hidden = hidden.into_iter().map(|(name, value)| view! { <Hidden name value/> }.into_any()).collect::<Vec<_>>();
    view! {
        <form
            method="post"
            action=action
            id=id.get()
            class=class
            enctype=multipart.then_some("multipart/form-data")
            aria-label=label.get()
            novalidate=true
        >
            <Hidden name=CSRF_FIELD value=csrf/>
            {idempotency.get().map(|key| view! { <Hidden name=IDEMPOTENCY_FIELD value=key/> })}
            {hidden}
            {children()}
        </form>
    }
}

/// All that is wrong with a form, first on the page, each a link to its field (`field_id`; empty if it is about the
/// whole). Shows nothing when there is nothing wrong.
#[component]
pub fn ErrorSummary(
    /// "Two things to put right"
    #[prop(into)]
    title: String,
    errors: Vec<(String, String)>,
) -> impl IntoView {
    let items = errors
        .into_iter()
        .map(|(field, text)| match field.as_str() {
            "" => view! { <li>{text}</li> }.into_any(),
            _ => view! { <li><a href=format!("#{field}")>{text}</a></li> }.into_any(),
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" id="errors">
                <h2>{title}</h2>
                <ul>{items}</ul>
            </div>
        }
    })
}

/// The bar at the foot of a long form: what is done and what is left at its start, the buttons at its end. It stays in sight.
#[component]
pub fn ActionBar(
    /// "3 of 212 lines open"
    #[prop(optional, into)]
    words: Piece,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=classes(&["actionbar", &class])>
            {words.get().map(|words| view! { <div class="mute">{words}</div> })}
            <div class="row push">{children()}</div>
        </div>
    }
}

/// The buttons at the end of a short form.
#[component]
pub fn FormActions(children: Children) -> impl IntoView {
    view! { <div class="row">{children()}</div> }
}
