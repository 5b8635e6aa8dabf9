//! What is told of a fault of syntax: what is wrong, in words for people, and what to do.

use std::borrow::Cow;
use std::ops::Range;

use super::super::codes::{DUPLICATE_KEY, IMPOSSIBLE_DATE, SYNTAX};
use super::super::keys::home;
use super::day::{DATE, day, either_day};
use super::{LINE_ENDS, is_bare, merge_mark};
use crate::model::Label;
use crate::problem::Code;

pub(super) type Told = (&'static Code, String, Cow<'static, str>);

/// What is wrong and what to do, from the parser's message and what stands at the place.
pub(super) fn tell(text: &str, span: &Range<usize>, message: &str) -> Told {
    let at = span.start.min(text.len());
    let rest = text.get(at..).unwrap_or_default();
    let says = |words: &str| message.contains(words);
    let word: String =
        rest.chars().take_while(|c| !c.is_whitespace() && !"=,]#".contains(*c)).take(40).collect();
    if says("duplicate key") {
        let name = name_at(text, at);
        let help = match Line::at(text, at).key.starts_with("[language.") {
            true => "write the language that it is of, or put what both say under one",
            false => "keep one of the two, or put what both say under one",
        };
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

/// The key or the name of a header at a place.
pub(super) fn name_at(text: &str, at: usize) -> String {
    let line = text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    line.chars().take_while(|c| !"= ].".contains(*c)).take(40).collect()
}

/// The line of a fault: its key, its value without a comment, and whether the fault is in the value.
pub(super) struct Line<'t> {
    pub key: &'t str,
    value: Option<&'t str>,
    in_value: bool,
}

impl<'t> Line<'t> {
    pub fn at(text: &'t str, at: usize) -> Self {
        let from = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let line = text.get(from..).unwrap_or_default().lines().next().unwrap_or_default();
        let equals = line.find('=');
        let value = equals.map(|equals| line[equals + 1..].split('#').next().unwrap_or_default().trim());
        let key = line[..equals.unwrap_or(line.len())].trim();
        Self { key, value, in_value: equals.is_some_and(|equals| at > from + equals) }
    }
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
    if line.in_value && value.starts_with("{\"") && !value.contains('=') {
        return told(
            "a list stands in braces".into(),
            "write it in square brackets, as in [\"OP3\", \"OP9\"]".into(),
        );
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
    if line.key.contains(' ')
        && !line.in_value
        && line.key.starts_with(|c: char| c.is_alphanumeric())
        && !line.key.ends_with('+')
        && !line.key.contains(['"', '\'', '[', ']', '#'])
    {
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

const COLON: (&str, &str) = ("a colon stands where `=` belongs", "write `=` between a key and its value");

/// Mistakes in the line of a header: its name is missing or without brackets, or something stands behind it.
fn of_header(line: &Line<'_>) -> Option<Told> {
    let told = |message: String, help: String| Some((&SYNTAX, message, Cow::Owned(help)));
    if line.key.split_once(':').is_some_and(|(key, _)| is_bare(key.trim())) && !line.key.starts_with('[') {
        return told(COLON.0.into(), COLON.1.into());
    }
    let (open, closed) = (line.key.matches('[').count(), line.key.matches(']').count());
    if line.key.starts_with('[') && line.key.ends_with(']') && open < closed {
        let inner = line.key.trim_matches(['[', ']', ' ']);
        let help = "write as many behind the name as before it, as in [[position]] or [resolution]";
        return told(format!("a bracket too many stands behind `{inner}`"), help.into());
    }
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
            let help = match sign.as_str() {
                "," | "/" | ":" => "write a full stop in its place, as in [language.en.delegations]",
                _ => "take it out",
            };
            return told(format!("`{sign}` stands in the name of a header"), help.into());
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
        '{' | '}' if !line.in_value => (
            "a brace stands outside of a value",
            "a header stands in brackets, as in [[position]]; a key is followed by `=`",
        ),
        '(' if line.in_value => {
            ("a list stands in round brackets", "write it in square ones, as in [\"OP3\", \"OP9\"]")
        }
        _ => return None,
    };
    Some((&SYNTAX, told.0.into(), told.1.into()))
}

pub(super) const TWO_KINDS: &str = "a text begins with one kind of quotation mark and ends with the other";

/// Whether a text begins with one kind of quotation mark and ends with the other: `'reservation"`.
pub(super) fn is_of_two_kinds(value: &str) -> bool {
    let bare = value.trim_matches(['[', ']', ' ', ',']);
    (bare.starts_with('\'') && bare.ends_with('"')) || (bare.starts_with('"') && bare.ends_with('\''))
}

/// A value that is no text in quotation marks and nothing else either.
fn unquoted(line: &Line<'_>, word: &str) -> (String, Cow<'static, str>) {
    let lower = word.to_lowercase();
    let value = line.value.filter(|value| !value.contains(['"', '\'', '[', ']', '{'])).unwrap_or(word);
    let value = value.trim_matches(['`', ',', ' ']);
    let nothing = ["null", "none", "nil", "n/a", "tbd", "todo"].contains(&lower.as_str());
    let (message, help) = match lower.as_str() {
        word if nothing || !(word.is_empty() || value.contains(char::is_alphanumeric)) => {
            (format!("`{word}` is no value"), "write it, or take the line out: what is missing is not known")
        }
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
    let number = ["float", "fraction", "exponent"];
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
        if line.key.starts_with('[') {
            return (
                "`=` stands behind a header".into(),
                "take it out: what belongs to it stands on lines below",
            );
        }
        if rest.starts_with([']', '}']) {
            let sign: String = rest.chars().take(1).collect();
            return (format!("`{sign}` closes nothing"), "take it out, or open it before the value");
        }
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
        COLON
    } else if says("unquoted key") && rest.starts_with(['/', ';', '<', '!', '*', '•', '%', '…', '.']) {
        ("this line begins neither a key nor a comment", "begin a comment with #, a key with a letter")
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

fn is_about_a_date(message: &str) -> bool {
    ["month", "day", "year", "date"]
        .iter()
        .any(|word| message.split([' ', ',', '-']).any(|found| found == *word))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_message_about_a_date_names_a_part_of_one() {
        assert!(is_about_a_date("invalid month, expected") && is_about_a_date("no-day"));
        assert!(!is_about_a_date("daylight"));
    }

    /// Words of the parser's messages that are looked for here and in the module above, each with a text of which it
    /// says them. Its errors have a place and a message and no kind: where it changes its words, this test fails.
    const WORDS: &[(&str, &str)] = &[
        ("duplicate key", "a = 1\na = 2\n"),
        ("cannot extend value", "a = 1\na.b = 2\n"),
        ("between", "a = 2022-13-01\n"),
        ("basic string", "a = \"b\n"),
        ("literal string", "a = 'b\n"),
        ("multi-line basic string", "a = \"\"\"b\n"),
        ("multi-line literal string", "a = \'\'\'b\n"),
        ("must be quoted", "a = b\n"),
        ("missing opening quote", "a = b\"\n"),
        ("boolean", "a = trux\n"),
        ("leading zero", "a = 012\n"),
        ("escape", "a = \"\\d\"\n"),
        ("unicode", "a = \"\\uD800\"\n"),
        ("unexpected key or value", "a = \"1\" 2\n"),
        ("recurs", ""),
        ("extra comma", "a = [1,,2]\n"),
        ("missing comma", "a = [\"1\" \"2\"]\n"),
        ("unclosed array table", "[[a\n"),
        ("unclosed table", "[a\n"),
        ("unclosed array", "a = [1\n"),
        ("unquoted key", "ä = 1\n"),
        ("carriage return", "a = 1\rb = 2\n"),
        ("key with no value", "a\n"),
        ("invalid float", "a = 1.x\n"),
        ("invalid fraction", "a = 1.\n"),
        ("invalid exponent", "a = 1.5e\n"),
        ("month", "a = 2022-13-01\n"),
        ("day", "a = 2022-02-31\n"),
        ("time", "a = 10:70:00\n"),
        ("hour", "a = 2022-10-15T25:00:00\n"),
    ];

    #[test]
    fn the_parser_says_what_is_looked_for() {
        let deep = format!("a = {}", "[".repeat(500));
        let lost: Vec<String> = WORDS
            .iter()
            .filter_map(|(words, text)| {
                let text = if text.is_empty() { &deep } else { *text };
                let (_, errors) = toml::de::DeTable::parse_recoverable(text);
                let said: Vec<&str> = errors.iter().map(|error| error.message()).collect();
                (!said.iter().any(|said| said.contains(words))).then(|| format!("{words}: {said:?}"))
            })
            .collect();
        assert!(lost.is_empty(), "{lost:#?}");
    }
}
