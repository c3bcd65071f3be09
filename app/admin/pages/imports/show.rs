//! One import: in each of its states another page, at one address.

use super::{busy, check, done, import_of, options, tell};
use admin_rules::{CheckImport, DiscardImport, ImportState, ImportView, MendedCell, ShowImport, StartImport, UndoImport};
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::IntoResponse,
};
use serde::Deserialize;
use vocabulary::{Ask, Cursor, Said};
use wire::{Nav, PageDoc, PageResult, PageState, Posted, Visit, see_other};

/// Where the lists of the page begin, and which changes are shown.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    pub aside: Option<String>,
    #[serde(default)]
    pub changes: Option<String>,
    #[serde(default)]
    pub view: Option<String>,
    /// A row that was put right wrongly.
    #[serde(skip)]
    pub mending: Option<Mending>,
}

/// What was typed to put a row right, and what is wrong with it, by column.
#[derive(Clone, Debug)]
pub(crate) struct Mending {
    pub line: u64,
    pub cells: Vec<MendedCell>,
    pub errors: Vec<(String, Said)>,
}

impl Wanted {
    pub fn aside(&self) -> Option<Cursor> {
        self.aside.as_deref().and_then(Cursor::decode)
    }

    pub fn changes(&self) -> Option<Cursor> {
        self.changes.as_deref().and_then(Cursor::decode)
    }
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(import): Path<String>, Query(wanted): Query<Wanted>) -> PageResult {
    let import = import_of(&import)?;
    let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
    Ok(page(&state, &visit, &view, &wanted, None).await?.into_response())
}

/// The page of an import as it is now.
///
/// # Errors
/// What the desk says.
pub(crate) async fn page(
    state: &PageState,
    visit: &Visit,
    view: &ImportView,
    wanted: &Wanted,
    wrong: Option<Said>,
) -> Result<PageDoc, vocabulary::AppError> {
    let doc = match view.state {
        ImportState::Checking | ImportState::Running | ImportState::Undoing => busy::page(visit, view),
        ImportState::Asking => options::page(visit, view, None, &[]),
        ImportState::Ready => check::page(state, visit, view, wanted, wrong.as_ref()).await?,
        ImportState::Done | ImportState::Undone => done::page(state, visit, view, wanted, wrong.as_ref()).await?,
        ImportState::Failed | ImportState::Uploading | ImportState::Discarded => busy::stopped(visit, view, wrong.as_ref()),
    };
    Ok(doc)
}

/// The frame of every page of an import.
pub(crate) fn doc(visit: &Visit, title: String, body: String) -> PageDoc {
    PageDoc::new(title, Nav::Imports, body).under(visit.words.t("import-title"), "/admin/imports")
}

/// After a press of a button: on to the import's page, or the same page with why not.
async fn after(state: &PageState, visit: &Visit, import: vocabulary::ImportId, outcome: Result<(), vocabulary::AppError>) -> PageResult {
    match outcome {
        Ok(()) => {
            tell::patience(state, visit, import).await?;
            Ok(see_other(&format!("/admin/imports/{import}")))
        }
        Err(vocabulary::AppError::Conflict { said }) => {
            let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
            let page = page(state, visit, &view, &Wanted::default(), Some(said)).await?;
            Ok(page.status(StatusCode::CONFLICT).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn start(State(state): State<PageState>, Path(import): Path<String>, Posted { visit, key, .. }: Posted) -> PageResult {
    let import = import_of(&import)?;
    let outcome = state.desk.run(Ask::new(&visit.actor, key, StartImport { import })).await.map(|_| ());
    after(&state, &visit, import, outcome).await
}

/// Goes on with work that was given up.
pub(crate) async fn again(State(state): State<PageState>, Path(import): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let import = import_of(&import)?;
    let outcome = match fields.get("work") {
        "undo" => state.desk.run(Ask::new(&visit.actor, key, UndoImport { import })).await,
        "run" => state.desk.run(Ask::new(&visit.actor, key, StartImport { import })).await,
        _ => {
            let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
            state.desk.run(Ask::new(&visit.actor, key, CheckImport { import, answers: view.answers })).await
        }
    };
    after(&state, &visit, import, outcome.map(|_| ())).await
}

pub(crate) async fn discard(State(state): State<PageState>, Path(import): Path<String>, Posted { visit, key, .. }: Posted) -> PageResult {
    let import = import_of(&import)?;
    match state.desk.run(Ask::new(&visit.actor, key, DiscardImport { import })).await {
        Ok(_) => Ok(visit.done("/admin/imports", Said::new("import-flash-discarded")).await),
        Err(error) => after(&state, &visit, import, Err(error)).await,
    }
}
