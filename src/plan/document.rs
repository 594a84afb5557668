//! The plan document itself: its dates and its form.

use jiff::civil::Date;

use crate::syntax::phrase::list::TextList;
use crate::syntax::phrase::permission::Permission;

crate::section! {
    /// The plan document: its dates, its form and what was read for this spec.
    Document "document" {
        /// When the plan took effect.
        effective: Date = "effective", ask "When did the plan take effect?";
        /// When the document was last restated.
        restated: Date = "restated", ask "When was the plan document last restated?";
        /// The papers that the elections were read from.
        sources: TextList = "sources", ask "Which documents (adoption agreement, SPD, amendments) are in force, and of which dates?";
        /// Pre-approved or individually designed.
        kind: DocumentKind = "kind", ask "Is the document pre-approved or individually designed?";
        /// Whether SECURE 2.0 amendments are adopted.
        secure_2_amended: Permission = "secure-2-amended", ask "Has the plan adopted its SECURE 2.0 amendments?";
        /// When the arrangement was first established, which decides mandatory auto-enrollment (IRC 414A).
        established: Date = "established", ask "On which date was the cash or deferred arrangement first established?";
        /// What a 403(b) plan's money is in; it decides when after-tax money may be withdrawn.
        funding: Funding = "funding", ask "Is the 403(b) plan funded by annuity contracts, by custodial accounts, or by both?";
        /// Whether this is the plan's first plan year.
        first_year: Permission = "first-year", ask "Is this the plan's first plan year?";
        /// Why a plan year is shorter than twelve months.
        short_year: ShortYear = "short-year", ask "Why is the plan year shorter than twelve months: a new plan, a new employer, deferrals added to an older plan, another plan year, or the last one?";
        /// Whether it follows another plan of the employer with the same kind of contributions (26 CFR 1.401(k)-2(c)(2)(iii)).
        successor_plan: Permission = "successor-plan", ask "Were half or more of those now eligible eligible under another 401(k) plan, or another plan with match or after-tax contributions, of the employer in the year before?";
    }
}

crate::choice! {
    /// The form of the document.
    DocumentKind "a kind of document" {
        PreApproved = "pre-approved",
        IndividuallyDesigned = "individually designed",
    }
}

crate::choice! {
    /// What a 403(b) plan's money is in (IRC 403(b)(1), (b)(7)).
    Funding "a kind of funding" {
        AnnuityContracts = "annuity contracts",
        CustodialAccounts = "custodial accounts",
        Both = "both",
    }
}

crate::choice! {
    /// Why a plan year is short, as the law of safe harbors tells it apart (26 CFR 1.401(k)-3(e)).
    ShortYear "a ground for a short plan year" {
        NewPlan = "new plan",
        NewEmployer = "new employer",
        /// A cash or deferred arrangement is added to an existing profit-sharing plan.
        DeferralsAdded = "deferrals added",
        ChangeOfYear = "change of plan year",
        FinalYear = "final year",
        Other = "other",
    }
}
