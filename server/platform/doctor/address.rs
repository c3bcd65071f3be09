//! Where the database is said to be.

use super::Finding;
use crate::db::connect_options;
use sqlx::mysql::MySqlSslMode;
use std::path::PathBuf;

/// What a URL says, without its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub host: String,
    pub port: u16,
    pub socket: Option<PathBuf>,
    pub user: String,
    pub database: Option<String>,
    /// No encryption was asked for, or it was asked not to be.
    pub plain: bool,
}

impl Address {
    /// Reads a URL, or says what is wrong with it.
    pub fn read(url: &str) -> Result<Self, Finding> {
        let example = "export DATABASE_URL=mysql://inventory_user:PASSWORD@127.0.0.1:3307/inventory";
        let Some((scheme, _)) = url.split_once("://") else {
            return Err(Finding::bad("DATABASE_URL is no URL: it has no `://`.").mend(example));
        };
        if !matches!(scheme, "mysql" | "mariadb") {
            return Err(Finding::bad(format!("DATABASE_URL begins with `{scheme}://`; Stockroom speaks to MySQL and MariaDB alone.")).mend(example));
        }
        match connect_options(url) {
            Ok(options) => Ok(Self {
                host: options.get_host().to_owned(),
                port: options.get_port(),
                socket: options.get_socket().cloned(),
                user: options.get_username().to_owned(),
                database: options.get_database().map(str::to_owned),
                plain: matches!(options.get_ssl_mode(), MySqlSslMode::Disabled),
            }),
            Err(error) => Err(Finding::bad(format!(
                "DATABASE_URL cannot be read ({error}). In a password, the characters : / ? # [ ] @ % must be written as %3A %2F %3F %23 %5B %5D %40 %25."
            ))
            .mend(example)),
        }
    }

    /// The place, for people.
    pub fn place(&self) -> String {
        self.socket.as_ref().map_or_else(|| format!("{}:{}", self.host, self.port), |socket| socket.display().to_string())
    }

    /// Whether it is a port of this machine, as far as its name tells.
    pub fn is_local(&self) -> bool {
        self.host == "localhost" || self.host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
    }

    /// A URL of the same place for a database, to be typed.
    pub fn url(&self, database: &str) -> String {
        match &self.socket {
            Some(socket) => format!("mysql://{}:PASSWORD@localhost/{database}?socket={}", self.user, socket.display()),
            None => format!("mysql://{}:PASSWORD@{}:{}/{database}", self.user, self.host, self.port),
        }
    }

    /// A client's arguments for the same place. The client takes `localhost` for a socket, so it is told otherwise.
    pub fn client(&self, user: &str) -> String {
        match &self.socket {
            Some(socket) => format!("mysql --socket={} --user={user} --password", socket.display()),
            None => format!("mysql --protocol=TCP --host={} --port={} --user={user} --password", self.host, self.port),
        }
    }

    /// `localhost` is the one name that MySQL's own programs do not look up: they take it for the socket, whatever port
    /// is given. We take it for TCP. So the two may speak to two different servers.
    pub fn localhost(&self, sockets: &[PathBuf]) -> Option<Finding> {
        if self.socket.is_some() || self.host != "localhost" {
            return None;
        }
        let what = match sockets.first() {
            Some(socket) => format!(
                "The address says `localhost`. Stockroom takes that for TCP port {}; the `mysql` client takes it for the socket {}, and so may speak to another server than Stockroom does.",
                self.port,
                socket.display()
            ),
            None => format!(
                "The address says `localhost`. Stockroom takes that for TCP port {}; the `mysql` client takes it for a socket and ignores the port.",
                self.port
            ),
        };
        let url =
            |host: &str| format!("export DATABASE_URL=mysql://{}:PASSWORD@{host}/{}", self.user, self.database.as_deref().unwrap_or("inventory"));
        let mut finding = Finding::notice(what).mend(url(&format!("127.0.0.1:{}", self.port)));
        if let Some(socket) = sockets.first() {
            finding = finding.mend(format!("{}?socket={}   # if the socket is meant", url("localhost"), socket.display()));
        }
        Some(finding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_without_its_password() {
        let address = Address::read("mysql://app:s%40crt@db.example:3307/inventory").unwrap();
        assert_eq!((address.user.as_str(), address.place().as_str()), ("app", "db.example:3307"));
        assert!(!format!("{address:?}").contains("s@crt"));
    }

    #[test]
    fn what_is_no_address_is_told() {
        assert!(Address::read("127.0.0.1:3306").unwrap_err().what.contains("no `://`"));
        assert!(Address::read("postgres://u@h/d").unwrap_err().what.contains("MySQL and MariaDB alone"));
        assert!(Address::read("mysql://u:a#b@h:x/d").unwrap_err().what.contains("%23"));
    }

    #[test]
    fn localhost_is_explained() {
        let sockets = [PathBuf::from("/run/mysqld/mysqld.sock")];
        let found = Address::read("mysql://u:p@localhost:3307/d").unwrap().localhost(&sockets).unwrap();
        assert!(found.what.contains("port 3307") && found.what.contains("/run/mysqld/mysqld.sock"));
        assert!(found.mend[0].contains("@127.0.0.1:3307/d") && found.mend[1].contains("socket="));
        assert_eq!(Address::read("mysql://u:p@127.0.0.1/d").unwrap().localhost(&sockets), None);
        assert_eq!(Address::read("mysql://u:p@localhost/d?socket=/x").unwrap().localhost(&sockets), None);
    }
}
