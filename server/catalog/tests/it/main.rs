//! The catalog on both databases, in the trade's words.

mod attributes;
mod axes;
mod categories;
mod changes;
mod codes;
mod creating;
mod isolation;
mod searching;
mod speed;
mod upserts;
