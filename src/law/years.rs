//! Reading `limits.yaml`: one year's block when it is asked for. What each limit is stands in `limits`.

use std::fmt;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::limits::Limit;
use crate::money::Usd;

/// One published amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitValue {
    pub limit: Limit,
    /// The year in the limit's own sense: see [`Limit::year_key`].
    pub year: i16,
    /// Whole dollars.
    pub amount: Usd,
    /// The notice, procedure, section or table that the amount was read in, such as `Notice 2025-67`.
    pub source: String,
}

/// What is known for one year, in the order of [`Limit::ALL`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearLimits {
    year: i16,
    values: Vec<LimitValue>,
}

/// The text of one year's block, read at most once.
#[derive(Debug)]
pub(super) struct YearBlock {
    year: i16,
    pub(super) text: &'static str,
    limits: OnceLock<YearLimits>,
}

/// Splits the table at its `---` lines, without reading YAML. What stands before the first one is a comment.
pub(super) fn blocks(table: &'static str) -> Vec<YearBlock> {
    let mut starts = Vec::new();
    let mut offset = 0;
    for line in table.split_inclusive('\n') {
        if line.trim_end() == "---" {
            starts.push((offset, offset + line.len()));
        }
        offset += line.len();
    }
    let ends = starts.iter().skip(1).map(|(end, _)| *end).chain([table.len()]);
    starts.iter().zip(ends).map(|((_, start), end)| YearBlock::new(&table[*start..end])).collect()
}

/// Reads one year's block; the error names the line, and the key where one is unknown or stands twice.
pub(super) fn read(block: &str) -> Result<YearLimits, serde_yaml::Error> {
    serde_yaml::from_str(block)
}

impl LimitValue {
    /// The section of law and the source of the amount: `IRC 402(g)(1), Notice 2025-67`; once where they are the same.
    pub fn citation(&self) -> String {
        let section = self.limit.section();
        if self.source == section { section.to_owned() } else { format!("{section}, {}", self.source) }
    }
}

impl YearLimits {
    pub fn year(&self) -> i16 {
        self.year
    }

    /// The year's value of one limit, if it is published.
    pub fn limit(&self, limit: Limit) -> Option<&LimitValue> {
        let at = self.values.binary_search_by_key(&limit, |value| value.limit).ok()?;
        self.values.get(at)
    }

    /// Every value of the year; limits without one are left out.
    pub fn values(&self) -> &[LimitValue] {
        &self.values
    }
}

impl YearBlock {
    pub(super) fn year(&self) -> i16 {
        self.year
    }

    pub(super) fn limits(&self) -> &YearLimits {
        self.limits.get_or_init(|| {
            read(self.text).expect("internal error: a year's block of src/law/limits.yaml cannot be read")
        })
    }

    fn new(text: &'static str) -> Self {
        let year = text
            .lines()
            .find_map(|line| line.strip_prefix("year:"))
            .and_then(|year| year.trim().parse().ok())
            .expect("internal error: a block of src/law/limits.yaml has no line `year: YYYY`");
        Self { year, text, limits: OnceLock::new() }
    }
}

/// What stands behind a limit's name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    amount: u32,
    from: String,
}

impl<'de> Deserialize<'de> for YearLimits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(YearVisitor)
    }
}

/// Reads the block as a map, so that an unknown or repeated name is an error that says which.
struct YearVisitor;

impl<'de> Visitor<'de> for YearVisitor {
    type Value = YearLimits;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a year's block: `year` and limits by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<YearLimits, A::Error> {
        let mut year = None;
        let mut entries: Vec<(Limit, Entry)> = Vec::with_capacity(Limit::ALL.len());
        while let Some(key) = map.next_key::<String>()? {
            if key == "year" {
                if year.replace(map.next_value::<i16>()?).is_some() {
                    return Err(A::Error::custom("`year` stands twice"));
                }
                continue;
            }
            let limit =
                Limit::named(&key).ok_or_else(|| A::Error::custom(format!("no limit is named `{key}`")))?;
            if entries.iter().any(|(seen, _)| *seen == limit) {
                return Err(A::Error::custom(format!("`{key}` stands twice")));
            }
            entries.push((limit, map.next_value()?));
        }
        let year = year.ok_or_else(|| A::Error::missing_field("year"))?;
        entries.sort_by_key(|(limit, _)| *limit);
        let value = |(limit, entry): (Limit, Entry)| LimitValue {
            limit,
            year,
            amount: Usd::dollars(i64::from(entry.amount)),
            source: entry.from,
        };
        Ok(YearLimits { year, values: entries.into_iter().map(value).collect() })
    }
}
