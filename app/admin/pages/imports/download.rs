//! Files that go out: rows set aside, and the exports.

use super::import_of;
use ::lists::{Portion, download};
use admin_rules::{AsideFile, ExportFile, ExportKind, FilePortion, ShowImport};
use axum::extract::{Path, State};
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
        async move { desk.ask(&actor, AsideFile { import, cursor }).await.map(portion) }
    };
    download(&name, ask).await
}

/// `/admin/export/catalog.csv`, `inventory.csv`, `shopify-inventory.csv`; of one store with `?store=`.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, Path(file): Path<String>) -> PageResult {
    let kind = file.strip_suffix(".csv").and_then(ExportKind::of_tag).ok_or(AppError::NotFound)?;
    let store = visit.store.as_ref().map(|store| store.id);
    let name = format!("{}-{}.csv", kind.tag(), visit.words.today());
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor) = (state.desk.clone(), visit.actor.clone());
        async move { desk.ask(&actor, ExportFile { kind, store, cursor }).await.map(portion) }
    };
    download(&name, ask).await
}

fn portion(file: FilePortion) -> Portion {
    Portion { text: file.text, next: file.next }
}
