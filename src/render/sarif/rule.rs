//! The rules of a run, each with its page as help.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::result::level;
use crate::explain::catalogue;
use crate::render::law_link;
use crate::report::Report;
use crate::rules::{self, Rule};

/// The rules that report something, in the order of the catalogue: results go by their index.
pub fn reporting(report: &Report) -> Vec<&'static Rule> {
    let named: BTreeSet<&str> = report.findings.iter().map(|reported| reported.finding.rule).collect();
    rules::ALL.iter().copied().filter(|rule| named.contains(rule.name)).collect()
}

pub fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "name": pascal_case(rule.name),
        "shortDescription": { "text": format!("{}.", rule.summary) },
        "fullDescription": { "text": format!("{}.", rule.summary) },
        "help": { "text": catalogue::page(rule), "markdown": with_links(rule) },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": {
            "group": rule.group.name(),
            "profile": rule.profile.name(),
            "citations": rule.citations,
            "tags": BTreeSet::from([rule.group.name(), rule.profile.name()]),
        },
    })
}

/// The page with its citations as links, where they lead somewhere.
fn with_links(rule: &Rule) -> String {
    let mut page = catalogue::page(rule);
    for citation in rule.citations {
        if let Some(address) = law_link::address(citation) {
            // Parentheses, of which sections of law are full, would end the address.
            let address = address.replace('(', "%28").replace(')', "%29");
            page = page.replace(&format!("\n- {citation}\n"), &format!("\n- [{citation}]({address})\n"));
        }
    }
    page
}

/// `NoRouteToRoth`: the readable name that viewers show beside the identifier (3.49.7).
fn pascal_case(name: &str) -> String {
    let upper = |part: &str| {
        let mut chars = part.chars();
        chars.next().map(|first| first.to_ascii_uppercase().to_string() + chars.as_str()).unwrap_or_default()
    };
    name.split('-').map(upper).collect()
}
