//! The room for after-tax contributions in JSON.

use serde::Serialize;

use crate::estimate::headroom::{Bound, Headroom};
use crate::money::exact::{Cents, Hundredths};

#[derive(Serialize)]
pub(super) struct Room<'a> {
    rate: Option<Hundredths>,
    bound: &'static str,
    total: Cents,
    people: Vec<Person<'a>>,
    carriers: Vec<Carriers>,
    curves: Vec<Curve>,
}

#[derive(Serialize)]
struct Person<'a> {
    employee_id: &'a str,
    pay: Cents,
    most: Cents,
    limit: &'static str,
    at_rate: Cents,
}

#[derive(Serialize)]
struct Carriers {
    hce_rate: Hundredths,
    nhce_rate: Hundredths,
    needed: Option<u32>,
    of: u32,
}

#[derive(Serialize)]
struct Curve {
    nhce_rate: Hundredths,
    points: Vec<(Hundredths, Option<Hundredths>)>,
}

pub(super) fn room(found: &Headroom) -> Room<'_> {
    Room {
        rate: found.rate,
        bound: match found.bound {
            Bound::Test => "test",
            Bound::Limits => "limits",
            Bound::Nobody => "nobody",
        },
        total: found.total,
        people: found
            .people
            .iter()
            .map(|one| Person {
                employee_id: &one.employee,
                pay: one.pay,
                most: one.most,
                limit: one.stop.name(),
                at_rate: one.at_rate,
            })
            .collect(),
        carriers: found
            .carriers
            .iter()
            .map(|one| Carriers {
                hce_rate: one.hce_rate,
                nhce_rate: one.nhce_rate,
                needed: one.needed,
                of: one.of,
            })
            .collect(),
        curves: found
            .curves
            .iter()
            .map(|curve| Curve { nhce_rate: curve.nhce_rate, points: curve.points.clone() })
            .collect(),
    }
}
