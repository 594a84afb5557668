//! Examples on top-heavy plans.

use planlint::money::exact::{Cents, Hundredths};
use planlint::nondiscrimination::top_heavy::{
    self, Candidate, Contribution, Holder, KeyPay, Officer, Standing, is_exempt, is_key, officer_cap,
};
use serde_json::{Map, Value, json};

use super::example::Facts;

pub fn ratio(example: Facts<'_>) -> Value {
    let holder = |employee: Facts<'_>| Holder {
        balance: employee.cents("balance"),
        standing: match (employee.find("left_in").is_some(), employee.yes("key")) {
            (true, _) => Standing::NoService,
            (false, true) => Standing::Key,
            (false, false) => Standing::NonKey,
        },
    };
    let holders: Vec<Holder> = example.employees().into_iter().map(holder).collect();
    let found = top_heavy::top_heavy(&holders);
    json!({
        "key_total": found.key, "all_total": found.all, "disregarded": found.disregarded,
        "ratio_pct": found.ratio, "top_heavy": found.is_top_heavy,
    })
}

pub fn key_employee(example: Facts<'_>) -> Value {
    let one_percent_owner = example.cents("plan_facts.one_pct_owner_comp_limit");
    let of = |employee: Facts<'_>| {
        let pay = employee.members("comp_by_entity");
        let compensation: Cents = pay.iter().map(|(_, amount)| amount.as_cents()).sum();
        let ownership = Hundredths(employee.cents("owner_pct_PC").0);
        let candidate = Candidate { ownership, compensation, officer: Officer::No };
        let key = is_key(&candidate, &KeyPay { officer: Cents::dollars(230_000), one_percent_owner });
        (employee.id().to_owned(), json!({ "key": key, "comp_total": compensation }))
    };
    example.employees().into_iter().map(of).collect::<Map<_, _>>().into()
}

pub fn officers(example: Facts<'_>) -> Value {
    let of = |(employees, _): (&str, Facts<'_>)| {
        (employees.to_owned(), json!(officer_cap(employees.parse().expect("a number"))))
    };
    json!({ "cap_by_employees": example.members("expected.cap_by_employees").into_iter().map(of).collect::<Map<_, _>>() })
}

pub fn exemption(_: Facts<'_>) -> Value {
    let with = |one| is_exempt(&[Contribution::Elective, Contribution::SafeHarbor, one]);
    json!({
        "exempt": with(Contribution::SafeHarbor),
        "exempt_if_after_tax_added": with(Contribution::AfterTax),
        "exempt_if_discretionary_profit_sharing_added": with(Contribution::OtherEmployer),
    })
}
