//! Reading 100,000 rows of 18 columns: `cargo bench --bench census`.

use planlint::census;
use planlint::census::column::Money;
use planlint::census::mapping::Mapping;

const ROWS: usize = 100_000;
const PLANS: usize = 1_000;

fn main() {
    divan::main();
}

/// How the plans of a file stand.
#[derive(Debug, Clone, Copy)]
enum Order {
    Together,
    Scattered,
}

/// How amounts and dates are written.
#[derive(Debug, Clone, Copy)]
enum Cells {
    Plain,
    /// Dollar signs, commas in quotation marks, month first.
    Ornate,
}

fn text(order: Order, cells: Cells) -> String {
    let header = "plan_id,employee_id,birth_date,hire_date,termination_date,hours,compensation,prior_compensation,ownership,\
                  officer,pre_tax,roth,catch_up,after_tax,match,nonelective,qnec,qmac\n";
    let mut text = header.to_owned();
    for row in 0..ROWS {
        let plan = match order {
            Order::Together => row * PLANS / ROWS,
            Order::Scattered => row % PLANS,
        };
        let (pay, gift, day) = (40_000 + row % 90_000, row % 9_000, 10 + row % 18);
        let (date, money) = match cells {
            Cells::Plain => (format!("1970-09-{day}"), format!("{pay}.88")),
            Cells::Ornate => (format!("9/{day}/1970"), format!("\"${},{:03}.88\"", pay / 1000, pay % 1000)),
        };
        text.push_str(&format!(
            "P{plan:05},E{row:09},{date},{date},,1865,{money},{money},0.00,false,{gift}.00,4948.24,0.00,0.00,1491.82,0.00,0.00,0.00\n"
        ));
    }
    text
}

fn read(bencher: divan::Bencher<'_, '_>, order: Order, cells: Cells) {
    let text = text(order, cells);
    bencher.counter(divan::counter::ItemsCount::new(ROWS)).bench(|| {
        let pay = |_: &_, plan: &census::participant::PlanRows| {
            plan.participants().iter().map(|one| one.money(Money::Compensation)).sum::<i64>()
        };
        let read = census::by_plan(|| Ok(text.as_bytes()), &Mapping::default(), pay);
        let (census, sums) = read.expect("internal error: reading from memory failed");
        assert!(census.problems.is_empty());
        sums.len()
    });
}

#[divan::bench(args = [Cells::Plain, Cells::Ornate])]
fn together(bencher: divan::Bencher<'_, '_>, cells: Cells) {
    read(bencher, Order::Together, cells);
}

#[divan::bench]
fn scattered(bencher: divan::Bencher<'_, '_>) {
    read(bencher, Order::Scattered, Cells::Plain);
}
