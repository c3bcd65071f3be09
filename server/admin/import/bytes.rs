//! Bytes to text: which encoding a file is in, and a reader that decodes it in small pieces.
//!
//! The whole file is looked at once before it is read, because the first byte that is no UTF-8 may come after a hundred
//! thousand rows (in UCI's data it is a pound sign far down). That pass costs milliseconds and no memory.

use crate::import::{
    magic,
    problem::{FileProblem, file},
};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Seek, SeekFrom};

/// How a file's text is written. Told to the user, who may choose another if the letters look wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    Utf8,
    /// UTF-8 that begins with a byte-order mark, as Excel writes it.
    Utf8Bom,
    Utf16Le,
    Utf16Be,
    /// Western European. Every sequence of bytes is valid in it, so it is what is left when nothing else fits.
    Windows1252,
    /// Arabic; never detected, only chosen.
    Windows1256,
}

impl Encoding {
    /// The name people know it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 (BOM)",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
            Self::Windows1256 => "Windows-1256",
        }
    }

    fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8Bom => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::Windows1256 => encoding_rs::WINDOWS_1256,
        }
    }
}

const CHUNK: usize = 64 * 1024;
/// How much of the beginning is searched for signs of UTF-16 and of other kinds of file.
const HEAD: usize = 4096;
/// The first bytes of a file, in which no table has a NUL byte.
const EARLY: usize = 8;
/// NUL bytes that a small file may have however small it is; a large one may have one in a thousand bytes.
const STRAY: u64 = 8;

/// Looks at the whole file and leaves it at its beginning.
///
/// # Errors
/// What is empty, cannot be read, holds more NUL bytes than text has by mistake, or is no text at all.
pub fn detect(source: &mut (impl Read + Seek), chosen: Option<Encoding>) -> Result<Encoding, FileProblem> {
    source.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let mut chunk = vec![0; CHUNK];
    let mut filled = fill(source, &mut chunk)?;
    let head = chunk.get(..filled.min(HEAD)).unwrap_or_default();
    if head.is_empty() {
        return Err(FileProblem::new(file::EMPTY));
    }
    if let Some(problem) = magic::other_kind(head) {
        return Err(problem);
    }
    let wide = utf16(head);
    let bom = head.starts_with(b"\xEF\xBB\xBF");
    let mut census = Census::default();
    while filled > 0 {
        census.take(chunk.get(..filled).unwrap_or_default());
        filled = fill(source, &mut chunk)?;
    }
    source.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let encoding = match chosen.or(wide) {
        Some(encoding) => encoding,
        None if bom => Encoding::Utf8Bom,
        None if census.is_utf8() => Encoding::Utf8,
        None => Encoding::Windows1252,
    };
    // In UTF-16 every other byte of plain text is one.
    match census.first_nul {
        Some(line) if !matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) && census.is_binary() => {
            Err(FileProblem::new(file::BINARY).with("line", i64::try_from(line).unwrap_or(i64::MAX)))
        }
        _ => Ok(encoding),
    }
}

fn unreadable(_: io::Error) -> FileProblem {
    FileProblem::new(file::UNREADABLE)
}

fn fill(source: &mut impl Read, chunk: &mut [u8]) -> Result<usize, FileProblem> {
    let mut filled = 0;
    while let Some(rest) = chunk.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(error)),
        }
    }
    Ok(filled)
}

/// UTF-16 by its byte-order mark, or by zeros that stand on one side of every pair: headers are plain letters.
fn utf16(head: &[u8]) -> Option<Encoding> {
    match head {
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let pairs = head.chunks_exact(2);
    let total = pairs.len();
    let (mut low, mut high) = (0, 0);
    for pair in pairs {
        match pair {
            [0, 0] => return None,
            [0, _] => high += 1,
            [_, 0] => low += 1,
            _ => {}
        }
    }
    // Two thirds: a header in Latin letters, with room for a title in another script.
    if total < 4 {
        None
    } else if low * 3 >= total * 2 && high * 10 < total {
        Some(Encoding::Utf16Le)
    } else if high * 3 >= total * 2 && low * 10 < total {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// What the bytes of a file are like, taken chunk by chunk.
#[derive(Default)]
struct Census {
    /// Characters of several bytes that are well formed.
    wide: u64,
    broken: u64,
    lines: u64,
    bytes: u64,
    nuls: u64,
    /// One of them stands among the first bytes.
    early: bool,
    /// The line of the first.
    first_nul: Option<u64>,
    /// The beginning of a character that the chunk's end cut in two.
    carry: Vec<u8>,
}

impl Census {
    fn take(&mut self, chunk: &[u8]) {
        let nuls = chunk.iter().map(|byte| u64::from(*byte == 0)).sum::<u64>();
        // A program's own format has them near its beginning.
        let early = if self.bytes == 0 { chunk.iter().take(EARLY).any(|byte| *byte == 0) } else { self.early };
        (self.bytes, self.nuls, self.early) = (self.bytes + chunk.len() as u64, self.nuls + nuls, early);
        if self.first_nul.is_none() {
            if let Some(at) = chunk.iter().position(|byte| *byte == 0) {
                let before = chunk.get(..at).unwrap_or_default();
                self.first_nul = Some(self.lines + newlines(before) + 1);
            }
            self.lines += newlines(chunk);
        }
        if self.carry.is_empty() && chunk.is_ascii() {
            return;
        }
        let mut bytes = std::mem::take(&mut self.carry);
        bytes.extend_from_slice(chunk);
        let mut rest = bytes.as_slice();
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.wide += wide(text.as_bytes());
                    return;
                }
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    self.wide += wide(good);
                    let Some(length) = error.error_len() else {
                        self.carry = bad.to_vec();
                        return;
                    };
                    self.broken += 1;
                    rest = bad.get(length..).unwrap_or_default();
                }
            }
        }
    }

    /// A few stray NUL bytes are a damaged cell's trouble, as other control characters are.
    fn is_binary(&self) -> bool {
        self.early || (self.nuls > STRAY && self.nuls * 1000 > self.bytes)
    }

    /// Valid UTF-8 wins. A file with at least as many well-formed characters as broken ones is damaged UTF-8 (cut, or
    /// pasted together), because such sequences hardly occur by chance in another encoding: reading all of it as
    /// Windows-1252 would spoil every accent, and say nothing, instead of refusing the few damaged cells.
    fn is_utf8(&self) -> bool {
        let broken = self.broken + u64::from(!self.carry.is_empty());
        broken == 0 || self.wide >= broken
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}

/// Lead bytes of characters of several bytes.
fn wide(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte >= 0xC0)).sum()
}

/// Reads UTF-8 out of a reader of any [`Encoding`], 64 KiB at a time. Sequences that mean nothing come out as U+FFFD,
/// which the row's reader then finds and tells.
pub struct Decoded<R> {
    source: R,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    start: usize,
    end: usize,
    ended: bool,
    /// Text that did not fit into what the caller offered: the decoder wants room for a whole character.
    spare: Vec<u8>,
}

impl<R: Read> Decoded<R> {
    pub fn new(source: R, encoding: Encoding) -> Self {
        // Removes a byte-order mark of its own encoding, and does not let one of another change the encoding.
        let decoder = encoding.table().new_decoder_with_bom_removal();
        Self { source, decoder, raw: vec![0; CHUNK], start: 0, end: 0, ended: false, spare: Vec::new() }
    }

    /// Gives back what it reads from.
    pub fn into_inner(self) -> R {
        self.source
    }

    /// Appends the next piece of text; nothing appended means the end.
    pub fn read_into(&mut self, text: &mut Vec<u8>) -> io::Result<usize> {
        let before = text.len();
        while text.len() == before {
            if self.start == self.end {
                if self.ended {
                    return Ok(0);
                }
                self.start = 0;
                self.end = loop {
                    match self.source.read(&mut self.raw) {
                        Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                        outcome => break outcome?,
                    }
                };
                self.ended = self.end == 0;
            }
            let raw = self.raw.get(self.start..self.end).unwrap_or_default();
            // Three bytes of UTF-8 for a byte of Windows-1252, one more character for what was kept back.
            self.spare.resize(raw.len() * 3 + 16, 0);
            let (_, read, written, _) = self.decoder.decode_to_utf8(raw, &mut self.spare, self.ended);
            text.extend_from_slice(self.spare.get(..written).unwrap_or_default());
            self.start += read;
            if self.ended && written == 0 {
                return Ok(0);
            }
        }
        Ok(text.len() - before)
    }
}
