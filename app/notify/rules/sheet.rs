//! The sheets and rolls there are.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Kind, Operation, Permission};

/// All sheets and rolls that labels can be printed on, the widest-used first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ListLabelSheets {}

/// Sheets in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LabelSheets {
    pub sheets: Vec<LabelSheet>,
}

/// A sheet of equal labels, or a roll. Lengths are micrometres.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LabelSheet {
    /// What a request calls it: `a4-21`.
    pub code: String,
    /// What is written on the box, the same in every language.
    pub name: String,
    /// Labels come one after the other.
    pub is_roll: bool,
    pub page_width_um: i64,
    pub page_height_um: i64,
    pub label_width_um: i64,
    pub label_height_um: i64,
    pub columns: u32,
    pub rows: u32,
    /// Labels to a sheet: 1 on a roll.
    pub places: u32,
}

impl Operation for ListLabelSheets {
    type Reply = LabelSheets;
    const NAME: &'static str = "notify.list_label_sheets";
    const NEEDS: Permission = Permission::LabelPrint;
    const KIND: Kind = Kind::Query;
}
