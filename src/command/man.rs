//! `man [COMMAND]`: the manual, a page for the program and one for each command.

use std::process::ExitCode;

use clap_mangen::Man;
use reservations::store::Store;

use super::{Asked, Done, Failure, output, prompt};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The command whose page it is [default: the program's own]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let mut prompt = prompt().disable_help_subcommand(true);
        prompt.build();
        if let Some(name) = &self.command {
            let found = prompt.find_subcommand(name);
            let names = || prompt.get_subcommands().map(clap::Command::get_name);
            let near = reservations::record::nearest(name, names());
            let hint = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            let command = found.ok_or_else(|| Failure::Cannot(format!("no command \"{name}\"{hint}")))?;
            return output::write(asked, &page(command)?.1);
        }
        match asked.output.as_ref().filter(|path| path.is_dir() || path.extension().is_none()) {
            None => output::write(asked, &page(&prompt)?.1),
            Some(folder) => {
                let store = Store::default();
                store.make_folder(folder)?;
                for command in std::iter::once(&prompt).chain(prompt.get_subcommands()) {
                    let (name, text) = page(command)?;
                    store.write(&folder.join(name), &text)?;
                }
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

/// The name of a page's file, and its text for `man`.
fn page(command: &clap::Command) -> Result<(String, Vec<u8>), Failure> {
    let man = Man::new(command.clone()).manual("reservations");
    let mut text = Vec::new();
    man.render(&mut text).map_err(|error| Failure::Cannot(error.to_string()))?;
    Ok((man.get_filename(), text))
}
