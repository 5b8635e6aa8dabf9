//! `footnote`: the note as a secretariat would print it, ready to paste.

use std::collections::BTreeSet;

use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::fold::visible;
use crate::language::{Language, words};
use crate::model::{Position, Resolution};
use crate::note::{self, PrintedNote, Run};
use crate::report::{Filter, Row, rows};

/// How a publication is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Plain text.
    Text,
    /// A fragment of HTML, with emphasis.
    Html,
}

/// The note of a resolution for the positions that stand and that the filter lets through; a sentence where none does.
/// In a language in which no note can be printed it is in English.
pub fn footnote(resolution: &Resolution, filter: &Filter, markup: Markup) -> String {
    let language = match note::is_known(&filter.language) {
        true => filter.language.clone(),
        false => Language::english(),
    };
    // Votes and withdrawn positions are not in a note, whatever the report would show.
    let standing = Filter { withdrawn: false, ..filter.clone() };
    let found = rows(resolution, &standing);
    // Positions are told apart by where they stand: two may say the same.
    let shown: BTreeSet<*const Position> =
        found.iter().filter_map(|row: &Row<'_>| row.position).map(std::ptr::from_ref).collect();
    let is_shown = |position: &&Position| shown.contains(&std::ptr::from_ref::<Position>(position));
    let positions: Vec<&Position> = resolution.positions.iter().filter(is_shown).collect();
    match (note::print(&language, resolution, &positions), markup) {
        (Some(note), Markup::Text) => visible_lines(&note.text()),
        (Some(note), Markup::Html) => html(&note, &language),
        (None, Markup::Text) => format!("{}\n", words(&language).no_position_of("")),
        (None, Markup::Html) => {
            format!("<p{}>{}</p>\n", attributes(&language), encode_text(&words(&language).no_position_of("")))
        }
    }
}

fn visible_lines(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", visible(line))).collect()
}

fn attributes(language: &Language) -> String {
    let direction = if language.is_right_to_left() { "rtl" } else { "ltr" };
    format!(" lang=\"{}\" dir=\"{direction}\"", encode_double_quoted_attribute(language.as_str()))
}

/// Word processors take the side on which a line begins from each paragraph, not from what is around it.
fn side(language: &Language) -> &'static str {
    if language.is_right_to_left() { " style=\"text-align: right\"" } else { "" }
}

fn html(note: &PrintedNote, language: &Language) -> String {
    let attributes = attributes(language);
    let mark = encode_text(note.mark);
    match (note.lead.is_empty(), note.items.as_slice()) {
        (true, [only]) => format!("<p{attributes}{}>{mark} {}</p>\n", side(language), runs(only)),
        (_, items) => {
            let side = side(language);
            let items: String = items.iter().map(|item| format!("<li{side}>{}</li>\n", runs(item))).collect();
            format!(
                "<div{attributes}>\n<p{side}>{mark} {}</p>\n<ul>\n{items}</ul>\n</div>\n",
                runs(&note.lead)
            )
        }
    }
}

fn runs(runs: &[Run]) -> String {
    let one = |run: &Run| {
        let text = visible(&run.text).into_owned();
        match run.is_emphasis {
            true => format!("<strong>{}</strong>", encode_text(&text)),
            false => encode_text(&text).into_owned(),
        }
    };
    runs.iter().map(one).collect()
}
