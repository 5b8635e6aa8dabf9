//! `add NAME --on REF…`: writes a position into the file.

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use reservations::edit::{self, NewPosition, Scope};
use reservations::language::Language;
use reservations::model::{SourceId, Status};

use super::edits::{choose, kind, scopes, texts, worded};
use super::global::day;
use super::{Ask, Done, Failure, Global};

#[derive(clap::Args)]
#[command(override_usage = "reservations add [OPTIONS] <NAME> <--on <REF>...|--scope <SCOPE>>")]
pub(crate) struct Arguments {
    /// Whose position it is; --kind says which kind [default: reservation]
    #[arg(value_name = "NAME")]
    name: String,
    /// A paragraph that it is on; may be repeated. Where parts have one of that number too, /OP3 is the one in no part
    #[arg(long, value_name = "REF", required_unless_present = "scope", conflicts_with = "scope")]
    on: Vec<String>,
    /// Where no paragraph is named: the entire text, or an unknown part of it
    #[arg(long, value_parser = scopes())]
    scope: Option<Scope>,
    /// The words in the paragraphs that it is about, as en=labour mobility; may be repeated
    #[arg(long, value_name = "LANG=WORDS", value_parser = worded)]
    phrase: Vec<(Language, String)>,
    /// The list of paragraphs is not complete
    #[arg(long)]
    open: bool,
    /// It is conditional, or deferred to later
    #[arg(long, value_parser = PossibleValuesParser::new(Status::WORDS).try_map(|word| word.parse::<Status>()))]
    status: Option<Status>,
    /// The source that has it [default: the only one]
    #[arg(long, value_name = "ID")]
    source: Option<SourceId>,
    /// Where in the source it stands
    #[arg(long, value_name = "WORDS")]
    locator: Option<String>,
    /// When it was made
    #[arg(long, value_name = "DATE", value_parser = day)]
    made: Option<NaiveDate>,
    /// When it was withdrawn
    #[arg(long, value_name = "DATE", value_parser = day)]
    withdrawn_on: Option<NaiveDate>,
    /// For whom else it speaks; may be repeated
    #[arg(long, value_name = "NAME")]
    on_behalf_of: Vec<String>,
    /// Of an objection: whose position it is about
    #[arg(long, value_name = "NAME")]
    regarding: Option<String>,
    /// A remark; may be repeated
    #[arg(long, value_name = "LANG=WORDS", value_parser = worded)]
    note: Vec<(Language, String)>,
    /// The delegation's name, where the record has none yet [default: the standard name]; may be repeated
    #[arg(long = "name", value_name = "LANG=NAME", value_parser = worded)]
    names: Vec<(Language, String)>,
    /// Print the change and leave the file as it is
    #[arg(long)]
    dry_run: bool,
}

impl Ask for Arguments {
    fn run(&self, global: &Global) -> Done {
        run(global, self)
    }
}

fn run(global: &Global, arguments: &Arguments) -> Done {
    if global.withdrawn {
        return Err(Failure::Cannot(
            "add has no --withdrawn; a day of withdrawal is --withdrawn-on DATE".into(),
        ));
    }
    global.without("add", &["--as-of"])?;
    let kind = kind(global)?;
    let chosen = choose(global)?;
    let mut new = NewPosition::new(chosen.delegation(&arguments.name)?);
    new.kind = kind.unwrap_or(new.kind);
    new.on = chosen.labels(&arguments.on)?;
    new.scope = arguments.scope;
    new.open = arguments.open;
    new.phrase = texts(&arguments.phrase, "--phrase")?;
    new.status = arguments.status;
    new.made = arguments.made;
    new.withdrawn = arguments.withdrawn_on;
    let behalf = arguments.on_behalf_of.iter().map(|name| chosen.delegation(name));
    new.on_behalf_of = behalf.collect::<Result<_, _>>()?;
    new.regarding = arguments.regarding.as_deref().map(|name| chosen.delegation(name)).transpose()?;
    new.note = texts(&arguments.note, "--note")?;
    new.source = arguments.source.clone();
    new.locator = arguments.locator.clone();
    new.names = texts(&arguments.names, "--name")?;
    chosen.edit(global, arguments.dry_run, |source, resolution| edit::add(source, resolution, &new))
}
