//! The catalog on both databases, in the trade's words.

mod attributes;
mod axes;
mod categories;
mod changes;
mod codes;
mod creating;
mod duplicates;
mod isolation;
mod keeping;
mod searching;
mod speed;
mod upserts;
