//! Who is visiting, and how they are spoken to. Made by the server's middleware from the verified session; a page asks
//! for a [`Visit`] and gets one or the visitor is sent to sign in.

use crate::{Desk, NoSuchStore, PageError};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, StatusCode, Uri, header, request::Parts, uri::Authority},
    response::{IntoResponse, Redirect, Response},
};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::{future::Future, pin::Pin, sync::Arc};
use tower_sessions::Session;
use vocabulary::{Actor, AppError, Currency, PersonId, Role, Said, StoreId, TenantId, escape};
use words::Words;

/// The session's key for the notice shown on the next page.
pub const FLASH: &str = "flash";
/// The session's key for the token that every form carries.
pub const TOKEN: &str = "token";

/// A notice carried over one redirect.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Flash {
    pub said: Said,
    /// Where "Undo" posts to, if it can be undone there.
    pub undo: Option<String>,
}

/// A store as the switcher shows it.
#[derive(Clone, Debug)]
pub struct StoreChoice {
    pub id: StoreId,
    pub code: String,
    pub name: String,
    pub mark: u8,
    pub zone: chrono_tz::Tz,
    pub currency: Currency,
}

/// Somebody not signed in: enough to speak to them.
#[derive(Clone)]
pub struct Guest {
    pub words: Words,
    pub token: String,
    pub session: Session,
    pub nonce: String,
    pub theme: String,
    pub path: String,
}

/// A signed-in visitor of a page.
#[derive(Clone)]
pub struct Visit {
    pub actor: Actor,
    pub words: Words,
    pub tenant_name: String,
    /// The tenant's currency: prices and costs are in it.
    pub currency: Currency,
    pub person: PersonId,
    pub email: String,
    /// All stores of the tenant that the visitor may see, by code.
    pub stores: Arc<[StoreChoice]>,
    /// The store the page is about: `?store=CODE`; `None` is all of them.
    pub store: Option<StoreChoice>,
    /// What `?store=` names where it is no open store of the tenant: mistyped, or archived since.
    pub unknown_store: Option<String>,
    /// `light`, `dark` or `system`.
    pub theme: String,
    /// What every form must carry: bound to the session.
    pub token: String,
    pub session: Session,
    /// The page's script nonce.
    pub nonce: String,
    /// Path and query of this request.
    pub path: String,
}

impl Visit {
    #[must_use]
    pub fn store_by_code(&self, code: &str) -> Option<&StoreChoice> {
        self.stores.iter().find(|store| store.code == code)
    }

    #[must_use]
    pub fn store_by_id(&self, id: StoreId) -> Option<&StoreChoice> {
        self.stores.iter().find(|store| store.id == id)
    }

    /// Whether there is anything to choose between.
    #[must_use]
    pub fn may(&self, permission: vocabulary::Permission) -> bool {
        self.actor.may(permission)
    }

    /// A page that asks nothing of the desk, or shows a form, looks for itself whether the visitor may.
    ///
    /// # Errors
    /// Forbidden.
    pub fn needs(&self, permission: vocabulary::Permission) -> Result<(), PageError> {
        if self.may(permission) { Ok(()) } else { Err(PageError(AppError::Forbidden)) }
    }

    /// Done: on to `path`, with a notice there.
    pub async fn done(&self, path: &str, said: Said) -> Response {
        self.notice(said, None).await;
        see_other(path)
    }

    /// The same, where it can be undone by posting to `undo`.
    pub async fn done_with_undo(&self, path: &str, said: Said, undo: String) -> Response {
        self.notice(said, Some(undo)).await;
        see_other(path)
    }

    async fn notice(&self, said: Said, undo: Option<String>) {
        notice(&self.session, said, undo).await;
    }
}

impl Guest {
    /// Said on the next page, once they are in.
    pub async fn notice(&self, said: Said) {
        notice(&self.session, said, None).await;
    }
}

async fn notice(session: &Session, said: Said, undo: Option<String>) {
    // A notice that could not be kept is no reason to fail what is done already.
    if let Err(error) = session.insert(FLASH, Flash { said, undo }).await {
        tracing::warn!(cause = %error, "flash not kept");
    }
}

/// On to another page of ours, as a GET. What a header cannot hold is escaped: parts of an address may be somebody's words.
#[must_use]
pub fn see_other(path: &str) -> Response {
    const UNFIT: &AsciiSet = &CONTROLS.add(b' ');
    Redirect::to(&utf8_percent_encode(path, UNFIT).to_string()).into_response()
}

/// The page of ours that a request was sent from.
pub(crate) fn came_from<'a>(headers: &'a HeaderMap, uri: &'a Uri) -> Option<&'a str> {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    // HTTP/2 says it in the address and sends no header.
    let here = header(header::HOST).or(uri.authority().map(Authority::as_str));
    let (_, rest) = header(header::REFERER)?.split_once("://")?;
    let at = rest.find('/')?;
    let (host, path) = rest.split_at(at);
    (Some(host) == here).then_some(path)
}

/// The form that came here goes on to another page of ours, as it is.
#[must_use]
pub fn send_on(path: &str) -> Response {
    Redirect::temporary(path).into_response()
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let visit = parts.extensions.get::<Self>().cloned().ok_or_else(|| {
            // Whoever sends a form is told that it was not taken, and led back to the page it stood on.
            let (here, lost) = (parts.uri.path_and_query().map_or("/", |path| path.as_str()), !parts.method.is_safe());
            let next = if lost { came_from(&parts.headers, &parts.uri).unwrap_or(here) } else { here };
            let target = escape(next);
            (
                StatusCode::SEE_OTHER,
                [
                    (header::LOCATION, format!("/signin?next={target}{}", if lost { "&lost=1" } else { "" })),
                    (header::CACHE_CONTROL, String::from("no-store")),
                ],
            )
                .into_response()
        })?;
        // A page of a store that is none is not a page of all of them. What was typed into a form is its handler's to keep.
        match &visit.unknown_store {
            Some(code) if parts.method.is_safe() => Err(NoSuchStore(code.clone()).into_response()),
            _ => Ok(visit),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Guest {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// A person who proved who they are.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub person: PersonId,
    /// The tenants they belong to, by name; at least one.
    pub tenants: Vec<(TenantId, String, Role)>,
}

type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What pages need of identity beyond operations: the one act that has no actor yet, and its opposite.
pub trait Gate: Send + Sync {
    /// Checks a password and opens a session in the visitor's browser (with a new id).
    fn sign_in<'a>(&'a self, session: &'a Session, email: &'a str, password: &'a str) -> BoxFuture<'a, Result<SignedIn, AppError>>;
    /// Ends this session.
    fn sign_out<'a>(&'a self, session: &'a Session) -> BoxFuture<'a, Result<(), AppError>>;
    /// Ends every session of a person.
    fn sign_out_everywhere<'a>(&'a self, person: PersonId) -> BoxFuture<'a, Result<(), AppError>>;
    /// Moves the session to another of the person's tenants.
    fn choose_tenant<'a>(&'a self, session: &'a Session, person: PersonId, tenant: TenantId) -> BoxFuture<'a, Result<(), AppError>>;
}

/// What every page's handler is given.
#[derive(Clone)]
pub struct PageState {
    pub desk: Desk,
    pub gate: Arc<dyn Gate>,
}
