//! Layouts as people export them, and what is made of them.

use super::*;

fn read(headers: &[&str], mapping: &str) -> (Understanding, Vec<Problem>) {
    let cells: Vec<Vec<u8>> = headers.iter().map(|header| header.as_bytes().to_vec()).collect();
    understand(&cells, b',', &Mapping::read(mapping).unwrap())
}

fn faults(headers: &[&str], mapping: &str) -> Vec<(Fault, Vec<usize>)> {
    read(headers, mapping).1.into_iter().map(|problem| (problem.fault, problem.columns)).collect()
}

#[test]
fn a_layout_in_other_words_is_understood() {
    let (layout, problems) = read(
        &["EE ID", "Dept", "DOB", "Gross Comp", "Plan Comp", "401(k)", "Roth 401(k) $", "Post-Tax"],
        "{}",
    );
    assert_eq!(problems, []);
    let numbers = [
        (Column::EmployeeId, 1),
        (Column::BirthDate, 3),
        (Column::Compensation, 5),
        (Column::PreTax, 6),
        (Column::Roth, 7),
        (Column::AfterTax, 8),
    ];
    for (column, number) in numbers {
        assert_eq!(layout.number(column), Some(number), "{column:?}");
    }
    assert_eq!(layout.headers[1].sense, Sense::Unknown);
    assert_eq!(layout.headers[3].sense, Sense::Passed(Column::Compensation));
    assert!(!layout.has(Column::CatchUp));
    assert_eq!(layout.absent().count(), 26);
}

#[test]
fn gross_pay_stands_for_plan_pay_in_its_absence() {
    let (layout, problems) = read(&["employee_id", "Gross Pay"], "{}");
    assert_eq!(problems, []);
    assert_eq!(layout.number(Column::Compensation), Some(2));
}

#[test]
fn every_fault_of_a_header_is_told() {
    assert_eq!(
        faults(&["Match", "ER Match", "Safe Harbor", "SSN"], "{}"),
        [
            (Fault::Ambiguous(&[Column::SafeHarborMatch, Column::SafeHarborNonelective]), vec![3]),
            (Fault::SocialSecurity, vec![4]),
            (Fault::Double(Column::Match), vec![1, 2]),
            (Fault::Missing(Column::EmployeeId), vec![]),
            (Fault::Missing(Column::Compensation), vec![]),
        ]
    );
    assert_eq!(
        faults(&["employee_id", "comp", "plan comp"], "{}"),
        [(Fault::Double(Column::Compensation), vec![2, 3])]
    );
}

#[test]
fn a_mapping_decides() {
    let (layout, problems) = read(
        &["Nr", "comp", "plan comp", "Safe Harbor"],
        "employee_id: nr\ncompensation: COMP\nsafe_harbor_match: safe harbor",
    );
    assert_eq!(problems, []);
    assert_eq!(layout.headers[1].sense, Sense::Read(Column::Compensation, How::Mapping));
    assert_eq!(layout.headers[2].sense, Sense::Passed(Column::Compensation));
    assert_eq!(layout.number(Column::SafeHarborMatch), Some(4));
    assert_eq!(faults(&["id", "pay"], "roth: R"), [(Fault::NotInFile(Column::Roth), vec![])]);
    let refused = faults(&["SSN", "pay"], "employee_id: SSN");
    assert_eq!(refused[0], (Fault::SocialSecurity, vec![1]));
}

#[test]
fn a_first_row_of_values_is_never_shown() {
    let (layout, problems) = read(&["123-45-6789", "Jane Doe", "98765.43"], "{}");
    assert_eq!(problems[0].fault, Fault::NoHeader);
    assert!(layout.headers.iter().all(|header| header.text.is_none()));
    let (layout, _) = read(&["employee_id", "compensation", "1980-01-02", "Team"], "{}");
    let shown: Vec<Option<&str>> = layout.headers.iter().map(|header| header.text.as_deref()).collect();
    assert_eq!(shown, [Some("employee_id"), Some("compensation"), None, Some("Team")]);
}
