//! The rows set aside as the file they came in, with a column of what is wrong: to be mended there and brought again.

use super::{
    Imports,
    head::Head,
    list_aside::{cursor, rows},
};
use crate::import::{Record, export};
use admin_rules::{AsideFile, AsideState, FilePortion, RowTrouble};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, Page};
use words::{Words, message_id};

/// Rows of a portion.
const PORTION: usize = 500;

impl Handle<AsideFile> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, file: AsideFile) -> Result<Done<FilePortion>, OpError> {
        let head = Head::load(tx, file.import).await?;
        let facts = head.facts()?;
        let words = Words::new(actor.locale, chrono_tz::UTC, tx.now());
        let first = file.cursor.is_none();
        let page = Page::of(rows(tx, file.import, file.cursor.as_ref(), PORTION + 1).await?, PORTION, cursor);
        let records: Vec<(Record, String)> = page
            .rows
            .iter()
            .filter(|row| row.state != AsideState::PassedOver)
            .map(|row| {
                let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
                (Record::of(row.line, &cells), said(&words, row.line, &row.troubles))
            })
            .collect();
        let delimiter = u8::try_from(facts.delimiter).unwrap_or(b',');
        let bytes =
            export::quarantine_file(Vec::new(), delimiter, &facts.header, records.iter().map(|(record, error)| (record, error.clone())), first)
                .map_err(anyhow::Error::new)?;
        let text = String::from_utf8(bytes).map_err(anyhow::Error::new)?;
        Ok(Done::reply(FilePortion { text, next: page.next }))
    }
}

/// The row's line, then everything that is wrong with it, in a sentence for each column, and what would be right.
fn said(words: &Words, line: u64, troubles: &[RowTrouble]) -> String {
    let each = troubles.iter().map(|trouble| {
        let what = words.said(&trouble.said);
        let what = match trouble.field() {
            Some(field) => format!("{}: {what}", words.t(&message_id("import-field", field))),
            None if trouble.column.is_empty() => what,
            None => format!("{}: {what}", trouble.column),
        };
        match &trouble.suggestion {
            Some(right) => format!("{what} {}", words.with("import-aside-right", &[("value", right.as_str().into())])),
            None => what,
        }
    });
    // As an editor shows it: no mark stands between its thousands.
    let line = words.with("import-aside-line", &[("line", line.to_string().into())]);
    words::plain(&std::iter::once(line).chain(each).collect::<Vec<_>>().join(" · "))
}
