//! Plain text for a terminal or a file: head, table, sources, foot.
//!
//! A table that does not fit is laid out in bands, or goes without the columns that can best be spared; below a width it
//! becomes blocks of `heading: value`. Words are never cut while there is room for one in a line.

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator, WordSplitter};

use super::Screen;
use super::grid::{self, Band, one_line};
use crate::fold::visible;
use crate::language::words;
use crate::table::{Around, Condensed, Shown, Table};
use crate::vocabulary::Kind;

pub(super) fn write(table: &Table, screen: Screen) -> String {
    let pen = Pen { screen, right_to_left: table.language.is_right_to_left() };
    let around = if screen.width.is_some() { Around::Screen } else { Around::Lines };
    let condensed = table.condense(around);
    let words = words(&table.language);
    let pairs = condensed.constant.iter().map(|(heading, value)| words.pair(heading, value));
    let mut paragraphs = vec![
        pen.head(&table.head),
        pairs.map(|line| pen.prose(&line)).collect(),
        pen.answer(table, &condensed),
        table.sources.iter().map(|line| pen.prose(line)).collect(),
        table.foot.iter().map(|line| pen.prose(line)).collect(),
    ];
    paragraphs.retain(|paragraph: &String| !paragraph.is_empty());
    paragraphs.join("\n")
}

/// How a text is set on a screen.
struct Pen {
    screen: Screen,
    right_to_left: bool,
}

const BOLD: Style = Style::new().bold();

/// The colour of a kind.
fn colour(kind: Kind) -> Style {
    let of = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    match kind {
        Kind::Reservation => of(AnsiColor::Yellow),
        Kind::Opposition => of(AnsiColor::Red),
        Kind::Dissociation => of(AnsiColor::Magenta),
        Kind::Interpretation => of(AnsiColor::Cyan),
        Kind::Explanation => of(AnsiColor::Blue),
        Kind::Objection => of(AnsiColor::BrightMagenta),
        Kind::Unclassified => of(AnsiColor::BrightBlack),
        Kind::InFavour => of(AnsiColor::Green),
        Kind::Against => of(AnsiColor::BrightRed),
        Kind::Abstention => of(AnsiColor::BrightYellow),
    }
}

impl Pen {
    fn styled(&self, text: &str, style: Style) -> String {
        if self.screen.color && !text.is_empty() && style != Style::new() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    /// What the answer is about, the first line of it as a title.
    fn head(&self, lines: &[String]) -> String {
        let style = |at: usize| if at == 0 { BOLD } else { Style::new() };
        lines.iter().enumerate().map(|(at, line)| self.set(line, style(at))).collect()
    }

    /// A text in lines that fit, each with its end.
    fn prose(&self, text: &str) -> String {
        self.set(text, Style::new())
    }

    fn set(&self, text: &str, style: Style) -> String {
        let text = visible(&one_line(text)).into_owned();
        let lines = match self.screen.width {
            Some(width) => textwrap::wrap(&text, words_whole(width)),
            None => vec![text.as_str().into()],
        };
        // A mark of direction in front makes a terminal lay the line out in the direction of its language.
        let mark = if self.right_to_left { "\u{200f}" } else { "" };
        lines.iter().map(|line| format!("{mark}{}\n", self.styled(line.trim_end(), style))).collect()
    }

    /// The table, or what stands in its place.
    fn answer(&self, table: &Table, condensed: &Condensed<'_>) -> String {
        if condensed.rows.is_empty() {
            return self.prose(&table.empty);
        }
        let Some(bands) = grid::bands(condensed, self.screen.width) else { return self.blocks(condensed) };
        let mut paragraphs: Vec<String> = bands.iter().map(|band| self.band(condensed, band)).collect();
        let shown = |at: &usize| bands.iter().any(|band| band.views.contains(at));
        let spared = condensed.views.iter().enumerate().filter(|(at, _)| !shown(at));
        let spared: Vec<String> = spared.map(|(_, view)| view.heading.clone()).collect();
        if !spared.is_empty() {
            let words = words(&table.language);
            paragraphs.push(self.prose(&words.left_out(&words.list(&spared))));
        }
        paragraphs.join("\n")
    }

    fn band(&self, condensed: &Condensed<'_>, band: &Band) -> String {
        let arranged = grid::arrange(condensed, band, self.screen.width, self.right_to_left);
        let mut rows = arranged.iter();
        let header = rows.next().map(Vec::as_slice).unwrap_or_default();
        let mut text = self.lines(header, |_| BOLD);
        let width = |cells: &Vec<String>| {
            cells.iter().map(|cell| textwrap::core::display_width(cell)).sum::<usize>() + cells.len() - 1
        };
        text += &"─".repeat(header.first().map_or(0, width));
        text.push('\n');
        for (lines, row) in rows.zip(&condensed.rows) {
            let mut shown: Vec<Option<&Shown<'_>>> = band.views.iter().map(|at| row.get(*at)).collect();
            if self.right_to_left {
                shown.reverse();
            }
            text += &self.lines(lines, |at| shown.get(at).copied().flatten().map_or(Style::new(), style));
        }
        text
    }

    /// The lines of a row, each cell in its style.
    fn lines(&self, lines: &[Vec<String>], style: impl Fn(usize) -> Style) -> String {
        let line = |cells: &Vec<String>| {
            let cells = cells.iter().enumerate().map(|(at, cell)| self.cell(cell, style(at)));
            let line = cells.collect::<Vec<_>>().join(" ");
            format!("{}\n", line.trim_end())
        };
        lines.iter().map(line).collect()
    }

    /// One line of a cell between its blanks; isolated where its letters could change the order of what stands around it,
    /// and closed in each line, or that would reach into the next.
    fn cell(&self, text: &str, style: Style) -> String {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return text.to_owned();
        }
        let (before, after) = text.split_once(trimmed).unwrap_or_default();
        let set = self.styled(trimmed, style);
        if self.right_to_left || is_mixed(trimmed) {
            format!("{before}\u{2068}{set}\u{2069}{after}")
        } else {
            format!("{before}{set}{after}")
        }
    }

    fn blocks(&self, condensed: &Condensed<'_>) -> String {
        let block = |row: &Vec<Shown<'_>>| {
            let filled = condensed.views.iter().zip(row).filter(|(_, shown)| !shown.is_empty());
            let line = |(view, shown): (&&crate::table::View, &Shown<'_>)| {
                self.set(&format!("{}: {}", view.heading, shown.text()), style(shown))
            };
            filled.map(line).collect::<String>()
        };
        condensed.rows.iter().map(block).collect::<Vec<_>>().join("\n")
    }
}

fn style(shown: &Shown<'_>) -> Style {
    let style = shown.kind.map_or(Style::new(), colour);
    if shown.faint { style.dimmed() } else { style }
}

/// Lines end at blanks; a word is cut only where it is longer than a line.
fn words_whole(width: usize) -> Options<'static> {
    let options = Options::new(width.max(1)).word_separator(WordSeparator::AsciiSpace);
    options.word_splitter(WordSplitter::NoHyphenation)
}

/// Whether a text has letters that are written from right to left.
fn is_mixed(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}
