//! `stockroom demo`

use crate::{connection::Settings, demo, wiring::Process};
use clap::{Args, Subcommand};

#[derive(Args)]
pub struct Demo {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Make two demo retailers with people, stores, items and stock; prints how to sign in
    Load,
}

impl Demo {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let Act::Load = self.act;
        let opened = settings.open(true).await?;
        let process = Process::new(opened.database.clone());
        let logins = demo::load(&process, &settings.data).await?;
        demo::print(&logins);
        opened.close().await
    }
}
