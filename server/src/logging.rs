//! Logs: one line per event, to standard error; JSON with `STOCKROOM_LOG_FORMAT=json`, levels with `STOCKROOM_LOG`.

use std::{io::IsTerminal, sync::OnceLock};
use tracing_subscriber::{EnvFilter, Registry, fmt, layer::SubscriberExt, reload, util::SubscriberInitExt};

const LOUD: &str = "info,sqlx=warn,hyper=warn";
const QUIET: &str = "warn";

/// Set where nobody asked for levels of their own.
static LEVELS: OnceLock<reload::Handle<EnvFilter, Registry>> = OnceLock::new();

/// `quiet`: a command whose own words are what somebody reads tells only of what goes wrong.
pub fn start(quiet: bool) {
    let filter = match EnvFilter::try_from_env("STOCKROOM_LOG") {
        Ok(asked) => reload::Layer::new(asked).0,
        Err(_) => {
            let (filter, levels) = reload::Layer::new(EnvFilter::new(if quiet { QUIET } else { LOUD }));
            LEVELS.set(levels).ok();
            filter
        }
    };
    let json = std::env::var("STOCKROOM_LOG_FORMAT").is_ok_and(|format| format == "json");
    let base = tracing_subscriber::registry().with(filter);
    if json {
        base.with(fmt::layer().json().with_writer(std::io::stderr)).init();
    } else {
        base.with(fmt::layer().compact().with_ansi(std::io::stderr().is_terminal()).with_target(false).with_writer(std::io::stderr)).init();
    }
}

/// Does something of hundreds of operations that nobody would read of, telling only of what goes wrong.
pub async fn hushed<T>(what: impl Future<Output = T>) -> T {
    let set = |level: &str| LEVELS.get().map(|levels| levels.reload(EnvFilter::new(level)));
    set(QUIET);
    let done = what.await;
    set(LOUD);
    done
}
