//! Files that go out, written as they are read: nothing of them is held but the portion at hand.

use crate::tools::kept_columns;
use admin_rules::ListOf;
use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use futures::stream::{self, Stream};
use kit::Column;
use std::{future::Future, io};
use vocabulary::{AppError, Cursor, Permission, escape, spreadsheet};
use wire::{PageError, PageResult, PageState, Visit};

/// A portion of a file, and where the next begins.
pub struct Portion {
    pub text: String,
    pub next: Option<Cursor>,
}

/// A file of portions. The first is asked for before the answer begins, so that a refusal is a page and not half a file.
///
/// # Errors
/// What is said to the first.
pub async fn download<F>(name: &str, ask: impl Fn(Option<Cursor>) -> F + Clone + Send + 'static) -> PageResult
where
    F: Future<Output = Result<Portion, AppError>> + Send + 'static,
{
    let first = ask(None).await?;
    let body = Body::from_stream(portions(first, ask));
    Ok(file(name, body))
}

fn portions<F>(first: Portion, ask: impl Fn(Option<Cursor>) -> F + Clone + Send + 'static) -> impl Stream<Item = io::Result<String>> + Send
where
    F: Future<Output = Result<Portion, AppError>> + Send + 'static,
{
    stream::try_unfold(Some((Some(first), None::<Cursor>)), move |step| {
        let ask = ask.clone();
        async move {
            let Some((held, cursor)) = step else { return Ok(None) };
            let portion = match held {
                Some(portion) => portion,
                // What breaks off here breaks the download off: a file that only looks whole would be worse.
                None => ask(cursor).await.map_err(io::Error::other)?,
            };
            let next = portion.next.map(|cursor| (None, Some(cursor)));
            Ok(Some((portion.text, next)))
        }
    })
}

fn file(name: &str, body: Body) -> Response {
    // RFC 6266: a plain name for old programs, the real one beside it.
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_. ".contains(c) { c } else { '_' }).collect();
    let coded = escape(name);
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{coded}");
    ([(header::CONTENT_TYPE, String::from("text/csv; charset=utf-8")), (header::CONTENT_DISPOSITION, disposition)], body).into_response()
}

/// Where the page shows several things in one column, the file has one for each: both are there when that column is.
#[must_use]
pub fn split(columns: Vec<Column>, key: &str, labels: &[String]) -> Vec<Column> {
    let parts = |column: Column| labels.iter().map(move |label| Column { label: label.clone(), ..column.clone() }).collect();
    columns.into_iter().flat_map(|column| if column.key == key { parts(column) } else { vec![column] }).collect()
}

/// A list as a file, with the columns that somebody sees of it.
pub struct ListFile {
    name: String,
    chosen: Vec<String>,
}

impl ListFile {
    /// # Errors
    /// When the visitor may take nothing along, or what the desk says.
    pub async fn of(state: &PageState, visit: &Visit, list: ListOf) -> Result<Self, PageError> {
        if !visit.may(Permission::Export) {
            return Err(AppError::Forbidden.into());
        }
        let chosen = kept_columns(state, visit, list).await?;
        Ok(Self { name: format!("{}-{}.csv", list.tag(), visit.words.today()), chosen })
    }

    /// A list that belongs to one thing, with all its columns.
    ///
    /// # Errors
    /// When the visitor may take nothing along.
    pub fn named(visit: &Visit, name: &str) -> Result<Self, PageError> {
        visit.needs(Permission::Export)?;
        Ok(Self { name: format!("{name}-{}.csv", visit.words.today()), chosen: Vec::new() })
    }

    /// The chosen of `columns`, page by page; `ask` gives a page's rows, with a cell for each of `columns`.
    ///
    /// # Errors
    /// What is said to the first page.
    pub async fn csv<F>(self, columns: Vec<Column>, ask: impl Fn(Option<Cursor>) -> F + Clone + Send + 'static) -> PageResult
    where
        F: Future<Output = Result<(Vec<Vec<String>>, Option<Cursor>), AppError>> + Send + 'static,
    {
        let chosen = self.chosen;
        let order: Vec<usize> = if chosen.is_empty() {
            (0..columns.len()).collect()
        } else {
            chosen.iter().flat_map(|key| columns.iter().enumerate().filter(move |(_, column)| column.key == key).map(|(at, _)| at)).collect()
        };
        let heads: Vec<String> = order.iter().filter_map(|at| columns.get(*at).map(|column| words::plain(&column.label))).collect();
        download(&self.name, move |cursor| {
            // With a byte-order mark Excel reads the accents right; other programs do without.
            let mut text = if cursor.is_none() { format!("\u{feff}{}", spreadsheet::line(&heads)) } else { String::new() };
            let (page, order) = (ask(cursor), order.clone());
            async move {
                let (rows, next) = page.await?;
                for row in rows {
                    let cells: Vec<String> = order.iter().filter_map(|at| row.get(*at).map(|cell| words::plain(cell))).collect();
                    text.push_str(&spreadsheet::line(&cells));
                }
                Ok(Portion { text, next })
            }
        })
        .await
    }
}
