//! Where an answer goes: stdout or a file, in which format.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use reservations::export::{Format, Screen, export};
use reservations::store::{Store, shown};
use reservations::table::Table;

use super::{Done, Failure, Global, register};

/// A format of tables, or one that only some commands have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chosen {
    Table(Format),
    Own(&'static str),
}

/// The format asked for by name, else by the ending of the file, else a table.
pub(crate) fn format(global: &Global, own: &[&'static str]) -> Result<Chosen, Failure> {
    let legal = || {
        Format::ALL
            .iter()
            .map(|format| format.as_str())
            .chain(own.iter().copied())
            .collect::<Vec<_>>()
            .join(", ")
    };
    if let Some(word) = &global.format {
        let own = own.iter().find(|known| **known == word).map(|known| Chosen::Own(known));
        let found = own.or_else(|| word.parse().ok().map(Chosen::Table));
        return found
            .ok_or_else(|| Failure::Cannot(format!("no format \"{word}\" here; legal are {}", legal())));
    }
    let Some(path) = &global.output else { return Ok(Chosen::Table(Format::Table)) };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let own = own.iter().find(|known| **known == ending).map(|known| Chosen::Own(known));
    own.or_else(|| Format::of_ending(&ending).map(Chosen::Table)).ok_or_else(|| {
        let endings: Vec<String> = Format::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
        let name = path.display();
        Failure::Cannot(format!(
            "the ending of {name} picks no format; use --format, or one of {}",
            endings.join(" ")
        ))
    })
}

/// Writes a table where it is to go.
pub(crate) fn table(global: &Global, table: &Table) -> Done {
    match format(global, &[])? {
        Chosen::Table(format) => table_as(global, table, format),
        Chosen::Own(_) => Ok(ExitCode::SUCCESS),
    }
}

/// Writes a table in a format where it is to go.
pub(crate) fn table_as(global: &Global, table: &Table, format: Format) -> Done {
    let bytes = export(table, format, screen(global)).map_err(|error| Failure::Cannot(error.to_string()))?;
    write(global, &bytes)
}

/// Writes bytes where they are to go. A reader that has gone away is no error.
pub(crate) fn write(global: &Global, bytes: &[u8]) -> Done {
    if let Some(path) = &global.output {
        keep_record(global, path)?;
        Store::default().write(path, bytes)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Cannot(format!("cannot write the answer: {error}")))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Refuses an answer in the place of the record that it comes from, or of one of the corpus: it would be gone.
fn keep_record(global: &Global, path: &Path) -> Result<(), Failure> {
    match register::path(global) {
        Some(asked) if Store::default().stands_for(&asked, path) => Err(replaced(path, "a record")),
        _ => Ok(()),
    }
}

/// Refuses an answer in the place of one of the files or folders that a command names.
pub(crate) fn keep(global: &Global, named: &[PathBuf], what: &str) -> Result<(), Failure> {
    let Some(path) = &global.output else { return Ok(()) };
    let is_one = named.iter().any(|asked| Store::default().stands_for(asked, path));
    if is_one { Err(replaced(path, what)) } else { Ok(()) }
}

fn replaced(path: &Path, what: &str) -> Failure {
    let name = shown(path);
    Failure::Cannot(format!("{name} is {what} that the answer comes from; name another file for the answer"))
}

/// What the answer is seen on: a terminal has a width, a pipe and a file have none.
pub(crate) fn screen(global: &Global) -> Screen {
    let stdout = std::io::stdout();
    let terminal = global.output.is_none() && stdout.is_terminal();
    let told = || columns(&std::env::var("COLUMNS").ok()?);
    let width = || terminal_size::terminal_size_of(&stdout).map(|(width, _)| usize::from(width.0));
    let width = if terminal { width().filter(|width| *width > 0).or_else(told) } else { None };
    Screen { width }
}

/// The width that `$COLUMNS` tells; one of none is not known.
fn columns(told: &str) -> Option<usize> {
    told.trim().parse().ok().filter(|columns| *columns > 0)
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn a_width_of_none_is_not_known() {
        assert_eq!(columns("80"), Some(80));
        assert_eq!(columns("1"), Some(1));
        assert_eq!((columns("0"), columns(""), columns("wide"), columns("-1")), (None, None, None, None));
    }
}
