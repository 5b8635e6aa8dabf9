//! Notes in the wording of several bodies, with the rows that must come out known by construction. The wordings are
//! collected from how secretariats write, not from the parser's lists.

use std::collections::BTreeSet;

use crate::Case;

/// A small deterministic source of choices (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const NAMES_EN: &[(&str, &[&str])] = &[
    ("KZ", &["Kazakhstan", "the Republic of Kazakhstan"]),
    ("IR", &["Iran (Islamic Republic of)", "the Islamic Republic of Iran", "Iran"]),
    ("SY", &["the Syrian Arab Republic", "Syria"]),
    ("BA", &["Bosnia and Herzegovina"]),
    ("TT", &["Trinidad and Tobago"]),
    ("RU", &["the Russian Federation", "Russia"]),
    ("US", &["the United States of America", "the United States"]),
    ("GB", &["the United Kingdom", "the United Kingdom of Great Britain and Northern Ireland"]),
    ("TR", &["Türkiye", "Turkey"]),
    ("CZ", &["the Czech Republic", "Czechia"]),
    ("VE", &["Venezuela (Bolivarian Republic of)", "the Bolivarian Republic of Venezuela"]),
    ("KR", &["the Republic of Korea"]),
    ("KP", &["the Democratic People's Republic of Korea"]),
    ("CD", &["the Democratic Republic of the Congo"]),
    ("LA", &["the Lao People’s Democratic Republic"]),
    ("CI", &["Côte d’Ivoire", "Cote d'Ivoire"]),
    ("QA", &["Qatar", "the State of Qatar"]),
    ("HU", &["Hungary"]),
    ("IN", &["India"]),
    ("ID", &["Indonesia"]),
    ("EG", &["Egypt", "the Arab Republic of Egypt"]),
    ("NG", &["Nigeria"]),
    ("NE", &["the Niger"]),
    ("GW", &["Guinea-Bissau"]),
    ("MK", &["North Macedonia"]),
    ("SA", &["Saudi Arabia"]),
    ("VA", &["the Holy See"]),
    ("CU", &["Cuba"]),
];

const NAMES_AR: &[(&str, &[&str])] = &[
    ("KZ", &["كازاخستان"]),
    ("IR", &["جمهورية إيران الإسلامية", "إيران"]),
    ("SY", &["الجمهورية العربية السورية", "سوريا"]),
    ("BA", &["البوسنة والهرسك"]),
    ("RU", &["الاتحاد الروسي", "روسيا"]),
    ("US", &["الولايات المتحدة الأمريكية", "الولايات المتحدة"]),
    ("GB", &["المملكة المتحدة"]),
    ("TR", &["تركيا"]),
    ("QA", &["قطر", "دولة قطر"]),
    ("HU", &["هنغاريا", "المجر"]),
    ("IN", &["الهند"]),
    ("ID", &["إندونيسيا"]),
    ("EG", &["مصر", "جمهورية مصر العربية"]),
    ("SA", &["المملكة العربية السعودية", "السعودية"]),
    ("CU", &["كوبا"]),
    ("YE", &["اليمن"]),
    ("OM", &["عمان"]),
    ("DZ", &["الجزائر"]),
    ("KR", &["جمهورية كوريا"]),
    ("VE", &["فنزويلا"]),
];

/// Delegations as a note names them.
struct Who {
    codes: Vec<String>,
    names: Vec<String>,
}

fn who(dice: &mut Dice, table: &[(&str, &[&str])], count: usize, taken: &mut BTreeSet<String>) -> Who {
    let mut who = Who { codes: Vec::new(), names: Vec::new() };
    while who.codes.len() < count {
        let (code, forms) = table[dice.below(table.len())];
        if taken.insert(code.to_owned()) {
            who.codes.push(code.to_owned());
            who.names.push(dice.pick(forms).to_owned());
        }
    }
    who
}

fn listed(dice: &mut Dice, names: &[String]) -> String {
    match names {
        [one] => one.clone(),
        [members @ .., last] => {
            let oxford = if members.len() > 1 && dice.chance(20) { "," } else { "" };
            format!("{}{oxford} and {last}", members.join(", "))
        }
        [] => String::new(),
    }
}

/// Paragraphs as a note names them, with their labels.
struct Place {
    labels: Vec<String>,
    words: String,
}

fn numbers(dice: &mut Dice, most: usize) -> Vec<usize> {
    let mut numbers = BTreeSet::new();
    for _ in 0..1 + dice.below(most) {
        numbers.insert(1 + dice.below(30));
    }
    numbers.into_iter().collect()
}

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

fn plural(noun: &str, many: bool) -> String {
    if many { format!("{noun}s") } else { noun.to_owned() }
}

fn place_en(dice: &mut Dice) -> Place {
    let preamble = dice.chance(40);
    let unit = if preamble { "PP" } else { "OP" };
    let numbers = numbers(dice, 3);
    let many = numbers.len() > 1;
    let labels: Vec<String> = numbers.iter().map(|number| format!("{unit}{number}")).collect();
    let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let list = listed(dice, &words);
    let half = if preamble { "preambular" } else { "operative" };
    match dice.below(9) {
        0 => {
            let codes: Vec<String> = labels.clone();
            Place { labels, words: listed(dice, &codes) }
        }
        1 => Place { labels, words: format!("{} {list}", plural(unit, many)) },
        2 => {
            let part = if preamble { "of the preamble" } else { "of the operative part" };
            Place { labels, words: format!("{} {list} {part}", plural("paragraph", many)) }
        }
        3 if !preamble => Place { labels, words: format!("{} {list}", plural("paragraph", many)) },
        4 if numbers.iter().all(|number| *number <= 12) => {
            let words: Vec<String> = numbers.iter().map(|number| ORDINALS[number - 1].to_owned()).collect();
            let list = listed(dice, &words);
            Place { labels, words: format!("the {list} {half} {}", plural("paragraph", many)) }
        }
        5 => {
            let first = 1 + dice.below(20);
            let last = first + 1 + dice.below(4);
            let to = dice.pick(&[" to ", "–", "-", " through "]);
            let labels = (first..=last).map(|number| format!("{unit}{number}")).collect();
            Place { labels, words: format!("{half} paragraphs {first}{to}{last}") }
        }
        6 => {
            let number = 1 + dice.below(30);
            let space = dice.pick(&["", " "]);
            let (labels, words) = match dice.below(3) {
                0 => (vec![format!("{unit}{number}(a)")], format!("{half} paragraph {number}{space}(a)")),
                1 => (
                    vec![format!("{unit}{number}(b)"), format!("{unit}{number}(c)")],
                    format!("{half} paragraph {number}{space}(b) and (c)"),
                ),
                _ => (
                    vec![format!("{unit}{number}(b)")],
                    format!("sub-paragraph (b) of {half} paragraph {number}"),
                ),
            };
            Place { labels, words }
        }
        7 => {
            let other = if preamble { ("OP", "operative") } else { ("PP", "preambular") };
            let number = 1 + dice.below(30);
            let mut labels = labels;
            labels.push(format!("{}{number}", other.0));
            let words =
                format!("{half} {} {list} and {} paragraph {number}", plural("paragraph", many), other.1);
            Place { labels, words }
        }
        _ => Place { labels, words: format!("{half} {} {list}", plural("paragraph", many)) },
    }
}

/// A way to say that delegations took a position: before the object, the preposition included, for one and for many.
type Say = (&'static str, &'static str, &'static str);

const SAY_EN: &[Say] = &[
    ("reservation", "expressed a reservation on", "expressed reservations on"),
    ("reservation", "expressed its reservations about", "expressed their reservations about"),
    ("reservation", "entered a reservation with regard to", "entered reservations with regard to"),
    ("reservation", "reserved its position on", "reserved their positions on"),
    (
        "reservation",
        "placed on record its reservation concerning",
        "placed on record their reservations concerning",
    ),
    ("reservation", "wished to record its reservations on", "wished to record their reservations on"),
    ("reservation", "has reservations in respect of", "have reservations in respect of"),
    ("opposition", "expressed its opposition to", "expressed their opposition to"),
    ("opposition", "voiced its strong opposition to", "voiced their strong opposition to"),
    ("opposition", "opposed", "opposed"),
    ("opposition", "objected to", "objected to"),
    ("dissociation", "dissociated itself from", "dissociated themselves from"),
    (
        "dissociation",
        "disassociated itself from the consensus on",
        "disassociated themselves from the consensus on",
    ),
    ("dissociation", "distanced itself from", "distanced themselves from"),
    ("interpretation", "made an interpretative declaration on", "made interpretative declarations on"),
    ("explanation", "explained its position on", "explained their positions on"),
    (
        "explanation",
        "made a statement in explanation of position on",
        "made statements in explanation of position on",
    ),
    ("explanation", "expressed its concern about", "expressed their concerns about"),
];

fn rows(codes: &[String], kind: &str, labels: &[String], tail: &str) -> Vec<String> {
    codes
        .iter()
        .flat_map(|code| labels.iter().map(move |label| format!("{code} {kind} {label}{tail}")))
        .collect()
}

fn case(wording: &str, text: String, rows: Vec<String>) -> Case {
    Case {
        wording: wording.into(),
        text,
        rows: rows.into_iter().collect(),
        doubts: Vec::new(),
        counts: [None, None],
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

fn subject_en(dice: &mut Dice, names: &[String]) -> String {
    let list = listed(dice, names);
    match dice.below(5) {
        0 if names.len() > 1 => format!("the delegations of {list}"),
        1 if names.len() > 1 => format!("the representatives of {list}"),
        0 => format!("the delegation of {list}"),
        1 => format!("the representative of {list}"),
        _ => list,
    }
}

fn say(who: &Who, forms: &Say) -> &'static str {
    if who.codes.len() > 1 { forms.2 } else { forms.1 }
}

/// One sentence for each position: records of meetings (UNEA, FAO, HRC).
fn sentences_en(dice: &mut Dice) -> Case {
    let (mut text, mut all, mut taken) = (Vec::new(), Vec::new(), BTreeSet::new());
    for _ in 0..1 + dice.below(3) {
        let count = 1 + dice.below(3);
        let who = who(dice, NAMES_EN, count, &mut taken);
        let forms = &SAY_EN[dice.below(SAY_EN.len())];
        let opening = dice.pick(&[
            "",
            "",
            "After the adoption of the resolution, ",
            "Following the adoption of the text, ",
        ]);
        let subject = subject_en(dice, &who.names);
        let (labels, object) = match dice.below(6) {
            0 => (
                vec!["entire".to_owned()],
                dice.pick(&[
                    "the entire resolution",
                    "the resolution as a whole",
                    "the text of the resolution",
                    "the whole text",
                ])
                .to_owned(),
            ),
            _ => {
                let place = place_en(dice);
                (place.labels, place.words)
            }
        };
        let closing = dice.pick(&[
            "",
            "",
            "",
            ", as it was not in line with its national legislation",
            " for domestic legal reasons",
        ]);
        let verb = say(&who, forms);
        text.push(format!("{}.", capital(&format!("{opening}{subject} {verb} {object}{closing}"))));
        all.extend(rows(&who.codes, forms.0, &labels, ""));
    }
    let joint = dice.pick(&[" ", "\n", "\n\n"]);
    case("sentences", text.join(joint), all)
}

/// "X on A, Y on B and Z on C", the way of the IPU.
fn paired_en(dice: &mut Dice) -> Case {
    let (mut clauses, mut all, mut taken) = (Vec::new(), Vec::new(), BTreeSet::new());
    for _ in 0..2 + dice.below(4) {
        let count = 1 + dice.below(2);
        let who = who(dice, NAMES_EN, count, &mut taken);
        let place = place_en(dice);
        let bold: Vec<String> = who.names.iter().map(|name| format!("**{name}**")).collect();
        clauses.push(format!("{} on {}", listed(dice, &bold), place.words));
        all.extend(rows(&who.codes, "reservation", &place.labels, ""));
    }
    let lead = dice.pick(&[
        "* A number of delegations took the floor to express their reservations:",
        "The following delegations expressed reservations:",
        "Reservations were expressed by the following delegations:",
        "The following delegations wished to place their reservations on record:",
    ]);
    let text = match dice.below(3) {
        0 => format!("{lead} {}.", listed(dice, &clauses)),
        1 => format!("{lead}\n\n- {}.", listed(dice, &clauses)),
        _ => format!("{lead} {}.", clauses.join("; ")),
    };
    case("paired", text, all)
}

/// Lists with a colon, brackets or a dash, one line each.
fn lines_en(dice: &mut Dice) -> Case {
    let (mut lines, mut all, mut taken) = (Vec::new(), Vec::new(), BTreeSet::new());
    let style = dice.below(4);
    for at in 0..2 + dice.below(4) {
        let count = 1 + dice.below(2);
        let who = who(dice, NAMES_EN, count, &mut taken);
        let place = place_en(dice);
        let names = capital(&listed(dice, &who.names));
        lines.push(match style {
            0 => format!("- {names}: {}", place.words),
            1 => format!("{}. {names} – {}", at + 1, place.words),
            2 => format!("• {names} ({})", place.words),
            _ => format!("{}: {}", capital(&place.words), who.names.join("; ")),
        });
        all.extend(rows(&who.codes, "reservation", &place.labels, ""));
    }
    let lead = dice.pick(&["Reservations:", "The following reservations were recorded:", "RESERVATIONS"]);
    case(
        ["colon", "dash", "brackets", "object-colon"][style],
        format!("{lead}\n\n{}\n", lines.join("\n")),
        all,
    )
}

/// The object before the delegations.
fn object_first_en(dice: &mut Dice) -> Case {
    let mut taken = BTreeSet::new();
    let count = 1 + dice.below(3);
    let first = who(dice, NAMES_EN, count, &mut taken);
    let place = place_en(dice);
    let mut all = rows(&first.codes, "reservation", &place.labels, "");
    let names = listed(dice, &first.names);
    let text = match dice.below(4) {
        0 => format!("On {}, {names} expressed reservations.", place.words),
        1 => format!("With regard to {}, {names} reserved their position.", place.words),
        2 => {
            let second = who(dice, NAMES_EN, 1, &mut taken);
            let other = place_en(dice);
            all.extend(rows(&second.codes, "reservation", &other.labels, ""));
            format!(
                "Reservations were expressed on {} by {names}, and on {} by {}.",
                place.words, other.words, second.names[0]
            )
        }
        _ => format!("Reservations on {} were expressed by {names}.", place.words),
    };
    case("object-first", text, all)
}

const PHRASES: &[&str] = &[
    "labour mobility",
    "gender",
    "sexual and reproductive health",
    "unilateral coercive measures",
    "the family",
    "climate finance",
    "human rights defenders",
    "age-appropriate education",
    "common but differentiated responsibilities",
];

fn phrases_en(dice: &mut Dice) -> Case {
    let mut taken = BTreeSet::new();
    let count = 1 + dice.below(2);
    let who = who(dice, NAMES_EN, count, &mut taken);
    let forms = &SAY_EN[dice.below(7)];
    let phrase = dice.pick(PHRASES);
    let place = place_en(dice);
    let quoted = match dice.below(4) {
        0 => format!("“{phrase}”"),
        1 => format!("\"{phrase}\""),
        2 => format!("‘{phrase}’"),
        _ => phrase.to_owned(),
    };
    let intro = if quoted == phrase {
        dice.pick(&["the reference to", "the mention of", "references to", "the notion of", "the concept of"])
    } else {
        dice.pick(&[
            "the term",
            "the expression",
            "the words",
            "the phrase",
            "the use of the term",
            "the reference to",
        ])
    };
    let inside = dice.pick(&["in", "contained in", "in", "as contained in", "appearing in"]);
    let names = subject_en(dice, &who.names);
    let verb = say(&who, forms);
    let text = capital(&format!("{names} {verb} {intro} {quoted} {inside} {}.", place.words));
    case("phrase", text, rows(&who.codes, forms.0, &place.labels, &format!(" \"{phrase}\"")))
}

/// "respectively", "on behalf of", "in particular", conditions, rights reserved, objections.
fn turns_en(dice: &mut Dice) -> Case {
    let mut taken = BTreeSet::new();
    let one = who(dice, NAMES_EN, 1, &mut taken);
    let other = who(dice, NAMES_EN, 1, &mut taken);
    let (name, second) = (capital(&one.names[0]), other.names[0].clone());
    let place = place_en(dice);
    let words = &place.words;
    match dice.below(8) {
        0 => {
            let (a, b) = (1 + dice.below(15), 16 + dice.below(15));
            let text = format!(
                "{name} and {second} expressed reservations on operative paragraphs {a} and {b}, respectively."
            );
            let all = vec![
                format!("{} reservation OP{a}", one.codes[0]),
                format!("{} reservation OP{b}", other.codes[0]),
            ];
            case("respectively", text, all)
        }
        1 => {
            let text =
                format!("{name}, speaking on behalf of the African Group, reserved its position on {words}.");
            case("behalf", text, rows(&one.codes, "reservation", &place.labels, " for african-group"))
        }
        2 => {
            let text = format!("{name} expressed reservations on several paragraphs, in particular {words}.");
            case("open", text, rows(&one.codes, "reservation", &place.labels, " open"))
        }
        3 => {
            let text = format!("{name} reserved its right to return to {words} at a later stage.");
            case("deferred", text, rows(&one.codes, "reservation", &place.labels, " deferred"))
        }
        4 => {
            let text =
                format!("{name} entered a reservation on {words}, subject to confirmation by its capital.");
            case("conditional", text, rows(&one.codes, "reservation", &place.labels, " conditional"))
        }
        5 => {
            let text = format!("{name} objected to the reservation expressed by {second} on {words}.");
            case(
                "objection",
                text,
                rows(&one.codes, "objection", &place.labels, &format!(" re {}", other.codes[0])),
            )
        }
        6 => {
            let text = format!(
                "{name} and {second} expressed reservations on {words}. {} later withdrew its reservation.",
                capital(&second)
            );
            case("withdrawal", text, rows(&one.codes, "reservation", &place.labels, ""))
        }
        _ => {
            let text = format!(
                "{name} expressed its reservation on {words} and its opposition to the resolution as a whole; {second} did not express any reservation."
            );
            let mut all = rows(&one.codes, "reservation", &place.labels, "");
            all.push(format!("{} opposition entire", one.codes[0]));
            case("two kinds", text, all)
        }
    }
}

/// English notes.
pub fn english(seed: u64, count: usize) -> Vec<Case> {
    let mut dice = Dice::new(seed);
    let styles: [fn(&mut Dice) -> Case; 6] =
        [sentences_en, paired_en, lines_en, object_first_en, phrases_en, turns_en];
    (0..count).map(|at| styles[at % styles.len()](&mut dice)).collect()
}

fn joined_ar(names: &[String]) -> String {
    names.join(" و")
}

fn place_ar(dice: &mut Dice) -> Place {
    let preamble = dice.chance(40);
    let unit = if preamble { "PP" } else { "OP" };
    let half = if preamble {
        dice.pick(&["من الديباجة", "من ديباجة القرار"])
    } else {
        dice.pick(&["من المنطوق", "من منطوق القرار"])
    };
    let numbers = numbers(dice, 3);
    let eastern = dice.chance(25);
    let shown = |number: &usize| {
        let digits = number.to_string();
        if eastern {
            digits.bytes().map(|b| char::from_u32(0x660 + u32::from(b - b'0')).unwrap()).collect()
        } else {
            digits
        }
    };
    let noun = ["الفقرة", "الفقرتين", "الفقرات"][numbers.len().min(3) - 1];
    let labels: Vec<String> = numbers.iter().map(|number| format!("{unit}{number}")).collect();
    let list = joined_ar(&numbers.iter().map(shown).collect::<Vec<_>>());
    match dice.below(6) {
        0 => {
            let first = 1 + dice.below(20);
            let last = first + 2 + dice.below(4);
            let labels = (first..=last).map(|number| format!("{unit}{number}")).collect();
            let words = dice.pick(&["الفقرات من {} إلى [] ", "الفقرات {} إلى [] ", "الفقرات {}-[] "]);
            let words = words.replace("{}", &shown(&first)).replace("[]", &shown(&last));
            Place { labels, words: format!("{words}{half}") }
        }
        1 => {
            let number = 1 + dice.below(30);
            let labels = vec![format!("{unit}{number}(a)"), format!("{unit}{number}(c)")];
            Place { labels, words: format!("الفقرة {} (أ) و(ج) {half}", shown(&number)) }
        }
        2 if numbers.len() == 1 && numbers[0] <= 10 => {
            let ordinal = [
                "الأولى",
                "الثانية",
                "الثالثة",
                "الرابعة",
                "الخامسة",
                "السادسة",
                "السابعة",
                "الثامنة",
                "التاسعة",
                "العاشرة",
            ][numbers[0] - 1];
            Place { labels, words: format!("الفقرة {ordinal} {half}") }
        }
        3 => {
            let number = 1 + dice.below(30);
            let (other, name) =
                if preamble { ("OP", "من المنطوق") } else { ("PP", "من الديباجة") };
            let mut labels = labels;
            labels.push(format!("{other}{number}"));
            let on = dice.pick(&["وعلى الفقرة", "والفقرة"]);
            Place { labels, words: format!("{noun} {list} {half} {on} {} {name}", shown(&number)) }
        }
        _ => Place { labels, words: format!("{noun} {list} {half}") },
    }
}

/// A way to say it: kind, before the delegations, after them.
const SAY_AR: &[(&str, &str, &str)] = &[
    ("reservation", "أعربت", "عن تحفظها على"),
    ("reservation", "أبدت", "تحفظات على"),
    ("reservation", "سجلت", "تحفظها على"),
    ("reservation", "تحفظت", "على"),
    ("reservation", "أعرب وفد", "عن تحفظاته بشأن"),
    ("reservation", "أبدى ممثل", "تحفظه على"),
    ("opposition", "أعربت", "عن معارضتها لما ورد في"),
    ("opposition", "اعترضت", "على"),
    ("dissociation", "نأت", "بنفسها عن"),
    ("dissociation", "انفصلت", "عن توافق الآراء بشأن"),
    ("interpretation", "قدمت", "إعلانا تفسيريا بشأن"),
    ("explanation", "أوضحت", "موقفها من"),
    ("explanation", "شرح وفد", "موقفه بشأن"),
];

fn sentences_ar(dice: &mut Dice) -> Case {
    let (mut text, mut all, mut taken) = (Vec::new(), Vec::new(), BTreeSet::new());
    for _ in 0..1 + dice.below(3) {
        let count = 1 + dice.below(3);
        let who = who(dice, NAMES_AR, count, &mut taken);
        let (kind, verb, rest) = SAY_AR[dice.below(SAY_AR.len())];
        let place = place_ar(dice);
        let opening = dice.pick(&["", "", "بعد اعتماد القرار، ", "و"]);
        let verb = if opening == "و" { format!("و{verb}") } else { format!("{opening}{verb}") };
        text.push(format!("{verb} {} {rest} {}.", joined_ar(&who.names), place.words));
        all.extend(rows(&who.codes, kind, &place.labels, ""));
    }
    case("sentences", text.join(" "), all)
}

fn paired_ar(dice: &mut Dice) -> Case {
    let (mut clauses, mut all, mut taken) = (Vec::new(), Vec::new(), BTreeSet::new());
    let relative = dice.chance(60);
    for _ in 0..2 + dice.below(4) {
        let count = 1 + dice.below(2);
        let who = who(dice, NAMES_AR, count, &mut taken);
        let place = place_ar(dice);
        let verb =
            if relative && who.codes.len() == 1 { "التي أبدت تحفظات على" } else { "على" };
        clauses.push(format!("{} {verb} {}", joined_ar(&who.names), place.words));
        all.extend(rows(&who.codes, "reservation", &place.labels, ""));
    }
    let lead = dice.pick(&[
        "* بعد اعتماد القرار، أخذ عدد من الوفود الكلمة للتعبير عن تحفظاتها:",
        "أعربت الوفود التالية عن تحفظاتها:",
        "سجلت التحفظات التالية:",
    ]);
    case("paired", format!("{lead}\n\n- {}.", clauses.join("، و")), all)
}

fn lines_ar(dice: &mut Dice) -> Case {
    let (mut lines, mut all, mut taken) = (Vec::new(), Vec::new(), BTreeSet::new());
    for _ in 0..2 + dice.below(3) {
        let count = 1 + dice.below(2);
        let who = who(dice, NAMES_AR, count, &mut taken);
        let place = place_ar(dice);
        lines.push(format!("- {}: {}", joined_ar(&who.names), place.words));
        all.extend(rows(&who.codes, "reservation", &place.labels, ""));
    }
    case("colon", format!("التحفظات:\n{}\n", lines.join("\n")), all)
}

fn phrases_ar(dice: &mut Dice) -> Case {
    let mut taken = BTreeSet::new();
    let who = who(dice, NAMES_AR, 1, &mut taken);
    let phrase =
        dice.pick(&["تنقل اليد العاملة", "الصحة الجنسية والإنجابية", "الجندر", "التدابير القسرية الانفرادية"]);
    let mut place = place_ar(dice);
    // With "and on" the second paragraph is no longer where the phrase stands.
    place.words = place.words.replace("وعلى الفقرة", "والفقرة");
    let text = match dice.below(4) {
        0 => format!("أعربت {} عن تحفظها بشأن الإشارة إلى {phrase} في {}.", who.names[0], place.words),
        1 => format!("تحفظت {} على مصطلح «{phrase}» الوارد في {}.", who.names[0], place.words),
        2 => format!("أبدى وفد {} تحفظه على عبارة \"{phrase}\" في {}.", who.names[0], place.words),
        _ => format!("سجلت {} تحفظها على استخدام مفهوم “{phrase}” في {}.", who.names[0], place.words),
    };
    case("phrase", text, rows(&who.codes, "reservation", &place.labels, &format!(" \"{phrase}\"")))
}

fn turns_ar(dice: &mut Dice) -> Case {
    let mut taken = BTreeSet::new();
    let one = who(dice, NAMES_AR, 1, &mut taken);
    let other = who(dice, NAMES_AR, 1, &mut taken);
    let (name, second) = (&one.names[0], &other.names[0]);
    let place = place_ar(dice);
    let words = &place.words;
    match dice.below(7) {
        0 => {
            let text = format!("تحفظت {name} و{second} على الفقرتين 3 و17 من المنطوق على التوالي.");
            let all = vec![
                format!("{} reservation OP3", one.codes[0]),
                format!("{} reservation OP17", other.codes[0]),
            ];
            case("respectively", text, all)
        }
        1 => {
            let text = format!("أعربت {name}، متحدثة باسم المجموعة الأفريقية، عن تحفظها على {words}.");
            case("behalf", text, rows(&one.codes, "reservation", &place.labels, " for african-group"))
        }
        2 => {
            let text = format!("أعربت {name} عن تحفظات على عدد من الفقرات، وخاصة {words}.");
            case("open", text, rows(&one.codes, "reservation", &place.labels, " open"))
        }
        3 => {
            let text = format!("احتفظت {name} بحقها في إبداء تحفظ على {words} في مرحلة لاحقة.");
            case("deferred", text, rows(&one.codes, "reservation", &place.labels, " deferred"))
        }
        4 => {
            let text = format!("اعترضت {name} على تحفظ {second} بشأن {words}.");
            case(
                "objection",
                text,
                rows(&one.codes, "objection", &place.labels, &format!(" re {}", other.codes[0])),
            )
        }
        5 => {
            let text = format!("أعربت {name} و{second} عن تحفظهما على {words}. وسحبت {second} تحفظها لاحقا.");
            case("withdrawal", text, rows(&one.codes, "reservation", &place.labels, ""))
        }
        _ => {
            let text = format!(
                "أعربت {name} عن تحفظها على {words}، وأعربت {second} عن معارضتها للقرار ككل. ولم تبد الهند أي تحفظ."
            );
            let mut all = rows(&one.codes, "reservation", &place.labels, "");
            all.push(format!("{} opposition entire", other.codes[0]));
            case("two kinds", text, all)
        }
    }
}

/// Arabic notes.
pub fn arabic(seed: u64, count: usize) -> Vec<Case> {
    let mut dice = Dice::new(seed);
    let styles: [fn(&mut Dice) -> Case; 5] = [sentences_ar, paired_ar, lines_ar, phrases_ar, turns_ar];
    (0..count).map(|at| styles[at % styles.len()](&mut dice)).collect()
}
