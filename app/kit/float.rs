//! What floats: menus and dialogs, both without script (`<details>` and the popover attribute).

use leptos::prelude::*;

use crate::{
    button::{Button, Size, Weight, button_class},
    form::Hidden,
    icon::{Glyph, Icon},
    text::{Piece, Text, classes},
};

/// An entry of a menu: a link, a post, or a line between groups.
pub enum MenuItem {
    Link {
        label: String,
        href: String,
        icon: Option<Glyph>,
        danger: bool,
        current: bool,
    },
    /// A small form with one button: what it does changes something.
    Post {
        label: String,
        action: String,
        fields: Vec<(String, String)>,
        icon: Option<Glyph>,
        danger: bool,
    },
    Line,
}

impl MenuItem {
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::Link { label: label.into(), href: href.into(), icon: None, danger: false, current: false }
    }

    /// `fields` carry the csrf token and whatever else the handler needs.
    pub fn post(label: impl Into<String>, action: impl Into<String>, fields: Vec<(String, String)>) -> Self {
        Self::Post { label: label.into(), action: action.into(), fields, icon: None, danger: false }
    }

    #[must_use]
    pub fn icon(mut self, glyph: Glyph) -> Self {
        if let Self::Link { icon, .. } | Self::Post { icon, .. } = &mut self {
            *icon = Some(glyph);
        }
        self
    }

    #[must_use]
    pub fn danger(mut self) -> Self {
        if let Self::Link { danger, .. } | Self::Post { danger, .. } = &mut self {
            *danger = true;
        }
        self
    }

    /// The entry that holds now (of a choice, such as the language).
    #[must_use]
    pub fn current(mut self, holds: bool) -> Self {
        if let Self::Link { current, .. } = &mut self {
            *current = holds;
        }
        self
    }
}

fn words(label: String, icon: Option<Glyph>) -> impl IntoView {
    view! { {icon.map(|name| view! { <Icon name/> })} {label} }
}

pub(crate) fn entries(items: Vec<MenuItem>) -> Vec<AnyView> {
    items
        .into_iter()
        .map(|item| match item {
            MenuItem::Link { label, href, icon, danger, current } => view! {
                <li>
                    <a href=href class=danger.then_some("bad") aria-current=current.then_some("true")>
                        {words(label, icon)}
                    </a>
                </li>
            }
            .into_any(),
            MenuItem::Post { label, action, fields, icon, danger } => {
                let fields = fields.into_iter().map(|(name, value)| view! { <Hidden name value/> }.into_any()).collect::<Vec<_>>();
                view! {
                    <li>
                        <form method="post" action=action>
                            {fields}
                            <button type="submit" class=danger.then_some("bad")>{words(label, icon)}</button>
                        </form>
                    </li>
                }
                .into_any()
            }
            MenuItem::Line => view! { <li class="line" aria-hidden="true"></li> }.into_any(),
        })
        .collect()
}

/// Less common things to do, behind a button. Links and small forms in a list; it is no `role=menu`, because it is not
/// worked like one.
#[component]
pub fn Menu(
    #[prop(into)] label: String,
    items: Vec<MenuItem>,
    #[prop(default = Some(Glyph::Ellipsis))] icon: Option<Glyph>,
    /// The words are shown, not only read.
    #[prop(default = false)]
    show_label: bool,
    #[prop(optional)] weight: Weight,
    #[prop(optional)] size: Size,
    /// Looks like the dashed chip that adds a filter.
    #[prop(default = false)]
    chip: bool,
) -> impl IntoView {
    let class = if chip { "chip chip-add".to_owned() } else { button_class(weight, size, !show_label, false, "") };
    let shown = show_label || chip;
    let name_for_readers = (!shown).then(|| label.clone());
    view! {
        <details class="anchor chooser menu-box" name="menu">
            <summary class=class aria-label=name_for_readers.clone() title=name_for_readers>
                {icon.map(|name| view! { <Icon name/> })}
                {shown.then_some(label)}
            </summary>
            <div class="popover menu"><ul>{entries(items)}</ul></div>
        </details>
    }
}

/// A question before something grave, or a small form that needs no page. A [`Button`](crate::Button) with `opens` this id
/// shows it. It says what will happen, in numbers; `actions` have the way out first. Without popovers in the browser it
/// stands in the page.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    /// The word on the button that closes it.
    #[prop(into)]
    close: String,
    #[prop(optional, into)] actions: Piece,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-title");
    view! {
        <div class=classes(&["dialog", &class]) id=id popover="auto" role="dialog" aria-labelledby=heading>
            // Not <header> and <footer>: outside of a section they are landmarks of the whole page.
            <div class="head">
                <h2 id=heading.clone() class="type-md">{title}</h2>
                <Button
                    label=close
                    kind="button"
                    weight=Weight::Quiet
                    icon=Glyph::X
                    icon_only=true
                    attr:popovertarget=id.clone()
                    attr:popovertargetaction="hide"
                />
            </div>
            <div class="body">{children()}</div>
            {actions.get().map(|actions| view! { <div class="foot">{actions}</div> })}
        </div>
    }
}

/// The button in a [`Dialog`]'s actions that leaves things as they are: "Keep them".
#[component]
pub fn DialogLeave(#[prop(into)] label: String, #[prop(into)] dialog: String) -> impl IntoView {
    view! { <Button label kind="button" attr:popovertarget=dialog attr:popovertargetaction="hide"/> }
}

/// More about something, closed until asked for.
#[component]
pub fn Disclosure(
    #[prop(into)] label: String,
    #[prop(default = false)] open: bool,
    #[prop(optional, into)] id: Text,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="data" open=open id=id.get()>
            <summary><Icon name=Glyph::ChevronRight/>{label}</summary>
            {children()}
        </details>
    }
}
