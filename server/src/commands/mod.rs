//! The commands, a file each.

pub mod demo;
pub mod doctor;
pub mod export;
pub mod import;
mod import_tell;
pub mod job;
pub mod labels;
pub mod migrate;
pub mod openapi;
pub mod routes;
pub mod serve;
mod store;
pub mod tenant;
pub mod verify;
pub mod worker;

use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
};

/// Turns true when the process is asked to stop (Ctrl-C, SIGTERM). Who asks twice does not want to wait: the process
/// ends at once, as if it had been killed, which loses nothing that was acknowledged.
pub fn stop_signal() -> watch::Receiver<bool> {
    let (stop, stopped) = watch::channel(false);
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt()).ok(), signal(SignalKind::terminate()).ok());
    tokio::spawn(async move {
        one_of(&mut interrupt, &mut terminate).await;
        tracing::info!("stopping: what has begun is finished; once more ends it at once");
        let _ = stop.send(true);
        one_of(&mut interrupt, &mut terminate).await;
        tracing::warn!("ended at once");
        std::process::exit(1);
    });
    stopped
}

/// Waits for either signal.
async fn one_of(interrupt: &mut Option<Signal>, terminate: &mut Option<Signal>) {
    tokio::select! {
        () = arrival(interrupt) => {}
        () = arrival(terminate) => {}
    }
}

/// A signal that cannot be listened to never comes.
async fn arrival(signal: &mut Option<Signal>) {
    match signal {
        Some(signal) => {
            signal.recv().await;
        }
        None => std::future::pending().await,
    }
}
