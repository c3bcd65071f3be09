//! The certificate of our own authority, for phones of the local network to take (design R24).

use axum::{
    Router,
    body::Bytes,
    http::{HeaderValue, header},
    routing::get,
};

/// What a visitor needs in order to trust us: the authority's certificate in DER.
#[derive(Clone)]
pub struct Trust(pub Bytes);

/// `/ca.crt`. Public, as every certificate is; the fingerprint on the terminal says whether it is the right one.
pub fn routes(trust: Trust) -> Router {
    let download = move || async move {
        // By this type iPhones know it for a profile, and offer to install it.
        ([(header::CONTENT_TYPE, HeaderValue::from_static("application/x-x509-ca-cert"))], trust.0.clone())
    };
    Router::new().route("/ca.crt", get(download))
}
