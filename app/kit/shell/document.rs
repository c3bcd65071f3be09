//! `<html>` to `</html>`: what every page has, with or without navigation.

use leptos::prelude::*;

use crate::{
    card::PageHead,
    icon::{BrandMark, Glyph},
    notice::Flash,
    shell::bars::{BottomBar, Breadcrumbs, Crumb, NavItem, Rail, SkipLink, StoreMenu, Stores, TopBar, User},
    state::Tone,
    text::{Piece, Text, classes},
};

/// Light or dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    const fn color_scheme(self) -> &'static str {
        match self {
            Self::System => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What a document's head needs to know; the same for all pages of one answer.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// BCP 47: `en`, `de`, `ar`.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    pub theme: Theme,
    /// Of this answer's content security policy.
    pub nonce: String,
    /// Of the built assets; it makes their addresses new when they are.
    pub version: String,
    /// The browser module that this page's islands need, `admin` or `floor`; none if it has no islands.
    pub module: Option<&'static str>,
    /// The page is for everyone: robots may have it. Others are not asked in.
    pub public: bool,
}

/// The document: for pages with no navigation around them (the floor, an error before sign-in). Others use [`Shell`].
/// `title` is the page's own; the product's name is added.
#[component]
pub fn Document(
    head: Head,
    #[prop(into)] title: String,
    /// "Skip to content"; the page has an element with the id `main`.
    #[prop(into)]
    skip: String,
    #[prop(optional, into)] body_class: Text,
    /// More for `<head>`.
    #[prop(optional, into)]
    more: Piece,
    children: Children,
) -> impl IntoView {
    let Head { lang, dir, theme, nonce, version, module, public } = head;
    let boot = module.map(|module| {
        view! {
            <script type="module" nonce=nonce src=format!("/pkg/boot.js?v={version}") data-module=module></script>
        }
    });
    // As HTML, not as a text: Leptos marks where a text ends with a comment, and in a title that is no comment but is read.
    let title = format!("{title} · Stockroom").replace('&', "&amp;").replace('<', "&lt;");
    view! {
        <html lang=lang dir=dir data-theme=theme.attribute()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta name="color-scheme" content=theme.color_scheme()/>
                {(!public).then(|| view! { <meta name="robots" content="noindex"/> })}
                <title inner_html=title></title>
                <link rel="preload" href="/fonts/inter-latin-wght-normal.woff2" r#as="font" type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=format!("/pkg/stockroom.css?v={version}")/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                {more.get()}
                {boot}
            </head>
            <body class=body_class.get()>
                <SkipLink label=skip/>
                {children()}
                // Islands speak through these. They are there from the start, because a region added later is not heard.
                <div class="sr" id="live-polite" role="status" aria-live="polite"></div>
                <div class="sr" id="live-assertive" role="alert" aria-live="assertive"></div>
            </body>
        </html>
    }
}

/// What has just been done, to be said on the next page.
#[derive(Clone, Debug)]
pub struct FlashMessage {
    pub text: String,
    pub tone: Tone,
}

/// The words of the shell, in the page's language.
#[derive(Clone, Debug, Default)]
pub struct ShellWords {
    /// "Skip to content"
    pub skip: String,
    /// "Main"
    pub main_nav: String,
    /// "Main, phone"
    pub phone_nav: String,
    /// "You are here"
    pub crumbs: String,
    /// "Store"
    pub store: String,
    /// "Search or scan"
    pub search: String,
    /// "Help and keyboard shortcuts"
    pub help: String,
    /// "Notifications, 3 new"
    pub notifications: String,
}

/// Where the shell's own links lead. A link that is `None` is not shown.
#[derive(Clone, Debug, Default)]
pub struct ShellLinks {
    pub home: String,
    pub search: Option<String>,
    pub notifications: Option<String>,
    pub help: Option<String>,
}

/// The page around the work of someone signed in: rail on a desk, icons on a tablet, bar at the foot on a phone.
///
/// `children` are the work itself, beginning with a [`PageHead`]. `<!doctype html>` is written by whoever answers.
#[component]
pub fn Shell(
    head: Head,
    #[prop(into)] title: String,
    words: ShellWords,
    links: ShellLinks,
    nav: Vec<NavItem>,
    /// At the foot of the rail: floor mode, settings.
    #[prop(optional)]
    nav_foot: Vec<NavItem>,
    /// The phone's bar: five at the most, the one to scan in the middle.
    #[prop(optional)]
    nav_phone: Vec<NavItem>,
    #[prop(optional)] crumbs: Vec<Crumb>,
    #[prop(default = None, into)] stores: Option<Stores>,
    #[prop(default = None, into)] user: Option<User>,
    #[prop(default = None, into)] flash: Option<FlashMessage>,
    /// The form that takes back what the flash tells of.
    #[prop(optional, into)]
    undo: Piece,
    /// Beside the search: islands such as the palette.
    #[prop(optional, into)]
    tools: Piece,
    /// A bar fixed at the foot ([`BulkBar`](crate::BulkBar)) needs room under the work.
    #[prop(default = false)]
    has_bulk: bool,
    #[prop(optional, into)] more: Piece,
    children: Children,
) -> impl IntoView {
    let main_class = if has_bulk { "has-bulk" } else { "" };
    let store_menu = stores.clone().map(|stores| view! { <StoreMenu stores label=words.store.clone()/> });
    view! {
        <Document head title skip=words.skip.clone() more>
            <div class="app">
                <Rail
                    label=words.main_nav.clone()
                    home=links.home.clone()
                    nav=nav
                    foot=nav_foot
                    stores=stores.clone()
                    store_label=words.store.clone()
                />
                <div class="page">
                    <TopBar words=words.clone() links stores user tools>
                        <Breadcrumbs label=words.crumbs.clone() crumbs/>
                    </TopBar>
                    <main id="main" tabindex="-1" class=main_class>
                        {flash.map(|flash| view! { <Flash text=flash.text tone=flash.tone undo=undo.get()/> })}
                        {children()}
                    </main>
                </div>
            </div>
            <BottomBar label=words.phone_nav items=nav_phone/>
            {store_menu}
        </Document>
    }
}

/// A page outside the work: signing in, a wrong address. One panel in the middle, the mark above it, help below.
#[component]
pub fn Front(
    head: Head,
    #[prop(into)] title: String,
    #[prop(into)] skip: String,
    #[prop(default = "/".to_owned(), into)] home: String,
    /// At the top's end: the choice of language.
    #[prop(optional, into)]
    aside: Piece,
    #[prop(optional, into)] foot: Piece,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    view! {
        <Document head title skip body_class="signin">
            <header class="row spread">
                <a class="brand" href=home><BrandMark/><b>"Stockroom"</b></a>
                {aside.get()}
            </header>
            <main id="main" tabindex="-1"><div class=classes(&["panel", &class])>{children()}</div></main>
            <footer class="row spread small mute">{foot.get()}</footer>
        </Document>
    }
}

/// Something went wrong, or is not there: what, what to do, and the reference to quote. Stands in a [`Shell`] or [`Front`].
#[component]
pub fn ErrorPage(
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    /// "Reference 7F3A-22" in full.
    #[prop(optional, into)]
    reference: Text,
    #[prop(optional, into)] actions: Piece,
) -> impl IntoView {
    let reference = reference.get().map(|words| view! { <p class="small mute tnum">{words}</p> });
    view! {
        <div class="stack error-page">
            <crate::Icon name=Glyph::CircleAlert class="icon-xl bad"/>
            <PageHead title class="flat"/>
            <p>{text}</p>
            {reference}
            {actions.get().map(|actions| view! { <div class="row">{actions}</div> })}
        </div>
    }
}
