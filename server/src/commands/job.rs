//! `stockroom job`

use crate::{connection::Settings, wiring::Process};
use clap::Args;
use platform::{
    jobs::{self, NewJob},
    tenancy,
};

#[derive(Args)]
pub struct Job {
    /// The kind, e.g. platform.seal; without one, everything that is due is run
    kind: Option<String>,
    /// For this tenant only
    #[arg(long)]
    tenant: Option<String>,
}

impl Job {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let opened = settings.open(false).await?;
        let process = Process::new(opened.database.clone());
        let runner = process.runner(opened.seal_key()?);
        if let Some(wanted) = &self.kind {
            let kind = runner.kinds().find(|kind| kind == wanted);
            let Some(kind) = kind else {
                let mut kinds: Vec<_> = runner.kinds().collect();
                kinds.sort_unstable();
                anyhow::bail!("no job of this kind; there are: {}", kinds.join(", "));
            };
            for (tenant, slug) in tenancy::all(&opened.database).await? {
                if self.tenant.as_ref().is_none_or(|only| *only == slug) {
                    let mut tx = opened.database.begin(tenant).await?;
                    jobs::enqueue(&mut tx, NewJob::new(kind, serde_json::Value::Null).once("scheduled")).await?;
                    tx.commit().await?;
                }
            }
        }
        runner.drain().await?;
        opened.close().await
    }
}
