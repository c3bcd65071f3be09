//! Pages as PDF.
//!
//! A page's space is turned into the printer's: one unit is a dot, counted from the top left. Bars have whole numbers
//! then, and a renderer at that resolution finds every edge on the edge of a pixel. `printpdf` writes the pages; we give
//! it fonts that are cut to the glyphs used, and the file an identifier that follows from its content.

use crate::{
    Job, Length, PrintError,
    font::{FACES, Face},
    job::Laid,
    label::Drawing,
};
use printpdf::{
    Color, CurTransMat, FontId, Greyscale, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, Rect, TextItem,
    TextMatrix,
};
use std::collections::BTreeSet;

/// Writes a job that was laid out.
pub(crate) fn write(job: &Job, laid: &Laid) -> Result<Vec<u8>, PrintError> {
    let mut document = PdfDocument::new(&job.title);
    document.metadata.info.creator = "Stockroom".to_owned();
    document.metadata.info.producer = "Stockroom".to_owned();
    for face in FACES {
        let used: BTreeSet<char> =
            laid.drawings.iter().flat_map(|drawing| &drawing.runs).filter(|run| run.face == face).flat_map(|run| run.text.chars()).collect();
        if !used.is_empty() {
            document.resources.fonts.map.insert(id(face), PdfFont::new(face.subset(&used)?));
        }
    }

    let per_inch = job.dpi.per_inch();
    let drawn: Vec<Vec<Op>> = laid.drawings.iter().map(|drawing| label(drawing, per_inch)).collect();
    let (width, height) = (job.sheet.page_width, job.sheet.page_height);
    for places in laid.pages(job) {
        let mut ops = vec![
            Op::SetTransformationMatrix { matrix: to_dots(height, per_inch) },
            Op::SetFillColor { col: Color::Greyscale(Greyscale::new(0.0, None)) },
        ];
        for (place, drawing) in places {
            let (x, y) = job.sheet.corner_of(place);
            // The corner goes to the nearest dot, so that the bars within stay on theirs.
            let (x, y) = (number(x.dots(per_inch) * 100), number(y.dots(per_inch) * 100));
            ops.push(Op::SaveGraphicsState);
            ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
            ops.extend_from_slice(drawn.get(drawing).map_or(&[][..], Vec::as_slice));
            ops.push(Op::RestoreGraphicsState);
        }
        document.pages.push(PdfPage::new(millimetres(width), millimetres(height), ops));
    }
    save(&document)
}

/// One label's operations, from its corner.
fn label(drawing: &Drawing, per_inch: i64) -> Vec<Op> {
    let mut ops = Vec::with_capacity(drawing.bars.len() + drawing.runs.len() * 6);
    for bar in &drawing.bars {
        let [x, y, width, height] = [bar.x, bar.y, bar.width, bar.height].map(|dots| Pt(number(dots * 100)));
        let rectangle = Rect { x, y, width, height, mode: Some(PaintMode::Fill), winding_order: None };
        ops.push(Op::DrawRectangle { rectangle });
    }
    for run in &drawing.runs {
        let [x, y, size, tracking] = [run.x, run.baseline, run.size, run.tracking].map(|length| number(length.hundredths_of_dots(per_inch)));
        ops.push(Op::StartTextSection);
        ops.push(Op::SetFont { font: PdfFontHandle::External(id(run.face)), size: Pt(size) });
        ops.push(Op::SetCharacterSpacing { multiplier: tracking });
        // Upright again: the page's space has its head at the bottom.
        ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, -1.0, x, y]) });
        ops.push(Op::ShowText { items: vec![TextItem::Text(run.text.clone())] });
        ops.push(Op::EndTextSection);
    }
    ops
}

fn id(face: Face) -> FontId {
    FontId(if face == Face::Regular { "Regular" } else { "SemiBold" }.to_owned())
}

/// From points, counted from the bottom left, to dots from the top left.
fn to_dots(height: Length, per_inch: i64) -> CurTransMat {
    let top = ratio(height.in_tenths() * 72, 254_000);
    CurTransMat::Raw([ratio(72, per_inch), 0.0, 0.0, ratio(-72, per_inch), 0.0, top])
}

fn millimetres(length: Length) -> Mm {
    Mm(ratio(length.in_tenths(), 10_000))
}

/// Hundredths as the number the writer takes.
fn number(hundredths: i64) -> f32 {
    ratio(hundredths, 100)
}

/// The one step from exact numbers to those of a PDF: twice as precise as `f32` until the last moment.
#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "printpdf takes f32; this is its door")]
fn ratio(over: i64, under: i64) -> f32 {
    (over as f64 / under as f64) as f32
}

/// The document's bytes. They carry no date: a function of data knows no clock. The identifiers, which printpdf counts up with every document of a process, follow from the content instead.
fn save(document: &PdfDocument) -> Result<Vec<u8>, PrintError> {
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    file.version = "1.4".to_owned();
    // Neither made at a known time nor to a printing standard, so the file does not say so.
    if let Some(info) = file.trailer.get(b"Info").ok().and_then(|info| info.as_reference().ok()) {
        let info = file.get_object_mut(info).and_then(lopdf::Object::as_dict_mut);
        let info = info.map_err(|e| PrintError::Writer { reason: e.to_string() })?;
        for key in ["CreationDate", "ModDate", "GTS_PDFXVersion", "Trapped", "Identifier", "Author", "Subject", "Keywords"] {
            info.remove(key.as_bytes());
        }
    }
    file.compress();
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let content = streams.flat_map(|stream| stream.content.iter()).chain(document.metadata.info.document_title.as_bytes());
    let id = lopdf::Object::string_literal(fingerprint(content));
    file.trailer.set("ID", lopdf::Object::Array(vec![id.clone(), id]));
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|e| PrintError::Writer { reason: e.to_string() })?;
    Ok(bytes)
}

/// FNV-1a as 16 hexadecimal digits: PDF asks for an identifier that differs between files, not for a secret.
fn fingerprint<'a>(bytes: impl Iterator<Item = &'a u8>) -> String {
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
