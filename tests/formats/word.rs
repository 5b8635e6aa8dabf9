//! What Word documents have that no other program of the fixtures writes: built by hand, after the standard.

use std::io::{Cursor, Write};

use reservations::import::Imported;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{codes, paragraphs, read};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document of some body, with parts beside it: name without `.xml`, and text.
pub fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    let relation = |kind: &str, target: &str| {
        format!("<Relationship Id=\"{kind}\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"/>")
    };
    let all = |relations: &str| {
        let space = "http://schemas.openxmlformats.org/package/2006/relationships";
        format!("<Relationships xmlns=\"{space}\">{relations}</Relationships>")
    };
    put("_rels/.rels", &all(&relation("officeDocument", "word/document.xml")));
    let relations: String = parts.iter().map(|(name, _)| relation(name, &format!("{name}.xml"))).collect();
    put("word/_rels/document.xml.rels", &all(&relations));
    put("word/document.xml", &format!("<w:document {W}><w:body>{body}</w:body></w:document>"));
    for (name, text) in parts {
        put(&format!("word/{name}.xml"), &format!("<w:{name} {W}>{text}</w:{name}>"));
    }
    zip.finish().unwrap().into_inner()
}

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn numbered(list: u32, level: u32, text: &str) -> String {
    let properties = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    paragraph(&properties, text)
}

/// The beginning of a resolution.
fn opening() -> String {
    paragraph("", "The Assembly of Harbours,") + &paragraph("", "Recalling the sea,")
}

const NUMBERING: &str = "<w:abstractNum w:abstractNumId=\"5\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"(%3)\"/></w:lvl>\
    </w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/></w:num>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"5\"/>\
    <w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";

fn labels(imported: &Imported) -> String {
    let labels = paragraphs(&imported.records[0], "en").into_iter().map(|(label, _)| label);
    labels.collect::<Vec<_>>().join(" ")
}

fn texts(imported: &Imported) -> Vec<String> {
    paragraphs(&imported.records[0], "en").into_iter().map(|(_, text)| text).collect()
}

#[test]
fn lists_of_one_definition_count_together_and_begin_anew_where_they_say_so() {
    let body = opening()
        + &numbered(1, 0, "Decides to sail;")
        + &numbered(1, 0, "Urges every harbour:")
        + &numbered(1, 1, "to light lamps:")
        + &numbered(1, 2, "at dusk;")
        + &numbered(1, 2, "at night;")
        + &numbered(1, 1, "to put them out;")
        + &numbered(2, 0, "Requests wind;")
        + &numbered(2, 1, "from the west;")
        + &numbered(3, 0, "Decides to return.");
    let imported = read("x.docx", &document(&body, &[("numbering", NUMBERING)]));
    assert_eq!(labels(&imported), "PP1 OP1 OP2 OP2(a) OP2(a)(i) OP2(a)(ii) OP2(b) OP3 OP3(a) OP7");
    assert_eq!(codes(&imported), ["numbering-gap"]);
}

#[test]
fn numbers_come_through_styles_and_what_they_rest_on() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>\
        </w:style><w:style w:type=\"paragraph\" w:styleId=\"Op\"><w:basedOn w:val=\"Base\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:basedOn w:val=\"Base\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>\
        </w:numPr></w:pPr></w:style>";
    let styled = |style: &str, text: &str| paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), text);
    let unnumbered =
        paragraph("<w:pStyle w:val=\"Op\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "and to wait;");
    let body = opening()
        + &styled("Op", "Urges every harbour:")
        + &styled("Sub", "to light lamps;")
        + &styled("Sub", "to put them out:")
        + &unnumbered
        + &styled("Op", "Requests wind.");
    let imported = read("x.docx", &document(&body, &[("styles", styles), ("numbering", NUMBERING)]));
    assert_eq!(labels(&imported), "PP1 OP1 OP1(a) OP1(b) OP2");
    assert_eq!(texts(&imported)[3], "to put them out: and to wait;");
}

#[test]
fn what_was_deleted_hidden_or_is_an_instruction_is_not_read() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body = opening()
        + "<w:p><w:r><w:t>1. Decides </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins>"
        + &run("to sail")
        + "</w:ins><w:moveFrom>"
        + &run(" at noon")
        + "</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t> in secret</w:t></w:r>\
           <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
           <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + &run(" on Mon")
        + "<w:r><w:softHyphen/><w:t>days</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>;</w:t></w:r></w:p>\
           <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>2. Burns boats;</w:delText></w:r></w:del></w:p>\
           <w:p><w:r><w:t>2.</w:t><w:tab/><w:t>Requests wind.</w:t></w:r></w:p>";
    let imported = read("x.docx", &document(&body, &[]));
    assert_eq!(texts(&imported), ["Recalling the sea,", "Decides to sail on Mondays;", "Requests wind."]);
    assert_eq!(codes(&imported), Vec::<&str>::new());
}

#[test]
fn a_text_box_is_read_once_and_heads_of_pages_are_not() {
    let inner = "<w:txbxContent><w:p><w:r><w:t>2. Requests wind.</w:t></w:r></w:p></w:txbxContent>";
    let body = opening()
        + &format!(
            "<w:p><w:r><w:t>1. Decides to sail;</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{inner}\
             </mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        );
    let header = "<w:p><w:r><w:t>3. Running head</w:t></w:r></w:p>";
    let imported = read("x.docx", &document(&body, &[("header", header)]));
    assert_eq!(texts(&imported), ["Recalling the sea,", "Decides to sail;", "Requests wind."]);
}

#[test]
fn notes_have_marks_of_their_own_or_numbers_and_all_their_paragraphs() {
    let note = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"20\">\
        <w:p><w:r><w:t>* The following delegations expressed reservations:</w:t></w:r></w:p>\
        <w:p><w:r><w:t>- Kenya on operative paragraph 1;</w:t></w:r></w:p>\
        <w:p><w:r><w:t>- Chile on the entire resolution.</w:t></w:r></w:p></w:footnote>";
    let body = "<w:p><w:r><w:t>Resolution adopted by consensus (Bergen, 3 May 2021)</w:t></w:r>\
        <w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"20\"/><w:t>*</w:t></w:r></w:p>"
        .to_owned()
        + &opening()
        + &paragraph("", "1. Decides to sail.");
    let imported = read("x.docx", &document(&body, &[("footnotes", note)]));
    assert_eq!(codes(&imported), Vec::<&str>::new(), "{:?}", imported.problems);
    let expected = super::truth(&[("KE", "reservation", "OP1"), ("CL", "reservation", "entire")]);
    assert_eq!(super::rows(&imported.records[0]), expected);
}

#[test]
fn a_number_in_a_cell_of_its_own_stands_before_its_text() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph("", text));
    let long = "Decides to sail as soon as the wind allows it and the tide tables of every harbour have been published;";
    let body = opening()
        + &format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
            cell("1."),
            cell(long),
            cell("2."),
            cell("Requests wind.")
        );
    let imported = read("x.docx", &document(&body, &[]));
    assert_eq!(texts(&imported), ["Recalling the sea,", long, "Requests wind."]);
}
