//! Which database server there is: MariaDB or MySQL, which version, and whether it may touch a folder's data.

use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tokio::process::Command;

use super::error::{At, EmbeddedError};
use super::folder::Folder;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    MariaDb,
    MySql,
}

/// A server's kind and version, as it stands in the folder's `engine` file: `MariaDB 10.11.19`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Engine {
    pub flavour: Flavour,
    pub version: (u32, u32, u32),
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.flavour {
            Flavour::MariaDb => "MariaDB",
            Flavour::MySql => "MySQL",
        };
        let (major, minor, patch) = self.version;
        write!(f, "{name} {major}.{minor}.{patch}")
    }
}

impl Engine {
    /// Reads what [`Display`](fmt::Display) writes.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let (name, version) = line.trim().split_once(' ')?;
        let flavour = match name {
            "MariaDB" => Flavour::MariaDb,
            "MySQL" => Flavour::MySql,
            _ => return None,
        };
        Some(Self { flavour, version: parse_version(version)? })
    }

    /// Reads what `mariadbd --version` and `mysqld --version` say:
    /// `mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64`, `mysqld  Ver 9.7.4 for Linux on x86_64`.
    pub(super) fn from_version_line(line: &str) -> Option<Self> {
        let version = line.split_once(" Ver ")?.1.split_whitespace().next()?;
        let flavour = if line.contains("MariaDB") { Flavour::MariaDb } else { Flavour::MySql };
        Some(Self { flavour, version: parse_version(version)? })
    }

    /// Patches of one series read each other's data; another series does not, or not without an upgrade.
    fn series(self) -> (u32, u32) {
        (self.version.0, self.version.1)
    }
}

fn parse_version(text: &str) -> Option<(u32, u32, u32)> {
    let digits = text.split(|c: char| !c.is_ascii_digit() && c != '.').next()?;
    let mut parts = digits.split('.').map(str::parse::<u32>);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor)), Some(Ok(patch))) => Some((major, minor, patch)),
        _ => None,
    }
}

/// What to do with a folder's data, given the engine that used it last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Same,
    Upgrade { from: Engine },
}

/// The programs found on this machine.
#[derive(Debug, Clone)]
pub(super) struct Programs {
    pub engine: Engine,
    pub server: PathBuf,
}

impl Programs {
    /// The server named by the operator, else the first found on PATH and where packages put theirs.
    pub async fn find(named: Option<&Path>) -> Result<Self, EmbeddedError> {
        let server = match named {
            Some(path) => path.to_path_buf(),
            None => search(&["mariadbd", "mysqld"]).ok_or(EmbeddedError::NoServer)?,
        };
        let answer = match Command::new(&server).arg("--version").output().await {
            Ok(output) => String::from_utf8_lossy(&output.stdout).into_owned(),
            Err(error) => error.to_string(),
        };
        match Engine::from_version_line(&answer) {
            Some(engine) => Ok(Self { engine, server }),
            None => Err(EmbeddedError::UnknownServer { program: server, answer: answer.trim().to_owned() }),
        }
    }

    /// A program that belongs to this server: beside it first, then wherever it is.
    pub fn companion(&self, name: &str) -> Option<PathBuf> {
        let beside = self.server.parent().into_iter().flat_map(|bin| [bin.join(name), bin.join("../bin").join(name)]);
        beside.into_iter().find(|path| path.is_file()).or_else(|| search(&[name]))
    }

    /// Compares with the folder's `engine` file.
    pub fn check(&self, folder: &Folder, upgrade: bool) -> Result<Verdict, EmbeddedError> {
        if !folder.is_installed() {
            return Ok(Verdict::Same);
        }
        let path = folder.engine_file();
        let read = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read.at(&path)?,
        };
        let Some(used) = Engine::parse(&read) else {
            return Err(EmbeddedError::EngineFile { path, read: read.trim().to_owned() });
        };
        let found = self.engine;
        if used.flavour == found.flavour && used.series() == found.series() {
            return Ok(Verdict::Same);
        }
        let root = folder.root.clone();
        if used.flavour == found.flavour && used.series() < found.series() {
            return match upgrade {
                true => Ok(Verdict::Upgrade { from: used }),
                false => Err(EmbeddedError::NeedsUpgrade { folder: root, used, found }),
            };
        }
        let dump = match used.flavour {
            Flavour::MariaDb => "mariadb-dump",
            Flavour::MySql => "mysqldump",
        };
        Err(EmbeddedError::OtherEngine { folder: root, used, found, dump, socket: folder.socket.clone(), secrets: folder.secrets_file() })
    }

    /// Notes that this engine uses the folder from now on.
    pub fn record(&self, folder: &Folder) -> Result<(), EmbeddedError> {
        let path = folder.engine_file();
        let line = format!("{}\n", self.engine);
        if fs::read_to_string(&path).is_ok_and(|read| read == line) {
            return Ok(());
        }
        folder.replace(&path, &line, 0o644).at(&path)
    }
}

fn search(names: &[&str]) -> Option<PathBuf> {
    let on_path = env::var_os("PATH").map(|path| env::split_paths(&path).collect::<Vec<_>>()).unwrap_or_default();
    let usual = ["/usr/sbin", "/usr/bin", "/usr/libexec", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/homebrew/opt/mariadb/bin"];
    let folders: Vec<PathBuf> = on_path.into_iter().chain(usual.iter().map(PathBuf::from)).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()))
}
