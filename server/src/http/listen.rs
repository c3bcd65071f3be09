//! The accept loop. Ours, because axum's sets no timer: a client that sends its headers drop by drop would hold its
//! connection for ever.

use crate::lan::is_neighbour;
use axum::Router;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::conn::auto::Builder,
    service::TowerToHyperService,
};
use std::{sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
};
use tokio_rustls::TlsAcceptor;

/// Most connections at once.
const CONNECTIONS: usize = 4096;
/// How long a client may take over a handshake or the headers of a request.
const HEADERS: Duration = Duration::from_secs(10);

/// Who may connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peers {
    All,
    /// This machine and private networks only.
    Neighbours,
}

/// Serves until `stop` turns true, then lets requests finish for at most ten seconds.
pub async fn serve(listener: TcpListener, router: Router, tls: Option<TlsAcceptor>, peers: Peers, mut stop: watch::Receiver<bool>) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file descriptors, most likely: a moment's rest lets some close.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        if peers == Peers::Neighbours && !is_neighbour(peer.ip()) {
            tracing::warn!(peer = %peer.ip(), "refused: not of this network");
            continue;
        }
        let Ok(place) = room.clone().try_acquire_owned() else { continue };
        let (router, tls, stop) = (router.clone(), tls.clone(), stop.clone());
        tokio::spawn(async move {
            match tls {
                None => connection(TokioIo::new(stream), router, stop).await,
                Some(tls) => {
                    if let Some(stream) = handshake(&tls, stream).await {
                        connection(TokioIo::new(stream), router, stop).await;
                    }
                }
            }
            drop(place);
        });
    }
    // Every connection holds a place: when all are back, all are done.
    let all = u32::try_from(CONNECTIONS).unwrap_or(u32::MAX);
    let _ = tokio::time::timeout(Duration::from_secs(10), room.acquire_many(all)).await;
}

async fn handshake(tls: &TlsAcceptor, stream: TcpStream) -> Option<tokio_rustls::server::TlsStream<TcpStream>> {
    tokio::time::timeout(HEADERS, tls.accept(stream)).await.ok()?.ok()
}

async fn connection<S>(stream: TokioIo<S>, router: Router, mut stop: watch::Receiver<bool>)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
{
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS);
    builder.http2().timer(TokioTimer::new()).max_concurrent_streams(100).keep_alive_interval(Duration::from_secs(20));
    let service = TowerToHyperService::new(router);
    let connection = builder.serve_connection_with_upgrades(stream, service);
    tokio::pin!(connection);
    let mut stopping = false;
    loop {
        tokio::select! {
            done = connection.as_mut() => {
                if let Err(error) = done {
                    tracing::debug!(cause = error, "connection");
                }
                return;
            }
            // Said once: afterwards only the connection's own end is waited for.
            _ = stop.wait_for(|stop| *stop), if !stopping => {
                stopping = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}
