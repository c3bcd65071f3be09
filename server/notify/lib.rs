//! The notify room: labels. One operation per file; what they share is in `labels`, what puts labels on paper in `press`.

mod barcode;
mod find_label_subjects;
mod labels;
mod list_label_sheets;
mod press;
mod preview_labels;
mod print_labels;
pub mod rest;

pub use press::{LabelPress, press};

use notify_rules::{FindLabelSubjects, ListLabelSheets, PreviewLabels, PrintLabels};
use platform::Registry;

/// Answers this room's operations.
pub struct Notify;

/// Every operation of this room.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    registry.on::<ListLabelSheets>(Notify).on::<FindLabelSubjects>(Notify).on::<PreviewLabels>(Notify).on::<PrintLabels>(Notify)
}
