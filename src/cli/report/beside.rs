//! What the pages of plans say beside what `check` says of them: how near a `workforce` is to failing a test, and how a
//! plan stands to its peers.

use std::collections::{HashMap, VecDeque};
use std::path::Path;

use planlint::compare::norms::Norm;
use planlint::compare::{ComparedPlan, compare};
use planlint::estimate::lever::Settings;
use planlint::estimate::model::SEED;
use planlint::estimate::{self, Depth, Estimate, RUNS, Request};
use planlint::law::Law;
use planlint::render::site::Peer;
use planlint::report::{CheckOptions, Report};
use planlint::source::{FileId, Input};
use planlint::testing::terms::Terms;
use rayon::prelude::*;

use crate::cli::exit::Problem;

/// Of one plan.
type Beside = (Option<Estimate>, Vec<Peer>);

/// Of every plan of the report, in its order. Specs are read again for it only where there is something to tell.
pub fn read(
    norms: Option<&Path>,
    inputs: &[Input],
    report: &Report,
    options: &CheckOptions,
) -> Result<Vec<Beside>, Problem> {
    let norms = norms.map_or(Ok(Vec::new()), crate::cli::compare::norms)?;
    let mentions = |input: &Input| input.bytes.windows(WORKFORCE.len()).any(|word| word == WORKFORCE);
    if norms.is_empty() && !inputs.iter().any(mentions) {
        return Ok(Vec::new());
    }
    let compared = compare(inputs, options);
    let told: Vec<(FileId, Beside)> =
        compared.plans.par_iter().map(|plan| (plan.report.file, beside(plan, &norms))).collect();
    let mut of_files: HashMap<FileId, VecDeque<Beside>> = HashMap::new();
    for (file, own) in told {
        of_files.entry(file).or_default().push_back(own);
    }
    // Nothing is told beside the findings of a file that cannot be read whole.
    let of = |file| of_files.get_mut(&file).and_then(VecDeque::pop_front).unwrap_or_default();
    Ok(report.plans.iter().map(|plan| plan.file).map(of).collect())
}

const WORKFORCE: &[u8] = b"workforce";

fn beside(plan: &ComparedPlan, norms: &[Norm]) -> Beside {
    let estimate = plan.exposure.is_some().then(|| {
        let (x, y) = estimate::grid::usual(&Terms::of(&plan.plan, Law::current()));
        let request = Request {
            depth: Depth::Whole,
            base: Settings::default(),
            x,
            y,
            seed: SEED,
            spread: None,
            runs: RUNS,
        };
        estimate::of_workforce(&plan.plan, Law::current(), &request)
    });
    let peer = |norm: &Norm| Peer {
        feature: norm.feature.text().to_owned(),
        share: norm.words(),
        offered: norm.offered_by(plan),
    };
    (estimate, norms.iter().map(peer).collect())
}
