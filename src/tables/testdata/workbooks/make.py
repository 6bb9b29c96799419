#!/usr/bin/env python3
"""Made the files of this folder, once; they are kept, because what is tested is what these programs wrote.

    make.py lait-la-codes-2026-04.xlsx annex-a-sample-2021.xlsx

needs openpyxl, odfpy and LibreOffice (soffice). by-openpyxl.xlsx and by-odfpy.ods hold the same sheet; LibreOffice converted
the first to by-libreoffice.xlsx and by-libreoffice.ods. The two workbooks named were saved by Excel; what openpyxl reads of
their first sheets lies beside them as CSV, to be compared with what we read.
"""
import csv
import datetime as dt
import os
import subprocess
import sys

import openpyxl
from openpyxl.styles import Font
from odf import opendocument, style, table, text
from odf.number import DateStyle, Day, Month, NumberStyle, Number, PercentageStyle, Text, Year

HEADINGS = ["code", "period", "opened", "seen", "share", "mean", "count", "cost", "open", "remark", "part", "sum"]
ROWS = [
    ["EY331204", "2011/12", dt.date(2012, 10, 31), dt.datetime(2012, 10, 31, 14, 30), 0.567, 66.0, 1920, 1920.5, True, "First line\nsecond line", 1 / 3, "=G4+1"],
    [1.1, "2012/13", dt.date(1900, 3, 1), None, 0.5, 58.9, -3, 0.07, False, "Café, \"quoted\" <&>", 56.7 / 100 * 100, "=G5+1"],
    None,
    ["007", None, dt.date(2024, 2, 29), dt.datetime(2024, 2, 29), 1, 0, 0, 1000000, None, "  blanks around  ", 0.1 + 0.2, "=G7+1"],
]


def by_openpyxl(name):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Outcomes"
    sheet["A1"] = "Outcomes, October 2012"
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A1:L1")
    formats = [None, None, "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "0.0%", "0.0", "#,##0", '"£"#,##0.00', None, None, None, None]
    for column, heading in enumerate(HEADINGS, 1):
        sheet.cell(3, column, heading)
    for number, row in enumerate(ROWS, 4):
        for column, value in enumerate(row or [], 1):
            cell = sheet.cell(number, column, value)
            if formats[column - 1] and value is not None:
                cell.number_format = formats[column - 1]
    other = book.create_sheet("Lists")
    other["A1"] = "Good"
    other.sheet_state = "hidden"
    book.save(name)


def by_odfpy(name):
    book = opendocument.OpenDocumentSpreadsheet()
    hidden = style.Style(name="hidden", family="table")
    hidden.addElement(style.TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)

    def cell(value, at):
        if value is None:
            return table.TableCell()
        if isinstance(value, bool):
            out, shown = table.TableCell(valuetype="boolean", booleanvalue=str(value).lower()), str(value).upper()
        elif isinstance(value, dt.datetime):
            out, shown = table.TableCell(valuetype="date", datevalue=value.isoformat()), value.strftime("%d/%m/%Y %H:%M")
        elif isinstance(value, dt.date):
            out, shown = table.TableCell(valuetype="date", datevalue=value.isoformat()), value.strftime("%d/%m/%Y")
        elif isinstance(value, str):
            out = table.TableCell(valuetype="string")
            for line in value.strip().split("\n"):
                out.addElement(text.P(text=line))
            return out
        elif at == 4:
            out, shown = table.TableCell(valuetype="percentage", value=repr(value)), f"{value * 100:.1f}%"
        elif at == 7:
            out, shown = table.TableCell(valuetype="currency", currency="GBP", value=repr(value)), f"£{value:,.2f}"
        else:
            out, shown = table.TableCell(valuetype="float", value=repr(value)), f"{value:.1f}" if at == 5 else f"{value:,}" if at == 6 else f"{value:.10g}"
        out.addElement(text.P(text=shown))
        return out

    sheet = table.Table(name="Outcomes")
    sheet.addElement(table.TableColumn(numbercolumnsrepeated=11))
    lines = [["Outcomes, October 2012"], None, HEADINGS[:11]] + [row and row[:11] for row in ROWS]
    for number, line in enumerate(lines):
        row = table.TableRow()
        for at, value in enumerate(line or []):
            row.addElement(cell(value, at if number > 2 else 0))
        sheet.addElement(row)
    blank = table.TableRow(numberrowsrepeated=1048576 - len(lines))
    blank.addElement(table.TableCell(numbercolumnsrepeated=16384))
    sheet.addElement(blank)
    book.spreadsheet.addElement(sheet)
    other = table.Table(name="Lists", stylename=hidden)
    row = table.TableRow()
    row.addElement(cell("Good", 0))
    other.addElement(row)
    book.spreadsheet.addElement(other)
    book.save(name)


def expected(name):
    """The first sheet from its first row with two filled cells on, as the reader would print it, into NAME.csv."""
    sheet = openpyxl.load_workbook(name, data_only=True).worksheets[0]

    def said(cell):
        value = cell.value
        if value is None or (isinstance(value, str) and (cell.data_type == "e" or not value.strip())):
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, dt.datetime):
            return value.strftime("%Y-%m-%d" if value.time() == dt.time(0) else "%Y-%m-%d %H:%M:%S")
        if isinstance(value, float):
            return repr(value) if value != int(value) else str(int(value))
        return str(value).strip().replace("\r\n", "\n")

    rows = [[said(cell) for cell in row] for row in sheet.iter_rows()]
    rows = [row for row in rows if any(row)]
    while sum(1 for cell in rows[0] if cell) < 2:
        rows.pop(0)
    width = max(index for index, cell in enumerate(rows[0]) if cell) + 1
    with open(os.path.splitext(name)[0] + ".csv", "w", newline="", encoding="utf-8") as out:
        csv.writer(out, lineterminator="\n").writerows(row[:width] for row in rows)


by_openpyxl("by-openpyxl.xlsx")
by_odfpy("by-odfpy.ods")
for ending in ("xlsx", "ods"):
    subprocess.run(["soffice", "--headless", "--convert-to", ending, "--outdir", "converted", "by-openpyxl.xlsx"], check=True)
    os.replace(f"converted/by-openpyxl.{ending}", f"by-libreoffice.{ending}")
os.rmdir("converted")
for name in sys.argv[1:]:
    expected(name)
