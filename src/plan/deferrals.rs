//! Elective deferrals and catch-up contributions.

use crate::syntax::phrase::deferral::Deferral;
use crate::syntax::phrase::limit::{Limit, StatedLimit};
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::vesting::Vesting;

crate::section! {
    /// Elective deferrals and catch-up contributions.
    Deferrals "deferrals" {
        /// Pre-tax elective deferrals, and between which shares of pay.
        pre_tax: Deferral = "pre-tax", ask "May participants make pre-tax deferrals, and up to which share of pay?";
        /// Designated Roth deferrals, and between which shares of pay.
        roth: Deferral = "roth", ask "May participants make designated Roth deferrals?";
        /// The most that deferrals and after-tax contributions may come to together.
        combined_limit: Limit = "combined-limit", ask "Is there one cap over deferrals and after-tax contributions together, and which?";
        /// The limit on deferrals as the document states it (IRC 401(a)(30)).
        limit: StatedLimit = "limit", ask "Does the document limit deferrals under this and all other plans of the employer to the 402(g) limit, and in which section?";
        /// A lower limit for highly compensated employees.
        hce_limit: Limit = "hce-limit", ask "Are highly compensated employees held to a lower deferral limit?";
        /// Catch-up contributions from age 50 (IRC 414(v)).
        catch_up: Permission = "catch-up", ask "Does the plan allow age-50 catch-up contributions?";
        /// The higher catch-up at ages 60 to 63 (IRC 414(v)(2)(B)(i)).
        super_catch_up: Permission = "super-catch-up", ask "Does the plan allow the higher catch-up at ages 60 to 63?";
        /// How the plan meets the Roth catch-up requirement for high earners (IRC 414(v)(7)).
        roth_catch_up: RothCatchUp = "roth-catch-up", ask "How does the plan treat catch-up contributions of participants whose prior-year FICA wages were above the Roth catch-up threshold: Roth only, deemed Roth, or none?";
        /// Which pay decides who is under the Roth catch-up requirement.
        roth_catch_up_measure: WageMeasure = "roth-catch-up-measure", ask "By which pay does the plan find those whose catch-up must be Roth: FICA wages (W-2 box 3) of the year before from the sponsor, or some other measure?";
        /// Whether all who are 50 and may defer have the same catch-up (IRC 414(v)(4)).
        catch_up_for_all: Permission = "catch-up-for-all", ask "May everyone aged 50 or more who can defer under this or another plan of the employer and related employers make catch-up contributions of the same amount?";
        /// Whether catch-up begins where the plan's own limits on deferrals end, and not at 402(g) only.
        catch_up_above_plan_limits: Permission = "catch-up-above-plan-limits", ask "May participants aged 50 or more go beyond the plan's own limits on deferrals with catch-up contributions, or only beyond the 402(g) limit?";
        /// Vesting of deferrals; the law lets it be immediate only.
        vesting: Vesting = "vesting", ask "Are elective deferrals always fully vested?";
        /// A separate election for bonuses and commissions.
        bonus_election: Permission = "bonus-election", ask "Is there a separate deferral election for bonuses?";
        /// The catch-up after 15 years of service in a 403(b) (IRC 402(g)(7)).
        fifteen_year_catch_up: Permission = "fifteen-year-catch-up", ask "Does the plan allow the 403(b) 15-year catch-up?";
        /// Which of two catch-ups of a 403(b) is used first (26 CFR 1.403(b)-4(c)(3)(iv)).
        catch_up_order: CatchUpOrder = "catch-up-order", ask "Which is used first by someone who has both: the 15-year catch-up or the age-50 catch-up?";
        /// The catch-up in the last three years of a 457(b) (IRC 457(b)(3)).
        final_three_year_catch_up: Permission = "final-three-year-catch-up", ask "Does the plan allow the 457(b) catch-up in the last three years before normal retirement age?";
        /// Whether the two catch-ups of a 457(b) may be used in one year (IRC 414(v)(6)(C)).
        catch_ups_combined: Permission = "catch-ups-combined", ask "May a participant use the age-50 catch-up and the catch-up of the last three years in the same year?";
        /// Whether deferrals to other kinds of plans reduce the limit of a 457(b).
        reduced_by_other_plans: Permission = "reduced-by-other-plans", ask "Do deferrals to a 401(k) or 403(b) plan reduce what a participant may defer under this 457(b) plan?";
    }
}

crate::choice! {
    /// How a plan treats catch-up contributions of those whom 414(v)(7) limits to Roth.
    RothCatchUp "a Roth catch-up rule" {
        Required = "required",
        DeemedWithOptOut = "deemed with opt-out",
        DeemedWithoutOptOut = "deemed without opt-out",
        NoneForAffected = "none for affected",
        /// Against the law from 2026.
        PreTaxAllowed = "pre-tax allowed",
    }
}

crate::choice! {
    /// The pay by which a plan finds those whom 414(v)(7) limits to Roth.
    WageMeasure "a measure of pay" {
        /// The wages of IRC 3121(a) of the year before, from the employer that sponsors the plan.
        PriorYearFica = "prior-year FICA wages" | "prior-year W-2 box 3",
        CurrentYear = "current-year pay",
        /// Wages under the income tax.
        Box1 = "prior-year W-2 box 1",
        /// Medicare wages.
        Box5 = "prior-year W-2 box 5",
        PlanPay = "plan pay",
        Section415 = "415 pay",
        Annualized = "annualized pay",
        /// With the wages of employers that are not related.
        AllEmployers = "wages of all employers",
    }
}

crate::choice! {
    /// Which of two catch-ups of a 403(b) is used first.
    CatchUpOrder "an order of catch-ups" {
        FifteenYearFirst = "15-year first",
        AgeFiftyFirst = "age-50 first",
    }
}
