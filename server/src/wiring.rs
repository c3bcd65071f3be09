//! Which rooms this process answers for.

use crate::rooms::Rooms;
use anyhow::Context as _;
use platform::{Database, Desk, Registry, identity::Gate, jobs::Runner};
use std::sync::Arc;

/// What a process is made of.
#[derive(Clone)]
pub struct Process {
    pub desk: Desk,
    pub gate: Gate,
    /// The rooms whose pages and API are served. The desk knows all: a page of one room asks another's operations.
    pub rooms: Rooms,
}

impl Process {
    /// Wires all rooms to a database.
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self::of(database, Rooms::all())
    }

    /// The same, answering for some rooms only.
    #[must_use]
    pub fn of(database: Database, rooms: Rooms) -> Self {
        let desk = Desk::new(registry(), database.clone());
        Self { desk, gate: Gate::new(database), rooms }
    }

    #[must_use]
    pub fn desk_for_pages(&self) -> wire::Desk {
        wire::Desk::new(Arc::new(self.desk.clone()))
    }

    /// The jobs of all rooms, whichever are served: a job that no runner knows waits for one that does.
    #[must_use]
    pub fn runner(&self, seal_key: Arc<platform::seal::SealKey>) -> Runner {
        let runner = Runner::new(self.desk.clone());
        let proves = seal_key.signing.verifying_key();
        let runner = platform::housekeeping::jobs(runner, self.gate.sessions(), seal_key);
        let runner = admin::proof::jobs(runner, proves);
        let runner = ledger::cost::jobs(stock::jobs(catalog::jobs(runner)));
        admin::jobs(runner)
    }
}

/// Every operation of every room.
#[must_use]
pub fn registry() -> Registry {
    let registry = Registry::default();
    let registry = catalog::register(registry);
    let registry = stock::register(registry);
    let registry = admin::register(registry);
    notify::register(registry)
}

/// Opens the database a URL names.
///
/// # Errors
/// When the URL cannot be read.
pub fn open(url: &str, size: u32) -> anyhow::Result<Database> {
    Database::open(url, size).with_context(|| "DATABASE_URL cannot be read: mysql://user:password@127.0.0.1:3307/inventory")
}
