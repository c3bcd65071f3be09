//! `stockroom job`

use crate::{connection::Settings, wiring::Process};
use anyhow::Context as _;
use clap::Args;
use platform::{
    Database,
    jobs::{self, NewJob, Runner},
    tenancy,
};
use vocabulary::{JobId, TenantId};

#[derive(Args)]
#[command(after_help = "Examples:
  stockroom job platform.seal                seal every tenant's books now
  stockroom job                              run everything that is due
  stockroom job --dead                       list the jobs that were given up, with what went wrong
  stockroom job --requeue 0192f0c1-…         put one of them back in the queue
  stockroom job --requeue all --tenant acme  all of a tenant's; with a kind, all of that kind")]
pub struct Job {
    /// The kind, e.g. platform.seal; without one, everything that is due is run
    kind: Option<String>,
    /// For this tenant only
    #[arg(long)]
    tenant: Option<String>,
    /// List the jobs that were given up; they are kept for 30 days
    #[arg(long)]
    dead: bool,
    /// Put a job that was given up back in the queue, by its id, or all of them; a server or a worker then takes it
    #[arg(long, value_name = "ID|all", conflicts_with = "dead")]
    requeue: Option<String>,
}

impl Job {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let opened = settings.open(false).await?;
        let process = Process::new(opened.database.clone());
        let runner = process.runner(opened.seal_key()?);
        // Whatever happens, the database is left as it should be left.
        let done = self.what(&opened.database, &runner).await;
        let closed = opened.close().await;
        done.and(closed)
    }

    async fn what(&self, database: &Database, runner: &Runner) -> anyhow::Result<()> {
        let kind = self.kind.as_ref().map(|wanted| known(runner, wanted)).transpose()?;
        let mut tenants = tenancy::all(database).await?;
        if let Some(only) = &self.tenant {
            tenants.retain(|(_, slug)| slug == only);
            anyhow::ensure!(!tenants.is_empty(), "no tenant {only}: `stockroom tenant list` names them");
        }
        if self.dead {
            return list(database, &tenants, kind).await;
        }
        if let Some(which) = &self.requeue {
            let kinds: Vec<_> = runner.asked().filter(|asked| kind.is_none_or(|kind| kind == *asked)).collect();
            anyhow::ensure!(!kinds.is_empty(), "jobs of this kind come round by the clock: there is nothing to put back");
            return requeue(database, &tenants, which, &kinds).await;
        }
        if let Some(kind) = kind {
            for (tenant, _) in &tenants {
                let mut tx = database.begin(*tenant).await?;
                jobs::enqueue(&mut tx, NewJob::new(kind, serde_json::Value::Null).once("scheduled")).await?;
                tx.commit().await?;
            }
        }
        Ok(runner.drain().await?)
    }
}

/// A kind of job by its name.
fn known(runner: &Runner, wanted: &str) -> anyhow::Result<&'static str> {
    runner.kinds().find(|kind| *kind == wanted).with_context(|| {
        let mut kinds: Vec<_> = runner.kinds().collect();
        kinds.sort_unstable();
        format!("no job of this kind; there are: {}", kinds.join(", "))
    })
}

async fn list(database: &Database, tenants: &[(TenantId, String)], kind: Option<&str>) -> anyhow::Result<()> {
    let mut none = true;
    for (tenant, slug) in tenants {
        for dead in jobs::dead(database, *tenant, kind).await? {
            none = false;
            let at = dead.at.format("%Y-%m-%d %H:%M:%S UTC");
            println!("{}  {slug:<16} {:<20} {at}  tries {:>2}  {}", dead.job, dead.kind, dead.attempts, dead.error);
        }
    }
    if none {
        println!("No job was given up.");
    }
    Ok(())
}

async fn requeue(database: &Database, tenants: &[(TenantId, String)], which: &str, kinds: &[&'static str]) -> anyhow::Result<()> {
    let job: Option<JobId> = match which {
        "all" => None,
        id => Some(id.parse().with_context(|| format!("{id} is no id of a job: `stockroom job --dead` lists them"))?),
    };
    let mut back = 0;
    for (tenant, _) in tenants {
        back += jobs::requeue(database, *tenant, job, kinds).await?;
    }
    anyhow::ensure!(
        back > 0 || job.is_none(),
        "no job of this id was given up, or it is of a kind that comes round by the clock: `stockroom job --dead` lists them"
    );
    println!("{back} back in the queue.");
    Ok(())
}
