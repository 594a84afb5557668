//! The room in JSON, with the members of the contract first.

use serde::Serialize;

use crate::answer::room::{Cap, FrontLoading as Front, PersonalRoom};
use crate::money::{Percent, Usd};

#[derive(Serialize)]
pub struct Room {
    annual_additions_limit: Usd,
    pay_limit: Option<Usd>,
    elective_deferrals: Usd,
    employer: Usd,
    after_tax_so_far: Usd,
    plan_limit: Option<Usd>,
    hce_limit: Option<Usd>,
    remaining: Usd,
    binding: &'static str,
    per_paycheck: Option<Usd>,
    /// The lesser of the limit on annual additions and pay.
    limit: Usd,
    #[serde(rename = "match")]
    matching: Usd,
    nonelective: Usd,
    related_additions: Usd,
    /// Deferrals that do not count.
    catch_up: Usd,
    before_caps: Usd,
    /// What the limit is already passed by.
    over: Usd,
    combined_limit: Option<Usd>,
    plan_limit_left: Option<Usd>,
    hce_limit_left: Option<Usd>,
    combined_limit_left: Option<Usd>,
    pay_left: Option<Usd>,
    periods_left: Option<u32>,
    front_loading: Option<FrontLoading>,
}

#[derive(Serialize)]
struct FrontLoading {
    rate: Percent,
    ends_with: u32,
    periods: u32,
    even_match: Usd,
    lost: Usd,
}

pub fn room(room: &PersonalRoom) -> Room {
    let amount = |cap: &Option<Cap>| cap.as_ref().map(|cap| cap.amount);
    let left = |cap: &Option<Cap>| cap.as_ref().map(|cap| cap.left);
    Room {
        annual_additions_limit: room.annual_additions_limit,
        pay_limit: room.pay_limit,
        elective_deferrals: room.elective_deferrals,
        employer: room.employer.total(),
        after_tax_so_far: room.after_tax_so_far,
        plan_limit: amount(&room.plan_limit),
        hce_limit: amount(&room.hce_limit),
        remaining: room.remaining,
        binding: room.binding.word(),
        per_paycheck: room.per_paycheck,
        limit: room.limit,
        matching: room.employer.matching,
        nonelective: room.employer.nonelective,
        related_additions: room.related_additions,
        catch_up: room.catch_up,
        before_caps: room.before_caps,
        over: room.over,
        combined_limit: amount(&room.combined_limit),
        plan_limit_left: left(&room.plan_limit),
        hce_limit_left: left(&room.hce_limit),
        combined_limit_left: left(&room.combined_limit),
        pay_left: room.pay_left,
        periods_left: room.periods_left,
        front_loading: room.front_loading.as_ref().map(front_loading),
    }
}

fn front_loading(front: &Front) -> FrontLoading {
    FrontLoading {
        rate: front.rate,
        ends_with: front.ends_with,
        periods: front.periods,
        even_match: front.even_match,
        lost: front.lost,
    }
}
