//! Flow is one-way: a module of the library imports only what stands before it in `lib.rs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

use std::fs;
use std::path::{Path, PathBuf};

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn modules() -> Vec<String> {
    let lib = fs::read_to_string(source().join("lib.rs")).unwrap();
    let name = |line: &str| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned);
    lib.lines().filter_map(name).collect()
}

fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        fs::read_dir(path).unwrap().for_each(|entry| files(&entry.unwrap().path(), found));
    } else if path.extension().is_some_and(|ending| ending == "rs") {
        found.push(path.to_owned());
    }
}

/// The modules that code names by `crate::`, outside tests and comments.
fn imports(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let after: Vec<String> =
        lines.flat_map(|line| line.split("crate::").skip(1).map(str::to_owned).collect::<Vec<_>>()).collect();
    let name =
        |rest: &String| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    after.iter().map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn a_module_imports_only_what_stands_before_it() {
    let modules = modules();
    assert!(modules.len() > 10, "{modules:?}");
    let mut checked = 0;
    for (at, module) in modules.iter().enumerate() {
        let mut own = Vec::new();
        files(&source().join(format!("{module}.rs")), &mut own);
        if source().join(module).is_dir() {
            files(&source().join(module), &mut own);
        }
        assert!(!own.is_empty(), "{module} has no file");
        for file in own {
            for import in imports(&fs::read_to_string(&file).unwrap()) {
                checked += 1;
                let before = modules[..=at].contains(&import);
                assert!(
                    before,
                    "{} imports `{import}`, which does not stand before `{module}`",
                    file.display()
                );
            }
        }
    }
    assert!(checked > 50, "only {checked} imports found");
}

#[test]
fn the_library_does_not_know_the_disk_outside_the_store() {
    let mut all = Vec::new();
    files(&source(), &mut all);
    for file in all {
        let relative = file.strip_prefix(source()).unwrap();
        let own = ["store", "store.rs", "command", "command.rs", "main.rs"];
        let allowed = relative
            .components()
            .next()
            .is_some_and(|first| own.iter().any(|name| first.as_os_str() == *name));
        let code = fs::read_to_string(&file).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        assert!(allowed || !code.contains("std::fs"), "{} touches the disk", file.display());
    }
}

#[test]
fn nothing_is_a_drawer() {
    for name in ["util", "utils", "common", "helpers", "helper", "misc"] {
        assert!(!modules().contains(&name.to_owned()), "{name}");
    }
}
