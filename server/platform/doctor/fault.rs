//! Why a connection was not had, from the server's error number or the driver's words.

use super::{Finding, address::Address, banner::named};

/// An error, without the driver's types: so that it can be judged in a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The server's own, by number.
    Server { number: u16, message: String },
    /// The network's, by kind.
    Network { kind: std::io::ErrorKind, message: String },
    /// What the driver says.
    Driver(String),
}

impl From<&sqlx::Error> for Fault {
    fn from(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(db) => {
                let number = db.try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>().map_or(0, sqlx::mysql::MySqlDatabaseError::number);
                Self::Server { number, message: db.message().to_owned() }
            }
            sqlx::Error::Io(error) => Self::Network { kind: error.kind(), message: error.to_string() },
            other => Self::Driver(other.to_string()),
        }
    }
}

impl Fault {
    /// What it means, and what mends it. `version` is what the server at the address said of itself, where it was heard.
    pub fn finding(&self, at: &Address, version: Option<&str>) -> Finding {
        match self {
            Self::Server { number: number @ (1045 | 1698), message } => stranger(server(*number, message, at), at, version),
            Self::Server { number, message } => server(*number, message, at),
            Self::Network { kind, message } => network(*kind, message, at),
            Self::Driver(message) => driver(message, at),
        }
    }
}

fn server(number: u16, message: &str, at: &Address) -> Finding {
    let user = &at.user;
    let database = at.database.as_deref().unwrap_or("inventory");
    match number {
        // The same number whether the user is unknown or the password wrong: servers do not tell.
        1045 | 1698 => {
            let account = quoted(message).unwrap_or_else(|| format!("'{user}'@'%'"));
            let without = message.contains("using password: NO");
            let how = if without {
                " No password was sent: DATABASE_URL has none."
            } else if number == 1698 {
                " This account signs in through the socket alone, as the system's user of the same name."
            } else {
                ""
            };
            let found =
                Finding::bad(format!("The server refuses {account}: it knows no such user from where we come, or the password is another.{how}"))
                    .mend(format!("{}   # try the password by hand", at.client(user)))
                    .mend(format!("ALTER USER {account} IDENTIFIED BY 'PASSWORD';   -- as root; CREATE USER, if there is none"));
            // Over a socket MySQL wants the password itself; the driver sends it so only where the line is encrypted, and
            // else something the server takes for a wrong password.
            if at.socket.is_some() && at.plain {
                found.mend("or ?ssl-mode=PREFERRED in place of DISABLED: over a socket, MySQL's caching_sha2_password needs it")
            } else {
                found
            }
        }
        1044 => {
            let account = quoted(message).unwrap_or_else(|| format!("'{user}'@'%'"));
            Finding::bad(format!("User '{user}' may not enter the database `{database}`: it has no right in it, or there is none of that name."))
                .mend(format!("CREATE DATABASE IF NOT EXISTS `{database}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;   -- as root"))
                .mend(format!(
                    "MIGRATE_DATABASE_URL={} stockroom migrate --grant \"{account}\"",
                    Address { user: String::from("root"), ..at.clone() }.url(database)
                ))
        }
        1049 => Finding::bad(format!("There is no database `{database}` on this server."))
            .mend(format!("CREATE DATABASE `{database}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;   -- as root"))
            .mend("stockroom migrate"),
        1046 => Finding::bad("DATABASE_URL names no database.").mend(format!("export DATABASE_URL={}", at.url("inventory"))),
        1040 | 1203 | 1226 => Finding::bad(format!("The server has no connection free: {message}"))
            .mend("SHOW PROCESSLIST;   -- as root: who holds them")
            .mend("SET GLOBAL max_connections = 300;   -- or a smaller STOCKROOM_POOL"),
        1129 => Finding::bad(format!("The server has blocked this machine after too many failed connections: {message}"))
            .mend("mysqladmin flush-hosts   # on the server"),
        1130 => Finding::bad(format!("The server lets nobody in from this machine: {message}"))
            .mend(format!("CREATE USER '{user}'@'%' IDENTIFIED BY 'PASSWORD';   -- as root, on the server")),
        1251 | 1275 | 1524 => plugin(quoted(message).as_deref().unwrap_or("another"), at),
        1862 => Finding::bad(format!("The password of '{user}' has expired."))
            .mend(format!("ALTER USER '{user}'@'%' IDENTIFIED BY 'PASSWORD';   -- as root")),
        3118 | 4151 => Finding::bad(format!("The account '{user}' is locked.")).mend(format!("ALTER USER '{user}'@'%' ACCOUNT UNLOCK;   -- as root")),
        3159 => Finding::bad("The server takes encrypted connections alone, and this one was not.").mend("add ?ssl-mode=REQUIRED to DATABASE_URL"),
        1142 | 1143 => Finding::bad(format!("A right is missing: {message}.")).mend(format!("stockroom migrate --grant \"'{user}'@'%'\"")),
        1146 => Finding::bad(format!("A table is missing: {message}.")).mend("stockroom migrate"),
        _ => Finding::bad(format!("The server refuses: {message} ({number}).")),
    }
}

/// Who is refused may have knocked at the wrong door: where a server was installed already, or a container publishes its
/// port, another one than is meant holds the address, and knows neither user nor password.
fn stranger(found: Finding, at: &Address, version: Option<&str>) -> Finding {
    if at.socket.is_some() {
        return found;
    }
    let who = version.map_or_else(|| String::from("a server"), named);
    let what =
        format!("{} Or it is not the server you mean: {who} answers at {}, and if yours is another, it listens elsewhere.", found.what, at.place());
    let where_to = if at.is_local() { String::new() } else { format!(" on {}", at.host) };
    Finding { what, ..found }
        .mend(format!("ss -ltnp 'sport = :{}'   # which server holds the port{where_to}; `docker ps` shows the ports of containers", at.port))
}

fn network(kind: std::io::ErrorKind, message: &str, at: &Address) -> Finding {
    use std::io::ErrorKind as K;
    let place = at.place();
    let start = "docker compose up -d mysql   # the one of compose.yaml, on 3307; or start yours: systemctl start mysql";
    match kind {
        K::ConnectionRefused | K::NotFound | K::AddrNotAvailable => Finding::bad(format!("Nothing is at {place} ({message})."))
            .mend(start)
            .mend("unset DATABASE_URL   # Stockroom then runs a private database of its own"),
        K::TimedOut | K::WouldBlock => Finding::bad(format!("{place} does not answer: a firewall drops what is sent there, or the machine is off."))
            .mend(format!("nc -vz {} {}", at.host, at.port)),
        K::PermissionDenied => Finding::bad(format!("{place} may not be opened by this user ({message}).")).mend(format!("ls -l {place}")),
        K::UnexpectedEof | K::ConnectionReset | K::ConnectionAborted | K::BrokenPipe => Finding::bad(format!(
            "{place} hung up in the middle of signing in ({message}): the server is going down, or a proxy has no server behind it."
        ))
        .mend("look at the server's error log"),
        _ if message.contains("lookup") || message.contains("resolve") || message.contains("known") => {
            Finding::bad(format!("The name {} cannot be looked up ({message}).", at.host)).mend(format!("getent hosts {}", at.host))
        }
        _ => Finding::bad(format!("{place} cannot be reached: {message}.")).mend(format!("nc -vz {} {}", at.host, at.port)),
    }
}

fn driver(message: &str, at: &Address) -> Finding {
    if let Some((_, name)) = message.split_once("unknown authentication plugin: ") {
        // The driver puts its own place in the source behind the name.
        return plugin(name.split_whitespace().next().unwrap_or(name), at);
    }
    if message.contains("mysql_cleartext_plugin disabled") {
        return plugin("mysql_clear_password", at);
    }
    if message.contains("server does not support TLS") {
        return Finding::bad("DATABASE_URL asks for encryption, and the server has none.")
            .mend("?ssl-mode=PREFERRED in DATABASE_URL, or give the server a certificate");
    }
    if message.contains("certificate") || message.contains("UnknownIssuer") {
        return Finding::bad(format!("The server's certificate is not trusted: {message}.")).mend("?ssl-ca=/path/to/ca.pem in DATABASE_URL");
    }
    if message.contains("timed out") {
        return network(std::io::ErrorKind::TimedOut, message, at);
    }
    Finding::bad(format!("The connection fails: {message}."))
}

fn plugin(name: &str, at: &Address) -> Finding {
    let account = format!("'{}'@'%'", at.user);
    Finding::bad(format!(
        "The account signs in by the plugin {name}, which Stockroom's driver does not have. It has caching_sha2_password, sha256_password and mysql_native_password."
    ))
    .mend(format!("ALTER USER {account} IDENTIFIED WITH caching_sha2_password BY 'PASSWORD';   -- MySQL, as root"))
    .mend(format!("ALTER USER {account} IDENTIFIED VIA mysql_native_password USING PASSWORD('PASSWORD');   -- MariaDB, as root"))
}

/// The account or name an error speaks of: `'app'@'localhost'`, `'unix_socket'`.
fn quoted(message: &str) -> Option<String> {
    let start = message.find('\'')?;
    let rest = message.get(start..)?;
    let end = rest.find([' ', ')', ';']).unwrap_or(rest.len());
    Some(rest.get(..end)?.trim_matches('\'').replace("'@'", "\u{0}")).map(|text| match text.split_once('\u{0}') {
        Some((user, host)) => format!("'{user}'@'{host}'"),
        None => text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::ErrorKind;

    fn at() -> Address {
        Address::read("mysql://inventory_user:p@127.0.0.1:3307/inventory").unwrap()
    }

    #[track_caller]
    fn says(fault: &Fault, what: &str, mend: &str) {
        let found = fault.finding(&at(), Some("9.7.4"));
        assert!(found.what.contains(what), "{found:?}");
        assert!(found.mend.iter().any(|line| line.contains(mend)), "{found:?}");
    }

    fn told(number: u16, message: &str) -> Fault {
        Fault::Server { number, message: message.to_owned() }
    }

    #[test]
    fn a_wrong_password() {
        let wrong = "Access denied for user 'inventory_user'@'localhost' (using password: YES)";
        says(&told(1045, wrong), "refuses 'inventory_user'@'localhost'", "ALTER USER 'inventory_user'@'localhost'");
        says(&told(1045, "Access denied for user 'x'@'172.18.0.1' (using password: NO)"), "No password was sent", "--port=3307");
        says(&told(1698, "Access denied for user 'root'@'localhost'"), "through the socket alone", "ALTER USER");
    }

    #[test]
    fn another_server_than_the_one_that_is_meant() {
        let wrong = told(1045, "Access denied for user 'inventory_user'@'localhost' (using password: YES)");
        says(&wrong, "not the server you mean: MySQL 9.7.4 answers at 127.0.0.1:3307", "ss -ltnp 'sport = :3307'");
        let maria = wrong.finding(&at(), Some("5.5.5-10.11.19-MariaDB-0+deb12u1"));
        assert!(maria.what.contains("MariaDB 10.11.19 answers"), "{maria:?}");
        let far = wrong.finding(&Address::read("mysql://u:p@db.example/d").unwrap(), None);
        assert!(far.mend.iter().any(|line| line.contains("on db.example")), "{far:?}");
    }

    #[test]
    fn a_right_password_that_looks_wrong() {
        let socket = Address::read("mysql://app:p@localhost/d?socket=/run/m.sock&ssl-mode=DISABLED").unwrap();
        let found = told(1045, "Access denied for user 'app'@'localhost' (using password: YES)").finding(&socket, None);
        assert!(!found.what.contains("not the server you mean"), "a socket is nobody else's: {found:?}");
        assert!(found.mend.iter().any(|line| line.contains("ssl-mode=PREFERRED")), "{found:?}");
    }

    #[test]
    fn a_database_that_is_not_there_or_not_open() {
        says(&told(1049, "Unknown database 'inventory'"), "no database `inventory`", "CREATE DATABASE `inventory`");
        let closed = "Access denied for user 'inventory_user'@'%' to database 'inventory'";
        says(&told(1044, closed), "may not enter the database `inventory`", "migrate --grant");
    }

    #[test]
    fn a_plugin_the_driver_lacks() {
        let driver = "encountered unexpected or invalid data: unknown authentication plugin: client_ed25519 (sqlx_mysql::protocol::auth:36)";
        says(&Fault::Driver(driver.to_owned()), "client_ed25519", "IDENTIFIED VIA mysql_native_password");
        says(&told(1524, "Plugin 'mysql_native_password' is not loaded"), "mysql_native_password", "caching_sha2_password");
    }

    #[test]
    fn nothing_there() {
        says(
            &Fault::Network { kind: ErrorKind::ConnectionRefused, message: String::from("Connection refused (os error 111)") },
            "Nothing is at 127.0.0.1:3307",
            "docker compose",
        );
        says(&Fault::Network { kind: ErrorKind::TimedOut, message: String::new() }, "firewall", "nc -vz 127.0.0.1 3307");
        let name = "failed to lookup address information: Name or service not known";
        says(&Fault::Network { kind: ErrorKind::Other, message: name.to_owned() }, "cannot be looked up", "getent hosts");
    }

    #[test]
    fn encryption_and_limits() {
        says(
            &Fault::Driver(String::from("error occurred while attempting to establish a TLS connection: server does not support TLS")),
            "has none",
            "PREFERRED",
        );
        says(&told(1040, "Too many connections"), "no connection free", "max_connections");
        says(&told(1142, "SELECT command denied to user 'a'@'b' for table `d`.`tenant`"), "A right is missing", "migrate --grant");
        says(&told(1146, "Table 'inventory.tenant' doesn't exist"), "A table is missing", "stockroom migrate");
    }
}
