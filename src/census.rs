//! Participant data for the ADP, ACP and limit tests: rows to [`Participant`](participant::Participant)s, plan by plan,
//! and everything that is wrong with them. Knows no plan's terms and no law; opens no file.

mod cell;
pub mod column;
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

use std::collections::HashMap;
use std::io::{self, Read};

use fnv::FnvBuildHasher;

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

/// Reads a census and calls `each` with the rows of every plan, in the order in which the plans first appear.
///
/// One pass reads a file whose plans stand together, and memory holds one plan at a time. If a plan comes again after
/// another, what `each` returned is dropped and a second pass holds all rows in memory, some 200 bytes each. `open`
/// is called once or twice and must give the same bytes. Results are worth something only if there are no problems.
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
/// Those of `open` and of reading. What is wrong with the census is in [`Census::problems`].
pub fn by_plan<R: Read, T>(
    mut open: impl FnMut() -> io::Result<R>,
    mapping: &Mapping,
    mut each: impl FnMut(&Understanding, &PlanRows) -> T,
) -> io::Result<(Census, Vec<T>)> {
    let mut reader = Reader::new(open()?, mapping)?;
    let mut tally = Tally::new(reader.understanding());
    let mut plan = PlanRows::default();
    let mut results = Vec::new();
    while reader.next_plan(&mut plan)? {
        if reader.arrangement() == Arrangement::Together {
            tally.add(&plan);
            results.push(each(reader.understanding(), &plan));
        }
    }
    let ending = reader.end();
    if ending.arrangement == Arrangement::Scattered {
        let plans = gathered(open()?, mapping)?;
        tally = Tally::new(&ending.understanding);
        plans.iter().for_each(|plan| tally.add(plan));
        results = plans.iter().map(|plan| each(&ending.understanding, plan)).collect();
    }
    Ok((tally.complete(ending), results))
}

/// Reads a census to see what is wrong with it.
///
/// # Errors
/// Those of `open` and of reading.
pub fn inspect<R: Read>(open: impl FnMut() -> io::Result<R>, mapping: &Mapping) -> io::Result<Census> {
    by_plan(open, mapping, |_, _| ()).map(|(census, _)| census)
}

/// All rows, those of a plan together, plans in the order of their first rows.
fn gathered<R: Read>(input: R, mapping: &Mapping) -> io::Result<Vec<PlanRows>> {
    let mut reader = Reader::new(input, mapping)?;
    let mut places: HashMap<Vec<u8>, usize, FnvBuildHasher> = HashMap::default();
    let mut plans: Vec<PlanRows> = Vec::new();
    let mut part = PlanRows::default();
    while reader.next_plan(&mut part)? {
        if let Some(place) = places.get(&part.plan_id) {
            plans[*place].append(&part);
        } else {
            places.insert(part.plan_id.clone(), plans.len());
            plans.push(part.clone());
        }
    }
    Ok(plans)
}
