//! What the terminal says: a code for the phone's camera, and how to make the phone trust it.

use super::authority::Authority;
use qrcode::{QrCode, render::unicode::Dense1x2};
use std::{io::IsTerminal, net::Ipv4Addr};

/// Prints the code, the address, the fingerprint, and what to do with them.
pub fn print(address: Option<Ipv4Addr>, port: u16, authority: &Authority) {
    let Some(address) = address else {
        println!("\nThis machine has no private IPv4 address just now: once it joins a network, the code for phones is shown here.\n");
        return;
    };
    let url = format!("https://{address}:{port}/");
    if let Some(code) = code(&url, std::io::stdout().is_terminal()) {
        println!("\n{code}");
    }
    println!(
        "\nPhones on this network open  {url}\n\
         \n\
         The phone warns once, because nobody has vouched for this machine yet. To end the warning, and to use the floor\n\
         offline, let the phone trust this machine's own authority (it can vouch for private addresses only):\n\
         \n\
         \u{20} 1. On the phone, go past the warning and open  {url}ca.crt\n\
         \u{20} 2. Compare the fingerprint (SHA-256):\n\
         \u{20}    {}\n\
         \u{20} 3. iPhone, iPad: Settings > Profile Downloaded > Install; then Settings > General > About > Certificate Trust\n\
         \u{20}    Settings, and switch it on.\n\
         \u{20}    Android: Settings > Security > Encryption & credentials > Install a certificate > CA certificate.\n\
         \u{20} It holds until {}. Its key stays in the data folder.\n",
        lines(&authority.fingerprint()),
        authority.until().date_naive(),
    );
}

/// The code in half blocks with its quiet zone. On a terminal it brings its own black and white; in a file the blocks
/// are the light parts, because most people read on dark screens.
fn code(url: &str, on_terminal: bool) -> Option<String> {
    let code = QrCode::new(url).ok()?;
    let mut image = code.render::<Dense1x2>();
    if on_terminal {
        let image = image.quiet_zone(true).build();
        return Some(image.lines().map(|line| format!("\u{1b}[38;5;16;48;5;231m{line}\u{1b}[0m")).collect::<Vec<_>>().join("\n"));
    }
    Some(image.quiet_zone(true).dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build())
}

/// A fingerprint on two lines: thirty-two pairs are more than a line of a terminal.
fn lines(fingerprint: &str) -> String {
    let pairs: Vec<&str> = fingerprint.split(':').collect();
    pairs.chunks(16).map(|half| half.join(":")).collect::<Vec<_>>().join("\n     ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four light modules on every side, or cameras do not find it.
    #[test]
    fn the_code_has_its_quiet_zone() {
        let text = code("https://192.168.178.20:3443/", false).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        // An odd number of rows: the last line is half of one.
        let (last, whole) = lines.split_last().unwrap();
        for edge in [whole[0], whole[1], whole[whole.len() - 1]] {
            assert!(edge.chars().all(|c| c == '\u{2588}'), "{edge}");
        }
        assert!(last.chars().all(|c| c == '\u{2580}'), "{last}");
        let margin = "\u{2588}".repeat(4);
        assert!(whole.iter().all(|line| line.starts_with(&margin) && line.ends_with(&margin)));
        let coloured = code("https://192.168.178.20:3443/", true).unwrap();
        assert!(coloured.lines().all(|line| line.starts_with("\u{1b}[38;5;16;48;5;231m    ") && line.ends_with("\u{1b}[0m")));
    }
}
