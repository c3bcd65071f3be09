//! The embedded database (design R2): with no `DATABASE_URL`, Stockroom starts and owns a private MariaDB or MySQL under
//! its data folder: no system service, no port, a socket that only this user reaches.
//!
//! The first process starts the server; others join it; the last to leave stops it. Nothing depends on a process
//! leaving properly: locks end with their holder, and whoever comes next finds the server alive and joins it, or dead
//! and lets it recover. While a process is in, it also watches the server and starts it again should it die.

mod engine;
mod error;
mod folder;
mod locks;
mod memory;
mod secrets;
mod server;
#[cfg(test)]
mod tests;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;

pub use engine::{Engine, Flavour};
pub use error::EmbeddedError;
pub use folder::default_folder;

use folder::Folder;
use locks::{Gate, Registration};
use secrets::{DATABASE, Secrets};
use server::Server;

/// What an operator may set; [`Options::from_env`] reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// `STOCKROOM_EMBEDDED_SERVER`: the server program, when it is not the first on PATH.
    pub server: Option<PathBuf>,
    /// `STOCKROOM_EMBEDDED_MEMORY`: InnoDB's buffer pool, such as `512M` or `2G`; an eighth of the machine's memory, from
    /// 128 MiB to 2 GiB, unless said.
    pub buffer_pool: String,
    /// `STOCKROOM_EMBEDDED_UPGRADE=yes`: allows an older server's data to be upgraded.
    pub upgrade: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { server: None, buffer_pool: memory::buffer_pool(), upgrade: false }
    }
}

impl Options {
    pub fn from_env() -> Result<Self, EmbeddedError> {
        let read = |name| env::var(name).ok().filter(|value| !value.is_empty());
        let mut options = Self { server: read("STOCKROOM_EMBEDDED_SERVER").map(PathBuf::from), ..Self::default() };
        if let Some(value) = read("STOCKROOM_EMBEDDED_MEMORY") {
            let number = value.strip_suffix(['M', 'G']).unwrap_or_default();
            if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(EmbeddedError::Setting { name: "STOCKROOM_EMBEDDED_MEMORY", value, expected: "a size such as 512M or 2G" });
            }
            options.buffer_pool = value;
        }
        options.upgrade = match read("STOCKROOM_EMBEDDED_UPGRADE").as_deref() {
            None | Some("no") => false,
            Some("yes") => true,
            Some(value) => {
                return Err(EmbeddedError::Setting { name: "STOCKROOM_EMBEDDED_UPGRADE", value: value.to_owned(), expected: "yes or no" });
            }
        };
        Ok(options)
    }
}

/// The server program that would be used, for `doctor`.
///
/// # Errors
/// When there is none, or it does not say what it is.
pub async fn find_server() -> Result<Engine, EmbeddedError> {
    let options = Options::from_env()?;
    Ok(engine::Programs::find(options.server.as_deref()).await?.engine)
}

/// Addresses for sqlx, one per user. They hold passwords: never log them.
#[derive(Clone, PartialEq, Eq)]
pub struct Urls {
    /// Changes the schema and grants rights on its tables.
    pub migrate: String,
    /// SELECT and INSERT; UPDATE and DELETE on the tables that the migrations' owner grants.
    pub app: String,
    /// SELECT.
    pub read: String,
}

impl fmt::Debug for Urls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Urls(…)")
    }
}

/// How a process left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It was the last: the server has stopped.
    Stopped,
    /// Others still use the server.
    InUse,
}

/// This process's part in the embedded database. End it with [`Embedded::stop`], which waits until the server is down;
/// dropped without that, the last one only asks the server to stop.
#[derive(Debug)]
pub struct Embedded {
    server: Arc<Server>,
    registration: Registration,
    watch: JoinHandle<()>,
    left: bool,
}

impl Embedded {
    /// Starts the database under `data_dir`, or joins the one that runs there.
    pub async fn start(data_dir: &Path) -> Result<Self, EmbeddedError> {
        Self::start_with(data_dir, Options::from_env()?).await
    }

    pub async fn start_with(data_dir: &Path, options: Options) -> Result<Self, EmbeddedError> {
        let folder = Folder::prepare(data_dir)?;
        let gate = Gate::pass(&folder).await?;
        let registration = Registration::enter(&folder, &gate)?;
        let secrets = Secrets::load_or_make(&folder)?;
        let server = Arc::new(Server::new(folder, secrets, options));
        server.ensure_running(&gate).await?;
        let watch = tokio::spawn(watch(Arc::clone(&server)));
        Ok(Self { server, registration, watch, left: false })
    }

    pub fn urls(&self) -> Urls {
        let secrets = &self.server.secrets;
        Urls {
            migrate: self.url("stockroom_migrate", &secrets.migrate),
            app: self.url("stockroom_app", &secrets.app),
            read: self.url("stockroom_read", &secrets.read),
        }
    }

    fn url(&self, user: &str, password: &str) -> String {
        let tls = if self.server.wants_tls() { "PREFERRED" } else { "DISABLED" };
        format!("mysql://{user}:{password}@localhost/{DATABASE}?socket={}&ssl-mode={tls}", escaped(&self.server.folder.socket))
    }

    /// The server's process, for `doctor`; none while it is down.
    pub fn pid(&self) -> Option<u32> {
        self.server.process()
    }

    pub fn socket(&self) -> &Path {
        &self.server.folder.socket
    }

    /// What the server says, errors among it.
    pub fn log(&self) -> PathBuf {
        self.server.folder.log()
    }

    /// Leaves; the last one stops the server and waits for it.
    pub async fn stop(mut self) -> Result<Left, EmbeddedError> {
        self.watch.abort();
        let gate = Gate::pass(&self.server.folder).await?;
        self.left = true;
        if !self.registration.leave(&gate) {
            return Ok(Left::InUse);
        }
        self.server.shut_down(&gate).await?;
        Ok(Left::Stopped)
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.watch.abort();
        if self.left {
            return;
        }
        if let Ok(Some(gate)) = Gate::try_pass(&self.server.folder)
            && self.registration.leave(&gate)
            && let Some(pid) = self.server.process()
        {
            self.server.ask_to_stop(pid);
        }
    }
}

/// Starts the server again should it die while this process uses it.
async fn watch(server: Arc<Server>) {
    const CALM: Duration = Duration::from_millis(500);
    let mut pause = CALM;
    loop {
        tokio::time::sleep(pause).await;
        if server.process().is_some() {
            pause = CALM;
            continue;
        }
        tracing::error!(log = %server.folder.log().display(), "the embedded database has died; starting it again");
        let started = match Gate::pass(&server.folder).await {
            Ok(gate) => server.ensure_running(&gate).await,
            Err(error) => Err(error),
        };
        match started {
            Ok(()) => pause = CALM,
            Err(error) => {
                pause = (pause * 2).min(Duration::from_secs(30));
                tracing::error!(code = error.code(), %error, "the embedded database does not start; trying again");
            }
        }
    }
}

/// A path inside a URL's query.
fn escaped(path: &Path) -> String {
    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    percent_encode(path.as_os_str().as_encoded_bytes(), RESERVED).to_string()
}
