//! Faults of syntax: what the TOML parser says, in words that tell a person what to do, and one fault for one mistake.

mod day;
mod open;
mod told;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::broken::{Broken, begins_with_key};
use super::codes::{IMPOSSIBLE_DATE, NUL, SYNTAX, WRONG_TYPE};
use super::sections::Sections;
use super::walk::Findings;
use crate::problem::{About, SourceText};
use told::{Line, Told, name_at, tell};

pub(super) use day::day;

/// How many mistakes that swallow what follows are looked behind of.
const MENDS: usize = 32;

/// Parses the text, reports every fault of syntax, and gives `then` the table and the broken places. `marred` are
/// places that were found to be so before.
pub(super) fn parse<R>(
    findings: &mut Findings<'_>,
    marred: Vec<Range<usize>>,
    then: impl FnOnce(&mut Findings<'_>, &Spanned<DeTable<'_>>, Broken) -> R,
) -> R {
    let source = findings.source.clone();
    if marred.is_empty() && !source.text().contains("\n<<<<<<<") && !source.text().contains('\0') {
        let (table, errors) = DeTable::parse_recoverable(source.text());
        if errors.is_empty() {
            return then(findings, &table, Broken::default());
        }
    }
    parse_broken(findings, marred, then)
}

/// Parses a text with faults of syntax.
fn parse_broken<R>(
    findings: &mut Findings<'_>,
    mut marred: Vec<Range<usize>>,
    then: impl FnOnce(&mut Findings<'_>, &Spanned<DeTable<'_>>, Broken) -> R,
) -> R {
    let mut text = Cow::Borrowed(findings.source.text());
    let mut lost: Vec<_> = foreign(findings).into_iter().collect();
    if lost.is_empty() {
        marred.extend(controls(findings, text.to_mut()));
        lost.extend(conflicts(findings, text.to_mut()));
        for _ in 0..MENDS {
            let (_, errors) = DeTable::parse_recoverable(&text);
            let Some((lines, place, told)) = errors.iter().find_map(|error| long_text(&text, error)) else {
                break;
            };
            findings.add(told.0, place.clone(), told.1, told.2);
            lost.push(place);
            blank(text.to_mut(), lines);
        }
        lost.extend(open_brackets(findings, text.to_mut()));
    } else {
        text = "".into();
    }
    let (table, errors) = DeTable::parse_recoverable(&text);
    lost.extend(report(findings, &text, &errors, &marred));
    then(findings, &table, Broken { lost, marred })
}

/// Makes some lines blank, so that all that stands elsewhere keeps its place.
fn blank(text: &mut String, lines: Range<usize>) {
    let blanks: String =
        text[lines.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(lines, &blanks);
}

/// A file of another language, JSON or YAML: one fault.
fn foreign(findings: &mut Findings<'_>) -> Option<Range<usize>> {
    let text = findings.source.text();
    let content = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let first = text.lines().find(content).unwrap_or_default().trim();
    let yaml = |line: &str| line.split_once(':').is_some_and(|(key, _)| is_bare(key)) && !line.contains('=');
    let skeleton =
        "write keys as in `format = 1`, sections as in [resolution]; `reservations new` writes a skeleton";
    let document =
        "`reservations import` reads documents; a record is plain text, as `reservations new` writes it";
    let (what, help) = match first {
        line if line.starts_with('{') => ("the file looks like JSON, and a record is TOML", skeleton),
        line if line == "---" || yaml(line) => ("the file looks like YAML, and a record is TOML", skeleton),
        line if line.starts_with("PK\u{3}\u{4}") => ("the file is a Word document or an archive", document),
        line if line.starts_with("%PDF") => ("the file is a PDF", document),
        line if line.starts_with('<') && !line.starts_with("<<<<<<<") => {
            ("the file looks like XML or HTML", document)
        }
        _ if !text.lines().any(|line| line.contains('=') || line.trim_start().starts_with('[')) => {
            ("the file is text without any key, and a record is TOML", skeleton)
        }
        _ => return None,
    };
    let start = text.find(first).unwrap_or(0);
    findings.add(&SYNTAX, start..start + first.len(), what, help);
    Some(start..start + first.len())
}

fn is_bare(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Control characters, each a fault at its place, made blanks: the parser tells of them as of texts that do not end.
fn controls(findings: &mut Findings<'_>, text: &mut String) -> Vec<Range<usize>> {
    let control = |c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r');
    let places = runs(text, control);
    for place in &places {
        let (code, message) = match text.as_bytes().get(place.start).copied().unwrap_or_default() {
            0 if place.len() > 1 => (&NUL, format!("the file holds {} NUL characters here", place.len())),
            0 => (&NUL, "the file holds a NUL character".to_owned()),
            code => (&SYNTAX, format!("a control character, U+{code:04X}, stands in the file")),
        };
        let help = "take it out; an editor may show it as a box, or not at all";
        findings.add(code, place.clone(), message, help);
        text.replace_range(place.clone(), &" ".repeat(place.len()));
    }
    places
}

/// Where one of some characters stands, or the same several times in a row.
pub(super) fn runs(text: &str, is: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, found) in text.match_indices(is) {
        let again = |run: &&mut Range<usize>| run.end == at && text[run.start..].starts_with(found);
        match runs.last_mut().filter(again) {
            Some(run) => run.end = at + found.len(),
            None => runs.push(at..at + found.len()),
        }
    }
    runs
}

/// Each place where a merge left both versions: one fault. The second version is left out.
fn conflicts(findings: &mut Findings<'_>, text: &mut String) -> Vec<Range<usize>> {
    let mut broken = Vec::new();
    let mut blanks = Vec::new();
    let (mut open, mut at) = (None, 0);
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.trim_end().len());
        at += line.len();
        if line.starts_with("<<<<<<<") && open.is_none() {
            open = Some(start..end);
        } else if line.starts_with(">>>>>>>")
            && let Some(first) = open.take()
        {
            blanks.push(first.start..end);
            let help =
                "keep one of the two versions, and take out the lines with <<<<<<<, ======= and >>>>>>>";
            findings.add(&SYNTAX, first.clone(), "a merge left both versions here", help);
            broken.push(first);
        }
    }
    blanks.into_iter().for_each(|lines| blank(text, lines));
    broken
}

/// A long text that is not closed: the lines to leave out, the place, and what is told.
fn long_text(text: &str, error: &toml::de::Error) -> Option<(Range<usize>, Range<usize>, Told)> {
    let at = error.span().unwrap_or(text.len()..text.len()).start.min(text.len());
    let message = error.message();
    if !message.contains("multi-line") || !message.contains("string") {
        return None;
    }
    let mark = if message.contains("literal") { "'''" } else { "\"\"\"" };
    let open = text[..at].rfind(mark)?;
    let from = text[..open].rfind('\n').map_or(0, |at| at + 1);
    let to = Sections::of(text).after(open, text);
    let told = format!("a text that begins with {mark} is not closed");
    let help = "write the three quotation marks again where the text ends";
    Some((from..to, open..open + 3, (&SYNTAX, told, help.into())))
}

/// Brackets and braces that are not closed where the next key begins: each is a fault, and its lines are left out, as
/// they would swallow what follows. One with which the parser is content is none.
fn open_brackets(findings: &mut Findings<'_>, text: &mut String) -> Vec<Range<usize>> {
    let mut errors = DeTable::parse_recoverable(text).1.len();
    let mut broken = Vec::new();
    let found = if errors == 0 { Vec::new() } else { open::brackets(text) };
    for bracket in found.into_iter().take(MENDS) {
        let mut without = text.clone();
        blank(&mut without, bracket.lines.clone());
        let left = DeTable::parse_recoverable(&without).1.len();
        if left >= errors {
            continue;
        }
        (*text, errors) = (without, left);
        let (place, told) = bracket.told(findings.source.text());
        findings.add(told.0, place.clone(), told.1, told.2);
        broken.push(place);
    }
    broken
}

fn is_bare_path(text: &str) -> bool {
    let legal = |c: char| c.is_ascii_alphanumeric() || "-_. []".contains(c);
    !text.trim().is_empty() && text.chars().all(legal)
}

/// Reports what the TOML parser found: the first fault of each line, as the others on it follow from it, and none where
/// a character could not be read.
fn report(
    findings: &mut Findings<'_>,
    text: &str,
    errors: &[toml::de::Error],
    marred: &[Range<usize>],
) -> Vec<Range<usize>> {
    let place = |error: &toml::de::Error| match error.span() {
        Some(span) => span,
        // The parser says of one fault only that it is there: a key or a list that is too deep.
        None => deepest(text),
    };
    let mut errors: Vec<_> = errors.iter().map(|error| (place(error), error.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    let mut echoes = Echoes::default();
    echoes.lines.extend(marred.iter().map(|span| findings.source.place(span.start).0));
    let mut broken: Vec<Range<usize>> = Vec::new();
    for (span, message) in errors {
        let at = findings.source.place(span.start).0;
        let section = findings.sections.at(span.start);
        if !echoes.explain(findings.source, (at, section), message) {
            if message.contains("cannot extend value") {
                let above = value_above(&text[section..span.start], &text[span.start..]);
                broken.extend(above.map(|own| section + own.start..section + own.end));
            }
            let single = single(text, &span, message);
            let about = match single.is_some() || message.contains("duplicate key") {
                true => About::key("", name_at(text, span.start)),
                false => About::key("", Line::at(text, span.start).key),
            };
            let (code, message, help) = single.unwrap_or_else(|| tell(text, &span, message));
            findings.add_about(code, span.clone(), message, help, about);
            if code == &IMPOSSIBLE_DATE {
                // The rest of its section is as readable as beside any other wrong value.
                continue;
            }
        }
        broken.push(span);
    }
    broken
}

/// What is told of a second header under single brackets of which there may be several: `[position]`.
fn single(text: &str, span: &Range<usize>, message: &str) -> Option<Told> {
    let name = text.get(span.clone()).filter(|_| message.contains("duplicate key"))?;
    let several = ["position", "vote", "source", "part"].contains(&name);
    let header =
        text[..span.start].trim_end().ends_with('[') && !text[..span.start].trim_end().ends_with("[[");
    (several && header).then(|| {
        let help = format!("write [[{name}]], with two brackets at both ends, wherever it stands");
        (&WRONG_TYPE, format!("`{name}` stands under single brackets"), help.into())
    })
}

/// What explains the faults below one that was told.
#[derive(Default)]
struct Echoes {
    /// Lines of which a fault was told.
    lines: BTreeSet<usize>,
    /// The section of a header that stands twice.
    twice: Option<usize>,
    /// The section of a line that cannot be read and has no key: below it keys seem to stand twice.
    torn: Option<usize>,
    /// A mark of a merge was told.
    merge: bool,
    /// Headers under single brackets that stand twice.
    single: BTreeSet<String>,
    /// The last line of a text that its quotation marks do not close, and does not end on its line.
    text: Option<usize>,
}

impl Echoes {
    /// Whether a fault follows from what was told; else it is told now.
    fn explain(&mut self, source: &SourceText, (at, section): (usize, usize), message: &str) -> bool {
        if self.lines.contains(&at) {
            // The others on a line follow from its first.
            if message.contains("basic string") {
                self.text = Some(at);
            }
            return true;
        }
        let line = source.line(at);
        let again = message.contains("duplicate key");
        // A header of several is only told to be there twice where it is not, or where a fault above hides what it is.
        let several = line.trim_start().starts_with("[[") && !self.lines.is_empty();
        let twice = again && (self.twice == Some(section) || self.torn == Some(section) || several);
        // Of a merge that is cut off on one side, the marks that are left are one fault.
        let mark = merge_mark(line).is_some();
        let merge = self.merge && mark;
        self.merge |= mark;
        // What a text over several lines says is no line of TOML.
        let blank = |line: usize| source.line(line).trim().is_empty();
        let goes_on = self.text.is_some_and(|last| (last + 1..at).all(blank));
        let text = goes_on && !begins_with_key(line) && !line.starts_with('[');
        self.text = (text || message.contains("basic string")).then_some(at);
        // Of headers with too few brackets the first that stands twice is told for all.
        let bare = again && line.trim_start().starts_with('[') && !line.trim_start().starts_with("[[");
        let single = bare && !self.single.insert(line.trim().to_owned());
        if again && line.trim_start().starts_with('[') {
            self.twice = Some(section);
        }
        self.lines.insert(at);
        if twice || merge || text || single {
            return true;
        }
        if !begins_with_key(line) {
            self.torn = Some(section);
        }
        false
    }
}

/// Where the value stands, in the text of a section above a dotted key, beside which there is no room for that key: the
/// two lines are one fault.
fn value_above(above: &str, key: &str) -> Option<Range<usize>> {
    let table = key.split('.').next()?.trim();
    let is_its = |line: &&str| line.split_once('=').is_some_and(|(own, _)| own.trim() == table);
    let line = above.lines().find(is_its)?;
    let at = above.find(line)?;
    Some(at..at + line.len())
}

/// The line with the most dots and brackets.
fn deepest(text: &str) -> Range<usize> {
    let mut at = 0;
    let mut best = (0, 0..0);
    for line in text.split_inclusive('\n') {
        let depth = line.bytes().filter(|byte| b".[{".contains(byte)).count();
        if depth > best.0 {
            best = (depth, at..at + line.trim_end().len());
        }
        at += line.len();
    }
    best.1
}

/// Where the first carriage return stands of a text whose lines end with one alone, which to the parser is one line.
pub(super) fn carriage_returns(text: &str) -> Option<usize> {
    let first = text.find('\r')?;
    let alone = text.matches('\r').count() - text.matches("\r\n").count();
    (alone > text.matches('\n').count()).then_some(first)
}

/// What [`carriage_returns`] has found.
pub(super) const ONLY_CARRIAGE_RETURNS: &str =
    "the lines of the file end with CR alone, as on an old Macintosh";

pub(super) const LINE_ENDS: &str =
    "save the file with line ends of Unix (LF) or Windows (CRLF); an editor shows which it writes";

fn merge_mark(line: &str) -> Option<&'static str> {
    ["<<<<<<<", "=======", ">>>>>>>"].into_iter().find(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;
    use crate::problem::SourceText;

    /// The faults of a text: line, column, the text at the place, and the message.
    fn faults(text: &str) -> Vec<String> {
        let told = |problem: &crate::problem::Problem| {
            let (line, column) = problem.place();
            let own = &text[problem.span()];
            format!("{line}:{column} {own:?} {}", problem.message)
        };
        read(&SourceText::new("r.toml", text)).problems.iter().map(told).collect()
    }

    #[test]
    fn a_file_of_another_kind_is_one_fault() {
        let (json, yaml) = (
            "the file looks like JSON, and a record is TOML",
            "the file looks like YAML, and a record is TOML",
        );
        let none = "the file is text without any key, and a record is TOML";
        for (text, want) in [
            ("{\"format\": 1}\n", format!("1:1 \"{{\\\"format\\\": 1}}\" {json}")),
            ("\n# a remark\n  { \n", format!("3:3 \"{{\" {json}")),
            ("---\nformat: 1\n", format!("1:1 \"---\" {yaml}")),
            ("# a remark\nfor-mat_1: 1\n", format!("2:1 \"for-mat_1: 1\" {yaml}")),
            ("PK\u{3}\u{4}[x\n", "1:1 \"PK\\u{3}\\u{4}[x\" the file is a Word document or an archive".into()),
            ("%PDF-1.7 [\n", "1:1 \"%PDF-1.7 [\" the file is a PDF".into()),
            ("<html lang=\"en\">\n", "1:1 \"<html lang=\\\"en\\\">\" the file looks like XML or HTML".into()),
            ("They reserved\non OP3.\n", format!("1:1 \"They reserved\" {none}")),
        ] {
            assert_eq!(faults(text), [want], "{text}");
        }
        for (text, want) in [
            ("a b: c = 1\n", "the key `a b: c` has a blank in it"),
            (": 1 = 2\n", "a colon stands where `=` belongs"),
            ("words\n[position]\n", "`=` is missing behind the key"),
            ("words\nformat = 1\n", "`=` is missing behind the key"),
        ] {
            assert!(faults(text)[0].ends_with(want), "{:?}", faults(text));
        }
    }

    #[test]
    fn control_characters_are_told_by_runs() {
        let text = "format = 1\t\r\n[resolution]\nid = \"a\u{1}\u{1}b\u{2}\u{1}\"\n# \u{7f}\n";
        let control = |code: &str| format!("a control character, U+{code}, stands in the file");
        assert_eq!(
            faults(text),
            [
                format!("3:8 \"\\u{{1}}\\u{{1}}\" {}", control("0001")),
                format!("3:11 \"\\u{{2}}\" {}", control("0002")),
                format!("3:12 \"\\u{{1}}\" {}", control("0001")),
                format!("4:3 \"\\u{{7f}}\" {}", control("007F")),
            ]
        );
        let is = |c: char| c == 'x' || c == 'y';
        assert_eq!(runs("xx-xyy", is), [0..2, 3..4, 4..6]);
        assert_eq!(runs("--", is), Vec::<Range<usize>>::new());
    }

    #[test]
    fn each_merge_is_one_fault_and_what_stands_behind_it_keeps_its_place() {
        let both = "<<<<<<< ours\nid = \"a\"\n=======\nid = \"b\"\n>>>>>>> theirs\n";
        let text = format!("format = 1\n[resolution]\nid = \"x\"\n{both}{both}by = \"vote\"\nodd = 1\n");
        let left = "\"<<<<<<< ours\" a merge left both versions here";
        assert_eq!(faults(&text), [format!("4:1 {left}"), format!("9:1 {left}")]);
        let text = format!("format = 1\n[resolution]\nid = \"x\"\n{both}[[source]]\nid = \"s\"\nodd = 1\n");
        assert_eq!(
            faults(&text),
            [format!("4:1 {left}"), "11:1 \"odd\" unknown key `odd` in [[source]]".to_owned()]
        );
        // One that is begun and not ended, and an end without a beginning, are no merge.
        for (text, mark) in [
            ("format = 1\n<<<<<<< ours\n", "<<<<<<<"),
            ("format = 1\n=======\n", "======="),
            ("format = 1\n=======\n[resolution]\nid = \"x\"\n>>>>>>> theirs\n", "======="),
            ("format = 1\n>>>>>>> theirs\n", ">>>>>>>"),
        ] {
            let told = format!(" `{mark}` is the mark of a merge conflict");
            assert!(faults(text).iter().all(|fault| fault.ends_with(&told)), "{:?}", faults(text));
            assert_eq!(faults(text).len(), 1, "{text}");
        }
        assert!(faults("format = 1\n---\n")[0].ends_with("`---` is no line of TOML"));
    }

    #[test]
    fn what_is_not_closed_swallows_nothing() {
        let text = "format = 1\n[resolution]\nid = \"x\"\n[language.en]\ntitle = \"\"\"Water\nbody = \"B\"\n[[source]]\nodd = 1\nid = \"s\"\n";
        assert_eq!(faults(text)[0], "5:9 \"\\\"\\\"\\\"\" a text that begins with \"\"\" is not closed");
        assert!(faults(text)[1].starts_with("8:1 \"odd\" unknown key"), "{:?}", faults(text));
        let text = text.replace("\"\"\"", "'''");
        assert_eq!(faults(&text)[0], "5:9 \"'''\" a text that begins with ''' is not closed");
        let head =
            "format = 1\n[resolution]\nid = \"x\"\n[[source]]\nid = \"s\"\nlanguages = [\"en\",\n  \"ar\"";
        for (rest, line, last) in [
            ("\n[[source]]\nodd = 1\n", 9, "7:6 \"\\\"\" a list is not closed"),
            ("\n\n[[source]]\nodd = 1\n", 10, "7:6 \"\\\"\" a list is not closed"),
            ("\nurl = \"u\"\nodd = 1\n", 9, "7:6 \"\\\"\" a list is not closed"),
        ] {
            let found = faults(&format!("{head}{rest}"));
            assert_eq!(found[0], last, "{found:?}");
            let behind = found.iter().filter(|fault| fault.starts_with(&format!("{line}:1 \"odd\"")));
            // In the section of the list nothing more is told.
            assert_eq!(behind.count(), usize::from(rest.contains("[[")), "{found:?}");
        }
    }

    #[test]
    fn a_brace_that_is_not_closed_is_one_fault() {
        let head = "format = 1\n[resolution]\nid = \"x\"\n[units]\n";
        let told = |brace: &str| format!("5:8 {brace:?} `{{` is not closed on its line");
        for brace in ["{\"rule\"", "{rule\"", "{ en = \"rule\"", "{"] {
            let text = format!(
                "{head}RULE = {brace}\nPART = \"part\"\nLIST = \"list\"\n[[source]]\nid = \"s\"\nodd = 1\n"
            );
            let found = faults(&text);
            assert_eq!(found[0], told(brace));
            assert!(found.len() == 2 && found[1].starts_with("10:1 \"odd\""), "{found:?}");
        }
        let closed = faults(&format!("{head}RULE = {{ en = \"rule\" }}\nPART = 1 2\n"));
        assert!(closed.iter().all(|fault| !fault.contains("`{`")), "{closed:?}");
    }

    #[test]
    fn line_ends_of_one_character() {
        let told = |text: &str| {
            let problems = read(&SourceText::new("r.toml", text)).problems;
            problems.iter().map(|problem| (problem.span(), problem.message.clone())).collect::<Vec<_>>()
        };
        let one = |at: usize| vec![(at..at + 1, ONLY_CARRIAGE_RETURNS.to_owned())];
        assert_eq!(told("format = 1\r[resolution]\rid = \"x\"\r"), one(10));
        assert_eq!(told("# a remark\rformat = 1\r"), one(10));
        assert_eq!(told("format = 1\r[resolution]\rid = \"x\"\r\n"), one(10));
        assert_ne!(told("format = 1\r\n[resolution]\r\nid = \"x\ry\"\n"), one(10));
        assert_eq!(told("format = 1\r\n[resolution]\r\nid = \"x\"\r\n"), []);
    }

    #[test]
    fn the_deepest_line_is_the_first_of_those() {
        assert_eq!(deepest("a.b\nc.d.e  \nf.[\n"), 4..9);
        assert_eq!(deepest("abc\n"), 0..0);
        assert_eq!(deepest("\n\n[[a\n"), 2..5);
    }

    #[test]
    fn a_bare_word_is_letters_digits_and_hyphens() {
        assert!(is_bare("a-B_9") && !is_bare("") && !is_bare("a b") && !is_bare("ä"));
        assert!(is_bare_path("[language . en]") && !is_bare_path("  ") && !is_bare_path("a\"b"));
    }
}
