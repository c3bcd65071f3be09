//! What keeps the tree in its shape. Each of these was broken once to see it fail.

mod arrows;
mod codes;
mod sabotage;
mod sources;
mod writes;
