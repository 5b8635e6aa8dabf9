//! What print and conversion do to a text, singly and in pairs, on resolutions in the shapes of many bodies: what is
//! lost is told by trap.
//!
//! A test run tries a share of them; `EVERY=1 cargo test --test import traps -- --nocapture` tries all, and `TRAP=WORDS`
//! or `PAIR=WORDS` those whose names have the words, and shows the first document that was misread.

use std::collections::BTreeMap;

use reservations::import::{Document, Imported, Options, import};
use reservations::record::RawRecord;
use unicode_normalization::UnicodeNormalization;

use crate::bodies::{self, Paragraph, Resolution, Version};

/// How a version is printed.
#[derive(Clone, Debug)]
struct Layout {
    width: Option<usize>,
    blanks: usize,
    /// Words are divided at line ends, with a hyphen or a soft one.
    divided: Option<char>,
    pages: u8,
    numbers: u8,
    emphasis: u8,
    mark: &'static str,
    marked: u8,
    note: u8,
    indent: &'static str,
    years: bool,
    list: u8,
    annex: u8,
    footnote: bool,
    lost: bool,
    letters: u8,
    ends: u8,
    formula: u8,
    vote: u8,
    trailing: bool,
    notice: bool,
}

const PLAIN: Layout = Layout {
    width: None,
    blanks: 1,
    divided: None,
    pages: 0,
    numbers: 0,
    emphasis: 0,
    mark: "*",
    marked: 0,
    note: 0,
    indent: "",
    years: false,
    list: 0,
    annex: 0,
    footnote: false,
    lost: false,
    letters: 0,
    ends: 0,
    formula: 0,
    vote: 0,
    trailing: false,
    notice: false,
};

/// A trap: its name, what it is about (two of one kind cannot stand together), and what it does.
type Trap = (&'static str, &'static str, fn(&mut Layout));

const TRAPS: &[Trap] = &[
    ("plain", "none", |_| {}),
    ("lines of 76", "width", |l| l.width = Some(76)),
    ("lines of 48", "width", |l| l.width = Some(48)),
    ("lines of 100", "width", |l| l.width = Some(100)),
    ("no blank lines", "blanks", |l| l.blanks = 0),
    ("two blank lines", "blanks", |l| l.blanks = 2),
    ("divided words", "divided", |l| {
        l.divided = Some('-');
        l.width = l.width.or(Some(64));
    }),
    ("soft hyphens at line ends", "divided", |l| {
        l.divided = Some('\u{ad}');
        l.width = l.width.or(Some(64));
    }),
    ("form feeds", "pages", |l| l.pages = 1),
    ("page numbers between blank lines", "pages", |l| l.pages = 2),
    ("running heads and numbers", "pages", |l| l.pages = 3),
    ("running heads without blank lines", "pages", |l| l.pages = 4),
    ("pages of blank lines", "pages", |l| l.pages = 5),
    ("numbers of pages of pages", "pages", |l| l.pages = 6),
    ("numbers with a dash", "numbers", |l| l.numbers = 1),
    ("numbers with a bracket", "numbers", |l| l.numbers = 2),
    ("Arabic-Indic numbers", "numbers", |l| l.numbers = 3),
    ("numbers alone on a line", "numbers", |l| l.numbers = 4),
    ("numbers in brackets", "numbers", |l| l.numbers = 5),
    ("numbers glued to the text", "numbers", |l| l.numbers = 6),
    ("numbers in bold", "numbers", |l| l.numbers = 7),
    ("numbers with a dash, glued", "numbers", |l| l.numbers = 8),
    ("openings in stars", "emphasis", |l| l.emphasis = 1),
    ("openings in bold", "emphasis", |l| l.emphasis = 2),
    ("openings in underscores", "emphasis", |l| l.emphasis = 3),
    ("headings as Markdown", "emphasis", |l| l.emphasis = 4),
    ("mark **", "mark", |l| l.mark = "**"),
    ("mark ¹", "mark", |l| l.mark = "¹"),
    ("mark 1", "mark", |l| l.mark = "1"),
    ("mark [1]", "mark", |l| l.mark = "[1]"),
    ("mark †", "mark", |l| l.mark = "†"),
    ("mark at the title", "marked", |l| l.marked = 1),
    ("mark alone on a line", "marked", |l| l.marked = 2),
    ("mark at the formula", "marked", |l| l.marked = 3),
    ("no mark", "marked", |l| l.marked = 4),
    ("mark apart from the note", "marked", |l| l.marked = 5),
    ("note at the foot of the first page", "note", |l| l.note = 1),
    ("note in the middle of a sentence", "note", |l| {
        l.note = 2;
        l.width = l.width.or(Some(70));
    }),
    ("note before the formula", "note", |l| l.note = 3),
    ("indented", "indent", |l| l.indent = "     "),
    ("tabs", "indent", |l| l.indent = "\t"),
    ("years at the start of lines", "years", |l| {
        l.years = true;
        l.width = l.width.or(Some(90));
    }),
    ("a list of dashes in the preamble", "list", |l| l.list = 1),
    ("a list of letters in the preamble", "list", |l| l.list = 2),
    ("a list of numbers in the preamble", "list", |l| l.list = 3),
    ("an annex", "annex", |l| l.annex = 1),
    ("an annex with paragraphs like ours", "annex", |l| l.annex = 2),
    ("another footnote", "footnote", |l| l.footnote = true),
    ("opening words lost", "lost", |l| l.lost = true),
    ("decomposed letters", "letters", |l| l.letters = 1),
    ("no-break spaces", "letters", |l| l.letters = 2),
    ("soft hyphens in words", "letters", |l| l.letters = 3),
    ("bidi marks", "letters", |l| l.letters = 4),
    ("tatweel", "letters", |l| l.letters = 5),
    ("vowel signs", "letters", |l| l.letters = 6),
    ("Farsi yeh", "letters", |l| l.letters = 7),
    ("CRLF", "ends", |l| l.ends = 1),
    ("byte order mark", "ends", |l| l.ends = 2),
    ("CR alone", "ends", |l| l.ends = 3),
    ("formula with a colon", "formula", |l| l.formula = 1),
    ("formula without a comma", "formula", |l| l.formula = 2),
    ("formula and first paragraph in one line", "formula", |l| l.formula = 3),
    ("vote behind the text", "vote", |l| l.vote = 1),
    ("vote in the heading", "vote", |l| l.vote = 2),
    ("vote cut short", "vote", |l| l.vote = 3),
    ("vote without names", "vote", |l| l.vote = 4),
    ("vote a line a name", "vote", |l| l.vote = 5),
    ("trailing blanks", "trailing", |l| l.trailing = true),
    ("a notice at the end", "notice", |l| l.notice = true),
];

const IN_FAVOUR: [(&str, &str, &str); 4] = [
    ("BA", "Bosnia and Herzegovina", "البوسنة والهرسك"),
    ("BO", "Bolivia (Plurinational State of)", "بوليفيا (دولة - المتعددة القوميات)"),
    ("KR", "Republic of Korea", "جمهورية كوريا"),
    ("TT", "Trinidad and Tobago", "ترينيداد وتوباغو"),
];
const AGAINST: [(&str, &str, &str); 2] =
    [("IR", "Iran (Islamic Republic of)", "إيران (جمهورية - الإسلامية)"), ("CG", "Congo", "الكونغو")];

/// The vote as lines, and what it must give.
fn vote(kind: u8, arabic: bool) -> Vec<String> {
    let names = |list: &[(&str, &str, &str)], joint: &str| {
        list.iter().map(|(_, en, ar)| if arabic { *ar } else { *en }).collect::<Vec<_>>().join(joint)
    };
    let (comma, cut) = if arabic { ("، ", "، …") } else { (", ", ", …") };
    let head = match (arabic, kind) {
        (false, 4) => "[Adopted by a recorded vote of 4 to 2, with 3 abstentions.]",
        (true, 4) => "[اعتُمد بتصويت مسجل بأغلبية 4 أصوات مقابل صوتين وامتناع 3 أعضاء عن التصويت.]",
        (false, 3) => "Adopted by a recorded vote of 9 to 2, with no abstentions. The voting was as follows:",
        (true, 3) => {
            "اعتُمد بتصويت مسجل بأغلبية 9 أصوات مقابل صوتين ودون امتناع أحد عن التصويت. وكانت نتيجة التصويت كما يلي:"
        }
        (false, _) => {
            "[Adopted by a recorded vote of 4 to 2, with no abstentions. The voting was as follows:"
        }
        (true, _) => {
            "[اعتُمد بتصويت مسجل بأغلبية 4 أصوات مقابل صوتين ودون امتناع أحد عن التصويت. وكانت نتيجة التصويت كما يلي:"
        }
    };
    if kind == 4 {
        return vec![head.to_owned()];
    }
    let (favour, against, abstaining) = if arabic {
        ("المؤيدون:", "المعارضون:", "الممتنعون:")
    } else {
        ("In favour:", "Against:", "Abstaining:")
    };
    let close = if kind == 3 { "" } else { "]" };
    let mut lines = vec![head.to_owned()];
    if kind == 5 {
        lines.push(favour.to_owned());
        lines.extend(
            IN_FAVOUR.iter().map(|(_, en, ar)| if arabic { (*ar).to_owned() } else { (*en).to_owned() }),
        );
        lines.push(against.to_owned());
        lines.extend(
            AGAINST.iter().map(|(_, en, ar)| if arabic { (*ar).to_owned() } else { (*en).to_owned() }),
        );
        lines.push(format!("{abstaining}{close}"));
        return lines;
    }
    lines.push(format!("{favour} {}{}", names(&IN_FAVOUR, comma), if kind == 3 { cut } else { "" }));
    lines.push(format!("{against} {}", names(&AGAINST, comma)));
    lines.push(format!(
        "{abstaining}{}{close}",
        if kind == 2 {
            ""
        } else if arabic {
            " لا أحد"
        } else {
            " None"
        }
    ));
    lines
}

/// What a list inside the second preambular paragraph makes of it.
fn listed(version: &Version, list: u8) -> Version {
    let mut version = version.clone();
    let preambular = version.paragraphs.iter().filter(|p| p.label.starts_with("PP")).count();
    if list == 0 || preambular < 3 {
        return version;
    }
    let arabic = version.tag == "ar";
    let at = 1;
    let (end, comma) = if arabic { ("؛", "،") } else { (";", ",") };
    let comma = if version.paragraphs[0].text.ends_with(comma) { comma } else { end };
    let body = version.paragraphs[at].text.trim_end_matches([',', ';', '،', '؛']).to_owned();
    let items = if arabic {
        ["رعاة المنارات", "مرشدو السفن", "عمال الموانئ"]
    } else {
        ["Keepers of lights", "Pilots of ships", "Workers of ports"]
    };
    let chapeau =
        if arabic { format!("{body} كما أفاد بذلك:") } else { format!("{body}, as reported by:") };
    let ends = [end, end, comma];
    if list == 2 {
        version.paragraphs[at].text = chapeau;
        for (sub, item) in items.iter().enumerate().rev() {
            let letter = char::from(b'a' + u8::try_from(sub).unwrap());
            let figures = version.paragraphs.iter().any(|p| p.label.ends_with("(1)"));
            let mark = if figures { (sub + 1).to_string() } else { letter.to_string() };
            version.paragraphs.insert(
                at + 1,
                Paragraph {
                    label: format!("PP2({mark})"),
                    number: 0,
                    letter: sub + 1,
                    opener: 0,
                    text: format!("{item}{}", ends[sub]),
                },
            );
        }
    } else {
        let signs = if list == 1 { ["-"; 3] } else { ["1.", "2.", "3."] };
        let lines: Vec<String> = items
            .iter()
            .zip(ends)
            .zip(signs)
            .map(|((item, end), sign)| format!("{sign} {item}{end}"))
            .collect();
        version.paragraphs[at].text = format!("{chapeau}\n{}", lines.join("\n"));
    }
    version
}

fn arabic_digits(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) - 0x30 + 0x660).unwrap() } else { c })
        .collect()
}

fn lead(paragraph: &Paragraph, layout: &Layout, version: &Version) -> String {
    let arabic = version.tag == "ar";
    let figures = version.paragraphs.iter().any(|p| p.label.ends_with("(1)"));
    let digits = |n: usize| if layout.numbers == 3 { arabic_digits(&n.to_string()) } else { n.to_string() };
    if paragraph.letter > 0 {
        return if figures {
            format!("({}) ", digits(paragraph.letter))
        } else if arabic {
            format!("({}) ", ["أ", "ب", "ج"][paragraph.letter - 1])
        } else {
            format!("({}) ", ["a", "b", "c"][paragraph.letter - 1])
        };
    }
    if paragraph.number == 0 {
        return String::new();
    }
    let n = digits(paragraph.number);
    match layout.numbers {
        1 => format!("{n} - "),
        2 => format!("{n}) "),
        4 => format!("{n}.\n"),
        5 if !figures => format!("({n}) "),
        6 => format!("{n}."),
        7 => format!("**{n}.** "),
        8 => format!("{n}-{}", if arabic { "" } else { " " }),
        _ => format!("{n}. "),
    }
}

/// The words of a paragraph as printed, emphasis and losses done.
fn printed(paragraph: &Paragraph, layout: &Layout, version: &Version, footnote: bool) -> String {
    let mut text = paragraph.text.clone();
    if layout.lost && version.tag == "en" && paragraph.opener > 0 && paragraph.label.starts_with("PP") {
        text = text.splitn(paragraph.opener + 1, ' ').last().unwrap().to_owned();
    }
    if footnote {
        text.push_str(if layout.mark == "*" { "¹" } else { "²" });
    }
    if paragraph.opener > 0 && matches!(layout.emphasis, 1..=3) && !layout.lost {
        let sign = ["", "*", "**", "_"][usize::from(layout.emphasis)];
        let mut words = text.splitn(paragraph.opener + 1, ' ');
        let opener: Vec<&str> = words.by_ref().take(paragraph.opener).collect();
        text = format!("{sign}{}{sign} {}", opener.join(" "), words.next().unwrap_or_default());
    }
    format!("{}{text}", lead(paragraph, layout, version))
}

fn wrap(text: &str, layout: &Layout) -> Vec<String> {
    let mut all = Vec::new();
    for (at, part) in text.split('\n').enumerate() {
        let indent = if at == 0 { layout.indent } else { "" };
        let Some(width) = layout.width else {
            all.push(format!("{indent}{part}"));
            continue;
        };
        let mut lines: Vec<String> = Vec::new();
        for word in part.split(' ') {
            let year = layout.years
                && word.len() >= 4
                && word.chars().take(4).all(|c| c.is_ascii_digit())
                && word.starts_with(['1', '2']);
            match lines.last_mut() {
                Some(line) if !year && line.chars().count() + 1 + word.chars().count() <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                Some(line) if layout.divided.is_some() && !year && line.chars().count() + 6 < width => {
                    match divide(word, width - line.chars().count() - 2, layout.divided.unwrap_or('-')) {
                        Some((one, two)) => {
                            line.push(' ');
                            line.push_str(&one);
                            lines.push(two);
                        }
                        None => lines.push(word.to_owned()),
                    }
                }
                _ => lines.push(word.to_owned()),
            }
        }
        if let Some(first) = lines.first_mut() {
            *first = format!("{indent}{first}");
        }
        all.extend(lines);
    }
    all
}

/// A Latin word in two: at its own hyphen, else between a vowel and a consonant.
fn divide(word: &str, room: usize, sign: char) -> Option<(String, String)> {
    if !word.is_ascii() || word.contains(['*', '_', '/', '(']) {
        return None;
    }
    if let Some(at) = word.find('-').filter(|at| *at < room && sign == '-') {
        return Some((word[..=at].to_owned(), word[at + 1..].to_owned()));
    }
    let letters = word.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    if letters.len() < 7 || !letters.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let at = (3..letters.len() - 2)
        .take_while(|at| *at < room)
        .filter(|at| "aeiou".contains(&letters[at - 1..*at]) && !"aeiou".contains(&letters[*at..=*at]))
        .last()?;
    Some((format!("{}{sign}", &word[..at]), word[at..].to_owned()))
}

fn note(version: &Version, layout: &Layout) -> Vec<String> {
    let mut lines = Vec::new();
    let lead = match layout.marked {
        4 => String::new(),
        5 => format!("{}\n", layout.mark),
        _ => format!("{} ", layout.mark),
    };
    for (at, text) in version.note.iter().enumerate() {
        let text = if at == 0 { format!("{lead}{text}") } else { text.clone() };
        lines.extend(wrap(&text, &Layout { indent: "", divided: None, years: false, ..layout.clone() }));
        if at + 1 < version.note.len() && layout.blanks > 0 {
            lines.push(String::new());
        }
    }
    lines
}

fn furniture(layout: &Layout, version: &Version, page: usize) -> Vec<String> {
    let head = version.head.first().cloned().unwrap_or_default();
    let text: Vec<String> = match layout.pages {
        1 => vec!["\u{c}".into()],
        2 => vec![String::new(), format!("- {page} -"), String::new()],
        3 => vec![String::new(), page.to_string(), String::new(), head, String::new()],
        4 => vec![page.to_string(), head],
        5 => vec![String::new(); 4],
        _ => vec![
            String::new(),
            if version.tag == "ar" { format!("صفحة {page} من 7") } else { format!("Page {page} of 7") },
            "\u{c}".into(),
        ],
    };
    text
}

/// Prints a version.
fn print(version: &Version, layout: &Layout) -> String {
    let arabic = version.tag == "ar";
    let flat = Layout { indent: "", divided: None, years: false, ..layout.clone() };
    let mut lines: Vec<String> = Vec::new();
    let gap = |lines: &mut Vec<String>| lines.extend(vec![String::new(); layout.blanks]);
    let hash = if layout.emphasis == 4 { "# " } else { "" };
    // A mark stands on what it can stand on.
    let adopted = !version.adoption.is_empty();
    let marked =
        if layout.marked == 0 && !adopted || layout.marked == 5 { u8::from(!adopted) } else { layout.marked };
    let at = |place: u8| if marked == place { layout.mark } else { "" };
    for line in &version.head {
        lines.push(line.clone());
    }
    gap(&mut lines);
    let title = format!("{hash}{}{}", version.title, at(1));
    let adoption = version.adoption.replace("{}", at(0));
    let order = if version.adoption_first { [&adoption, &title] } else { [&title, &adoption] };
    for text in order.into_iter().filter(|text| !text.is_empty()) {
        lines.extend(wrap(text, &flat));
        gap(&mut lines);
    }
    if layout.vote == 2 {
        vote(2, arabic).iter().for_each(|text| lines.extend(wrap(text, &flat)));
        gap(&mut lines);
    }
    if marked == 2 {
        lines.push(layout.mark.to_owned());
        gap(&mut lines);
    }
    if layout.note == 3 {
        lines.extend(note(version, layout));
        lines.push(String::new());
    }
    let formula = match layout.formula {
        1 => format!("{}:", version.formula.trim_end_matches([',', '،'])),
        2 => version.formula.trim_end_matches([',', '،']).to_owned(),
        _ => version.formula.clone(),
    };
    lines.extend(wrap(&format!("{formula}{}", at(3)), &flat));
    if layout.formula == 3 && version.paragraphs[0].label == "PP1" {
        let formula = lines.pop().unwrap();
        body(version, layout, &mut lines, &format!("{formula} "));
    } else {
        gap(&mut lines);
        body(version, layout, &mut lines, "");
    }
    gap(&mut lines);
    if layout.footnote {
        lines.push(String::new());
        let sign = if layout.mark == "*" { "¹" } else { "²" };
        lines.push(if arabic {
            format!("{sign} انظر التقرير السنوي للميناء.")
        } else {
            format!("{sign} See the yearly report of the harbour.")
        });
    }
    // A vote says how the text was adopted.
    let tail: Vec<&String> =
        version.tail.iter().filter(|line| layout.vote == 0 || !line.starts_with('[')).collect();
    lines.extend(tail.into_iter().cloned());
    if !version.tail.is_empty() {
        lines.push(String::new());
    }
    if matches!(layout.vote, 1 | 3 | 4 | 5) {
        for text in vote(layout.vote, arabic) {
            lines.extend(wrap(&text, &flat));
        }
        lines.push(String::new());
    }
    if layout.note == 0 {
        lines.push(String::new());
        lines.extend(note(version, layout));
    }
    annex(layout, arabic, &mut lines);
    if layout.notice {
        lines.extend(["".to_owned(), "25-04711 (E)".to_owned(), "*2504711*".to_owned()]);
    }
    finish(lines, layout, arabic)
}

fn annex(layout: &Layout, arabic: bool, lines: &mut Vec<String>) {
    let text: &[&str] = match (layout.annex, arabic) {
        (1, false) => &["", "Annex", "", "1. A list of lights.", "2. A list of buoys."],
        (1, true) => &["", "المرفق", "", "1. قائمة المنارات.", "2. قائمة العوامات."],
        (2, false) => &[
            "",
            "Annex I",
            "",
            "Rules of the lights",
            "",
            "1. Decides who lights the lamp is the keeper;",
            "",
            "2. The keeper of the lamp writes down the hour.",
        ],
        (2, true) => &[
            "",
            "المرفق الأول",
            "",
            "قواعد المنارات",
            "",
            "1. يقرر الراعي ساعة إيقاد المصباح؛",
            "",
            "2. يدون راعي المصباح الساعة.",
        ],
        _ => &[],
    };
    lines.extend(text.iter().map(|line| (*line).to_owned()));
}

fn body(version: &Version, layout: &Layout, lines: &mut Vec<String>, glued: &str) {
    let host = version.paragraphs.iter().filter(|p| p.label.starts_with("PP")).count().min(2);
    let (mut since, mut page) = (0, 1);
    let first_operative = version.paragraphs.iter().position(|p| p.label.starts_with("OP")).unwrap_or(0);
    for (at, paragraph) in version.paragraphs.iter().enumerate() {
        if at == first_operative
            && let Some(resolves) = version.resolves
        {
            lines.push(resolves.to_owned());
            lines.extend(vec![String::new(); layout.blanks]);
        }
        let mut text = printed(paragraph, layout, version, layout.footnote && at == first_operative);
        if at == 0 {
            text = format!("{glued}{text}");
        }
        let wrapped = wrap(&text, layout);
        let middle = wrapped.len() / 2;
        for (line_at, line) in wrapped.iter().enumerate() {
            let here =
                at == host && (layout.note == 1 && line_at == 0 || layout.note == 2 && line_at == middle);
            if here {
                lines.push(String::new());
                lines.extend(note(version, layout));
                lines.extend(["".to_owned(), "".to_owned(), "".to_owned(), "\u{c}".to_owned()]);
            } else if layout.pages > 0 && since >= 9 && (line_at > 0 || layout.blanks > 0) {
                page += 1;
                lines.extend(furniture(layout, version, page));
                since = 0;
            }
            lines.push(line.clone());
            since += 1;
        }
        if at + 1 < version.paragraphs.len() {
            lines.extend(vec![String::new(); layout.blanks]);
        }
    }
}

fn finish(mut lines: Vec<String>, layout: &Layout, arabic: bool) -> String {
    for line in &mut lines {
        let changed = match layout.letters {
            1 => line.nfd().collect(),
            2 => line.replace(' ', "\u{a0}"),
            3 => line
                .split(' ')
                .map(|word| {
                    if word.chars().count() > 6 && word.chars().all(char::is_alphabetic) {
                        let (at, _) = word.char_indices().nth(3).unwrap();
                        format!("{}\u{ad}{}", &word[..at], &word[at..])
                    } else {
                        word.to_owned()
                    }
                })
                .collect::<Vec<_>>()
                .join(" "),
            4 if !line.is_empty() && line != "\u{c}" => {
                format!("\u{200f}{}\u{200e}", line.replace('(', "\u{202b}(").replace(')', ")\u{202c}"))
            }
            5 if arabic => line
                .replace("قرر", "قــرر")
                .replace("حق", "حـق")
                .replace("تطلب", "تـطلب")
                .replace("يحث", "يـحث"),
            6 if arabic => line.replace("تق", "تَق").replace("يق", "يُق").replace("كل ", "كلّ "),
            7 if arabic => line.replace('ي', "ی"),
            _ => line.clone(),
        };
        *line = changed;
        if layout.trailing && !line.is_empty() && line != "\u{c}" {
            line.push_str("  ");
        }
    }
    let end = match layout.ends {
        1 => "\r\n",
        3 => "\r",
        _ => "\n",
    };
    let bom = if layout.ends == 2 { "\u{feff}" } else { "" };
    format!("{bom}{}{end}", lines.join(end))
}

/// The versions of a resolution in one or two documents.
const FORMS: [&str; 5] = ["en", "ar", "en+ar", "ar+en", "en, ar"];

fn documents(resolution: &Resolution, form: &str, layout: &Layout) -> Option<(Vec<Version>, Vec<String>)> {
    let pick = |tag: &str| {
        resolution
            .versions
            .iter()
            .find(|version| version.tag == tag)
            .map(|version| listed(version, layout.list))
    };
    let tags: Vec<&str> = form.split(['+', ',']).map(str::trim).collect();
    let versions: Vec<Version> = tags.iter().map(|tag| pick(tag)).collect::<Option<_>>()?;
    let texts: Vec<String> = versions.iter().map(|version| print(version, layout)).collect();
    let texts = if form.contains('+') {
        vec![texts.join(if layout.ends == 3 { "\r\r\r" } else { "\n\n\n" })]
    } else {
        texts
    };
    Some((versions, texts))
}

fn rows(record: &RawRecord) -> Vec<(String, String, String)> {
    let mut rows = Vec::new();
    for position in &record.positions {
        let (code, kind) = (position.delegation.clone().unwrap().value, position.kind.clone().unwrap().value);
        let scope = position.scope.iter().map(|scope| scope.value.clone());
        let labels = position.on.iter().flat_map(|on| &on.value).map(|label| label.value.clone());
        rows.extend(scope.chain(labels).map(|target| (code.clone(), kind.clone(), target)));
    }
    rows.sort();
    rows
}

/// What was not read as it is, a line each.
fn misses(
    resolution: &Resolution,
    versions: &[Version],
    layout: &Layout,
    imported: &Imported,
) -> Vec<String> {
    let mut wrong: Vec<String> = imported
        .problems
        .iter()
        .map(|p| format!("said {} {} {:?}", p.code.name, p.message, p.place()))
        .collect();
    let [record] = &imported.records[..] else {
        wrong.push(format!("{} records", imported.records.len()));
        return wrong;
    };
    for version in versions {
        texts(version, layout, record, &mut wrong);
    }
    let mut expected = resolution.rows.clone();
    expected.sort();
    if rows(record) != expected {
        wrong.push(format!("rows {:?}\n   for {expected:?}", rows(record)));
    }
    let raw = record.resolution.as_ref().unwrap();
    let date = raw.adopted.as_ref().map(|date| date.value.to_string());
    if date.as_deref() != resolution.date && resolution.date.is_some() {
        wrong.push(format!("date {date:?} for {:?}", resolution.date));
    }
    let way = raw.by.as_ref().map(|way| way.value.clone());
    let voted = matches!(layout.vote, 1..=5);
    if !voted && way.as_deref() != resolution.way {
        wrong.push(format!("way {way:?} for {:?}", resolution.way));
    }
    // Where the heading names another way, the vote is none on the whole text.
    if voted && resolution.way.is_none() {
        ballots(record, layout, way.as_deref(), &mut wrong);
    }
    wrong
}

fn texts(version: &Version, layout: &Layout, record: &RawRecord, wrong: &mut Vec<String>) {
    let tag = version.tag;
    let Some(block) = record.languages.iter().find(|block| block.tag.value == tag) else {
        wrong.push(format!("no {tag}"));
        return;
    };
    let plain = |text: &str| {
        let text = text.replace('\n', " ");
        if matches!(layout.letters, 5..=7) {
            reservations::fold::fold(&text)
        } else {
            text.replace('\u{a0}', " ")
        }
    };
    let title =
        version.title.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | ' '));
    let found = block.title.as_ref().map(|title| plain(&title.value));
    if found.as_deref() != Some(plain(title).as_str()) {
        wrong.push(format!("{tag} title {found:?} for {title:?}"));
    }
    let printed = |paragraph: &Paragraph| {
        let lost = layout.lost && tag == "en" && paragraph.label.starts_with("PP") && paragraph.opener > 0;
        plain(if lost {
            paragraph.text.splitn(paragraph.opener + 1, ' ').last().unwrap()
        } else {
            &paragraph.text
        })
    };
    for paragraph in &version.paragraphs {
        let found = block
            .paragraphs
            .iter()
            .find(|(label, _)| label.value == paragraph.label)
            .map(|(_, text)| plain(&text.value));
        let expected = printed(paragraph);
        if found.as_ref() != Some(&expected) {
            wrong.push(format!("{tag} {}: {found:?}\n   for {expected:?}", paragraph.label));
        }
    }
    if block.paragraphs.len() != version.paragraphs.len() {
        wrong.push(format!("{tag} {} paragraphs for {}", block.paragraphs.len(), version.paragraphs.len()));
    }
}

fn ballots(record: &RawRecord, layout: &Layout, way: Option<&str>, wrong: &mut Vec<String>) {
    if way != Some("vote") {
        wrong.push(format!("way {way:?} for a vote"));
    }
    let [vote] = &record.votes[..] else {
        wrong.push(format!("{} votes", record.votes.len()));
        return;
    };
    let counts = [&vote.in_favour, &vote.against, &vote.abstaining]
        .map(|count| count.as_ref().map(|count| count.value));
    let expected = match layout.vote {
        3 => [Some(9), Some(2), Some(0)],
        4 => [Some(4), Some(2), Some(3)],
        _ => [Some(4), Some(2), Some(0)],
    };
    if counts != expected {
        wrong.push(format!("counts {counts:?} for {expected:?}"));
    }
    let codes = |list: &Option<reservations::record::Placed<Vec<reservations::record::Placed<String>>>>| {
        list.iter().flat_map(|list| &list.value).map(|code| code.value.clone()).collect::<Vec<_>>().join(" ")
    };
    let lists = (codes(&vote.voted_in_favour), codes(&vote.voted_against));
    let expected = if layout.vote == 4 { ("", "") } else { ("BA BO KR TT", "IR CG") };
    if (lists.0.as_str(), lists.1.as_str()) != expected || vote.lists.is_some() != (layout.vote == 3) {
        wrong.push(format!("lists {lists:?} {:?}", vote.lists.is_some()));
    }
}

/// What a layout cannot be asked of a resolution: the print would not say it.
fn senseless(resolution: &Resolution, form: &str, layout: &Layout) -> bool {
    let no_preamble = resolution.versions[0].paragraphs[0].label.starts_with("OP");
    let unnumbered = resolution.versions[0].paragraphs.iter().all(|p| p.number == 0);
    let dense = layout.blanks == 0;
    // Openings that are lost leave nothing to tell where a paragraph begins, without a blank line.
    layout.lost && (dense || resolution.versions[0].tag == "ar" || form == "ar" || layout.pages > 0 || layout.note > 0 || layout.width.is_some() && layout.list > 0 || layout.formula >= 2)
        || no_preamble && (layout.note == 1 || layout.note == 2)
        // Nothing tells a bracketed number from a sub-paragraph's where both are figures.
        || unnumbered && layout.numbers > 0
        || layout.mark == "1" && (layout.footnote || layout.numbers == 6)
        || matches!(resolution.name, "health") && layout.numbers == 5
        // Without a mark nothing tells a note inside the text from the text.
        || layout.marked == 4 && layout.note > 0
        || layout.marked == 2 && layout.mark == "1" && layout.pages > 0
        // A formula that goes on over a line end and into the first paragraph.
        || resolution.name == "labour" && layout.formula == 3 && layout.width.is_some()
        || layout.vote > 0 && resolution.way.is_some()
}

fn judge(resolution: &Resolution, form: &str, layout: &Layout) -> Option<(Vec<String>, Vec<String>)> {
    if senseless(resolution, form, layout) {
        return None;
    }
    let (versions, texts) = documents(resolution, form, layout)?;
    let named: Vec<Document<'_>> =
        texts.iter().map(|text| Document { name: "document.txt", bytes: text.as_bytes() }).collect();
    Some((misses(resolution, &versions, layout, &import(&named, &Options::default())), texts))
}

/// What was tried of a trap and what was lost.
#[derive(Default)]
struct Tally {
    tried: usize,
    lost: usize,
    first: Option<String>,
}

impl Tally {
    fn add(&mut self, judged: Option<(Vec<String>, Vec<String>)>, name: &str) {
        let Some((wrong, texts)) = judged else { return };
        self.tried += 1;
        if !wrong.is_empty() {
            self.lost += 1;
            let shown = if std::env::var("TRAP").is_ok() { texts.join("\n=====\n") } else { String::new() };
            self.first.get_or_insert_with(|| format!("{name}\n{}\n{shown}", wrong.join("\n")));
        }
    }
}

fn tell(heading: &str, tallies: &BTreeMap<String, Tally>) -> usize {
    let (tried, lost) =
        tallies.values().fold((0, 0), |(tried, lost), tally| (tried + tally.tried, lost + tally.lost));
    println!("{heading}: {lost} of {tried} documents misread");
    for (name, tally) in tallies.iter().filter(|(_, tally)| tally.lost > 0) {
        println!("{:>5} of {:>4} {name}", tally.lost, tally.tried);
        println!("{}", tally.first.as_deref().unwrap_or_default());
    }
    lost
}

#[test]
fn every_trap_alone() {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let wanted = std::env::var("TRAP").unwrap_or_default();
    let every = std::env::var("EVERY").is_ok();
    for (round, (name, _, set)) in TRAPS.iter().enumerate().filter(|(_, (name, ..))| name.contains(&wanted)) {
        let mut layout = PLAIN;
        set(&mut layout);
        for (at, resolution) in bodies::all().iter().enumerate() {
            for (form_at, form) in FORMS.into_iter().enumerate() {
                if !every && (at + form_at + round) % 5 > 0 {
                    continue;
                }
                let judged = judge(resolution, form, &layout);
                tallies
                    .entry((*name).to_owned())
                    .or_default()
                    .add(judged, &format!("{} {form}", resolution.name));
            }
        }
    }
    let lost = tell("alone", &tallies);
    assert_eq!(lost, 0);
}

#[test]
fn traps_in_pairs() {
    let all = bodies::all();
    let wanted = std::env::var("PAIR").unwrap_or_default();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut turn = 0;
    let every = std::env::var("EVERY").is_ok();
    for (at, (one, kind, set)) in TRAPS.iter().enumerate().skip(1) {
        for (two, other, set_too) in TRAPS[at + 1..].iter().filter(|(_, other, _)| other != kind) {
            let name = format!("{one} + {two}");
            turn += 1;
            if !name.contains(&wanted) || !every && turn % 7 > 0 {
                continue;
            }
            let mut layout = PLAIN;
            set(&mut layout);
            set_too(&mut layout);
            let _ = other;
            let (resolution, form) = (&all[turn % all.len()], FORMS[(turn / all.len()) % FORMS.len()]);
            tallies
                .entry(name)
                .or_default()
                .add(judge(resolution, form, &layout), &format!("{} {form}", resolution.name));
        }
    }
    let lost = tell("in pairs", &tallies);
    assert_eq!(lost, 0);
}
