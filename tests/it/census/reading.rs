//! Files of every shape: order of plans, line ends, encodings, rows across the edges of what is read at once.

use planlint::census;
use planlint::census::column::Money;
use planlint::census::mapping::Mapping;

use super::{inspect, told};

#[test]
fn plans_that_stand_apart_are_put_together() {
    let rows = ["A,1,10", "B,1,20", "A,2,30", "C,9,5", "B,2,40", "A,1,1"];
    let apart = format!("plan_id,employee_id,compensation\n{}\n", rows.join("\n"));
    let count = |_: &census::header::Understanding, plan: &census::participant::PlanRows| {
        let pay = |participant: &census::participant::Participant| participant.money(Money::Compensation);
        let ids = plan.participants().iter().map(|one| plan.employee_name(one).into_owned());
        let sum: i64 = plan.participants().iter().map(pay).sum();
        (plan.plan_id().unwrap_or_default().into_owned(), ids.collect::<String>(), sum)
    };
    let (census, plans) =
        census::by_plan(|| Ok(apart.as_bytes()), &Mapping::default(), count).expect("no reading fails");
    let expected = [("A", "121", 4_100), ("B", "12", 6_000), ("C", "9", 500)];
    assert_eq!(plans, expected.map(|(plan, ids, sum)| (plan.to_owned(), ids.to_owned(), sum)));
    assert_eq!((census.plans, census.people, census.counts.rows), (3, 5, 6));
    assert_eq!(census.arrangement, census::reader::Arrangement::Scattered);
    assert_eq!(told(&apart), ["7:[2] this is a second row for the person of row 2 in the same plan"]);

    let mut sorted = rows;
    sorted.sort_by_key(|row| row.as_bytes()[0]);
    let together = format!("plan_id,employee_id,compensation\n{}\n", sorted.join("\n"));
    let (census, same) =
        census::by_plan(|| Ok(together.as_bytes()), &Mapping::default(), count).expect("no reading fails");
    assert_eq!(census.arrangement, census::reader::Arrangement::Together);
    assert_eq!(same, plans);
}

#[test]
fn long_files_and_long_cells_cross_every_edge_of_reading() {
    // Rows of many lengths, so that the pieces in which a file is read end everywhere in a row.
    let note = |row: usize| format!("\"{}\r\n\"\"{}\"", "x".repeat(row % 977), "y,".repeat(row % 13));
    let rows: String =
        (0..4_000).map(|row| format!("P{},E{row:05},{},{}.25\r\n", row / 50, note(row), row * 3)).collect();
    let text = format!("plan_id,employee_id,note,compensation\r\n{rows}");
    let sum = |_: &census::header::Understanding, plan: &census::participant::PlanRows| {
        plan.participants().iter().map(|one| one.money(Money::Compensation)).sum::<i64>()
    };
    let (census, sums) =
        census::by_plan(|| Ok(text.as_bytes()), &Mapping::default(), sum).expect("no reading fails");
    assert_eq!((census.counts.rows, census.plans, census.people), (4_000, 80, 4_000));
    assert_eq!(census.problems.listed(), []);
    assert_eq!(sums.iter().sum::<i64>(), (0..4_000).map(|row| row * 300 + 25).sum::<i64>());
}

#[test]
fn every_way_to_end_lines_and_to_begin_a_file_is_read() {
    let rows: String = (0..40_000).map(|row| format!("E{row:05};{row}\n")).collect();
    let text = format!("employee_id;compensation\n{rows}");
    let utf16 = |text: &str| {
        [&[0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>().as_slice()]
            .concat()
    };
    let variants = [
        text.clone().into_bytes(),
        text.trim_end().as_bytes().to_vec(),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        format!("\u{feff}sep=;\r\n{text}").into_bytes(),
        format!("\n\n{text}\n;\n").into_bytes(),
        utf16(&text),
    ];
    for (index, bytes) in variants.iter().enumerate() {
        let census = census::inspect(|| Ok(bytes.as_slice()), &Mapping::default()).expect("no reading fails");
        assert_eq!((census.counts.rows, census.people), (40_000, 40_000), "variant {index}");
        assert_eq!(census.problems.listed(), [], "variant {index}");
    }
}

#[test]
fn what_has_no_end_is_told() {
    for tail in ["\"", "no line ends here"] {
        let text = format!("employee_id,compensation\nE1,5\nE2,{tail}{}", "x".repeat(5 << 20));
        let told = told(&text);
        assert!(told.len() == 1 && told[0].starts_with("3:[] this row does not end"), "{told:?}");
    }
}

#[test]
fn people_of_one_employer_count_once() {
    let text = "employer_group,plan_id,employee_id,pay\nG,A,1,5\nG,A,2,5\nG,B,1,5\n,C,1,5\n";
    assert_eq!(inspect(text).people, 3);
}
