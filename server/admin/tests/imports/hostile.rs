//! Files that are not what they seem, and some that mean harm.

use crate::*;
use admin_rules::{Answers, AppendImport, BeginImport, CheckImport, ImportState, Piece};

testkit::on_both! {
    async fn what_is_no_table_is_told_and_never_breaks_anything(shop: Shop) {
        let manager = shop.manager();
        let long_line = "x,".repeat(600_000);
        let deep = format!("SKU,Name\nA,\"{}", "never closed\n".repeat(1000));
        let files: [(&str, Vec<u8>, &str); 8] = [
            ("nothing.csv", b" ".to_vec(), "import-file-"),
            ("sheet.xlsx", b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml".to_vec(), "import-file-"),
            ("doc.pdf", b"%PDF-1.7 ...".to_vec(), "import-file-pdf"),
            ("page.html", b"<!doctype html><html><body>hello</body></html>".to_vec(), "import-file-markup"),
            ("nul.csv", b"SKU,Name\nA,\0\0\0\0\0\0\0\0\0\n".to_vec(), "import-file-binary"),
            ("letters.csv", b"one\ntwo\nthree\n".to_vec(), "import-"),
            ("wide.csv", long_line.into_bytes(), "import-file-"),
            ("head.csv", b"SKU,Name\n".to_vec(), "import-file-no-rows"),
        ];
        for (name, bytes, code) in files {
            let view = checks(&shop, &manager, name, bytes, Answers::default()).await;
            assert!(matches!(view.state, ImportState::Failed | ImportState::Asking), "{name}: {:?}", view.state);
            let said = view.problem.unwrap().code;
            assert!(said.starts_with(code), "{name}: {said}");
        }
        let view = checks(&shop, &manager, "open.csv", deep, Answers::default()).await;
        assert_eq!(view.tally.new, 0);
    }

    async fn rows_that_mean_harm_wait_or_are_words(shop: Shop) {
        let file = "SKU,Name,Price,Barcode\n\
            EMOJI-\u{1f381},Gift \u{1f381},1.00,\n\
            B,\"=HYPERLINK(\"\"http://evil.example\"\")\",2.00,\n\
            C,<script>alert(1)</script>,3.00,\n\
            D,Much,1e400,\n\
            E,More,10x0d,\n\
            F,'; DROP TABLE item; --,1.00,\n\
            G,Negative,-1,\n\
            H,Long price,99999999999999,\n\
            I,A stray\0byte,1,\n";
        let done = brings(&shop, "harm.csv", file).await;
        assert_eq!((done.tally.new, done.tally.refused), (4, 5), "{:?}", troubles(&shop, done.id).await);
        assert_eq!(shop.rows("item").await, 4);
        shop.proves().await;
    }

    async fn a_file_is_cut_off_where_it_is_too_large(shop: Shop) {
        let manager = shop.manager();
        let begun = manager.does(BeginImport { name: "big.csv".into() }).await;
        let import = begun.import;
        // A piece is a mebibyte at most, and the pieces come in order.
        let too_long = AppendImport { import, number: 0, piece: Piece(vec![b'a'; admin_rules::PIECE + 1]) };
        assert!(manager.tries(too_long).await.is_err());
        assert!(manager.tries(AppendImport { import, number: 1, piece: Piece(vec![b'a'; 10]) }).await.is_err());
        assert_eq!(refusal(manager.tries(CheckImport { import, answers: Answers::default() }).await).await, "import-file-empty");
        for number in 0..100 {
            manager.does(AppendImport { import, number, piece: Piece(vec![b'a'; admin_rules::PIECE]) }).await;
        }
        let over = manager.tries(AppendImport { import, number: 100, piece: Piece(vec![b'a']) }).await;
        assert_eq!(refusal(over).await, "import-file-too-large");
    }
}
