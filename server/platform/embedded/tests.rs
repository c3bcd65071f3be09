//! The embedded database as an operator meets it. These need MariaDB (or MySQL, by `STOCKROOM_EMBEDDED_SERVER`) installed,
//! and fail without it.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{self, Child, ChildStdin, ChildStdout, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use sqlx::{Connection, MySqlConnection, Row};
use tokio::sync::Mutex;

use super::folder::LONGEST_SOCKET;
use super::server::command_line;
use super::*;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A folder of a test's own, removed at the end.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> io::Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("stockroom-{}-{number}{name}", process::id()));
        fs::create_dir(&path)?;
        Ok(Self(path))
    }

    /// A folder in which the database has been set up and stopped: made once for the tests that run at one time, then
    /// copied.
    async fn ready(name: &str) -> Result<Self, Box<dyn std::error::Error>> {
        static MODEL: Mutex<Weak<Place>> = Mutex::const_new(Weak::new());
        let mut model = MODEL.lock().await;
        let made = match model.upgrade() {
            Some(made) => made,
            None => {
                let made = Arc::new(Self::new("-model")?);
                assert_eq!(start(&made.0).await?.stop().await?, Left::Stopped);
                *model = Arc::downgrade(&made);
                made
            }
        };
        let place = Self::new(name)?;
        fs::remove_dir(&place.0)?;
        assert!(process::Command::new("cp").arg("-a").args([&made.0, &place.0]).status()?.success());
        Ok(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

async fn start(folder: &Path) -> Result<Embedded, EmbeddedError> {
    Embedded::start(folder).await
}

async fn run(url: &str, sql: &'static str) -> Result<(), sqlx::Error> {
    let mut connection = MySqlConnection::connect(url).await?;
    sqlx::query(sql).execute(&mut connection).await?;
    Ok(())
}

async fn ask(url: &str, sql: &'static str) -> Result<String, sqlx::Error> {
    let mut connection = MySqlConnection::connect(url).await?;
    sqlx::query(sql).fetch_one(&mut connection).await?.try_get(0)
}

fn kill(signal: &str, pid: u32) -> io::Result<()> {
    let sent = process::Command::new("/bin/sh").args(["-c", &format!("kill -{signal} {pid}")]).status()?;
    if sent.success() { Ok(()) } else { Err(io::Error::other("no such process")) }
}

/// Another process that joins the database of a folder: this test program, run again for [`another_process`] alone.
struct Other {
    child: Child,
    orders: ChildStdin,
    words: BufReader<ChildStdout>,
}

const OTHERS_FOLDER: &str = "STOCKROOM_TEST_EMBEDDED_FOLDER";

impl Other {
    fn join(folder: &Path) -> io::Result<Self> {
        let mut child = process::Command::new(env::current_exe()?)
            .args(["another_process", "--nocapture", "--test-threads=1"])
            .env(OTHERS_FOLDER, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (orders, words) = (child.stdin.take(), child.stdout.take());
        let (Some(orders), Some(words)) = (orders, words) else { return Err(io::Error::other("no pipes")) };
        Ok(Self { child, orders, words: BufReader::new(words) })
    }

    /// What it says next; the test runner's own lines are passed over.
    fn says(&mut self) -> io::Result<String> {
        let mut line = String::new();
        while self.words.read_line(&mut line)? > 0 {
            if let Some((_, word)) = line.split_once("other: ") {
                return Ok(word.trim().to_owned());
            }
            line.clear();
        }
        Err(io::Error::other("it ended without a word"))
    }

    fn leave(&mut self) -> io::Result<String> {
        self.orders.write_all(b"leave\n")?;
        self.says()
    }

    fn killed(mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }
}

/// The other process's part; in an ordinary run of the tests it has nothing to do.
#[tokio::test]
async fn another_process() -> Outcome {
    let Some(folder) = env::var_os(OTHERS_FOLDER) else { return Ok(()) };
    let database = start(Path::new(&folder)).await?;
    println!("other: joined {:?}", database.pid());
    io::stdin().lock().read_line(&mut String::new())?;
    println!("other: {:?}", database.stop().await?);
    Ok(())
}

#[tokio::test]
async fn a_new_folder_gets_a_private_server_and_keeps_its_data() -> Outcome {
    let place = Place::new("")?;
    let database = start(&place.0).await?;
    let Urls { migrate, app, read } = database.urls();

    let settings = "SELECT CONCAT_WS(' ', @@innodb_flush_log_at_trx_commit, @@skip_networking = 1, @@log_bin = 1, \
                    @@innodb_lock_wait_timeout, @@innodb_rollback_on_timeout = 1, @@max_connections, @@character_set_server, @@collation_server, @@global.time_zone)";
    assert_eq!(ask(&app, settings).await?, "1 1 0 3 1 100 utf8mb4 utf8mb4_unicode_ci +00:00");

    run(&migrate, "CREATE TABLE shelf (id INT PRIMARY KEY, name VARCHAR(20))").await?;
    run(&app, "INSERT INTO shelf VALUES (1, 'A1')").await?;
    assert!(run(&app, "UPDATE shelf SET name = 'B1'").await.is_err(), "UPDATE is granted table by table");
    assert!(run(&app, "CREATE TABLE another (id INT)").await.is_err());
    assert!(run(&read, "INSERT INTO shelf VALUES (2, 'A2')").await.is_err());
    run(&migrate, "GRANT UPDATE ON stockroom.shelf TO 'stockroom_app'@'localhost'").await?;
    run(&app, "UPDATE shelf SET name = 'B1'").await?;
    assert!(run(&migrate, "SELECT * FROM mysql.user").await.is_err());
    let nobody = migrate.replacen("stockroom_migrate:", "root:", 1);
    assert!(run(&nobody, "SELECT 1").await.is_err(), "root has a password of its own");
    assert_eq!(fs::metadata(place.0.join("secrets"))?.permissions().mode() & 0o777, 0o600);

    let pid = database.pid().ok_or("no process")?;
    assert_eq!(database.stop().await?, Left::Stopped);
    assert_eq!(command_line(pid), None, "the server is gone when stop() returns");

    let database = start(&place.0).await?;
    assert_eq!(ask(&database.urls().read, "SELECT name FROM shelf").await?, "B1");
    assert_eq!(database.stop().await?, Left::Stopped);
    Ok(())
}

#[tokio::test]
async fn the_last_process_to_leave_stops_the_server() -> Outcome {
    let place = Place::ready("").await?;
    let first = start(&place.0).await?;
    let pid = first.pid();

    let mut second = Other::join(&place.0)?;
    assert_eq!(second.says()?, format!("joined {pid:?}"));
    assert_eq!(second.leave()?, "InUse");
    assert_eq!(first.pid(), pid);

    let mut third = Other::join(&place.0)?;
    assert_eq!(third.says()?, format!("joined {pid:?}"));
    assert_eq!(first.stop().await?, Left::InUse, "the one that started it may leave first");
    let fourth = start(&place.0).await?;
    assert_eq!(fourth.pid(), pid);
    assert_eq!(fourth.stop().await?, Left::InUse);
    assert_eq!(third.leave()?, "Stopped");
    assert_eq!(command_line(pid.ok_or("no process")?), None);
    Ok(())
}

#[tokio::test]
async fn processes_that_start_together_share_one_server() -> Outcome {
    let place = Place::ready("").await?;
    let (a, b, c) = tokio::join!(start(&place.0), start(&place.0), start(&place.0));
    let (a, b, c) = (a?, b?, c?);
    assert!(a.pid().is_some() && a.pid() == b.pid() && b.pid() == c.pid());
    assert_eq!((a.stop().await?, b.stop().await?, c.stop().await?), (Left::InUse, Left::InUse, Left::Stopped));
    Ok(())
}

#[tokio::test]
async fn a_killed_server_comes_back_with_all_that_was_committed() -> Outcome {
    let place = Place::ready("").await?;
    let database = start(&place.0).await?;
    let urls = database.urls();
    run(&urls.migrate, "CREATE TABLE shelf (id INT PRIMARY KEY, name VARCHAR(20))").await?;
    run(&urls.app, "INSERT INTO shelf VALUES (1, 'kept')").await?;
    let pid = database.pid().ok_or("no process")?;
    kill("KILL", pid)?;

    let began = Instant::now();
    while ask(&urls.app, "SELECT name FROM shelf").await.ok().as_deref() != Some("kept") {
        assert!(began.elapsed() < Duration::from_secs(60), "the server did not come back: {}", fs::read_to_string(database.log())?);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_ne!(database.pid(), Some(pid));
    assert_eq!(database.stop().await?, Left::Stopped);
    Ok(())
}

#[tokio::test]
async fn passwords_are_set_when_they_are_not_as_they_should_be() -> Outcome {
    let place = Place::ready("").await?;
    let words = |pid: Option<u32>| pid.and_then(command_line).unwrap_or_default();
    let database = start(&place.0).await?;
    assert!(!words(database.pid()).contains("--init-file"), "nothing is written where nothing has changed");
    assert_eq!(database.stop().await?, Left::Stopped);

    // Other passwords: the data's are set to them.
    let old = process::Command::new("cp").arg("-a").args([place.0.join("db"), place.0.join("db.old")]).status()?;
    fs::remove_file(place.0.join("secrets"))?;
    let database = start(&place.0).await?;
    assert!(old.success() && words(database.pid()).contains("--init-file"));
    run(&database.urls().app, "SELECT 1").await?;
    assert_eq!(database.stop().await?, Left::Stopped);

    // Data put back from an older copy has the old ones, whatever is noted of it.
    fs::remove_dir_all(place.0.join("db"))?;
    fs::rename(place.0.join("db.old"), place.0.join("db"))?;
    let database = start(&place.0).await?;
    run(&database.urls().app, "SELECT 1").await?;
    assert_eq!(database.stop().await?, Left::Stopped);
    Ok(())
}

#[tokio::test]
async fn a_killed_process_leaves_nothing_stuck() -> Outcome {
    let place = Place::ready("").await?;
    let mut other = Other::join(&place.0)?;
    let joined = other.says()?;
    other.killed()?;

    let database = start(&place.0).await?;
    let pid = database.pid().ok_or("no process")?;
    assert_eq!(format!("joined {:?}", Some(pid)), joined, "the server outlived its starter and was found");
    assert_eq!(database.stop().await?, Left::Stopped);

    let mut other = Other::join(&place.0)?;
    other.says()?;
    let pid: u32 = fs::read_to_string(place.0.join("pid"))?.trim().parse()?;
    other.killed()?;
    kill("KILL", pid)?;
    let database = start(&place.0).await?;
    run(&database.urls().app, "SELECT 1").await?;
    assert_eq!(database.stop().await?, Left::Stopped);
    Ok(())
}

#[tokio::test]
async fn a_pid_used_again_by_another_program_is_not_the_server() -> Outcome {
    let place = Place::ready("").await?;
    fs::write(place.0.join("pid"), format!("{}\n", process::id()))?;
    let database = start(&place.0).await?;
    assert_ne!(database.pid(), Some(process::id()));
    assert_eq!(database.stop().await?, Left::Stopped);
    Ok(())
}

#[tokio::test]
async fn another_servers_data_is_refused_with_the_command_that_helps() -> Outcome {
    let place = Place::ready("").await?;
    let engine = place.0.join("engine");
    let here = fs::read_to_string(&engine)?;
    let name = here.split(' ').next().unwrap_or_default();
    let (stranger, dump) = if name == "MariaDB" { ("MySQL", "mysqldump") } else { ("MariaDB", "mariadb-dump") };
    let own_dump = if name == "MariaDB" { "mariadb-dump" } else { "mysqldump" };
    let cases = [
        (format!("{name} 5.5.1"), "embedded.needs_upgrade", "STOCKROOM_EMBEDDED_UPGRADE=yes"),
        (format!("{name} 99.1.0"), "embedded.other_engine", own_dump),
        (format!("{stranger} 9.7.4"), "embedded.other_engine", dump),
        ("what?".to_owned(), "embedded.engine_file", "engine"),
    ];
    for (used, code, help) in cases {
        fs::write(&engine, &used)?;
        let refused = start(&place.0).await.err().ok_or("it should have been refused")?;
        assert_eq!(refused.code(), code);
        assert!(refused.to_string().contains(help), "{refused}");
        assert!(used == "what?" || refused.to_string().contains(&used), "{refused}");
    }

    fs::write(&engine, format!("{name} 5.5.1"))?;
    let database = Embedded::start_with(&place.0, Options { upgrade: true, ..Options::from_env()? }).await?;
    assert_eq!(fs::read_to_string(&engine)?, here, "after the upgrade the folder is this server's");
    assert_eq!(database.stop().await?, Left::Stopped);
    Ok(())
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_gets_a_short_one() -> Outcome {
    let place = Place::ready(&format!("-{}", "long".repeat(30))).await?;
    let database = start(&place.0).await?;
    assert!(database.socket().as_os_str().len() <= LONGEST_SOCKET && !database.socket().starts_with(&place.0));
    run(&database.urls().app, "SELECT 1").await?;
    let mut other = Other::join(&place.0)?;
    assert_eq!(other.says()?, format!("joined {:?}", database.pid()));
    assert_eq!(other.leave()?, "InUse");
    let short = database.socket().parent().map(Path::to_path_buf).ok_or("no folder")?;
    assert_eq!(database.stop().await?, Left::Stopped);
    fs::remove_dir(short)?;
    Ok(())
}

#[tokio::test]
async fn what_cannot_work_is_said() -> Outcome {
    let place = Place::new("")?;
    let nowhere = Options { server: Some(PathBuf::from("/nonexistent/mariadbd")), ..Options::default() };
    let refused = Embedded::start_with(&place.0, nowhere).await.err().ok_or("it should have been refused")?;
    assert_eq!(refused.code(), "embedded.unknown_server");

    let file = place.0.join("file");
    fs::write(&file, "")?;
    let refused = start(&file.join("data")).await.err().ok_or("it should have been refused")?;
    assert_eq!(refused.code(), "embedded.folder");

    let place = Place::ready("").await?;
    let gigantic = Options { buffer_pool: "nonsense".to_owned(), ..Options::from_env()? };
    let refused = Embedded::start_with(&place.0, gigantic).await.err().ok_or("it should have been refused")?;
    assert_eq!(refused.code(), "embedded.start");
    assert!(refused.to_string().contains("nonsense"), "{refused}");
    Ok(())
}

#[test]
fn versions_are_read_from_what_servers_say() {
    let mariadb = "mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)";
    let mysql = "/usr/sbin/mysqld  Ver 9.7.4-0ubuntu0.1 for Linux on x86_64 ((Ubuntu))";
    assert_eq!(Engine::from_version_line(mariadb).map(|engine| engine.to_string()).as_deref(), Some("MariaDB 10.11.19"));
    assert_eq!(Engine::from_version_line(mysql).map(|engine| engine.to_string()).as_deref(), Some("MySQL 9.7.4"));
    assert_eq!(Engine::parse("MySQL 9.7.4\n").map(|engine| engine.version), Some((9, 7, 4)));
    assert_eq!(Engine::parse("PostgreSQL 17.1.0"), None);
    assert_eq!(Engine::from_version_line("command not found"), None);
}
