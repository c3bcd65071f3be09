//! One form field: its label, its hint, its error, and the ids that tie them together.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    text::{Piece, Text, classes, when},
};

/// A choice in a [`Select`], [`RadioGroup`](crate::RadioGroup) or [`Segmented`](crate::Segmented).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Text,
    pub disabled: bool,
    /// Choices that follow one another with the same group are shown under its name (in a `Select`).
    pub group: Text,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = hint.into();
        self
    }

    #[must_use]
    pub fn group(mut self, group: impl Into<Text>) -> Self {
        self.group = group.into();
        self
    }

    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}

/// The ids of what describes a control: what `aria-describedby` must hold.
pub fn described_by(id: &str, hint: &Text, error: &Text) -> Option<String> {
    let mut ids = Vec::new();
    if hint.is_some() {
        ids.push(format!("{id}-hint"));
    }
    if error.is_some() {
        ids.push(format!("{id}-error"));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

pub(crate) fn hint_view(id: &str, hint: Text) -> Option<impl IntoView + use<>> {
    let id = format!("{id}-hint");
    hint.get().map(|hint| view! { <p class="hint" id=id>{hint}</p> })
}

/// What is wrong and what would be right, under the field it is about. [`Input`] and its kin show it by themselves.
#[component]
pub fn FieldError(#[prop(into)] id: String, #[prop(into)] text: Text) -> impl IntoView {
    text.get().map(|text| {
        view! {
            <p class="error" id=format!("{id}-error")>
                <Icon name=Glyph::CircleAlert/>
                <span>{text}</span>
            </p>
        }
    })
}

/// The frame of a field around a control of the page's own (an island, say). The control must carry `id`,
/// `aria-describedby` from [`described_by`], and `aria-invalid` where there is an error. For common controls use
/// [`Input`], [`Select`] and [`TextArea`], which bring this frame with them.
#[component]
pub fn Field(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Text,
    #[prop(optional, into)] error: Text,
    /// The word "optional" in the page's language; shown after the label.
    #[prop(optional, into)]
    optional: Text,
    /// A piece on the label's line, such as "Forgotten it?".
    #[prop(optional, into)]
    aside: Piece,
    /// The label is for screen readers only (in a table's cell, where the column's head says it).
    #[prop(default = false)]
    hide_label: bool,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let label_class = if hide_label { "sr" } else { "label" };
    let label = view! {
        <label for=id.clone() class=label_class>
            {label}
            {optional.get().map(|word| view! { " " <span class="opt">{word}</span> })}
        </label>
    };
    let head = match aside.get() {
        Some(aside) => view! { <span class="row spread">{label} {aside}</span> }.into_any(),
        None => label.into_any(),
    };
    view! {
        <div class=classes(&["field", &class])>
            {head}
            {children()}
            {hint_view(&id, hint)}
            <FieldError id=id text=error/>
        </div>
    }
}

/// Puts what stands before and after a control (a currency, a unit) in one frame with it.
fn affixed(prefix: Text, suffix: Text, control: AnyView) -> AnyView {
    if !prefix.is_some() && !suffix.is_some() {
        return control;
    }
    view! {
        <span class="affix">
            {prefix.get().map(|text| view! { <span>{text}</span> })}
            {control}
            {suffix.get().map(|text| view! { <span>{text}</span> })}
        </span>
    }
    .into_any()
}

/// A line of text, a number, a date, a password, a file: anything `<input>` types. The id is the name unless given,
/// so that an [`ErrorSummary`](crate::ErrorSummary) can link to it.
#[component]
pub fn Input(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] id: Text,
    /// `text`, `number` is never right for quantities (use `numeric`), `email`, `password`, `date`, `search`, `file` …
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional, into)] hint: Text,
    #[prop(optional, into)] error: Text,
    #[prop(optional, into)] optional: Text,
    #[prop(default = false)] required: bool,
    #[prop(optional, into)] prefix: Text,
    #[prop(optional, into)] suffix: Text,
    /// A quantity or an amount: digits line up at the end and a phone offers its keypad.
    #[prop(default = false)]
    numeric: bool,
    #[prop(optional, into)] inputmode: Text,
    #[prop(optional, into)] autocomplete: Text,
    #[prop(optional, into)] placeholder: Text,
    #[prop(default = None, into)] maxlength: Option<u32>,
    #[prop(optional, into)] min: Text,
    #[prop(optional, into)] max: Text,
    #[prop(optional, into)] accept: Text,
    /// The id of a `<datalist>` with suggestions.
    #[prop(optional, into)]
    list: Text,
    #[prop(default = false)] readonly: bool,
    #[prop(default = false)] disabled: bool,
    #[prop(default = false)] autofocus: bool,
    #[prop(default = false)] hide_label: bool,
    #[prop(optional, into)] aside: Piece,
    /// Codes are written from left to right in every language.
    #[prop(optional, into)]
    dir: Text,
    /// The id of the form, when the field stands outside it.
    #[prop(optional, into)]
    form: Text,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.or(name.as_str());
    let keypad = if numeric { inputmode.or("decimal").into() } else { inputmode };
    // A password or a file is never sent back to the page; an empty value attribute is only noise.
    let value = (!matches!(kind, "file" | "password") && !value.is_empty()).then_some(value);
    // What people write begins on its own side, whichever language the page is in.
    let dir = dir.get().or_else(|| matches!(kind, "text" | "search").then(|| String::from("auto")).filter(|_| !numeric));
    let control = view! {
        <input
            class=classes(&["input", if numeric { "input-num" } else { "" }])
            id=id.clone()
            name=name
            type=kind
            value=value
            inputmode=keypad.get()
            autocomplete=autocomplete.get()
            placeholder=placeholder.get()
            maxlength=maxlength
            min=min.get()
            max=max.get()
            accept=accept.get()
            list=list.get()
            dir=dir
            form=form.get()
            required=required
            readonly=readonly
            disabled=disabled
            autofocus=autofocus
            aria-describedby=described_by(&id, &hint, &error)
            aria-invalid=when(error.is_some())
        />
    };
    let control = affixed(prefix, suffix, control.into_any());
    view! { <Field id label hint error optional aside hide_label class>{control}</Field> }
}

/// One of a list, closed. For two to five choices that are worth seeing at once use [`RadioGroup`](crate::RadioGroup).
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] value: String,
    /// Shown first, with the empty value: "Choose a store".
    #[prop(optional, into)]
    prompt: Text,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] hint: Text,
    #[prop(optional, into)] error: Text,
    #[prop(optional, into)] optional: Text,
    #[prop(default = false)] required: bool,
    #[prop(default = false)] disabled: bool,
    #[prop(default = false)] hide_label: bool,
    #[prop(optional, into)] form: Text,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.or(name.as_str());
    let control = view! {
        <span class="select">
            <select
                class="input"
                id=id.clone()
                name=name
                form=form.get()
                required=required
                disabled=disabled
                aria-describedby=described_by(&id, &hint, &error)
                aria-invalid=when(error.is_some())
            >
                {prompt.get().map(|prompt| view! { <option value="">{prompt}</option> })}
                {options(choices, &value)}
            </select>
            <Icon name=Glyph::ChevronDown/>
        </span>
    };
    view! { <Field id label hint error optional hide_label class>{control}</Field> }
}

fn options(choices: Vec<Choice>, value: &str) -> Vec<AnyView> {
    let mut groups: Vec<(Text, Vec<AnyView>)> = Vec::new();
    for choice in choices {
        let selected = choice.value == value;
        let option = view! {
            <option value=choice.value selected=selected disabled=choice.disabled>{choice.label}</option>
        }
        .into_any();
        match groups.last_mut() {
            Some((group, members)) if *group == choice.group => members.push(option),
            _ => groups.push((choice.group, vec![option])),
        }
    }
    groups
        .into_iter()
        .map(|(group, members)| match group.get() {
            Some(label) => view! { <optgroup label=label>{members}</optgroup> }.into_any(),
            None => members.into_any(),
        })
        .collect()
}

/// Several lines of text.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] hint: Text,
    #[prop(optional, into)] error: Text,
    #[prop(optional, into)] optional: Text,
    #[prop(optional, into)] placeholder: Text,
    #[prop(default = 3)] rows: u32,
    #[prop(default = None, into)] maxlength: Option<u32>,
    #[prop(default = false)] required: bool,
    #[prop(default = false)] readonly: bool,
    #[prop(default = false)] disabled: bool,
    #[prop(default = false)] hide_label: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.or(name.as_str());
    // Browsers drop one line break right after the tag: give them one to drop, or a text that begins with one loses it.
    // Escaped here, because Leptos does not in this element: a text may end it and go on as HTML.
    let value = format!("\n{value}").replace('&', "&amp;").replace('<', "&lt;");
    let control = view! {
        <textarea
            class="input"
            id=id.clone()
            name=name
            rows=rows
            maxlength=maxlength
            placeholder=placeholder.get()
            required=required
            readonly=readonly
            disabled=disabled
            aria-describedby=described_by(&id, &hint, &error)
            aria-invalid=when(error.is_some())
        >
            {value}
        </textarea>
    };
    view! { <Field id label hint error optional hide_label class>{control}</Field> }
}
