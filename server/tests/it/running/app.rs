//! The server as a process: started, asked to stop, killed.

use super::Place;
use std::{
    fs::File,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc,
    time::{Duration, Instant},
};

/// How long a start may take on a busy machine, the database's recovery included.
const START: Duration = Duration::from_secs(120);

/// A running `stockroom serve`.
pub struct App {
    child: Child,
    /// Where it serves plain http.
    pub address: SocketAddr,
    /// Where it serves https, when started with `--lan`.
    pub lan: Option<SocketAddr>,
    log: PathBuf,
}

/// The binary under test: the one that was built with this test, or the one a drill names.
fn binary() -> PathBuf {
    std::env::var_os("STOCKROOM_TEST_BIN").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_stockroom")), PathBuf::from)
}

/// Sends a signal to one process, by its number.
pub fn kill(signal: &str, pid: u32) {
    let _ = Command::new("/bin/sh").args(["-c", "kill -$0 $1 2>/dev/null", signal, &pid.to_string()]).status();
}

impl App {
    /// `stockroom serve` on a folder, killed (-9) as soon as its log says this.
    pub async fn cut_short(place: &Place, arguments: &[&str], at: &str) {
        let (mut child, log) = Self::spawn(place, arguments, Stdio::null());
        let began = Instant::now();
        while !std::fs::read_to_string(&log).is_ok_and(|text| text.contains(at)) {
            let over = child.try_wait().unwrap().is_some() || began.elapsed() > START;
            assert!(!over, "it never said {at:?}: {}", std::fs::read_to_string(&log).unwrap_or_default());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        kill("KILL", child.id());
        let _ = child.wait();
    }

    fn spawn(place: &Place, arguments: &[&str], out: Stdio) -> (Child, PathBuf) {
        let log = place.root.join("app.log");
        let errors = File::options().append(true).create(true).open(&log).unwrap();
        let mut command = Command::new(binary());
        command.arg("serve").args(arguments).current_dir(&place.root);
        for variable in ["DATABASE_URL", "MIGRATE_DATABASE_URL", "STOCKROOM_SEAL_KEY_FILE", "STOCKROOM_SECURE_COOKIES"] {
            command.env_remove(variable).env_remove(format!("{variable}_FILE"));
        }
        command.env("STOCKROOM_DATA", place.data()).env("STOCKROOM_SITE", place.site());
        command.env("STOCKROOM_ADDR", "127.0.0.1:0").env("STOCKROOM_LAN_ADDR", "127.0.0.1:0").env("STOCKROOM_LOG", "info,sqlx=warn,hyper=warn");
        (command.stdin(Stdio::null()).stdout(out).stderr(errors).spawn().unwrap(), log)
    }

    /// `stockroom serve` on a folder, on ports that are free.
    pub async fn start(place: &Place, arguments: &[&str]) -> Self {
        let (mut child, log) = Self::spawn(place, arguments, Stdio::piped());
        let (say, said) = mpsc::channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        // Reads to the end, or the server would stop at a full pipe.
        std::thread::spawn(move || out.lines().map_while(Result::ok).for_each(|line| drop(say.send(line))));
        let began = Instant::now();
        let mut lan = None;
        let address = loop {
            match said.try_recv() {
                Ok(line) => {
                    if let Some((_, rest)) = line.split_once("network open  https://") {
                        lan = rest.trim().trim_end_matches('/').parse().ok();
                    }
                    if let Some((_, address)) = line.split_once("Stockroom is at http://") {
                        break address.trim().parse().unwrap();
                    }
                }
                Err(mpsc::TryRecvError::Empty) if began.elapsed() < START => tokio::time::sleep(Duration::from_millis(10)).await,
                Err(_) => {
                    let _ = child.kill();
                    let _ = child.wait();
                    panic!("it did not start: {}", std::fs::read_to_string(&log).unwrap_or_default());
                }
            }
        };
        Self { child, address, lan, log }
    }

    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// `kill -9`: no handler runs, nothing is flushed.
    pub fn kill(mut self) {
        kill("KILL", self.child.id());
        let _ = self.child.wait();
    }

    /// Asks it to stop and waits until it has.
    pub async fn stop(mut self) -> ExitStatus {
        self.ask_to_stop();
        self.ended().await
    }

    /// SIGTERM.
    pub fn ask_to_stop(&self) {
        kill("TERM", self.child.id());
    }

    /// Waits until it has ended.
    pub async fn ended(&mut self) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < Duration::from_secs(60), "it does not stop: {}", self.said());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// How much memory it holds, in MiB.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }

    /// What it has logged as its own fault.
    pub fn failures(&self) -> Vec<String> {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        text.lines().filter(|line| line.contains(" ERROR ") || line.contains("panicked")).map(str::to_owned).collect()
    }

    /// The end of what it has logged.
    pub fn said(&self) -> String {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if self.is_alive() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}
