//! How much of a file is read, each limit with its reason. They are shown to the user before the upload.

/// Columns of a file. Excel's own sheets reach 16,384, but the widest export known to us (Square with thirty
/// locations) has about 220.
pub const COLUMNS: usize = 512;

/// Bytes of one cell. Shopify's longest descriptions are 512 KB of HTML in theory and under 30 KB in practice; a cell
/// beyond this is nearly always a quotation mark that was never closed.
pub const CELL: usize = 64 * 1024;

/// Bytes of one row. With it a file without a single line break costs a megabyte of memory, not its own size.
pub const ROW: usize = 1024 * 1024;

/// Rows of a file. Ten times a year of sales of a busy shop (UCI's has 541,909); beyond it the digests that find
/// duplicates would outgrow the memory an import may have.
pub const ROWS: u64 = 5_000_000;

/// Problems told of one row: what is wrong in the first dozen cells is enough to see that the row is not what it seems.
pub const PROBLEMS_PER_ROW: usize = 16;

/// Refused rows kept in quarantine for one import. A file with more is the wrong file or wrongly mapped, and mending it
/// by hand is hopeless.
pub const PROBLEMS_KEPT: u64 = 100_000;

/// Characters of a cell that are quoted back in a problem.
pub const SENT: usize = 80;

/// Characters of a line that is compared or shown, and not kept as a name: a receipt, a location, a handle.
pub const LINE: usize = catalog_rules::HANDLE_MAX;

/// Characters of an item's name. What the catalog refuses is refused here, where what fits can be suggested.
pub const NAME: usize = catalog_rules::NAME_MAX;

/// Characters of a brand, a category, a supplier.
pub const SHORT: usize = catalog_rules::SHORT_MAX;

/// Characters of what an option is called: "Colour".
pub const AXIS: usize = catalog_rules::AXIS_MAX;

/// Characters of an option: "Red".
pub const OPTION: usize = catalog_rules::OPTION_MAX;

/// Characters of a SKU, and of a supplier's.
pub const CODE: usize = catalog_rules::SKU_MAX;

/// Characters of a description, after its tags are gone.
pub const DESCRIPTION: usize = catalog_rules::DESCRIPTION_MAX;

/// Barcodes, or pictures, taken from one variant.
pub const PER_VARIANT: usize = 50;

/// Pictures and rows of one Shopify handle kept in memory; Shopify itself allows 2,048 variants and 250 pictures.
pub const PER_ITEM: usize = 4_096;

/// Bytes of one Shopify handle kept in memory: a hostile file could fill four gigabytes with rows alone.
pub const ITEM_BYTES: usize = 16 * 1024 * 1024;

/// Records looked at to find the delimiter and the header: title lines above it are few.
pub const HEADER_WITHIN: usize = 25;

/// Sample values shown for each column on the mapping page.
pub const SAMPLES: usize = 5;
