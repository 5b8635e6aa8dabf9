//! `new --id ID`: a commented skeleton of a record, without faults.

use std::process::ExitCode;
use std::str::FromStr;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use reservations::edit::{self, Skeleton};
use reservations::model::{Delegation, Label, Outcome, ResolutionId};
use reservations::store::Store;
use reservations::vocabulary::Way;

use super::global::day;
use super::{Asked, Done, Failure, output};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The id of the resolution: lower-case letters, digits, "." and "-"
    #[arg(long, value_name = "ID")]
    id: ResolutionId,
    /// Its symbol as published, such as A/RES/78/167
    #[arg(long, value_name = "SYMBOL")]
    symbol: Option<String>,
    /// The day of its adoption
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    adopted: Option<NaiveDate>,
    /// The day on which it was put to a vote and not adopted
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, conflicts_with = "adopted")]
    rejected: Option<NaiveDate>,
    /// How it was adopted
    #[arg(long, value_name = "WAY", value_parser = PossibleValuesParser::new(Way::WORDS).try_map(|word| word.parse::<Way>()))]
    by: Option<Way>,
    /// How many preambular paragraphs it has
    #[arg(long, value_name = "COUNT")]
    preambular: Option<u32>,
    /// How many operative paragraphs it has
    #[arg(long, value_name = "COUNT")]
    operative: Option<u32>,
    /// Its title, in the language of --lang
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// The body that adopted it, in that language
    #[arg(long, value_name = "WORDS")]
    body: Option<String>,
    /// The meeting of the body, in that language
    #[arg(long, value_name = "WORDS")]
    meeting: Option<String>,
    /// Where the body met, in that language
    #[arg(long, value_name = "WORDS")]
    place: Option<String>,
    /// A delegation's name in that language; may be repeated. `add` writes names by itself
    #[arg(long, value_name = "CODE=NAME", value_parser = keyed::<Delegation>)]
    delegation: Vec<(Delegation, String)>,
    /// What a paragraph is about, in a few words of your own; may be repeated
    #[arg(long, value_name = "LABEL=WORDS", value_parser = keyed::<Label>)]
    subject: Vec<(Label, String)>,
    /// The text of a paragraph; may be repeated
    #[arg(long, value_name = "LABEL=TEXT", value_parser = keyed::<Label>)]
    paragraph: Vec<(Label, String)>,
}

/// `KEY=WORDS`.
fn keyed<K: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<(K, String), String> {
    let (key, words) = text.split_once('=').ok_or("write it with = between the two, as in OP3=Tides")?;
    Ok((key.parse().map_err(|error| format!("\"{key}\": {error}"))?, words.to_owned()))
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let skeleton = Skeleton {
            id: self.id.clone(),
            symbol: self.symbol.clone(),
            outcome: self.adopted.map(Outcome::Adopted).or(self.rejected.map(Outcome::Rejected)),
            by: self.by,
            preambular: self.preambular,
            operative: self.operative,
            language: asked.language.clone(),
            title: self.title.clone(),
            body: self.body.clone(),
            meeting: self.meeting.clone(),
            place: self.place.clone(),
            delegations: self.delegation.clone(),
            subjects: self.subject.clone(),
            paragraphs: self.paragraph.clone(),
        };
        let text = edit::new(&skeleton).map_err(Failure::Refused)?;
        let Some(path) = &asked.output else { return output::write(asked, text.as_bytes()) };
        // A skeleton never takes the place of a record.
        let store = Store::default();
        store.lock(path)?.create(text.as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }
}
