//! Layouts: what print and conversion do to a text.

use crate::document::{Dice, Lead, Truth};

/// How a version is printed.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Characters a line; none where a paragraph is a line.
    pub width: Option<usize>,
    /// Blank lines between paragraphs.
    pub blanks: usize,
    /// 0 none, 1 form feed, 2 blank lines with page number and head, 3 blank lines, 4 head and number without blanks.
    pub pages: usize,
    /// 0 `1.`, 1 `1 -`, 2 `1)`, 3 Arabic-Indic digits, 4 the number alone on its line.
    pub numbers: usize,
    pub emphasis: bool,
    /// 0 at the end, 1 inside the preamble at the foot of a page, 2 in the middle of a paragraph.
    pub note: usize,
    /// `*`, `¹`, `1`, `[1]`, `†`.
    pub mark: usize,
    /// Where the mark stands: 0 at the adoption line, 1 at the title, 2 alone on a line.
    pub marked: usize,
    pub footnote: bool,
    pub invisible: bool,
    pub crlf: bool,
    pub annex: bool,
    pub signed: bool,
}

impl Layout {
    pub fn roll(dice: &mut Dice, arabic: bool) -> Self {
        let mut layout = Self {
            width: dice.chance(60).then(|| 50 + dice.below(50)),
            blanks: dice.below(3),
            pages: dice.below(5),
            numbers: [0, 0, 1, 2, if arabic { 3 } else { 0 }, 4][dice.below(6)],
            emphasis: !arabic && dice.chance(40),
            note: dice.below(3),
            mark: dice.below(5),
            marked: dice.below(3),
            footnote: dice.chance(20),
            invisible: dice.chance(30),
            crlf: dice.chance(20),
            annex: dice.chance(20),
            signed: dice.chance(30),
        };
        if layout.width.is_none() && layout.note == 2 {
            layout.note = 0;
        }
        layout
    }
}

const MARKS: [(&str, &str); 5] = [("*", "*"), ("¹", "¹"), ("1", "1"), ("[1]", "[1]"), ("†", "†")];

/// Prints a version.
pub fn print(truth: &Truth, layout: &Layout, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = Vec::new();
    let (glued, lead) = MARKS[layout.mark];
    let at = |place: usize| if layout.marked == place { glued } else { "" };
    for (text, mark) in [(&truth.title, at(1)), (&truth.adoption, at(0))] {
        lines.extend(wrap(&format!("{text}{mark}"), layout.width));
        lines.push(String::new());
    }
    if layout.marked == 2 {
        lines.extend([glued.to_owned(), String::new()]);
    }
    lines.extend(wrap(&truth.formula, layout.width));
    lines.push(String::new());
    body(truth, layout, dice, &mut lines, lead);
    if layout.signed {
        let signature = if truth.tag == "ar" {
            ["الجلسة 12", "3 أيار/مايو 2021"]
        } else {
            ["12th meeting", "3 May 2021"]
        };
        lines.push(String::new());
        lines.extend(signature.map(str::to_owned));
        lines.push(String::new());
    }
    if layout.note == 0 {
        lines.push(String::new());
        note(truth, layout, lead, &mut lines);
    }
    if layout.annex {
        lines.push(String::new());
        let annex = if truth.tag == "ar" {
            ["المرفق", "", "1. قائمة المنارات.", "2. قائمة العوامات."]
        } else {
            ["Annex", "", "1. A list of lights.", "2. A list of buoys."]
        };
        lines.extend(annex.map(str::to_owned));
    }
    let end = if layout.crlf { "\r\n" } else { "\n" };
    lines.join(end) + end
}

fn body(truth: &Truth, layout: &Layout, dice: &mut Dice, lines: &mut Vec<String>, lead: &str) {
    let preambular = truth.paragraphs.iter().filter(|(_, lead, _)| *lead == Lead::None).count();
    let host = dice.below(preambular);
    let mut since = 0;
    let (mut page, per) = (1, 9 + dice.below(12));
    let footed = layout.footnote.then(|| dice.below(truth.paragraphs.len()));
    for (at, (_, number, text)) in truth.paragraphs.iter().enumerate() {
        let printed = paragraph(truth, layout, number, text, dice, footed == Some(at));
        let wrapped: Vec<String> = printed.iter().flat_map(|line| wrap(line, layout.width)).collect();
        let middle = wrapped.len() / 2;
        for (line_at, line) in wrapped.iter().enumerate() {
            let inside = line_at > 0;
            if layout.note == 2 && at == host && line_at == middle
                || layout.note == 1 && at == host + 1 && line_at == 0
            {
                lines.push(String::new());
                note(truth, layout, lead, lines);
                lines.extend([String::new(), String::new(), String::new()]);
                lines.push("\u{c}".to_owned());
            } else if layout.pages > 0 && since >= per && (inside || layout.blanks > 0) {
                page += 1;
                break_page(layout.pages, page, lines);
                since = 0;
            }
            lines.push(line.clone());
            since += 1;
        }
        if footed == Some(at) {
            lines.extend([
                String::new(),
                if truth.tag == "ar" {
                    "² مجموعة المعاهدات، المجلد 12."
                } else {
                    "² Treaty Series, vol. 12, No. 345."
                }
                .to_owned(),
                "\u{c}".to_owned(),
            ]);
        }
        (0..layout.blanks).for_each(|_| lines.push(String::new()));
    }
}

fn break_page(style: usize, page: usize, lines: &mut Vec<String>) {
    match style {
        1 => lines.extend(["\u{c}A/UH/RES/12/7".to_owned(), String::new()]),
        2 => lines.extend([
            String::new(),
            format!("- {page} -"),
            String::new(),
            "A/UH/RES/12/7".to_owned(),
            String::new(),
        ]),
        3 => lines.extend([String::new(), String::new(), String::new(), String::new()]),
        _ => lines.extend(["A/UH/RES/12/7".to_owned(), format!("{page}/9")]),
    }
}

fn paragraph(
    truth: &Truth,
    layout: &Layout,
    lead: &Lead,
    text: &str,
    dice: &mut Dice,
    footed: bool,
) -> Vec<String> {
    let mut text = text.to_owned();
    if footed {
        let last = text.pop().unwrap();
        text = format!("{text}²{last}");
    }
    if layout.emphasis {
        let (first, rest) = text.split_once(' ').unwrap();
        text = format!("*{first}* {rest}");
    }
    if layout.invisible {
        let mut noisy = String::new();
        let mut after = text.chars().skip(1);
        for c in text.chars() {
            let inner = after.next().is_some_and(char::is_alphabetic);
            noisy.push(if c == ' ' && dice.chance(10) { '\u{a0}' } else { c });
            if dice.chance(4) && c.is_alphabetic() && inner {
                noisy.push(['\u{200b}', '\u{ad}', '\u{200f}', '\u{2060}'][dice.below(4)]);
            }
        }
        text = noisy;
    }
    let digits = |number: usize| -> String {
        let arabic = layout.numbers == 3;
        number
            .to_string()
            .chars()
            .map(|c| if arabic { char::from_u32(u32::from(c) - 0x30 + 0x660).unwrap() } else { c })
            .collect()
    };
    match lead {
        Lead::None => vec![text],
        Lead::Number(number) => match layout.numbers {
            1 => vec![format!("{} - {text}", digits(*number))],
            2 => vec![format!("{}) {text}", digits(*number))],
            4 => vec![format!("{}.", digits(*number)), text],
            _ => vec![format!("{}. {text}", digits(*number))],
        },
        Lead::Letter(at) if truth.tag == "ar" => {
            vec![format!("({}) {text}", ["أ", "ب", "ج", "د", "هـ"][*at])]
        }
        Lead::Letter(at) => vec![format!("({}) {text}", ["a", "b", "c", "d", "e"][*at])],
    }
}

fn note(truth: &Truth, layout: &Layout, lead: &str, lines: &mut Vec<String>) {
    for (at, text) in truth.note.iter().enumerate() {
        let text = if at == 0 { format!("{lead} {text}") } else { text.clone() };
        lines.extend(wrap(&text, layout.width));
        lines.push(String::new());
    }
}

fn wrap(text: &str, width: Option<usize>) -> Vec<String> {
    let Some(width) = width else { return vec![text.to_owned()] };
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
