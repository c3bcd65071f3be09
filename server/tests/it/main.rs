//! The whole binary, and the shape of the whole tree.

mod architecture;
mod commands;
mod demo;
mod doors;
mod kill;
mod labels;
mod lan;
mod plans;
mod running;
mod statements;
