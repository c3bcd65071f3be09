//! `stockroom routes`

use clap::Args;
use std::collections::BTreeMap;

#[derive(Args)]
pub struct Routes {
    /// As JSON: prefix → room
    #[arg(long)]
    json: bool,
}

/// Page prefixes and the room behind each. The API's and the server functions' prefixes follow from the rooms' names
/// and tags.
const PAGES: &[(&str, &str)] = &[
    ("/", "admin"),
    ("/signin", "admin"),
    ("/signout", "admin"),
    ("/language/", "admin"),
    ("/admin/", "admin"),
    ("/catalog/", "catalog"),
    ("/stock", "stock"),
    ("/stock/", "stock"),
    ("/floor", "edge"),
    ("/notify/", "notify"),
    ("/api/fn/catalog/", "catalog"),
    ("/api/fn/stock/", "stock"),
    ("/api/fn/admin/", "admin"),
    ("/api/fn/edge/", "edge"),
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
