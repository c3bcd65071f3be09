//! The API's requests, made out of its document: one for each route, with every id it can carry.

use super::visitor::{Body, Request, escaped};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What a field says where its type alone does not: the operation's schema, the field, the value.
const SAID: &[(&str, &str, &str)] = &[
    ("AddBarcode", "code", "HOUSE-3"),
    ("AddPerson", "email", "new@hart-finch.example"),
    ("AddSupplierCode", "code", "A3"),
    ("CreateLocation", "code", "NEW-BIN"),
    ("CreateLocation", "kind", "bin"),
    ("CreateStore", "code", "NEW"),
    ("EditLocation", "kind", "zone"),
    ("LabelRequest", "sheet", "a4-21"),
    ("RemoveSupplierCode", "supplier", "Acme"),
    ("RemoveSupplierCode", "code", "A1"),
    ("AddSupplierCode", "supplier", "Acme"),
    ("NewBarcode", "code", "HOUSE-3"),
    ("NewBarcode", "unit", "each"),
    ("SetItemState", "state", "draft"),
    ("ArchiveVariantUnit", "unit", "box"),
    ("SetVariantUnit", "unit", "box"),
];

/// What a text of this name says.
fn text(name: &str) -> &'static str {
    match name {
        "zone" => "Europe/London",
        "locale" => "en",
        "currency" => "GBP",
        "unit" => "each",
        "theme" => "light",
        "public_base" => "https://shop.example",
        "email" => "new@hart-finch.example",
        "status" => "available",
        "q" => "cup",
        "code" | "barcode" => "HOUSE-1",
        "item" => "CUP-RED",
        "unit_cost" | "unit_price" | "price" | "cost" => "1.25",
        "column" => "Price",
        "sheet" => "a4-21",
        "handle" => "cup-again",
        _ => "Some words",
    }
}

/// Ids that whoever asks makes: nobody's before.
const MADE: [(&str, &str); 2] = [("NewScan", "id"), ("UndoScan", "undo")];

/// Makes requests of a tenant: `one` holds an id for each kind of thing.
pub struct Maker<'a> {
    pub document: &'a Value,
    pub one: &'a BTreeMap<&'static str, String>,
}

impl Maker<'_> {
    /// A request for every route in the document.
    pub fn requests(&self) -> Vec<Request> {
        let mut all = Vec::new();
        for (path, methods) in self.document["paths"].as_object().unwrap() {
            for (method, described) in methods.as_object().unwrap() {
                all.push(self.request(method, path, described));
            }
        }
        all
    }

    fn request(&self, method: &str, route: &str, described: &Value) -> Request {
        let empty = Vec::new();
        let parameters = described["parameters"].as_array().unwrap_or(&empty);
        let (mut path, mut query) = (route.to_owned(), Vec::new());
        for parameter in parameters {
            let name = parameter["name"].as_str().unwrap();
            match parameter["in"].as_str() {
                Some("path") => path = path.replace(&format!("{{{name}}}"), &escaped(&self.in_path(name, route))),
                Some("query") => {
                    if let Some(value) = self.in_query(name, parameter) {
                        query.push((name.to_owned(), value));
                    }
                }
                _ => {}
            }
        }
        let content = &described["requestBody"]["content"];
        let body = if let Some(schema) = content.get("application/json") {
            let schema = schema["schema"]["$ref"].as_str().unwrap();
            let mut body = self.value("", "", &json!({ "$ref": schema }));
            // What is in the address need not be said again.
            for parameter in parameters {
                body.as_object_mut().unwrap().remove(parameter["name"].as_str().unwrap());
            }
            Body::Json(body)
        } else if content.get("text/csv").is_some() {
            Body::Csv(String::from("Name,SKU,Price\nF glass,GLASS-7,1.00\n"))
        } else {
            Body::None
        };
        Request { method: method.to_uppercase(), route: route.to_owned(), path, query, body }
    }

    fn in_path(&self, name: &str, route: &str) -> String {
        match name {
            "code" => String::from("HOUSE-2"),
            "unit" => String::from("box"),
            "file" => String::from("catalog.csv"),
            // A list goes by its name.
            "list" => String::from("items"),
            // A count in review, a file that has not run yet: where the route asks for one.
            "count" if ["/decisions", "/post", "/review"].iter().any(|end| route.ends_with(end)) => self.one["review"].clone(),
            "location" if route.contains("/counts/") => self.one["bin"].clone(),
            "import" if ["/start", "/discard", "/check"].iter().any(|end| route.ends_with(end)) => self.one["ready"].clone(),
            _ => self.id(name, route),
        }
    }

    fn id(&self, name: &str, of: &str) -> String {
        self.one.get(name).unwrap_or_else(|| panic!("{of} takes a {name}: the world has none yet, put one into it")).clone()
    }

    fn in_query(&self, name: &str, parameter: &Value) -> Option<String> {
        let required = parameter["required"] == true;
        let value = self.value("", name, &parameter["schema"]);
        match value {
            Value::String(text) if required || text.parse::<uuid::Uuid>().is_ok() => Some(text),
            _ if required => Some(value.to_string()),
            _ => None,
        }
    }

    /// A value of a schema, for a field of an operation.
    fn value(&self, of: &str, name: &str, schema: &Value) -> Value {
        if let Some((.., said)) = SAID.iter().find(|(owner, field, _)| *owner == of && *field == name) {
            return json!(said);
        }
        if let Some(one) = schema["oneOf"].as_array() {
            return self.value(of, name, &one[0]);
        }
        if let Some(target) = schema["$ref"].as_str() {
            let target = target.rsplit('/').next().unwrap();
            let found = &self.document["components"]["schemas"][target];
            return match target.strip_suffix("Id") {
                Some(_) if MADE.contains(&(of, name)) => json!(uuid::Uuid::new_v4()),
                Some(kind) => self.named(name, &kind.to_lowercase(), of),
                None => self.value(target, name, found),
            };
        }
        if let Some(values) = schema["enum"].as_array() {
            return values[0].clone();
        }
        match schema["type"].as_str().or_else(|| schema["type"][0].as_str()) {
            Some("object") => Value::Object(self.object(of, schema)),
            Some("array") => json!([self.value(of, name, &schema["items"])]),
            Some("boolean") => json!(false),
            Some("integer") => json!(1),
            Some("string") => match schema["format"].as_str() {
                Some("decimal") => json!("1"),
                Some("date-time") => json!("2026-11-24T09:00:00Z"),
                Some("date") => json!("2026-11-24"),
                // An id of no one kind: what is known by that name.
                Some("uuid") => json!(self.one.get(name).cloned().unwrap_or_else(|| uuid::Uuid::new_v4().to_string())),
                Some("password") => json!("a long new password"),
                _ => json!(text(name)),
            },
            _ => self.variant_of(of, name, schema),
        }
    }

    /// A choice between shapes: its first.
    fn variant_of(&self, of: &str, name: &str, schema: &Value) -> Value {
        let first = schema["anyOf"].as_array().or_else(|| schema["allOf"].as_array());
        first.map_or_else(|| panic!("{of}.{name}: no value for {schema}"), |choices| self.value(of, name, &choices[0]))
    }

    /// An id by what the field is called, else by its type.
    fn named(&self, name: &str, kind: &str, of: &str) -> Value {
        let name = match (name, kind) {
            ("to", "store") => "to_store",
            ("to", "location") => "bin",
            (_, "category") => "category",
            (_, "scan") => "scan",
            _ => kind,
        };
        json!(self.id(name, of))
    }

    /// What must be said, and every id that may be.
    fn object(&self, of: &str, schema: &Value) -> Map<String, Value> {
        let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let empty = Map::new();
        let properties = schema["properties"].as_object().unwrap_or(&empty);
        let holds_ids = |schema: &Value| schema.to_string().contains("Id\"");
        let wanted = properties.iter().filter(|(name, schema)| required.contains(&name.as_str()) || holds_ids(schema));
        wanted.map(|(name, schema)| (name.clone(), self.value(of, name, schema))).collect()
    }
}
