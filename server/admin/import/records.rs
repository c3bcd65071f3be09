//! Text to records: RFC 4180 as it is found in the wild.
//!
//! Our own rather than the `csv` crate's, because a person must be told the right line (with quoted line breaks, `\r\n`
//! and `\r`), because an unclosed quotation mark must cost one row and not the rest of the file, and because a hostile
//! file must not make a record of two gigabytes. A property test holds it to the crate's reading of every well-formed
//! file.

use crate::import::{bytes::Decoded, limits};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};

/// One record: its cells, and the line it begins on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub line: u64,
    /// What is wrong with the record's shape, if it could not be read as written.
    pub damage: Option<Damage>,
    text: String,
    ends: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Damage {
    /// A quotation mark opens a cell and none closes it. The record then is its first line alone, marks and all, and
    /// reading goes on with the line after it.
    QuoteUnclosed,
    /// A cell, or the record, is larger than [`limits::CELL`] or [`limits::ROW`].
    TooLong,
}

impl Record {
    #[must_use]
    pub fn of(line: u64, cells: &[&str]) -> Self {
        let mut record = Self { line, ..Self::default() };
        for cell in cells {
            record.text.push_str(cell);
            record.ends.push(record.text.len());
        }
        record
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of text in it.
    #[must_use]
    pub fn size(&self) -> usize {
        self.text.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    #[must_use]
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(start..end)
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// Whether no cell says anything: what Excel leaves behind below a table.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// The same with these cells in place of its own.
    #[must_use]
    pub fn replaced(&self, mut cell: impl FnMut(usize, &str) -> Option<String>) -> Self {
        let mut record = Self { line: self.line, damage: self.damage, ..Self::default() };
        for (index, old) in self.cells().enumerate() {
            record.text.push_str(&cell(index, old).unwrap_or_else(|| old.to_owned()));
            record.ends.push(record.text.len());
        }
        record
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// After a quotation mark inside quotes: the end of them, or half of a doubled one.
    QuoteInQuoted,
}

/// Reads records one after the other with bounded memory.
pub struct Records<R> {
    source: Decoded<R>,
    delimiter: u8,
    buffer: Vec<u8>,
    /// Where the next record begins in `buffer`.
    at: usize,
    line: u64,
    ended: bool,
}

impl<R: Read> Records<R> {
    pub fn new(source: Decoded<R>, delimiter: u8) -> Self {
        Self { source, delimiter, buffer: Vec::new(), at: 0, line: 1, ended: false }
    }

    pub fn into_inner(self) -> R {
        self.source.into_inner()
    }

    /// The next record; lines with nothing on them are passed over.
    ///
    /// # Errors
    /// Those of the reader underneath.
    pub fn read(&mut self) -> io::Result<Option<Record>> {
        self.skip_blank_lines()?;
        if self.at >= self.buffer.len() {
            return Ok(None);
        }
        let mut scan =
            Scan { cells: Vec::new(), ends: Vec::new(), state: State::CellStart, position: 0, lines: 0, cell: 0, long: false, spaced_end: false };
        loop {
            match scan.run(self.buffer.get(self.at..).unwrap_or_default(), self.delimiter) {
                Stop::Record => break,
                Stop::More if self.more()? => {}
                Stop::More if scan.state == State::Quoted => return self.first_line_alone().map(Some),
                Stop::More => {
                    // Only white space after a closing mark can be left here.
                    scan.take_rest(self.buffer.get(self.at..).unwrap_or_default());
                    scan.end_cell();
                    break;
                }
                Stop::Unclosed => return self.first_line_alone().map(Some),
                Stop::TooLong if scan.state == State::Quoted => return self.first_line_alone().map(Some),
                Stop::TooLong => return self.skip_line(scan).map(Some),
            }
        }
        let record = Record { line: self.line, damage: scan.long.then_some(Damage::TooLong), text: lossless(scan.cells), ends: scan.ends };
        self.line += scan.lines;
        self.at += scan.position;
        Ok(Some(record))
    }

    /// Appends to the buffer, dropping what lies before the record at hand.
    fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.buffer.drain(..self.at);
        self.at = 0;
        self.ended = self.source.read_into(&mut self.buffer)? == 0;
        Ok(!self.ended)
    }

    fn skip_blank_lines(&mut self) -> io::Result<()> {
        loop {
            match self.buffer.get(self.at).copied() {
                Some(b'\n') => self.line += 1,
                // A pair counts once, with its line feed; a lone carriage return is a line end by itself.
                Some(b'\r') => {
                    if self.at + 1 >= self.buffer.len() && self.more()? {
                        continue;
                    }
                    self.line += u64::from(self.buffer.get(self.at + 1) != Some(&b'\n'));
                }
                Some(_) => return Ok(()),
                None if self.more()? => continue,
                None => return Ok(()),
            }
            self.at += 1;
        }
    }

    /// The line the record begins on, split without regard to quotes.
    fn first_line_alone(&mut self) -> io::Result<Record> {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or_default();
        let mut record = Record { line: self.line, damage: Some(Damage::QuoteUnclosed), ..Record::default() };
        for cell in line.split(|byte| *byte == self.delimiter).take(limits::COLUMNS) {
            record.text.push_str(&String::from_utf8_lossy(cell.get(..cell.len().min(limits::CELL)).unwrap_or_default()));
            record.ends.push(record.text.len());
        }
        self.at += length;
        if length == rest.len() {
            // A megabyte without a line break: what is left of the line is of no use to anybody.
            self.drop_to_line_end()?;
        }
        Ok(record)
    }

    /// Gives up on a record without quotes that is longer than a row may be.
    fn skip_line(&mut self, scan: Scan) -> io::Result<Record> {
        let mut record = Record { line: self.line, damage: Some(Damage::TooLong), text: lossless(scan.cells), ends: scan.ends };
        record.ends.push(record.text.len());
        self.line += scan.lines;
        self.at += scan.position;
        self.drop_to_line_end()?;
        Ok(record)
    }

    fn drop_to_line_end(&mut self) -> io::Result<()> {
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            if let Some(length) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
                self.at += length;
                return Ok(());
            }
            self.at = self.buffer.len();
            if !self.more()? {
                return Ok(());
            }
        }
    }
}

/// Pieces are cut at delimiters, quotes and line ends only, which are ASCII, so the text stays valid.
fn lossless(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

enum Stop {
    Record,
    More,
    /// The mark that closed a cell of several lines was the opening one of a later cell.
    Unclosed,
    TooLong,
}

/// A record in the making; it survives the buffer's growth.
struct Scan {
    cells: Vec<u8>,
    ends: Vec<usize>,
    state: State,
    /// How far it has come, counted from the record's beginning.
    position: usize,
    lines: u64,
    /// Where the cell at hand begins in `cells`.
    cell: usize,
    long: bool,
    /// White space between a closing mark and the delimiter was seen, and is let pass.
    spaced_end: bool,
}

impl Scan {
    fn run(&mut self, buffer: &[u8], delimiter: u8) -> Stop {
        while let Some(&byte) = buffer.get(self.position) {
            if self.cells.len() > limits::ROW || self.ends.len() > limits::COLUMNS * 16 {
                return Stop::TooLong;
            }
            match self.state {
                State::Quoted => match self.quoted(buffer, byte) {
                    Some(stop) => return stop,
                    None => continue,
                },
                State::CellStart if byte == b'"' => self.state = State::Quoted,
                State::QuoteInQuoted if byte == b'"' => {
                    self.cells.push(b'"');
                    self.state = State::Quoted;
                }
                _ if byte == delimiter => {
                    self.end_cell();
                    self.state = State::CellStart;
                }
                _ if byte == b'\n' => {
                    self.end_cell();
                    self.position += 1;
                    self.lines += 1;
                    return Stop::Record;
                }
                _ if byte == b'\r' => {
                    // The line feed of a pair is left for `skip_blank_lines`, which counts the pair as one.
                    self.end_cell();
                    return Stop::Record;
                }
                // After a cell's closing mark comes a delimiter or the end of the line. Where it does not, in a cell that
                // runs over lines, the mark belongs to another row, and rows between would be swallowed.
                State::QuoteInQuoted if self.over_lines() && !self.spaced_end => match closes(buffer.get(self.position..), delimiter) {
                    Some(true) => {
                        self.spaced_end = true;
                        continue;
                    }
                    Some(false) => return Stop::Unclosed,
                    None => return Stop::More,
                },
                _ => {
                    let rest = buffer.get(self.position..).unwrap_or_default();
                    let run = rest.iter().position(|b| *b == delimiter || matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
                    // After quotes were closed, what follows is taken as it is, further marks too.
                    self.push(rest.get(..run).unwrap_or_default());
                    self.state = State::Plain;
                    self.position += run;
                    continue;
                }
            }
            self.position += 1;
        }
        Stop::More
    }

    fn quoted(&mut self, buffer: &[u8], byte: u8) -> Option<Stop> {
        if byte == b'"' {
            self.state = State::QuoteInQuoted;
            self.position += 1;
            return None;
        }
        let rest = buffer.get(self.position..).unwrap_or_default();
        let run = rest.iter().position(|b| *b == b'"').unwrap_or(rest.len());
        let text = rest.get(..run).unwrap_or_default();
        self.lines += line_ends(text, self.cells.last() == Some(&b'\r') && self.cells.len() > self.cell);
        self.push(text);
        self.position += text.len();
        None
    }

    fn push(&mut self, text: &[u8]) {
        self.long |= self.cells.len() - self.cell + text.len() > limits::CELL;
        self.cells.extend_from_slice(text);
    }

    fn take_rest(&mut self, buffer: &[u8]) {
        self.push(buffer.get(self.position..).unwrap_or_default());
        self.position = buffer.len();
    }

    /// Whether the cell at hand holds a line break.
    fn over_lines(&self) -> bool {
        self.cells.get(self.cell..).is_some_and(|cell| cell.contains(&b'\n') || cell.contains(&b'\r'))
    }

    fn end_cell(&mut self) {
        self.spaced_end = false;
        self.cell = self.cells.len();
        self.ends.push(self.cell);
    }
}

/// Whether what follows a closing mark ends its cell, a little white space apart; open where the buffer ends first.
fn closes(rest: Option<&[u8]>, delimiter: u8) -> Option<bool> {
    const LITTLE: usize = 64;
    let rest = rest?;
    match rest.iter().take(LITTLE).find(|byte| **byte == delimiter || !matches!(byte, b' ' | b'\t')) {
        Some(next) => Some(*next == delimiter || matches!(next, b'\n' | b'\r')),
        None => (rest.len() >= LITTLE).then_some(false),
    }
}

/// Line ends in a text: `\n`, `\r\n` or `\r`. `after_return`: the text before it ended in a `\r` that was counted.
fn line_ends(text: &[u8], after_return: bool) -> u64 {
    let mut before = after_return;
    let mut count = 0;
    for byte in text {
        count += u64::from(*byte == b'\r' || (*byte == b'\n' && !before));
        before = *byte == b'\r';
    }
    count
}
