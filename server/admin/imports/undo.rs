//! The undo: counter-entries for what the import moved, the latest first; then the catalog.

use super::{
    check::load,
    jobs::{Payload, ask, key},
    undo_effects::{self, UndoEffects},
    undo_posting::UndoPosting,
    undo_steps::EndUndo,
};
use admin_rules::ImportState;
use platform::{OpError, jobs::JobContext};
use std::time::Duration;
use uuid::Uuid;
use vocabulary::{AppError, ImportId, Key, PostingId};

/// How often a counter-entry is tried when stock moved between reading and writing it.
const ATTEMPTS: u32 = 12;

pub(crate) async fn undo(context: &JobContext, payload: Payload) -> Result<(), OpError> {
    let import = payload.import;
    let head = load(context, import).await?;
    head.must_be(&[ImportState::Undoing])?;
    let effects = u64::try_from(head.next_effect).unwrap_or_default();
    let total = count(context, import).await? + effects;
    let (mut done, mut after) = (0, None);
    loop {
        let postings = postings(context, import, after).await?;
        let Some(last) = postings.last() else { break };
        after = Some(*last);
        for posting in postings {
            take_back(context, import, posting).await?;
            done += 1;
            if done % 20 == 0 {
                context.progress(done, total).await?;
            }
        }
    }
    for part in (0..head.next_effect).rev() {
        let left = ask(context, key(import, &format!("undo-effect-{part}"))?, UndoEffects { import, part }).await?;
        undo_effects::one_by_one(context, import, left).await?;
        done += 1;
        context.progress(done.min(total), total).await?;
    }
    ask(context, Key::random(), EndUndo { import }).await
}

async fn take_back(context: &JobContext, import: ImportId, posting: PostingId) -> Result<(), OpError> {
    let key = key(import, "undo")?.part(posting);
    for attempt in 1.. {
        match ask(context, key.clone(), UndoPosting { import, posting }).await {
            Ok(()) => break,
            Err(OpError::App(AppError::Invalid { .. } | AppError::Unavailable)) if attempt < ATTEMPTS => {
                tokio::time::sleep(Duration::from_millis(20 * u64::from(attempt))).await;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn count(context: &JobContext, import: ImportId) -> Result<u64, OpError> {
    let mut tx = context.desk.database().begin_read(context.tenant).await?;
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM posting WHERE tenant_id = ? AND document_id = ?")
        .bind(context.tenant.0)
        .bind(import.0)
        .fetch_one(tx.conn())
        .await?;
    tx.commit().await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// The import's postings, from the latest back.
async fn postings(context: &JobContext, import: ImportId, after: Option<PostingId>) -> Result<Vec<PostingId>, OpError> {
    let mut tx = context.desk.database().begin_read(context.tenant).await?;
    let ids: Vec<Uuid> = sqlx::query_scalar(
        "SELECT id FROM posting WHERE tenant_id = ? AND document_id = ? AND id < ? AND document_kind = 'import' ORDER BY id DESC LIMIT 200",
    )
    .bind(context.tenant.0)
    .bind(import.0)
    .bind(after.map_or(Uuid::max(), |id| id.0))
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(ids.into_iter().map(PostingId).collect())
}
