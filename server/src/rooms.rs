//! Which rooms a process answers for: `--rooms all`, `--rooms catalog`, `--rooms stock,catalog` (design R15).

use std::str::FromStr;

/// The rooms that are built. Another room of the design's is refused by name until it is.
pub const BUILT: [&str; 4] = ["catalog", "stock", "notify", "admin"];
/// The design's other rooms.
const PLANNED: [&str; 5] = ["purchasing", "pricing", "orders", "edge", "insight"];

/// A choice of rooms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rooms(Vec<&'static str>);

impl Rooms {
    #[must_use]
    pub fn all() -> Self {
        Self(BUILT.to_vec())
    }

    #[must_use]
    pub fn has(&self, room: &str) -> bool {
        self.0.contains(&room)
    }
}

impl FromStr for Rooms {
    type Err = String;

    fn from_str(raw: &str) -> Result<Self, String> {
        let mut chosen = Vec::new();
        for name in raw.split(',').map(str::trim) {
            match BUILT.into_iter().find(|room| *room == name) {
                _ if name == "all" => return Ok(Self::all()),
                Some(room) if chosen.contains(&room) => {}
                Some(room) => chosen.push(room),
                None if PLANNED.contains(&name) => return Err(format!("{name} is not built yet; there are {}, or all", BUILT.join(", "))),
                None => return Err(format!("there is no room {name}; there are {}, or all", BUILT.join(", "))),
            }
        }
        Ok(Self(chosen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_are_read_by_name() {
        assert_eq!("all".parse(), Ok(Rooms::all()));
        let two: Rooms = "stock, catalog".parse().unwrap();
        assert!(two.has("stock") && two.has("catalog") && !two.has("admin"));
        assert!("edge".parse::<Rooms>().unwrap_err().contains("not built yet"));
        assert!("kitchen".parse::<Rooms>().unwrap_err().contains("no room kitchen"));
        assert!("".parse::<Rooms>().is_err());
    }
}
