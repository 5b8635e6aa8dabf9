//! What web pages have beside the text, and how they mark it.

use super::{codes, paragraphs, read, rows, truth};

fn texts(page: &[u8]) -> Vec<(String, String)> {
    let imported = read("x.html", page);
    assert_eq!(codes(&imported), Vec::<&str>::new(), "{:?}", imported.problems);
    paragraphs(&imported.records[0], "en")
}

fn labels(page: &str) -> String {
    texts(page.as_bytes()).into_iter().map(|(label, _)| label).collect::<Vec<_>>().join(" ")
}

const OPENING: &str = "<p>The Assembly of Harbours,</p><p>Recalling the sea,</p>";

#[test]
fn list_numbers_are_those_that_a_browser_shows() {
    let page = format!(
        "{OPENING}<ol><li>Decides to sail;<li><p>Urges every harbour:</p><ol type=a><li>to light lamps;<li>to put them out;</ol>\
         </ol><ol start=3><li value=3>Requests wind:<ol><li>from the west;<li>from the south;</ol></ol>"
    );
    assert_eq!(labels(&page), "PP1 OP1 OP2 OP2(a) OP2(b) OP3 OP3(1) OP3(2)");
    let typed = format!(
        "{OPENING}<ol style='list-style-type: none'><li>1. Decides;</li><li>2. Requests wind.</li></ol>"
    );
    assert_eq!(labels(&typed), "PP1 OP1 OP2");
    let twice = format!("{OPENING}<ol><li>1. Decides;</li><li>2. Requests wind.</li></ol>");
    assert_eq!(labels(&twice), "PP1 OP1 OP2");
    let backwards = format!(
        "{OPENING}<ol reversed><li value=1>Decides;</ol><ol reversed start=2><li>Requests wind.</ol>"
    );
    assert_eq!(labels(&backwards), "PP1 OP1 OP2");
}

#[test]
fn what_stands_around_the_text_is_left_out() {
    let page = format!(
        "<html><head><title>1. Title</title><style>p {{}}</style></head><body><header><h1>Harbours</h1></header>\
         <nav><ol><li>Home</li></ol></nav><div class='breadcrumbs'>Home / Texts</div><script>document.write('<p>1. x')</script>\
         {OPENING}<p hidden>Noting boats,</p><p style='display: none'>Noting oars,</p><p>1. Decides <del>not </del>to sail.</p>\
         <aside>2. See also</aside><footer><p>3. Contact</p></footer></body></html>"
    );
    let found = texts(page.as_bytes());
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[1].1, "Decides to sail.");
}

#[test]
fn the_main_part_of_a_page_is_all_of_it() {
    let long = "and the tide tables of every harbour, which volunteers have copied by hand for as long as anybody remembers, ".repeat(4);
    let page = format!(
        "<p>Recent news:</p><main><header><h1>On boats</h1></header>{OPENING}<p>1. Decides to keep the lights {long}and to sail.</p></main>\
         <p>2. Requests cookies.</p>"
    );
    assert_eq!(labels(&page), "PP1 OP1");
}

#[test]
fn breaks_make_paragraphs_and_tables_hold_them() {
    let page = "<table><tr><td>The Assembly of Harbours,<br><br>Recalling the sea,<br>\n<br>1. Decides to sail &amp; to row;<br>\
                2. Requests wind.</td></tr></table>";
    assert_eq!(labels(page), "PP1 OP1 OP2");
    assert_eq!(texts(page.as_bytes())[1].1, "Decides to sail & to row;");
}

#[test]
fn notes_are_what_links_lead_to() {
    let note = "The following delegations expressed reservations:";
    for (mark, place) in [
        (
            "<a href='#fn1' id='ref1'><sup>1</sup></a>",
            format!(
                "<section class='footnotes'><ol><li id='fn1'><p>{note}</p><ul><li>Kenya on operative paragraph 1;<li>Chile on the entire resolution. <a href='#ref1'>\u{21a9}</a></ul></ol></section>"
            ),
        ),
        (
            "<sup><a href='page.html#n1'>1</a></sup>",
            format!(
                "<hr><p><a name='n1'></a><sup>1</sup> {note} Kenya on operative paragraph 1; Chile on the entire resolution.</p>"
            ),
        ),
        (
            "<a href='#_ftn1' name='_ftnref1'>[1]</a>",
            format!(
                "<div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a> {note}</p><p>- Kenya on operative paragraph 1;</p><p>- Chile on the entire resolution.</p></div>"
            ),
        ),
        (
            "<a href='#star'>*</a>",
            format!(
                "<footer class='footnotes'><p id='star'>* {note} Kenya on operative paragraph 1; Chile on the entire resolution.</p></footer>"
            ),
        ),
    ] {
        let page = format!(
            "<p>Resolution adopted by consensus (Bergen, 3 May 2021){mark}</p>{OPENING}<p>1. Decides to sail.</p>{place}"
        );
        let imported = read("x.html", page.as_bytes());
        assert_eq!(codes(&imported), Vec::<&str>::new(), "{page}: {:?}", imported.problems);
        let expected = truth(&[("KE", "reservation", "OP1"), ("CL", "reservation", "entire")]);
        assert_eq!(rows(&imported.records[0]), expected, "{page}");
    }
}

#[test]
fn pages_of_before_utf_8_are_read() {
    let arabic = "<meta charset=windows-1256><p>إن جمعية الموانئ،<p>إذ تشير إلى البحر،<p>1. تقرر الإبحار.";
    let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(arabic);
    let imported = read("x.html", &bytes);
    let found = paragraphs(&imported.records[0], "ar");
    assert_eq!(found.iter().map(|(label, _)| label.as_str()).collect::<Vec<_>>(), ["PP1", "OP1"]);
    assert_eq!(found[1].1, "تقرر الإبحار.");
    let damaged = b"<meta charset=utf-8><p>The Assembly of Harbours,<p>Recalling the \xff sea,<p>1. Decides.";
    assert_eq!(codes(&read("x.html", damaged)), ["unreadable-characters"]);
}
