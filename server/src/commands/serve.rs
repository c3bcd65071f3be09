//! `stockroom serve`

use crate::{
    commands::stop_signal,
    connection::{Opened, Settings},
    demo,
    http::{self, Entrance, listen::Peers},
    lan::Lan,
    rooms::Rooms,
    wiring::Process,
};
use anyhow::Context as _;
use clap::Args;
use platform::tenancy;
use std::{io::ErrorKind, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::watch, task::JoinSet};

#[derive(Args)]
pub struct Serve {
    /// Where to listen
    #[arg(long, env = "STOCKROOM_ADDR", default_value = "127.0.0.1:3000")]
    addr: SocketAddr,
    /// The built files of the browser
    #[arg(long, env = "STOCKROOM_SITE", default_value = "target/site")]
    site: PathBuf,
    /// The rooms to answer for: all, or some by name, with commas between
    #[arg(long, env = "STOCKROOM_ROOMS", default_value = "all")]
    rooms: Rooms,
    /// Load the demo retailers first, into the embedded database only, and print how to sign in
    #[arg(long)]
    demo: bool,
    /// Leave jobs to a worker
    #[arg(long)]
    no_jobs: bool,
    /// Cookies for https only; on unless one listens on this machine alone
    #[arg(long, env = "STOCKROOM_SECURE_COOKIES")]
    secure_cookies: Option<bool>,
    /// Serve phones on this network as well, over https; prints a code for their cameras
    #[arg(long)]
    lan: bool,
    /// Where to listen for them
    #[arg(long, env = "STOCKROOM_LAN_ADDR", default_value = "0.0.0.0:3443")]
    lan_addr: SocketAddr,
    /// Seconds to go on serving after one is asked to stop, not ready any more: for balancers that take a while to notice
    #[arg(long, env = "STOCKROOM_DRAIN", default_value_t = 0)]
    drain: u64,
}

impl Serve {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        // Before anything is started: a port that is taken is the commonest mistake, and the cheapest to find.
        let plain = bind(self.addr, "STOCKROOM_ADDR").await?;
        let lan = if self.lan { Some(bind(self.lan_addr, "STOCKROOM_LAN_ADDR").await?) } else { None };
        let asked = stop_signal();
        let opened = settings.open(false).await?;
        // Whatever happens, the database is left as it should be left.
        let served = self.serve(&settings, &opened, plain, lan, asked).await;
        let closed = opened.close().await;
        served.and(closed)
    }

    async fn serve(
        &self,
        settings: &Settings,
        opened: &Opened,
        plain: TcpListener,
        lan: Option<TcpListener>,
        asked: watch::Receiver<bool>,
    ) -> anyhow::Result<()> {
        let process = Process::of(opened.database.clone(), self.rooms.clone());
        if self.demo {
            anyhow::ensure!(opened.is_embedded, "the demo goes into the embedded database only; for another, run `stockroom demo load`");
            let logins = demo::load(&process, &settings.data).await?;
            demo::print(&logins);
        } else if tenancy::count(&opened.database).await.context("the database is not migrated: run `stockroom migrate`")? == 0 {
            tracing::warn!("no tenant yet: run `stockroom tenant create --help`");
        }
        let stop = after(asked.clone(), Duration::from_secs(self.drain));
        let mut doors = JoinSet::new();
        let mut trust = None;
        if let Some(listener) = lan {
            let lan = Lan::open(&settings.data, listener.local_addr()?)?;
            trust = Some(lan.trust());
            let entrance = Entrance { secure: true, trust: trust.clone(), stopping: asked.clone() };
            let router = http::router(&process, &self.site, &entrance)?;
            doors.spawn(http::listen::serve(listener, router, Some(lan.acceptor()?), Peers::Neighbours, stop.clone()));
            lan.invite();
            doors.spawn(lan.keep(stop.clone()));
        }
        let secure = self.secure_cookies.unwrap_or(!self.addr.ip().is_loopback());
        let router = http::router(&process, &self.site, &Entrance { secure, trust, stopping: asked.clone() })?;
        println!("Stockroom is at http://{}", plain.local_addr()?);
        doors.spawn(http::listen::serve(plain, router, None, Peers::All, stop));
        if !self.no_jobs {
            let runner = Arc::new(process.runner(opened.seal_key()?));
            // No new job from the moment one is asked to stop; the one that runs is finished.
            doors.spawn(runner.run(asked));
        }
        while let Some(ended) = doors.join_next().await {
            ended?;
        }
        tracing::info!("stopped");
        Ok(())
    }
}

/// Takes an address, or says why it cannot be had.
async fn bind(address: SocketAddr, variable: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}")).map_err(|error| {
        let kind = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        match kind {
            Some(ErrorKind::AddrInUse) => {
                let (ip, next) = (address.ip(), address.port().saturating_add(1));
                error.context(format!("{address} is taken: does another Stockroom run? Stop it, or choose another port: {variable}={ip}:{next}"))
            }
            Some(ErrorKind::PermissionDenied) => error.context(format!("{address} is not for this user: ports below 1024 need root; set {variable}")),
            Some(ErrorKind::AddrNotAvailable) => error.context(format!("{} is no address of this machine; set {variable}", address.ip())),
            _ => error,
        }
    })
}

/// Turns true so much later than `asked` does.
fn after(mut asked: watch::Receiver<bool>, pause: Duration) -> watch::Receiver<bool> {
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        let _ = asked.wait_for(|asked| *asked).await;
        tokio::time::sleep(pause).await;
        let _ = stop.send(true);
    });
    stopped
}
