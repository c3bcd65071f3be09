//! `stockroom labels`

use super::store;
use crate::{connection::Settings, wiring::Process};
use anyhow::Context as _;
use clap::{Args, builder::PossibleValuesParser};
use notify_rules::{LabelDpi, LabelLine, LabelPrint, LabelRequest, LabelSubject, LabelSymbology, Press as _, PrintLabels};
use platform::{OpError, tenancy};
use std::path::PathBuf;
use vocabulary::{Actor, AppError, Ask, Door, FieldError, Key, StoreId};
use words::Words;

/// Prints labels into a PDF: barcodes on their printer's own dots, refused before a sheet is spent if one would not scan
#[derive(Args)]
#[command(after_help = TEACHES)]
pub struct Labels {
    /// Whose labels: the tenant's name in URLs (`stockroom tenant list` shows them)
    #[arg(long)]
    tenant: String,
    /// The SKU of an item to print a label for; may be given many times
    #[arg(long = "sku", value_name = "SKU")]
    skus: Vec<String>,
    /// A barcode in any of its lengths, or any other code an item or a place is known by; may be given many times
    #[arg(long = "code", value_name = "CODE")]
    codes: Vec<String>,
    /// What a place's own label carries: LOC:LONDON:F1-01, or LONDON:F1-01 for short; may be given many times
    #[arg(long = "location", value_name = "LOCATION")]
    locations: Vec<String>,
    /// The sheet or roll
    #[arg(long, default_value = "a4-21", value_parser = PossibleValuesParser::new(print::SHEETS.iter().map(|sheet| sheet.code)))]
    sheet: String,
    /// How many of each label, 1 to 999
    #[arg(long, default_value_t = 1)]
    copies: u32,
    /// The first free place of the first sheet, counted along the rows from 1
    #[arg(long, default_value_t = 1)]
    start: u32,
    /// The printer's resolution; any suits every laser printer
    #[arg(long, default_value = "any", value_parser = PossibleValuesParser::new(LabelDpi::ALL.map(LabelDpi::tag)))]
    dpi: String,
    /// How codes are written; auto takes what suits each code
    #[arg(long, default_value = "auto", value_parser = PossibleValuesParser::new(LabelSymbology::ALL.map(LabelSymbology::tag)))]
    symbology: String,
    /// The store whose way of writing prices is followed, by its code
    #[arg(long)]
    store: Option<String>,
    /// Leave prices out
    #[arg(long)]
    no_price: bool,
    /// Leave SKUs out
    #[arg(long)]
    no_sku: bool,
    /// Leave names out
    #[arg(long)]
    no_name: bool,
    /// The PDF to write; what is there is replaced
    #[arg(long)]
    out: PathBuf,
}

/// What `--help` ends with.
const TEACHES: &str = "\
Examples:
  Three labels each for two items, on A4 sheets of 21:
    stockroom labels --tenant hart-finch --sku 85123A --sku 22423 --copies 3 --out labels.pdf

  The same on a sheet whose first three places are used up:
    stockroom labels --tenant hart-finch --sku 85123A --start 4 --out labels.pdf

  Shelf labels on a label printer with 203 dots to the inch:
    stockroom labels --tenant hart-finch --location LONDON:F1-01 --sheet roll-57x32 --dpi 203 \\
      --symbology qr --out shelf.pdf

Sheets:
  a4-21       A4, 21 labels of 63.5 x 38.1 mm (Avery L7160)
  letter-30   Letter, 30 labels of 2 5/8 x 1 in (Avery 5160)
  a4-65       A4, 65 labels of 38.1 x 21.2 mm (Avery L7651)
  roll-50x25  roll of 50 x 25 mm
  roll-57x32  roll of 57 x 32 mm

Print at 100 %, not fitted to the page, or the codes shrink.
docs/labels.md says which code goes where and what every refusal means.";

impl Labels {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let opened = settings.open(false).await?;
        let printed = self.print(&Process::new(opened.database.clone())).await;
        // The embedded server is left as it should be, whatever came of it.
        opened.close().await?;
        let print = printed?;
        let (labels, pages) = (if print.count == 1 { "label" } else { "labels" }, if print.pages == 1 { "page" } else { "pages" });
        println!("{} {labels} on {} {pages}: {}", print.count, print.pages, self.out.display());
        Ok(())
    }

    async fn print(&self, process: &Process) -> anyhow::Result<LabelPrint> {
        let tenant = tenancy::by_slug(process.desk.database(), &self.tenant).await.map_err(|error| match error {
            OpError::App(_) => anyhow::anyhow!("there is no tenant {}; `stockroom tenant list` shows those there are", self.tenant),
            failed => failed.into(),
        })?;
        let actor = Actor::system(tenant, Door::Command);
        let store = match &self.store {
            Some(code) => Some(store::by_code(process, &actor, code).await?),
            None => None,
        };
        let ask = Ask::new(&actor, Key::random(), PrintLabels(self.request(store)));
        let print = process.desk.run(ask).await.map_err(|error| self.told(&error, &actor, process))?;
        let drawn = print.clone();
        let pdf = tokio::task::spawn_blocking(move || notify::LabelPress.pdf(&drawn)).await??;
        std::fs::write(&self.out, pdf).with_context(|| format!("{} cannot be written", self.out.display()))?;
        Ok(print)
    }

    fn request(&self, store: Option<StoreId>) -> LabelRequest {
        let skus = self.skus.iter().map(|sku| LabelSubject::Sku(sku.clone()));
        let codes = self.codes.iter().map(|code| LabelSubject::Code(code.clone()));
        let locations = self.locations.iter().map(|code| LabelSubject::Code(scan_code(code)));
        LabelRequest {
            labels: skus.chain(codes).chain(locations).map(|subject| LabelLine { subject, copies: self.copies }).collect(),
            sheet: self.sheet.clone(),
            start: self.start,
            dpi: LabelDpi::of_tag(&self.dpi).unwrap_or_default(),
            symbology: LabelSymbology::of_tag(&self.symbology).unwrap_or_default(),
            name: !self.no_name,
            price: !self.no_price,
            sku: !self.no_sku,
            store,
        }
    }

    /// All that was refused, a line each, after what was typed.
    fn told(&self, error: &AppError, actor: &Actor, process: &Process) -> anyhow::Error {
        let words = Words::new(actor.locale, chrono_tz::UTC, process.desk.database().now());
        let AppError::Invalid { fields } = error else {
            return anyhow::anyhow!("{}", words.error(error));
        };
        let typed: Vec<&String> = self.skus.iter().chain(&self.codes).chain(&self.locations).collect();
        let lines = fields.iter().map(|field| format!("  {}{}", place(field, &typed), words.field_error(field)));
        anyhow::anyhow!("nothing was printed\n{}", lines.collect::<Vec<_>>().join("\n"))
    }
}

/// What of the command line a refusal is about.
fn place(field: &FieldError, typed: &[&String]) -> String {
    let number = field.field.strip_prefix("labels[").and_then(|rest| rest.split(']').next()).and_then(|number| number.parse::<usize>().ok());
    match number.and_then(|number| typed.get(number)) {
        Some(typed) => format!("{typed}: "),
        None if field.field == "labels" => String::new(),
        None => format!("--{}: ", field.field),
    }
}

/// `LONDON:F1-01` in full.
fn scan_code(code: &str) -> String {
    if code.starts_with("LOC:") { code.to_owned() } else { format!("LOC:{code}") }
}
