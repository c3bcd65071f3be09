//! The frame: what a page's handler returned becomes a document, with rail, bars, notice and the store switcher.

use crate::tools;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use kit::{
    Crumb, FlashMessage, Front, Glyph, Head, Mark, MenuItem, NavItem, Shell, ShellLinks, ShellWords, StoreLink, Stores, Theme, Tone, User, render,
};
use leptos::prelude::*;
use std::sync::Arc;
use vocabulary::{AppError, Direction, Permission};
use wire::{FLASH, Flash, Frame, Guest, Nav, NoSuchStore, PageDoc, PageError, Unsent, Visit};
use words::Words;

/// What the frame needs to know of the build.
#[derive(Clone)]
pub struct Assets {
    /// Changes with every build of the browser's files; part of their addresses.
    pub version: Arc<str>,
}

/// Puts the frame around every [`PageDoc`] and [`PageError`]; lets everything else pass.
pub async fn frame(State(assets): State<Assets>, request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>().cloned();
    let guest = request.extensions().get::<Guest>().cloned();
    let is_get = request.method() == Method::GET;
    let mut response = next.run(request).await;
    let Some(guest) = guest else { return response };
    if let Some(PageError(error)) = response.extensions_mut().remove::<PageError>() {
        let doc = error_doc(&error, &guest.words, visit.is_some());
        return document(&doc, visit.as_ref(), &guest, None, &assets);
    }
    if let (Some(NoSuchStore(code)), Some(visit)) = (response.extensions_mut().remove::<NoSuchStore>(), &visit) {
        return document(&no_such_store(&code, visit), Some(visit), &guest, None, &assets);
    }
    if let Some(unsent) = response.extensions_mut().remove::<Unsent>() {
        // The choice of language leads to a page that is one: the form's address need not be.
        let guest = Guest { path: wire::address("/signin", &[("next", Some(unsent.back.clone()))]), ..guest };
        return document(&admin_pages::instead_of(&unsent, &guest), None, &guest, None, &assets);
    }
    // What no handler knew, and what a browser sent us that we could not read.
    let bare = response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if let Some(doc) = response.extensions_mut().remove::<PageDoc>() {
        let flash = match &visit {
            Some(visit) if is_get && doc.status == StatusCode::OK => visit.session.remove::<Flash>(FLASH).await.ok().flatten(),
            _ => None,
        };
        return document(&doc, visit.as_ref(), &guest, flash, &assets);
    }
    match response.status() {
        // An address that is no text, or names an id that is none, is nobody's.
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED | StatusCode::BAD_REQUEST if bare => {
            document(&error_doc(&AppError::NotFound, &guest.words, visit.is_some()), visit.as_ref(), &guest, None, &assets)
        }
        StatusCode::FORBIDDEN if bare => {
            document(&error_doc(&AppError::Forbidden, &guest.words, visit.is_some()), visit.as_ref(), &guest, None, &assets)
        }
        StatusCode::PAYLOAD_TOO_LARGE if bare => {
            let text = guest.words.t("error-page-413-text");
            document(&told_doc(StatusCode::PAYLOAD_TOO_LARGE, text, &guest.words, visit.is_some()), visit.as_ref(), &guest, None, &assets)
        }
        _ => response,
    }
}

fn error_doc(error: &AppError, words: &Words, signed_in: bool) -> PageDoc {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    told_doc(status, words.error(error), words, signed_in)
}

fn told_doc(status: StatusCode, text: String, words: &Words, signed_in: bool) -> PageDoc {
    let title = words.t(&format!("error-page-{}-title", status.as_u16()));
    let (home, heading) = (words.t("error-page-home"), title.clone());
    let body = render(move || {
        view! {
            <kit::ErrorPage title=heading text=text actions=view! { <kit::LinkButton label=home href="/" weight=kit::Weight::Primary/> }/>
        }
    });
    let frame = if signed_in { Frame::Shell } else { Frame::Front };
    PageDoc::new(title, Nav::None, body).status(status).frame(frame)
}

/// No page of a store that is none: what may have happened to it, and the same page in the stores there are.
fn no_such_store(code: &str, visit: &Visit) -> PageDoc {
    let words = visit.words;
    let (title, text) = (words.t("error-page-store-title"), words.with("error-page-store-text", &[("store", words.code(code).into())]));
    let heading = title.clone();
    let links: Vec<_> = stores(visit).links.into_iter().map(|link| view! { <kit::LinkButton label=link.name href=link.href/> }).collect();
    let body = render(move || view! { <kit::ErrorPage title=heading text=text actions=view! { {links} }/> });
    PageDoc::new(title, Nav::None, body).status(StatusCode::NOT_FOUND)
}

/// Who is answered where no page could be made: how they are spoken to, as far as that is known.
pub struct Reader {
    pub words: Words,
    pub theme: String,
    pub nonce: String,
    /// Path and query of the request.
    pub path: String,
}

/// The page of an error that no frame was put around, because the answer never came that far.
#[must_use]
pub fn stopgap(error: &AppError, reader: &Reader, assets: &Assets) -> Response {
    let doc = error_doc(error, &reader.words, false);
    let html = front(&doc, &reader.words, &reader.path, head(&doc, &reader.words, &reader.theme, &reader.nonce, None, assets));
    html_response(doc.status, &html)
}

fn document(doc: &PageDoc, visit: Option<&Visit>, guest: &Guest, flash: Option<Flash>, assets: &Assets) -> Response {
    let head = head(doc, &guest.words, &guest.theme, &guest.nonce, visit, assets);
    let html = match (doc.frame, visit) {
        (Frame::Shell, Some(visit)) => shell(doc, visit, flash, head),
        (Frame::Bare, _) => bare(doc, guest, head),
        _ => front(doc, &guest.words, &guest.path, head),
    };
    html_response(doc.status, &html)
}

fn html_response(status: StatusCode, html: &str) -> Response {
    let mut response = (status, Body::from(format!("<!DOCTYPE html>{html}"))).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn head(doc: &PageDoc, words: &Words, theme: &str, nonce: &str, visit: Option<&Visit>, assets: &Assets) -> Head {
    Head {
        lang: words.locale.tag().to_owned(),
        dir: if words.locale.direction() == Direction::RightToLeft { "rtl" } else { "ltr" },
        theme: match theme {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        },
        nonce: nonce.to_owned(),
        version: assets.version.to_string(),
        // The desk's own tools are islands; what stands outside it has only those it names.
        module: doc.module.or(matches!((doc.frame, visit), (Frame::Shell, Some(_))).then_some("admin")),
        public: false,
    }
}

fn bare(doc: &PageDoc, guest: &Guest, head: Head) -> String {
    let (title, body, skip) = (doc.title.clone(), doc.body.clone(), guest.words.t("nav-skip"));
    render(
        move || view! { <kit::Document head title skip body_class="floor"><main id="main" class="floor-main" tabindex="-1" inner_html=body></main></kit::Document> },
    )
}

fn front(doc: &PageDoc, words: &Words, path: &str, head: Head) -> String {
    let (title, body, skip) = (doc.title.clone(), doc.body.clone(), words.t("nav-skip"));
    let languages = vocabulary::Locale::SPOKEN
        .into_iter()
        .map(|locale| {
            let here = (locale == words.locale).then_some("true");
            let href = wire::address(&format!("/language/{}", locale.tag()), &[("next", Some(path.to_owned()))]);
            view! { <a href=href lang=locale.tag() aria-current=here>{locale.name()}</a> }
        })
        .collect_view();
    render(move || view! { <Front head title skip foot=view! { <nav class="row">{languages}</nav> }><div inner_html=body></div></Front> })
}

fn shell(doc: &PageDoc, visit: &Visit, flash: Option<Flash>, head: Head) -> String {
    let words = visit.words;
    let shell_words = ShellWords {
        skip: words.t("nav-skip"),
        main_nav: words.t("nav-label"),
        phone_nav: words.t("nav-label-phone"),
        crumbs: words.t("nav-here"),
        store: words.t("store-switch"),
        search: words.t("search-label"),
        help: words.t("action-help"),
        notifications: words.t("nav-notifications"),
    };
    let links = ShellLinks { home: in_store("/", visit), search: Some(in_store("/catalog/items", visit)), notifications: None, help: None };
    let crumbs = doc
        .crumbs
        .iter()
        .map(|(label, href)| href.as_ref().map_or_else(|| Crumb::here(label.clone()), |href| Crumb::new(label.clone(), href.clone())))
        .collect();
    let undo_form = flash.as_ref().and_then(|flash| flash.undo.clone()).map(|action| {
        let (csrf, key, label) = (visit.token.clone(), vocabulary::Key::random().as_str().to_owned(), words.t("action-undo"));
        view! { <kit::Form action csrf idempotency=key><kit::Button label size=kit::Size::Small/></kit::Form> }
    });
    let flash = flash.map(|flash| FlashMessage { text: words.said(&flash.said), tone: Tone::Ok });
    let (title, body, has_bulk) = (doc.title.clone(), doc.body.clone(), doc.has_bulk);
    let (nav, nav_foot, nav_phone) = (rail(doc.nav, visit), rail_foot(doc.nav, visit), phone_bar(doc.nav, visit));
    let stores = stores(visit);
    let user = user(visit);
    let refresh = doc.refresh.map(|seconds| view! { <noscript><meta http-equiv="refresh" content=seconds/></noscript> });
    render(move || {
        // An island is made where the page is.
        let tools = tools::tools(visit);
        view! {
            <Shell head title words=shell_words links nav nav_foot nav_phone crumbs stores user flash undo=undo_form has_bulk tools more=refresh>
                <div class="body" inner_html=body></div>
            </Shell>
        }
    })
}

/// An address that keeps the store one is in.
pub(crate) fn in_store(path: &str, visit: &Visit) -> String {
    visit.store.as_ref().map_or_else(|| path.to_owned(), |store| format!("{path}?store={}", store.code))
}

/// An entry of the rail: where it stands, its icon, its word, its address, and what one must be allowed to see it.
type Entry = (Nav, Glyph, &'static str, &'static str, Permission);

fn items(entries: &[Entry], here: Nav, visit: &Visit) -> Vec<NavItem> {
    entries
        .iter()
        .filter(|entry| visit.may(entry.4))
        .map(|(nav, icon, word, path, _)| NavItem::new(*icon, visit.words.t(word), in_store(path, visit), *nav == here))
        .collect()
}

fn rail(here: Nav, visit: &Visit) -> Vec<NavItem> {
    items(
        &[
            (Nav::Home, Glyph::House, "nav-home", "/", Permission::Own),
            (Nav::Catalog, Glyph::Package, "nav-catalog", "/catalog/items", Permission::CatalogRead),
            (Nav::Stock, Glyph::Boxes, "nav-stock", "/stock", Permission::StockRead),
            (Nav::Counts, Glyph::ClipboardCheck, "nav-counts", "/stock/counts", Permission::StockRead),
            (Nav::Labels, Glyph::Tag, "nav-labels", "/notify/labels", Permission::LabelPrint),
            (Nav::Imports, Glyph::Upload, "nav-imports", "/admin/imports", Permission::Import),
        ],
        here,
        visit,
    )
}

fn rail_foot(here: Nav, visit: &Visit) -> Vec<NavItem> {
    items(
        &[
            (Nav::Floor, Glyph::ScanBarcode, "nav-floor", "/floor", Permission::Count),
            (Nav::Settings, Glyph::Settings, "nav-settings", "/admin/settings", Permission::Own),
        ],
        here,
        visit,
    )
}

fn phone_bar(here: Nav, visit: &Visit) -> Vec<NavItem> {
    items(
        &[
            (Nav::Home, Glyph::House, "nav-home", "/", Permission::Own),
            (Nav::Catalog, Glyph::Package, "nav-catalog", "/catalog/items", Permission::CatalogRead),
            (Nav::Floor, Glyph::ScanBarcode, "nav-scan", "/floor", Permission::Count),
            (Nav::Stock, Glyph::Boxes, "nav-stock", "/stock", Permission::StockRead),
            (Nav::Settings, Glyph::Settings, "nav-settings", "/admin/settings", Permission::Own),
        ],
        here,
        visit,
    )
}

pub(crate) fn stores(visit: &Visit) -> Stores {
    // The same page in another store: everything but the store stays.
    let (path, query) = visit.path.split_once('?').unwrap_or((&visit.path, ""));
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("store=") && !pair.starts_with("cursor=")).collect();
    let link = |code: Option<&str>| {
        let mut pairs = kept.clone();
        let store = code.map(|code| format!("store={code}"));
        if let Some(store) = &store {
            pairs.push(store);
        }
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    };
    let all = StoreLink { name: visit.words.t("store-all"), href: link(None), mark: Mark::ALL_STORES, current: visit.store.is_none() };
    let each = visit.stores.iter().map(|store| StoreLink {
        name: store.name.clone(),
        href: link(Some(&store.code)),
        mark: Mark(store.mark),
        current: visit.store.as_ref().is_some_and(|here| here.id == store.id),
    });
    Stores { company: visit.tenant_name.clone(), links: std::iter::once(all).chain(each).collect() }
}

/// The account's menu. Everything that changes something is a form.
fn user(visit: &Visit) -> User {
    let words = visit.words;
    let name = visit.actor.name.clone();
    let initials = name.split_whitespace().filter_map(|part| part.chars().next()).take(2).collect::<String>().to_uppercase();
    let token = || vec![(String::from(kit::CSRF_FIELD), visit.token.clone())];
    let menu = vec![MenuItem::link(words.t("account-title"), "/admin/account"), MenuItem::post(words.t("account-sign-out"), "/signout", token())];
    User { initials, label: words.with("account-label", &[("name", name.as_str().into())]), menu }
}
