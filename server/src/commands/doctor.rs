//! `stockroom doctor`

use crate::connection::Settings;
use clap::Args;
use platform::{
    doctor::{Finding, Level, door, examine},
    embedded::{Embedded, find_server},
    migrate,
};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

#[derive(Args)]
pub struct Doctor {
    /// Where `serve` would listen
    #[arg(long, env = "STOCKROOM_ADDR", default_value = "127.0.0.1:3000")]
    addr: SocketAddr,
    /// The built files of the browser
    #[arg(long, env = "STOCKROOM_SITE", default_value = "target/site")]
    site: PathBuf,
}

impl Doctor {
    /// Looks at everything that Stockroom stands on: 0 when it can work, 1 when something must be mended first.
    pub async fn run(self, settings: Settings) -> anyhow::Result<ExitCode> {
        let mut worst = Level::Good;
        let database = match settings.given() {
            Ok(Some((app, migrator))) => {
                println!("Database (DATABASE_URL)");
                let mut found = examine(&app, crate::connection::pool_size()).await;
                if migrator != app {
                    // The user that migrates needs no judging of its rights: it is meant to have them all.
                    let ends_well = examine(&migrator, 1).await.into_iter().find(|one| one.level == Level::Bad && !one.what.contains("lacks rights"));
                    found.push(match ends_well {
                        Some(bad) => Finding { what: format!("MIGRATE_DATABASE_URL: {}", bad.what), ..bad },
                        None => Finding::good("MIGRATE_DATABASE_URL signs in."),
                    });
                }
                found
            }
            Ok(None) => {
                println!("Database (its own, in {})", settings.data.display());
                embedded(&settings.data).await
            }
            Err(error) => vec![Finding::bad(format!("{error:#}.")).mend("point the …_FILE variable at a file this user may read")],
        };
        worst = worst.max(told(&database));
        println!("\nServing");
        worst = worst.max(told(&[door(self.addr).await, site(&self.site)]));
        let (words, code) = match worst {
            Level::Good => ("All is well.", ExitCode::SUCCESS),
            Level::Notice => ("It works; what is marked ! will surprise somebody.", ExitCode::SUCCESS),
            Level::Bad => ("What is marked x must be mended first.", ExitCode::FAILURE),
        };
        println!("\n{words}");
        Ok(code)
    }
}

/// Prints findings, each with what mends it; says how bad the worst is.
fn told(found: &[Finding]) -> Level {
    for finding in found {
        let mark = match finding.level {
            Level::Good => '+',
            Level::Notice => '!',
            Level::Bad => 'x',
        };
        println!("  {mark} {}", finding.what);
        for line in &finding.mend {
            println!("      -> {line}");
        }
    }
    found.iter().map(|finding| finding.level).max().unwrap_or(Level::Good)
}

/// The private database: started, or joined where it runs, looked at, and left as it was.
async fn embedded(data: &Path) -> Vec<Finding> {
    // Looking must not make one.
    if !data.join("db").exists() {
        return vec![match find_server().await {
            Ok(engine) => Finding::good(format!("There is none yet; `stockroom serve` makes one in {}, with {engine}.", data.display())),
            Err(error) => Finding::bad(format!("[{}] {error}.", error.code())),
        }];
    }
    let server = match Embedded::start(data).await {
        Ok(server) => server,
        // These errors say themselves what to do.
        Err(error) => return vec![Finding::bad(format!("[{}] {error}.", error.code()))],
    };
    let urls = server.urls();
    let mut found =
        vec![Finding::good(format!("The server answers at {} (process {}).", server.socket().display(), server.pid().unwrap_or_default()))];
    // The other commands bring it up to date when they open it; who looks changes nothing. Its tables and rights are worth
    // a look only when it is.
    match migrate::behind(&urls.migrate).await {
        Ok(Some(0)) => found.extend(examine(&urls.app, crate::connection::pool_size()).await),
        Ok(behind) => found.push(Finding::notice(match behind {
            Some(behind) => format!("It is {behind} migrations behind this program; `stockroom serve` brings it up to date as it starts."),
            None => String::from("It has no tables yet; `stockroom serve` makes them as it starts."),
        })),
        Err(error) => found.push(Finding::bad(format!("It cannot be read: {error}.")).mend(format!("tail {}", server.log().display()))),
    }
    if let Err(error) = server.stop().await {
        found.push(Finding::notice(format!("{error}.")));
    }
    found
}

fn site(site: &Path) -> Finding {
    match crate::http::assets::version(site) {
        Ok(version) => Finding::good(format!("The browser's files are built ({version}).")),
        Err(_) => Finding::bad(format!("The browser's files are not in {}: pages would have no style.", site.display()))
            .mend("make build   # or STOCKROOM_SITE=/where/they/are"),
    }
}
