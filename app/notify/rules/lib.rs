//! notify_rules
