//! Files that go out, written as they are read: nothing of them is held but the portion at hand.

use super::import_of;
use admin_rules::{AsideFile, ExportFile, ExportKind, FilePortion, ShowImport};
use axum::{
    body::Body,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use futures::stream::{self, Stream};
use std::{future::Future, io};
use vocabulary::{AppError, Cursor};
use wire::{PageResult, PageState, Visit};

/// The rows set aside as the file they came in, with a column of what is wrong.
pub(crate) async fn aside(State(state): State<PageState>, visit: Visit, Path(import): Path<String>) -> PageResult {
    let import = import_of(&import)?;
    let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
    let stem = view.name.rsplit_once('.').map_or(view.name.as_str(), |(stem, _)| stem);
    let name = format!("{stem}-set-aside.csv");
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor) = (state.desk.clone(), visit.actor.clone());
        async move { desk.ask(&actor, AsideFile { import, cursor }).await }
    };
    answer(&name, ask).await
}

/// `/admin/export/catalog.csv`, `inventory.csv`, `shopify-inventory.csv`; of one store with `?store=`.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, Path(file): Path<String>) -> PageResult {
    let kind = file.strip_suffix(".csv").and_then(ExportKind::of_tag).ok_or(AppError::NotFound)?;
    let store = visit.store.as_ref().map(|store| store.id);
    let name = format!("{}-{}.csv", kind.tag(), visit.words.today());
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor) = (state.desk.clone(), visit.actor.clone());
        async move { desk.ask(&actor, ExportFile { kind, store, cursor }).await }
    };
    answer(&name, ask).await
}

/// The first portion is asked for before the answer begins, so that a refusal is a page and not half a file.
async fn answer<F>(name: &str, ask: impl Fn(Option<Cursor>) -> F + Clone + Send + 'static) -> PageResult
where
    F: Future<Output = Result<FilePortion, AppError>> + Send + 'static,
{
    let first = ask(None).await?;
    let body = Body::from_stream(portions(first, ask));
    Ok(file(name, body))
}

fn portions<F>(first: FilePortion, ask: impl Fn(Option<Cursor>) -> F + Clone + Send + 'static) -> impl Stream<Item = io::Result<String>> + Send
where
    F: Future<Output = Result<FilePortion, AppError>> + Send + 'static,
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
    let coded: String = name
        .bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{coded}");
    ([(header::CONTENT_TYPE, String::from("text/csv; charset=utf-8")), (header::CONTENT_DISPOSITION, disposition)], body).into_response()
}
