#!/usr/bin/env python3
"""The workbooks of the invented council's month: September's, October's as an officer drops it with twelve faults, and
October's mended. examples/monthly/data/card.xlsx is September's; the walk of tests/month/run makes the other two.

    workbooks.py september|october|faulty OUT.xlsx      writes one of them
    workbooks.py faults                                 prints the planted faults: SHEET!CELL and what is wrong
    workbooks.py csv september|october FOLDER           the same rows as CSV files, one a sheet
"""
import csv
import datetime
import os
import sys

MONTHS = [f"2025-{m:02}" for m in range(9, 13)] + [f"2026-{m:02}" for m in range(1, 11)]  # September 2025 to October 2026

# Each month: part and whole. The last is October's.
ASSESSMENTS = [(88, 108), (91, 112), (86, 104), (80, 97), (93, 113), (89, 107), (94, 114), (90, 106), (95, 111),
               (98, 115), (92, 108), (84, 99), (97, 112), (96, 115)]
VISITS = [(402, 441), (415, 452), (398, 436), (371, 409), (420, 458), (411, 446), (432, 468), (428, 462), (436, 470),
          (441, 473), (430, 463), (409, 447), (446, 479), (407, 482)]
CAME_BACK = ["21.4", "21.2", "21.3", "20.9", "20.8", "20.6", "20.7", "20.3", "20.1", "19.9", "19.8", "19.6", "19.7", "19.5"]
IN_CARE = [412, 414, 413, 417, 419, 418, 421, 420, 424, 423, 426, 428, 427, 431]
AGENCY = ["14.2", "14.0", "14.5", "15.1", "15.0", "14.8", "14.1", "13.9", "13.6", "13.8", "13.1", "12.9", "12.7", "13.4"]
CASES = ["17.1", "17.3", "17.0", "17.4", "17.8", "17.5", "17.2", "17.0", "16.8", "16.9", "16.5", "16.6", "16.4", "16.9"]

SECTIONS = ("Monthly figures", "Complaints", "Commentary", "Findings", "Actions", "Council inspections", "Outcomes",
            "Offices", "Contacts", "Revisions")


def day(text):
    return datetime.date.fromisoformat(text)


def known_of(month, later=12):
    year, number = map(int, month.split("-"))
    return datetime.date(year + number // 12, number % 12 + 1, later)


def percent(part, whole):
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}"


def monthly_figures(upto):
    rows = [["measure", "period", "value", "numerator", "denominator", "known", "source"]]
    for i, month in enumerate(MONTHS):
        if month > upto:
            break
        known = known_of(month)
        for measure, (part, whole) in (("assessments-in-time", ASSESSMENTS[i]), ("visits-in-time", VISITS[i])):
            rows.append([measure, month, percent(part, whole), part, whole, known, "Case system (invented)"])
        for measure, value in (("came-back", CAME_BACK[i]), ("children-in-care", str(IN_CARE[i])), ("agency-share", AGENCY[i]),
                               ("cases-each", CASES[i])):
            rows.append([measure, month, value, "", "", known, "Case system (invented)"])
    if upto == "2026-10":
        # August was counted again in November: two assessments had been entered late.
        rows.append(["assessments-in-time", "2026-08", percent(86, 101), 86, 101, day("2026-11-10"), "Case system (invented)"])
    return rows


def complaints(upto):
    rows = [["id", "stage", "received", "due", "answered", "person", "follows", "outcome", "known"]]
    start = day("2025-04-07")
    last = known_of(upto, 12)
    end = known_of(upto, 1) - datetime.timedelta(days=1)
    number = 0
    at = start
    while at <= end:
        number += 1
        if at.weekday() < 5:
            due = add_working_days(at, 10)
            answered = add_working_days(at, 4 + number * 7 % 13)
            person = f"P{number * 5 % 83:03}"
            outcome = ("upheld", "partly upheld", "not upheld")[number % 3]
            open_yet = answered > last
            rows.append([f"K{number:03}", "stage 1", at, due, "" if open_yet else answered, person, "",
                         "" if open_yet else outcome, at])
            if number % 9 == 0 and not open_yet:
                again = add_working_days(answered, 6)
                if again <= end:
                    settled = add_working_days(again, 24)
                    rows.append([f"K{number:03}b", "stage 2", again, add_working_days(again, 25), "" if settled > last else settled,
                                 person, f"K{number:03}", "" if settled > last else "partly upheld", again])
        at += datetime.timedelta(days=5)
    return rows


HOLIDAYS = {day(d) for d in ("2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
                             "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
                             "2026-12-28")}


def add_working_days(date, days):
    while days > 0:
        date += datetime.timedelta(days=1)
        if date.weekday() < 5 and date not in HOLIDAYS:
            days -= 1
    return date


def commentary(upto):
    rows = [["measure", "choice", "edition", "why", "what_next", "by_when", "owner", "audience"]]
    rows.append(["complaints-in-time", "", "2026-09", "Answers wait until every service in a complaint has agreed them.",
                 "One office answers for each complaint from its first day.", day("2026-12-31"), "performance", ""])
    if upto == "2026-10":
        rows += [
            ["visits-in-time", "", "2026-10", "Teams moved to a new building in the week of 12 October. They entered their visits late, and some visits were late.",
             "Each team manager reads the list of visits due every Monday.", day("2026-12-18"), "safeguarding", ""],
            ["assessments-in-time", "", "2026-10", "More assessments were begun in August than in any month before it in this card.",
             "A duty team takes new assessments until the new year.", day("2027-01-29"), "safeguarding", ""],
            ["complaints-in-time", "", "2026-10", "Answers wait until every service in a complaint has agreed them.",
             "One office answers for each complaint from its first day.", day("2026-12-31"), "performance", ""],
            ["agency-share", "", "2026-10", "Posts fell empty in October.", "Interviews are on 2 December.", day("2026-12-02"), "workforce", "members"],
            ["cases-each", "", "2026-10", "Posts fell empty in October.", "Cases are shared out again each week.", day("2026-12-02"), "workforce", "staff"],
        ]
    return rows


def sheets(upto):
    return {
        "Monthly figures": monthly_figures(upto),
        "Complaints": complaints(upto),
        "Commentary": commentary(upto),
        "Council inspections": [["id", "ended", "kind", "title", "body"],
                                ["focused-2026", day("2026-05-19"), "inspection", "Focused visit: the front door (invented)", "Ofsted (invented)"]],
        "Findings": [["id", "inspection", "kind", "text", "said_by"],
                     ["f1", "focused-2026", "area for development", "Managers do not always see which visits are late.", "Ofsted (invented)"],
                     ["f2", "focused-2026", "area for development", "Children wait too long for an assessment to be agreed.", "Ofsted (invented)"]],
        "Actions": [["id", "finding", "text", "state", "due", "owner", "measure", "evidence"],
                    ["a1", "f1", "A list of visits due goes to each team manager on Mondays.", "under way", day("2026-12-18"), "safeguarding", "visits-in-time", ""],
                    ["a2", "f2", "A duty manager agrees assessments every day.", "reported done" if upto == "2026-10" else "under way", day("2026-10-16"), "safeguarding", "assessments-in-time", ""]],
        "Outcomes": [["id", "kind", "title"], ["help", "priority", "Children get the right help in time"],
                     ["listening", "priority", "Children and families are heard"], ["safe", "priority", "Children are safe"]],
        "Offices": [["id", "title", "answers_for"], ["performance", "Performance and Quality Team", "This card"],
                    ["safeguarding", "Head of Safeguarding's office", "Help and protection"], ["workforce", "Workforce Team", "Staff"]],
        "Contacts": [["id", "title", "kind", "for_whom", "telephone", "cost", "checked"],
                     ["emergency", "Emergency services", "emergency", "A child in danger now", "999", "Free", ""],
                     ["childline", "Childline", "helpline", "Children and young people", "0800 1111", "Free", ""]],
        "Revisions": [["edition", "measure", "period", "kind", "why", "on"]]
        + ([["2026-10", "assessments-in-time", "2026-08", "revision", "Assessments of August were entered in November.", day("2026-11-10")]]
           if upto == "2026-10" else []),
    }


# Twelve faults as they happen: sheet, how to find the row (a cell of it), column, what is put there, the code of the problem.
FAULTS = [
    ("Monthly figures", ("visits-in-time", "2026-10"), "period", datetime.datetime(2026, 10, 1), "a period typed into a cell that became a date"),
    ("Monthly figures", ("assessments-in-time", "2026-10"), "value", "8E.5", "letters in a number"),
    ("Monthly figures", ("came-back", "2026-10"), "value", 195, "a share above a hundred per cent"),
    ("Monthly figures", ("children-in-care", "2026-10"), "value", "=1/0", "an error value"),
    ("Monthly figures", ("agency-share", "2026-10"), "measure", "agency-shre", "a measure that nobody defines"),
    ("Complaints", ("K108",), "stage", "stage 4", "a choice that is none"),
    ("Complaints", ("K111",), "received", "12/10/2026", "a date that can be read in two ways"),
    ("Complaints", ("K112",), "received", None, "a blank that must not be"),
    ("Complaints", ("K113",), "id", "K106", "an id that stands twice"),
    ("Commentary", ("visits-in-time", "2026-10"), "owner", "safegaurding", "an office that is not there"),
    ("Commentary", ("assessments-in-time", "2026-10"), "why", "In October 2026, 95.0% were on time.", "a number in words that no figure bears out"),
    ("Actions", ("a1",), "state", "in progress", "a state that is none"),
]


def row_of(rows, key):
    for i, row in enumerate(rows[1:], start=1):
        if all(part in [str(cell) for cell in row] for part in key):
            return i
    raise SystemExit(f"no row with {key}")


def planted():
    tables = sheets("2026-10")
    places = []
    for sheet, key, column, value, what in FAULTS:
        rows = tables[sheet]
        at, col = row_of(rows, key), rows[0].index(column)
        places.append((sheet, at, col, value, what))
    return tables, places


def cell_name(row, column):
    return f"{chr(ord('A') + column)}{row + 1}"


NUMBERS = {"value", "numerator", "denominator"}


def write(tables, path, faults=()):
    import openpyxl
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value == "" or value is None:
                    continue
                cell = sheet.cell(r + 1, c + 1)
                if r and rows[0][c] in NUMBERS and isinstance(value, str):
                    cell.value = float(value) if "." in value else int(value)
                    cell.number_format = "0.0" if "." in value else "0"
                elif isinstance(value, datetime.date):
                    cell.value, cell.number_format = value, "yyyy-mm-dd"
                else:
                    cell.value = value
                    if isinstance(value, str):
                        cell.number_format = "@"
    for name, r, c, value, _ in faults:
        cell = book[name].cell(r + 1, c + 1)
        cell.value = value
        cell.number_format = "mmm-yy" if isinstance(value, datetime.datetime) else "General"
    fixed = datetime.datetime(2026, 11, 13, 9, 0)
    book.properties.created = book.properties.modified = fixed
    book.properties.creator = "Performance and Quality Team"
    book.properties.title = "Harrowmere, month by month (invented)"
    book.save(path)


def main(arguments):
    if arguments[:1] == ["faults"]:
        for sheet, r, c, value, what in planted()[1]:
            print(f"{sheet}!{cell_name(r, c)}\t{what}")
        return
    if arguments[0] == "csv":
        upto = "2026-09" if arguments[1] == "september" else "2026-10"
        os.makedirs(arguments[2], exist_ok=True)
        for name, rows in sheets(upto).items():
            with open(os.path.join(arguments[2], name.lower().replace(" ", "-") + ".csv"), "w", newline="") as out:
                csv.writer(out, lineterminator="\n").writerows(rows)
        return
    which, path = arguments
    if which == "september":
        write(sheets("2026-09"), path)
    elif which == "october":
        write(sheets("2026-10"), path)
    else:
        tables, places = planted()
        write(tables, path, places)


if __name__ == "__main__":
    main(sys.argv[1:])
