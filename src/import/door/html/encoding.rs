//! From the bytes of a page to its text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a page its encoding is declared; browsers look as far.
const DECLARED_WITHIN: usize = 4096;

/// A page as text.
pub(super) struct Decoded {
    pub text: String,
    /// The name of its encoding.
    pub name: &'static str,
    /// Whether it holds bytes that are no characters.
    pub faulty: bool,
}

/// The beginning of a file as text, enough to know a page by.
pub(super) fn beginning(bytes: &[u8]) -> String {
    let start = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    match Encoding::for_bom(start) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&start[length..]).0.into_owned(),
        None => String::from_utf8_lossy(start).into_owned(),
    }
}

/// Decodes a page: by its byte order mark, as UTF-8 where it is that, by what it declares, else by what pages in its
/// language were in before UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let marked = Encoding::for_bom(bytes);
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let encoding = match marked {
        Some((encoding, _)) => encoding,
        // Pages declare what they are not: no other encoding looks like UTF-8 by chance.
        None if std::str::from_utf8(bytes).is_ok() && !is_stateful(&start) => UTF_8,
        None => declared(&start).unwrap_or_else(|| usual(&start)),
    };
    let (text, encoding, faulty) = encoding.decode(bytes);
    Decoded { text: text.into_owned(), name: encoding.name(), faulty }
}

/// Whether a page declares an encoding that is written in ASCII only.
fn is_stateful(start: &str) -> bool {
    declared(start).is_some_and(|encoding| encoding.name() == "ISO-2022-JP")
}

/// The encoding that a `meta` tag or an XML declaration names.
fn declared(start: &str) -> Option<&'static Encoding> {
    start.match_indices("charset").chain(start.match_indices("encoding")).find_map(|(at, word)| {
        let value = start[at + word.len()..].trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        let end = value.find(['"', '\'', ' ', ';', '>', '/', '?']).unwrap_or(value.len());
        let encoding = Encoding::for_label(&value.as_bytes()[..end])?;
        // A declaration that can be read at all is not in UTF-16, whatever it says.
        Some(if encoding.name().starts_with("UTF-16") { UTF_8 } else { encoding })
    })
}

/// The encoding that pages in a language had where they declare none.
fn usual(start: &str) -> &'static Encoding {
    const USUAL: [(&str, &str); 4] =
        [("ar", "windows-1256"), ("ru", "windows-1251"), ("zh", "gb18030"), ("fa", "windows-1256")];
    let found = start.match_indices("lang").find_map(|(at, word)| {
        let value = start[at + word.len()..].trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        USUAL.iter().find(|(tag, _)| value.starts_with(tag))
    });
    found.and_then(|(_, label)| Encoding::for_label(label.as_bytes())).unwrap_or(WINDOWS_1252)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_in_the_encoding_that_they_have() {
        let is = |bytes: &[u8], name: &str, text: &str| {
            let decoded = decode(bytes);
            assert_eq!((decoded.name, decoded.faulty), (name, false), "{text}");
            assert!(decoded.text.ends_with(text), "{} for {text}", decoded.text);
        };
        is(b"<meta charset=windows-1256><p>\xc7\xe4", "windows-1256", "ان");
        is(b"<html lang='ar'><p>\xc7\xe4", "windows-1256", "ان");
        is(b"<meta http-equiv=x content='text/html; charset=ISO-8859-1'><p>\xe9t\xe9", "windows-1252", "été");
        is(b"<?xml version='1.0' encoding='iso-8859-5'?><p>\xdc", "ISO-8859-5", "м");
        is(b"<meta charset='iso-8859-1'><p>\xc3\xa9", "UTF-8", "é");
        is(b"\xff\xfe<\0p\0>\0\x27\x06", "UTF-16LE", "ا");
        is(b"\xef\xbb\xbf<p>x", "UTF-8", "<p>x");
        is(b"<meta charset=utf-16><p>\xc3\xa9", "UTF-8", "é");
        assert!(decode(b"<meta charset=utf-8><p>\xff").faulty);
    }
}
