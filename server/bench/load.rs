//! A closed loop: each client asks again as soon as it was answered.

use crate::client::Client;
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

/// What a half of a pair came to.
pub struct Rate {
    pub per_second: f64,
    /// In milliseconds, sorted.
    times: Vec<f64>,
}

impl Rate {
    pub fn of(times: Vec<Duration>, took: Duration) -> Self {
        let mut times: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
        times.sort_by(f64::total_cmp);
        Self { per_second: times.len() as f64 / took.as_secs_f64(), times }
    }

    /// The time within which so many hundredths were answered.
    pub fn percentile(&self, hundredths: usize) -> f64 {
        let at = (self.times.len() * hundredths / 100).min(self.times.len().saturating_sub(1));
        self.times.get(at).copied().unwrap_or(f64::NAN)
    }
}

/// Asks for these paths in turn, from so many connections, for so long.
///
/// # Errors
/// When something is not answered well: what fails quickly is not quick.
pub async fn get(address: SocketAddr, token: Option<&str>, paths: &[String], clients: usize, time: Duration) -> anyhow::Result<Rate> {
    let began = Instant::now();
    let client = |number: usize| async move {
        let mut client = Client::open(address, token).await?;
        let mut times = Vec::new();
        let mut turn = paths.iter().cycle().skip(number * 7);
        while began.elapsed() < time {
            let Some(path) = turn.next() else { break };
            let asked = Instant::now();
            client.get(path).await?.good()?;
            times.push(asked.elapsed());
        }
        anyhow::Ok(times)
    };
    let times = futures::future::try_join_all((0..clients).map(client)).await?;
    Ok(Rate::of(times.into_iter().flatten().collect(), began.elapsed()))
}
