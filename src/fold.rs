//! Text made comparable: case, accents, Arabic letters, digits, quotation marks, dashes, blanks, invisible characters.
//!
//! Two texts that a reader takes for the same words fold to the same string. The folded form is for comparing and
//! looking up; what people see is the text as written, which [`Folded`] leads back to.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible, is_combining_mark};

/// The folded form of `text`.
///
/// Invisible characters and combining marks are dropped (the Arabic vowel signs, the shadda and the tatweel among
/// them), letters are decomposed by compatibility (Unicode NFKD) and lower-cased, variants of Arabic and Latin
/// letters, apostrophes, quotation marks and dashes become one form, Arabic-Indic and Persian digits become ASCII
/// ones, and a run of white space becomes one blank, with none at either end.
///
/// Folding twice gives what folding once gives. Linear in the length of `text`.
///
/// Signs that make a syllable what it is are kept (the vowel signs of Indic scripts, the Japanese voicing mark).
///
/// ```
/// use reservations::fold::fold;
/// assert_eq!(fold("  TÜRKİYE\u{a0}: "), "turkiye :");
/// assert_eq!(fold("المدّ"), fold("المد"));
/// assert_eq!(fold("الفقرة ٩"), "الفقره 9");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        fold_ascii(text, &mut folded);
        return folded;
    }
    walk(text, |step| {
        if let Step::Letter { folded: letter, .. } = step {
            folded.push(letter);
        }
    });
    folded
}

/// The short way for the most common text; [`walk`] would give the same.
fn fold_ascii(text: &str, folded: &mut String) {
    for word in text.split(char::is_whitespace).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().map(|c| if c == '`' { '\'' } else { c.to_ascii_lowercase() }));
    }
}

/// A folded text that knows where in the original each of its characters comes from.
///
/// ```
/// use reservations::fold::{Folded, fold};
/// let original = "في جداول المدّ والجزر";
/// let folded = Folded::new(original);
/// let place = folded.find(&fold("جداول المد")).next().unwrap();
/// assert_eq!(&original[place], "جداول المدّ");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// One for each character of `text`, in its order.
    spans: Vec<Span>,
}

/// Where a folded character begins in the folded text (`at`), and the bytes of the original it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    at: usize,
    start: usize,
    end: usize,
}

impl Folded {
    /// Folds `original`, keeping the places. The original itself is not kept.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut spans: Vec<Span> = Vec::with_capacity(original.len());
        walk(original, |step| match step {
            Step::Letter { folded, start, end } => {
                spans.push(Span { at: text.len(), start, end });
                text.push(folded);
            }
            Step::Mark { end } => {
                if let Some(last) = spans.last_mut() {
                    last.end = last.end.max(end);
                }
            }
        });
        Folded { text, spans }
    }

    /// The folded text: what [`fold`] gives for the same original.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where `needle`, which must be folded already, stands in the original: byte ranges on character boundaries, in
    /// the text's order, not overlapping. The marks on the last letter belong to the range. An empty needle is found
    /// nowhere.
    pub fn find<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let haystack = if needle.is_empty() { "" } else { self.text.as_str() };
        haystack
            .match_indices(needle)
            .filter(|(_, hit)| !hit.is_empty())
            .map(|(at, hit)| self.original(at..at + hit.len()))
    }

    /// The byte range of the original that the byte range `folded` of [`Folded::text`] comes from, on character
    /// boundaries. A range beyond the end is cut there; an empty range gives an empty one.
    #[must_use]
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let first = self.spans.partition_point(|span| span.at < folded.start);
        let after = self.spans.partition_point(|span| span.at < folded.end);
        let (Some(start), Some(end)) =
            (self.spans.get(first), after.checked_sub(1).and_then(|i| self.spans.get(i)))
        else {
            let end = self.spans.last().map_or(0, |span| span.end);
            return end..end;
        };
        // A letter that folds to several (æ) has several spans over the same bytes.
        start.start..if after > first { end.end.max(start.start) } else { start.start }
    }
}

/// What [`walk`] reports.
enum Step {
    /// A character of the folded text, and the bytes of the original it stands for.
    Letter { folded: char, start: usize, end: usize },
    /// A mark that was dropped belongs to the letter before it and reaches to this byte.
    Mark { end: usize },
}

/// Goes through `text` once and reports its folded characters in order.
fn walk(text: &str, report: impl FnMut(Step)) {
    let mut walker = Walker { report, blank: None, begun: false, marks: Vec::new() };
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        if decomposes_to_itself(c) {
            walker.flush();
            walker.letter(c.to_ascii_lowercase(), start, end);
            continue;
        }
        // Before anything is decomposed: what is dropped must not stand between two marks that have an order.
        if is_invisible(c) {
            continue;
        }
        if c == TATWEEL {
            walker.mark(end);
            continue;
        }
        // An acute accent on its own is used as an apostrophe; decomposed it would be a blank.
        let c = if c == '´' { '\'' } else { c };
        decompose_compatible(c, |part| walker.part(part, start, end));
    }
    walker.flush();
}

const TATWEEL: char = 'ـ';

/// The letters that most texts are made of, for which the long way would do nothing: ASCII, and Arabic and Han letters
/// without a decomposition or a small form.
fn decomposes_to_itself(c: char) -> bool {
    c.is_ascii() || matches!(c, 'ا'..='غ' | 'ف'..='ي' | '\u{4e00}'..='\u{9fff}')
}

struct Walker<F: FnMut(Step)> {
    report: F,
    /// White space seen and not reported yet: there must be something after it.
    blank: Option<(usize, usize)>,
    /// Something has been reported.
    begun: bool,
    /// Marks that are kept, in a run, waiting to be put in canonical order.
    marks: Vec<(u8, char, usize, usize)>,
}

impl<F: FnMut(Step)> Walker<F> {
    /// One character of the compatibility decomposition of the original's bytes `start..end`.
    fn part(&mut self, c: char, start: usize, end: usize) {
        let class = canonical_combining_class(c);
        if is_invisible(c) {
            // Some letters decompose to a filler.
        } else if is_dropped_mark(c, class) || c == TATWEEL {
            self.mark(end);
        } else if class != 0 {
            self.marks.push((class, c, start, end));
        } else {
            self.flush();
            if c.to_lowercase().len() == 1 {
                c.to_lowercase().for_each(|one| self.letter(one, start, end));
                return;
            }
            // A capital with a mark of its own (İ, before it was decomposed) would have more.
            for lower in c.to_lowercase() {
                if !is_dropped_mark(lower, canonical_combining_class(lower)) {
                    self.letter(lower, start, end);
                }
            }
        }
    }

    /// Reports the marks that were kept, in canonical order: their order in the file says nothing.
    fn flush(&mut self) {
        let mut marks = std::mem::take(&mut self.marks);
        marks.sort_by_key(|&(class, ..)| class);
        for (_, c, start, end) in marks.drain(..) {
            self.letter(c, start, end);
        }
        self.marks = marks;
    }

    fn letter(&mut self, c: char, start: usize, end: usize) {
        if c.is_whitespace() {
            let from = self.blank.map_or(start, |(from, _)| from);
            self.blank = Some((from, end));
            return;
        }
        if let Some((from, to)) = self.blank.take()
            && self.begun
        {
            (self.report)(Step::Letter { folded: ' ', start: from, end: to });
        }
        self.begun = true;
        match plain(c) {
            Plain::One(folded) => (self.report)(Step::Letter { folded, start, end }),
            Plain::Two(first, second) => {
                (self.report)(Step::Letter { folded: first, start, end });
                (self.report)(Step::Letter { folded: second, start, end });
            }
        }
    }

    fn mark(&mut self, end: usize) {
        // A mark on a blank belongs to nothing that is shown.
        if self.blank.is_none() {
            (self.report)(Step::Mark { end });
        }
    }
}

/// Marks that two spellings of a word may differ in. Those of the classes 7 to 9 (nukta, voicing mark, virama) and
/// the vowel signs of class 0 make another syllable and stay; enclosing marks are of class 0 and go.
fn is_dropped_mark(c: char, class: u8) -> bool {
    let enclosing = matches!(c, '\u{488}'..='\u{489}' | '\u{1abe}' | '\u{20dd}'..='\u{20e0}' | '\u{20e2}'..='\u{20e4}' | '\u{a670}'..='\u{a672}');
    enclosing || (class != 0 && !(7..=9).contains(&class) && is_combining_mark(c))
}

enum Plain {
    One(char),
    Two(char, char),
}

/// The table: letters, marks and digits that stand for one another, after decomposition and lower-casing.
fn plain(c: char) -> Plain {
    if let Some(value) = digit(c)
        && let Some(ascii) = char::from_digit(value, 10)
    {
        return Plain::One(ascii);
    }
    Plain::One(match c {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => 'ه',
        'ؤ' => 'و',
        'ک' => 'ك',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ς' => 'σ',
        'ß' => return Plain::Two('s', 's'),
        'æ' => return Plain::Two('a', 'e'),
        'œ' => return Plain::Two('o', 'e'),
        '’' | '‘' | '‚' | '‛' | 'ʼ' | 'ʻ' | '′' | '`' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '–' | '—' | '―' | '‒' | '‑' | '−' | '‐' => '-',
        other => other,
    })
}

/// The value of an ASCII, Arabic-Indic (٠ to ٩) or Extended Arabic-Indic (Persian, ۰ to ۹) digit.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// Whether `c` sets or ends a direction of writing: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
#[must_use]
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` shows nothing itself: the characters that Unicode calls default-ignorable (soft hyphen, zero-width
/// characters, bidi controls, byte order mark, fillers, variation selectors, tags) and other format characters.
///
/// White space, control characters and the Arabic signs that Unicode calls format characters but that are printed
/// (U+0600 to U+0605, the end of a verse) are not invisible.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    // The first is below everything else, so ASCII text costs one comparison.
    c >= '\u{ad}'
        && matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{70f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// `text` fit for a terminal or a message on one line: control characters, bidi controls and the line and paragraph
/// separators are shown as escapes, `\u{202e}`. Borrowed where there is nothing to escape.
///
/// ```
/// use reservations::fold::visible;
/// assert_eq!(visible("a\u{1b}[2Jb"), "a\\u{1b}[2Jb");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let unfit = |c: char| c.is_control() || is_bidi_control(c) || matches!(c, '\u{2028}' | '\u{2029}');
    // Most texts are ASCII, which is seen without looking at its characters.
    let plain = text.bytes().all(|b| matches!(b, b' '..=b'~'));
    if plain || !text.contains(unfit) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if unfit(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_the_same_word_fold_alike() {
        for form in [
            "Türkiye",
            "TÜRKİYE",
            "türkiye",
            "Turkiye",
            "TURKIYE",
            "\u{feff}Tu\u{308}rkı\u{ad}ye",
            "Tür\u{200d}kiye",
        ] {
            assert_eq!(fold(form), "turkiye", "{form}");
        }
        assert_eq!(fold("قَطَر"), fold("قطر"));
        assert_eq!(fold("ترکیا"), fold("تركيا"));
        assert_eq!(fold("إندونيسيا"), fold("اندونيسيا"));
        assert_eq!(fold("جمهوريّة التشيـــك"), fold("جمهوريه التشيك"));
        assert_eq!(fold("هٰذا"), fold("هذا"));
        assert_eq!(fold("ؤئىٱآ"), "وييا\u{627}");
        assert_eq!(fold("Łódź Øresund Đakovo Æon Œuvre Straße"), "lodz oresund dakovo aeon oeuvre strasse");
        assert_eq!(fold("Côte d’Ivoire"), fold("COTE D'IVOIRE"));
        assert_eq!(fold("d´Ivoire d`Ivoire dʼIvoire d‘Ivoire"), "d'ivoire d'ivoire d'ivoire d'ivoire");
        assert_eq!(fold("“a” «b» „c‟"), "\"a\" \"b\" \"c\"");
        assert_eq!(fold("1–2—3‑4−5‐6"), "1-2-3-4-5-6");
        assert_eq!(fold("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹"), "0123456789 0123456789");
        assert_eq!(fold(" \t a\u{a0}\u{2003}\n b \r\n"), "a b");
        assert_eq!(fold("`A`  b"), "'a' b");
        assert_eq!(fold(""), "");
        assert_eq!(fold("\u{200f} \u{feff}"), "");
    }

    #[test]
    fn syllables_stay_what_they_are() {
        assert_ne!(fold("か"), fold("が"));
        assert_ne!(fold("कि"), fold("क"));
    }

    #[test]
    fn every_character_is_folded_once_and_for_all() {
        // The planes without characters are left out.
        for c in (0..=0x3_3fff).chain(0xe_0000..=0xe_0fff).filter_map(char::from_u32) {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "{c:?}");
            assert_eq!(Folded::new(&c.to_string()).text(), once, "{c:?}");
        }
    }

    #[test]
    fn what_was_found_is_shown_as_written() {
        let original = "إلى «جداول المدّ» وجداول  المدِّ.";
        let folded = Folded::new(original);
        let needle = fold("جداول المد");
        let found: Vec<&str> = folded.find(&needle).map(|place| &original[place]).collect();
        assert_eq!(found, ["جداول المدّ", "جداول  المدِّ"]);
        let text = "Œuvre\u{301} \u{202b}x";
        let folded = Folded::new(text);
        assert_eq!(folded.find("oe").map(|place| &text[place]).collect::<Vec<_>>(), ["Œ"]);
        assert_eq!(folded.find("e").map(|place| &text[place]).collect::<Vec<_>>(), ["Œ", "e\u{301}"]);
        assert_eq!(folded.find("x").map(|place| &text[place]).collect::<Vec<_>>(), ["x"]);
        assert_eq!(folded.find("").count(), 0);
        assert_eq!(folded.original(90..99), text.len()..text.len());
        assert_eq!(Folded::new("").original(0..1), 0..0);
    }

    #[test]
    fn what_would_move_the_cursor_is_shown() {
        assert_eq!(visible("plain نص"), "plain نص");
        assert!(matches!(visible("plain"), Cow::Borrowed(_)));
        assert_eq!(visible("a\u{202e}b\u{7}\u{9b}\u{7f}\n"), "a\\u{202e}b\\u{7}\\u{9b}\\u{7f}\\u{a}");
    }

    #[test]
    fn classes_of_characters() {
        for c in ['\u{200e}', '\u{61c}', '\u{202e}', '\u{2069}'] {
            assert!(is_bidi_control(c) && is_invisible(c));
        }
        for c in
            ['\u{ad}', '\u{34f}', '\u{200b}', '\u{200d}', '\u{feff}', '\u{fe0f}', '\u{e0041}', '\u{2060}']
        {
            assert!(is_invisible(c) && !is_bidi_control(c));
        }
        for c in [' ', '\n', '\0', 'a', '\u{a0}', '\u{6dd}'] {
            assert!(!is_invisible(c));
        }
        assert_eq!(
            (digit('7'), digit('٧'), digit('۷'), digit('a'), digit('७')),
            (Some(7), Some(7), Some(7), None, None)
        );
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn marks_in_any_order(text in "[aが\u{94d}\u{93c}\u{3099}\u{301}\u{651}\u{650}\u{200d}\u{640}\u{ff9e} क]{0,12}") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
            let places = Folded::new(&text);
            prop_assert_eq!(places.text(), once);
        }

        #[test]
        fn places_are_on_boundaries_and_say_the_same(text in any::<String>(), from in 0usize..40, to in 0usize..40) {
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.text(), fold(&text));
            let letters: Vec<char> = folded.text().chars().collect();
            let needle: String = letters.iter().take(to).skip(from).collect();
            for place in folded.find(&needle) {
                prop_assert!(text.get(place.clone()).is_some());
                prop_assert!(fold(&text[place]).contains(needle.trim()));
            }
        }

        #[test]
        fn ascii_is_folded_the_same_way(text in "[ -~\\t\\n\\x0b\\x00]{0,30}") {
            let places = Folded::new(&text);
            prop_assert_eq!(fold(&text), places.text());
        }

        #[test]
        fn nothing_unfit_is_visible(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(|c| c.is_control() || is_bidi_control(c)));
        }
    }
}
