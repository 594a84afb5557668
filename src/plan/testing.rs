//! How the plan is tested and corrected.

use crate::money::Percent;
use crate::syntax::phrase::list::FreeText;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Sources;

crate::section! {
    /// How the nondiscrimination tests are run and corrected.
    Testing "testing" {
        /// The method of the ADP test.
        adp: TestMethod = "adp", ask "Is the ADP test run, and by the current-year or the prior-year method?";
        /// The method of the ACP test.
        acp: TestMethod = "acp", ask "Is the ACP test run, and by the current-year or the prior-year method?";
        /// The sources that the ACP test counts.
        acp_sources: Sources = "acp-sources", ask "Which contributions does the administrator count in the ACP test?";
        /// Last year's ADP of the non-highly compensated.
        prior_nhce_adp: Percent = "prior-nhce-adp", ask "What was the ADP of the non-highly compensated employees last year?";
        /// Last year's ACP of the non-highly compensated.
        prior_nhce_acp: Percent = "prior-nhce-acp", ask "What was the ACP of the non-highly compensated employees last year?";
        /// The top-paid group election (IRC 414(q)(1)(B)(ii)).
        top_paid_group: Permission = "top-paid-group", ask "Has the employer made the top-paid group election?";
        /// The calendar year data election of a plan year that is not the calendar year (Notice 97-45).
        calendar_year_data: Permission = "calendar-year-data", ask "Has the employer made the calendar year data election for finding highly compensated employees?";
        /// Whether employees without plan pay for the year are in the tests.
        zero_pay: ZeroPay = "zero-pay", ask "Are eligible employees without pay for the year left out of the tests?";
        /// How employees who could be left out for age and service are tested.
        otherwise_excludable: OtherwiseExcludable = "otherwise-excludable", ask "Are employees under 21 or with less than a year of service tested together with the others, separately, or by early participation?";
        /// Whether the safe harbor match is counted in the ACP test.
        include_safe_harbor_match: Permission = "include-safe-harbor-match", ask "Is the safe harbor match counted in the ACP test?";
        /// Whether deferrals may be shifted into the ACP test.
        shift_deferrals: Permission = "shift-deferrals", ask "May elective deferrals be shifted into the ACP test?";
        /// Which test QNECs are used in.
        qnec: QnecUse = "qnec", ask "May the employer make QNECs, and in which test are they used?";
        /// How a failed test is corrected, in order.
        correction: FreeText = "correction", ask "How is a failed test corrected, and in which order?";
        /// Whether excess contributions may stay as after-tax contributions instead of being refunded.
        recharacterization: Permission = "recharacterization", ask "May excess contributions be recharacterized as after-tax contributions?";
        /// What happens to the match on refunded contributions.
        related_match: RelatedMatch = "related-match", ask "Is the match on refunded contributions forfeited?";
        /// How the plan is tested for top-heaviness.
        top_heavy: TopHeavy = "top-heavy", ask "Is the plan tested each year for being top-heavy, assumed to be top-heavy, or held exempt as a safe harbor plan?";
        /// Whether the document has the provisions that apply if the plan becomes top-heavy (IRC 401(a)(10)(B)(ii)).
        top_heavy_minimum: Permission = "top-heavy-minimum", ask "Does the document provide for the top-heavy minimum contribution, vesting and definitions, should the plan become top-heavy?";
        /// What stands for the year before in the first year of prior-year testing (26 CFR 1.401(k)-2(c)(2)).
        first_year: FirstYear = "first-year", ask "In its first year, does a test by the prior-year method use 3% or the year's own figure for the non-highly compensated?";
        /// Whether the plan went over from the current-year to the prior-year method for this year.
        switched_to_prior_year: Switch = "switched-to-prior-year", ask "Did the plan go over from current-year to prior-year testing for this plan year, and had it used the current year in each of the five years before?";
        /// Over which employers each test is run.
        employers: TestedEmployers = "employers", ask "Over which employers is each test run: each group of related employers as one, each company alone, or all employers of the plan together?";
        /// Whether what someone has in other plans of the employer is counted.
        other_plans: Permission = "other-plans", ask "Do the tests count what a highly compensated employee has in other plans of the employer too (yes as well where none of these takes deferrals, match or after-tax contributions)?";
        /// How collectively bargained employees are tested.
        union_group: UnionGroup = "union-group", ask "Are collectively bargained employees tested apart from the others?";
        /// Whether long-term part-time employees are in the tests (IRC 401(k)(15)(B)(i)(II)).
        long_term_part_time: LongTermPartTime = "long-term-part-time", ask "Are employees who may defer only as long-term part-timers left out of the tests?";
        /// When the excess of a failed test is refunded.
        refund_within: RefundWithin = "refund-within", ask "How long after the end of the plan year is the excess of a failed test refunded at the latest?";
        /// Which money goes back first when the ACP test fails.
        refund_order: RefundOrder = "refund-order", ask "Which money goes back first when the ACP test fails, as the plan document says it?";
        /// The ratio percentage of those who may receive match or make after-tax contributions (26 CFR 1.410(b)-9).
        coverage_ratio: Percent = "coverage-ratio", ask "What is the ratio percentage (IRC 410(b)) of those who are eligible for match or after-tax contributions?";
        /// Whether the average benefit test is passed (IRC 410(b)(2)).
        average_benefit_test: Permission = "average-benefit-test", ask "Is the average benefit test of IRC 410(b)(2) run and passed?";
        /// Whether the plan document has the top-paid group election.
        top_paid_group_in_document: Permission = "top-paid-group-in-document", ask "Is the top-paid group election written in the plan document, and made alike in all plans of the employer?";
    }
}

crate::choice! {
    /// How a test is run, if it is.
    TestMethod "a testing method" {
        CurrentYear = "current year",
        PriorYear = "prior year",
        NotTested = "not tested",
    }
}

crate::choice! {
    /// How employees who could be left out for age and service are tested.
    OtherwiseExcludable "a way to test excludable employees" {
        Together = "together",
        Separate = "separate",
        EarlyParticipation = "early participation",
    }
}

crate::choice! {
    /// Which test QNECs are used in.
    QnecUse "a use of QNECs" {
        None = "none",
        Adp = "adp",
        Acp = "acp",
        Either = "either",
    }
}

crate::choice! {
    /// What happens to the match on refunded contributions.
    RelatedMatch "what happens to related match" {
        Forfeited = "forfeited",
        Kept = "kept",
        /// Others receive as much, so that no rate of match favors anyone.
        MadeUp = "made up for NHCEs",
    }
}

crate::choice! {
    /// The figure of the non-highly compensated in the first year of prior-year testing.
    FirstYear "a first-year figure" {
        ThreePercent = "3%",
        Own = "own figure",
        /// The document leaves it open.
        Unsaid = "not stated",
    }
}

crate::choice! {
    /// Whether a plan went over to prior-year testing for the plan year.
    Switch "a change of method" {
        None = "no",
        AfterFiveYears = "after five current years",
        /// All years of a younger plan.
        SinceBeginning = "after current years since the beginning",
        /// After a transaction, within the transition period of IRC 410(b)(6)(C).
        Transaction = "after a transaction",
        Sooner = "sooner",
    }
}

crate::choice! {
    /// Over which employers a test is run.
    TestedEmployers "whom a test takes in" {
        EachGroup = "each related group",
        EachCompany = "each company",
        AllTogether = "all employers together",
        SeparateLines = "separate lines of business",
    }
}

crate::choice! {
    /// How collectively bargained employees are tested.
    UnionGroup "how bargained employees are tested" {
        Apart = "apart",
        Together = "together",
        /// Not even for deferrals.
        Untested = "not tested",
    }
}

crate::choice! {
    /// Whether long-term part-time employees are in the tests.
    LongTermPartTime "whether they are tested" {
        LeftOut = "left out",
        Counted = "counted",
    }
}

crate::choice! {
    /// When excess is refunded, from the end of the plan year.
    RefundWithin "a time for refunds" {
        TwoAndAHalfMonths = "2 1/2 months",
        SixMonths = "6 months",
        TwelveMonths = "12 months",
        Later = "later",
    }
}

crate::choice! {
    /// Which money goes back first when the ACP test fails (26 CFR 1.401(m)-2(b)(3)(v)(B)).
    RefundOrder "an order of refunds" {
        UnmatchedAfterTaxFirst = "unmatched after-tax first",
        AfterTaxFirst = "after-tax first",
        MatchFirst = "match first",
        ProRata = "pro rata",
        /// The document leaves it open.
        Unsaid = "not stated",
    }
}

crate::choice! {
    /// Whether employees without pay are in the tests.
    ZeroPay "a way to treat employees without pay" {
        Exclude = "exclude",
        Include = "include",
    }
}

crate::choice! {
    /// How a plan deals with the top-heavy rules of IRC 416.
    TopHeavy "a way to deal with top-heaviness" {
        Tested = "tested each year" | "tested",
        Assumed = "assumed top-heavy" | "assumed",
        /// IRC 416(g)(4)(H).
        Exempt = "exempt",
    }
}
