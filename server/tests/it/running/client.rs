//! HTTP/1.1, a request per connection. An answer that did not arrive whole is no answer.

use serde_json::Value;
use std::{io, net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpStream,
};

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// A header's first value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().filter_map(|line| line.split_once(':')).find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.status, String::from_utf8_lossy(&self.body))
    }
}

/// `Idempotency-Key: …`
pub fn key(key: &str) -> (&str, &str) {
    ("Idempotency-Key", key)
}

/// The bytes of a request.
pub fn head(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nHost: stockroom\r\nConnection: close\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    if !body.is_empty() {
        if !headers.iter().any(|(name, _)| *name == "Content-Type") {
            text.push_str("Content-Type: application/json\r\n");
        }
        text.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    text.push_str("\r\n");
    text.push_str(body);
    text.into_bytes()
}

/// How long an answer is waited for. The server itself gives a command up after some seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// Sends a request on a connection of its own.
pub async fn send(to: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> io::Result<Answer> {
    let asked = async { exchange(TcpStream::connect(to).await?, &head(method, path, headers, body)).await };
    tokio::time::timeout(PATIENCE, asked).await.unwrap_or_else(|_| Err(io::Error::new(io::ErrorKind::TimedOut, "no answer")))
}

/// Sends a request's bytes and reads the whole answer.
pub async fn exchange<S: AsyncRead + AsyncWrite + Unpin>(mut stream: S, request: &[u8]) -> io::Result<Answer> {
    stream.write_all(request).await?;
    let mut bytes = Vec::new();
    // A TLS peer that closes without saying so has still sent what it has sent; the length below decides.
    match stream.read_to_end(&mut bytes).await {
        Err(error) if error.kind() != io::ErrorKind::UnexpectedEof => return Err(error),
        _ => {}
    }
    let cut = || io::Error::new(io::ErrorKind::UnexpectedEof, "the answer was cut short");
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(cut)?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(cut)?;
    let answer = Answer { status, body: bytes[end + 4..].to_vec(), head };
    let length = answer.header("content-length").map(|length| length.parse::<usize>());
    match length {
        Some(Ok(length)) if length != answer.body.len() => Err(cut()),
        // Chunks end with an empty one; whoever asks for such a body reads it as text and does not mind them.
        None if answer.header("transfer-encoding").is_some() && !answer.body.ends_with(b"0\r\n\r\n") => Err(cut()),
        _ => Ok(answer),
    }
}
