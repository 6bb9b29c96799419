#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""From the downloads alone, another tool computes every share, change, gap and band again (pandas; no option given).
Last line: "N passed, N failed"."""
import json
import sys
from decimal import Decimal, ROUND_HALF_UP
from pathlib import Path

import pandas as pd

passed = failed = 0


def check(good, name, why=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED", name, why)


def rounded(number, places):
    """Half away from zero, as docs/measures.md says."""
    number = Decimal(number)
    step = Decimal(1).scaleb(-int(places))
    return (number.copy_abs().quantize(step, rounding=ROUND_HALF_UP)).copy_sign(number)


def one_site(site):
    figures = pd.read_csv(site / "downloads" / "figures.csv")
    for column in ("value", "numerator", "denominator", "decimals", "previous_value", "change", "year_ago_change", "baseline_value", "target_value"):
        check(pd.api.types.is_numeric_dtype(figures[column]), f"{site.name}: {column} is a number column", str(figures[column].dtype))
    text = pd.read_csv(site / "downloads" / "figures.csv", dtype=str, keep_default_na=False)
    check(len(text) == len(figures), f"{site.name}: as many rows either way")
    bands = json.loads((site / "downloads" / "bands.json").read_text()) if (site / "downloads" / "bands.json").exists() else {}

    wrong = []
    for row in text.to_dict("records"):
        name = f'{row["measure"]}[{row["choice"]}]@{row["period"]} {row["area_name"]}'
        if row["value"] and row["unit"] == "percent" and row["numerator"] and row["denominator"] not in ("", "0") and row["basis"] == "computed":
            share = Decimal(100) * Decimal(row["numerator"]) / Decimal(row["denominator"])
            if rounded(share, row["decimals"]) != Decimal(row["value"]):
                wrong.append(f'{name}: share {row["numerator"]}/{row["denominator"]} is {share:.3f}, printed {row["value"]}')
        if row["band"]:
            lower = [b for b in bands[row["bands"]] if Decimal(b["from"]) <= Decimal(row["exact"] or row["value"])]
            if not lower or lower[-1]["name"] != row["band"]:
                wrong.append(f'{name}: band {row["band"]} of {row["value"]}')
    check(not wrong, f"{site.name}: every share and band", "\n  ".join([""] + wrong[:10]))

    # Changes: from the exact fractions where both sides have counts, else from the printed values.
    wrong, seen = [], 0
    index = {(r["measure"], r["area_code"], r["choice"], r["period"], r["basis"]): r for r in text.to_dict("records")}

    def exact(row):
        if row["unit"] == "percent" and row["numerator"] and row["denominator"] not in ("", "0"):
            if row["basis"] == "computed":
                return Decimal(100) * Decimal(row["numerator"]) / Decimal(row["denominator"])
        return Decimal(row["exact"] or row["value"])

    for row in text.to_dict("records"):
        for rival in ("previous", "year_ago", "baseline"):
            if not row[f"{rival}_change" if rival != "previous" else "change"]:
                continue
            before = index.get((row["measure"], row["area_code"], row["choice"], row[f"{rival}_period"], row["basis"]))
            if before is None or not before["value"]:
                wrong.append(f'{row["measure"]}@{row["period"]}: {rival} is not in the file')
                continue
            seen += 1
            printed = row[f"{rival}_change" if rival != "previous" else "change"]
            places = len(printed.split(".")[1]) if "." in printed else 0
            if rounded(exact(row) - exact(before), places) != Decimal(printed):
                wrong.append(f'{row["measure"]}[{row["choice"]}]@{row["period"]}: {rival} {exact(row)} - {exact(before)} printed {printed}')
    check(not wrong, f"{site.name}: every change ({seen})", "\n  ".join([""] + wrong[:10]))
    check(seen > 0, f"{site.name}: there are changes to check")

    wrong, seen = [], 0
    for row in pd.read_csv(site / "downloads" / "comparisons.csv", dtype=str, keep_default_na=False).to_dict("records"):
        if not row["gap"]:
            continue
        seen += 1
        ours = index.get((row["measure"], row["area_code"], row["choice"], row["period"], row["basis"]))
        value = exact(ours) if ours else Decimal(row["value"])
        places = len(row["gap"].split(".")[1]) if "." in row["gap"] else 0
        theirs = Decimal(row["comparator_value"])
        if row["comparator_numerator"] and row["comparator_denominator"] not in ("", "0") and row["comparator_basis"] == "computed":
            theirs = Decimal(100) * Decimal(row["comparator_numerator"]) / Decimal(row["comparator_denominator"])
        if row["period"] != row["comparator_period"] or rounded(value - theirs, places) != Decimal(row["gap"]):
            wrong.append(f'{row["measure"]}@{row["period"]}: {value} - {theirs} printed {row["gap"]}')
    check(not wrong, f"{site.name}: every gap ({seen})", "\n  ".join([""] + wrong[:10]))
    check(seen > 0, f"{site.name}: there are gaps to check")
    package = json.loads((site / "downloads" / "datapackage.json").read_text())
    names = {resource["path"] for resource in package["resources"]}
    for resource in package["resources"]:
        path = site / "downloads" / resource["path"]
        check(path.exists(), f"{site.name}: {resource['path']} is there")
        if path.exists() and path.suffix == ".csv":
            header = list(pd.read_csv(path, dtype=str, nrows=0).columns)
            check(header == [field["name"] for field in resource["schema"]["fields"]], f"{site.name}: the columns of {resource['path']} are described")
    check("figures.csv" in names and "comparisons.csv" in names, f"{site.name}: the package names both files")


for site in [Path(a) for a in sys.argv[1:]] or [Path(__file__).parent.parent / "out" / s for s in ("small", "rotherham-2012")]:
    one_site(site)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
