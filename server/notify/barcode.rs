//! A code on its own as a small picture, for pages that show what is printed on an item.

use print::{Shape, Symbol, Symbology};
use std::fmt::Write as _;

/// A module in the picture's units, so that a wide element of two widths (five halves of a narrow one) is whole.
const MODULE: u32 = 2;
/// The height of bars, in modules: a third of an EAN's width, as in a list.
const HEIGHT: u32 = 32;

/// The code in the symbol a label would have, with its quiet zones, dark on white. None if it can be none.
pub(crate) fn svg(code: &str) -> Option<String> {
    let symbol = Symbol::encode(Symbology::for_code(code), code).ok()?;
    let (widths, quiet): (Vec<u32>, u32) = match &symbol.shape {
        Shape::Bars(widths) => (widths.iter().map(|width| u32::from(*width) * MODULE).collect(), 11),
        Shape::TwoWidths(wide) => (wide.iter().map(|wide| if *wide { 5 } else { MODULE }).collect(), 10),
        Shape::Matrix { .. } => return None,
    };
    let margin = quiet * MODULE;
    let (width, height) = (widths.iter().sum::<u32>() + 2 * margin, HEIGHT * MODULE);
    let mut path = String::new();
    let mut x = margin;
    for (at, element) in widths.iter().enumerate() {
        if at % 2 == 0 {
            // A string takes what is written to it.
            let _ = write!(path, "M{x} 0h{element}v{height}h-{element}z");
        }
        x += element;
    }
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{width}v{height}H0z"/><path fill="#000" d="{path}"/></svg>"##
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_the_symbol_of_their_label() {
        // 95 modules and 11 at either side.
        assert!(svg("5012345678900").unwrap().contains(r#"viewBox="0 0 234 64""#));
        assert_eq!(svg("05012345678900"), svg("5012345678900"));
        assert_eq!(svg("96385074").unwrap().matches('M').count(), 22 + 1);
        assert!(svg("85123A").is_some());
        assert!(svg("15012345678907").is_some());
    }

    #[test]
    fn what_cannot_be_a_code_has_no_picture() {
        for code in ["", "Größe", "🎁", &"x".repeat(81)] {
            assert_eq!(svg(code), None, "{code}");
        }
    }

    #[test]
    fn nothing_typed_stands_in_a_picture() {
        let picture = svg("<script>").unwrap();
        assert!(!picture.contains("script"));
    }
}
