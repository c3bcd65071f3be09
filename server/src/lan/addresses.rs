//! The machine's own addresses: what a phone of the same network may reach it by.

use if_addrs::{IfAddr, get_if_addrs};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// The private addresses, in order, by which what listens on `bound` can be reached. Where it listens on one address,
/// only that one.
pub fn reachable(bound: IpAddr) -> Vec<Ipv4Addr> {
    if let IpAddr::V4(one) = bound
        && !one.is_unspecified()
    {
        return vec![one];
    }
    let found = get_if_addrs().unwrap_or_else(|error| {
        tracing::warn!(cause = %error, "this machine's addresses cannot be read");
        Vec::new()
    });
    let mut found: Vec<Ipv4Addr> = found
        .into_iter()
        .filter_map(|interface| match interface.addr {
            IfAddr::V4(v4) if v4.ip.is_private() => Some(v4.ip),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The one of these to show: that by which the machine reaches other networks, so not a container's bridge; else the
/// first.
pub fn best(addresses: &[Ipv4Addr]) -> Option<Ipv4Addr> {
    outgoing().filter(|address| addresses.contains(address)).or_else(|| addresses.first().copied())
}

/// The address that traffic to the world would leave by. Connecting a datagram socket chooses a route and sends nothing;
/// the destination is one set aside for documentation.
fn outgoing() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    match socket.local_addr().ok()? {
        SocketAddr::V4(v4) => Some(*v4.ip()),
        SocketAddr::V6(_) => None,
    }
}

/// `name.local`, by which phones that speak mDNS know this machine.
pub fn host_name() -> Option<String> {
    let raw = std::fs::read_to_string("/proc/sys/kernel/hostname").ok().or_else(|| {
        let said = std::process::Command::new("hostname").output().ok()?;
        String::from_utf8(said.stdout).ok()
    })?;
    let name = raw.trim().split('.').next()?.to_ascii_lowercase();
    let good = !name.is_empty() && name.len() <= 63 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (good && name != "localhost").then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_was_named_is_the_only_one() {
        assert_eq!(reachable(IpAddr::V4(Ipv4Addr::new(192, 168, 1, 5))), [Ipv4Addr::new(192, 168, 1, 5)]);
        assert!(reachable(IpAddr::V4(Ipv4Addr::UNSPECIFIED)).iter().all(Ipv4Addr::is_private));
    }

    #[test]
    fn the_first_is_shown_where_no_route_decides() {
        let nowhere = [Ipv4Addr::new(10, 255, 254, 253)];
        assert_eq!(best(&nowhere), nowhere.first().copied());
        assert_eq!(best(&[]), None);
    }
}
