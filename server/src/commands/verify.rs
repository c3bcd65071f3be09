//! `stockroom verify`

use crate::{connection::Settings, wiring::Process};
use admin::proof::prove;
use admin_rules::ProofSince;
use anyhow::Context as _;
use chrono::{SecondsFormat, Utc};
use clap::Args;
use ledger::verify::{Check, Failure, Outcome, ProvedFrom, Report};
use platform::tenancy;
use std::process::ExitCode;
use vocabulary::{Actor, Door, Locale, ProofId};
use words::Words;

#[derive(Args)]
pub struct Verify {
    /// This tenant alone, by its name in URLs; all of them unless said
    #[arg(long)]
    tenant: Option<String>,
    /// Only what was recorded since, and whatever it touched: `last` (no clean proof has looked at it yet), a day or an instant
    #[arg(long, value_name = "last|2026-11-30|2026-11-30T08:00:00Z")]
    since: Option<ProofSince>,
}

impl Verify {
    /// Proves the books of every tenant and keeps what it found: 0 when all that was looked at is right, 1 when something is not.
    pub async fn run(self, settings: Settings) -> anyhow::Result<ExitCode> {
        let opened = settings.open(false).await?;
        let key = opened.known_seal_key()?.signing.verifying_key();
        let tenants = tenancy::all(&opened.database).await.context("the database is not migrated: run `stockroom migrate`")?;
        let wanted: Vec<_> = tenants.into_iter().filter(|(_, slug)| self.tenant.as_ref().is_none_or(|only| only == slug)).collect();
        if let (Some(tenant), true) = (&self.tenant, wanted.is_empty()) {
            anyhow::bail!("there is no tenant {tenant}; `stockroom tenant list` names them");
        }
        let words = Words::new(Locale::En, chrono_tz::UTC, Utc::now());
        let process = Process::new(opened.database.clone());
        let mut clean = true;
        for (tenant, slug) in wanted {
            let proved = prove(&process.desk, tenant, &key, self.since).await?;
            clean &= proved.report.is_clean();
            print!("{}", told(&words, &slug, &proved.report, proved.took.as_millis()));
            // Books that cannot be written to can be proved all the same.
            if let Err(error) = proved.keep(&process.desk, &Actor::system(tenant, Door::Command), ProofId::new()).await {
                eprintln!("\n{slug}: the proof could not be kept: {error}");
            }
        }
        opened.close().await?;
        Ok(if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// A tenant's table: a line for each check, and under it what is wrong.
fn told(words: &Words, slug: &str, report: &Report, ms: u128) -> String {
    let outcome = match report.outcome() {
        Outcome::Right => String::from("the books are right"),
        Outcome::RightSince(begun) => words.with("proof-clean-since", &[("time", instant(&begun).into())]),
        Outcome::Wrong => String::from("THE BOOKS ARE NOT RIGHT"),
    };
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
    if let Some(begun) = &report.since {
        text.push_str(&format!("\n  {} ({}, seal {})\n", words.t("proof-unseen"), instant(begun), begun.seal));
        for unseen in &report.unseen {
            text.push_str(&format!("      {}\n", words.t(unseen)));
        }
    }
    text
}

/// As it can be handed in again.
fn instant(begun: &ProvedFrom) -> String {
    begun.at.to_rfc3339_opts(SecondsFormat::Secs, true)
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
        let report = Report { checks: vec![check, Check::new("proof-chain")], ..Report::default() };
        let text = told(&Words::new(Locale::En, chrono_tz::UTC, Utc::now()), "hart-finch", &report, 1234);
        assert!(text.contains("hart-finch: THE BOOKS ARE NOT RIGHT (1.234 s)"), "{text}");
        assert!(text.contains("Number 2 should come here; 3 does.  key l/v/0/1  seq 3  written by receipt"), "{text}");
    }

    #[test]
    fn what_was_not_looked_at_is_told() {
        let since = Some(ProvedFrom { seal: 7, at: "2026-11-30T08:00:00Z".parse().unwrap() });
        let report = Report { checks: vec![Check::new("proof-chain")], since, through: 9, unseen: vec![String::from("proof-unseen-days")] };
        let text = told(&Words::new(Locale::En, chrono_tz::UTC, Utc::now()), "hart-finch", &report, 5);
        assert!(text.contains("hart-finch: What was recorded since 2026-11-30T08:00:00Z is right (0.005 s)"), "{text}");
        assert!(text.contains("Not looked at (2026-11-30T08:00:00Z, seal 7)\n      The sums of cost by day"), "{text}");
        assert!(!text.contains("the books are right"), "{text}");
    }
}
