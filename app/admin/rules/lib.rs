//! admin_rules
