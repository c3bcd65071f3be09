//! `stockroom import`

use super::store;
use crate::{connection::Settings, wiring::Process};
use admin_rules::{Answers, AsideFile, ImportState, ImportView, PlaceAnswer, ShowImport, StartImport};
use anyhow::Context as _;
use clap::{Args, ValueEnum};
use platform::{jobs::Runner, tenancy};
use std::{io::Write as _, path::PathBuf, time::Duration};
use vocabulary::{Actor, AppError, Ask, Door, ImportId, Key, Locale, TenantId};
use words::{Words, message_id};

/// Bring a file of items, stock or sales in.
///
/// The file is checked first: what is new, changed, unchanged and set aside is printed, and with --dry-run that is all.
/// Rows that cannot be taken are written beside the file with a column of what is wrong; mend them there and import that
/// file. The same file again changes nothing.
///
/// Exit codes: 0 all rows went in; 1 rows were set aside; 2 nothing was imported.
#[derive(Args)]
#[command(after_long_help = "Examples:\n  \
    stockroom import --tenant hart-finch products_export.csv --dry-run\n  \
    stockroom import --tenant hart-finch --kind inventory --source shopify inventory_export.csv --location 'High Street=LONDON'\n  \
    stockroom import --tenant hart-finch --kind sales till-2026-11-24.csv --store LONDON")]
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
    Generic,
}

#[derive(Clone, Copy, ValueEnum)]
enum Dates {
    DayFirst,
    MonthFirst,
}

/// Exit codes.
const SOME_ASIDE: u8 = 1;
const NOTHING_DONE: u8 = 2;

impl Import {
    /// Answers the exit code.
    pub async fn run(self, settings: Settings) -> anyhow::Result<u8> {
        let file = std::fs::File::open(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?;
        let locale = Locale::of_tag(&self.language).context("the language is one of en, de, fr, es, ar")?;
        let opened = settings.open(false).await?;
        let process = Process::new(opened.database.clone());
        let runner = process.runner(opened.seal_key()?);
        let outcome = self.bring(&process, &runner, file, locale).await;
        opened.close().await?;
        outcome
    }

    async fn bring(&self, process: &Process, runner: &Runner, file: std::fs::File, locale: Locale) -> anyhow::Result<u8> {
        let tenant =
            tenancy::by_slug(process.desk.database(), &self.tenant).await.map_err(|_| anyhow::anyhow!("there is no tenant {}", self.tenant))?;
        let work = Work {
            process,
            runner,
            actor: Actor { locale, ..Actor::system(tenant, Door::Command) },
            words: Words::new(locale, chrono_tz::UTC, process.desk.database().now()),
        };
        let answers = self.answers(&work, tenant).await?;
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let begun = match admin::imports::upload::file(&process.desk, &work.actor, &name, file, answers).await {
            Ok(begun) => begun,
            Err(error) => return Ok(work.refused(&error)),
        };
        let view = work.settled(begun.import).await?;
        if view.state != ImportState::Ready {
            work.explain(&view);
            return Ok(NOTHING_DONE);
        }
        work.tell(&view);
        let view = if self.dry_run {
            println!("{}", work.words.t("import-nothing-written"));
            view
        } else {
            if let Err(error) = process.desk.run(Ask::new(&work.actor, Key::random(), StartImport { import: begun.import })).await {
                return Ok(work.refused(&error));
            }
            let view = work.settled(begun.import).await?;
            if view.state != ImportState::Done {
                work.explain(&view);
                return Ok(NOTHING_DONE);
            }
            println!("{}", work.words.t("import-done-title"));
            work.tell(&view);
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

    async fn answers(&self, work: &Work<'_>, tenant: TenantId) -> anyhow::Result<Answers> {
        let actor = Actor::system(tenant, Door::Command);
        let mut places = Vec::new();
        for location in &self.locations {
            let (name, code) = location.rsplit_once('=').with_context(|| format!("--location is written 'NAME=CODE', not {location}"))?;
            let store = match code.trim() {
                "" => None,
                code => Some(store::by_code(work.process, &actor, code).await?),
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
            (Source::Generic, _) => Some("generic"),
        };
        let store = match &self.store {
            Some(code) => Some(store::by_code(work.process, &actor, code).await?),
            None => None,
        };
        Ok(Answers {
            kind: kind.map(str::to_owned),
            source: source.map(str::to_owned),
            dates: self.dates.map(|dates| String::from(if matches!(dates, Dates::DayFirst) { "day_first" } else { "month_first" })),
            store,
            places,
            overwrite: self.overwrite.then_some(true),
            ..Answers::default()
        })
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

    /// Prints the figures, and what is told beside them.
    fn tell(&self, view: &ImportView) {
        let (words, tally) = (self.words, &view.tally);
        if let Some(facts) = &view.facts {
            let source = words.t(&message_id("import-source", &facts.source));
            println!("{} · {}", view.name, words.with("import-read-as", &[("rows", facts.rows.into()), ("source", source.into())]));
        }
        for (id, rows) in [
            ("import-tally-new", tally.new),
            ("import-tally-changed", tally.changed),
            ("import-tally-unchanged", tally.unchanged),
            ("import-tally-refused", tally.refused),
        ] {
            println!("  {:<14} {:>9}", words.t(id), words.count(i64::try_from(rows).unwrap_or(i64::MAX)));
        }
        if !(tally.more.is_zero() && tally.less.is_zero()) {
            println!("  {:<14} {:>9}", words.t("import-tally-stock"), words.delta(tally.more - tally.less));
        }
        for (id, rows) in [
            ("import-told-not-known", tally.not_known),
            ("import-told-not-stock", tally.not_stock),
            ("import-told-left-out", tally.left_out),
            ("import-told-stale", tally.stale),
            ("import-told-short", tally.short),
        ] {
            if rows > 0 {
                println!("  {}", words.with(id, &[("count", rows.into())]));
            }
        }
        if let Some(facts) = view.facts.as_ref().filter(|facts| !facts.unread.is_empty()) {
            println!("  {}", words.with("import-told-unread", &[("columns", words.list(&facts.unread).into())]));
        }
    }

    /// Says why nothing was imported, and what to do.
    fn explain(&self, view: &ImportView) {
        if let Some(problem) = &view.problem {
            eprintln!("{}", self.words.said(problem));
        }
        for place in &view.found.unknown {
            eprintln!("  --location '{}=CODE'   ({})", place.name, place.rows);
        }
        if view.found.homeless > 0 {
            eprintln!("  --store CODE");
        }
        if view.problem.as_ref().is_some_and(|said| said.code.starts_with("import-dates-")) {
            eprintln!("  --dates day-first | --dates month-first");
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
