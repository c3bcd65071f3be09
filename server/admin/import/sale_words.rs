//! The words tills have for what a line is, in five languages and as [`normal`] leaves them.

use crate::import::{fields::normal, row::NotStock, row::SaleKind};

/// What a word says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Is(SaleKind),
    /// The line was cancelled: it never happened, unless its quantity is below nought, and then it is what cancels.
    Cancelled,
}

const SALE: &str = "sale sales saleline salesline sold sell item itemsale lineitem product retail retailsale order onlineorder invoice receipt \
    charge standard normal regular physicalgood verkauf verkaufe barverkauf umsatz ware artikel rechnung bon beleg kassenbon vente ventes vendu \
    ventecomptoir facture article produit venta ventas vendido factura articulo producto بيع مبيعات فاتورة";
/// What becomes of an order that goods went out with.
const STANDS: &str = "closed completed complete paid done finished success successful succeeded approved captured authorized settled posted \
    processed processing fulfilled shipped delivered collected pickedup valid active ok final finalised finalized abgeschlossen bezahlt fertig \
    erledigt gebucht gultig versandt versendet geliefert bearbeitung inbearbeitung paye payee regle reglee termine terminee valide validee \
    encaisse expedie livre encours pagado pagada completado completada cobrado cobrada cerrado cerrada terminado enviado entregado procesando \
    مدفوع مدفوعة مكتمل مكتملة مغلق مغلقة";
const RETURN: &str = "return returns returned refund refunds refunded salesreturn returnline creditnote creditmemo retoure retouren \
    retourniert ruckgabe rucknahme erstattung erstattet ruckerstattung gutschrift retour retours retourne remboursement rembourse remboursee \
    avoir notedecredit devolucion devoluciones devuelto devuelta reembolso reembolsado reembolsada notadecredito مرتجع مرتجعات ارجاع \
    استرجاع استرداد اشعارداين";
const CANCELLATION: &str = "cancellation cancelation cancel reversal void storno stornierung stornobuchung annulation anulacion cancelacion الغاء";
const CANCELLED: &str = "cancelled canceled reversed deleted storniert annulliert geloscht annule annulee supprime anulado anulada cancelado \
    cancelada eliminado ملغي ملغى ملغاة";
const ADJUSTMENT: &str = "adjustment korrektur ajustement ajuste";
/// Said of a receipt as a whole, these leave open whether this line was sold before.
const REFUNDED: &str = "refunded returned partiallyrefunded partialrefund partiallyreturned exchanged retourniert erstattet zuruckerstattet \
    teilweiseerstattet umgetauscht rembourse remboursee partiellementrembourse retourne retournee echange reembolsado reembolsada \
    parcialmentereembolsado devuelto devuelta مسترد مسترجع";
/// Nothing came of it.
const FAILED: &str = "failed declined expired rejected abandoned fehlgeschlagen abgelehnt echec echoue refuse fallido fallida rechazado";
const TAX: &str = "tax taxes salestax vat steuer mwst taxe tva impuesto iva servicecharge surcharge zuschlag";
/// No more than these of what is paid with: a column may tell of each sale whether it was cash.
const COUNTER: &str = "tender change tip tips rounding trinkgeld ruckgeld wechselgeld rundung pourboire arrondi propina redondeo";

/// What is in every word for goods that come back or are not sold after all, also where the word itself is not known.
const HINTS: &str = "return refund cancel void revers exchange credit storn retour erstatt umtausch rucknahme ruckgabe gutschrift annul rembours \
    echange avoir devol reembols cambio anul ملغ الغاء مرتجع ارجاع استرد استبدال";

fn is_in(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|known| known == word)
}

/// The kinds that our own export and some tills spell out.
pub fn told(word: &str) -> Option<Word> {
    let word = normal(word);
    let is = |kind| Some(Word::Is(kind));
    match word.as_str() {
        word if is_in(SALE, word) || is_in(STANDS, word) => is(SaleKind::Sale),
        word if is_in(RETURN, word) => is(SaleKind::Return),
        word if is_in(CANCELLATION, word) => is(SaleKind::Cancellation),
        word if is_in(CANCELLED, word) => Some(Word::Cancelled),
        word if is_in(ADJUSTMENT, word) => is(SaleKind::Adjustment),
        word if is_in(FAILED, word) => is(SaleKind::NotStock(NotStock::Void)),
        // Our own file's.
        "voided" => is(SaleKind::NotStock(NotStock::Void)),
        "notstock" => is(SaleKind::NotStock(NotStock::Manual)),
        word if is_in(TAX, word) => is(SaleKind::NotStock(NotStock::Fee)),
        word if is_in(COUNTER, word) => is(SaleKind::NotStock(NotStock::Payment)),
        // Also how goods went.
        "delivery" | "livraison" => None,
        word => not_stock(word, false).map(|why| Word::Is(SaleKind::NotStock(why))),
    }
}

/// Whether a word that is not known could mean that nothing was sold.
pub fn is_doubtful(word: &str) -> bool {
    let word = normal(word);
    HINTS.split_whitespace().any(|hint| word.contains(hint))
}

/// Whether a receipt of which this is said was given back, all or part of it.
pub fn is_refunded(word: &str) -> bool {
    is_in(REFUNDED, &normal(word))
}

/// Codes, or words where a code is missing, of what has no stock.
pub fn not_stock(named: &str, uci: bool) -> Option<NotStock> {
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
        "manual" | "manuell" | "manuel" | "customamount" | "openitem" => NotStock::Manual,
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
pub fn at_counter(sku: Option<&str>, description: &str) -> Option<NotStock> {
    // A code is all of a word: `BAR-01` is no cash.
    let code = sku.map(normal);
    let text = code.as_deref().unwrap_or(description);
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(normal).filter(|word| !word.is_empty()).take(3).collect();
    let one = |word: &String| not_stock(word, false).or_else(|| is_paid(word).then_some(NotStock::Payment));
    let joined = (1..=words.len()).rev().find_map(|count| not_stock(&words[..count].concat(), false));
    joined.or_else(|| words.iter().find_map(one))
}

/// How it was paid, and what a till adds up below.
pub fn is_paid(word: &str) -> bool {
    const WORDS: &str = "cash card visa mastercard amex tender change tip tips rounding total subtotal bar barzahlung girocard ec kartenzahlung \
        gegeben ruckgeld wechselgeld trinkgeld summe zwischensumme rundung especes carte cb monnaie pourboire soustotal arrondi efectivo tarjeta \
        cambio propina redondeo نقدا نقدي بطاقة المجموع الاجمالي";
    is_in(WORDS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_as_normal_leaves_it() {
        for words in [SALE, STANDS, RETURN, CANCELLATION, CANCELLED, ADJUSTMENT, REFUNDED, FAILED, TAX, COUNTER, HINTS] {
            for word in words.split_whitespace() {
                assert_eq!(normal(word), word);
            }
        }
    }

    #[test]
    fn words_of_tills_say_what_a_line_is() {
        for (word, kind) in [
            ("Sale Line", SaleKind::Sale),
            ("Vente", SaleKind::Sale),
            ("Avoir", SaleKind::Return),
            ("Gutschrift", SaleKind::Return),
            ("Devolución", SaleKind::Return),
            ("Credit note", SaleKind::Return),
            ("Storno", SaleKind::Cancellation),
            ("Reversal", SaleKind::Cancellation),
            ("voided", SaleKind::NotStock(NotStock::Void)),
            ("Payment", SaleKind::NotStock(NotStock::Payment)),
        ] {
            assert_eq!(told(word), Some(Word::Is(kind)), "{word}");
        }
        for word in ["Anulada", "Annulé", "storniert", "Cancelled", "ملغى"] {
            assert_eq!(told(word), Some(Word::Cancelled), "{word}");
        }
        assert_eq!((told("Exchange"), told("")), (None, None));
        assert!(is_doubtful("Exchange") && is_doubtful("Teilerstattung") && !is_doubtful("Take-away") && !is_doubtful("Visa"));
        assert!(is_refunded("Partially refunded") && !is_refunded("Refund"));
    }
}
