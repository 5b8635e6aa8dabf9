//! Fonts: how the bytes of a text are cut into codes, what each stands for, and how wide it is.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::cmap::Cmap;

/// How many bytes a stream of a font may have.
const LARGEST: usize = 8 << 20;

/// What a character is taken to be wide where the font does not say it, in thousandths of its size.
const USUAL: f64 = 500.0;

/// A font.
pub(super) struct Font<'a> {
    to_unicode: Option<Cmap>,
    coding: Coding<'a>,
    widths: HashMap<u32, f64>,
    default: f64,
    /// Thousandths, but for fonts that are drawn in a space of their own.
    unit: f64,
}

/// What codes stand for without a `ToUnicode` map.
enum Coding<'a> {
    /// One byte a code.
    Simple(Option<Encoding<'a>>),
    /// Two bytes a code, which stands for nothing that is known.
    Wide,
    /// Characters in an encoding.
    Text(&'static encoding_rs::Encoding),
}

/// Encodings of characters under the names of maps that PDF knows.
const TEXTS: [(&str, &str); 10] = [
    ("UniGB-", "utf-16be"),
    ("UniCNS-", "utf-16be"),
    ("UniJIS-", "utf-16be"),
    ("UniKS-", "utf-16be"),
    ("GBK", "gb18030"),
    ("GB-EUC", "gb18030"),
    ("ETen-B5", "big5"),
    ("90ms-RKSJ", "shift_jis"),
    ("KSC", "euc-kr"),
    ("EUC-", "euc-jp"),
];

/// A character of a text.
pub(super) struct Character {
    pub text: String,
    /// How wide it is, in sizes of the font.
    pub width: f64,
    /// Whether it is the single byte 32, which alone is widened by the spacing of words.
    pub blank: bool,
}

impl<'a> Font<'a> {
    /// Reads a font.
    pub fn read(document: &'a Document, font: &'a Dictionary) -> Self {
        let to_unicode = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
        let to_unicode = to_unicode.and_then(|stream| stream.get_plain_content_with_limit(LARGEST));
        let mut read = Self {
            to_unicode: to_unicode.ok().map(|bytes| Cmap::read(&bytes)),
            coding: Coding::Simple(None),
            widths: HashMap::new(),
            default: USUAL,
            unit: 0.001,
        };
        if font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0") {
            let name = font.get_deref(b"Encoding", document).and_then(Object::as_name).unwrap_or(b"");
            let name = String::from_utf8_lossy(name);
            let text = TEXTS.iter().find(|(prefix, _)| name.starts_with(prefix));
            let text = text.and_then(|(_, label)| encoding_rs::Encoding::for_label(label.as_bytes()));
            read.coding = text.map_or(Coding::Wide, Coding::Text);
            read.wide(document, font);
        } else {
            read.coding = Coding::Simple(font.get_font_encoding_with_limit(document, LARGEST).ok());
            read.simple(document, font);
        }
        read
    }

    fn simple(&mut self, document: &Document, font: &Dictionary) {
        let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
        let widths = font.get_deref(b"Widths", document).and_then(Object::as_array);
        for (code, width) in (u32::try_from(first).unwrap_or(0)..).zip(widths.into_iter().flatten()) {
            let width = document.dereference(width).ok().and_then(|(_, width)| width.as_float().ok());
            self.widths.extend(width.map(|width| (code, f64::from(width))));
        }
        let matrix = font.get_deref(b"FontMatrix", document).and_then(Object::as_array);
        if let Some(unit) = matrix.ok().and_then(|matrix| matrix.first()?.as_float().ok()) {
            self.unit = f64::from(unit).abs();
        }
    }

    fn wide(&mut self, document: &Document, font: &Dictionary) {
        let inner = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array);
        let inner = inner.ok().and_then(|fonts| document.dereference(fonts.first()?).ok());
        let Some(inner) = inner.and_then(|(_, font)| font.as_dict().ok()) else { return };
        let default = inner.get_deref(b"DW", document).and_then(Object::as_float);
        self.default = default.map_or(1000.0, f64::from);
        let Ok(list) = inner.get_deref(b"W", document).and_then(Object::as_array) else { return };
        let plain = |object: &'_ Object| document.dereference(object).ok().map(|(_, object)| object.clone());
        let list: Vec<Object> = list.iter().filter_map(plain).collect();
        let mut at = 0;
        while let Some(first) = list.get(at).and_then(|first| first.as_i64().ok()) {
            let first = u32::try_from(first).unwrap_or(0);
            match (list.get(at + 1), list.get(at + 2)) {
                (Some(Object::Array(widths)), _) => {
                    let widths = widths.iter().filter_map(|width| width.as_float().ok());
                    self.widths.extend((first..).zip(widths.map(f64::from)));
                    at += 2;
                }
                (Some(last), Some(width)) => {
                    let last = last.as_i64().ok().and_then(|last| u32::try_from(last).ok()).unwrap_or(first);
                    let width = width.as_float().map_or(self.default, f64::from);
                    // Codes have two bytes.
                    self.widths.extend((first..=last.min(0xffff)).map(|code| (code, width)));
                    at += 3;
                }
                _ => return,
            }
        }
    }

    /// The characters of a text.
    pub fn characters(&self, bytes: &[u8]) -> Vec<Character> {
        let mut found = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let length = self.length(bytes[at]).min(bytes.len() - at);
            let code = bytes[at..at + length].iter().fold(0, |value, byte| value << 8 | u32::from(*byte));
            let width = self.widths.get(&code).copied().unwrap_or(self.default) * self.unit;
            let text = self.text(code, &bytes[at..at + length]);
            found.push(Character { text, width, blank: length == 1 && code == 32 });
            at += length;
        }
        found
    }

    /// How many bytes the code has that begins with a byte.
    fn length(&self, first: u8) -> usize {
        match &self.coding {
            Coding::Simple(_) => 1,
            Coding::Wide if self.to_unicode.as_ref().is_some_and(|cmap| cmap.narrow) => 1,
            Coding::Text(encoding) if encoding.name() != "UTF-16BE" && first < 0x80 => 1,
            Coding::Wide | Coding::Text(_) => 2,
        }
    }

    fn text(&self, code: u32, bytes: &[u8]) -> String {
        let mapped = self.to_unicode.as_ref().and_then(|cmap| cmap.get(code));
        // Some maps say that a code stands for nothing, or for a NUL.
        if let Some(text) = mapped.filter(|text| !text.is_empty() && !text.starts_with('\0')) {
            return text;
        }
        match &self.coding {
            Coding::Simple(Some(encoding)) => encoding.bytes_to_string(bytes).unwrap_or_default(),
            Coding::Simple(None) => bytes.iter().map(|byte| char::from(*byte)).collect(),
            Coding::Text(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Coding::Wide => char::REPLACEMENT_CHARACTER.to_string(),
        }
    }
}
