//! What is acknowledged stays, whatever dies (issue 2, "It is done when" 3): the real server on an embedded database,
//! killed in the middle of its work. `scripts/drills/kill` runs the long form.

mod bad_line;
mod hang_up;
mod import;
mod load;
mod process;

/// How often each scenario is gone through: once in `make test`.
fn rounds() -> u32 {
    std::env::var("STOCKROOM_KILL_ROUNDS").ok().and_then(|raw| raw.parse().ok()).unwrap_or(1)
}
