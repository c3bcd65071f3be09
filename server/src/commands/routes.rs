//! `stockroom routes`

use clap::Args;
use std::collections::BTreeMap;

#[derive(Args)]
pub struct Routes {
    /// As JSON: prefix → room
    #[arg(long)]
    json: bool,
}

/// Page prefixes and the room behind each. The API's prefixes follow from the rooms' own routes.
const PAGES: &[(&str, &str)] = &[
    ("/", "admin"),
    ("/signin", "admin"),
    ("/signout", "admin"),
    ("/language/", "admin"),
    ("/admin/", "admin"),
    ("/catalog/", "catalog"),
    ("/stock", "stock"),
    ("/stock/", "stock"),
    ("/floor", "stock"),
    ("/notify/", "notify"),
    ("/pkg/", "admin"),
    ("/fonts/", "admin"),
];

/// Every prefix with its room.
pub fn prefixes() -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = PAGES.iter().map(|(prefix, room)| ((*prefix).to_owned(), (*room).to_owned())).collect();
    for (room, api) in
        [("stock", stock::rest::api()), ("catalog", catalog::rest::api()), ("admin", admin::rest::api()), ("notify", notify::rest::api())]
    {
        for (path, ..) in &api.paths {
            let noun = path.split('/').take(4).collect::<Vec<_>>().join("/");
            all.insert(noun, room.to_owned());
        }
    }
    all
}

impl Routes {
    pub fn run(self) -> anyhow::Result<()> {
        let all = prefixes();
        if self.json {
            println!("{}", serde_json::to_string_pretty(&all)?);
        } else {
            for (prefix, room) in all {
                println!("{room:<10} {prefix}");
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rooms::BUILT;

    #[test]
    fn every_prefix_is_a_built_rooms_and_is_served() {
        let all = prefixes();
        for (prefix, room) in &all {
            assert!(BUILT.contains(&room.as_str()), "{prefix} is said to be of {room}, which `serve --rooms` refuses");
            assert!(!prefix.starts_with("/api/fn/"), "{prefix}: there are no server functions");
        }
        // Of several prefixes the longest rules. The pages' own routers know where they are.
        for room in BUILT {
            let said = format!("{:?}", app::pages(|one| one == room));
            let others: Vec<&String> =
                all.iter().filter(|(prefix, of)| *of != room && prefix.len() > 1 && prefix.ends_with('/')).map(|(prefix, _)| prefix).collect();
            for other in others {
                assert!(!said.contains(&format!("\"{other}")), "a page of {room} is under {other}");
            }
        }
    }
}
