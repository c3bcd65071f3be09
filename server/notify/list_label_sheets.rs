//! The sheets and rolls there are.

use crate::Notify;
use notify_rules::{LabelSheet, LabelSheets, ListLabelSheets};
use platform::{Done, Handle, OpError, Tx};
use print::{Kind, Length, SHEETS, Sheet};
use vocabulary::Actor;

impl Handle<ListLabelSheets> for Notify {
    async fn handle(&self, _: &mut Tx, _: &Actor, _: ListLabelSheets) -> Result<Done<LabelSheets>, OpError> {
        Ok(Done::reply(LabelSheets { sheets: SHEETS.iter().map(described).collect() }))
    }
}

fn described(sheet: &Sheet) -> LabelSheet {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    LabelSheet {
        code: sheet.code.to_owned(),
        name: sheet.name.to_owned(),
        is_roll: sheet.kind == Kind::Roll,
        page_width_um: micrometres(sheet.page_width),
        page_height_um: micrometres(sheet.page_height),
        label_width_um: micrometres(sheet.label_width),
        label_height_um: micrometres(sheet.label_height),
        columns: count(sheet.columns),
        rows: count(sheet.rows),
        places: count(sheet.places()),
    }
}

fn micrometres(length: Length) -> i64 {
    (length.in_tenths() + 5) / 10
}
