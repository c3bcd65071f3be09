//! What is ticked: a checkbox, radio buttons, a segmented control.

use leptos::prelude::*;

use crate::{
    field::{Choice, FieldError, described_by, hint_view},
    text::{Piece, Text, classes, when},
};

/// Yes or no. With `switch` it looks like a switch: for settings that read as "on".
#[component]
pub fn Checkbox(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(default = "on".to_owned(), into)] value: String,
    #[prop(default = false)] checked: bool,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] hint: Text,
    #[prop(optional, into)] error: Text,
    #[prop(default = false)] switch: bool,
    #[prop(default = false)] disabled: bool,
    #[prop(default = false)] required: bool,
    #[prop(optional, into)] form: Text,
) -> impl IntoView {
    let id = id.or(name.as_str());
    view! {
        <div class="field">
            <label class="check">
                <input
                    type="checkbox"
                    class=switch.then_some("switch")
                    role=switch.then_some("switch")
                    id=id.clone()
                    name=name
                    value=value
                    form=form.get()
                    checked=checked
                    disabled=disabled
                    required=required
                    aria-describedby=described_by(&id, &hint, &error)
                    aria-invalid=when(error.is_some())
                />
                <span>{label}</span>
            </label>
            <div class="under-check">{hint_view(&id, hint)}</div>
            <FieldError id=id text=error/>
        </div>
    }
}

/// Fields that answer one question, under its words. [`RadioGroup`] is one of these.
#[component]
pub fn FieldSet(
    #[prop(into)] legend: String,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] hint: Text,
    #[prop(optional, into)] error: Text,
    #[prop(default = false)] hide_legend: bool,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let id = id.get();
    let key = id.clone().unwrap_or_default();
    let described = id.as_deref().and_then(|id| described_by(id, &hint, &error));
    view! {
        <fieldset class=classes(&["field", &class]) id=id aria-describedby=described tabindex="-1">
            <legend class=if hide_legend { "sr" } else { "" }>{legend}</legend>
            {children()}
            {hint_view(&key, hint)}
            <FieldError id=key text=error/>
        </fieldset>
    }
}

/// One of a few, all in sight, each with room for a hint. The id is the name unless given.
#[component]
pub fn RadioGroup(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] hint: Text,
    #[prop(optional, into)] error: Text,
    #[prop(default = false)] required: bool,
    #[prop(default = false)] disabled: bool,
) -> impl IntoView {
    let id = id.or(name.as_str());
    let wrong = error.is_some();
    let radios = choices
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let hint_id = choice.hint.is_some().then(|| format!("{id}-{at}-hint"));
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name=name.clone()
                        checked=choice.value == value
                        value=choice.value
                        required=required
                        disabled=disabled || choice.disabled
                        aria-describedby=hint_id.clone()
                        aria-invalid=when(wrong)
                    />
                    <span>
                        {choice.label}
                        {choice.hint.get().map(|hint| view! { <span class="hint block" id=hint_id>{hint}</span> })}
                    </span>
                </label>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! { <FieldSet legend id hint error>{radios}</FieldSet> }
}

/// One of two to four short words, side by side: a way of working rather than an answer.
#[component]
pub fn Segmented(
    #[prop(into)] name: String,
    /// What is chosen; read out, not shown, unless `show_legend`.
    #[prop(into)]
    legend: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] value: String,
    #[prop(default = false)] show_legend: bool,
    /// Fills the width and is tall enough for gloves.
    #[prop(default = false)]
    floor: bool,
    #[prop(optional, into)] form: Text,
) -> impl IntoView {
    let parts = choices
        .into_iter()
        .map(|choice| {
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        form=form.clone().get()
                        checked=choice.value == value
                        value=choice.value
                        disabled=choice.disabled
                    />
                    {choice.label}
                </label>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <fieldset class="field">
            <legend class=if show_legend { "" } else { "sr" }>{legend}</legend>
            <div class=if floor { "segment segment-floor" } else { "segment" }>{parts}</div>
        </fieldset>
    }
}

/// A checkbox with no words in sight, for the cell that picks a row. `label` names the row: "Select Hand Warmer".
#[component]
pub fn PickBox(
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(into)] label: String,
    #[prop(default = false)] checked: bool,
    #[prop(optional, into)] form: Text,
) -> impl IntoView {
    view! { <input type="checkbox" name=name value=value form=form.get() checked=checked aria-label=label/> }
}

/// Fields side by side where there is room: two to a line on a desk, one on a phone.
#[component]
pub fn FieldRow(#[prop(optional, into)] class: String, children: Children) -> impl IntoView {
    view! { <div class=classes(&["field-row", &class])>{children()}</div> }
}

/// A part of a form under its own heading, with what it is about beside it on a desk.
#[component]
pub fn FormSection(
    #[prop(into)] title: String,
    #[prop(optional, into)] text: Text,
    #[prop(optional, into)] aside: Piece,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="form-section">
            <div>
                <h2>{title}</h2>
                {text.get().map(|text| view! { <p class="hint">{text}</p> })}
                {aside.get()}
            </div>
            <div class="stack">{children()}</div>
        </section>
    }
}
