//! The doctor at the address to serve on.

use platform::doctor::{Finding, Level, door};
use std::net::SocketAddr;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// Answers every request at a port of its own, by its path.
async fn serves(answer: impl Fn(&str) -> String + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut bytes = [0; 1024];
            let read = stream.read(&mut bytes).await.unwrap();
            let asked = String::from_utf8_lossy(&bytes[..read]).into_owned();
            let _ = stream.write_all(answer(asked.split(' ').nth(1).unwrap_or_default()).as_bytes()).await;
        }
    });
    address
}

fn http(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

fn ours(path: &str, ready: (&str, &str)) -> String {
    match path {
        "/livez" => http("200 OK", "alive\n"),
        "/readyz" => http(ready.0, ready.1),
        _ => http("404 Not Found", ""),
    }
}

#[track_caller]
fn says(found: &Finding, level: Level, what: &str) {
    assert!(found.level == level && found.what.contains(what), "{found:?}");
}

#[tokio::test]
async fn a_free_address_is_good() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    says(&door(address).await, Level::Good, "is free to serve on");
}

#[tokio::test]
async fn our_own_server_at_work_there_is_good() {
    let address = serves(|path| ours(path, ("200 OK", "ready\n"))).await;
    says(&door(address).await, Level::Good, "runs already, and is ready");
    // As in a container, where it listens on every address.
    says(&door(SocketAddr::new("0.0.0.0".parse().unwrap(), address.port())).await, Level::Good, "runs already, and is ready");
}

#[tokio::test]
async fn our_own_server_that_is_not_ready_says_why() {
    let address = serves(|path| ours(path, ("503 Service Unavailable", "the database does not answer\n"))).await;
    says(&door(address).await, Level::Bad, "not ready: the database does not answer");
}

#[tokio::test]
async fn somebody_else_there_is_told_with_the_command_that_shows_who() {
    let web = serves(|_| http("200 OK", "<!DOCTYPE html>hello")).await;
    let ssh = serves(|_| String::from("SSH-2.0-OpenSSH_9.2p1\r\n")).await;
    let mute = serves(|_| String::new()).await;
    for (address, who) in [(web, "a web server"), (ssh, "an SSH server"), (mute, "another program")] {
        let found = door(address).await;
        says(&found, Level::Bad, &format!("is taken by {who}"));
        assert!(found.mend[0].contains(&format!("sport = :{}", address.port())) && found.mend[1].contains("STOCKROOM_ADDR="), "{found:?}");
    }
}
