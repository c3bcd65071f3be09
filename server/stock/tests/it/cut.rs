//! The line to the database is cut in the middle of a commit: before it arrives, or when it was done and the answer is lost.
//! Nobody can know which it was but by asking under the same key, and that is what the desk does.

use crate::sell::q;
use rand::{Rng, SeedableRng, rngs::StdRng};
use testkit::{Cut, Line};
use vocabulary::{AppError, Ask, Key, Quantity};

fn setting<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok().and_then(|raw| raw.parse().ok())
}

/// So many at once.
const CLIENTS: u64 = 8;

testkit::on_both! {
    async fn a_commit_whose_answer_is_lost_is_found_out_by_its_key(shop: Shop) {
        let seed: u64 = setting("STOCKROOM_SEED").unwrap_or_else(rand::random);
        let each: u64 = setting("STOCKROOM_STEPS").unwrap_or(15);
        println!("seed {seed}");
        let mug = shop.item("MUG").await;
        let mut random = StdRng::seed_from_u64(seed);
        let line = Line::open(shop.db.far(), move || Cut::Word { word: b"COMMIT", nth: random.gen_range(1..=4), answered: random.gen_bool(0.7) }).await;
        let desk = shop.desk_at(&shop.db.by_way_of(&line));
        let mut clients = tokio::task::JoinSet::new();
        for _ in 0..CLIENTS {
            let (desk, actor, receipt) = (desk.clone(), shop.manager().actor, shop.receipt(mug, 1));
            clients.spawn(async move {
                let (mut postings, mut again) = (Vec::new(), 0);
                for _ in 0..each {
                    let key = Key::random();
                    let posting = loop {
                        match desk.run(Ask::new(&actor, key.clone(), receipt.clone())).await {
                            Ok(posted) => break posted.posting.unwrap(),
                            // Cut off time after time; or the first under this key is still being taken back.
                            Err(AppError::Unavailable) => again += 1,
                            Err(AppError::Conflict { said }) if said.code == "request-still-running" => again += 1,
                            Err(other) => panic!("{other:?}"),
                        }
                    };
                    postings.push(posting);
                }
                (postings, again)
            });
        }
        let (mut postings, mut again) = (std::collections::BTreeSet::new(), 0);
        while let Some(ended) = clients.join_next().await {
            let (one, more) = ended.unwrap();
            postings.extend(one);
            again += more;
        }
        let wanted = CLIENTS * each;
        println!("{wanted} receipts, {} lines cut, {again} asked again by hand", line.cuts());
        assert!(line.cuts() as u64 >= wanted / 8, "only {} were cut", line.cuts());
        assert_eq!(postings.len() as u64, wanted, "each has a posting of its own");
        assert_eq!(shop.rows("posting").await as u64, wanted, "and there is none beside them");
        assert_eq!(shop.on_hand(mug).await, Quantity::whole(i32::try_from(wanted).unwrap()));
        // The line is quiet again: everybody goes on.
        shop.receives(mug, 1).await;
        assert_eq!(shop.on_hand(mug).await, q(&(wanted + 1).to_string()));
        shop.proves().await;
    }
}
