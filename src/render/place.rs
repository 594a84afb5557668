//! Places of findings as other tools want them: paths below the working folder, URIs, lines and columns.

use crate::report::{Report, Reported};
use crate::source::{Position, SourceFile, Span};

/// Where a span lies. Columns count Unicode scalar values from 1; the end is behind the last character.
#[derive(Debug, Clone, Copy)]
pub struct Place<'r> {
    pub file: &'r SourceFile,
    pub start: Position,
    pub end: Position,
}

/// The place of a span; `None` if the report does not hold its text.
pub fn place(report: &Report, span: Span) -> Option<Place<'_>> {
    let file = report.file(span.file)?;
    Some(Place { file, start: file.position(span.start), end: file.position(span.end) })
}

/// The path of the file that a finding is about, as it was given.
pub fn path<'r>(report: &'r Report, reported: &Reported) -> &'r str {
    report.file(reported.file).map_or("", SourceFile::path)
}

/// A path without `.` and without the `..` that can be resolved, as forges name files: `./a/../b.plan` is `b.plan`.
pub fn normal(path: &str) -> String {
    let root = if path.starts_with('/') { "/" } else { "" };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if !root.is_empty() => {}
            _ => parts.push(part),
        }
    }
    format!("{root}{}", parts.join("/"))
}

/// A file as a URI reference (RFC 3986).
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    pub uri: String,
    pub base: Base,
}

/// What a URI reference starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// The folder that planlint was started in.
    WorkingFolder,
    /// Nothing that is known: it is absolute, or lies outside the working folder.
    Unknown,
}

/// The URI reference of a path as it was given.
pub fn address(path: &str) -> Address {
    let normal = normal(path);
    let escaped = escaped(&normal);
    if normal.starts_with('/') {
        return Address { uri: format!("file://{escaped}"), base: Base::Unknown };
    }
    // `C:/plans`: a drive of Windows.
    let has_drive = matches!(normal.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    if has_drive {
        return Address { uri: format!("file:///{}", escaped.replacen("%3A", ":", 1)), base: Base::Unknown };
    }
    let is_outside = normal == ".." || normal.starts_with("../");
    Address { uri: escaped, base: if is_outside { Base::Unknown } else { Base::WorkingFolder } }
}

/// Percent-encodes what may not stand in a path, `:` too: the first part would be read as a scheme.
fn escaped(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::{Base, address, normal};

    #[test]
    fn paths_lose_what_means_nothing() {
        let cases = [
            ("./plans/acme.plan", "plans/acme.plan"),
            ("plans//a/../acme.plan", "plans/acme.plan"),
            ("../acme.plan", "../acme.plan"),
            ("a/../../../b", "../../b"),
            ("/../a/./b", "/a/b"),
            ("..a/b..", "..a/b.."),
        ];
        for (path, expected) in cases {
            assert_eq!(normal(path), expected, "{path}");
        }
    }

    #[test]
    fn a_uri_is_relative_to_the_working_folder_where_it_can_be() {
        let cases = [
            ("plans/acme (new).plan", "plans/acme%20(new).plan", Base::WorkingFolder),
            ("a:b#c?d%e\\f.plan", "a%3Ab%23c%3Fd%25e%5Cf.plan", Base::WorkingFolder),
            ("計画.plan", "%E8%A8%88%E7%94%BB.plan", Base::WorkingFolder),
            ("../acme.plan", "../acme.plan", Base::Unknown),
            ("/srv/a b.plan", "file:///srv/a%20b.plan", Base::Unknown),
            ("C:/plans/a.plan", "file:///C:/plans/a.plan", Base::Unknown),
        ];
        for (path, uri, base) in cases {
            let found = address(path);
            assert_eq!((found.uri.as_str(), found.base), (uri, base), "{path}");
        }
    }
}
