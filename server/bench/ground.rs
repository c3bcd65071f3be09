//! What the benches of stock stand on: a tenant of the data set with a store and its variants, and a closed loop of clients.

use crate::{load::Rate, place::Place};
use anyhow::Context as _;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use sqlx::Connection as _;
use std::{
    future::Future,
    time::{Duration, Instant},
};
use uuid::Uuid;
use vocabulary::{StoreId, TenantId, VariantId};

/// A tenant of the data set, its first store, and as many of its variants as are asked for.
#[derive(Clone)]
pub struct Ground {
    pub tenant: TenantId,
    pub store: StoreId,
    pub variants: Vec<VariantId>,
}

impl Ground {
    /// The tenant that was made `nth`, from 0.
    ///
    /// # Errors
    /// When there is none.
    pub async fn read(place: &Place, nth: usize, variants: usize) -> anyhow::Result<Self> {
        let mut connection = place.connection().await?;
        let tenants: Vec<i64> = sqlx::query_scalar("SELECT id FROM tenant ORDER BY id").fetch_all(&mut connection).await?;
        let tenant = *tenants.get(nth).context("there are fewer tenants")?;
        let store: Uuid =
            sqlx::query_scalar("SELECT id FROM store WHERE tenant_id = ? ORDER BY code LIMIT 1").bind(tenant).fetch_one(&mut connection).await?;
        let variants: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM variant WHERE tenant_id = ? ORDER BY id LIMIT ?")
            .bind(tenant)
            .bind(i64::try_from(variants)?)
            .fetch_all(&mut connection)
            .await?;
        connection.close().await?;
        Ok(Self { tenant: TenantId(tenant), store: StoreId(store), variants: variants.into_iter().map(VariantId).collect() })
    }

    /// Any of its variants.
    pub fn any(&self, dice: &mut StdRng) -> VariantId {
        self.variants.get(dice.gen_range(0..self.variants.len())).copied().unwrap_or(VariantId(Uuid::nil()))
    }

    /// So many different ones.
    pub fn some(&self, dice: &mut StdRng, many: usize) -> Vec<VariantId> {
        let mut from = dice.gen_range(0..self.variants.len());
        let step = dice.gen_range(1..=self.variants.len() / many.max(1)).max(1);
        let mut some = Vec::with_capacity(many);
        for _ in 0..many {
            some.extend(self.variants.get(from % self.variants.len()));
            from += step;
        }
        some.sort_unstable();
        some.dedup();
        some
    }
}

/// Clients that ask again as soon as they were answered, for so long; each has a die of its own. What they ask says how
/// many it was, and is timed.
///
/// # Errors
/// When one of them is not answered well: what fails quickly is not quick.
pub async fn closed_loop<F, R>(clients: usize, time: Duration, ask: F) -> anyhow::Result<(Rate, u64)>
where
    F: Fn(usize, StdRng) -> R + Clone,
    R: Future<Output = anyhow::Result<(StdRng, u64)>>,
{
    let began = Instant::now();
    let client = |number: usize| {
        let ask = ask.clone();
        async move {
            let (mut dice, mut times, mut done) = (StdRng::seed_from_u64(number as u64 + 1), Vec::new(), 0);
            while began.elapsed() < time {
                let asked = Instant::now();
                let (again, many) = ask(number, dice).await?;
                times.push(asked.elapsed());
                (dice, done) = (again, done + many);
            }
            anyhow::Ok((times, done))
        }
    };
    let all = futures::future::try_join_all((0..clients).map(client)).await?;
    let done = all.iter().map(|(_, done)| done).sum();
    Ok((Rate::of(all.into_iter().flat_map(|(times, _)| times).collect(), began.elapsed()), done))
}

/// What was quick must also be right: every balance is the sum of its movements, every promise that of what is open, and no
/// place holds less than nothing.
///
/// # Errors
/// When it is not.
pub async fn prove(place: &Place, tenant: TenantId) -> anyhow::Result<()> {
    let mut connection = place.connection().await?;
    let proofs = [
        (
            "balances are not the sum of their movements",
            "SELECT COUNT(*) FROM stock_balance b LEFT JOIN (SELECT location_id, variant_id, lot_id, status, SUM(quantity) AS sum FROM stock_movement \
             WHERE tenant_id = ? AND seq > 0 GROUP BY location_id, variant_id, lot_id, status) m ON m.location_id = b.location_id AND \
             m.variant_id = b.variant_id AND m.lot_id = b.lot_id AND m.status = b.status WHERE b.tenant_id = ? AND b.on_hand <> COALESCE(m.sum, 0)",
        ),
        (
            "promises are not what is open of them",
            "SELECT COUNT(*) FROM stock_promise p LEFT JOIN (SELECT store_id, variant_id, SUM(open) AS sum FROM reservation_line WHERE tenant_id = ? \
             GROUP BY store_id, variant_id) r ON r.store_id = p.store_id AND r.variant_id = p.variant_id WHERE p.tenant_id = ? AND \
             p.promised <> COALESCE(r.sum, 0)",
        ),
        (
            "promises are of more than there is",
            "SELECT COUNT(*) FROM stock_promise WHERE ? = tenant_id AND tenant_id = ? AND promised > GREATEST(sellable, 0)",
        ),
        ("places hold less than nothing", "SELECT COUNT(*) FROM stock_balance WHERE ? = tenant_id AND tenant_id = ? AND on_hand < 0"),
    ];
    for (what, sql) in proofs {
        let wrong: i64 = sqlx::query_scalar(sql).bind(tenant.0).bind(tenant.0).fetch_one(&mut connection).await?;
        anyhow::ensure!(wrong == 0, "{wrong} {what}");
    }
    println!("    afterwards every balance is the sum of its movements, every promise of what is open, nothing is below nought");
    Ok(())
}
