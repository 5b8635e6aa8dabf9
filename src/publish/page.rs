//! `page`: one self-contained page of one or several resolutions, or a folder of pages with an index.
//!
//! Nothing is loaded from outside, and the page says so to the browser: its policy names the hash of the one script and of
//! the one style that may be used. It can be read without the script, which only filters, copies and switches.

mod anchor;
mod context;
mod matrix;
mod position;
mod text;
mod view;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::export::Mark;
use crate::fold::{fold, visible};
use crate::language::{Caption, Heading, Words, words};
use crate::model::{Delegation, Kind, Register, Resolution};
use crate::report::{Filter, rows};
use anchor::Anchors;
use text::{Choice, Languages, Text, direction};
use view::{Figure, ResolutionView};

/// The most resolutions that one page holds; more are a folder of pages.
pub const LARGEST_PAGE: usize = 200;

/// The folder, beside the index, in which a folder of pages has the page of each resolution.
const FOLDER: &str = "resolutions";

/// One page of all resolutions that the filter lets through.
///
/// # Errors
/// What a template says that could not write into memory; none is expected.
pub fn page(register: &Register, filter: &Filter) -> Result<String, askama::Error> {
    let found: Vec<&Resolution> = filter.resolutions(register).collect();
    let languages = Languages::of(&filter.language, found.iter().copied());
    match found.as_slice() {
        [one] => of_one(one, filter, &languages, None),
        _ => of_several(&found, filter, &languages),
    }
}

/// A page for each resolution that the filter lets through, and last their index: the path of each below the folder, and
/// what it holds, one at a time.
///
/// # Errors
/// As [`page`].
pub fn pages<'r>(
    register: &'r Register,
    filter: &'r Filter,
) -> impl Iterator<Item = Result<(String, String), askama::Error>> + 'r {
    let of_each = filter.resolutions(register).map(|one| {
        let languages = Languages::of(&filter.language, std::iter::once(one));
        let page = of_one(one, filter, &languages, Some("../index.html"))?;
        Ok((format!("{FOLDER}/{}.html", one.id), page))
    });
    let index = std::iter::once_with(|| Ok(("index.html".to_owned(), index(register, filter)?)));
    of_each.chain(index)
}

/// What stands around every page.
struct Frame {
    language: String,
    direction: &'static str,
    policy: String,
    title: String,
    style: String,
    interface: String,
    script: &'static str,
    home: Option<&'static str>,
    choices: Vec<ChoiceView>,
}

/// A language of the switch.
struct ChoiceView {
    language: String,
    name: String,
    direction: &'static str,
}

/// The words of the interface that the template uses.
struct Interface {
    skip: Text,
    on_record: Text,
    language: Text,
    filter: Text,
    kind: Text,
    implied: Text,
    at_a_glance: Text,
    vote: Text,
    delegations: Text,
    on_behalf: Text,
    paragraphs: Text,
    resolutions: Text,
    sources: Text,
    as_of: Text,
    day: Text,
}

/// A resolution in a list of several.
struct EntryView {
    address: String,
    title: Text,
    origin: Vec<Text>,
    delegations: Vec<(String, Text)>,
}

impl EntryView {
    /// Whether the resolution has a page of its own.
    fn is_elsewhere(&self) -> bool {
        !self.address.starts_with('#')
    }
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    frame: Frame,
    words: Interface,
    /// The resolution of a page about one.
    only: Option<ResolutionView>,
    figures: Vec<Figure>,
    entries: Vec<EntryView>,
    resolutions: Vec<ResolutionView>,
    marks: Vec<(Mark, Text, Text)>,
}

fn of_one(
    one: &Resolution,
    filter: &Filter,
    languages: &Languages,
    home: Option<&'static str>,
) -> Result<String, askama::Error> {
    let view = view::view(one, filter, languages, Anchors::of_one());
    let first = languages.first();
    let title = view.title.in_language(&first);
    Page {
        frame: frame(languages, title, false, home),
        words: interface(languages, filter),
        marks: legend(languages, &view.marks),
        only: Some(view),
        figures: Vec::new(),
        entries: Vec::new(),
        resolutions: Vec::new(),
    }
    .render()
}

fn of_several(
    found: &[&Resolution],
    filter: &Filter,
    languages: &Languages,
) -> Result<String, askama::Error> {
    let view = |one: &&Resolution| view::view(one, filter, languages, Anchors::among_several(&one.id));
    let resolutions: Vec<ResolutionView> = found.iter().map(view).collect();
    let marks = resolutions.iter().flat_map(|view| view.marks.iter().copied()).collect();
    let entries = found
        .iter()
        .zip(&resolutions)
        .map(|(one, view)| entry(one, filter, languages, format!("#{}", view.anchor)));
    Page {
        frame: frame(languages, on_record(languages), false, None),
        words: interface(languages, filter),
        only: None,
        figures: figures(found, filter, languages),
        entries: entries.collect(),
        marks: legend(languages, &marks),
        resolutions,
    }
    .render()
}

fn index(register: &Register, filter: &Filter) -> Result<String, askama::Error> {
    let found: Vec<&Resolution> = filter.resolutions(register).collect();
    let languages = Languages::of(&filter.language, found.iter().copied());
    let entry = |one: &&Resolution| entry(one, filter, &languages, format!("{FOLDER}/{}.html", one.id));
    Page {
        frame: frame(&languages, on_record(&languages), true, None),
        words: interface(&languages, filter),
        only: None,
        figures: figures(&found, filter, &languages),
        entries: found.iter().map(entry).collect(),
        resolutions: Vec::new(),
        marks: Vec::new(),
    }
    .render()
}

fn on_record(languages: &Languages) -> &'static str {
    words(&languages.first()).caption(Caption::OnRecord)
}

fn entry(one: &Resolution, filter: &Filter, languages: &Languages, address: String) -> EntryView {
    let rows = rows(one, filter);
    let codes: BTreeSet<&Delegation> = rows.iter().filter_map(|row| row.delegation).collect();
    let end = view::end(one, languages);
    EntryView {
        address,
        title: view::title(one, languages),
        origin: view::origin(one, languages).into_iter().chain(end).collect(),
        delegations: codes.into_iter().map(|code| (code.to_string(), languages.name(one, code))).collect(),
    }
}

/// The figures of several resolutions together.
fn figures(found: &[&Resolution], filter: &Filter, languages: &Languages) -> Vec<Figure> {
    let (mut all, mut reserving) = (BTreeSet::new(), BTreeSet::new());
    let mut positions = 0;
    for row in found.iter().flat_map(|one| rows(one, filter)) {
        all.extend(row.delegation);
        reserving.extend(row.delegation.filter(|_| row.kind == Some(Kind::Reservation)));
        positions += usize::from(row.position.is_some());
    }
    let figure = |value, caption| Figure { value, of: None, caption };
    let caption = |caption| languages.say(|words, _| words.caption(caption).to_owned());
    vec![
        figure(found.len(), caption(Caption::Resolutions)),
        figure(all.len(), caption(Caption::DelegationsOnRecord)),
        figure(reserving.len(), languages.say(|words, _| words.heading(Heading::Reservations).to_owned())),
        figure(positions, caption(Caption::Positions)),
    ]
}

/// What each mark of a page means.
fn legend(languages: &Languages, marks: &BTreeSet<Mark>) -> Vec<(Mark, Text, Text)> {
    let one = |mark: &Mark| {
        let kind = languages.say(|words, _| words.kind(mark.kind).to_owned());
        (*mark, kind, languages.say(|words, _| words.reach(mark.reach).to_owned()))
    };
    marks.iter().map(one).collect()
}

fn interface(languages: &Languages, filter: &Filter) -> Interface {
    let caption = |caption| languages.say(|words, _| words.caption(caption).to_owned());
    let heading = |heading| languages.say(|words, _| words.heading(heading).to_owned());
    Interface {
        skip: caption(Caption::SkipToContent),
        on_record: caption(Caption::OnRecord),
        language: heading(Heading::Language),
        filter: caption(Caption::Filter),
        kind: heading(Heading::Kind),
        implied: caption(Caption::Implied),
        at_a_glance: caption(Caption::AtAGlance),
        vote: caption(Caption::Vote),
        delegations: heading(Heading::Delegations),
        on_behalf: heading(Heading::OnBehalfOf),
        paragraphs: caption(Caption::Paragraphs),
        resolutions: caption(Caption::Resolutions),
        sources: caption(Caption::Sources),
        as_of: caption(Caption::AsOf),
        day: languages.say(|words, _| words.date(filter.as_of)),
    }
}

fn frame(languages: &Languages, title: &str, is_index: bool, home: Option<&'static str>) -> Frame {
    let style = format!("{}{}", include_str!("../../templates/page.css"), switching(languages));
    let script = include_str!("../../templates/page.js");
    let first = languages.first();
    let choice = |choice: Choice<'_>| ChoiceView {
        language: choice.language.to_string(),
        name: choice.name,
        direction: choice.direction,
    };
    Frame {
        language: first.to_string(),
        direction: direction(&first),
        policy: policy(&style, script),
        title: visible(title).into_owned(),
        style,
        interface: data(languages, is_index),
        script,
        home,
        choices: languages.choices().into_iter().map(choice).collect(),
    }
}

/// What the browser may use: this style, this script, and nothing from anywhere.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(style)
    )
}

/// The rules that show one language at a time, also where no script runs.
fn switching(languages: &Languages) -> String {
    let rule = |choice: Choice<'_>| {
        let (tag, direction) = (choice.language, choice.direction);
        format!(
            ":root:has(#_in-{tag}:checked) [data-in]:not([data-in~=\"{tag}\"]) {{ display: none; }}\n\
             :root:has(#_in-{tag}:checked) body {{ direction: {direction}; }}\n"
        )
    };
    languages.choices().into_iter().map(rule).collect()
}

/// Letters that the look-up takes for others, and that do not come apart into a letter and a mark.
const ALIKE: &str = "ىیةہھەۃکıłøđςßæœ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";

/// What the script says, as JSON that no element of a page can be read into.
fn data(languages: &Languages, is_index: bool) -> String {
    let of = |words: &dyn Words| {
        let kinds: BTreeMap<&str, &str> =
            Kind::ALL.iter().map(|kind| (kind.as_str(), words.kind(*kind))).collect();
        json!({
            "hint": words.caption(Caption::FilterHint),
            "all": words.caption(Caption::AllKinds),
            "nothing": words.caption(Caption::NothingMatches),
            "positions": words.caption(Caption::Positions),
            "paragraphs": words.caption(Caption::Paragraphs),
            "resolutions": words.caption(Caption::Resolutions),
            "copy": words.caption(Caption::CopyLink),
            "copied": words.caption(Caption::Copied),
            "kinds": kinds,
        })
    };
    let tags: Vec<&str> = languages.iter().map(|language| language.as_str()).collect();
    let said: BTreeMap<&str, _> =
        languages.iter().map(|language| (language.as_str(), of(words(language)))).collect();
    let alike: Vec<(char, String)> =
        ALIKE.chars().map(|letter| (letter, fold(&letter.to_string()))).collect();
    let data =
        json!({ "index": is_index, "languages": tags, "words": said, "kinds": Kind::WORDS, "alike": alike });
    data.to_string().replace('<', "\\u003c")
}
