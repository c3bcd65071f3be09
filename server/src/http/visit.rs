//! Who is visiting: the session's person in the session's tenant, read afresh for each request, so that somebody who was
//! removed or disabled is out at once.

use crate::http::security::Nonce;
use axum::{
    Router,
    extract::{Path, Query, Request, State},
    http::{HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
    routing::get,
};
use platform::{Database, identity, session, session::Sessions};
use std::sync::Arc;
use tower_sessions::Session;
use vocabulary::{Actor, Door, Locale, PersonId, TenantId};
use wire::{Guest, PageState, StoreChoice, TOKEN, Visit, see_other};
use words::Words;

/// What the layer needs.
#[derive(Clone)]
pub struct Visits {
    pub database: Database,
    pub secure: bool,
}

/// Puts a [`Guest`] and, for somebody signed in, a [`Visit`] into the request.
pub async fn visit(State(visits): State<Visits>, session: Session, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let session = bearer(&visits, &parts).unwrap_or(session);
    let found = signed_in(&visits.database, &session, &parts).await;
    let before = cookie(&parts, "pre");
    let fresh = before.as_deref().is_none_or(|raw| raw.len() != 32);
    let pre = before.filter(|_| !fresh).unwrap_or_else(identity::new_token);
    let guest = guest(&visits.database, &session, &parts, found.as_ref(), &pre);
    parts.extensions.insert(guest);
    let is_guest = found.is_none();
    if let Some(visit) = found {
        parts.extensions.insert(visit);
    }
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if is_guest && fresh {
        // The token of forms before sign-in: the same value in the form and in this cookie.
        let secure = if visits.secure { "; Secure" } else { "" };
        if let Ok(value) = HeaderValue::from_str(&format!("pre={pre}; Path=/; HttpOnly; SameSite=Lax{secure}")) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

/// The session of an `Authorization: Bearer` header: the API's way to carry one.
fn bearer(visits: &Visits, parts: &Parts) -> Option<Session> {
    let raw = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let id = raw.strip_prefix("Bearer ")?.parse().ok()?;
    Some(Session::new(Some(id), Arc::new(Sessions::new(visits.database.clone())), None))
}

async fn signed_in(database: &Database, session: &Session, parts: &Parts) -> Option<Visit> {
    let person: PersonId = session.get(session::PERSON).await.ok().flatten()?;
    let tenant: TenantId = session.get(session::TENANT).await.ok().flatten()?;
    let token: String = session.get(TOKEN).await.ok().flatten()?;
    let member = match identity::member(database, tenant, person).await {
        Ok(member) => member?,
        Err(error) => {
            tracing::error!(cause = %error, "visitor not read");
            return None;
        }
    };
    let stores: Arc<[StoreChoice]> = member.stores.into();
    let wanted = query(parts, "store");
    let store = wanted.and_then(|code| stores.iter().find(|store| store.code == code).cloned());
    let locale =
        Locale::of_tag(&member.locale).or_else(|| chosen_locale(parts)).or_else(|| Locale::of_tag(&member.tenant_locale)).unwrap_or_default();
    let zone = store.as_ref().map_or(member.tenant_zone, |store| store.zone);
    Some(Visit {
        actor: Actor { tenant, person: Some(person), name: member.name, role: member.role, locale, door: Door::Page },
        words: Words::new(locale, zone, database.now()),
        tenant_name: member.tenant_name,
        currency: member.currency,
        person,
        email: member.email,
        stores,
        store,
        theme: member.theme,
        token,
        session: session.clone(),
        nonce: nonce(parts),
        path: path(parts),
    })
}

fn guest(database: &Database, session: &Session, parts: &Parts, visit: Option<&Visit>, pre: &str) -> Guest {
    let locale = visit.map(|visit| visit.words.locale).or_else(|| chosen_locale(parts)).or_else(|| asked_locale(parts)).unwrap_or_default();
    let theme = visit.map(|visit| visit.theme.clone()).or_else(|| cookie(parts, "theme")).unwrap_or_default();
    let words = visit.map_or_else(|| Words::new(locale, chrono_tz::UTC, database.now()), |visit| visit.words);
    Guest { words, token: pre.to_owned(), session: session.clone(), nonce: nonce(parts), theme, path: path(parts) }
}

fn nonce(parts: &Parts) -> String {
    parts.extensions.get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default()
}

fn path(parts: &Parts) -> String {
    parts.uri.path_and_query().map(|path| path.as_str().to_owned()).unwrap_or_default()
}

/// The language chosen before: tests may choose a pseudo-locale as well.
fn chosen_locale(parts: &Parts) -> Option<Locale> {
    cookie(parts, "lang").and_then(|tag| Locale::of_tag(&tag))
}

fn asked_locale(parts: &Parts) -> Option<Locale> {
    parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(Locale::negotiate)
}

fn cookie(parts: &Parts, name: &str) -> Option<String> {
    parts
        .headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, value)| *n == name && value.len() <= 64 && value.bytes().all(|b| b.is_ascii_graphic()))
        .map(|(_, value)| value.to_owned())
}

fn query(parts: &Parts, name: &str) -> Option<String> {
    wire::Fields::parse(parts.uri.query()?).0.into_iter().find(|(n, _)| n == name).map(|(_, value)| value)
}

/// `/language/de?next=/stock`: remembered in a cookie, back to where one was. A link, because it must work before
/// sign-in and changes nothing but how one is spoken to.
pub fn routes() -> Router<PageState> {
    Router::new().route("/language/{tag}", get(language))
}

#[derive(serde::Deserialize)]
struct Destination {
    #[serde(default)]
    next: String,
}

async fn language(Path(tag): Path<String>, Query(to): Query<Destination>) -> Response {
    let mut response = see_other(local(&to.next));
    if let Some(locale) = Locale::of_tag(&tag)
        && let Ok(value) = HeaderValue::from_str(&format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax", locale.tag()))
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// Only a path of ours: never another site's address.
pub fn local(next: &str) -> &str {
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    if ours { next } else { "/" }
}
