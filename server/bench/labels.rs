//! B11: a thousand labels of a thousand variants, from the request to the PDF's last byte, against the same number of
//! bars written by hand: rectangles into one stream, no fonts, no fitting, no database.

use crate::{
    Settings,
    client::Client,
    fill, goods,
    place::{Place, Server},
    report::{self, Pairs, cpu, spread},
};
use anyhow::ensure;
use serde_json::json;
use std::{fmt::Write as _, time::Instant};

const LABELS: usize = 1000;

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("B11: 1,000 labels as a PDF", &place, settings).await?;
    let server = Server::start(&place, &["--no-jobs"])?;
    let token = server.sign_in(&fill::owner_of(fill::SLUG)).await?;
    let mut client = Client::open(server.address, Some(&token)).await?;
    // EAN-13 by the variants' GTINs, Code 128 of their SKUs, and QR: each the same thousand variants.
    for symbology in ["auto", "code-128", "qr"] {
        let labels: Vec<_> = (0..LABELS).map(|number| json!({ "subject": { "sku": goods::row(number).sku }, "copies": 1 })).collect();
        let body = json!({ "labels": labels, "sheet": "a4-21", "symbology": symbology }).to_string();
        let (mut pairs, mut cost, mut size) = (Pairs::default(), Vec::new(), 0);
        for round in 0..=settings.pairs {
            let before = cpu(server.pid());
            let began = Instant::now();
            let pdf = client.post("/api/v1/labels", "application/json", body.as_bytes()).await?.good()?.body;
            let ours = began.elapsed();
            ensure!(pdf.starts_with(b"%PDF"), "no PDF");
            size = pdf.len();
            let spent = cpu(server.pid()) - before;
            let began = Instant::now();
            let bars = by_hand();
            let probe = began.elapsed();
            ensure!(bars.len() > LABELS, "nothing was written");
            if round > 0 {
                pairs.add(ours.as_secs_f64() * 1000.0, probe.as_secs_f64() * 1000.0);
                cost.push(spent);
            }
        }
        pairs.print(&format!("{symbology}: time ÷ bars by hand"), "ms", "≤ 500 ms");
        println!("    {size} bytes; processor time of the server {} ms", spread(&cost, 0));
    }
    println!("    load afterwards {}", report::load());
    server.stop()?;
    place.close().await
}

/// Thirty bars and a line of text for each label.
fn by_hand() -> String {
    let mut page = String::new();
    for label in 0..LABELS {
        let (x, y) = (label % 3 * 180, label / 3 % 7 * 108);
        for bar in 0..30 {
            let width = (label * 7 + bar * 13) % 4 + 1;
            let _ = writeln!(page, "{}.{} {y} {width} 60 re f", x + bar * 5, label % 10);
        }
        let _ = writeln!(page, "BT /F1 8 Tf {x} {y} Td (Label {label}) Tj ET");
    }
    page
}
