//! A plain-text table that fits a width: comfy-table arranges it, between separators from which its cells are read again.

use std::borrow::Cow;

use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table as Grid,
    TableStyle, Width,
};
use textwrap::core::display_width;

use crate::fold::visible;
use crate::table::{Condensed, Shown};

/// Between two cells of a line, and between two rows: ASCII's own separators, which no visible text contains. What is
/// arranged is read again cell by cell, to be coloured and isolated line by line.
const UNIT: char = '\u{1f}';
const RECORD: char = '\u{1e}';

const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(UNIT))
    .header_separator(LineStyle::none().fill(RECORD))
    .content_lines(ContentLineStyle::none().junction(UNIT))
    .row_separator(LineStyle::none().fill(RECORD));

/// Between a lam and an alef, which comfy-table counts as the one letter that they are printed as: a terminal gives each a
/// cell. No visible text contains it.
const APART: char = '\u{2069}';

/// A cell with more than this is prose, and wraps.
const PROSE: usize = 24;

/// Prose is not wrapped to less than this while there is room, in cells of the terminal.
const COMFORT: usize = 18;

/// What stands before a cell, in cells of the terminal; between two there is one more.
const PADDING: usize = 1;

/// Some views of a table beside one another, each at least so wide.
pub(super) struct Band {
    /// Which of the condensed table's views.
    pub views: Vec<usize>,
    lower: Vec<usize>,
}

/// The widths that a view needs, in cells of the terminal.
struct Need {
    /// That of the longest word.
    word: usize,
    /// That of the longest cell, where it is short enough to stand on one line; else a comfortable one.
    line: usize,
}

/// Lays the views out in a width: in one band or, of views that are many alike, in several; without those that can best be
/// spared where that is too much. None where even that is.
pub(super) fn bands(condensed: &Condensed<'_>, width: Option<usize>) -> Option<Vec<Band>> {
    let mut views: Vec<usize> = (0..condensed.views.len()).collect();
    let Some(width) = width else { return Some(vec![Band { lower: vec![0; views.len()], views }]) };
    let needs: Vec<Need> = views.iter().map(|at| need(condensed, *at)).collect();
    loop {
        let found = in_width(condensed, &views, &needs, width);
        if found.is_some() {
            return found;
        }
        let spare = |at: &usize| condensed.views.get(*at).map_or(0, |view| view.spare);
        let most = views.iter().max_by_key(|at| spare(at)).copied().filter(|at| spare(at) > 0)?;
        views.retain(|at| *at != most);
    }
}

/// The views in one band, with whole lines where they fit and else with whole words; or in several.
fn in_width(condensed: &Condensed<'_>, views: &[usize], needs: &[Need], width: usize) -> Option<Vec<Band>> {
    let measures: [fn(&Need) -> usize; 2] = [|need| need.line, |need| need.word];
    let lower = |views: &[usize], measure: fn(&Need) -> usize| -> Vec<usize> {
        views.iter().filter_map(|at| needs.get(*at)).map(measure).collect()
    };
    let fits = |lower: &[usize]| lower.iter().sum::<usize>() + lower.len() * (PADDING + 1) <= width + 1;
    let whole = |measure| {
        let lower = lower(views, measure);
        fits(&lower).then(|| vec![Band { views: views.to_vec(), lower }])
    };
    let serial = |at: &&usize| condensed.views.get(**at).is_some_and(|view| view.serial);
    let (alike, fixed): (Vec<usize>, Vec<usize>) = views.iter().partition(serial);
    let split = |measure| {
        let mut bands: Vec<Band> = Vec::new();
        for at in &alike {
            if let Some(band) = bands.last_mut() {
                let longer = [band.views.as_slice(), &[*at]].concat();
                let wider = lower(&longer, measure);
                if fits(&wider) {
                    *band = Band { views: longer, lower: wider };
                    continue;
                }
            }
            let views = [fixed.as_slice(), &[*at]].concat();
            let lower = lower(&views, measure);
            if !fits(&lower) {
                return None;
            }
            bands.push(Band { views, lower });
        }
        Some(bands).filter(|bands| !bands.is_empty())
    };
    measures
        .into_iter()
        .find_map(whole)
        .or_else(|| measures.into_iter().filter_map(split).min_by_key(Vec::len))
}

fn need(condensed: &Condensed<'_>, at: usize) -> Need {
    let heading = condensed.views.get(at).map(|view| Cow::Borrowed(view.heading.as_str()));
    let cells = condensed.rows.iter().filter_map(|row| row.get(at)).map(|shown| Cow::Owned(line(shown)));
    let mut need = Need { word: 1, line: 1 };
    let mut longest = 1;
    for text in heading.into_iter().chain(cells) {
        let width = display_width(&text);
        need.word = need.word.max(text.split(' ').map(word).max().unwrap_or(0));
        longest = longest.max(width);
    }
    need.line = need.word.max(if longest > PROSE { COMFORT } else { longest.min(COMFORT) });
    need
}

/// The width of what no line break may divide: of a word, but in scripts that write without blanks of a letter.
fn word(text: &str) -> usize {
    let mut letters = [0; 4];
    let wide = |c: char, buffer: &mut [u8; 4]| display_width(c.encode_utf8(buffer)) > 1;
    let runs = text.split(|c: char| wide(c, &mut letters));
    runs.map(display_width).max().unwrap_or(0).max(display_width(text).min(2))
}

/// What a view shows, on one line, with nothing in it that moves a cursor.
pub(super) fn line(shown: &Shown<'_>) -> String {
    visible(&one_line(&shown.text())).into_owned()
}

/// A text of several lines on one, as a cell has room for.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return Cow::Borrowed(text.trim());
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Cow::Owned(lines.join(" "))
}

/// A text of which every letter is counted as a terminal counts it.
fn counted(text: &str) -> String {
    let mut counted = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        counted.push(letter);
        if letter == 'ل' && letters.peek().is_some_and(|next| !next.is_ascii()) {
            counted.push(APART);
        }
    }
    counted
}

/// A band as it is arranged: the header and then the rows, of each its lines, of each line its cells with their blanks.
pub(super) fn arrange(
    condensed: &Condensed<'_>,
    band: &Band,
    width: Option<usize>,
    right_to_left: bool,
) -> Vec<Vec<Vec<String>>> {
    let mut grid = Grid::new();
    grid.load_style(STYLE);
    match width.and_then(|width| u16::try_from(width).ok()) {
        Some(width) => {
            grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
        }
        None => {
            grid.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    // The first column stands on the side where a line begins.
    let order = |views: Vec<String>| if right_to_left { views.into_iter().rev().collect() } else { views };
    let headings = band.views.iter().filter_map(|at| condensed.views.get(*at));
    grid.set_header(order(headings.map(|view| counted(&visible(&view.heading))).collect()));
    for row in &condensed.rows {
        grid.add_row(order(
            band.views.iter().filter_map(|at| row.get(*at)).map(|shown| counted(&line(shown))).collect(),
        ));
    }
    let mut lower = band.lower.clone();
    if right_to_left {
        lower.reverse();
    }
    for (column, lower) in grid.column_iter_mut().zip(lower) {
        column.set_padding((PADDING as u16, 0));
        if right_to_left {
            column.set_cell_alignment(CellAlignment::Right);
        }
        if width.is_some() {
            let lower = u16::try_from(lower + PADDING).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(lower)));
        }
    }
    let mut rows = vec![Vec::new()];
    for line in grid.lines() {
        if line.starts_with(RECORD) {
            rows.push(Vec::new());
        } else if let Some(row) = rows.last_mut() {
            row.push(line.split(UNIT).map(|cell| cell.replace(APART, "")).collect());
        }
    }
    rows
}
