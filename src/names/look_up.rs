//! The look-up of one name on its own.

use std::sync::OnceLock;

use super::token::telling;
use super::{code, codes, rows};
use crate::fold::fold;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// No delegation that we know.
    None,
    /// This one: its code.
    One(&'static str),
    /// More than one is called so ("Korea"): their codes, sorted.
    Several(Vec<&'static str>),
}

/// The delegation that `name` stands for: a two- or three-letter code in any case, the slug of a bloc, or a name in
/// any of the table's languages, without regard to case, accents, Arabic letter variants, punctuation.
///
/// The name as it is comes first ("Guinea" is GN, whatever else begins with it); then without articles and "of"; then
/// without what stands in brackets; last with its letters run together, as some PDF files have them. A name of two
/// delegations is [`Found::Several`], as is one in brackets that contradict it ("China (Taiwan)").
///
/// ```
/// use reservations::names::{Found, find};
/// assert_eq!(find("kaz"), Found::One("KZ"));
/// assert_eq!(find("Turkey"), Found::One("TR"));
/// assert_eq!(find("المجر"), Found::One("HU"));
/// assert_eq!(find("Korea"), Found::Several(vec!["KP", "KR"]));
/// ```
#[must_use]
pub fn find(name: &str) -> Found {
    if let Some(code) = by_code(name.trim()) {
        return Found::One(code);
    }
    match by_words(name) {
        Found::None => match without_bracket(name) {
            Found::None => SQUASHED.look_up(name),
            found => found,
        },
        found => found,
    }
}

/// As [`find`], for an item of an Arabic list, where و is often joined to the name (وإريتريا): the name as it is
/// first, then without one leading و.
#[must_use]
pub fn find_joined(name: &str) -> Found {
    match find(name) {
        Found::None => match name.trim().strip_prefix('و') {
            Some(rest) if !rest.is_empty() => find(rest),
            _ => Found::None,
        },
        found => found,
    }
}

fn by_code(text: &str) -> Option<&'static str> {
    if !text.is_ascii() {
        return None;
    }
    let capitals = text.to_ascii_uppercase();
    match text.len() {
        2 => code(&capitals),
        3 => codes::CODES.iter().find(|(_, alpha3)| *alpha3 == capitals).map(|(code, _)| *code),
        _ => None,
    }
}

/// The table by the keys that one function makes of its names; built when it is first needed, since most look-ups
/// need the first index only.
struct Index {
    key: fn(&str) -> String,
    /// Keys and codes, sorted, none twice.
    entries: OnceLock<Vec<(String, &'static str)>>,
}

/// By all words.
static EXACT: Index = Index::new(exact);
/// By the words that tell names apart.
static TELLING: Index = Index::new(without_articles);
/// By the letters alone.
static SQUASHED: Index = Index::new(squash);

impl Index {
    const fn new(key: fn(&str) -> String) -> Index {
        Index { key, entries: OnceLock::new() }
    }

    fn look_up(&self, name: &str) -> Found {
        let entries = self.entries.get_or_init(|| self.build());
        let key = (self.key)(name);
        let first = entries.partition_point(|(other, _)| *other < key);
        let codes: Vec<&'static str> = entries
            .iter()
            .skip(first)
            .take_while(|(other, _)| *other == key)
            .map(|(_, code)| *code)
            .collect();
        match codes.as_slice() {
            [] => Found::None,
            [one] => Found::One(one),
            _ => Found::Several(codes),
        }
    }

    fn build(&self) -> Vec<(String, &'static str)> {
        let mut entries: Vec<(String, &'static str)> = Vec::with_capacity(4096);
        let mut last = "";
        for row in rows() {
            // A bloc's slug is a name as well.
            if row.code != last && code(row.code).is_none() {
                entries.push(((self.key)(row.code), row.code));
            }
            last = row.code;
            entries.push(((self.key)(row.name), row.code));
        }
        entries.sort_unstable();
        entries.dedup();
        entries
    }
}

fn by_words(name: &str) -> Found {
    match EXACT.look_up(name) {
        Found::None => TELLING.look_up(name),
        found => found,
    }
}

fn without_bracket(name: &str) -> Found {
    let Some((outside, inside)) = part_bracket(name) else { return Found::None };
    match (by_words(&outside), by_words(&inside)) {
        (Found::One(one), Found::One(other)) if one != other => {
            let mut codes = vec![one, other];
            codes.sort_unstable();
            Found::Several(codes)
        }
        // The bracket would say which Congo it is; we did not understand it.
        (Found::One("CG"), Found::None) => Found::Several(vec!["CD", "CG"]),
        (found, _) => found,
    }
}

/// What stands outside and inside the first bracket of `name`; none where there is no bracket or nothing outside.
fn part_bracket(name: &str) -> Option<(String, String)> {
    let (before, rest) = name.split_once(['(', '（', '['])?;
    let (inside, after) = rest.split_once([')', '）', ']']).unwrap_or((rest, ""));
    let outside = format!("{before} {after}");
    (!outside.trim().is_empty()).then(|| (outside, inside.to_owned()))
}

/// The words of a folded name: what stands between marks and blanks.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split_inclusive(|c: char| !c.is_alphanumeric())
        .flat_map(|part| match part.strip_suffix('&') {
            Some(word) => [word, "and"],
            None => [part.trim_end_matches(|c: char| !c.is_alphanumeric()), ""],
        })
        .filter(|word| !word.is_empty())
}

/// All words.
fn exact(name: &str) -> String {
    join(words(&fold(name)), " ")
}

/// The words that tell names apart, folded: two names with the same ones are the same name ("the Nordic Group", "Nordic
/// group"). Without articles, "of" and marks.
///
/// ```
/// use reservations::names::without_articles;
/// assert_eq!(without_articles("The Group of 77"), without_articles("group 77"));
/// ```
#[must_use]
pub fn without_articles(name: &str) -> String {
    join(words(&fold(name)).filter_map(|word| telling(word, true)), " ")
}

/// All words, run together.
fn squash(name: &str) -> String {
    join(words(&fold(name)), "")
}

fn join<'a>(words: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut key = String::with_capacity(48);
    for word in words {
        if !key.is_empty() {
            key.push_str(between);
        }
        key.push_str(word);
    }
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every form that the project's acceptance holds a look-up to, and more of what notes and lists print.
    const NAMES: [(&str, &[&str]); 44] = [
        (
            "CZ",
            &[
                "CZ",
                "cz",
                "CZE",
                "cze",
                "Czech Republic",
                "czech republic",
                "Czechia",
                "جمهورية التشيك",
                "جمهوريه التشيك",
                "the Czech Republic",
                "التشيك",
                "la République tchèque",
                "Chequia",
            ],
        ),
        ("IN", &["IN", "IND", "India", "INDIA", "الهند", "l'Inde", "la India"]),
        (
            "KZ",
            &[
                "KZ",
                "kz",
                "KAZ",
                "kaz",
                "Kazakhstan",
                "kazakhstan",
                "كازاخستان",
                "Kazajstán",
                "Казахстан",
                "哈萨克斯坦",
            ],
        ),
        ("QA", &["QA", "QAT", "Qatar", "دولة قطر", "قطر", "قَطَر"]),
        (
            "SY",
            &[
                "SY",
                "SYR",
                "Syrian Arab Republic",
                "Syria",
                "الجمهورية العربية السورية",
                "سورية",
                "سوريا",
                "الجمهوريةالعربيةالسورية",
                "الجمهورية العربيةالسورية",
            ],
        ),
        (
            "TR",
            &[
                "TR",
                "TUR",
                "Türkiye",
                "türkiye",
                "Turkiye",
                "TURKIYE",
                "TÜRKİYE",
                "Turkey",
                "turkey",
                "تركيا",
                "ترکیا",
                "TÜRKÝYE",
                "TÜRKIYE",
                "Republic of Türkiye",
                "Turquie",
                "Turquía",
            ],
        ),
        ("HU", &["HU", "HUN", "Hungary", "المجر", "هنغاريا"]),
        ("ID", &["ID", "IDN", "Indonesia", "اندونيسيا", "إندونيسيا", "أندونيسيا"]),
        (
            "RU",
            &[
                "RU",
                "RUS",
                "Russian Federation",
                "Russia",
                "روسيا الاتحادية",
                "the Russian Federation",
                "روسيا",
            ],
        ),
        (
            "MK",
            &[
                "the former Yugoslav Republic of Macedonia",
                "North Macedonia",
                "Macedonia",
                "FYROM",
                "The former Yugoslav Republic of Macedonia",
            ],
        ),
        ("LA", &["Lao People's Democratic Republic", "Lao People’s Democratic Republic", "Laos", "Lao PDR"]),
        ("KR", &["Republic of Korea", "Korea, Republic of", "South Korea", "Korea (Republic of)", "ROK"]),
        (
            "KP",
            &[
                "Democratic People's Republic of Korea",
                "Korea, Democratic People's Republic of",
                "North Korea",
                "DPRK",
            ],
        ),
        (
            "US",
            &["United States", "USA", "U.S.A.", "United States of America", "أمريكا", "EE.UU.", "США", "us"],
        ),
        (
            "GB",
            &[
                "United Kingdom",
                "UK",
                "Great Britain",
                "Britain",
                "بريطانيا",
                "gbr",
                "United Kingdom of Great Britain and Northern Ireland",
            ],
        ),
        ("CV", &["Cape Verde", "Cabo Verde"]),
        ("SZ", &["Swaziland", "Eswatini"]),
        ("FM", &["Micronesia", "Micronesia (Federated States of)", "Micronesia, Federated States of"]),
        ("CG", &["Congo", "Congo (the)", "Republic of the Congo", "the Congo", "الكونغو"]),
        (
            "CD",
            &[
                "Democratic Republic of the Congo",
                "Congo, Democratic Republic of the",
                "DRC",
                "Zaire",
                "DR Congo",
            ],
        ),
        ("GM", &["Gambia", "Gambia (Islamic Republic of the)", "The Gambia", "Gambia (the)"]),
        ("SK", &["Slovak Republic", "Slovakia"]),
        ("KG", &["Kyrgyz Republic", "Kyrgyzstan"]),
        ("GR", &["Hellenic Republic", "Greece"]),
        ("VN", &["Viet Nam", "Vietnam"]),
        ("BN", &["Brunei", "Brunei Darussalam"]),
        ("TL", &["East Timor", "Timor-Leste", "Timor Leste"]),
        (
            "IR",
            &[
                "Iran",
                "Iran, Islamic Republic of",
                "Iran (Islamic Republic of)",
                "Islamic Republic of Iran",
                "ايران",
            ],
        ),
        ("BO", &["Bolivia", "Bolivia, Plurinational State of"]),
        ("VE", &["Venezuela", "Venezuela, Bolivarian Republic of"]),
        ("CI", &["Côte d'Ivoire", "COTE D’IVOIRE", "Ivory Coast", "Costa de Marfil", "ساحل العاج"]),
        (
            "NL",
            &[
                "Netherlands",
                "Holland",
                "Netherlands (Kingdom of the)",
                "هولندا (مملكة _)",
                "the Kingdom of the Netherlands",
            ],
        ),
        ("VA", &["Vatican", "Holy See", "Holy See (the) *"]),
        ("PS", &["Palestine", "State of Palestine", "فلسطين"]),
        ("XK", &["Kosovo", "xk"]),
        ("EU", &["European Union", "EU", "the European Union", "الاتحاد الأوروبي"]),
        ("MM", &["Burma", "Myanmar"]),
        ("SA", &["السعودية", "Saudi Arabia"]),
        ("AE", &["الإمارات", "UAE", "United Arab Emirates"]),
        ("SU", &["USSR", "Union of Soviet Socialist Republics", "su"]),
        ("african-group", &["African Group", "african-group", "the African Group", "المجموعة الأفريقية"]),
        (
            "group-of-77",
            &["Group of 77", "G77", "G-77", "Group of 77 and China", "مجموعة الـ 77", "مجموعة الـ77"],
        ),
        ("oic", &["OIC", "Organisation of Islamic Cooperation"]),
        ("GN", &["Guinea", "Guinée", "la Guinée", "Guinea (Conakry)"]),
    ];

    #[test]
    fn what_people_write_is_found() {
        for (code, forms) in NAMES {
            for form in forms {
                assert_eq!(find(form), Found::One(code), "{form}");
            }
        }
    }

    #[test]
    fn two_of_a_name_and_none() {
        assert_eq!(find("Korea"), Found::Several(vec!["KP", "KR"]));
        assert_eq!(find("كوريا"), Found::Several(vec!["KP", "KR"]));
        assert_eq!(find("Virgin Islands"), Found::Several(vec!["VG", "VI"]));
        assert_eq!(find("China (Taiwan)"), Found::Several(vec!["CN", "TW"]));
        assert_eq!(find("Congo (whichever)"), Found::Several(vec!["CD", "CG"]));
        assert_eq!(find("Kenya (chair)"), Found::One("KE"));
        for none in [
            "",
            " ",
            "(",
            "the",
            "Atlantis",
            "Frnce",
            "ZZZ",
            "ZZ",
            "of the",
            "Kazakstan",
            "Hungry",
            "كازخستان",
            "وزارة",
            "()",
            "(Kenya",
            "ال",
        ] {
            // "(Kenya" has the whole name, only the bracket is left open.
            let expected = if none == "(Kenya" { Found::One("KE") } else { Found::None };
            assert_eq!(find(none), expected, "{none}");
        }
    }

    #[test]
    fn a_joined_and() {
        assert_eq!(find("وإريتريا"), Found::None);
        assert_eq!(find_joined("وإريتريا"), Found::One("ER"));
        assert_eq!(find_joined(" وقطر"), Found::One("QA"));
        assert_eq!(find_joined("و الهند"), Found::One("IN"));
        assert_eq!(find_joined("قطر"), Found::One("QA"));
        assert_eq!(find_joined("و"), Found::None);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in any::<String>()) {
            let _ = find(&text);
            let _ = find_joined(&text);
        }
    }
}
