//! Examples on safe-harbor match, and on which plans are tested.

use planlint::money::exact::{Cents, Fraction, Hundredths};
use planlint::nondiscrimination::annual_additions::{AnnualAdditions, room};
use planlint::nondiscrimination::applicability::{AfterTax, Design, Required, SafeHarbor, required};
use planlint::nondiscrimination::correction_acp::sources::{MatchTier, match_on};
use planlint::nondiscrimination::safe_harbor::{
    AdpSafeHarbor, BASIC, Band, QACA, acp_safe_harbor, adp_safe_harbor, combined, favors_no_hce, for_pay,
};
use planlint::plan::employer::Entity;
use planlint::plan::plan_type::PlanType;
use serde_json::{Map, Value, json};

use super::example::Facts;

fn bands(example: Facts<'_>, path: &str) -> Vec<Band> {
    let band = |tier: Facts<'_>| {
        let width =
            tier.find("of_first_pct").or_else(|| tier.find("of_next_pct")).expect("a band").as_cents();
        Band { rate: tier.percent("rate_pct"), width: Hundredths(width.0) }
    };
    example.list(&format!("plan_facts.{path}")).into_iter().map(band).collect()
}

pub fn formula(example: Facts<'_>) -> Value {
    if example.find("plan_facts.division_D_tiers").is_some() {
        let (d, e) = (bands(example, "division_D_tiers"), bands(example, "division_E_tiers"));
        let satisfies = favors_no_hce(&d, &e) && favors_no_hce(&e, &d);
        return json!({ "satisfies": satisfies });
    }
    let found = adp_safe_harbor(&bands(example, "match_tiers"), BASIC);
    let formula = match found {
        Some(AdpSafeHarbor::Basic) => "basic",
        Some(AdpSafeHarbor::Enhanced) => "enhanced",
        None => "none",
    };
    json!({ "satisfies": found.is_some(), "formula": formula })
}

pub fn match_table(example: Facts<'_>) -> Value {
    let pay = example.cents("plan_facts.comp");
    let enhanced = [Band { rate: Hundredths::percent(100), width: Hundredths::percent(4) }];
    let table = |name: &str, bands: &[Band]| -> Value {
        let of = |(deferral, _): (&str, Facts<'_>)| {
            let share = Hundredths::percent(deferral.parse().expect("percent"));
            let deferred = Cents(pay.times(share).rounded_half_up());
            (deferral.to_owned(), json!(match_on(deferred, &for_pay(bands, pay))))
        };
        example.members(&format!("expected.{name}")).into_iter().map(of).collect::<Map<_, _>>().into()
    };
    let names =
        ["basic_match_by_deferral_pct", "qaca_match_by_deferral_pct", "enhanced_4pct_by_deferral_pct"];
    let formulas: [&[Band]; 3] = [BASIC, QACA, &enhanced];
    let tables = names.iter().zip(formulas).map(|(name, bands)| ((*name).to_owned(), table(name, bands)));
    tables.collect::<Map<_, _>>().into()
}

pub fn combined_match(example: Facts<'_>) -> Value {
    let discretionary = bands(example, "discretionary_tiers");
    let all = combined(BASIC, &discretionary);
    let pay = Cents::dollars(10_000);
    let rate = |(deferral, _): (&str, Facts<'_>)| {
        let share = Hundredths::percent(deferral.parse().expect("percent"));
        let deferred = Cents(pay.times(share).rounded_half_up());
        (deferral.to_owned(), json!(match_on(deferred, &for_pay(&all, pay)).ratio_of(deferred)))
    };
    let rates = example.members("expected.combined_rate_by_deferral_pct").into_iter().map(rate);
    json!({
        "combined_rate_by_deferral_pct": rates.collect::<Map<_, _>>(),
        "acp_safe_harbor": acp_safe_harbor(BASIC, &discretionary),
    })
}

/// Three formulas on one another, up to the limit on annual additions.
pub fn stacked(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let (pay, elective) = (employee.cents("comp"), employee.cents("elective"));
    let up_to = |path| Cents(pay.times(facts.percent(path)).rounded_half_up());
    let basic = match_on(elective, &for_pay(BASIC, pay));
    // Two thirds, which the source prints as 66.6667%.
    let matched = elective.min(up_to("discretionary_on_first_pct"));
    let discretionary = Cents(Fraction::new(2 * i128::from(matched.0), 3).rounded_half_up());
    let tier = MatchTier { rate: facts.percent("fixed_rate_pct"), width: up_to("fixed_on_first_pct") };
    let fixed = match_on(elective, &[tier]);
    let employer = basic + discretionary + fixed;
    let additions = AnnualAdditions { elective, employer, ..Default::default() };
    json!({
        "deferral_pct": elective.ratio_of(pay), "stack1_basic": basic, "stack2_discretionary": discretionary,
        "stack2_pct_of_comp": discretionary.ratio_of(pay), "stack3_fixed": fixed, "total": additions.total(),
        "after_tax_room": room(&additions, facts.cents("limit_415c")),
    })
}

fn tests(plan_type: PlanType, sponsor: Entity, safe_harbor: SafeHarbor, after_tax: AfterTax) -> Value {
    let Required { adp, acp } = required(&Design { plan_type, sponsor, safe_harbor, after_tax });
    json!({ "adp": adp, "acp": acp, "after_tax_allowed": plan_type.may_hold_after_tax() })
}

pub fn after_tax_is_tested(_: Facts<'_>) -> Value {
    let design = Design {
        plan_type: PlanType::Traditional401k,
        sponsor: Entity::Corporation,
        safe_harbor: SafeHarbor::AdpAndAcp,
        after_tax: AfterTax::Allowed,
    };
    json!({ "acp_test_required": required(&design).acp })
}

pub fn applicability(_: Facts<'_>) -> Value {
    use AfterTax::{Allowed, NotAllowed};
    use PlanType::{Governmental457b, Plan403b, Simple401k, Traditional401k};
    json!({
        "governmental_401k": tests(Traditional401k, Entity::Governmental, SafeHarbor::None, Allowed),
        "governmental_403b": tests(Plan403b, Entity::Governmental, SafeHarbor::None, Allowed),
        "erisa_501c3_403b": tests(Plan403b, Entity::TaxExempt, SafeHarbor::None, Allowed),
        "church_403b_sec_3121w3A": tests(Plan403b, Entity::Church, SafeHarbor::None, Allowed),
        "457b": tests(Governmental457b, Entity::Governmental, SafeHarbor::None, NotAllowed),
        "traditional_401k": tests(Traditional401k, Entity::Corporation, SafeHarbor::None, Allowed),
        "safe_harbor_401k_no_aftertax_and_match_within_401m11":
            tests(Traditional401k, Entity::Corporation, SafeHarbor::AdpAndAcp, NotAllowed),
        "safe_harbor_401k_with_aftertax":
            tests(Traditional401k, Entity::Corporation, SafeHarbor::AdpAndAcp, Allowed),
        "simple_401k": tests(Simple401k, Entity::Corporation, SafeHarbor::None, NotAllowed),
    })
}
