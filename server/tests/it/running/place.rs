//! A data folder of a test's own.

use super::App;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, Weak},
    time::{Duration, Instant},
};
use tokio::sync::Mutex;

/// A folder with a data folder and a site in it. Gone with a test that passes, and the database that may still run on it
/// as well; of one that fails it stays, with the logs of both.
pub struct Place {
    pub root: PathBuf,
    /// Keeps the folder it was copied from for the tests that run beside this one.
    _model: Option<Arc<Place>>,
}

impl Place {
    /// A folder without data.
    pub fn empty() -> Self {
        let root = std::env::temp_dir().join(format!("stockroom-it-{}", &uuid::Uuid::new_v4().simple().to_string()[..12]));
        fs::create_dir(&root).unwrap();
        // Started by root, the database is another user, who has to pass through.
        let _ = Command::new("chmod").arg("755").arg(&root).status();
        let site = root.join("site");
        fs::create_dir(&site).unwrap();
        fs::write(site.join("version"), "test\n").unwrap();
        Self { root, _model: None }
    }

    /// A folder in which the demo retailers are at home: made once for the tests that run at one time, then copied.
    pub async fn with_demo() -> Self {
        static MODEL: Mutex<Weak<Place>> = Mutex::const_new(Weak::new());
        let mut model = MODEL.lock().await;
        let made = match model.upgrade() {
            Some(made) => made,
            None => {
                let made = Arc::new(Self::empty());
                let app = App::start(&made, &["--demo", "--no-jobs"]).await;
                assert!(app.stop().await.success(), "it stops as it should");
                *model = Arc::downgrade(&made);
                made
            }
        };
        let mut place = Self::empty();
        assert!(Command::new("cp").arg("-a").arg(made.data()).arg(&place.root).status().unwrap().success());
        place._model = Some(made);
        place
    }

    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    pub fn site(&self) -> PathBuf {
        self.root.join("site")
    }

    /// The process of the database that runs on this folder, if one does.
    pub fn database(&self) -> Option<u32> {
        let ours = format!("--datadir={}", self.data().join("db").display());
        [self.data().join("pid"), self.data().join("run/server.pid")].iter().find_map(|file| {
            let pid: u32 = fs::read_to_string(file).ok()?.trim().parse().ok()?;
            let words = fs::read(Path::new("/proc").join(pid.to_string()).join("cmdline")).ok()?;
            String::from_utf8_lossy(&words).split('\0').any(|word| word == ours).then_some(pid)
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let began = Instant::now();
        let mut signal = "TERM";
        while let Some(pid) = self.database() {
            super::kill(signal, pid);
            std::thread::sleep(Duration::from_millis(100));
            if began.elapsed() > Duration::from_secs(15) {
                signal = "KILL";
            }
        }
        if std::thread::panicking() {
            eprintln!("its folder is kept: {}", self.root.display());
            for log in ["app.log", "data/log/database.log"] {
                let text = fs::read_to_string(self.root.join(log)).unwrap_or_default();
                let lines: Vec<&str> = text.lines().collect();
                eprintln!("the end of its {log}:\n{}", lines[lines.len().saturating_sub(60)..].join("\n"));
            }
            return;
        }
        fs::remove_dir_all(&self.root).ok();
    }
}
