//! A till's day: what was sold, came back, was cancelled, lost or found, and what is no stock at all.

use crate::import::{
    cells::{Cells, is_unknown},
    fields::{Field, normal},
    limits,
    plan::Plan,
    problem::row,
    records::Record,
    row::{NotStock, Outcome, Refused, SaleKind, SaleRow},
    seen::{Seen, print},
    text,
};
use rust_decimal::Decimal;
use vocabulary::{Code, Quantity};

pub fn read(plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
    let mut cells = Cells::new(plan, record);
    let receipt = cells.text(Field::Receipt, limits::NAME);
    let (sku, barcodes) = (cells.sku(), cells.barcodes());
    let about = cells.text(Field::Description, limits::NAME);
    let name = cells.text(Field::Name, limits::NAME);
    let description = about.or(name).unwrap_or_default();
    let word = cells.text(Field::SaleKind, limits::NAME);
    let location = cells.text(Field::Location, limits::NAME);
    // A discount or a payment has often no quantity, or none that counts; then it says so in more words than one.
    let idle = cells.peek(Field::Quantity).is_none_or(|cell| is_unknown(cell) || !cell.contains(|c: char| c.is_numeric() && !is_nought(c)));
    let named = if sku.is_none() { &description } else { "" };
    let beside = idle.then(|| told(word.as_deref().unwrap_or_default()).or_else(|| at_counter(sku.as_deref(), named))).flatten();
    let quantity = if matches!(beside, Some(SaleKind::NotStock(_))) { Some(Quantity::ZERO) } else { cells.quantity() };
    // Before its sign is judged: bad debts have negative prices.
    let price = cells.number(Field::UnitPrice);
    let at = cells.sold_at();
    let line = Line {
        receipt: receipt.as_deref().unwrap_or_default(),
        sku: sku.as_deref().unwrap_or_default(),
        description: &description,
        word: word.as_deref().unwrap_or_default(),
        quantity: quantity.unwrap_or(Quantity::ONE),
        price,
        customer: plan.column(Field::Customer).map(|_| cells.peek(Field::Customer).is_some()),
    };
    let kind = beside.filter(|kind| matches!(kind, SaleKind::NotStock(_))).unwrap_or_else(|| line.kind(plan.uci));
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
    /// The file's own word for it.
    word: &'a str,
    quantity: Quantity,
    price: Option<Decimal>,
    /// Whether a customer is named; `None` where the file has no such column.
    customer: Option<bool>,
}

impl Line<'_> {
    fn kind(&self, uci: bool) -> SaleKind {
        if let Some(kind) = told(self.word) {
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
}

/// The kinds that our own export and some tills spell out.
fn told(word: &str) -> Option<SaleKind> {
    Some(match normal(word).as_str() {
        "sale" | "verkauf" | "vente" | "venta" | "بيع" => SaleKind::Sale,
        "return" | "refund" | "retoure" | "ruckgabe" | "erstattung" | "retour" | "remboursement" | "devolucion" | "reembolso" | "مرتجع" => {
            SaleKind::Return
        }
        "cancellation" | "void" | "cancelled" | "canceled" | "storno" | "annulation" | "anulacion" => SaleKind::Cancellation,
        "adjustment" | "korrektur" | "ajustement" | "ajuste" => SaleKind::Adjustment,
        "notstock" => SaleKind::NotStock(NotStock::Manual),
        other => return not_stock(other, false).map(SaleKind::NotStock),
    })
}

/// Codes, or words where a code is missing, of what has no stock.
fn not_stock(named: &str, uci: bool) -> Option<NotStock> {
    let name = normal(named);
    if uci {
        // Stock codes of the data set that are one letter or otherwise mean something only there.
        match name.as_str() {
            "dot" | "c2" | "c3" => return Some(NotStock::Postage),
            "m" => return Some(NotStock::Manual),
            "d" => return Some(NotStock::Discount),
            "s" => return Some(NotStock::Sample),
            "b" => return Some(NotStock::BadDebt),
            "cruk" => return Some(NotStock::Fee),
            gift if gift.starts_with("gift0") => return Some(NotStock::Voucher),
            _ => {}
        }
    }
    Some(match name.as_str() {
        "post" | "postage" | "shipping" | "delivery" | "carriage" | "versand" | "versandkosten" | "porto" | "fracht" | "livraison"
        | "fraisdeport" | "fraisdelivraison" | "envio" | "gastosdeenvio" | "شحن" | "توصيل" => NotStock::Postage,
        "bankcharges" | "amazonfee" | "fee" | "fees" | "gebuhr" | "gebuhren" | "commission" | "frais" | "comision" => NotStock::Fee,
        "discount" | "rabatt" | "remise" | "descuento" | "خصم" => NotStock::Discount,
        "manual" | "manuell" | "manuel" => NotStock::Manual,
        "baddebt" | "adjustbaddebt" => NotStock::BadDebt,
        "giftcard" | "giftvoucher" | "voucher" | "gutschein" | "geschenkgutschein" | "cartecadeau" | "chequecadeau" | "tarjetaregalo" => {
            NotStock::Voucher
        }
        "sample" | "samples" => NotStock::Sample,
        "payment" | "zahlung" | "paiement" | "pago" | "دفع" => NotStock::Payment,
        _ => return None,
    })
}

/// What a line without a quantity is, by the first words of its code or, without one, of what it says: `Rabatt 10 %`,
/// `Card payment`.
fn at_counter(sku: Option<&str>, description: &str) -> Option<SaleKind> {
    // A code is all of a word: `BAR-01` is no cash.
    let code = sku.map(normal);
    let text = code.as_deref().unwrap_or(description);
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(normal).filter(|word| !word.is_empty()).take(3).collect();
    let paid = |word: &str| {
        matches!(
            word,
            "cash"
                | "card"
                | "visa"
                | "mastercard"
                | "amex"
                | "tender"
                | "change"
                | "tip"
                | "tips"
                | "rounding"
                | "total"
                | "subtotal"
                | "bar"
                | "barzahlung"
                | "girocard"
                | "ec"
                | "kartenzahlung"
                | "gegeben"
                | "ruckgeld"
                | "wechselgeld"
                | "trinkgeld"
                | "summe"
                | "zwischensumme"
                | "rundung"
                | "especes"
                | "carte"
                | "cb"
                | "monnaie"
                | "pourboire"
                | "soustotal"
                | "arrondi"
                | "efectivo"
                | "tarjeta"
                | "cambio"
                | "propina"
                | "redondeo"
                | "نقدا"
                | "نقدي"
                | "بطاقة"
                | "المجموع"
                | "الاجمالي"
        )
    };
    let one = |word: &String| not_stock(word, false).or_else(|| paid(word).then_some(NotStock::Payment));
    let joined = (1..=words.len()).rev().find_map(|count| not_stock(&words[..count].concat(), false));
    joined.or_else(|| words.iter().find_map(one)).map(SaleKind::NotStock)
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
