//! Which pay counts.

use crate::syntax::phrase::limit::StatedLimit;
use crate::syntax::phrase::list::TextList;
use crate::syntax::phrase::permission::Permission;

crate::section! {
    /// Which pay counts, for contributions and for tests.
    Compensation "compensation" {
        /// The definition of compensation.
        definition: Definition = "definition", ask "Which definition of compensation does the plan use (W-2, 3401(a) or 415)?";
        /// Kinds of pay left out.
        exclusions: TextList = "exclusions", ask "Which kinds of pay (bonus, overtime, commissions and so on) are left out?";
        /// Pay used for nondiscrimination tests.
        testing: TestingPay = "testing", ask "Which definition of compensation is used for nondiscrimination tests?";
        /// The cap on pay that is taken into account.
        cap: StatedLimit = "cap", ask "Does the document cap compensation at the limit of 401(a)(17), or at a dollar amount?";
        /// Pay used to find highly compensated employees.
        hce: Definition = "hce", ask "Which definition of compensation decides who is highly compensated?";
        /// Whether pay with exclusions is shown not to favor the highly compensated (26 CFR 1.414(s)-1(d)(3)).
        ratio_test: Permission = "ratio-test", ask "Has the plan's definition of compensation, with its exclusions, passed the comparison of 26 CFR 1.414(s)-1(d)(3) for the year?";
    }
}

crate::choice! {
    /// A definition of compensation.
    Definition "a definition of compensation" {
        W2 = "W-2",
        Withholding = "3401(a)",
        Section415 = "415",
        EarnedIncome = "earned income",
        /// The receipts of a business: never what the law means.
        GrossIncome = "gross income",
        Includible = "includible compensation",
    }
}

crate::choice! {
    /// Pay for nondiscrimination tests.
    TestingPay "pay for tests" {
        SameAsPlan = "same as plan",
        Section415 = "415",
        Alternative = "alternative 414(s)",
    }
}
