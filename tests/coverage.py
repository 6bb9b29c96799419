#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Goes down the card of 2011/12 line by line and finds each of its figures and list items on the built site.

  tests/coverage.py > docs/coverage.md     writes the page
  tests/coverage.py --check                as a test: everything stands, and the page is up to date

It reads examples/rotherham-2012/data/concordance.csv and out/rotherham-2012. Last line of --check: "N passed, N failed"."""
import csv
import html
import re
import sys
from pathlib import Path

root = Path(__file__).parent.parent
site = root / "out" / "rotherham-2012"


def slug(text):
    return "/".join(re.sub(r"[^a-z0-9]+", "-", part.lower().replace("'", "")).strip("-") for part in text.split("/"))


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


pages = {page.name: page.read_text(encoding="utf-8") for page in sorted(site.glob("*.html"))}
words = {name: re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", text))) for name, text in pages.items()}
anchors = {}
for name, text in pages.items():
    if name.startswith("measure-") or name in ("sheet.html", "about.html"):
        continue
    for anchor in re.findall(r'\sid="([^"]+)"', text):
        anchors.setdefault(anchor, name)
figures = {}
for row in rows(site / "downloads" / "figures.csv"):
    figures[row["measure"], slug(row["choice"]), row["period"], "england" if row["area_name"] == "England" else ""] = row
printed = {row["id"]: row for row in rows(root / "examples" / "rotherham-2012" / "data" / "printed.csv")}


few = "none one two three four five six seven eight nine".split()


def figure_of(name):
    match = re.fullmatch(r"([a-z0-9-]+)(?:\(([^)]*)\))?(?:\[([^\]]*)\])?(?:\(([^)]*)\))?(?:@([^.]*))?(?:\.(.*))?", name)
    measure, area, choice, area2, period, word = match.groups()
    area = "england" if (area or area2 or "").lower() == "england" else ""
    key = [row for (m, c, p, a), row in figures.items() if m == measure and c == slug(choice or "") and a == area and (not period or p == period)]
    return measure, key[-1] if key else None, word


def place_of(entry):
    """(page, what stands there), or None."""
    if entry["figure"]:
        measure, figure, word = figure_of(entry["figure"])
        page = f"measure-{measure}.html"
        if figure is not None and figure["denominator"].isdigit() and int(figure["denominator"]) < 10:
            figure["value_shown"] = f'{few[int(figure["numerator"])]} of {few[int(figure["denominator"])]}'  # as pages say it
        if page in pages and figure is not None and (word or figure["value_shown"] in words[page]):
            shown = figure["value_shown"] + (f" ({word})" if word else "")
            if not entry["row"]:
                return page, shown
            beside = printed.get(entry["row"].removeprefix("printed/"))
            if beside is None or beside["printed"] in words[page] or any(beside["printed"] in words[p] for p in words):
                return page, shown + (f"; printed in 2012: {beside['printed']}. {beside['reason']}" if beside else "")
        elif page in pages and word:
            return page, word
    if entry["row"]:
        register, row = entry["row"].split("/", 1)
        if register == "printed":
            said = printed[row]
            for page in (f"{said['section']}.html", *words):
                if page in words and said["printed"] in words[page] and said["reason"][:60] in words[page]:
                    return page, f"printed in 2012: {said['printed']}. {said['reason']}"
        page = anchors.get(f"{register}-{row}")
        if page:
            return f"{page}#{register}-{row}", "row of the register " + register
    return None


out, missing, counts = [], [], {"figure": [0, 0], "item": [0, 0]}
last = None
for entry in sorted(rows(root / "examples" / "rotherham-2012" / "data" / "concordance.csv"), key=lambda e: (int(e["line"] or 0), e["kind"], e["id"])):
    place = place_of(entry)
    counts[entry["kind"]][0] += 1
    if place is None:
        missing.append(f'{entry["kind"]} {entry["original"]} (line {entry["line"]}): {entry["figure"]} {entry["row"]}')
        continue
    counts[entry["kind"]][1] += 1
    line = entry["line"] if entry["line"] != last else ""
    last = entry["line"]
    cell = lambda text: text.replace("|", "\\|").replace("\n", " ")
    out.append(f'| {line} | {entry["kind"]} | {cell(entry["subject"] or entry["original"])} | {place[0]} | {cell(place[1])} |')

text = f"""# Coverage of the card of 2011/12

Made by `tests/coverage.py` from the built example. Each figure and each list item of the original, by the line of its text, and where it stands
on the site of `examples/rotherham-2012`.

{counts["figure"][1]} of {counts["figure"][0]} figures and {counts["item"][1]} of {counts["item"][0]} list items stand on the site.

| line | kind | what | page | what stands there |
|---|---|---|---|---|
""" + "\n".join(out) + "\n"

if "--check" in sys.argv:
    failed = len(missing)
    for each in missing:
        print("NOT FOUND", each)
    same = (root / "docs" / "coverage.md").read_text(encoding="utf-8") == text
    if not same:
        print("docs/coverage.md is not what this command makes: run tests/coverage.py > docs/coverage.md")
    print(f"{sum(c[1] for c in counts.values()) + same} passed, {failed + (not same)} failed")
    sys.exit(1 if failed or not same else 0)
for each in missing:
    print("NOT FOUND", each, file=sys.stderr)
sys.stdout.write(text)
