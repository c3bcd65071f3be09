//! What stands around a working list: views, search, filters, columns, pages, and what is done to the rows picked.

use leptos::prelude::*;

use crate::{
    button::{Button, LinkButton, Size, Weight},
    form::{Form, Hidden},
    icon::{Glyph, Icon},
    text::{Piece, Text, classes},
};

/// A link in [`ViewTabs`] or [`Tabs`].
#[derive(Clone, Debug, Default)]
pub struct Tab {
    pub label: String,
    pub href: String,
    pub count: Text,
    pub icon: Option<Glyph>,
    pub current: bool,
}

impl Tab {
    pub fn new(label: impl Into<String>, href: impl Into<String>, current: bool) -> Self {
        Self { label: label.into(), href: href.into(), current, ..Self::default() }
    }

    #[must_use]
    pub fn count(mut self, count: impl Into<Text>) -> Self {
        self.count = count.into();
        self
    }

    #[must_use]
    pub const fn icon(mut self, icon: Glyph) -> Self {
        self.icon = Some(icon);
        self
    }
}

fn tab_links(tabs: Vec<Tab>) -> Vec<AnyView> {
    tabs.into_iter()
        .map(|tab| {
            view! {
                <a href=tab.href aria-current=tab.current.then_some("page")>
                    {tab.icon.map(|name| view! { <Icon name/> })}
                    {tab.label}
                    {tab.count.get().map(|count| view! { " " <span class="n">{count}</span> })}
                </a>
            }
            .into_any()
        })
        .collect()
}

/// The faces of one thing (Overview, Movements, History), each a page of its own.
#[component]
pub fn Tabs(#[prop(into)] label: String, tabs: Vec<Tab>) -> impl IntoView {
    view! { <nav class="tabs" aria-label=label>{tab_links(tabs)}</nav> }
}

/// Saved views of a list. Children may add "Save view".
#[component]
pub fn ViewTabs(#[prop(into)] label: String, tabs: Vec<Tab>, #[prop(optional, into)] more: Piece) -> impl IntoView {
    view! {
        <div class="row spread below-3">
            <nav class="views" aria-label=label>{tab_links(tabs)}</nav>
            {more.get()}
        </div>
    }
}

/// The line of tools over a list: search, filters, columns.
#[component]
pub fn Toolbar(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! { <div class="toolbar" role="group" aria-label=label>{children()}</div> }
}

/// Searches this list: a form that GETs the same page. `keep` are the other parameters of the page's address.
#[component]
pub fn SearchBox(
    #[prop(into)] action: String,
    #[prop(into)] label: String,
    #[prop(default = "q".to_owned(), into)] name: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] placeholder: Text,
    #[prop(optional)] keep: Vec<(String, String)>,
    /// The button's word, for those who do not press Enter: read out, not shown.
    #[prop(into)]
    go: String,
) -> impl IntoView {
    let keep = keep.into_iter().map(|(name, value)| view! { <Hidden name value/> }.into_any()).collect::<Vec<_>>();
    let id = format!("search-{name}");
    view! {
        <form class="affix-search" role="search" method="get" action=action>
            {keep}
            <label class="sr" for=id.clone()>{label}</label>
            <Icon name=Glyph::Search/>
            <input
                class="input"
                id=id
                type="search"
                name=name
                value=value
                placeholder=placeholder.get()
                autocomplete="off"
                data-search-key="/"
            />
            <span class="keys" aria-hidden="true"><kbd class="kbd">"/"</kbd></span>
            // Enter in the field does the same; an unseen button must not take the focus.
            <button type="submit" class="sr" tabindex="-1">{go}</button>
        </form>
    }
}

/// A filter in force.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// "Status"
    pub name: String,
    /// "Low or out"
    pub value: String,
    /// Where the list is without it.
    pub remove: String,
    /// "Remove filter: Status"
    pub remove_label: String,
    /// Where it can be changed.
    pub edit: Text,
}

/// The filters in force, always in sight, each removed by its link. `add` holds the way to add one ([`Menu`](crate::Menu)).
#[component]
pub fn FilterChips(
    filters: Vec<Filter>,
    /// The words and the address of "Clear all"; shown from two filters on.
    #[prop(default = None, into)]
    clear: Option<(String, String)>,
    #[prop(optional, into)] add: Piece,
) -> impl IntoView {
    let many = filters.len() > 1;
    let chips = filters
        .into_iter()
        .map(|filter| {
            let words = view! { <em>{filter.name}</em> " " <span dir="auto">{filter.value}</span> };
            let words = match filter.edit.get() {
                Some(href) => view! { <a href=href>{words}</a> }.into_any(),
                None => view! { <span>{words}</span> }.into_any(),
            };
            view! {
                <span class="chip chip-on">
                    {words}
                    <a class="x" href=filter.remove aria-label=filter.remove_label><Icon name=Glyph::X/></a>
                </span>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        {chips}
        {add.get()}
        {clear.filter(|_| many).map(|(label, href)| view! { <a class="small" href=href>{label}</a> })}
    }
}

/// A column that can be shown, hidden and moved.
#[derive(Clone, Debug, Default)]
pub struct ColumnChoice {
    pub key: String,
    pub label: String,
    pub shown: bool,
    /// It is always there.
    pub fixed: bool,
    /// "Move Category up"
    pub up: String,
    pub down: String,
}

/// Chooses a list's columns and their order: a form that posts every column's key as `order`, those shown as `shown`, and
/// a step as `move` (`up:KEY`, `down:KEY`). Each button sends all of it, so that a tick is not lost by a step.
#[component]
pub fn ColumnChooser(
    #[prop(into)] action: String,
    #[prop(into)] csrf: String,
    /// More unseen fields.
    #[prop(optional)]
    hidden: Vec<(String, String)>,
    /// "Columns"
    #[prop(into)]
    label: String,
    columns: Vec<ColumnChoice>,
    /// "Show these"
    #[prop(into)]
    apply: String,
    /// "As the list has them"
    #[prop(into)]
    reset: String,
    /// It was worked a moment ago: it stays open.
    #[prop(default = false)]
    open: bool,
    /// "4 of 6"
    #[prop(optional, into)]
    count: Text,
) -> impl IntoView {
    let last = columns.len().saturating_sub(1);
    let rows = columns.into_iter().enumerate().map(|(at, column)| chooser_row(column, at == 0, at == last)).collect::<Vec<_>>();
    view! {
        <details class="anchor chooser column-chooser" name="menu" open=open>
            <summary class="btn btn-sm btn-quiet">
                <Icon name=Glyph::Columns3/>
                {label.clone()}
                {count.get().map(|count| view! { " " <span class="faint tnum">{count}</span> })}
            </summary>
            <div class="popover">
                <Form action csrf hidden label class="">
                    // The first button is the one Enter presses.
                    <button type="submit" class="sr" tabindex="-1">{apply.clone()}</button>
                    <ol class="body pad-block">{rows}</ol>
                    <div class="foot">
                        <Button label=reset size=Size::Small weight=Weight::Quiet name="reset" value="1"/>
                        <Button label=apply size=Size::Small weight=Weight::Primary/>
                    </div>
                </Form>
            </div>
        </details>
    }
}

fn chooser_row(column: ColumnChoice, is_first: bool, is_last: bool) -> AnyView {
    let ColumnChoice { key, label, shown, fixed, up, down } = column;
    let step = |way: &str, label: String, icon: Glyph, off: bool| {
        let value = format!("{way}:{key}");
        view! { <Button label name="move" value icon icon_only=true size=Size::Small weight=Weight::Quiet disabled=off/> }.into_any()
    };
    let (up, down) = (step("up", up, Glyph::ArrowUp, is_first), step("down", down, Glyph::ArrowDown, is_last));
    // A disabled box is not sent; its column has a place all the same.
    let always = fixed.then(|| view! { <Hidden name="shown" value=key.clone()/> });
    view! {
        <li>
            {always}
            <Hidden name="order" value=key.clone()/>
            <label class="check"><input type="checkbox" name="shown" value=key checked=shown || fixed disabled=fixed/>{label}</label>
            <span class="group push">{up}{down}</span>
        </li>
    }
    .into_any()
}

/// To the pages before and after: two links, and what is shown ("1–30 of 412"). A way that does not lead on is `None`.
#[component]
pub fn Pager(
    #[prop(into)] label: String,
    #[prop(into)] summary: String,
    #[prop(into)] back_label: String,
    #[prop(into)] next_label: String,
    #[prop(optional, into)] back: Text,
    #[prop(optional, into)] next: Text,
) -> impl IntoView {
    let ways = back.is_some() || next.is_some();
    view! {
        <nav class="pager" aria-label=label>
            <span class="tnum">{summary}</span>
            {ways.then(|| view! {
                <span class="group push">
                    <LinkButton label=back_label href=back size=Size::Small icon=Glyph::ChevronLeft attr:rel="prev"/>
                    <LinkButton label=next_label href=next size=Size::Small icon_end=Glyph::ChevronRight attr:rel="next"/>
                </span>
            })}
        </nav>
    }
}

/// What can be done to the rows picked. It shows itself when a row is ticked, and counts them, without script. The rows'
/// [`Pick`](crate::Pick)s name the `form` it stands in (or has by id); its buttons submit that form.
#[component]
pub fn BulkBar(
    /// "Selected", before the number.
    #[prop(into)]
    label: String,
    /// The bar is there even when nothing is ticked in this rendering (all of a search is selected, say).
    #[prop(default = false)]
    open: bool,
    /// "412", where the server knows the number; else the ticked boxes are counted.
    #[prop(optional, into)]
    count: Text,
    #[prop(default = None, into)] clear: Option<(String, String)>,
    children: Children,
) -> impl IntoView {
    let number = match count.get() {
        Some(count) => view! { <span class="tnum">{count}</span> }.into_any(),
        None => view! { <span class="picked tnum"></span> }.into_any(),
    };
    view! {
        <section class=classes(&["bulkbar", if open { "is-open" } else { "" }]) aria-label=label>
            <span class="n">{label.clone()} " " {number}</span>
            <span class="sep hide-phone"></span>
            {children()}
            {clear.map(|(label, href)| view! {
                <span class="sep hide-phone"></span>
                <LinkButton label href icon=Glyph::X icon_only=true weight=Weight::Quiet/>
            })}
        </section>
    }
}
