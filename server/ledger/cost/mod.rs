//! What stock is worth. Quantity comes first and waits for nobody; each posting notes what moved, and its value follows in
//! the order in which it moved (`tick.rs`), one worker at a time for each variant (`work.rs`). Pools of stock that is valued
//! together hold layers of what came in, as amounts (`pool.rs`); what a movement does to them is decided without reading or
//! writing anything (`decide.rs`) and written as entries that are never changed.

pub mod adjust;
mod changed;
mod decide;
mod event;
mod load;
mod look;
pub mod policy;
mod pool;
mod save;
mod tick;
pub mod undo;
mod work;
pub mod worth;

#[cfg(test)]
mod tests;

pub use policy::currency;
pub(crate) use tick::{enqueue, tick};
pub use work::{catch_up, jobs, value};
