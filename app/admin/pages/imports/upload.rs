//! Takes a file in as it comes, piece by piece: nothing of it is held but the piece at hand. One that is too large is
//! cut off where it is.

use super::{list, tell};
use admin_rules::{Answers, AppendImport, BeginImport, CheckImport, Cutter, DiscardImport, FILE_MAX, ListImports, Piece};
use axum::{
    extract::{
        FromRequest, Multipart, Request, State,
        multipart::{Field, MultipartError},
    },
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kit::CSRF_FIELD;
use vocabulary::{AppError, Ask, ImportId, Key, Said};
use wire::{PageError, PageResult, PageState, Visit, same_token, see_other};

/// What a form has beside its file.
const FORM: u64 = 64 * 1024;

pub(crate) async fn submit(State(state): State<PageState>, visit: Visit, request: Request) -> PageResult {
    let declared = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if declared.is_some_and(|length| length > FILE_MAX + FORM) {
        // The body goes unread. Whoever sends it may well be told only that the connection broke; most browsers wait for
        // an answer first.
        return refused(&state, &visit, StatusCode::PAYLOAD_TOO_LARGE, too_large()).await;
    }
    let form = match Multipart::from_request(request, &state).await {
        Ok(form) => form,
        Err(_) => return refused(&state, &visit, StatusCode::BAD_REQUEST, Said::new("import-upload-failed")).await,
    };
    match take(&state, &visit, form).await {
        Ok(import) => {
            tell::patience(&state, &visit, import).await?;
            Ok(see_other(&format!("/admin/imports/{import}")))
        }
        Err(Failed::Forbidden) => Err(PageError(AppError::Forbidden)),
        Err(Failed::Wrong(status, said)) => refused(&state, &visit, status, said).await,
        Err(Failed::Desk(AppError::Conflict { said })) => refused(&state, &visit, StatusCode::UNPROCESSABLE_ENTITY, said).await,
        Err(Failed::Desk(error)) => Err(PageError(error)),
    }
}

async fn refused(state: &PageState, visit: &Visit, status: StatusCode, said: Said) -> Result<Response, PageError> {
    Ok(list::page(state, visit, ListImports::default(), Some((status, said))).await?.into_response())
}

fn too_large() -> Said {
    Said::new("import-file-too-large").with("limit", i64::try_from(FILE_MAX / (1024 * 1024)).unwrap_or(i64::MAX))
}

/// Why no file was taken.
enum Failed {
    Forbidden,
    Wrong(StatusCode, Said),
    Desk(AppError),
}

impl From<AppError> for Failed {
    fn from(error: AppError) -> Self {
        Self::Desk(error)
    }
}

impl From<MultipartError> for Failed {
    fn from(_: MultipartError) -> Self {
        Self::Wrong(StatusCode::BAD_REQUEST, Said::new("import-upload-failed"))
    }
}

async fn take(state: &PageState, visit: &Visit, mut form: Multipart) -> Result<ImportId, Failed> {
    let (mut ours, mut key) = (false, Key::random());
    while let Some(field) = form.next_field().await? {
        match field.name().unwrap_or_default() {
            // It comes before the file, so that nothing of a stranger's is kept.
            CSRF_FIELD => ours = same_token(&short(field).await?, &visit.token),
            "idempotency_key" => key = short(field).await?.parse().unwrap_or_else(|_| Key::random()),
            "file" if !ours => return Err(Failed::Forbidden),
            "file" => {
                let name = field.file_name().unwrap_or_default().to_owned();
                if name.is_empty() {
                    return Err(Failed::Wrong(StatusCode::UNPROCESSABLE_ENTITY, Said::new("import-file-missing")));
                }
                let begun = state.desk.run(Ask::new(&visit.actor, key.clone(), BeginImport { name })).await?;
                let taken = pieces(state, visit, begun.import, field).await;
                if let Err(failed) = taken {
                    // What has come is of no use.
                    let _ = state.desk.run(Ask::new(&visit.actor, Key::random(), DiscardImport { import: begun.import })).await;
                    return Err(failed);
                }
                let check = CheckImport { import: begun.import, answers: Answers::default() };
                state.desk.run(Ask::new(&visit.actor, key.part("check"), check)).await?;
                return Ok(begun.import);
            }
            _ => {}
        }
    }
    Err(if ours { Failed::Wrong(StatusCode::UNPROCESSABLE_ENTITY, Said::new("import-file-missing")) } else { Failed::Forbidden })
}

/// A field that is no file: a few bytes.
async fn short(mut field: Field<'_>) -> Result<String, Failed> {
    let mut text = Vec::new();
    while let Some(portion) = field.chunk().await? {
        text.extend_from_slice(&portion);
        if text.len() > 1024 {
            return Err(Failed::Wrong(StatusCode::BAD_REQUEST, Said::new("import-upload-failed")));
        }
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

async fn pieces(state: &PageState, visit: &Visit, import: ImportId, mut field: Field<'_>) -> Result<(), Failed> {
    let (mut cutter, mut number) = (Cutter::default(), 0);
    while let Some(portion) = field.chunk().await? {
        for piece in cutter.take(&portion) {
            append(state, visit, import, &mut number, piece).await?;
        }
        if cutter.taken > FILE_MAX {
            return Err(Failed::Wrong(StatusCode::PAYLOAD_TOO_LARGE, too_large()));
        }
    }
    if let Some(piece) = cutter.rest() {
        append(state, visit, import, &mut number, piece).await?;
    }
    Ok(())
}

async fn append(state: &PageState, visit: &Visit, import: ImportId, number: &mut u32, piece: Piece) -> Result<(), AppError> {
    state.desk.run(Ask::new(&visit.actor, Key::random(), AppendImport { import, number: *number, piece })).await?;
    *number += 1;
    Ok(())
}
