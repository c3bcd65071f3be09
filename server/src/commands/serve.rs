//! `stockroom serve`

use crate::{commands::stop_signal, connection::Settings, demo, http, wiring::Process};
use anyhow::Context as _;
use clap::Args;
use platform::tenancy;
use std::{net::SocketAddr, path::PathBuf, sync::Arc};
use tokio::net::TcpListener;

#[derive(Args)]
pub struct Serve {
    /// Where to listen
    #[arg(long, env = "STOCKROOM_ADDR", default_value = "127.0.0.1:3000")]
    addr: SocketAddr,
    /// The built files of the browser
    #[arg(long, env = "STOCKROOM_SITE", default_value = "target/site")]
    site: PathBuf,
    /// Load the demo retailers first, into the embedded database only, and print how to sign in
    #[arg(long)]
    demo: bool,
    /// Leave jobs to a worker
    #[arg(long)]
    no_jobs: bool,
    /// Cookies for https only; on unless one listens on this machine alone
    #[arg(long, env = "STOCKROOM_SECURE_COOKIES")]
    secure_cookies: Option<bool>,
}

impl Serve {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let opened = settings.open(false).await?;
        let process = Process::new(opened.database.clone());
        if self.demo {
            anyhow::ensure!(opened.is_embedded, "the demo goes into the embedded database only; for another, run `stockroom demo load`");
            let logins = demo::load(&process, &settings.data).await?;
            demo::print(&logins);
        } else if tenancy::count(&opened.database).await.context("the database is not migrated: run `stockroom migrate`")? == 0 {
            tracing::warn!("no tenant yet: run `stockroom tenant create --help`");
        }
        let secure = self.secure_cookies.unwrap_or(!self.addr.ip().is_loopback());
        let router = http::router(&process, &self.site, secure)?;
        let listener = TcpListener::bind(self.addr).await.with_context(|| format!("{} is taken: another server? set STOCKROOM_ADDR", self.addr))?;
        let stop = stop_signal();
        let jobs = if self.no_jobs {
            None
        } else {
            let runner = Arc::new(process.runner(opened.seal_key()?));
            Some(tokio::spawn(runner.run(stop.clone())))
        };
        println!("Stockroom is at http://{}", listener.local_addr()?);
        http::listen::serve(listener, router, None, stop).await;
        if let Some(jobs) = jobs {
            jobs.await?;
        }
        opened.close().await
    }
}
