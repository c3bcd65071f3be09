//! What comes out of a file: typed rows, or a refused record with its problems.

use crate::import::{dates::Told, numbers::Mark, problem::RowProblem, records::Record};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use vocabulary::{Code, Quantity, Status};

/// Where a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    ShopifyProducts,
    ShopifyInventory,
    SquareLibrary,
    #[serde(rename = "woocommerce")]
    WooCommerce,
    /// Our own export.
    Stockroom,
    /// Any other table; its columns are mapped.
    Generic,
}

impl Source {
    /// The word for it in messages: a name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ShopifyProducts => "Shopify products",
            Self::ShopifyInventory => "Shopify inventory",
            Self::SquareLibrary => "Square library",
            Self::WooCommerce => "WooCommerce",
            Self::Stockroom => "Stockroom",
            Self::Generic => "CSV",
        }
    }

    /// The decimal mark its files are written with, by a machine.
    #[must_use]
    pub fn usual_mark(self) -> Option<Mark> {
        match self {
            Self::Generic => None,
            Self::ShopifyProducts | Self::ShopifyInventory | Self::SquareLibrary | Self::WooCommerce | Self::Stockroom => Some(Mark::Point),
        }
    }
}

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    Catalog,
    Inventory,
    Sales,
}

impl ImportKind {
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Inventory => "inventory",
            Self::Sales => "sales",
        }
    }
}

/// What becomes of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Catalog(Box<CatalogRow>),
    Stock(Box<StockRow>),
    Sale(Box<SaleRow>),
    /// Refused, and kept as it was for the quarantine.
    Problem(Refused),
}

/// The record a row was read from, kept beside it: what a room refuses later goes to the quarantine as it came. It is no
/// part of what the row says, so it neither is compared nor written down.
#[derive(Clone, Debug, Default)]
pub struct Raw(pub Arc<Record>);

impl PartialEq for Raw {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl From<Record> for Raw {
    fn from(record: Record) -> Self {
        Self(Arc::new(record))
    }
}

impl Outcome {
    /// The line its record begins on.
    #[must_use]
    pub fn line(&self) -> u64 {
        match self {
            Self::Catalog(row) => row.line,
            Self::Stock(row) => row.line,
            Self::Sale(row) => row.line,
            Self::Problem(refused) => refused.raw.line,
        }
    }
}

/// A record that was refused: its cells as the file has them (a Shopify variant's with its item's name and option
/// names filled in, or it could not be imported again by itself), and everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    pub raw: Record,
    pub problems: Vec<RowProblem>,
}

/// An item's life, as far as files tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Draft,
    Active,
    PhaseOut,
    Archived,
}

impl State {
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Active => "active",
            Self::PhaseOut => "phase_out",
            Self::Archived => "archived",
        }
    }
}

/// One variant of an item. What is `None` or empty was blank in the file and says nothing: an import never erases.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogRow {
    pub line: u64,
    /// What holds an item's variants together: Shopify's handle, our item code, else the item's name or the SKU.
    pub group: String,
    /// The id of the system it comes from (Square's token).
    pub external_id: Option<String>,
    pub item_name: Option<String>,
    /// Plain text.
    pub description: Option<String>,
    pub brand: Option<String>,
    pub category: Option<String>,
    pub tags: Vec<String>,
    /// Axis and value, such as ("Size", "M"); none for an item without variants.
    pub options: Vec<(String, String)>,
    pub sku: Option<String>,
    pub barcodes: Vec<Code>,
    /// In the tenant's currency, unless `currency` says another.
    pub price: Option<Decimal>,
    pub currency: Option<String>,
    pub cost: Option<Decimal>,
    pub supplier: Option<String>,
    pub supplier_code: Option<String>,
    /// Supplier and code, beyond those.
    #[serde(default)]
    pub supplier_codes: Vec<(String, String)>,
    /// Barcodes of more than one piece.
    #[serde(default)]
    pub packs: Vec<PackCode>,
    /// Name and value; those that the file does not name stay as they are.
    #[serde(default)]
    pub attributes: Vec<(String, String)>,
    /// Links to pictures, kept and not fetched. Those of the item are on its first row.
    pub image_links: Vec<String>,
    pub state: Option<State>,
    /// The unit it is counted in, as the file words it.
    pub unit: Option<String>,
    /// Prices that differ by location (Square).
    pub location_prices: Vec<(String, Decimal)>,
    /// What was understood but should be known: an apostrophe removed, a barcode that two variants share.
    pub notes: Vec<RowProblem>,
    #[serde(skip)]
    pub raw: Raw,
}

/// A barcode and what is under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackCode {
    pub code: Code,
    /// As the file words it.
    pub unit: String,
    pub pack: Quantity,
}

/// How many are somewhere, or that nobody knows. Blank and `not stocked` are not known, which is not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stock {
    #[default]
    NotKnown,
    Known(Quantity),
}

impl Stock {
    #[must_use]
    pub fn known(self) -> Option<Quantity> {
        match self {
            Self::NotKnown => None,
            Self::Known(quantity) => Some(quantity),
        }
    }
}

/// How many of a variant are at a location.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StockRow {
    pub line: u64,
    /// The variant, by whatever the file has: SKU first, then barcode, then handle and options, then name.
    pub sku: Option<String>,
    pub barcodes: Vec<Code>,
    pub group: Option<String>,
    pub options: Vec<(String, String)>,
    pub item_name: Option<String>,
    /// The shop or warehouse, as the file names it; none where the file is about a single one.
    pub location: Option<String>,
    pub bin: Option<String>,
    /// Available where the file does not say.
    pub status: Option<Status>,
    /// What the file's system believes is there.
    pub current: Stock,
    /// What somebody wrote next to it to replace that.
    pub new: Stock,
    pub notes: Vec<RowProblem>,
    #[serde(skip)]
    pub raw: Raw,
}

impl StockRow {
    /// The stock side of a row that is about an item as well: which item, and nothing known of its stock yet.
    pub(crate) fn beside(item: &CatalogRow) -> Self {
        Self {
            line: item.line,
            sku: item.sku.clone(),
            barcodes: item.barcodes.clone(),
            group: Some(item.group.clone()),
            options: item.options.clone(),
            item_name: item.item_name.clone(),
            ..Self::default()
        }
    }
}

impl StockRow {
    /// The stock to have afterwards: the new figure where there is one, else the current.
    #[must_use]
    pub fn wanted(&self) -> Stock {
        match self.new {
            Stock::Known(_) => self.new,
            Stock::NotKnown => self.current,
        }
    }
}

/// What a till's line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SaleKind {
    Sale,
    /// Goods came back: a negative quantity with a price.
    Return,
    /// A receipt was cancelled and its goods came back.
    Cancellation,
    /// Lost or found: a movement without a customer or a price.
    Adjustment,
    /// No goods at all.
    NotStock(NotStock),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotStock {
    Postage,
    Fee,
    Discount,
    /// Rung up by hand, without an item.
    Manual,
    BadDebt,
    Voucher,
    Sample,
    /// How it was paid.
    Payment,
    /// It was cancelled, and so never happened.
    Void,
}

impl NotStock {
    /// Its word in our own files.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Postage => "postage",
            Self::Fee => "fee",
            Self::Discount => "discount",
            Self::Manual => "manual",
            Self::BadDebt => "bad debt",
            Self::Voucher => "voucher",
            Self::Sample => "sample",
            Self::Payment => "payment",
            Self::Void => "voided",
        }
    }
}

/// A line of a till's day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SaleRow {
    pub line: u64,
    pub receipt: Option<String>,
    /// Which of the file's lines with the same receipt, item, quantity, price and time this is: the same thing is
    /// scanned twice on one receipt every day, and both are sales. With it a line is the same line in the file read
    /// again.
    pub nth: u32,
    pub kind: SaleKind,
    pub sku: Option<String>,
    pub barcodes: Vec<Code>,
    pub location: Option<String>,
    /// As the file says it, with its sign. [`SaleRow::effect`] is what it does to stock.
    pub quantity: Quantity,
    pub unit_price: Option<Decimal>,
    pub at: Told,
    pub description: String,
    pub notes: Vec<RowProblem>,
    #[serde(skip)]
    pub raw: Raw,
}

impl SaleRow {
    /// What the shelf gains.
    #[must_use]
    pub fn effect(&self) -> Quantity {
        match self.kind {
            SaleKind::Sale => -self.quantity.abs(),
            SaleKind::Return | SaleKind::Cancellation => self.quantity.abs(),
            SaleKind::Adjustment => self.quantity,
            SaleKind::NotStock(_) => Quantity::ZERO,
        }
    }
}
