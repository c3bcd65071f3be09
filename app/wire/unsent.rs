//! A form that came after its session had ended: what was typed waits at the sign-in page, and afterwards in the session of
//! who signed in there, until they send it or leave it. Where they had signed in again already, in another tab, it waits in
//! their session at once.

use crate::{Fields, see_other, visit::came_from};
use axum::{
    body::{Bytes, HttpBody as _},
    extract::{FromRequest, Request},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use tower_sessions::Session;

/// The session's key for it, once its person is back.
const UNSENT: &str = "unsent";

/// Most bytes that are kept: it travels in a page, and each request reads its session.
const MOST: usize = 16 * 1024;

/// Where a form was going, and what was in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// Path and query of ours.
    pub to: String,
    /// The page it stood on.
    pub back: String,
    /// All but the token, which was of the session that has ended.
    pub typed: Vec<(String, String)>,
}

impl Unsent {
    /// The page that asks what becomes of it. Its own form is not kept once more: it would lead to itself.
    pub const ASKED: &str = "/admin/unsent";

    /// Reads it from a request that nobody signed in has sent; `None` where nothing is worth keeping, or may be kept: a
    /// password would stand in the page of whoever comes next.
    pub(crate) async fn read(request: Request) -> Option<Self> {
        let plain = request.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
        if !plain || request.body().size_hint().lower() > MOST as u64 {
            return None;
        }
        let (to, back) = Self::way(&request);
        let body = Bytes::from_request(request, &()).await.ok().filter(|body| body.len() <= MOST)?;
        Self::of(to, back, Fields::parse(&String::from_utf8_lossy(&body)))
    }

    /// Where a form is going, and the page it stood on.
    pub(crate) fn way(request: &Request) -> (String, String) {
        let to = request.uri().path_and_query().map_or("/", |path| path.as_str());
        (to.to_owned(), came_from(request.headers(), request.uri()).unwrap_or("/").to_owned())
    }

    /// The same, of what the sign-in page carried along.
    #[must_use]
    pub fn of(to: String, back: String, fields: Fields) -> Option<Self> {
        let mut typed = fields.0;
        typed.retain(|(name, _)| name != "csrf");
        let bytes: usize = typed.iter().map(|(name, value)| name.len() + value.len()).sum();
        let keep = !typed.is_empty() && to != Self::ASKED && bytes <= MOST && typed.iter().all(|(name, _)| !name.contains("password"));
        keep.then_some(Self { to, back, typed })
    }

    /// Waits in the session of its person, in the place of an earlier one.
    pub async fn keep(self, session: &Session) {
        // Who is in is in, also where this could not be kept.
        if let Err(error) = session.insert(UNSENT, self).await {
            tracing::warn!(cause = %error, "an unsent form is not kept");
        }
    }

    /// Waits in the session of who is signed in now, who is asked what becomes of it.
    pub(crate) async fn offered(self, session: &Session) -> Response {
        self.keep(session).await;
        see_other(Self::ASKED)
    }

    /// What waits in a session.
    pub async fn kept(session: &Session) -> Option<Self> {
        session.get(UNSENT).await.ok().flatten()
    }

    /// The same, and it waits no longer.
    pub async fn taken(session: &Session) -> Option<Self> {
        session.remove(UNSENT).await.ok().flatten()
    }

    /// What was typed, as a form sends it.
    #[must_use]
    pub fn written(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.typed).finish()
    }
}

impl IntoResponse for Unsent {
    fn into_response(self) -> Response {
        let mut response = StatusCode::FORBIDDEN.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unsent(typed: &str) -> Option<Unsent> {
        Unsent::of(String::from("/stock/sell"), String::from("/stock"), Fields::parse(typed))
    }

    #[test]
    fn what_was_typed_is_written_as_it_was_read() {
        let typed = unsent("csrf=old&note=a%26b+%C3%A9&lines%5B0%5D.item=CUP&note=").unwrap();
        assert_eq!(typed.typed.len(), 3, "the old token is of no use");
        assert_eq!(unsent(&typed.written()), Some(typed));
    }

    #[test]
    fn passwords_and_nothing_are_not_kept() {
        assert_eq!(unsent("current_password=secret&x=1"), None);
        assert_eq!(unsent("csrf=old"), None);
        assert_eq!(Unsent::of(String::from(Unsent::ASKED), String::new(), Fields::parse("unsent_act=send")), None, "it would lead to itself");
    }
}
