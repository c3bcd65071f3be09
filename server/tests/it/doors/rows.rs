//! A tenant's rows, seen underneath.

use crate::running::Books;
use std::collections::{BTreeMap, BTreeSet};

impl Books {
    /// Every id of a tenant's rows and people, with the table it is of.
    pub async fn ids(&mut self, tenant: i64) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for (table, columns) in self.tables().await {
            if columns.iter().any(|column| column == "id") {
                for id in self.texts(format!("SELECT LOWER(HEX(id)) FROM `{table}` WHERE tenant_id = {tenant}")).await {
                    all.insert(hyphenated(&id), table.clone());
                }
            }
        }
        for id in self.texts(format!("SELECT LOWER(HEX(person_id)) FROM membership WHERE tenant_id = {tenant}")).await {
            all.insert(hyphenated(&id), String::from("person"));
        }
        for code in self.texts(format!("SELECT code FROM store WHERE tenant_id = {tenant}")).await {
            all.insert(code, String::from("store's codes"));
        }
        all.insert(tenant.to_string(), String::from("tenant"));
        all
    }

    /// A fingerprint of each table's rows of a tenant, of its people, and of the tenant itself.
    pub async fn fingerprints(&mut self, tenant: i64) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for (table, columns) in self.tables().await {
            all.insert(table.clone(), self.fingerprint(&table, &columns, &format!("tenant_id = {tenant}")).await);
        }
        let members = format!("(SELECT person_id FROM membership WHERE tenant_id = {tenant})");
        let columns = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let person = columns(&["id", "email", "name", "locale", "theme", "disabled_at"]);
        all.insert(String::from("person"), self.fingerprint("person", &person, &format!("id IN {members}")).await);
        let credential = columns(&["person_id", "secret"]);
        all.insert(String::from("credential"), self.fingerprint("credential", &credential, &format!("person_id IN {members}")).await);
        let itself = columns(&["name", "locale", "zone", "public_base", "one_person"]);
        all.insert(String::from("tenant"), self.fingerprint("tenant", &itself, &format!("id = {tenant}")).await);
        all
    }

    async fn fingerprint(&mut self, table: &str, columns: &[String], whose: &str) -> String {
        let written: Vec<String> = columns.iter().map(|column| format!("COALESCE(HEX(CAST(`{column}` AS BINARY)), '~')")).collect();
        let sql = format!(
            "SELECT CAST(CONCAT(COUNT(*), ' rows ', COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', {}))), 0)) AS CHAR) FROM `{table}` WHERE {whose}",
            written.join(", ")
        );
        self.texts(sql).await.remove(0)
    }

    /// How much a tenant's people have done.
    pub async fn done(&mut self, tenant: i64) -> String {
        self.texts(format!("SELECT CAST(COUNT(*) AS CHAR) FROM idempotency WHERE tenant_id = {tenant}")).await.remove(0)
    }

    /// Words that only this tenant's rows hold: names of its items, stores, places and people.
    pub async fn own_words(&mut self, tenant: i64) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        for (table, column) in
            [("item", "name"), ("store", "name"), ("store", "code"), ("location", "name"), ("variant", "sku"), ("category", "name")]
        {
            words.extend(self.texts(format!("SELECT `{column}` FROM `{table}` WHERE tenant_id = {tenant}")).await);
        }
        for column in ["name", "email"] {
            words.extend(
                self.texts(format!("SELECT `{column}` FROM person WHERE id IN (SELECT person_id FROM membership WHERE tenant_id = {tenant})")).await,
            );
        }
        words.extend(self.texts(format!("SELECT name FROM tenant WHERE id = {tenant}")).await);
        words.retain(|word| word.chars().count() > 4);
        words
    }
}

fn hyphenated(hex: &str) -> String {
    hex.parse::<uuid::Uuid>().unwrap().to_string()
}
