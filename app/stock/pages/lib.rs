//! stock_pages
