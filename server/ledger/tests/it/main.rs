//! The ledger against real databases: what it must never do, and that the proof tells when somebody did it all the same.

mod concurrency;
mod cost;
mod costs;
mod crowd;
mod model;
mod since;
mod tampering;
mod watermark;
