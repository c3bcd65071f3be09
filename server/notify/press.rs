//! Puts labels on paper: the printing crate behind the seam that pages know.

use crate::{barcode, labels};
use notify_rules::{LabelPicture, LabelPrint, Press};
use print::{Job, PrintError, Sheet};
use std::sync::Arc;
use uuid::Uuid;
use vocabulary::AppError;

/// The press of this server.
pub struct LabelPress;

/// A press to hand to the pages.
#[must_use]
pub fn press() -> Arc<dyn Press> {
    Arc::new(LabelPress)
}

impl Press for LabelPress {
    fn pdf(&self, print: &LabelPrint) -> Result<Vec<u8>, AppError> {
        print::render(&job(print)?).map_err(|refusal| failed(&refusal))
    }

    fn pictures(&self, print: &LabelPrint, most: u32) -> Result<Vec<LabelPicture>, AppError> {
        let mut job = job(print)?;
        shorten(&mut job, most);
        let pages = print::preview(&job).map_err(|refusals| failed(refusals.first().unwrap_or(&PrintError::NoLabels)))?;
        Ok(pages.into_iter().map(|page| LabelPicture { page: page.page, labels: page.labels, svg: page.svg }).collect())
    }

    fn symbol(&self, code: &str) -> Option<String> {
        barcode::svg(code)
    }
}

fn job(print: &LabelPrint) -> Result<Job, AppError> {
    let sheet = Sheet::by_code(&print.sheet).map_err(|refusal| failed(&refusal))?;
    let start = usize::try_from(print.start.saturating_sub(1)).unwrap_or_default();
    let labels = print.labels.iter().map(|label| (labels::drawn(label), label.copies)).collect();
    Ok(Job { title: print.title.clone(), labels, start, ..labels::job(print.dpi, sheet) })
}

/// Leaves out what lies beyond the first sheets, so that ten thousand labels are not drawn to show sixty.
fn shorten(job: &mut Job, pages: u32) {
    let places = u32::try_from(job.sheet.places()).unwrap_or(u32::MAX);
    let used = u32::try_from(job.start).unwrap_or(u32::MAX);
    let mut room = places.saturating_mul(pages).saturating_sub(used);
    job.labels.retain_mut(|(_, copies)| {
        *copies = (*copies).min(room);
        room -= *copies;
        *copies > 0
    });
}

/// A print was checked when it was made: what fails now is ours. The cause goes to the log under the reference.
fn failed(refusal: &PrintError) -> AppError {
    let reference = Uuid::now_v7().simple().to_string().split_off(20);
    tracing::error!(reference, cause = %refusal, "labels could not be drawn");
    AppError::Internal { reference }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify_rules::{LabelDpi, PrintedLabel};
    use vocabulary::PrintId;

    fn print(copies: &[u32], start: u32) -> LabelPrint {
        let labels = copies
            .iter()
            .map(|copies| PrintedLabel { name: "Mug".into(), code: "5012345678900".into(), copies: *copies, ..PrintedLabel::default() })
            .collect();
        LabelPrint {
            id: PrintId::new(),
            title: "Labels".into(),
            sheet: "a4-21".into(),
            start,
            dpi: LabelDpi::D203,
            labels,
            count: copies.iter().sum(),
            pages: 1,
            places: 21,
            free: 0,
        }
    }

    #[test]
    fn a_print_becomes_a_pdf_and_its_pictures() {
        let pdf = LabelPress.pdf(&print(&[3, 2], 1)).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        let pictures = LabelPress.pictures(&print(&[3, 2], 4), 3).unwrap();
        assert_eq!(pictures.iter().map(|picture| picture.labels).collect::<Vec<_>>(), [5]);
        assert_eq!(pictures[0].svg.matches("place-used").count(), 3);
    }

    #[test]
    fn only_the_first_sheets_are_drawn_and_they_are_full() {
        let pictures = LabelPress.pictures(&print(&[30, 999, 999], 4), 2).unwrap();
        assert_eq!(pictures.iter().map(|picture| picture.labels).collect::<Vec<_>>(), [18, 21]);
        assert_eq!(pictures[1].svg.matches("place-free").count(), 0);
    }
}
