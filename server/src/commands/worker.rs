//! `stockroom worker`

use crate::{commands::stop_signal, connection::Settings, wiring::Process};
use clap::Args;
use std::sync::Arc;

#[derive(Args)]
pub struct Worker {}

impl Worker {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let opened = settings.open(false).await?;
        let process = Process::new(opened.database.clone());
        let runner = Arc::new(process.runner(opened.seal_key()?));
        tracing::info!(kinds = runner.kinds().count(), "working");
        runner.run(stop_signal()).await;
        opened.close().await
    }
}
