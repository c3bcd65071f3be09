//! What can be wrong with a file or with one of its rows, as codes with parameters. The words are in
//! `locales/<lang>/admin.ftl`; a test demands each of them in every language.

use crate::import::limits;
use serde::{Deserialize, Serialize};
use vocabulary::{Param, Said};

macro_rules! codes {
    ($(#[$doc:meta])* $module:ident { $($(#[$cdoc:meta])* $name:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        pub mod $module {
            $($(#[$cdoc])* pub const $name: &str = $code;)+
            /// Every code of this kind, for the test that wants words for each.
            pub const ALL: &[&str] = &[$($name),+];
        }
    };
}

codes! {
    /// The whole file cannot be read as it is.
    file {
        EMPTY = "import-file-empty",
        NO_ROWS = "import-file-no-rows",
        /// `kind`: its ending, such as `xlsx`.
        SPREADSHEET = "import-file-spreadsheet",
        PDF = "import-file-pdf",
        ARCHIVE = "import-file-archive",
        PICTURE = "import-file-picture",
        /// `kind`: HTML, XML, JSON or RTF.
        MARKUP = "import-file-markup",
        /// `line`: where the first NUL byte stands.
        BINARY = "import-file-binary",
        UNREADABLE = "import-file-unreadable",
        ONE_COLUMN = "import-file-one-column",
        /// `count`, `limit`.
        TOO_MANY_COLUMNS = "import-file-too-many-columns",
        /// `limit`.
        TOO_MANY_ROWS = "import-file-too-many-rows",
        /// `columns`: names of the fields that no column is mapped to.
        COLUMNS_MISSING = "import-columns-missing",
        /// `column`: named by the saved mapping, not in this file.
        MAPPING_STALE = "import-mapping-stale",
        /// `wanted`, `found`.
        NOT_THIS_SOURCE = "import-not-this-source",
        /// `wanted`: a kind this source's file does not hold.
        NOT_THIS_KIND = "import-not-this-kind",
        KIND_UNCLEAR = "import-kind-unclear",
        /// `column`, `sent`, `first` and `second`: both readings of it.
        DATES_AMBIGUOUS = "import-dates-ambiguous",
        /// `column`, `first` and `second`: two dates that contradict each other.
        DATES_MIXED = "import-dates-mixed",
    }
}

codes! {
    /// A row is refused and waits in quarantine.
    row {
        /// `cells`, `columns`.
        TOO_MANY_CELLS = "import-row-too-many-cells",
        TOO_FEW_CELLS = "import-row-too-few-cells",
        ROW_TOTAL = "import-row-total",
        QUOTE_UNCLOSED = "import-quote-unclosed",
        /// `limit`: kibibytes.
        CELL_TOO_LONG = "import-cell-too-long",
        /// `limit`: characters.
        TEXT_TOO_LONG = "import-text-too-long",
        TEXT_CONTROL = "import-text-control",
        TEXT_DAMAGED = "import-text-damaged",
        KEY_MISSING = "import-key-missing",
        LOCATION_MISSING = "import-location-missing",
        QUANTITY_MISSING = "import-quantity-missing",
        DATE_MISSING = "import-date-missing",
        CODE_SHORTENED = "import-code-shortened",
        CODE_DECIMALS = "import-code-decimals",
        CODE_FORMULA = "import-code-formula",
        CELL_ERROR = "import-cell-error",
        /// `code`, `expected`.
        CHECK_DIGIT = "import-barcode-check-digit",
        BARCODE_INVALID = "import-barcode-invalid",
        NUMBER_NOT_ONE = "import-number-not-one",
        NUMBER_OTHER_STYLE = "import-number-other-style",
        /// `first`, `second`: both readings.
        NUMBER_AMBIGUOUS = "import-number-ambiguous",
        NUMBER_TOO_LARGE = "import-number-too-large",
        /// `limit`.
        NUMBER_TOO_FINE = "import-number-too-fine",
        PRICE_NEGATIVE = "import-price-negative",
        STOCK_NEGATIVE = "import-stock-negative",
        STOCK_FRACTION = "import-stock-fraction",
        /// The item is told apart by lots or serial numbers.
        STOCK_TRACKED = "import-stock-tracked",
        STATUS_UNKNOWN = "import-status-unknown",
        PAIR_NOT_ONE = "import-pair-not-one",
        PACK_NOT_ONE = "import-pack-not-one",
        QUANTITY_ZERO = "import-quantity-zero",
        SALE_KIND_UNKNOWN = "import-sale-kind-unknown",
        REFUND_UNCLEAR = "import-refund-unclear",
        DATE_NOT_ONE = "import-date-not-one",
        DATE_OTHER_ORDER = "import-date-other-order",
        /// `line`: where the first one stands.
        DUPLICATE_SKU = "import-duplicate-sku",
        DUPLICATE_VARIANT = "import-duplicate-variant",
        DUPLICATE_STOCK = "import-duplicate-stock",
        PICTURE_ALONE = "import-picture-alone",
        ITEM_TOO_LARGE = "import-item-too-large",
        ITEM_UNKNOWN = "import-item-unknown",
        ITEM_SEVERAL = "import-item-several",
        /// Stock would come of an item that is put away.
        ITEM_ARCHIVED = "import-item-archived",
        /// `place`: a place of the store that could not be made.
        BIN_UNKNOWN = "import-bin-unknown",
        /// `ours`: what the books say.
        STOCK_STALE = "import-stock-stale",
        /// `available`, `wanted`.
        SALE_SHORT = "import-sale-short",
        /// The item is told apart by lots or serial numbers, and the file does not say which.
        SALE_TRACKED = "import-sale-tracked",
        /// Stock is told of a kit, which holds none.
        KIT = "import-kit",
        /// `currency`, `ours`.
        CURRENCY_OTHER = "import-currency-other",
    }
}

codes! {
    /// A row is taken, and this is told of it.
    note {
        APOSTROPHE = "import-note-apostrophe",
        ZERO_LOST = "import-note-zero-lost",
        /// `line`: the other variant with this barcode, which keeps it; `code`.
        BARCODE_SHARED = "import-note-barcode-shared",
        /// `line`: the other variant with these options.
        SAME_OPTIONS = "import-note-same-options",
        STATE_UNKNOWN = "import-note-state-unknown",
        SALE_KIND_UNKNOWN = "import-note-sale-kind-unknown",
        /// `unit`: a word that no unit is known by.
        UNIT_UNKNOWN = "import-note-unit-unknown",
    }
}

/// What is wrong with one cell, or with a row as a whole (then `column` is empty).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// The line as an editor shows it: a row whose cells hold line breaks takes several, and this is its first.
    pub line: u64,
    /// The column's name as the file has it.
    pub column: String,
    /// What the cell says, cut to [`limits::SENT`] characters.
    pub sent: String,
    pub said: Said,
    /// What the cell should say, where that can be told without guessing.
    pub suggestion: Option<String>,
}

impl RowProblem {
    #[must_use]
    pub fn new(line: u64, column: &str, sent: &str, code: &str) -> Self {
        Self { line, column: column.to_owned(), sent: cut(sent, limits::SENT), said: Said::new(code), suggestion: None }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Param>) -> Self {
        self.said = self.said.with(name, value);
        self
    }

    #[must_use]
    pub fn suggest(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion;
        self
    }

    #[must_use]
    pub fn code(&self) -> &str {
        &self.said.code
    }
}

/// Why a file as a whole cannot be read, and what to do: one message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{said}")]
pub struct FileProblem {
    pub said: Said,
}

impl FileProblem {
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self { said: Said::new(code) }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Param>) -> Self {
        self.said = self.said.with(name, value);
        self
    }

    #[must_use]
    pub fn code(&self) -> &str {
        &self.said.code
    }
}

/// The first `limit` characters, with an ellipsis where something was cut.
#[must_use]
pub fn cut(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
