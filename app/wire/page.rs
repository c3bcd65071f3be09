//! What a page's handler returns: its own part of the document. The frame around it (rail, bars, notices) is put there
//! by `app`, which knows all rooms; a page knows only where it stands.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use vocabulary::AppError;

/// The entries of the rail; a page says under which it is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nav {
    #[default]
    None,
    Home,
    Catalog,
    Stock,
    Counts,
    Labels,
    Imports,
    Stores,
    People,
    Verify,
    Settings,
    Floor,
}

/// What stands around a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    /// Rail, top bar, notices.
    #[default]
    Shell,
    /// One panel in the middle: sign-in, errors before it.
    Front,
    /// Nothing: the floor app is its own frame.
    Bare,
}

/// A page as its handler made it.
#[derive(Clone, Debug, Default)]
pub struct PageDoc {
    pub status: StatusCode,
    /// Translated, without the product's name.
    pub title: String,
    pub nav: Nav,
    /// Label and address; the last one, where we are, without an address.
    pub crumbs: Vec<(String, Option<String>)>,
    /// The browser module its islands need: `admin` or `floor`.
    pub module: Option<&'static str>,
    /// The finished HTML of `<main>`.
    pub body: String,
    pub frame: Frame,
    /// A bar for what is selected stands over the foot of the page.
    pub has_bulk: bool,
    /// Seconds after which a browser without script looks again, for work that is under way; with script an island
    /// follows it.
    pub refresh: Option<u16>,
}

impl PageDoc {
    #[must_use]
    pub fn new(title: impl Into<String>, nav: Nav, body: String) -> Self {
        let title = title.into();
        Self { crumbs: vec![(title.clone(), None)], title, nav, body, ..Self::default() }
    }

    /// The way here, before the page itself.
    #[must_use]
    pub fn under(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        let at = self.crumbs.len().saturating_sub(1);
        self.crumbs.insert(at, (label.into(), Some(href.into())));
        self
    }

    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// What was typed is wrong: 422, the same page in place.
    #[must_use]
    pub fn refused(self) -> Self {
        self.status(StatusCode::UNPROCESSABLE_ENTITY)
    }

    #[must_use]
    pub fn module(mut self, module: &'static str) -> Self {
        self.module = Some(module);
        self
    }

    #[must_use]
    pub fn frame(mut self, frame: Frame) -> Self {
        self.frame = frame;
        self
    }

    #[must_use]
    pub fn refresh(mut self, seconds: u16) -> Self {
        self.refresh = Some(seconds);
        self
    }

    #[must_use]
    pub fn with_bulk(mut self) -> Self {
        self.has_bulk = true;
        self
    }
}

impl IntoResponse for PageDoc {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A page that could not be made: the frame shows what to say of it.
#[derive(Clone, Debug)]
pub struct PageError(pub AppError);

impl From<AppError> for PageError {
    fn from(error: AppError) -> Self {
        Self(error)
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The address names a store that is none of the visitor's: the frame says so, and offers the page in those that are.
#[derive(Clone, Debug)]
pub struct NoSuchStore(pub String);

impl IntoResponse for NoSuchStore {
    fn into_response(self) -> Response {
        let mut response = StatusCode::NOT_FOUND.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// What a page's handler gives back.
pub type PageResult = Result<Response, PageError>;
