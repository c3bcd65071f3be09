//! The bare list: fifty rows by one range of a primary key, written as text by axum and nothing else. No sign-in, no
//! tenant's words, no page: what no page can beat.

use axum::{Router, extract::State, routing::get};
use clap::Args;
use rust_decimal::Decimal;
use sqlx::mysql::{MySqlPool, MySqlPoolOptions};
use uuid::Uuid;

#[derive(Args)]
pub struct Bare {
    #[arg(long, env = "STOCKROOM_BENCH_URL", hide_env_values = true)]
    url: String,
}

/// What [`Bare`] says before its address.
pub const WORDS: &str = "the bare list is at ";

impl Bare {
    pub async fn run(self) -> anyhow::Result<()> {
        let pool = MySqlPoolOptions::new().max_connections(16).connect_with(platform::db::connect_options(&self.url)?).await?;
        let first: (i64, Uuid) = sqlx::query_as("SELECT tenant_id, location_id FROM stock_balance WHERE tenant_id > 0 ORDER BY tenant_id LIMIT 1")
            .fetch_one(&pool)
            .await?;
        let router = Router::new().route("/", get(list)).with_state((pool, first));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("{WORDS}{}", listener.local_addr()?);
        axum::serve(listener, router).await?;
        Ok(())
    }
}

async fn list(State((pool, (tenant, location))): State<(MySqlPool, (i64, Uuid))>) -> String {
    let rows: Vec<(Uuid, Decimal)> =
        sqlx::query_as("SELECT variant_id, on_hand FROM stock_balance WHERE tenant_id = ? AND location_id = ? ORDER BY variant_id LIMIT 50")
            .bind(tenant)
            .bind(location)
            .fetch_all(&pool)
            .await
            .unwrap_or_default();
    rows.iter().map(|(variant, on_hand)| format!("{variant} {on_hand}\n")).collect()
}
