//! Imports and exports over REST: the operations, and the doors for whole files.

use super::append_import::too_large;
use admin_rules::{
    Answers, AppendImport, AsideFile, BeginImport, CheckImport, Cutter, DiscardImport, ExportFile, ExportKind, FILE_MAX, ImportBegun, ImportHistory,
    ImportState, ListAside, ListChanges, ListImports, ListKept, MendRow, PassOver, Piece, RunMended, ShowImport, StartImport, TakeSuggestions,
    UndoImport,
};
use axum::{
    Json,
    body::{Body, BodyDataStream},
    extract::{DefaultBodyLimit, Path, Query, Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use futures::{StreamExt, stream};
use platform::{
    problem::{self, Problem},
    rest::{Api, Caller},
};
use serde::Deserialize;
use std::io;
use utoipa::openapi::{
    ContentBuilder, HttpMethod, RefOr, Required, ResponseBuilder,
    path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn},
    request_body::RequestBodyBuilder,
    schema::{Object, Schema, Type},
};
use vocabulary::{AppError, Ask, Cursor, ImportId, Key, Said, StoreId};
use wire::PageState;

/// Adds the routes of imports and exports to the room's.
#[must_use]
pub fn add(api: Api) -> Api {
    let mut api = api
        .get::<ListImports>("/imports", "Imports, the latest first")
        .get::<ShowImport>("/imports/{import}", "One import: its state, figures, what it asks")
        .get::<ImportHistory>("/imports/{import}/history", "What was done with an import")
        .post::<CheckImport>("/imports/{import}/check", "Check a file again with what is said of it")
        .post::<StartImport>("/imports/{import}/start", "Write what the check has shown; a job")
        .post::<DiscardImport>("/imports/{import}/discard", "Put an import away that has written nothing")
        .post::<UndoImport>("/imports/{import}/undo", "Take an import back by counter-entries; a job")
        .get::<ListAside>("/imports/{import}/rows", "Rows set aside, with what is wrong and what would be right")
        .post::<MendRow>("/imports/{import}/rows/mend", "Put a row right")
        .post::<PassOver>("/imports/{import}/rows/pass-over", "Leave a row out, or take it up again")
        .post::<TakeSuggestions>("/imports/{import}/rows/suggestions", "Take every suggestion")
        .post::<RunMended>("/imports/{import}/rows/run", "Run the rows again that were put right; a job")
        .get::<ListChanges>("/imports/{import}/changes", "What changes, old and new")
        .get::<ListKept>("/imports/{import}/kept", "What an undo could not take back");
    api.router = api
        .router
        .route("/imports", post(upload).layer(DefaultBodyLimit::disable()))
        .route("/imports/{import}/rows.csv", get(rows))
        .route("/exports/{file}", get(export));
    api.paths.push((String::from("/api/v1/imports"), HttpMethod::Post, described_upload()));
    api.paths.push((
        String::from("/api/v1/imports/{import}/rows.csv"),
        HttpMethod::Get,
        described_file("import", "admin.rows_aside_csv", "The rows set aside as a file"),
    ));
    api.paths.push((
        String::from("/api/v1/exports/{file}"),
        HttpMethod::Get,
        described_file("file", "admin.export_csv", "catalog.csv, inventory.csv or shopify-inventory.csv"),
    ));
    api
}

fn text() -> Option<RefOr<Schema>> {
    Some(RefOr::T(Schema::Object(Object::with_type(Type::String))))
}

fn described_upload() -> Operation {
    let parameter = |name: &str, place: ParameterIn, required: bool, words: &str| {
        let required = if required { Required::True } else { Required::False };
        ParameterBuilder::new().name(name).parameter_in(place).required(required).description(Some(words)).schema(text())
    };
    let reply = ContentBuilder::new().schema(Some(RefOr::Ref(utoipa::openapi::Ref::from_schema_name("ImportBegun")))).build();
    OperationBuilder::new()
        .tag("admin")
        .summary(Some("Bring a file in: the body is the file; it is checked by a job, and nothing is written"))
        .operation_id(Some("admin.upload_import"))
        .parameter(parameter("Idempotency-Key", ParameterIn::Header, true, "8 to 128 visible ASCII characters"))
        .parameter(parameter("name", ParameterIn::Query, false, "The file's name"))
        .parameter(parameter("kind", ParameterIn::Query, false, "catalog, inventory or sales; found out unless said"))
        .parameter(parameter(
            "source",
            ParameterIn::Query,
            false,
            "shopify_products, shopify_inventory, square_library, woocommerce, stockroom or generic",
        ))
        .parameter(parameter("store", ParameterIn::Query, false, "The store that rows without a location are about"))
        .request_body(Some(
            RequestBodyBuilder::new().content("text/csv", ContentBuilder::new().schema(text()).build()).required(Some(Required::True)).build(),
        ))
        .response("202", ResponseBuilder::new().description("It is here and will be checked").content("application/json", reply))
        .response("413", ResponseBuilder::new().description("Larger than a file may be"))
        .response("default", ResponseBuilder::new().description("A problem (RFC 9457), with a stable code"))
        .build()
}

fn described_file(parameter: &str, id: &str, summary: &str) -> Operation {
    OperationBuilder::new()
        .tag("admin")
        .summary(Some(summary))
        .operation_id(Some(id))
        .parameter(ParameterBuilder::new().name(parameter).parameter_in(ParameterIn::Path).required(Required::True).schema(text()))
        .response("200", ResponseBuilder::new().description("A CSV file").content("text/csv", ContentBuilder::new().schema(text()).build()))
        .response("default", ResponseBuilder::new().description("A problem (RFC 9457), with a stable code"))
        .build()
}

#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    name: String,
    kind: Option<String>,
    source: Option<String>,
    store: Option<StoreId>,
}

/// Takes the body in piece by piece, whatever its type says: what it is, is found out.
async fn upload(State(state): State<PageState>, caller: Caller, Query(named): Query<Named>, request: Request) -> Response {
    let words = caller.visit.words;
    match take(&state, &caller, named, request).await {
        Ok(begun) => (StatusCode::ACCEPTED, Json(begun)).into_response(),
        Err(error @ AppError::Conflict { .. }) if error.said().code == "import-file-too-large" => {
            let problem = Problem { status: StatusCode::PAYLOAD_TOO_LARGE.as_u16(), ..Problem::of(&error, &words) };
            (StatusCode::PAYLOAD_TOO_LARGE, [(header::CONTENT_TYPE, "application/problem+json")], Json(problem)).into_response()
        }
        Err(error) => problem::response(&error, &words),
    }
}

async fn take(state: &PageState, caller: &Caller, named: Named, request: Request) -> Result<ImportBegun, AppError> {
    let key = key(request.headers())?;
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > FILE_MAX) {
        return Err(AppError::conflict(too_large()));
    }
    let begun = state.desk.run(Ask::new(&caller.actor, key.clone(), BeginImport { name: named.name })).await?;
    let seen = state.desk.ask(&caller.actor, ShowImport { import: begun.import }).await?;
    // The same request again: its file came with the first one, or breaks off with it.
    if seen.state != ImportState::Uploading || seen.size > 0 {
        return Ok(begun);
    }
    if let Err(error) = pieces(state, caller, begun.import, request.into_body().into_data_stream()).await {
        let _ = state.desk.run(Ask::new(&caller.actor, Key::random(), DiscardImport { import: begun.import })).await;
        return Err(error);
    }
    let answers = Answers { kind: named.kind, source: named.source, store: named.store, ..Answers::default() };
    state.desk.run(Ask::new(&caller.actor, key.part("check"), CheckImport { import: begun.import, answers })).await
}

fn key(headers: &HeaderMap) -> Result<Key, AppError> {
    let raw = headers.get("idempotency-key").ok_or_else(|| AppError::invalid("Idempotency-Key", "field-required"))?;
    raw.to_str().ok().and_then(|raw| raw.parse().ok()).ok_or_else(|| AppError::invalid("Idempotency-Key", "idempotency-key-invalid"))
}

async fn pieces(state: &PageState, caller: &Caller, import: ImportId, mut body: BodyDataStream) -> Result<(), AppError> {
    let (mut cutter, mut number) = (Cutter::default(), 0);
    while let Some(portion) = body.next().await {
        let portion = portion.map_err(|_| AppError::conflict(Said::new("import-upload-failed")))?;
        for piece in cutter.take(&portion) {
            append(state, caller, import, &mut number, piece).await?;
        }
        if cutter.taken > FILE_MAX {
            return Err(AppError::conflict(too_large()));
        }
    }
    match cutter.rest() {
        Some(piece) => append(state, caller, import, &mut number, piece).await,
        None => Ok(()),
    }
}

async fn append(state: &PageState, caller: &Caller, import: ImportId, number: &mut u32, piece: Piece) -> Result<(), AppError> {
    state.desk.run(Ask::new(&caller.actor, Key::random(), AppendImport { import, number: *number, piece })).await?;
    *number += 1;
    Ok(())
}

async fn rows(State(state): State<PageState>, caller: Caller, Path(import): Path<ImportId>) -> Response {
    let words = caller.visit.words;
    let first = match state.desk.ask(&caller.actor, AsideFile { import, cursor: None }).await {
        Ok(first) => first,
        Err(error) => return problem::response(&error, &words),
    };
    csv(first.text, first.next, move |cursor| {
        let (desk, actor) = (state.desk.clone(), caller.actor.clone());
        async move { desk.ask(&actor, AsideFile { import, cursor: Some(cursor) }).await }
    })
}

#[derive(Deserialize)]
struct Of {
    store: Option<StoreId>,
}

async fn export(State(state): State<PageState>, caller: Caller, Path(file): Path<String>, Query(of): Query<Of>) -> Response {
    let words = caller.visit.words;
    let Some(kind) = file.strip_suffix(".csv").and_then(ExportKind::of_tag) else { return problem::response(&AppError::NotFound, &words) };
    let first = match state.desk.ask(&caller.actor, ExportFile { kind, store: of.store, cursor: None }).await {
        Ok(first) => first,
        Err(error) => return problem::response(&error, &words),
    };
    csv(first.text, first.next, move |cursor| {
        let (desk, actor) = (state.desk.clone(), caller.actor.clone());
        async move { desk.ask(&actor, ExportFile { kind, store: of.store, cursor: Some(cursor) }).await }
    })
}

/// A file as it is read, portion by portion.
fn csv<F>(first: String, next: Option<Cursor>, ask: impl Fn(Cursor) -> F + Clone + Send + 'static) -> Response
where
    F: Future<Output = Result<admin_rules::FilePortion, AppError>> + Send + 'static,
{
    let rest = stream::try_unfold(next, move |next| {
        let ask = ask.clone();
        async move {
            let Some(cursor) = next else { return Ok(None) };
            let portion = ask(cursor).await.map_err(io::Error::other)?;
            Ok(Some((portion.text, portion.next)))
        }
    });
    let body = Body::from_stream(stream::once(async { Ok::<_, io::Error>(first) }).chain(rest));
    ([(header::CONTENT_TYPE, "text/csv; charset=utf-8")], body).into_response()
}
