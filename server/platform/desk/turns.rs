//! No tenant may take all the connections. Whoever asks for more at once than its share waits for its own turn, while there is
//! still room for the others: one that does all it can is slowed down by itself, and not by it the rest.

use crate::{db::Database, error::OpError, pool::PATIENCE};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use vocabulary::TenantId;

/// So many tenants are remembered; beyond, those that nobody asks for are forgotten.
const REMEMBERED: usize = 256;

pub(super) struct Turns {
    share: usize,
    tenants: Mutex<HashMap<TenantId, Arc<Semaphore>>>,
}

/// For as long as this is kept, one of the tenant's turns is taken.
pub(super) struct Turn(#[expect(dead_code, reason = "given back when it is dropped")] OwnedSemaphorePermit);

impl Turns {
    /// Of the connections of a pool, half for each tenant.
    pub fn of(database: &Database) -> Self {
        Self::new(database.size().div_ceil(2))
    }

    fn new(share: usize) -> Self {
        Self { share: share.max(1), tenants: Mutex::default() }
    }

    /// Waits until it is the tenant's turn, in the order of asking.
    ///
    /// # Errors
    /// As when no connection can be had in time.
    pub async fn take(&self, tenant: TenantId) -> Result<Turn, OpError> {
        let semaphore = self.semaphore(tenant);
        match tokio::time::timeout(PATIENCE, semaphore.acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Turn(permit)),
            Ok(Err(_)) | Err(_) => Err(sqlx::Error::PoolTimedOut.into()),
        }
    }

    fn semaphore(&self, tenant: TenantId) -> Arc<Semaphore> {
        // Nothing panics while it holds this.
        let mut tenants = self.tenants.lock().unwrap_or_else(PoisonError::into_inner);
        if tenants.len() > REMEMBERED {
            tenants.retain(|_, semaphore| Arc::strong_count(semaphore) > 1);
        }
        tenants.entry(tenant).or_insert_with(|| Arc::new(Semaphore::new(self.share))).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    async fn gets(turns: &Turns, tenant: i64) -> Option<Turn> {
        tokio::time::timeout(Duration::from_millis(20), turns.take(TenantId(tenant))).await.ok()?.ok()
    }

    #[tokio::test]
    async fn a_tenant_that_takes_its_share_leaves_the_others_theirs() {
        let turns = Turns::new(2);
        let (first, second) = (gets(&turns, 1).await, gets(&turns, 1).await);
        assert!(first.is_some() && second.is_some());
        assert!(gets(&turns, 1).await.is_none(), "a third is more than its share");
        assert!(gets(&turns, 2).await.is_some(), "another's share is its own");
        drop(first);
        assert!(gets(&turns, 1).await.is_some(), "what was given back is there again");
    }

    #[tokio::test]
    async fn tenants_that_nobody_asks_for_are_forgotten_and_those_at_work_are_not() {
        let turns = Turns::new(1);
        let held = gets(&turns, 0).await;
        for tenant in 1..=i64::try_from(REMEMBERED * 2).unwrap() {
            assert!(gets(&turns, tenant).await.is_some());
        }
        assert!(turns.tenants.lock().unwrap().len() <= REMEMBERED + 1);
        assert!(held.is_some() && gets(&turns, 0).await.is_none(), "its turn is still taken");
    }
}
