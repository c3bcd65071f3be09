//! The words of each label: names, prices as the store writes its money, codes.

use crate::labels::{
    check::{drawn, job},
    read::{barcodes_of, locations_by_id, variants_by_id},
    resolve::{Subject, unknown},
};
use notify_rules::{
    LabelRequest, LabelSubject, LabelSymbology, LocationFacts, PlainQr, PreviewedLine, PrintedLabel, VariantFacts, decide_location_label,
    decide_variant_label,
};
use platform::{OpError, Tx};
use print::{Job, Sheet, plan};
use uuid::Uuid;
use vocabulary::{Currency, FieldError, Locale, Money, Said};
use words::Words;

/// Lines with their labels, and what is known by now to stand in the way.
pub(super) struct Written {
    pub lines: Vec<PreviewedLine>,
    /// Which lines are places, and what is known of them: [`fit_places`] chooses their symbols.
    pub places: Vec<(usize, LocationFacts)>,
    pub refusals: Vec<FieldError>,
    pub notes: Vec<Said>,
}

/// Lays the places' labels out. Their codes are long: where nobody asked for a symbol and the bars do not fit the sheet at
/// the printer's resolution, it is a QR code, which does. It takes its time for many, so not on a thread that serves
/// requests.
pub(super) fn fit_places(request: &LabelRequest, lines: &mut [PreviewedLine], places: &[(usize, LocationFacts)]) {
    let Ok(sheet) = Sheet::by_code(&request.sheet) else { return };
    if request.symbology != LabelSymbology::Auto {
        return;
    }
    let in_qr = LabelRequest { symbology: LabelSymbology::Qr, ..request.clone() };
    for (at, facts) in places {
        let Some(line) = lines.get_mut(*at) else { continue };
        let fits = |label: &PrintedLabel| plan(&Job { labels: vec![(drawn(label), 1)], ..job(request.dpi, sheet) }).is_ok();
        if line.label.as_ref().is_some_and(|label| !fits(label)) {
            line.label = Some(decide_location_label(facts, line.copies, &in_qr));
        }
    }
}

pub(super) async fn write(tx: &mut Tx, request: &LabelRequest, resolved: Vec<Result<Subject, FieldError>>) -> Result<Written, OpError> {
    let money = Pricing::load(tx, request).await?;
    let ids = |pick: fn(Subject) -> Option<Uuid>| -> Vec<Uuid> { resolved.iter().flatten().copied().filter_map(pick).collect() };
    let variant_ids = ids(|subject| if let Subject::Variant(id) = subject { Some(id) } else { None });
    let location_ids = ids(|subject| if let Subject::Location(id) = subject { Some(id) } else { None });
    let variants = variants_by_id(tx, &variant_ids).await?;
    let mut codes = barcodes_of(tx, &variant_ids).await?;
    let locations = locations_by_id(tx, &location_ids).await?;

    let mut written = Written { lines: Vec::with_capacity(resolved.len()), places: Vec::new(), refusals: Vec::new(), notes: Vec::new() };
    let (mut without_base, mut without_gtin, mut priced) = (0_usize, 0_usize, false);
    for (at, (line, subject)) in request.labels.iter().zip(resolved).enumerate() {
        let mut shown = PreviewedLine {
            subject: line.subject.clone(),
            copies: line.copies,
            name: String::new(),
            detail: String::new(),
            sku: String::new(),
            label: None,
        };
        match subject {
            Err(refusal) => written.refusals.push(refusal),
            Ok(Subject::Variant(id)) => match variants.get(&id) {
                None => written.refusals.push(unknown(at, &asked(&line.subject))),
                Some(row) => {
                    let facts = VariantFacts {
                        name: row.name.clone(),
                        option_text: row.option_text.clone(),
                        sku: row.sku.clone(),
                        price: row.price.map(|amount| money.price(amount)),
                        // A variant may be asked for twice; its codes are the same each time.
                        codes: codes.get_mut(&id).map(|codes| codes.clone()).unwrap_or_default(),
                    };
                    let (label, plain) = decide_variant_label(&facts, line.copies, request, &money.base);
                    without_base += usize::from(plain == Some(PlainQr::NoBase));
                    without_gtin += usize::from(plain == Some(PlainQr::NoGtin));
                    priced |= label.price.is_some();
                    shown.subject = LabelSubject::Variant(id.into());
                    (shown.name, shown.detail, shown.sku) = (facts.name, facts.option_text, facts.sku);
                    shown.label = Some(label);
                }
            },
            Ok(Subject::Location(id)) => match locations.get(&id) {
                None => written.refusals.push(unknown(at, &asked(&line.subject))),
                Some(facts) => {
                    let LocationFacts { name, code, store, .. } = facts.clone();
                    shown.subject = LabelSubject::Location(id.into());
                    (shown.name, shown.detail, shown.sku) = (name, store, code);
                    shown.label = Some(decide_location_label(facts, line.copies, request));
                    written.places.push((at, facts.clone()));
                }
            },
        }
        written.lines.push(shown);
    }
    if priced && let Some(selling) = money.sells_in {
        // A price with another currency's sign would be a wrong price on the shelf.
        written.refusals.push(FieldError::new("price", "label-price-currency").with("prices", money.currency.code()).with("store", selling.code()));
    }
    if request.symbology == LabelSymbology::Qr {
        if without_base > 0 {
            written.notes.push(Said::new("labels-qr-no-base").with("count", without_base));
        }
        if without_gtin > 0 {
            written.notes.push(Said::new("labels-qr-no-gtin").with("count", without_gtin));
        }
    }
    Ok(written)
}

/// What was asked for, as its answer can say it.
fn asked(subject: &LabelSubject) -> String {
    match subject {
        LabelSubject::Variant(id) => id.to_string(),
        LabelSubject::Location(id) => id.to_string(),
        LabelSubject::Sku(code) | LabelSubject::Code(code) => code.clone(),
    }
}

/// How prices are written.
struct Pricing {
    /// Prices are kept in the business's own currency.
    currency: Currency,
    /// The store's currency, where it is another.
    sells_in: Option<Currency>,
    words: Words,
    /// The base of addresses in QR codes; empty for none.
    base: String,
}

impl Pricing {
    async fn load(tx: &mut Tx, request: &LabelRequest) -> Result<Self, OpError> {
        let (tenant, now) = (tx.tenant(), tx.now());
        let (currency, locale, base): (String, String, String) =
            sqlx::query_as("SELECT currency, locale, public_base FROM tenant WHERE id = ?").bind(tenant).fetch_one(tx.conn()).await?;
        let currency = parsed(&currency)?;
        let (mut sells_in, mut locale) = (None, locale);
        if let Some(store) = request.store {
            let found: Option<(String, String)> = sqlx::query_as("SELECT currency, locale FROM store WHERE tenant_id = ? AND id = ?")
                .bind(tenant)
                .bind(store.0)
                .fetch_optional(tx.conn())
                .await?;
            let (selling, spoken) = found.ok_or_else(|| OpError::invalid("store", "field-unknown-choice"))?;
            sells_in = Some(parsed(&selling)?).filter(|selling| *selling != currency);
            locale = spoken;
        }
        let words = Words::new(Locale::of_tag(&locale).unwrap_or_default(), chrono_tz::UTC, now);
        Ok(Self { currency, sells_in, words, base })
    }

    fn price(&self, amount: rust_decimal::Decimal) -> String {
        price(self.words, Money::new(amount, self.currency).rounded())
    }
}

fn parsed(currency: &str) -> Result<Currency, OpError> {
    Ok(currency.parse::<Currency>().map_err(anyhow::Error::new)?)
}

/// A price as the store writes its money, without what is not ink: marks that steer text from right to left mean nothing
/// on a line of its own. A sign in letters that must be joined cannot be set, so the amount then carries the currency's
/// international code.
fn price(words: Words, money: Money) -> String {
    let steering = ['\u{200e}', '\u{200f}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    let price: String = words.money(money).chars().filter(|c| !steering.contains(c)).collect();
    if price.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)) {
        return Words { locale: Locale::En, ..words }.money(money);
    }
    price
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn written(locale: Locale, amount: &str, currency: &str) -> String {
        let money = Money::new(amount.parse().unwrap(), currency.parse().unwrap());
        price(Words::new(locale, chrono_tz::UTC, DateTime::UNIX_EPOCH), money)
    }

    #[test]
    fn prices_are_as_the_store_writes_them_and_can_be_set() {
        assert_eq!(written(Locale::En, "2.95", "GBP"), "£2.95");
        assert_eq!(written(Locale::De, "1234.5", "EUR"), "1.234,50\u{a0}€");
        assert_eq!(written(Locale::Ar, "2.95", "GBP"), "2.95\u{a0}£");
        assert_eq!(written(Locale::Ar, "2.95", "AED"), "AED\u{a0}2.95");
        for locale in Locale::SPOKEN {
            for currency in ["GBP", "EUR", "USD", "AED", "SAR", "JPY"] {
                let price = written(locale, "1234.5", currency);
                let label = print::Label { price: Some(price.clone()), code: "A".into(), ..print::Label::default() };
                let job = Job {
                    title: String::new(),
                    labels: vec![(label, 1)],
                    sheet: Sheet::by_code("a4-21").unwrap(),
                    start: 0,
                    dpi: print::Dpi::Any,
                    symbology: None,
                };
                assert!(plan(&job).is_ok(), "{price:?} cannot be printed");
            }
        }
    }
}
