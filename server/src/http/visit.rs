//! Who is visiting: the session's person in the session's tenant, read afresh for each request, so that somebody who was
//! removed or disabled is out at once.

use crate::http::{security::Nonce, spoken::Heard};
use admin_rules::BROWSER;
use axum::{
    Extension, Router,
    extract::{Path, Query, Request, State},
    http::{HeaderValue, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::get,
};
use platform::{
    Database, OpError,
    identity::{self, Gate},
    session,
};
use std::sync::Arc;
use tower_sessions::Session;
use vocabulary::{Actor, AppError, Door, Locale, PersonId, TenantId};
use wire::{Guest, PageError, PageState, TOKEN, Visit, see_other};
use words::Words;

/// The cookie of a browser's session.
pub const SESSION: &str = "stockroom";

/// What the layer needs.
#[derive(Clone)]
pub struct Visits {
    pub database: Database,
    pub gate: Gate,
    /// Whether this door is https: its cookies are `__Host-` and Secure, and those of the plain door are not read. So the
    /// two never overwrite each other's on one host, where cookies know no ports.
    pub secure: bool,
}

impl Visits {
    pub fn named(&self, cookie: &str) -> String {
        if self.secure { format!("__Host-{cookie}") } else { cookie.to_owned() }
    }

    /// A `Set-Cookie` of this door.
    fn set(&self, cookie: &str, value: &str, attributes: &str) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        HeaderValue::from_str(&format!("{}={value}; Path=/; SameSite=Lax{attributes}{secure}", self.named(cookie))).ok()
    }
}

/// Puts a [`Guest`] and, for somebody signed in, a [`Visit`] into the request.
pub async fn visit(State(visits): State<Visits>, session: Session, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let bearer = bearer(&visits, &parts);
    let is_bearer = bearer.is_some();
    let session = bearer.unwrap_or(session);
    let mut found = signed_in(&visits, &session, &parts).await;
    if let Err(OpError::Db(error)) = &found
        && visits.database.doubts(error)
    {
        found = signed_in(&visits, &session, &parts).await;
    }
    let found = match found {
        Ok(found) => found,
        Err(error) => {
            // Not a guest: we do not know. Sending them to the sign-in would tell an app to throw its token away.
            tracing::error!(cause = %error, "visitor not read");
            let mut response = PageError(AppError::Unavailable).into_response();
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
            return response;
        }
    };
    let before = cookie(&parts, &visits.named("pre"));
    let fresh = before.as_deref().is_none_or(|raw| raw.len() != 32);
    let pre = before.filter(|_| !fresh).unwrap_or_else(identity::new_token);
    let guest = guest(&visits, &session, &parts, found.as_ref(), &pre);
    if let Some(heard) = parts.extensions.get::<Heard>() {
        heard.set(guest.words, &guest.theme);
    }
    // The page before sign-in looks as this browser's person has chosen: kept wherever they are seen to have chosen anew.
    let chosen = found.as_ref().filter(|_| !parts.headers.contains_key(header::AUTHORIZATION)).map(|visit| visit.theme.clone());
    let chosen = chosen.filter(|chosen| *chosen != theme(&visits, &parts));
    parts.extensions.insert(guest);
    parts.extensions.insert(visits.clone());
    let is_guest = found.is_none();
    let renewed = if is_guest || is_bearer { None } else { renewed(&visits, &session).await };
    if let Some(visit) = found {
        parts.extensions.insert(visit);
    }
    let mut response = next.run(Request::from_parts(parts, body)).await;
    // A session that the request changed gets its cookie from its own layer, and one that it ended gets none.
    if let Some(cookie) = renewed.filter(|_| !session.is_modified() && session.id().is_some()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    if is_guest && fresh {
        // The token of forms before sign-in: the same value in the form and in this cookie.
        if let Some(value) = visits.set("pre", &pre, "; HttpOnly") {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    if let Some(value) = chosen.and_then(|chosen| visits.set("theme", &chosen, "; HttpOnly; Max-Age=31536000")) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// The session of an `Authorization: Bearer` header: the API's way to carry one.
fn bearer(visits: &Visits, parts: &Parts) -> Option<Session> {
    let raw = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let id = raw.strip_prefix("Bearer ")?.parse().ok()?;
    Some(Session::new(Some(id), Arc::new(visits.gate.sessions()), None))
}

/// The session's cookie anew, when this request has put the session's end off: the browser's copy must not end before it.
async fn renewed(visits: &Visits, session: &Session) -> Option<HeaderValue> {
    session.get::<bool>(session::RENEWED).await.ok()??;
    visits.set(SESSION, &session.id()?.to_string(), &format!("; HttpOnly; Max-Age={}", session::MINUTES * 60))
}

async fn signed_in(visits: &Visits, session: &Session, parts: &Parts) -> Result<Option<Visit>, OpError> {
    let unread = |error: tower_sessions::session::Error| OpError::Other(error.into());
    let person: Option<PersonId> = session.get(session::PERSON).await.map_err(unread)?;
    let tenant: Option<TenantId> = session.get(session::TENANT).await.map_err(unread)?;
    let token: Option<String> = session.get(TOKEN).await.map_err(unread)?;
    let (Some(person), Some(tenant), Some(token)) = (person, tenant, token) else { return Ok(None) };
    let Some(member) = visits.gate.member(tenant, person).await? else { return Ok(None) };
    let stores = member.stores;
    let wanted = query(parts, "store");
    let store = wanted.as_ref().and_then(|code| stores.iter().find(|store| store.code == *code).cloned());
    let unknown_store = wanted.filter(|code| !code.is_empty() && store.is_none());
    // A program says in which language it wants its answers, and has no cookie; a browser's header says only how it was
    // installed, and counts for who has chosen that it does: else the business's own language comes before it.
    let by_header = member.locale == BROWSER || parts.headers.contains_key(header::AUTHORIZATION);
    let asked = || asked_locale(parts).filter(|_| by_header);
    let chosen = Locale::of_tag(&member.locale).or_else(asked).or_else(|| chosen_locale(visits, parts));
    let locale = chosen.or_else(|| Locale::of_tag(&member.tenant_locale)).unwrap_or_default();
    let zone = store.as_ref().map_or(member.tenant_zone, |store| store.zone);
    Ok(Some(Visit {
        actor: Actor { tenant, person: Some(person), name: member.name, role: member.role, locale, door: Door::Page },
        words: Words::new(locale, zone, visits.database.now()),
        tenant_name: member.tenant_name,
        currency: member.currency,
        person,
        email: member.email,
        stores,
        store,
        unknown_store,
        theme: member.theme,
        token,
        session: session.clone(),
        nonce: nonce(parts),
        path: path(parts),
    }))
}

fn guest(visits: &Visits, session: &Session, parts: &Parts, visit: Option<&Visit>, pre: &str) -> Guest {
    let theme = visit.map_or_else(|| theme(visits, parts), |visit| visit.theme.clone());
    let words = visit.map_or_else(|| guessed(visits, parts), |visit| visit.words);
    Guest { words, token: pre.to_owned(), session: session.clone(), nonce: nonce(parts), theme, path: path(parts) }
}

/// How somebody is spoken to of whom nothing is known: as was chosen in this browser, else as it asks.
pub fn guessed(visits: &Visits, parts: &Parts) -> Words {
    let locale = chosen_locale(visits, parts).or_else(|| asked_locale(parts)).unwrap_or_default();
    Words::new(locale, chrono_tz::UTC, visits.database.now())
}

/// The theme last chosen in this browser; empty for none.
pub fn theme(visits: &Visits, parts: &Parts) -> String {
    cookie(parts, &visits.named("theme")).unwrap_or_default()
}

fn nonce(parts: &Parts) -> String {
    parts.extensions.get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default()
}

fn path(parts: &Parts) -> String {
    parts.uri.path_and_query().map(|path| path.as_str().to_owned()).unwrap_or_default()
}

/// The language chosen before: tests may choose a pseudo-locale as well.
fn chosen_locale(visits: &Visits, parts: &Parts) -> Option<Locale> {
    cookie(parts, &visits.named("lang")).and_then(|tag| Locale::of_tag(&tag))
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

async fn language(Extension(visits): Extension<Visits>, Path(tag): Path<String>, Query(to): Query<Destination>) -> Response {
    let mut response = see_other(wire::local(&to.next));
    if let Some(locale) = Locale::of_tag(&tag)
        && let Some(value) = visits.set("lang", locale.tag(), "; Max-Age=31536000")
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
