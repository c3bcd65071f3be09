//! What looking at labels and printing them have in common: resolve what they are for → write them → check them.

mod check;
mod read;
mod resolve;
mod write;

pub(crate) use check::{drawn, job};
pub(crate) use read::{like_prefix, locations_by_id, variants_by_id};

use notify_rules::{LINES_MAX, LabelPreview, LabelPrint, LabelRequest};
use platform::{OpError, Tx};
use print::Sheet;
use vocabulary::{Actor, FieldError, PrintId};
use words::Words;

/// What a request comes to: its lines, the labels if all can be printed, else everything that stands in the way.
///
/// Checking lays every label out, which takes its time for many: that is done beside the threads that serve requests.
/// Nothing is drawn here.
pub(crate) async fn prepare(tx: &mut Tx, actor: &Actor, request: &LabelRequest) -> Result<LabelPreview, OpError> {
    if request.labels.len() > LINES_MAX {
        let wrong = FieldError::new("labels", "print-too-many-lines").with("limit", LINES_MAX);
        return Ok(LabelPreview { lines: Vec::new(), print: None, refusals: vec![wrong], notes: Vec::new() });
    }
    let resolved = resolve::resolve(tx, request).await?;
    let written = write::write(tx, request, resolved).await?;
    let write::Written { mut lines, places, refusals, notes } = written;

    let asked = request.clone();
    let laid_out = move || {
        write::fit_places(&asked, &mut lines, &places);
        let checked = check::check(&asked, &lines, refusals);
        (lines, checked)
    };
    let (lines, checked) = tokio::task::spawn_blocking(laid_out).await.map_err(anyhow::Error::new)?;
    let print = checked.fit.map(|fit| LabelPrint {
        id: PrintId::new(),
        title: title(actor, tx, request),
        sheet: request.sheet.clone(),
        start: request.start,
        dpi: request.dpi,
        labels: lines.iter().filter_map(|line| line.label.clone()).collect(),
        count: fit.count,
        pages: fit.pages,
        places: fit.places,
        free: fit.free,
    });
    Ok(LabelPreview { lines, print, refusals: checked.refusals, notes })
}

/// What the document is called in a viewer's window.
fn title(actor: &Actor, tx: &Tx, request: &LabelRequest) -> String {
    let words = Words::new(actor.locale, chrono_tz::UTC, tx.now());
    let sheet = Sheet::by_code(&request.sheet).map_or("", |sheet| sheet.name);
    words::plain(&words.with("labels-document", &[("sheet", sheet.into())]))
}
