//! The minimum contribution of a top-heavy plan (IRC 416(c)(2)): who is due it, and who did not get it.

use crate::census::column::Flag;
use crate::census::header::Understanding;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::disproportionate_match::AtYearEnd;
use crate::nondiscrimination::top_heavy::{minimum_contribution, minimum_rate};
use crate::testing::people::{People, Person, Standing};
use crate::testing::qnecs::at_year_end;
use crate::testing::results::top_heavy::Minimum;
use crate::testing::split::is_statutory;
use crate::testing::terms::Terms;

pub(super) fn of(terms: &Terms, census: &Understanding, people: &People<'_>, is_key: &[bool]) -> Minimum {
    let all = || people.people.iter().zip(is_key);
    let keys = all().filter(|(_, is_key)| **is_key);
    let highest = keys.map(|(person, _)| rate(people, person)).max().unwrap_or(Hundredths::ZERO);
    let mut minimum = Minimum {
        rate: minimum_rate(highest),
        employees: 0,
        due: Cents::ZERO,
        short_employees: 0,
        short: Cents::ZERO,
    };
    for (person, is_key) in all() {
        if *is_key || !is_due(terms, census, people, person) {
            continue;
        }
        let due = minimum_contribution(person.pay, highest);
        let short = due.less(employer_money(people, person));
        minimum.employees += 1;
        minimum.due = minimum.due + due;
        minimum.short = minimum.short + short;
        minimum.short_employees += u32::from(short > Cents::ZERO);
    }
    minimum
}

/// With elective contributions, but for catch-up contributions of the year (26 CFR 1.416-1, M-20; 1.414(v)-1(d)(3)(i)).
fn rate(people: &People<'_>, person: &Person) -> Hundredths {
    let contributions = person.elective.counted + employer_money(people, person);
    contributions.ratio_of(person.pay).unwrap_or(Hundredths::ZERO)
}

/// Match counts towards the minimum (IRC 416(c)(2)(A)), in every plan of the employer.
fn employer_money(people: &People<'_>, person: &Person) -> Cents {
    let here = person.here;
    let all = people.elsewhere.get(&person.place).map_or(here, |there| here.plus(*there));
    all.matching + all.qmac + all.qnec + all.other_employer
}

/// Participants employed on the last day (26 CFR 1.416-1, M-10), but not those under a collective bargaining agreement
/// (IRC 416(i)(4)), and not those whom age and service could keep out (IRC 416(c)(2)(C)). Of whom it is not known is
/// counted.
fn is_due(terms: &Terms, census: &Understanding, people: &People<'_>, person: &Person) -> bool {
    let takes_part = match person.adp {
        Standing::In(_) | Standing::Unknown => true,
        Standing::Out(_) => false,
    };
    let row = people.row(person);
    takes_part
        && at_year_end(people, person) == AtYearEnd::Employed
        && row.flag(Flag::Union) != Some(true)
        && is_statutory(terms, census, row).unwrap_or(true)
}
