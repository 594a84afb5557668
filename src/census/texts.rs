//! The texts of one row: its plan, its employer, the person and the person's family.

use super::cell;
use super::column::Kind;
use super::split::{self, Extent, Quotes};

/// The texts of a row: in the bytes of the file, or here if they had quotation marks.
#[derive(Default)]
pub struct Texts {
    plan: Cut,
    group: Cut,
    id: Cut,
    family: Cut,
    unquoted: Vec<u8>,
}

/// Where a text of the row stands.
#[derive(Clone, Copy, Default)]
pub enum Cut {
    #[default]
    None,
    File(usize, usize),
    Unquoted(usize, usize),
}

impl Texts {
    pub fn plan<'b>(&'b self, bytes: &'b [u8]) -> &'b [u8] {
        self.plan.of(bytes, &self.unquoted)
    }

    pub fn group<'b>(&'b self, bytes: &'b [u8]) -> &'b [u8] {
        self.group.of(bytes, &self.unquoted)
    }

    pub fn id<'b>(&'b self, bytes: &'b [u8]) -> &'b [u8] {
        self.id.of(bytes, &self.unquoted)
    }

    pub fn family<'b>(&'b self, bytes: &'b [u8]) -> &'b [u8] {
        self.family.of(bytes, &self.unquoted)
    }

    #[inline]
    pub fn set(&mut self, kind: Option<Kind>, cut: Cut) {
        match kind {
            Some(Kind::Plan) => self.plan = cut,
            Some(Kind::Group) => self.group = cut,
            Some(Kind::Employee) => self.id = cut,
            Some(Kind::Family) => self.family = cut,
            Some(Kind::Date(_) | Kind::Hours | Kind::Money(_) | Kind::Percent(_) | Kind::YesNo(_)) | None => {
            }
        }
    }

    /// The text of a cut.
    pub fn of<'b>(&'b self, cut: Cut, bytes: &'b [u8]) -> &'b [u8] {
        cut.of(bytes, &self.unquoted)
    }

    /// The text of a cell without blanks around it.
    pub fn cut(&mut self, bytes: &[u8], extent: Extent) -> Cut {
        match extent.quotes {
            Quotes::None => {
                let (start, end) = cell::trimmed_range(&bytes[extent.start..extent.end]);
                Cut::File(extent.start + start, extent.start + end)
            }
            Quotes::Doubled => {
                let start = self.unquoted.len();
                split::plain(bytes, extent, &mut self.unquoted);
                Cut::Unquoted(start, self.unquoted.len())
            }
        }
    }

    pub fn clear(&mut self) {
        self.unquoted.clear();
        (self.plan, self.group, self.id, self.family) = (Cut::None, Cut::None, Cut::None, Cut::None);
    }
}

impl Cut {
    #[inline]
    pub fn of<'b>(self, bytes: &'b [u8], unquoted: &'b [u8]) -> &'b [u8] {
        match self {
            Cut::None => &[],
            Cut::File(start, end) => bytes.get(start..end).unwrap_or_default(),
            Cut::Unquoted(start, end) => unquoted.get(start..end).unwrap_or_default(),
        }
    }
}
