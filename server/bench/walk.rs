//! Every page of a filled shop: how long it takes, how many statements, and how many rows they touch (the database's own
//! `Handler_read` counters). For looking, not for comparing.

use crate::{
    Settings,
    client::Client,
    fill,
    place::{Place, Server},
    report,
};
use anyhow::Context as _;
use clap::Args;
use sqlx::MySqlConnection;
use std::{collections::HashMap, time::Instant};

#[derive(Args)]
pub struct Walk {
    /// Only these addresses
    paths: Vec<String>,
    /// How often each is asked for
    #[arg(long, default_value_t = 5)]
    times: usize,
}

/// What the database has done so far: statements, and rows read.
struct Done {
    statements: i64,
    rows: i64,
}

impl Walk {
    pub async fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let place = Place::open(settings).await?;
        fill::fill(&place, settings.size).await?;
        report::heading("Every page", &place, settings).await?;
        let mut look = place.connection().await?;
        let server = Server::start(&place, &["--no-jobs"])?;
        let token = server.sign_in(&fill::owner_of(fill::SLUG)).await?;
        let mut client = Client::open(server.address, Some(&token)).await?;
        let paths = if self.paths.is_empty() { addresses(&mut look).await? } else { self.paths.clone() };
        // Looking costs statements too.
        let first = done(&mut look).await?;
        let second = done(&mut look).await?;
        let own = (second.statements - first.statements, second.rows - first.rows);
        println!("  {:>8} {:>8} {:>5} {:>8} {:>9}  address", "first ms", "median", "sql", "rows", "bytes");
        for path in paths {
            let before = done(&mut look).await?;
            let began = Instant::now();
            let answer = client.get(&path).await?;
            let first = began.elapsed().as_secs_f64() * 1000.0;
            let after = done(&mut look).await?;
            let mut times = Vec::new();
            for _ in 0..self.times {
                let began = Instant::now();
                client.get(&path).await?;
                times.push(began.elapsed().as_secs_f64() * 1000.0);
            }
            times.sort_by(f64::total_cmp);
            let median = times.get(times.len() / 2).copied().unwrap_or(first);
            let (statements, rows) = (after.statements - before.statements - own.0, after.rows - before.rows - own.1);
            println!("  {first:8.1} {median:8.1} {statements:5} {rows:8} {:9}  {} {path}", answer.body.len(), answer.status);
        }
        server.stop()?;
        place.close().await
    }
}

async fn done(look: &mut MySqlConnection) -> anyhow::Result<Done> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SHOW GLOBAL STATUS WHERE Variable_name LIKE 'Handler_read%' OR Variable_name = 'Com_select'").fetch_all(look).await?;
    let values: HashMap<String, i64> = rows.into_iter().filter_map(|(name, value)| Some((name, value.parse().ok()?))).collect();
    let statements = values.get("Com_select").copied().context("no status")?;
    Ok(Done { statements, rows: values.iter().filter(|(name, _)| name.starts_with("Handler_read")).map(|(_, value)| value).sum() })
}

/// The addresses of the pages, with ids of the data set in them.
async fn addresses(look: &mut MySqlConnection) -> anyhow::Result<Vec<String>> {
    let tenant: i64 = sqlx::query_scalar("SELECT MIN(id) FROM tenant").fetch_one(&mut *look).await?;
    let (variant, item): (uuid::Uuid, uuid::Uuid) =
        sqlx::query_as("SELECT id, item_id FROM variant WHERE tenant_id = ? ORDER BY id LIMIT 1").bind(tenant).fetch_one(&mut *look).await?;
    let (posting,): (uuid::Uuid,) =
        sqlx::query_as("SELECT id FROM posting WHERE tenant_id = ? ORDER BY id LIMIT 1").bind(tenant).fetch_one(&mut *look).await?;
    let (store, location): (uuid::Uuid, uuid::Uuid) =
        sqlx::query_as("SELECT store_id, id FROM location WHERE tenant_id = ? AND is_default ORDER BY store_id LIMIT 1")
            .bind(tenant)
            .fetch_one(&mut *look)
            .await?;
    let (category,): (uuid::Uuid,) =
        sqlx::query_as("SELECT id FROM category WHERE tenant_id = ? ORDER BY name LIMIT 1").bind(tenant).fetch_one(look).await?;
    let mut paths: Vec<String> = [
        "/",
        "/?store=S1",
        "/catalog/items",
        "/catalog/items?state=active",
        "/catalog/items?state=archived",
        "/catalog/items?q=a",
        "/catalog/items?q=set",
        "/catalog/items?q=red%20wooden%20set%20of",
        "/catalog/items?q=zzzz",
        "/catalog/categories",
        "/catalog/scan?code=A000001",
        "/stock",
        "/stock?store=S1",
        "/stock?q=g",
        "/stock?q=red%20wooden%20set%20of",
        "/stock?q=set%20of%20large%20gift",
        "/stock?view=out",
        "/stock?view=low",
        "/stock?view=oversold",
        "/stock?view=oversold&store=S1",
        "/stock/movements",
        "/stock/movements?store=S1",
        "/stock/movements?kind=sale",
        "/stock/movements?kind=count",
        "/stock/movements?kind=adjustment&store=S1",
        "/stock/movements?from=2026-01-01&to=2026-02-01",
        "/stock/counts",
        "/stock/counts/new",
        "/stock/transfers",
        "/stock/transfers/new",
        "/stock/stores",
        "/stock/stores/S1/history",
        "/stock/stores?q=s1",
        "/stock/receive",
        "/stock/sell",
        "/stock/receive?q=set",
        "/notify/labels",
        "/notify/labels?q=set",
        "/admin/imports",
        "/admin/imports?state=done&kind=catalog",
        "/admin/verify",
        "/admin/people",
        "/admin/settings",
        "/admin/settings/history",
        "/floor",
    ]
    .map(String::from)
    .to_vec();
    paths.extend([
        format!("/catalog/items?category={category}"),
        format!("/catalog/items?category={category}&q=set"),
        format!("/catalog/items/{item}"),
        format!("/catalog/items/{item}/history"),
        format!("/catalog/variants/{variant}"),
        format!("/stock/movements?variant={variant}"),
        format!("/stock/movements?variant={variant}&kind=count"),
        format!("/stock/movements?location={location}"),
        format!("/stock/why?variant={variant}&store={store}"),
        format!("/stock/postings/{posting}"),
        format!("/stock/stores/{store}"),
        format!("/api/v1/stock/{variant}"),
    ]);
    for typed in [
        "a",
        "g",
        "s",
        "se",
        "set",
        "red",
        "re%20se",
        "s%20o",
        "g%20l",
        "set%20of",
        "set%20of%203",
        "red%20wooden%20set%20of",
        "large%20gift",
        "gift%20large%20heart",
        "zz",
        "zz%20a",
        "a0",
        "A000001",
        "500000000",
    ] {
        paths.push(format!("/api/v1/variants?q={typed}"));
    }
    Ok(paths)
}
