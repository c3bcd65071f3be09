//! catalog_pages
