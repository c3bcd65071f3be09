//! Codes as symbols: which symbology suits a code, and its bars or modules.

mod code128;
mod gtin;
mod upce;

use crate::{Fault, Length, PrintError};
use barcoders::sym::{ean8::EAN8, ean13::EAN13, tf::TF};

pub(crate) use gtin::Layout;

/// The symbologies we print.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Symbology {
    Ean13,
    Ean8,
    UpcA,
    /// UPC-A without its zeros; never chosen by [`Symbology::for_code`], only when asked for.
    UpcE,
    /// A GTIN-14 in Interleaved 2 of 5 with bearer bars.
    Itf14,
    Code128,
    Qr,
}

/// The sizes a symbology may be printed in.
pub(crate) struct Size {
    /// The least module (X-dimension) that may be printed.
    pub least: Length,
    /// The module that scans best at arm's length: the largest we choose.
    pub nominal: Length,
    /// Light margins in modules: left and right; a matrix has its left one all round.
    pub quiet: (i64, i64),
    /// The least height of a bar.
    pub bar: Length,
}

impl Symbology {
    /// The symbology's international name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ean13 => "EAN-13",
            Self::Ean8 => "EAN-8",
            Self::UpcA => "UPC-A",
            Self::UpcE => "UPC-E",
            Self::Itf14 => "ITF-14",
            Self::Code128 => "Code 128",
            Self::Qr => "QR",
        }
    }

    /// The symbology a code is usually printed in. A GTIN in any length, padded to 14 digits or not, gets the symbol of
    /// its natural form: `00042563008123` UPC-A, `05012345678900` EAN-13, `00000096385074` EAN-8, and with a packaging
    /// level (1 to 9) in front ITF-14. Whatever is no GTIN (the check digit counts) is Code 128.
    pub fn for_code(code: &str) -> Self {
        if !gtin::is_valid(code) {
            return Self::Code128;
        }
        match gtin::natural(code).len() {
            8 => Self::Ean8,
            12 => Self::UpcA,
            13 => Self::Ean13,
            _ => Self::Itf14,
        }
    }

    /// EAN and UPC: the GS1 General Specifications have 0.264 to 0.660 mm at the till, target 0.330. They let on-demand
    /// printers go down to three quarters of the target; we do not.
    ///
    /// ITF-14: the same specifications ask for 0.495 mm in general distribution, on cartons, which is our target. On a
    /// shelf it is read by hand and at arm's length as a Code 128 is, so 0.250 mm is our least there.
    ///
    /// Code 128: 0.19 mm (7.5 mil) is what hand scanners commonly resolve. QR: 0.33 mm (13 mil) for phones and imagers.
    /// The margins are those of the GS1 General Specifications and, for QR, of ISO/IEC 18004.
    ///
    /// Bars are lower than the specifications' heights, as on every shelf label; 5 mm is the least for scanning by hand.
    pub(crate) const fn size(self) -> Size {
        let (least, nominal, quiet) = match self {
            Self::Ean13 => (264, 330, (11, 7)),
            Self::Ean8 => (264, 330, (7, 7)),
            Self::UpcA => (264, 330, (9, 9)),
            Self::UpcE => (264, 330, (9, 7)),
            Self::Itf14 => (250, 495, (10, 10)),
            Self::Code128 => (190, 330, (10, 10)),
            Self::Qr => (330, 700, (4, 4)),
        };
        Size { least: Length::um(least), nominal: Length::um(nominal), quiet, bar: Length::um(5_000) }
    }
}

/// The dark and light parts of a symbol, quiet zones left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Widths in modules of bars and spaces in turn; the first and the last are bars.
    Bars(Vec<u8>),
    /// As [`Shape::Bars`], each element narrow (`false`) or wide (`true`): the ratio is chosen with the printer's dots.
    TwoWidths(Vec<bool>),
    /// A square of modules, row by row, `true` where it is dark.
    Matrix { side: usize, dark: Vec<bool> },
}

/// A code in a symbology, encoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    pub symbology: Symbology,
    /// What a scanner reads: the code with its check digit and without padding.
    pub text: String,
    pub shape: Shape,
}

impl Symbol {
    /// Encodes a code.
    ///
    /// EAN and UPC take the digits with or without padding to 14 and always with their check digit; UPC-E takes its own
    /// eight digits or a GTIN that has the zeros for it; ITF-14 takes a GTIN of any length; Code 128 takes 1 to 80 of
    /// the printable ASCII characters; QR takes any text up to the 2,331 bytes of its largest version.
    ///
    /// # Errors
    /// [`PrintError::Code`] with the [`Fault`].
    pub fn encode(symbology: Symbology, text: &str) -> Result<Self, PrintError> {
        let refuse = |fault| PrintError::Code { label: String::new(), code: text.to_owned(), symbology, fault };
        let (text, shape) = encode(symbology, text).map_err(refuse)?;
        Ok(Self { symbology, text, shape })
    }
}

fn encode(symbology: Symbology, text: &str) -> Result<(String, Shape), Fault> {
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    match symbology {
        Symbology::Ean13 => {
            let digits = gtin::of_length(text, 13)?;
            let bits = EAN13::new(&digits).map_err(|_| Fault::Character)?.encode();
            Ok((digits, Shape::Bars(runs(&bits))))
        }
        Symbology::UpcA => {
            let digits = gtin::of_length(text, 12)?;
            let bits = EAN13::new(format!("0{digits}")).map_err(|_| Fault::Character)?.encode();
            Ok((digits, Shape::Bars(runs(&bits))))
        }
        Symbology::Ean8 => {
            let digits = gtin::of_length(text, 8)?;
            let bits = EAN8::new(&digits).map_err(|_| Fault::Character)?.encode();
            Ok((digits, Shape::Bars(runs(&bits))))
        }
        Symbology::UpcE => {
            let digits = upce::short_form(text)?;
            let bits = upce::bits(&digits)?;
            Ok((digits, Shape::Bars(runs(&bits))))
        }
        Symbology::Itf14 => {
            let digits = gtin::of_length(text, 14)?;
            let bits = TF::interleaved(&digits).map_err(|_| Fault::Character)?.encode();
            Ok((digits, Shape::TwoWidths(runs(&bits).into_iter().map(|width| width > 1).collect())))
        }
        Symbology::Code128 => Ok((text.to_owned(), Shape::Bars(runs(&code128::bits(text)?)))),
        Symbology::Qr => {
            // Level M: a fifth of a label may be scuffed, and a GTIN still fits the smallest version.
            let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).map_err(|_| Fault::Length)?;
            let dark = code.to_colors().into_iter().map(|color| color == qrcode::Color::Dark).collect();
            Ok((text.to_owned(), Shape::Matrix { side: code.width(), dark }))
        }
    }
}

/// Bars and spaces in turn from modules; neighbours of one colour are one element, so that a bar is drawn as one.
fn runs(bits: &[u8]) -> Vec<u8> {
    bits.chunk_by(|a, b| a == b).map(|run| u8::try_from(run.len()).unwrap_or(u8::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(symbology: Symbology, text: &str) -> String {
        let Shape::Bars(widths) = Symbol::encode(symbology, text).unwrap().shape else { panic!("not bars") };
        widths.iter().enumerate().map(|(i, &n)| ["1", "0"][i % 2].repeat(n.into())).collect()
    }

    fn fault(symbology: Symbology, text: &str) -> Fault {
        match Symbol::encode(symbology, text) {
            Err(PrintError::Code { fault, .. }) => fault,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_code_gets_the_symbol_of_its_natural_form() {
        for (code, symbology) in [
            ("00042563008123", Symbology::UpcA),
            ("042563008123", Symbology::UpcA),
            ("05012345678900", Symbology::Ean13),
            ("5012345678900", Symbology::Ean13),
            ("00000096385074", Symbology::Ean8),
            ("96385074", Symbology::Ean8),
            ("15012345678907", Symbology::Itf14),
            ("5012345678901", Symbology::Code128),
            ("85123A", Symbology::Code128),
            ("123456", Symbology::Code128),
            ("٤٢٥٦٣٠٠٨", Symbology::Code128),
        ] {
            assert_eq!(Symbology::for_code(code), symbology, "{code}");
        }
    }

    /// Textbook numbers, digit by digit from the published sets A, B and C.
    #[test]
    fn ean_and_upc_are_as_published() {
        assert_eq!(
            bits(Symbology::Ean13, "5901234123457"),
            concat!(
                "101", "0001011", "0100111", "0110011", "0010011", "0111101", "0011101", "01010", "1100110", "1101100", "1000010", "1011100",
                "1001110", "1000100", "101"
            )
        );
        assert_eq!(
            bits(Symbology::UpcA, "036000291452"),
            concat!(
                "101", "0001101", "0111101", "0101111", "0001101", "0001101", "0001101", "01010", "1101100", "1110100", "1100110", "1011100",
                "1001110", "1101100", "101"
            )
        );
        assert_eq!(
            bits(Symbology::Ean8, "96385074"),
            concat!("101", "0001011", "0101111", "0111101", "0110111", "01010", "1001110", "1110010", "1000100", "1011100", "101")
        );
        assert_eq!(bits(Symbology::UpcA, "00036000291452"), bits(Symbology::Ean13, "0036000291452"));
    }

    #[test]
    fn itf_has_two_widths() {
        let Shape::TwoWidths(wide) = Symbol::encode(Symbology::Itf14, "15012345678907").unwrap().shape else { panic!() };
        assert_eq!(wide.len(), 4 + 14 * 5 + 3);
        assert_eq!(wide.iter().filter(|&&wide| wide).count(), 14 * 2 + 1, "two wide elements to a digit, one in the stop");
    }

    #[test]
    fn a_gtin_of_fourteen_digits_is_the_smallest_qr() {
        let Shape::Matrix { side, dark } = Symbol::encode(Symbology::Qr, "05012345678900").unwrap().shape else { panic!() };
        assert_eq!((side, dark.len()), (21, 441));
        assert_eq!(fault(Symbology::Qr, &"x".repeat(3_000)), Fault::Length);
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(fault(Symbology::Ean13, ""), Fault::Empty);
        assert_eq!(fault(Symbology::Ean13, "501234567890X"), Fault::Character);
        assert_eq!(fault(Symbology::Ean13, "501234567"), Fault::Length);
        assert_eq!(fault(Symbology::Ean13, "5012345678901"), Fault::CheckDigit { expected: 0 });
        assert_eq!(fault(Symbology::UpcA, "5012345678900"), Fault::Length, "a GTIN-13 is no GTIN-12");
        assert_eq!(fault(Symbology::Code128, "Größe"), Fault::Character);
        assert_eq!(fault(Symbology::Code128, &"9".repeat(81)), Fault::Length);
        assert_eq!(fault(Symbology::UpcE, "012345678905"), Fault::NotCompressible);
    }
}
