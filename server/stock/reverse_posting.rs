//! Takes back a posting by its counter-entry. What arrived of a transfer is then on its way again, and its document says so.

use crate::{Stock, plan::Checks, transfer};
use ledger::{Plan, Planned, reversal};
use platform::{OpError, Trail, Tx};
use std::collections::BTreeSet;
use stock_rules::{PostingReversed, ReversePosting};
use uuid::Uuid;
use vocabulary::{Actor, FieldError, PostingId};

impl Plan<ReversePosting> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, reverse: ReversePosting) -> Result<Planned<PostingReversed>, OpError> {
        let tenant = tx.tenant();
        let mut checks = Checks::default();
        checks.note(&reverse.note);
        if let Some(lines) = &reverse.lines {
            checks.lines(lines.len())?;
        }
        let head: Option<(u8, String, Uuid)> = sqlx::query_as("SELECT kind, document_kind, document_id FROM posting WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(reverse.posting.0)
            .fetch_optional(tx.conn())
            .await?;
        let (kind, document_kind, document) = head.ok_or_else(OpError::not_found)?;
        checks.finish()?;
        let mut posting = reversal(tx, reverse.posting, reverse.lines.as_deref()).await?;
        let wanted: BTreeSet<i32> = reverse.lines.iter().flatten().copied().collect();
        if reverse.lines.is_some() && wanted.len() != posting.lines.len() {
            return Err(FieldError::new("lines", "posting-lines-gone").into());
        }
        for line in &mut posting.lines {
            line.field = format!("lines[{}]", line.number);
        }
        posting.note = reverse.note;
        let (guards, of_transfer) = if document_kind == transfer::DOCUMENT {
            let (guards, trail) = transfer::undo(tx, kind, document, &posting.lines).await?;
            (guards, Some(trail))
        } else {
            (Vec::new(), None)
        };
        let (reverses, lines) = (reverse.posting, posting.lines.len());
        let planned = Planned::new(vec![posting], move |posted| PostingReversed {
            posting: posted.first().map_or(PostingId(Uuid::nil()), |posting| posting.id),
            reverses,
            lines,
        });
        let trails = std::iter::once(Trail::of("posting", reverses).with("lines", lines)).chain(of_transfer);
        Ok(guards.into_iter().fold(trails.fold(planned, Planned::trail), Planned::guard))
    }
}
