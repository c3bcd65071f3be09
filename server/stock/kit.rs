//! Kits in lines: a bundle is sold, promised and taken back as its components, and the lines say as what.

use crate::plan::{Checks, number};
use ledger::{
    Entered,
    kits::{self, Bundle},
    read::{self, VariantFacts},
};
use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use stock_rules::{EnteredQuantity, KitOfLines, LotGiven, PARTS_MAX, check_quantity};
use uuid::Uuid;
use vocabulary::{FieldError, Quantity, Tracking, VariantId, decide_taken};

/// A line of a request that may name a kit.
pub(crate) struct MayBeKit<'a> {
    pub variant: VariantId,
    pub quantity: Quantity,
    pub lot: Option<&'a LotGiven>,
    pub serials: &'a [String],
}

/// What a line takes: its own variant, or a component of its kit.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// The line's number in the request.
    pub line: usize,
    pub variant: VariantId,
    /// What one of the line's takes: one, of what is no kit.
    pub each: Quantity,
    pub quantity: Quantity,
    pub kit: Option<VariantId>,
    pub lot: Option<LotGiven>,
    pub serials: Vec<String>,
}

impl Part {
    /// How the fields of its line begin.
    pub(crate) fn begins(&self) -> String {
        format!("lines[{}].", self.line)
    }

    /// Its line's quantity, which is what is wrong where there is too little.
    pub(crate) fn field(&self) -> String {
        format!("lines[{}].quantity", self.line)
    }
}

/// The lines of a request as what they take, in their order.
pub(crate) struct Parts {
    pub all: Vec<Part>,
    pub kits: Vec<Bundle>,
    /// Of all that is taken; not of the kits.
    pub facts: HashMap<VariantId, VariantFacts>,
}

impl Parts {
    /// Takes kits apart and checks every line. What is to be sold may not be a draft; a component that is one may go in a kit.
    ///
    /// # Errors
    /// `lines-too-many`, at once; or the database's. All else goes to `checks`.
    pub(crate) async fn of(
        tx: &mut Tx,
        checks: &mut Checks,
        mut facts: HashMap<VariantId, VariantFacts>,
        lines: &[MayBeKit<'_>],
        for_sale: bool,
    ) -> Result<Self, OpError> {
        let named: Vec<VariantId> = facts.values().filter(|known| known.kit).map(|known| known.id).collect();
        let made_of = if named.is_empty() { HashMap::new() } else { kits::of(tx, &named).await? };
        let more: Vec<VariantId> = made_of.values().flatten().map(|part| part.variant).filter(|part| !facts.contains_key(part)).collect();
        if !more.is_empty() {
            facts.extend(read::variants(tx, &more).await?);
        }
        let mut parts = Self { all: Vec::with_capacity(lines.len()), kits: Vec::new(), facts };
        for (at, line) in lines.iter().enumerate() {
            let Some(known) = checks.sold(at, line.variant, &parts.facts) else { continue };
            if for_sale {
                checks.for_sale(at, known);
            }
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole || known.kit));
            if !known.kit {
                let (lot, serials) = (line.lot.cloned(), line.serials.to_vec());
                let (variant, quantity) = (line.variant, line.quantity);
                parts.all.push(Part { line: at, variant, each: Quantity::ONE, quantity, kit: None, lot, serials });
                continue;
            }
            // It was taken apart while this was read: read again.
            let components = made_of.get(&line.variant).ok_or(OpError::Again)?;
            let first = parts.all.len();
            parts.take_apart(checks, at, line, components);
            let (line, parts_of) = (number(first), number(components.len()));
            parts.kits.push(Bundle { line, parts: parts_of, kit: lines[at].variant, quantity: lines[at].quantity });
            if parts.all.len() > PARTS_MAX {
                return Err(FieldError::new("lines", "lines-too-many").with("max", PARTS_MAX).into());
            }
        }
        parts.facts.retain(|_, known| !known.kit);
        Ok(parts)
    }

    fn take_apart(&mut self, checks: &mut Checks, at: usize, line: &MayBeKit<'_>, components: &[kits::Component]) {
        let field = |name: &str| format!("lines[{at}].{name}");
        let tracked = |one: fn(Tracking) -> bool| {
            components.iter().filter(|part| self.facts.get(&part.variant).is_some_and(|known| one(known.tracking))).count()
        };
        let by_lot = |tracking: Tracking| tracking.is_tracked() && !tracking.is_serial();
        // What a line tells of a lot or of pieces is of the one component that has any.
        for (named, of, name) in [(line.lot.is_some(), tracked(by_lot), "lot"), (!line.serials.is_empty(), tracked(Tracking::is_serial), "serials")] {
            if named && of != 1 {
                checks.add([FieldError::new(&field(name), "kit-which-component")]);
            }
        }
        for part in components {
            let Some(known) = self.facts.get(&part.variant) else { continue };
            if known.archived {
                checks.add([FieldError::new(&field("variant"), "variant-archived").with("sku", known.sku.as_str())]);
            }
            let taken = decide_taken(line.quantity, part.quantity);
            match taken {
                Ok(taken) if known.whole && line.quantity.is_whole() && !taken.is_whole() => {
                    checks.add([FieldError::new(&field("quantity"), "quantity-not-whole")])
                }
                Err(wrong) if line.quantity.is_whole() => checks.add([FieldError::new(&field("quantity"), wrong.code())]),
                _ => {}
            }
            self.all.push(Part {
                line: at,
                variant: part.variant,
                each: part.quantity,
                quantity: taken.unwrap_or(Quantity::ONE),
                kit: Some(line.variant),
                lot: line.lot.filter(|_| by_lot(known.tracking)).cloned(),
                serials: if known.tracking.is_serial() { line.serials.to_vec() } else { Vec::new() },
            });
        }
    }

    /// What was typed of each part's line, beside the first part of it.
    pub(crate) fn entered(&self, typed: &[Option<Entered>]) -> Vec<Option<Entered>> {
        let mut before = None;
        let first = |part: &Part| {
            let first = before != Some(part.line);
            before = Some(part.line);
            typed.get(part.line).filter(|_| first).cloned().flatten()
        };
        self.all.iter().map(first).collect()
    }

    /// There is less of a part than its line takes: where that is a kit, what of it is short is named.
    pub(crate) fn short_of(&self, part: &Part, available: Quantity) -> FieldError {
        let code = if part.kit.is_some() { "kit-component-insufficient" } else { "stock-insufficient" };
        let wrong = FieldError::new(&part.field(), code).with("available", available).with("wanted", part.quantity);
        match self.facts.get(&part.variant).filter(|_| part.kit.is_some()) {
            Some(known) => wrong.with("sku", known.sku.as_str()),
            None => wrong,
        }
    }
}

/// Kits of lines with their names; what was typed of one stands with its first line.
///
/// # Errors
/// When the database fails.
pub(crate) async fn named(tx: &mut Tx, bundles: Vec<Bundle>, entered: &mut HashMap<i32, EnteredQuantity>) -> Result<Vec<KitOfLines>, OpError> {
    if bundles.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, sku, name, option_text FROM variant WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, bundles.iter().map(|bundle| bundle.kit.0));
    let rows: Vec<(Uuid, String, String, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let names: HashMap<Uuid, (String, String, String)> = rows.into_iter().map(|(id, sku, name, option)| (id, (sku, name, option))).collect();
    let one = |bundle: Bundle| {
        let (sku, name, option_text) = names.get(&bundle.kit.0).cloned().unwrap_or_default();
        let Bundle { line, parts, kit: variant, quantity } = bundle;
        KitOfLines { line, parts, variant, sku, name, option_text, quantity, entered: entered.remove(&line) }
    };
    Ok(bundles.into_iter().map(one).collect())
}
