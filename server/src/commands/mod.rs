//! The commands, a file each.

pub mod demo;
pub mod job;
pub mod migrate;
pub mod openapi;
pub mod routes;
pub mod serve;
pub mod tenant;
pub mod worker;

use tokio::sync::watch;

/// Turns true when the process is asked to stop (Ctrl-C, SIGTERM).
pub fn stop_signal() -> watch::Receiver<bool> {
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok();
        let terminated = async {
            match &mut terminate {
                Some(signal) => {
                    signal.recv().await;
                }
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            () = terminated => {}
        }
        let _ = stop.send(true);
    });
    stopped
}
