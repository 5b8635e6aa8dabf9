//! The words by which the languages of published resolutions are known and read; one file a language.
//!
//! All words stand in their folded form ([`fold`]), and are compared with folded text.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod ru;
mod zh;

use crate::fold::fold;
use crate::vocabulary::Way;

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    /// Its BCP 47 tag.
    pub tag: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// Small words that tell it from other languages of its script.
    pub small: &'static [&'static str],
    /// How an opening formula begins ("the ").
    pub formula: &'static [&'static str],
    /// What adopts resolutions ("assembly").
    pub bodies: &'static [&'static str],
    /// Words before the verb that do not count ("also", "strongly").
    pub adverbs: &'static [&'static str],
    /// First words of preambular paragraphs.
    pub preambular: &'static [&'static str],
    /// Endings of such words, where they are safe enough.
    pub preambular_endings: &'static [&'static str],
    /// First words of operative paragraphs.
    pub operative: &'static [&'static str],
    /// Months, January first, each with all its names.
    pub months: [&'static [&'static str]; 12],
    /// What says that a text was adopted.
    pub adopted: &'static [&'static str],
    /// What an adoption line speaks of beside ("resolution").
    pub resolution: &'static [&'static str],
    /// Ways of adoption, the longest first.
    pub ways: &'static [(&'static str, Way)],
    /// What says that a text was put to a vote and not adopted.
    pub rejected: &'static [&'static str],
    /// Headings of annexes.
    pub annex: &'static [&'static str],
    /// What a line on a meeting has ("meeting").
    pub meeting: &'static [&'static str],
    /// What a line on a session has ("session").
    pub session: &'static [&'static str],
    /// Beginnings of lines in a heading that are no title ("distr", "agenda item").
    pub formal: &'static [&'static str],
    /// What shows that a text is about positions of delegations.
    pub positions: &'static [&'static str],
}

/// Every language, English first.
pub const ALL: [&Words; 7] =
    [&en::WORDS, &ar::WORDS, &fr::WORDS, &es::WORDS, &ru::WORDS, &zh::WORDS, &de::WORDS];

/// The language of a text, by its script and its small words; none where it has too few letters to tell.
pub fn language(text: &str) -> Option<&'static Words> {
    let mut counts = [0usize; 4];
    for c in text.chars().take(600) {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => counts[0] += 1,
            '\u{400}'..='\u{52f}' => counts[1] += 1,
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}' => {
                counts[2] += 1;
            }
            '\u{3400}'..='\u{9fff}' => counts[3] += 2,
            _ => {}
        }
    }
    let (script, count) = counts.iter().enumerate().max_by_key(|(at, count)| (**count, 4 - at))?;
    if *count < 2 {
        return None;
    }
    match script {
        0 => latin(text),
        1 => Some(&ru::WORDS),
        2 => Some(&ar::WORDS),
        _ => Some(&zh::WORDS),
    }
}

fn latin(text: &str) -> Option<&'static Words> {
    let start: String = text.chars().take(600).collect();
    let folded = fold(&start);
    let mut best: Option<(usize, &'static Words)> = None;
    for words in [&en::WORDS, &fr::WORDS, &es::WORDS, &de::WORDS] {
        let count =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| words.small.contains(word)).count();
        if count > best.map_or(0, |(count, _)| count) {
            best = Some((count, words));
        }
    }
    best.map(|(_, words)| words)
}

/// The script of a text's first letter, so far as languages are told by it: Latin, Cyrillic, Arabic, Han, or none.
pub fn script(text: &str) -> u8 {
    let of = |c: char| match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => 1u8,
        '\u{400}'..='\u{52f}' => 2,
        '\u{600}'..='\u{65f}' | '\u{66e}'..='\u{6ef}' => 3,
        '\u{3400}'..='\u{9fff}' => 4,
        _ => 0,
    };
    let mut counts = [0usize; 5];
    text.chars().take(200).for_each(|c| counts[usize::from(of(c))] += 1);
    let best = (1u8..5).max_by_key(|at| (counts[usize::from(*at)], 5 - at));
    best.filter(|at| counts[usize::from(*at)] > 0).unwrap_or(0)
}

/// The language whose opening formula a text is, "The General Assembly,".
pub fn formula(text: &str) -> Option<&'static Words> {
    if text.len() > 800 || text.starts_with(char::is_lowercase) {
        return None;
    }
    let text = unmarked(text);
    if !text.ends_with([',', '،', '，', ':']) {
        return None;
    }
    let folded = fold(text);
    ALL.into_iter().find(|words| words.is_formula(&folded))
}

/// A text without the marks of notes at its end: "The Assembly,*" and "The Assembly*,".
fn unmarked(text: &str) -> &str {
    let stars =
        |c: char| matches!(c, '*' | '†' | '‡' | '＊' | '∗' | '¹' | '²' | '³' | '\u{2070}'..='\u{2079}');
    let bare = text.trim_end_matches(stars);
    let digits = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let plain = bare.len() - digits.len() <= 2 && digits.ends_with([',', '،', '，', ':']);
    let square = bare
        .strip_suffix(']')
        .and_then(|inner| inner.rsplit_once('['))
        .map(|(head, mark)| (head, mark.len()));
    match square {
        Some((head, 1..=3)) => head.trim_end(),
        _ if plain => digits,
        _ => bare,
    }
}

impl Words {
    /// The script it is written in, as [`script`] has it.
    pub fn script(&self) -> u8 {
        match self.tag {
            "ru" => 2,
            "ar" => 3,
            "zh" => 4,
            _ => 1,
        }
    }

    /// Whether this is a language written in one case.
    pub fn is_caseless(&self) -> bool {
        matches!(self.tag, "ar" | "zh")
    }

    /// Whether a folded text begins with a word that is known to open preambular paragraphs.
    pub fn surely_opens_preambular(&self, folded: &str) -> bool {
        self.preambular.contains(&self.verb(folded).0) || self.starts(folded, self.preambular)
    }

    /// Whether a folded text begins as preambular paragraphs do.
    pub fn opens_preambular(&self, folded: &str) -> bool {
        let (first, next) = self.verb(folded);
        self.surely_opens_preambular(folded) || {
            let ending = self.preambular_endings.iter().any(|ending| first.ends_with(ending));
            // A name may end so too ("Beijing Declaration"): the second word is a small one then.
            let other =
                ["during", "including", "following", "regarding", "concerning", "according", "nothing"];
            ending
                && first.chars().count() > 5
                && !other.contains(&first)
                && (self.small.contains(&next) || next == "that")
        }
    }

    /// Whether a folded text begins as nothing but a preambular paragraph does, even where letters have one case.
    pub fn is_strong(&self, folded: &str) -> bool {
        self.tag != "ar" || folded.starts_with("اذ ") || folded.starts_with("واذ ")
    }

    /// Whether a folded text begins as operative paragraphs do.
    pub fn opens_operative(&self, folded: &str) -> bool {
        let (first, _) = self.verb(folded);
        let bare = if self.tag == "ar" { first.strip_prefix('و').unwrap_or(first) } else { first };
        self.operative.contains(&first)
            || self.operative.contains(&bare)
            || self.starts(folded, self.operative)
    }

    /// Whether an Arabic text begins with a verb, as every operative paragraph does and hardly a list's item.
    pub fn may_open_operative(&self, folded: &str) -> bool {
        let first = folded.split(' ').next().unwrap_or_default();
        let bare = first.strip_prefix('و').unwrap_or(first);
        let verb = self.tag == "ar" && bare.starts_with(['ت', 'ي']) && bare.chars().count() > 2;
        verb || self.opens_operative(folded)
    }

    /// Whether a folded text is an opening formula, "the general assembly,".
    pub fn is_formula(&self, folded: &str) -> bool {
        let Some(inner) = unmarked(folded).strip_suffix([',', '،', '，', ':']) else { return false };
        let inner = unmarked(inner);
        inner.chars().count() < 200
            && self.formula.iter().any(|start| inner.starts_with(start))
            && self.bodies.iter().any(|body| inner.contains(body))
            && !inner.contains([';', '؛', '.'])
    }

    /// Whether a folded text is a line that says that a text was adopted, or was not.
    pub fn is_adoption(&self, folded: &str) -> bool {
        let bare = folded.trim_start_matches(['[', '(', ' ']);
        let bare = ["الذي ", "التي "].iter().find_map(|that| bare.strip_prefix(that)).unwrap_or(bare);
        folded.chars().count() < 400
            && (contains(folded, self.rejected)
                || self.adopted.iter().any(|word| {
                    bare.starts_with(word)
                        || (folded.contains(word)
                            && self.resolution.iter().any(|begin| folded.starts_with(begin)))
                }))
    }

    /// Whether a folded text is the heading of an annex.
    pub fn is_annex(&self, folded: &str) -> bool {
        self.annex.iter().any(|word| {
            let Some(rest) = folded.strip_prefix(word) else { return false };
            let first = rest.trim_start().split([' ', ':', '.', '-', ')']).next().unwrap_or_default();
            let numbered = first.chars().all(|c| c.is_numeric() || matches!(c, 'i' | 'v' | 'x'));
            rest.chars().count() < 100
                && !rest.starts_with(char::is_alphanumeric)
                && (numbered || first.chars().count() == 1 || rest.starts_with(" to the"))
                && !rest.ends_with([';', ',', '؛', '،'])
                && (!rest.ends_with('.') || rest.len() < 8)
        })
    }

    /// Whether a folded text is a line about a meeting: "54th meeting, 4 april 2023".
    pub fn is_meeting(&self, folded: &str) -> bool {
        folded.chars().count() < 80
            && self.meeting.iter().any(|word| folded.contains(word))
            && !folded.ends_with([';', ',', '؛', '،'])
            && folded.chars().any(char::is_numeric)
    }

    /// Whether a folded text speaks of positions of delegations.
    pub fn is_about_positions(&self, folded: &str) -> bool {
        contains(folded, self.positions)
    }

    /// Whether a folded text speaks of paragraphs by name.
    pub fn names_paragraphs(&self, folded: &str) -> bool {
        contains(folded, &["paragraph", "paragraphe", "parrafo", "пункт", "段", "فقر"])
    }

    /// The first word that is no adverb, and the one after it.
    fn verb<'a>(&self, folded: &'a str) -> (&'a str, &'a str) {
        let mut words =
            folded.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty());
        let mut first = words.next().unwrap_or_default();
        for _ in 0..3 {
            if !self.adverbs.contains(&first) {
                break;
            }
            first = words.next().unwrap_or_default();
        }
        (first, words.next().unwrap_or_default())
    }

    /// Whether a text begins with one of some words, of which one may be several.
    fn starts(&self, folded: &str, list: &[&str]) -> bool {
        let several = |word: &&&str| word.contains(' ') || self.tag == "zh";
        list.iter().filter(several).any(|word| {
            let rest = folded.strip_prefix(word);
            rest.is_some_and(|rest| self.tag == "zh" || !rest.starts_with(char::is_alphanumeric))
        })
    }
}

/// Whether a folded text has one of some words in it.
pub fn contains(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|word| folded.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_folded() {
        for words in ALL {
            let lists = [
                words.small,
                words.formula,
                words.bodies,
                words.adverbs,
                words.preambular,
                words.operative,
                words.adopted,
                words.resolution,
                words.rejected,
                words.annex,
                words.meeting,
                words.session,
                words.formal,
                words.positions,
            ];
            let ways = words.ways.iter().map(|(word, _)| *word);
            let months = words.months.iter().copied().flatten().copied();
            for word in lists.into_iter().flatten().copied().chain(ways).chain(months) {
                assert_eq!(fold(word), word.trim(), "{}", words.tag);
            }
        }
    }

    #[test]
    fn languages_are_told_apart() {
        for (text, tag) in [
            ("The harbours of the north and their keepers", "en"),
            ("Les ports du nord et leurs gardiens", "fr"),
            ("Los puertos del norte y sus guardianes", "es"),
            ("موانئ الشمال", "ar"),
            ("Порты севера", "ru"),
            ("北方的港口", "zh"),
        ] {
            assert_eq!(language(text).map(|words| words.tag), Some(tag));
        }
        assert!(language("12 - 13").is_none());
    }

    #[test]
    fn openings() {
        let en = ALL[0];
        for text in
            ["Recalling its own rules", "Deeply concerned by", "Having considered", "Also noting that"]
        {
            assert!(en.opens_preambular(&fold(text)), "{text}");
        }
        for text in ["Beijing Declaration", "During the war", "King Charles", "Decides to"] {
            assert!(!en.opens_preambular(&fold(text)), "{text}");
        }
        assert!(en.opens_operative("also calls upon states") && en.opens_operative("strongly condemns all"));
        assert!(
            en.is_formula("the 12th assembly of the union of harbours,") && !en.is_formula("the states,")
        );
        assert!(ALL[1].is_formula(&fold("إن مجلس حقوق الإنسان،")));
        assert!(ALL[1].opens_preambular(&fold("وإذ تشير")) && ALL[1].opens_operative(&fold("وتدعو الدول")));
        assert!(
            en.is_annex("annex")
                && en.is_annex("annex i: rules")
                && !en.is_annex("annexes of the report show")
        );
    }
}
