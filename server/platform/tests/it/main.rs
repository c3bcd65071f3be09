//! The platform against both engines.

mod borrowed;
mod doctor;
mod door;
mod grants;
mod jobs;
mod lines;
mod outbox;
mod panics;
mod sessions;
