//! The names that this server is asked by. A page elsewhere can make a name of its own lead here (DNS rebinding) and read
//! the answers as its own; a request by a foreign name is therefore refused.

use std::net::{IpAddr, SocketAddr};

/// The names that this server is asked by.
#[derive(Debug)]
pub struct Hosts {
    address: SocketAddr,
    /// In small letters, with a port or without.
    named: Vec<String>,
}

impl Hosts {
    pub fn new(address: SocketAddr, named: &[String]) -> Self {
        Self { address, named: named.iter().map(|name| name.to_ascii_lowercase()).collect() }
    }

    /// Is `host`, as a request names it, this server?
    pub fn know(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let (name, port) = parts(&host);
        if self.named.iter().any(|named| *named == host || named == name) {
            return true;
        }
        // A request to the port of HTTP names none.
        if port.unwrap_or("80").parse() != Ok(self.address.port()) {
            return false;
        }
        let literal = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        match literal {
            // Nobody can make an address lead elsewhere: only names are.
            Ok(_) if self.address.ip().is_unspecified() => true,
            Ok(literal) => literal == self.address.ip() || literal.is_loopback(),
            Err(_) => name == "localhost",
        }
    }
}

/// Name and port. The colons of an IPv6 address stand in brackets.
fn parts(host: &str) -> (&str, Option<&str>) {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        Some(_) | None => (host, None),
    }
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    fn hosts(address: &str) -> Hosts {
        Hosts::new(address.parse().expect("an address"), &["HR.example".to_owned(), "proxy:443".to_owned()])
    }

    #[test]
    fn this_machine_is_known_by_its_own_names_and_port() {
        let hosts = hosts("127.0.0.1:8401");
        for known in
            ["127.0.0.1:8401", "localhost:8401", "LOCALHOST:8401", "[::1]:8401", "hr.example", "proxy:443"]
        {
            assert!(hosts.know(known), "{known}");
        }
        let foreign = [
            "evil.example:8401",
            "127.0.0.1",
            "127.0.0.1:80",
            "localhost:8402",
            "10.0.0.1:8401",
            "localhost.evil.example:8401",
            "127.0.0.1.evil.example:8401",
            "",
            ":8401",
            "proxy:80",
            "127.0.0.1:8401@evil.example",
            "2130706433:8401",
        ];
        for host in foreign {
            assert!(!hosts.know(host), "{host}");
        }
    }

    #[test]
    fn on_all_addresses_any_address_will_do_and_still_no_name() {
        let hosts = hosts("0.0.0.0:8401");
        assert!(hosts.know("192.168.1.7:8401"));
        assert!(!hosts.know("evil.example:8401"));
        assert!(!hosts.know("192.168.1.7:80"));
    }
}
