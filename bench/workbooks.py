#!/usr/bin/env python3
"""Makes workbooks of 50,000 rows and 30 columns, has them read, and holds the reader to its targets.

    bench/workbooks.py [--rows N] [--runs N] [--program build/release/bench/workbook] [--data DIR] [--check]

XLSX: under 1 s. ODS: under 2.5 s. Peak memory: no more than 100 MB over the table that comes out. A sheet whose last row or
whose blank rows stand there a million times costs nothing. The cells that come out are compared, by checksum, with those
put in. --check is for a small run among the tests: answers alone, no targets. Standard library only; CPU seconds are given
beside the wall's, since on a busy machine the wall says little.
"""
import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = (["id", "area", "kind", "name"] + [f"text-{n}" for n in range(1, 7)] + [f"day-{n}" for n in range(1, 6)]
           + [f"number-{n}" for n in range(1, 16)])
EPOCH = date(1899, 12, 30)


def rows_of(count):
    """Each cell as the text that must come out; a number keeps its places."""
    pick = random.Random(7)
    areas = [f"E0800{n:04d}" for n in range(153)]
    kinds = ["Early years", "Primary", "Secondary", "Children's home", "Fostering & adoption"]
    for row in range(count):
        out = [f"C{row:06d}", pick.choice(areas), pick.choice(kinds), f"Provider {row % 9000}, \"{pick.randrange(40)}\" <Rotherham>"]
        out += [pick.choice(("", "yes", "no", "Not yet known", "A longer remark, with a comma")) for _ in range(6)]
        out += [(date(2005, 1, 1) + timedelta(days=pick.randrange(7000))).isoformat() if pick.random() < .9 else "" for _ in range(5)]
        out += [str(pick.randrange(100000)) for _ in range(5)]
        out += [f"{pick.randrange(1000)}.{pick.randrange(1, 10)}" if pick.random() < .95 else "" for _ in range(10)]
        yield out


def letters(column):
    out = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        out, column = chr(65 + rest) + out, column - 1
    return out


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, text in parts:
            package.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)


def write_xlsx(path, rows):
    shared, strings, lines = {}, [], []
    names = [letters(n) for n in range(len(COLUMNS))]

    def text(at, value):
        if value not in shared:
            shared[value] = len(strings)
            strings.append(f'<si><t xml:space="preserve">{escape(value)}</t></si>')
        return f'<c r="{at}" t="s"><v>{shared[value]}</v></c>'

    for number, row in enumerate([COLUMNS] + rows, 1):
        cells = []
        for name, heading, value in zip(names, COLUMNS, row):
            if value == "":
                continue
            if number == 1 or not heading.startswith(("day", "number")):
                cells.append(text(f"{name}{number}", value))
            elif heading.startswith("day"):
                cells.append(f'<c r="{name}{number}" s="1"><v>{(date.fromisoformat(value) - EPOCH).days}</v></c>')
            else:
                # As Excel writes them: the double, to 17 digits where it needs them.
                cells.append(f'<c r="{name}{number}"><v>{value if "." not in value else "%.17g" % float(value)}</v></c>')
        lines.append(f'<row r="{number}" spans="1:30">{"".join(cells)}</row>')
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    write(path, [
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'),
        ("_rels/.rels", f'{links}<Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook {main} xmlns:r="{office}"><sheets><sheet name="Cases" sheetId="1" r:id="a"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'{links}<Relationship Id="a" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                                       f'<Relationship Id="b" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
                                       f'<Relationship Id="c" Type="{office}/styles" Target="styles.xml"/></Relationships>'),
        ("xl/styles.xml", f'<styleSheet {main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
        ("xl/sharedStrings.xml", f'<sst {main}>{"".join(strings)}</sst>'),
        ("xl/worksheets/sheet1.xml", f'<worksheet {main}><sheetData>{"".join(lines)}</sheetData></worksheet>'),
    ])


def write_ods(path, rows, blank_rows=1, blank_columns=16354):
    lines = []
    for number, row in enumerate([COLUMNS] + rows):
        cells = []
        for heading, value in zip(COLUMNS, row):
            if value == "":
                cells.append('<table:table-cell table:style-name="ce1"/>')
            elif number == 0 or not heading.startswith(("day", "number")):
                cells.append(f'<table:table-cell table:style-name="ce1" office:value-type="string" calcext:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>')
            elif heading.startswith("day"):
                cells.append(f'<table:table-cell table:style-name="ce2" office:value-type="date" office:date-value="{value}" calcext:value-type="date"><text:p>{value[8:]}/{value[5:7]}/{value[:4]}</text:p></table:table-cell>')
            else:
                cells.append(f'<table:table-cell table:style-name="ce3" office:value-type="float" office:value="{value}" calcext:value-type="float"><text:p>{value}</text:p></table:table-cell>')
        lines.append(f'<table:table-row table:style-name="ro1">{"".join(cells)}<table:table-cell table:number-columns-repeated="{blank_columns}"/></table:table-row>')
    ns = "urn:oasis:names:tc:opendocument:xmlns"
    write(path, [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", f'<office:document-content xmlns:office="{ns}:office:1.0" xmlns:table="{ns}:table:1.0" xmlns:text="{ns}:text:1.0" '
                        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:body><office:spreadsheet>'
                        f'<table:table table:name="Cases"><table:table-column table:number-columns-repeated="16384"/>{"".join(lines)}'
                        f'<table:table-row table:number-rows-repeated="{blank_rows}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
                        '</table:table></office:spreadsheet></office:body></office:document-content>'),
        ("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
    ])


def answer(rows, columns):
    digest = hashlib.sha256()
    for at, heading in enumerate(COLUMNS[:columns]):
        digest.update((heading + "\n" + "".join(row[at] + "\n" for row in rows)).encode())
    return digest.hexdigest()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=50000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--program", default=os.path.join(os.path.dirname(HERE), "build", "release", "bench", "workbook"))
    options.add_argument("--data", default=os.path.join(HERE, "data", "workbooks"))
    options.add_argument("--check", action="store_true")
    asked = options.parse_args()
    if asked.check:
        asked.rows, asked.runs = min(asked.rows, 400), 1
    os.makedirs(asked.data, exist_ok=True)
    rows = list(rows_of(asked.rows))
    few = rows[:1000]
    # Name: (file, rows, columns read, seconds).
    jobs = {"xlsx-30": ("cases.xlsx", rows, 30, 1), "xlsx-5": ("cases.xlsx", rows, 5, 1), "ods-30": ("cases.ods", rows, 30, 2.5),
            "ods-5": ("cases.ods", rows, 5, 2.5), "ods-million-blank": ("blank.ods", few, 30, 0.2)}
    for name, make, of in (("cases.xlsx", write_xlsx, rows), ("cases.ods", write_ods, rows), ("blank.ods", None, few)):
        path = os.path.join(asked.data, name)
        if make:
            make(path, of)
        else:
            write_ods(path, of, 1048576 - len(of) - 1)
    wrong = missed = 0
    print(f"{'job':18} {'wall s':>8} {'CPU s':>8} {'target':>7} {'peak MB':>8} {'table MB':>9}  answer")
    for job, (name, of, columns, target) in jobs.items():
        runs = []
        for _ in range(asked.runs):
            done = subprocess.run([asked.program, os.path.join(asked.data, name), str(columns)], capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"{job}: {done.stderr}")
            runs.append(json.loads(done.stdout))
        wall, cpu = min(run["wall"] for run in runs), min(run["cpu"] for run in runs)
        peak, table = max(run["peak_kb"] for run in runs) / 1024, runs[0]["table_kb"] / 1024
        right = runs[0]["sha256"] == answer(of, columns)
        wrong += not right
        if not asked.check:
            missed += wall > target or peak - table > 100
        print(f"{job:18} {wall:8.3f} {cpu:8.3f} {target:7} {peak:8.1f} {table:9.1f}  {'right' if right else 'WRONG'}")
    if missed:
        print(f"{missed} targets missed; on a busy machine look at the CPU seconds")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
