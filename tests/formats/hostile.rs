//! Files that were made to harm, or came to harm: each is refused with a code, or read, and takes no more than it may.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::word::document;
use super::{codes, read, root};

fn code(name: &str, bytes: &[u8]) -> &'static str {
    let imported = read(name, bytes);
    assert!(imported.records.is_empty(), "{name}");
    let codes = codes(&imported);
    assert_eq!(codes.len(), 1, "{name}: {codes:?}");
    codes[0]
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/formats").join(name)).unwrap()
}

#[test]
fn what_is_cut_off_is_damaged_or_read_and_never_more() {
    for name in ["en/word.docx", "en/libreoffice.pdf", "ar/libreoffice.pdf", "en/pandoc.html"] {
        let whole = fixture(name);
        for part in 1..12 {
            let imported = read(name, &whole[..whole.len() * part / 12]);
            let record = imported.records.first();
            let positions = record.map_or(0, |record| record.positions.len());
            assert!(positions <= 6, "{name}: {positions}");
            assert!(record.is_some() || !imported.problems.is_empty(), "{name} cut at {part}/12 is silent");
        }
    }
    assert_eq!(code("x.docx", &fixture("en/word.docx")[..9000]), "damaged-document");
    assert_eq!(code("x.pdf", b"%PDF-1.7\n%%EOF"), "damaged-document");
}

#[test]
fn what_is_changed_here_and_there_is_read_or_refused() {
    // A small generator, always the same: a byte here and there becomes another.
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    for name in ["ru/libreoffice.pdf", "ru/pandoc.docx", "ru/libreoffice.html"] {
        let whole = fixture(name);
        for _ in 0..40 {
            let mut bytes = whole.clone();
            for _ in 0..8 {
                let at = usize::try_from(next() % bytes.len() as u64).unwrap();
                bytes[at] = u8::try_from(next() & 0xff).unwrap();
            }
            let imported = read(name, &bytes);
            assert!(!imported.records.is_empty() || !imported.problems.is_empty(), "{name}");
        }
    }
}

#[test]
fn bombs_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("word/document.xml", options).unwrap();
    let blank = vec![b' '; 1 << 20];
    (0..200).for_each(|_| zip.write_all(&blank).unwrap());
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(code("x.docx", &bytes), "document-too-large");

    let entities = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    for xml in
        [format!("{entities}<w>&b;</w>"), "<w>&b;</w>".to_owned(), "<w><a></w>".to_owned(), "<w>".to_owned()]
    {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", options).unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
        assert_eq!(code("x.docx", &zip.finish().unwrap().into_inner()), "damaged-document", "{xml}");
    }
}

#[test]
fn encrypted_documents_say_so() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let container = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 512], &name].concat();
    assert_eq!(code("x.docx", &container), "encrypted-document");
    assert_eq!(
        code("x.pdf", &pdf("<</Type/Catalog/Pages 2 0 R>>", "", "/Encrypt<</Filter/Other/V 9>>")),
        "encrypted-document"
    );
}

/// A PDF of one page with some content and trailer entries.
fn pdf(catalog: &str, content: &str, trailer: &str) -> Vec<u8> {
    let form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 6 0 R>>>>/Length 15>>stream\n/F Do /F Do  \nendstream";
    let objects = [
        catalog.to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</A 5 0 R>>/XObject<</F 6 0 R/I 7 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        form.to_owned(),
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 1>>stream\nx\nendstream".to_owned(),
    ];
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").into_bytes()));
    let trailer =
        format!("trailer<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF", objects.len() + 1);
    bytes.extend(trailer.into_bytes());
    bytes
}

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R>>";

#[test]
fn a_scanned_page_says_that_it_is_one() {
    assert_eq!(code("x.pdf", &pdf(CATALOG, "q 600 0 0 800 0 0 cm /I Do Q", "")), "scanned-document");
    let drawn = pdf(CATALOG, "BT /A 12 Tf 50 700 Td (The Assembly of Harbours,) Tj ET", "");
    assert!(!codes(&read("x.pdf", &drawn)).contains(&"scanned-document"));
}

#[test]
fn forms_that_draw_themselves_come_to_an_end() {
    let imported = read(
        "x.pdf",
        &pdf(CATALOG, "/F Do /F Do BT /A 12 Tf 50 700 Td (The Assembly of Harbours,) Tj ET", ""),
    );
    assert!(!imported.problems.is_empty() || !imported.records.is_empty());
}

#[test]
fn pages_and_parts_may_nest_as_deep_as_they_like() {
    for (open, depth) in [
        ("<div>", 200_000),
        ("<b>", 200_000),
        ("<ul><li>", 20_000),
        ("<table><tr><td>", 20_000),
        ("<q>", 20_000),
    ] {
        let page =
            format!("<p>The Assembly of Harbours,<p>Recalling the sea,<p>1. Decides.{}", open.repeat(depth));
        assert!(!read("x.html", page.as_bytes()).records.is_empty(), "{open}");
        let closed = format!("<div>{page}{}", "</i></p>".repeat(depth / 10));
        assert!(!read("x.html", closed.as_bytes()).records.is_empty(), "{open}");
    }
    let nested = |element: &str| {
        let (start, end) =
            (format!("<w:{element}>").repeat(20_000), format!("</w:{element}>").repeat(20_000));
        document(&format!("<w:p><w:r><w:t>The Assembly,</w:t></w:r></w:p>{start}{end}"), &[])
    };
    for element in ["p", "tbl", "tc", "sdt", "del"] {
        assert_eq!(code("x.docx", &nested(element)), "damaged-document", "{element}");
    }
}
