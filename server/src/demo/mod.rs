//! The demo retailers: two, so that one can see that neither sees the other. Everything goes through the desk, like any
//! other work; passwords are made for each data folder.

mod fortnight;

use crate::wiring::Process;
use admin_rules::{Answers, StartImport};
use anyhow::Context as _;
use catalog_rules::{ItemState, ListItems, ShowItem};
use chrono::{DateTime, Utc};
use fortnight::{Fortnight, Ware};
use platform::{
    jobs::Runner,
    tenancy::{self, NewTenant},
};
use serde::{Deserialize, Serialize};
use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _, path::Path};
use vocabulary::{Actor, Ask, Currency, Door, Key, Locale, Operation, Role};

/// How to sign in to the demo.
#[derive(Serialize, Deserialize)]
pub struct Logins {
    pub password: String,
    pub people: Vec<Login>,
    /// When the load began, until it is through: one that was cut short goes on from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    began: Option<DateTime<Utc>>,
}

#[derive(Serialize, Deserialize)]
pub struct Login {
    pub tenant: String,
    pub role: String,
    pub email: String,
}

/// Loads the demo, once: a second call only reads how to sign in, or goes on where the first was cut short. Each step has
/// its own key, so what was done is answered again and not done twice.
///
/// # Errors
/// When the database fails.
pub async fn load(process: &Process, data: &Path) -> anyhow::Result<Logins> {
    let file = data.join("demo-logins.json");
    let known = match std::fs::read_to_string(&file) {
        Ok(text) => Some(serde_json::from_str::<Logins>(&text)?),
        Err(_) => None,
    };
    let again = known.is_some();
    let mut logins = known.unwrap_or_else(|| Logins { password: password(), people: Vec::new(), began: Some(process.desk.database().now()) });
    let Some(began) = logins.began else { return Ok(logins) };
    std::fs::create_dir_all(data)?;
    keep(&file, &logins)?;
    for retailer in retailers() {
        tracing::info!("{} the demo: {}", if again { "going on loading" } else { "loading" }, retailer.tenant.name);
        let begun = Begun { at: began, again };
        let people = crate::logging::hushed(begin(process, &retailer, &logins.password, begun)).await?;
        logins.people.extend(people);
    }
    logins.began = None;
    keep(&file, &logins)?;
    Ok(logins)
}

/// Passwords: for whoever started it, and nobody else of this machine.
fn keep(file: &Path, logins: &Logins) -> anyhow::Result<()> {
    let mut out = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)?;
    out.write_all(serde_json::to_string_pretty(logins)?.as_bytes())?;
    Ok(())
}

/// When a load began, and whether it was cut short since.
#[derive(Clone, Copy)]
struct Begun {
    at: DateTime<Utc>,
    again: bool,
}

/// Makes a retailer with its people, items and stores, and a fortnight of work in them.
async fn begin(process: &Process, retailer: &Retailer, password: &str, begun: Begun) -> anyhow::Result<Vec<Login>> {
    let database = process.desk.database();
    let known = if begun.again { tenancy::by_slug(database, &retailer.tenant.slug).await.ok() } else { None };
    let tenant = match known {
        Some(tenant) => tenant,
        None => tenancy::create(database, &retailer.tenant).await.context("a demo retailer is here already, but not from this folder")?,
    };
    let (mut people, mut logins) = (Vec::new(), Vec::new());
    for (role, name) in retailer.people {
        let email = format!("{}@{}.example", role.tag(), retailer.tenant.slug);
        let person = match tenancy::member(database, tenant, &email).await? {
            Some(person) => person,
            None => tenancy::add_member(database, tenant, &email, name, password, *role).await?,
        };
        let name = (*name).to_owned();
        people.push(Actor { tenant, person: Some(person), name, role: *role, locale: retailer.tenant.locale, door: Door::Page });
        logins.push(Login { tenant: retailer.tenant.name.clone(), role: role.tag().to_owned(), email });
    }
    let hand = |role| people.iter().find(|actor| actor.role == role).cloned().context("a demo retailer has a manager and a clerk");
    let (manager, clerk) = (hand(Role::Manager)?, hand(Role::Clerk)?);
    let wares = catalog(process, &manager, retailer).await?;
    Fortnight::begin(process, retailer, (manager, clerk), &wares, begun.at).await?.pass().await?;
    Ok(logins)
}

/// Says how to sign in.
pub fn print(logins: &Logins) {
    println!("\nDemo sign-ins, all with the password  {}\n", logins.password);
    for login in &logins.people {
        println!("  {:<24} {:<11} {}", login.tenant, login.role, login.email);
    }
    println!();
}

/// Four short words would be nicer to type; sixteen letters and digits are as easy to copy.
fn password() -> String {
    let raw = uuid::Uuid::new_v4().simple().to_string();
    [raw.get(0..4), raw.get(4..8), raw.get(8..12), raw.get(16..20)].into_iter().flatten().collect::<Vec<_>>().join("-")
}

struct Retailer {
    tenant: NewTenant,
    people: &'static [(Role, &'static str)],
    stores: &'static [(&'static str, &'static str)],
    /// What its back rooms are called.
    back: &'static str,
    /// What the count in review is called, and the one that is planned.
    counts: [&'static str; 2],
    /// Its items: a file's name and what is in it.
    file: (&'static str, &'static [u8]),
}

fn retailers() -> [Retailer; 2] {
    [
        Retailer {
            tenant: NewTenant {
                slug: String::from("hart-finch"),
                name: String::from("Hart & Finch Gifts"),
                locale: Locale::En,
                zone: chrono_tz::Europe::London,
                currency: Currency::GBP,
            },
            people: &[
                (Role::Owner, "Maya Okafor"),
                (Role::Manager, "Tom Ellis"),
                (Role::Clerk, "Priya Shah"),
                (Role::Buyer, "Dan Reeve"),
                (Role::Accountant, "Ruth Adeyemi"),
            ],
            stores: &[("LONDON", "London Shop"), ("LEEDS", "Leeds Shop"), ("WAREHOUSE", "Warehouse")],
            back: "Back room",
            counts: ["Front shelves", "Back room, before Christmas"],
            file: ("products_export.csv", include_bytes!("hart-finch.csv")),
        },
        Retailer {
            tenant: NewTenant {
                slug: String::from("nordlicht"),
                name: String::from("Nordlicht Kaffee"),
                locale: Locale::De,
                zone: chrono_tz::Europe::Berlin,
                currency: Currency::EUR,
            },
            people: &[(Role::Owner, "Jonas Albers"), (Role::Manager, "Elif Yıldız"), (Role::Clerk, "Mia Brandt")],
            stores: &[("HAMBURG", "Hamburg Ottensen"), ("KIEL", "Kiel Förde")],
            back: "Lager",
            counts: ["Vordere Regale", "Lager vor Weihnachten"],
            file: ("artikel.csv", include_bytes!("nordlicht.csv")),
        },
    ]
}

/// Each is done once under its number.
async fn run<O: Operation>(process: &Process, actor: &Actor, number: u32, operation: O) -> anyhow::Result<O::Reply> {
    let key: Key = format!("demo-load/{number}").parse()?;
    Ok(process.desk.run(Ask::new(actor, key, operation)).await?)
}

/// The demo's items, brought in as files like anybody's.
async fn catalog(process: &Process, actor: &Actor, retailer: &Retailer) -> anyhow::Result<Vec<Ware>> {
    let mut known = variants(process, actor).await?;
    // A load that was cut short after this goes on where it stopped.
    if known.is_empty() {
        let begun = admin::imports::upload::file(&process.desk, actor, retailer.file.0, retailer.file.1, Answers::default()).await?;
        let runner = admin::imports::jobs(Runner::new(process.desk.clone()));
        runner.drain().await?;
        process.desk.run(Ask::new(actor, Key::random(), StartImport { import: begun.import })).await?;
        runner.drain().await?;
        known = variants(process, actor).await?;
    }
    Ok(known)
}

/// Every variant, by name.
async fn variants(process: &Process, actor: &Actor) -> anyhow::Result<Vec<Ware>> {
    let (mut all, mut cursor) = (Vec::new(), None);
    loop {
        let list = ListItems { cursor, limit: Some(200), ..ListItems::default() };
        let page = process.desk.run(Ask::new(actor, Key::random(), list)).await?;
        for row in page.rows {
            let item = process.desk.run(Ask::new(actor, Key::random(), ShowItem { item: row.item, variant: None })).await?;
            let for_sale = item.state != ItemState::Draft;
            all.extend(item.variants.into_iter().map(|one| Ware { variant: one.variant, cost: one.cost, price: one.price, for_sale }));
        }
        cursor = page.next;
        if cursor.is_none() {
            return Ok(all);
        }
    }
}
