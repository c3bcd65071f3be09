//! HTTP/1.1 over one connection that is kept: as light as can be, because it shares the machine with what it measures.

use anyhow::{Context as _, bail, ensure};
use std::net::SocketAddr;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
};

/// A connection, and the headers that each request carries.
pub struct Client {
    stream: BufReader<TcpStream>,
    headers: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Answer {
    /// # Errors
    /// When it is no success.
    pub fn good(self) -> anyhow::Result<Self> {
        ensure!(self.status < 400, "{}: {}", self.status, String::from_utf8_lossy(&self.body));
        Ok(self)
    }

    /// # Errors
    /// When it is no JSON.
    pub fn json(&self) -> anyhow::Result<serde_json::Value> {
        Ok(serde_json::from_slice(&self.body)?)
    }
}

impl Client {
    /// # Errors
    /// When nobody listens.
    pub async fn open(address: SocketAddr, token: Option<&str>) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let headers = token.map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default();
        Ok(Self { stream: BufReader::with_capacity(64 * 1024, stream), headers })
    }

    /// # Errors
    /// When the connection breaks.
    pub async fn get(&mut self, path: &str) -> anyhow::Result<Answer> {
        self.send("GET", path, "", &[]).await
    }

    /// A command under a key of its own.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn post(&mut self, path: &str, kind: &str, body: &[u8]) -> anyhow::Result<Answer> {
        self.post_under(&vocabulary::Key::random(), path, kind, body).await
    }

    /// A command under this key.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn post_under(&mut self, key: &vocabulary::Key, path: &str, kind: &str, body: &[u8]) -> anyhow::Result<Answer> {
        let headers = format!("Content-Type: {kind}\r\nIdempotency-Key: {}\r\n", key.as_str());
        self.send("POST", path, &headers, body).await
    }

    async fn send(&mut self, method: &str, path: &str, headers: &str, body: &[u8]) -> anyhow::Result<Answer> {
        let length = if method == "GET" { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
        let head = format!("{method} {path} HTTP/1.1\r\nHost: bench\r\n{}{headers}{length}\r\n", self.headers);
        self.stream.write_all(head.as_bytes()).await?;
        self.stream.write_all(body).await?;
        let status = self.line().await?.split(' ').nth(1).and_then(|status| status.parse().ok()).context("no status")?;
        let (mut length, mut chunked) = (0, false);
        loop {
            let line = self.line().await?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            match line.split_once(':') {
                Some(("content-length", value)) => length = value.trim().parse()?,
                Some(("transfer-encoding", value)) => chunked = value.contains("chunked"),
                _ => {}
            }
        }
        let mut body = Vec::with_capacity(length);
        if chunked {
            loop {
                let size = usize::from_str_radix(self.line().await?.trim(), 16)?;
                self.take(size, &mut body).await?;
                self.line().await?;
                if size == 0 {
                    break;
                }
            }
        } else {
            self.take(length, &mut body).await?;
        }
        Ok(Answer { status, body })
    }

    async fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            bail!("the connection was closed");
        }
        Ok(line.trim_end().to_owned())
    }

    async fn take(&mut self, size: usize, body: &mut Vec<u8>) -> anyhow::Result<()> {
        let begin = body.len();
        body.resize(begin + size, 0);
        self.stream.read_exact(body.get_mut(begin..).context("no room")?).await?;
        Ok(())
    }
}
