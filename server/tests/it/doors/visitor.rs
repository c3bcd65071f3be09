//! Somebody at the doors: signed in at a browser and over the API at once, and what they send.

use crate::running::{Answer, App, Place, exchange, head, send};
use serde_json::{Value, json};
use std::{fmt::Write, net::SocketAddr};
use tokio::net::TcpStream;

/// One request: of a route, with everything that can be said in it.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    /// The route as its router lists it.
    pub route: String,
    /// The address, as it goes over the wire.
    pub path: String,
    /// Names and values, as they are meant.
    pub query: Vec<(String, String)>,
    pub body: Body,
}

#[derive(Clone, Debug)]
pub enum Body {
    None,
    /// Names and values; the token and the key are put in by who sends it.
    Form(Vec<(String, String)>),
    /// A form with a file.
    Upload(Vec<u8>),
    Json(Value),
    Csv(String),
}

impl Request {
    /// What it is called in a report: without its ids.
    pub fn name(&self) -> String {
        let query: Vec<&str> = self.query.iter().map(|(name, _)| name.as_str()).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{} {}{mark}{}", self.method, self.route, query.join("&"))
    }

    pub fn is_api(&self) -> bool {
        self.route.starts_with("/api/")
    }

    /// Everything that stands in it, to tell an echo from an answer.
    pub fn text(&self) -> String {
        format!("{} {:?} {:?}", self.path, self.query, self.body)
    }

    pub fn target(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, urlencoded(&self.query)) }
    }
}

/// `application/x-www-form-urlencoded`.
pub fn urlencoded(pairs: &[(String, String)]) -> String {
    pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect::<Vec<_>>().join("&")
}

pub fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            all.push(char::from(byte));
        } else {
            let _ = write!(all, "%{byte:02X}");
        }
        all
    })
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Visitor {
    address: SocketAddr,
    pub cookie: String,
    /// The token of this session's forms.
    pub csrf: String,
    pub bearer: String,
}

impl Visitor {
    /// Signs in as one of the demo's people, by the address.
    pub async fn sign_in(place: &Place, app: &App, email: &str) -> Self {
        let logins: Value = serde_json::from_str(&std::fs::read_to_string(place.data().join("demo-logins.json")).unwrap()).unwrap();
        let password = logins["password"].as_str().unwrap();
        let address = app.address;
        let opened = send(address, "POST", "/api/v1/sessions", &[], &json!({ "email": email, "password": password }).to_string()).await.unwrap();
        let bearer = format!("Bearer {}", opened.json()["token"].as_str().unwrap_or_else(|| panic!("{opened}")));
        let form = send(address, "GET", "/signin", &[], "").await.unwrap();
        let pre = cookie(&form, "pre").unwrap();
        let fields = [("csrf", pre.as_str()), ("email", email), ("password", password)].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let before = format!("pre={pre}");
        let headers = [("Cookie", before.as_str()), ("Origin", "http://stockroom"), FORM];
        let entered = send(address, "POST", "/signin", &headers, &urlencoded(&fields)).await.unwrap();
        assert_eq!(entered.status, 303, "{email}: {entered}");
        let cookie = format!("stockroom={}", cookie(&entered, "stockroom").unwrap());
        let home = send(address, "GET", "/", &[("Cookie", &cookie)], "").await.unwrap();
        let (_, forms) = super::html::read(&String::from_utf8_lossy(&home.body));
        let token = forms.iter().flat_map(|form| &form.fields).find(|field| field.name == "csrf");
        let csrf = token.unwrap_or_else(|| panic!("{home}")).value.clone();
        Self { address, cookie, csrf, bearer }
    }

    pub async fn gets(&self, path: &str) -> Answer {
        send(self.address, "GET", path, &[("Cookie", &self.cookie)], "").await.unwrap()
    }

    /// Asks the API, and gets what was asked for.
    pub async fn asks(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let key = fresh_key();
        let answer = send(self.address, method, path, &[("Authorization", &self.bearer), ("Idempotency-Key", &key)], &body).await.unwrap();
        assert!((200..300).contains(&answer.status), "{method} {path} {body}: {answer}");
        answer.json()
    }

    /// Sends a request as a browser or a program would.
    pub async fn sends(&self, request: &Request) -> Answer {
        self.sends_with(request, &[]).await
    }

    /// The same with more headers.
    pub async fn sends_with(&self, request: &Request, more: &[(&str, &str)]) -> Answer {
        let (kind, body) = self.written(&request.body);
        self.sends_raw(request, &kind, &body, more).await
    }

    /// A request's address and headers with this body, whatever it is.
    pub async fn sends_raw(&self, request: &Request, kind: &str, body: &[u8], more: &[(&str, &str)]) -> Answer {
        let (key, length) = (fresh_key(), body.len().to_string());
        let mut headers = if request.is_api() {
            vec![("Authorization", self.bearer.as_str()), ("Idempotency-Key", key.as_str())]
        } else {
            vec![("Cookie", self.cookie.as_str()), ("Origin", "http://stockroom")]
        };
        if request.method != "GET" {
            headers.extend([("Content-Length", length.as_str()), ("Content-Type", kind)]);
        }
        headers.extend(more);
        let mut bytes = head(&request.method, &request.target(), &headers, "");
        bytes.extend_from_slice(body);
        let stream = TcpStream::connect(self.address).await.unwrap();
        exchange(stream, &bytes).await.unwrap_or_else(|error| panic!("{} was not answered: {error}; {}", request.name(), request.text()))
    }

    /// A body's type and bytes.
    pub fn written(&self, body: &Body) -> (String, Vec<u8>) {
        match body {
            Body::None => (String::from("application/json"), Vec::new()),
            Body::Json(value) => (String::from("application/json"), value.to_string().into_bytes()),
            Body::Csv(text) => (String::from("text/csv"), text.clone().into_bytes()),
            Body::Form(fields) => (FORM.1.to_owned(), urlencoded(&self.signed(fields)).into_bytes()),
            Body::Upload(file) => {
                let mut body = Vec::new();
                for (name, value) in self.signed(&[]) {
                    body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
                }
                body.extend(b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"items.csv\"\r\n\r\n");
                body.extend(file);
                body.extend(b"\r\n--edge--\r\n");
                (String::from("multipart/form-data; boundary=edge"), body)
            }
        }
    }

    /// A form's fields with our token and a fresh key.
    fn signed(&self, fields: &[(String, String)]) -> Vec<(String, String)> {
        let ours = [(String::from("csrf"), self.csrf.clone()), (String::from("idempotency_key"), fresh_key())];
        ours.into_iter().chain(fields.iter().cloned()).collect()
    }
}

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

fn fresh_key() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// What a cookie is set to.
fn cookie(answer: &Answer, name: &str) -> Option<String> {
    answer.head.lines().find_map(|line| {
        let (header, value) = line.split_once(": ")?;
        let (found, value) = value.split(';').next()?.split_once('=')?;
        (header.eq_ignore_ascii_case("set-cookie") && found == name).then(|| value.to_owned())
    })
}
