//! Every way in, as the routers themselves know it: a new route is on these lists without anybody's doing.

use std::collections::{BTreeMap, BTreeSet};

/// A method and the path it is for, with its parameters in braces: `("POST", "/stock/counts/{count}/submit")`.
pub type Route = (String, String);

/// The routes of all pages.
pub fn pages() -> BTreeSet<Route> {
    listed(&app::pages(|_| true))
}

/// The routes of the API but for signing in and the document, which are the binary's own.
pub fn api() -> BTreeSet<Route> {
    let rooms = [stock::rest::routes(), catalog::rest::routes(), admin::rest::routes(), notify::rest::routes()];
    rooms.iter().flat_map(listed).map(|(method, path)| (method, format!("/api/v1{path}"))).collect()
}

/// A router's routes, read out of what it says of itself: there is no other list.
fn listed<S>(router: &axum::Router<S>) -> BTreeSet<Route> {
    let said = format!("{router:?}");
    let said = said.split("fallback_router").next().unwrap();
    let (routes, paths) = said.split_once("node: Node").unwrap_or_else(|| panic!("axum tells it otherwise now: {said}"));
    let numbered =
        |text: &'static str| move |part: &'_ str| Some((part.split_once(')')?.0.to_owned(), part.split_once(text)?.1.split('"').next()?.to_owned()));
    let paths: BTreeMap<String, String> = paths.split("RouteId(").skip(1).filter_map(numbered("\"")).collect();
    let methods: BTreeMap<String, String> = routes.split("RouteId(").skip(1).filter_map(numbered("allow_header: Bytes(b\"")).collect();
    assert_eq!(paths.len(), methods.len(), "axum tells it otherwise now: {said}");
    let of = |(id, methods): (String, String)| -> Vec<Route> {
        methods.split(',').filter(|method| *method != "HEAD").map(|method| (method.to_owned(), paths[&id].clone())).collect()
    };
    methods.into_iter().flat_map(of).collect()
}

/// Whether an address is one of a route's: as many parts, and each that is no parameter the same.
pub fn is_of(route: &str, path: &str) -> bool {
    let parts = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (route, path) = (parts(route), parts(path));
    route.len() == path.len() && route.iter().zip(&path).all(|(part, given)| part == given || (part.starts_with('{') && !given.is_empty()))
}

/// The route an address is for: of several the one with the fewest parameters, as the router has it.
pub fn of<'a>(routes: &'a BTreeSet<Route>, method: &str, path: &str) -> Option<&'a str> {
    let found = routes.iter().filter(|(m, route)| m == method && is_of(route, path));
    found.map(|(_, route)| route.as_str()).min_by_key(|route| route.matches('{').count())
}

#[test]
fn every_route_of_the_api_is_in_its_document_and_none_besides() {
    let mut documented = BTreeSet::new();
    for api in [stock::rest::api(), catalog::rest::api(), admin::rest::api(), notify::rest::api()] {
        documented
            .extend(api.paths.into_iter().map(|(path, method, _)| (serde_json::to_value(method).unwrap().as_str().unwrap().to_uppercase(), path)));
    }
    assert!(documented.len() > 80, "{documented:?}");
    assert_eq!(api(), documented);
}

/// A name stands for one shape: of two of the same name the document would tell only the last.
#[test]
fn every_schema_of_the_document_has_a_name_of_its_own() {
    let mut shapes: BTreeMap<String, serde_json::Value> = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for api in [stock::rest::api(), catalog::rest::api(), admin::rest::api(), notify::rest::api()] {
        for (name, schema) in api.schemas {
            let schema = serde_json::to_value(schema).unwrap();
            if shapes.insert(name.clone(), schema.clone()).is_some_and(|before| before != schema) {
                twice.insert(name);
            }
        }
    }
    assert_eq!(twice, BTreeSet::new());
}
