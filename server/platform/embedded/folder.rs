//! The data folder: what lies where, who owns it, and where the socket goes.
//!
//! ```text
//! lock      held (shared) by every process that uses the database
//! gate      held while one of them starts or stops it
//! engine    the server that used the data last, such as `MariaDB 10.11.19`
//! secrets   the passwords, 0600
//! users     says that the data's users have them
//! pid       the server's process
//! db/       its data      tmp/  its temporary tables      run/  its socket      log/  what it says
//! ```

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::error::{At, EmbeddedError};

/// A socket's path must fit into a small field of the system's: 108 bytes on Linux, 104 on macOS, with a final zero.
pub(super) const LONGEST_SOCKET: usize = 103;

/// The user that the server runs as when root starts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    pub name: String,
    pub uid: u32,
    pub gid: u32,
}

#[derive(Debug, Clone)]
pub(super) struct Folder {
    pub root: PathBuf,
    pub socket: PathBuf,
    /// Present when this process is root.
    pub account: Option<Account>,
}

impl Folder {
    /// Makes the folder and its parts, with the owners that the server needs.
    pub fn prepare(root: &Path) -> Result<Self, EmbeddedError> {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(root).at(root)?;
        let root = fs::canonicalize(root).at(root)?;
        let account = if is_root() { Some(account_for(&root.join("db"))?) } else { None };
        if let Some(account) = &account {
            // The server's user passes through; only root lists and writes.
            fs::set_permissions(&root, fs::Permissions::from_mode(0o711)).at(&root)?;
            if let Some(blocked) = first_blocked(&root, account) {
                return Err(EmbeddedError::Unreachable { account: account.name.clone(), folder: root, blocked });
            }
        }
        let mut folder = Self { socket: PathBuf::new(), root, account };
        folder.own_folder(&folder.root.join("run"))?;
        folder.own_folder(&folder.temporary())?;
        // The log stays this process's own: the server inherits it open.
        let log = folder.root.join("log");
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&log).at(&log)?;
        folder.socket = folder.choose_socket()?;
        Ok(folder)
    }

    pub fn database(&self) -> PathBuf {
        self.root.join("db")
    }

    pub fn is_installed(&self) -> bool {
        self.database().is_dir()
    }

    pub fn engine_file(&self) -> PathBuf {
        self.root.join("engine")
    }

    pub fn secrets_file(&self) -> PathBuf {
        self.root.join("secrets")
    }

    pub fn pid_file(&self) -> PathBuf {
        self.root.join("pid")
    }

    /// The same, written by the server itself once it is up.
    pub fn servers_pid_file(&self) -> PathBuf {
        self.root.join("run/server.pid")
    }

    /// For the server's temporary tables. Not /tmp: each server that starts there removes what others left, and does not
    /// ask whether they are alive.
    pub fn temporary(&self) -> PathBuf {
        self.root.join("tmp")
    }

    /// Which users and passwords the data has: [`Secrets::fingerprint`](super::secrets::Secrets::fingerprint).
    pub fn users_file(&self) -> PathBuf {
        self.root.join("users")
    }

    pub fn log(&self) -> PathBuf {
        self.root.join("log/database.log")
    }

    /// Makes a folder that belongs to the server's user alone.
    pub fn own_folder(&self, path: &Path) -> Result<(), EmbeddedError> {
        match fs::DirBuilder::new().mode(0o700).create(path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error).at(path),
            _ => self.give(path),
        }
    }

    /// Gives a file or folder to the server's user.
    pub fn give(&self, path: &Path) -> Result<(), EmbeddedError> {
        match &self.account {
            Some(account) => chown(path, Some(account.uid), Some(account.gid)).at(path),
            None => Ok(()),
        }
    }

    /// Writes a whole file or nothing of it, on the disk when it returns.
    pub fn replace(&self, path: &Path, text: &str, mode: u32) -> io::Result<()> {
        let new = path.with_extension("new");
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(mode).open(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, path)?;
        fs::File::open(&self.root)?.sync_all()
    }

    /// The socket in the folder, or at a short path when that is too long. The choice is written down: another process
    /// may have another runtime folder, and must find the same socket.
    fn choose_socket(&self) -> Result<PathBuf, EmbeddedError> {
        let near = self.root.join("run/db.sock");
        if near.as_os_str().len() <= LONGEST_SOCKET {
            return Ok(near);
        }
        let name = format!("stockroom-{}", &hex::encode(Sha256::digest(self.root.as_os_str().as_encoded_bytes()))[..12]);
        let record = self.root.join("socket");
        let noted = fs::read_to_string(&record).ok().map(|line| PathBuf::from(line.trim()));
        // A noted place counts only while it is this folder's own: the folder may have been moved or copied.
        if let Some(place) = noted.filter(|place| place.file_name().is_some_and(|last| last == name.as_str()))
            && self.own_short_folder(&place).is_ok()
        {
            return Ok(place.join("s"));
        }
        let runtime = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|_| self.account.is_none());
        let places = runtime.into_iter().chain([PathBuf::from("/run"), PathBuf::from("/tmp")]).map(|place| place.join(&name));
        let mut refused = EmbeddedError::Folder { path: near, source: io::Error::other("the path is too long for a socket") };
        for place in places.filter(|place| place.as_os_str().len() + 2 <= LONGEST_SOCKET) {
            match self.own_short_folder(&place) {
                Ok(()) => {
                    self.replace(&record, &format!("{}\n", place.display()), 0o644).at(&record)?;
                    return Ok(place.join("s"));
                }
                Err(error) => refused = error,
            }
        }
        Err(refused)
    }

    /// A folder where others may write too: it must turn out to be ours alone.
    fn own_short_folder(&self, place: &Path) -> Result<(), EmbeddedError> {
        match fs::DirBuilder::new().mode(0o700).create(place) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error).at(place),
            Ok(()) => self.give(place)?,
            Err(_) => {}
        }
        let owner = self.account.as_ref().map_or_else(current_user, |account| account.uid);
        let found = fs::symlink_metadata(place).at(place)?;
        if found.is_dir() && found.uid() == owner && found.mode() & 0o077 == 0 {
            return Ok(());
        }
        Err(EmbeddedError::Folder { path: place.to_path_buf(), source: io::Error::other("the folder belongs to somebody else") })
    }
}

/// Where the data goes when the operator names no folder: `.data` in the given folder, or, for root in a place that the
/// database's user cannot reach (a clone in /root), `/var/lib/stockroom`.
pub fn default_folder(base: &Path) -> PathBuf {
    let here = base.join(".data");
    let reachable = !is_root() || account_for(&here.join("db")).is_ok_and(|account| first_blocked(base, &account).is_none());
    if reachable { here } else { PathBuf::from("/var/lib/stockroom") }
}

fn current_user() -> u32 {
    match fs::metadata("/proc/self") {
        Ok(me) => me.uid(),
        Err(_) => {
            let answer = std::process::Command::new("id").arg("-u").output();
            answer.ok().and_then(|output| String::from_utf8_lossy(&output.stdout).trim().parse().ok()).unwrap_or(u32::MAX)
        }
    }
}

pub(super) fn is_root() -> bool {
    current_user() == 0
}

/// The owner of data that is there already (an operator may run a command with sudo on their own folder), else `mysql`.
fn account_for(database: &Path) -> Result<Account, EmbeddedError> {
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let mut accounts = accounts.lines().filter_map(parse_account);
    match fs::metadata(database) {
        Ok(found) if found.uid() != 0 => {
            let (uid, gid) = (found.uid(), found.gid());
            let name = accounts.find(|account| account.uid == uid).map_or_else(|| uid.to_string(), |account| account.name);
            Ok(Account { name, uid, gid })
        }
        _ => accounts.find(|account| account.name == "mysql").ok_or(EmbeddedError::NoAccount),
    }
}

fn parse_account(line: &str) -> Option<Account> {
    let mut fields = line.split(':');
    let name = fields.next()?.to_owned();
    let uid = fields.nth(1)?.parse().ok()?;
    let gid = fields.next()?.parse().ok()?;
    Some(Account { name, uid, gid })
}

/// The first folder from the top that the account may not pass through.
fn first_blocked(path: &Path, account: &Account) -> Option<PathBuf> {
    let mut ancestors: Vec<&Path> = path.ancestors().collect();
    ancestors.reverse();
    ancestors.into_iter().find(|folder| fs::metadata(folder).is_ok_and(|found| !may_enter(&found, account))).map(Path::to_path_buf)
}

fn may_enter(folder: &fs::Metadata, account: &Account) -> bool {
    let bit = match () {
        () if folder.uid() == account.uid => 0o100,
        () if folder.gid() == account.gid => 0o010,
        () => 0o001,
    };
    folder.mode() & bit != 0
}
