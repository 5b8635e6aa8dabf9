//! `page`: one self-contained web page, or a folder of them.

use std::path::Path;
use std::process::ExitCode;

use reservations::corpus::Needle;
use reservations::model::Register;
use reservations::publish::{self, LARGEST_PAGE};
use reservations::report::Filter;
use reservations::store::Store;

use super::{Asked, Done, Failure, output, register};

pub(crate) fn run(asked: &Asked) -> Done {
    let register = register::load(asked, &Needle::Any)?;
    let filter = asked.filter(&register)?;
    if let Some(folder) = asked.output.as_deref().filter(|path| is_folder(path)) {
        return write(folder, &register, &filter);
    }
    let count = filter.resolutions(&register).count();
    if count > LARGEST_PAGE {
        let message =
            format!("{count} resolutions are too many for one page; name a folder for them with -o DIR");
        return Err(Failure::Cannot(message));
    }
    let page = publish::page(&register, &filter).map_err(|error| Failure::Cannot(error.to_string()))?;
    output::write(asked, page.as_bytes())
}

/// A folder is one that is there, or a name without an ending.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.extension().is_none() && !path.exists()
}

/// A page for each resolution, then the index: while that is missing or old, nothing leads to a half of them.
fn write(folder: &Path, register: &Register, filter: &Filter) -> Done {
    let store = Store::default();
    for page in publish::pages(register, filter) {
        let (path, page) = page.map_err(|error| Failure::Cannot(error.to_string()))?;
        let path = folder.join(path);
        if let Some(above) = path.parent() {
            store.make_folder(above)?;
        }
        store.write(&path, page.as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}
