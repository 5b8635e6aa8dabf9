//! Faults of syntax: what the TOML parser says, in words that tell a person what to do, and one fault for one mistake.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::codes::{DUPLICATE_KEY, IMPOSSIBLE_DATE, NUL, SYNTAX};
use super::keys::home;
use super::walk::{Findings, Sections};
use crate::model::Label;
use crate::problem::Code;

/// How many mistakes that swallow what follows are looked behind of.
const MENDS: usize = 32;

type Told = (&'static Code, String, Cow<'static, str>);

/// Places where the syntax is broken.
#[derive(Default)]
pub(super) struct Broken {
    /// Where it is not known what was meant to stand.
    pub lost: Vec<Range<usize>>,
    /// Single characters that could not be read: what stands around them was.
    pub marred: Vec<Range<usize>>,
}

impl Broken {
    /// The sections that hold one of the places, by where they begin: a fault there may only follow from it.
    pub fn spoilt(&self, sections: &Sections) -> BTreeSet<usize> {
        self.lost.iter().chain(&self.marred).map(|span| sections.at(span.start)).collect()
    }
}

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
            let Some((lines, place, told)) = errors.iter().find_map(|error| runaway(&text, error)) else {
                break;
            };
            findings.add(told.0, place.clone(), told.1, told.2);
            lost.push(place);
            blank(text.to_mut(), lines);
        }
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
            (&SYNTAX, told, "write the three quotation marks again where the text ends".into()),
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
    let told = match is_of_two_kinds(before[last..].split('=').next_back().unwrap_or_default().trim()) {
        true => (&SYNTAX, TWO_KINDS.into(), "write \" at both ends".into()),
        false => (&SYNTAX, "a list is not closed".into(), "write `]` behind its last value".into()),
    };
    Some((starts..before.len(), last.max(before.len().saturating_sub(1))..before.len(), told))
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
    let marred: BTreeSet<usize> = marred.iter().map(|span| findings.source.place(span.start).0).collect();
    let place = |error: &toml::de::Error| match error.span() {
        Some(span) => span,
        // The parser says of one fault only that it is there: a key or a list that is too deep.
        None => deepest(text),
    };
    let mut errors: Vec<_> = errors.iter().map(|error| (place(error), error.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    let mut broken: Vec<Range<usize>> = Vec::new();
    let mut line = 0;
    let (mut twice, mut merge) = (None, false);
    for (span, message) in errors {
        let at = findings.source.place(span.start).0;
        let section = findings.sections.at(span.start);
        // A header of several is only told to be there twice where it is not, or where a fault above hides what it is.
        let several = findings.source.line(at).trim_start().starts_with("[[") && !broken.is_empty();
        let echo = message.contains("duplicate key") && (twice == Some(section) || several);
        // Of a merge that is cut off on one side, the marks that are left are one fault.
        let mark = merge_mark(findings.source.line(at));
        let echo = echo || (merge && mark.is_some());
        merge |= mark.is_some();
        if at != line && !echo && !marred.contains(&at) {
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
        let help = "keep one of the two, or put what both say under one";
        return (&DUPLICATE_KEY, format!("`{name}` stands here for the second time"), help.into());
    }
    if says("between") && is_about_a_date(message) {
        let told = format!(
            "`{word}` is a day or time that the calendar does not have: {}",
            message.trim_start_matches("invalid date, ")
        );
        let help = "write a day that exists, such as 2022-10-15, without quotation marks";
        return (&IMPOSSIBLE_DATE, told, help.into());
    }
    let line = Line::at(text, at);
    of_marks(&line, rest)
        .or_else(|| of_whole_line(&line))
        .or_else(|| at_sign(&line, rest))
        .or_else(|| {
            let date = is_about_a_date(message) || says("time") || says("hour");
            date.then(|| (&SYNTAX, format!("`{word}` is begun as a date and is none"), DATE.into()))
        })
        .or_else(|| of_value(message, &line, rest, &word))
        .unwrap_or_else(|| of_line(message, rest))
}

/// The line of a fault: its key, its value without a comment, and whether the fault is in the value.
struct Line<'t> {
    key: &'t str,
    value: Option<&'t str>,
    in_value: bool,
}

impl<'t> Line<'t> {
    fn at(text: &'t str, at: usize) -> Self {
        let from = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let line = text.get(from..).unwrap_or_default().lines().next().unwrap_or_default();
        let equals = line.find('=');
        let value = equals.map(|equals| line[equals + 1..].split('#').next().unwrap_or_default().trim());
        let key = line[..equals.unwrap_or(line.len())].trim();
        Self { key, value, in_value: equals.is_some_and(|equals| at > from + equals) }
    }
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

/// Lines that are no line of TOML: what a merge left, of which one end is gone, and a rule between sections.
fn of_marks(line: &Line<'_>, rest: &str) -> Option<Told> {
    if let Some(mark) = merge_mark(rest).filter(|_| !line.in_value) {
        let help = "choose one side, and take out the lines with <<<<<<<, ======= and >>>>>>>";
        return Some((&SYNTAX, format!("`{mark}` is the mark of a merge conflict"), help.into()));
    }
    let rule = line.value.is_none() && line.key.len() > 2 && line.key.bytes().all(|byte| byte == b'-');
    rule.then(|| {
        let told = format!("`{}` is no line of TOML", line.key);
        (&SYNTAX, told, "take it out; what begins a section is its header".into())
    })
}

/// Mistakes that are clear from the whole line: a day that is written otherwise, a number in words, a header without
/// brackets, a key that needs quotation marks.
fn of_whole_line(line: &Line<'_>) -> Option<Told> {
    let told = |message: String, help: String| Some((&SYNTAX, message, Cow::Owned(help)));
    let Some(value) = line.value else { return of_header(line) };
    if let Some(day) = day(value).filter(|_| line.in_value) {
        return told(format!("`{value}` is not how a date is written here"), format!("write {day}"));
    }
    if let Some(help) = either_day(value).filter(|_| line.in_value) {
        return told(format!("`{value}` is not how a date is written here"), help);
    }
    let count =
        ["preambular", "operative", "in-favour", "against", "abstaining", "format"].contains(&line.key);
    if count
        && line.in_value
        && value.starts_with(|c: char| c.is_alphabetic() || c.is_ascii_digit())
        && value.contains(|c: char| !c.is_ascii_digit() && c != ',')
    {
        let help =
            "write a whole number in the digits 0 to 9, or take the line out: what is missing is not known";
        return told(format!("`{value}` is no number"), help.into());
    }
    if let Some(key) = line.key.strip_suffix(':').filter(|_| !line.in_value) {
        let key = key.trim_end();
        return told("a colon stands before `=`".into(), format!("take it out: write {key} = …"));
    }
    if line.key.contains(' ') && !line.in_value && !line.key.contains(['"', '\'', '[', ']', '#']) {
        let squeezed: String = line.key.split(' ').collect::<String>().to_uppercase();
        let dashed = line.key.replace(' ', "-");
        let help = match squeezed.parse::<Label>() {
            Ok(label) => format!("write {label} = …"),
            Err(_) if home(&dashed).is_some() => format!("write {dashed} = …"),
            Err(_) => {
                "write a key of one word: a code as in CZ = \"Czechia\", a label as in OP3 = \"…\"".into()
            }
        };
        return told(format!("the key `{}` has a blank in it", line.key), help);
    }
    let odd = line.key.contains(['(', '/']) && !line.key.contains(['"', '\'', ' ']);
    if odd && !line.in_value && !line.key.starts_with("//") {
        return told(
            format!("the key `{}` needs quotation marks", line.key),
            format!("write it as in \"{}\" = …", line.key),
        );
    }
    None
}

/// Mistakes in the line of a header: its name is missing or without brackets, or something stands behind it.
fn of_header(line: &Line<'_>) -> Option<Told> {
    let told = |message: String, help: String| Some((&SYNTAX, message, Cow::Owned(help)));
    let sections = ["resolution", "source", "units", "part", "language", "position", "vote"];
    let section = line.key.trim_matches(['[', ']', ' ']);
    let double = ["source", "part", "position", "vote"].contains(&section);
    let header = if double { format!("[[{section}]]") } else { format!("[{section}]") };
    if !line.key.is_empty() && line.key.trim_matches('[').is_empty() {
        let help = "write it as in [[position]], or take it out; look whether the file was cut off here";
        return told("a header is begun and has no name".into(), help.into());
    }
    let bare = sections.contains(&section) && !line.key.contains(['[', ']']);
    if let Some((name, behind)) = behind_header(line.key) {
        if behind.contains(char::is_alphanumeric)
            && !line.key.contains([' ', '\t'])
            && line.key.ends_with(']')
        {
            let sign: String = behind.chars().take(1).collect();
            return told(format!("`{sign}` stands in the name of a header"), "take it out".into());
        }
        let help = match behind.len() == 2 && behind.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            true => format!("write it on a line below, as in delegation = \"{}\"", behind.to_uppercase()),
            false => format!("write {name} alone, and what belongs to it on lines below"),
        };
        return told(format!("`{behind}` stands behind a header"), help);
    }
    if bare { told(format!("`{section}` stands without brackets"), format!("write {header}")) } else { None }
}

/// A header and what stands behind its name, inside the brackets or behind them: `[[position]] CZ`, `[[position 1]]`.
fn behind_header(line: &str) -> Option<(String, &str)> {
    let inner = line.trim_start_matches('[');
    let open = line.len() - inner.len();
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-' || c == '_'))?;
    let (name, rest) = inner.split_at(end);
    let behind = rest.trim_matches([']', ' ', '\t']);
    let closes = rest.matches(']').count() == open && (1..=2).contains(&open) && !name.is_empty();
    let header = format!("{}{name}{}", "[".repeat(open), "]".repeat(open));
    (closes && !behind.is_empty() && !behind.starts_with('#')).then_some((header, behind))
}

/// The day that a value means which is no date of TOML: `15/10/2022`, `15 October 2022`, `2022-10-5`. None where day
/// and month could be exchanged.
pub(super) fn day(value: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let pieces: Vec<&str> =
        value.split(['/', '.', '-', ' ', ',']).filter(|piece| !piece.is_empty()).collect();
    let [one, two, three] = pieces.as_slice() else { return None };
    let number = |text: &str| text.parse::<u32>().ok();
    let month = |text: &str| {
        let lower = text.to_lowercase();
        (1u32..).zip(MONTHS).find(|(_, known)| lower.starts_with(known)).map(|(month, _)| month)
    };
    let (year, month, day) = match (number(one), number(two), number(three)) {
        (Some(year), Some(month), Some(day)) if year > 999 => (year, month, day),
        (Some(day), Some(month), Some(year)) if year > 999 && day > 12 => (year, month, day),
        (Some(month), Some(day), Some(year)) if year > 999 && day > 12 => (year, month, day),
        (Some(both), Some(same), Some(year)) if year > 999 && both == same => (year, both, both),
        (Some(day), None, Some(year)) if year > 999 => (year, month(two)?, day),
        (None, Some(day), Some(year)) if year > 999 => (year, month(one)?, day),
        _ => return None,
    };
    let day = super::raw::Date::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(day.to_string()).filter(|day| day != value)
}

/// What to write for a date of three numbers of which it is not clear what day they mean: `01.08.2023`.
fn either_day(value: &str) -> Option<String> {
    let pieces: Vec<&str> = value.split(['/', '.', '-']).collect();
    let [one, two, year] = pieces.as_slice() else { return None };
    let number = |piece: &str| !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = one.len() <= 2 && two.len() <= 2 && matches!(year.len(), 2 | 4);
    if !shaped || !pieces.iter().all(|piece| number(piece)) {
        return None;
    }
    let date = |month: &str, day: &str| {
        super::raw::Date::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    match (date(two, one), date(one, two)) {
        (Some(first), Some(second)) if year.len() == 4 => {
            Some(format!("write {first} or {second}, whichever is meant"))
        }
        _ => Some(DATE.into()),
    }
}

const DATE: &str =
    "write year-month-day with two digits each for month and day, as in 2022-10-15, and nothing behind it";

fn is_about_a_date(message: &str) -> bool {
    ["month", "day", "year", "date"]
        .iter()
        .any(|word| message.split([' ', ',', '-']).any(|found| found == *word))
}

/// Signs that are typed for others.
fn at_sign(line: &Line<'_>, rest: &str) -> Option<Told> {
    let first = rest.chars().next()?;
    if first != ' '
        && (first.is_whitespace() || crate::fold::is_invisible(first))
        && !"\t\r\n".contains(first)
    {
        let told = format!("an invisible character, U+{:04X}, stands here", u32::from(first));
        return Some((&SYNTAX, told, "take it out, or type a plain blank in its place".into()));
    }
    let told = match first {
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' => (
            "a curly quotation mark stands where a straight one belongs",
            "write \" before and behind the text; word processors change it",
        ),
        '،' => ("an Arabic comma stands where \",\" belongs", "write \",\" between the values of a list"),
        '٠'..='٩' | '۰'..='۹' => {
            ("a number is not in the digits 0 to 9", "write it in the digits 0 to 9")
        }
        '=' if line.in_value => ("`=` stands twice", "write it once, between a key and its value"),
        '/' if rest.starts_with("//") => ("`//` begins no comment", "begin a comment with #"),
        '(' if line.in_value => {
            ("a list stands in round brackets", "write it in square ones, as in [\"OP3\", \"OP9\"]")
        }
        _ => return None,
    };
    Some((&SYNTAX, told.0.into(), told.1.into()))
}

const TWO_KINDS: &str = "a text begins with one kind of quotation mark and ends with the other";

/// Whether a text begins with one kind of quotation mark and ends with the other: `'reservation"`.
fn is_of_two_kinds(value: &str) -> bool {
    let bare = value.trim_matches(['[', ']', ' ', ',']);
    (bare.starts_with('\'') && bare.ends_with('"')) || (bare.starts_with('"') && bare.ends_with('\''))
}

/// A value that is no text in quotation marks and nothing else either.
fn unquoted(line: &Line<'_>, word: &str) -> (String, Cow<'static, str>) {
    let lower = word.to_lowercase();
    let value = line.value.filter(|value| !value.contains(['"', '\'', '[', ']', '{', ','])).unwrap_or(word);
    let (message, help) = match lower.as_str() {
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
        _ => {
            let lists =
                ["on", "on-behalf-of", "languages", "voted-in-favour", "voted-against", "voted-abstaining"];
            let list = lists.contains(&line.key) && line.value == Some(value);
            let help = if list { format!("write [\"{value}\"]") } else { format!("write \"{value}\"") };
            return (format!("`{word}` is not in quotation marks"), help.into());
        }
    };
    (message, help.into())
}

fn of_value(message: &str, line: &Line<'_>, rest: &str, word: &str) -> Option<Told> {
    let says = |words: &str| message.contains(words);
    let words = line.in_value && word.starts_with(char::is_alphabetic) && !rest.starts_with(['"', '\'']);
    let number = ["float", "integer", "fraction", "exponent"];
    let no_number = number.iter().any(|part| says(&format!("invalid {part}")));
    if (words && no_number) || says("must be quoted") || says("missing opening quote") || says("boolean") {
        let (message, help) = unquoted(line, word);
        return Some((&SYNTAX, message, help));
    }
    let told = if says("leading zero") {
        (format!("the number `{word}` begins with 0"), "write it without the 0")
    } else if says("escape") || says("unicode") {
        (
            "a backslash in a text begins an escape that there is not".into(),
            "write \\\\ for one backslash, or put the text in single quotation marks",
        )
    } else if (says("basic string") || says("literal string")) && line.value.is_some_and(is_of_two_kinds) {
        (TWO_KINDS.into(), "write \" at both ends")
    } else if says("basic string") || says("literal string") {
        (
            "a quotation mark is missing at the end of the text".into(),
            "write it where the text ends; a text on several lines stands in \"\"\"",
        )
    } else if says("unexpected key or value") {
        behind_value(line, rest, word)
    } else if says("cannot extend value") {
        let table = line.key.split('.').next().unwrap_or_default();
        (
            format!("`{table}` has a value of its own above, so `{}` cannot stand beside it", line.key),
            "write each text with its language, as in phrase.en = \"…\" and phrase.ar = \"…\"",
        )
    } else if says("recurs") {
        (
            "brackets or dots stand in one another too deep".into(),
            "write a list as in [\"OP3\", \"OP9\"], a key as in phrase.en",
        )
    } else if no_number {
        (
            format!("`{}` is no number", line.value.unwrap_or(word)),
            "a number is digits alone, a date is 2022-10-15",
        )
    } else {
        return None;
    };
    Some((&SYNTAX, told.0, told.1.into()))
}

/// What stands behind a value that has ended.
fn behind_value(line: &Line<'_>, rest: &str, word: &str) -> (String, &'static str) {
    let Some(behind) = rest.strip_prefix(',') else {
        let help = match line.value.is_some_and(|value| value.starts_with('\'')) {
            true => "put the text in \" quotation marks: an apostrophe ends a text that begins with one",
            false => "begin a new line for another key; inside a text write \\\" for a quotation mark",
        };
        return (format!("`{word}` stands behind a value that has ended"), help);
    };
    let behind = behind.lines().next().unwrap_or_default();
    let begins = line.value.is_some_and(|value| value.starts_with(','));
    let help = if behind.trim_start().starts_with(['"', '\'']) && !begins {
        "put the values in square brackets, as in [\"OP3\", \"OP9\"]"
    } else if behind.split('#').next().is_some_and(|code| code.contains('=')) {
        "take it out, and begin a new line for each key"
    } else {
        "take it out: commas stand only between the values of a list; a number is digits alone"
    };
    ("a comma stands behind the value".into(), help)
}

fn of_line(message: &str, rest: &str) -> Told {
    let says = |words: &str| message.contains(words);
    let told = if says("extra comma") {
        ("a value is missing before a comma", "write it, or take the comma out")
    } else if says("missing comma") {
        let other = rest.starts_with(';') || rest.starts_with("and ") || rest.starts_with('+');
        (
            "a comma is missing between two values of a list",
            match other {
                true => "write \",\" in the place of what stands between them",
                false => "write it between them, or `]` where the list ends",
            },
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
    } else if says("carriage return") {
        ("a carriage return stands here alone, without the end of a line", LINE_ENDS)
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
        let help = "look at what stands just before the place: a line is a key, `=` and a value, or a header in brackets";
        return (&SYNTAX, format!("this is no TOML: {message}"), help.into());
    };
    (&SYNTAX, told.0.into(), told.1.into())
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
            (": 1 = 2\n", "the key `: 1` has a blank in it"),
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
        let text = "format = 1\n[resolution]\nid = \"x\"\n[language.en]\ntitle = \"\"\"Water\nbody = \"B\"\n[[source]]\nodd = 1\n";
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
    fn days_that_are_written_otherwise() {
        for (written, want) in [
            ("15 October 2022", Some("2022-10-15")),
            ("October 15, 2022", Some("2022-10-15")),
            ("15/10/2022", Some("2022-10-15")),
            ("10/15/2022", Some("2022-10-15")),
            ("15.10.2022", Some("2022-10-15")),
            ("2022-10-5", Some("2022-10-05")),
            ("2022/10/15", Some("2022-10-15")),
            ("5.5.2022", Some("2022-05-05")),
            ("12.12.2022", Some("2022-12-12")),
            ("13.12.2022", Some("2022-12-13")),
            ("12.13.2022", Some("2022-12-13")),
            ("1000-1-1", Some("1000-01-01")),
            // Day and month could be exchanged.
            ("5/6/2022", None),
            ("11/12/2022", None),
            ("15/10/22", None),
            ("999-1-1", None),
            ("13.13.2022", None),
            ("31/02/2022", None),
            ("2022-10-15", None),
            ("15 Smarch 2022", None),
            ("2022-10", None),
            ("2022-10-15-1", None),
        ] {
            assert_eq!(day(written).as_deref(), want, "{written}");
        }
    }

    #[test]
    fn a_day_that_may_be_either() {
        for (written, want) in [
            ("01.08.2023", Some("write 2023-08-01 or 2023-01-08, whichever is meant")),
            ("5/6/2022", Some("write 2022-06-05 or 2022-05-06, whichever is meant")),
            ("31/02/2022", Some(DATE)),
            ("01.08.23", Some(DATE)),
            ("2022-10-15", None),
            ("1.2.3", None),
            ("1.2", None),
            ("1..2022", None),
            ("1.a.2022", None),
            ("1.2.2022.1", None),
        ] {
            assert_eq!(either_day(written).as_deref(), want, "{written}");
        }
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
    fn what_stands_behind_a_header() {
        let behind = |line| behind_header(line).map(|(header, behind)| format!("{header}|{behind}"));
        for (line, want) in [
            ("[[position]] CZ", Some("[[position]]|CZ")),
            ("[[position CZ]]", Some("[[position]]|CZ")),
            ("[resolution]:", Some("[resolution]|:")),
            ("[language.en] title", Some("[language.en]|title")),
            ("[[position]]", None),
            ("[[position]] # CZ", None),
            ("[[position] CZ", None),
            ("[position]] CZ", None),
            ("[[posi:tion]]", Some("[[posi]]|:tion")),
            ("[[[position]]] CZ", None),
            ("[] CZ", None),
            ("position CZ", None),
        ] {
            assert_eq!(behind(line).as_deref(), want, "{line}");
        }
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
        assert!(
            is_about_a_date("invalid month, expected")
                && is_about_a_date("no-day")
                && !is_about_a_date("daylight")
        );
    }
}
