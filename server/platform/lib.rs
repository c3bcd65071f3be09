//! What every room stands on: the database and its transactions, the desk, sign-in, jobs, audit, outbox, seals.

pub mod audit;
pub mod count;
pub mod db;
pub mod desk;
pub mod doctor;
pub mod embedded;
pub mod error;
pub mod find;
mod gather;
pub mod housekeeping;
mod idempotency;
pub mod identity;
pub mod jobs;
mod lanes;
pub mod migrate;
pub mod outbox;
mod pool;
pub mod problem;
pub mod registry;
pub mod rest;
pub mod sabotage;
pub mod seal;
pub mod search;
pub mod session;
pub mod tenancy;
pub mod unreadable;

pub use audit::Trail;
pub use db::{Database, Tx};
pub use desk::Desk;
pub use error::{OnDuplicate, OpError};
pub use outbox::Event;
pub use registry::{Asked, Done, Handle, HandleTogether, Registry, Verdict};
