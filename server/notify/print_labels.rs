//! Prints labels, which is to say: checks them, notes who prints what, and answers them laid out. The door draws them
//! when this transaction is over.

use crate::{Notify, labels};
use notify_rules::{LabelPrint, PrintLabels, PrintedLabel};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::{Actor, AppError};

/// How many codes of a print are noted; the number of all of them always is.
const NOTED: usize = 50;

impl Handle<PrintLabels> for Notify {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, PrintLabels(request): PrintLabels) -> Result<Done<LabelPrint>, OpError> {
        let prepared = labels::prepare(tx, actor, &request).await?;
        let Some(print) = prepared.print else {
            return Err(AppError::Invalid { fields: prepared.refusals }.into());
        };
        let codes: Vec<&str> = print.labels.iter().take(NOTED).map(|PrintedLabel { code, .. }| code.as_str()).collect();
        let trail = Trail::of("labels", print.id)
            .with("sheet", &print.sheet)
            .with("different", print.labels.len())
            .with("count", print.count)
            .with("codes", codes);
        Ok(Done::reply(print.clone()).trail(trail))
    }
}
