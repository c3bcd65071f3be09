//! Rail, top bar, bottom bar, breadcrumbs, the store switcher.

use leptos::prelude::*;

use crate::{
    float::{MenuItem, entries},
    icon::{BrandMark, Glyph, Icon, IconSize},
    shell::document::{ShellLinks, ShellWords},
    state::Mark,
    text::{Piece, Text},
};

/// A place in the navigation.
#[derive(Clone, Debug)]
pub struct NavItem {
    pub label: String,
    pub href: String,
    pub icon: Glyph,
    /// How many things wait there.
    pub count: Text,
    /// The page is in this place.
    pub current: bool,
}

impl NavItem {
    pub fn new(icon: Glyph, label: impl Into<String>, href: impl Into<String>, current: bool) -> Self {
        Self { label: label.into(), href: href.into(), icon, count: Text::default(), current }
    }

    #[must_use]
    pub fn count(mut self, count: impl Into<Text>) -> Self {
        self.count = count.into();
        self
    }
}

/// A step on the way here. The last one is the page itself and has no address.
#[derive(Clone, Debug, Default)]
pub struct Crumb {
    pub label: String,
    pub href: Text,
}

impl Crumb {
    pub fn new(label: impl Into<String>, href: impl Into<Text>) -> Self {
        Self { label: label.into(), href: href.into() }
    }

    pub fn here(label: impl Into<String>) -> Self {
        Self::new(label, "")
    }
}

/// A store that can be chosen: its name, its mark, and this page there.
#[derive(Clone, Debug, Default)]
pub struct StoreLink {
    pub name: String,
    pub mark: Mark,
    pub href: String,
    pub current: bool,
}

/// The stores this person works in, "All stores" among them.
#[derive(Clone, Debug, Default)]
pub struct Stores {
    /// The company, above the store's name.
    pub company: String,
    pub links: Vec<StoreLink>,
}

/// Who is signed in.
pub struct User {
    /// "MO"
    pub initials: String,
    /// "Your account, Maya Okafor"
    pub label: String,
    /// Profile, language, theme, sign out.
    pub menu: Vec<MenuItem>,
}

/// The first link of the page, seen when it has the focus.
#[component]
pub fn SkipLink(#[prop(into)] label: String) -> impl IntoView {
    view! { <a class="skip" href="#main">{label}</a> }
}

fn nav_links(items: Vec<NavItem>) -> Vec<AnyView> {
    items
        .into_iter()
        .map(|item| {
            view! {
                <li>
                    <a href=item.href title=item.label aria-current=item.current.then_some("page")>
                        <Icon name=item.icon/>
                        <span>{item.label.clone()}</span>
                        {item.count.get().map(|count| view! { <span class="count">{count}</span> })}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect()
}

/// The rail: names on a desk, icons on a tablet, not there on a phone.
#[component]
pub fn Rail(
    #[prop(into)] label: String,
    #[prop(into)] home: String,
    nav: Vec<NavItem>,
    #[prop(optional)] foot: Vec<NavItem>,
    #[prop(default = None, into)] stores: Option<Stores>,
    #[prop(optional, into)] store_label: String,
) -> impl IntoView {
    view! {
        <nav class="rail" aria-label=label>
            <a class="brand" href=home aria-label="Stockroom"><BrandMark/><b>"Stockroom"</b></a>
            {stores.map(|stores| view! { <StoreSwitcher stores label=store_label/> })}
            <ul class="nav">{nav_links(nav)}</ul>
            <div class="foot"><ul class="nav">{nav_links(foot)}</ul></div>
        </nav>
    }
}

/// The button that says which store is looked at and opens the [`StoreMenu`]. It may be on the page more than once.
#[component]
pub fn StoreSwitcher(stores: Stores, #[prop(into)] label: String) -> impl IntoView {
    let current = stores.links.iter().find(|link| link.current).or(stores.links.first()).cloned().unwrap_or_default();
    view! {
        <button type="button" class="switcher" popovertarget="stores" title=label>
            <i class=current.mark.dot()></i>
            <span><small class="truncate">{stores.company}</small><b><span dir="auto">{current.name}</span></b></span>
            <Icon name=Glyph::ChevronsUpDown/>
        </button>
    }
}

/// The stores to choose from, once on the page.
#[component]
pub fn StoreMenu(stores: Stores, #[prop(into)] label: String) -> impl IntoView {
    let links = stores
        .links
        .into_iter()
        .map(|link| {
            view! {
                <li>
                    <a href=link.href aria-current=link.current.then_some("true")>
                        <i class=link.mark.dot()></i>
                        {link.name}
                        {link.current.then(|| view! { <Icon name=Glyph::Check class="push"/> })}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! { <nav class="popover menu store-menu" id="stores" popover="auto" aria-label=label><ul>{links}</ul></nav> }
}

/// The way here, on tablet and desk.
#[component]
pub fn Breadcrumbs(#[prop(into)] label: String, crumbs: Vec<Crumb>) -> impl IntoView {
    let steps = crumbs
        .into_iter()
        .enumerate()
        .map(|(nth, crumb)| {
            let arrow = (nth > 0).then(|| view! { <li aria-hidden="true"><Icon name=Glyph::ChevronRight/></li> });
            let step = match crumb.href.get() {
                Some(href) => view! { <a href=href><bdi>{crumb.label}</bdi></a> }.into_any(),
                None => view! { <span aria-current="page"><bdi>{crumb.label}</bdi></span> }.into_any(),
            };
            view! { {arrow} <li>{step}</li> }.into_any()
        })
        .collect::<Vec<_>>();
    (!steps.is_empty()).then(|| view! { <nav class="crumbs" aria-label=label><ol>{steps}</ol></nav> })
}

/// The bar above the work: on a phone mark, store and search; from a tablet on the way here, search, news, help, account.
#[component]
pub fn TopBar(
    words: ShellWords,
    links: ShellLinks,
    #[prop(default = None, into)] stores: Option<Stores>,
    #[prop(default = None, into)] user: Option<User>,
    #[prop(optional, into)] tools: Piece,
    /// The [`Breadcrumbs`].
    children: Children,
) -> impl IntoView {
    let ShellWords { store, search, help, notifications, .. } = words;
    view! {
        <header class="topbar">
            <a class="brand" href=links.home aria-label="Stockroom"><BrandMark/></a>
            {stores.map(|stores| view! { <StoreSwitcher stores label=store/> })}
            {children()}
            <span class="push"></span>
            {links.search.map(|href| search_links(&href, &search))}
            {tools.get()}
            {links.notifications.map(|href| bar_link(Glyph::Bell, href, notifications, ""))}
            {links.help.map(|href| bar_link(Glyph::CircleHelp, href, help, "hide-phone"))}
            {user.map(account)}
        </header>
    }
}

/// Search as a field to click on a desk and as an icon on a phone. Both are links; the palette's island takes them over.
fn search_links(href: &str, label: &str) -> impl IntoView + use<> {
    let (href, label) = (href.to_owned(), label.to_owned());
    view! {
        <a class="searchbox hide-phone" href=href.clone() data-palette="open">
            <Icon name=Glyph::Search/>
            <span>{label.clone()}</span>
            <span class="keys" aria-hidden="true">
                <kbd class="kbd"><Icon name=Glyph::Command/></kbd>
                <kbd class="kbd">"K"</kbd>
            </span>
        </a>
        <a class="btn btn-quiet btn-icon only-phone" href=href aria-label=label data-palette="open">
            <Icon name=Glyph::Search size=IconSize::Large/>
        </a>
    }
}

fn bar_link(icon: Glyph, href: String, label: String, class: &str) -> impl IntoView + use<> {
    let class = crate::text::classes(&["btn btn-quiet btn-icon", class]);
    view! { <a class=class href=href aria-label=label.clone() title=label><Icon name=icon/></a> }
}

fn account(user: User) -> impl IntoView {
    view! {
        <button type="button" class="account" popovertarget="account">
            <span class="avatar" aria-hidden="true">{user.initials}</span>
            <span class="sr">{user.label}</span>
        </button>
        <div class="popover menu" id="account" popover="auto"><ul>{entries(user.menu)}</ul></div>
    }
}

/// The bar at the foot of a phone. The item to scan is raised.
#[component]
pub fn BottomBar(#[prop(into)] label: String, items: Vec<NavItem>) -> impl IntoView {
    let links = items
        .into_iter()
        .map(|item| {
            let scan = item.icon == Glyph::ScanBarcode;
            view! {
                <li>
                    <a href=item.href class=scan.then_some("scan") aria-current=item.current.then_some("page")>
                        <Icon name=item.icon size=IconSize::Large/>
                        {item.label}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| view! { <nav class="bottombar" aria-label=label><ul>{links}</ul></nav> })
}
