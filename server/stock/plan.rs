//! What the planners of this room share: checks that tell every mistake at once, and what a posting left where.

use chrono::{DateTime, Utc};
use ledger::{Leg, Line, Place, Posted, StorePlaces, read::VariantFacts};
use platform::{OpError, Tx};
use std::collections::HashMap;
use stock_rules::{NOTE_MAX, REFERENCE_MAX, StockLeft, check_lines, check_occurred_at, check_text};
use vocabulary::{AppError, FieldError, LocationId, LotId, PlaceKind, Quantity, Status, VariantId};

/// Everything found wrong so far.
#[derive(Default)]
pub(crate) struct Checks(Vec<FieldError>);

impl Checks {
    pub(crate) fn add(&mut self, wrong: impl IntoIterator<Item = FieldError>) {
        self.0.extend(wrong);
    }

    /// How many lines there are. Too many are refused at once: nothing more is looked at.
    ///
    /// # Errors
    /// `lines-too-many`.
    pub(crate) fn lines(&mut self, lines: usize) -> Result<(), OpError> {
        match check_lines(lines) {
            Some(wrong) if lines > 0 => Err(wrong.into()),
            wrong => {
                self.add(wrong);
                Ok(())
            }
        }
    }

    pub(crate) fn note(&mut self, note: &str) {
        self.add(check_text("note", note, NOTE_MAX));
    }

    pub(crate) fn reference(&mut self, reference: &str) {
        let one_line = reference.contains(['\n', '\r', '\t']).then(|| FieldError::new("reference", "field-control-characters"));
        self.add(check_text("reference", reference, REFERENCE_MAX).or(one_line));
    }

    /// When it happened; now where that is wrong, so that the rest can be looked at.
    pub(crate) fn occurred_at(&mut self, at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
        check_occurred_at("occurred_at", at, now).unwrap_or_else(|wrong| {
            self.add([wrong]);
            now
        })
    }

    /// The facts of a line's variant; notes an unknown one, one that is put away, and a kit, of which no stock is kept.
    pub(crate) fn variant<'a>(&mut self, line: usize, variant: VariantId, facts: &'a HashMap<VariantId, VariantFacts>) -> Option<&'a VariantFacts> {
        self.known(&format!("lines[{line}].variant"), facts.get(&variant))
    }

    /// The same for a field that is not a line's.
    pub(crate) fn known<'a>(&mut self, field: &str, known: Option<&'a VariantFacts>) -> Option<&'a VariantFacts> {
        match known {
            None => self.add([FieldError::new(field, "variant-unknown")]),
            Some(known) if known.kit => self.add([FieldError::new(field, "kit-holds-no-stock")]),
            Some(known) if known.archived => self.add([FieldError::new(field, "variant-archived").with("sku", known.sku.as_str())]),
            Some(_) => {}
        }
        known
    }

    /// The same of what a customer takes or brings back, which may be a kit.
    pub(crate) fn sold<'a>(&mut self, line: usize, variant: VariantId, facts: &'a HashMap<VariantId, VariantFacts>) -> Option<&'a VariantFacts> {
        let known = facts.get(&variant);
        match known.filter(|known| known.kit) {
            Some(kit) if kit.archived => {
                self.add([FieldError::new(&format!("lines[{line}].variant"), "variant-archived").with("sku", kit.sku.as_str())]);
                known
            }
            Some(_) => known,
            None => self.variant(line, variant, facts),
        }
    }

    /// What is being prepared is not for sale yet.
    pub(crate) fn for_sale(&mut self, line: usize, known: &VariantFacts) {
        if known.draft {
            self.add([FieldError::new(&format!("lines[{line}].variant"), "variant-draft").with("sku", known.sku.as_str())]);
        }
    }

    /// Refuses to take what was not there from a place that was counted since: a sale may be told of what was counted as
    /// gone, for it went; what is moved turns up elsewhere.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn was_there(&mut self, tx: &mut Tx, lines: &[Line], at: DateTime<Utc>) -> Result<(), OpError> {
        if at >= tx.now() {
            return Ok(());
        }
        let mut wanted: HashMap<(LocationId, VariantId, LotId, Status), (Quantity, Leg, &str)> = HashMap::new();
        for line in lines {
            for leg in line.legs.iter().filter(|leg| leg.quantity.is_negative() && leg.place.kind.holds_stock() && !leg.place.allow_negative) {
                wanted.entry((leg.place.location, leg.variant, leg.lot, leg.status)).or_insert((Quantity::ZERO, *leg, &line.field)).0 +=
                    leg.quantity.abs();
            }
        }
        for ((location, variant, lot, status), (wanted, _, field)) in wanted {
            let was = ledger::as_of::before_count(tx, location, variant, lot, status, at).await?;
            if let Some(was) = was.filter(|was| *was < wanted) {
                self.add([FieldError::new(field, "stock-insufficient").with("available", was.max(Quantity::ZERO)).with("wanted", wanted)]);
            }
        }
        Ok(())
    }

    /// # Errors
    /// All that is wrong, if anything is.
    pub(crate) fn finish(self) -> Result<(), OpError> {
        if self.0.is_empty() { Ok(()) } else { Err(AppError::Invalid { fields: self.0 }.into()) }
    }
}

/// A place of the store, its default one unless named.
///
/// # Errors
/// On `field`: `place-other-store`, `place-archived`. Not found where it is not there.
pub(crate) async fn place_of(tx: &mut Tx, places: &StorePlaces, field: &str, location: Option<LocationId>) -> Result<Place, OpError> {
    let Some(location) = location else { return Ok(places.default) };
    match Place::load(tx, location).await {
        Ok(place) if place.store == places.store => Ok(place),
        Ok(_) | Err(OpError::App(AppError::NotFound)) => Err(no_place(tx, field, location).await?),
        Err(error) => Err(error),
    }
}

/// Why a place cannot be had.
async fn no_place(tx: &mut Tx, field: &str, location: LocationId) -> Result<OpError, OpError> {
    let tenant = tx.tenant();
    let row: Option<(String, String, bool)> = sqlx::query_as(
        "SELECT l.code, s.name, l.archived_at IS NOT NULL FROM location l JOIN store s ON s.tenant_id = l.tenant_id AND s.id = l.store_id \
         WHERE l.tenant_id = ? AND l.id = ? AND l.kind < ?",
    )
    .bind(tenant)
    .bind(location.0)
    .bind(PlaceKind::Supplier.code())
    .fetch_optional(tx.conn())
    .await?;
    Ok(match row {
        None => OpError::not_found(),
        Some((place, _, true)) => FieldError::new(field, "place-archived").with("place", place).into(),
        Some((place, store, false)) => FieldError::new(field, "place-other-store").with("place", place).with("store", store).into(),
    })
}

/// A line's number in its posting.
pub(crate) fn number(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}

/// What postings left at the places where goods stand, for the reply: the last balance of each key.
pub(crate) fn left(posted: &[Posted]) -> Vec<StockLeft> {
    let mut all: Vec<(i64, StockLeft)> = Vec::new();
    for posted in posted.iter().flat_map(Posted::all).flat_map(|posting| &posting.legs).filter(|leg| leg.seq > 0 && leg.leg.place.kind.holds_stock())
    {
        let (variant, location, status, lot) = (posted.leg.variant, posted.leg.place.location, posted.leg.status, posted.leg.lot);
        let lot = (lot != LotId::NONE).then_some(lot);
        match all.iter_mut().find(|(_, left)| (left.variant, left.location, left.status, left.lot) == (variant, location, status, lot)) {
            Some((seq, left)) if *seq < posted.seq => (*seq, left.on_hand) = (posted.seq, posted.balance_after),
            Some(_) => {}
            None => all.push((posted.seq, StockLeft { variant, location, status, lot, on_hand: posted.balance_after })),
        }
    }
    all.into_iter().map(|(_, left)| left).collect()
}
