//! A till's day: what was sold, came back, was cancelled, lost or found, and what is no stock at all.

use crate::import::{
    blanks::is_unknown,
    cells::Cells,
    fields::{Field, normal},
    limits,
    plan::Plan,
    problem::{note, row},
    records::Record,
    row::{NotStock, Outcome, Refused, SaleKind, SaleRow, Source},
    sale_words::{Word, at_counter, is_doubtful, is_paid, not_stock, told},
    seen::{Seen, print},
    standing::Standing,
    text,
};
use rust_decimal::Decimal;
use vocabulary::{Code, Quantity};

pub fn read(plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
    let mut cells = Cells::new(plan, record);
    if cells.is_total() {
        return cells.refuse(out);
    }
    let receipt = cells.text(Field::Receipt, limits::LINE);
    let (sku, barcodes) = (cells.sku(), cells.barcodes());
    let about = cells.text(Field::Description, limits::LINE);
    let name = cells.text(Field::Name, limits::LINE);
    let description = about.or(name).unwrap_or_default();
    let word = cells.text(Field::SaleKind, limits::LINE).filter(|word| !is_unknown(word));
    let said = word.as_deref().and_then(told);
    let standing = cells.standing();
    let location = cells.text(Field::Location, limits::LINE);
    // A discount or a payment has often no quantity, or none that counts; then it says so in more words than one.
    let idle = cells.peek(Field::Quantity).is_none_or(|cell| is_unknown(cell) || !cell.contains(|c: char| c.is_numeric() && !is_nought(c)));
    let named = if sku.is_none() { &description } else { "" };
    let none = match (standing, said) {
        (Some((_, Standing::Void | Standing::Flagged)), _) | (_, Some(Word::Cancelled)) => Some(NotStock::Void),
        (_, Some(Word::Is(SaleKind::NotStock(why)))) => Some(why),
        _ => at_counter(sku.as_deref(), named),
    };
    let none = none.filter(|_| idle);
    let quantity = if none.is_some() { Some(Quantity::ZERO) } else { cells.quantity() };
    // Before its sign is judged: bad debts have negative prices.
    let price = cells.number(Field::UnitPrice);
    let at = cells.sold_at();
    let line = Line {
        receipt: receipt.as_deref().unwrap_or_default(),
        sku: sku.as_deref().unwrap_or_default(),
        description: &description,
        said,
        is_ours: plan.source == Source::Stockroom,
        quantity: quantity.unwrap_or(Quantity::ONE),
        price,
        customer: plan.column(Field::Customer).map(|_| cells.peek(Field::Customer).is_some()),
    };
    let kind = none.map_or_else(|| line.kind(plan.uci), SaleKind::NotStock);
    let kind = line.standing(kind, standing.map(|(_, standing)| standing));
    if let (None, Some((index, _))) = (kind, standing) {
        let problem = cells.about(index, row::SALE_KIND_UNKNOWN);
        cells.problems.push(problem);
    } else if let (Some(word), None, Some(SaleKind::Sale | SaleKind::Return | SaleKind::Adjustment)) = (&word, said, kind) {
        // A column of this name may tell how was paid, or where: then the quantity alone says what the line is.
        if is_doubtful(word) {
            cells.problem(Field::SaleKind, row::SALE_KIND_UNKNOWN);
        } else if let Some(index) = plan.column(Field::SaleKind).filter(|_| !is_paid(&normal(word))) {
            let note = cells.about(index, note::SALE_KIND_UNKNOWN);
            cells.notes.push(note);
        }
    } else if let Some((index, Standing::Unheard)) = standing {
        let note = cells.about(index, note::SALE_KIND_UNKNOWN);
        cells.notes.push(note);
    }
    let kind = kind.unwrap_or(SaleKind::Sale);
    let price = match price {
        // The file's own word says that it came back: then the minus is on the money alone.
        Some(price) if price.is_sign_negative() && matches!(kind, SaleKind::Return | SaleKind::Cancellation) => Some(price.abs()),
        price => price,
    };
    if !matches!(kind, SaleKind::NotStock(_)) {
        if sku.is_none() && barcodes.is_empty() && cells.problems.is_empty() {
            cells.problem(Field::Sku, row::KEY_MISSING);
        }
        if price.is_some_and(|price| price < Decimal::ZERO) {
            cells.price_below_nought(quantity);
        }
    }
    let cells_line = cells.line();
    let (raw, outcome) = cells.finish();
    out.push(match (outcome, quantity, at) {
        (Ok(notes), Some(quantity), Some(at)) => {
            let item = sku.clone().or_else(|| barcodes.first().map(Code::key)).unwrap_or_else(|| description.clone());
            let said = [quantity.to_string(), price.map_or_else(String::new, |price| price.normalize().to_string()), at.at.to_string()];
            let key = print(&[
                "sale",
                receipt.as_deref().unwrap_or_default(),
                location.as_deref().unwrap_or_default(),
                &item,
                &said[0],
                &said[1],
                &said[2],
            ]);
            let nth = seen.count(key);
            Outcome::Sale(Box::new(SaleRow {
                line: cells_line,
                receipt,
                nth,
                kind,
                sku,
                barcodes,
                location,
                quantity,
                unit_price: price,
                at,
                description,
                notes,
                raw: raw.into(),
            }))
        }
        (outcome, ..) => Outcome::Problem(Refused { raw, problems: outcome.err().unwrap_or_default() }),
    });
}

impl Cells<'_> {
    /// Refuses a till's line whose price is below nought. With a quantity above nought it is probably what came back, with
    /// the minus on the money: both cells are suggested the other way round, to be taken together.
    fn price_below_nought(&mut self, quantity: Option<Quantity>) {
        let cell = |field: Field| self.plan.of(field).iter().copied().find_map(|index| Some((index, self.at(index)?.to_owned())));
        let (Some((price, said)), amount) = (cell(Field::UnitPrice), cell(Field::Quantity)) else { return };
        if let (Some((index, amount)), true) = (amount, quantity.is_some_and(Quantity::is_positive)) {
            let problem = self.about(index, row::REFUND_UNCLEAR).suggest(Some(format!("-{}", text::marked(&amount).0.trim_start_matches('+'))));
            self.problems.push(problem);
        }
        let plain: String = text::marked(&said).0.chars().filter(|c| !matches!(c, '-' | '−' | '–' | '(' | ')')).collect();
        let problem = self.about(price, row::PRICE_NEGATIVE).suggest(Some(plain.trim().to_owned()));
        self.problems.push(problem);
    }
}

/// What a line's kind is told from.
struct Line<'a> {
    receipt: &'a str,
    sku: &'a str,
    description: &'a str,
    /// What the file's own word for it says.
    said: Option<Word>,
    is_ours: bool,
    quantity: Quantity,
    price: Option<Decimal>,
    /// Whether a customer is named; `None` where the file has no such column.
    customer: Option<bool>,
}

impl Line<'_> {
    fn kind(&self, uci: bool) -> SaleKind {
        let told = match self.said {
            // A minus says more than a till's word for all it rings up.
            Some(Word::Is(SaleKind::Sale)) if self.quantity.is_negative() => None,
            Some(Word::Is(kind)) => Some(kind),
            Some(Word::Cancelled) if self.quantity.is_negative() => Some(SaleKind::Cancellation),
            Some(Word::Cancelled) => Some(SaleKind::NotStock(NotStock::Void)),
            None => None,
        };
        // Of postage too a till says that it was sold; our own file says what is what.
        if let Some(kind) = told.filter(|kind| self.is_ours || matches!(kind, SaleKind::NotStock(_))) {
            return kind;
        }
        // Invoice numbers: C… cancels, A… writes off a bad debt.
        let letter = |mark: char| {
            uci && self.receipt.strip_prefix([mark, mark.to_ascii_lowercase()]).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        if letter('A') {
            return SaleKind::NotStock(NotStock::BadDebt);
        }
        let named = if self.sku.is_empty() { self.description } else { self.sku };
        if let Some(not_stock) = not_stock(named, uci) {
            return SaleKind::NotStock(not_stock);
        }
        if let Some(kind) = told {
            return kind;
        }
        let free = self.price.is_some_and(|price| price.is_zero());
        if letter('C') {
            SaleKind::Cancellation
        } else if self.quantity.is_negative() {
            if free { SaleKind::Adjustment } else { SaleKind::Return }
        } else if uci && free && self.customer == Some(false) && is_staff_note(self.description) {
            SaleKind::Adjustment
        } else {
            SaleKind::Sale
        }
    }

    /// What it is with what the file says of its standing; none where that could be two things.
    fn standing(&self, kind: SaleKind, standing: Option<Standing>) -> Option<SaleKind> {
        let comes_back = matches!(kind, SaleKind::Return | SaleKind::Cancellation);
        let spelt = matches!(self.said, Some(Word::Is(SaleKind::Return)));
        match standing {
            _ if matches!(kind, SaleKind::NotStock(_)) => Some(kind),
            None | Some(Standing::Stands | Standing::Unheard) => Some(kind),
            Some(Standing::Void) => Some(SaleKind::NotStock(NotStock::Void)),
            // What cancels is flagged like what is cancelled: `Storno` with a minus may be either.
            Some(Standing::Flagged) if kind == SaleKind::Cancellation => Some(kind),
            Some(Standing::Flagged) if spelt || !self.quantity.is_negative() => Some(SaleKind::NotStock(NotStock::Void)),
            Some(Standing::Refunded) if comes_back => Some(kind),
            Some(Standing::Is(is)) => Some(if comes_back { kind } else { is }),
            Some(Standing::Flagged | Standing::Refunded | Standing::Unknown) => None,
        }
    }
}

/// The nought of western and Arabic digits.
fn is_nought(c: char) -> bool {
    matches!(c, '0' | '٠' | '۰')
}

/// A remark rather than an item's name: blank, or not in the capitals that the shop's names are in ("damages", "?").
fn is_staff_note(description: &str) -> bool {
    let (mut capital, mut small) = (0, 0);
    for letter in description.chars() {
        capital += usize::from(letter.is_uppercase());
        small += usize::from(letter.is_lowercase());
    }
    capital <= small
}
