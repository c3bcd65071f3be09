//! Which database: the one `DATABASE_URL` names, else a private one of our own under the data folder.

use crate::{secret::given_or_file, wiring};
use anyhow::Context as _;
use clap::Args;
use platform::{Database, embedded::Embedded, migrate, seal::SealKey};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// Where the data is.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Folder of the embedded database, keys and locks; `.data` here unless said
    #[arg(long, env = "STOCKROOM_DATA", default_value_os_t = default_data(), hide_default_value = true, global = true)]
    pub data: PathBuf,
    /// A MySQL or MariaDB of your own: mysql://user:password@127.0.0.1:3307/inventory
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<String>,
    /// The user that may change tables; the same as DATABASE_URL unless given
    #[arg(long, env = "MIGRATE_DATABASE_URL", hide_env_values = true, global = true)]
    pub migrate_database_url: Option<String>,
}

fn default_data() -> PathBuf {
    platform::embedded::default_folder(&std::env::current_dir().unwrap_or_default())
}

/// An open database, and the embedded server if it is ours.
pub struct Opened {
    pub database: Database,
    pub is_embedded: bool,
    embedded: Option<Embedded>,
    data: PathBuf,
}

impl Settings {
    /// The URL of the database for the application, where one was given.
    ///
    /// # Errors
    /// When the file it should be read from cannot be.
    pub fn given(&self) -> anyhow::Result<Option<(String, String)>> {
        let Some(app) = given_or_file(self.database_url.as_deref(), "DATABASE_URL")? else { return Ok(None) };
        let migrate = given_or_file(self.migrate_database_url.as_deref(), "MIGRATE_DATABASE_URL")?.unwrap_or_else(|| app.clone());
        Ok(Some((app, migrate)))
    }

    /// Opens the database; with `migrate`, brings it up to date first.
    ///
    /// # Errors
    /// When it cannot be reached, started or migrated.
    pub async fn open(&self, migrate: bool) -> anyhow::Result<Opened> {
        if let Some((app, migrator)) = self.given()? {
            if migrate {
                migrate::migrate(&migrator).await.context("migrating")?;
            }
            return Ok(Opened { database: wiring::open(&app, pool_size())?, is_embedded: false, embedded: None, data: self.data.clone() });
        }
        let embedded = Embedded::start(&self.data).await.with_context(|| format!("the embedded database in {}", self.data.display()))?;
        let urls = embedded.urls();
        // The embedded server belongs to this binary: it is always brought up to date.
        migrate::migrate(&urls.migrate).await.context("migrating")?;
        migrate::grant(&urls.migrate, "'stockroom_app'@'localhost'").await.context("granting")?;
        Ok(Opened { database: wiring::open(&urls.app, pool_size())?, is_embedded: true, embedded: Some(embedded), data: self.data.clone() })
    }
}

/// Connections per process: enough for two cores' worth of short transactions.
pub fn pool_size() -> u32 {
    std::env::var("STOCKROOM_POOL").ok().and_then(|raw| raw.parse().ok()).filter(|size| (1..=1000).contains(size)).unwrap_or(16)
}

impl Opened {
    /// The key that signs seals: `STOCKROOM_SEAL_KEY_FILE`, else one in the data folder.
    ///
    /// # Errors
    /// When it cannot be read or made.
    pub fn seal_key(&self) -> anyhow::Result<Arc<SealKey>> {
        let file = self.seal_key_file();
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(Arc::new(SealKey::load_or_make(&file)?))
    }

    /// The same, but never made anew: a key that is made now has signed nothing, and every seal would look forged.
    ///
    /// # Errors
    /// When there is none yet, or it cannot be read.
    pub fn known_seal_key(&self) -> anyhow::Result<Arc<SealKey>> {
        let file = self.seal_key_file();
        anyhow::ensure!(
            file.exists(),
            "there is no seal key at {}. It is made where seals are first signed (`serve` or `worker`); name that file in STOCKROOM_SEAL_KEY_FILE",
            file.display()
        );
        self.seal_key()
    }

    fn seal_key_file(&self) -> PathBuf {
        std::env::var_os("STOCKROOM_SEAL_KEY_FILE").map_or_else(|| self.data.join("seal.key"), PathBuf::from)
    }

    /// Leaves the database as it should be left.
    ///
    /// # Errors
    /// When the embedded server does not stop.
    pub async fn close(self) -> anyhow::Result<()> {
        // The pool waits for every connection to come home; one that a cut-off request still holds must not keep the
        // process from ending. What was committed is safe, and what was not is rolled back by the server.
        if tokio::time::timeout(Duration::from_secs(5), self.database.close()).await.is_err() {
            tracing::warn!("some connections to the database did not come home");
        }
        if let Some(embedded) = self.embedded {
            embedded.stop().await?;
        }
        Ok(())
    }
}
