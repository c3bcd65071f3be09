//! The seam between what people see and what runs behind: pages hand operations to [`Desk`] and know nothing of SQL;
//! the platform stands behind it.

mod address;
mod desk;
pub use address::{address, local};
pub use desk::{Call, Desk, Dispatch};

#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod unsent;
#[cfg(feature = "ssr")]
mod visit;
#[cfg(feature = "ssr")]
pub use form::{Fields, Form, Posted, Typed, refused, same_token};
#[cfg(feature = "ssr")]
pub use page::{Frame, Nav, NoSuchStore, PageDoc, PageError, PageResult};
#[cfg(feature = "ssr")]
pub use unsent::Unsent;
#[cfg(feature = "ssr")]
pub use visit::{FLASH, Flash, Gate, Guest, PageState, SignedIn, StoreChoice, TOKEN, Visit, see_other, send_on};
