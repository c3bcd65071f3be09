//! `stockroom import`

use super::{import_tell, store};
use crate::{connection::Settings, wiring::Process};
use admin_rules::{Answers, AsideFile, CheckImport, ColumnAnswer, ImportState, ImportView, ListChanges, PlaceAnswer, ShowImport, StartImport};
use anyhow::Context as _;
use clap::{Args, ValueEnum};
use platform::{jobs::Runner, tenancy};
use std::{io::Write as _, path::PathBuf, time::Duration};
use vocabulary::{Actor, AppError, Ask, Door, ImportId, Key, Locale, TenantId};
use words::Words;

/// Bring a file of items, stock or sales in.
///
/// The file is checked first: what is new, changed, unchanged and set aside is printed. With --dry-run that is all, and
/// the first changes are shown with their old values and their new ones.
///
/// What a file holds, where it comes from, how it is written and what its columns are is found out. Where that cannot be
/// told, nothing is imported and the options that answer it are printed: say them with the same command. An export of
/// Shopify, Square, WooCommerce or Stockroom needs none of them.
///
/// Rows that cannot be taken are written beside the file with a column of what is wrong; mend them there and import that
/// file. The same file again changes nothing.
///
/// Exit codes: 0 all rows went in; 1 rows were set aside; 2 nothing was imported.
#[derive(Args)]
#[command(after_long_help = "Examples:\n  \
    stockroom import --tenant hart-finch products_export.csv --dry-run\n  \
    stockroom import --tenant hart-finch --kind inventory --source shopify inventory_export.csv --location 'High Street=LONDON'\n  \
    stockroom import --tenant hart-finch --kind sales till-2026-11-24.csv --store LONDON\n\n\
A table of one's own, whose columns go by other names, with decimal commas:\n  \
    stockroom import --tenant hart-finch --kind catalog liste.csv --dry-run \\\n      \
      --map 'Artikelnummer=sku' --map 'Bezeichnung=name' --map 'VK=price' --decimal comma\n\n\
Fields of items: sku, barcode, name, description, brand, category, price, cost, unit, supplier, supplier-code, group …\n\
Fields of stock: sku, barcode, location, bin, on-hand, new-on-hand …\n\
Fields of sales: receipt, sold-at, sku, barcode, quantity, unit-price, location …\n\
All that a file's columns can be are printed where one of them is missing.")]
pub struct Import {
    /// The CSV file
    file: PathBuf,
    /// The business it is for, by its name in URLs (see `stockroom tenant list`)
    #[arg(long)]
    tenant: String,
    /// What it holds; found out unless said
    #[arg(long)]
    kind: Option<Kind>,
    /// Where it comes from
    #[arg(long, default_value = "auto")]
    source: Source,
    /// The store that rows without a location are about, by its code
    #[arg(long, value_name = "CODE")]
    store: Option<String>,
    /// Which store a location of the file is; "NAME=" leaves its rows out. May be given several times
    #[arg(long = "location", value_name = "NAME=CODE")]
    locations: Vec<String>,
    /// Which comes first in dates that could be read in two ways
    #[arg(long)]
    dates: Option<Dates>,
    /// What a column is read as; "HEADER=" reads nothing from it. Other columns stay as they were found. May be given
    /// several times
    #[arg(long = "map", value_name = "HEADER=FIELD")]
    map: Vec<String>,
    /// What sets off decimals, where numbers could be read in two ways
    #[arg(long)]
    decimal: Option<Decimal>,
    /// How letters are written; only if they look wrong
    #[arg(long)]
    encoding: Option<Encoding>,
    /// What stands between columns, where only one column was found
    #[arg(long)]
    separator: Option<Separator>,
    /// Set stock to the file's figure where ours is another and the file has only one
    #[arg(long)]
    overwrite: bool,
    /// Check only: say what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Where to write the rows that were set aside [default: FILE-set-aside.csv beside the file]
    #[arg(long, value_name = "FILE")]
    set_aside: Option<PathBuf>,
    /// The language of what is printed: en, de, fr, es or ar
    #[arg(long, default_value = "en")]
    language: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Catalog,
    Inventory,
    Sales,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Source {
    Auto,
    Shopify,
    Square,
    #[value(name = "woocommerce")]
    WooCommerce,
    Generic,
}

#[derive(Clone, Copy, ValueEnum)]
enum Dates {
    DayFirst,
    MonthFirst,
}

#[derive(Clone, Copy, ValueEnum)]
enum Decimal {
    Point,
    Comma,
}

#[derive(Clone, Copy, ValueEnum)]
enum Encoding {
    #[value(name = "utf-8")]
    Utf8,
    #[value(name = "utf-16-le")]
    Utf16Le,
    #[value(name = "utf-16-be")]
    Utf16Be,
    #[value(name = "windows-1252")]
    Windows1252,
    #[value(name = "windows-1256")]
    Windows1256,
}

#[derive(Clone, Copy, ValueEnum)]
enum Separator {
    Comma,
    Semicolon,
    Tab,
    Bar,
}

/// Exit codes.
const SOME_ASIDE: u8 = 1;
const NOTHING_DONE: u8 = 2;

/// Says why nothing was imported.
fn nothing_done(error: &anyhow::Error) -> u8 {
    eprintln!("Error: {error:#}");
    NOTHING_DONE
}

impl Import {
    /// Answers the exit code.
    pub async fn run(self, settings: Settings) -> anyhow::Result<u8> {
        // Whatever stands in the way of beginning leaves nothing imported.
        let begin = async {
            let file = std::fs::File::open(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?;
            let locale = Locale::of_tag(&self.language).context("the language is one of en, de, fr, es, ar")?;
            anyhow::Ok((file, locale, settings.open(false).await?))
        };
        let (file, locale, opened) = match begin.await {
            Ok(begun) => begun,
            Err(error) => return Ok(nothing_done(&error)),
        };
        let process = Process::new(opened.database.clone());
        let runner = process.runner(opened.seal_key()?);
        let outcome = self.bring(&process, &runner, file, locale).await;
        opened.close().await?;
        outcome
    }

    async fn bring(&self, process: &Process, runner: &Runner, file: std::fs::File, locale: Locale) -> anyhow::Result<u8> {
        let said = async {
            let tenant =
                tenancy::by_slug(process.desk.database(), &self.tenant).await.map_err(|_| anyhow::anyhow!("there is no tenant {}", self.tenant))?;
            anyhow::Ok((tenant, self.answers(process, tenant).await?))
        };
        let (tenant, answers) = match said.await {
            Ok(said) => said,
            Err(error) => return Ok(nothing_done(&error)),
        };
        let work = Work {
            process,
            runner,
            actor: Actor { locale, ..Actor::system(tenant, Door::Command) },
            words: Words::new(locale, chrono_tz::UTC, process.desk.database().now()),
        };
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let begun = match admin::imports::upload::file(&process.desk, &work.actor, &name, file, answers.clone()).await {
            Ok(begun) => begun,
            Err(error) => return Ok(work.refused(&error)),
        };
        let mut view = work.settled(begun.import).await?;
        if !self.map.is_empty() && matches!(view.state, ImportState::Ready | ImportState::Asking) {
            let Some(columns) = self.columns(&work, &view) else { return Ok(NOTHING_DONE) };
            let check = CheckImport { import: begun.import, answers: Answers { columns: Some(columns), ..answers } };
            if let Err(error) = process.desk.run(Ask::new(&work.actor, Key::random(), check)).await {
                return Ok(work.refused(&error));
            }
            view = work.settled(begun.import).await?;
        }
        if view.state != ImportState::Ready {
            import_tell::explain(work.words, &view);
            return Ok(NOTHING_DONE);
        }
        import_tell::figures(work.words, &view);
        let view = if self.dry_run {
            let changes = ListChanges { import: begun.import, kind: None, cursor: None };
            let changes = process.desk.run(Ask::new(&work.actor, Key::random(), changes)).await?;
            import_tell::changes(work.words, &view, &changes.rows);
            println!("{}", work.words.t("import-nothing-written"));
            view
        } else {
            if let Err(error) = process.desk.run(Ask::new(&work.actor, Key::random(), StartImport { import: begun.import })).await {
                return Ok(work.refused(&error));
            }
            let view = work.settled(begun.import).await?;
            if view.state != ImportState::Done {
                import_tell::explain(work.words, &view);
                return Ok(NOTHING_DONE);
            }
            println!("{}", work.words.t("import-done-title"));
            import_tell::figures(work.words, &view);
            view
        };
        if view.lists.waiting == 0 {
            return Ok(0);
        }
        let to = self.set_aside.clone().unwrap_or_else(|| {
            let stem = self.file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            self.file.with_file_name(format!("{stem}-set-aside.csv"))
        });
        work.write_aside(begun.import, &to).await?;
        println!("{}: {}", work.words.with("import-aside-title", &[("count", view.lists.waiting.into())]), to.display());
        Ok(SOME_ASIDE)
    }

    async fn answers(&self, process: &Process, tenant: TenantId) -> anyhow::Result<Answers> {
        let actor = Actor::system(tenant, Door::Command);
        let mut places = Vec::new();
        for location in &self.locations {
            let (name, code) = location.rsplit_once('=').with_context(|| format!("--location is written 'NAME=CODE', not {location}"))?;
            let store = match code.trim() {
                "" => None,
                code => Some(store::by_code(process, &actor, code).await?),
            };
            places.push(PlaceAnswer { name: name.trim().to_owned(), store });
        }
        let kind = self.kind.map(|kind| match kind {
            Kind::Catalog => "catalog",
            Kind::Inventory => "inventory",
            Kind::Sales => "sales",
        });
        let source = match (self.source, self.kind) {
            (Source::Shopify, Some(Kind::Inventory)) => Some("shopify_inventory"),
            (Source::Shopify, Some(Kind::Catalog)) => Some("shopify_products"),
            // Which of the two it is, its columns say.
            (Source::Auto | Source::Shopify, _) => None,
            (Source::Square, _) => Some("square_library"),
            (Source::WooCommerce, _) => Some("woocommerce"),
            (Source::Generic, _) => Some("generic"),
        };
        let store = match &self.store {
            Some(code) => Some(store::by_code(process, &actor, code).await?),
            None => None,
        };
        Ok(Answers {
            kind: kind.map(str::to_owned),
            source: source.map(str::to_owned),
            dates: self.dates.map(|dates| String::from(if matches!(dates, Dates::DayFirst) { "day_first" } else { "month_first" })),
            decimal: self.decimal.map(|mark| String::from(if matches!(mark, Decimal::Comma) { "comma" } else { "point" })),
            encoding: self.encoding.map(|encoding| {
                String::from(match encoding {
                    Encoding::Utf8 => "utf8",
                    Encoding::Utf16Le => "utf16_le",
                    Encoding::Utf16Be => "utf16_be",
                    Encoding::Windows1252 => "windows1252",
                    Encoding::Windows1256 => "windows1256",
                })
            }),
            delimiter: self.separator.map(|separator| {
                String::from(match separator {
                    Separator::Comma => ",",
                    Separator::Semicolon => ";",
                    Separator::Tab => "\t",
                    Separator::Bar => "|",
                })
            }),
            store,
            places,
            overwrite: self.overwrite.then_some(true),
            ..Answers::default()
        })
    }

    /// The file's columns as they were found, and as `--map` has them; what cannot be is said.
    fn columns(&self, work: &Work<'_>, view: &ImportView) -> Option<Vec<ColumnAnswer>> {
        let facts = view.facts.as_ref().filter(|facts| !facts.fields.is_empty() && facts.kind.is_some());
        let Some(facts) = facts else {
            // The columns of a known export are known; of a file that could hold anything, the kind is asked first.
            import_tell::explain(work.words, view);
            eprintln!("--map needs --kind, and --source generic where the file is an export of another system");
            return None;
        };
        let mut read: Vec<Option<String>> = facts.columns.iter().map(|column| column.field.clone()).collect();
        for map in &self.map {
            let (header, field) = map.rsplit_once('=').unwrap_or((map, ""));
            let (header, field) = (header.trim(), field.trim());
            let at = facts.columns.iter().position(|column| column.name.trim() == header);
            let known = (field.is_empty() && map.contains('=')) || facts.fields.iter().any(|tag| tag == field);
            let Some(slot) = at.filter(|_| known).and_then(|at| read.get_mut(at)) else {
                eprintln!("--map '{map}': the file has no such column, or there is no such field. Columns and fields are:");
                import_tell::columns(work.words, facts);
                return None;
            };
            *slot = Some(field.to_owned()).filter(|field| !field.is_empty());
        }
        let columns = facts.columns.iter().zip(read).enumerate();
        Some(columns.filter_map(|(column, (known, field))| Some(ColumnAnswer { column, name: known.name.clone(), field: field? })).collect())
    }
}

/// What the command works with.
struct Work<'a> {
    process: &'a Process,
    runner: &'a Runner,
    actor: Actor,
    words: Words,
}

impl Work<'_> {
    async fn see(&self, import: ImportId) -> anyhow::Result<ImportView> {
        Ok(self.process.desk.run(Ask::new(&self.actor, Key::random(), ShowImport { import })).await?)
    }

    /// Runs the import's jobs here; a server beside us may have taken one, and is waited for.
    async fn settled(&self, import: ImportId) -> anyhow::Result<ImportView> {
        loop {
            self.runner.drain().await?;
            let view = self.see(import).await?;
            if !view.state.is_busy() {
                return Ok(view);
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    fn refused(&self, error: &AppError) -> u8 {
        eprintln!("{}", self.words.error(error));
        if let AppError::Invalid { fields } = error {
            for field in fields {
                eprintln!("  {}: {}", field.field, self.words.field_error(field));
            }
        }
        NOTHING_DONE
    }

    /// Writes the rows that were set aside, as the file they came in with a column of what is wrong.
    async fn write_aside(&self, import: ImportId, to: &PathBuf) -> anyhow::Result<()> {
        let mut file = std::fs::File::create(to).with_context(|| format!("{} cannot be written", to.display()))?;
        let mut cursor = None;
        loop {
            let portion = self.process.desk.run(Ask::new(&self.actor, Key::random(), AsideFile { import, cursor })).await?;
            file.write_all(portion.text.as_bytes())?;
            cursor = portion.next;
            if cursor.is_none() {
                return Ok(());
            }
        }
    }
}
