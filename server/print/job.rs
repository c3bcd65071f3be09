//! A print job: which labels, how many of each, on which sheet, from which place on.

use crate::{
    Dpi, Label, PrintError, Sheet, Symbol, Symbology,
    label::{self, Drawing},
    pdf, svg,
};
use std::collections::HashMap;

/// The most labels of one job, copies counted.
pub const LABELS_LIMIT: u64 = 10_000;
/// The most copies of one label.
pub const COPIES_LIMIT: u32 = 999;

/// What is to be printed.
#[derive(Clone, Debug)]
pub struct Job {
    /// The title of the document, as a viewer's window shows it.
    pub title: String,
    /// Labels in the order they are printed in, each with its copies: 1 to [`COPIES_LIMIT`].
    pub labels: Vec<(Label, u32)>,
    pub sheet: &'static Sheet,
    /// The first free place of the first sheet, counted along the rows from 0; always 0 on a roll.
    pub start: usize,
    pub dpi: Dpi,
    /// The symbology of labels that do not name their own; `None` takes the one that suits each code.
    pub symbology: Option<Symbology>,
}

/// What a job comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// Sheets, or labels of a roll.
    pub pages: usize,
    /// Labels that are printed.
    pub labels: usize,
    /// Places to a page.
    pub places: usize,
    /// Places left free at the end of the last page: the next job on it starts at `places - free`.
    pub free: usize,
}

/// One page as SVG.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PagePreview {
    /// Counted from 1.
    pub page: usize,
    /// Labels on this page.
    pub labels: usize,
    /// An `<svg>` in micrometres (`viewBox`) without a size of its own, without style attributes and without words of
    /// ours; `class`es: `label`, `place-used`, `place-free`. Ids in it begin with `label-{page}-`.
    pub svg: String,
}

/// Checks a job and says what it comes to.
///
/// # Errors
/// All refusals at once, each naming its label.
pub fn plan(job: &Job) -> Result<Plan, Vec<PrintError>> {
    lay_out(job).map(|laid| laid.plan)
}

/// The job as a PDF. The same job gives the same bytes.
///
/// # Errors
/// The first of the refusals that [`plan`] gives, or [`PrintError::Writer`].
pub fn render(job: &Job) -> Result<Vec<u8>, PrintError> {
    let laid = lay_out(job).map_err(|refusals| refusals.into_iter().next().unwrap_or(PrintError::NoLabels))?;
    pdf::write(job, &laid)
}

/// The job's pages as SVG, from the same layout as the PDF.
///
/// # Errors
/// As [`plan`].
pub fn preview(job: &Job) -> Result<Vec<PagePreview>, Vec<PrintError>> {
    lay_out(job).map(|laid| svg::write(job, &laid))
}

/// A job laid out: one drawing for each entry, whatever its copies.
pub(crate) struct Laid {
    pub drawings: Vec<Drawing>,
    pub plan: Plan,
}

impl Laid {
    /// The pages, each with its labels as place and drawing.
    pub fn pages(&self, job: &Job) -> Vec<Vec<(usize, usize)>> {
        let mut pages = vec![Vec::new(); self.plan.pages];
        let copies = job.labels.iter().enumerate().flat_map(|(i, (_, copies))| (0..*copies).map(move |_| i));
        for (n, drawing) in copies.enumerate() {
            let at = job.start + n;
            if let Some(page) = pages.get_mut(at / self.plan.places) {
                page.push((at % self.plan.places, drawing));
            }
        }
        pages
    }
}

fn lay_out(job: &Job) -> Result<Laid, Vec<PrintError>> {
    let places = job.sheet.places();
    let mut refusals = Vec::new();
    let labels: u64 = job.labels.iter().map(|(_, copies)| u64::from(*copies)).sum();
    if job.labels.is_empty() {
        refusals.push(PrintError::NoLabels);
    }
    if job.start >= places {
        refusals.push(PrintError::Start { start: job.start, sheet: job.sheet.code, places });
    }
    // Entries count too: a long list of labels with no copies is work as well.
    let entries = u64::try_from(job.labels.len()).unwrap_or(u64::MAX);
    if labels.max(entries) > LABELS_LIMIT {
        refusals.push(PrintError::TooManyLabels { labels: labels.max(entries), limit: LABELS_LIMIT });
        return Err(refusals);
    }

    let mut symbols: HashMap<(Symbology, &str), Result<Symbol, PrintError>> = HashMap::new();
    let mut drawings = Vec::with_capacity(job.labels.len());
    for (label, copies) in &job.labels {
        if !(1..=COPIES_LIMIT).contains(copies) {
            refusals.push(PrintError::Copies { label: label.name.clone(), copies: *copies, limit: COPIES_LIMIT });
        }
        let symbology = label.symbology.or(job.symbology).unwrap_or_else(|| Symbology::for_code(&label.code));
        let symbol = symbols.entry((symbology, &label.code)).or_insert_with(|| Symbol::encode(symbology, &label.code));
        let drawing = match symbol {
            Ok(symbol) => label::lay_out(label, symbol, job.sheet, job.dpi),
            Err(refusal) => Err(refusal.clone()),
        };
        match drawing {
            Ok(drawing) => drawings.push(drawing),
            Err(refusal) => refusals.push(refusal.about(&label.name)),
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let labels = usize::try_from(labels).unwrap_or(usize::MAX);
    let used = job.start + labels;
    let pages = used.div_ceil(places);
    Ok(Laid { drawings, plan: Plan { pages, labels, places, free: pages * places - used } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(labels: Vec<(Label, u32)>, sheet: &str) -> Job {
        let sheet = Sheet::by_code(sheet).unwrap();
        Job { title: "Labels".into(), labels, sheet, start: 0, dpi: Dpi::Any, symbology: None }
    }

    fn label(name: &str, code: &str) -> Label {
        Label { name: name.into(), code: code.into(), sku: "85123A".into(), price: Some("£2.95".into()), ..Label::default() }
    }

    #[test]
    fn a_plan_counts_pages_and_what_is_left() {
        let mut job = job(vec![(label("A", "5012345678900"), 18)], "a4-21");
        job.start = 3;
        assert_eq!(plan(&job), Ok(Plan { pages: 1, labels: 18, places: 21, free: 0 }));
        job.start = 4;
        assert_eq!(plan(&job), Ok(Plan { pages: 2, labels: 18, places: 21, free: 20 }));
        job.start = 21;
        assert_eq!(plan(&job), Err(vec![PrintError::Start { start: 21, sheet: "a4-21", places: 21 }]));
    }

    #[test]
    fn all_refusals_come_at_once_and_name_their_label() {
        let labels = vec![
            (label("Tea شاي", "5012345678900"), 1),
            (label("Good", "5012345678900"), 0),
            (Label { symbology: Some(Symbology::Ean13), ..label("Wrong digit", "5012345678901") }, 1),
            (label("Bay", "BAY-04-SHELF-7"), 1000),
            (Label { price: Some("£1,234,567,890,123.45".into()), ..label("Dear", "5012345678900") }, 1),
        ];
        let refusals = plan(&job(labels, "a4-65")).unwrap_err();
        let codes: Vec<_> = refusals.iter().map(PrintError::code).collect();
        assert_eq!(codes, ["print-cannot-shape", "print-copies", "print-code", "print-copies", "print-does-not-fit", "print-price-too-long"]);
        for (refusal, name) in refusals.iter().zip(["Tea شاي", "Good", "Wrong digit", "Bay", "Bay", "Dear"]) {
            assert!(refusal.parameters().contains(&("label", name.to_owned())), "{refusal}");
        }
        let PrintError::DoesNotFit { smallest_sheet, needed_mm, available_mm, .. } = &refusals[4] else { panic!() };
        assert_eq!(*smallest_sheet, Some("roll-50x25"));
        assert!(needed_mm > available_mm);
    }

    #[test]
    fn a_job_is_bounded() {
        assert_eq!(plan(&job(Vec::new(), "a4-21")), Err(vec![PrintError::NoLabels]));
        let many = vec![(label("A", "5012345678900"), 999); 11];
        assert_eq!(plan(&job(many, "a4-21")), Err(vec![PrintError::TooManyLabels { labels: 10_989, limit: 10_000 }]));
        let most = vec![(label("A", "5012345678900"), 500); 20];
        assert_eq!(plan(&job(most, "a4-21")).map(|plan| plan.pages), Ok(477));
    }

    #[test]
    fn the_preview_has_every_label_and_no_style() {
        let mut job = job(vec![(label("Salt & <Pepper>", "5012345678900"), 20)], "a4-21");
        job.start = 3;
        let pages = preview(&job).unwrap();
        assert_eq!(pages.iter().map(|page| page.labels).collect::<Vec<_>>(), [18, 2]);
        assert_eq!(pages[0].svg.matches("<use ").count(), 18);
        assert_eq!(pages[0].svg.matches("place-used").count(), 3);
        assert_eq!(pages[1].svg.matches("place-free").count(), 19);
        for page in &pages {
            assert!(page.svg.contains("Salt &amp; &lt;Pepper&gt;") && !page.svg.contains("style"));
        }
    }

    #[test]
    fn the_same_job_gives_the_same_bytes() {
        let job = job(vec![(label("Größe ł", "5012345678900"), 2), (label("Tea", "SKU-1"), 1)], "a4-21");
        assert_eq!(render(&job).unwrap(), render(&job).unwrap());
    }
}
