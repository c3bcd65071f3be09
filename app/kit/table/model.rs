//! What a table is made of: columns, cells, rows.

use leptos::prelude::*;

use crate::text::{Text, classes};

/// Which end of its column a cell keeps to. Numbers keep to the end in every script, because digits line up by place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Start,
    End,
}

/// How a column is sorted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Ascending,
    Descending,
}

/// A column's head as a link: where sorting by it leads, and how it is sorted now, if it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortLink {
    pub href: String,
    pub now: Option<Order>,
}

/// A column: its head, and what all its cells share.
#[derive(Clone, Debug, Default)]
pub struct Column {
    pub key: &'static str,
    pub label: String,
    pub align: Align,
    pub sort: Option<SortLink>,
    /// On the head and on every cell of the column.
    pub class: &'static str,
    /// The head is read out but not shown.
    pub hide_label: bool,
    /// It names the row: it is always shown.
    pub fixed: bool,
    /// It is shown only where somebody chose it.
    pub extra: bool,
}

impl Column {
    pub fn new(key: &'static str, label: impl Into<String>) -> Self {
        Self { key, label: label.into(), ..Self::default() }
    }

    /// A column of numbers.
    pub fn num(key: &'static str, label: impl Into<String>) -> Self {
        Self { align: Align::End, ..Self::new(key, label) }
    }

    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, now: Option<Order>) -> Self {
        self.sort = Some(SortLink { href: href.into(), now });
        self
    }

    #[must_use]
    pub const fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    #[must_use]
    pub const fn hide_label(mut self) -> Self {
        self.hide_label = true;
        self
    }

    #[must_use]
    pub const fn fixed(mut self) -> Self {
        self.fixed = true;
        self
    }

    #[must_use]
    pub const fn extra(mut self) -> Self {
        self.extra = true;
        self
    }

    pub(super) fn classes(&self) -> String {
        classes(&[if self.align == Align::End { "num" } else { "" }, self.class])
    }
}

/// A head over several columns: a store over its figures. `span` 0 marks a column that has no such head.
pub struct ColumnGroup {
    pub span: usize,
    pub content: AnyView,
}

impl ColumnGroup {
    pub fn new(span: usize, content: impl IntoView + 'static) -> Self {
        Self { span, content: content.into_any() }
    }

    /// The next column stands alone and is as tall as both rows of heads.
    pub fn none() -> Self {
        Self { span: 0, content: ().into_any() }
    }
}

/// A cell. What column it is in decides how it lines up.
pub struct Cell {
    pub(super) content: Option<AnyView>,
    pub(super) class: String,
    pub(super) head: bool,
    pub(super) over: Text,
    pub(super) after: Text,
}

impl Cell {
    pub fn new(content: impl IntoView + 'static) -> Self {
        Self { content: Some(content.into_any()), class: String::new(), head: false, over: Text::default(), after: Text::default() }
    }

    /// The cell that names its row. Each row has exactly one.
    pub fn head(content: impl IntoView + 'static) -> Self {
        Self { head: true, ..Self::new(content) }
    }

    /// A formatted number; zero is faint. For one with a "why?" put a [`Num`](crate::Num) in [`Cell::new`].
    pub fn num(value: impl Into<String>, zero: bool) -> Self {
        Self::new(value.into()).class(if zero { "zero" } else { "" })
    }

    /// Nothing known. Unknown is empty, never zero.
    pub fn empty() -> Self {
        Self { content: None, ..Self::new(()) }
    }

    /// `lead` for the number the row is about, `sub` for support, `wide` for a full line on a phone …
    #[must_use]
    pub fn class(mut self, class: &str) -> Self {
        self.class = classes(&[&self.class, class]);
        self
    }

    /// On a phone's card: a small word over the value (the store).
    #[must_use]
    pub fn over(mut self, word: impl Into<Text>) -> Self {
        self.over = word.into();
        self
    }

    /// On a phone's card: a small word after the value ("on hand").
    #[must_use]
    pub fn after(mut self, word: impl Into<Text>) -> Self {
        self.after = word.into();
        self
    }
}

/// The checkbox that picks a row, in the first cell.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    pub name: &'static str,
    pub value: String,
    /// "Select Hand Warmer"
    pub label: String,
    pub checked: bool,
    /// The id of the form the boxes belong to: that of the [`BulkBar`](crate::BulkBar).
    pub form: Text,
}

/// A row of cells, or a line that begins a group of rows (a day, say).
pub struct RowOf {
    pub(super) cells: Vec<Cell>,
    pub(super) pick: Option<Pick>,
    pub(super) class: String,
    pub(super) group: Option<AnyView>,
    pub(super) id: Text,
}

impl RowOf {
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells, pick: None, class: String::new(), group: None, id: Text::default() }
    }

    /// A line over the rows that follow: "Today, 23 November".
    pub fn group(words: impl IntoView + 'static) -> Self {
        Self { group: Some(words.into_any()), ..Self::new(Vec::new()) }
    }

    #[must_use]
    pub fn pick(mut self, pick: Pick) -> Self {
        if pick.checked {
            self.class = classes(&[&self.class, "is-selected"]);
        }
        self.pick = Some(pick);
        self
    }

    #[must_use]
    pub fn class(mut self, class: &str) -> Self {
        self.class = classes(&[&self.class, class]);
        self
    }

    /// An anchor, for links to this row.
    #[must_use]
    pub fn id(mut self, id: impl Into<Text>) -> Self {
        self.id = id.into();
        self
    }
}

/// Height of the rows: 32, 36 or 44 px.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    Compact,
    #[default]
    Normal,
    Roomy,
}

/// What the table becomes on a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnPhone {
    /// Records: the row's name, then its cells in threes, each under its column's word.
    #[default]
    Records,
    /// Records in twos, for longer values.
    RecordsInTwos,
    /// The stock list's cards (classes `c-name`, `c-sku`, `c-status`, `oh`, `pr`, `av`, `s1`…).
    Cards,
    /// It stays a table and scrolls sideways. For comparing.
    Scroll,
}
