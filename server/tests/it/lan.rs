//! `serve --lan`: https with an authority of our own (design R24).

use crate::running::{Answer, App, Place, exchange, head, send};
use rcgen::{CertificateParams, Issuer, KeyPair};
use rustls::{
    ClientConfig, RootCertStore,
    client::{WebPkiServerVerifier, danger::ServerCertVerifier},
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use std::{io, net::SocketAddr, sync::Arc};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// A phone that trusts these authorities, and no other.
fn phone(authorities: &[CertificateDer<'static>]) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    for authority in authorities {
        roots.add(authority.clone()).unwrap();
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
}

async fn over_tls(phone: &TlsConnector, name: &str, to: SocketAddr, request: &[u8]) -> io::Result<Answer> {
    let name = ServerName::try_from(name.to_owned()).unwrap();
    exchange(phone.connect(name, TcpStream::connect(to).await?).await?, request).await
}

/// What a cookie was set to, and with which attributes.
fn set_cookie<'a>(answer: &'a Answer, name: &str) -> Option<(&'a str, &'a str)> {
    answer.head.lines().find_map(|line| {
        let (header, value) = line.split_once(": ")?;
        let (cookie, attributes) = value.split_once("; ")?;
        let (found, value) = cookie.split_once('=')?;
        (header.eq_ignore_ascii_case("set-cookie") && found == name).then_some((value, attributes))
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_that_trusts_the_authority_signs_in_over_https() {
    let place = Place::with_demo().await;
    let app = App::start(&place, &["--demo", "--lan"]).await;
    let lan = app.lan.unwrap();

    let taken = send(app.address, "GET", "/ca.crt", &[], "").await.unwrap();
    assert_eq!((taken.status, taken.header("content-type")), (200, Some("application/x-x509-ca-cert")));
    let authority = CertificateDer::from(taken.body);
    let trusting = phone(std::slice::from_ref(&authority));

    // By every name the machine goes by; and by https as well, for phones that are on their way past the warning.
    for name in ["127.0.0.1", "localhost"] {
        let same = over_tls(&trusting, name, lan, &head("GET", "/ca.crt", &[], "")).await.unwrap();
        assert_eq!(same.body, authority.as_ref());
    }
    let doubting = over_tls(&phone(&[]), "localhost", lan, &head("GET", "/livez", &[], "")).await.unwrap_err();
    assert!(doubting.to_string().contains("UnknownIssuer"), "{doubting}");
    over_tls(&trusting, "stockroom.example", lan, &head("GET", "/livez", &[], "")).await.unwrap_err();

    let form = over_tls(&trusting, "localhost", lan, &head("GET", "/signin", &[], "")).await.unwrap();
    assert_eq!(form.status, 200);
    assert_eq!(form.header("strict-transport-security"), None, "with our own authority that would lock people out");
    let (pre, attributes) = set_cookie(&form, "__Host-pre").unwrap_or_else(|| panic!("{}", form.head));
    assert!(attributes.contains("Secure") && attributes.contains("HttpOnly") && attributes.contains("Path=/"), "{attributes}");
    let logins: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(place.data().join("demo-logins.json")).unwrap()).unwrap();
    let email = logins["people"][0]["email"].as_str().unwrap().replace('@', "%40");
    let body = format!("csrf={pre}&email={email}&password={}", logins["password"].as_str().unwrap());
    let cookie = format!("__Host-pre={pre}");
    let headers = [
        ("Cookie", cookie.as_str()),
        ("Origin", "https://stockroom"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Accept", "text/html"),
    ];
    let signed_in = over_tls(&trusting, "localhost", lan, &head("POST", "/signin", &headers, &body)).await.unwrap();
    assert_eq!(signed_in.status, 303, "{signed_in}");
    let (session, attributes) = set_cookie(&signed_in, "__Host-stockroom").unwrap_or_else(|| panic!("{}", signed_in.head));
    assert!(attributes.contains("Secure") && attributes.contains("HttpOnly"), "{attributes}");
    let cookie = format!("__Host-stockroom={session}");
    let home = over_tls(&trusting, "localhost", lan, &head("GET", "/", &[("Cookie", &cookie)], "")).await.unwrap();
    assert_eq!(home.status, 200);

    // The plain door is this machine's own: its cookies go by other names, and a cookie of the one opens not the other.
    let plain = send(app.address, "GET", "/signin", &[], "").await.unwrap();
    let (_, attributes) = set_cookie(&plain, "pre").unwrap_or_else(|| panic!("{}", plain.head));
    assert!(!attributes.contains("Secure"));
    let stranger = send(app.address, "GET", "/", &[("Cookie", &cookie)], "").await.unwrap();
    assert_eq!(stranger.status, 303);

    assert!(app.stop().await.success());
    let app = App::start(&place, &["--demo", "--lan"]).await;
    let again = over_tls(&trusting, "localhost", app.lan.unwrap(), &head("GET", "/livez", &[], "")).await.unwrap();
    assert_eq!(again.status, 200, "the authority is the same after a restart");
    refuses_to_vouch_for_others(&place, &authority);
    assert!(app.stop().await.success());
}

/// Whoever steals the authority's key can pretend to be a private address, and nobody else.
fn refuses_to_vouch_for_others(place: &Place, authority: &CertificateDer<'static>) {
    let stolen = KeyPair::from_pem(&std::fs::read_to_string(place.data().join("lan-ca.pem")).unwrap()).unwrap();
    let issuer = Issuer::from_ca_cert_der(authority, stolen).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(authority.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build().unwrap();
    for (name, good) in [("10.20.30.40", true), ("till.local", true), ("bank.example", false), ("9.9.9.9", false), ("local.example", false)] {
        let forged = CertificateParams::new([name.to_owned()]).unwrap().signed_by(&KeyPair::generate().unwrap(), &issuer).unwrap();
        let server = ServerName::try_from(name).unwrap();
        let verdict = verifier.verify_server_cert(forged.der(), &[], &server, &[], UnixTime::now());
        assert_eq!(verdict.is_ok(), good, "{name}: {verdict:?}");
    }
}
