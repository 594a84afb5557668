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
    // The mega backdoor Roth.
    after_tax_not_allowed,
    no_route_to_roth,
    in_plan_roth_without_roth_account,
    in_plan_roth_misses_after_tax,
    transferred_money_withdrawable_early,
    after_tax_not_separately_accounted,
    basis_only_withdrawal,
    pre_1987_basis_untracked,
    conversion_too_rare,
    suspension_after_withdrawal,
    suspension_in_safe_harbor,
    needless_withdrawal_gate,
    deferrals_withdrawable_early,
    conversion_minimum_or_fee,
    no_direct_rollover,
    no_split_rollover,
    cash_out_withholding,
    after_tax_rollover_in_unaccounted,
    in_plan_roth_tax_unwithheld,
    after_tax_percent_cap_binds,
    after_tax_dollar_cap_binds,
    hce_after_tax_capped,
    combined_limit_crowds_out_after_tax,
    spillover_only,
    spillover_without_stop,
    front_loading_loses_match,
    after_tax_matched,
    conversion_counted_against_limit,
    automatic_conversion_without_election,
    best_route_present,
    recapture_untracked,
    two_roth_clocks,
    unvested_conversion,
    feature_not_in_document,
    rollover_notice_incomplete,
    wrong_1099_r_code,
    no_annual_additions_room,
    pay_limit_binds,
    converted_money_must_return,
    acp_fails_without_nhce_after_tax,
    rmd_not_convertible,
    lifetime_roth_rmd,
    roth_confused_with_after_tax,
    no_rollover_back_in,
    loan_and_conversion_collide,
    protected_rights_after_conversion,
    bonus_not_eligible_for_after_tax,
    // Limits.
    deferral_limit_missing,
    limit_above_law,
    limit_stale,
    year_not_published,
    pay_cap_missing,
    pay_for_415_leaves_out_deferrals,
    related_plans_not_aggregated,
    unrelated_employers,
    controlled_business_aggregates,
    catch_up_not_universal,
    catch_up_counted_in_annual_additions,
    higher_catch_up_missing,
    pre_tax_catch_up_for_high_earners,
    catch_up_without_roth,
    roth_catch_up_threshold_stale,
    roth_catch_up_wage_measure,
    deemed_roth_without_opt_out,
    roth_catch_up_transition,
    catch_up_above_plan_limit_ignored,
    refund_still_uses_room,
    excess_order_missing,
    limitation_year_not_calendar,
    one_percent_owner_amount_indexed,
    after_tax_in_deduction_limit,
    excess_deferral_date_missing,
    // Nondiscrimination.
    testing_method_missing,
    safe_harbor_after_tax_still_tested,
    basic_match_too_small,
    enhanced_match_too_small,
    hce_match_rate_higher,
    safe_harbor_nonelective_too_small,
    qaca_match_too_small,
    qaca_default_percent,
    qaca_vesting_too_slow,
    safe_harbor_not_vested,
    safe_harbor_notice_missing,
    late_safe_harbor_adoption,
    maybe_notice_obsolete,
    safe_harbor_year_not_12_months,
    match_above_six_percent,
    discretionary_match_above_four_percent,
    match_rate_rises,
    condition_on_safe_harbor_money,
    layered_match,
    top_heavy_exemption_lost,
    top_heavy_minimum_missing,
    // Types of plan.
    universal_availability,
    r403b_after_tax_needs_acp,
    r403b_with_adp,
    fifteen_year_catch_up,
    custodial_account_withdrawal,
    governmental_401k,
    r457b_with_after_tax,
    roth_in_tax_exempt_457b,
    r457b_limit_mixed,
    r457b_two_catch_ups,
    governmental_plan_tested,
    solo_until_someone_is_hired,
    solo_pay_base,
    simple_401k_with_after_tax,
    simple_limit_tier,
    ira_plan_cannot_mega_backdoor,
    // Automatic enrollment and newer provisions.
    auto_enrollment_mandate,
    auto_enrollment_exemption,
    withdrawal_window,
    eaca_not_uniform,
    student_loan_match,
    emergency_savings,
    secure_amendment_missing,
    starter_plan_with_employer_money,
    hardship_suspension,
}

/// The rule of a name.
pub fn named(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}
