//! The REST door: an operation's route is one line in its room's `rest.rs`. Body, query and path together are the
//! operation; its reply is the answer; its schema is in the document.

use crate::{problem, unreadable::unreadable};
use axum::{
    Json, Router,
    body::{Bytes, HttpBody as _},
    extract::{FromRequestParts, RawPathParams, Request, State},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};
use serde_json::{Map, Value};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ContentBuilder, HttpMethod, RefOr, Required, ResponseBuilder,
        path::{OperationBuilder, ParameterBuilder, ParameterIn, PathItem},
        request_body::RequestBodyBuilder,
        schema::{Object, Schema, Type},
    },
};
use vocabulary::{Actor, AppError, Ask, Door, FieldError, Key, Kind, Operation};
use wire::{PageState, Visit};

/// Most bytes of a body.
const BODY: usize = 1024 * 1024;

/// The name of a type's schema: of a page of rows with what the rows are, as in the schemas that refer to it.
fn name_of<T: ToSchema>() -> String {
    let within = std::any::type_name::<T>().split_once('<').and_then(|(_, within)| within.trim_end_matches('>').rsplit("::").next());
    within.map_or_else(|| T::name().into_owned(), |within| format!("{}_{within}", T::name()))
}

/// A room's part of the API: its routes, and what the document says of them.
#[derive(Default)]
pub struct Api {
    pub router: Router<PageState>,
    pub paths: Vec<(String, HttpMethod, utoipa::openapi::path::Operation)>,
    pub schemas: Vec<(String, RefOr<Schema>)>,
    tag: &'static str,
}

impl Api {
    /// `tag` is the room.
    #[must_use]
    pub fn new(tag: &'static str) -> Self {
        Self { tag, ..Self::default() }
    }

    /// `GET path`: a query. Its fields come from the path and the query string.
    #[must_use]
    pub fn get<O>(self, path: &'static str, summary: &'static str) -> Self
    where
        O: Operation + ToSchema,
        O::Reply: ToSchema,
    {
        self.route::<O>(Method::GET, path, summary)
    }

    /// `POST path`: a command. Its fields come from the path and the JSON body.
    #[must_use]
    pub fn post<O>(self, path: &'static str, summary: &'static str) -> Self
    where
        O: Operation + ToSchema,
        O::Reply: ToSchema,
    {
        self.route::<O>(Method::POST, path, summary)
    }

    /// `PUT path`: a command that replaces.
    #[must_use]
    pub fn put<O>(self, path: &'static str, summary: &'static str) -> Self
    where
        O: Operation + ToSchema,
        O::Reply: ToSchema,
    {
        self.route::<O>(Method::PUT, path, summary)
    }

    /// `DELETE path`: a command that takes away.
    #[must_use]
    pub fn delete<O>(self, path: &'static str, summary: &'static str) -> Self
    where
        O: Operation + ToSchema,
        O::Reply: ToSchema,
    {
        self.route::<O>(Method::DELETE, path, summary)
    }

    /// `POST path`: a question too long for an address. Its fields come from the path and the JSON body, and it needs no
    /// key, because it changes nothing.
    #[must_use]
    pub fn ask<O>(self, path: &'static str, summary: &'static str) -> Self
    where
        O: Operation + ToSchema,
        O::Reply: ToSchema,
    {
        self.route::<O>(Method::POST, path, summary)
    }

    fn route<O>(mut self, method: Method, path: &'static str, summary: &'static str) -> Self
    where
        O: Operation + ToSchema,
        O::Reply: ToSchema,
    {
        let filter = MethodFilter::try_from(method.clone()).unwrap_or(MethodFilter::GET);
        self.router = self.router.route(path, on(filter, serve::<O>));
        let documented = match method {
            Method::POST => HttpMethod::Post,
            Method::PUT => HttpMethod::Put,
            Method::DELETE => HttpMethod::Delete,
            _ => HttpMethod::Get,
        };
        self.paths.push((format!("/api/v1{path}"), documented, self.described::<O>(&method, path, summary)));
        O::schemas(&mut self.schemas);
        O::Reply::schemas(&mut self.schemas);
        self.schemas.push((name_of::<O>(), O::schema()));
        self.schemas.push((name_of::<O::Reply>(), O::Reply::schema()));
        self
    }

    fn described<O>(&self, method: &Method, path: &str, summary: &str) -> utoipa::openapi::path::Operation
    where
        O: Operation + ToSchema,
        O::Reply: ToSchema,
    {
        let named: Vec<&str> = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        let text = || Some(RefOr::T(Schema::Object(Object::with_type(Type::String))));
        let mut operation = OperationBuilder::new().tag(self.tag).summary(Some(summary)).operation_id(Some(O::NAME));
        for name in &named {
            operation =
                operation.parameter(ParameterBuilder::new().name(*name).parameter_in(ParameterIn::Path).required(Required::True).schema(text()));
        }
        if O::KIND == Kind::Command {
            operation = operation.parameter(
                ParameterBuilder::new()
                    .name("Idempotency-Key")
                    .parameter_in(ParameterIn::Header)
                    .required(Required::True)
                    .description(Some("8 to 128 visible ASCII characters; the same request again under the same key is answered, not repeated"))
                    .schema(text()),
            );
        }
        if method.is_safe() {
            for (name, schema, required) in fields::<O>(&named) {
                let needed = if required { Required::True } else { Required::False };
                operation =
                    operation.parameter(ParameterBuilder::new().name(name).parameter_in(ParameterIn::Query).required(needed).schema(Some(schema)));
            }
        } else {
            let content = ContentBuilder::new().schema(Some(RefOr::Ref(utoipa::openapi::Ref::from_schema_name(name_of::<O>())))).build();
            operation =
                operation.request_body(Some(RequestBodyBuilder::new().content("application/json", content).required(Some(Required::True)).build()));
        }
        let reply = ContentBuilder::new().schema(Some(RefOr::Ref(utoipa::openapi::Ref::from_schema_name(name_of::<O::Reply>())))).build();
        operation
            .response("200", ResponseBuilder::new().description("Done").content("application/json", reply))
            .response("default", ResponseBuilder::new().description("A problem (RFC 9457), with a stable code"))
            .build()
    }

    /// Puts the room's routes into the API's document.
    pub fn describe(&self, document: &mut utoipa::openapi::OpenApi) {
        for (path, method, operation) in &self.paths {
            document.paths.paths.entry(path.clone()).or_default().merge_operations(PathItem::new(method.clone(), operation.clone()));
        }
        let components = document.components.get_or_insert_with(Default::default);
        for (name, schema) in &self.schemas {
            components.schemas.insert(name.clone(), schema.clone());
        }
    }
}

/// The fields of a query that are not in its path.
fn fields<O: PartialSchema>(in_path: &[&str]) -> Vec<(String, RefOr<Schema>, bool)> {
    let RefOr::T(Schema::Object(object)) = O::schema() else { return Vec::new() };
    let required = object.required.clone();
    object
        .properties
        .into_iter()
        .filter(|(name, _)| !in_path.contains(&name.as_str()))
        .map(|(name, schema)| {
            let needed = required.contains(&name);
            (name, schema, needed)
        })
        .collect()
}

/// Who asks over the API.
pub struct Caller {
    pub visit: Visit,
    pub actor: Actor,
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let words = parts.extensions.get::<wire::Guest>().map(|guest| guest.words);
        let refuse = |error: AppError| words.map_or_else(|| StatusCode::UNAUTHORIZED.into_response(), |words| problem::response(&error, &words));
        let visit = parts.extensions.get::<Visit>().cloned().ok_or_else(|| refuse(AppError::SignedOut))?;
        // A cookie is sent along by any page's doing; the token only by ours.
        let by_cookie = !parts.headers.contains_key(header::AUTHORIZATION);
        let token = parts.headers.get("x-csrf-token").and_then(|value| value.to_str().ok());
        if by_cookie && !parts.method.is_safe() && token != Some(&visit.token) {
            return Err(refuse(AppError::Foreign));
        }
        let actor = Actor { door: Door::Api, ..visit.actor.clone() };
        Ok(Self { visit, actor })
    }
}

async fn serve<O: Operation>(State(state): State<PageState>, caller: Caller, path: RawPathParams, request: Request) -> Response {
    let words = caller.visit.words;
    match answer::<O>(&state, &caller, &path, request).await {
        Ok(reply) => Json(reply).into_response(),
        Err(error) => problem::response(&error, &words),
    }
}

/// Reads an operation out of a request and hands it to the desk. For routes whose answer is not the reply as JSON.
///
/// # Errors
/// What the caller is to be told: see [`problem::response`].
pub async fn answer<O: Operation>(state: &PageState, caller: &Caller, path: &RawPathParams, request: Request) -> Result<O::Reply, AppError> {
    let (parts, body) = request.into_parts();
    let key = match O::KIND {
        Kind::Query => Key::random(),
        Kind::Command => key(&parts.headers)?,
    };
    let operation = if O::KIND == Kind::Query && parts.method.is_safe() {
        from_query::<O>(path, parts.uri.query().unwrap_or_default())?
    } else {
        // What is announced as too large is not waited for.
        if body.size_hint().lower() > BODY as u64 {
            return Err(AppError::invalid("body", problem::TOO_LARGE));
        }
        let body = axum::body::to_bytes(body, BODY).await.map_err(|_| AppError::invalid("body", problem::TOO_LARGE))?;
        from_body::<O>(path, &body)?
    };
    state.desk.run(Ask::new(&caller.actor, key, operation)).await
}

fn key(headers: &HeaderMap) -> Result<Key, AppError> {
    let raw = headers.get("idempotency-key").ok_or_else(|| AppError::invalid("Idempotency-Key", "field-required"))?;
    raw.to_str().ok().and_then(|raw| raw.parse().ok()).ok_or_else(|| AppError::invalid("Idempotency-Key", "idempotency-key-invalid"))
}

fn from_query<O: Operation>(path: &RawPathParams, query: &str) -> Result<O, AppError> {
    let in_path: Vec<(&str, &str)> = path.iter().collect();
    let mut pairs: Vec<(String, String)> =
        wire::Fields::parse(query).0.into_iter().filter(|(name, value)| !value.is_empty() && !in_path.iter().any(|(n, _)| n == name)).collect();
    pairs.extend(in_path.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    let text = serde_urlencoded::to_string(&pairs).map_err(|_| AppError::invalid("query", "query-unreadable"))?;
    let reader = serde_urlencoded::Deserializer::new(form_pairs(text.as_bytes()));
    serde_path_to_error::deserialize(reader).map_err(|error| unreadable(&error.path().to_string(), &error.inner().to_string()))
}

fn form_pairs(text: &[u8]) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(text)
}

fn from_body<O: Operation>(path: &RawPathParams, body: &Bytes) -> Result<O, AppError> {
    let body: &[u8] = if body.is_empty() { b"{}" } else { body };
    let mut value: Map<String, Value> = serde_json::from_slice(body)
        .map_err(|error| FieldError::new("body", "body-not-json").with("line", error.line()).with("column", error.column()))?;
    for (name, text) in path {
        value.insert(name.to_owned(), Value::String(text.to_owned()));
    }
    serde_path_to_error::deserialize(Value::Object(value)).map_err(|error| unreadable(&error.path().to_string(), &error.inner().to_string()))
}
