//! The kinds of plan, and the groups of them that the law treats alike.

crate::choice! {
    /// The kind of plan, by the section of the Code that it is built on.
    PlanType "a plan type" {
        Traditional401k = "401(k)",
        /// A 401(k) of an owner without employees.
        Solo401k = "solo 401(k)",
        /// IRC 401(k)(11).
        Simple401k = "SIMPLE 401(k)",
        /// IRC 401(k)(16).
        Starter401k = "starter 401(k)",
        Plan403b = "403(b)",
        Governmental457b = "governmental 457(b)",
        TaxExempt457b = "tax-exempt 457(b)",
        /// A qualified plan without elective deferrals.
        Plan401a = "401(a)",
        Sep = "SEP",
        SimpleIra = "SIMPLE IRA",
    }
}

impl PlanType {
    /// Plans with a cash or deferred arrangement under 401(k).
    pub const ANY_401K: &'static [PlanType] =
        &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Simple401k, PlanType::Starter401k];
    /// 401(k) plans that may take contributions beyond what a simplified statute lists.
    pub const FULL_401K: &'static [PlanType] = &[PlanType::Traditional401k, PlanType::Solo401k];
    pub const ANY_457B: &'static [PlanType] = &[PlanType::Governmental457b, PlanType::TaxExempt457b];

    /// Can the law give such a plan a voluntary after-tax source at all? Not 457(b): 26 CFR 1.457-4(c)(1); not SIMPLE
    /// or starter 401(k): IRC 401(k)(11)(B)(i)(IV), 401(k)(16)(B); not IRA-based plans: IRC 408(k), 408(p)(1)(B).
    pub fn may_hold_after_tax(self) -> bool {
        match self {
            PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan403b | PlanType::Plan401a => true,
            PlanType::Simple401k
            | PlanType::Starter401k
            | PlanType::Governmental457b
            | PlanType::TaxExempt457b
            | PlanType::Sep
            | PlanType::SimpleIra => false,
        }
    }

    /// `a 403(b) plan`, `a SEP`.
    pub fn with_article(self) -> String {
        let noun = match self {
            PlanType::Sep | PlanType::SimpleIra => "",
            PlanType::Traditional401k
            | PlanType::Solo401k
            | PlanType::Simple401k
            | PlanType::Starter401k
            | PlanType::Plan403b
            | PlanType::Governmental457b
            | PlanType::TaxExempt457b
            | PlanType::Plan401a => " plan",
        };
        format!("a {self}{noun}")
    }
}
