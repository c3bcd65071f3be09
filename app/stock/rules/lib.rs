//! stock_rules
