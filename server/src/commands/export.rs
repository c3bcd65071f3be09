//! `stockroom export`

use super::store;
use crate::{connection::Settings, wiring::Process};
use admin_rules::{ExportFile, ExportKind};
use anyhow::Context as _;
use clap::{Args, ValueEnum};
use platform::tenancy;
use std::{
    io::{self, Write},
    path::PathBuf,
};
use vocabulary::{Actor, Ask, Door, Key};

/// Write items or stock to a CSV file.
///
/// The file can be imported again and changes nothing unless it was changed. No cell of it is run as a formula by a
/// spreadsheet.
#[derive(Args)]
#[command(after_long_help = "Examples:\n  \
    stockroom export --tenant hart-finch --kind catalog --out items.csv\n  \
    stockroom export --tenant hart-finch --kind inventory --store LONDON > london.csv")]
pub struct Export {
    /// The business, by its name in URLs (see `stockroom tenant list`)
    #[arg(long)]
    tenant: String,
    /// What to write
    #[arg(long)]
    kind: Kind,
    /// Stock of this store alone, by its code
    #[arg(long, value_name = "CODE")]
    store: Option<String>,
    /// Where to write it [default: the terminal]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// A row for each variant
    Catalog,
    /// A row for each variant, place and status
    Inventory,
    /// Stock by store, in Shopify's layout
    ShopifyInventory,
}

impl Export {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let opened = settings.open(false).await?;
        let process = Process::new(opened.database.clone());
        let tenant = tenancy::by_slug(&opened.database, &self.tenant).await.map_err(|_| anyhow::anyhow!("there is no tenant {}", self.tenant))?;
        let actor = Actor::system(tenant, Door::Command);
        let store = match &self.store {
            None => None,
            Some(code) => Some(store::by_code(&process, &actor, code).await?),
        };
        let mut to: Box<dyn Write> = match &self.out {
            Some(file) => Box::new(io::BufWriter::new(std::fs::File::create(file).with_context(|| format!("{} cannot be written", file.display()))?)),
            None => Box::new(io::stdout().lock()),
        };
        let kind = match self.kind {
            Kind::Catalog => ExportKind::Catalog,
            Kind::Inventory => ExportKind::Inventory,
            Kind::ShopifyInventory => ExportKind::ShopifyInventory,
        };
        let mut cursor = None;
        loop {
            let portion = process.desk.run(Ask::new(&actor, Key::random(), ExportFile { kind, store, cursor })).await?;
            to.write_all(portion.text.as_bytes())?;
            cursor = portion.next;
            if cursor.is_none() {
                break;
            }
        }
        to.flush()?;
        drop(to);
        opened.close().await
    }
}
