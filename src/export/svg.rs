//! A picture of a matrix: delegations and paragraphs at a glance, for a report or a slide.
//!
//! It is one SVG file that loads nothing. Kinds differ in shape, reaches in how the shape is filled, and both in colour;
//! all text is text, in the direction of its language.

use std::collections::BTreeSet;

use html_escape::{encode_double_quoted_attribute, encode_text};
use textwrap::core::display_width;

use super::Mark;
use crate::fold::visible;
use crate::language::{Answer, Caption, Words, words};
use crate::model::{Kind, Reach};
use crate::report::{Line, Matrix, Target};

/// Units of the picture, which a browser shows as pixels: the height of a row and the least width of a column.
const CELL: usize = 24;
/// What a letter of a name takes, about.
const LETTER: usize = 8;
/// What a letter of a label or of the legend takes, about.
const SMALL_LETTER: usize = 7;
/// From the border to what is drawn.
const MARGIN: usize = 20;
/// Headings stand upright while the columns take no more than this.
const UPRIGHT: usize = 900;
/// The side of the square in which a mark is drawn.
const MARK: usize = 16;
/// Of several marks in a cell so many are drawn; its title tells all.
const MOST: usize = 3;

const QUIET: &str = "#5a6270";
const RULE: &str = "#d9dde3";
const GUIDE: &str = "#eef0f3";
/// From so many rows on the headings of the columns stand below them too.
const TALL: usize = 25;

/// Draws a matrix.
pub fn picture(matrix: &Matrix<'_>) -> String {
    let layout = Layout::of(matrix);
    let mut svg = Svg { text: String::new(), width: layout.width, mirrored: layout.right_to_left };
    svg.heading(&layout);
    svg.guides(&layout);
    svg.columns(matrix, &layout, layout.top - 8, "start");
    if layout.is_tall {
        let below = if layout.turned { 8 } else { 18 };
        svg.columns(matrix, &layout, layout.bottom + below, "end");
    }
    svg.rows(matrix, &layout);
    svg.legend(&layout);
    let title = layout.title.join(" ");
    let direction = if layout.right_to_left { "rtl" } else { "ltr" };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" aria-labelledby=\"title description\" xml:lang=\"{language}\" direction=\"{direction}\" \
         font-family=\"system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n{}</svg>\n",
        escaped(&format!("{}: {title}", words(&matrix.language).answer(Answer::Matrix))),
        escaped(&description(matrix)),
        svg.text,
        width = layout.width,
        height = layout.height,
        language = encode_double_quoted_attribute(matrix.language.as_str()),
    )
}

/// What stands where.
struct Layout {
    right_to_left: bool,
    /// What the picture is about, in lines that fit.
    title: Vec<String>,
    /// Where the first column begins, from the side where a line begins.
    indent: usize,
    /// The widths of the columns.
    columns: Vec<usize>,
    /// Whether the headings of the columns are turned.
    turned: bool,
    /// The top of the first row.
    top: usize,
    /// The foot of the last row.
    bottom: usize,
    /// Whether the headings stand below too.
    is_tall: bool,
    /// The middle of the first line of the legend.
    below: usize,
    /// The marks that are explained, with their words.
    legend: Vec<(Option<Mark>, String)>,
    width: usize,
    height: usize,
}

impl Layout {
    fn of(matrix: &Matrix<'_>) -> Self {
        let words = words(&matrix.language);
        let heading = |target: &Target| display_width(&matrix.named(target).1) * SMALL_LETTER;
        let headings: Vec<usize> = matrix.targets.iter().map(heading).collect();
        let upright: Vec<usize> = headings.iter().map(|width| (width + 12).max(CELL + 8)).collect();
        let turned = upright.iter().sum::<usize>() > UPRIGHT;
        let columns = if turned { vec![CELL; headings.len()] } else { upright };
        let name = |line: &Line<'_>| display_width(&line.name) * LETTER;
        let indent = MARGIN + code_width(matrix) + matrix.lines.iter().map(name).max().unwrap_or(0) + 16;
        let width = (indent + columns.iter().sum::<usize>() + MARGIN).max(560);
        let title = textwrap::wrap(&visible(&about(matrix)), ((width - 2 * MARGIN) / LETTER).max(20))
            .into_iter()
            .map(std::borrow::Cow::into_owned)
            .collect::<Vec<String>>();
        let header = if turned { headings.iter().max().copied().unwrap_or(0) + 12 } else { 24 };
        let top = MARGIN + title.len() * 20 + 12 + header;
        let rows = matrix.lines.len() + if matrix.is_of_several() { groups(matrix) } else { 0 };
        let bottom = top + rows * CELL;
        let is_tall = matrix.lines.len() > TALL;
        let below = bottom + if is_tall { header } else { 0 } + 28;
        let legend = legend(matrix, words);
        let lines = legend_places(&legend, width).last().map_or(0, |(_, line)| line + 1);
        let height = below + lines * CELL + MARGIN / 2;
        let right_to_left = matrix.language.is_right_to_left();
        Self {
            right_to_left,
            title,
            indent,
            columns,
            turned,
            top,
            bottom,
            is_tall,
            below,
            legend,
            width,
            height,
        }
    }

    /// The middle of a column.
    fn middle(&self, at: usize) -> usize {
        let before: usize = self.columns.iter().take(at).sum();
        self.indent + before + self.columns.get(at).copied().unwrap_or(CELL) / 2
    }
}

fn code_width(matrix: &Matrix<'_>) -> usize {
    let width = |line: &Line<'_>| display_width(line.delegation.as_str()) * LETTER;
    matrix.lines.iter().map(width).max().unwrap_or(0) + 14
}

/// How many resolutions there are.
fn groups(matrix: &Matrix<'_>) -> usize {
    matrix.lines.iter().map(|line| &line.resolution.id).collect::<BTreeSet<_>>().len()
}

fn about(matrix: &Matrix<'_>) -> String {
    let caption = || words(&matrix.language).answer(Answer::Matrix).to_owned();
    matrix.head.first().cloned().unwrap_or_else(caption)
}

/// What the marks mean that are drawn: each with its kind and reach, and last the light mark.
fn legend(matrix: &Matrix<'_>, words: &dyn Words) -> Vec<(Option<Mark>, String)> {
    let drawn: BTreeSet<Mark> = matrix
        .lines
        .iter()
        .flat_map(|line| matrix.targets.iter().flat_map(|target| line.on(target)))
        .map(|(kind, reach)| Mark { kind: *kind, reach: *reach })
        .collect();
    let said = |mark: &Mark| format!("{}{}{}", words.kind(mark.kind), words.comma(), words.reach(mark.reach));
    let implied = drawn.iter().any(|mark| mark.reach == Reach::Entire) && matrix.targets.len() > 1;
    let mut legend: Vec<_> = drawn.iter().map(|mark| (Some(*mark), said(mark))).collect();
    legend.extend(implied.then(|| (None, words.caption(Caption::Implied).to_owned())));
    legend
}

/// Where each entry of the legend begins, from the side where a line begins, and in which of its lines.
fn legend_places(legend: &[(Option<Mark>, String)], width: usize) -> Vec<(usize, usize)> {
    let (mut at, mut line) = (MARGIN, 0);
    let place = |(_, said): &(Option<Mark>, String)| {
        let needed = MARK + 8 + display_width(said) * SMALL_LETTER + 20;
        if at > MARGIN && at + needed > width {
            (at, line) = (MARGIN, line + 1);
        }
        let place = (at, line);
        at += needed;
        place
    };
    legend.iter().map(place).collect()
}

/// All of it in words, a sentence for each delegation.
fn description(matrix: &Matrix<'_>) -> String {
    let words = words(&matrix.language);
    if matrix.lines.is_empty() {
        return words.no_position_of("");
    }
    let sentence = |line: &Line<'_>| {
        let on = |target: &Target| {
            let said = said(line.on(target), words);
            (!said.is_empty()).then(|| format!("{} ({said})", matrix.named(target).1))
        };
        let all: Vec<String> = matrix.targets.iter().filter_map(on).collect();
        format!("{}.", words.pair(&line.name, &all.join("; ")))
    };
    matrix.lines.iter().map(sentence).collect::<Vec<_>>().join(" ")
}

fn said(pairs: &[(Kind, Reach)], words: &dyn Words) -> String {
    let said = |(kind, reach): &(Kind, Reach)| {
        format!("{}{}{}", words.kind(*kind), words.comma(), words.reach(*reach))
    };
    pairs.iter().map(said).collect::<Vec<_>>().join("; ")
}

/// The picture as it is written. Places are counted from the side where a line begins.
struct Svg {
    text: String,
    width: usize,
    mirrored: bool,
}

impl Svg {
    fn x(&self, from_start: usize) -> usize {
        if self.mirrored { self.width.saturating_sub(from_start) } else { from_start }
    }

    fn heading(&mut self, layout: &Layout) {
        for (at, line) in layout.title.iter().enumerate() {
            let (x, y) = (self.x(MARGIN), MARGIN + 14 + at * 20);
            self.text += &format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"15\" font-weight=\"600\">{}</text>\n",
                escaped(line)
            );
        }
    }

    /// A light line down the middle of each column, so that the eye finds its heading.
    fn guides(&mut self, layout: &Layout) {
        for at in 0..layout.columns.len() {
            let x = self.x(layout.middle(at));
            self.text += &format!("<path d=\"M{x} {}V{}\" stroke=\"{GUIDE}\"/>\n", layout.top, layout.bottom);
        }
    }

    /// The headings of the columns at a height, to which the start or the end of a turned one is nearest.
    fn columns(&mut self, matrix: &Matrix<'_>, layout: &Layout, y: usize, nearest: &str) {
        let size = "font-size=\"12\" font-weight=\"600\"";
        for (at, target) in matrix.targets.iter().enumerate() {
            let heading = escaped(&matrix.named(target).1);
            let x = self.x(layout.middle(at));
            // A turned heading begins at its foot, whatever the direction of its letters.
            self.text += &if layout.turned {
                format!(
                    "<text {size} direction=\"ltr\" text-anchor=\"{nearest}\" transform=\"translate({} {y}) rotate(-90)\">{heading}</text>\n",
                    x + 4
                )
            } else {
                format!("<text x=\"{x}\" y=\"{y}\" {size} text-anchor=\"middle\">{heading}</text>\n")
            };
        }
    }

    fn rows(&mut self, matrix: &Matrix<'_>, layout: &Layout) {
        let mut y = layout.top;
        let mut of = None;
        let mut reached = Vec::new();
        self.rule(y);
        for line in &matrix.lines {
            if of != Some(&line.resolution.id) {
                of = Some(&line.resolution.id);
                reached = matrix.reached(line.resolution);
                if matrix.is_of_several() {
                    let id = escaped(line.resolution.id.as_str());
                    let x = self.x(MARGIN);
                    self.text += &format!(
                        "<text x=\"{x}\" y=\"{}\" font-size=\"12\" fill=\"{QUIET}\">{id}</text>\n",
                        y + 16
                    );
                    y += CELL;
                    self.rule(y);
                }
            }
            self.row(matrix, layout, line, &reached, y);
            y += CELL;
            self.rule(y);
        }
    }

    fn rule(&mut self, y: usize) {
        let end = self.width - MARGIN;
        self.text += &format!("<path d=\"M{MARGIN} {y}H{end}\" stroke=\"{RULE}\"/>\n");
    }

    fn row(&mut self, matrix: &Matrix<'_>, layout: &Layout, line: &Line<'_>, reached: &[bool], y: usize) {
        let (code, name) = (self.x(MARGIN), self.x(MARGIN + code_width(matrix)));
        self.text += &format!(
            "<text x=\"{code}\" y=\"{0}\" font-size=\"12\" fill=\"{QUIET}\">{1}</text>\
             <text x=\"{name}\" y=\"{0}\" font-size=\"13\">{2}</text>\n",
            y + 16,
            escaped(line.delegation.as_str()),
            escaped(&line.name),
        );
        let words = words(&matrix.language);
        for (at, (target, reached)) in matrix.targets.iter().zip(reached).enumerate() {
            let own = line.on(target);
            let implied = if *reached { line.on(&Target::Entire) } else { &[] };
            if own.is_empty() && implied.is_empty() {
                continue;
            }
            let said = said(if own.is_empty() { implied } else { own }, words);
            let place =
                words.pair(&format!("{}{}{}", line.name, words.comma(), matrix.named(target).1), &said);
            self.text += &format!("<g><title>{}</title>", escaped(&place));
            let x = self.x(layout.middle(at));
            match own {
                [] => implied.first().into_iter().for_each(|(kind, _)| self.implied(*kind, x, y + CELL / 2)),
                own => self.marks(own, x, y + CELL / 2),
            }
            self.text += "</g>\n";
        }
    }

    /// The marks of a cell beside one another, around a middle.
    fn marks(&mut self, pairs: &[(Kind, Reach)], x: usize, y: usize) {
        let drawn = pairs.len().min(MOST);
        let side = MARK / drawn.max(1) + if drawn > 1 { 2 } else { 0 };
        for (at, (kind, reach)) in pairs.iter().take(MOST).enumerate() {
            let left = (x + at * side).saturating_sub(drawn * side / 2);
            self.mark(Mark { kind: *kind, reach: *reach }, left, y.saturating_sub(side / 2), side);
        }
    }

    fn mark(&mut self, mark: Mark, left: usize, top: usize, side: usize) {
        let (path, colour) = (mark.path(), colour(mark));
        let scale = side as f64 / MARK as f64;
        let fill = if mark.is_filled() { colour } else { "#fff" };
        let dashed = if mark.is_dashed() { " stroke-dasharray=\"2.5 2\"" } else { "" };
        self.text += &format!(
            "<g transform=\"translate({left} {top}) scale({scale:.2})\"><path d=\"{path}\" fill=\"{fill}\" stroke=\"{colour}\" \
             stroke-width=\"2\"{dashed}/>"
        );
        if mark.is_half() {
            self.text += &format!(
                "<svg width=\"16\" height=\"8\" y=\"8\" viewBox=\"0 8 16 8\"><path d=\"{path}\" fill=\"{colour}\"/></svg>"
            );
        }
        self.text += "</g>";
    }

    /// The light mark of what a position on the entire text implies.
    fn implied(&mut self, kind: Kind, x: usize, y: usize) {
        let mark = Mark { kind, reach: Reach::Entire };
        self.text += &format!(
            "<path transform=\"translate({} {}) scale(0.5)\" d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.4\" \
             opacity=\"0.55\"/>",
            x.saturating_sub(4),
            y.saturating_sub(4),
            mark.path(),
            colour(mark),
        );
    }

    fn legend(&mut self, layout: &Layout) {
        let places = legend_places(&layout.legend, layout.width);
        for ((mark, said), (at, line)) in layout.legend.iter().zip(places) {
            let y = layout.below + line * CELL;
            let middle = self.x(at + MARK / 2);
            match mark {
                Some(mark) => self.marks(&[(mark.kind, mark.reach)], middle, y),
                None => self.implied(Kind::Reservation, middle, y),
            }
            let x = self.x(at + MARK + 8);
            self.text += &format!(
                "<text x=\"{x}\" y=\"{}\" font-size=\"12\" fill=\"{QUIET}\">{}</text>\n",
                y + 4,
                escaped(said)
            );
        }
    }
}

/// The colour of a mark: reservations differ by reach too, as there are so many of them.
fn colour(mark: Mark) -> &'static str {
    match (mark.kind, mark.reach) {
        (Kind::Reservation, Reach::Phrase) => "#0b7167",
        (Kind::Reservation, Reach::Entire) => "#8a5a00",
        (Kind::Reservation, Reach::Named | Reach::Unknown) => "#1d3f72",
        (Kind::Opposition | Kind::Against, _) => "#a3222f",
        (Kind::Dissociation, _) => "#6b3a91",
        (Kind::Interpretation | Kind::InFavour, _) => "#1f6b34",
        (Kind::Explanation | Kind::Abstention, _) => "#4d5a68",
        (Kind::Objection, _) => "#9a3d10",
        (Kind::Unclassified, _) => "#555555",
    }
}

fn escaped(text: &str) -> String {
    encode_text(&visible(text)).into_owned()
}
