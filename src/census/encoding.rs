//! Bytes of any encoding that spreadsheets write, to bytes of which every ASCII byte is what it seems.

use std::borrow::Cow;
use std::io::{self, Read};

/// A census as UTF-8, or as the single-byte code that it is in: UTF-16 is turned into UTF-8, byte order marks go.
pub struct Decoded<R> {
    inner: R,
    encoding: Option<Encoding>,
    /// Read but not given out yet; from `given` on.
    ready: Vec<u8>,
    given: usize,
    /// A byte or a half of a pair that waits for the rest of its character.
    waiting: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// UTF-8, or Windows-1252: the two differ in texts only, and [`text`] tells them apart.
    Bytes,
    Utf16Le,
    Utf16Be,
}

const CHUNK: usize = 64 * 1024;

impl<R: Read> Decoded<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, encoding: None, ready: Vec::new(), given: 0, waiting: Vec::new() }
    }

    /// Tells the encoding by the first bytes, which are ready to be given out then.
    fn begin(&mut self) -> io::Result<Encoding> {
        let mut first = Vec::new();
        self.inner.by_ref().take(4).read_to_end(&mut first)?;
        let (encoding, mark) = match first.as_slice() {
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Bytes, 3),
            [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
            [low, 0, _, 0] if *low != 0 => (Encoding::Utf16Le, 0),
            [0, low, 0, _] if *low != 0 => (Encoding::Utf16Be, 0),
            _ => (Encoding::Bytes, 0),
        };
        self.encoding = Some(encoding);
        match encoding {
            Encoding::Bytes => self.ready.extend_from_slice(&first[mark..]),
            Encoding::Utf16Le | Encoding::Utf16Be => self.transcode(&first[mark..], encoding),
        }
        Ok(encoding)
    }

    fn transcode(&mut self, bytes: &[u8], encoding: Encoding) {
        let all = [self.waiting.as_slice(), bytes].concat();
        let pair = |unit: &[u8]| match encoding {
            Encoding::Utf16Be => u16::from_be_bytes([unit[0], unit[1]]),
            Encoding::Utf16Le | Encoding::Bytes => u16::from_le_bytes([unit[0], unit[1]]),
        };
        let mut end = all.len() / 2 * 2;
        if end >= 2 && (0xd800..0xdc00).contains(&pair(&all[end - 2..end])) {
            end -= 2;
        }
        for c in char::decode_utf16(all[..end].chunks_exact(2).map(pair)) {
            let mut room = [0; 4];
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            self.ready.extend_from_slice(c.encode_utf8(&mut room).as_bytes());
        }
        self.waiting = all[end..].to_vec();
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let encoding = match self.encoding {
            Some(encoding) => encoding,
            None => self.begin()?,
        };
        while self.given == self.ready.len() {
            if encoding == Encoding::Bytes {
                return self.inner.read(into);
            }
            self.ready.clear();
            self.given = 0;
            let mut chunk = [0; CHUNK];
            let read = self.inner.read(&mut chunk)?;
            if read == 0 {
                return Ok(0);
            }
            self.transcode(&chunk[..read], encoding);
        }
        let count = into.len().min(self.ready.len() - self.given);
        into[..count].copy_from_slice(&self.ready[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

impl<R> std::fmt::Debug for Decoded<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoded").field("encoding", &self.encoding).finish_non_exhaustive()
    }
}

/// A text as UTF-8, or as Windows-1252 where it is not.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte) - 0x80],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        Decoded::new(bytes).read_to_end(&mut out).unwrap();
        out
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "id,größe\nE1,😀\n";
        let utf16 = |encode: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(encode).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", text.as_bytes()),
            marked(b"\xff\xfe", &utf16(u16::to_le_bytes)),
            marked(b"\xfe\xff", &utf16(u16::to_be_bytes)),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
        ] {
            assert_eq!(decoded(&bytes), text.as_bytes());
        }
    }

    #[test]
    fn what_is_not_utf_8_is_windows_1252() {
        assert_eq!(super::text(b"caf\xe9 \x80"), "café €");
        assert_eq!(super::text("café".as_bytes()), "café");
    }

    #[test]
    fn halves_of_characters_do_no_harm() {
        assert_eq!(decoded(b"\xff\xfe\x00\xd8"), b"");
        assert_eq!(decoded(b"\xff\xfeA"), b"");
        assert_eq!(decoded(b""), b"");
    }
}
