//! The admin room against real databases.

mod account;
mod history;
mod home;
mod lists;
mod people;
mod proof;
mod roles;
