//! How an answer fails: in codes with parameters. The words are in `locales/`, once per language; the cause of an
//! internal failure stays in the log under a reference that the user can quote.

use crate::{Money, Quantity};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A value in a message. Typed, so that each language writes it its own way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Param {
    Text(String),
    Count(i64),
    Quantity(Quantity),
    Money(Money),
    Date(NaiveDate),
    Instant(DateTime<Utc>),
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Param {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}
impl From<usize> for Param {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
impl From<Quantity> for Param {
    fn from(quantity: Quantity) -> Self {
        Self::Quantity(quantity)
    }
}
impl From<Money> for Param {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}
impl From<NaiveDate> for Param {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}
impl From<DateTime<Utc>> for Param {
    fn from(instant: DateTime<Utc>) -> Self {
        Self::Instant(instant)
    }
}

/// Something to be said: a Fluent message id and its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub code: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub params: Vec<(String, Param)>,
}

impl Said {
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), params: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Param>) -> Self {
        self.params.push((name.to_owned(), value.into()));
        self
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        for (name, value) in &self.params {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}

/// What is wrong with one field, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name in the form or in the request's body, e.g. `quantity` or `lines[2].sku`.
    pub field: String,
    pub said: Said,
}

impl FieldError {
    #[must_use]
    pub fn new(field: &str, code: &str) -> Self {
        Self { field: field.to_owned(), said: Said::new(code) }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Param>) -> Self {
        self.said = self.said.with(name, value);
        self
    }
}

/// Every way in which a request can fail, as its asker sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AppError {
    /// The request is wrong as it stands: 422.
    Invalid { fields: Vec<FieldError> },
    /// Right in itself, but not with things as they are: 409.
    Conflict { said: Said },
    /// The thing was changed by someone else since it was read: 412.
    Stale,
    /// Not there, or not the asker's: 404, without telling which.
    NotFound,
    /// 403.
    Forbidden,
    /// Sent from no page of ours, or from one that was opened in another session: 403.
    Foreign,
    /// 401.
    SignedOut,
    /// 429.
    TooMany { retry_after_s: u32 },
    /// Try again shortly: 503.
    Unavailable,
    /// It took longer than is waited for; what was begun goes on: 503.
    TimedOut,
    /// Our fault: 500. The reference finds the cause in the log.
    Internal { reference: String },
}

impl AppError {
    #[must_use]
    pub fn invalid(field: &str, code: &str) -> Self {
        Self::Invalid { fields: vec![FieldError::new(field, code)] }
    }

    #[must_use]
    pub fn conflict(said: Said) -> Self {
        Self::Conflict { said }
    }

    /// The HTTP status it is told with.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Invalid { .. } => 422,
            Self::Conflict { .. } => 409,
            Self::Stale => 412,
            Self::NotFound => 404,
            Self::Forbidden | Self::Foreign => 403,
            Self::SignedOut => 401,
            Self::TooMany { .. } => 429,
            Self::Unavailable | Self::TimedOut => 503,
            Self::Internal { .. } => 500,
        }
    }

    /// What to say of it as a whole.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Invalid { fields } => Said::new("error-invalid").with("count", fields.len()),
            Self::Conflict { said } => said.clone(),
            Self::Stale => Said::new("error-stale"),
            Self::NotFound => Said::new("error-not-found"),
            Self::Forbidden => Said::new("error-forbidden"),
            Self::Foreign => Said::new("error-foreign"),
            Self::SignedOut => Said::new("error-signed-out"),
            Self::TooMany { retry_after_s } => Said::new("error-too-many").with("seconds", i64::from(*retry_after_s)),
            Self::Unavailable => Said::new("error-unavailable"),
            Self::TimedOut => Said::new("error-timed-out"),
            Self::Internal { reference } => Said::new("error-internal").with("reference", reference.as_str()),
        }
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)?;
        if let Self::Invalid { fields } = self {
            for field in fields {
                write!(f, " [{}: {}]", field.field, field.said)?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for AppError {}

impl From<FieldError> for AppError {
    fn from(field: FieldError) -> Self {
        Self::Invalid { fields: vec![field] }
    }
}
