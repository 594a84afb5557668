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
        /// Which money is taken first where the ACP test sends some back.
        refund_order: RefundOrder = "refund-order", ask "Which contributions go back first after a failed ACP test: after-tax, match, or both in proportion?";
        /// Whether excess contributions may stay as after-tax contributions instead of being refunded.
        recharacterization: Permission = "recharacterization", ask "May excess contributions be recharacterized as after-tax contributions?";
        /// What happens to the match on refunded contributions.
        related_match: RelatedMatch = "related-match", ask "Is the match on refunded contributions forfeited?";
        /// How the plan is tested for top-heaviness.
        top_heavy: TopHeavy = "top-heavy", ask "Is the plan tested each year for being top-heavy, assumed to be top-heavy, or held exempt as a safe harbor plan?";
        /// Whether the document has the provisions that apply if the plan becomes top-heavy (IRC 401(a)(10)(B)(ii)).
        top_heavy_minimum: Permission = "top-heavy-minimum", ask "Does the document provide for the top-heavy minimum contribution, vesting and definitions, should the plan become top-heavy?";
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
    }
}

crate::choice! {
    /// Which money goes back first after a failed ACP test (26 CFR 1.401(m)-2(b)(3)(v)(B)).
    RefundOrder "an order of refunds" {
        AfterTaxFirst = "after-tax first",
        MatchFirst = "match first",
        ProRata = "pro rata",
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
