//! The two fonts labels are set in, read once, and their subsets for a PDF.

use crate::{Length, PrintError};
use allsorts::{
    binary::read::ReadScope,
    font_data::FontData,
    subset::{CmapTarget, SubsetProfile, subset},
};
use printpdf::ParsedFont;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Face {
    Regular,
    SemiBold,
}

pub(crate) const FACES: [Face; 2] = [Face::Regular, Face::SemiBold];

impl Face {
    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("fonts/Inter-Regular.ttf"),
            Self::SemiBold => include_bytes!("fonts/Inter-SemiBold.ttf"),
        }
    }

    /// The PostScript name.
    const fn name(self) -> &'static str {
        match self {
            Self::Regular => "Inter-Regular",
            Self::SemiBold => "Inter-SemiBold",
        }
    }

    /// The weight by which a browser finds the same face.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::SemiBold => 600,
        }
    }

    /// How wide a text is in this face; what the face lacks counts nothing.
    pub fn width(self, text: &str, size: Length) -> Length {
        let Some(font) = font(self) else {
            return Length::ZERO;
        };
        let units: i64 = text.chars().filter_map(|c| font.advance(c)).sum();
        // Rounded up: a text that is said to fit does.
        Length::tenths((units * size.in_tenths() + font.per_em - 1).div_euclid(font.per_em))
    }

    /// Whether the face has a glyph for a character.
    pub fn has(self, c: char) -> bool {
        font(self).is_some_and(|font| font.advance(c).is_some())
    }

    /// A font of the PDF with the glyphs for these characters and no others.
    pub fn subset(self, characters: &BTreeSet<char>) -> Result<ParsedFont, PrintError> {
        let fault = |reason: &str| PrintError::Writer { reason: format!("{}: {reason}", self.name()) };
        let font = font(self).ok_or_else(|| fault("cannot be read"))?;
        let whole = &font.parsed;
        // Glyph 0 comes first, and each glyph once: the position in this list is the glyph's number in the subset.
        let glyphs: BTreeSet<u16> = std::iter::once(0).chain(characters.iter().filter_map(|&c| whole.lookup_glyph_index(c.into()))).collect();
        let glyphs: Vec<u16> = glyphs.into_iter().collect();
        let file = ReadScope::new(self.bytes()).read::<FontData<'_>>().map_err(|e| fault(&e.to_string()))?;
        let tables = file.table_provider(0).map_err(|e| fault(&e.to_string()))?;
        let bytes = subset(&tables, &glyphs, &SubsetProfile::Pdf, CmapTarget::Unicode).map_err(|e| fault(&e.to_string()))?;

        let place = |glyph: u16| glyphs.binary_search(&glyph).ok().and_then(|at| u16::try_from(at).ok());
        let (mut by_character, mut widths) = (BTreeMap::new(), BTreeMap::new());
        for &c in characters {
            if let Some((at, glyph)) = whole.lookup_glyph_index(c.into()).and_then(|glyph| Some((place(glyph)?, glyph))) {
                by_character.insert(u32::from(c), at);
                widths.insert(at, whole.glyph_widths.get(&glyph).copied().unwrap_or_default());
            }
        }
        Ok(ParsedFont {
            original_bytes: bytes,
            // PDF 32000-1, 9.6.4: six capitals and a plus sign mark a subset.
            font_name: Some(format!("{}+{}", tag(&glyphs), self.name())),
            codepoint_to_glyph: by_character,
            glyph_widths: widths,
            ..whole.clone()
        })
    }
}

/// Six letters that tell one set of glyphs from another (FNV-1a over their numbers).
fn tag(glyphs: &[u16]) -> String {
    let hash = glyphs.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &glyph| (hash ^ u64::from(glyph)).wrapping_mul(0x0100_0000_01b3));
    (0..6)
        .scan(hash, |rest, _| {
            let letter = u8::try_from(*rest % 26).unwrap_or_default();
            *rest /= 26;
            Some(char::from(b'A' + letter))
        })
        .collect()
}

struct Font {
    parsed: ParsedFont,
    per_em: i64,
    /// The advances of ASCII, which most of every label is, without a search.
    ascii: [Option<u16>; 128],
}

impl Font {
    fn read(face: Face) -> Option<Self> {
        let parsed = ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new())?;
        let per_em = i64::from(parsed.units_per_em);
        let mut font = Self { parsed, per_em, ascii: [None; 128] };
        for code in 0..128_u8 {
            font.ascii[usize::from(code)] = font.search(code.into());
        }
        (per_em > 0).then_some(font)
    }

    fn search(&self, c: char) -> Option<u16> {
        let glyph = self.parsed.lookup_glyph_index(c.into()).filter(|&glyph| glyph != 0)?;
        self.parsed.get_glyph_width(glyph)
    }

    fn advance(&self, c: char) -> Option<i64> {
        let advance = match u8::try_from(c) {
            Ok(code @ 0..=127) => self.ascii[usize::from(code)],
            _ => self.search(c),
        };
        advance.map(i64::from)
    }
}

fn font(face: Face) -> Option<&'static Font> {
    static FONTS: LazyLock<[Option<Font>; 2]> = LazyLock::new(|| FACES.map(Font::read));
    let [regular, semi_bold] = &*FONTS;
    match face {
        Face::Regular => regular.as_ref(),
        Face::SemiBold => semi_bold.as_ref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_have_europe_and_its_money() {
        for face in FACES {
            for c in "éßŁőšŽİıÅñçæœþđħ€£¥₺₹zł₴₽ΩλжЪѣ№…–—’“”™®°×½".chars() {
                assert!(face.has(c), "{face:?} {c}");
            }
            assert!(!face.has('漢') && !face.has('ש') && !face.has('ع') && !face.has('😀'));
        }
    }

    #[test]
    fn digits_are_all_as_wide_as_each_other() {
        for face in FACES {
            let size = Length::um(10_000);
            let one = face.width("1", size);
            for digit in "0234567890".chars() {
                assert_eq!(face.width(&digit.to_string(), size), one);
            }
            assert!(one > Length::um(5_500) && one < Length::um(7_000), "{one:?}");
        }
    }

    #[test]
    fn a_subset_holds_what_was_asked_for() {
        let font = Face::Regular.subset(&"Größe £2.95".chars().collect()).unwrap();
        assert!(font.original_bytes.len() < 6_000, "{}", font.original_bytes.len());
        assert_eq!(font.codepoint_to_glyph.len(), 11);
        assert!(font.codepoint_to_glyph.values().all(|&glyph| glyph > 0));
    }
}
