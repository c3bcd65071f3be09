//! What answers at a port: MySQL and MariaDB greet first, so their greeting tells them from anything else.

use super::{Finding, address::Address};

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Banner {
    /// A server of the kind we want, with the version it says.
    Database { version: String },
    /// One that greets with an error: too many connections, this host blocked.
    Refuses { number: u16, message: String },
    /// Something else, by its own words.
    Other(&'static str),
    /// It takes connections and says nothing.
    Silent,
    /// Bytes that fit nothing known.
    Unknown,
}

/// Reads the first bytes of a connection: a packet's head of four bytes, then the protocol's number, 10, or an error's, 255.
pub(super) fn greeting(bytes: &[u8]) -> Banner {
    if bytes.is_empty() {
        return Banner::Silent;
    }
    if let Some(other) = spoken(bytes) {
        return Banner::Other(other);
    }
    match bytes {
        [_, _, _, 0, 10, rest @ ..] => {
            let version: Vec<u8> = rest.iter().copied().take_while(|byte| *byte != 0).collect();
            let text = String::from_utf8_lossy(&version).into_owned();
            if text.starts_with(|c: char| c.is_ascii_digit()) { Banner::Database { version: text } } else { Banner::Unknown }
        }
        [_, _, _, 0, 255, low, high, rest @ ..] => {
            let text = String::from_utf8_lossy(rest).into_owned();
            let message = text.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
            Banner::Refuses { number: u16::from_le_bytes([*low, *high]), message }
        }
        _ => Banner::Unknown,
    }
}

/// Others give themselves away by their first words, unasked or to an HTTP request.
pub(super) fn spoken(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 8] = [
        (b"HTTP/", "a web server"),
        (b"<!DOCTYPE", "a web server"),
        (b"SSH-", "an SSH server"),
        (b"-ERR", "Redis"),
        (b"-NOAUTH", "Redis"),
        (b"-DENIED", "Redis"),
        (b"220", "a mail or FTP server"),
        (b"RFB ", "a VNC server"),
    ];
    known.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| name)
}

impl Banner {
    /// What it means that this answers where the database should be.
    pub fn finding(&self, address: &Address) -> Finding {
        let place = address.place();
        let listing = format!("ss -ltnp 'sport = :{}'   # who holds the port", address.port);
        match self {
            Self::Database { version } => Finding::good(format!("{place} is {}.", named(version))),
            Self::Refuses { number, message } => Finding::bad(format!("{place} is a MySQL server, but it turns this machine away at the door: {message} ({number})."))
                .mend(if *number == 1129 { "mysqladmin flush-hosts   # on the server" } else { "SHOW PROCESSLIST;   -- on the server; then raise max_connections or end what idles" }),
            Self::Other(what) => {
                Finding::bad(format!("{place} is held by {what}, not by MySQL or MariaDB.")).mend(listing).mend("set the right port in DATABASE_URL, or stop what holds it")
            }
            Self::Silent => Finding::bad(format!(
                "{place} takes connections but says nothing; MySQL and MariaDB greet first. Something else holds the port (PostgreSQL and web servers wait to be spoken to), or a proxy whose server is down."
            ))
            .mend(listing),
            Self::Unknown => Finding::bad(format!("What answers at {place} does not speak MySQL's protocol.")).mend(listing),
        }
    }
}

/// The oldest versions that are supported.
const OLDEST_MYSQL: (u32, u32) = (8, 4);
const OLDEST_MARIADB: (u32, u32) = (10, 11);

/// A server by its product and version.
pub(super) fn named(version: &str) -> String {
    if version.contains("MariaDB") { format!("MariaDB {}", number(version)) } else { format!("MySQL {version}") }
}

/// MariaDB says `5.5.5-10.11.19-MariaDB` to be taken for an old MySQL by old clients.
fn number(version: &str) -> &str {
    let version = version.strip_prefix("5.5.5-").unwrap_or(version);
    version.split_once("-MariaDB").map_or(version, |(number, _)| number)
}

/// Whether the server is recent enough.
pub(super) fn version(version: &str) -> Finding {
    let is_mariadb = version.contains("MariaDB");
    let mut parts = number(version).split(['.', '-']).map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    let oldest = if is_mariadb { OLDEST_MARIADB } else { OLDEST_MYSQL };
    if found >= oldest {
        return Finding::good(format!("{} is recent enough.", named(version)));
    }
    Finding::bad(format!("{} is too old: Stockroom wants MySQL 8.4 or MariaDB 10.11 at the least.", named(version)))
        .mend("upgrade the server, or leave DATABASE_URL unset: Stockroom then runs a private one of its own")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Level;

    fn at() -> Address {
        Address::read("mysql://u:p@127.0.0.1:3306/d").unwrap()
    }

    #[test]
    fn a_greeting_says_who_it_is() {
        let mariadb = b"\x5d\x00\x00\x00\x0a5.5.5-10.11.19-MariaDB-0+deb12u1\x00\x08\x00\x00\x00";
        assert_eq!(greeting(mariadb), Banner::Database { version: String::from("5.5.5-10.11.19-MariaDB-0+deb12u1") });
        assert_eq!(greeting(b"\x49\x00\x00\x00\x0a9.7.4\x00\x08"), Banner::Database { version: String::from("9.7.4") });
        let blocked = b"\x45\x00\x00\x00\xff\x6a\x04Host '10.0.0.7' is not allowed to connect to this MySQL server";
        assert_eq!(
            greeting(blocked),
            Banner::Refuses { number: 1130, message: String::from("Host '10.0.0.7' is not allowed to connect to this MySQL server") }
        );
        let full = b"\x17\x00\x00\x00\xff\x10\x0408004Too many connections";
        assert_eq!(greeting(full), Banner::Refuses { number: 1040, message: String::from("Too many connections") });
    }

    #[test]
    fn others_give_themselves_away() {
        assert_eq!(greeting(b"SSH-2.0-OpenSSH_9.2p1"), Banner::Other("an SSH server"));
        assert_eq!(greeting(b"HTTP/1.0 404 File not found\r\n"), Banner::Other("a web server"));
        assert_eq!(greeting(b"-ERR unknown command"), Banner::Other("Redis"));
        assert_eq!(greeting(b""), Banner::Silent);
        assert_eq!(greeting(b"hello, world"), Banner::Unknown);
        for banner in [Banner::Silent, Banner::Unknown, Banner::Other("Redis")] {
            let found = banner.finding(&at());
            assert!(found.level == Level::Bad && found.mend[0].contains("sport = :3306"), "{found:?}");
        }
    }

    #[test]
    fn old_servers_are_told() {
        for (given, level) in [
            ("9.7.4", Level::Good),
            ("8.4.0", Level::Good),
            ("8.0.36-0ubuntu0.22.04.1", Level::Bad),
            ("5.7.44-log", Level::Bad),
            ("5.5.5-10.11.19-MariaDB", Level::Good),
            ("11.4.2-MariaDB-ubu2404", Level::Good),
            ("5.5.5-10.6.18-MariaDB", Level::Bad),
        ] {
            assert_eq!(version(given).level, level, "{given}");
        }
    }
}
