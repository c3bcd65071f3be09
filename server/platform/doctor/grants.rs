//! What a database user may do, read from `SHOW GRANTS`, compared with what the application needs and must not have.

use super::Finding;
use crate::migrate::{MAY_DELETE, MAY_UPDATE};
use std::collections::BTreeSet;

/// The tables that hold history: nobody who serves requests may change or delete a row of them.
pub(super) const HISTORY: [&str; 7] = ["stock_movement", "posting", "reversal", "audit", "seal", "seal_leaf", "proof"];

/// Where a right holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum On {
    Everything,
    Database(String),
    Table(String, String),
}

/// One line of `SHOW GRANTS`.
#[derive(Clone, Debug)]
struct Grant {
    rights: BTreeSet<String>,
    on: On,
}

/// All that was granted.
#[derive(Clone, Debug, Default)]
pub(super) struct Grants(Vec<Grant>);

impl Grants {
    /// Reads the lines; what is no grant on tables (roles, proxies) is passed over.
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        Self(lines.into_iter().filter_map(line).collect())
    }

    /// Whether the user may do this with this table.
    pub fn may(&self, right: &str, database: &str, table: &str) -> bool {
        self.0.iter().any(|grant| {
            let here = match &grant.on {
                On::Everything => true,
                On::Database(pattern) => matches(pattern, database),
                On::Table(in_database, named) => in_database == database && named == table,
            };
            here && (grant.rights.contains(right) || grant.rights.contains("ALL PRIVILEGES") || grant.rights.contains("ALL"))
        })
    }

    /// What the application's user lacks, and what it has too much of. `account` is as the server calls it.
    pub fn judge(&self, database: &str, tables: &[String], account: &str) -> Vec<Finding> {
        let mut lacks: Vec<String> = Vec::new();
        for table in tables {
            let mut wanted = vec!["SELECT", "INSERT"];
            wanted.extend(MAY_UPDATE.contains(&table.as_str()).then_some("UPDATE"));
            wanted.extend(MAY_DELETE.contains(&table.as_str()).then_some("DELETE"));
            let missing: Vec<&str> = wanted.into_iter().filter(|right| !self.may(right, database, table)).collect();
            if !missing.is_empty() {
                lacks.push(format!("{} on {table}", missing.join(", ")));
            }
        }
        let grant = format!("stockroom migrate --grant \"{account}\"   # with MIGRATE_DATABASE_URL of a user that may grant");
        let mut found = Vec::new();
        if lacks.is_empty() {
            found.push(Finding::good(format!("{account} has every right the application needs, on {} tables.", tables.len())));
        } else {
            let shown = lacks.iter().take(6).cloned().collect::<Vec<_>>().join("; ");
            let more = lacks.len().saturating_sub(6);
            let more = if more > 0 { format!("; and {more} more") } else { String::new() };
            found.push(Finding::bad(format!("{account} lacks rights: {shown}{more}.")).mend(grant.clone()));
        }
        let can: Vec<&str> = HISTORY
            .into_iter()
            .filter(|table| tables.iter().any(|known| known == table))
            .filter(|table| self.may("UPDATE", database, table) || self.may("DELETE", database, table))
            .collect();
        if can.is_empty() {
            found.push(Finding::good(format!("{account} can change no row of history (movements, postings, audit, seals).")));
        } else {
            // It works; but then the books are only as good as every line of every program that has this password.
            found.push(
                Finding::notice(format!(
                    "{account} may change or delete rows of history ({}). Stockroom never does; give it a user that cannot.",
                    can.join(", ")
                ))
                .mend("CREATE USER 'stockroom_app'@'%' IDENTIFIED BY 'PASSWORD';   -- as root")
                .mend(format!("MIGRATE_DATABASE_URL=\"$DATABASE_URL\" stockroom migrate --grant \"'stockroom_app'@'%'\"   # in {database}"))
                .mend("export DATABASE_URL with stockroom_app, MIGRATE_DATABASE_URL with the user of now"),
            );
        }
        found
    }
}

/// `GRANT SELECT, INSERT (a, b) ON `d`.`t` TO …`.
fn line(text: &str) -> Option<Grant> {
    let (rights, rest) = text.strip_prefix("GRANT ")?.split_once(" ON ")?;
    let (object, _) = rest.split_once(" TO ")?;
    // A right on some columns alone is none on the table.
    let rights = outside_brackets(rights).into_iter().map(|right| right.trim().to_uppercase()).filter(|right| !right.contains('(')).collect();
    let object = object.trim_start_matches("TABLE ");
    let (database, table) = split_name(object)?;
    let on = match (database.as_str(), table.as_str()) {
        ("*", "*") => On::Everything,
        (_, "*") => On::Database(database),
        _ => On::Table(database.replace("\\_", "_"), table),
    };
    Some(Grant { rights, on })
}

fn outside_brackets(text: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0i32);
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts
}

/// `` `a`.`b` ``, `` `a`.* `` or `*.*`.
fn split_name(object: &str) -> Option<(String, String)> {
    let plain = |part: &str| part.trim().trim_matches('`').replace("``", "`");
    let at = object.find("`.").map(|at| at + 1).or_else(|| object.find('.'))?;
    Some((plain(object.get(..at)?), plain(object.get(at + 1..)?)))
}

/// Whether a grant's pattern names this database: `%` is anything, `\_` an underscore, `_` any one letter.
fn matches(pattern: &str, database: &str) -> bool {
    fn at(pattern: &[char], text: &[char]) -> bool {
        match pattern {
            [] => text.is_empty(),
            ['%', rest @ ..] => (0..=text.len()).any(|skip| at(rest, text.get(skip..).unwrap_or_default())),
            ['\\', exact, rest @ ..] => text.first() == Some(exact) && at(rest, text.get(1..).unwrap_or_default()),
            ['_', rest @ ..] => !text.is_empty() && at(rest, text.get(1..).unwrap_or_default()),
            [exact, rest @ ..] => text.first() == Some(exact) && at(rest, text.get(1..).unwrap_or_default()),
        }
    }
    at(&pattern.chars().collect::<Vec<_>>(), &database.chars().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{doctor::Level, migrate};

    fn tables() -> Vec<String> {
        ["tenant", "session", "stock_balance", "stock_movement", "posting", "audit", "seal_queue"].map(String::from).to_vec()
    }

    #[test]
    fn our_own_grants_are_exactly_right() {
        let lines = migrate::grants("inventory", "'app'@'%'", &tables());
        let grants = Grants::read(lines.iter().map(String::as_str));
        let found = grants.judge("inventory", &tables(), "'app'@'%'");
        assert!(found.iter().all(|one| one.level == Level::Good), "{found:?}");
        assert!(!grants.may("UPDATE", "inventory", "stock_movement") && grants.may("UPDATE", "inventory", "stock_balance"));
    }

    #[test]
    fn what_is_missing_is_named() {
        let some =
            ["GRANT USAGE ON *.* TO `app`@`%`", "GRANT SELECT ON `inventory`.* TO `app`@`%`", "GRANT INSERT ON `inventory`.`tenant` TO `app`@`%`"];
        let found = Grants::read(some).judge("inventory", &tables(), "'app'@'%'");
        assert_eq!(found[0].level, Level::Bad);
        assert!(found[0].what.contains("UPDATE on tenant") && found[0].what.contains("INSERT, UPDATE, DELETE on session"), "{}", found[0].what);
        assert!(found[0].mend[0].contains("migrate --grant"));
    }

    #[test]
    fn who_may_do_everything_may_change_history() {
        let lines = [
            "GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` IDENTIFIED BY PASSWORD '*x' WITH GRANT OPTION",
            "GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION",
        ];
        let found = Grants::read(lines).judge("inventory", &tables(), "'root'@'localhost'");
        assert_eq!((found[0].level, found[1].level), (Level::Good, Level::Notice));
        assert!(found[1].what.contains("stock_movement"));
    }

    #[test]
    fn names_and_patterns_are_read() {
        let grants = Grants::read([
            "GRANT SELECT, INSERT ON `stock\\_room`.* TO `a`@`%`",
            "GRANT UPDATE (`name`, `zone`), DELETE ON `x`.`t` TO `a`@`%`",
            "GRANT SELECT ON `test%`.* TO `a`@`%`",
            "GRANT `role`@`%` TO `a`@`%`",
        ]);
        assert!(grants.may("INSERT", "stock_room", "t") && !grants.may("INSERT", "stockxroom", "t"));
        assert!(grants.may("DELETE", "x", "t") && !grants.may("UPDATE", "x", "t"), "a right on columns is none on the table");
        assert!(grants.may("SELECT", "test_7", "t") && !grants.may("SELECT", "tes", "t"));
    }
}
