//! `add NAME --on REF…`: writes a position into the file.

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use reservations::edit::{self, NewPosition, Scope};
use reservations::model::{SourceId, Status};

use super::edits::{Worded, choose, kind, scopes, texts, worded};
use super::global::day;
use super::targets::targets;
use super::{Asked, Done, complete, names};

#[derive(clap::Args)]
#[command(override_usage = "reservations add [OPTIONS] <NAME> <--on <REF>...|--scope <SCOPE>>")]
pub(crate) struct Arguments {
    /// Whose position it is; --kind says which kind [default: reservation]
    #[arg(value_name = "NAME", required = true, num_args = 1.., add = complete::names())]
    name: Vec<String>,
    /// A paragraph that it is on; may be repeated. Where parts have one of that number too, /OP3 is the one in no part
    #[arg(long, value_name = "REF", add = complete::references(), required_unless_present = "scope", conflicts_with = "scope")]
    on: Vec<String>,
    /// Where no paragraph is named: the entire text, or an unknown part of it
    #[arg(long, value_parser = scopes())]
    scope: Option<Scope>,
    /// The words in the paragraphs that it is about, as en=labour mobility, or without the language in that of --lang; may
    /// be repeated
    #[arg(long, value_name = "LANG=WORDS", value_parser = worded)]
    phrase: Vec<Worded>,
    /// The list of paragraphs is not complete
    #[arg(long)]
    open: bool,
    /// It is conditional, or deferred to later
    #[arg(long, value_parser = PossibleValuesParser::new(Status::WORDS).try_map(|word| word.parse::<Status>()))]
    status: Option<Status>,
    /// The source that has it [default: the only one]
    #[arg(long, value_name = "ID", add = complete::sources())]
    source: Option<SourceId>,
    /// Where in the source it stands
    #[arg(long, value_name = "WORDS")]
    locator: Option<String>,
    /// When it was made
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    made: Option<NaiveDate>,
    /// When it was withdrawn
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    withdrawn_on: Option<NaiveDate>,
    /// For whom else it speaks; several may be joined by commas
    #[arg(long, value_name = "NAME", add = complete::names())]
    on_behalf_of: Vec<String>,
    /// Of an objection: whose position it is about
    #[arg(long, value_name = "NAME", add = complete::names())]
    regarding: Option<String>,
    /// A remark; may be repeated
    #[arg(long, value_name = "LANG=WORDS", value_parser = worded)]
    note: Vec<Worded>,
    /// The delegation's name, where the record has none yet [default: the standard name]; may be repeated
    #[arg(long = "name", value_name = "LANG=NAME", value_parser = worded)]
    names: Vec<Worded>,
    /// Print the change and leave the file as it is
    #[arg(long)]
    dry_run: bool,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let kind = kind(asked)?;
        let chosen = choose(asked)?;
        let mut new = NewPosition::new(chosen.delegation(&self.name.join(" "))?);
        new.kind = kind.unwrap_or(new.kind);
        let targets = targets(&self.on, &chosen.resolution)?;
        new.on = targets.labels;
        new.scope = self.scope;
        new.open = self.open;
        new.phrase = texts(asked, &self.phrase, "--phrase")?;
        new.status = self.status;
        new.made = self.made;
        new.withdrawn = self.withdrawn_on;
        new.on_behalf_of = names::each(&self.on_behalf_of, |name| chosen.delegation(name))?;
        new.regarding = self.regarding.as_deref().map(|name| chosen.delegation(name)).transpose()?;
        new.note = texts(asked, &self.note, "--note")?;
        new.source = self.source.clone();
        new.locator = self.locator.clone();
        new.names = texts(asked, &self.names, "--name")?;
        chosen.edit(asked, self.dry_run, &targets.notes, |source, resolution| {
            edit::add(source, resolution, &new)
        })
    }
}
