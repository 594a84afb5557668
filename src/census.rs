//! Participant data for the ADP, ACP and limit tests: rows to [`Participant`](participant::Participant)s, plan by plan,
//! and everything that is wrong with them. Knows no plan's terms and no law; opens no file.

mod cell;
pub mod column;
#[cfg(feature = "parquet")]
pub mod columnar;
pub mod employer;
mod encoding;
pub mod header;
pub mod mapping;
pub mod participant;
pub mod problem;
mod quick;
pub mod reader;
mod row;
mod split;
#[cfg(feature = "xlsx")]
pub mod spreadsheet;
mod synonyms;
mod tally;
mod texts;
mod watch;

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::mem;

use employer::{Employer, Gathered, Seen};
use header::Understanding;
use mapping::Mapping;
use participant::PlanRows;
use problem::Problems;
use reader::{Arrangement, Counts, Reader};
use tally::Tally;

/// What is known of a census when all of it is read.
#[derive(Debug)]
pub struct Census {
    pub understanding: Understanding,
    pub counts: Counts,
    /// People: those of a plan, or of an employer where the census says whose plans belong together.
    pub people: u64,
    pub plans: u64,
    pub arrangement: Arrangement,
    /// Amounts with more than two decimals, which are rounded half up: a number for each column of the file.
    pub rounded: Vec<u64>,
    /// A census with any is not tested.
    pub problems: Problems,
}

/// Reads a census and calls `each` with the plans of every employer: employers in the order of their first plans, plans
/// in the order in which they first appear. Without a column `employer_group` every plan has an employer of its own.
///
/// One pass reads a file in which the rows of a plan and the plans of an employer stand together, and memory holds one
/// employer at a time. Otherwise a second pass holds all rows in memory, some 200 bytes each, and all employers come
/// again: [`Employer::reading`] tells. `open` is called once or twice and must give the same bytes. What is made of the
/// employers is worth something only if there are no problems. `each` may take the employer and leave an empty one.
///
/// # Errors
/// Those of `open` and of reading. What is wrong with the census is in [`Census::problems`].
pub fn by_employer<R: Read>(
    mut open: impl FnMut() -> io::Result<R>,
    mapping: &Mapping,
    mut each: impl FnMut(&Understanding, &mut Employer),
) -> io::Result<Census> {
    let mut reader = Reader::new(open()?, mapping)?;
    let mut tally = Tally::new(reader.understanding());
    let together = stream(&mut reader, &mut tally, &mut each)?;
    let mut ending = reader.end();
    if together == Arrangement::Together {
        return Ok(tally.complete(ending));
    }
    let mut gathered = Gathered::read(open()?, mapping)?;
    ending.problems.take(mem::take(&mut gathered.problems));
    let mut tally = Tally::new(&ending.understanding);
    for mut employer in gathered.employers() {
        tally.add(&employer);
        each(&ending.understanding, &mut employer);
    }
    Ok(tally.complete(ending))
}

/// Reads a census and calls `each` with the rows of every plan, whoever its employer is. What it returns comes in the
/// order in which the plans first appear.
///
/// ```
/// use planlint::census::{by_plan, column::Money, mapping::Mapping};
///
/// let file = "plan_id,employee_id,compensation,pre_tax\nA,1,\"$50,000.00\",2500\nA,2,40000,\nB,3,90000,4500\n";
/// let (census, deferrals) = by_plan(
///     || Ok(file.as_bytes()),
///     &Mapping::default(),
///     |_, plan| plan.participants().iter().map(|one| one.money(Money::PreTax)).sum::<i64>(),
/// )?;
/// assert!(census.problems.is_empty());
/// assert_eq!(deferrals, [2_500_00, 4_500_00]);
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Those of [`by_employer`].
pub fn by_plan<R: Read, T>(
    open: impl FnMut() -> io::Result<R>,
    mapping: &Mapping,
    mut each: impl FnMut(&Understanding, &PlanRows) -> T,
) -> io::Result<(Census, Vec<T>)> {
    let mut results = BTreeMap::new();
    let census = by_employer(open, mapping, |understanding, employer| {
        for (number, plan) in employer.numbers().iter().zip(employer.plans()) {
            results.insert(*number, each(understanding, plan));
        }
    })?;
    Ok((census, results.into_values().collect()))
}

/// Reads a census to see what is wrong with it.
///
/// # Errors
/// Those of `open` and of reading.
pub fn inspect<R: Read>(open: impl FnMut() -> io::Result<R>, mapping: &Mapping) -> io::Result<Census> {
    by_employer(open, mapping, |_, _| ())
}

/// The first pass: employers as they come, until a plan or an employer comes again. From there on only problems matter.
fn stream<R: Read>(
    reader: &mut Reader<R>,
    tally: &mut Tally,
    each: &mut impl FnMut(&Understanding, &mut Employer),
) -> io::Result<Arrangement> {
    let mut employer = Employer::default();
    let mut seen = Seen::default();
    let mut arrangement = Arrangement::Together;
    let mut plan = PlanRows::default();
    for number in 0.. {
        let is_plan = reader.next_plan(&mut plan)?;
        if reader.arrangement() == Arrangement::Scattered {
            arrangement = Arrangement::Scattered;
        }
        if arrangement == Arrangement::Together && !(is_plan && employer.has(&plan.group)) {
            if !employer.plans().is_empty() {
                tally.add(&employer);
                each(reader.understanding(), &mut employer);
                employer.clear();
            }
            if seen.again(&plan.group) {
                arrangement = Arrangement::Scattered;
            }
        }
        if !is_plan {
            break;
        }
        if arrangement == Arrangement::Together {
            employer.push(number, &mut plan);
        }
    }
    Ok(arrangement)
}
