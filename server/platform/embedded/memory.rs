//! How much memory the embedded database takes for itself where nobody has said.

use std::fs;

const MIB: u64 = 1 << 20;
/// What MariaDB takes where nobody says.
const LEAST: u64 = 128;
/// More is a decision of an operator's.
const MOST: u64 = 2_048;

/// An eighth of what this process may use of the machine, from 128 MiB to 2 GiB: books that have outgrown it make each posting
/// wait for the disk, and what is left is the pages' and the machine's own.
pub(super) fn buffer_pool() -> String {
    let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];
    let limits = limits.iter().filter_map(|path| fs::read_to_string(path).ok()?.trim().parse().ok());
    let machine = fs::read_to_string("/proc/meminfo").ok().and_then(|text| total(&text));
    share(limits.chain(machine).min())
}

fn share(bytes: Option<u64>) -> String {
    format!("{}M", (bytes.unwrap_or(0) / 8 / MIB).clamp(LEAST, MOST))
}

/// `MemTotal` of /proc/meminfo, in bytes.
fn total(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_eighth_within_bounds() {
        assert_eq!(total("MemTotal:       16384000 kB\nMemFree: 1 kB\n"), Some(16_384_000 * 1024));
        assert_eq!(total("nothing"), None);
        assert_eq!(share(None), "128M");
        assert_eq!(share(Some(512 * MIB)), "128M", "a small machine");
        assert_eq!(share(Some(8_192 * MIB)), "1024M");
        assert_eq!(share(Some(u64::MAX)), "2048M", "a container without a limit says so");
    }
}
