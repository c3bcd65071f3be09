//! Where Stockroom would be served: free, ours already, or somebody else's.

use super::{Finding, banner::spoken};
use std::{
    io::ErrorKind,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// How long an answer is waited for: readiness asks the database for two seconds.
const PATIENCE: Duration = Duration::from_secs(4);

/// Looks at an address to serve on. Where one of our own servers is at work there already, nothing is wrong.
pub async fn door(addr: SocketAddr) -> Finding {
    match TcpListener::bind(addr) {
        Ok(_) => Finding::good(format!("{addr} is free to serve on.")),
        Err(error) if error.kind() == ErrorKind::AddrInUse => taken(addr).await,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Finding::bad(format!("{addr} may not be used: ports below 1024 are for root."))
            .mend("STOCKROOM_ADDR=127.0.0.1:3000 stockroom serve   # and a proxy before it"),
        Err(error) => Finding::bad(format!("{addr} cannot be listened on: {error}.")).mend("STOCKROOM_ADDR=127.0.0.1:3000 stockroom serve"),
    }
}

async fn taken(addr: SocketAddr) -> Finding {
    let listing = format!("ss -ltnp 'sport = :{}'   # who it is", addr.port());
    match holder(addr).await {
        Holder::Ours(Ok(())) => Finding::good(format!("{addr} is served by a Stockroom that runs already, and is ready.")),
        Holder::Ours(Err(why)) => Finding::bad(format!("{addr} is served by a Stockroom that runs already, but is not ready: {why}.")).mend(listing),
        Holder::Other(who) => Finding::bad(format!("{addr} is taken by {who}.")).mend(listing).mend(format!(
            "STOCKROOM_ADDR={}:{} stockroom serve",
            addr.ip(),
            addr.port().wrapping_add(1)
        )),
    }
}

/// Who answers at an address.
enum Holder {
    /// A Stockroom: ready, or why not, in its own words.
    Ours(Result<(), String>),
    Other(&'static str),
}

/// Asks as a balancer does. What says `alive` and speaks of its readiness as we do is one of us.
async fn holder(addr: SocketAddr) -> Holder {
    let addr = reached(addr);
    let live = match ask(addr, "/livez").await {
        Some(answer) if answer.body == "alive" => true,
        Some(answer) => return Holder::Other(answer.kind),
        None => false,
    };
    if !live {
        return Holder::Other("another program, which does not answer as a web server does");
    }
    match ask(addr, "/readyz").await {
        Some(answer) if answer.status == 200 && answer.body == "ready" => Holder::Ours(Ok(())),
        Some(answer) if answer.status == 503 => Holder::Ours(Err(answer.body)),
        Some(answer) => Holder::Other(answer.kind),
        None => Holder::Ours(Err(String::from("it did not say so in time"))),
    }
}

/// Where a server is asked that listens on every address of the machine.
fn reached(addr: SocketAddr) -> SocketAddr {
    let ip = match addr.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, addr.port())
}

struct Answer {
    status: u16,
    body: String,
    /// What kind of server speaks so.
    kind: &'static str,
}

/// One request; `None` when nothing came that can be read.
async fn ask(addr: SocketAddr, path: &str) -> Option<Answer> {
    let asked = async {
        let mut stream = TcpStream::connect(addr).await?;
        stream.write_all(format!("GET {path} HTTP/1.0\r\nHost: {addr}\r\nConnection: close\r\n\r\n").as_bytes()).await?;
        let mut bytes = Vec::new();
        // More than enough for a word; a page of somebody else's need not be read to its end.
        stream.take(16 * 1024).read_to_end(&mut bytes).await?;
        Ok::<_, std::io::Error>(bytes)
    };
    let bytes = tokio::time::timeout(PATIENCE, asked).await.ok()?.ok()?;
    let kind = spoken(&bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split_whitespace().nth(1).and_then(|raw| raw.parse().ok()).unwrap_or(0);
    Some(Answer { status, body: body.trim().to_owned(), kind })
}
