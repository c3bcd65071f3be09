//! `make bench`: how quick it is, as ratios to a probe that is measured in the same run (design R18). It never asserts:
//! a machine that does other work would fail it. What must hold whatever the machine, tests count.

#![expect(clippy::float_arithmetic, reason = "ratios and milliseconds are what this program is for; no quantity is counted here")]

mod adjust;
mod client;
mod fill;
mod goods;
mod ground;
mod growth;
mod hot;
mod import;
mod labels;
mod lapse;
mod load;
mod mixed;
mod neighbour;
mod pages;
mod place;
mod postings;
mod probe;
mod report;
mod search;
mod till;
mod torture;
mod verified;
mod walk;

use clap::{Args, Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// As the server's, so that the probes that run here are not slower for another reason than their work.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures Stockroom beside probes
#[derive(Parser)]
#[command(name = "bench")]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    what: What,
}

#[derive(Args, Clone)]
struct Settings {
    /// A data folder to work on and to leave; a fresh one, gone afterwards, unless said
    #[arg(long, global = true)]
    data: Option<PathBuf>,
    /// The data set it is filled with, where it is empty
    #[arg(long, global = true, default_value = "s")]
    size: fill::Size,
    /// Pairs of product and probe, one after the other
    #[arg(long, global = true, default_value_t = 5)]
    pairs: usize,
    /// Seconds of each half of a pair, where it is a load
    #[arg(long, global = true, default_value_t = 4)]
    seconds: u64,
}

#[derive(Subcommand)]
enum What {
    /// Pages of the stock list against a bare list of fifty rows (B6)
    Pages,
    /// A thousand labels as a PDF against the same bars written by hand (B11)
    Labels,
    /// A file of 100,000 rows against the same rows inserted in batches (B12)
    Import(import::Import),
    /// Postings against single-row commits
    Postings,
    /// Single adjustments over HTTP (B1)
    Adjust,
    /// Receipts, adjustments, reservations and shipments in calls of a hundred lines (B2)
    Mixed,
    /// One item that everybody wants (B3)
    Hot,
    /// The last pieces of items, at two servers of which one, or the database, is killed (B4)
    Torture(torture::Torture),
    /// Ten thousand holds that lapse at once (B5)
    Lapse,
    /// What each question takes as the books grow (B14)
    Growth(growth::Growth),
    /// A tenant beside another that does all it can (B15)
    Neighbour,
    /// Search as one types, among 100,000 variants
    Search,
    /// Every page of a filled shop: how long, how many statements, how many rows they touch
    Walk(walk::Walk),
    /// Fill a data folder, and nothing more
    Fill,
    /// Serve the bare list (started by `pages`)
    #[command(hide = true)]
    Bare(probe::Bare),
}

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let Cli { settings, what } = Cli::parse();
    match what {
        What::Pages => pages::run(&settings).await,
        What::Labels => labels::run(&settings).await,
        What::Import(import) => import.run(&settings).await,
        What::Postings => postings::run(&settings).await,
        What::Adjust => adjust::run(&settings).await,
        What::Mixed => mixed::run(&settings).await,
        What::Hot => hot::run(&settings).await,
        What::Torture(torture) => torture.run(&settings).await,
        What::Lapse => lapse::run(&settings).await,
        What::Growth(growth) => growth.run(&settings).await,
        What::Neighbour => neighbour::run(&settings).await,
        What::Search => search::run(&settings).await,
        What::Walk(walk) => walk.run(&settings).await,
        What::Fill => fill::run(&settings).await,
        What::Bare(bare) => bare.run().await,
    }?;
    Ok(ExitCode::SUCCESS)
}
