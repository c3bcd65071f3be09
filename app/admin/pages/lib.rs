//! admin_pages
