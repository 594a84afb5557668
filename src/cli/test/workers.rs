//! Testing on several threads: one reads, the others test. How many there are changes no byte of the output.

use std::io;
use std::mem;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use planlint::census::employer::Employer;
use planlint::census::header::Understanding;
use planlint::census::mapping::Mapping;
use planlint::census::{self, Census};

use super::progress::Progress;
use crate::cli::census::file::CensusFile;

/// More do not help: one thread reads hardly faster than one tests.
pub const MOST_BY_DEFAULT: usize = 3;

/// So many rows go to another thread at once, if the employers are small.
const BATCH: usize = 4_096;

/// So many batches wait.
const QUEUE: usize = 1;

/// The memory of so many employers is kept for others, if they are no larger than a batch.
const KEPT: usize = 8;

/// Employers on their way to a thread that tests them.
struct Batch {
    census: Arc<Understanding>,
    employers: Vec<Employer>,
}

/// Reads a census and tests every employer.
pub fn run(
    file: &CensusFile,
    mapping: &Mapping,
    threads: usize,
    progress: &mut Progress,
    test: &(dyn Fn(&Understanding, &Employer) + Sync),
) -> io::Result<Census> {
    let open = || file.open();
    if threads <= 1 {
        return census::by_employer(open, mapping, |census, employer| {
            progress.add(employer.rows());
            test(census, employer);
        });
    }
    let spare = Mutex::new(Vec::new());
    let (sender, receiver) = sync_channel(QUEUE);
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|| work(&receiver, &spare, test));
        }
        // Dropped at the end of reading, which ends the other threads.
        let mut outgoing = Outgoing { sender, batch: None, rows: 0 };
        let read = census::by_employer(open, mapping, |census, employer| {
            progress.add(employer.rows());
            let empty = spare.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
            outgoing.put(census, mem::replace(employer, empty));
        });
        outgoing.send();
        read
    })
}

/// Tests what comes, until nothing comes any more.
fn work(
    receiver: &Mutex<Receiver<Batch>>,
    spare: &Mutex<Vec<Employer>>,
    test: &(dyn Fn(&Understanding, &Employer) + Sync),
) {
    loop {
        let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(batch) = next else { return };
        for mut employer in batch.employers {
            test(&batch.census, &employer);
            if employer.rows() <= BATCH {
                employer.clear();
                let mut spare = spare.lock().unwrap_or_else(PoisonError::into_inner);
                if spare.len() < KEPT {
                    spare.push(employer);
                }
            }
        }
    }
}

/// The batch that is being filled.
struct Outgoing {
    sender: SyncSender<Batch>,
    batch: Option<Batch>,
    rows: usize,
}

impl Outgoing {
    fn put(&mut self, census: &Understanding, employer: Employer) {
        self.rows += employer.rows();
        let new = || Batch { census: Arc::new(census.clone()), employers: Vec::new() };
        self.batch.get_or_insert_with(new).employers.push(employer);
        if self.rows >= BATCH {
            self.send();
        }
    }

    fn send(&mut self) {
        self.rows = 0;
        if let Some(batch) = self.batch.take() {
            // Nobody receives only after a thread has panicked, which ends the run by itself.
            let _ = self.sender.send(batch);
        }
    }
}
