//! Search as one types, among 100,000 variants: every text that stands in the field while somebody types, over HTTP, one
//! request after another as the palette sends them. The aim is 30 ms at the 95th percentile, from one letter on.

use crate::{
    Settings,
    client::Client,
    fill, goods,
    load::Rate,
    place::{Place, Server},
    probe, report,
};
use std::{
    process::Command,
    time::{Duration, Instant},
};

/// How many of each kind are typed.
const EACH: usize = 60;

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, fill::Size::Catalog).await?;
    report::heading("Search as one types, 100,000 variants", &place, &Settings { size: fill::Size::Catalog, ..settings.clone() }).await?;
    let server = Server::start(&place, &["--no-jobs"])?;
    let token = server.sign_in(&fill::owner_of(fill::SLUG)).await?;
    let mut client = Client::open(server.address, Some(&token)).await?;
    let mut all = Vec::new();
    for (kind, typed) in kinds() {
        let (mut times, mut slowest) = (Vec::new(), (Duration::ZERO, String::new()));
        for text in typed {
            let path = format!("/api/v1/variants?limit=8&q={}", text.replace(' ', "%20"));
            let asked = Instant::now();
            client.get(&path).await?.good()?;
            let took = asked.elapsed();
            times.push(took);
            if took > slowest.0 {
                slowest = (took, text);
            }
        }
        all.extend(times.iter().copied());
        print(kind, times, &slowest.1);
    }
    let rate = Rate::of(all, Duration::from_secs(1));
    println!("  all of them: p95 {:.1} ms (aim 30), p99 {:.1} ms", rate.percentile(95), rate.percentile(99));
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("bare").env("STOCKROOM_BENCH_URL", place.embedded.urls().app);
    let bare = Server::spawn(command, &place.data, probe::WORDS)?;
    let mut client = Client::open(bare.address, None).await?;
    let mut times = Vec::new();
    for _ in 0..500 {
        let asked = Instant::now();
        client.get("/").await?.good()?;
        times.push(asked.elapsed());
    }
    let probe = Rate::of(times, Duration::from_secs(1));
    println!("  median ÷ median of a bare list: {:.1}; load afterwards {}", rate.percentile(50) / probe.percentile(50), report::load());
    bare.stop()?;
    server.stop()?;
    place.close().await
}

fn print(kind: &str, times: Vec<Duration>, slowest: &str) {
    let rate = Rate::of(times, Duration::from_secs(1));
    let [p50, p95, most] = [50, 95, 100].map(|hundredths| rate.percentile(hundredths));
    println!("  {kind:<34} {:>5} texts, p50 {p50:6.1} ms, p95 {p95:6.1} ms, most {most:6.1} ms ({slowest:?})", rate.per_second);
}

/// What is typed, by what somebody has in mind.
fn kinds() -> Vec<(&'static str, Vec<String>)> {
    let rows: Vec<_> = (0..EACH).map(|number| goods::row(number * 1_601)).collect();
    let names: Vec<String> = rows.iter().filter_map(|row| row.name.clone()).map(|name| name.to_lowercase()).collect();
    let words = |name: &String| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let prefixes = |text: &str| (1..=text.chars().count()).map(|n| text.chars().take(n).collect::<String>()).collect::<Vec<_>>();
    let all = |texts: Vec<String>| texts.iter().flat_map(|text| prefixes(text)).filter(|text| !text.ends_with(' ')).collect::<Vec<_>>();
    vec![
        ("a letter", ('a'..='z').map(String::from).collect()),
        ("a name, letter by letter", all(names.iter().take(20).cloned().collect())),
        ("an SKU, letter by letter", all(rows.iter().take(20).filter_map(|row| row.sku.clone()).collect())),
        ("a barcode, scanned", rows.iter().flat_map(|row| row.barcodes.iter().map(|barcode| barcode.code.clone())).collect()),
        ("words in another order", names.iter().map(|name| words(name).into_iter().rev().take(4).collect::<Vec<_>>().join(" ")).collect()),
        ("a word in the middle", names.iter().filter_map(|name| words(name).into_iter().nth(2)).collect()),
        ("common words", names.iter().map(|name| format!("{} set of gift", words(name).first().map_or("", String::as_str))).collect()),
        ("common words, begun", vec!["gi", "la", "se", "o", "s 3", "set 6", "gift l", "large g", "of se 3"].into_iter().map(str::to_owned).collect()),
        ("words that never meet", ["set gift", "large of 3", "gift 6 of", "white red", "mug clock", "wooden metal gift"].map(str::to_owned).to_vec()),
        ("nothing of the kind", ["zzz", "qqq white", "wooden zzz", "12345678901234"].map(str::to_owned).to_vec()),
    ]
}
