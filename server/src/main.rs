//! `stockroom`: one binary, many roles.

mod commands;
mod connection;
mod demo;
mod http;
mod lan;
mod logging;
mod rest;
mod rooms;
mod secret;
mod wiring;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Rendering a page is mostly small allocations, which this one is quick at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Store inventory: what you have, where, worth how much, and what to do next.
#[derive(Parser)]
#[command(name = "stockroom", version, about, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    connection: connection::Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages and the API; works off jobs too, unless told otherwise
    Serve(commands::serve::Serve),
    /// Work off jobs, and nothing else
    Worker(commands::worker::Worker),
    /// Bring the database up to date
    Migrate(commands::migrate::Migrate),
    /// Make a tenant with its owner
    Tenant(commands::tenant::Tenant),
    /// Load the demo retailers
    Demo(commands::demo::Demo),
    /// Queue a job of a kind, or run everything that is due
    Job(commands::job::Job),
    /// Bring a file of items, stock or sales in
    Import(commands::import::Import),
    /// Write items or stock to a file
    Export(commands::export::Export),
    /// Print labels into a PDF
    Labels(commands::labels::Labels),
    /// Prove the books: re-add the ledger and compare; ends with 1 if anything is wrong
    Verify(commands::verify::Verify),
    /// Look at everything Stockroom stands on, and say how to mend what is wrong
    Doctor(commands::doctor::Doctor),
    /// Print the API's document (OpenAPI 3.1)
    Openapi,
    /// Print every address prefix with its room
    Routes(commands::routes::Routes),
}

fn main() -> anyhow::Result<ExitCode> {
    // One crypto provider for everything that speaks TLS; chosen before anything can ask.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let cli = Cli::parse();
    logging::start(matches!(cli.command, Command::Import(_) | Command::Export(_)));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(async move {
        any_spawner::Executor::init_tokio().ok();
        match cli.command {
            Command::Serve(command) => command.run(cli.connection).await,
            Command::Worker(command) => command.run(cli.connection).await,
            Command::Migrate(command) => command.run(cli.connection).await,
            Command::Tenant(command) => command.run(cli.connection).await,
            Command::Demo(command) => command.run(cli.connection).await,
            Command::Job(command) => command.run(cli.connection).await,
            Command::Import(command) => return Ok(ExitCode::from(command.run(cli.connection).await?)),
            Command::Export(command) => command.run(cli.connection).await,
            Command::Labels(command) => command.run(cli.connection).await,
            Command::Verify(command) => return command.run(cli.connection).await,
            Command::Doctor(command) => return command.run(cli.connection).await,
            Command::Openapi => commands::openapi::run(),
            Command::Routes(command) => command.run(),
        }?;
        Ok(ExitCode::SUCCESS)
    });
    // Everything that must be finished has been waited for; nothing else may keep the process.
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    outcome
}
