//! The label sheets and rolls, as data.

use crate::{Length, PrintError};

/// Whether labels are cut from a page or come one after the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A page of die-cut labels, for a laser or ink-jet printer.
    Cut,
    /// One label to a page, for a label printer.
    Roll,
}

/// A sheet of equal labels in a grid. All lengths are exact; the page's origin is its top left corner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// The stable name by which a job asks for it.
    pub code: &'static str,
    /// What is written on the box: sizes and product numbers, the same in every language.
    pub name: &'static str,
    pub kind: Kind,
    pub page_width: Length,
    pub page_height: Length,
    pub columns: usize,
    pub rows: usize,
    pub label_width: Length,
    pub label_height: Length,
    /// From one label's left edge to the next one's.
    pub pitch_x: Length,
    /// From one label's top edge to the next one's.
    pub pitch_y: Length,
    /// From the page's left edge to the first label's.
    pub left: Length,
    /// From the page's top edge to the first label's.
    pub top: Length,
    /// Radius of a label's corner; for the preview only.
    pub corner: Length,
}

/// Every sheet there is, the widest-used first.
///
/// Geometry: the makers' published templates for Avery L7160 (21 to an A4), 5160 (30 to a Letter) and L7651 (65 to an
/// A4). Each fills its page exactly, which a test checks.
pub static SHEETS: [Sheet; 5] = [
    Sheet {
        code: "a4-21",
        name: "A4, 21 × 63.5 × 38.1 mm (Avery L7160)",
        kind: Kind::Cut,
        page_width: Length::um(210_000),
        page_height: Length::um(297_000),
        columns: 3,
        rows: 7,
        label_width: Length::um(63_500),
        label_height: Length::um(38_100),
        pitch_x: Length::um(66_000),
        pitch_y: Length::um(38_100),
        left: Length::um(7_250),
        top: Length::um(15_150),
        corner: Length::um(2_000),
    },
    Sheet {
        code: "letter-30",
        name: "Letter, 30 × 2 5/8 × 1 in (Avery 5160)",
        kind: Kind::Cut,
        page_width: Length::inch(85_000),
        page_height: Length::inch(110_000),
        columns: 3,
        rows: 10,
        label_width: Length::inch(26_250),
        label_height: Length::inch(10_000),
        pitch_x: Length::inch(27_500),
        pitch_y: Length::inch(10_000),
        left: Length::inch(1_875),
        top: Length::inch(5_000),
        corner: Length::um(1_500),
    },
    Sheet {
        code: "a4-65",
        name: "A4, 65 × 38.1 × 21.2 mm (Avery L7651)",
        kind: Kind::Cut,
        page_width: Length::um(210_000),
        page_height: Length::um(297_000),
        columns: 5,
        rows: 13,
        label_width: Length::um(38_100),
        label_height: Length::um(21_200),
        pitch_x: Length::um(40_600),
        pitch_y: Length::um(21_200),
        left: Length::um(4_750),
        top: Length::um(10_700),
        corner: Length::um(1_500),
    },
    Sheet::roll("roll-50x25", "50 × 25 mm", 50_000, 25_000),
    Sheet::roll("roll-57x32", "57 × 32 mm", 57_000, 32_000),
];

impl Sheet {
    const fn roll(code: &'static str, name: &'static str, width: i64, height: i64) -> Self {
        let (width, height) = (Length::um(width), Length::um(height));
        Self {
            code,
            name,
            kind: Kind::Roll,
            page_width: width,
            page_height: height,
            columns: 1,
            rows: 1,
            label_width: width,
            label_height: height,
            pitch_x: width,
            pitch_y: height,
            left: Length::ZERO,
            top: Length::ZERO,
            corner: Length::um(1_500),
        }
    }

    /// The sheet with this code.
    ///
    /// # Errors
    /// [`PrintError::UnknownSheet`].
    pub fn by_code(code: &str) -> Result<&'static Self, PrintError> {
        SHEETS.iter().find(|sheet| sheet.code == code).ok_or_else(|| PrintError::UnknownSheet { sheet: code.to_owned() })
    }

    /// Labels to a page: 1 on a roll.
    pub const fn places(&self) -> usize {
        self.columns * self.rows
    }

    /// The top left corner of a place, counted along the rows from 0.
    pub(crate) fn corner_of(&self, place: usize) -> (Length, Length) {
        let (row, column) = (place / self.columns, place % self.columns);
        let steps = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        (self.left + self.pitch_x * steps(column), self.top + self.pitch_y * steps(row))
    }

    /// The labels' area, by which sheets are ordered when the smallest that holds a code is sought.
    pub(crate) fn area(&self) -> i64 {
        self.label_width.in_tenths() * self.label_height.in_tenths()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sheet_fills_its_page_and_is_centred() {
        for sheet in &SHEETS {
            let (x, y) = sheet.corner_of(sheet.places() - 1);
            assert_eq!(x + sheet.label_width + sheet.left, sheet.page_width, "{}", sheet.code);
            assert_eq!(y + sheet.label_height + sheet.top, sheet.page_height, "{}", sheet.code);
            assert!(sheet.pitch_x >= sheet.label_width && sheet.pitch_y >= sheet.label_height);
        }
    }

    #[test]
    fn codes_find_their_sheet() {
        for sheet in &SHEETS {
            assert_eq!(Sheet::by_code(sheet.code), Ok(sheet));
        }
        assert_eq!(Sheet::by_code("a4-22"), Err(PrintError::UnknownSheet { sheet: "a4-22".into() }));
        assert_eq!(Sheet::by_code("a4-21").unwrap().places(), 21);
    }
}
