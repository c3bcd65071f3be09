//! What can go wrong with the embedded database: a stable code for each, and a sentence that a person can act on.

use std::io;
use std::path::PathBuf;

use super::engine::Engine;

#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    #[error(
        "no MariaDB or MySQL server program was found on this machine. Install one (Debian, Ubuntu: `apt-get install \
         mariadb-server-core mariadb-client-core`; macOS: `brew install mariadb`), name one in STOCKROOM_EMBEDDED_SERVER, or set \
         DATABASE_URL to use a database that runs elsewhere"
    )]
    NoServer,

    #[error("{program} could not be asked for its version ({answer}). Name another server program in STOCKROOM_EMBEDDED_SERVER")]
    UnknownServer { program: PathBuf, answer: String },

    #[error(
        "{server} is there but `mariadb-install-db` is not: install the package that brings it (Debian: `apt-get install mariadb-server-core mariadb-client-core`)"
    )]
    NoInstaller { server: PathBuf },

    #[error("{name}={value} is not understood: {expected}")]
    Setting { name: &'static str, value: String, expected: &'static str },

    #[error(
        "{path}: {source}. The data folder must be on a local disk and writable by the user that runs stockroom; another folder is chosen with STOCKROOM_DATA"
    )]
    Folder { path: PathBuf, source: io::Error },

    #[error(
        "started by root, the database drops to the user `{account}`, who may not enter {blocked} and so cannot reach \
         {folder}. Choose another data folder (STOCKROOM_DATA=/var/lib/stockroom), or let others pass: `chmod o+x {blocked}`"
    )]
    Unreachable { account: String, folder: PathBuf, blocked: PathBuf },

    #[error(
        "started by root, the database drops to the user `mysql`, which this machine does not have: `useradd --system --user-group --no-create-home mysql`"
    )]
    NoAccount,

    #[error("another process has been starting or stopping the database in {folder} for {seconds} s: see its messages, or {log}")]
    Busy { folder: PathBuf, seconds: u64, log: PathBuf },

    #[error(
        "the data in {folder} was last used by {used}, and this machine has {found}. Nothing was changed. Copy the folder \
         to a safe place, then start once with STOCKROOM_EMBEDDED_UPGRADE=yes, which runs the server's own upgrade \
         (for MariaDB `mariadb-upgrade`)"
    )]
    NeedsUpgrade { folder: PathBuf, used: Engine, found: Engine },

    #[error(
        "the data in {folder} was last used by {used}, and this machine has {found}, which cannot read it. Nothing was \
         changed. Install {used} again and start stockroom, or dump with it (`{dump} --socket={socket} --user=root \
         --password --single-transaction stockroom > stockroom.sql`; the password is in {secrets}), move the folder \
         away, start stockroom with {found}, stop it, and load the dump"
    )]
    OtherEngine { folder: PathBuf, used: Engine, found: Engine, dump: &'static str, socket: PathBuf, secrets: PathBuf },

    #[error(
        "{path} does not say which server made the data beside it (read: {read:?}). Restore that file from a copy of the folder: one line, such as `MariaDB 10.11.19`"
    )]
    EngineFile { path: PathBuf, read: String },

    #[error("the database could not be set up in {folder}. The last lines of {log}:\n{tail}")]
    Install { folder: PathBuf, log: PathBuf, tail: String },

    #[error("the database stopped while starting ({status}). The last lines of {log}:\n{tail}")]
    Start { status: String, log: PathBuf, tail: String },

    #[error(
        "the database (process {pid}) has not answered within {seconds} s; after a crash with much unfinished work it may need longer. Wait and start again; its progress is in {log}"
    )]
    NotReady { pid: u32, seconds: u64, log: PathBuf },

    #[error(
        "the database of this folder runs (process {pid}) but refuses the passwords in {secrets} ({answer}). If that file was replaced: `kill {pid}`, wait until it is gone, and start again"
    )]
    Refused { pid: u32, secrets: PathBuf, answer: String },

    #[error("{path} holds no usable passwords. Remove it and start again with no other stockroom running: new passwords are made, the data stays")]
    Secrets { path: PathBuf },

    #[error("the server's upgrade of {folder} failed: {answer}. Restore the copy that you made, and install {used} again")]
    Upgrade { folder: PathBuf, used: Engine, answer: String },

    #[error("the database (process {pid}) was asked to stop {seconds} s ago and still runs; it is left alone, as it may be writing. Its log: {log}")]
    StillRunning { pid: u32, seconds: u64, log: PathBuf },
}

impl EmbeddedError {
    /// A name for this kind of error that stays the same from version to version.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoServer => "embedded.no_server",
            Self::UnknownServer { .. } => "embedded.unknown_server",
            Self::NoInstaller { .. } => "embedded.no_installer",
            Self::Setting { .. } => "embedded.setting",
            Self::Folder { .. } => "embedded.folder",
            Self::Unreachable { .. } => "embedded.unreachable",
            Self::NoAccount => "embedded.no_account",
            Self::Busy { .. } => "embedded.busy",
            Self::NeedsUpgrade { .. } => "embedded.needs_upgrade",
            Self::OtherEngine { .. } => "embedded.other_engine",
            Self::EngineFile { .. } => "embedded.engine_file",
            Self::Install { .. } => "embedded.install",
            Self::Start { .. } => "embedded.start",
            Self::NotReady { .. } => "embedded.not_ready",
            Self::Refused { .. } => "embedded.refused",
            Self::Secrets { .. } => "embedded.secrets",
            Self::Upgrade { .. } => "embedded.upgrade",
            Self::StillRunning { .. } => "embedded.still_running",
        }
    }
}

/// Names the file or folder that an input or output error is about.
pub(super) trait At<T> {
    fn at(self, path: &std::path::Path) -> Result<T, EmbeddedError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &std::path::Path) -> Result<T, EmbeddedError> {
        self.map_err(|source| EmbeddedError::Folder { path: path.to_path_buf(), source })
    }
}
