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
        /// Vesting of deferrals; the law lets it be immediate only.
        vesting: Vesting = "vesting", ask "Are elective deferrals always fully vested?";
        /// A separate election for bonuses and commissions.
        bonus_election: Permission = "bonus-election", ask "Is there a separate deferral election for bonuses?";
        /// The catch-up after 15 years of service in a 403(b) (IRC 402(g)(7)).
        fifteen_year_catch_up: Permission = "fifteen-year-catch-up", ask "Does the plan allow the 403(b) 15-year catch-up?";
        /// The catch-up in the last three years of a 457(b) (IRC 457(b)(3)).
        final_three_year_catch_up: Permission = "final-three-year-catch-up", ask "Does the plan allow the 457(b) catch-up in the last three years before normal retirement age?";
    }
}

crate::choice! {
    /// How a plan treats catch-up contributions of those whom 414(v)(7) limits to Roth.
    RothCatchUp "a Roth catch-up rule" {
        Required = "required",
        DeemedWithOptOut = "deemed with opt-out",
        NoneForAffected = "none for affected",
    }
}
