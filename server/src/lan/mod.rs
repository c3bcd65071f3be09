//! `serve --lan` (design R24): https for the phones of this network, with a certificate of our own small authority, and
//! a code on the terminal that opens it.

mod addresses;
mod authority;
mod invitation;

use crate::http::trust::Trust;
use anyhow::Context as _;
use authority::Authority;
use rustls::{
    ServerConfig,
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
};
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::Path,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;

/// How often the machine's addresses and the certificate's days are looked at.
const LOOK: Duration = Duration::from_secs(30);
/// A certificate with fewer days left is replaced.
const SPARE_DAYS: i64 = 30;

/// The https door of the local network.
pub struct Lan {
    authority: Authority,
    current: Arc<Current>,
    /// What it listens on, with the port that was really taken.
    address: SocketAddr,
}

/// The certificate in use; replaced while connections come and go.
#[derive(Debug)]
struct Current(RwLock<Arc<CertifiedKey>>);

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        // A clone of a pointer cannot be half done: what a panic left behind is whole.
        Some(self.0.read().unwrap_or_else(PoisonError::into_inner).clone())
    }
}

impl Lan {
    /// Reads or makes the authority in the data folder, and a first certificate for what listens on `address`.
    ///
    /// # Errors
    /// When the authority's file cannot be read or made.
    pub fn open(data: &Path, address: SocketAddr) -> anyhow::Result<Self> {
        let authority = Authority::load_or_make(&data.join("lan-ca.pem")).context("the certificate authority of the local network")?;
        let leaf = authority.issue(&addresses::reachable(address.ip()))?;
        Ok(Self { authority, current: Arc::new(Current(RwLock::new(Arc::new(leaf.key)))), address })
    }

    /// Speaks TLS 1.2 and 1.3 with whatever certificate is current.
    ///
    /// # Errors
    /// Never, with the provider that `main` installs.
    pub fn acceptor(&self) -> anyhow::Result<TlsAcceptor> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(self.current.clone());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }

    /// What a visitor may download in order to trust us.
    #[must_use]
    pub fn trust(&self) -> Trust {
        Trust(self.authority.certificate().into())
    }

    /// Says on the terminal how a phone gets in.
    pub fn invite(&self) {
        invitation::print(self.best(), self.address.port(), &self.authority);
    }

    /// The address to open: the one that traffic leaves by, where it is one of ours.
    fn best(&self) -> Option<Ipv4Addr> {
        addresses::best(&addresses::reachable(self.address.ip()))
    }

    /// Keeps the certificate true to the machine's addresses until told to stop: laptops move, routers give new leases.
    pub async fn keep(self, mut stop: watch::Receiver<bool>) {
        let mut addresses = addresses::reachable(self.address.ip());
        let mut best = self.best();
        let mut until = chrono::Utc::now() + authority::leaf_life();
        loop {
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.changed() => return,
            }
            let now = addresses::reachable(self.address.ip());
            if now == addresses && (until - chrono::Utc::now()).num_days() >= SPARE_DAYS {
                continue;
            }
            match self.authority.issue(&now) {
                Ok(leaf) => {
                    *self.current.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(leaf.key);
                    tracing::info!(addresses = ?now, "a new certificate for the local network");
                    (addresses, until) = (now, leaf.until);
                }
                Err(error) => tracing::error!(cause = format!("{error:#}"), "no new certificate for the local network"),
            }
            if self.best() != best {
                best = self.best();
                self.invite();
            }
        }
    }
}

/// Whether somebody speaks from this machine or from a network that is not the internet. The door listens on every
/// address of the machine, and one of them may be public.
#[must_use]
pub fn is_neighbour(peer: IpAddr) -> bool {
    match peer.to_canonical() {
        IpAddr::V4(v4) => v4.is_private() || v4.is_loopback() || v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_neighbour;

    #[test]
    fn the_internet_is_no_neighbour() {
        for near in ["127.0.0.1", "10.1.2.3", "172.31.0.9", "192.168.178.20", "169.254.3.4", "::1", "fe80::1", "fd00::2", "::ffff:192.168.0.7"] {
            assert!(is_neighbour(near.parse().unwrap()), "{near}");
        }
        for far in ["8.8.8.8", "172.32.0.1", "192.169.0.1", "100.64.0.1", "2001:db8::1", "::ffff:8.8.8.8"] {
            assert!(!is_neighbour(far.parse().unwrap()), "{far}");
        }
    }
}
