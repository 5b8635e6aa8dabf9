//! The look-up of one name on its own.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::token::{Token, telling, tokens};
use super::{code, codes, rows};

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
    let words = tokens(name);
    let index = Index::get();
    match index.by_words(&words) {
        Found::None => match index.without_bracket(name) {
            Found::None => index.squashed(&words),
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

/// Codes by three keys made of a name's folded words.
#[derive(Default)]
struct Index {
    /// All its words.
    exact: HashMap<String, Vec<&'static str>>,
    /// Those that tell names apart ([`telling`]).
    telling: HashMap<String, Vec<&'static str>>,
    /// All its letters.
    squashed: HashMap<String, Vec<&'static str>>,
}

impl Index {
    fn get() -> &'static Index {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(Index::build)
    }

    fn build() -> Index {
        let mut index = Index::default();
        for row in rows() {
            index.add(&tokens(row.name), row.code);
            if code(row.code).is_none() {
                index.add(&tokens(row.code), row.code); // a slug
            }
        }
        index
    }

    fn add(&mut self, words: &[Token], code: &'static str) {
        for (map, key) in [
            (&mut self.exact, exact(words)),
            (&mut self.telling, telling_key(words)),
            (&mut self.squashed, squash(words)),
        ] {
            let codes = map.entry(key).or_default();
            if let Err(place) = codes.binary_search(&code) {
                codes.insert(place, code);
            }
        }
    }

    fn by_words(&self, words: &[Token]) -> Found {
        match said(self.exact.get(&exact(words))) {
            Found::None => said(self.telling.get(&telling_key(words))),
            found => found,
        }
    }

    fn squashed(&self, words: &[Token]) -> Found {
        said(self.squashed.get(&squash(words)))
    }

    fn without_bracket(&self, name: &str) -> Found {
        let Some((outside, inside)) = part_bracket(name) else { return Found::None };
        let (found, other) = (self.by_words(&tokens(&outside)), self.by_words(&tokens(&inside)));
        match (found, other) {
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
}

fn said(codes: Option<&Vec<&'static str>>) -> Found {
    match codes.map(Vec::as_slice) {
        None | Some([]) => Found::None,
        Some([one]) => Found::One(one),
        Some(several) => Found::Several(several.to_vec()),
    }
}

/// What stands outside and inside the first bracket of `name`; none where there is no bracket or nothing outside.
fn part_bracket(name: &str) -> Option<(String, String)> {
    let (before, rest) = name.split_once(['(', '（', '['])?;
    let (inside, after) = rest.split_once([')', '）', ']']).unwrap_or((rest, ""));
    let outside = format!("{before} {after}");
    (!outside.trim().is_empty()).then(|| (outside, inside.to_owned()))
}

fn exact(words: &[Token]) -> String {
    words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

fn telling_key(words: &[Token]) -> String {
    words.iter().filter_map(|word| telling(&word.folded)).collect::<Vec<_>>().join(" ")
}

fn squash(words: &[Token]) -> String {
    words.iter().map(|word| word.folded.as_str()).collect()
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
        for none in
            ["", " ", "(", "the", "Atlantis", "Frnce", "ZZZ", "ZZ", "of the", "وزارة", "()", "(Kenya", "ال"]
        {
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
