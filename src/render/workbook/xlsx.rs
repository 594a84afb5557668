//! Workbooks by rust_xlsxwriter: typed cells, a frozen header, a filter, colours that go with words.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    ConditionalFormatText, ConditionalFormatTextRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    Workbook, Worksheet, XlsxError,
};

use super::{Cell, NoWorkbook, Sheet};
use crate::render::estimate::show::floored;
use crate::render::safe;

/// Columns are so wide at most; longer text is wrapped.
const WIDEST: usize = 48;
/// A cell of a workbook holds so many characters.
const MOST_CHARACTERS: usize = 32_767;
/// A sheet has so many rows, its header included.
const MOST_ROWS: usize = 1_048_576;

/// The bytes of a workbook.
pub fn write(sheets: &[Sheet]) -> Result<Vec<u8>, NoWorkbook> {
    if let Some(sheet) = sheets.iter().find(|sheet| sheet.rows.len() >= MOST_ROWS) {
        return Err(NoWorkbook(format!("the sheet {} has more rows than a workbook holds", sheet.name)));
    }
    let mut workbook = Workbook::new();
    // The day of the run is no part of the content: the same input makes the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| no_workbook(&error))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let formats = Formats::new();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        write_sheet(worksheet, sheet, &formats).map_err(|error| no_workbook(&error))?;
    }
    workbook.save_to_buffer().map_err(|error| no_workbook(&error))
}

fn no_workbook(error: &XlsxError) -> NoWorkbook {
    NoWorkbook(error.to_string())
}

struct Formats {
    heading: Format,
    text: Format,
    number: Format,
    money: Format,
    percent: Format,
    points: Format,
    date: Format,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top().set_bold().set_text_wrap().set_background_color(0x00E8_ECF1),
            // Without the prefix a spreadsheet makes a formula of what is edited and begins like one.
            text: top().set_text_wrap().set_num_format("@"),
            number: top().set_num_format("#,##0"),
            money: top().set_num_format("$#,##0.00"),
            percent: top().set_num_format("0.##%"),
            points: top().set_num_format("+0.00;-0.00"),
            date: top().set_num_format("yyyy-mm-dd"),
        }
    }
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    worksheet.set_freeze_panes(1, 1)?;
    worksheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    for (column, heading) in (0..).zip(&sheet.headings) {
        worksheet.write_string_with_format(0, column, safe::line(heading), &formats.heading)?;
        worksheet.set_column_width(column, width(sheet, usize::from(column)))?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            write_cell(worksheet, (row, column), cell, formats)?;
        }
    }
    let (rows, columns) = (u32::try_from(sheet.rows.len()), u16::try_from(sheet.headings.len()));
    if let (Ok(rows), Ok(columns)) = (rows, columns)
        && rows > 0
        && columns > 0
    {
        worksheet.autofilter(0, 0, rows, columns - 1)?;
        for column in 0..columns {
            color(worksheet, sheet, column, rows)?;
        }
    }
    Ok(())
}

/// Columns of verdicts and severities get colours that follow their words, also when these are edited.
fn color(worksheet: &mut Worksheet, sheet: &Sheet, column: u16, rows: u32) -> Result<(), XlsxError> {
    let has = |wanted: fn(&Cell) -> bool| {
        sheet.rows.iter().any(|row| row.get(usize::from(column)).is_some_and(wanted))
    };
    let words: &[(&str, u32, u32)] = if has(|cell| matches!(cell, Cell::Verdict(_))) {
        &[
            ("available", 0x00E4_F5E9, 0x0016_652F),
            ("blocked", 0x00FD_ECEB, 0x00A8_191F),
            ("unknown", 0x00FD_F3DC, 0x007A_4D00),
        ]
    } else if has(|cell| matches!(cell, Cell::Severity(_))) {
        &[
            ("error", 0x00FD_ECEB, 0x00A8_191F),
            ("warning", 0x00FD_F3DC, 0x007A_4D00),
            ("advice", 0x00E8_F1FB, 0x000B_57A4),
        ]
    } else if ["ADP", "ACP"].contains(&sheet.headings[usize::from(column)].as_str()) {
        &[
            ("pass", 0x00E4_F5E9, 0x0016_652F),
            ("fail", 0x00FD_ECEB, 0x00A8_191F),
            ("unknown", 0x00FD_F3DC, 0x007A_4D00),
        ]
    } else {
        &[]
    };
    for (word, ground, ink) in words {
        let format = Format::new().set_background_color(*ground).set_font_color(*ink).set_bold();
        let rule = ConditionalFormatTextRule::BeginsWith((*word).to_owned());
        let condition = ConditionalFormatText::new().set_rule(rule).set_format(format);
        worksheet.add_conditional_format(1, column, rows, column, &condition)?;
    }
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let text = |worksheet: &mut Worksheet, text: &str| {
        let shown: String = safe::line(text).chars().take(MOST_CHARACTERS).collect();
        worksheet.write_string_with_format(row, column, shown, &formats.text).map(drop)
    };
    match cell {
        Cell::Empty => Ok(()),
        // A workbook knows no numbers but floats; nothing is reckoned with these.
        Cell::Number(number) => match number.to_f64() {
            Some(number) => {
                worksheet.write_number_with_format(row, column, number, &formats.number).map(drop)
            }
            None => text(worksheet, &cell.words()),
        },
        Cell::Money(amount) => match amount.decimal().to_f64() {
            Some(amount) => worksheet.write_number_with_format(row, column, amount, &formats.money).map(drop),
            None => text(worksheet, &cell.words()),
        },
        Cell::Percent(percent) => {
            let share = percent.decimal() / rust_decimal::Decimal::ONE_HUNDRED;
            match share.to_f64() {
                Some(share) => {
                    worksheet.write_number_with_format(row, column, share, &formats.percent).map(drop)
                }
                None => text(worksheet, &cell.words()),
            }
        }
        Cell::Points(points) => match floored(*points).to_f64() {
            Some(number) => {
                worksheet.write_number_with_format(row, column, number, &formats.points).map(drop)
            }
            None => text(worksheet, &cell.words()),
        },
        Cell::Date(date) => {
            let (year, month, day) = (date.year(), date.month(), date.day());
            let parts = (u16::try_from(year), u8::try_from(month), u8::try_from(day));
            match parts {
                (Ok(year @ 1900..), Ok(month), Ok(day)) => {
                    let date = ExcelDateTime::from_ymd(year, month, day)?;
                    worksheet.write_datetime_with_format(row, column, &date, &formats.date).map(drop)
                }
                (_, _, _) => text(worksheet, &cell.words()),
            }
        }
        Cell::Text(_) | Cell::Verdict(_) | Cell::Severity(_) | Cell::Marked(..) => {
            text(worksheet, &cell.words())
        }
    }
}

/// Characters of the widest cell, within bounds.
fn width(sheet: &Sheet, column: usize) -> f64 {
    let of_row = |row: &Vec<Cell>| row.get(column).map_or(0, |cell| cell.words().chars().count());
    let heading = sheet.headings.get(column).map_or(0, |heading| heading.chars().count());
    let most = sheet.rows.iter().map(of_row).max().unwrap_or(0).max(heading);
    // The sign of the filter stands in the heading.
    u32::try_from((most + 3).clamp(6, WIDEST)).map_or(8.0, f64::from)
}
