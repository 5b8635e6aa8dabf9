//! Problems as SARIF 2.1.0, which code scanning and editors read.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::fold::visible;
use crate::problem::{Code, Problem, Severity};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A SARIF log with one run: `codes` are its rules, whether or not there is a problem of each, and every problem is a
/// result. `version` is that of this program.
///
/// Files are relative URIs where the user named them by relative paths; columns count characters.
pub fn sarif(problems: &[Problem], version: &str, codes: &[&Code]) -> String {
    let mut rules: Vec<&Code> = codes.to_vec();
    let known: std::collections::BTreeSet<&str> = codes.iter().map(|code| code.name).collect();
    rules.extend(problems.iter().map(|problem| problem.code).filter(|code| !known.contains(code.name)));
    rules.sort_by_key(|code| code.name);
    rules.dedup_by_key(|code| code.name);
    let results: Vec<Value> = problems.iter().map(|problem| result(problem, &rules)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "reservations",
                "semanticVersion": version,
                "rules": rules.into_iter().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.name,
        "shortDescription": { "text": code.cause },
        "help": { "text": code.remedy },
        "defaultConfiguration": { "level": level(code) },
    })
}

fn level(code: &Code) -> &'static str {
    match code.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn result(problem: &Problem, rules: &[&Code]) -> Value {
    let (line, column) = problem.place();
    let (end_line, end_column) = problem.source().place(problem.span().end);
    let mut text = visible(&problem.message).into_owned();
    if !problem.help.is_empty() {
        let _ = write!(text, "\n{}", visible(&problem.help));
    }
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(problem.file()) },
        "region": {
            "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        },
    }});
    if let Some(place) = problem.found_at() {
        location["logicalLocations"] = json!([{ "name": place }]);
    }
    json!({
        "ruleId": problem.code.name,
        "ruleIndex": rules.binary_search_by_key(&problem.code.name, |code| code.name).ok(),
        "level": level(problem.code),
        "message": { "text": text },
        "locations": [location],
    })
}

/// The path as a URI reference: separators kept, all but the unreserved characters percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = if path.starts_with('/') { String::from("file://") } else { String::new() };
    let path = if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path.to_owned() };
    for byte in path.trim_start_matches("./").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::SourceText;

    static WRONG: Code = Code::error("wrong", "It is wrong.", "Mend it.");
    static ODD: Code = Code::warning("odd", "It is odd.", "Look.");

    #[test]
    fn a_log_has_rules_and_placed_results() {
        let source = SourceText::new("./a folder/مسح.toml", "ب = \"ت\"\n");
        let problem = Problem::new(&WRONG, &source, 5..9, "here\u{202e}", "there");
        let log: Value = serde_json::from_str(&sarif(&[problem], "1.2.3", &[&WRONG, &ODD])).unwrap();
        let run = &log["runs"][0];
        assert_eq!(log["version"], "2.1.0");
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "odd");
        assert_eq!(run["tool"]["driver"]["rules"][1]["help"]["text"], "Mend it.");
        let result = &run["results"][0];
        assert_eq!(result["ruleIndex"], 1);
        assert_eq!(result["message"]["text"], "here\\u{202e}\nthere");
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], "a%20folder/%D9%85%D8%B3%D8%AD.toml");
        assert_eq!(
            location["region"],
            json!({ "startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8 })
        );
    }

    #[test]
    fn a_rule_nobody_listed_is_added_and_an_empty_log_has_results() {
        let source = SourceText::new("/tmp/a:b.toml", "x");
        let problem = Problem::new(&ODD, &source, 0..1, "m", "");
        let log: Value = serde_json::from_str(&sarif(&[problem], "1", &[])).unwrap();
        assert_eq!(log["runs"][0]["results"][0]["ruleIndex"], 0);
        let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], "file:///tmp/a%3Ab.toml");
        let empty: Value = serde_json::from_str(&sarif(&[], "1", &[])).unwrap();
        assert_eq!(empty["runs"][0]["results"], json!([]));
    }
}
