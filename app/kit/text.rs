//! The two soft types of the kit's props: words that may be absent, and a piece of page that may be absent.

use std::borrow::Cow;

use leptos::prelude::*;

/// Words that may be absent. Props of this type take `"x"`, a `String`, or an `Option` of either, so that a page can
/// hand on what it has. The empty string counts as absent: an error that says nothing is no error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Option<String>);

impl Text {
    pub fn get(self) -> Option<String> {
        self.0
    }

    pub fn as_deref(&self) -> Option<&str> {
        self.0.as_deref()
    }

    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }

    /// These words, or the others if there are none.
    pub fn or(self, other: impl Into<String>) -> String {
        self.0.unwrap_or_else(|| other.into())
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self(Some(words).filter(|words| !words.is_empty()))
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl From<&String> for Text {
    fn from(words: &String) -> Self {
        words.clone().into()
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(words: Cow<'_, str>) -> Self {
        words.into_owned().into()
    }
}

impl<T: Into<Text>> From<Option<T>> for Text {
    fn from(words: Option<T>) -> Self {
        words.map(Into::into).unwrap_or_default()
    }
}

/// A piece of page that may be absent. Props of this type take anything that a view can hold, with no `.into_any()`.
#[derive(Default)]
pub struct Piece(Option<AnyView>);

impl Piece {
    pub fn get(self) -> Option<AnyView> {
        self.0
    }

    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }
}

impl<T: IntoView + 'static> From<T> for Piece {
    fn from(view: T) -> Self {
        Self(Some(view.into_any()))
    }
}

/// Joins the class names that are not empty.
pub(crate) fn classes(names: &[&str]) -> String {
    names.iter().filter(|name| !name.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// `"true"` or nothing, for the aria attributes that are present only when they hold.
pub(crate) fn when(holds: bool) -> Option<&'static str> {
    holds.then_some("true")
}
