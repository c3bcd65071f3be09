//! How the server and our sessions are set, judged.

use super::Finding;

/// What a session of ours sees, after it was set up as all of ours are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    pub sql_mode: String,
    pub isolation: String,
    pub time_zone: String,
    pub charset: String,
    pub collation: String,
    /// Of the database we are in.
    pub database_charset: String,
    pub database_collation: String,
    /// Tables whose letters compare otherwise than the migrations made them.
    pub odd_tables: Vec<String>,
    pub read_only: bool,
    pub log_bin: bool,
    pub binlog_format: String,
    pub flush_at_commit: i64,
    pub max_connections: i64,
    /// How far the server's clock is ahead of ours, in seconds.
    pub clock_ahead: i64,
}

/// What every session must have in its mode: a value that does not fit is an error, not another value.
const STRICT: [&str; 3] = ["STRICT_TRANS_TABLES", "ONLY_FULL_GROUP_BY", "NO_ENGINE_SUBSTITUTION"];

/// Modes that change what SQL means.
const FOREIGN: [&str; 4] = ["ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "IGNORE_SPACE", "NO_UNSIGNED_SUBTRACTION"];

pub(super) fn judge(seen: &Seen, database: &str, pool: u32) -> Vec<Finding> {
    let mut found = vec![modes(seen), isolation(seen), zone(seen), letters(seen, database)];
    if !seen.odd_tables.is_empty() {
        let first = seen.odd_tables.first().cloned().unwrap_or_default();
        found.push(
            Finding::bad(format!("These tables do not compare letters as they were made to (utf8mb4_unicode_ci): {}.", seen.odd_tables.join(", ")))
                .mend(format!("ALTER TABLE `{first}` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;   -- columns of codes are utf8mb4_bin: compare migrations/")),
        );
    }
    if seen.read_only {
        found.push(
            Finding::bad("The server takes no writes: it is a replica, or was set read-only.")
                .mend("point DATABASE_URL at the primary, or: SET GLOBAL read_only = OFF;"),
        );
    }
    if seen.log_bin && seen.binlog_format.eq_ignore_ascii_case("STATEMENT") {
        found.push(
            Finding::bad("The server writes its binary log by statement, which READ COMMITTED does not allow: every write would fail (1665).")
                .mend("SET GLOBAL binlog_format = 'ROW';   -- and in the server's configuration"),
        );
    }
    if seen.flush_at_commit != 1 {
        found.push(
            Finding::notice(format!(
                "innodb_flush_log_at_trx_commit is {}: when the machine loses power, up to a second of what was acknowledged is lost.",
                seen.flush_at_commit
            ))
            .mend("SET GLOBAL innodb_flush_log_at_trx_commit = 1;   -- and in the server's configuration"),
        );
    }
    if seen.max_connections < i64::from(pool) + 5 {
        found.push(
            Finding::notice(format!("The server has room for {} connections, and one process of Stockroom may take {pool}.", seen.max_connections))
                .mend("SET GLOBAL max_connections = 300;   -- or a smaller STOCKROOM_POOL"),
        );
    }
    if seen.clock_ahead.abs() > 2 {
        found.push(
            Finding::notice(format!(
                "The server's clock is {} seconds {} this machine's.",
                seen.clock_ahead.abs(),
                if seen.clock_ahead > 0 { "ahead of" } else { "behind" }
            ))
            .mend("timedatectl set-ntp true   # on both machines"),
        );
    }
    found
}

fn modes(seen: &Seen) -> Finding {
    let has = |mode: &str| seen.sql_mode.split(',').any(|one| one == mode);
    let lacks: Vec<&str> = STRICT.into_iter().filter(|mode| !has(mode)).collect();
    let foreign: Vec<&str> = FOREIGN.into_iter().filter(|mode| has(mode)).collect();
    if lacks.is_empty() && foreign.is_empty() {
        return Finding::good("Sessions are strict: what does not fit is refused.");
    }
    let mut text = String::from(
        "Our sessions have the wrong sql_mode, although each sets its own: something between us and the server (a proxy) drops `SET SESSION`.",
    );
    if !lacks.is_empty() {
        text.push_str(&format!(" Missing: {}.", lacks.join(", ")));
    }
    if !foreign.is_empty() {
        text.push_str(&format!(" Not wanted: {}.", foreign.join(", ")));
    }
    Finding::bad(text).mend("SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';")
}

fn isolation(seen: &Seen) -> Finding {
    let name = seen.isolation.replace('-', " ");
    if name == "READ COMMITTED" {
        return Finding::good("Transactions are READ COMMITTED.");
    }
    Finding::bad(format!(
        "Our transactions are {name}, although each session asks for READ COMMITTED: a proxy drops it. Work would wait for locks it need not take."
    ))
    .mend("SET GLOBAL TRANSACTION ISOLATION LEVEL READ COMMITTED;")
}

fn zone(seen: &Seen) -> Finding {
    if matches!(seen.time_zone.as_str(), "+00:00" | "UTC") {
        return Finding::good("Sessions keep time in UTC.");
    }
    Finding::bad(format!("Our sessions are in the time zone {}, although each asks for UTC: times would be kept wrong.", seen.time_zone))
        .mend("SET GLOBAL time_zone = '+00:00';")
}

fn letters(seen: &Seen, database: &str) -> Finding {
    let mend = format!("ALTER DATABASE `{database}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;");
    if seen.charset != "utf8mb4" || seen.collation != "utf8mb4_unicode_ci" {
        return Finding::bad(format!(
            "Our sessions speak {} ({}), although each asks for utf8mb4 (utf8mb4_unicode_ci): names would be damaged.",
            seen.charset, seen.collation
        ))
        .mend(mend);
    }
    if seen.database_charset == "utf8mb4" && seen.database_collation == "utf8mb4_unicode_ci" {
        return Finding::good("Letters are utf8mb4, compared as utf8mb4_unicode_ci.");
    }
    // Our tables name their own, so only a table made by hand would take the database's.
    Finding::notice(format!(
        "The database `{database}` keeps {} ({}) where nothing else is said; Stockroom's tables say utf8mb4, a table made by hand would not.",
        seen.database_charset, seen.database_collation
    ))
    .mend(mend)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Level;

    fn right() -> Seen {
        Seen {
            sql_mode: String::from(
                "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
            ),
            isolation: String::from("READ-COMMITTED"),
            time_zone: String::from("+00:00"),
            charset: String::from("utf8mb4"),
            collation: String::from("utf8mb4_unicode_ci"),
            database_charset: String::from("utf8mb4"),
            database_collation: String::from("utf8mb4_unicode_ci"),
            binlog_format: String::from("ROW"),
            flush_at_commit: 1,
            max_connections: 151,
            ..Seen::default()
        }
    }

    #[track_caller]
    fn says(seen: &Seen, level: Level, what: &str) {
        let found = judge(seen, "inventory", 16);
        let worst = found.iter().max_by_key(|one| one.level).unwrap();
        assert_eq!(worst.level, level, "{found:#?}");
        assert!(worst.what.contains(what), "{worst:?}");
        assert!(level == Level::Good || !worst.mend.is_empty());
    }

    #[test]
    fn each_setting_is_judged() {
        says(&right(), Level::Good, "");
        says(&Seen { sql_mode: String::new(), ..right() }, Level::Bad, "STRICT_TRANS_TABLES");
        says(&Seen { sql_mode: format!("{},ANSI_QUOTES", right().sql_mode), ..right() }, Level::Bad, "ANSI_QUOTES");
        says(&Seen { isolation: String::from("REPEATABLE-READ"), ..right() }, Level::Bad, "REPEATABLE READ");
        says(&Seen { time_zone: String::from("SYSTEM"), ..right() }, Level::Bad, "SYSTEM");
        says(&Seen { charset: String::from("latin1"), ..right() }, Level::Bad, "latin1");
        says(&Seen { database_charset: String::from("latin1"), ..right() }, Level::Notice, "latin1");
        says(&Seen { database_collation: String::from("utf8mb4_0900_ai_ci"), ..right() }, Level::Notice, "utf8mb4_0900_ai_ci");
        says(&Seen { odd_tables: vec![String::from("item")], ..right() }, Level::Bad, "item");
        says(&Seen { read_only: true, ..right() }, Level::Bad, "no writes");
        says(&Seen { log_bin: true, binlog_format: String::from("STATEMENT"), ..right() }, Level::Bad, "1665");
        says(&Seen { flush_at_commit: 2, ..right() }, Level::Notice, "loses power");
        says(&Seen { max_connections: 10, ..right() }, Level::Notice, "10 connections");
        says(&Seen { clock_ahead: -30, ..right() }, Level::Notice, "30 seconds behind");
    }
}
