//! What puts labels on paper. The pages know no fonts and no PDF: they are handed a press by the server.

use crate::LabelPrint;
use vocabulary::AppError;

/// Pure work that takes its time: call it outside a transaction and off the threads that serve requests.
pub trait Press: Send + Sync {
    /// The labels as a PDF.
    ///
    /// # Errors
    /// Only when something is wrong on our side: a print was checked before.
    fn pdf(&self, print: &LabelPrint) -> Result<Vec<u8>, AppError>;

    /// The first sheets as SVG, at most so many.
    ///
    /// # Errors
    /// As [`Press::pdf`].
    fn pictures(&self, print: &LabelPrint, most: u32) -> Result<Vec<LabelPicture>, AppError>;

    /// A code on its own as SVG, in the symbol it would have on a label; none if it cannot be one.
    fn symbol(&self, code: &str) -> Option<String>;
}

/// A sheet as it will come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelPicture {
    /// From 1.
    pub page: usize,
    /// Labels on it.
    pub labels: usize,
    /// An `<svg>` of ours without size, words or style.
    pub svg: String,
}
