//! The platform against both engines.

mod doctor;
mod grants;
mod jobs;
mod lines;
mod outbox;
mod sessions;
