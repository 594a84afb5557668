//! Employees who could have been kept out of the plan by the greatest age and service that the law allows, and the ways
//! to test a plan that lets them in (IRC 410(b)(4)(B), 401(k)(3)(F), 401(m)(5)(C)).

use super::excess_deferral::Status;

/// An age and a service requirement; an employee must meet both. The greatest lawful ones are 21 years and 12 months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirements {
    pub age: u32,
    pub service_months: u32,
}

impl Requirements {
    /// IRC 410(a)(1)(A).
    pub const GREATEST: Requirements = Requirements { age: 21, service_months: 12 };

    fn met(self, age: u32, service_months: u32) -> bool {
        age >= self.age && service_months >= self.service_months
    }
}

/// How a plan is tested that lets otherwise excludable employees in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Structure {
    /// One test of everyone.
    Together,
    /// A test of those who meet the requirements, and another of those who do not (26 CFR 1.401(k)-2(a)(1)(iii)(B)).
    Separate,
    /// One test: all the highly compensated, beside the others who meet the requirements (26 CFR
    /// 1.401(k)-2(a)(1)(iii)(A)). Not available to satisfy a safe harbor (1.401(k)-3(h)(3), 1.401(m)-3(j)(3)).
    EarlyParticipation,
}

/// One employee as these tests see one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Member {
    pub status: Status,
    pub standing: Standing,
}

/// Whether an employee meets the greatest requirements that the law allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    Statutory,
    OtherwiseExcludable,
}

/// A test, and whom it is about: places in the list of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subtest {
    pub name: &'static str,
    pub members: Vec<usize>,
}

/// An employee is excludable if the requirements of no plan are met; `any_of` are those of the plans that are tested
/// together, none of them stricter than the law allows (26 CFR 1.410(b)-6(b)(2)).
pub fn standing(age: u32, service_months: u32, any_of: &[Requirements]) -> Standing {
    if any_of.iter().any(|requirements| requirements.met(age, service_months)) {
        Standing::Statutory
    } else {
        Standing::OtherwiseExcludable
    }
}

/// The tests of a structure, in a fixed order; a test without members is left out.
pub fn subtests(structure: Structure, members: &[Member]) -> Vec<Subtest> {
    let of = |name, wanted: fn(&Member) -> bool| {
        let members = members.iter().enumerate().filter(|(_, member)| wanted(member)).map(|(index, _)| index);
        Subtest { name, members: members.collect() }
    };
    let mut tests = match structure {
        Structure::Together => vec![of("all employees", |_| true)],
        Structure::Separate => vec![
            of("statutory employees", |member| member.standing == Standing::Statutory),
            of("otherwise excludable", |member| member.standing == Standing::OtherwiseExcludable),
        ],
        Structure::EarlyParticipation => vec![of("early participation", |member| {
            member.status == Status::Hce || member.standing == Standing::Statutory
        })],
    };
    tests.retain(|test| !test.members.is_empty());
    tests
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn early_participation_drops_only_nhces() {
        let member = |status, standing| Member { status, standing };
        let members = [
            member(Status::Hce, Standing::OtherwiseExcludable),
            member(Status::Nhce, Standing::OtherwiseExcludable),
            member(Status::Nhce, Standing::Statutory),
        ];
        let of = |structure| -> Vec<Vec<usize>> {
            subtests(structure, &members).into_iter().map(|test| test.members).collect()
        };
        assert_eq!(of(Structure::Together), [vec![0, 1, 2]]);
        assert_eq!(of(Structure::Separate), [vec![2], vec![0, 1]]);
        assert_eq!(of(Structure::EarlyParticipation), [vec![0, 2]]);
    }
}
