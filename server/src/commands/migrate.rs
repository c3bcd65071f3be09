//! `stockroom migrate`

use crate::connection::Settings;
use clap::Args;
use platform::migrate;

#[derive(Args)]
pub struct Migrate {
    /// Also give this database user the application's rights, table by table: 'name'@'host'
    #[arg(long)]
    grant: Option<String>,
}

impl Migrate {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let Some((_, url)) = settings.given()? else {
            settings.open(true).await?.close().await?;
            println!("The embedded database is up to date.");
            return Ok(());
        };
        let ran = migrate::migrate(&url).await?;
        println!("{ran} migrations run; the database is up to date.");
        if let Some(account) = self.grant {
            let good = account.bytes().all(|b| b.is_ascii_alphanumeric() || b"'@._%-".contains(&b)) && account.contains("'@'");
            anyhow::ensure!(good, "an account is written 'name'@'host'");
            migrate::grant(&url, &account).await?;
            println!("{account} has the application's rights.");
        }
        Ok(())
    }
}
