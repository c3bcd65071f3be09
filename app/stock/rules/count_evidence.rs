//! What is noted about a line of a count, and who looks into it.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::ToSchema;
use vocabulary::{CountId, EvidenceId, FieldError, Kind, LocationId, Operation, Permission, PersonId, VariantId};

/// A photo; in JSON as base64.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Photo(pub Vec<u8>);

impl Serialize for Photo {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Photo {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        STANDARD.decode(String::deserialize(from)?).map(Self).map_err(|_| serde::de::Error::custom("field-unreadable"))
    }
}

/// Largest photo, in bytes: 4 MiB. Over the API a whole request has one.
pub const PHOTO_MAX: usize = 4 * 1024 * 1024;
/// Most notes and photos of one line.
pub const EVIDENCE_MAX: i64 = 20;

/// What a photo is kept as. It is served as nothing else, so nothing in it is ever run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhotoKind {
    Jpeg,
    Png,
    Webp,
}

impl PhotoKind {
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Webp];

    /// The number it is stored as. Never reused; 0 is no photo.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Jpeg => 1,
            Self::Png => 2,
            Self::Webp => 3,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// By its first bytes, whatever its name says.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            _ => None,
        }
    }

    /// As a browser is told.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }
}

/// Notes something about a line of a count, or photographs it. It is only ever added.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddCountEvidence {
    pub count: CountId,
    pub location: LocationId,
    pub variant: VariantId,
    /// At most 500 characters; needed without a photo.
    #[serde(default)]
    pub note: String,
    /// A JPEG, PNG or WebP of 4 MiB at most, as base64.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "byte")]
    pub photo: Option<Photo>,
}

impl AddCountEvidence {
    /// What is wrong with it, as far as that can be told from it alone; else what its photo is.
    ///
    /// # Errors
    /// `field-required`, `field-too-long` or `field-control-characters` on `note`; `evidence-photo-kind` or
    /// `evidence-photo-large` on `photo`.
    pub fn check(&self) -> Result<Option<PhotoKind>, Vec<FieldError>> {
        let mut wrong: Vec<FieldError> = crate::check_text("note", &self.note, crate::NOTE_MAX).into_iter().collect();
        let kind = self.photo.as_ref().and_then(|Photo(bytes)| PhotoKind::of(bytes));
        match &self.photo {
            None if self.note.trim().is_empty() => wrong.push(FieldError::new("note", "field-required")),
            Some(Photo(bytes)) if bytes.len() > PHOTO_MAX => {
                wrong.push(FieldError::new("photo", "evidence-photo-large").with("max", PHOTO_MAX / (1024 * 1024)));
            }
            Some(_) if kind.is_none() => wrong.push(FieldError::new("photo", "evidence-photo-kind")),
            _ => {}
        }
        if wrong.is_empty() { Ok(kind) } else { Err(wrong) }
    }
}

/// What was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EvidenceAdded {
    pub evidence: EvidenceId,
}

impl Operation for AddCountEvidence {
    type Reply = EvidenceAdded;
    const NAME: &'static str = "stock.add_count_evidence";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Command;
}

/// What is noted about a count's lines, and who looks into which. Who counts without reviewing sees what they noted themselves,
/// so that nobody is told what another found.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowCountEvidence {
    pub count: CountId,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountEvidence {
    /// The newest first; at most 500.
    pub evidence: Vec<EvidenceRow>,
    /// For reviewers; those that go on first. At most 500.
    pub investigations: Vec<InvestigationRow>,
    /// Who may look into something; for reviewers.
    pub people: Vec<CountPerson>,
}

/// Somebody who may count here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountPerson {
    pub person: PersonId,
    pub name: String,
}

/// A note or a photo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EvidenceRow {
    pub evidence: EvidenceId,
    pub location: LocationId,
    pub location_code: String,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub note: String,
    /// What its photo is; none without one.
    pub photo: Option<PhotoKind>,
    pub who: String,
    pub noted_at: DateTime<Utc>,
}

impl Operation for ShowCountEvidence {
    type Reply = CountEvidence;
    const NAME: &'static str = "stock.show_count_evidence";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Query;
}

/// A photo itself, for those who may see that it is there.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowCountPhoto {
    pub count: CountId,
    pub evidence: EvidenceId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountPhoto {
    pub kind: PhotoKind,
    /// As base64.
    #[schema(value_type = String, format = "byte")]
    pub photo: Photo,
}

impl Operation for ShowCountPhoto {
    type Reply = CountPhoto;
    const NAME: &'static str = "stock.show_count_photo";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Query;
}

/// Somebody looks into a line that is under review. It is not accepted until they are done; the others are.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvestigateCountLine {
    pub count: CountId,
    pub location: LocationId,
    pub variant: VariantId,
    /// Who; the asker unless said.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The last day for it, in the store's time; not in the past.
    #[schema(value_type = String, format = "date")]
    pub until: NaiveDate,
    /// What to look into: at most 500 characters.
    #[serde(default)]
    pub note: String,
}

impl Operation for InvestigateCountLine {
    type Reply = ();
    const NAME: &'static str = "stock.investigate_count_line";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;
}

/// Says what looking into a line came to: it can be decided again.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndInvestigation {
    pub count: CountId,
    pub location: LocationId,
    pub variant: VariantId,
    /// 1 to 500 characters.
    pub outcome: String,
}

impl Operation for EndInvestigation {
    type Reply = ();
    const NAME: &'static str = "stock.end_investigation";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;
}

/// Who looks into a line, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InvestigationRow {
    pub location: LocationId,
    pub location_code: String,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub person: PersonId,
    pub who: String,
    #[schema(value_type = String, format = "date")]
    pub until: NaiveDate,
    pub note: String,
    pub opened_at: DateTime<Utc>,
    pub opened_by: String,
    /// None while it goes on.
    pub ended_at: Option<DateTime<Utc>>,
    pub ended_by: String,
    pub outcome: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(note: &str, photo: Option<Vec<u8>>) -> Result<Option<PhotoKind>, Vec<(String, String)>> {
        let add = AddCountEvidence {
            count: CountId::new(),
            location: LocationId::new(),
            variant: VariantId::new(),
            note: note.to_owned(),
            photo: photo.map(Photo),
        };
        add.check().map_err(|wrong| wrong.into_iter().map(|error| (error.field, error.said.code)).collect())
    }

    fn wrong(field: &str, code: &str) -> Result<Option<PhotoKind>, Vec<(String, String)>> {
        Err(vec![(field.to_owned(), code.to_owned())])
    }

    #[test]
    fn a_photo_is_what_its_bytes_say() {
        let jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0];
        assert_eq!(told("", Some(jpeg.clone())), Ok(Some(PhotoKind::Jpeg)));
        assert_eq!(told("", Some(b"\x89PNG\r\n\x1a\n".to_vec())), Ok(Some(PhotoKind::Png)));
        assert_eq!(told("", Some(b"RIFF\0\0\0\0WEBPVP8 ".to_vec())), Ok(Some(PhotoKind::Webp)));
        for bad in [&b""[..], b"<svg onload=alert(1)>", b"GIF89a", b"RIFF\0\0\0\0WAVE", b"%PDF-1.7"] {
            assert_eq!(told("look", Some(bad.to_vec())), wrong("photo", "evidence-photo-kind"));
        }
        let mut large = jpeg;
        large.resize(PHOTO_MAX, 0);
        assert_eq!(told("", Some(large.clone())), Ok(Some(PhotoKind::Jpeg)));
        large.push(0);
        assert_eq!(told("", Some(large)), wrong("photo", "evidence-photo-large"));
    }

    #[test]
    fn something_must_be_said_or_shown() {
        assert_eq!(told("Box open", None), Ok(None));
        assert_eq!(told(" ", None), wrong("note", "field-required"));
        assert_eq!(told(&"x".repeat(501), None), wrong("note", "field-too-long"));
    }

    #[test]
    fn a_photo_travels_as_base64() {
        let photo = Photo(vec![0, 255, 7]);
        let json = serde_json::to_string(&photo).unwrap();
        assert_eq!(json, "\"AP8H\"");
        assert_eq!(serde_json::from_str::<Photo>(&json).unwrap(), photo);
        assert!(serde_json::from_str::<Photo>("\"no base64!\"").is_err());
    }
}
