//! The demo retailers: two, so that one can see that neither sees the other. Everything goes through the desk, like any
//! other work; passwords are made for each data folder.

use crate::wiring::Process;
use admin_rules::{Answers, StartImport};
use anyhow::Context as _;
use catalog_rules::{ListItems, ShowItem};
use platform::{
    jobs::Runner,
    tenancy::{self, NewTenant},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::path::Path;
use stock_rules::{CreateLocation, CreateStore, ReceiptLine, ReceiveGoods, StoreSaved};
use vocabulary::{Actor, Ask, Currency, Door, Key, Locale, Operation, PlaceKind, Quantity, Role, TenantId, VariantId};

/// How to sign in to the demo.
#[derive(Serialize, Deserialize)]
pub struct Logins {
    pub password: String,
    pub people: Vec<Login>,
}

#[derive(Serialize, Deserialize)]
pub struct Login {
    pub tenant: String,
    pub role: String,
    pub email: String,
}

/// Loads the demo, once: a second call only reads how to sign in.
///
/// # Errors
/// When the database fails.
pub async fn load(process: &Process, data: &Path) -> anyhow::Result<Logins> {
    let file = data.join("demo-logins.json");
    if let Ok(text) = std::fs::read_to_string(&file) {
        return Ok(serde_json::from_str(&text)?);
    }
    let password = password();
    let mut logins = Logins { password: password.clone(), people: Vec::new() };
    tracing::info!("loading the demo retailers");
    for retailer in retailers() {
        let tenant =
            tenancy::create(process.desk.database(), &retailer.tenant).await.context("a demo retailer is here already, but not from this folder")?;
        for (role, name) in retailer.people {
            let email = format!("{}@{}.example", role.tag(), retailer.tenant.slug);
            tenancy::add_member(process.desk.database(), tenant, &email, name, &password, *role).await?;
            logins.people.push(Login { tenant: retailer.tenant.name.clone(), role: role.tag().to_owned(), email });
        }
        stock(process, tenant, &retailer).await?;
    }
    std::fs::create_dir_all(data)?;
    std::fs::write(&file, serde_json::to_string_pretty(&logins)?)?;
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
    zone: &'static str,
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
            zone: "Europe/London",
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
            zone: "Europe/Berlin",
            file: ("artikel.csv", include_bytes!("nordlicht.csv")),
        },
    ]
}

/// The keys are the same each time, so a load that was cut short goes on where it stopped.
async fn run<O: Operation>(process: &Process, tenant: TenantId, key: &str, operation: O) -> anyhow::Result<O::Reply> {
    let key: Key = format!("demo-load/{key}").parse()?;
    Ok(process.desk.run(Ask::new(&Actor::system(tenant, Door::Command), key, operation)).await?)
}

async fn stock(process: &Process, tenant: TenantId, retailer: &Retailer) -> anyhow::Result<()> {
    let mut stores: Vec<StoreSaved> = Vec::new();
    for (code, name) in retailer.stores {
        let new = CreateStore {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            zone: retailer.zone.to_owned(),
            locale: retailer.tenant.locale.tag().to_owned(),
            currency: retailer.tenant.currency,
        };
        let store = run(process, tenant, code, new).await?;
        for (kind, bin, name) in [(PlaceKind::Bin, "F1-01", "F1-01"), (PlaceKind::Bin, "F1-02", "F1-02"), (PlaceKind::Zone, "BACK", "Back room")] {
            let new = CreateLocation { store: store.store, parent: None, kind, code: bin.to_owned(), name: name.to_owned() };
            run(process, tenant, &format!("{code}/{bin}"), new).await?;
        }
        stores.push(store);
    }
    let variants = catalog(process, tenant, retailer).await?;
    for (at, store) in stores.iter().enumerate() {
        // Not everything is everywhere: the third store has what the first two have, and more of it.
        let lines: Vec<ReceiptLine> = variants
            .iter()
            .enumerate()
            .filter(|(n, _)| at == 2 || (n + at) % 3 != 0)
            .map(|(n, (variant, cost))| ReceiptLine {
                variant: *variant,
                quantity: Quantity::whole(i32::try_from((n * 7 + at * 11) % 40 + 1).unwrap_or(1) * if at == 2 { 6 } else { 1 }),
                unit_cost: *cost,
            })
            .collect();
        for (part, lines) in lines.chunks(100).enumerate() {
            let receipt = ReceiveGoods {
                store: store.store,
                location: None,
                lines: lines.to_vec(),
                reference: String::from("DEMO"),
                note: String::new(),
                occurred_at: None,
            };
            run(process, tenant, &format!("stock/{at}/{part}"), receipt).await?;
        }
    }
    Ok(())
}

/// The demo's items, brought in as files like anybody's; the variants with what one costs.
async fn catalog(process: &Process, tenant: TenantId, retailer: &Retailer) -> anyhow::Result<Vec<(VariantId, Option<Decimal>)>> {
    let actor = Actor::system(tenant, Door::Command);
    let mut known = variants(process, &actor).await?;
    // A load that was cut short after this goes on where it stopped.
    if known.is_empty() {
        let begun = admin::imports::upload::file(&process.desk, &actor, retailer.file.0, retailer.file.1, Answers::default()).await?;
        let runner = admin::imports::jobs(Runner::new(process.desk.clone()));
        runner.drain().await?;
        process.desk.run(Ask::new(&actor, Key::random(), StartImport { import: begun.import })).await?;
        runner.drain().await?;
        known = variants(process, &actor).await?;
    }
    Ok(known)
}

/// Every variant with what one costs, by name.
async fn variants(process: &Process, actor: &Actor) -> anyhow::Result<Vec<(VariantId, Option<Decimal>)>> {
    let (mut all, mut cursor) = (Vec::new(), None);
    loop {
        let list = ListItems { cursor, limit: Some(200), ..ListItems::default() };
        let page = process.desk.run(Ask::new(actor, Key::random(), list)).await?;
        for row in page.rows {
            let item = process.desk.run(Ask::new(actor, Key::random(), ShowItem { item: row.item, variant: None })).await?;
            all.extend(item.variants.into_iter().map(|variant| (variant.variant, variant.cost)));
        }
        cursor = page.next;
        if cursor.is_none() {
            return Ok(all);
        }
    }
}
