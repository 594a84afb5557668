//! Groups of employees, for estimates without a census.

use crate::finding::ElectionPath;
use crate::lower::{Missing, Reader, Section, Truth};
use crate::money::{Percent, Usd};
use crate::source::Span;
use crate::syntax::language::UNKNOWN_KEY;
use crate::syntax::tree::{Kind, Map};

/// The groups that a plan spec describes, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workforce {
    /// Where the section stands, or would stand.
    pub near: Span,
    pub groups: Vec<NamedGroup>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedGroup {
    /// `hce`, `nhce` or a name of the writer's choice.
    pub name: String,
    pub group: Group,
}

crate::section! {
    /// A group of employees who are alike for an estimate. Groups named `hce` and `nhce` need no `status`.
    Group "workforce.GROUP" {
        /// Whether the group is highly compensated.
        status: Status = "status", ask "Is this group highly compensated?";
        /// How many people it has.
        count: u32 = "count", ask "How many highly compensated and how many other employees are eligible?";
        /// Their average pay for the year.
        average_pay: Usd = "average-pay", ask "What is the average pay of the group?";
        /// The share of them who defer.
        participation: Percent = "participation", ask "Which share of the group defers?";
        /// The average deferral of those who do, in percent of pay.
        average_deferral: Percent = "average-deferral", ask "Which share of pay do those who defer contribute on average?";
        /// How far deferrals lie apart, in points.
        deferral_spread: Percent = "deferral-spread", ask "How far apart are the deferral rates in the group?";
        /// The share of them who contribute after tax.
        after_tax_participation: Percent = "after-tax-participation", ask "Which share of the group contributes after tax?";
        /// The average after-tax contribution of those who do, in percent of pay.
        average_after_tax: Percent = "average-after-tax", ask "Which share of pay do those who contribute after tax put in on average?";
    }
}

crate::choice! {
    /// On which side of the tests a group stands.
    Status "a status" {
        Hce = "HCE",
        Nhce = "NHCE",
    }
}

/// The path under which rules name the whole section.
pub const WORKFORCE: ElectionPath = ElectionPath::of("workforce");
/// What to ask where it is missing.
pub const QUESTION: &str = "How many highly compensated and how many other employees are eligible, what is their average pay, \
     and how much does each group defer and contribute after tax? (A census answers this best.)";

impl NamedGroup {
    /// Is the group highly compensated? Its name tells, or its `status`.
    pub fn is_hce(&self) -> Truth {
        match self.name.as_str() {
            "hce" => Truth::Yes,
            "nhce" => Truth::No,
            _ => self.group.status.is(|status| *status == Status::Hce),
        }
    }
}

impl Workforce {
    /// Is anyone among those described who is not highly compensated? Unknown where nobody is described.
    pub fn has_nhces(&self) -> Truth {
        if self.groups.is_empty() {
            return Truth::Unknown(Missing { elections: vec![WORKFORCE] });
        }
        let of_group =
            |group: &NamedGroup| group.is_hce().negated().and(group.group.count.is(|count| *count > 0));
        self.groups.iter().map(of_group).fold(Truth::No, Truth::or)
    }
}

/// Reads the `workforce` section of a plan.
pub fn read(root: &Map<'_>, near: Span, reader: &mut Reader) -> Workforce {
    let Some(entry) = root.get("workforce") else {
        return Workforce { near: near.at_start(), groups: Vec::new() };
    };
    let mut workforce = Workforce { near: entry.key.span, groups: Vec::new() };
    let Kind::Map(map) = &entry.value.kind else {
        super::read::not_a_section(entry, reader);
        return workforce;
    };
    reader.duplicates(map);
    for entry in &map.entries {
        let name = entry.key.text.to_string();
        let Kind::Map(group) = &entry.value.kind else {
            if entry.value.kind != Kind::Broken {
                let message =
                    format!("`{}` is not a group of employees.", name.chars().take(40).collect::<String>());
                let help = "A group is a section of its own: `hce { count 40; average-pay $250,000 }`.";
                let finding =
                    crate::finding::Finding::new(UNKNOWN_KEY, entry.key.span, message, "not a group");
                reader.findings.push(finding.help(help));
            }
            continue;
        };
        let prefix = format!("workforce.{name}");
        let in_doubt = root.is_doubled("workforce") || map.is_doubled(&name);
        let doubtful = in_doubt.then(|| group.in_doubt());
        let group =
            Group::read(Some(doubtful.as_ref().unwrap_or(group)), entry.key.span, Some(&prefix), reader);
        workforce.groups.push(NamedGroup { name, group });
    }
    workforce
}
