//! Where it is measured: a data folder with the embedded database in it, as `make run` has it, and the release server.

use crate::{Settings, client::Client};
use anyhow::{Context as _, ensure};
use platform::{Database, embedded::Embedded, migrate};
use serde_json::json;
use sqlx::{ConnectOptions as _, MySqlConnection};
use std::{
    fs::File,
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// Of everybody who signs in.
pub const PASSWORD: &str = "a long enough password";

pub struct Place {
    pub data: PathBuf,
    pub embedded: Embedded,
    is_ours: bool,
}

impl Place {
    /// # Errors
    /// When the database does not start.
    pub async fn open(settings: &Settings) -> anyhow::Result<Self> {
        let (data, is_ours) = match &settings.data {
            Some(data) => (data.clone(), false),
            None => {
                let data = std::env::temp_dir().join(format!("stockroom-bench-{}", std::process::id()));
                // Started by root, the database is another user, who has to pass through.
                std::fs::create_dir(&data)?;
                ensure!(Command::new("chmod").arg("755").arg(&data).status()?.success(), "chmod failed");
                (data.join("data"), true)
            }
        };
        let embedded = Embedded::start(&data).await?;
        let urls = embedded.urls();
        migrate::migrate(&urls.migrate).await?;
        migrate::grant(&urls.migrate, "'stockroom_app'@'localhost'").await?;
        Ok(Self { data, embedded, is_ours })
    }

    /// # Errors
    /// When the database is down.
    pub fn database_pid(&self) -> anyhow::Result<u32> {
        self.embedded.pid().context("the database is down")
    }

    /// # Errors
    /// Never: the URL is ours.
    pub fn database(&self, size: u32) -> anyhow::Result<Database> {
        Ok(Database::open(&self.embedded.urls().app, size)?)
    }

    /// A connection that may make tables: for probes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn connection(&self) -> anyhow::Result<MySqlConnection> {
        let options = platform::db::connect_options(&self.embedded.urls().migrate)?;
        Ok(options.disable_statement_logging().connect().await?)
    }

    /// # Errors
    /// When the database does not stop.
    pub async fn close(self) -> anyhow::Result<()> {
        self.embedded.stop().await?;
        if let Some(root) = self.data.parent().filter(|_| self.is_ours) {
            std::fs::remove_dir_all(root)?;
        }
        Ok(())
    }
}

/// A program of ours that serves.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

/// The server that is measured: the one that was built beside this program.
///
/// # Errors
/// When this program's path cannot be read.
pub fn stockroom() -> anyhow::Result<PathBuf> {
    match std::env::var_os("STOCKROOM_BENCH_BIN") {
        Some(path) => Ok(path.into()),
        None => Ok(std::env::current_exe()?.with_file_name("stockroom")),
    }
}

impl Server {
    /// `stockroom serve` on the folder.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(place: &Place, arguments: &[&str]) -> anyhow::Result<Self> {
        let mut command = Command::new(stockroom()?);
        command.arg("serve").args(arguments).env("STOCKROOM_DATA", &place.data).env("STOCKROOM_ADDR", "127.0.0.1:0");
        command.env_remove("DATABASE_URL").env_remove("MIGRATE_DATABASE_URL");
        Self::spawn(command, &place.data, "Stockroom is at http://")
    }

    /// A program that prints where it serves, after some words.
    ///
    /// # Errors
    /// When it does not.
    pub fn spawn(mut command: Command, data: &Path, words: &str) -> anyhow::Result<Self> {
        let log = File::options().append(true).create(true).open(data.join("bench.log"))?;
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn()?;
        let mut lines = BufReader::new(child.stdout.take().context("no output")?).lines();
        let address = loop {
            let line = lines.next().context("it ended before it served: see bench.log in the data folder")??;
            if let Some((_, address)) = line.split_once(words) {
                break address.trim().parse()?;
            }
        };
        // Read to the end, or it would stop at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { child, address })
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Signs in; returns the token.
    ///
    /// # Errors
    /// When it is refused.
    pub async fn sign_in(&self, email: &str) -> anyhow::Result<String> {
        let body = json!({ "email": email, "password": PASSWORD }).to_string();
        let answer = Client::open(self.address, None).await?.post("/api/v1/sessions", "application/json", body.as_bytes()).await?.good()?;
        Ok(answer.json()?["token"].as_str().context("no token")?.to_owned())
    }

    /// `kill -9`: no handler runs, nothing is flushed.
    ///
    /// # Errors
    /// When it cannot be waited for.
    pub fn kill(mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// # Errors
    /// When it cannot be waited for.
    pub fn stop(mut self) -> anyhow::Result<()> {
        Command::new("/bin/sh").args(["-c", "kill -TERM \"$0\"", &self.child.id().to_string()]).status()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
