//! A generator of resolutions: what they say is known by construction.

/// A small generator of numbers, the same for the same seed everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % n.max(1)
    }

    pub fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A version of a resolution in one language.
#[derive(Clone, Debug)]
pub struct Truth {
    pub tag: &'static str,
    pub title: String,
    pub adoption: String,
    pub formula: String,
    /// Labels, printed leads (`1`, `(a)`, nothing) and texts, in order.
    pub paragraphs: Vec<(String, Lead, String)>,
    /// The note's paragraphs; bullets begin with "- ".
    pub note: Vec<String>,
    /// Code, kind and target of each row.
    pub rows: Vec<(String, &'static str, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    None,
    Number(usize),
    Letter(usize),
}

const OPENERS: [&str; 14] = [
    "Recalling",
    "Noting",
    "Noting with concern",
    "Reaffirming",
    "Deeply concerned",
    "Bearing in mind",
    "Recognizing also",
    "Having considered",
    "Convinced",
    "Aware",
    "Welcoming",
    "Further recalling",
    "Emphasizing",
    "Guided by",
];
const VERBS: [&str; 14] = [
    "Decides",
    "Requests",
    "Urges",
    "Calls upon",
    "Also calls upon",
    "Invites",
    "Encourages",
    "Strongly condemns",
    "Welcomes",
    "Takes note of",
    "Recommends",
    "Further requests",
    "Reaffirms",
    "Expresses",
];
const WORDS: [&str; 44] = [
    "harbour",
    "keepers",
    "of",
    "the",
    "coast",
    "and",
    "their",
    "lighthouses",
    "tidal",
    "tables",
    "Member States",
    "in",
    "2030",
    "northern",
    "up-to-date",
    "charts",
    "international",
    "cooperation",
    "among",
    "ports",
    "the United Nations",
    "resolution 73/291 of 15 April 2019",
    "(2021)",
    "women,",
    "children,",
    "Sea Convention,",
    "pilotage",
    "for",
    "all",
    "vessels",
    "that",
    "carry",
    "safe",
    "self-reliant",
    "communities",
    "with",
    "article 5",
    "buoys",
    "its",
    "programmes",
    "to",
    "dredging",
    "self-assessment",
    "G5-Coast",
];
const OPENERS_AR: [&str; 8] = [
    "وإذ تشير إلى",
    "وإذ تؤكد",
    "وإذ تلاحظ بقلق",
    "وإذ تعرب عن تقديرها",
    "وإذ ترحب",
    "وإذ تدرك",
    "وإذ تسلّم",
    "وإذ تضع في اعتبارها",
];
const VERBS_AR: [&str; 8] = ["تقرر", "وتطلب", "تدعو", "وتحث", "تشجع", "وتؤكد", "ترحب", "وتهيب"];
const WORDS_AR: [&str; 24] = [
    "الموانئ",
    "والمنارات",
    "في",
    "الشمال",
    "من",
    "أجل",
    "سلامة",
    "السفن،",
    "الدول الأعضاء",
    "المدّ",
    "والجزر",
    "2030",
    "طوعاً",
    "التعاون",
    "الدولي",
    "بين",
    "الساحل",
    "التي",
    "تحمل",
    "جميع",
    "البرامج،",
    "القرار 73/291",
    "مراقبة",
    "العوامات",
];
const STATES: [(&str, &str, &str); 10] = [
    ("TD", "Chad", "تشاد"),
    ("CU", "Cuba", "كوبا"),
    ("KE", "Kenya", "كينيا"),
    ("FJ", "Fiji", "فيجي"),
    ("BA", "Bosnia and Herzegovina", "البوسنة والهرسك"),
    ("OM", "Oman", "عمان"),
    ("PE", "Peru", "بيرو"),
    ("IR", "Iran (Islamic Republic of)", "جمهورية إيران الإسلامية"),
    ("NO", "Norway", "النرويج"),
    ("CL", "Chile", "شيلي"),
];

fn phrase(dice: &mut Dice, words: &[&str], least: usize) -> String {
    let count = least + dice.below(40);
    let mut picked: Vec<&str> = (0..count).map(|_| dice.one(words)).collect();
    // A text does not end with the comma that the paragraph's own end follows.
    while picked.last().is_some_and(|word| word.ends_with([',', '،'])) {
        picked.pop();
    }
    picked.join(" ")
}

/// The same resolution in English and Arabic.
pub fn pair(seed: u64) -> (Truth, Truth) {
    let mut dice = Dice::new(seed);
    let (preambular, operative) = (1 + dice.below(9), 1 + dice.below(14));
    let subs: Vec<usize> =
        (0..operative).map(|_| if dice.chance(20) { 2 + dice.below(3) } else { 0 }).collect();
    let paragraphs = |dice: &mut Dice, arabic: bool| {
        let (openers, verbs, words): (&[&str], &[&str], &[&str]) =
            if arabic { (&OPENERS_AR, &VERBS_AR, &WORDS_AR) } else { (&OPENERS, &VERBS, &WORDS) };
        let (comma, semicolon) = if arabic { ("،", "؛") } else { (",", ";") };
        let mut all = Vec::new();
        for at in 1..=preambular {
            all.push((
                format!("PP{at}"),
                Lead::None,
                format!("{} {}{comma}", dice.one(openers), phrase(dice, words, 6)),
            ));
        }
        for at in 1..=operative {
            let last = if at == operative { "." } else { semicolon };
            let count = subs[at - 1];
            let own = if count > 0 { ":" } else { last };
            all.push((
                format!("OP{at}"),
                Lead::Number(at),
                format!("{} {}{own}", dice.one(verbs), phrase(dice, words, 5)),
            ));
            for sub in 0..count {
                let own = if sub + 1 == count { last } else { semicolon };
                let letter = char::from(b'a' + u8::try_from(sub).unwrap());
                let text = if arabic {
                    phrase(dice, words, 4)
                } else {
                    format!("To keep {}", phrase(dice, words, 3))
                };
                all.push((format!("OP{at}({letter})"), Lead::Letter(sub), format!("{text}{own}")));
            }
        }
        all
    };
    let english = paragraphs(&mut dice, false);
    let arabic = paragraphs(&mut dice, true);
    let (rows, note, note_ar) = note(&mut dice, preambular, operative);
    let truth = |tag, title: &str, adoption: &str, formula: &str, paragraphs, note| Truth {
        tag,
        title: title.into(),
        adoption: adoption.into(),
        formula: formula.into(),
        paragraphs,
        note,
        rows: rows.clone(),
    };
    (
        truth(
            "en",
            "Keeping harbours safe in all seasons",
            "Resolution adopted by consensus by the 12th Assembly of the Union of Harbours (Bergen, 3 May 2021)",
            "The 12th Assembly of the Union of Harbours,",
            english,
            note,
        ),
        truth(
            "ar",
            "سلامة الموانئ في جميع الفصول",
            "القرار الذي اعتمد بتوافق الآراء (برغن، 3 أيار/مايو 2021)",
            "إن الجمعية العامة الـ12 لاتحاد الموانئ،",
            arabic,
            note_ar,
        ),
    )
}

type Rows = Vec<(String, &'static str, String)>;

fn note(dice: &mut Dice, preambular: usize, operative: usize) -> (Rows, Vec<String>, Vec<String>) {
    let mut states: Vec<_> = STATES.to_vec();
    let (mut rows, mut items, mut items_ar) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..1 + dice.below(4) {
        let (code, name, arabic) = states.remove(dice.below(states.len()));
        let pp = dice.chance(50);
        let number = 1 + dice.below(if pp { preambular } else { operative });
        let (unit, word, word_ar) =
            if pp { ("PP", "preambular", "الديباجة") } else { ("OP", "operative", "المنطوق") };
        rows.push((code.to_owned(), "reservation", format!("{unit}{number}")));
        items.push(format!("{name} on {word} paragraph {number}"));
        items_ar.push(format!("{arabic} التي أبدت تحفظات على الفقرة {number} من {word_ar}"));
    }
    let (code, name, arabic) = states.remove(0);
    rows.push((code.to_owned(), "opposition", "entire".to_owned()));
    rows.sort();
    let and = |items: &[String], joint: &str, last: &str| match items.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{}{last}{end}", rest.join(joint)),
        _ => items.join(joint),
    };
    (
        rows,
        vec![
            "A number of delegations took the floor to express their reservations:".into(),
            format!("- {}.", and(&items, ", ", " and ")),
            format!("- {name} expressed its opposition to the resolution."),
        ],
        vec![
            "بعد اعتماد القرار، أخذ عدد من الوفود الكلمة للتعبير عن تحفظاتها:".into(),
            format!("- {}.", items_ar.join("، و")),
            format!("- أعربت {arabic} عن معارضتها للقرار."),
        ],
    )
}
