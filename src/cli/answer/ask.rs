//! Questions one by one on a terminal: only what matters under the plan, Enter skips, the end of input ends them.

use std::io::{self, BufRead, Write};

use planlint::answer::facts::relevant::first;
use planlint::answer::facts::{Fact, Facts};
use planlint::law::Law;
use planlint::plan::Plan;
use planlint::render::language::page::Page;
use planlint::render::language::{Language, facts as wording, text};

/// Asks at the terminal.
pub fn ask(plan: &Plan, law: &Law, language: Language) -> Facts {
    ask_of(&first(plan, law), language, &mut io::stdin().lock(), &mut io::stderr().lock())
}

/// Asks for each fact until its answer can be read. What is typed is never shown again.
fn ask_of(wanted: &[Fact], language: Language, input: &mut dyn BufRead, out: &mut dyn Write) -> Facts {
    let mut facts = Facts::default();
    let _ = writeln!(out, "{}", text(language, &Page::Asking));
    for fact in wanted {
        // A terminal that is gone ends the questions below.
        let _ = writeln!(out, "\n{}", text(language, &wording::help(*fact)));
        loop {
            let label = text(language, &wording::label(*fact));
            let kind = text(language, &wording::kind(fact.kind()));
            let _ = write!(out, "{label} ({kind}): ").and_then(|()| out.flush());
            let mut line = String::new();
            match input.read_line(&mut line) {
                Ok(0) | Err(_) => {
                    let _ = writeln!(out);
                    return facts;
                }
                Ok(_) => {}
            }
            if line.trim().is_empty() {
                break;
            }
            let mut next = facts.clone();
            let problem = next.set(*fact, &line).err().or_else(|| next.conflicts().into_iter().next());
            match problem {
                None => {
                    facts = next;
                    break;
                }
                Some(problem) => {
                    let _ = writeln!(out, "{}", wording::problem_in_form(language, &problem));
                }
            }
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(typed: &str) -> (Facts, String) {
        let mut out = Vec::new();
        let wanted = [Fact::Pay, Fact::BirthDate, Fact::PreTax];
        let facts = ask_of(&wanted, Language::En, &mut typed.as_bytes(), &mut out);
        (facts, String::from_utf8_lossy(&out).into_owned())
    }

    #[test]
    fn enter_skips_and_nonsense_is_asked_again() {
        let (facts, out) = asked("lots\n300,000\n\n10%\n");
        assert!(
            facts.is_given(Fact::Pay) && !facts.is_given(Fact::BirthDate) && facts.is_given(Fact::PreTax)
        );
        assert!(!out.contains("lots") && !out.contains("300"));
        assert_eq!(out.matches("): ").count(), 4, "{out}");
    }

    #[test]
    fn the_end_of_input_ends_the_questions() {
        let (facts, _) = asked("300000\n");
        assert!(facts.is_given(Fact::Pay) && !facts.is_given(Fact::PreTax));
    }
}
