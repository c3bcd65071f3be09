//! Takes back what an import did to the catalog, where nobody has touched it since: new items are archived and changed
//! values restored, hundreds at once. What the catalog does in bulk never erases, so the rest goes one by one.

use super::{
    Imports,
    archived::{self, KeepArchived},
    aside,
    head::Head,
    jobs::ask,
    undo_steps::TellKept,
};
use admin_rules::{ImportState, KeptRow};
use catalog_rules::{
    Attribute, BarcodeView, EditItem, EditVariant, ItemState, ItemView, RemoveBarcode, RemoveSupplierCode, ShowItem, UpsertItem, UpsertOutcome,
    Upserted, VariantView,
};
use platform::{Done, Handle, OpError, Tx, db::push_list, jobs::JobContext};
use serde::{Deserialize, Serialize};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldChange, ImportId, Key, Kind, Operation, Permission, Said};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct UndoEffects {
    pub import: ImportId,
    pub part: i32,
    /// The bulk is done: only answer what must be taken back one by one.
    pub rest: bool,
}

impl Operation for UndoEffects {
    /// What must be taken back one by one.
    type Reply = Vec<Upserted>;
    const NAME: &'static str = "admin.undo_import_effects";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

impl Handle<UndoEffects> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, undo: UndoEffects) -> Result<Done<Vec<Upserted>>, OpError> {
        let head = Head::load(tx, undo.import).await?;
        head.must_be(&[ImportState::Undoing])?;
        let tenant = tx.tenant();
        let detail: Option<String> = sqlx::query_scalar("SELECT detail FROM import_effect WHERE tenant_id = ? AND import_id = ? AND part = ?")
            .bind(tenant)
            .bind(undo.import.0)
            .bind(undo.part)
            .fetch_optional(tx.conn())
            .await?;
        let effects: Vec<Upserted> = detail.map(|detail| serde_json::from_str(&detail)).transpose()?.unwrap_or_default();
        let items =
            versions(tx, "SELECT id, version FROM item WHERE tenant_id = ", effects.iter().filter_map(|row| row.item).map(Uuid::from).collect())
                .await?;
        let variants = versions(
            tx,
            "SELECT id, version FROM variant WHERE tenant_id = ",
            effects.iter().filter_map(|row| row.variant).map(Uuid::from).collect(),
        )
        .await?;
        let untouched = |row: &Upserted| {
            let same = |found: &HashMap<Uuid, i64>, id: Option<Uuid>, version: i64| id.is_some_and(|id| found.get(&id) == Some(&version));
            same(&variants, row.variant.map(Uuid::from), row.variant_version)
                && (row.item_changes.is_empty() || same(&items, row.item.map(Uuid::from), row.item_version))
        };
        // An item is as it was made while its own version, and those of all its variants, are.
        let mut made: BTreeMap<Uuid, i64> = BTreeMap::new();
        for row in effects.iter().filter(|row| row.new_item) {
            made.extend(row.item.map(|item| (Uuid::from(item), row.item_version)));
        }
        let mut touched: Vec<Uuid> = Vec::new();
        for row in &effects {
            let Some(item) = row.item.map(Uuid::from) else { continue };
            if let Some(version) = made.get_mut(&item) {
                *version = row.item_version.max(*version);
                if row.variant.is_none_or(|variant| variants.get(&variant.into()) != Some(&row.variant_version)) {
                    touched.push(item);
                }
            }
        }
        let (mut bulk, mut of, mut left, mut kept): (Vec<UpsertItem>, Vec<&Upserted>, Vec<Upserted>, Vec<(Uuid, i32, KeptRow)>) = Default::default();
        for row in &effects {
            let Some(item) = row.item.map(Uuid::from) else { continue };
            match made.get(&item) {
                Some(version) if row.new_item => {
                    if touched.contains(&item) || items.get(&item) != Some(version) {
                        kept.push(tell(row, Said::new("import-undo-touched")));
                    } else {
                        of.push(row);
                        bulk.push(UpsertItem { sku: Some(row.sku.clone()), state: Some(ItemState::Archived), ..UpsertItem::default() });
                    }
                }
                // Archived with its item.
                Some(_) => {}
                None if !untouched(row) => kept.push(tell(row, Said::new("import-undo-touched"))),
                None => match restored(row) {
                    Some(upsert) => {
                        of.push(row);
                        bulk.push(upsert);
                    }
                    None => left.push(row.clone()),
                },
            }
        }
        if undo.rest {
            return Ok(Done::reply(left));
        }
        let done = catalog::upsert::apply(tx, &bulk).await?;
        for (row, done) in of.iter().zip(&done).filter(|(_, done)| done.outcome == UpsertOutcome::Refused) {
            let said = done.problems.first().map_or_else(|| Said::new("import-undo-touched"), |wrong| wrong.said.clone());
            kept.push(tell(row, said));
        }
        aside::keep_kept(tx, undo.import, &kept).await?;
        let items = done.iter().filter(|done| done.outcome == UpsertOutcome::Changed && archives(done));
        let items: Vec<(Uuid, i64)> = items.filter_map(|done| Some((Uuid::from(done.item?), done.item_version))).collect();
        archived::keep(tx, undo.import, &items).await?;
        let mut answer = Done::reply(left);
        (answer.trails, answer.events) = (catalog::upsert::trails(&done), catalog::upsert::events(&done));
        Ok(answer)
    }
}

async fn versions(tx: &mut Tx, sql: &'static str, mut ids: Vec<Uuid>) -> Result<HashMap<Uuid, i64>, OpError> {
    let tenant = tx.tenant();
    ids.sort_unstable();
    ids.dedup();
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new(sql);
        select.push_bind(tenant).push(" AND id IN ");
        push_list(&mut select, ids.iter().copied());
        select.push(" FOR UPDATE");
        let rows: Vec<(Uuid, i64)> = select.build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows);
    }
    Ok(found)
}

/// Whether a row put its item away.
fn archives(row: &Upserted) -> bool {
    row.item_changes.iter().any(|change| change.field == "state" && change.to.as_deref() == Some(ItemState::Archived.tag()))
}

fn tell(row: &Upserted, said: Said) -> (Uuid, i32, KeptRow) {
    let name = row.handle.clone();
    (row.variant.map(Uuid::from).unwrap_or_default(), 0, KeptRow { sku: row.sku.clone(), name, said })
}

/// The old values as a row, where the catalog can take all of them in bulk: where there was nothing, it cannot.
fn restored(row: &Upserted) -> Option<UpsertItem> {
    if row.outcome == UpsertOutcome::New {
        return None;
    }
    let mut upsert = UpsertItem { sku: Some(row.sku.clone()), ..UpsertItem::default() };
    // A variant's own state is not its item's.
    if row.variant_changes.iter().any(|change| change.field == "state") {
        return None;
    }
    for change in row.item_changes.iter().chain(&row.variant_changes) {
        let was = change.from.clone()?;
        match change.field.as_str() {
            "name" => upsert.name = Some(was),
            "description" => upsert.description = Some(was),
            "brand" => upsert.brand = Some(was),
            "category" => upsert.category = Some(was),
            "unit" => upsert.unit = Some(was),
            "whole" => upsert.whole = was.parse().ok(),
            "state" => upsert.state = ItemState::of_tag(&was),
            "price" => upsert.price = was.parse().ok(),
            "cost" => upsert.cost = was.parse().ok(),
            _ => return None,
        }
    }
    Some(upsert)
}

/// Takes back, one by one, what cannot be taken back in bulk; tells what cannot be at all.
pub(crate) async fn one_by_one(context: &JobContext, import: ImportId, left: Vec<Upserted>) -> Result<(), OpError> {
    for row in left {
        let outcome = one(context, import, &row).await;
        let said = match outcome {
            Ok(None) => continue,
            Ok(Some(said)) => said,
            Err(OpError::App(error)) if error.status() < 500 => error_said(&error),
            Err(error) => return Err(error),
        };
        let (of, part, kept) = tell(&row, said);
        ask(context, Key::random(), TellKept { import, of, part, kept }).await?;
    }
    Ok(())
}

/// What a refusal says: of its first field, where it is about fields.
fn error_said(error: &AppError) -> Said {
    match error {
        AppError::Invalid { fields } => fields.first().map_or_else(|| error.said(), |field| field.said.clone()),
        AppError::Stale => Said::new("import-undo-touched"),
        other => other.said(),
    }
}

async fn one(context: &JobContext, import: ImportId, row: &Upserted) -> Result<Option<Said>, OpError> {
    let (Some(item), Some(variant)) = (row.item, row.variant) else { return Ok(None) };
    let view = ask(context, Key::random(), ShowItem { item, variant: None }).await?;
    let Some(now) = view.variants.iter().find(|one| one.variant == variant) else { return Ok(None) };
    if now.version != row.variant_version {
        return Ok(Some(Said::new("import-undo-touched")));
    }
    if row.outcome == UpsertOutcome::New {
        archive(context, import, edit(now)).await?;
        return Ok(None);
    }
    let mut kept = None;
    let mut was = edit(now);
    for change in &row.variant_changes {
        match (change.field.as_str(), &change.from) {
            ("price", from) => was.price = from.as_ref().and_then(|from| from.parse().ok()),
            ("cost", from) => was.cost = from.as_ref().and_then(|from| from.parse().ok()),
            ("sku", Some(from)) => was.sku.clone_from(from),
            ("barcode" | "supplier_code", None) => {}
            // The import had brought it back.
            ("state", Some(_)) => was.own_state = Some(ItemState::Archived),
            _ => kept = Some(Said::new("import-undo-kept").with("field", change.field.as_str())),
        }
    }
    if was.own_state != now.own_state {
        archive(context, import, was).await?;
    } else if was.price != now.price || was.cost != now.cost || was.sku != now.sku {
        ask(context, Key::random(), was).await?;
    }
    for change in row.variant_changes.iter().filter(|change| change.from.is_none()) {
        take_code(context, now, change).await?;
    }
    if !row.item_changes.is_empty() {
        kept = item_back(context, row, &view).await?.or(kept);
    }
    Ok(kept)
}

/// Puts a variant away by itself.
async fn archive(context: &JobContext, import: ImportId, was: EditVariant) -> Result<(), OpError> {
    let saved = ask(context, Key::random(), EditVariant { own_state: Some(ItemState::Archived), ..was }).await?;
    ask(context, Key::random(), KeepArchived { import, variant: saved.variant, version: saved.version }).await
}

fn edit(now: &VariantView) -> EditVariant {
    EditVariant {
        variant: now.variant,
        version: now.version,
        sku: now.sku.clone(),
        options: now.options.clone(),
        price: now.price,
        cost: now.cost,
        own_state: now.own_state,
    }
}

/// Takes a code away that the import added.
async fn take_code(context: &JobContext, now: &VariantView, change: &FieldChange) -> Result<(), OpError> {
    let added = change.to.as_deref().unwrap_or_default();
    if change.field == "barcode" {
        if let Some(code) = now.barcodes.iter().find(|code| is_told(code, added)) {
            ask(context, Key::random(), RemoveBarcode { variant: now.variant, code: code.code.clone() }).await?;
        }
    } else if change.field == "supplier_code"
        && let Some(code) = now.supplier_codes.iter().find(|code| format!("{} {}", code.supplier, code.code) == added)
    {
        ask(context, Key::random(), RemoveSupplierCode { variant: now.variant, supplier_code: code.clone() }).await?;
    }
    Ok(())
}

/// Whether a change told of this barcode: by itself, or with what is under it.
fn is_told(code: &BarcodeView, said: &str) -> bool {
    code.printed == said || code.code == said || said.strip_prefix(&code.printed) == Some(&format!(" {} {}", code.unit, code.pack))
}

/// Takes a change of an attribute back; false where it is not there as the change left it.
fn attribute_back(attributes: &mut Vec<Attribute>, change: &FieldChange) -> bool {
    let Some(at) = attributes.iter().position(|one| Some(one.said()) == change.to) else { return false };
    let Some(from) = &change.from else {
        attributes.remove(at);
        return true;
    };
    let name = format!("{}: ", attributes[at].name);
    let was = from.get(name.len()..).filter(|_| from.to_lowercase().starts_with(&name.to_lowercase()));
    was.map(|was| was.clone_into(&mut attributes[at].value)).is_some()
}

/// Restores an item's own values; axes and pictures that were added stay, and are told.
async fn item_back(context: &JobContext, row: &Upserted, view: &ItemView) -> Result<Option<Said>, OpError> {
    if view.version != row.item_version {
        return Ok(Some(Said::new("import-undo-touched")));
    }
    let mut kept = None;
    let mut was = EditItem {
        item: view.item,
        version: view.version,
        name: view.name.clone(),
        handle: view.handle.clone(),
        description: view.description.clone(),
        brand: view.brand.clone(),
        category: view.category.as_ref().map(|category| category.name.clone()),
        unit: view.unit.clone(),
        whole: view.whole,
        axes: view.axes.clone(),
        attributes: None,
        image_links: view.image_links.clone(),
    };
    let mut changes = false;
    for change in &row.item_changes {
        let from = change.from.clone().unwrap_or_default();
        let mut restorable = true;
        match change.field.as_str() {
            "attribute" => {
                let mut attributes = was.attributes.take().unwrap_or_else(|| view.attributes.clone());
                restorable = attribute_back(&mut attributes, change);
                was.attributes = Some(attributes);
                if !restorable {
                    kept = Some(Said::new("import-undo-touched"));
                }
            }
            "name" => was.name = from,
            "description" => was.description = from,
            "brand" => was.brand = from,
            "category" => was.category = change.from.clone(),
            "unit" => was.unit = from,
            "whole" => was.whole = from == "true",
            _ => {
                restorable = false;
                kept = Some(Said::new("import-undo-kept").with("field", change.field.as_str()));
            }
        }
        changes |= restorable;
    }
    if changes {
        ask(context, Key::random(), was).await?;
    }
    Ok(kept)
}
