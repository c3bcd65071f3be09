//! Where something stands in a request that could be something else.

use super::visitor::{Body, Request};
use serde_json::Value;

/// One value in a request.
#[derive(Clone, Debug)]
pub struct Spot {
    /// What it is called in a report: `/` in the address, `?name` in the query, `name` in a form, a pointer in JSON.
    pub at: String,
    pub value: String,
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    Path(usize),
    Query(usize),
    Field(usize),
    Json,
}

impl Spot {
    pub fn is_in_path(&self) -> bool {
        matches!(self.place, Place::Path(_))
    }
}

/// Every value of a request: those of its address that the route leaves open, of its query, its form, its JSON.
pub fn of(request: &Request) -> Vec<Spot> {
    let open = request.route.split('/').zip(request.path.split('/')).enumerate().filter(|(_, (part, _))| part.starts_with('{'));
    let mut all: Vec<Spot> = open.map(|(n, (_, value))| Spot { at: String::from("/"), value: value.to_owned(), place: Place::Path(n) }).collect();
    all.extend(request.query.iter().enumerate().map(|(n, (name, value))| Spot {
        at: format!("?{name}"),
        value: value.clone(),
        place: Place::Query(n),
    }));
    match &request.body {
        Body::Form(fields) => {
            all.extend(fields.iter().enumerate().map(|(n, (name, value))| Spot { at: name.clone(), value: value.clone(), place: Place::Field(n) }))
        }
        Body::Json(value) => leaves(value, &mut String::new(), &mut |at, value| {
            all.push(Spot { at: at.to_owned(), value: value.as_str().map_or_else(|| value.to_string(), str::to_owned), place: Place::Json });
        }),
        _ => {}
    }
    all
}

/// Puts another value there.
pub fn put(request: &mut Request, spot: &Spot, value: &str) {
    match (&spot.place, &mut request.body) {
        (Place::Path(n), _) => {
            let mut parts: Vec<&str> = request.path.split('/').collect();
            parts[*n] = value;
            request.path = parts.join("/");
        }
        (Place::Query(n), _) => value.clone_into(&mut request.query[*n].1),
        (Place::Field(n), Body::Form(fields)) => value.clone_into(&mut fields[*n].1),
        (Place::Json, Body::Json(json)) => *json.pointer_mut(&spot.at).unwrap() = Value::String(value.to_owned()),
        (place, body) => panic!("{place:?} is not in {body:?}"),
    }
}

/// Leaves it out; false where that would be another address.
pub fn leave_out(request: &mut Request, spot: &Spot) -> bool {
    match (&spot.place, &mut request.body) {
        (Place::Query(n), _) => {
            request.query.remove(*n);
        }
        (Place::Field(n), Body::Form(fields)) => {
            fields.remove(*n);
        }
        (Place::Json, Body::Json(json)) => {
            let Some((above, name)) = spot.at.rsplit_once('/') else { return false };
            match json.pointer_mut(above) {
                Some(Value::Object(all)) => {
                    all.remove(name);
                }
                _ => return false,
            }
        }
        _ => return false,
    }
    true
}

/// Says it twice; false where that cannot be.
pub fn double(request: &mut Request, spot: &Spot) -> bool {
    match (&spot.place, &mut request.body) {
        (Place::Query(n), _) => request.query.push(request.query[*n].clone()),
        (Place::Field(n), Body::Form(fields)) => fields.push(fields[*n].clone()),
        _ => return false,
    }
    true
}

/// Every value in JSON that holds no other, with the pointer to it.
fn leaves(value: &Value, at: &mut String, tell: &mut impl FnMut(&str, &Value)) {
    let inside: Vec<(String, &Value)> = match value {
        Value::Array(all) => all.iter().enumerate().map(|(n, value)| (n.to_string(), value)).collect(),
        Value::Object(all) => all.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => return tell(at, value),
    };
    for (name, value) in inside {
        let length = at.len();
        at.push('/');
        at.push_str(&name);
        leaves(value, at, tell);
        at.truncate(length);
    }
}
