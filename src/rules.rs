//! One rule, one `.rs` and one `.md` page, one line in the list below. Rules know no file and no renderer.

mod facts;
mod rule;

pub use facts::Facts;
pub use rule::{Check, Group, Judgement, Outcome, Profile, Rule};


/// Lists the rules: each line makes the module and its place in [`ALL`].
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
    after_tax_not_separately_accounted,
    basis_only_withdrawal,
    conversion_too_rare,
    suspension_after_withdrawal,
    needless_withdrawal_gate,
    deferrals_withdrawable_early,
    no_direct_rollover,
    no_split_rollover,
    best_route_present,
    roth_confused_with_after_tax,
}

/// The rule of a name.
pub fn named(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}
