//! `stockroom verify`

use crate::connection::Settings;
use anyhow::Context as _;
use chrono::Utc;
use clap::Args;
use ledger::verify::{Check, Failure, Report, verify};
use platform::tenancy;
use std::{process::ExitCode, time::Instant};
use vocabulary::Locale;
use words::Words;

#[derive(Args)]
pub struct Verify {
    /// This tenant alone, by its name in URLs; all of them unless said
    #[arg(long)]
    tenant: Option<String>,
}

impl Verify {
    /// Proves the books of every tenant: 0 when all are right, 1 when one is not.
    pub async fn run(self, settings: Settings) -> anyhow::Result<ExitCode> {
        let opened = settings.open(false).await?;
        let key = opened.known_seal_key()?.signing.verifying_key();
        let tenants = tenancy::all(&opened.database).await.context("the database is not migrated: run `stockroom migrate`")?;
        let wanted: Vec<_> = tenants.into_iter().filter(|(_, slug)| self.tenant.as_ref().is_none_or(|only| only == slug)).collect();
        if let (Some(tenant), true) = (&self.tenant, wanted.is_empty()) {
            anyhow::bail!("there is no tenant {tenant}; `stockroom tenant list` names them");
        }
        let words = Words::new(Locale::En, chrono_tz::UTC, Utc::now());
        let mut clean = true;
        for (tenant, slug) in wanted {
            let started = Instant::now();
            let report = verify(&opened.database, tenant, &key).await?;
            clean &= report.is_clean();
            print!("{}", told(&words, &slug, &report, started.elapsed().as_millis()));
        }
        opened.close().await?;
        Ok(if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// A tenant's table: a line for each check, and under it what is wrong.
fn told(words: &Words, slug: &str, report: &Report, ms: u128) -> String {
    let outcome = if report.is_clean() { "the books are right" } else { "THE BOOKS ARE NOT RIGHT" };
    let mut text = format!("\n{slug}: {outcome} ({}.{:03} s)\n\n  {:<22} {:>12} {:>8}\n", ms / 1000, ms % 1000, "check", "rows", "wrong");
    for check in &report.checks {
        text.push_str(&format!("  {:<22} {:>12} {:>8}\n", words.t(&check.name), check.examined, wrong(check)));
        for failure in &check.failures {
            text.push_str(&format!("      {}\n", line(words, failure)));
        }
        let more = check.wrong.saturating_sub(check.failures.len() as u64);
        if more > 0 {
            text.push_str(&format!("      and {more} more\n"));
        }
    }
    text
}

fn wrong(check: &Check) -> String {
    if check.wrong == 0 { String::from("-") } else { check.wrong.to_string() }
}

/// What is wrong, and every name by which it can be found.
fn line(words: &Words, failure: &Failure) -> String {
    let mut parts = vec![words.said(&failure.said)];
    if !failure.key.is_empty() {
        parts.push(format!("key {}", failure.key));
    }
    parts.extend(failure.seq.map(|seq| format!("seq {seq}")));
    parts.extend(failure.posting.map(|posting| format!("posting {posting}")));
    parts.extend(failure.operation.as_ref().map(|operation| format!("written by {operation}")));
    parts.join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use vocabulary::Said;

    #[test]
    fn a_fault_is_told_with_all_its_names() {
        let mut check = Check::new("proof-sequence");
        check.examined = 7;
        let said = Said::new("proof-sequence-gap").with("expected", "2").with("found", "3");
        check.fails(Failure { key: String::from("l/v/0/1"), seq: Some(3), operation: Some(String::from("receipt")), ..Failure::new(said) });
        let report = Report { checks: vec![check, Check::new("proof-chain")] };
        let text = told(&Words::new(Locale::En, chrono_tz::UTC, Utc::now()), "hart-finch", &report, 1234);
        assert!(text.contains("hart-finch: THE BOOKS ARE NOT RIGHT (1.234 s)"), "{text}");
        assert!(text.contains("Number 2 should come here; 3 does.  key l/v/0/1  seq 3  written by receipt"), "{text}");
    }
}
