"""What each golden bulletin would score had the rules never seen it: the leave-one-out table of docs/extraction.md.

    python scripts/leave_one_out.py [NAME …]

For each bulletin, all words of the lexicon's TOML files (verbs, endings, boundaries, alternatives inside patterns)
that stand in that bulletin and in no other golden one are taken out of a copy of the lexicon, and the bulletin is
read with what is left. Words that anybody would have written down are lost too, so this errs on the harsh side; what
it cannot take back is the shape of the patterns and the code. Gazetteers (`.txt`) are public lists and stay.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing
import re
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEXICON = ROOT / "loaders" / "lexicon"
WORD = re.compile(r"[\u3400-\u9fff]{2,}")
sys.path.append(str(ROOT / "tests" / "golden"))


def texts() -> dict[str, str]:
    """Bulletin → the text of its items."""
    import goldens

    found: dict[str, str] = {}
    for golden in goldens.goldens():
        found[golden.name] = found.get(golden.name, "") + golden.item.text + "\n"
    return found


def without(source: str, gone: set[str]) -> tuple[str, int]:
    """A lexicon file's text without these words: array elements, words of a list, alternatives of a pattern."""
    removed = 0

    def element(match: re.Match[str]) -> str:
        nonlocal removed
        if match[1] not in gone:
            return match[0]
        removed += 1
        return ""

    # a comma or a bracket follows, and a bracket or a comma stands before: a word of its own in an array
    source = re.sub(r'(?<=[\[,\s])"([\u3400-\u9fff]+)"\s*(?:,|(?=\]))', element, source)
    source = re.sub(r'(?<=[\s"])([\u3400-\u9fff]+)[ \t](?=[\u3400-\u9fff])', element, source)
    source = re.sub(r"(?<=[(|:])([\u3400-\u9fff]+)\|", element, source)
    source = re.sub(r"(?<=[\u3400-\u9fff)\]?])\|([\u3400-\u9fff]+)(?=[|)])", element, source)
    return source, removed


def unseen(name: str) -> tuple[str, int, tuple[float, float], tuple[float, float]]:
    """A bulletin's F1 (entities, relations) as things are, and without the words that only it has."""
    found = texts()
    others = "".join(text for other, text in found.items() if other != name)
    words = {w for path in LEXICON.glob("*.toml") for w in WORD.findall(path.read_text(encoding="utf-8"))}
    gone = {w for w in words if w in found[name] and w not in others}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "lexicon"
        shutil.copytree(LEXICON, copy, ignore=shutil.ignore_patterns("__pycache__"))
        removed = 0
        for path in copy.glob("*.toml"):
            text, count = without(path.read_text(encoding="utf-8"), gone)
            path.write_text(text, encoding="utf-8")
            removed += count
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            plain = pool.apply(scored, (name, str(LEXICON)))
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            poor = pool.apply(scored, (name, str(copy)))
    return name, removed, plain, poor


def scored(name: str, lexicon: str) -> tuple[float, float]:
    """F1 of entities and relations of one bulletin, read with the lexicon of this folder."""
    package = "innograph.loaders.lexicon"
    spec = importlib.util.spec_from_file_location(
        package, Path(lexicon) / "__init__.py", submodule_search_locations=[lexicon]
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.modules[package] = module
    import goldens
    import scoring
    import variations

    extractor = variations.reader(roster=True)
    items = [g for g in goldens.goldens() if g.name == name]
    found = scoring.score([g.gold for g in items], [extractor.extract(g.item, g.bulletin) for g in items])
    return found["entities"].f1, found["relations"].f1


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="bulletins; all golden ones where none is named")
    given = parser.parse_args()
    print("| bulletin | entities | relations | words only it has | entities without | relations without |")
    print("|---|---|---|---|---|---|")
    for name in given.names or list(texts()):
        _, removed, plain, poor = unseen(name)
        print(f"| {name} | {plain[0]:.3f} | {plain[1]:.3f} | {removed} | {poor[0]:.3f} | {poor[1]:.3f} |", flush=True)


if __name__ == "__main__":
    main()
