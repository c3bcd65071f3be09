//! One label: what is on it, and where everything stands.

mod bars;
mod digits;
mod matrix;
mod place;

use crate::{
    Dpi, Length, PrintError, Sheet, Symbol, Symbology,
    fit::{self, Dots},
    font::Face,
    text::{self, Lines, Room},
};

/// What is printed on a label.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Label {
    /// The item's name: two lines at most, then smaller, then with an ellipsis.
    pub name: String,
    /// What tells this item from its siblings (`White, large`): one small line, left out where there is no room.
    pub detail: Option<String>,
    /// The store's own number; may be empty. Left out where the code's digits already say it.
    pub sku: String,
    /// The price as the store writes its money (`£2.95`): never cut short.
    pub price: Option<String>,
    /// What a scanner shall read: a GTIN in any length, or any text the symbology takes.
    pub code: String,
    /// The symbology to use; `None` leaves it to the job and then to [`Symbology::for_code`].
    pub symbology: Option<Symbology>,
}

/// A line of text where it stands on a label; lengths from the label's top left corner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Run {
    pub face: Face,
    pub size: Length,
    pub x: Length,
    pub baseline: Length,
    /// Put between any two glyphs, as the digits under a barcode have it.
    pub tracking: Length,
    /// The width from the first glyph to the last, tracking included.
    pub width: Length,
    pub text: String,
}

impl Run {
    /// Left, top, right and bottom of the line with its accents and descenders.
    #[cfg(test)]
    pub fn edges(&self) -> [Length; 4] {
        [self.x, self.baseline - self.size.per_mille(970), self.x + self.width, self.baseline + self.size.per_mille(250)]
    }
}

/// A label as it is drawn.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Drawing {
    pub runs: Vec<Run>,
    /// Bars in dots from the label's corner.
    pub bars: Vec<Dots>,
    /// The symbol with its quiet zones, in dots; its own digits stand in it.
    pub quiet: Option<Dots>,
    /// How many of the runs, from the end, are the symbol's own digits.
    pub digits: usize,
}

/// The height of capitals and digits, in thousandths of the size: Inter's own.
const CAPS: i64 = 727;
/// From the top of a line to its baseline, and from one baseline to the next.
const RISE: i64 = 800;
const LEAD: i64 = 1_180;
/// A price is made smaller down to this, for any label.
const LEAST_PRICE: Length = Length::um(2_400);

/// The texts of a label, ready to be set.
struct Words {
    name: String,
    detail: String,
    sku: String,
    price: String,
}

/// Sizes that follow from a label's.
struct Scale {
    pad: Length,
    foot: Length,
    name: Length,
    least_name: Length,
    price: Length,
    small: Length,
    least_small: Length,
    gap: Length,
}

impl Scale {
    fn of(sheet: &Sheet) -> Self {
        let height = sheet.label_height;
        let part = |share, least, most| height.per_mille(share).clamp(Length::um(least), Length::um(most));
        Self {
            pad: part(100, 1_500, 4_000),
            foot: part(85, 1_300, 3_600),
            name: part(100, 2_300, 3_900),
            least_name: part(75, 1_800, 2_900),
            price: part(172, 3_400, 6_600),
            small: part(80, 1_800, 2_900),
            least_small: part(60, 1_500, 2_000),
            gap: part(35, 700, 1_400),
        }
    }
}

/// Lays a label out.
///
/// # Errors
/// Every reason a single label can be refused for: see [`PrintError`].
pub(crate) fn lay_out(label: &Label, symbol: &Symbol, sheet: &'static Sheet, dpi: Dpi) -> Result<Drawing, PrintError> {
    let words = Words {
        name: text::settable(&label.name)?,
        detail: text::settable(label.detail.as_deref().unwrap_or_default())?,
        sku: text::settable(&label.sku)?,
        price: text::settable(label.price.as_deref().unwrap_or_default())?,
    };
    let page = Page { words, symbol, sheet, scale: Scale::of(sheet), per_inch: dpi.per_inch() };
    if !fit::fits(symbol, sheet, dpi) {
        return Err(page.does_not_fit(dpi));
    }
    let drawing = if matches!(symbol.symbology, Symbology::Qr) { page.beside_matrix(dpi) } else { page.over_bars(dpi) };
    drawing?.ok_or_else(|| page.does_not_fit(dpi))
}

struct Page<'a> {
    words: Words,
    symbol: &'a Symbol,
    sheet: &'static Sheet,
    scale: Scale,
    per_inch: i64,
}

impl Page<'_> {
    fn does_not_fit(&self, dpi: Dpi) -> PrintError {
        PrintError::DoesNotFit {
            label: String::new(),
            code: self.symbol.text.clone(),
            sheet: self.sheet.code,
            needed_mm: fit::needed(self.symbol, dpi).unwrap_or_default(),
            available_mm: fit::available(self.symbol, self.sheet),
            smallest_sheet: fit::smallest(self.symbol, dpi).map(|sheet| sheet.code),
        }
    }

    const fn length(&self, dots: i64) -> Length {
        Length::of_dots(dots, self.per_inch)
    }

    fn inner(&self) -> Length {
        self.sheet.label_width - self.scale.pad * 2
    }

    /// The price's size in a width, or a refusal: a price is not cut.
    fn price_size(&self, width: Length, least: Length) -> Option<Length> {
        let room = Room { face: Face::SemiBold, width, lines: 1, size: self.scale.price, least };
        text::size_on_one_line(&self.words.price, room)
    }

    fn price_too_long(&self) -> PrintError {
        PrintError::PriceTooLong { label: String::new(), price: self.words.price.clone(), sheet: self.sheet.code }
    }

    fn name(&self, width: Length, lines: usize) -> Lines {
        let (size, least) = (self.scale.name, self.scale.least_name);
        let room = Room { face: Face::SemiBold, width, lines, size, least };
        text::fit(&self.words.name, room)
    }

    /// A small line, no larger than a text it goes with.
    fn small(&self, text: &str, width: Length, most: Length) -> Lines {
        let room = Room { face: Face::Regular, width, lines: 1, size: self.scale.small.min(most), least: self.scale.least_small };
        text::fit(text, room)
    }

    /// The SKU, unless the code under the bars is the same.
    fn sku(&self) -> &str {
        if self.words.sku == self.symbol.text && !matches!(self.symbol.symbology, Symbology::Qr) { "" } else { &self.words.sku }
    }
}

#[cfg(test)]
mod tests;
