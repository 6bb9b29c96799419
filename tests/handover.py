#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is handed over, read by programs that are not ours: the workbook by openpyxl, the paper by python-docx, the PDF by
poppler, the ZIP by Python. Structure (headings, header rows, language, tags) and figures: those of figures.csv.
  tests/handover.py PROGRAM CARD...     builds each card folder into a folder of its own
Last line: "N passed, N failed"."""
import csv
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
import openpyxl

passed = failed = 0
root = Path(__file__).resolve().parent.parent


def check(good, name, why=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED", name, str(why)[:600])


def run(*words, **more):
    return subprocess.run([str(w) for w in words], capture_output=True, text=True, **more)


def figures_of(site):
    with open(site / "downloads" / "figures.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def without_guard(text):
    """A CSV has an apostrophe before what a spreadsheet would run; a workbook writes text as text."""
    return text[1:] if re.match(r"'\s*[=+\-@\t\r＝＋－＠]", text) else text


def columns_of(text):
    letters = 0
    for c in text:
        letters = letters * 26 + ord(c) - 64
    return letters


def the_workbook(name, site):
    path = site / "card.xlsx"
    book = openpyxl.load_workbook(path)
    sheets = book.sheetnames
    check(sheets[:4] == ["Cover", "Contents", "Notes", "Symbols"], f"{name}: cover, contents, notes and symbols stand first", sheets[:4])
    check(bool(book.properties.title), f"{name}: the workbook has a title")
    with zipfile.ZipFile(path) as package:
        check("en-GB" in package.read("docProps/custom.xml").decode(), f"{name}: the workbook says its language")
        parts = b"".join(package.read(n) for n in package.namelist())
        check(b"<f>" not in parts.replace(b"<f></f>", b""), f"{name}: no cell is a formula")
        for path_word in (b"/tmp/", b"/home/", str(root).encode()):
            check(path_word not in parts, f"{name}: the workbook names no folder of a machine", path_word)
    notes_used = set()
    for sheet in book.worksheets:
        at = f"{name}: {sheet.title}"
        check(sheet.sheet_state == "visible", f"{at} is not hidden")
        check(not sheet.merged_cells.ranges, f"{at} has no merged cells")
        check(isinstance(sheet["A1"].value, str) and len(sheet["A1"].value) > 3, f"{at}: A1 says what it is", sheet["A1"].value)
        check(not any(d.hidden for d in sheet.column_dimensions.values()) and not any(d.hidden for d in sheet.row_dimensions.values()), f"{at} hides nothing")
        if sheet.title != "Cover":
            check(len(sheet.tables) == 1, f"{at} has one table", list(sheet.tables))
        for table in sheet.tables.values():
            start, end = table.ref.split(":")
            first, last = int(re.sub(r"\D", "", start)), int(re.sub(r"\D", "", end))
            headers = [c.value for c in sheet[first]][: columns_of(re.sub(r"\d", "", end))]
            check(table.headerRowCount == 1 and all(headers) and len(set(headers)) == len(headers), f"{at}: a header row, each cell filled and different", headers)
            check(last == sheet.max_row, f"{at}: nothing stands below the table", (last, sheet.max_row))
            blank = [r for r in range(1, last + 1) if all(c.value is None for c in sheet[r])]
            check(not blank, f"{at}: no blank row", blank)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and sheet.title != "Notes":
                    notes_used.update(re.findall(r"\[note \d+\]", cell.value))
    known = {row[0].value for row in book["Notes"].iter_rows(min_row=3)}
    check(notes_used <= known, f"{name}: each note that is referred to is there", notes_used - known)
    listed = {row[0].value for row in book["Contents"].iter_rows(min_row=3)}
    check(listed == set(sheets) - {"Cover", "Contents"}, f"{name}: the contents list every sheet", listed ^ (set(sheets) - {"Cover", "Contents"}))
    for row in book["Contents"].iter_rows(min_row=3):
        link = row[0].hyperlink
        check(link is not None and link.location and link.location.strip("'").split("'!")[0].replace("''", "'") in sheets, f"{name}: the contents lead to {row[0].value}")

    figures = figures_of(site)
    sheet = book["Figures"]
    header = [c.value for c in sheet[2]]
    wrong = []
    rows = list(sheet.iter_rows(min_row=3))
    check(len(rows) == len(figures), f"{name}: as many figures in the workbook as in figures.csv", (len(rows), len(figures)))
    for cells, row in zip(rows, figures):
        for column, cell in zip(header, cells):
            want, have = row[column], cell.value
            if have is None:
                same = want == ""
            elif isinstance(have, (int, float)):
                places = len(want.split(".")[1]) if "." in want else 0
                same = want != "" and f"{have:.{places}f}" == want and cell.number_format.count("0") == (3 if places == 0 else places + 1) - (2 if places == 0 else 0)
            elif hasattr(have, "strftime"):
                same = have.strftime("%Y-%m-%d") == want
            else:
                same = have == without_guard(want).strip()
            if not same:
                wrong.append((row["measure"], row["period"], column, want, have, cell.number_format))
    check(not wrong, f"{name}: each cell of Figures is that of figures.csv", wrong[:5])
    symbols = {row[0].value for row in book["Symbols"].iter_rows(min_row=3)}
    check({r["symbol"] for r in figures if r["symbol"]} <= symbols, f"{name}: every symbol used is explained", symbols)

    # The sheets of sections: a figure stands beside its measure, part and period as figures.csv has it.
    codes = {r["area_code"] for r in figures}
    own = next(r["area_code"] for r in figures if r["area_level"] == "authority") if codes else ""
    index = {}
    for r in figures:
        if r["area_code"] == own:
            index.setdefault((r["title"], r["choice"] or "All", r["period"] or "not given"), []).append(r)
    seen, wrong = 0, []
    for sheet in book.worksheets:
        header = [c.value for c in sheet[2]] if sheet.max_row > 2 else []
        if header[:4] != ["Measure", "Part", "Period", "Figure"]:
            continue
        for cells in sheet.iter_rows(min_row=3):
            values = dict(zip(header, (c.value for c in cells)))
            rows = index.get((values["Measure"], values["Part"], values["Period"]), [])
            seen += 1
            shown = "" if values["Figure"] is None else values["Figure"]
            if not any((r["value"] == "" and shown == "") or (r["value"] != "" and shown != "" and float(r["value"]) == shown) for r in rows):
                wrong.append((values["Measure"], values["Part"], values["Period"], shown, [r["value"] for r in rows]))
    check(seen > 0 and not wrong, f"{name}: each figure of a section is in figures.csv ({seen})", wrong[:5])


def the_pdf(name, site, file, min_pages):
    path = site / file
    about = run("pdfinfo", path).stdout
    check("Tagged:          yes" in about, f"{name}: {file} is tagged", about)
    check(re.search(r"Title: +\S", about), f"{name}: {file} has a title", about)
    pages = int(re.search(r"Pages: +(\d+)", about).group(1))
    check(pages >= min_pages, f"{name}: {file} has pages", pages)
    raw = path.read_bytes()
    check(b"/Lang (en-GB)" in raw, f"{name}: {file} says its language")
    check(b"/Outlines" in raw, f"{name}: {file} has an outline")
    for word in (b"file:", b"/tmp/", b"/home/", b"Mozilla", str(root).encode()):
        check(word not in raw, f"{name}: {file} does not hold {word.decode()}")
    structure = run("pdfinfo", "-struct-text", path).stdout
    for tag in ("H1", "H2", "P", "L", "LI"):
        check(re.search(rf"^ *{tag}\b", structure, re.M), f"{name}: {file} has the tag {tag}")
    tags = re.findall(r"^ *H([1-6])\b", structure, re.M)
    check(tags and tags[0] == "1" and all(int(b) <= int(a) + 1 for a, b in zip(tags, tags[1:])), f"{name}: {file}: no level of headings is left out", tags)
    for number in range(1, pages + 1):
        text = run("pdftotext", "-f", str(number), "-l", str(number), "-layout", path, "-").stdout
        check(f"Page {number} of {pages}" in text, f"{name}: {file} says page {number} of {pages}")
    # Type: the height of a line box says its size; poppler gives the font size of each span in its XML.
    with tempfile.TemporaryDirectory() as folder:
        run("pdftohtml", "-xml", "-i", "-q", path, f"{folder}/out")
        xml = Path(f"{folder}/out.xml").read_text(encoding="utf-8", errors="replace")
    # pdftohtml scales by 1.5 unless told: its sizes are those of a page 1.5 times as large.
    sizes = sorted({int(s) for s in re.findall(r'<fontspec [^>]*size="(\d+)"', xml)})
    check(bool(sizes) and sizes[0] >= 16, f"{name}: {file}: no type under 11 pt", sizes)
    return " ".join(re.findall(r'"([^"]*)"', structure))


def figures_in_text(name, where, text, site):
    """Of the figures that are shown in words at their last period, each that the text should hold is there."""
    figures = [r for r in figures_of(site) if r["area_level"] == "authority"]
    latest = {}
    for r in figures:
        key = (r["measure"], r["choice"])
        if key not in latest or r["period_last"] >= latest[key]["period_last"]:
            latest[key] = r
    # A line that was broken has no blank left where it broke, in some of what is read back.
    plain = re.sub(r"\s+", "", text)
    seen, wrong = 0, []
    for r in latest.values():
        # Of fewer than ten the count is said ("one of three"); so no per cent is to be looked for.
        few = r["unit"] == "percent" and r["denominator"] and int(r["denominator"]) < 10
        if re.sub(r"\s", "", r["title"]) in plain and r["value"] and not few:
            seen += 1
            if re.sub(r"\s", "", r["value_shown"]) not in plain:
                wrong.append((r["measure"], r["choice"], r["period"], r["value_shown"]))
    check(seen > 0 and not wrong, f"{name}: {where} has the figures of figures.csv ({seen})", wrong[:8])


def the_paper(name, path, site):
    paper = docx.Document(str(path))
    check(bool(paper.core_properties.title) and paper.core_properties.language == "en-GB", f"{name}: the paper has a title and a language")
    headings = [p for p in paper.paragraphs if p.style.name.lower().startswith("heading")]
    levels = [int(p.style.name.split()[-1]) for p in headings]
    check(levels and levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"{name}: the headings of the paper leave no level out", levels)
    words = [p.text for p in headings]
    for want in ("Purpose", "Needs attention", "Findings and actions", "Changes since the last edition", "Notes on the data"):
        check(want in words, f"{name}: the paper has the heading {want}", words[:8])
    check(paper.tables != [], f"{name}: the paper has tables")
    wrong = [t.rows[0].cells[0].text for t in paper.tables if t.rows[0]._tr.trPr is None or "tblHeader" not in t.rows[0]._tr.trPr.xml]
    check(not wrong, f"{name}: each table of the paper has a header row", wrong)
    with zipfile.ZipFile(path) as package:
        document = package.read("word/document.xml").decode()
        styles = package.read("word/styles.xml").decode()
        footer = package.read("word/footer1.xml").decode()
        everything = b"".join(package.read(n) for n in package.namelist())
        dates = {info.date_time[0] for info in package.infolist()}
    check("footerReference" in document and "PAGE" in footer and "NUMPAGES" in footer, f"{name}: the paper says page n of m")
    check('w:val="en-GB"' in styles, f"{name}: the language of the paper's text is en-GB")
    sizes = [int(s) for s in re.findall(r'<w:sz w:val="(\d+)"', styles + document + footer)]
    check(sizes and min(sizes) >= 22, f"{name}: no type of the paper is under 11 pt", sorted(set(sizes)))
    pictures = re.findall(r"<wp:docPr [^>]*>", document)
    check(all('descr="' in p and 'descr=""' not in p for p in pictures), f"{name}: each picture has its words", pictures)
    for word in (b"file:", b"/tmp/", b"/home/", str(root).encode()):
        check(word not in everything, f"{name}: the paper does not hold {word.decode()}")
    made = paper.core_properties.created
    check(made is not None and dates <= {made.year, 1980}, f"{name}: the paper bears the edition's day", (made, dates))

    figures = [r for r in figures_of(site) if r["area_level"] == "authority"]
    shown = {}
    for r in figures:
        shown.setdefault(r["title"], []).append(r)
    seen, wrong = 0, []
    captions = [p.text for p in paper.paragraphs if p.style.name == "Table Caption"]
    for caption, table in zip(captions, paper.tables):
        if not caption.endswith(": figures"):
            continue
        header = [c.text for c in table.rows[0].cells]
        for row in table.rows[1:]:
            cells = dict(zip(header, (c.text for c in row.cells)))
            if cells["What"] != "Now":
                continue
            seen += 1
            title = caption[: -len(": figures")]
            rows = [r for t, all_rows in shown.items() if title.lower().startswith(t.lower()) for r in all_rows]
            if not any(r["value_shown"] == cells["Figure"] for r in rows) and not re.search(r"\b(of|few)\b", cells["Figure"]):
                wrong.append((title, cells))
    check(seen > 0 or "Nothing, by these rules" in document, f"{name}: the paper names what needs attention ({seen})")
    check(not wrong, f"{name}: each figure of the paper is in figures.csv", wrong[:4])


def the_zip(name, site):
    files = list(site.glob("*.zip"))
    check(len(files) == 1, f"{name}: one ZIP", files)
    with zipfile.ZipFile(files[0]) as package:
        check(package.testzip() is None, f"{name}: the ZIP is whole")
        names = package.namelist()
        stem = files[0].stem
        check(all(n.startswith(stem + "/") for n in names) and names == sorted(names), f"{name}: the ZIP has one folder, in order")
        inside = {n[len(stem) + 1:]: package.read(n) for n in names}
    beside = {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file() and p != files[0] and p.name != ".reportcard-output"}
    check(set(inside) == set(beside), f"{name}: the ZIP holds the site", set(inside) ^ set(beside))
    differ = [n for n in inside if n in beside and inside[n] != beside[n]]
    check(differ in ([], ["data.html"]), f"{name}: each file of the ZIP is that of the site", differ)
    check(files[0].name.encode() not in inside["data.html"] and files[0].name.encode() in beside["data.html"], f"{name}: the page of data names the ZIP, and its copy inside does not")


def one_card(program, card):
    name = card.name
    with tempfile.TemporaryDirectory() as folder:
        site, again = Path(folder) / "site", Path(folder) / "again"
        for out in (site, again):
            built = run(program, "build", card, "--out", out, "--pdf", "--workbook", "--zip")
            check(built.returncode == 0, f"{name}: builds with everything", built.stderr)
        if not (site / "card.xlsx").exists():
            return
        for file in sorted(p.relative_to(site) for p in site.rglob("*") if p.is_file()):
            check((site / file).read_bytes() == (again / file).read_bytes(), f"{name}: {file} is the same again")
        the_workbook(name, site)
        figures_in_text(name, "sheet.pdf", the_pdf(name, site, "sheet.pdf", 2), site)
        for plan in site.glob("plan*.pdf"):
            the_pdf(name, site, plan.name, 1)
        the_zip(name, site)
        data = (site / "data.html").read_text(encoding="utf-8")
        for made in ("sheet.pdf", "card.xlsx"):
            check(f'href="{made}"' in data, f"{name}: the page of data names {made}")
        hashes = []
        for number in (1, 2):
            out = Path(folder) / f"paper{number}.docx"
            made = run(program, "paper", card, "--out", out)
            check(made.returncode == 0 and out.exists(), f"{name}: the paper is written", made.stderr)
            if out.exists():
                hashes.append(hashlib.sha256(out.read_bytes()).hexdigest())
        check(len(set(hashes)) == 1, f"{name}: the paper is the same again")
        if hashes:
            the_paper(name, Path(folder) / "paper1.docx", site)
        page = Path(folder) / "paper.html"
        check(run(program, "paper", card, "--out", page).returncode == 0, f"{name}: the paper as a page is written")
        html = page.read_text(encoding="utf-8")
        check(html.count("<h1") == 1 and '<html lang="en-GB">' in html and "<script" not in html, f"{name}: the paper as a page has one title, its language and no script")
        # Where there is no browser and no pandoc: said, with what to do, and nothing else changes.
        bare = Path(folder) / "bin"
        bare.mkdir()
        alone = {"PATH": str(bare)}
        refused = run(program, "build", card, "--out", Path(folder) / "none", "--pdf", env=alone)
        check(refused.returncode == 1 and "pdf-no-browser" in refused.stderr and not (Path(folder) / "none").exists(), f"{name}: no browser: said, and nothing is written", refused.stderr)
        without = run(program, "build", card, "--out", Path(folder) / "plain", env=alone)
        check(without.returncode == 0, f"{name}: without --pdf no browser is needed", without.stderr)
        instead = run(program, "paper", card, "--out", Path(folder) / "p.docx", env=alone)
        check(instead.returncode == 0 and "paper-no-pandoc" in instead.stderr and (Path(folder) / "p.html").read_text(encoding="utf-8") == html, f"{name}: no pandoc: the same paper as a page", instead.stderr)


CANARIES = {
    "card.toml": """title = "Testham Report Card"
area = "Rotherham"
period = "2011/12"
sections = ["voice"]
[section.voice]
title = "Voice"
measures = ["complaints"]
registers = ["promises"]
[page.plan]
kind = "plan"
title = "Plan"
[[edition]]
id = "2011-12"
kind = "year"
period = "2011/12"
audience = "members"
sign = ["performance"]
""",
    "measures/all.toml": "".join(f"""[measure.{name}]
title = "{title}"
subject = "complaints"
kind = "count"
from = "complaint-log"
by = "start"
periods = "financial year"
unit = "count"
better = "lower"
counts = "cases"
serves = "context"
{more}
""" for name, title, more in (("complaints", "Complaints", ""), ("inner", "CANARYSTAFF complaints", 'audience = "staff"'), ("middle", "CANARYMEMBERS complaints", 'audience = "members"'))),
    "registers/complaint-log.toml": 'title = "Complaints"\nwhat = "One complaint."\nrow = "case"\nshown = "table"\nroles = { start = "received" }\n[column.id]\ntype = "id"\n[column.received]\ntype = "date"\n[column.words]\ntype = "text"\n',
    "registers/promises.toml": 'title = "Promises"\nwhat = "One promise."\nrow = "thing"\nshown = "table"\nroles = { audience = "for" }\n[column.id]\ntype = "id"\n[column.text]\ntype = "text"\n[column.for]\ntype = "choice"\nchoices = ["public", "members", "staff"]\n[column.owner]\ntype = "text"\naudience = "staff"\n[column.child]\ntype = "text"\naudience = "never"\n',
    "data/complaint-log.csv": "id,received,words\nCANARYNEVER1,2010-05-01,CANARYNEVER2\nC2,2011-05-02,w\nC3,2011-06-02,w\n",
    "data/promises.csv": "id,text,for,owner,child\np1,We will answer,public,CANARYSTAFF,CANARYNEVER3\np2,CANARYMEMBERS row,members,,\np3,CANARYSTAFF row,staff,,\n",
    "data/commentary.csv": "id,measure,why,what_next,audience\nk1,complaints,CANARYSTAFF why,,staff\n",
    "data/offices.csv": "id,title\nperformance,Performance Office\n",
}


def words_in(path):
    """All that a file holds, unpacked, with the words of a PDF as a reader sees them."""
    raw = path.read_bytes()
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(path) as package:
            inner = b"".join(package.read(n) for n in package.namelist() if not n.endswith((".pdf", ".xlsx")))
        return inner.decode("utf-8", errors="replace")
    if raw.startswith(b"%PDF"):
        return run("pdftotext", path, "-").stdout + raw.decode("latin-1")
    return raw.decode("utf-8", errors="replace")


def nobody_else_is_told(program):
    """Canaries: what is for staff, for members or for nobody is in no file that is handed to others."""
    with tempfile.TemporaryDirectory() as folder:
        card = Path(folder) / "card"
        for name, text in CANARIES.items():
            (card / name).parent.mkdir(parents=True, exist_ok=True)
            (card / name).write_text(text, encoding="utf-8")
        kept_from = {"public": ("CANARYMEMBERS", "CANARYSTAFF", "CANARYNEVER"), "members": ("CANARYSTAFF", "CANARYNEVER"), "staff": ("CANARYNEVER",)}
        for audience, canaries in kept_from.items():
            site, paper, page = (Path(folder) / f"{audience}{end}" for end in ("", ".docx", ".html"))
            made = run(program, "build", card, "--audience", audience, "--out", site, "--pdf", "--workbook", "--zip")
            check(made.returncode == 0, f"canaries: builds for {audience}", made.stderr)
            for out in (paper, page):
                check(run(program, "paper", card, "--audience", audience, "--out", out).returncode == 0, f"canaries: the paper for {audience}")
            files = [paper, page, *site.glob("*.pdf"), *site.glob("*.xlsx"), *site.glob("*.zip")]
            check(len(files) >= 5, f"canaries: files for {audience}", files)
            for file in files:
                text = words_in(file)
                for canary in canaries:
                    check(canary not in text, f"canaries: {canary} is not in {file.name}, made for {audience}")
                mark = {"public": "", "members": "For members", "staff": "OFFICIAL-SENSITIVE"}[audience]
                check(mark in text, f"canaries: {file.name} says for whom it is")
            if audience == "staff":
                check("CANARYSTAFF" in words_in(site / "card.xlsx") and "CANARYSTAFF" in words_in(page), "canaries: the search would find one")
            check(audience == "public" or all(file.stem.endswith(audience) for file in site.glob("*.zip")), f"canaries: the ZIP for {audience} has it in its name")
        # An edition that must be signed: not for members before it is, and for staff it says so.
        refused = run(program, "paper", card, "2011-12", "--out", Path(folder) / "unsigned.docx")
        check(refused.returncode == 1 and "edition-unsigned" in refused.stderr and not (Path(folder) / "unsigned.docx").exists(), "an unsigned paper is not written for members", refused.stderr)
        draft = Path(folder) / "draft.html"
        check(run(program, "paper", card, "2011-12", "--audience", "staff", "--out", draft).returncode == 0 and "DRAFT" in draft.read_text(encoding="utf-8"), "an unsigned paper for staff says DRAFT")
        signed = run(program, "sign", card, "2011-12", "--office", "performance", "--on", "2012-05-01")
        check(signed.returncode == 0, "the office signs", signed.stderr)
        final = Path(folder) / "final.html"
        made = run(program, "paper", card, "2011-12", "--out", final)
        check(made.returncode == 0 and final.exists() and "DRAFT" not in final.read_text(encoding="utf-8"), "once signed, the members' paper is written and is no draft", made.stderr)


if shutil.which("chromium") is None or shutil.which("pandoc") is None:
    print("chromium and pandoc are needed: packaging/setup.sh installs them")
    sys.exit(1)
program = Path(sys.argv[1]) if len(sys.argv) > 1 else root / "build/release/src/cli/reportcard"
for card in [Path(a) for a in sys.argv[2:]] or [root / "examples" / e for e in ("small", "rotherham-2012")]:
    one_card(program.resolve(), card.resolve())
nobody_else_is_told(program.resolve())
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
