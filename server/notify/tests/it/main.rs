//! Labels against a database: what is written on them, what is refused, what a scanner reads.

mod printed;
mod refused;
mod resolved;
mod scanner;

use notify_rules::{LabelDpi, LabelLine, LabelRequest, LabelSubject, LabelSymbology};

/// A request for one label each, on A4, with everything on it.
fn request(subjects: impl IntoIterator<Item = LabelSubject>) -> LabelRequest {
    LabelRequest {
        labels: subjects.into_iter().map(|subject| LabelLine { subject, copies: 1 }).collect(),
        sheet: String::from("a4-21"),
        start: 1,
        dpi: LabelDpi::Any,
        symbology: LabelSymbology::Auto,
        name: true,
        price: true,
        sku: true,
        store: None,
    }
}

fn code(code: &str) -> LabelSubject {
    LabelSubject::Code(code.to_owned())
}
