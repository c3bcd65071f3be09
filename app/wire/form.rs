//! Forms: read once, checked field by field, every mistake told at once, and what was typed kept.

use crate::{Guest, PageError, Unsent, Visit};
use axum::{
    body::{Bytes, HttpBody as _},
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use std::str::FromStr;
use vocabulary::{AppError, Currency, FieldError, Key, Money, Quantity, Said};
use words::Words;

/// What a browser sent: names and values in their order.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of a name, as it was typed; empty if it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values of a name, for boxes that were ticked.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// Reads `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn parse(body: &str) -> Self {
        Self(form_urlencoded::parse(body.as_bytes()).into_owned().collect())
    }
}

/// A form that was posted by its own page: the token was checked, the key read.
pub struct Posted {
    pub visit: Visit,
    pub key: Key,
    pub fields: Fields,
}

/// Most bytes a plain form may have.
const MOST: usize = 256 * 1024;

/// Reads a form. `Err` is the answer to give.
async fn read(request: Request) -> Result<Fields, Response> {
    // What is announced as too large is not waited for.
    if request.body().size_hint().lower() > MOST as u64 {
        return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
    }
    let body = Bytes::from_request(request, &()).await.map_err(IntoResponse::into_response)?;
    if body.len() > MOST {
        return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
    }
    Ok(Fields::parse(&String::from_utf8_lossy(&body)))
}

/// Whether a form carries the session's token. Compared in full whatever matches, so that the time it takes says nothing.
#[must_use]
pub fn same_token(sent: &str, token: &str) -> bool {
    let same = sent.len() == token.len() && sent.bytes().zip(token.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0;
    same && !token.is_empty()
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        use axum::RequestExt;
        let mut request = request;
        let visit: Visit = match request.extract_parts_with_state(state).await {
            Ok(visit) => visit,
            Err(signin) => return Err(Unsent::read(request).await.map_or(signin, IntoResponse::into_response)),
        };
        let (to, back) = Unsent::way(&request);
        let fields = read(request).await?;
        if !same_token(fields.get("csrf"), &visit.token) {
            // Its page may be older than the session: somebody signed in again in another tab.
            let ours = fields.has("csrf");
            return Err(match Unsent::of(to, back, fields).filter(|_| ours) {
                Some(unsent) => unsent.offered(&visit.session).await,
                None => PageError(AppError::Foreign).into_response(),
            });
        }
        let key = fields.get("idempotency_key").parse().unwrap_or_else(|_| Key::random());
        Ok(Self { visit, key, fields })
    }
}

/// A form of somebody who is not signed in.
impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        use axum::RequestExt;
        let mut request = request;
        let guest: Guest = request.extract_parts_with_state(state).await.map_err(IntoResponse::into_response)?;
        let fields = read(request).await?;
        if same_token(fields.get("csrf"), &guest.token) { Ok(fields) } else { Err(PageError(AppError::Foreign).into_response()) }
    }
}

/// Reads fields one by one and collects what is wrong with them. A method answers `None` when it has noted an error;
/// [`Form::finish`] says whether there were any.
pub struct Form<'a> {
    words: Words,
    fields: &'a Fields,
    errors: Vec<FieldError>,
}

impl<'a> Form<'a> {
    #[must_use]
    pub fn new(words: Words, fields: &'a Fields) -> Self {
        Self { words, fields, errors: Vec::new() }
    }

    /// What was typed, trimmed.
    #[must_use]
    pub fn raw(&self, name: &str) -> &'a str {
        self.fields.get(name).trim()
    }

    pub fn wrong(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    fn said(&mut self, name: &str, said: Said) {
        self.errors.push(FieldError { field: name.to_owned(), said });
    }

    /// One line of text, at most `most` characters; `None` also when it is missing.
    pub fn text(&mut self, name: &str, most: usize) -> Option<String> {
        if self.raw(name).is_empty() {
            self.said(name, Said::new("field-required"));
            return None;
        }
        self.optional_text(name, most)
    }

    /// The same, but may be empty.
    pub fn optional_text(&mut self, name: &str, most: usize) -> Option<String> {
        let raw = self.raw(name);
        if raw.chars().any(|c| c.is_control() && c != '\n' && c != '\r' && c != '\t') {
            self.said(name, Said::new("field-control-characters"));
            return None;
        }
        if raw.chars().count() > most {
            self.said(name, Said::new("field-too-long").with("max", most));
            return None;
        }
        Some(raw.to_owned())
    }

    /// A quantity in the reader's own way of writing numbers.
    pub fn quantity(&mut self, name: &str) -> Option<Quantity> {
        if self.raw(name).is_empty() {
            self.said(name, Said::new("field-required"));
            return None;
        }
        self.optional_quantity(name).flatten()
    }

    /// `Some(None)` when nothing was typed.
    pub fn optional_quantity(&mut self, name: &str) -> Option<Option<Quantity>> {
        match self.raw(name) {
            "" => Some(None),
            raw => match self.words.read_quantity(raw) {
                Ok(quantity) => Some(Some(quantity)),
                Err(said) => {
                    self.said(name, said);
                    None
                }
            },
        }
    }

    /// `Some(None)` when nothing was typed.
    pub fn optional_money(&mut self, name: &str, currency: Currency) -> Option<Option<Money>> {
        match self.raw(name) {
            "" => Some(None),
            raw => match self.words.read_money(raw, currency) {
                Ok(money) => Some(Some(money)),
                Err(said) => {
                    self.said(name, said);
                    None
                }
            },
        }
    }

    /// An id, a tag, anything with one machine-written form: what does not parse is an unknown choice.
    pub fn choice<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let raw = self.raw(name);
        if raw.is_empty() {
            self.said(name, Said::new("field-required"));
            return None;
        }
        self.pick(name, raw.parse().ok())
    }

    /// The same, where nothing need be chosen: `Some(None)`.
    pub fn optional_choice<T: FromStr>(&mut self, name: &str) -> Option<Option<T>> {
        if self.raw(name).is_empty() { Some(None) } else { self.choice(name).map(Some) }
    }

    /// Notes an unknown choice when there is none.
    pub fn pick<T>(&mut self, name: &str, chosen: Option<T>) -> Option<T> {
        if chosen.is_none() {
            self.said(name, Said::new("field-unknown-choice"));
        }
        chosen
    }

    /// The value if nothing was wrong, else all that was.
    ///
    /// # Errors
    /// Every field error noted, in the order of reading.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<FieldError>> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(self.errors),
        }
    }
}

/// A form as it was typed and what is wrong with it: owned and cheap to clone, because the parts of a view outlive the
/// function that makes them.
#[derive(Clone)]
pub struct Typed(std::sync::Arc<(Words, Fields, Vec<FieldError>)>);

impl Typed {
    #[must_use]
    pub fn new(words: Words, fields: &Fields, errors: &[FieldError]) -> Self {
        Self(std::sync::Arc::new((words, fields.clone(), errors.to_vec())))
    }

    /// What was typed into a field.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        self.0.1.get(name).to_owned()
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.1.has(name)
    }

    /// What is wrong with a field, in words.
    #[must_use]
    pub fn error(&self, name: &str) -> Option<String> {
        self.0.2.iter().find(|error| error.field == name).map(|error| self.0.0.field_error(error))
    }

    /// Everything that is wrong, for the summary: the field's id, and the words with the field's name before them as
    /// `labels` have it, by field and message.
    #[must_use]
    pub fn summary(&self, labels: &[(&str, &str)]) -> Vec<(String, String)> {
        let words = self.0.0;
        let told = |error: &FieldError| {
            let said = words.field_error(error);
            match labels.iter().find(|(field, _)| *field == error.field) {
                Some((_, label)) => words.with("error-in-field", &[("field", words.t(label).into()), ("error", said.into())]),
                None => said,
            }
        };
        self.0.2.iter().map(|error| (error.field.clone(), told(error))).collect()
    }
}

/// What an operation refused, as errors of the form's fields: a form with one line names its fields plainly
/// (`lines[0].quantity` is `quantity`), and a conflict is an error of the whole form.
///
/// # Errors
/// What is no refusal fails the whole page.
pub fn refused(error: AppError) -> Result<Vec<FieldError>, PageError> {
    match error {
        AppError::Invalid { mut fields } => {
            for field in &mut fields {
                if let Some((_, own)) = field.field.split_once("].") {
                    field.field = own.to_owned();
                }
            }
            Ok(fields)
        }
        AppError::Conflict { said } => Ok(vec![FieldError { field: String::from("main"), said }]),
        other => Err(PageError(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_browser_sends() {
        let fields = Fields::parse("a=1&b=Gr%C3%BC%C3%9Fe+an+alle&a=2&c&%zz=%");
        assert_eq!(fields.get("a"), "1");
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(fields.get("b"), "Grüße an alle");
        assert!(fields.has("c"));
        assert_eq!(fields.get("%zz"), "%", "what is no escape stays as it was sent");
    }
}
