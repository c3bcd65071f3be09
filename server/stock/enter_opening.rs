//! What was on the shelves when the books began: from the store's Found, only where nothing was known before.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
    told::{Asks, Told, coming},
    unit,
};
use ledger::{Document, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{EnterOpening, OpeningLine, StockPosted, check_amount};
use vocabulary::{Actor, FieldError, LotId, PlaceKind, PostingKind, Status, VariantId};

impl Plan<EnterOpening> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut opening: EnterOpening) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(opening.lines.len())?;
        checks.reference(&opening.reference);
        checks.note(&opening.note);
        let at = checks.occurred_at(opening.occurred_at, tx.now());
        let places = StorePlaces::load(tx, opening.store).await?;
        let to = place_of(tx, &places, "location", opening.location).await?;
        let from = places.of(PlaceKind::Found)?;
        let ids: Vec<_> = opening.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut opening.lines).await?;
        let mut told = Vec::with_capacity(opening.lines.len());
        for (at, line) in opening.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.add(check_amount(&format!("lines[{at}].quantity"), line.quantity, known.whole));
            if line.unit_cost.is_some_and(|cost| cost.is_sign_negative()) {
                checks.add([FieldError::new(&format!("lines[{at}].unit_cost"), "money-negative")]);
            }
            let same = |before: &&OpeningLine| before.variant == line.variant && before.lot == line.lot;
            if opening.lines.iter().take(at).any(|before| same(&before)) {
                checks.add([FieldError::new(&format!("lines[{at}].variant"), "variant-twice")]);
            }
            // Nought is nothing to enter: the place then stays not known.
            if line.quantity.is_positive() {
                let (lot, serials) = (line.lot.as_ref(), line.serials.as_slice());
                told.push((at, Told { line: format!("lines[{at}]."), known, quantity: line.quantity, lot, serials, status: Status::Available }));
            }
        }
        let (numbers, told): (Vec<usize>, Vec<Told<'_>>) = told.into_iter().unzip();
        let shares = coming(tx, &mut checks, &told, places.business_date(at), Asks::Usable).await?;
        checks.finish()?;

        let variants: Vec<VariantId> = told.iter().map(|told| told.known.id).collect();
        read::claim_promises(tx, opening.store, &variants).await?;
        let keys: Vec<(VariantId, LotId)> =
            told.iter().zip(&shares).flat_map(|(told, all)| all.iter().map(|share| (told.known.id, share.lot))).collect();
        let before = read::balances(tx, to.location, &keys, Status::Available).await?;
        let (mut lines, mut known_before) = (Vec::with_capacity(variants.len()), Checks::default());
        for ((at, told), shares) in numbers.into_iter().zip(&told).zip(&shares) {
            let Some(line) = opening.lines.get(at) else { continue };
            let field = format!("lines[{at}].quantity");
            let known = shares.iter().find_map(|share| before.get(&(line.variant, share.lot)));
            known_before.add(known.map(|on_hand| FieldError::new(&field, "opening-known").with("on_hand", *on_hand)));
            let moved = Line::shared(number(at), line.variant, shares, Status::Available, from, to);
            lines.push(moved.blaming(field).costing(line.unit_cost.or(told.known.cost)).entered(entered.get(at).cloned().flatten()));
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
