//! What holds for the whole business.

mod change_settings;
mod settings_history;
mod show_settings;

use admin_rules::{ChangeSettings, Settings, SettingsHistory, ShowSettings};
use platform::{OpError, Registry, Tx};
use uuid::Uuid;
use vocabulary::Currency;

pub(crate) fn register(registry: Registry) -> Registry {
    registry.on::<ShowSettings>(crate::Admin).on::<ChangeSettings>(crate::Admin).on::<SettingsHistory>(crate::Admin)
}

/// A tenant is a number; its history is kept under the id that the number makes.
fn entity(tx: &Tx) -> Uuid {
    Uuid::from_u128(u128::try_from(tx.tenant()).unwrap_or_default())
}

/// The settings as they are; held until the end of the transaction where they are to be changed.
async fn load(tx: &mut Tx, for_update: bool) -> Result<Settings, OpError> {
    let tenant = tx.tenant();
    let sql = if for_update {
        "SELECT name, locale, zone, currency, public_base, one_person FROM tenant WHERE id = ? FOR UPDATE"
    } else {
        "SELECT name, locale, zone, currency, public_base, one_person FROM tenant WHERE id = ?"
    };
    let row: (String, String, String, String, String, bool) = sqlx::query_as(sql).bind(tenant).fetch_one(tx.conn()).await?;
    let (name, locale, zone, currency, public_base, one_person) = row;
    let currency: Currency = currency.parse().map_err(|_| anyhow::anyhow!("the tenant's currency {currency} is none"))?;
    Ok(Settings { name, locale, zone, currency, public_base, one_person })
}
