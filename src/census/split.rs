//! Where cells begin and end, quotation marks included.

/// A cell in the bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The text within the quotation marks, if there are any.
    pub start: usize,
    pub end: usize,
    /// Where the byte stands that ends the cell.
    pub behind: usize,
    pub quotes: Quotes,
}

/// Whether the text of a cell has quotation marks, which are written twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    None,
    Doubled,
}

/// The cell at a place; `None` if it does not end within the bytes.
pub fn cell(bytes: &[u8], at: usize, delimiter: u8) -> Option<Extent> {
    let ends = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
    let next = |from: usize| Some(from + bytes.get(from..)?.iter().position(ends)?);
    let blanks = bytes.get(at..)?.iter().take_while(|byte| **byte == b' ').count();
    let open = at + blanks;
    if bytes.get(open) != Some(&b'"') {
        let behind = next(at)?;
        return Some(Extent { start: at, end: behind, behind, quotes: Quotes::None });
    }
    let mut quotes = Quotes::None;
    let mut from = open + 1;
    loop {
        let close = from + bytes.get(from..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(close + 1)? == &b'"' {
            quotes = Quotes::Doubled;
            from = close + 2;
            continue;
        }
        let behind = next(close + 1)?;
        let is_clean = bytes[close + 1..behind].iter().all(|byte| *byte == b' ');
        // Text behind the closing mark: the marks belong to the cell then, which few columns accept.
        let (start, end) = if is_clean { (open + 1, close) } else { (at, behind) };
        return Some(Extent { start, end, behind, quotes: if is_clean { quotes } else { Quotes::None } });
    }
}

/// The text of a cell with its quotation marks single.
pub fn plain(bytes: &[u8], extent: Extent, into: &mut Vec<u8>) {
    let mut skip = false;
    for byte in &bytes[extent.start..extent.end] {
        if *byte == b'"' && extent.quotes == Quotes::Doubled && !skip {
            skip = true;
            continue;
        }
        skip = false;
        into.push(*byte);
    }
}

/// The cells of a row and where the next row begins; `None` if the row does not end within the bytes.
pub fn row(bytes: &[u8], start: usize, delimiter: u8) -> Option<(Vec<Vec<u8>>, usize)> {
    let mut cells = Vec::new();
    let mut at = start;
    loop {
        let extent = cell(bytes, at, delimiter)?;
        let mut text = Vec::new();
        plain(bytes, extent, &mut text);
        cells.push(text);
        if *bytes.get(extent.behind)? != delimiter {
            return Some((cells, after_break(bytes, extent.behind)));
        }
        at = extent.behind + 1;
    }
}

/// The place behind the line break at a place.
#[inline]
pub fn after_break(bytes: &[u8], at: usize) -> usize {
    let is_pair = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
    at + if is_pair { 2 } else { 1 }
}

/// The delimiter of a line such as `sep=;`, which Excel writes and reads before the header, and where the next line
/// begins.
pub fn named_delimiter(bytes: &[u8], start: usize) -> Option<(u8, usize)> {
    let line = bytes.get(start..)?;
    match (line.get(..4)?, line.get(4..6)?) {
        (name, [delimiter @ (b',' | b';' | b'\t' | b'|'), b'\n' | b'\r'])
            if name.eq_ignore_ascii_case(b"sep=") =>
        {
            Some((*delimiter, after_break(bytes, start + 5)))
        }
        _ => None,
    }
}

/// The byte that most often parts the cells of the first row.
pub fn delimiter(bytes: &[u8], start: usize) -> u8 {
    let cells = |delimiter: &u8| row(bytes, start, *delimiter).map_or(0, |(cells, _)| cells.len());
    // Of equals the last is taken: a comma.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(cells).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, delimiter: u8) -> Option<Vec<String>> {
        let (cells, end) = row(text.as_bytes(), 0, delimiter)?;
        assert_eq!(end, text.len());
        Some(cells.into_iter().map(|cell| String::from_utf8(cell).unwrap()).collect())
    }

    #[test]
    fn rows_are_cut_at_delimiters() {
        assert_eq!(cells("a,,b\r\n", b','), Some(vec!["a".into(), String::new(), "b".into()]));
        assert_eq!(
            cells("\"a,\"\"b\"\"\", \"c\nd\" ,e\n", b','),
            Some(vec!["a,\"b\"".into(), "c\nd".into(), "e".into()])
        );
        assert_eq!(cells("\"a\"b,c\n", b','), Some(vec!["\"a\"b".into(), "c".into()]));
        assert_eq!(cells("\n", b','), Some(vec![String::new()]));
        assert_eq!(cells("\"a,b\n", b','), None);
    }

    #[test]
    fn the_delimiter_is_the_one_that_parts_most() {
        for (header, expected) in
            [("a,b,c\n", b','), ("a;b;c\n", b';'), ("a\tb, c\td\n", b'\t'), ("a\n", b','), ("", b',')]
        {
            assert_eq!(delimiter(header.as_bytes(), 0), expected, "{header:?}");
        }
    }
}
