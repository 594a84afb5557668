//! What has to be said beside the figures of a test: what was taken where the plan spec is silent, what the law leaves
//! open, what must happen with a correction.

use super::results::TestResult;
use super::results::correction::Share;
use super::terms::Method;
use crate::money::exact::{Cents, Hundredths};

/// One thing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    Recharacterized,
    MethodsDiffer,
    /// The ADP test is unknown, and its correction could bring money into this one.
    AdpUnknown,
    /// The plan lets no QNEC be counted in this test.
    NoQnecs,
    QnecsInTheOtherTestOnly,
    QnecsNotStated,
    /// The average is that of a year that is over.
    QnecsTooLate,
    /// Part of the QNECs in the census is above the cap on targeted ones.
    QnecsAboveCap {
        not_counted: Cents,
        cap: Hundredths,
    },
    MayTestCurrentYear,
    RefundOrderNotStated,
    RelatedMatchKept,
    RelatedMatchMadeUp,
    RelatedMatchNotStated,
    RelatedMatchNotComputed,
    MatchOnAfterTaxNotStated,
    ShiftNotStated,
    PreTaxOrRoth,
    IncomeNotKnown,
    /// Once refunds are made.
    DeemedToPass(Test),
}

/// Which of the two tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Test {
    Adp,
    Acp,
}

impl Remark {
    /// As a sentence.
    pub fn sentence(self) -> String {
        if let Remark::QnecsAboveCap { not_counted, cap } = self {
            return format!(
                "Of the QNECs in the census {not_counted} is above {cap} of pay and not counted. Those for work under the \
                 Davis-Bacon Act count up to 10%, which a census does not show."
            );
        }
        self.fixed().to_owned()
    }

    fn fixed(self) -> &'static str {
        match self {
            Remark::DeemedToPass(_) => DEEMED_TO_PASS,
            Remark::Recharacterized => RECHARACTERIZED,
            Remark::MethodsDiffer => METHODS_DIFFER,
            Remark::AdpUnknown => ADP_UNKNOWN,
            Remark::NoQnecs => NO_QNECS,
            Remark::QnecsInTheOtherTestOnly => QNECS_IN_THE_OTHER_TEST_ONLY,
            Remark::QnecsNotStated => QNECS_NOT_STATED,
            Remark::QnecsTooLate => QNECS_TOO_LATE,
            Remark::QnecsAboveCap { .. } => "",
            Remark::MayTestCurrentYear => MAY_TEST_CURRENT_YEAR,
            Remark::RefundOrderNotStated => REFUND_ORDER_NOT_STATED,
            Remark::RelatedMatchKept => RELATED_MATCH_KEPT,
            Remark::RelatedMatchMadeUp => RELATED_MATCH_MADE_UP,
            Remark::RelatedMatchNotStated => RELATED_MATCH_NOT_STATED,
            Remark::RelatedMatchNotComputed => RELATED_MATCH_NOT_COMPUTED,
            Remark::MatchOnAfterTaxNotStated => MATCH_ON_AFTER_TAX_NOT_STATED,
            Remark::ShiftNotStated => SHIFT_NOT_STATED,
            Remark::PreTaxOrRoth => PRE_TAX_OR_ROTH,
            Remark::IncomeNotKnown => INCOME_NOT_KNOWN,
        }
    }

    /// The section that it rests on.
    pub fn citation(self) -> &'static str {
        match self {
            Remark::DeemedToPass(Test::Adp) => "26 CFR 1.401(k)-2(b)(4)(iv)",
            Remark::DeemedToPass(Test::Acp) => "26 CFR 1.401(m)-2(b)(1)",
            Remark::Recharacterized | Remark::AdpUnknown => "IRC 401(k)(8)(A)(ii); 26 CFR 1.401(k)-2(b)(3)",
            Remark::MethodsDiffer => "26 CFR 1.401(k)-2(c)(3), 1.401(m)-2(c)(3)",
            Remark::NoQnecs | Remark::QnecsInTheOtherTestOnly | Remark::QnecsNotStated => {
                "26 CFR 1.401(k)-2(a)(6), 1.401(m)-2(a)(6)"
            }
            Remark::QnecsTooLate => "26 CFR 1.401(k)-2(a)(6)(i), 1.401(m)-2(a)(6)(i)",
            Remark::QnecsAboveCap { .. } => "26 CFR 1.401(k)-2(a)(6)(iv), 1.401(m)-2(a)(6)(v)",
            Remark::MayTestCurrentYear => "26 CFR 1.401(k)-2(c)(1), 1.401(m)-2(c)(1)",
            Remark::RefundOrderNotStated | Remark::MatchOnAfterTaxNotStated => {
                "26 CFR 1.401(m)-2(b)(3)(v)(B)"
            }
            Remark::RelatedMatchKept
            | Remark::RelatedMatchMadeUp
            | Remark::RelatedMatchNotStated
            | Remark::RelatedMatchNotComputed => {
                "IRC 411(a)(3)(G); 26 CFR 1.401(k)-2(b)(4)(ii), 1.401(m)-2(b)(3)(v)(B)"
            }
            Remark::ShiftNotStated => "26 CFR 1.401(m)-2(a)(6)(ii)",
            Remark::PreTaxOrRoth => "26 CFR 1.401(k)-2(b)(1)(ii)",
            Remark::IncomeNotKnown => "26 CFR 1.401(k)-2(b)(2)(iv), 1.401(m)-2(b)(2)(iv)",
        }
    }
}

impl TestResult {
    /// Says something once, in the same order whatever the order of the rows.
    pub(super) fn remark(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
            self.remarks.sort_unstable();
        }
    }

    /// A value, or nothing and the reason why among the remarks.
    pub(super) fn value_or_remark<T: Default>(&mut self, found: Result<T, Remark>) -> T {
        found.unwrap_or_else(|remark| {
            self.remark(remark);
            T::default()
        })
    }

    /// What holds for every correction by refunds.
    pub(super) fn remark_on_correction(&mut self, test: Test, shares: &[Share]) {
        let refunds = || shares.iter().filter(|share| share.refund != Cents::ZERO);
        if refunds().any(|share| share.income.is_none()) {
            self.remark(Remark::IncomeNotKnown);
        }
        if let Some(Method::Prior(_) | Method::FirstYear(_)) = self.method {
            self.remark(Remark::MayTestCurrentYear);
        }
        self.remark(Remark::DeemedToPass(test));
    }
}

const DEEMED_TO_PASS: &str = "Once all this is done in time the test counts as passed; it is not run again.";
const RECHARACTERIZED: &str = "What stays as an after-tax contribution does so if the employee elects it within 2 1/2 months of the \
    end of the plan year, and is taxed like a refund. It is in the ACP test.";
const METHODS_DIFFER: &str = "As the ADP and ACP tests are run by different methods, no excess can be recharacterized and no \
    deferrals can be shifted from one test to the other.";
const ADP_UNKNOWN: &str =
    "The ADP test is unknown: if it fails, excess may be recharacterized, which would be in this test too.";
const NO_QNECS: &str = "The plan provides for no QNECs, so that they cannot make the test pass.";
const QNECS_IN_THE_OTHER_TEST_ONLY: &str =
    "The plan uses QNECs in the other test only, so that they cannot make this one pass.";
const QNECS_NOT_STATED: &str = "QNECs make the test pass only if the plan provides for them in this test; its spec does not state \
    `testing.qnec`.";
const QNECS_TOO_LATE: &str =
    "The average of the others is that of the year before, which QNECs can no longer raise.";
const MAY_TEST_CURRENT_YEAR: &str =
    "The plan may change to the current-year method, and then back only after five plan years of it.";
const REFUND_ORDER_NOT_STATED: &str =
    "The plan spec does not state `testing.refund-order`: after-tax contributions are taken first here.";
const RELATED_MATCH_KEPT: &str = "The plan keeps match on contributions that go back. A better rate of match for the highly \
    compensated than for others discriminates, unless the others receive a like match.";
const RELATED_MATCH_MADE_UP: &str = "The plan keeps match on contributions that go back and gives others as much: what they are still to receive \
    is not in these figures.";
const RELATED_MATCH_NOT_STATED: &str = "The plan spec does not state `testing.related-match`: match on contributions that go back is left in \
    here. It may have to be forfeited, and is never paid out for that reason.";
const RELATED_MATCH_NOT_COMPUTED: &str = "Match on contributions that go back has to be forfeited; how much, the stated formula does not tell \
    for everyone. It is left in here.";
const MATCH_ON_AFTER_TAX_NOT_STATED: &str = "The plan spec does not tell whether after-tax contributions are matched: they are taken as unmatched \
    here.";
const SHIFT_NOT_STATED: &str = "Deferrals can be counted in the ACP test only if the plan allows it; its spec does not state \
    `testing.shift-deferrals`.";
const PRE_TAX_OR_ROTH: &str = "Who deferred both pre-tax and as Roth gets back what the plan, or the participant under it, says \
    goes first.";
const INCOME_NOT_KNOWN: &str = "Income goes back with each refund, and a loss makes it smaller; the columns `balance` and \
    `account_income` give it.";
