//! catalog_rules
