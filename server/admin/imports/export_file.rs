//! What goes out, portion by portion: each is read by key, so that the last costs what the first does.

use super::{
    Imports,
    export_items::items,
    export_stock::{places, shopify},
};
use crate::import::{export::Export, own};
use admin_rules::{ExportFile, ExportKind, FilePortion};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, Cursor, Permission};

/// Rows of a portion.
pub(crate) const PORTION: usize = 500;

/// Shopify's inventory file, in its present layout.
const SHOPIFY: [&str; 19] = [
    "Handle",
    "Title",
    "Option1 Name",
    "Option1 Value",
    "Option2 Name",
    "Option2 Value",
    "Option3 Name",
    "Option3 Value",
    "SKU",
    "HS Code",
    "COO",
    "Location",
    "Bin name",
    "Incoming (not editable)",
    "Unavailable (not editable)",
    "Committed (not editable)",
    "Available (not editable)",
    "On hand (current)",
    "On hand (new)",
];

/// Rows ready to be written, and where the next portion begins.
pub(crate) struct Portion {
    pub rows: Vec<Vec<String>>,
    pub next: Option<Cursor>,
}

impl Handle<ExportFile> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, file: ExportFile) -> Result<Done<FilePortion>, OpError> {
        let portion = match file.kind {
            // What something costs is only for those who may know.
            ExportKind::Catalog => items(tx, file.cursor.as_ref(), actor.may(Permission::ValueRead)).await?,
            ExportKind::Inventory => places(tx, file.store, file.cursor.as_ref()).await?,
            ExportKind::ShopifyInventory => shopify(tx, file.store, file.cursor.as_ref()).await?,
        };
        let first = file.cursor.is_none();
        let write = || {
            let mut export = Export::new(Vec::new(), b',', first)?;
            if first {
                match file.kind {
                    ExportKind::Catalog => export.row(own::header(crate::import::ImportKind::Catalog))?,
                    ExportKind::Inventory => export.row(own::header(crate::import::ImportKind::Inventory))?,
                    ExportKind::ShopifyInventory => export.row(SHOPIFY)?,
                }
            }
            for row in &portion.rows {
                export.row(row)?;
            }
            export.finish()
        };
        let text = String::from_utf8(write().map_err(anyhow::Error::new)?).map_err(anyhow::Error::new)?;
        Ok(Done::reply(FilePortion { text, next: portion.next }))
    }
}
