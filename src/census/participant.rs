//! One person's row in integers, and the rows of one plan. Neither shows a value when it is printed for debugging.

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU32;

use jiff::civil::Date;

use super::column::{DateField, Flag, MONEY_COLUMNS, Money, Share};
use super::encoding;

/// A date of a census, ordered as dates are. It has four bytes, also where it may be missing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZeroU32);

/// What one row says. Money is in cents: a blank cell and an absent column are both 0 here, and
/// [`Understanding::has`](super::header::Understanding::has) tells them apart.
#[derive(Clone, Copy, Hash)]
pub struct Participant {
    money: [i64; MONEY_COLUMNS],
    dates: [Option<Day>; 3],
    shares: [u32; 3],
    hours: u32,
    flags: [Option<bool>; 4],
    row: u32,
    id: Place,
    family: Place,
}

/// Where a text stands among the texts of a plan.
#[derive(Clone, Copy, Default, Hash)]
struct Place {
    start: u32,
    length: u32,
}

/// The rows of one plan, in the order of the file.
#[derive(Clone, Default, Hash)]
pub struct PlanRows {
    pub(super) plan_id: Vec<u8>,
    pub(super) group: Vec<u8>,
    texts: Vec<u8>,
    participants: Vec<Participant>,
}

/// No cell: hours of service that nobody stated. No year has so many.
const NO_HOURS: u32 = u32::MAX;

/// No cell: a vested share that nobody stated.
const NO_SHARE: u32 = u32::MAX;

impl Day {
    /// The first and last year that a census can be about: a year outside is a slip of the pen.
    pub const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

    /// A day that there was, or `None`.
    #[inline(always)]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        const LAST: [u32; 13] = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = LAST.get(month as usize).copied().unwrap_or(0);
        let is_there = (1..=last).contains(&day) && (month != 2 || day != 29 || leap);
        if !is_there || !Self::YEARS.contains(&year) {
            return None;
        }
        NonZeroU32::new(year * 10_000 + month * 100 + day).map(Day)
    }

    /// The day as a number, `20260701`, in which adding 10,000 is adding a year.
    #[inline(always)]
    pub fn number(self) -> u32 {
        self.0.get()
    }

    pub fn year(self) -> i16 {
        (self.0.get() / 10_000) as i16
    }

    pub fn month(self) -> i8 {
        (self.0.get() / 100 % 100) as i8
    }

    pub fn day(self) -> i8 {
        (self.0.get() % 100) as i8
    }

    pub fn to_date(self) -> Date {
        jiff::civil::date(self.year(), self.month(), self.day())
    }
}

impl Participant {
    pub(crate) const EMPTY: Participant = Participant {
        money: [0; MONEY_COLUMNS],
        dates: [None; 3],
        shares: [0, 0, NO_SHARE],
        hours: NO_HOURS,
        flags: [None; 4],
        row: 0,
        id: Place { start: 0, length: 0 },
        family: Place { start: 0, length: 0 },
    };

    /// The row in the file as a spreadsheet counts it: the header is row 1.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// Cents.
    pub fn money(&self, money: Money) -> i64 {
        self.money[money as usize]
    }

    pub fn date(&self, field: DateField) -> Option<Day> {
        self.dates[field as usize]
    }

    /// Thousandths of a percent, rounded up, so that more than 5 percent stays more.
    pub fn share(&self, share: Share) -> u32 {
        self.shares[share as usize]
    }

    /// The vested share of the match in thousandths of a percent; `None` where the cell is blank or the column absent.
    pub fn match_vested(&self) -> Option<u32> {
        let share = self.share(Share::MatchVested);
        (share != NO_SHARE).then_some(share)
    }

    /// Hundredths of an hour; `None` where the cell is blank or the column absent.
    pub fn hours(&self) -> Option<u32> {
        (self.hours != NO_HOURS).then_some(self.hours)
    }

    /// `None` where the cell is blank or the column absent.
    pub fn flag(&self, flag: Flag) -> Option<bool> {
        self.flags[flag as usize]
    }

    #[inline]
    pub(crate) fn set_row(&mut self, row: u32) {
        self.row = row;
    }

    #[inline]
    pub(crate) fn set_money(&mut self, money: Money, cents: i64) {
        self.money[money as usize] = cents;
    }

    #[inline]
    pub(crate) fn set_date(&mut self, field: DateField, day: Option<Day>) {
        self.dates[field as usize] = day;
    }

    #[inline]
    pub(crate) fn set_share(&mut self, share: Share, thousandths: u32) {
        self.shares[share as usize] = thousandths;
    }

    #[inline]
    pub(crate) fn set_hours(&mut self, hundredths: u32) {
        self.hours = hundredths;
    }

    #[inline]
    pub(crate) fn set_flag(&mut self, flag: Flag, value: Option<bool>) {
        self.flags[flag as usize] = value;
    }
}

impl PlanRows {
    /// The plan; `None` where the census has no `plan_id`.
    pub fn plan_id(&self) -> Option<Cow<'_, str>> {
        (!self.plan_id.is_empty()).then(|| encoding::text(&self.plan_id))
    }

    /// The employer whose plans are taken together; `None` where the census does not say.
    pub fn employer_group(&self) -> Option<Cow<'_, str>> {
        (!self.group.is_empty()).then(|| encoding::text(&self.group))
    }

    pub fn participants(&self) -> &[Participant] {
        &self.participants
    }

    /// The same rows, for what is estimated to be written into them.
    pub(crate) fn participants_mut(&mut self) -> &mut [Participant] {
        &mut self.participants
    }

    /// The key of a participant of this plan, as the file has it.
    pub fn employee_id(&self, participant: &Participant) -> &[u8] {
        self.text(participant.id)
    }

    /// The key of a participant of this plan, for showing.
    pub fn employee_name(&self, participant: &Participant) -> Cow<'_, str> {
        encoding::text(self.employee_id(participant))
    }

    /// The `employee_id` of the owner whose stock is attributed to this participant.
    pub fn family_of(&self, participant: &Participant) -> Option<&[u8]> {
        (participant.family.length > 0).then(|| self.text(participant.family))
    }

    /// Adds a row with its texts.
    #[inline]
    pub(crate) fn push(&mut self, participant: &Participant, id: &[u8], family: &[u8]) {
        let (id, family) = (self.keep(id), self.keep(family));
        self.participants.push(*participant);
        // In its place: a row is too large to be copied twice.
        if let Some(kept) = self.participants.last_mut() {
            (kept.id, kept.family) = (id, family);
        }
    }

    /// Takes over the rows of another part of the same plan.
    pub(super) fn append(&mut self, other: &PlanRows) {
        for participant in &other.participants {
            self.push(participant, other.text(participant.id), other.text(participant.family));
        }
    }

    /// Takes all rows of another, which keeps its memory for the next.
    pub(super) fn take_from(&mut self, other: &mut PlanRows) {
        self.plan_id.extend_from_slice(&other.plan_id);
        self.group.extend_from_slice(&other.group);
        self.append(other);
        other.clear();
    }

    pub(super) fn clear(&mut self) {
        self.plan_id.clear();
        self.group.clear();
        self.texts.clear();
        self.participants.clear();
    }

    #[inline]
    fn keep(&mut self, text: &[u8]) -> Place {
        if text.is_empty() {
            return Place::default();
        }
        let start = self.texts.len();
        self.texts.extend_from_slice(text);
        Place { start: start as u32, length: text.len() as u32 }
    }

    fn text(&self, place: Place) -> &[u8] {
        let start = place.start as usize;
        self.texts.get(start..start + place.length as usize).unwrap_or_default()
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Day(…)")
    }
}

impl fmt::Debug for Participant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Participant").field("row", &self.row).finish_non_exhaustive()
    }
}

impl fmt::Debug for PlanRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlanRows").field("rows", &self.participants.len()).finish_non_exhaustive()
    }
}
