//! One posting with all its lines, and what took them back.

use crate::{Stock, heads, kit, unit};
use ledger::{LATE, kits};
use platform::{Done, Handle, OpError, Tx};
use std::collections::HashMap;
use stock_rules::{PostingView, ShowPosting};
use uuid::Uuid;
use vocabulary::{Actor, Permission, PostingId};

/// Most legs that are read for one page.
const LEGS: usize = 4_000;

impl Handle<ShowPosting> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, show: ShowPosting) -> Result<Done<PostingView>, OpError> {
        let tenant = tx.tenant();
        let posting = show.posting.0;
        let head = heads::heads(tx, &[posting]).await?.remove(&posting).ok_or_else(OpError::not_found)?;
        let taken_back: HashMap<i32, Uuid> =
            sqlx::query_as("SELECT line, by_posting FROM reversal FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND posting_id = ?")
                .bind(tenant)
                .bind(posting)
                .fetch_all(tx.conn())
                .await?
                .into_iter()
                .collect();
        let reverses: Option<Uuid> = sqlx::query_scalar("SELECT posting_id FROM reversal WHERE tenant_id = ? AND by_posting = ? LIMIT 1")
            .bind(tenant)
            .bind(posting)
            .fetch_optional(tx.conn())
            .await?;
        let beside: Vec<Uuid> =
            sqlx::query_scalar("SELECT id FROM posting WHERE tenant_id = ? AND document_id = ? AND document_kind = ? ORDER BY id")
                .bind(tenant)
                .bind(posting)
                .bind(LATE)
                .fetch_all(tx.conn())
                .await?;
        let (legs, lines): (i32, i64) = sqlx::query_as(
            "SELECT p.legs, (SELECT COUNT(DISTINCT m.line) FROM stock_movement m WHERE m.tenant_id = p.tenant_id AND m.posting_id = p.id) \
             FROM posting p WHERE p.tenant_id = ? AND p.id = ?",
        )
        .bind(tenant)
        .bind(posting)
        .fetch_one(tx.conn())
        .await?;
        let mut all: Vec<_> = heads::lines(tx, &[posting], &[], None, actor.may(Permission::ValueRead), LEGS).await?.into_values().collect();
        let mut entered = unit::entered(tx, show.posting).await?;
        let bundles = kits::sold(tx, reverses.map_or(show.posting, PostingId)).await?;
        let mut kits = kit::named(tx, bundles, &mut entered).await?;
        kits.retain(|kit| all.iter().any(|line| kit.has(line.line)));
        for line in &mut all {
            line.entered = entered.remove(&line.line);
            line.reversed_by = taken_back.get(&line.line).copied().map(PostingId);
        }
        let mut reversed_by: Vec<PostingId> = taken_back.values().copied().map(PostingId).collect();
        reversed_by.sort_unstable();
        reversed_by.dedup();
        let view = PostingView {
            head,
            open: usize::try_from(lines).unwrap_or(0).saturating_sub(taken_back.len()),
            more: usize::try_from(legs).unwrap_or(0) > LEGS,
            lines: all,
            kits,
            reversed_by,
            reverses: reverses.map(PostingId),
            beside: beside.into_iter().map(PostingId).collect(),
        };
        Ok(Done::reply(view))
    }
}
