//! Who may do what, door by door: every page and every route, tried by every role, and the whole of it kept in a table
//! (`roles.txt`) that a change of the rules has to change as well.

use super::{
    requests,
    visitor::{Request, Visitor},
    world::World,
};
use futures::{StreamExt as _, stream};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::Path,
};
use vocabulary::Role;

/// Doors of one's own session: trying them ends it.
const OWN: [&str; 5] = ["/signout", "/signin", "/api/v1/sessions", "/admin/account/everywhere", "/admin/account/password"];

/// Most requests of a door: its forms' buttons, and its address with questions and without.
const EACH: usize = 3;

/// Requests under way at a time.
const AT_ONCE: usize = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_role_may_do_what_the_table_says() {
    let world = World::open().await;
    let mut often: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut requests = requests::all(&world).await;
    requests.retain(|request| {
        let count = often.entry((request.route.clone(), request.method.clone())).or_default();
        *count += 1;
        !OWN.contains(&request.route.as_str()) && *count <= EACH
    });
    let mut table: BTreeMap<(String, String), Vec<(Role, bool)>> = BTreeMap::new();
    let mut doubtful = Vec::new();
    // Those who may most come last: what they change is no sample any more.
    for role in Role::ALL.into_iter().rev() {
        let visitor = world.person(role.tag()).await;
        let mut seen: BTreeMap<(String, String), BTreeSet<bool>> = BTreeMap::new();
        let mut answers = stream::iter(&requests).map(async |request| (request, is_let_in(&visitor, request).await)).buffer_unordered(AT_ONCE);
        while let Some((request, may)) = answers.next().await {
            seen.entry((request.route.clone(), request.method.clone())).or_default().insert(may);
        }
        for (door, let_in) in seen {
            if let_in.len() > 1 {
                doubtful.push(format!("{} {} lets a {} in and does not", door.1, door.0, role.tag()));
            }
            table.entry(door).or_default().push((role, let_in.contains(&true)));
        }
    }
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/doors/roles.txt");
    table.values_mut().for_each(|roles| roles.reverse());
    let found = written(&table);
    if std::env::var_os("STOCKROOM_WRITE_ROLES").is_some() {
        std::fs::write(&kept, &found).unwrap();
    }
    assert!(doubtful.is_empty(), "{}", doubtful.join("\n"));
    let kept = std::fs::read_to_string(&kept).unwrap_or_default();
    let differ: Vec<String> = found
        .lines()
        .filter(|line| !kept.lines().any(|kept| kept == *line))
        .map(|line| format!("+ {line}"))
        .chain(kept.lines().filter(|line| !found.lines().any(|found| found == *line)).map(|line| format!("- {line}")))
        .collect();
    assert!(differ.is_empty(), "roles.txt says otherwise; if the rules were changed, STOCKROOM_WRITE_ROLES=1 writes it anew:\n{}", differ.join("\n"));
}

/// Whether the door is open to them, whatever is said inside: the desk asks who may before anything else.
async fn is_let_in(visitor: &Visitor, request: &Request) -> bool {
    let answer = visitor.sends(request).await;
    assert!(answer.status < 500, "{}: {answer}", request.name());
    assert!(!answer.header("location").is_some_and(|to| to.starts_with("/signin")), "{}: they are signed out", request.name());
    answer.status != 403
}

/// The table as a text: a line a door, a mark a role.
fn written(table: &BTreeMap<(String, String), Vec<(Role, bool)>>) -> String {
    let mut text = String::new();
    let names: Vec<&str> = Role::ALL.iter().map(|role| role.tag()).collect();
    let _ = writeln!(text, "{:<6} {:<64} {}", "", "", names.join(" "));
    for ((route, method), roles) in table {
        let marks: Vec<String> =
            roles.iter().map(|(role, may)| format!("{:<width$}", if *may { "yes" } else { "-" }, width = role.tag().len())).collect();
        let _ = writeln!(text, "{method:<6} {route:<64} {}", marks.join(" ").trim_end());
    }
    text
}
