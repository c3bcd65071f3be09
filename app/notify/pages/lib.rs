//! notify_pages
