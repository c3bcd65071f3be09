//! `stockroom verify`, as whoever runs the shop asks: how long it takes, and how much memory.

use crate::place::{Place, stockroom};
use anyhow::{Context as _, ensure};
use platform::seal::{self, SealKey};
use std::{
    fs::{self, File},
    io::Read as _,
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use vocabulary::TenantId;

/// What a proof took.
pub struct Verified {
    pub seconds: f64,
    /// The most memory that it held, in MiB.
    pub peak: u64,
}

/// Seals what waits, as the server's job does each minute.
///
/// # Errors
/// When the database fails.
pub async fn seals(place: &Place, tenant: TenantId) -> anyhow::Result<()> {
    let (database, key) = (place.database(1)?, SealKey::load_or_make(&place.data.join("seal.key"))?);
    while seal::seal(&database, tenant, &key.signing).await? > 0 {}
    database.close().await;
    Ok(())
}

/// Proves the books, in a process of its own.
///
/// # Errors
/// When they are not right.
pub fn verified(place: &Place, arguments: &[&str]) -> anyhow::Result<Verified> {
    let (said, began) = (place.data.join("verify.log"), Instant::now());
    let mut command = Command::new(stockroom()?);
    command
        .arg("verify")
        .args(arguments)
        .env("STOCKROOM_DATA", &place.data)
        .env("STOCKROOM_LOG", "warn")
        .env_remove("DATABASE_URL")
        .env_remove("MIGRATE_DATABASE_URL");
    let mut child = command.stdout(File::create(&said)?).stderr(Stdio::inherit()).spawn()?;
    let (status, mut peak) = (format!("/proc/{}/status", child.id()), 0);
    let outcome = loop {
        peak = fs::read_to_string(&status).ok().and_then(|text| most(&text)).unwrap_or(0).max(peak);
        match child.try_wait()? {
            Some(outcome) => break outcome,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let seconds = began.elapsed().as_secs_f64();
    let mut text = String::new();
    File::open(&said)?.read_to_string(&mut text).context("what it said")?;
    ensure!(outcome.success(), "{text}");
    Ok(Verified { seconds, peak })
}

/// The most that a process has held, by its own account.
fn most(status: &str) -> Option<u64> {
    let kilobytes: u64 = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes / 1024)
}
