//! Prepares the embedded register: checks `reservations.toml` as the program would, and writes its raw record in a form
//! that is read faster than TOML. A record with a fault stops the build.
#![allow(dead_code, missing_docs, unused_imports, clippy::print_stderr, clippy::print_stdout)]

// The rooms from text to record, compiled once more for the build: there is one reader and one set of rules.
#[path = "src"]
mod rooms {
    pub mod check;
    pub mod fold;
    pub mod language;
    pub mod model;
    pub mod names;
    pub mod problem;
    pub mod record;
    pub mod reference;
    pub mod vocabulary;
}

use rooms::{check, fold, language, model, names, problem, record, reference, vocabulary};
use std::path::Path;
use std::process::ExitCode;

const RECORD: &str = "reservations.toml";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={RECORD}");
    println!("cargo::rerun-if-changed=src");
    link();
    match prepare() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Lets the program start sooner, on Linux with glibc: without addresses to be rewritten at each start, and without a
/// second shared library for unwinding, which ends with the process here anyway.
fn link() {
    let target = |key: &str| std::env::var(format!("CARGO_CFG_TARGET_{key}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
}

fn prepare() -> Result<(), Box<dyn std::error::Error>> {
    let source = problem::SourceText::new(RECORD, std::fs::read_to_string(RECORD)?);
    let checked = check::check(&source);
    if let Some(fault) = checked.problems.iter().find(|problem| problem.is_error()) {
        let (line, column) = fault.place();
        return Err(format!("{RECORD}:{line}:{column}: {}: {}", fault.code.name, fault.message).into());
    }
    let record = record::read(&source).record;
    let folder = std::env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    std::fs::write(Path::new(&folder).join("embedded.bin"), record::pack(&record)?)?;
    Ok(())
}
