//! Names of delegations, put into each language that lacks them.

use super::layout::Node;
use super::splice::{Splices, lead, quoted};
use super::{NewPosition, Refused};
use crate::language::Language;
use crate::model::{Delegation, Resolution};
use crate::names;

/// The names that are to be put in, and what was said about them.
pub(super) struct Names {
    /// For each language the codes and names.
    pub new: Vec<(Language, Vec<(Delegation, String)>)>,
    /// Which were standard names, a line each.
    pub notes: Vec<String>,
    /// Those that nobody gave and that have no standard name.
    pub missing: Vec<(Language, Delegation)>,
}

/// Finds what names the position needs.
///
/// # Errors
/// Where a name is given for a language that the record does not have, or against the one that it has.
pub(super) fn names(resolution: &Resolution, position: &NewPosition) -> Result<Names, Refused> {
    let mut names = Names { new: Vec::new(), notes: Vec::new(), missing: Vec::new() };
    given(resolution, position)?;
    let mut who = vec![&position.delegation];
    who.extend(
        position.on_behalf_of.iter().chain(&position.regarding).filter(|w| **w != position.delegation),
    );
    for (language, block) in &resolution.languages {
        let mut new: Vec<(Delegation, String)> = Vec::new();
        for delegation in &who {
            if block.delegations.contains_key(*delegation)
                || new.iter().any(|(known, _)| known == *delegation)
            {
                continue;
            }
            let own = position.names.get(language).filter(|_| **delegation == position.delegation);
            let standard = names::standard(delegation.as_str(), language.as_str());
            match (own, standard) {
                (Some(name), _) => new.push(((*delegation).clone(), name.clone())),
                (None, Some(name)) => {
                    let note = format!("name of {delegation} in {language}: standard name \"{name}\"");
                    names.notes.push(note);
                    new.push(((*delegation).clone(), name.to_owned()));
                }
                (None, None) => names.missing.push((language.clone(), (*delegation).clone())),
            }
        }
        names.new.push((language.clone(), new));
    }
    names.new.retain(|(_, new)| !new.is_empty());
    Ok(names)
}

fn given(resolution: &Resolution, position: &NewPosition) -> Result<(), Refused> {
    let code = &position.delegation;
    for (language, name) in &position.names {
        let Some((_, block)) = resolution.languages.iter().find(|(tag, _)| tag == language) else {
            let known: Vec<&str> = resolution.languages.iter().map(|(tag, _)| tag.as_str()).collect();
            let help = match known.is_empty() {
                true => format!("add a section [language.{language}] first"),
                false => format!("it has {}", known.join(", ")),
            };
            return Err(Refused::new(format!("the record has no language `{language}`"), help));
        };
        if let Some(known) = block.delegations.get(code).filter(|known| *known != name) {
            let message = format!("the name of {code} in {language} is \"{known}\" already");
            return Err(Refused::new(message, "leave --name out, or change it in the record"));
        }
    }
    Ok(())
}

/// Puts the names of one language in.
///
/// # Errors
/// Where the record does not have the language as a section.
pub(super) fn put(
    splices: &mut Splices<'_>,
    text: &str,
    root: &Node,
    language: &Language,
    new: &[(Delegation, String)],
) -> Result<(), Refused> {
    let blocks = root.get("language").map(|node| node.children.as_slice()).unwrap_or_default();
    let block = blocks.iter().find(|node| node.key.parse::<Language>().as_ref() == Ok(language));
    let block = block.ok_or_else(Refused::layout)?;
    let pairs = |lead: &str| -> Vec<String> {
        new.iter().map(|(code, name)| format!("{lead}{code} = {}", quoted(name))).collect()
    };
    let Some(section) = block.get("delegations") else {
        first(splices, text, block, pairs);
        return Ok(());
    };
    match section.children.last() {
        Some(last) if section.is_inline(text) => {
            splices.insert(last.end(), format!(", {}", pairs("").join(", ")));
        }
        None if section.is_inline(text) => {
            splices.replace(section.span.clone(), format!("{{ {} }}", pairs("").join(", ")));
        }
        Some(last) => splices.below(last.end(), &pairs(lead(text, last.key_span.start))),
        None => splices.below(section.span.end, &pairs("")),
    }
    Ok(())
}

/// Puts the first names of a language in, as the record writes the language: in braces, with dots or as a section.
fn first(splices: &mut Splices<'_>, text: &str, block: &Node, pairs: impl Fn(&str) -> Vec<String>) {
    let dotted = block.children.iter().rfind(|child| !child.has_header(text));
    match (block.children.last(), dotted) {
        (last, _) if block.is_inline(text) => {
            let own = format!("delegations = {{ {} }}", pairs("").join(", "));
            match last {
                Some(last) => splices.insert(last.end(), format!(", {own}")),
                None => splices.replace(block.span.clone(), format!("{{ {own} }}")),
            }
        }
        (_, Some(last)) if !block.has_header(text) => {
            let path = lead(text, last.key_span.start);
            splices.below(last.end(), &pairs(&format!("{path}delegations.")));
        }
        _ => {
            let mut lines = vec![format!("[language.{}.delegations]", key(text, block))];
            lines.extend(pairs(""));
            splices.section_below(block.end(), lines);
        }
    }
}

/// The language's key as the record writes it.
fn key<'t>(text: &'t str, block: &Node) -> &'t str {
    text.get(block.key_span.clone()).unwrap_or_default()
}
