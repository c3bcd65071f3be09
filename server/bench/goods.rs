//! What the shops of the data sets sell: items by their number, always the same, and how often each is asked for.

use catalog_rules::{NewBarcode, UpsertItem};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use rust_decimal::Decimal;
use vocabulary::code::check_digit;

const COLOURS: [&str; 16] =
    ["White", "Red", "Blue", "Green", "Black", "Ivory", "Pink", "Rose", "Grey", "Natural", "Retro", "Vintage", "Silver", "Gold", "Lilac", "Coral"];
const STUFFS: [&str; 14] =
    ["Hanging", "Wooden", "Metal", "Ceramic", "Glass", "Paper", "Felt", "Cotton", "Wicker", "Enamel", "Porcelain", "Linen", "Bamboo", "Zinc"];
const THINGS: [&str; 20] = [
    "Heart",
    "T-Light Holder",
    "Lantern",
    "Cake Stand",
    "Bunting",
    "Doormat",
    "Clock",
    "Mug",
    "Lunch Box",
    "Jam Jar",
    "Photo Frame",
    "Cushion",
    "Bird House",
    "Tray",
    "Drawer Knob",
    "Candle",
    "Bowl",
    "Apron",
    "Picnic Basket",
    "Hot Water Bottle",
];

/// A catalog row by its number: two variants to an item.
pub fn row(number: usize) -> UpsertItem {
    let (item, variant) = (number / 2, number % 2);
    let mut dice = StdRng::seed_from_u64(item as u64 + 1);
    let mut one = |words: &[&'static str]| words.get(dice.gen_range(0..words.len())).copied().unwrap_or_default();
    let (colour, stuff, thing) = (one(&COLOURS), one(&STUFFS), one(&THINGS));
    // Words that half a catalog has are what a search must bear.
    let set = ["Set of 3", "Set of 6", "Gift", "Large Gift"].get(item % 4).copied().unwrap_or_default();
    let body = 500_000_000_000 + number as u64;
    UpsertItem {
        handle: Some(format!("item-{item}")),
        name: Some(format!("{colour} {stuff} {thing} {set} {}", item / 1000)),
        brand: Some(format!("Brand {}", item % 12)),
        category: Some(format!("Category {}", item % 40)),
        options: vec![("Size".into(), String::from(if variant == 0 { "Small" } else { "Large" }))],
        sku: Some(format!("{}{:06}", if variant == 0 { "A" } else { "B" }, item)),
        price: Some(Decimal::new(199 + i64::try_from(item % 40).unwrap_or_default() * 50, 2)),
        cost: Some(Decimal::new(80 + i64::try_from(item % 40).unwrap_or_default() * 20, 2)),
        barcodes: vec![NewBarcode::each(format!("{body}{}", check_digit(body)))],
        ..UpsertItem::default()
    }
}

/// Zipf's law with exponent 1: the second is asked for half as often as the first.
pub struct Zipf(Vec<f64>);

impl Zipf {
    pub fn of(count: usize) -> Self {
        let mut sum = 0.0;
        Self(
            (1..=count)
                .map(|rank| {
                    sum += 1.0 / rank as f64;
                    sum
                })
                .collect(),
        )
    }

    pub fn pick(&self, dice: &mut StdRng) -> usize {
        let at = dice.gen_range(0.0..self.0.last().copied().unwrap_or(1.0));
        self.0.partition_point(|sum| *sum <= at).min(self.0.len().saturating_sub(1))
    }
}
