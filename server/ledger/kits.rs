//! Kits: variants that are sold as bundles of others, and which lines were told as one.

use crate::lock::ROWS;
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{AssertSqlSafe, MySql, QueryBuilder};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;
use vocabulary::{PostingId, Quantity, ReservationId, StoreId, VariantId, decide_makes};

/// What one of a kit takes of a variant, in its base unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Component {
    pub variant: VariantId,
    pub quantity: Quantity,
}

/// The lines that a kit was told as: `parts` of them from `line` on are what `quantity` of it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundle {
    pub line: i32,
    pub parts: i32,
    pub kit: VariantId,
    pub quantity: Quantity,
}

impl Bundle {
    /// Whether a line is one of its parts.
    #[must_use]
    pub fn has(&self, line: i32) -> bool {
        (self.line..self.line + self.parts).contains(&line)
    }
}

fn kept(value: Decimal) -> Result<Quantity, OpError> {
    Quantity::new(value).map_err(|error| OpError::Other(error.into()))
}

/// What kits are made of, in the order in which that was said; what is no kit is not in the answer.
///
/// # Errors
/// When the database fails.
pub async fn of(tx: &mut Tx, variants: &[VariantId]) -> Result<HashMap<VariantId, Vec<Component>>, OpError> {
    let tenant = tx.tenant();
    let mut found: HashMap<VariantId, Vec<Component>> = HashMap::new();
    for variants in variants.chunks(ROWS) {
        let mut select = QueryBuilder::<MySql>::new("SELECT kit_id, component_id, quantity FROM kit_component WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND kit_id IN ");
        push_list(&mut select, variants.iter().map(|variant| variant.0));
        select.push(" ORDER BY kit_id, position, component_id");
        let rows: Vec<(Uuid, Uuid, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (kit, component, quantity) in rows {
            found.entry(kit.into()).or_default().push(Component { variant: component.into(), quantity: kept(quantity)? });
        }
    }
    Ok(found)
}

/// What stores can make of kits.
pub type Makes = BTreeMap<VariantId, Vec<(StoreId, Quantity)>>;

/// How many of each kit each store in use can make, by the stores' codes: of what is there and not promised. Only the
/// stores that have had any of it; of a component that is put away nothing is made.
///
/// # Errors
/// When the database fails.
pub async fn makes(tx: &mut Tx, kits: &HashMap<VariantId, Vec<Component>>) -> Result<Makes, OpError> {
    let (mut makes, tenant) = (Makes::new(), tx.tenant());
    let mut components: Vec<VariantId> = kits.values().flatten().map(|component| component.variant).collect();
    components.sort_unstable();
    components.dedup();
    let mut free: HashMap<(StoreId, VariantId), Quantity> = HashMap::new();
    let mut stores: Vec<(String, StoreId)> = Vec::new();
    for components in components.chunks(ROWS) {
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT STRAIGHT_JOIN s.code, p.store_id, p.variant_id, CASE WHEN v.state = 4 THEN 0 ELSE p.sellable - p.promised END \
             FROM stock_promise p FORCE INDEX (stock_promise_variant) \
             JOIN store s FORCE INDEX (PRIMARY) ON s.tenant_id = p.tenant_id AND s.id = p.store_id AND s.archived_at IS NULL \
             JOIN variant v FORCE INDEX (PRIMARY) ON v.tenant_id = p.tenant_id AND v.id = p.variant_id WHERE p.tenant_id = ",
        );
        select.push_bind(tenant).push(" AND p.variant_id IN ");
        push_list(&mut select, components.iter().map(|variant| variant.0));
        let rows: Vec<(String, Uuid, Uuid, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (code, store, variant, available) in rows {
            stores.push((code, store.into()));
            free.insert((store.into(), variant.into()), kept(available)?);
        }
    }
    stores.sort_unstable();
    stores.dedup();
    for (kit, components) in kits {
        let had = |store: StoreId| components.iter().any(|part| free.contains_key(&(store, part.variant)));
        let one = |store: StoreId| {
            let of = |part: &Component| (free.get(&(store, part.variant)).copied().unwrap_or_default(), part.quantity);
            (store, decide_makes(components.iter().map(of)))
        };
        makes.insert(*kit, stores.iter().map(|(_, store)| *store).filter(|store| had(*store)).map(one).collect());
    }
    Ok(makes)
}

/// Which lines of a posting were told as which kit.
///
/// # Errors
/// When the database fails.
pub async fn sold(tx: &mut Tx, posting: PostingId) -> Result<Vec<Bundle>, OpError> {
    bundles(tx, Of::Posting, posting.0).await
}

/// The same of a reservation's.
///
/// # Errors
/// When the database fails.
pub async fn reserved(tx: &mut Tx, reservation: ReservationId) -> Result<Vec<Bundle>, OpError> {
    bundles(tx, Of::Reservation, reservation.0).await
}

/// Whose lines they are.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    Posting,
    Reservation,
}

impl Of {
    fn read(self) -> &'static str {
        match self {
            Self::Posting => "SELECT line, parts, kit_id, quantity FROM posting_kit WHERE tenant_id = ? AND posting_id = ? ORDER BY line",
            Self::Reservation => "SELECT line, parts, kit_id, quantity FROM reservation_kit WHERE tenant_id = ? AND reservation_id = ? ORDER BY line",
        }
    }

    fn write(self) -> &'static str {
        match self {
            Self::Posting => "INSERT INTO posting_kit (tenant_id, posting_id, line, parts, kit_id, quantity) ",
            Self::Reservation => "INSERT INTO reservation_kit (tenant_id, reservation_id, line, parts, kit_id, quantity) ",
        }
    }
}

async fn bundles(tx: &mut Tx, of: Of, id: Uuid) -> Result<Vec<Bundle>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(i32, i32, Uuid, Decimal)> = sqlx::query_as(AssertSqlSafe(of.read())).bind(tenant).bind(id).fetch_all(tx.conn()).await?;
    rows.into_iter().map(|(line, parts, kit, quantity)| Ok(Bundle { line, parts, kit: kit.into(), quantity: kept(quantity)? })).collect()
}

/// Keeps which lines were told as which kit; of the others nothing.
pub(crate) async fn write(tx: &mut Tx, of: Of, id: Uuid, bundles: &[Bundle]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for bundles in bundles.chunks(ROWS) {
        let mut insert = QueryBuilder::<MySql>::new(of.write());
        insert.push_values(bundles, |mut row, bundle| {
            row.push_bind(tenant).push_bind(id).push_bind(bundle.line).push_bind(bundle.parts);
            row.push_bind(bundle.kit.0).push_bind(bundle.quantity.decimal());
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}
