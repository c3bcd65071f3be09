//! What is printed: where it was measured, and ratios with their spread.

use crate::{Settings, place::Place};
use std::{fs, process::Command};

/// Everything a figure needs beside it to mean something.
///
/// # Errors
/// When the database does not answer.
pub async fn heading(what: &str, place: &Place, settings: &Settings) -> anyhow::Result<()> {
    let mut connection = place.connection().await?;
    let (version, flush, pool, binlog, sync): (String, i64, i64, i64, i64) = sqlx::query_as(
        "SELECT VERSION(), CAST(@@innodb_flush_log_at_trx_commit AS SIGNED), CAST(@@innodb_buffer_pool_size / 1048576 AS SIGNED),
         CAST(@@log_bin AS SIGNED), CAST(@@sync_binlog AS SIGNED)",
    )
    .fetch_one(&mut connection)
    .await?;
    let binlog = if binlog == 1 { format!("on, sync_binlog={sync}") } else { String::from("off") };
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name)).unwrap_or("unknown");
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let commit = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    let commit = commit.map(|out| String::from_utf8_lossy(&out.stdout).trim().to_owned()).unwrap_or_default();
    println!("{what}");
    println!("  {} · commit {commit} · {cores} cores, {model}", chrono::Utc::now().format("%Y-%m-%d %H:%M UTC"));
    println!("  {version} · innodb_flush_log_at_trx_commit={flush} · buffer pool {pool} MiB · binlog {binlog}");
    println!("  data set {} · {} pairs, A B A B · load {}", settings.size.tag(), settings.pairs, load());
    Ok(())
}

/// The machine's load: of one minute, five, fifteen.
pub fn load() -> String {
    fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').take(3).collect::<Vec<_>>().join(" ")
}

/// Ratios of pairs.
#[derive(Default)]
pub struct Pairs {
    ratios: Vec<f64>,
    ours: Vec<f64>,
    probes: Vec<f64>,
}

impl Pairs {
    pub fn add(&mut self, ours: f64, probe: f64) {
        self.ratios.push(ours / probe);
        self.ours.push(ours);
        self.probes.push(probe);
    }

    /// The median of the ratios with the smallest and the largest, and the same of both sides in `unit`.
    pub fn print(&self, name: &str, unit: &str, aim: &str) {
        let aim = if aim.is_empty() { String::new() } else { format!("; aim {aim}") };
        println!("  {name}: {} (median, least – most){aim}", spread(&self.ratios, 3));
        println!("    ours {} {unit}; probe {} {unit}", spread(&self.ours, 1), spread(&self.probes, 1));
    }
}

/// `median [least – most]`.
pub fn spread(values: &[f64], digits: usize) -> String {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (least, most) = (sorted.first().copied().unwrap_or(f64::NAN), sorted.last().copied().unwrap_or(f64::NAN));
    format!("{:.digits$} [{least:.digits$} – {most:.digits$}]", median(&sorted))
}

/// The middle of sorted values.
fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    match (sorted.len() % 2, sorted.get(middle.saturating_sub(1)), sorted.get(middle)) {
        (0, Some(low), Some(high)) => (low + high) / 2.0,
        (_, _, Some(middle)) => *middle,
        _ => f64::NAN,
    }
}

/// A process' processor time so far, in milliseconds.
pub fn cpu(pid: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // After the program's name, which may hold anything: from the state on, ticks of a hundredth of a second.
    let ticks = text.rsplit(") ").next().unwrap_or_default().split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() * 10.0
}

/// A line of a process' status, in MiB: `VmRSS`, `VmHWM`.
pub fn memory(pid: u32, line: &str) -> f64 {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let value = text.lines().find_map(|found| found.strip_prefix(line)?.strip_prefix(':')?.trim().split(' ').next()?.parse::<f64>().ok());
    value.unwrap_or(f64::NAN) / 1024.0
}

/// Forgets a process' highest memory so far.
pub fn forget_peak(pid: u32) {
    let _ = fs::write(format!("/proc/{pid}/clear_refs"), "5");
}
