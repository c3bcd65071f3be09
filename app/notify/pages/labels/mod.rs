//! Labels: choose items and places, a sheet and what stands on each label, look at the sheets, print. Printing answers
//! the PDF; what cannot be printed right is refused with everything typed still there.

mod how;
mod result;
mod view;
mod what;
mod wish;

use axum::{
    Extension,
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use notify_rules::{
    FindLabelSubjects, FoundSubject, LINES_MAX, LabelPicture, LabelPreview, LabelPrint, LabelRequest, LabelSheet, LabelSubject, ListLabelSheets,
    Press, PreviewLabels, PrintLabels,
};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};
use stock_rules::ListLocations;
use vocabulary::{AppError, Ask, FieldError, Key, Permission, StoreId};
use wire::{Fields, PageDoc, PageResult, PageState, Posted, Visit, see_other};
use wish::{Asked, Wish};

/// The page's own path.
const PATH: &str = "/notify/labels";
/// How many sheets are shown, and labels of a roll.
const SHEETS_SHOWN: u32 = 3;
const ROLL_SHOWN: u32 = 8;

/// Everything the page shows.
struct Page {
    wish: Wish,
    preview: Option<LabelPreview>,
    errors: Vec<FieldError>,
    found: Vec<FoundSubject>,
    sheets: Vec<LabelSheet>,
    pictures: Vec<LabelPicture>,
}

type PressOf = Extension<Arc<dyn Press>>;

pub(crate) async fn show(State(state): State<PageState>, Extension(press): PressOf, visit: Visit, RawQuery(query): RawQuery) -> PageResult {
    visit.needs(Permission::LabelPrint)?;
    let fields = Fields::parse(&query.unwrap_or_default());
    let mut wish = Wish::of(&fields);
    if fields.get("of") == "places"
        && let Some(store) = &visit.store
    {
        all_places(&state, &visit, store.id, &mut wish).await?;
    }
    let page = settled(&state, &visit, wish).await?;
    Ok(document(&state, &press, &visit, page, &Key::random()).await?.into_response())
}

/// Puts every shelf of a store on the list: who opens a store labels all of it.
async fn all_places(state: &PageState, visit: &Visit, store: StoreId, wish: &mut Wish) -> Result<(), AppError> {
    let mut list = ListLocations::of(store);
    loop {
        let page = state.desk.ask(&visit.actor, list.clone()).await?;
        for place in page.locations.into_iter().filter(|place| !place.archived && place.kind.holds_stock()) {
            wish.add(LabelSubject::Location(place.id), 1);
        }
        list.cursor = page.next;
        // One too many says that there are too many.
        if list.cursor.is_none() || wish.rows.len() > LINES_MAX {
            return Ok(());
        }
    }
}

pub(crate) async fn submit(State(state): State<PageState>, Extension(press): PressOf, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = posted;
    visit.needs(Permission::LabelPrint)?;
    let mut wish = Wish::of(&fields);
    if let Some(code) = &visit.unknown_store {
        // Labels of a store that has gone are not made for all of them unasked.
        let mut page = settled(&state, &visit, wish).await?;
        page.errors.push(FieldError::new("labels", "store-unknown").with("store", code.as_str()));
        return Ok(document(&state, &press, &visit, page, &key).await?.refused().into_response());
    }
    if let Ok(number) = fields.get("remove").parse::<usize>() {
        if number < wish.rows.len() {
            wish.rows.remove(number);
        }
    } else if let Some((name, id)) = fields.get("add").split_once(':') {
        wish.add(wish::subject(name, id), 1);
    } else if fields.get("act") == "print" {
        return print(&state, &press, &visit, wish, &key).await;
    }
    let page = settled(&state, &visit, wish).await?;
    let stopped = fields.get("act") == "preview" && !page.errors.is_empty();
    match page.wish.address(PATH, visit.store.as_ref().map(|store| store.code.as_str())) {
        Some(address) if !stopped => Ok(see_other(&address)),
        _ => {
            let doc = document(&state, &press, &visit, page, &key).await?;
            Ok(if stopped { doc.refused() } else { doc }.into_response())
        }
    }
}

async fn print(state: &PageState, press: &Arc<dyn Press>, visit: &Visit, wish: Wish, key: &Key) -> PageResult {
    let Asked { request, errors } = wish.read(visit.words, visit.store.as_ref().map(|store| store.id));
    if errors.is_empty() {
        // A second press of the button is the same print; the form printed again with something changed is another.
        let mut hasher = DefaultHasher::new();
        request.hash(&mut hasher);
        let ask = Ask::new(&visit.actor, key.part(format_args!("{:x}", hasher.finish())), PrintLabels(request));
        match state.desk.run(ask).await {
            Ok(print) => return Ok(pdf(off_thread(press, move |press| press.pdf(&print)).await?)),
            Err(AppError::Invalid { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = settled(state, visit, wish).await?;
    if page.preview.is_none() {
        page.errors.push(FieldError::new("labels", "print-no-labels"));
    }
    Ok(document(state, press, visit, page, key).await?.refused().into_response())
}

fn pdf(bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, r#"inline; filename="labels.pdf""#)], bytes).into_response()
}

/// Looks at what would be printed, with typed codes moved onto the list where they are known.
async fn settled(state: &PageState, visit: &Visit, mut wish: Wish) -> Result<Page, AppError> {
    let store = visit.store.as_ref().map(|store| store.id);
    let mut asked = wish.read(visit.words, store);
    let mut preview = look(state, visit, &asked.request).await?;
    if let Some(seen) = &preview
        && wish.take_in(seen)
    {
        asked = wish.read(visit.words, store);
        preview = look(state, visit, &asked.request).await?;
    }
    // Where something typed was no number, another stood in for it: what is said of that one is beside the point.
    let refusals = preview.iter().flat_map(|preview| preview.refusals.clone());
    let about_typed: Vec<FieldError> = refusals.filter(|refusal| asked.errors.iter().all(|error| error.field != refusal.field)).collect();
    let mut errors = asked.errors;
    errors.extend(about_typed);
    if !errors.is_empty()
        && let Some(preview) = &mut preview
    {
        preview.print = None;
    }
    Ok(Page { wish, preview, errors, found: Vec::new(), sheets: Vec::new(), pictures: Vec::new() })
}

async fn look(state: &PageState, visit: &Visit, request: &LabelRequest) -> Result<Option<LabelPreview>, AppError> {
    if request.labels.is_empty() {
        return Ok(None);
    }
    state.desk.ask(&visit.actor, PreviewLabels(request.clone())).await.map(Some)
}

/// The finished page: what was searched for is found, the sheets are drawn.
async fn document(state: &PageState, press: &Arc<dyn Press>, visit: &Visit, mut page: Page, key: &Key) -> Result<PageDoc, AppError> {
    page.sheets = state.desk.ask(&visit.actor, ListLabelSheets {}).await?.sheets;
    if !page.wish.q.is_empty() {
        let find = FindLabelSubjects { q: page.wish.q.clone(), store: visit.store.as_ref().map(|store| store.id) };
        page.found = state.desk.ask(&visit.actor, find).await?.found;
    }
    if let Some(print) = page.preview.as_ref().and_then(|preview| preview.print.clone()) {
        let most = shown(&print);
        page.pictures = off_thread(press, move |press| press.pictures(&print, most)).await?;
    }
    Ok(view::page(visit, page, key))
}

fn shown(print: &LabelPrint) -> u32 {
    if print.places == 1 { ROLL_SHOWN } else { SHEETS_SHOWN }
}

/// Drawing takes its time: it is done beside the threads that serve requests, when no transaction is open.
async fn off_thread<T: Send + 'static>(
    press: &Arc<dyn Press>,
    work: impl FnOnce(&dyn Press) -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    let press = press.clone();
    tokio::task::spawn_blocking(move || work(press.as_ref())).await.unwrap_or_else(|cause| {
        tracing::error!(%cause, "drawing labels panicked");
        Err(AppError::Unavailable)
    })
}
