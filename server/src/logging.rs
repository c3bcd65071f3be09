//! Logs: one line per event, to standard error; JSON with `STOCKROOM_LOG_FORMAT=json`, levels with `STOCKROOM_LOG`.

use std::io::IsTerminal;
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// `quiet`: a command whose own words are what somebody reads tells only of what goes wrong.
pub fn start(quiet: bool) {
    let filter =
        EnvFilter::try_from_env("STOCKROOM_LOG").unwrap_or_else(|_| EnvFilter::new(if quiet { "warn" } else { "info,sqlx=warn,hyper=warn" }));
    let json = std::env::var("STOCKROOM_LOG_FORMAT").is_ok_and(|format| format == "json");
    let base = tracing_subscriber::registry().with(filter);
    if json {
        base.with(fmt::layer().json().with_writer(std::io::stderr)).init();
    } else {
        base.with(fmt::layer().compact().with_ansi(std::io::stderr().is_terminal()).with_target(false).with_writer(std::io::stderr)).init();
    }
}
