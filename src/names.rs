//! Names of delegations: codes, the names we print, and every other name people write for them.
//!
//! The table (`names/table.tsv`, built in) holds the names by which the United Nations calls States and areas in its
//! six languages (M49 of its Statistics Division, and the short and formal names of its terminology database UNTERM),
//! and beside them other bodies' spellings, old, everyday and inverted names, blocs, Kosovo, the European Union, and
//! countries that are no more. It is searched in place; what has to be built for a look-up by name is built when the
//! first name is looked up, and nothing when the program starts.
//!
//! A delegation's code is the two letters of ISO 3166-1 (also withdrawn ones, `XK` and `EU`), in capitals, or the
//! lower-case slug of a bloc (`african-group`).
//!
//! - [`find`] answers for one name on its own, as at a prompt; [`suggest()`] where it finds none;
//! - [`Matcher`] finds the longest name at a place in a sentence, over [`tokens()`];
//! - [`standard()`] is the name to print, [`takes_article`] whether English puts "the" before it.

mod codes;
mod look_up;
mod m49;
mod matcher;
mod script;
mod suggest;
mod token;

pub use look_up::{Found, find, find_joined, without_articles};
pub use matcher::{Match, Matcher};
pub use script::Script;
pub use suggest::{has_words_of_one, suggest};
pub use token::{Token, tokens};

/// The table: lines of code, language, form, name, sorted by code, after a heading of lines that begin with `#`.
const TABLE: &str = include_str!("names/table.tsv");

/// A line of the table.
#[derive(Debug, Clone, Copy)]
struct Row {
    code: &'static str,
    language: &'static str,
    form: Form,
    name: &'static str,
}

/// What sort of name a row holds, as far as it matters to a look-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The one to print.
    Standard,
    /// Any other name.
    Other,
    /// Letters that are a name only where they are capitals ("US", not "us").
    Abbreviation,
}

impl Row {
    fn parse(line: &'static str) -> Option<Row> {
        let mut cells = line.split('\t');
        let (code, language, form, name) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let form = match form {
            "standard" => Form::Standard,
            "abbreviation" => Form::Abbreviation,
            _ => Form::Other,
        };
        Some(Row { code, language, form, name })
    }
}

/// All rows, in the table's order.
fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(Row::parse)
}

/// The rows of one code: found by halving the text, since most questions are about a code or two.
fn rows_of(code: &str) -> impl Iterator<Item = Row> {
    let bytes = TABLE.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let newline = |part: &[u8]| part.iter().rposition(|&byte| byte == b'\n');
        let start = bytes.get(low..middle).and_then(newline).map_or(low, |at| low + at + 1);
        let line = TABLE.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        // The heading's lines sort before every code.
        let before = line.starts_with('#') || line.split('\t').next().is_some_and(|cell| cell < code);
        if before {
            low = start + line.len() + 1;
        } else {
            high = start;
        }
    }
    let rest = TABLE.get(low..).unwrap_or_default();
    let code = code.to_owned();
    rest.lines().map_while(Row::parse).take_while(move |row| row.code == code)
}

/// Whether `text` is a two-letter code in capitals: of ISO 3166-1, current or withdrawn, `XK` or `EU`. The slug of a
/// bloc is none. Cheap: the table of names is not opened.
///
/// ```
/// use reservations::names::is_code;
/// assert!(is_code("KZ") && is_code("SU") && is_code("XK") && !is_code("kz") && !is_code("ZZ"));
/// ```
#[must_use]
pub fn is_code(text: &str) -> bool {
    code(text).is_some()
}

/// The code `text`, if it is one, for as long as the program runs.
fn code(text: &str) -> Option<&'static str> {
    let place = codes::CODES.binary_search_by(|(code, _)| (*code).cmp(text)).ok()?;
    codes::CODES.get(place).map(|(code, _)| *code)
}

/// The three-letter code of ISO 3166-1 that belongs to a two-letter one (`KZ`: `KAZ`), in capitals. None for a bloc.
#[must_use]
pub fn alpha3(code: &str) -> Option<&'static str> {
    let place = codes::CODES.binary_search_by(|(alpha2, _)| (*alpha2).cmp(code)).ok()?;
    codes::CODES.get(place).map(|(_, alpha3)| *alpha3).filter(|alpha3| !alpha3.is_empty())
}

/// The number of M49 that belongs to a two-letter code (`KZ`: `398`), three digits. None for a bloc.
#[must_use]
pub fn m49(code: &str) -> Option<&'static str> {
    let place = m49::NUMBERS.binary_search_by(|(alpha2, _)| (*alpha2).cmp(code)).ok()?;
    m49::NUMBERS.get(place).map(|(_, number)| *number)
}

/// The name we print for a delegation where a record has none: `code` as a record has it, `language` a BCP 47 tag of
/// which the first part counts (`ar-EG` is `ar`). None for an unknown code and for a language that lacks the name.
///
/// M49's name (the form of lists: "Iran (Islamic Republic of)"), in Arabic the one of sentences where M49 inverts it
/// with a dash ("جمهورية إيران الإسلامية"); without an article.
///
/// ```
/// use reservations::names::standard;
/// assert_eq!(standard("CI", "en"), Some("Côte d'Ivoire"));
/// assert_eq!(standard("HU", "ar"), Some("هنغاريا"));
/// assert_eq!(standard("KZ", "de"), None);
/// ```
#[must_use]
pub fn standard(code: &str, language: &str) -> Option<&'static str> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    rows_of(code)
        .find(|row| row.form == Form::Standard && row.language.eq_ignore_ascii_case(primary))
        .map(|row| row.name)
}

/// Whether the table has a name for a code, in whatever language; not whether it is another's as well.
#[must_use]
pub fn is_name_of(name: &str, code: &str) -> bool {
    let folded = crate::fold::fold(name);
    rows_of(code).any(|row| crate::fold::fold(row.name) == folded)
}

/// Whether an English sentence puts "the" before the standard name of `code`: "the Russian Federation", but "Hungary".
/// False for an unknown code.
#[must_use]
pub fn standard_article(code: &str) -> bool {
    standard(code, "en").is_some_and(takes_article)
}

/// Words that make an English name one with "the": a state is called by what it is, or by a plural.
const WITH_ARTICLE: [&str; 36] = [
    "antilles",
    "association",
    "bahamas",
    "central",
    "comoros",
    "commonwealth",
    "community",
    "confederation",
    "congo",
    "cooperation",
    "council",
    "countries",
    "emirates",
    "federation",
    "forum",
    "gambia",
    "group",
    "isle",
    "kingdom",
    "league",
    "maldives",
    "movement",
    "netherlands",
    "niger",
    "organisation",
    "organization",
    "philippines",
    "principality",
    "republic",
    "see",
    "sudan",
    "sultanate",
    "territories",
    "territory",
    "union",
    "vatican",
];

/// Whether an English sentence puts "the" before `name`, as written: "the Czech Republic", "the United States", but
/// "Czechia", "Iran (Islamic Republic of)", "Korea, Republic of". Judged by the name's words, so that it answers for
/// any name on record.
#[must_use]
pub fn takes_article(name: &str) -> bool {
    // A bracket at the end holds what an inverted name puts behind; one in the middle is part of the name.
    let plain =
        if name.trim_end().ends_with(')') { name.split('(').next().unwrap_or_default() } else { name };
    let plain = plain.split(',').next().unwrap_or_default();
    let inverted = plain.len() < name.len();
    let words: Vec<String> = tokens(plain).into_iter().map(|token| token.folded).collect();
    let is = |word: &str| words.iter().any(|other| other == word);
    let first = words.first().map(String::as_str);
    if matches!(first, Some("the" | "south" | "solomon" | "heard" | "svalbard"))
        || (inverted && !is("netherlands") && !is("gambia"))
    {
        return false;
    }
    // A State of that name is "the State of …"; "states" and "islands" are plurals.
    WITH_ARTICLE.iter().any(|word| is(word)) || is("states") || is("islands") || first == Some("state")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::fold::fold;

    #[test]
    fn numbers_stand_in_the_order_of_their_codes() {
        assert!(m49::NUMBERS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(m49::NUMBERS.iter().all(|(code, number)| code.len() % 2 == 0 && number.len() == 3));
        assert_eq!((m49("KZ"), m49("SU"), m49("african-group")), (Some("398"), Some("810"), None));
    }

    #[test]
    fn the_table_is_in_order_and_whole() {
        let lines: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        let languages = ["en", "fr", "es", "ar", "ru", "zh"];
        let forms = ["standard", "m49", "short", "formal", "alias", "abbreviation"];
        let mut last: Option<(&str, usize, usize)> = None;
        for line in &lines {
            let cells: Vec<&str> = line.split('\t').collect();
            let [code, language, form, name] = cells[..] else { panic!("{line}") };
            assert!(!name.is_empty() && name.trim() == name && !name.contains('*'), "{line}");
            let language = languages.iter().position(|&known| known == language).expect(line);
            let form = forms.iter().position(|&known| known == form).expect(line);
            assert!(last < Some((code, language, form)) || last == Some((code, language, form)), "{line}");
            assert!(form != 0 || last != Some((code, language, 0)), "two standard names: {line}");
            assert!(
                form == 0 || last.is_some_and(|(c, l, _)| (c, l) == (code, language) || form > 0),
                "no standard name: {line}"
            );
            last = Some((code, language, form));
        }
        assert_eq!(rows().count(), lines.len());
    }

    #[test]
    fn every_code_and_language_is_reached_by_halving() {
        let mut all: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rows() {
            *all.entry(row.code).or_default() += 1;
            assert!(standard(row.code, row.language).is_some(), "{row:?}");
            assert!(
                is_code(row.code) || row.code.chars().all(|c| c.is_ascii_lowercase() || "-7".contains(c))
            );
        }
        for (code, count) in all {
            assert_eq!(rows_of(code).count(), count, "{code}");
        }
        for none in ["", "A", "AAA", "ZZ", "zzz", "~", "#", "\u{10ffff}", "AF\t"] {
            assert_eq!(rows_of(none).count(), 0, "{none}");
        }
    }

    #[test]
    fn the_codes_are_sorted() {
        assert!(codes::CODES.is_sorted_by(|a, b| a.0 < b.0));
        let three: Vec<&str> = codes::CODES.iter().map(|(_, c)| *c).filter(|c| !c.is_empty()).collect();
        assert_eq!(three.iter().collect::<BTreeSet<_>>().len(), three.len());
        for code in ["KZ", "SU", "YU", "CS", "DD", "ZR", "BU", "AN", "XK", "EU", "PS", "VA"] {
            assert!(is_code(code), "{code}");
        }
        for other in ["", "K", "kz", "KAZ", "ZZ", "UK", "african-group"] {
            assert!(!is_code(other), "{other}");
        }
        assert_eq!((alpha3("KZ"), alpha3("FQ"), alpha3("oic")), (Some("KAZ"), None, None));
    }

    #[test]
    fn standard_names() {
        for (code, language, name) in [
            ("TR", "en", "Türkiye"),
            ("TR", "fr", "Türkiye"),
            ("TR", "es", "Türkiye"),
            ("TR", "ar", "تركيا"),
            ("TR", "ru", "Турция"),
            ("TR", "zh", "土耳其"),
            ("CI", "en", "Côte d'Ivoire"),
            ("CI", "fr", "Côte d'Ivoire"),
            ("CI", "es", "Côte d'Ivoire"),
            ("CI", "ar", "كوت ديفوار"),
            ("CI", "ru", "Кот-д'Ивуар"),
            ("CI", "zh", "科特迪瓦"),
            ("SY", "en", "Syrian Arab Republic"),
            ("SY", "ar-EG", "الجمهورية العربية السورية"),
            ("CZ", "en-GB", "Czechia"),
            ("IR", "en", "Iran (Islamic Republic of)"),
            ("RU", "en", "Russian Federation"),
            ("HU", "ar", "هنغاريا"),
            ("NL", "ar", "هولندا"),
            ("GM", "fr", "Gambie"),
            ("EU", "es", "Unión Europea"),
            ("XK", "ar", "كوسوفو"),
            ("african-group", "en", "African Group"),
            ("BU", "en", "Socialist Republic of the Union of Burma"),
        ] {
            assert_eq!(standard(code, language), Some(name), "{code} {language}");
        }
        assert_eq!((standard("KZ", "de"), standard("ZZ", "en"), standard("kz", "en")), (None, None, None));
    }

    #[test]
    fn english_articles() {
        let with: BTreeSet<&str> =
            rows().map(|row| row.code).filter(|code| is_code(code) && standard_article(code)).collect();
        let expected = "AE AN AX BS BU CC CD CF CG CK DD DO EU FK FO GM IM IO KM KP KR KY LA MD MH MP MV NE NL PH PS RH \
                        RU SD SU SY TC TF TZ UM US VA VD VG VI WF YD ZR GB";
        let expected: BTreeSet<&str> =
            expected.split_whitespace().filter(|&c| c != "RH" && c != "YD").collect();
        assert_eq!(with, expected);
        for name in [
            "Czech Republic",
            "Kyrgyz Republic",
            "United States",
            "Netherlands (Kingdom of the)",
            "African Group",
            "Group of 77",
            "Organization of Islamic Cooperation",
            "State of Palestine",
            "Vatican",
            "Nordic countries",
        ] {
            assert!(takes_article(name), "{name}");
        }
        for name in [
            "Hungary",
            "Iran (Islamic Republic of)",
            "Korea, Republic of",
            "South Sudan",
            "Solomon Islands",
            "the Gambia",
            "The Gambia",
            "ASEAN",
            "Nigeria",
            "Czechia",
            "",
        ] {
            assert!(!takes_article(name), "{name}");
        }
    }

    /// Names that are two delegations', so that a look-up says so.
    const SHARED: [&str; 11] = [
        "korea",
        "coree",
        "corea",
        "كوريا",
        "корея",
        "saint martin",
        "st martin",
        "san martin",
        "virgin islands",
        "iles vierges",
        "islas virgenes",
    ];

    #[test]
    fn no_two_codes_fold_to_the_same_name() {
        for row in rows() {
            let key =
                tokens(row.name).iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join(" ");
            match find(row.name) {
                Found::One(code) => assert_eq!(code, row.code, "{row:?}"),
                Found::Several(codes) => {
                    assert!(codes.contains(&row.code) && SHARED.contains(&key.as_str()), "{row:?} {codes:?}");
                }
                Found::None => panic!("{row:?}"),
            }
            assert!(!fold(row.name).is_empty());
        }
    }

    #[test]
    #[expect(clippy::print_stderr, reason = "a skipped test says so")]
    fn every_name_of_the_facts_is_found() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/facts/country-names.tsv");
        let Ok(facts) = std::fs::read_to_string(path) else {
            eprintln!("skipped: there is no ../shared/facts/country-names.tsv beside this project");
            return;
        };
        for line in facts.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [code, alpha3, language, _, name] = cells[..] else { panic!("{line}") };
            assert_eq!(find(name), Found::One(super::code(code).expect(code)), "{line}");
            assert_eq!(find(&alpha3.to_lowercase()), Found::One(super::code(code).expect(code)), "{line}");
            assert!(standard(code, language).is_some(), "{line}");
            let text = tokens(name);
            let hit = Matcher::standard().longest(&text, false).expect(line);
            assert_eq!(hit.codes, [code], "{line}");
            assert_eq!(hit.words, text.len(), "{line}");
        }
    }
}
