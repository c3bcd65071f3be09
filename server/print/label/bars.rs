//! A label with a barcode.

use super::{CAPS, Drawing, LEAD, LEAST_PRICE, Page, RISE, digits::Digits, place::Place};
use crate::{
    Dpi, Length, PrintError,
    fit::{self, EDGE, Grid},
    font::Face,
    text::Lines,
};

/// Below this module a symbol is not shrunk to make room for the price at its side. It is a little under the 0.25 mm
/// that two dots of a 203 dpi printer make.
const COMFORTABLE: Length = Length::um(249);

impl Page<'_> {
    /// The name at the top, the bars at the bottom left, the price at their right where that leaves it legible and above
    /// them where it does not.
    pub(super) fn over_bars(&self, dpi: Dpi) -> Result<Option<Drawing>, PrintError> {
        let has = fit::available(self.symbol, self.sheet).dots_at_most(self.per_inch);
        let fitting = || Grid::sizes(self.symbol, dpi).filter(move |grid| grid.whole() <= has);
        let comfortable = COMFORTABLE.dots_at_least(self.per_inch);
        let beside = fitting().filter(|grid| grid.module >= comfortable).find_map(|grid| self.side_by_side(grid));
        if beside.is_some() {
            return Ok(beside);
        }
        match fitting().next() {
            Some(grid) => self.stacked(grid),
            None => Ok(None),
        }
    }

    /// Where the bars' left edge is: the text's edge, if the margins allow it.
    fn bars_at(&self, grid: Grid<'_>, lead: Length) -> i64 {
        let (left, right) = grid.quiet();
        let edge = EDGE.dots_at_least(self.per_inch);
        let last = self.sheet.label_width.dots_at_most(self.per_inch) - edge - right - grid.width();
        (self.scale.pad + lead).dots_at_least(self.per_inch).min(last).max(edge + left)
    }

    /// The price right of the bars, the SKU on the line of their digits; `None` where they have no room there.
    fn side_by_side(&self, grid: Grid<'_>) -> Option<Drawing> {
        let sku = self.sku();
        if self.words.price.is_empty() && sku.is_empty() {
            return None;
        }
        let digits = Digits::of(grid, self.per_inch);
        let x = self.bars_at(grid, digits.lead);
        let column = self.length(x + grid.width() + grid.quiet().1);
        let right = self.sheet.label_width - self.scale.pad;
        let width = right - column;
        let price = self.price_size(width, self.scale.price.per_mille(600))?;
        let sku_width = Face::Regular.width(sku, self.scale.least_small);
        if sku_width > width {
            return None;
        }

        let mut place = Place::default();
        let name = self.name(self.inner(), 2);
        let mut under = place.block(&name, Face::SemiBold, self.scale.pad, self.scale.pad);
        let foot = self.sheet.label_height - self.scale.foot;
        let bottom = (foot - digits.height).dots_at_most(self.per_inch);
        under = self.with_detail(&mut place, &name, under, self.inner(), grid, bottom);
        let (top, bars) = self.bars(grid, under + self.scale.gap, bottom)?;
        place.symbol(grid, x, top, bars);

        let digit_line = self.length(bottom) + digits.baseline;
        let middle = self.length(top + bars / 2) + price.per_mille(CAPS) / 2;
        place.line_to(&self.words.price, Face::SemiBold, price, right, middle);
        let sku = self.small(sku, width, self.scale.small);
        place.lines_to(&sku, Face::Regular, right, digit_line);
        digits.put(&mut place, grid, x, self.length(bottom));
        Some(place.drawing)
    }

    /// The price and the SKU right of the name, the bars over the label's whole width.
    fn stacked(&self, grid: Grid<'_>) -> Result<Option<Drawing>, PrintError> {
        let digits = Digits::of(grid, self.per_inch);
        let (pad, right) = (self.scale.pad, self.sheet.label_width - self.scale.pad);
        let half = self.inner().per_mille(480);
        let price =
            if self.words.price.is_empty() { self.scale.name } else { self.price_size(half, LEAST_PRICE).ok_or_else(|| self.price_too_long())? };
        let price_width = Face::SemiBold.width(&self.words.price, price);
        let sku = self.small(self.sku(), half, self.scale.small);
        let sku_width = sku.lines.first().map_or(Length::ZERO, |line| Face::Regular.width(line, sku.size));
        let side = price_width.max(sku_width);
        let name_width = if side == Length::ZERO { self.inner() } else { self.inner() - side - self.scale.gap };

        let foot = self.sheet.label_height - self.scale.foot;
        let bottom = (foot - digits.height).dots_at_most(self.per_inch);
        // A second line of the name gives way to bars of the least height, never the other way round.
        for lines in [2, 1] {
            let mut place = Place::default();
            let name = self.name(name_width, lines);
            let mut under = place.block(&name, Face::SemiBold, pad, pad);
            under = self.with_detail(&mut place, &name, under, name_width, grid, bottom);
            let mut side_under = pad;
            if !self.words.price.is_empty() {
                place.line_to(&self.words.price, Face::SemiBold, price, right, pad + price.per_mille(RISE));
                side_under = pad + price.per_mille(RISE);
            }
            if sku_width > Length::ZERO {
                // Below the price's comma, or level with the name where there is no price.
                let below = price.per_mille(200) + sku.size.per_mille(CAPS + 100);
                side_under = if side_under == pad { pad + sku.size.per_mille(RISE) } else { side_under + below };
                place.lines_to(&sku, Face::Regular, right, side_under);
            }
            let under = under.max(side_under + sku.size.per_mille(250));
            let x = self.bars_at(grid, digits.lead);
            if let Some((top, bars)) = self.bars(grid, under + self.scale.gap, bottom) {
                place.symbol(grid, x, top, bars);
                digits.put(&mut place, grid, x, self.length(bottom));
                return Ok(Some(place.drawing));
            }
        }
        Ok(None)
    }

    /// Puts the detail under the name if the bars stay well higher than they must be; gives where the texts end.
    fn with_detail(&self, place: &mut Place, name: &Lines, under: Length, width: Length, grid: Grid<'_>, bottom: i64) -> Length {
        if self.words.detail.is_empty() {
            return under;
        }
        let lines = self.small(&self.words.detail, width, name.size);
        let below = under + lines.size.per_mille(LEAD);
        let spare = fit::least_height(grid, self.per_inch) * 13 / 10;
        if (below + self.scale.gap).dots_at_least(self.per_inch) + spare > bottom {
            return under;
        }
        place.block(&lines, Face::Regular, self.scale.pad, under)
    }

    /// The bars' top and height between the words and the line where they end. They stay low where there is room, which
    /// keeps a label calm.
    fn bars(&self, grid: Grid<'_>, under: Length, bottom: i64) -> Option<(i64, i64)> {
        let most = self.sheet.label_height.per_mille(400).dots(self.per_inch);
        let height = (bottom - under.dots_at_least(self.per_inch)).min(most);
        (height >= fit::least_height(grid, self.per_inch)).then_some((bottom - height, height))
    }
}
