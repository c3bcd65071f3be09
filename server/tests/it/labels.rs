//! `stockroom labels` from the command line to the scanner: the PDF is rendered by `pdftoppm` and read by `zbarimg`.

use std::{
    path::Path,
    process::{Command, Output},
};
use testkit::Shop;

fn labels(shop: &Shop, folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stockroom"))
        .args(["labels", "--tenant", "hart-finch"])
        .args(arguments)
        .args(["--out", "labels.pdf"])
        .current_dir(folder)
        .env("DATABASE_URL", shop.db.url())
        .env("STOCKROOM_DATA", folder)
        .env("RUST_BACKTRACE", "0")
        .env("STOCKROOM_LOG", "off")
        .output()
        .unwrap()
}

/// What a scanner reads from the first page at 203 dpi, in order.
fn scanned(folder: &Path) -> Vec<String> {
    let drawn = Command::new("pdftoppm").args(["-r", "203", "-gray", "-singlefile", "labels.pdf", "page"]).current_dir(folder).status();
    assert!(drawn.expect("pdftoppm is needed (Debian: poppler-utils)").success());
    let read = Command::new("zbarimg").args(["--quiet", "-Supca.enable=1", "page.pgm"]).current_dir(folder).output();
    let read = String::from_utf8(read.expect("zbarimg is needed (Debian: zbar-tools)").stdout).unwrap();
    let mut codes: Vec<String> = read.lines().map(str::to_owned).collect();
    codes.sort();
    codes
}

testkit::on_both! {
    async fn labels_come_out_of_the_command_line_and_are_read(shop: Shop) {
        shop.item_coded("85123A", "5012345678900").await;
        shop.item("22423").await;
        let folder = tempfile::tempdir().unwrap();
        let asked = ["--sku", "85123A", "--sku", "22423", "--location", "LONDON:FLOOR", "--sheet", "a4-21", "--copies", "3", "--store", "LONDON"];
        let done = labels(&shop, folder.path(), &asked);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(String::from_utf8_lossy(&done.stdout), "9 labels on 1 page: labels.pdf\n");
        assert_eq!(scanned(folder.path()), ["CODE-128:22423", "CODE-128:LOC:LONDON:FLOOR", "EAN-13:5012345678900"]);
    }

    /// All refusals at once, each after what was typed, on stderr, with nothing written.
    async fn what_cannot_be_printed_is_said_and_nothing_is_written(shop: Shop) {
        shop.item_coded("MUG", "5012345678900").await;
        let folder = tempfile::tempdir().unwrap();
        let refused = labels(&shop, folder.path(), &["--sku", "NONE", "--sku", "MUG", "--sheet", "a4-65", "--dpi", "203", "--start", "66"]);
        assert_eq!(refused.status.code(), Some(1));
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        for part in ["NONE: Nothing here has the code NONE", "MUG: Item MUG: 5012345678900 needs 42.4 mm", "The smallest that holds it is Roll, 50 × 25 mm", "--start: "] {
            assert!(said.contains(part), "{part} in {said}");
        }
        assert!(refused.stdout.is_empty() && !folder.path().join("labels.pdf").exists());
        for (arguments, part) in [(&["--store", "PARIS", "--sku", "MUG"][..], "there are: LEEDS, LONDON"), (&[], "Choose at least one")] {
            let refused = labels(&shop, folder.path(), arguments);
            assert_eq!(refused.status.code(), Some(1));
            assert!(String::from_utf8_lossy(&refused.stderr).contains(part), "{}", String::from_utf8_lossy(&refused.stderr));
        }
    }
}
