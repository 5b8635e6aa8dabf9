//! How wide the columns of a plain-text table are, and where its lines break.

use std::borrow::Cow;
use std::sync::OnceLock;

use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter};

use crate::table::Condensed;

/// What stands between two columns, in cells of the terminal; one blank more stands before the first.
pub(super) const GAP: u16 = 2;

/// A column of prose is not wrapped to less than this, in cells of the terminal.
const COMFORT: usize = 18;

/// A column with a cell wider than this is prose.
const PROSE: usize = 40;

/// How a table is laid out.
pub(super) enum Layout {
    /// Columns beside one another: which of the condensed table, and how wide each may be.
    Grid { columns: Vec<usize>, widths: Vec<usize> },
    /// A block for each row.
    Blocks,
}

impl Layout {
    /// The headings of the columns that a grid goes without.
    pub fn left_out(&self, condensed: &Condensed) -> Vec<String> {
        match self {
            Self::Blocks => Vec::new(),
            Self::Grid { columns, .. } => {
                let all = condensed.columns.iter().enumerate();
                all.filter(|(at, _)| !columns.contains(at))
                    .map(|(_, column)| column.heading.clone())
                    .collect()
            }
        }
    }
}

/// The widest cell of a column, and its longest piece that no line break divides.
struct Need {
    natural: usize,
    least: usize,
}

/// Lays a table out in a width; without one it is as wide as it needs.
pub(super) fn fit(condensed: &Condensed, width: Option<usize>) -> Layout {
    let mut columns: Vec<usize> = (0..condensed.columns.len()).collect();
    let Some(width) = width else {
        let widths = vec![usize::MAX; columns.len()];
        return Layout::Grid { columns, widths };
    };
    let needs: Vec<Need> = columns.iter().map(|at| need(condensed, *at)).collect();
    loop {
        let kept: Vec<&Need> = columns.iter().filter_map(|at| needs.get(*at)).collect();
        if let Some(widths) = share(&kept, width) {
            return Layout::Grid { columns, widths };
        }
        let spare = |at: &usize| condensed.columns.get(*at).map_or(0, |column| column.spare);
        let Some(most) = columns.iter().max_by_key(|at| spare(at)).copied().filter(|at| spare(at) > 0) else {
            return Layout::Blocks;
        };
        columns.retain(|at| *at != most);
    }
}

fn need(condensed: &Condensed, at: usize) -> Need {
    let heading = condensed.columns.get(at).map(|column| Cow::Borrowed(column.heading.as_str()));
    let cells = condensed.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.for_people());
    let mut need = Need { natural: 1, least: 1 };
    for text in heading.into_iter().chain(cells) {
        let pieces = pieces(&text).map(display_width).max().unwrap_or(0);
        need.least = need.least.max(pieces);
        need.natural = need.natural.max(text.lines().map(display_width).max().unwrap_or(0));
    }
    if need.natural > PROSE {
        need.least = need.least.max(COMFORT);
    }
    need
}

/// Gives each column what it needs at the least, and the rest to those that want more; none where even that is too much.
fn share(needs: &[&Need], width: usize) -> Option<Vec<usize>> {
    let room = width.checked_sub(usize::from(GAP) * needs.len() + 1)?;
    let least: usize = needs.iter().map(|need| need.least).sum();
    let mut rest = room.checked_sub(least)?;
    let mut widths: Vec<usize> = needs.iter().map(|need| need.least).collect();
    // A cell to each in turn: those that want little are served whole, the long ones share what is left.
    while rest > 0 {
        let before = rest;
        for (width, _) in widths.iter_mut().zip(needs).filter(|(width, need)| **width < need.natural) {
            if rest > 0 {
                *width += 1;
                rest -= 1;
            }
        }
        if rest == before {
            break;
        }
    }
    Some(widths)
}

/// Where a line may end: at blanks, and behind `/` and `-`, as in ids.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '/', '-', '\n']).map(|piece| piece.trim_end_matches([' ', '\n']))
}

fn split(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let piece = |piece| Word::from(piece);
    Box::new(line.split_inclusive([' ', '/', '-']).map(piece))
}

fn options(width: usize) -> Options<'static> {
    static SEPARATOR: OnceLock<WordSeparator> = OnceLock::new();
    let separator = *SEPARATOR.get_or_init(|| WordSeparator::Custom(split));
    Options::new(width.max(1)).word_separator(separator).word_splitter(WordSplitter::NoHyphenation)
}

fn lines(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, options(width)).into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// The lines of a cell.
pub(super) fn cell(text: &str, width: Option<usize>, right_to_left: bool) -> String {
    if width.is_none() && !right_to_left && text.is_ascii() && !text.contains('\n') {
        return text.to_owned();
    }
    let lines = match width {
        Some(width) => lines(text, width),
        None => text.lines().map(str::to_owned).collect(),
    };
    let lines =
        lines.iter().map(|line| if right_to_left || is_mixed(line) { isolated(line) } else { line.clone() });
    lines.collect::<Vec<_>>().join("\n")
}

/// A line of head or foot, broken where it does not fit, each with its end.
pub(super) fn paragraph(text: &str, width: Option<usize>, right_to_left: bool) -> String {
    let lines = match width {
        Some(width) => lines(text, width),
        None => vec![text.to_owned()],
    };
    // A mark of direction in front makes a terminal lay the line out in the direction of its language.
    let mark = if right_to_left { "\u{200f}" } else { "" };
    lines.iter().map(|line| format!("{mark}{line}\n")).collect()
}

/// A text that cannot change the order of what stands around it; closed in each line, or it would reach into the next.
pub(super) fn isolated(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\u{2068}{text}\u{2069}") }
}

/// Whether a text has letters that are written from right to left.
fn is_mixed(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}
