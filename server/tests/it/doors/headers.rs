//! What comes with a request beside what it says: cookies, languages, lengths that are lies.

use super::visitor::Visitor;
use crate::running::{Answer, App, Place, exchange, head, send};
use std::{
    io,
    net::SocketAddr,
    os::unix::fs::PermissionsExt as _,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_beside_a_request_confuses() {
    let place = Place::with_demo().await;
    let logins = std::fs::metadata(place.data().join("demo-logins.json")).unwrap();
    assert_eq!(logins.permissions().mode() & 0o777, 0o600, "passwords are nobody else's");
    let app = App::start(&place, &["--demo", "--no-jobs"]).await;
    let owner = Visitor::sign_in(&place, &app, "owner@nordlicht.example").await;
    cookies(app.address, &owner).await;
    languages(app.address, &owner).await;
    before_sign_in(app.address, &owner).await;
    problems(app.address).await;
    refusals_arrive(app.address, &owner).await;
    large_bodies(app.address, &owner).await;
    large_files(&app, &owner).await;
    assert_eq!(app.failures(), Vec::<String>::new());
}

async fn cookies(to: SocketAddr, owner: &Visitor) {
    let long = format!("stockroom={}", "A".repeat(8000));
    for cookie in [long.as_str(), "stockroom=", "stockroom=%00%ff", "=;;=;", "pre=\u{e4}; stockroom=\u{1f36a}", "lang=xx; theme=../..", "lang=\"de\""]
    {
        let answer = send(to, "GET", "/stock", &[("Cookie", cookie)], "").await.unwrap();
        assert_eq!(answer.status, 303, "{cookie}: {answer}");
        let answer = send(to, "GET", "/api/v1/stores", &[("Cookie", cookie)], "").await.unwrap();
        assert_eq!(answer.status, 401, "{cookie}: {answer}");
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    }
    let two = format!("stockroom=AAAA; {}", owner.cookie);
    assert!(send(to, "GET", "/stock", &[("Cookie", &two)], "").await.unwrap().status < 400);
    for bearer in ["Bearer", "Bearer ", "Bearer \u{1f511}", "Basic eDp5", &format!("Bearer {}", "A".repeat(8000))] {
        let answer = send(to, "GET", "/api/v1/stores", &[("Authorization", bearer)], "").await.unwrap();
        assert_eq!(answer.status, 401, "{bearer}: {answer}");
    }
}

/// A program is answered in the language it asks for, a browser's page in the business's own, until somebody chooses.
async fn languages(to: SocketAddr, owner: &Visitor) {
    let asks = async |language: &str| {
        let headers = [("Authorization", owner.bearer.as_str()), ("Accept-Language", language)];
        send(to, "GET", "/api/v1/items/not-an-id", &headers, "").await.unwrap().json()["title"].as_str().unwrap().to_owned()
    };
    assert!(asks("fr").await.contains("champ"));
    assert!(asks("es-MX, en;q=0.5").await.contains("campo"));
    let own = asks("").await;
    for nonsense in ["*", "xx-YY;q=banana,,;;", ";q=0", &"de,".repeat(2000), "q=1;q=2", "\u{1f1e9}\u{1f1ea}"] {
        let said = asks(nonsense).await;
        assert!(said == own || nonsense.starts_with("de"), "{nonsense:.20}: {said}");
    }
    let page = async |language: &str| {
        let headers = [("Cookie", owner.cookie.as_str()), ("Accept-Language", language)];
        String::from_utf8(send(to, "GET", "/stock", &headers, "").await.unwrap().body).unwrap()
    };
    assert!(page("fr").await.contains("<html lang=\"de\""), "the business speaks German");
    let chooses = async |locale: &str| {
        owner.asks("PUT", "/api/v1/account", &serde_json::json!({ "name": "Jonas Albers", "locale": locale, "theme": "light" })).await;
    };
    chooses("browser").await;
    assert!(page("fr").await.contains("<html lang=\"fr\""), "as the browser asks");
    assert!(page("xx").await.contains("<html lang=\"de\""), "it asks for none of ours");
    chooses("ar").await;
    assert_eq!(asks("fr").await, asks("").await, "who has chosen a language is spoken to in it");
    assert!(page("fr").await.contains("<html lang=\"ar\" dir=\"rtl\""));
}

/// The page before sign-in looks and speaks as was chosen, and goes on to where one was going.
async fn before_sign_in(to: SocketAddr, owner: &Visitor) {
    let home = owner.gets("/").await;
    let set = home.head.lines().find(|line| line.to_lowercase().starts_with("set-cookie: theme=")).unwrap_or_else(|| panic!("{}", home.head));
    assert!(set.contains("theme=light"), "{set}");
    let both = format!("{}; theme=light", owner.cookie);
    let again = send(to, "GET", "/", &[("Cookie", &both)], "").await.unwrap();
    assert!(!again.head.to_lowercase().contains("set-cookie: theme="), "{}", again.head);
    let page = send(to, "GET", "/signin?next=%2Fstock%3Fq%3Da", &[("Cookie", "theme=light")], "").await.unwrap();
    let text = String::from_utf8_lossy(&page.body);
    assert!(text.contains("data-theme=\"light\""), "{text}");
    assert!(text.contains("/language/de?next=%2Fsignin%3Fnext%3D%252Fstock%253Fq%253Da"), "{text}");
}

/// What an API's problem is, is told by the page that its type names, to everybody and in their language.
async fn problems(to: SocketAddr) {
    let answer = send(to, "GET", "/api/v1/stores", &[("Accept-Language", "fr")], "").await.unwrap();
    let kind = answer.json()["type"].as_str().unwrap().to_owned();
    let page = send(to, "GET", &kind, &[("Accept-Language", "fr")], "").await.unwrap();
    assert_eq!(page.status, 200, "{kind}: {page}");
    assert!(String::from_utf8_lossy(&page.body).contains("<html lang=\"fr\""), "{page}");
    assert_eq!(send(to, "GET", "/problems/nav-stock", &[], "").await.unwrap().status, 404);
}

/// A request that is refused before its body has come is answered all the same.
async fn refusals_arrive(to: SocketAddr, owner: &Visitor) {
    let body = "x".repeat(900_000);
    for _ in 0..10 {
        let foreign = [("Cookie", owner.cookie.as_str()), ("Origin", "https://elsewhere.example"), ("Content-Type", "text/plain")];
        let answer = send(to, "POST", "/stock/receive", &foreign, &body).await.unwrap();
        assert_eq!(answer.status, 403);
        assert!(String::from_utf8_lossy(&answer.body).contains("<title>"), "{answer}");
        let nowhere = [("Origin", "http://stockroom"), ("Content-Type", "text/plain")];
        assert_eq!(send(to, "POST", "/nowhere", &nowhere, &body).await.unwrap().status, 404);
        assert_eq!(send(to, "POST", "/stock/receive", &nowhere, &body).await.unwrap().status, 303);
    }
}

/// Two gigabytes announced, or sent without an end: refused where it is too much, and nothing of it is held.
async fn large_bodies(to: SocketAddr, owner: &Visitor) {
    for (path, headers) in [
        ("/api/v1/receipts", [("Authorization", owner.bearer.as_str()), ("Idempotency-Key", "large-body")]),
        ("/api/v1/imports", [("Authorization", owner.bearer.as_str()), ("Idempotency-Key", "large-file")]),
        ("/admin/imports", [("Cookie", owner.cookie.as_str()), ("Origin", "http://stockroom")]),
        ("/stock/receive", [("Cookie", owner.cookie.as_str()), ("Origin", "http://stockroom")]),
    ] {
        let announced = [&headers[..], &[("Content-Length", "2147483648"), ("Content-Type", "multipart/form-data; boundary=x")]].concat();
        let answer = exchange(TcpStream::connect(to).await.unwrap(), &head("POST", path, &announced, "")).await.unwrap();
        assert_eq!(answer.status, 413, "{path}: {answer}");
        let kind = if path.starts_with("/api/") { "application/problem+json" } else { "text/html; charset=utf-8" };
        assert_eq!(answer.header("content-type"), Some(kind), "{path}");
        if path.ends_with("imports") {
            continue;
        }
        let (answer, sent) = endless(to, path, &headers, "application/x-www-form-urlencoded", b"").await.unwrap();
        assert_eq!(answer.status, 413, "{path}: {answer}");
        assert!(sent < 16 * MIB, "{path}: {sent} bytes were taken");
    }
}

const MIB: usize = 1024 * 1024;

/// A file without an end, of no announced length: taken up to what a file may be, held in pieces, refused, forgotten.
async fn large_files(app: &App, owner: &Visitor) {
    let form = format!(
        "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; \
         filename=\"large.csv\"\r\n\r\nName,SKU\n",
        owner.csrf
    );
    let by_key = [("Authorization", owner.bearer.as_str()), ("Idempotency-Key", "endless-file")];
    let by_page = [("Cookie", owner.cookie.as_str()), ("Origin", "http://stockroom")];
    let before = app.memory();
    for (path, headers, kind, first) in
        [("/api/v1/imports?name=large.csv", by_key, "text/csv", "Name,SKU\n"), ("/admin/imports", by_page, "multipart/form-data; boundary=x", &form)]
    {
        let (answer, sent) = endless(app.address, path, &headers, kind, first.as_bytes()).await.unwrap();
        assert_eq!(answer.status, 413, "{path}: {answer}");
        let most = usize::try_from(admin_rules::FILE_MAX).unwrap();
        assert!((most..most + 16 * MIB).contains(&sent), "{path}: {sent} bytes were taken");
    }
    let more = app.memory().saturating_sub(before);
    assert!(more < 64, "{more} MiB more are held");
    let imports = owner.asks("GET", "/api/v1/imports", &serde_json::Value::Null).await;
    let left = imports["rows"].as_array().unwrap().iter().filter(|import| import["name"] == "large.csv" && import["state"] != "discarded");
    assert_eq!(left.count(), 0, "{imports}");
}

/// Sends pieces for as long as nobody answers, two gigabytes of them at most.
async fn endless(to: SocketAddr, path: &str, headers: &[(&str, &str)], kind: &str, first: &[u8]) -> io::Result<(Answer, usize)> {
    let (mut reading, mut writing) = TcpStream::connect(to).await?.into_split();
    let headers = [headers, &[("Transfer-Encoding", "chunked"), ("Content-Type", kind)]].concat();
    writing.write_all(&head("POST", path, &headers, "")).await?;
    if !first.is_empty() {
        writing.write_all(&[format!("{:x}\r\n", first.len()).as_bytes(), first, b"\r\n"].concat()).await?;
    }
    // Counted outside of the task, which may still be at it when the answer is there.
    let sent = Arc::new(AtomicUsize::new(0));
    let count = sent.clone();
    let sending = tokio::spawn(async move {
        let piece = [b"4000\r\n".as_slice(), &[b'x'; 0x4000], b"\r\n"].concat();
        while count.load(Ordering::SeqCst) < 2048 * MIB && writing.write_all(&piece).await.is_ok() {
            count.fetch_add(piece.len(), Ordering::SeqCst);
        }
    });
    let mut bytes = vec![0; 64 * 1024];
    let mut all = Vec::new();
    while let Ok(Ok(read)) = tokio::time::timeout(Duration::from_secs(120), reading.read(&mut bytes)).await
        && read > 0
    {
        all.extend_from_slice(&bytes[..read]);
    }
    let head = String::from_utf8_lossy(&all).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(|| io::Error::other("no answer"))?;
    sending.abort();
    Ok((Answer { status, head, body: Vec::new() }, sent.load(Ordering::SeqCst)))
}
