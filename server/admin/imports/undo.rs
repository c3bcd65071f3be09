//! The undo: counter-entries for what the import moved, the latest first; then the catalog. What is in the way of a part
//! of it is told, and the rest goes on: an undo ends.

use super::{
    check::load,
    jobs::{Payload, ask, insist, is_busy, key},
    undo_effects::{self, UndoEffects},
    undo_posting::UndoPosting,
    undo_steps::EndUndo,
};
use admin_rules::ImportState;
use catalog_rules::Upserted;
use platform::{OpError, jobs::JobContext};
use uuid::Uuid;
use vocabulary::{AppError, ImportId, Key, PostingId};

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
        let left = take_back_effects(context, import, part).await?;
        undo_effects::one_by_one(context, import, left).await?;
        done += 1;
        context.progress(done.min(total), total).await?;
    }
    ask(context, Key::random(), EndUndo { import }).await
}

/// Takes a posting back; or, where the books will not have that, tells why it stays. A posting that is taken back is so
/// only once, whoever asks: the ledger sees to it, and no key need.
async fn take_back(context: &JobContext, import: ImportId, posting: PostingId) -> Result<(), OpError> {
    let undo = UndoPosting { import, posting, leave: None };
    match insist(context, Key::random(), undo.clone(), is_passing).await {
        Err(OpError::App(error)) if stays(&error) => ask(context, Key::random(), UndoPosting { leave: Some(error.said()), ..undo }).await,
        other => other,
    }
}

/// Stock moved, or a place was put away, between reading and writing.
fn is_passing(error: &AppError) -> bool {
    match error {
        AppError::Conflict { said } if said.code == "place-archived" => true,
        AppError::Invalid { fields } => fields.iter().any(|field| field.said.code == "stock-insufficient"),
        other => is_busy(other),
    }
}

/// Whether a refusal is about the posting, and not about who asks or when.
fn stays(error: &AppError) -> bool {
    match error {
        AppError::NotFound | AppError::Invalid { .. } => true,
        AppError::Conflict { said } => said.code != "import-not-now",
        _ => false,
    }
}

/// Takes back in bulk what a part did to the catalog, once; answers what is left to do one by one. A key is its asker's:
/// where somebody else's undo had come this far, only what it left is asked for.
async fn take_back_effects(context: &JobContext, import: ImportId, part: i32) -> Result<Vec<Upserted>, OpError> {
    let undo = UndoEffects { import, part, rest: false };
    match insist(context, key(import, &format!("undo-effect-{part}"))?, undo.clone(), is_busy).await {
        Err(OpError::App(AppError::Invalid { fields })) if fields.iter().any(|field| field.said.code == "idempotency-key-reused") => {
            insist(context, Key::random(), UndoEffects { rest: true, ..undo }, is_busy).await
        }
        other => other,
    }
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
