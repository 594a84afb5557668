//! Participants of many plans, made by numbers that are the same on every machine: ordinary people, and those whom a
//! limit, a date or a threshold just catches or just misses.

/// One participant; amounts are in cents, dates are year, month and day.
#[derive(Debug, Clone)]
pub struct Row {
    pub plan: u64,
    pub employee: usize,
    pub birth: (u64, u64, u64),
    pub hire: (u64, u64, u64),
    pub left: Option<(u64, u64, u64)>,
    pub pay: u64,
    pub prior_pay: u64,
    /// In hundredths of a percent.
    pub ownership: u64,
    pub pre_tax: u64,
    pub roth: u64,
    pub catch_up: u64,
    pub after_tax: u64,
    pub matching: u64,
    pub qnec: u64,
    pub qmac: u64,
}

/// So many rows in so many plans of very different sizes, those of a plan together.
pub fn rows(seed: u64, plans: u64, count: usize) -> Vec<Row> {
    let mut numbers = Numbers(seed);
    let mut rows = Vec::with_capacity(count);
    for plan in 0..plans {
        let left = count - rows.len();
        let mean = left as u64 / (plans - plan);
        let size = if plan + 1 == plans { left as u64 } else { numbers.below(2 * mean + 1).max(1) };
        let culture = Culture::new(&mut numbers);
        for _ in 0..size.min(left as u64) {
            rows.push(row(&mut numbers, plan, rows.len(), &culture));
        }
    }
    rows
}

/// The same rows in an order in which no plan stands together. Not every bench that shares this file needs them so.
#[allow(dead_code)]
pub fn shuffled(mut rows: Vec<Row>, seed: u64) -> Vec<Row> {
    let mut numbers = Numbers(seed);
    for end in (1..rows.len()).rev() {
        rows.swap(end, numbers.below(end as u64 + 1) as usize);
    }
    rows
}

/// The census as a file.
pub fn csv(rows: &[Row]) -> String {
    let mut text = "plan_id,employee_id,birth_date,hire_date,termination_date,compensation,prior_compensation,ownership,pre_tax,\
                    roth,catch_up,after_tax,match,qnec,qmac\n"
        .to_owned();
    let date = |(year, month, day): (u64, u64, u64)| format!("{year:04}-{month:02}-{day:02}");
    let number = |hundredths: u64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    for row in rows {
        text.push_str(&format!(
            "P{:05},E{:09},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
            row.plan,
            row.employee,
            date(row.birth),
            date(row.hire),
            row.left.map(date).unwrap_or_default(),
            number(row.pay),
            number(row.prior_pay),
            number(row.ownership),
            number(row.pre_tax),
            number(row.roth),
            number(row.catch_up),
            number(row.after_tax),
            number(row.matching),
            number(row.qnec),
            number(row.qmac),
        ));
    }
    text
}

/// Whole dollars in cents.
const fn dollars(whole: u64) -> u64 {
    whole * 100
}

/// What the people of one plan have in common.
struct Culture {
    /// Of the deferrals, in percent.
    match_rate: u64,
    has_after_tax: bool,
    has_qnec: bool,
    deferral_points: u64,
}

impl Culture {
    fn new(numbers: &mut Numbers) -> Self {
        Self {
            match_rate: [0, 25, 50, 100][numbers.below(4) as usize],
            has_after_tax: numbers.below(4) == 0,
            has_qnec: numbers.below(10) == 0,
            deferral_points: 2 + numbers.below(9),
        }
    }
}

fn row(numbers: &mut Numbers, plan: u64, employee: usize, culture: &Culture) -> Row {
    let birth = (1952 + numbers.below(56), 1 + numbers.below(12), 1 + numbers.below(28));
    let hire = (2000 + numbers.below(27), 1 + numbers.below(12), 1 + numbers.below(28));
    let left = (numbers.below(8) == 0).then(|| (2026, 1 + numbers.below(12), 1 + numbers.below(28)));
    let pay = match numbers.below(40) {
        0 => 0,
        1..=3 => dollars(300_000) + numbers.below(dollars(200_000)),
        4..=8 => dollars(120_000) + numbers.below(dollars(100_000)),
        _ => dollars(20_000) + numbers.below(dollars(90_000)),
    };
    let prior_pay = match numbers.below(30) {
        0 => dollars(160_000),
        1 => dollars(160_000) + 1,
        2 => 0,
        _ => pay - pay / 25,
    };
    let ownership = [0, 0, 0, 500, 501, 6_000][(numbers.below(60) as usize).min(5 * 11) / 11];
    let ownership = if numbers.below(20) == 0 { ownership } else { 0 };
    let deferral =
        if numbers.below(4) == 0 { 0 } else { pay * numbers.below(2 * culture.deferral_points) / 100 };
    let deferral = deferral.min(if numbers.below(50) == 0 { dollars(36_000) } else { dollars(24_500) });
    let roth = deferral * numbers.below(3) / 4;
    let catch_up = if deferral == dollars(24_500) { numbers.below(dollars(9_000)) } else { 0 };
    let after_tax =
        if culture.has_after_tax && numbers.below(3) == 0 { pay * numbers.below(10) / 100 } else { 0 };
    Row {
        plan,
        employee,
        birth,
        hire,
        left,
        pay,
        prior_pay,
        ownership,
        pre_tax: deferral - roth,
        roth,
        catch_up,
        after_tax,
        matching: deferral.min(pay / 20) * culture.match_rate / 100,
        qnec: if culture.has_qnec { pay / 100 } else { 0 },
        qmac: if culture.has_qnec { pay / 200 } else { 0 },
    }
}

/// Numbers without a pattern: SplitMix64.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) % bound.max(1)
    }
}
