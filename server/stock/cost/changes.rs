//! What people changed of the value of stock: a list of it, one of it, and taking it back.

use super::adjust::{day_in, store_of, today, told};
use crate::{Stock, known as own};
use chrono::{DateTime, Utc};
use ledger::cost::{adjust::Document, undo};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use rust_decimal::Decimal;
use sqlx::{FromRow, MySql, QueryBuilder};
use stock_rules::{CostChange, CostChangeView, ListCostChanges, ShowCostChange, StockRevalued, UndoCostChange, check_undo_cost};
use uuid::Uuid;
use vocabulary::{Actor, AppError, Cursor, Page, PostingId, VariantId};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    kind: u8,
    posting_id: Uuid,
    receipt: Option<String>,
    variant_id: Option<Uuid>,
    sku: Option<String>,
    name: Option<String>,
    option_text: Option<String>,
    reference: String,
    note: String,
    currency: String,
    amount: Decimal,
    rate: Decimal,
    value: Decimal,
    on_hand: Decimal,
    gone: Decimal,
    actor_name: String,
    created_at: DateTime<Utc>,
    undoes: Option<Uuid>,
    undone_by: Option<Uuid>,
}

impl Row {
    fn told(self) -> Result<CostChangeView, OpError> {
        let id = self.id;
        Ok(CostChangeView {
            change: id,
            kind: CostChange::of_code(self.kind).ok_or_else(|| anyhow::anyhow!("cost document {id} is of an unknown kind"))?,
            posting: Some(self.posting_id).filter(|posting| !posting.is_nil()).map(PostingId),
            receipt: self.receipt.unwrap_or_default(),
            variant: self.variant_id.map(VariantId),
            sku: self.sku.unwrap_or_default(),
            name: self.name.unwrap_or_default(),
            option_text: self.option_text.unwrap_or_default(),
            reference: self.reference,
            note: self.note,
            currency: self.currency.parse().map_err(|error: vocabulary::money::CurrencyError| OpError::Other(error.into()))?,
            amount: self.amount.normalize(),
            rate: self.rate.normalize(),
            value: self.value.normalize(),
            on_hand: self.on_hand.normalize(),
            gone: self.gone.normalize(),
            by: self.actor_name,
            at: self.created_at,
            undoes: self.undoes,
            undone_by: self.undone_by,
        })
    }
}

/// Which of them.
#[derive(Default)]
struct Wanted {
    change: Option<Uuid>,
    posting: Option<PostingId>,
    variant: Option<VariantId>,
    before: Option<Uuid>,
}

async fn read(tx: &mut Tx, wanted: &Wanted, most: usize) -> Result<Vec<CostChangeView>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT d.id, d.kind, d.posting_id, p.document_ref AS receipt, d.variant_id, v.sku, v.name, v.option_text, d.reference, d.note, d.currency, \
         d.amount, d.rate, d.value, d.on_hand, d.gone, d.actor_name, d.created_at, d.undoes, u.id AS undone_by FROM cost_document d ",
    );
    let key = match (wanted.posting, wanted.variant) {
        (Some(_), _) => "cost_document_posting",
        (None, Some(_)) => "cost_document_variant",
        (None, None) => "PRIMARY",
    };
    select.push("FORCE INDEX (").push(key).push(") ");
    select.push("LEFT JOIN posting p ON p.tenant_id = d.tenant_id AND p.id = d.posting_id ");
    select.push("LEFT JOIN variant v ON v.tenant_id = d.tenant_id AND v.id = d.variant_id ");
    select.push("LEFT JOIN cost_document u FORCE INDEX (cost_document_undoes) ON u.tenant_id = d.tenant_id AND u.undoes = d.id WHERE d.tenant_id = ");
    select.push_bind(tenant);
    if let Some(change) = wanted.change {
        select.push(" AND d.id = ").push_bind(change);
    }
    if let Some(posting) = wanted.posting {
        select.push(" AND d.posting_id = ").push_bind(posting.0);
    }
    if let Some(variant) = wanted.variant {
        select.push(" AND d.variant_id = ").push_bind(variant.0);
    }
    if let Some(before) = wanted.before {
        select.push(" AND d.id < ").push_bind(before);
    }
    select.push(" ORDER BY d.id DESC LIMIT ").push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter().map(Row::told).collect()
}

impl Handle<ListCostChanges> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListCostChanges) -> Result<Done<Page<CostChangeView>>, OpError> {
        if let Some(variant) = list.variant {
            own::variant(tx, variant).await?;
        }
        if let Some(posting) = list.posting {
            store_of(tx, posting.0).await?.ok_or_else(OpError::not_found)?;
        }
        let size = Page::<CostChangeView>::SIZE;
        let before = list.cursor.as_ref().and_then(|Cursor(parts)| parts.first()?.parse().ok());
        let wanted = Wanted { change: None, posting: list.posting, variant: list.variant, before };
        let rows = read(tx, &wanted, size + 1).await?;
        Ok(Done::reply(Page::of(rows, size, |row| Cursor(vec![row.change.to_string()]))))
    }
}

impl Handle<ShowCostChange> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowCostChange) -> Result<Done<CostChangeView>, OpError> {
        let found = read(tx, &Wanted { change: Some(show.change), ..Wanted::default() }, 1).await?;
        Ok(Done::reply(found.into_iter().next().ok_or_else(OpError::not_found)?))
    }
}

impl Handle<UndoCostChange> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, undo: UndoCostChange) -> Result<Done<StockRevalued>, OpError> {
        let fields = check_undo_cost(&undo);
        if !fields.is_empty() {
            return Err(AppError::Invalid { fields }.into());
        }
        let made = undo::made(tx, undo.change).await?;
        let day = match store_of(tx, made.posting).await? {
            Some(store) => day_in(tx, store).await?,
            None => today(tx).await?,
        };
        let was = &made.document;
        let document = Document { id: Uuid::now_v7(), note: undo.note.trim().to_owned(), amount: -was.amount, undoes: Some(was.id), ..was.clone() };
        let changed = undo::undo(tx, actor, &made, &document, day).await?;
        let trail = match made.variant {
            Some(variant) => Trail::of("variant", variant),
            None => Trail::of("posting", made.posting),
        };
        let trail = trail
            .with("value", changed.value.normalize().to_string())
            .with("on_hand", changed.on_hand.normalize().to_string())
            .with("gone", changed.gone.normalize().to_string());
        let facts = serde_json::json!({
            "undoes": was.id, "posting": Some(made.posting).filter(|posting| !posting.is_nil()), "variant": made.variant, "value": changed.value,
            "on_hand": changed.on_hand, "gone": changed.gone,
        });
        let event = Event::new("stock.cost_undone", document.id, &facts);
        Ok(Done::reply(told(document.id, changed)).trail(trail).event(event))
    }
}
