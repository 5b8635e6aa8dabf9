//! Automatic numbers of lists, as word processors and browsers print them.

use crate::import::lead::Lead;

/// How a list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// 1, 2, 3
    Decimal,
    /// 01, 02, 03
    Padded,
    /// a, b, c
    LowerLetter,
    /// A, B, C
    UpperLetter,
    /// i, ii, iii
    LowerRoman,
    /// I, II, III
    UpperRoman,
    /// The letters of a script in a row, with lower case where it has one.
    Alphabet(&'static str),
    /// 一, 二, 三
    Chinese,
    /// 1st, 2nd, 3rd
    Ordinal,
    /// The marks of notes: *, †, ‡, §
    Chicago,
    /// A bullet.
    Bullet,
    /// Nothing.
    None,
}

/// The Arabic alphabet in the order of dictionaries.
const ARABIC_ALPHA: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
/// The Arabic letters in the order of their old values.
const ARABIC_ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשת";
/// Russian lists leave out ё, й, щ, ъ, ы, ь.
const RUSSIAN_LOWER: &str = "абвгдежзиклмнопрстуфхцчшэюя";
const RUSSIAN_UPPER: &str = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ";
const GREEK: &str = "αβγδεζηθικλμνξοπρστυφχψω";

/// The names that Word and CSS give to ways of counting. What is not among them counts in digits.
const NAMES: [(&str, Numeral); 40] = [
    ("decimal", Numeral::Decimal),
    ("decimalZero", Numeral::Padded),
    ("decimal-leading-zero", Numeral::Padded),
    ("lowerLetter", Numeral::LowerLetter),
    ("lower-alpha", Numeral::LowerLetter),
    ("lower-latin", Numeral::LowerLetter),
    ("upperLetter", Numeral::UpperLetter),
    ("upper-alpha", Numeral::UpperLetter),
    ("upper-latin", Numeral::UpperLetter),
    ("lowerRoman", Numeral::LowerRoman),
    ("lower-roman", Numeral::LowerRoman),
    ("upperRoman", Numeral::UpperRoman),
    ("upper-roman", Numeral::UpperRoman),
    ("ordinal", Numeral::Ordinal),
    ("arabicAlpha", Numeral::Alphabet(ARABIC_ALPHA)),
    ("arabicAbjad", Numeral::Alphabet(ARABIC_ABJAD)),
    ("hebrew1", Numeral::Alphabet(HEBREW)),
    ("hebrew2", Numeral::Alphabet(HEBREW)),
    ("hebrew", Numeral::Alphabet(HEBREW)),
    ("russianLower", Numeral::Alphabet(RUSSIAN_LOWER)),
    ("russianUpper", Numeral::Alphabet(RUSSIAN_UPPER)),
    ("lower-greek", Numeral::Alphabet(GREEK)),
    ("chineseCounting", Numeral::Chinese),
    ("chineseCountingThousand", Numeral::Chinese),
    ("chineseLegalSimplified", Numeral::Chinese),
    ("ideographDigital", Numeral::Chinese),
    ("japaneseCounting", Numeral::Chinese),
    ("taiwaneseCounting", Numeral::Chinese),
    ("taiwaneseCountingThousand", Numeral::Chinese),
    ("cjk-decimal", Numeral::Chinese),
    ("cjk-ideographic", Numeral::Chinese),
    ("simp-chinese-informal", Numeral::Chinese),
    ("trad-chinese-informal", Numeral::Chinese),
    ("chicago", Numeral::Chicago),
    ("bullet", Numeral::Bullet),
    ("disc", Numeral::Bullet),
    ("circle", Numeral::Bullet),
    ("square", Numeral::Bullet),
    ("dash", Numeral::Bullet),
    ("none", Numeral::None),
];

impl Numeral {
    /// The way of counting of a name; digits where it is not known.
    pub(super) fn named(name: &str) -> Self {
        NAMES.iter().find(|(known, _)| *known == name).map_or(Self::Decimal, |(_, numeral)| *numeral)
    }

    /// A number as it is printed.
    pub(super) fn print(self, value: u32) -> String {
        let (value, index) = (value, value.saturating_sub(1));
        match self {
            _ if value == 0 && !matches!(self, Self::Bullet | Self::None) => "0".to_owned(),
            Self::Decimal => value.to_string(),
            Self::Padded => format!("{value:02}"),
            Self::LowerLetter => repeated(index, |at| char::from(b'a' + at), 26),
            Self::UpperLetter => repeated(index, |at| char::from(b'A' + at), 26),
            Self::LowerRoman => roman(value).to_lowercase(),
            Self::UpperRoman => roman(value),
            Self::Alphabet(letters) => {
                let letters: Vec<char> = letters.chars().collect();
                let count = u32::try_from(letters.len()).unwrap_or(1);
                repeated(index, |at| letters.get(usize::from(at)).copied().unwrap_or(' '), count)
            }
            Self::Chinese => chinese(value),
            Self::Ordinal => format!("{value}{}", ordinal_ending(value)),
            Self::Chicago => repeated(index, |at| ['*', '†', '‡', '§'][usize::from(at % 4)], 4),
            Self::Bullet => "•".to_owned(),
            Self::None => String::new(),
        }
    }

    /// What a paragraph begins with that is printed with this numeral and has other signs about it; none where the
    /// reader takes it for a part of the text, as the numbers of headings are.
    ///
    /// A letter counts by its place in the row: the third is `c` in every script.
    pub(super) fn lead(self, value: u32, printed: &str) -> Option<Lead> {
        let bracketed = printed.contains([')', '）']);
        match self {
            Self::Bullet => Some(Lead::Bullet),
            Self::LowerLetter | Self::Alphabet(_) => {
                let letter = Self::LowerLetter.print(value);
                Some(Lead::Bracketed(letter))
            }
            Self::LowerRoman => Some(Lead::Bracketed(self.print(value))),
            Self::UpperLetter if bracketed => Some(Lead::Bracketed(Self::LowerLetter.print(value))),
            Self::Decimal | Self::Padded if printed.starts_with(['(', '（']) => {
                Some(Lead::Bracketed(value.to_string()))
            }
            Self::Decimal | Self::Padded | Self::Chinese => {
                Some(Lead::Number { whole: value, suffix: String::new() })
            }
            Self::UpperLetter | Self::UpperRoman | Self::Ordinal | Self::Chicago | Self::None => None,
        }
    }
}

/// a, b, … z, aa, bb: the letter again for every round.
fn repeated(index: u32, letter: impl Fn(u8) -> char, count: u32) -> String {
    let rounds = usize::try_from(index / count.max(1)).unwrap_or(0).min(30) + 1;
    let letter = letter(u8::try_from(index % count.max(1)).unwrap_or(0));
    std::iter::repeat_n(letter, rounds).collect()
}

fn roman(value: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if value >= 4000 {
        return value.to_string();
    }
    let mut rest = value;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while rest >= worth {
            text.push_str(sign);
            rest -= worth;
        }
    }
    text
}

fn chinese(value: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: u32| DIGITS[usize::try_from(at % 10).unwrap_or(0)];
    match value {
        0..=9 => digit(value).to_owned(),
        10..=19 => format!("十{}", digit(value)),
        20..=99 => format!("{}十{}", digit(value / 10), digit(value)),
        _ => value.to_string(),
    }
}

fn ordinal_ending(value: u32) -> &'static str {
    match (value % 10, value % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_word_and_browsers_print_them() {
        for (name, values, printed) in [
            ("decimal", [1, 9, 31], "1 9 31"),
            ("lowerLetter", [1, 26, 28], "a z bb"),
            ("upperRoman", [4, 9, 44], "IV IX XLIV"),
            ("lower-roman", [3, 14, 90], "iii xiv xc"),
            ("arabicAlpha", [1, 2, 3], "أ ب ت"),
            ("arabicAbjad", [1, 2, 3], "أ ب ج"),
            ("russianLower", [1, 3, 10], "а в к"),
            ("chineseCounting", [1, 10, 23], "一 十 二十三"),
            ("ordinal", [1, 2, 11], "1st 2nd 11th"),
            ("a name of tomorrow", [1, 2, 3], "1 2 3"),
            ("decimalZero", [0, 7, 12], "0 07 12"),
            ("chicago", [1, 2, 5], "* † **"),
        ] {
            let numeral = Numeral::named(name);
            assert_eq!(values.map(|value| numeral.print(value)).join(" "), printed, "{name}");
        }
    }

    #[test]
    fn a_letter_is_one_label_in_every_script() {
        for (name, printed) in [("arabicAlpha", "(ت)"), ("arabicAbjad", "(ج)"), ("russianLower", "в)")] {
            assert_eq!(Numeral::named(name).lead(3, printed), Some(Lead::Bracketed("c".into())), "{name}");
        }
        assert_eq!(Numeral::UpperRoman.lead(2, "II."), None);
        assert_eq!(Numeral::Decimal.lead(2, "(2)"), Some(Lead::Bracketed("2".into())));
    }
}
