//! `stockroom tenant`

use crate::{connection::Settings, secret::given_or_file};
use anyhow::Context as _;
use clap::{Args, Subcommand};
use platform::tenancy::{self, NewTenant};
use vocabulary::{Locale, Role};

#[derive(Args)]
pub struct Tenant {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Make a tenant and its owner
    Create(Create),
    /// List all tenants
    List,
}

#[derive(Args)]
struct Create {
    /// Its name in URLs: lower-case letters, digits and hyphens
    #[arg(long)]
    slug: String,
    /// Its name as people know it
    #[arg(long)]
    name: String,
    /// ISO 4217: GBP, EUR, USD …
    #[arg(long)]
    currency: String,
    /// IANA time zone: Europe/London …
    #[arg(long)]
    zone: String,
    /// en, de, fr, es or ar
    #[arg(long, default_value = "en")]
    locale: String,
    /// The owner's e-mail address
    #[arg(long)]
    owner: String,
    #[arg(long)]
    owner_name: String,
    /// The owner's password, at least 12 characters; better in the variable, or in the file that
    /// STOCKROOM_OWNER_PASSWORD_FILE names, than on the command line
    #[arg(long, env = "STOCKROOM_OWNER_PASSWORD", hide_env_values = true)]
    owner_password: Option<String>,
}

impl Tenant {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let opened = settings.open(false).await?;
        match self.act {
            Act::List => {
                for (id, slug) in tenancy::all(&opened.database).await? {
                    println!("{id:>6}  {slug}");
                }
            }
            Act::Create(new) => {
                let password = given_or_file(new.owner_password.as_deref(), "STOCKROOM_OWNER_PASSWORD")?
                    .context("the owner needs a password: STOCKROOM_OWNER_PASSWORD, or a file in STOCKROOM_OWNER_PASSWORD_FILE")?;
                let tenant = NewTenant {
                    slug: new.slug,
                    name: new.name,
                    locale: Locale::of_tag(&new.locale).context("the locale is one of en, de, fr, es, ar")?,
                    zone: new.zone.parse().map_err(|_| anyhow::anyhow!("there is no time zone {}; one looks like Europe/London", new.zone))?,
                    currency: new.currency.parse().map_err(|_| anyhow::anyhow!("a currency has three capital letters, such as GBP"))?,
                };
                let id = tenancy::create(&opened.database, &tenant).await?;
                tenancy::add_member(&opened.database, id, &new.owner, &new.owner_name, &password, Role::Owner).await?;
                println!("Tenant {} is made; {} may sign in.", tenant.slug, new.owner);
            }
        }
        opened.close().await
    }
}
