//! The platform against both engines.

mod doctor;
mod door;
mod grants;
mod jobs;
mod lines;
mod outbox;
mod sessions;
