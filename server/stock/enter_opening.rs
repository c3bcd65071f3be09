//! What was on the shelves when the books began: from the store's Found, only where nothing was known before.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
};
use ledger::{Document, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{EnterOpening, StockPosted, check_amount};
use vocabulary::{Actor, FieldError, PlaceKind, PostingKind, Status, VariantId};

impl Plan<EnterOpening> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, opening: EnterOpening) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(opening.lines.len())?;
        checks.reference(&opening.reference);
        checks.note(&opening.note);
        let at = checks.occurred_at(opening.occurred_at, tx.now());
        let places = StorePlaces::load(tx, opening.store).await?;
        let to = place_of(tx, &places, opening.location).await?;
        let from = places.of(PlaceKind::Found)?;
        let ids: Vec<_> = opening.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        for (at, line) in opening.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.add(check_amount(&format!("lines[{at}].quantity"), line.quantity, known.whole));
            if line.unit_cost.is_some_and(|cost| cost.is_sign_negative()) {
                checks.add([FieldError::new(&format!("lines[{at}].unit_cost"), "money-negative")]);
            }
            if opening.lines.iter().take(at).any(|before| before.variant == line.variant) {
                checks.add([FieldError::new(&format!("lines[{at}].variant"), "variant-twice")]);
            }
        }
        checks.finish()?;

        // Nought is nothing to enter: the place then stays not known.
        let entered: Vec<VariantId> = opening.lines.iter().filter(|line| line.quantity.is_positive()).map(|line| line.variant).collect();
        read::claim_promises(tx, opening.store, &entered).await?;
        let before = read::balances(tx, to.location, &entered, Status::Available).await?;
        let (mut lines, mut known_before) = (Vec::with_capacity(entered.len()), Checks::default());
        for (at, line) in opening.lines.iter().enumerate().filter(|(_, line)| line.quantity.is_positive()) {
            let field = format!("lines[{at}].quantity");
            known_before.add(before.get(&line.variant).map(|on_hand| FieldError::new(&field, "opening-known").with("on_hand", *on_hand)));
            let cost = line.unit_cost.or_else(|| facts.get(&line.variant).and_then(|known| known.cost));
            lines.push(Line::moved(number(at), line.variant, line.quantity, Status::Available, from, to).blaming(field).costing(cost));
        }
        known_before.finish()?;
        if lines.is_empty() {
            return Ok(Planned::new(Vec::new(), |_| StockPosted { posting: None, lines: Vec::new() }));
        }
        let document = Document { kind: "opening", reference: opening.reference, ..Document::default() };
        let posting = Posting { document, note: opening.note, ..Posting::new(PostingKind::Opening, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }
}
