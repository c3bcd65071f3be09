//! Doors that cannot be tricked: every page and every route of the API, as the routers list them, tried with another
//! tenant's ids, by every role, and with whatever cannot be meant.

mod api;
mod headers;
mod html;
mod nonsense;
mod pages;
mod requests;
mod roles;
mod routes;
mod rows;
mod spots;
mod strangers;
mod told;
mod visitor;
mod world;
