//! The proof of the books: re-adds the ledger from its first movement and compares. Reads one snapshot, a page at a
//! time, and stops nobody's work.

mod chain;
mod cost;
mod counted;
mod floor;
mod late;
mod lots;
mod postings;
mod promises;
mod seals;
mod transit;

use ed25519_dalek::VerifyingKey;
use platform::{Database, OpError};
use vocabulary::TenantId;
pub use vocabulary::proof::{Check, Failure, Report};

/// Rows per page.
const PAGE: i64 = 5000;

/// Proves a tenant's books: double entry, sequences, balances, hashes, what may not be below nought, promises, what is on its way, what was told late, what was
/// counted when, lots, what stock is worth, seals.
///
/// # Errors
/// When the database fails. What is wrong in the books is in the report.
pub async fn verify(database: &Database, tenant: TenantId, key: &VerifyingKey) -> Result<Report, OpError> {
    let mut tx = database.begin_snapshot(tenant).await?;
    let mut checks = chain::check(&mut tx).await?;
    checks.extend(postings::check(&mut tx).await?);
    checks.push(floor::check(&mut tx).await?);
    checks.push(promises::check(&mut tx).await?);
    checks.push(promises::reserved(&mut tx).await?);
    checks.push(promises::short(&mut tx).await?);
    checks.push(transit::check(&mut tx).await?);
    checks.push(late::check(&mut tx).await?);
    checks.push(counted::check(&mut tx).await?);
    checks.push(lots::serials(&mut tx).await?);
    checks.push(lots::lists(&mut tx).await?);
    checks.extend(cost::check(&mut tx).await?);
    checks.extend(seals::check(&mut tx, key).await?);
    tx.rollback().await?;
    Ok(Report { checks })
}
