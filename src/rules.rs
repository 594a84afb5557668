//! One rule, one `.rs` and one `.md` page, one line in the list below. Rules know no file and no renderer.

mod facts;
mod rule;

pub use facts::Facts;
pub use rule::{Aim, Check, Group, Judgement, Outcome, Profile, Rule};

/// Lists the rules: each line makes the module and its place in [`ALL`]. A name that begins with a digit gets an `r`.
macro_rules! rules {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+

        /// Every rule, in the order of the list.
        pub const ALL: &[&Rule] = &[$(&$name::RULE),+];
    };
}

rules! {
    // The plan language: reported while a text is read.
    not_a_plan,
    syntax_error,
    duplicate_key,
    unknown_key,
    unreadable_value,
    wrong_shape,
    malformed_suppression,
    expired_suppression,
    unused_suppression,
    // What the settings of a run ask for.
    house_policy,
    // The mega backdoor Roth.
    after_tax_not_allowed,
    no_route_to_roth,
    in_plan_roth_without_roth_account,
    in_plan_roth_misses_after_tax,
    after_tax_not_separately_accounted,
    basis_only_withdrawal,
    conversion_too_rare,
    suspension_after_withdrawal,
    needless_withdrawal_gate,
    deferrals_withdrawable_early,
    no_direct_rollover,
    no_split_rollover,
    after_tax_percent_cap_binds,
    after_tax_dollar_cap_binds,
    hce_after_tax_capped,
    combined_limit_crowds_out_after_tax,
    spillover_only,
    front_loading_loses_match,
    after_tax_matched,
    best_route_present,
    no_annual_additions_room,
    pay_limit_binds,
    converted_money_must_return,
    acp_fails_without_nhce_after_tax,
    roth_confused_with_after_tax,
    // Limits.
    deferral_limit_missing,
    limit_above_law,
    limit_stale,
    year_not_published,
    catch_up_counted_in_annual_additions,
    catch_up_without_roth,
    // Nondiscrimination.
    testing_method_missing,
    safe_harbor_after_tax_still_tested,
    // Types of plan.
    universal_availability,
    r403b_after_tax_needs_acp,
    r403b_with_adp,
    governmental_401k,
    r457b_with_after_tax,
    roth_in_tax_exempt_457b,
    governmental_plan_tested,
    solo_until_someone_is_hired,
    simple_401k_with_after_tax,
    ira_plan_cannot_mega_backdoor,
}

/// The rule of a name.
pub fn named(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}
