//! How a form of lines is opened and handed in, the same for all of them.

use crate::{
    common::{Sent, address, allowed, finished, form_store, places, refused_lines, sent_store},
    pick_item::Pick,
    rows::Rows,
    sheet::{Filled, Sheet},
};
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use vocabulary::{Ask, FieldError, Key, Operation, PostingId, Said};
use wire::{Fields, PageResult, PageState, Posted, StoreChoice, Visit};

/// A form of lines: what it shows, how it is read, and where one goes when it is done.
pub(crate) trait Document: Send + Sync + 'static {
    type Operation: Operation;

    /// What the form shows, but for the store's places.
    fn sheet(visit: &Visit, store: StoreChoice) -> Sheet;

    /// Reads the form; what is wrong goes to `wrong`.
    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<Self::Operation>>;

    /// Where one goes, and the posting that can be undone there.
    fn done(store: &StoreChoice, reply: &<Self::Operation as Operation>::Reply) -> (String, Option<PostingId>);

    /// What the reply itself says is wrong: nothing was done then.
    fn refused(_: &Visit, _: &<Self::Operation as Operation>::Reply) -> Vec<FieldError> {
        Vec::new()
    }

    /// Goes on when it is done; "Undo" takes back the posting.
    fn finish(visit: &Visit, said: Said, path: &str, posting: Option<PostingId>) -> impl Future<Output = Response> + Send {
        finished(visit, path, said, posting)
    }
}

/// What was read of a form: the operation, and what to say when it is done.
pub(crate) struct Read<O> {
    pub operation: O,
    pub said: Said,
}

/// Lines that an address may begin: those of a page of a list.
const BEGUN: usize = 200;

/// Shows the form empty, or with the items and the places its address names.
pub(crate) async fn show<D: Document>(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery) -> PageResult {
    allowed(&visit, D::Operation::NEEDS)?;
    let store = match form_store(&visit) {
        Ok(store) => store,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let locations = places(&state, &visit, &store).await?;
    let mut picks = Vec::new();
    let asked = Fields::parse(query.as_deref().unwrap_or_default());
    for variant in asked.all("variant").filter_map(|id| id.parse().ok()).take(BEGUN) {
        let mut pick = Pick::of(&state, &visit, variant).await?;
        pick.ask_units(&state, &visit).await?;
        picks.push(pick);
    }
    let sheet = Sheet { locations, ..D::sheet(&visit, store) };
    let rows = Rows::begin(picks);
    let fields = Fields(asked.0.into_iter().filter(|(name, _)| sheet.places.iter().any(|place| place.name == name)).collect());
    Ok(sheet.answer(&Filled { visit: &visit, key: &Key::random(), fields: &fields, rows: &rows, errors: &[] }))
}

/// Reads the form, hands its operation in, and goes on; or shows it again with what is wrong.
pub(crate) async fn submit<D: Document>(State(state): State<PageState>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = &posted;
    allowed(visit, D::Operation::NEEDS)?;
    let Sent { store, wrong } = match sent_store(visit, fields) {
        Ok(sent) => sent,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let locations = places(&state, visit, &store).await?;
    let sheet = Sheet { locations, ..D::sheet(visit, store.clone()) };
    let mut rows = Rows::read(fields);
    let mut errors: Vec<FieldError> = wrong.into_iter().collect();
    errors.extend(rows.resolve(&state, visit).await?);
    let filled = |rows: &Rows, errors: &[FieldError]| sheet.answer(&Filled { visit, key, fields, rows, errors });
    let read = D::read(&posted, &store, &rows, &mut errors).filter(|_| errors.is_empty());
    if rows.edited {
        // A line still being written is not wrong yet, but what was written already is told.
        errors.retain(|error| !matches!(error.said.code.as_str(), "field-required" | "lines-none"));
        errors.extend(rows.fractions(visit.words));
        return Ok(filled(&rows, &errors));
    }
    let Some(Read { operation, said }) = read else { return Ok(filled(&rows, &errors)) };
    match state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await {
        Ok(reply) => {
            let refused = D::refused(visit, &reply);
            if !refused.is_empty() {
                // What was answered is kept under its key: another try is another request.
                return Ok(sheet.answer(&Filled { visit, key: &Key::random(), fields, rows: &rows, errors: &refused }));
            }
            let (path, posting) = D::done(&store, &reply);
            Ok(D::finish(visit, said, &path, posting).await)
        }
        Err(error) => {
            let errors = refused_lines(error)?;
            // What this key stood for was answered: what is typed now is another request.
            if errors.iter().any(|error| error.said.code == "idempotency-key-reused") {
                return Ok(sheet.answer(&Filled { visit, key: &Key::random(), fields, rows: &rows, errors: &errors }));
            }
            Ok(filled(&rows, &errors))
        }
    }
}

/// The stock of a store, where most of these forms lead.
pub(crate) fn stock_of(store: &StoreChoice) -> String {
    address("/stock", &[("store", Some(store.code.clone()))])
}
