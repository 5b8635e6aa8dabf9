//! Which formats and which of the common options each command has: one table, from which help, completions, the manual
//! and the refusal of bad usage are made.

use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches};
use reservations::model::{Kind, PositionKind};
use reservations::store::shown;

use super::Failure;
use super::examples;
use super::format::{self, Format};

/// The common options that not every command has, by their ids.
const OPTIONS: &[&str] =
    &["file", "as_of", "withdrawn", "since", "until", "resolution", "kind", "columns", "wide"];

/// What every command has.
const FORMAT: &str = "format";

/// What a common option means to a command to which it means something of its own.
const REWORDED: &[(&str, &str, &str)] = &[
    ("add", "kind", "What kind of position it is [default: reservation]"),
    ("add", "resolution", "The record to edit, where -f is a directory"),
    ("withdraw", "kind", "Only positions of this kind [default: all that stand]"),
    ("withdraw", "resolution", "The record to edit, where -f is a directory"),
    ("verify", "resolution", "The record to verify, where -f is a directory"),
    ("new", "output", "Write to a record, which must not be there yet"),
    ("import", "output", "Write to a record, which may be there already, or to a folder of records"),
    ("man", "output", "Write to a file; without a command all pages to a folder"),
    ("schema", "output", "Write to a file"),
    ("completions", "output", "Write to a file"),
];

/// A command's row.
pub(crate) struct Offer {
    /// Its word at the prompt; empty for the bare command.
    command: &'static str,
    /// Its formats; the first is the one where none is named.
    formats: fn() -> Vec<Format>,
    /// Whether `-o` may name a folder.
    folder: bool,
    /// The common options that it has, besides `--format`, `--output`, `--lang` and `--color`.
    options: &'static [&'static str],
}

const fn offer(
    command: &'static str,
    formats: fn() -> Vec<Format>,
    options: &'static [&'static str],
) -> Offer {
    Offer { command, formats, folder: false, options }
}

/// What asks a register and answers with a table has every option.
const REPORT: &[&str] = OPTIONS;
const PROBLEMS: &[&str] = &["file", "columns", "wide"];
const PUBLICATION: &[&str] = &["file", "as_of", "withdrawn", "since", "until", "resolution", "kind"];
const EDIT: &[&str] = &["file", "resolution", "kind", "columns", "wide"];

/// Every command.
const OFFERS: &[Offer] = &[
    offer("", format::tables, REPORT),
    offer("country", format::tables, REPORT),
    offer("paragraph", format::tables, REPORT),
    offer("matrix", format::matrix, REPORT),
    offer("compare", format::tables, REPORT),
    offer("resolutions", format::tables, REPORT),
    offer("search", format::tables, REPORT),
    offer("check", format::problems, PROBLEMS),
    offer("new", format::record, &[]),
    offer("add", format::tables, EDIT),
    offer("withdraw", format::tables, EDIT),
    offer("diff", format::tables, &["resolution", "kind", "since", "until", "columns", "wide"]),
    Offer { folder: true, ..offer("import", format::corpus, &["columns", "wide"]) },
    offer("verify", format::problems, &["file", "resolution", "columns", "wide"]),
    offer("footnote", format::note, PUBLICATION),
    offer("cite", format::citation, PUBLICATION),
    Offer { folder: true, ..offer("page", format::page, PUBLICATION) },
    offer("dataset", format::only, &["file", "since", "until", "resolution"]),
    offer("schema", format::only, &[]),
    offer("completions", format::only, &[]),
    offer("man", format::only, &[]),
];

/// The row of a command; of the bare one where it has none.
pub(crate) fn of(command: &str) -> &'static Offer {
    const BARE: &Offer = &offer("", format::tables, REPORT);
    OFFERS.iter().find(|offer| offer.command == command).unwrap_or(BARE)
}

/// The tree in which each command's help and completions have the common options and the formats that it has, and no
/// other.
pub(crate) fn shape(tree: clap::Command) -> clap::Command {
    let common: Vec<Arg> = tree.get_arguments().filter(|option| option.is_global_set()).cloned().collect();
    tree.after_long_help(examples::of("")).mut_subcommands(|command| {
        let own = of(command.get_name());
        let command = command.after_long_help(examples::of(own.command));
        common.iter().fold(command, |command, option| match option.get_id().as_str() {
            FORMAT => command.arg(own.choice(option.clone())),
            "kind" if own.options == EDIT => {
                command.args(own.reword(option).map(|option| option.value_parser(positions())))
            }
            id if OPTIONS.contains(&id) && !own.options.contains(&id) => {
                command.arg(option.clone().hide(true))
            }
            _ => command.args(own.reword(option)),
        })
    })
}

/// The kinds of positions; those of ballots are told apart by the command, which says where they stand.
fn positions() -> impl TypedValueParser<Value = Kind> {
    let value = |word: &&'static str| PossibleValue::new(*word).hide(!PositionKind::WORDS.contains(word));
    PossibleValuesParser::new(Kind::WORDS.iter().map(value)).try_map(|word| word.parse::<Kind>())
}

/// Every word for a format, of whatever command.
pub(crate) fn words() -> Vec<&'static str> {
    let mut words = Vec::new();
    for word in OFFERS.iter().flat_map(Offer::words) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

impl Offer {
    fn words(&self) -> Vec<&'static str> {
        (self.formats)().into_iter().filter_map(Format::word).collect()
    }

    /// `--format` with the words that this command has.
    fn choice(&self, option: Arg) -> Arg {
        let words = self.words();
        match words.first() {
            None => option.hide(true),
            Some(_) if words.len() == 1 => option.hide(true),
            Some(first) => option
                .help(format!("What to write [default: {first}]"))
                .value_parser(PossibleValuesParser::new(words)),
        }
    }

    /// A common option in the command's own words, where it has some.
    fn reword(&self, option: &Arg) -> Option<Arg> {
        let own = REWORDED.iter().find(|(command, id, _)| *command == self.command && option.get_id() == id);
        own.map(|(_, _, help)| option.clone().help(*help))
    }

    /// Refuses a common option that the command does not have: one without effect would be a silent wrong answer.
    pub(crate) fn refuse(&self, given: &ArgMatches, own: &clap::Command) -> Result<(), Failure> {
        let is_given = |id: &&&str| given.value_source(id) == Some(ValueSource::CommandLine);
        let lacking = OPTIONS.iter().filter(|id| !self.options.contains(id));
        let Some(id) = lacking.copied().find(|id| is_given(&id)) else { return Ok(()) };
        let long = id.replace('_', "-");
        let command = self.command;
        let like =
            own.get_arguments().filter_map(Arg::get_long).find(|own| own.starts_with(&format!("{long}-")));
        let hint = like.map(|like| format!("; did you mean --{like}?")).unwrap_or_default();
        Err(Failure::Cannot(format!("{command} has no --{long}{hint}")))
    }

    /// The format of a word, else the one that the ending of a file's name picks, else the first.
    pub(crate) fn format(&self, word: Option<&str>, output: Option<&Path>) -> Result<Format, Failure> {
        let formats = (self.formats)();
        let first = formats.first().copied().unwrap_or(Format::Only);
        if let Some(word) = word {
            let found = formats.iter().copied().find(|format| format.word() == Some(word));
            return found.ok_or_else(|| self.no_format(word));
        }
        let Some(path) = output.filter(|_| first != Format::Only) else { return Ok(first) };
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if self.folder && (ending.is_none() || path.is_dir()) {
            return Ok(first);
        }
        let found = formats
            .iter()
            .copied()
            .find(|format| format.ending().is_some() && format.ending() == ending.as_deref());
        found.ok_or_else(|| {
            let endings: Vec<String> =
                formats.iter().filter_map(|format| Some(format!(".{}", format.ending()?))).collect();
            let (name, endings) = (shown(path), endings.join(" "));
            let message = match self.words().len() {
                1 => format!("the ending of {name} is not that of what {} writes, {endings}", self.command),
                _ => format!("the ending of {name} picks no format; use --format, or one of {endings}"),
            };
            Failure::Cannot(message)
        })
    }

    fn no_format(&self, word: &str) -> Failure {
        let words = self.words();
        Failure::Cannot(match words.as_slice() {
            [] => format!("{} has no --format", self.command),
            words => format!("no format \"{word}\" here; legal are {}", words.join(", ")),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::prompt;
    use super::{FORMAT, OFFERS, OPTIONS};

    #[test]
    fn the_prompt_is_one_that_clap_takes() {
        prompt().debug_assert();
    }

    #[test]
    fn every_command_has_a_row_and_every_row_a_command() {
        let prompt = prompt();
        let commands: BTreeSet<&str> =
            prompt.get_subcommands().map(clap::Command::get_name).chain([""]).collect();
        let rows: BTreeSet<&str> = OFFERS.iter().map(|offer| offer.command).collect();
        assert_eq!(commands, rows);
        assert_eq!(rows.len(), OFFERS.len());
    }

    #[test]
    fn every_command_has_examples_that_fit_a_terminal() {
        for offer in OFFERS {
            let examples = super::examples::of(offer.command);
            let beyond = examples.lines().find(|line| line.chars().count() > 80);
            assert_eq!((examples.is_empty(), beyond), (false, None), "{}", offer.command);
        }
    }

    #[test]
    fn what_a_row_names_is_a_common_option() {
        let prompt = prompt();
        let common: BTreeSet<&str> = prompt
            .get_arguments()
            .filter(|option| option.is_global_set())
            .map(|option| option.get_id().as_str())
            .collect();
        let named = OPTIONS.iter().chain(OFFERS.iter().flat_map(|offer| offer.options)).chain([&FORMAT]);
        named.for_each(|id| assert!(common.contains(id), "{id}"));
    }

    #[test]
    fn words_and_endings_pick_one_format_each() {
        for offer in OFFERS {
            let formats = (offer.formats)();
            let picked = |of: fn(super::Format) -> Option<&'static str>| {
                let all: Vec<&str> = formats.iter().copied().filter_map(of).collect();
                let set: BTreeSet<&str> = all.iter().copied().collect();
                assert_eq!(all.len(), set.len(), "{}: {all:?}", offer.command);
            };
            picked(super::Format::word);
            picked(super::Format::ending);
        }
    }
}
