//! Begins to bring a file in.

use super::Imports;
use admin_rules::{Answers, BeginImport, FILE_NAME_MAX, ImportBegun, ImportState};
use platform::{Done, Handle, OpError, Trail, Tx};
use uuid::Uuid;
use vocabulary::{Actor, ImportId};

impl Handle<BeginImport> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, new: BeginImport) -> Result<Done<ImportBegun>, OpError> {
        let (tenant, now, id) = (tx.tenant(), tx.now(), ImportId::new());
        let name = tidy_name(&new.name);
        sqlx::query(
            "INSERT INTO import (tenant_id, id, name, sha256, state, answers, facts, found, problem, tally, job_id, person_id, person_name, created_at) \
             VALUES (?, ?, ?, ?, ?, ?, '', '', '', '', ?, ?, ?, ?)",
        )
        .bind(tenant)
        .bind(id.0)
        .bind(&name)
        .bind(vec![0u8; 32])
        .bind(ImportState::Uploading.code())
        .bind(serde_json::to_string(&Answers::default())?)
        .bind(Uuid::nil())
        .bind(actor.person.map_or(Uuid::nil(), |person| person.0))
        .bind(&actor.name)
        .bind(now)
        .execute(tx.conn())
        .await?;
        Ok(Done::reply(ImportBegun { import: id, job: None }).trail(Trail::of("import", id).with("file", name)))
    }
}

/// A file's name without folders and what cannot be seen.
fn tidy_name(raw: &str) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(FILE_NAME_MAX).collect();
    let name = name.trim();
    if name.is_empty() { String::from("import.csv") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name() {
        assert_eq!(tidy_name("C:\\Users\\me\\stock.csv"), "stock.csv");
        assert_eq!(tidy_name("../../etc/passwd\u{0}"), "passwd");
        assert_eq!(tidy_name(" \u{7} "), "import.csv");
        assert_eq!(tidy_name(&"é".repeat(400)).chars().count(), FILE_NAME_MAX);
    }
}
