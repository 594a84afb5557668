//! The words of the field as the report uses them, each with the law that it comes from.

/// A word and what it means.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    pub name: &'static str,
    pub meaning: &'static str,
    pub law: &'static [&'static str],
}

const fn term(name: &'static str, meaning: &'static str, law: &'static [&'static str]) -> Term {
    Term { name, meaning, law }
}

/// All words, in the order of the alphabet.
pub const TERMS: &[Term] = &[
    term(
        "ACP test",
        "Compares the average of match and after-tax contributions, as a share of pay, of highly compensated employees with that of the others. After-tax contributions are tested even in a safe harbor plan.",
        &["IRC 401(m)(2)", "26 CFR 1.401(m)-2(a)"],
    ),
    term(
        "ADP test",
        "Compares the average elective deferrals, as a share of pay, of highly compensated employees with those of the others.",
        &["IRC 401(k)(3)(A)(ii)", "26 CFR 1.401(k)-2(a)"],
    ),
    term(
        "After-tax contribution",
        "An employee's voluntary contribution from pay that is taxed already and that is not a Roth contribution. What it earns is taxed when it is paid out, unless it was moved to Roth before.",
        &["26 CFR 1.401(m)-1(a)(3)", "IRC 72(e)(8)"],
    ),
    term(
        "Annual additions",
        "All that is contributed for one participant in a limitation year, by employee and employer, but for catch-up contributions and rollovers. They have a limit in dollars and may not be more than pay.",
        &["IRC 415(c)", "26 CFR 1.415(c)-1(b)"],
    ),
    term(
        "Catch-up contribution",
        "An elective deferral above a limit that participants may make in and after the year in which they reach 50.",
        &["IRC 414(v)"],
    ),
    term(
        "Coverage test",
        "Asks whether enough employees who are not highly compensated benefit under the plan.",
        &["IRC 410(b)"],
    ),
    term(
        "Cut-back",
        "An amendment that takes away a benefit, or a way to be paid, that participants have earned. With few exceptions it is not allowed.",
        &["IRC 411(d)(6)", "26 CFR 1.411(d)-4"],
    ),
    term(
        "Direct rollover",
        "Money that goes straight from the plan to another plan or an IRA. The plan has to offer it for what may be rolled over.",
        &["IRC 401(a)(31)"],
    ),
    term(
        "Elective deferral",
        "What an employee chooses to have paid into the plan instead of in cash, before tax or as Roth. One limit holds for all plans of a person together.",
        &["IRC 402(g)(1), (3)"],
    ),
    term(
        "Excess aggregate contribution",
        "What is too much in a failed ACP test. With its income it is paid out, or forfeited as far as it is match that is not vested.",
        &["IRC 401(m)(6)", "26 CFR 1.401(m)-2(b)"],
    ),
    term(
        "Excess contribution",
        "What is too much in a failed ADP test.",
        &["IRC 401(k)(8)", "26 CFR 1.401(k)-2(b)"],
    ),
    term(
        "Excess deferral",
        "Elective deferrals above a person's limit for the calendar year.",
        &["IRC 402(g)(2)"],
    ),
    term(
        "Highly compensated employee (HCE)",
        "Someone who owned more than 5% in this year or the one before, or was paid more than a limit in the year before; the plan may confine the latter to the top-paid fifth.",
        &["IRC 414(q)"],
    ),
    term(
        "In-plan Roth rollover",
        "Moves money of a participant into a Roth account of the same plan. What was not taxed before is taxed then.",
        &["IRC 402A(c)(4)", "Notice 2013-74"],
    ),
    term(
        "In-service withdrawal",
        "A payment to someone who is still employed. The law lets elective deferrals go before age 59 1/2 on few grounds only; for after-tax contributions it is up to the plan.",
        &["IRC 401(k)(2)(B)(i)"],
    ),
    term(
        "Key employee",
        "Certain officers and owners, by whose share of the money a plan is top-heavy.",
        &["IRC 416(i)(1)"],
    ),
    term(
        "Match",
        "An employer contribution that depends on what an employee contributes.",
        &["IRC 401(m)(4)(A)"],
    ),
    term(
        "Mega backdoor Roth",
        "After-tax contributions beyond the limit on elective deferrals that become Roth money soon after they are made: in the plan, or by a rollover to a Roth IRA. The plan has to allow both steps.",
        &["IRC 402A(c)(4)", "IRC 408A(e)", "Notice 2014-54"],
    ),
    term(
        "Nonelective contribution",
        "An employer contribution that does not depend on what an employee contributes, such as profit sharing.",
        &["26 CFR 1.401(k)-6"],
    ),
    term(
        "Qualified nonelective contribution (QNEC)",
        "A nonelective contribution that is vested at once and held like deferrals. Given to those who are not highly compensated, it can make a test pass.",
        &["26 CFR 1.401(k)-6"],
    ),
    term(
        "Recharacterization",
        "Treats excess contributions as after-tax contributions instead of paying them back.",
        &["IRC 401(k)(8)(A)(ii)", "26 CFR 1.401(k)-2(b)(3)"],
    ),
    term(
        "Room",
        "How much a model employee can contribute after tax in a year: the limit on annual additions, less deferrals and employer money, within the plan's own caps. The model employee is paid the limit on pay for the whole year, is under 50 and defers in full.",
        &["IRC 415(c)(1)", "IRC 401(a)(17)"],
    ),
    term(
        "Roth contribution (designated)",
        "An elective deferral that is taxed when it is made. Paid out in a qualified distribution, it and what it earned are free of tax.",
        &["IRC 402A"],
    ),
    term(
        "Safe harbor plan",
        "A plan whose employer contributions, vesting and notices spare it the ADP test, and the ACP test of its match. It does not spare the test of after-tax contributions.",
        &["IRC 401(k)(12), (13)", "IRC 401(m)(11), (12)"],
    ),
    term(
        "Split rollover",
        "After-tax money goes to a Roth IRA and what is not taxed yet to another account, of one payment.",
        &["Notice 2014-54"],
    ),
    term(
        "Top-heavy",
        "More than 60% of the money belongs to key employees. The plan then owes the others a minimum contribution.",
        &["IRC 416"],
    ),
    term(
        "Top-paid group",
        "The fifth of employees who are paid most. An employer may elect that only they are highly compensated by their pay.",
        &["IRC 414(q)(3)"],
    ),
    term("Vesting", "When employer money becomes a participant's own for good.", &["IRC 411(a)"]),
];

#[cfg(test)]
mod tests {
    use super::TERMS;
    use crate::render::law_link;

    #[test]
    fn words_are_in_order_and_lead_to_the_law() {
        assert!(TERMS.is_sorted_by_key(|term| term.name.to_lowercase()));
        for term in TERMS {
            assert!(term.meaning.ends_with('.') && !term.law.is_empty(), "{}", term.name);
            for citation in term.law {
                assert!(law_link::address(citation).is_some(), "{citation}");
            }
        }
    }
}
