//! A certificate authority as small as can be: it can vouch for private addresses and `.local` names, for two years,
//! and for nothing else. Whoever steals its key cannot pretend to be a bank to the phones that trust it.

use super::{SPARE_DAYS, addresses};
use anyhow::Context as _;
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    NameConstraints, SanType, date_time_ymd,
};
use rustls::{
    crypto::ring::sign::any_ecdsa_type,
    pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, pem::PemObject},
    sign::CertifiedKey,
};
use sha2::{Digest, Sha256};
use std::{io::Write, net::Ipv4Addr, os::unix::fs::OpenOptionsExt, path::Path};
use x509_parser::prelude::{FromDer, X509Certificate};

/// How long phones may trust it; then it is made anew and trusted anew.
const LIFE_DAYS: i64 = 730;

/// How long a certificate of the machine holds. Phones refuse more than 825 days; ours is replaced while the server runs.
pub fn leaf_life() -> TimeDelta {
    TimeDelta::days(90)
}

/// The authority: its certificate, and the key that never leaves the data folder.
pub struct Authority {
    certificate: CertificateDer<'static>,
    issuer: Issuer<'static, KeyPair>,
    until: DateTime<Utc>,
}

/// A certificate of this machine, for as long as the process runs: its key is nowhere on the disk.
pub struct Leaf {
    pub key: CertifiedKey,
    pub until: DateTime<Utc>,
}

impl Authority {
    /// Reads the authority from its file; makes one where there is none, or where its days are over.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds something else.
    pub fn load_or_make(file: &Path) -> anyhow::Result<Self> {
        if file.exists() {
            let found = Self::load(file)
                .with_context(|| format!("{}; move it away and another is made, which phones must then trust anew", file.display()))?;
            if (found.until - Utc::now()).num_days() >= SPARE_DAYS {
                return Ok(found);
            }
            tracing::warn!(until = %found.until.date_naive(), "the certificate authority's days are over; phones must trust the new one");
        }
        Self::make(file)
    }

    fn load(file: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(file)?;
        // The key stands first.
        let key = KeyPair::from_pem(&text)?;
        Self::of(CertificateDer::from_pem_slice(text.as_bytes())?, key)
    }

    fn make(file: &Path) -> anyhow::Result<Self> {
        let key = KeyPair::generate()?;
        let certificate = params(&key)?.self_signed(&key)?;
        write_secret(file, &format!("{}{}", key.serialize_pem(), certificate.pem())).with_context(|| format!("writing {}", file.display()))?;
        Self::of(certificate.der().clone(), key)
    }

    fn of(certificate: CertificateDer<'static>, key: KeyPair) -> anyhow::Result<Self> {
        let issuer = Issuer::from_ca_cert_der(&certificate, key)?;
        let (_, read) = X509Certificate::from_der(&certificate)?;
        let until = DateTime::from_timestamp(read.validity().not_after.timestamp(), 0).unwrap_or_default();
        Ok(Self { certificate, issuer, until })
    }

    /// A new certificate, and a new key, for these addresses and the machine's names.
    ///
    /// # Errors
    /// When signing fails.
    pub fn issue(&self, addresses: &[Ipv4Addr]) -> anyhow::Result<Leaf> {
        let until = (Utc::now() + leaf_life()).min(self.until);
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, "Stockroom");
        valid_until(&mut params, until);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        params.subject_alt_names = vec![SanType::DnsName("localhost".try_into()?)];
        if let Some(name) = addresses::host_name() {
            params.subject_alt_names.push(SanType::DnsName(format!("{name}.local").try_into()?));
        }
        let all = addresses.iter().chain(&[Ipv4Addr::LOCALHOST]).copied().collect::<std::collections::BTreeSet<_>>();
        params.subject_alt_names.extend(all.into_iter().map(|address| SanType::IpAddress(address.into())));
        let key = KeyPair::generate()?;
        let certificate = params.signed_by(&key, &self.issuer)?;
        let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let chain = vec![certificate.der().clone(), self.certificate.clone()];
        Ok(Leaf { key: CertifiedKey::new(chain, any_ecdsa_type(&private)?), until })
    }

    /// The authority's certificate, as phones take it.
    pub fn certificate(&self) -> Vec<u8> {
        self.certificate.to_vec()
    }

    /// SHA-256 of the certificate, as phones show it: to compare before one trusts.
    pub fn fingerprint(&self) -> String {
        Sha256::digest(&self.certificate).iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
    }

    pub fn until(&self) -> DateTime<Utc> {
        self.until
    }
}

fn params(key: &KeyPair) -> anyhow::Result<CertificateParams> {
    let mut params = CertificateParams::default();
    let host = addresses::host_name().unwrap_or_else(|| String::from("this machine"));
    // A part of the key in the name: two data folders have two authorities, which a phone must be able to tell apart.
    let mark = hex::encode(&Sha256::digest(key.public_key_raw())[..3]);
    params.distinguished_name.push(DnType::CommonName, format!("Stockroom on {host} ({mark})"));
    valid_until(&mut params, Utc::now() + TimeDelta::days(LIFE_DAYS));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let network = |a, b, prefix| GeneralSubtree::IpAddress(CidrSubnet::from_v4_prefix([a, b, 0, 0], prefix));
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: vec![
            GeneralSubtree::DnsName(String::from("localhost")),
            GeneralSubtree::DnsName(String::from("local")),
            network(127, 0, 8),
            network(10, 0, 8),
            network(172, 16, 12),
            network(192, 168, 16),
        ],
        excluded_subtrees: Vec::new(),
    });
    Ok(params)
}

/// From yesterday, for phones whose clock is behind, in whole days: nothing depends on the hour.
fn valid_until(params: &mut CertificateParams, until: DateTime<Utc>) {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let yesterday = Utc::now() - TimeDelta::days(1);
    params.not_before = date_time_ymd(yesterday.year(), part(yesterday.month()), part(yesterday.day()));
    params.not_after = date_time_ymd(until.year(), part(until.month()), part(until.day()));
}

/// Whole or not at all, and readable by its owner alone from its first byte.
fn write_secret(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let new = file.with_extension("new");
    std::fs::remove_file(&new).or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) })?;
    let mut out = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
    out.write_all(text.as_bytes())?;
    out.sync_all()?;
    std::fs::rename(&new, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(std::path::PathBuf);

    impl Folder {
        fn new() -> Self {
            Self(std::env::temp_dir().join(format!("stockroom-lan-{}", uuid::Uuid::new_v4().simple())))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn the_authority_is_made_once_and_its_key_is_its_owners() {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::new();
        let file = folder.0.join("lan-ca.pem");
        let made = Authority::load_or_make(&file).unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        let read = Authority::load_or_make(&file).unwrap();
        assert_eq!(made.fingerprint(), read.fingerprint());
        assert!((700..=730).contains(&(read.until() - Utc::now()).num_days()));
        std::fs::write(&file, "nonsense").unwrap();
        assert!(Authority::load_or_make(&file).is_err(), "a file that cannot be read is not overwritten");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "nonsense");
    }

    #[test]
    fn it_is_bound_to_private_names() {
        let folder = Folder::new();
        let authority = Authority::load_or_make(&folder.0.join("lan-ca.pem")).unwrap();
        let (_, read) = X509Certificate::from_der(&authority.certificate).unwrap();
        let bound = read.name_constraints().unwrap().unwrap();
        assert!(bound.critical && bound.value.permitted_subtrees.as_ref().unwrap().len() == 6);
        assert_eq!(read.basic_constraints().unwrap().unwrap().value.path_len_constraint, Some(0));
        let leaf = authority.issue(&[Ipv4Addr::new(192, 168, 178, 20)]).unwrap();
        assert_eq!(leaf.key.cert.len(), 2);
        assert!((leaf.until - Utc::now()).num_days() < 90);
    }
}
