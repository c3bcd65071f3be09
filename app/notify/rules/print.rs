//! Looking at labels and printing them.

use crate::{LabelDpi, LabelRequest, LabelSubject, LabelSymbology};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Kind, Operation, Permission, PrintId, Said, Scope};

/// What a request would print, and everything that stands in its way. Nothing is printed and nothing is refused.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct PreviewLabels(pub LabelRequest);

/// Prints labels: notes who printed what, and answers the labels laid out. The door that asked puts them on paper, with
/// [`Press`](crate::Press), when the transaction is over. Refused as a whole if one label cannot be printed right, with
/// all reasons at once.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct PrintLabels(pub LabelRequest);

/// Labels with all their words, ready to be put on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LabelPrint {
    pub id: PrintId,
    /// What the document is called.
    pub title: String,
    pub sheet: String,
    /// The first free place, from 1.
    pub start: u32,
    pub dpi: LabelDpi,
    pub labels: Vec<PrintedLabel>,
    /// Labels in all, copies counted.
    pub count: u32,
    /// Sheets, or labels of a roll.
    pub pages: u32,
    /// Places to a sheet.
    pub places: u32,
    /// Places left free on the last sheet.
    pub free: u32,
}

/// What stands on one label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PrintedLabel {
    pub name: String,
    /// What tells it from its siblings, or the store of a location.
    pub detail: String,
    pub sku: String,
    pub price: Option<String>,
    /// What a scanner reads.
    pub code: String,
    pub symbology: LabelSymbology,
    pub copies: u32,
}

/// A line of the request, as far as it is known what it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PreviewedLine {
    /// The variant or the location; as it was asked where nothing has that code.
    pub subject: LabelSubject,
    pub copies: u32,
    /// What it is called, whether that is printed or not; empty where it is unknown.
    pub name: String,
    pub detail: String,
    /// The SKU, or a location's code.
    pub sku: String,
    /// What stands on the label; none where it is unknown.
    pub label: Option<PrintedLabel>,
}

/// What would be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LabelPreview {
    /// As many as were asked for, in their order.
    pub lines: Vec<PreviewedLine>,
    /// None while anything stands in the way.
    pub print: Option<LabelPrint>,
    /// What stands in the way: `labels[2]`, `labels[2].copies`, `sheet`, `start` …
    #[schema(value_type = Vec<Object>)]
    pub refusals: Vec<FieldError>,
    /// What one should know of the labels.
    #[schema(value_type = Vec<Object>)]
    pub notes: Vec<Said>,
}

fn scope(request: &LabelRequest) -> Scope {
    request.store.map_or(Scope::Tenant, Scope::Store)
}

impl Operation for PreviewLabels {
    type Reply = LabelPreview;
    const NAME: &'static str = "notify.preview_labels";
    const NEEDS: Permission = Permission::LabelPrint;
    const KIND: Kind = Kind::Query;

    fn scope(&self) -> Scope {
        scope(&self.0)
    }
}

impl Operation for PrintLabels {
    type Reply = LabelPrint;
    const NAME: &'static str = "notify.print_labels";
    const NEEDS: Permission = Permission::LabelPrint;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        scope(&self.0)
    }
}
