"""Fit the segmenter's weights on bulletins set in many ways.

The items of the sample and of the bulletins to tune by are mixed, given other section headings, and set by the tests'
typesetter: wrapped or not, with and without blank lines, numbers, mastheads, page numbers, credits, as text, web page
or Word file. The averaged structured perceptron with a margin (Collins, 2002) starts from the weights in place.

With several seeds each fit starts from the weights in place, and the mean of all fits is written: less depends on
which bulletins came last.

    python scripts/fit_segmenter.py [--rounds 1500] [--seeds 3 5] [--rate 0.05] [--printed 40] [--write]
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "loaders"))

from typesetter import SEED, Setting, Story, as_docx, as_html, as_pdf, as_text, blocks, pdf_body, stories  # noqa: E402
from typesetter import squash as bare  # noqa: E402

from innograph.loaders.items.features import squash  # noqa: E402
from innograph.loaders.items.inline import split_inline  # noqa: E402
from innograph.loaders.items.noise import drop_noise  # noqa: E402
from innograph.loaders.items.observe import LINE, PAIR, add_styles  # noqa: E402
from innograph.loaders.items.segment import Observed, decode, observe  # noqa: E402
from innograph.loaders.items.weights import LABELS, Weights, build  # noqa: E402
from innograph.loaders.readers import read_bytes  # noqa: E402
from innograph.loaders.readers.hygiene import fold  # noqa: E402

WEIGHTS = ROOT / "loaders" / "items" / "weights.toml"
TUNE = ROOT / "tests" / "golden" / "bulletins" / "tune"
SECTIONS = ["政策动态", "要闻速递", "联盟活动", "国家战略", "一线传真", "创新成果", "标准化工作", "国际合作", "行业资讯", "会员之窗", "政策与环境", "平台建设", "人才与培训", "产学研用", "科技前沿", "领导关怀", "重点工作", "会议活动", "地方联盟", "技术攻关", "产业观察", "媒体关注", "通知公告", "党建引领", "联盟风采", "工作部署", "试点进展", "服务企业", "成果转化", "荣誉榜", "政策风向", "标准与专利", "展会信息", "秘书处工作", "协同创新", "交流互鉴", "政策、标准与项目", "合作·交流", "企业与园区", "标准化与质量", "网员单位及协会动态", "创新联合体", "人物与团队", "地方 联盟 园区", "数说产业", "一线来风", "专利与知识产权", "合作交流与培训", "成员企业", "学会与协会", "产业链纵横", "基地·平台", "域外之声", "成员天地", "综合信息", "领域动向", "大事要览", "联盟在行动", "聚焦两会", "学习园地"]
LINES = ("主办单位：{}　承办单位：{}", "承办单位：{}", "支持单位：{}", "时间：6月8日至10日　地点：北京", "参会单位：{}、{}")
HEADS = ("一是加强顶层设计", "（一）基本情况", "（二）主要做法", "1. 组织领导", "2. 下一步工作", "主要内容如下：", "会议议程：")
NAMES = ("中国汽车工程学会", "江苏省科学技术厅", "宁波市人民政府", "北京科技大学")


def material() -> list[Story]:
    """All items to learn from."""
    return [s for path in [SEED, *sorted(TUNE.glob("*.txt"))] for s in stories(path)]


def mix(items: Sequence[Story], rng: random.Random) -> tuple[Story, ...]:
    """A bulletin of its own: some items, some sections, now and then a line in a body that looks like a heading."""
    chosen = rng.sample(list(items), rng.randint(4, 22))
    names = rng.sample(SECTIONS, min(len(SECTIONS), rng.randint(1, 5)))
    plain = rng.random() < 0.25
    out: list[Story] = []
    for at, story in enumerate(chosen):
        body = list(story.body)
        if rng.random() < 0.12:
            line = rng.choice(LINES).format(*rng.sample(NAMES, 2))
            body.insert(rng.randint(1, len(body)), line)
        if rng.random() < 0.06 and len(body) > 1:
            body.insert(rng.randint(1, len(body) - 1), rng.choice(HEADS))
        section = None if plain else names[at * len(names) // len(chosen)]
        out.append(replace(story, section=section, body=tuple(body)))
    return tuple(out)


def setting(rng: random.Random) -> Setting:
    """Some way to set it."""
    pick = rng.choice
    return Setting(
        width=pick([None, None, 18, 22, 27, 30, 33, 36, 40, 45]), blanks=pick([0, 0, 0, 1, 2]), above=pick([0, 0, 1, 2]), between=pick([0, 0, 0, 1]),
        indent=pick(["", "　　", "　　", "    "]), credits=rng.random() < 0.7, credit_right=rng.random() < 0.4,
        half=rng.random() < 0.15, digits=rng.random() < 0.1, radicals=rng.random() < 0.1,
        sections=pick(["", "", "", "一、", "【】", "●", "■", "（一）"]), titles=pick(["", "", "", "1.", "1、", "●", "◆", "（一）", "（1）"]),
        split=rng.random() < 0.3, centred=rng.random() < 0.3, masthead=rng.random() < 0.5, contents=rng.random() < 0.2, page=pick([0, 0, 30, 45]),
        ending=rng.random() < 0.4, noise=rng.random() < 0.3,
    )


def render(items: tuple[Story, ...], how: Setting, rng: random.Random) -> tuple[bytes, str]:
    """The file and its name."""
    form = rng.random()
    if form < 0.6:
        return as_text(items, how), "x.txt"
    if form < 0.8:
        return as_html(items, how, rng.choice(["headings", "paragraphs", "bold", "breaks"])), "x.html"
    return as_docx(items, how, rng.choice(["headings", "paragraphs", "bold", "lines"])), "x.docx"


def strip(data: bytes, rng: random.Random) -> bytes:
    """A bulletin as it came, perhaps without blank lines, white space or credits."""
    lines = data.decode("utf-8").splitlines()
    if rng.random() < 0.4:
        lines = [line for line in lines if line.strip()]
    if rng.random() < 0.3:
        lines = [line.strip() for line in lines]
    if rng.random() < 0.3:
        lines = [line for line in lines if not (line.strip().startswith("（") and ("供稿" in line or "来源" in line))]
    return "\n".join(lines).encode()


def print_some(items: Sequence[Story], count: int, rng: random.Random) -> list[tuple[tuple[Story, ...], Setting, bytes]]:
    """Bulletins printed as PDF by a browser."""
    out = []
    for _ in range(count):
        mixed, how = mix(items, rng), replace(setting(rng), noise=False, page=0)
        body = pdf_body(mixed, how, rng.choice(["headings", "paragraphs", "bold", "pre"]))
        css = " ".join(
            rng.choice(some) for some in (
                ["", "p{text-indent:0}", "p{text-indent:2em;margin:0}", "p{text-indent:0;margin:0 0 .8em}"],
                ["", "body{font-size:10pt}", "@page{size:A4;margin:2.5cm}", "@page{size:A5}", "@page{size:A4}body{columns:2}"],
                ["", "p{text-align:justify}", "h2{text-align:center}", "h2,h3{font-size:1em}"],
            )
        )
        out.append((mixed, how, as_pdf(f"<style>{css}</style>{body}")))
    return out


def truth(seen: Observed, items: tuple[Story, ...], how: Setting, *, original: bool = False) -> list[str] | None:
    """The right label of each line, or None where lines and blocks do not fit.

    In an original file what stands before the first item is masthead, and what stands after the last one the end.
    """
    plain = bare if original else squash
    first = {"masthead": "M", "contents": "C", "section": "S", "title": "T", "body": "B", "credit": "R", "ending": "E"}
    rest = {"masthead": "M", "contents": "C", "title": "t", "body": "b", "credit": "r", "ending": "E"}
    wanted = [(kind, plain(fold(words).text)) for kind, words in blocks(items, how) if kind != "noise"]
    labels: list[str] = []
    at, held = 0, ""
    for line in seen.lines:
        words = plain(line.text)
        if not held and original and (at == len(wanted) or (at == 0 and not wanted[0][1].startswith(words or "?"))):
            labels.append("E" if at else "M")
            continue
        if not held:
            while at < len(wanted) and not (words and wanted[at][1].startswith(words)):
                at += 1
            if at == len(wanted):
                return None
            labels.append(first[wanted[at][0]])
            held = wanted[at][1]
        else:
            if wanted[at][0] not in rest:
                return None
            labels.append(rest[wanted[at][0]])
        if not held.startswith(words):
            return None
        held = held[len(words) :]
        if not held:
            at += 1
    return labels


def step(w: Weights, seen: Observed, gold: Sequence[str], rate: float) -> int:
    """One update; how many lines were wrong (with the margin against them)."""
    allowed = w.steps > -1
    right = [LABELS.index(name) for name in gold]  # type: ignore[arg-type]
    if w.start[right[0]] < -1e8 or any(not allowed[a, b] for a, b in pairwise(right)):
        return -1
    plain = decode(seen.rows, seen.pairs, w)
    rows = add_styles(seen.rows, plain, seen.features)
    # The margin: every label but the right one gets a point.
    margin = np.ones((len(rows), len(LABELS)))
    margin[np.arange(len(rows)), right] = 0
    extended = np.hstack([rows, margin])
    harder = replace(w, lines=np.vstack([w.lines, np.eye(len(LABELS))]))
    guess = [LABELS.index(name) for name in decode(extended, seen.pairs, harder)]
    wrong = [i for i in range(len(right)) if right[i] != guess[i]]
    if not wrong:
        return 0
    size = len(LABELS)
    scale = rate / len(wrong) ** 0.5
    for i in range(len(right)):
        if right[i] != guess[i]:
            w.lines[:, right[i]] += scale * rows[i]
            w.lines[:, guess[i]] -= scale * rows[i]
        if i and (right[i - 1], right[i]) != (guess[i - 1], guess[i]):
            w.pairs[:, right[i - 1] * size + right[i]] += scale * seen.pairs[i]
            w.pairs[:, guess[i - 1] * size + guess[i]] -= scale * seen.pairs[i]
    return sum(LABELS.index(p) != r for p, r in zip(plain, right, strict=True))  # type: ignore[arg-type]


def tables(w: Weights) -> dict[str, dict[str, dict[str, float]]]:
    """Weights in the form of the file."""
    size = len(LABELS)
    return {
        "start": {"label": {LABELS[i]: float(v) for i, v in enumerate(w.start) if v > -1e8}},
        "line": {
            label: {n: float(w.lines[j, i]) for j, n in enumerate(LINE) if abs(w.lines[j, i]) >= 0.005}
            for i, label in enumerate(LABELS)
        },
        "step": {
            f"{LABELS[a]}-{LABELS[b]}": {
                n: float(w.pairs[j, a * size + b]) for j, n in enumerate(PAIR) if abs(w.pairs[j, a * size + b]) >= 0.005
            }
            for a in range(size) for b in range(size) if w.steps[a, b] > -1
        },
    }


def write(data: dict[str, Any]) -> None:
    """Write the file, two decimals."""
    out = ["# The segmenter's weights, fitted by scripts/fit_segmenter.py; the signals' names stand in observe.py.", ""]
    for group, inside in data.items():
        for name, table in inside.items():
            out.append(f"[{group}.{name}]" if name.isalnum() else f'[{group}."{name}"]')
            out += [f"{key} = {value:.2f}" for key, value in table.items()]
            out.append("")
    WEIGHTS.write_text("\n".join(out).rstrip() + "\n", encoding="utf-8")


def fit(start: Weights, *, rounds: int, seed: int, rate: float, printed: int) -> Weights:
    """The averaged weights of one fit from `start`; the same seed gives the same weights."""
    rng = random.Random(seed)
    items, originals = material(), [SEED, *sorted(TUNE.glob("*.txt"))]
    pdfs = print_some(items, printed, rng)
    w = replace(start, lines=start.lines.copy(), pairs=start.pairs.copy())
    lines, pairs = np.zeros_like(w.lines), np.zeros_like(w.pairs)
    wrong = documents = skipped = bad = 0
    for turn in range(1, rounds + 1):
        if turn % 5 == 0:  # now and then a bulletin as it came, or with lines taken away
            path = rng.choice(originals)
            mixed, how, data, name = stories(path), Setting(), strip(path.read_bytes(), rng), path.name
        elif pdfs and turn % 5 == 1:
            mixed, how, data = rng.choice(pdfs)
            name = "x.pdf"
        else:
            mixed, how = mix(items, rng), setting(rng)
            data, name = render(mixed, how, rng)
        seen = observe(drop_noise(split_inline(read_bytes(data, name).lines)))
        gold = truth(seen, mixed, how, original=name not in ("x.txt", "x.html", "x.docx", "x.pdf"))
        missed = -1 if gold is None else step(w, seen, gold, rate * (1 - 0.8 * turn / rounds))
        if missed < 0:
            skipped += 1
        else:
            wrong, documents, bad = wrong + missed, documents + 1, bad + (missed > 0)
        lines += w.lines
        pairs += w.pairs
        if turn % 100 == 0:
            print(f"{seed}, {turn}: {wrong} lines wrong in {bad} of {documents} documents, {skipped} left out", flush=True)
            wrong = documents = skipped = bad = 0
    return replace(w, lines=lines / rounds, pairs=pairs / rounds)


def mean(fits: Sequence[Weights]) -> Weights:
    """The mean of several fits, weight by weight."""
    return replace(
        fits[0], lines=np.mean([w.lines for w in fits], axis=0), pairs=np.mean([w.pairs for w in fits], axis=0)
    )


def main() -> None:
    """Fit once a seed, report each hundred rounds, and write the mean with `--write`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1500)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1], help="a fit for each; their mean is the result")
    parser.add_argument("--rate", type=float, default=0.05)
    parser.add_argument("--printed", type=int, default=0, help="how many PDFs to print and learn from, for each seed")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    start = build(tomllib.loads(WEIGHTS.read_text(encoding="utf-8")))
    fits = [
        fit(start, rounds=arguments.rounds, seed=seed, rate=arguments.rate, printed=arguments.printed)
        for seed in arguments.seeds
    ]
    if arguments.write:
        write(tables(mean(fits)))


if __name__ == "__main__":
    main()
