//! Faults of syntax: what the TOML parser says, in words that tell a person what to do, and one fault for one mistake.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::codes::{DUPLICATE_KEY, IMPOSSIBLE_DATE, SYNTAX};
use super::walk::Findings;
use crate::problem::Code;

/// How many mistakes that swallow what follows are looked behind of.
const MENDS: usize = 32;

type Told = (&'static Code, String, &'static str);

/// Parses the text, reports every fault of syntax, and gives `then` the table and the broken places.
pub(super) fn parse<R>(
    findings: &mut Findings<'_>,
    then: impl FnOnce(&mut Findings<'_>, &Spanned<DeTable<'_>>, Vec<Range<usize>>) -> R,
) -> R {
    let mut text = std::borrow::Cow::Borrowed(findings.source.text());
    let mut broken: Vec<_> = foreign(findings).into_iter().collect();
    if broken.is_empty() {
        broken = conflicts(findings, text.to_mut());
        for _ in 0..MENDS {
            let (_, errors) = DeTable::parse_recoverable(&text);
            let Some((lines, place, told)) = errors.iter().find_map(|error| runaway(&text, error)) else {
                break;
            };
            findings.add(told.0, place.clone(), told.1, told.2);
            broken.push(place);
            blank(text.to_mut(), lines);
        }
    } else {
        text = "".into();
    }
    let (table, errors) = DeTable::parse_recoverable(&text);
    broken.extend(report(findings, &text, &errors));
    then(findings, &table, broken)
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
    let language = match first {
        line if line.starts_with('{') => "JSON",
        line if line == "---" || yaml(line) => "YAML",
        _ => return None,
    };
    let start = text.find(first).unwrap_or(0);
    let message = format!("the file looks like {language}, and a record is TOML");
    findings.add(
        &SYNTAX,
        start..start + first.len(),
        message,
        "write keys as in `format = 1`, sections as in [resolution]; `reservations new` writes a skeleton",
    );
    Some(start..start + first.len())
}

fn is_bare(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
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

/// A mistake that swallows what follows, a list or a long text that is not closed: the lines to leave out, the place,
/// and what is told.
fn runaway(text: &str, error: &toml::de::Error) -> Option<(Range<usize>, Range<usize>, Told)> {
    let at = error.span().unwrap_or(text.len()..text.len()).start.min(text.len());
    let message = error.message();
    if message.contains("multi-line") && message.contains("string") {
        let mark = if message.contains("literal") { "'''" } else { "\"\"\"" };
        let open = text[..at].rfind(mark)?;
        let from = text[..open].rfind('\n').map_or(0, |at| at + 1);
        let to = text[open..].find("\n[").map_or(text.len(), |at| open + at);
        let told = format!("a text that begins with {mark} is not closed");
        return Some((
            from..to,
            open..open + 3,
            (&SYNTAX, told, "write the three quotation marks again where the text ends"),
        ));
    }
    if !message.contains("array") || message.contains("array table") {
        return None;
    }
    let from = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let line = text[from..].lines().next().unwrap_or_default().trim();
    let header = line.starts_with('[') && line.ends_with(']') && is_bare_path(line);
    let key = line.split_once('=').is_some_and(|(key, _)| is_bare_path(key));
    if !(header || key || line.is_empty()) || !text[from..at].trim().is_empty() {
        return None;
    }
    let before = text[..from].trim_end();
    let last = before.rfind('\n').map_or(0, |at| at + 1);
    let starts = before[..before.rfind('[')?].rfind('\n').map_or(0, |at| at + 1);
    let told = (&SYNTAX, "a list is not closed".into(), "write `]` behind its last value");
    Some((starts..before.len(), last.max(before.len().saturating_sub(1))..before.len(), told))
}

fn is_bare_path(text: &str) -> bool {
    let legal = |c: char| c.is_ascii_alphanumeric() || "-_. []".contains(c);
    !text.trim().is_empty() && text.chars().all(legal)
}

/// Reports what the TOML parser found: the first fault of each line, as the others on it follow from it.
fn report(findings: &mut Findings<'_>, text: &str, errors: &[toml::de::Error]) -> Vec<Range<usize>> {
    let mut errors: Vec<_> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    let mut broken: Vec<Range<usize>> = Vec::new();
    let mut line = 0;
    let mut twice = None;
    for (span, message) in errors {
        let at = findings.source.place(span.start).0;
        let section = findings.sections.at(span.start);
        let echo = message.contains("duplicate key") && twice == Some(section);
        if at != line && !echo {
            line = at;
            if message.contains("duplicate key") && findings.source.line(at).trim_start().starts_with('[') {
                twice = Some(section);
            }
            let (code, message, help) = tell(text, &span, message);
            findings.add(code, span.clone(), message, help);
            if code == &IMPOSSIBLE_DATE {
                // The rest of its section is as readable as beside any other wrong value.
                continue;
            }
        }
        broken.push(span);
    }
    broken
}

/// What is wrong and what to do, from the parser's message and what stands at the place.
fn tell(text: &str, span: &Range<usize>, message: &str) -> Told {
    let at = span.start.min(text.len());
    let rest = text.get(at..).unwrap_or_default();
    let says = |words: &str| message.contains(words);
    let word: String =
        rest.chars().take_while(|c| !c.is_whitespace() && !"=,]#".contains(*c)).take(40).collect();
    if says("duplicate key") {
        let name = rest.lines().next().unwrap_or_default();
        let name: String = name.chars().take_while(|c| !"= ].".contains(*c)).take(40).collect();
        return (
            &DUPLICATE_KEY,
            format!("`{name}` stands here for the second time"),
            "keep one of the two, or put what both say under one",
        );
    }
    if says("between") && is_about_a_date(message) {
        let told = format!(
            "`{word}` is a day or time that the calendar does not have: {}",
            message.trim_start_matches("invalid date, ")
        );
        return (
            &IMPOSSIBLE_DATE,
            told,
            "write a day that exists, such as 2022-10-15, without quotation marks",
        );
    }
    if is_about_a_date(message) || says("time") || says("hour") {
        return (&SYNTAX, format!("`{word}` is begun as a date and is none"), DATE);
    }
    at_sign(rest).unwrap_or_else(|| of_value(message, rest, &word).unwrap_or_else(|| of_line(message, rest)))
}

const DATE: &str =
    "write year-month-day with two digits each for month and day, as in 2022-10-15, and nothing behind it";

fn is_about_a_date(message: &str) -> bool {
    ["month", "day", "year", "date"]
        .iter()
        .any(|word| message.split([' ', ',', '-']).any(|found| found == *word))
}

/// Signs that are typed for others.
fn at_sign(rest: &str) -> Option<Told> {
    let told = match rest.chars().next()? {
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' => (
            "a curly quotation mark stands where a straight one belongs",
            "write \" before and behind the text; word processors change it",
        ),
        '،' => ("an Arabic comma stands where \",\" belongs", "write \",\" between the values of a list"),
        '٠'..='٩' | '۰'..='۹' => {
            ("a number is not in the digits 0 to 9", "write it in the digits 0 to 9")
        }
        '(' => ("a list stands in round brackets", "write it in square ones, as in [\"OP3\", \"OP9\"]"),
        _ => return None,
    };
    Some((&SYNTAX, told.0.into(), told.1))
}

/// A value that is no text in quotation marks and nothing else either.
fn unquoted(word: &str) -> (String, &'static str) {
    let lower = word.to_lowercase();
    match lower.as_str() {
        "" => (
            "a value is missing behind `=`".into(),
            "write it, or take the line out: what is missing is not known",
        ),
        "true" | "false" | "yes" | "no" => (
            format!("`{word}` is no value"),
            "write true or false, in small letters and without quotation marks",
        ),
        _ if lower.starts_with(|c: char| c.is_ascii_digit()) => (
            format!("`{word}` is neither a number nor a date"),
            "a number is digits alone, a date is 2022-10-15, text stands in quotation marks",
        ),
        _ if lower.ends_with('"') => (
            format!("a quotation mark is missing before `{word}`"),
            "write text as in \"KE\", with \" at both ends",
        ),
        _ => (format!("`{word}` is not in quotation marks"), "write text as in \"KE\", with \" at both ends"),
    }
}

fn of_value(message: &str, rest: &str, word: &str) -> Option<Told> {
    let says = |words: &str| message.contains(words);
    let told = if says("must be quoted") || says("missing opening quote") || says("boolean") {
        unquoted(word)
    } else if says("leading zero") {
        (format!("the number `{word}` begins with 0"), "write it without the 0")
    } else if says("escape") {
        (
            "a backslash in a text begins an escape that there is not".into(),
            "write \\\\ for one backslash, or put the text in single quotation marks",
        )
    } else if says("basic string") || says("literal string") {
        (
            "a quotation mark is missing at the end of the text".into(),
            "write it where the text ends; a text on several lines stands in \"\"\"",
        )
    } else if says("unexpected key or value") && rest.starts_with(',') {
        (
            "a comma stands behind the value".into(),
            "take it out: commas stand only between the values of a list; a number is digits alone",
        )
    } else if says("unexpected key or value") {
        (
            format!("`{word}` stands behind a value that has ended"),
            "begin a new line for another key; inside a text write \\\" for a quotation mark",
        )
    } else {
        return None;
    };
    Some((&SYNTAX, told.0, told.1))
}

fn of_line(message: &str, rest: &str) -> Told {
    let says = |words: &str| message.contains(words);
    let told = if says("missing comma") {
        (
            "a comma is missing between two values of a list",
            "write it between them, or `]` where the list ends",
        )
    } else if says("unclosed array table") {
        ("the header is not closed", "write it between two brackets at both ends, as in [[position]]")
    } else if says("unclosed table") {
        ("the header is not closed", "write `]` behind it, as in [resolution]")
    } else if says("unclosed array") {
        ("a list is not closed", "write `]` behind its last value")
    } else if says("unquoted key") && rest.starts_with(':') {
        ("a colon stands where `=` belongs", "write `=` between a key and its value")
    } else if says("unquoted key") && rest.starts_with('/') {
        ("`/` begins neither a key nor a comment", "begin a comment with #")
    } else if says("unquoted key") {
        (
            "a key has a character other than a-z, 0-9, - and _",
            "write a key of the format; a code or label that needs other characters stands in quotation marks",
        )
    } else if says("key with no value") {
        (
            "`=` is missing behind the key",
            "write the line as in kind = \"reservation\", or begin it with # where it is a comment",
        )
    } else {
        return (&SYNTAX, message.to_owned(), "see the place, and what stands just before it");
    };
    (&SYNTAX, told.0.into(), told.1)
}
