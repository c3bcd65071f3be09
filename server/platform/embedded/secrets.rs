//! The passwords of the embedded database's users: made once per folder, kept in a file that only its owner reads.

use std::fmt;
use std::fs;
use std::io;

use rand::Rng;
use rand::distributions::Alphanumeric;
use sha2::{Digest, Sha256};

use super::error::{At, EmbeddedError};
use super::folder::Folder;

pub(super) const DATABASE: &str = "stockroom";

/// Letters and digits only: nothing to escape in SQL or in a URL.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Secrets {
    pub root: String,
    pub migrate: String,
    pub app: String,
    pub read: String,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}

impl Secrets {
    pub fn load_or_make(folder: &Folder) -> Result<Self, EmbeddedError> {
        let path = folder.secrets_file();
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text).ok_or(EmbeddedError::Secrets { path }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let made = Self { root: password(), migrate: password(), app: password(), read: password() };
                folder.replace(&path, &made.text(), 0o600).at(&path)?;
                Ok(made)
            }
            Err(error) => Err(error).at(&path),
        }
    }

    fn text(&self) -> String {
        format!("root={}\nmigrate={}\napp={}\nread={}\n", self.root, self.migrate, self.app, self.read)
    }

    fn parse(text: &str) -> Option<Self> {
        let of = |name: &str| {
            let value = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='))?;
            (value.len() >= 16 && value.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| value.to_owned())
        };
        Some(Self { root: of("root")?, migrate: of("migrate")?, app: of("app")?, read: of("read")? })
    }

    /// Tells one set of users and passwords from another, and no password from it.
    pub fn fingerprint(&self) -> String {
        format!("{}\n", hex::encode(Sha256::digest(self.statements())))
    }

    /// What the server runs before it lets anybody in, when they are not so already: database, users and passwords as they should be,
    /// one statement a line. UPDATE and DELETE are granted per table after the migrations (design R2).
    pub fn statements(&self) -> String {
        let mut sql = format!("CREATE DATABASE IF NOT EXISTS {DATABASE} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;\n");
        let users = [
            ("stockroom_migrate", &self.migrate, "ALL PRIVILEGES", " WITH GRANT OPTION"),
            ("stockroom_app", &self.app, "SELECT, INSERT", ""),
            ("stockroom_read", &self.read, "SELECT", ""),
        ];
        for (user, password, rights, option) in users {
            sql.push_str(&format!("CREATE USER IF NOT EXISTS '{user}'@'localhost' IDENTIFIED BY '{password}';\n"));
            sql.push_str(&format!("ALTER USER '{user}'@'localhost' IDENTIFIED BY '{password}';\n"));
            sql.push_str(&format!("GRANT {rights} ON {DATABASE}.* TO '{user}'@'localhost'{option};\n"));
        }
        sql.push_str("DROP USER IF EXISTS ''@'localhost';\n");
        sql.push_str(&format!("ALTER USER 'root'@'localhost' IDENTIFIED BY '{}';\n", self.root));
        sql
    }
}

fn password() -> String {
    rand::rngs::OsRng.sample_iter(&Alphanumeric).take(32).map(char::from).collect()
}
