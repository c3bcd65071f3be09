//! Lists are read a page at a time, by key and not by offset, so that the thousandth page costs what the first does.

use serde::{Deserialize, Serialize};

/// Where the next page begins: the sort key and id of the last row shown. Opaque to whoever holds it; a cursor that was
/// tampered with at worst begins elsewhere in the holder's own data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cursor(pub Vec<String>);

impl TryFrom<String> for Cursor {
    type Error = &'static str;
    fn try_from(raw: String) -> Result<Self, Self::Error> {
        Self::decode(&raw).ok_or("cursor-unreadable")
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> Self {
        cursor.encode()
    }
}

impl Cursor {
    const SEPARATOR: char = '\u{1f}';

    /// URL-safe text.
    #[must_use]
    pub fn encode(&self) -> String {
        hex::encode(self.0.join("\u{1f}"))
    }

    #[must_use]
    pub fn decode(raw: &str) -> Option<Self> {
        if raw.is_empty() || raw.len() > 2048 {
            return None;
        }
        let text = String::from_utf8(hex::decode(raw).ok()?).ok()?;
        Some(Self(text.split(Self::SEPARATOR).map(str::to_owned).collect()))
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// `None` on the last page.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// Rows a page of the desk shows.
    pub const SIZE: usize = 50;
    /// Most a caller of the API may ask for.
    pub const LIMIT: usize = 200;

    /// Makes a page of `size` out of `size + 1` rows read: the one too many only says that there is a next page.
    #[must_use]
    pub fn of(mut rows: Vec<T>, size: usize, cursor: impl Fn(&T) -> Cursor) -> Self {
        let more = rows.len() > size;
        rows.truncate(size);
        let next = if more { rows.last().map(cursor) } else { None };
        Self { rows, next }
    }

    #[must_use]
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { rows: self.rows.into_iter().map(f).collect(), next: self.next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_url() {
        let cursor = Cursor(vec!["Ärger, 3″".into(), "id".into()]);
        assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        for bad in ["", "zz", "abc", "ff", "é é "] {
            assert_eq!(Cursor::decode(bad), None, "{bad:?}");
        }
    }
}
