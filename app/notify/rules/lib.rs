//! The notify room's operations and rules: what is printed on a label, and on which sheet. No async, no SQL, no clock.

mod find;
mod label;
mod press;
mod print;
mod request;
mod sheet;
mod typed;

pub use find::*;
pub use label::*;
pub use press::*;
pub use print::*;
pub use request::*;
pub use sheet::*;
pub use typed::*;
