use std::collections::BTreeSet;

use regex_lite::Regex;
use serde_json::json;

use super::*;
use crate::check;
use crate::model::Label;
use crate::problem::SourceText;

const OWN: &str = include_str!("../../reservations.toml");

fn root() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

/// The schema that a reference leads to, alone or as the only one of `allOf`.
fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let inner = schema["allOf"].as_array().and_then(|all| all.first()).unwrap_or(schema);
    match inner["$ref"].as_str() {
        Some(path) => root.pointer(path.strip_prefix('#').unwrap()).unwrap(),
        None => inner,
    }
}

/// What is wrong with a value, as far as the schema's own keywords go.
fn validate(root: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    let schema = resolve(root, schema);
    let kind = match value {
        Value::Object(_) => "object",
        Value::Array(_) => "array",
        Value::String(_) => "string",
        Value::Bool(_) => "boolean",
        _ => "integer",
    };
    if schema["type"] != kind {
        wrong.push(format!("{at}: {kind} instead of {}", schema["type"]));
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value))
        || schema.get("const").is_some_and(|only| only != value)
    {
        wrong.push(format!("{at}: {value} is none of the words"));
    }
    let matches = |pattern: &str, text: &str| Regex::new(pattern).unwrap().is_match(text);
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str())
        && !matches(pattern, text)
    {
        wrong.push(format!("{at}: {text} does not match"));
    }
    for item in value.as_array().into_iter().flatten() {
        validate(root, &schema["items"], item, at, wrong);
    }
    if let Some(object) = value.as_object() {
        entries(root, schema, object, at, wrong);
    }
}

fn entries(root: &Value, schema: &Value, object: &Map<String, Value>, at: &str, wrong: &mut Vec<String>) {
    for (key, inner) in object {
        let patterns = schema["patternProperties"].as_object();
        let by_pattern = patterns
            .and_then(|all| all.iter().find(|(pattern, _)| Regex::new(pattern).unwrap().is_match(key)));
        match schema["properties"].get(key).or(by_pattern.map(|(_, found)| found)) {
            Some(found) => validate(root, found, inner, &format!("{at}.{key}"), wrong),
            None => wrong.push(format!("{at}: unknown key {key}")),
        }
    }
    let has = |list: &Value| {
        list.as_array().into_iter().flatten().all(|key| object.contains_key(key.as_str().unwrap()))
    };
    let ways = |key: &str| {
        schema[key].as_array().map(|ways| ways.iter().filter(|way| has(&way["required"])).count())
    };
    if !has(&schema["required"])
        || ways("oneOf").is_some_and(|n| n != 1)
        || ways("anyOf").is_some_and(|n| n == 0)
    {
        wrong.push(format!("{at}: something is missing, or too much"));
    }
}

fn json_of(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(json_of).collect(),
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), json_of(value))).collect(),
    }
}

fn faults(text: &str) -> Vec<String> {
    let (root, mut wrong) = (root(), Vec::new());
    let table: toml::Table = toml::from_str(text).unwrap();
    validate(&root, &root, &json_of(&toml::Value::Table(table)), "", &mut wrong);
    wrong
}

#[test]
fn the_own_record_is_valid() {
    assert_eq!(faults(OWN), Vec::<String>::new());
    let vote = "\n[[vote]]\non = [\"II/OP3(a)\"]\nin-favour = 1\nvoted-in-favour = [\"african-group\"]\nlists = \"incomplete\"\n[units]\nRULE = \"rule\"\n[[part]]\nid = \"II\"\n";
    assert_eq!(faults(&format!("{OWN}{vote}")), Vec::<String>::new());
}

#[test]
fn what_is_wrong_is_seen() {
    for (old, new) in [
        ("format = 1", "format = 2"),
        ("format = 1", ""),
        ("id = \"ipu-145-migration\"", "id = \"IPU\""),
        ("adopted = 2022-10-15", "adoptd = 2022-10-15"),
        ("by = \"consensus\"", "by = \"silence\""),
        ("preambular = 24", "preambular = \"24\""),
        ("on = [\"OP3\"]", "on = [\"op3\"]"),
        ("on = [\"OP3\"]", ""),
        ("on = [\"OP3\"]", "on = [\"OP3\"]\nscope = \"entire\""),
        ("kind = \"opposition\"", "kind = \"against\""),
        ("delegation = \"CZ\"", "delegation = \"cz-\""),
        ("source = \"published\"", ""),
        ("phrase.ar", "phrase.1"),
    ] {
        assert!(OWN.contains(old), "{old}");
        assert_eq!(
            faults(&OWN.replacen(old, new, 1)).len(),
            1,
            "{new}: {:?}",
            faults(&OWN.replacen(old, new, 1))
        );
    }
    assert_eq!(faults(&format!("{OWN}\n[[vote]]\nlists = \"incomplete\"\n")).len(), 1);
}

/// The keys that reading a record finds legal, from the help of the fault that names them.
fn legal(text: &str) -> BTreeSet<String> {
    let problems = check::check(&SourceText::new("r.toml", text)).problems;
    let unknown = problems.iter().find(|problem| problem.code.name == "unknown-key").unwrap();
    let (_, keys) = unknown.help.split_once("legal here: ").unwrap();
    keys.split(", ").map(str::to_owned).collect()
}

#[test]
fn the_keys_are_those_of_the_format() {
    let root = root();
    let of =
        |schema: &Value| schema["properties"].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(of(&root), legal("zzzzzzzz = 1\nformat = 1\n[resolution]\nid = \"r\"\n"));
    for (header, definition) in [
        ("[resolution]", "Resolution"),
        ("[[source]]", "Source"),
        ("[[part]]", "Part"),
        ("[language.en]", "LanguageBlock"),
        ("[[position]]", "Position"),
        ("[[vote]]", "Vote"),
    ] {
        let known = of(&root["definitions"][definition]);
        assert_eq!(known, legal(&format!("format = 1\n{header}\nzzzzzzzz = 1\n")), "{header}");
    }
}

#[test]
fn everything_says_what_it_means() {
    let root = root();
    assert_eq!(root["$schema"], "http://json-schema.org/draft-07/schema#");
    let definitions = root["definitions"].as_object().unwrap();
    for (name, schema) in definitions.iter().chain([(&"root".to_owned(), &root)]) {
        assert!(schema["title"].is_string() && schema["description"].is_string(), "{name}");
        let properties = schema["properties"].as_object();
        assert!(properties.is_none() || schema["additionalProperties"] == false, "{name}");
        for (key, property) in properties.into_iter().flatten() {
            let target = resolve(&root, property);
            let says = |word: &str| property[word].is_string() || target[word].is_string();
            assert!(says("title") && says("description"), "{name}.{key}");
        }
    }
    assert!(!schema().contains("null"));
    for example in root["definitions"]["Label"]["examples"].as_array().unwrap() {
        assert!(example.as_str().unwrap().parse::<Label>().is_ok(), "{example}");
    }
}
