//! B12: a retailer's file of 100,000 rows, one in a hundred of them bad: items, then what is on hand of them; by the
//! command line, and as a job of the server. Beside it the same rows put into one table with three keys, in batches.

use crate::{
    Settings,
    client::Client,
    fill, goods,
    place::{Place, Server, stockroom},
    report::{self, Pairs, cpu, forget_peak, memory, spread},
};
use anyhow::{Context as _, bail, ensure};
use catalog_rules::UpsertItem;
use clap::Args;
use sqlx::{Connection as _, MySql, QueryBuilder};
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

#[derive(Args)]
pub struct Import {
    /// Rows of each file
    #[arg(long, default_value_t = 100_000)]
    rows: usize,
}

/// Of each kind what its pairs came to.
#[derive(Default)]
struct Kind {
    pairs: Pairs,
    more: Vec<f64>,
    /// Seconds of processor time: the importing process, and the database.
    own: Vec<f64>,
    database: Vec<f64>,
}

impl Kind {
    fn add(&mut self, took: &Took, more: f64, probe: f64) {
        self.pairs.add(took.took.as_secs_f64(), probe);
        self.more.push(more);
        self.own.push(took.own / 1000.0);
        self.database.push(took.database / 1000.0);
    }
}

impl Import {
    pub async fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let place = Place::open(settings).await?;
        report::heading(&format!("B12: a file of {} rows", self.rows), &place, settings).await?;
        let files = Files::write(&place.data, self.rows)?;
        let desk = fill::desk(place.database(2)?);
        let name = std::process::id();
        // What a command holds that has next to nothing to do: the least an import can take.
        fill::open_shop(&desk, &format!("few-{name}"), 1).await?;
        let few = Files::write_named(&place.data, 10, "few-")?;
        let least = by_command(&place, &few.catalog, "catalog", &format!("few-{name}"))?.peak;
        let mut kinds = [Kind::default(), Kind::default(), Kind::default(), Kind::default()];
        for round in 0..settings.pairs {
            let (command, job) = (format!("command-{name}-{round}"), format!("job-{name}-{round}"));
            fill::open_shop(&desk, &command, 1).await?;
            fill::open_shop(&desk, &job, 1).await?;
            let [catalog, inventory, catalog_job, inventory_job] = &mut kinds;
            for (kind, file, name) in [(catalog, &files.catalog, "catalog"), (inventory, &files.inventory, "inventory")] {
                let ours = by_command(&place, file, name, &command)?;
                kind.add(&ours, ours.peak - least, probe(&place, self.rows).await?);
            }
            let server = Server::start(&place, &[])?;
            for (kind, file, name) in [(catalog_job, &files.catalog, "catalog"), (inventory_job, &files.inventory, "inventory")] {
                let ours = by_job(&place, &server, file, name, &job).await?;
                kind.add(&ours, ours.peak, probe(&place, self.rows).await?);
            }
            server.stop()?;
        }
        for (name, kind) in
            ["catalog, command", "inventory, command", "catalog, job of the server", "inventory, job of the server"].iter().zip(&kinds)
        {
            kind.pairs.print(&format!("{name}: time ÷ batched inserts"), "s", "≤ 60 s, ≤ 128 MiB more");
            println!("    memory, more: {} MiB", spread(&kind.more, 0));
            println!("    processor time: import {} s, database {} s", spread(&kind.own, 1), spread(&kind.database, 1));
        }
        println!("    load afterwards {}", report::load());
        place.close().await
    }
}

struct Files {
    catalog: PathBuf,
    inventory: PathBuf,
}

impl Files {
    fn write(folder: &Path, rows: usize) -> anyhow::Result<Self> {
        Self::write_named(folder, rows, "")
    }

    /// As Shopify exports them.
    fn write_named(folder: &Path, rows: usize, prefix: &str) -> anyhow::Result<Self> {
        let mut catalog = String::from(
            "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Barcode,Image Src,Cost per item,Status\n",
        );
        let mut inventory = String::from(
            "Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Location,Bin name,Incoming (not editable),Unavailable (not editable),\
             Committed (not editable),Available (not editable),On hand (current),On hand (new)\n",
        );
        for number in 0..rows {
            let UpsertItem { handle, name, brand, category, options, sku, price, cost, barcodes, .. } = goods::row(number);
            let (handle, name, sku) = (handle.unwrap_or_default(), name.unwrap_or_default(), sku.unwrap_or_default());
            let size = options.first().map(|(_, size)| size.as_str()).unwrap_or_default();
            let bad = number % 100 == 99;
            let price = if bad { String::from("1.234.567") } else { price.unwrap_or_default().to_string() };
            let barcode = barcodes.first().map(|barcode| barcode.code.as_str()).unwrap_or_default();
            writeln!(
                catalog,
                "{handle},{name},<p>{name}</p>,{},{},\"gift, home\",true,Size,{size},{sku},,{price},{barcode},https://example.com/{handle}.jpg,{},active",
                brand.unwrap_or_default(),
                category.unwrap_or_default(),
                cost.unwrap_or_default()
            )?;
            let on_hand = if bad { String::from("-5") } else { (number % 40).to_string() };
            writeln!(inventory, "{handle},{name},Size,{size},{sku},,GB,Store 1,,0,0,0,,,{on_hand}")?;
        }
        let files = Self { catalog: folder.join(format!("{prefix}products.csv")), inventory: folder.join(format!("{prefix}inventory.csv")) };
        fs::write(&files.catalog, catalog)?;
        fs::write(&files.inventory, inventory)?;
        Ok(files)
    }
}

/// How long an import took, and memory: a command's highest, or how much more a server held than before.
struct Took {
    took: Duration,
    peak: f64,
    /// Milliseconds of processor time: the importing process, and the database.
    own: f64,
    database: f64,
}

/// `stockroom import`: check and run.
fn by_command(place: &Place, file: &Path, kind: &str, tenant: &str) -> anyhow::Result<Took> {
    let mut command = Command::new(stockroom()?);
    command.args(["import", "--kind", kind, "--source", "shopify", "--tenant", tenant]).arg(file);
    command.env("STOCKROOM_DATA", &place.data).env_remove("DATABASE_URL").env_remove("MIGRATE_DATABASE_URL");
    let (database, log) = (place.database_pid()?, fs::File::options().append(true).create(true).open(place.data.join("bench.log"))?);
    let (began, before) = (Instant::now(), cpu(database));
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn()?;
    let (mut peak, mut own) = (0.0_f64, 0.0_f64);
    let status = loop {
        // The kernel keeps the highest itself; it must only be asked before the end.
        peak = peak.max(memory(child.id(), "VmHWM"));
        own = own.max(cpu(child.id()));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let took = began.elapsed();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut child.stdout.take().context("no output")?, &mut said)?;
    eprintln!("  {tenant} {kind}: {:.1} s, {peak:.0} MiB at most; {}", took.as_secs_f64(), said.split_whitespace().collect::<Vec<_>>().join(" "));
    ensure!(status.code().is_some_and(|code| code < 2), "{status}: {said}");
    Ok(Took { took, peak, own, database: cpu(database) - before })
}

/// Uploaded, checked and run by the server.
async fn by_job(place: &Place, server: &Server, file: &Path, kind: &str, tenant: &str) -> anyhow::Result<Took> {
    let token = server.sign_in(&fill::owner_of(tenant)).await?;
    let mut client = Client::open(server.address, Some(&token)).await?;
    forget_peak(server.pid());
    let before = memory(server.pid(), "VmRSS");
    let database = place.database_pid()?;
    let (began, cpu_before) = (Instant::now(), (cpu(server.pid()), cpu(database)));
    let bytes = fs::read(file)?;
    let begun = client.post(&format!("/api/v1/imports?name=bench.csv&kind={kind}"), "text/csv", &bytes).await?.good()?.json()?;
    let import = begun["import"].as_str().context("no import")?.to_owned();
    let uploaded = began.elapsed();
    until(&mut client, &import, "ready").await?;
    let checked = began.elapsed();
    client.post(&format!("/api/v1/imports/{import}/start"), "application/json", b"{}").await?.good()?;
    until(&mut client, &import, "done").await?;
    let took = began.elapsed();
    let peak = memory(server.pid(), "VmHWM") - before;
    eprintln!(
        "  {tenant} {kind}: here after {:.1} s, checked {:.1}, written {:.1}; {peak:.0} MiB more than the {before:.0} before",
        uploaded.as_secs_f64(),
        checked.as_secs_f64(),
        took.as_secs_f64()
    );
    Ok(Took { took, peak, own: cpu(server.pid()) - cpu_before.0, database: cpu(database) - cpu_before.1 })
}

async fn until(client: &mut Client, import: &str, state: &str) -> anyhow::Result<()> {
    loop {
        let view = client.get(&format!("/api/v1/imports/{import}")).await?.good()?.json()?;
        match view["state"].as_str() {
            Some(now) if now == state => return Ok(()),
            Some("uploading" | "checking" | "running") => tokio::time::sleep(Duration::from_millis(100)).await,
            _ => bail!("it does not become {state}: {view}"),
        }
    }
}

/// The same rows into one table with three more keys, 500 at a time, each batch committed; in seconds.
async fn probe(place: &Place, rows: usize) -> anyhow::Result<f64> {
    let mut connection = place.connection().await?;
    sqlx::query("DROP TABLE IF EXISTS bench_row").execute(&mut connection).await?;
    sqlx::query(
        "CREATE TABLE bench_row (id BIGINT NOT NULL PRIMARY KEY, handle VARCHAR(255) NOT NULL, name VARCHAR(200) NOT NULL, sku VARCHAR(64) NOT NULL, \
         code VARCHAR(64) NOT NULL, price DECIMAL(19,6) NOT NULL, KEY by_name (name), KEY by_sku (sku), KEY by_code (code)) ENGINE=InnoDB",
    )
    .execute(&mut connection)
    .await?;
    let all: Vec<(usize, UpsertItem)> = (0..rows).map(|number| (number, goods::row(number))).collect();
    let began = Instant::now();
    for rows in all.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO bench_row (id, handle, name, sku, code, price) ");
        insert.push_values(rows, |mut values, (number, row)| {
            let code = row.barcodes.first().map(|barcode| barcode.code.as_str()).unwrap_or_default();
            values.push_bind(*number as u64).push_bind(row.handle.as_deref()).push_bind(row.name.as_deref()).push_bind(row.sku.as_deref());
            values.push_bind(code).push_bind(row.price);
        });
        insert.build().execute(&mut connection).await?;
    }
    let took = began.elapsed().as_secs_f64();
    connection.close().await?;
    Ok(took)
}
