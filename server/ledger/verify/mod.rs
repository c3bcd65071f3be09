//! The proof of the books: re-adds the ledger from its first movement and compares; or what was recorded since some moment, and
//! whatever moved since. Reads one snapshot, a page at a time, and stops nobody's work.

mod chain;
mod cost;
mod counted;
mod floor;
mod late;
mod lots;
mod moved;
mod only;
mod own;
mod postings;
mod promises;
mod seals;
mod since;
mod touched;
mod transit;

use chrono::{DateTime, Utc};
use ed25519_dalek::VerifyingKey;
use only::{Only, Rows};
use platform::{Database, OpError, Tx};
use vocabulary::TenantId;
pub use vocabulary::proof::{Check, Failure, Outcome, ProvedFrom, Report};

/// Rows per page.
const PAGE: i64 = 5000;

/// From where on the books are proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The first movement.
    Beginning,
    /// What may have been recorded since an instant: what was not yet sealed by the last seal before it.
    Instant(DateTime<Utc>),
    /// What is not under this seal or an earlier one.
    Seal(i64),
}

/// Proves a tenant's books: double entry, sequences, balances, hashes, what may not be below nought, promises, what is on its way, what was told late, what was
/// counted when, lots, what stock is worth, seals.
///
/// # Errors
/// When the database fails. What is wrong in the books is in the report.
pub async fn verify(database: &Database, tenant: TenantId, key: &VerifyingKey) -> Result<Report, OpError> {
    verify_from(database, tenant, key, Start::Beginning).await
}

/// The same from some moment on. The report says where it began, and what it did not look at. Where nothing was sealed before
/// that moment, everything is proved.
///
/// # Errors
/// When the database fails.
pub async fn verify_from(database: &Database, tenant: TenantId, key: &VerifyingKey, start: Start) -> Result<Report, OpError> {
    let mut tx = database.begin_snapshot(tenant).await?;
    let report = verify_in(&mut tx, key, start).await?;
    tx.rollback().await?;
    Ok(report)
}

/// The same in a snapshot that the caller has begun.
///
/// # Errors
/// When the database fails.
pub async fn verify_in(tx: &mut Tx, key: &VerifyingKey, start: Start) -> Result<Report, OpError> {
    let tenant = tx.tenant();
    let through: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM seal WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    let Some(since) = since::begin(tx, start).await? else {
        let mut checks = everything(tx, key).await?;
        moved::name(tx, &mut checks).await?;
        return Ok(Report { checks, through, ..Report::default() });
    };
    let mut checks = since::check(tx, key, &since).await?;
    moved::name(tx, &mut checks).await?;
    Ok(Report { checks, since: Some(since.begun), through, unseen: since::UNSEEN.map(String::from).to_vec() })
}

async fn everything(tx: &mut Tx, key: &VerifyingKey) -> Result<Vec<Check>, OpError> {
    let chain = chain::check(tx).await?;
    let mut checks = vec![chain.sequence, chain.chain, chain.balance];
    let mut entries = postings::Checks::default();
    postings::check(tx, Rows::ALL, &mut entries).await?;
    checks.extend([entries.entry, entries.hash]);
    checks.push(floor::check(tx, Only::All).await?);
    checks.push(promises::check(tx, Only::All).await?);
    checks.push(promises::reserved(tx, Only::All).await?);
    checks.push(promises::short(tx, Only::All).await?);
    checks.push(transit::check(tx, Only::All).await?);
    checks.push(own::check(tx).await?);
    let mut told_late = late::new();
    late::check(tx, Rows::ALL, &mut told_late).await?;
    late::astray(tx, Only::All, &mut told_late).await?;
    checks.push(told_late);
    checks.push(counted::check(tx, Only::All).await?);
    checks.push(lots::serials(tx, Only::All).await?);
    checks.push(lots::lists(tx, Only::All, Only::All).await?);
    checks.extend(cost::check(tx, Only::All).await?);
    checks.push(cost::days(tx).await?);
    checks.push(seals::signatures(tx, key, 1).await?);
    let mut sealed = seals::gone(tx, 1).await?;
    seals::changed(tx, Rows::ALL, &mut sealed).await?;
    checks.push(sealed);
    let (mut audits, mut rows) = (Check::new("proof-audit"), Rows::ALL);
    while let Some(last) = seals::audits(tx, rows, &mut audits).await?.last() {
        rows = Rows::beyond(last.id);
    }
    checks.push(audits);
    Ok(checks)
}
