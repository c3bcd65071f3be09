//! What is pressed: buttons, and links that look like them.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon, IconSize},
    text::{Text, classes, when},
};

/// How loud a button is. One `Primary` a page; `Danger` asks for something grave, `Destroy` does it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    Primary,
    #[default]
    Secondary,
    Quiet,
    Danger,
    Destroy,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn-primary",
            Self::Secondary => "",
            Self::Quiet => "btn-quiet",
            Self::Danger => "btn-danger",
            Self::Destroy => "btn-destroy",
        }
    }
}

/// How large: 32 px on the desk and 44 px under a finger, 28 px in dense rows, 56 px on the floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    Small,
    #[default]
    Normal,
    Floor,
}

impl Size {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "btn-sm",
            Self::Normal => "",
            Self::Floor => "btn-floor",
        }
    }

    const fn icon(self) -> IconSize {
        match self {
            Self::Floor => IconSize::Large,
            Self::Small | Self::Normal => IconSize::Normal,
        }
    }
}

pub(crate) fn button_class(weight: Weight, size: Size, icon_only: bool, block: bool, more: &str) -> String {
    classes(&["btn", weight.class(), size.class(), if icon_only { "btn-icon" } else { "" }, if block { "btn-block" } else { "" }, more])
}

/// A button. It submits its form unless `kind="button"`. Its words say what will happen, with numbers: "Import 160 rows".
/// With `icon_only` the words become its name for screen readers and its tooltip.
#[component]
pub fn Button(
    #[prop(into)] label: String,
    #[prop(optional)] weight: Weight,
    #[prop(optional)] size: Size,
    #[prop(default = None, into)] icon: Option<Glyph>,
    #[prop(default = false)] icon_only: bool,
    #[prop(default = false)] block: bool,
    #[prop(default = "submit")] kind: &'static str,
    #[prop(default = false)] disabled: bool,
    /// Work is under way: the icon turns.
    #[prop(default = false)]
    busy: bool,
    /// Name and value that go with the form, to tell several submit buttons apart.
    #[prop(optional, into)]
    name: Text,
    #[prop(optional, into)] value: Text,
    /// Sends the form elsewhere than its `action`.
    #[prop(optional, into)]
    formaction: Text,
    /// The id of the form, when the button stands outside it.
    #[prop(optional, into)]
    form: Text,
    /// The id of a [`Dialog`](crate::Dialog) or popover that this button opens; it then submits nothing.
    #[prop(optional, into)]
    opens: Text,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let kind = if opens.is_some() { "button" } else { kind };
    let name_for_readers = icon_only.then(|| label.clone());
    view! {
        <button
            type=kind
            id=id.get()
            class=button_class(weight, size, icon_only, block, &class)
            name=name.get()
            value=value.get()
            form=form.get()
            formaction=formaction.get()
            popovertarget=opens.get()
            disabled=disabled
            aria-busy=when(busy)
            aria-label=name_for_readers.clone()
            title=name_for_readers
        >
            {icon.map(|name| view! { <Icon name size=size.icon()/> })}
            {(!icon_only).then_some(label)}
        </button>
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing. Without `href` it is shown as not yet possible.
#[component]
pub fn LinkButton(
    #[prop(into)] label: String,
    #[prop(optional, into)] href: Text,
    #[prop(optional)] weight: Weight,
    #[prop(optional)] size: Size,
    #[prop(default = None, into)] icon: Option<Glyph>,
    /// An icon after the words, as "Next ›" has.
    #[prop(default = None, into)]
    icon_end: Option<Glyph>,
    #[prop(default = false)] icon_only: bool,
    #[prop(default = false)] block: bool,
    /// The browser saves what the link leads to.
    #[prop(default = false)]
    download: bool,
    /// It leads to what is shown.
    #[prop(default = false)]
    current: bool,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let name_for_readers = icon_only.then(|| label.clone());
    let nowhere = !href.is_some();
    view! {
        <a
            id=id.get()
            class=button_class(weight, size, icon_only, block, &class)
            href=href.get()
            // A link without `href` is no link to a screen reader: say that it is one, and that it is not to be had.
            role=nowhere.then_some("link")
            aria-disabled=when(nowhere)
            aria-current=when(current)
            download=download
            aria-label=name_for_readers.clone()
            title=name_for_readers
        >
            {icon.map(|name| view! { <Icon name size=size.icon()/> })}
            {(!icon_only).then_some(label)}
            {icon_end.map(|name| view! { <Icon name/> })}
        </a>
    }
}

/// Buttons that belong together, joined.
#[component]
pub fn ButtonGroup(#[prop(optional, into)] class: String, children: Children) -> impl IntoView {
    view! { <span class=classes(&["group", &class])>{children()}</span> }
}

/// A few parts in a row that wraps; what most heads and toolbars need.
#[component]
pub fn Row(#[prop(optional, into)] class: String, children: Children) -> impl IntoView {
    view! { <div class=classes(&["row", &class])>{children()}</div> }
}
