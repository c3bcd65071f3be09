//! How the vocabulary looks in the API's document (OpenAPI 3.1): ids, quantities and codes are strings of a form.

/// Describes a type as a string of a format and, if given, a pattern.
macro_rules! text {
    ($name:ident, $format:literal, $pattern:expr) => {
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};
                let pattern: Option<&str> = $pattern;
                ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::Custom($format.to_owned()))).pattern(pattern).build().into()
            }
        }
        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    };
}

/// Describes an enumeration by its tags.
macro_rules! tags {
    ($name:ident) => {
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                use utoipa::openapi::schema::{ObjectBuilder, Type};
                ObjectBuilder::new().schema_type(Type::String).enum_values(Some(Self::ALL.iter().map(|one| one.tag()))).build().into()
            }
        }
        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    };
}

pub(crate) use {tags, text};

use crate::{Code, Currency, Cursor, Gtin, Quantity, Secret};
text!(Quantity, "decimal", Some(r"^-?\d{1,13}(\.\d{1,6})?$"));
text!(Currency, "iso-4217", Some("^[A-Z]{3}$"));
text!(Gtin, "gtin-14", Some(r"^\d{8,14}$"));
text!(Code, "barcode", None);
text!(Cursor, "cursor", None);
text!(Secret, "password", None);
