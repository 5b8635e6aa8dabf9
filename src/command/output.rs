//! Where an answer goes: stdout or a file.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use reservations::export::{self, export};
use reservations::store::{Store, shown};
use reservations::table::Table;

use super::format::Format;
use super::{Asked, Done, Failure, input};

/// Writes a table where it is to go, with the columns that are asked for.
pub(crate) fn table(asked: &Asked, table: Table) -> Done {
    let Format::Table(format) = asked.format else {
        return Err(Failure::Cannot("a table is not written in that format".into()));
    };
    write(asked, &exported(asked, table, format)?)
}

/// Writes a table to standard output, whatever the output is that is asked for: records go there.
pub(crate) fn report(asked: &Asked, table: Table) -> Done {
    let format = match asked.format {
        Format::Table(format) => format,
        _ => export::Format::Table,
    };
    print(&exported(asked, table, format)?)
}

fn exported(asked: &Asked, mut table: Table, format: export::Format) -> Result<Vec<u8>, Failure> {
    if !asked.columns.is_empty() {
        table.select(&asked.columns).map_err(|unknown| Failure::Cannot(unknown.to_string()))?;
    } else if asked.wide {
        table.widen();
    }
    export(&table, format, asked.screen).map_err(|error| Failure::Cannot(error.to_string()))
}

/// Writes bytes where they are to go. A reader that has gone away is no error.
pub(crate) fn write(asked: &Asked, bytes: &[u8]) -> Done {
    if let Some(path) = &asked.output {
        keep(asked, asked.file.as_slice(), "a record")?;
        Store::default().write(path, bytes)?;
        return Ok(ExitCode::SUCCESS);
    }
    print(bytes)
}

fn print(bytes: &[u8]) -> Done {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Cannot(format!("cannot write the answer: {error}")))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Refuses an answer in the place of one of the files or folders that it comes from: it would be gone.
pub(crate) fn keep(asked: &Asked, named: &[PathBuf], what: &str) -> Result<(), Failure> {
    let Some(output) = &asked.output else { return Ok(()) };
    let is_one = |path: &Path| match input::is_standard(path) {
        true => input::is_from(output),
        false => Store::default().stands_for(path, output),
    };
    if named.iter().any(|path| is_one(path)) {
        let name = shown(output);
        let message =
            format!("{name} is {what} that the answer comes from; name another file for the answer");
        return Err(Failure::Cannot(message));
    }
    Ok(())
}
