//! Headings, and what stands around an answer and a form.

use super::message::messages;
use crate::money::Usd;
use jiff::civil::Date;

messages! {
    /// A heading or a part of a page.
    Page {
        Skip "page-skip",
        Why "head-why",
        Room "head-room",
        Bar "head-bar",
        Line "head-line",
        Amount "head-amount",
        Deferrals "head-deferrals",
        Routes "head-routes",
        Steps "head-steps",
        IfSo "head-if-so",
        OtherWay "head-other-way",
        Afterwards "head-afterwards",
        Taxes "head-taxes",
        Forms "head-forms",
        Clocks "head-clocks",
        Warnings "head-warnings",
        Pitfalls "head-pitfalls",
        Events "head-events",
        Ways "head-ways",
        Order "head-order",
        OrderNote "note-order",
        Questions "head-questions",
        Wanted "head-wanted",
        Assumptions "head-assumptions",
        Law "head-law",
        Disclaimer "note-disclaimer",
        More "note-more",
        Asking "note-asking",
        MadeBy "note-made-by" { version: String },
        PlanYear "note-plan-year" { from: Date, to: Date },
        BarText "bar-text" { limit: Usd, remaining: Usd },
        BarDeferrals "bar-deferrals",
        BarMatch "bar-match",
        BarNonelective "bar-nonelective",
        BarRelated "bar-related",
        BarAfterTax "bar-after-tax",
        BarRoom "bar-room",
        BarUnused "bar-unused",
    }
}
