//! `diff OLD NEW`: what changed between two records or corpora.

use std::path::PathBuf;

use reservations::corpus::Needle;
use reservations::diff;
use reservations::problem::Problem;
use reservations::report;

use super::{Ask, Done, Failure, Global, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A record, or a directory of them, as it was
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The same as it is
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

impl Ask for Arguments {
    fn run(&self, global: &Global) -> Done {
        run(global, self)
    }
}

fn run(global: &Global, arguments: &Arguments) -> Done {
    global.without("diff", &["--file", "--as-of", "--withdrawn"])?;
    output::format(global, &[])?;
    output::keep(global, &[arguments.old.clone(), arguments.new.clone()], "a record")?;
    let mut registers = Vec::new();
    let mut faults = Vec::new();
    for path in [&arguments.old, &arguments.new] {
        let (register, problems) = register::read(std::slice::from_ref(path), &Needle::Any)?;
        faults.extend(problems.into_iter().filter(Problem::is_error));
        registers.push(register);
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let changes = match registers.as_slice() {
        [old, new] => {
            let only =
                diff::Only { resolutions: global.resolutions(&[old, new])?, kinds: global.kind.clone() };
            diff::diff_only(old, new, &only)
        }
        _ => Vec::new(),
    };
    output::table(global, &report::changes(&changes, &global.language()?))
}
