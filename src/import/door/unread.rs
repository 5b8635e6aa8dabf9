//! Formats that are known and not read, told by the first bytes of a file or by what an archive holds.

use memchr::memmem;

/// What to do with a document of a format that is not read.
pub(super) const HELP: &str = "save it as DOCX, HTML, PDF or plain text";
const PICTURE: &str = "a picture of a page has no text: have it recognised (OCR) and save that as text";
const PACKED: &str = "take the documents out of it and import those";

/// What a format begins with, what people call it, and what to do.
const BEGINNINGS: [(&[u8], &str, &str); 18] = [
    (b"{\\rtf", "a Rich Text Format (RTF) document", HELP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word (.doc) or other Office 97-2003 document", HELP),
    (b"\xdb\xa5", "a Word document of before 1997", HELP),
    (b"\xffWPC", "a WordPerfect document", HELP),
    (b"<?xml", "an XML document that is no Akoma Ntoso", HELP),
    (b"%!PS", "a PostScript file", "make a PDF of it"),
    (b"AT&TFORM", "a DjVu document", PICTURE),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", PICTURE),
    (b"\xff\xd8\xff", "a JPEG image", PICTURE),
    (b"GIF8", "a GIF image", PICTURE),
    (b"II*\0", "a TIFF image", PICTURE),
    (b"MM\0*", "a TIFF image", PICTURE),
    (b"\x1f\x8b", "a gzip archive", PACKED),
    (b"BZh", "a bzip2 archive", PACKED),
    (b"\xfd7zXZ\0", "an xz archive", PACKED),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", PACKED),
    (b"Rar!\x1a\x07", "a RAR archive", PACKED),
    (b"\x7fELF", "a program", ""),
];

/// What the first files of a ZIP archive are, where it is a document's package.
const PACKAGES: [(&[u8], &str, &str); 6] = [
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text", HELP),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", HELP),
    (b"application/epub+zip", "an EPUB book", HELP),
    (b"xl/workbook.xml", "an Excel workbook", HELP),
    (b"ppt/presentation.xml", "a PowerPoint presentation", HELP),
    (b"word/document.xml", "a Word document", HELP),
];

/// The name of a format that is not read, and what to do with the file; none for bytes that may be text.
pub(super) fn format(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let package = PACKAGES.iter().find(|(sign, ..)| memmem::find(bytes, sign).is_some());
        return Some(package.map_or(("a ZIP archive", PACKED), |(_, name, help)| (*name, *help)));
    }
    let known = BEGINNINGS.iter().find(|(sign, ..)| bytes.starts_with(sign));
    known.map(|(_, name, help)| (*name, *help))
}
