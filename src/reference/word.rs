//! The words of references, folded: halves of a text, numbered things, ordinals.

use crate::language::en::CARDINALS;

/// Which half of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Preambular,
    Operative,
}

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Half(Half),
    /// "paragraph"
    Paragraph,
    /// "sub-paragraph"
    Sub,
    /// "part", before its number
    Part,
    And,
    /// "to", between the ends of a range
    To,
    Of,
    /// What changes nothing.
    Filler,
    /// "bis"
    Suffix(&'static str),
    /// "last"
    Last,
    /// "ninth"
    Ordinal(u32),
    /// "nine"
    Cardinal(u32),
    /// "twenty", which a number below ten may follow
    Tens(u32),
    /// "عشرة", which makes a number below ten one above it
    Teen,
    /// "عشرون": a number of its own, or joined to one below ten
    ArabicTens(u32),
}

/// What a folded word says, and whether "and" is joined to it, as in Arabic.
pub(super) fn sign(word: &str) -> Option<(bool, Sign)> {
    if word.starts_with(|c: char| ('\u{600}'..='\u{6ff}').contains(&c)) {
        return arabic(word).map(|sign| (false, sign)).or_else(|| {
            let rest = word.strip_prefix('و')?;
            if rest.is_empty() { Some((false, Sign::And)) } else { arabic(rest).map(|sign| (true, sign)) }
        });
    }
    latin(word).map(|sign| (false, sign))
}

fn latin(word: &str) -> Option<Sign> {
    Some(match word {
        "pp" | "pps" | "preambular" | "preambulatory" | "preamble" | "preambule" | "preambulo"
        | "preambulaire" | "preambulaires" | "preambulares" => Sign::Half(Half::Preambular),
        "op" | "ops" | "operative" | "operational" | "dispositif" | "dispositiva" | "dispositivo"
        | "dispositivos" => Sign::Half(Half::Operative),
        "paragraph" | "paragraphs" | "para" | "paras" | "par" | "pars" | "paragraphe" | "paragraphes"
        | "alinea" | "alineas" | "parrafo" | "parrafos" => Sign::Paragraph,
        "subparagraph" | "subparagraphs" | "subpara" | "subparas" | "letter" | "letters" | "apartado"
        | "apartados" => Sign::Sub,
        "part" | "section" | "parte" | "partie" | "seccion" => Sign::Part,
        "and" | "or" | "et" | "ou" => Sign::And,
        "to" | "through" | "till" | "until" => Sign::To,
        "of" | "in" | "from" | "under" | "de" | "du" | "del" | "des" | "dans" | "en" => Sign::Of,
        "the" | "on" | "no" | "nos" | "number" | "numbers" | "numbered" | "both" | "resolution" | "text"
        | "la" | "le" | "les" | "el" | "los" | "its" | "this" => Sign::Filler,
        "last" | "final" | "dernier" | "derniere" | "ultimo" | "ultima" => Sign::Last,
        "bis" => Sign::Suffix("bis"),
        "ter" => Sign::Suffix("ter"),
        "quater" => Sign::Suffix("quater"),
        "quinquies" => Sign::Suffix("quinquies"),
        "sexies" => Sign::Suffix("sexies"),
        "septies" => Sign::Suffix("septies"),
        "octies" => Sign::Suffix("octies"),
        "nonies" => Sign::Suffix("nonies"),
        "decies" => Sign::Suffix("decies"),
        _ => return english_number(word),
    })
}

const ORDINALS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn english_number(word: &str) -> Option<Sign> {
    let among = |list: &[&str]| (1u32..).zip(list).find(|(_, known)| **known == word).map(|(value, _)| value);
    let tens = |word: &str| (2u32..).zip(TENS).find(|(_, known)| *known == word).map(|(value, _)| value * 10);
    // "twentieth" is "twenty" with another end.
    let tenth = || word.strip_suffix("ieth").and_then(|stem| tens(&format!("{stem}y"))).map(Sign::Ordinal);
    let ordinal = among(&ORDINALS).map(Sign::Ordinal);
    ordinal
        .or_else(|| tens(word).map(Sign::Tens))
        .or_else(|| among(&CARDINALS).map(Sign::Cardinal))
        .or_else(tenth)
}

fn arabic(word: &str) -> Option<Sign> {
    let whole = match word {
        "الي" | "حتي" | "لغايه" => Some(Sign::To),
        "من" | "في" | "ضمن" => Some(Sign::Of),
        "او" => Some(Sign::And),
        "علي" | "رقم" | "رقما" | "ارقام" | "بشان" | "كل" | "قرار" | "القرار" | "النص" | "نص" | "هذا" => {
            Some(Sign::Filler)
        }
        "مكرر" | "مكررا" | "مكرره" => Some(Sign::Suffix("bis")),
        _ => None,
    };
    whole.or_else(|| stems(word).into_iter().find_map(stem))
}

/// A word and what is left of it without the preposition and the article that are joined to it.
pub(super) fn stems(word: &str) -> Vec<&str> {
    let joined = ["بال", "لل", "كال", "ال", "ب", "ل"].into_iter();
    let bare = joined.filter_map(|prefix| word.strip_prefix(prefix)).filter(|rest| rest.chars().count() > 2);
    std::iter::once(word).chain(bare).collect()
}

fn stem(word: &str) -> Option<Sign> {
    Some(match word {
        "ديباجه" | "ديباجته" | "ديباجتها" | "ديباجي" | "ديباجيه" | "استهلاليه" | "تمهيديه" => {
            Sign::Half(Half::Preambular)
        }
        "منطوق" | "منطوقه" | "منطوقها" | "عامله" | "تنفيذيه" => {
            Sign::Half(Half::Operative)
        }
        "اخير" | "اخيره" => Sign::Last,
        "فقره" | "فقرات" | "فقرتين" | "فقرتان" | "فقرتا" | "فقرتي" | "بفقره" => {
            Sign::Paragraph
        }
        "فرعيه" | "فرعيتين" | "فرعيتان" => Sign::Sub,
        "جزء" | "قسم" | "فرع" | "باب" => Sign::Part,
        "عشر" | "عشره" => Sign::Teen,
        _ => return arabic_number(word),
    })
}

/// Ordinals below eleven, with both genders and as adverbs ("ثانيا", of sections).
const ARABIC_ORDINALS: [(&str, u32); 12] = [
    ("اول", 1),
    ("اولي", 1),
    ("حادي", 1),
    ("ثاني", 2),
    ("ثالث", 3),
    ("رابع", 4),
    ("خامس", 5),
    ("سادس", 6),
    ("سابع", 7),
    ("ثامن", 8),
    ("تاسع", 9),
    ("عاشر", 10),
];
const ARABIC_TENS: [(&str, u32); 8] =
    [("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان", 80), ("تسع", 90)];

fn arabic_number(word: &str) -> Option<Sign> {
    let ends = ["", "ه", "ا"];
    let ordinal = ARABIC_ORDINALS
        .iter()
        .find(|(stem, _)| word.strip_prefix(stem).is_some_and(|end| ends.contains(&end)))
        .map(|(_, value)| Sign::Ordinal(*value));
    let tens = || {
        let stem = word.strip_suffix("ون").or_else(|| word.strip_suffix("ين"))?;
        ARABIC_TENS.iter().find(|(tens, _)| *tens == stem).map(|(_, value)| Sign::ArabicTens(*value))
    };
    ordinal.or_else(tens)
}

/// Words for what is numbered besides paragraphs, each row one thing in several languages: a record declares one word,
/// and people write another.
const UNITS: &[&[&str]] = &[
    &[
        "rule",
        "rules",
        "قاعده",
        "قواعد",
        "قاعدتين",
        "قاعدتان",
        "regle",
        "regles",
        "regla",
        "reglas",
        "правило",
        "规则",
    ],
    &[
        "article",
        "articles",
        "art",
        "arts",
        "ماده",
        "مواد",
        "مادتين",
        "مادتان",
        "articulo",
        "articulos",
        "статья",
        "条",
    ],
    &["regulation", "regulations", "لائحه", "لوائح", "لائحتين", "reglement", "reglamento"],
    &[
        "principle",
        "principles",
        "مبدا",
        "مبادئ",
        "مبداين",
        "principe",
        "principes",
        "principio",
        "principios",
        "принцип",
        "原则",
    ],
    &[
        "guideline",
        "guidelines",
        "مبدا توجيهي",
        "مبادئ توجيهيه",
        "directive",
        "directives",
        "directriz",
        "directrices",
    ],
    &[
        "recommendation",
        "recommendations",
        "توصيه",
        "توصيات",
        "توصيتين",
        "توصيتان",
        "recommandation",
        "recommandations",
        "recomendacion",
        "recomendaciones",
        "рекомендация",
        "建议",
    ],
    &[
        "measure",
        "measures",
        "تدبير",
        "تدابير",
        "تدبيرين",
        "mesure",
        "mesures",
        "medida",
        "medidas",
        "мера",
        "措施",
    ],
    &[
        "objective",
        "objectives",
        "هدف",
        "اهداف",
        "هدفين",
        "objectif",
        "objectifs",
        "objetivo",
        "objetivos",
        "цель",
        "目标",
    ],
    &["clause", "clauses", "شرط", "شروط", "clausula", "clausulas"],
    &["item", "items", "بند", "بنود", "بندين", "بندان"],
    &["point", "points", "نقطه", "نقاط", "نقطتين", "punto", "puntos", "пункт"],
    &[
        "standard",
        "standards",
        "معيار",
        "معايير",
        "معيارين",
        "norme",
        "normes",
        "norma",
        "normas",
        "стандарт",
        "标准",
    ],
    &["action", "actions", "اجراء", "اجراءات", "اجراءين", "accion", "acciones", "действие", "行动"],
    &[
        "commitment",
        "commitments",
        "التزام",
        "التزامات",
        "التزامين",
        "engagement",
        "engagements",
        "compromiso",
        "compromisos",
        "обязательство",
        "承诺",
    ],
];

/// Whether two folded words name the same numbered thing: the same but for a plural s and an article, or in two
/// languages.
pub(super) fn same_unit(one: &str, other: &str) -> bool {
    let singular = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    let forms = |word: &str| -> Vec<String> {
        let joined = word.strip_prefix('و').filter(|rest| rest.chars().count() > 3);
        let words = std::iter::once(word).chain(joined);
        words.flat_map(|word| [word.to_owned(), bare(word)]).map(|word| singular(&word)).collect()
    };
    let (one, other) = (forms(one), forms(other));
    let has = |row: &&[&str], forms: &[String]| row.iter().any(|known| forms.contains(&singular(known)));
    one.iter().any(|form| other.contains(form)) || UNITS.iter().any(|row| has(row, &one) && has(row, &other))
}

/// Arabic words without the article, each of them.
fn bare(words: &str) -> String {
    let one = |word| stems(word).last().copied().unwrap_or(word).to_owned();
    words.split(' ').map(one).collect::<Vec<_>>().join(" ")
}

/// The Latin letter that stands for a letter of an Arabic list.
pub(super) fn letter(mark: &str) -> String {
    const ABJAD: &str = "ابجدهوزحطيكلمنسعفصقرشتثخذض";
    let mut letters = mark.chars();
    let at = letters.next().and_then(|letter| ABJAD.chars().position(|known| known == letter));
    match (at, letters.next()) {
        (Some(at), None) => ('a'..='z').nth(at).map(String::from).unwrap_or_default(),
        _ => mark.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words() {
        for (word, want) in [
            ("first", Some(Sign::Ordinal(1))),
            ("nineteenth", Some(Sign::Ordinal(19))),
            ("one", Some(Sign::Cardinal(1))),
            ("nineteen", Some(Sign::Cardinal(19))),
            ("twenty", Some(Sign::Tens(20))),
            ("ninety", Some(Sign::Tens(90))),
            ("twentieth", Some(Sign::Ordinal(20))),
            ("ninetieth", Some(Sign::Ordinal(90))),
            ("ieth", None),
            ("tenty", None),
        ] {
            assert_eq!(english_number(word), want, "{word}");
        }
        for (word, want) in [
            ("اول", Some(Sign::Ordinal(1))),
            ("عاشره", Some(Sign::Ordinal(10))),
            ("ثانيا", Some(Sign::Ordinal(2))),
            ("عشرون", Some(Sign::ArabicTens(20))),
            ("تسعين", Some(Sign::ArabicTens(90))),
            ("ثانيون", None),
            ("ماءون", None),
        ] {
            assert_eq!(arabic_number(word), want, "{word}");
        }
    }

    #[test]
    fn what_is_joined_to_arabic_words() {
        assert_eq!(sign("والفقره"), Some((true, Sign::Paragraph)));
        assert_eq!(sign("و"), Some((false, Sign::And)));
        assert_eq!(sign("بالمنطوق"), Some((false, Sign::Half(Half::Operative))));
        assert_eq!(sign("للديباجه"), Some((false, Sign::Half(Half::Preambular))));
        assert_eq!(sign("والماء"), None);
        assert_eq!(sign("op"), Some((false, Sign::Half(Half::Operative))));
        // Two letters are no word that an article could stand before.
        assert_eq!(stems("الاب"), ["الاب"]);
        assert_eq!(stems("الابو"), ["الابو", "ابو", "لابو"][..2].to_vec());
    }

    #[test]
    fn letters_of_arabic_lists() {
        assert_eq!(
            [letter("ا"), letter("ب"), letter("ظ"), letter("ض")],
            ["a", "b", "ظ", "z"].map(String::from)
        );
        assert_eq!([letter("اب"), letter("a"), letter("1")], ["اب", "a", "1"].map(String::from));
    }

    #[test]
    fn one_unit_has_several_words() {
        for (one, other) in [
            ("rule", "rules"),
            ("rule", "القاعده"),
            ("والقاعدتين", "rule"),
            ("article", "art"),
            ("guideline", "المبادئ التوجيهيه"),
            ("chapter", "chapters"),
        ] {
            assert!(same_unit(one, other) && same_unit(other, one), "{one} {other}");
        }
        for (one, other) in [("rule", "article"), ("rule", "ruler"), ("principle", "guideline")] {
            assert!(!same_unit(one, other), "{one} {other}");
        }
    }
}
