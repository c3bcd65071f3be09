//! What `stockroom doctor` looks at in a database, and what it makes of it. Everything that judges is a pure function
//! over what was seen (a greeting, an error's number, the server's settings, its grants); [`examine`] alone goes and sees.

mod address;
mod banner;
mod door;
mod fault;
mod finding;
mod grants;
mod probe;
mod settings;

pub use door::door;
pub use finding::{Finding, Level};
pub use probe::examine;
