//! The server's process: set up once, started, found again, asked whether it lives, stopped.

use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use sqlx::mysql::{MySqlConnectOptions, MySqlConnection, MySqlSslMode};
use sqlx::{ConnectOptions, Connection};
use tokio::process::{Child, Command};
use tokio::sync::Mutex;

use super::Options;
use super::engine::{Engine, Flavour, Programs, Verdict};
use super::error::{At, EmbeddedError};
use super::folder::Folder;
use super::locks::Gate;
use super::secrets::Secrets;

const LONGEST_START: Duration = Duration::from_secs(300);
const LONGEST_ANSWER: Duration = Duration::from_secs(5);
/// MySQL opens its socket a moment before it has run the statements that set the passwords.
const LONGEST_REFUSAL: Duration = Duration::from_secs(10);
const LONGEST_STOP: Duration = Duration::from_secs(120);
const LARGEST_LOG: u64 = 16 << 20;

#[derive(Debug)]
pub(super) struct Server {
    pub folder: Folder,
    pub secrets: Secrets,
    options: Options,
    /// Ours to wait for when this process started it; a server found running is somebody else's child.
    child: Mutex<Option<Child>>,
}

impl Server {
    pub fn new(folder: Folder, secrets: Secrets, options: Options) -> Self {
        Self { folder, secrets, options, child: Mutex::new(None) }
    }

    /// The process of this folder's server, if it lives. A pid alone proves nothing, since pids are used again: the
    /// process must have been started on this folder's data.
    pub fn process(&self) -> Option<u32> {
        let database = self.folder.database();
        let on_our_data = |word: &str| word.strip_prefix("--datadir=").is_some_and(|folder| Path::new(folder) == database);
        [self.folder.pid_file(), self.folder.servers_pid_file()].iter().find_map(|file| {
            let pid = fs::read_to_string(file).ok()?.trim().parse().ok()?;
            command_line(pid)?.split('\0').any(on_our_data).then_some(pid)
        })
    }

    /// Joins the server that runs, or starts one. The caller holds the gate.
    pub async fn ensure_running(&self, _gate: &Gate) -> Result<(), EmbeddedError> {
        let mut wait = Wait::new(&self.folder, LONGEST_REFUSAL);
        while let Some(pid) = self.process() {
            // It may be starting or stopping just now: it will answer, or be gone.
            if wait.heard(pid, self.ask().await)? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let programs = Programs::find(self.options.server.as_deref()).await?;
        let verdict = programs.check(&self.folder, self.options.upgrade)?;
        if !self.folder.is_installed() {
            self.install(&programs).await?;
        }
        // The users are set only when they are not known to be as they should be. To set them at each start would be
        // writing to the tables by which everybody is let in, which may be cut short like any other write.
        let known = fs::read_to_string(self.folder.users_file()).is_ok_and(|noted| noted == self.secrets.fingerprint());
        match self.launch(&programs, !known).await {
            Err(EmbeddedError::Refused { pid, .. }) if known => {
                tracing::warn!(pid, "the embedded database refuses its own passwords; starting it again to set them");
                self.gone(pid).await;
                self.launch(&programs, true).await?;
            }
            launched => launched?,
        }
        if let Verdict::Upgrade { from } = verdict {
            self.upgrade(&programs, from).await?;
        }
        programs.record(&self.folder)
    }

    /// Sets up beside the final place and moves it there when complete: half a set-up is never taken for data.
    async fn install(&self, programs: &Programs) -> Result<(), EmbeddedError> {
        let folder = &self.folder;
        let log = folder.root.join("log/install.log");
        for entry in fs::read_dir(&folder.root).at(&folder.root)?.flatten() {
            if entry.file_name().as_encoded_bytes().starts_with(b"db.new") {
                fs::remove_dir_all(entry.path()).at(&entry.path())?;
            }
        }
        // A name of our own: a killed process's installer may still be writing to the old one.
        let unfinished = folder.root.join(format!("db.new-{}", std::process::id()));
        folder.own_folder(&unfinished)?;
        tracing::info!(engine = %programs.engine, folder = %folder.root.display(), "setting up the embedded database (once)");
        let mut command = match programs.engine.flavour {
            Flavour::MariaDb => {
                let installer = programs.companion("mariadb-install-db").or_else(|| programs.companion("mysql_install_db"));
                let installer = installer.ok_or_else(|| EmbeddedError::NoInstaller { server: programs.server.clone() })?;
                let mut command = Command::new(installer);
                command.args(["--no-defaults", "--skip-test-db", "--skip-name-resolve", "--auth-root-authentication-method=socket"]);
                command
            }
            Flavour::MySql => {
                let mut command = Command::new(&programs.server);
                command.args(["--no-defaults", "--initialize-insecure", "--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci"]);
                command
            }
        };
        command.arg(format!("--datadir={}", unfinished.display()));
        self.dress(&mut command, &log)?;
        let ended = command.status().await.at(&programs.server)?;
        if !ended.success() {
            return Err(EmbeddedError::Install { folder: folder.root.clone(), tail: tail(&log), log });
        }
        programs.record(folder)?;
        fs::remove_file(folder.users_file()).ok();
        fs::rename(&unfinished, folder.database()).at(&folder.database())
    }

    /// Starts the server and waits until it lets us in; with `users` it makes them first, with their passwords.
    async fn launch(&self, programs: &Programs, users: bool) -> Result<(), EmbeddedError> {
        let (folder, log) = (&self.folder, self.folder.log());
        let statements = folder.root.join("start.sql");
        if users {
            folder.replace(&statements, &self.secrets.statements(), 0o600).at(&statements)?;
            folder.give(&statements)?;
        }
        if fs::metadata(&log).is_ok_and(|found| found.len() > LARGEST_LOG) {
            fs::rename(&log, log.with_extension("log.1")).at(&log)?;
        }
        // A killed server's socket, and MySQL's lock beside it, which a pid used again would keep shut. Nobody lives there:
        // we hold the gate and looked.
        for left in [folder.socket.clone(), folder.socket.with_added_extension("lock")] {
            match fs::remove_file(&left) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error).at(&left),
                _ => {}
            }
        }
        let mut command = Command::new(&programs.server);
        command.args(self.arguments(programs.engine.flavour));
        if users {
            command.arg(format!("--init-file={}", statements.display()));
        }
        self.dress(&mut command, &log)?;
        // Where no statement sets the passwords, a refusal is the last word.
        let mut wait = Wait::new(folder, if users { LONGEST_REFUSAL } else { Duration::ZERO });
        let mut child = command.spawn().at(&programs.server)?;
        let pid = child.id().unwrap_or_default();
        folder.replace(&folder.pid_file(), &format!("{pid}\n"), 0o644).at(&folder.pid_file())?;
        loop {
            match wait.heard(pid, self.ask().await) {
                Ok(true) => break,
                Ok(false) => {}
                Err(error) => {
                    if matches!(error, EmbeddedError::Refused { .. }) {
                        self.ask_to_stop(pid);
                    }
                    return Err(error);
                }
            }
            if let Some(status) = child.try_wait().at(&programs.server)? {
                return Err(EmbeddedError::Start { status: status.to_string(), tail: tail(&log), log });
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        if users {
            fs::remove_file(&statements).at(&statements)?;
            folder.replace(&folder.users_file(), &self.secrets.fingerprint(), 0o600).at(&folder.users_file())?;
        }
        *self.child.lock().await = Some(child);
        tracing::info!(engine = %programs.engine, pid, milliseconds = wait.began.elapsed().as_millis(), "the embedded database is running");
        Ok(())
    }

    fn arguments(&self, flavour: Flavour) -> Vec<String> {
        let folder = &self.folder;
        let mut arguments = vec![
            "--no-defaults".to_owned(),
            format!("--datadir={}", folder.database().display()),
            format!("--socket={}", folder.socket.display()),
            format!("--pid-file={}", folder.servers_pid_file().display()),
            format!("--innodb-buffer-pool-size={}", self.options.buffer_pool),
        ];
        let both = [
            "--skip-networking",
            "--skip-name-resolve",
            "--skip-log-bin",
            "--local-infile=0",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--default-time-zone=+00:00",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-rollback-on-timeout=ON",
            "--innodb-lock-wait-timeout=3",
            "--max-connections=100",
            "--max-allowed-packet=64M",
            "--performance-schema=OFF",
        ];
        arguments.extend(both.map(str::to_owned));
        if flavour == Flavour::MySql {
            arguments.extend(["--mysqlx=OFF", "--secure-file-priv=NULL"].map(str::to_owned));
        }
        arguments
    }

    /// What every program of the server's gets: its user, a folder it may stand in, a log, and no share in our
    /// terminal's Ctrl-C: the server must outlive the process that started it while others use it.
    fn dress(&self, command: &mut Command, log: &Path) -> Result<(), EmbeddedError> {
        let out = OpenOptions::new().append(true).create(true).mode(0o600).open(log).at(log)?;
        let err = out.try_clone().at(log)?;
        command.stdin(Stdio::null()).stdout(out).stderr(err).process_group(0);
        command.current_dir(self.folder.root.join("run")).env("TMPDIR", self.folder.temporary());
        if let Some(account) = &self.folder.account {
            command.uid(account.uid).gid(account.gid);
        }
        Ok(())
    }

    /// Whether the server of this folder lets us in.
    async fn ask(&self) -> Answer {
        let options = MySqlConnectOptions::new()
            .socket(&self.folder.socket)
            .username("root")
            .password(&self.secrets.root)
            .ssl_mode(if self.wants_tls() { MySqlSslMode::Preferred } else { MySqlSslMode::Disabled })
            .disable_statement_logging();
        match tokio::time::timeout(LONGEST_ANSWER, MySqlConnection::connect_with(&options)).await {
            Ok(Ok(connection)) => {
                // Best effort: the server closes it when we do not.
                connection.close().await.ok();
                Answer::Welcome
            }
            Ok(Err(sqlx::Error::Database(error))) if error.code().as_deref() == Some("28000") => Answer::Refused(error.to_string()),
            _ => Answer::NotYet,
        }
    }

    /// The socket does not leave this machine and needs no TLS. But MySQL takes a password on a socket in the clear, which
    /// the driver sends through TLS only.
    pub fn wants_tls(&self) -> bool {
        let engine = fs::read_to_string(self.folder.engine_file()).ok().and_then(|line| Engine::parse(&line));
        engine.is_some_and(|engine| engine.flavour == Flavour::MySql)
    }

    /// MySQL has upgraded its tables while starting; MariaDB wants to be asked.
    async fn upgrade(&self, programs: &Programs, from: Engine) -> Result<(), EmbeddedError> {
        tracing::warn!(%from, to = %programs.engine, "upgrading the embedded database");
        if programs.engine.flavour == Flavour::MySql {
            return Ok(());
        }
        let failed = |answer: String| EmbeddedError::Upgrade { folder: self.folder.root.clone(), used: from, answer };
        let program = programs.companion("mariadb-upgrade").ok_or_else(|| failed("there is no program mariadb-upgrade".to_owned()))?;
        let mut command = Command::new(&program);
        command.arg("--no-defaults").arg(format!("--socket={}", self.folder.socket.display())).arg("--user=root");
        command.env("MYSQL_PWD", &self.secrets.root).current_dir(self.folder.root.join("run"));
        let output = command.output().await.at(&program)?;
        match output.status.success() {
            true => Ok(()),
            false => Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned())),
        }
    }

    /// Asks the server to stop and waits until it is gone. It is never killed: it may be writing.
    pub async fn shut_down(&self, _gate: &Gate) -> Result<(), EmbeddedError> {
        let Some(pid) = self.process() else { return Ok(()) };
        let began = Instant::now();
        self.ask_to_stop(pid);
        let mut child = self.child.lock().await.take();
        loop {
            // Waiting for it is also what takes a child of ours off the system's list.
            let gone = match &mut child {
                Some(child) if child.id() == Some(pid) => child.try_wait().at(&self.folder.pid_file())?.is_some(),
                _ => self.process().is_none(),
            };
            if gone {
                // Left behind they would do no harm; gone they tell a person that nothing runs.
                fs::remove_file(self.folder.pid_file()).ok();
                fs::remove_file(&self.folder.socket).ok();
                return Ok(());
            }
            if began.elapsed() > LONGEST_STOP {
                *self.child.lock().await = child;
                return Err(EmbeddedError::StillRunning { pid, seconds: LONGEST_STOP.as_secs(), log: self.folder.log() });
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until a server that was asked to stop is gone, for as long as one that stops may take.
    async fn gone(&self, pid: u32) {
        let began = Instant::now();
        while self.process() == Some(pid) && began.elapsed() < LONGEST_STOP {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// SIGTERM, by the shell that every system has.
    pub fn ask_to_stop(&self, pid: u32) {
        let asked = std::process::Command::new("/bin/sh").args(["-c", "kill -TERM \"$0\"", &pid.to_string()]).status();
        if !asked.is_ok_and(|status| status.success()) {
            tracing::warn!(pid, "the embedded database could not be asked to stop");
        }
    }
}

enum Answer {
    Welcome,
    /// It starts, stops or recovers.
    NotYet,
    Refused(String),
}

/// How long a server has been waited for, and how long it has been refusing.
struct Wait {
    began: Instant,
    refusing_since: Option<Instant>,
    longest_refusal: Duration,
    secrets: PathBuf,
    log: PathBuf,
}

impl Wait {
    fn new(folder: &Folder, longest_refusal: Duration) -> Self {
        Self { began: Instant::now(), refusing_since: None, longest_refusal, secrets: folder.secrets_file(), log: folder.log() }
    }

    /// `Ok(true)` when the server lets us in, `Ok(false)` when it is worth asking again.
    fn heard(&mut self, pid: u32, answer: Answer) -> Result<bool, EmbeddedError> {
        match answer {
            Answer::Welcome => return Ok(true),
            Answer::NotYet => {}
            Answer::Refused(answer) => {
                if self.refusing_since.get_or_insert_with(Instant::now).elapsed() >= self.longest_refusal {
                    return Err(EmbeddedError::Refused { pid, secrets: self.secrets.clone(), answer });
                }
            }
        }
        if self.began.elapsed() > LONGEST_START {
            return Err(EmbeddedError::NotReady { pid, seconds: LONGEST_START.as_secs(), log: self.log.clone() });
        }
        Ok(false)
    }
}

/// The words a process was started with, each ended by a zero; nothing for one that is dead, or dead and not yet taken
/// off the list.
pub(super) fn command_line(pid: u32) -> Option<String> {
    let proc = PathBuf::from("/proc");
    if proc.join("self").exists() {
        let words = fs::read(proc.join(pid.to_string()).join("cmdline")).ok()?;
        return (!words.is_empty()).then(|| String::from_utf8_lossy(&words).into_owned());
    }
    let answer = std::process::Command::new("ps").args(["-ww", "-o", "command=", "-p", &pid.to_string()]).output().ok()?;
    answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).replace(" --", "\0--").trim_end().to_owned())
}

/// The lines of a log that say most about a failure: its last errors, else its last lines.
fn tail(log: &Path) -> String {
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().rev().take(60).collect();
    let errors: Vec<&str> = lines.iter().copied().filter(|line| line.contains("ERROR")).take(5).collect();
    let mut chosen = if errors.is_empty() { lines.into_iter().take(8).collect() } else { errors };
    chosen.reverse();
    chosen.join("\n")
}
