//! What is printed is read back by an independent reader: `pdftoppm` makes the paper, `zbarimg` is the scanner. Both are
//! asked of the machine; without them these tests fail.

use print::{Dpi, Job, Label, SHEETS, Sheet, Symbology, plan, render};
use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Output},
};

/// A code, its symbology where it is not the natural one, and what `zbarimg` calls and reads it.
const CODES: [(&str, Option<Symbology>, &str); 9] = [
    ("5012345678900", None, "EAN-13:5012345678900"),
    ("00042563008123", None, "UPC-A:042563008123"),
    ("96385074", None, "EAN-8:96385074"),
    ("042100005264", Some(Symbology::UpcE), "UPC-E:04252614"),
    ("15012345678907", None, "I2/5:15012345678907"),
    ("85123A", None, "CODE-128:85123A"),
    ("AB123456cd~ 7", None, "CODE-128:AB123456cd~ 7"),
    ("5012345678900", Some(Symbology::Qr), "QR-Code:5012345678900"),
    ("https://stockroom.example/01/05012345678900", Some(Symbology::Qr), "QR-Code:https://stockroom.example/01/05012345678900"),
];

fn run(program: &str, arguments: &[&str], folder: &Path) -> Output {
    Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|e| panic!("{program} is needed (Debian: poppler-utils, zbar-tools): {e}"))
}

/// A grey picture, a byte to a pixel.
struct Picture {
    width: usize,
    grey: Vec<u8>,
}

impl Picture {
    /// Reads a binary PGM as `pdftoppm` writes it: `P5`, width and height, 255, pixels.
    fn open(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let (head, _) = bytes.split_at(bytes.len().min(32));
        let lines: Vec<&[u8]> = head.splitn(4, |&byte| byte == b'\n').collect();
        let skipped = lines[..3].iter().map(|line| line.len() + 1).sum::<usize>();
        let size = std::str::from_utf8(lines[1]).unwrap();
        let width = size.split(' ').next().unwrap().parse().unwrap();
        Self { width, grey: bytes[skipped..].to_vec() }
    }

    /// A rectangle cut out, in pixels.
    fn cut(&self, x: usize, y: usize, width: usize, height: usize) -> Self {
        let rows = self.grey.chunks(self.width).skip(y).take(height);
        Self { width: width.min(self.width - x), grey: rows.flat_map(|row| row.iter().skip(x).take(width)).copied().collect() }
    }

    fn save(&self, path: &Path) {
        let mut bytes = format!("P5\n{} {}\n255\n", self.width, self.grey.len() / self.width).into_bytes();
        bytes.extend(&self.grey);
        std::fs::write(path, bytes).unwrap();
    }
}

/// The pages of a PDF on paper of a resolution.
fn paper(pdf: &[u8], per_inch: u32) -> Vec<Picture> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("job.pdf"), pdf).unwrap();
    let drawn = run("pdftoppm", &["-r", &per_inch.to_string(), "-gray", "job.pdf", "page"], folder.path());
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    let mut pages: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "pgm"));
    pages.sort();
    pages.iter().map(|path| Picture::open(path)).collect()
}

/// Every code on the pages of a PDF, with how often it was read. The pages are cut into labels first, as a customer
/// peels them off: a scanner reports a code once to a picture, and each label must be read by itself.
fn read(pdf: &[u8], sheet: &Sheet, per_inch: u32) -> BTreeMap<String, usize> {
    let folder = tempfile::tempdir().unwrap();
    let dots = |tenths: i64| usize::try_from(tenths * i64::from(per_inch) / 254_000).unwrap();
    let (width, height) = (dots(sheet.label_width.in_tenths()), dots(sheet.label_height.in_tenths()));
    let mut arguments: Vec<String> = ["--quiet", "-Supca.enable=1", "-Supce.enable=1"].map(str::to_owned).to_vec();
    for page in paper(pdf, per_inch) {
        for (row, column) in (0..sheet.rows).flat_map(|row| (0..sheet.columns).map(move |column| (row, column))) {
            let at = |first: i64, pitch: i64, n: usize| dots(first + pitch * i64::try_from(n).unwrap());
            let x = at(sheet.left.in_tenths(), sheet.pitch_x.in_tenths(), column);
            let y = at(sheet.top.in_tenths(), sheet.pitch_y.in_tenths(), row);
            let name = format!("{:05}.pgm", arguments.len());
            page.cut(x, y, width, height).save(&folder.path().join(&name));
            arguments.push(name);
        }
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let scanned = run("zbarimg", &arguments, folder.path());
    let mut codes = BTreeMap::new();
    for line in String::from_utf8(scanned.stdout).unwrap().lines() {
        *codes.entry(line.to_owned()).or_default() += 1;
    }
    codes
}

fn label(code: &str, symbology: Option<Symbology>) -> Label {
    Label {
        name: "White Hanging Heart T-Light Holder".into(),
        detail: Some("White, large".into()),
        sku: "85123A".into(),
        price: Some("£2.95".into()),
        code: code.into(),
        symbology,
    }
}

fn job(sheet: &'static Sheet, dpi: Dpi, labels: Vec<(Label, u32)>) -> Job {
    Job { title: "Labels".into(), labels, sheet, start: 0, dpi, symbology: None }
}

/// All codes that fit on a sheet, on a page or a roll of it: each must be read as often as it was printed.
fn all_codes_read(dpi: Dpi, per_inch: u32, sheet: &'static Sheet) -> usize {
    let (mut labels, mut expected) = (Vec::new(), BTreeMap::new());
    for (code, symbology, reads) in CODES {
        let entry = (label(code, symbology), 2);
        if plan(&job(sheet, dpi, vec![entry.clone()])).is_ok() {
            labels.push(entry);
            expected.insert(reads.to_owned(), 2);
        }
    }
    let printed = labels.len();
    assert_eq!(read(&render(&job(sheet, dpi, labels)).unwrap(), sheet, per_inch), expected, "{} at {dpi:?}", sheet.code);
    printed
}

#[test]
fn every_symbology_is_read_at_203_dpi() {
    let printed: Vec<usize> = SHEETS.iter().map(|sheet| all_codes_read(Dpi::D203, 203, sheet)).collect();
    assert_eq!(printed, [9, 9, 6, 9, 9], "how many of the nine codes each sheet holds");
}

#[test]
fn every_symbology_is_read_at_300_dpi() {
    let printed: Vec<usize> = SHEETS.iter().map(|sheet| all_codes_read(Dpi::D300, 300, sheet)).collect();
    assert_eq!(printed, [9, 9, 6, 9, 9], "how many of the nine codes each sheet holds");
}

/// Laser sheets, on the paper a 600 dpi printer would make; the small one holds an EAN-13 only there.
#[test]
fn every_symbology_is_read_from_a_laser_printer() {
    let printed: Vec<usize> = SHEETS[..3].iter().map(|sheet| all_codes_read(Dpi::Any, 600, sheet)).collect();
    assert_eq!(printed, [9, 9, 8], "how many of the nine codes each sheet holds");
}

#[test]
fn every_place_of_a_sheet_is_read() {
    for (sheet, dpi, per_inch) in [("a4-21", Dpi::D300, 300), ("letter-30", Dpi::D203, 203), ("a4-65", Dpi::Any, 600)] {
        let sheet = Sheet::by_code(sheet).unwrap();
        let places = sheet.places();
        let copies = u32::try_from(places).unwrap();
        let pdf = render(&job(sheet, dpi, vec![(label("5012345678900", None), copies)])).unwrap();
        assert_eq!(read(&pdf, sheet, per_inch), BTreeMap::from([("EAN-13:5012345678900".to_owned(), places)]), "{}", sheet.code);
    }
}

#[test]
fn used_places_stay_empty() {
    let sheet = Sheet::by_code("a4-21").unwrap();
    let mut job = job(sheet, Dpi::D203, vec![(label("5012345678900", None), 18)]);
    job.start = 3;
    let pdf = render(&job).unwrap();
    assert_eq!(read(&pdf, sheet, 203), BTreeMap::from([("EAN-13:5012345678900".to_owned(), 18)]));
    // The first row of labels ends 53.25 mm from the top: 425 of the page's rows of pixels.
    let page = &paper(&pdf, 203)[0];
    let top = page.cut(0, 0, page.width, 425);
    assert!(top.grey.iter().all(|&grey| grey == 255), "something was printed on used labels");
}

/// A renderer may straighten what lies between its dots, so the PDF itself is asked: its unit is a dot, and bars have
/// whole numbers.
#[test]
fn bars_lie_on_whole_dots() {
    for (dpi, per_inch) in [(Dpi::D203, 203.0), (Dpi::D300, 300.0), (Dpi::Any, 600.0)] {
        for sheet in &SHEETS {
            let labels = CODES.map(|(code, symbology, _)| (label(code, symbology), 2));
            let fitting = labels.into_iter().filter(|entry| plan(&job(sheet, dpi, vec![entry.clone()])).is_ok());
            let pdf = render(&job(sheet, dpi, fitting.collect())).unwrap();
            let file = lopdf::Document::load_mem(&pdf).unwrap();
            let mut bars = 0;
            for page in file.page_iter() {
                let content = file.get_and_decode_page_content(page).unwrap();
                for (at, operation) in content.operations.iter().enumerate() {
                    let numbers = || operation.operands.iter().map(|number| number.as_float().unwrap());
                    match operation.operator.as_str() {
                        "re" => {
                            assert!(numbers().all(|number| number.fract() == 0.0), "{:?}", operation.operands);
                            bars += 1;
                        }
                        "cm" if at == 0 => {
                            let unit = numbers().next().unwrap();
                            assert!((unit * per_inch - 72.0).abs() < 1e-4, "a unit is a dot, not {unit} pt");
                        }
                        "cm" => assert!(numbers().all(|number| number.fract() == 0.0), "{:?}", operation.operands),
                        _ => {}
                    }
                }
            }
            assert!(bars > 200, "{bars} bars on {}", sheet.code);
        }
    }
}

/// On the printer's own paper every bar is a whole number of modules wide, and every module as wide as the next.
#[test]
fn bars_are_crisp_on_the_printers_dots() {
    let sheet = Sheet::by_code("a4-21").unwrap();
    for (dpi, per_inch, module) in [(Dpi::D203, 203, 3), (Dpi::D300, 300, 4), (Dpi::Any, 600, 8)] {
        let labels = vec![(Label { price: None, ..label("5012345678900", None) }, 21)];
        let page = &paper(&render(&job(sheet, dpi, labels)).unwrap(), per_inch)[0];
        for row in 0..7 {
            // A line of pixels through the bars, 22.5 mm below the label's top; the first 60 mm hold nothing else.
            let y = usize::try_from((1_515 + 3_810 * row + 2_250) * per_inch / 2_540).unwrap();
            let line = page.cut(0, y, usize::try_from(6_000 * per_inch / 2_540).unwrap(), 1).grey;
            let bars: Vec<usize> = line.chunk_by(|a, b| a == b).filter(|run| run[0] == 0).map(<[u8]>::len).collect();
            assert_eq!(bars.len(), 30, "an EAN-13 has 30 bars");
            assert!(bars.iter().all(|width| width % module == 0), "row {row} at {per_inch}: {bars:?}");
        }
    }
}

#[test]
fn fonts_are_cut_to_what_is_used_and_the_file_is_small() {
    let sheet = Sheet::by_code("a4-21").unwrap();
    let pdf = render(&job(sheet, Dpi::Any, vec![(label("5012345678900", None), 1)])).unwrap();
    assert!(pdf.len() < 15_000, "{} bytes", pdf.len());
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("job.pdf"), &pdf).unwrap();
    let fonts = String::from_utf8(run("pdffonts", &["job.pdf"], folder.path()).stdout).unwrap();
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(rows.len(), 2, "{fonts}");
    for row in rows {
        assert!(row.contains("+Inter-") && row.contains("yes yes yes"), "embedded, a subset, with Unicode: {fonts}");
    }
    let text = run("pdftotext", &["-layout", "job.pdf", "-"], folder.path());
    let text = String::from_utf8(text.stdout).unwrap();
    for words in ["White Hanging Heart", "T-Light Holder", "£2.95", "85123A"] {
        assert!(text.contains(words), "{words} cannot be copied from {text:?}");
    }
    let about = String::from_utf8(run("pdfinfo", &["job.pdf"], folder.path()).stdout).unwrap();
    assert!(about.contains("Title:") && about.contains("Labels") && !about.contains("CreationDate"), "{about}");
    assert!(about.contains("(A4)"), "{about}");
}
