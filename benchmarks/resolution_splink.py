"""Splink on the pairs of `resolution.py`: names on standard input, links on standard output.

Trained without labels, as its documentation shows it: blocking by type with the first or the last
characters of the name, Jaro-Winkler and token comparisons on the name, expectation maximisation for the
rest.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict


def main() -> None:
    """Read names, link, write what was linked at some thresholds."""
    try:
        import logging

        import pandas
        import splink.comparison_library as cl
        from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    except ImportError:
        print("[]")
        return
    if sys.stdin.isatty():
        sys.exit("names are read from standard input: run resolution.py --splink PYTHON")
    logging.disable(logging.CRITICAL)
    asked, start = json.load(sys.stdin), time.perf_counter()
    known, mentions = asked["known"], asked["mentions"]
    rows = [{"unique_id": f"k{n}", "type": t, "name": name} for n, (t, name) in enumerate(known)]
    rows += [{"unique_id": f"m{n}", "type": t, "name": name} for n, (t, name) in enumerate(mentions)]
    for row in rows:
        row["head"], row["tail"] = row["name"][:2], row["name"][-2:]
        row["first"], row["letters"] = row["name"][:1], sorted(set(row["name"]))
    settings = SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=len(mentions) / (len(rows) * (len(rows) - 1) / 2),
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.85, 0.7]),
            cl.ArrayIntersectAtSizes("letters", [8, 5, 3, 2]),
            cl.ExactMatch("head"),
            cl.ExactMatch("tail"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("type", "first"),
            block_on("type", "tail"),
            block_on("type", "head"),
        ],
    )
    linker = Linker(pandas.DataFrame(rows), settings, DuckDBAPI())
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("type", "head"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("type", "tail"))
    pairs = linker.inference.predict(threshold_match_weight=-20).as_pandas_dataframe()
    found = []
    for threshold in (-4, 0, 4):
        best: dict[int, tuple[float, int]] = defaultdict(lambda: (-1e9, -1))
        false = 0
        for left, right, weight in zip(
            pairs["unique_id_l"], pairs["unique_id_r"], pairs["match_weight"], strict=True
        ):
            if weight < threshold:
                continue
            if left[0] == right[0] == "k":
                false += 1
            elif left[0] != right[0]:
                mention, thing = (left, right) if left[0] == "m" else (right, left)
                best[int(mention[1:])] = max(best[int(mention[1:])], (weight, int(thing[1:])))
        linked = [known[best[n][1]][1] if n in best else None for n in range(len(mentions))]
        seconds = time.perf_counter() - start
        found.append({"threshold": threshold, "linked": linked, "false": false, "seconds": seconds})
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
