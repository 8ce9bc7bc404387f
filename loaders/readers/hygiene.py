"""Folding characters into what a person reads, with a map back to the file's own characters.

Radicals and compatibility ideographs become the ideographs they look like, full-width letters and digits
ASCII, half-width punctuation of Chinese text full-width; zero-width, control and private-use characters and
white space inside Chinese text go. Never NFKC as a whole: it would turn ，（） into ASCII.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_WIDE_SIGNS = "，。、；：？！（）《》〈〉“”‘’「」『』【】—…·〔〕"
_HAN = re.compile(f"[{HAN}]")
_CHINESE = re.compile(f"[{HAN}{_WIDE_SIGNS}]")
# Whatever might need folding; a line without any of these is left as it is.
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u2011\u2028-\u202f\u205f-\u206f"
    "\u2e80-\u2fdf\u3000\ufe00-\ufe0f\ufe50-\ufeff\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e"
    "\uff20-\uff3e\uff40-\uffef\ue000-\ufaff\ufff0-\uffff\U0001f3fb-\U0001f3ff\U0002f800-\U0002fa1f\U000e0000-\U0010ffff]"
    "|[ ,;:?!()\"<>]|\\.(?![0-9A-Za-z])"
)
_OPENING = "（《〈“‘「『【〔"
_CLOSING = "）》〉”’」』】〕"
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_RUN = re.compile("[A-Za-z0-9]+")


@dataclass(slots=True)
class Quotes:
    """What is open where a line ends: straight quotation marks and title marks run over line ends."""

    double: bool = False
    titles: int = 0
    brackets: list[bool] = field(default_factory=list)

    def reset(self) -> None:
        """Forget what is open: a paragraph ends here."""
        self.double, self.titles = False, 0
        self.brackets.clear()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded line. `offsets[i]` is the place in the raw line of character `i`; None: `i + shift`."""

    text: str
    offsets: tuple[int, ...] | None = None
    shift: int = 0


def is_han(char: str) -> bool:
    """Whether this character is a Chinese ideograph."""
    return "\u4e00" <= char <= "\u9fff" or _HAN.match(char) is not None


def bullets() -> str:
    """The characters that open a line as bullets."""
    return _tables()[1]


def fold(raw: str, quotes: Quotes | None = None) -> Folded:
    """Fold one line. `quotes` carries open quotation marks from line to line of a paragraph."""
    stripped = raw.strip()
    shift = raw.find(stripped) if stripped else 0
    if not _SUSPECT.search(stripped):
        if quotes is not None and stripped and stripped[-1] in "。！？":
            quotes.reset()
        return Folded(stripped, None, shift)
    chars, places = _characters(stripped, shift)
    chinese = any(_HAN.match(c) for c in chars)
    if chinese:
        _punctuation(chars, places, quotes if quotes is not None else Quotes())
        _spaces(chars, places)
    start, end = 0, len(chars)
    while start < end and chars[start] == " ":
        start += 1
    while end > start and chars[end - 1] == " ":
        end -= 1
    if quotes is not None and end and chars[end - 1] in "。！？":
        quotes.reset()
    return Folded("".join(chars[start:end]), tuple(places[start:end]))


@cache
def _tables() -> tuple[dict[str, str], str]:
    data = tomllib.loads(resources.files(__package__).joinpath("characters.toml").read_text(encoding="utf-8"))
    table = {pair[0]: pair[1] for pair in f"{data['radicals']} {data['signs']}".split()}
    return table, data["bullets"]


@cache
def _one(char: str) -> str:
    """What one character folds to: itself, another one, a blank, or nothing."""
    code = ord(char)
    if char in _tables()[0]:
        return _tables()[0][char]
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " "
    if 0x2F00 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:
        folded = unicodedata.normalize("NFKC", char)
        return folded if len(folded) == 1 else char
    if 0xFF01 <= code <= 0xFF5E and char not in "！（），：；？～":
        return chr(code - 0xFEE0)
    if 0x200B <= code <= 0x200F or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn", "Cs"):
        return ""
    if 0xFE00 <= code <= 0xFE0F or char == "\ufffc":
        return ""
    return char


def _characters(text: str, shift: int) -> tuple[list[str], list[int]]:
    chars: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text, shift):
        new = char if "\u0020" < char < "\u007f" or "\u4e00" <= char <= "\u9fff" else _one(char)
        if new:
            chars.append(new)
            places.append(index)
    return chars, places


def _neighbour(chars: list[str], index: int, step: int) -> str:
    index += step
    while 0 <= index < len(chars) and chars[index] == " ":
        index += step
    return chars[index] if 0 <= index < len(chars) else ""


def _punctuation(chars: list[str], places: list[int], quotes: Quotes) -> None:
    """Half-width punctuation beside Chinese characters → the full-width sign, in place."""
    last = len(chars) - 1
    index = 0
    while index < len(chars):
        char = chars[index]
        if char == "《":
            quotes.titles += char == "《"
        elif char == "》":
            quotes.titles = max(0, quotes.titles - 1)
        elif char and char in ",;:?!.()\"<>":
            before, after = _neighbour(chars, index, -1), _neighbour(chars, index, 1)
            near = bool(_CHINESE.match(before)) if before else False
            near_after = bool(_CHINESE.match(after)) if after else False
            if char in _WIDE:
                digits = before.isdigit() and after.isdigit() and index > 0 and chars[index - 1] != " "
                if (near or near_after) and not digits:
                    chars[index] = _WIDE[char]
                elif char == "," and not before and near_after:
                    chars[index] = "，"
            elif char == ".":
                if (near and not (after and after.isascii() and after.isalnum())) or (
                    before and before in "%)A" and (near_after or index == last) and index > 1
                ) or (before.isalnum() and before.isascii() and index > 8 and near_after):
                    chars[index] = "。"
            elif char == "(":
                inside = "".join(chars[index + 1 : index + 40]).split(")")[0]
                wide = near or near_after or (not before and bool(_HAN.search(inside))) or bool(_HAN.search(inside))
                quotes.brackets.append(wide)
                if wide:
                    chars[index] = "（"
            elif char == ")":
                if quotes.brackets.pop() if quotes.brackets else near:
                    chars[index] = "）"
            elif char == '"':
                quotes.double = _open(before, after, quotes.double)
                chars[index] = "“" if quotes.double else "”"
            elif char == "<":
                if index < last and chars[index + 1] == "<":
                    chars[index + 1] = ""  # dropped below: the two signs are one
                    after = _neighbour(chars, index + 1, 1)
                if after and (_HAN.match(after) or after in "“《" or (near and after.isalnum())):
                    chars[index] = "〈" if quotes.titles else "《"
                    quotes.titles += 1
            elif char == ">" and quotes.titles:
                if index < last and chars[index + 1] == ">" and quotes.titles == 1:
                    chars[index + 1] = ""
                chars[index] = "〉" if quotes.titles > 1 else "》"
                quotes.titles -= 1
        index += 1
    if "" in chars:
        kept = [i for i, char in enumerate(chars) if char]
        chars[:], places[:] = [chars[i] for i in kept], [places[i] for i in kept]


def _open(before: str, after: str, is_open: bool) -> bool:
    """Whether a straight quotation mark opens, given what stands beside it and what is open."""
    if is_open and before and before in "，。、；：（《“" and after and after not in "，。、；：）》”":
        return before not in "，。" if is_open else True
    if not is_open and after and after in "，。；：）》":
        return False
    return not is_open


def _spaces(chars: list[str], places: list[int]) -> None:
    """Drop the white space that typesetting and extraction put into Chinese text, in place."""
    text = "".join(chars)
    if " " not in text:
        return
    keep = _separators(text)
    out: list[int] = []
    for index, char in enumerate(text):
        if char != " ":
            out.append(index)
            continue
        if out and text[out[-1]] == " ":
            continue
        before, after = text[index - 1 : index], _neighbour(chars, index, 1)
        latin = before.isascii() and after.isascii()
        if index in keep or (before and after and latin):
            out.append(index)
    chars[:] = [chars[i] for i in out]
    places[:] = [places[i] for i in out]


_CELL = re.compile(f"[{HAN}]+(?: +[{HAN}]+)+")


def _separators(text: str) -> set[int]:
    """Blanks between Chinese words that part names or slogans: 张三 李四 王五, “创新驱动 合作共赢”."""
    keep: set[int] = set()
    for match in _CELL.finditer(text):
        words = match.group().split()
        sizes = [len(word) for word in words]
        alone = match.start() == 0 or text[match.start() - 1] in "，。、；：（“《—" or _NUMBERED.fullmatch(
            text[: match.start()].strip()
        ) is not None
        closed = match.end() == len(text) or text[match.end()] in "，。、；：）”》—等"
        if min(sizes) < 2:
            continue
        slogans = len(words) >= 2 and len(set(sizes)) == 1 and sizes[0] >= 4 and alone and closed
        names = len(words) >= 3 and max(sizes) <= 4 and alone
        if slogans or names:
            at = match.start()
            for blank in re.finditer(" +", match.group()):
                keep.add(at + blank.start())
    for match in _TITLE.finditer(text):
        # 《纺织品 土工布及其有关产品 抗渗性的测定》: a standard's name has its parts apart.
        parts = match.group().strip("《》").split(" ")
        if len(parts) > 1 and min(map(len, parts)) >= 3:
            keep.update(match.start() + at for at, char in enumerate(match.group()) if char == " ")
    return keep or _halves(text)


_TITLE = re.compile("《[^《》]*》?|^[^《》]*》")

_STOPS = re.compile("[，。；：,;]")
_NUMBERED = re.compile(r"[^\w\s]|[（(]?[\d一二三四五六七八九十]{1,3}[）).．、]?")


def _halves(text: str) -> set[int]:
    """The blank between the two or three halves of a headline: 低空公约落笔合肥 识别新规同步公布."""
    if len(text) > 60 or _STOPS.search(text):
        return set()
    inner = text.split()
    if len(inner) > 2 and _NUMBERED.fullmatch(inner[0]):
        inner = inner[1:]
    if not 2 <= len(inner) <= 3 or min(map(len, inner)) < 5 or sum(map(len, inner)) < 13:
        return set()
    blanks = list(re.finditer(r"(?<=\S) +(?=\S)", text))
    if any(text[b.start() - 1].isascii() and text[b.end()].isascii() for b in blanks):
        return set()
    return {blank.start() for blank in blanks}
