//! Symbols in dots: how large they are drawn on a printer's grid, and on which sheets they fit.

use crate::{Length, SHEETS, Shape, Sheet, Symbol, Symbology, symbol::Layout};

/// The resolution bars are aligned to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Dpi {
    /// Label printers with 8 dots to the millimetre.
    D203,
    /// Label printers with 12 dots to the millimetre.
    D300,
    D600,
    /// Any laser printer: the grid of 600 dpi, on which those of 1200 dpi lie too.
    #[default]
    Any,
}

impl Dpi {
    /// Dots to the inch.
    pub const fn per_inch(self) -> i64 {
        match self {
            Self::D203 => 203,
            Self::D300 => 300,
            Self::D600 | Self::Any => 600,
        }
    }
}

/// What is kept free of symbols and their quiet zones along a label's edge: sheets shift by as much.
pub(crate) const EDGE: Length = Length::um(1_000);

/// What a label with a matrix must have left for words beside it.
pub(crate) const WORDS: Length = Length::um(12_000);

/// A bar or a run of modules, in dots.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Dots {
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
}

/// A symbol at one module size; all in dots.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grid<'a> {
    pub symbol: &'a Symbol,
    /// The module.
    pub module: i64,
}

impl<'a> Grid<'a> {
    /// The symbol at each module it may be printed in at this resolution, the largest first.
    pub fn sizes(symbol: &'a Symbol, dpi: Dpi) -> impl Iterator<Item = Self> {
        let size = symbol.symbology.size();
        let least = size.least.dots_at_least(dpi.per_inch()).max(1);
        let largest = size.nominal.dots(dpi.per_inch()).max(least);
        (least..=largest).rev().map(move |module| Self { symbol, module })
    }

    /// A wide element where there are two widths: the GS1 General Specifications allow 2.25 to 3 narrow
    /// ones, with 2.5 as the target, which is met as nearly as whole dots can from below, where it saves room.
    const fn wide(self) -> i64 {
        if self.module == 1 { 3 } else { self.module * 5 / 2 }
    }

    /// The bars' width from first to last, or a matrix's side.
    pub fn width(self) -> i64 {
        match &self.symbol.shape {
            Shape::Bars(widths) => widths.iter().map(|&width| i64::from(width)).sum::<i64>() * self.module,
            Shape::TwoWidths(wide) => wide.iter().map(|&wide| if wide { self.wide() } else { self.module }).sum(),
            Shape::Matrix { side, .. } => i64::try_from(*side).unwrap_or(i64::MAX / 1_000) * self.module,
        }
    }

    /// The light margins left and right.
    pub const fn quiet(self) -> (i64, i64) {
        let (left, right) = self.symbol.symbology.size().quiet;
        (left * self.module, right * self.module)
    }

    /// The width with both margins.
    pub fn whole(self) -> i64 {
        let (left, right) = self.quiet();
        left + self.width() + right
    }

    pub const fn is_matrix(self) -> bool {
        matches!(self.symbol.shape, Shape::Matrix { .. })
    }

    /// The symbol's bars for a height, its corner at the origin. Guard bars are longer by five modules (GS1 General
    /// Specifications); a matrix is as high as it is wide, whatever the height.
    pub fn draw(self, height: i64) -> Vec<Dots> {
        match &self.symbol.shape {
            Shape::Bars(widths) => {
                let guards = Layout::of(self.symbol.symbology).map_or(&[][..], |layout| layout.guards);
                let mut at = 0;
                let mut bars = Vec::with_capacity(widths.len() / 2 + 1);
                for (i, &modules) in widths.iter().enumerate() {
                    if i % 2 == 0 {
                        let long = guards.iter().any(|&(from, to)| (from..to).contains(&at));
                        bars.push(Dots {
                            x: at * self.module,
                            y: 0,
                            width: i64::from(modules) * self.module,
                            height: if long { height + 5 * self.module } else { height },
                        });
                    }
                    at += i64::from(modules);
                }
                bars
            }
            Shape::TwoWidths(wide) => {
                // Bearer bars of two modules butt against the bars' ends, at head and foot alone as the GS1 General
                // Specifications ask of a label: a scan that slips off the bars cannot read a shorter number.
                let bearer = 2 * self.module;
                let mut bars = vec![
                    Dots { x: 0, y: 0, width: self.width(), height: bearer },
                    Dots { x: 0, y: height - bearer, width: self.width(), height: bearer },
                ];
                let mut x = 0;
                for (i, &wide) in wide.iter().enumerate() {
                    let width = if wide { self.wide() } else { self.module };
                    if i % 2 == 0 {
                        bars.push(Dots { x, y: bearer, width, height: height - 2 * bearer });
                    }
                    x += width;
                }
                bars
            }
            Shape::Matrix { side, dark } => {
                let mut runs = Vec::new();
                for (row, modules) in (0_i64..).zip(dark.chunks(*side)) {
                    let mut at = 0;
                    for run in modules.chunk_by(|a, b| a == b) {
                        let length = i64::try_from(run.len()).unwrap_or_default();
                        if run.first() == Some(&true) {
                            runs.push(Dots { x: at * self.module, y: row * self.module, width: length * self.module, height: self.module });
                        }
                        at += length;
                    }
                }
                runs
            }
        }
    }
}

/// What a sheet's label has for a symbol: its width, or a matrix's side.
pub(crate) fn available(symbol: &Symbol, sheet: &Sheet) -> Length {
    let inner = sheet.label_width - EDGE * 2;
    match symbol.shape {
        Shape::Matrix { .. } => (sheet.label_height - EDGE * 2).min(inner - WORDS),
        _ => inner,
    }
}

/// The least a symbol needs at this resolution, quiet zones included; `None` only if it had no legal size at all.
pub(crate) fn needed(symbol: &Symbol, dpi: Dpi) -> Option<Length> {
    let least = Grid::sizes(symbol, dpi).last()?;
    Some(Length::of_dots(least.whole(), dpi.per_inch()))
}

/// Whether a symbol fits on a sheet's labels at its least legal module.
pub(crate) fn fits(symbol: &Symbol, sheet: &Sheet, dpi: Dpi) -> bool {
    let has = available(symbol, sheet).dots_at_most(dpi.per_inch());
    Grid::sizes(symbol, dpi).last().is_some_and(|least| least.whole() <= has)
}

/// The sheet with the smallest labels that hold a symbol.
pub(crate) fn smallest(symbol: &Symbol, dpi: Dpi) -> Option<&'static Sheet> {
    SHEETS.iter().filter(|sheet| fits(symbol, sheet, dpi)).min_by_key(|sheet| sheet.area())
}

/// The height a bar must have: ISO/IEC 15417 asks for 15 % of the symbol's width where that is more than the least.
pub(crate) fn least_height(grid: Grid<'_>, per_inch: i64) -> i64 {
    let least = grid.symbol.symbology.size().bar.dots_at_least(per_inch);
    match grid.symbol.symbology {
        Symbology::Code128 | Symbology::Itf14 => least.max(grid.width() * 15 / 100),
        _ => least,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn least(symbology: Symbology, code: &str, dpi: Dpi) -> (i64, i64) {
        let symbol = Symbol::encode(symbology, code).unwrap();
        let grid = Grid::sizes(&symbol, dpi).last().unwrap();
        (grid.module, grid.whole())
    }

    #[test]
    fn modules_are_whole_dots_and_legal() {
        assert_eq!(least(Symbology::Ean13, "5012345678900", Dpi::D203), (3, 113 * 3), "two dots are 0.250 mm");
        assert_eq!(least(Symbology::Ean13, "5012345678900", Dpi::D300), (4, 113 * 4), "three dots are 0.254 mm");
        assert_eq!(least(Symbology::Ean13, "5012345678900", Dpi::Any), (7, 113 * 7), "0.296 mm");
        assert_eq!(least(Symbology::UpcA, "036000291452", Dpi::D203).1, 113 * 3);
        assert_eq!(least(Symbology::Ean8, "96385074", Dpi::D203).1, 81 * 3);
        assert_eq!(least(Symbology::UpcE, "04252614", Dpi::D203).1, 67 * 3);
        assert_eq!(least(Symbology::Itf14, "15012345678907", Dpi::D203), (2, 48 * 2 + 29 * 5 + 20 * 2));
        assert_eq!(least(Symbology::Code128, "85123A", Dpi::D203), (2, (11 * 7 + 13 + 20) * 2));
        assert_eq!(least(Symbology::Qr, "5012345678900", Dpi::D203), (3, 29 * 3));
    }

    #[test]
    fn guard_bars_reach_down_and_neighbours_are_one_bar() {
        let symbol = Symbol::encode(Symbology::Ean13, "5012345678900").unwrap();
        let bars = Grid { symbol: &symbol, module: 3 }.draw(100);
        assert_eq!(bars.len(), 30, "an EAN-13 has 30 bars");
        assert_eq!(bars.iter().filter(|bar| bar.height == 115).count(), 6);
        let upc = Symbol::encode(Symbology::UpcA, "036000291452").unwrap();
        let bars = Grid { symbol: &upc, module: 3 }.draw(100);
        assert_eq!(bars.iter().filter(|bar| bar.height == 115).count(), 10, "the first and last digit's bars too");
    }

    #[test]
    fn the_wide_elements_of_itf_stay_in_their_limits() {
        let symbol = Symbol::encode(Symbology::Itf14, "15012345678907").unwrap();
        for module in 1..20 {
            let wide = Grid { symbol: &symbol, module }.wide();
            assert!(wide * 4 >= module * 9 && wide <= module * 3, "{wide}:{module}");
        }
    }

    #[test]
    fn the_smallest_sheet_is_found() {
        let long = Symbol::encode(Symbology::Code128, "BAY-04-SHELF-7").unwrap();
        assert!(!fits(&long, Sheet::by_code("a4-65").unwrap(), Dpi::Any));
        assert_eq!(smallest(&long, Dpi::Any).map(|sheet| sheet.code), Some("roll-50x25"));
        let never = Symbol::encode(Symbology::Code128, &"X".repeat(80)).unwrap();
        assert_eq!(smallest(&never, Dpi::Any), None);
    }
}
