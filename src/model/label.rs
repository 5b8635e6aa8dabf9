//! Labels of paragraphs: `PP9`, `OP3(a)`, `OP14bis`, `RULE6(2)(c)`, `II/OP3`.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// Why a text is no value of one of this module's types; the message says what is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Malformed {}

/// What is numbered: `PP` (preambular paragraph), `OP` (operative paragraph) or a unit that a record declares.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit(Known);

/// The two units that every record has cost no memory of their own: most labels are of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Known {
    Pp,
    Op,
    Declared(String),
}

impl Unit {
    /// The preambular paragraph.
    pub fn pp() -> Self {
        Self(Known::Pp)
    }

    /// The operative paragraph.
    pub fn op() -> Self {
        Self(Known::Op)
    }

    /// Whether this is the preambular or the operative paragraph.
    pub fn is_built_in(&self) -> bool {
        self.is_pp() || self.is_op()
    }

    /// Whether this is the preambular paragraph.
    pub fn is_pp(&self) -> bool {
        self.0 == Known::Pp
    }

    /// Whether this is the operative paragraph.
    pub fn is_op(&self) -> bool {
        self.0 == Known::Op
    }

    /// The upper-case letters.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Known::Pp => "PP",
            Known::Op => "OP",
            Known::Declared(unit) => unit,
        }
    }

    fn rank(&self) -> u8 {
        match self.0 {
            Known::Pp => 0,
            Known::Op => 1,
            Known::Declared(_) => 2,
        }
    }
}

impl FromStr for Unit {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        if text.is_empty() || text.len() > 24 || !text.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(Malformed("a unit is one to 24 upper-case letters, such as RULE"));
        }
        Ok(Self(match text {
            "PP" => Known::Pp,
            "OP" => Known::Op,
            other => Known::Declared(other.into()),
        }))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Ord for Unit {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.rank(), self.as_str()).cmp(&(other.rank(), other.as_str()))
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A part of a text in which the numbering starts again, as printed: `II`, `A`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(String);

impl PartId {
    /// The part as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its number, where it is one, in digits or a small Roman numeral: `II` is 2.
    pub fn number(&self) -> Option<usize> {
        self.0.parse().ok().or_else(|| roman(&self.0))
    }
}

impl FromStr for PartId {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let legal = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
        if text.is_empty() || text.chars().count() > 32 || !text.chars().all(legal) {
            return Err(Malformed("a part is letters, digits, '.' and '-', such as II"));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for PartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A paragraph's number: a whole number from 1 and what was put behind it (`9`, `9bis`, `12A`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    whole: u32,
    suffix: String,
}

impl Number {
    /// The whole number that counts bound, from 1.
    pub fn whole(&self) -> u32 {
        self.whole
    }

    /// What stands behind the whole number; empty for most.
    pub fn suffix(&self) -> &str {
        &self.suffix
    }

    /// Latin ordinals in their order, then any other suffix by the alphabet.
    fn rank(&self) -> (usize, &str) {
        const ORDINALS: [&str; 10] =
            ["", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];
        match ORDINALS.iter().position(|word| self.suffix.eq_ignore_ascii_case(word)) {
            Some(at) => (at, &self.suffix),
            None => (ORDINALS.len(), &self.suffix),
        }
    }
}

impl From<u32> for Number {
    /// A number without a suffix; there is no paragraph 0, so 0 becomes 1.
    fn from(whole: u32) -> Self {
        Self { whole: whole.max(1), suffix: String::new() }
    }
}

impl FromStr for Number {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let end = text.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
        let (digits, suffix) = text.split_at(end);
        let wrong = Malformed("a number is digits from 1, and letters such as bis behind them");
        let plain = !digits.starts_with('0') && digits.len() <= 6;
        if !plain || suffix.len() > 16 || !suffix.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Err(wrong);
        }
        digits.parse().map(|whole| Self { whole, suffix: suffix.into() }).map_err(|_| wrong)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.whole, self.suffix)
    }
}

/// A paragraph or sub-paragraph: part, unit, number and the path of letters and numbers below it.
///
/// `Display` and `FromStr` are each other's inverse. The order is natural: OP9 < OP9(b) < OP9bis < OP10; labels in
/// no part stand first. The order of parts and units that a record declares is known to
/// [`Resolution::order`](super::Resolution::order) only.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    part: Option<PartId>,
    unit: Unit,
    number: Number,
    path: Vec<String>,
}

impl Label {
    /// A whole paragraph, in no part.
    pub fn new(unit: Unit, number: Number) -> Self {
        Self { part: None, unit, number, path: Vec::new() }
    }

    /// The same paragraph in a part.
    pub fn in_part(mut self, part: Option<PartId>) -> Self {
        self.part = part;
        self
    }

    /// A sub-paragraph of this one, by its letter or number without brackets.
    ///
    /// # Errors
    /// Where the mark is not one to 16 ASCII letters or digits.
    pub fn below(mut self, mark: &str) -> Result<Self, Malformed> {
        if mark.is_empty() || mark.len() > 16 || !mark.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(Malformed("a sub-paragraph is letters or digits in brackets, such as (a)"));
        }
        if self.path.len() == 8 {
            return Err(Malformed("a label has at most eight levels of sub-paragraphs"));
        }
        self.path.push(mark.into());
        Ok(self)
    }

    /// The part it stands in, where numbering starts again.
    pub fn part(&self) -> Option<&PartId> {
        self.part.as_ref()
    }

    /// What is numbered.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The number of the paragraph.
    pub fn number(&self) -> &Number {
        &self.number
    }

    /// The marks of sub-paragraphs, outermost first, without brackets.
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// The whole paragraph that this is, or is a part of.
    pub fn paragraph(&self) -> Self {
        Self { path: Vec::new(), ..self.clone() }
    }

    /// The label that contains this one; none for a whole paragraph.
    pub fn parent(&self) -> Option<Self> {
        let mut parent = self.clone();
        parent.path.pop().map(|_| parent)
    }

    /// Whether the other is a sub-paragraph of this one, at any depth; not itself.
    pub fn contains(&self, other: &Self) -> bool {
        self.part == other.part
            && self.unit == other.unit
            && self.number == other.number
            && other.path.len() > self.path.len()
            && other.path.starts_with(&self.path)
    }

    /// Order inside one part and unit: by number, then path.
    pub(super) fn inner_cmp(&self, other: &Self) -> Ordering {
        let whole = self.number.whole.cmp(&other.number.whole);
        whole
            .then_with(|| self.number.rank().cmp(&other.number.rank()))
            .then_with(|| self.path_cmp(&other.path))
    }

    fn path_cmp(&self, other: &[String]) -> Ordering {
        let levels = self.path.iter().zip(other);
        let differing = levels.map(|(a, b)| mark_rank(a).cmp(&mark_rank(b)));
        differing.fold(Ordering::Equal, Ordering::then).then(self.path.len().cmp(&other.len()))
    }
}

/// Sub-paragraphs are numbers, letters or Roman numerals: `(2)`, `(b)`, `(iv)`, `(aa)`.
///
/// A mark alone does not say whether `(i)` stands behind `(h)` or before `(ii)`. Both are right in one order: the
/// numerals from i to iv stand together in the place of the letter i, those from v in that of v, those from x in that
/// of x. So a, …, h, i, j, …, v, w, x and i, ii, …, iv, v, …, ix, x, xi both run as printed.
fn mark_rank(mark: &str) -> (u8, usize, String) {
    let lower = mark.to_ascii_lowercase();
    let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
    if let Ok(number) = lower[..digits].parse::<usize>() {
        return (0, number, lower[digits..].to_owned());
    }
    match (roman(&lower), lower.as_bytes()) {
        (Some(value), _) => {
            let anchor = [(10, b'x'), (5, b'v')].into_iter().find(|(least, _)| value >= *least);
            (1, anchor.map_or(b'i', |(_, letter)| letter).into(), format!("{value:04}"))
        }
        (None, [one]) => (1, (*one).into(), String::new()),
        (None, _) => (2, lower.len(), lower),
    }
}

/// The value of a small Roman numeral of i, v and x, in either case; below 40, as they are written.
pub(super) fn roman(mark: &str) -> Option<usize> {
    const TENS: [&str; 4] = ["", "x", "xx", "xxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    if mark.is_empty() || mark.len() > 7 {
        return None;
    }
    let lower = mark.to_ascii_lowercase();
    let tens = lower.bytes().take_while(|byte| *byte == b'x').count().min(3);
    let (tens, ones) = (TENS.iter().position(|known| known.len() == tens)?, &lower[tens..]);
    ONES.iter().position(|known| *known == ones).map(|ones| tens * 10 + ones)
}

impl Ord for Label {
    fn cmp(&self, other: &Self) -> Ordering {
        let outer = (&self.part, &self.unit).cmp(&(&other.part, &other.unit));
        // The last step tells apart what only differs in the case of letters.
        outer.then_with(|| self.inner_cmp(other)).then_with(|| self.path.cmp(&other.path))
    }
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Label {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let (part, rest) = match text.split_once('/') {
            Some((part, rest)) => (Some(part.parse()?), rest),
            None => (None, text),
        };
        let (unit, rest) =
            rest.split_at(rest.bytes().position(|b| !b.is_ascii_uppercase()).unwrap_or(rest.len()));
        let (number, mut rest) = rest.split_at(rest.find('(').unwrap_or(rest.len()));
        let mut label = Self::new(unit.parse()?, number.parse()?).in_part(part);
        while !rest.is_empty() {
            let inner = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
            let (mark, behind) =
                inner.ok_or(Malformed("a sub-paragraph is closed by a bracket, as in OP3(a)"))?;
            label = label.below(mark)?;
            rest = behind;
        }
        Ok(label)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(part) = &self.part {
            write!(f, "{part}/")?;
        }
        write!(f, "{}{}", self.unit, self.number)?;
        self.path.iter().try_for_each(|mark| write!(f, "({mark})"))
    }
}

/// Labels, and what they contain and what contains them, in one look-up.
#[derive(Clone, Debug, Default)]
pub struct LabelSet {
    own: BTreeSet<Label>,
    above: BTreeSet<Label>,
}

impl LabelSet {
    /// Whether the label is one of them, contains one of them, or is contained in one of them.
    pub fn reaches(&self, label: &Label) -> bool {
        let within =
            || std::iter::successors(label.parent(), Label::parent).any(|above| self.own.contains(&above));
        self.own.contains(label) || self.above.contains(label) || within()
    }
}

impl<'l> FromIterator<&'l Label> for LabelSet {
    fn from_iter<I: IntoIterator<Item = &'l Label>>(labels: I) -> Self {
        let mut set = Self::default();
        for label in labels {
            if set.own.insert(label.clone()) {
                set.above.extend(std::iter::successors(label.parent(), Label::parent));
            }
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn label(text: &str) -> Label {
        text.parse().unwrap()
    }

    #[test]
    fn a_part_is_short_and_of_letters_digits_dots_and_hyphens() {
        for part in ["II", "A.1", "annex-b", &"I".repeat(32)] {
            assert_eq!(part.parse::<PartId>().unwrap().as_str(), part);
        }
        for part in ["", "II 2", "II/2", "(a)", &"I".repeat(33)] {
            assert!(part.parse::<PartId>().is_err(), "{part}");
        }
    }

    #[test]
    fn sub_paragraphs_have_a_parent_and_bounds() {
        let sub = label("OP3(a)(i)");
        assert_eq!(sub.parent(), Some(label("OP3(a)")));
        assert_eq!(label("OP3").parent(), None);
        assert!(label("OP3").below(&"a".repeat(16)).is_ok() && label("OP3").below(&"a".repeat(17)).is_err());
        assert!(label("OP3").below("").is_err() && label("OP3").below("a-b").is_err());
        let eight = (0..8).fold(label("OP3"), |label, _| label.below("a").unwrap());
        assert!(eight.below("a").is_err());
    }

    #[test]
    fn below_letters_marks_are_roman() {
        let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xiv", "xix", "xx"];
        let labels = roman.map(|mark| label(&format!("OP3(b)({mark})")));
        assert!(labels.is_sorted(), "{labels:?}");
        let letters = ["h", "i", "j", "u", "v", "w", "x", "y", "z", "aa", "bb"]
            .map(|mark| label(&format!("OP3({mark})")));
        assert!(letters.is_sorted(), "{letters:?}");
    }

    #[test]
    fn the_order_is_natural() {
        let ordered = [
            "PP2",
            "PP10",
            "OP3",
            "OP3(a)",
            "OP3(b)(i)",
            "OP3(b)(iv)",
            "OP3(b)(ix)",
            "OP3(c)",
            "OP3(h)",
            "OP3(i)",
            "OP3(ii)",
            "OP3(iii)",
            "OP3(iv)",
            "OP3(j)",
            "OP3(u)",
            "OP3(v)",
            "OP3(vi)",
            "OP3(ix)",
            "OP3(w)",
            "OP3(x)",
            "OP3(xi)",
            "OP3(xix)",
            "OP3(xx)",
            "OP3(y)",
            "OP3(aa)",
            "OP5bis",
            "OP9",
            "OP9(b)",
            "OP9bis",
            "OP9ter",
            "OP10",
            "RULE6(2)(c)",
            "RULE6(10)",
            "II/OP3",
        ];
        let labels = ordered.map(label);
        assert!(labels.is_sorted_by(|a, b| a < b), "{labels:?}");
    }

    #[test]
    fn what_is_no_label() {
        for text in
            ["", "OP", "9", "OP0", "OP09", "op9", "OP9(", "OP9()", "OP9(a", "OP9 bis", "/OP9", "OP9)", "OP-1"]
        {
            assert!(text.parse::<Label>().is_err(), "{text}");
        }
    }

    #[test]
    fn containing_is_strict_and_by_level() {
        assert!(label("OP3").contains(&label("OP3(a)")) && label("OP3(b)").contains(&label("OP3(b)(ii)")));
        for other in ["OP3", "OP3bis", "OP31", "PP3(a)", "II/OP3(a)"] {
            assert!(!label("OP3").contains(&label(other)), "{other}");
        }
    }

    #[test]
    fn how_long_and_how_large_the_pieces_of_a_label_may_be() {
        assert!("A".repeat(24).parse::<Unit>().is_ok() && "A".repeat(25).parse::<Unit>().is_err());
        assert!("".parse::<Unit>().is_err() && "Rule".parse::<Unit>().is_err());
        for (text, legal) in [
            ("1", true),
            ("999999", true),
            ("1000000", false),
            ("0", false),
            ("01", false),
            ("", false),
            ("bis", false),
            (&format!("9{}", "a".repeat(16)), true),
            (&format!("9{}", "a".repeat(17)), false),
            ("9b1", false),
            ("9-", false),
        ] {
            assert_eq!(text.parse::<Number>().is_ok(), legal, "{text}");
        }
        let mark = |length| label("OP3").below(&"a".repeat(length)).is_ok();
        assert!(mark(1) && mark(16) && !mark(17) && !mark(0));
        assert!(label("OP3").below("a-").is_err());
        let deep = (0..8).try_fold(label("OP3"), |label, _| label.below("a")).unwrap();
        assert_eq!(deep.path().len(), 8);
        assert!(deep.below("a").is_err());
        assert_eq!((Number::from(0).whole(), Number::from(7).whole()), (1, 7));
    }

    #[test]
    fn what_a_label_is_made_of() {
        let whole = label("II/OP14bis(a)(i)");
        assert_eq!(whole.part().map(PartId::as_str), Some("II"));
        assert_eq!(
            (whole.unit().as_str(), whole.number().whole(), whole.number().suffix()),
            ("OP", 14, "bis")
        );
        assert_eq!(whole.path(), ["a", "i"]);
        assert_eq!(whole.paragraph(), label("II/OP14bis"));
        assert_eq!(whole.parent(), Some(label("II/OP14bis(a)")));
        assert_eq!((label("OP3(a)").parent(), label("OP3").parent()), (Some(label("OP3")), None));
        let kinds = |unit: &Unit| (unit.is_built_in(), unit.is_pp(), unit.is_op());
        assert_eq!(kinds(label("PP1").unit()), (true, true, false));
        assert_eq!(kinds(label("OP1").unit()), (true, false, true));
        assert_eq!(kinds(label("RULE1").unit()), (false, false, false));
        assert!(!label("OP3(a)").contains(&label("OP3(a)")) && !label("OP3(a)").contains(&label("OP3")));
        assert!(!label("OP3(a)").contains(&label("OP3(b)(a)")));
    }

    #[test]
    fn small_roman_numerals() {
        for (mark, value) in [
            ("i", Some(1)),
            ("IV", Some(4)),
            ("ix", Some(9)),
            ("x", Some(10)),
            ("xxx", Some(30)),
            ("xxxviii", Some(38)),
            ("xxxix", Some(39)),
            ("", None),
            ("xl", None),
            ("xxxx", None),
            ("iiii", None),
            ("vx", None),
            ("xxxviiii", None),
        ] {
            assert_eq!(roman(mark), value, "{mark}");
        }
        let number = |part: &str| part.parse::<PartId>().unwrap().number();
        assert_eq!((number("II"), number("2"), number("A")), (Some(2), Some(2), None));
    }

    proptest! {
        #[test]
        fn display_and_from_str_are_inverse(text in "([A-Z]{1,3}/)?(PP|OP|RULE)[1-9][0-9]{0,3}(bis|A)?(\\([a-z0-9]{1,3}\\)){0,3}") {
            prop_assert_eq!(label(&text).to_string(), text);
        }

        #[test]
        fn the_order_is_total(labels in prop::collection::vec(
            "(I/)?(PP|OP)[1-2](bis|ter|A|a)?(\\((0?[1-9]|[a-cA-C]|[ivx]{1,3}|[IV]|aa|1a)\\)){0,2}", 3,
        )) {
            let [a, b, c] = [0, 1, 2].map(|at| label(&labels[at]));
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a == b, a.cmp(&b).is_eq());
            prop_assert!(!(a <= b && b <= c) || a <= c);
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            if let Ok(label) = text.parse::<Label>() {
                prop_assert_eq!(label.to_string(), text);
            }
        }
    }
}
