//! A note or a photo of a line comes in: a form with a file.

use super::line::{Of, errors_of, refuse};
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use kit::{Button, CSRF_FIELD, FieldRow, Form as FormView, FormActions, Glyph, IDEMPOTENCY_FIELD, Input, TextArea, Weight};
use leptos::prelude::*;
use stock_rules::{AddCountEvidence, NOTE_MAX, PHOTO_MAX, Photo};
use vocabulary::{AppError, Ask, FieldError, Key, Permission, Said};
use wire::{Fields, PageError, PageResult, PageState, Typed, Visit, same_token};

/// What the form has beside its photo, in bytes.
pub(super) const FORM: usize = 64 * 1024;

/// What was sent.
struct Sent {
    key: Key,
    note: String,
    photo: Option<Photo>,
}

pub(super) async fn add(State(state): State<PageState>, visit: Visit, Path(of): Path<Of>, request: Request) -> PageResult {
    visit.needs(Permission::Count)?;
    let typed = |note: &str| Fields(vec![(String::from("note"), note.to_owned())]);
    let large = || vec![FieldError::new("photo", "evidence-photo-large").with("max", PHOTO_MAX / (1024 * 1024))];
    let form = match Multipart::from_request(request, &state).await {
        Ok(form) => form,
        Err(_) => return refuse(&state, &visit, &typed(""), of, &[FieldError::new("photo", "evidence-upload-failed")]).await,
    };
    let sent = match take(&visit, form).await {
        Ok(sent) => sent,
        Err(Failed::Foreign) => return Err(PageError(AppError::Foreign)),
        Err(Failed::Cut) => return refuse(&state, &visit, &typed(""), of, &large()).await,
    };
    let Of { count, location, variant } = of;
    let operation = AddCountEvidence { count, location, variant, note: sent.note.clone(), photo: sent.photo };
    match state.desk.run(Ask::new(&visit.actor, sent.key, operation)).await {
        Ok(_) => Ok(visit.done(&of.path(), Said::new("evidence-done")).await),
        Err(error) => refuse(&state, &visit, &typed(&sent.note), of, &errors_of(error)?).await,
    }
}

/// Why nothing was taken.
enum Failed {
    /// It was sent from no page of ours.
    Foreign,
    /// It is larger than may be sent, or broke off.
    Cut,
}

async fn take(visit: &Visit, mut form: Multipart) -> Result<Sent, Failed> {
    let (mut ours, mut sent) = (false, Sent { key: Key::random(), note: String::new(), photo: None });
    while let Some(field) = form.next_field().await.map_err(|_| Failed::Cut)? {
        let name = field.name().unwrap_or_default().to_owned();
        match name.as_str() {
            // It comes before all else, so that nothing of a stranger's is read.
            CSRF_FIELD => ours = same_token(&field.text().await.map_err(|_| Failed::Cut)?, &visit.token),
            _ if !ours => return Err(Failed::Foreign),
            IDEMPOTENCY_FIELD => sent.key = field.text().await.map_err(|_| Failed::Cut)?.parse().unwrap_or_else(|_| Key::random()),
            "note" => sent.note = field.text().await.map_err(|_| Failed::Cut)?.replace("\r\n", "\n"),
            "photo" => {
                let bytes = field.bytes().await.map_err(|_| Failed::Cut)?;
                sent.photo = (!bytes.is_empty()).then(|| Photo(bytes.to_vec()));
            }
            _ => {}
        }
    }
    if ours { Ok(sent) } else { Err(Failed::Foreign) }
}

pub(super) fn form(visit: &Visit, typed: &Typed, of: Of) -> impl IntoView + use<> {
    let words = visit.words;
    let (action, csrf, key) = (format!("{}/evidence", of.path()), visit.token.clone(), Key::random().as_str().to_owned());
    let (note, note_error, photo_error) = (typed.value("note"), typed.error("note"), typed.error("photo"));
    let hint = words.with("evidence-photo-hint", &[("max", (PHOTO_MAX / (1024 * 1024)).into())]);
    let most = u32::try_from(NOTE_MAX).unwrap_or(500);
    view! {
        <FormView action csrf idempotency=key multipart=true>
            <FieldRow>
                <TextArea name="note" label=words.t("note") value=note error=note_error rows=2 maxlength=most/>
                <Input name="photo" kind="file" label=words.t("evidence-photo") error=photo_error hint accept="image/jpeg,image/png,image/webp" optional=words.t("optional")/>
            </FieldRow>
            <FormActions><Button label=words.t("evidence-add-do") icon=Glyph::Plus weight=Weight::Primary/></FormActions>
        </FormView>
    }
}
