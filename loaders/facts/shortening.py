"""How names are shortened: of an alliance, a firm, an agency, a place's institute (电子技术标准化研究院: 电子标准院).

The functions tell whether a short form can stand for a name; where both stand in a text is the matter of `aliases`."""

from __future__ import annotations

import itertools
import re

from .boundaries import Marks
from .draft import Thing
from .finding import spans_of
from .known import places
from .reading import Reading

_ALLIANCE_WORDS = re.compile(r"产业链|产业|技术|科技|创新|战略|联盟|联合体|协同|（.*?）")
_COMPANY_END = re.compile(r"(?:（集团）)?(?:控股)?(?:集团)?(?:股份|有限责任|有限)*(?:集团)?公司$|集团$|株式会社$")
_WHOLE_ENDS = ("大学", "学院", "研究所", "研究院", "研究中心", "协会", "学会", "实验室", "促进会", "联合会", "商会")


def stands_for(short: Thing, thing: Thing) -> bool:
    """Whether one thing's name is a short form of the other's."""
    if short.type == "Alliance":
        return alliance_short(short.name, thing.name)
    if hospital(short, thing):
        return True
    if len(short.name) >= len(thing.name):
        return False
    if thing.name.endswith(short.name) and len(short.name) > 4 and short.type in ("ResearchInstitute", "OrganizationUnit"):
        return True
    if thing.name.endswith(short.name) and len(short.name) > 3 and thing.name[: -len(short.name)] in places().foreign:
        return True  # 亚琛工业大学, 德国亚琛工业大学
    if short.type == "GovernmentAgency":
        return _agency_short(short.name, thing.name)
    if thing.name.startswith(short.name + "集团") and not re.match(r"集团(?:有限|股份|公司|（|$)", thing.name[len(short.name) :]):
        return False  # 鞍钢 is the group, not 鞍钢集团信息产业有限公司
    if short.type == "Enterprise" and short.name.endswith("股份") and "股份" in thing.name[4:] and (
        "集团" + short.name in thing.name or (len(short.name) == 4 and short.name[0] == thing.name[0] and of_place(thing.name) != "" and subsequence(short.name, thing.name))
    ):
        return True  # 宝钛股份: 宝鸡钛业股份; 东磁股份: 横店集团东磁股份
    if short.type == "Enterprise" and not _COMPANY_END.search(short.name) and not short.name.endswith("厂"):
        body = _COMPANY_END.sub("", thing.name)
        return (body != thing.name and without_place(body).startswith(short.name)) or body.startswith(short.name)
    if short.type == "Enterprise" and short.name[:2] == without_place(thing.name)[:2] and contracted(short.name, without_place(thing.name)):
        return True
    if short.type == "Enterprise" and short.name.endswith("集团") and 4 <= len(short.name) <= 5 and "集团" in thing.name[4:]:
        return short.name[0] in (thing.name[0], without_place(thing.name)[:1]) and subsequence(short.name, thing.name) and of_place(thing.name) != ""  # 广药集团
    if short.type == "Enterprise" and short.name.endswith("公司") and 4 <= len(short.name) <= 6:
        # 封测公司, and 力迪公司, of which a sign was taken for a verb
        return _COMPANY_END.sub("", thing.name).endswith(short.name[:-2]) or short.name[:-2] in without_place(thing.name)[:5]
    if short.type == "Enterprise" and short.name.endswith("厂") and thing.name.endswith(short.name) and len(short.name) > 4:
        return True
    if short.type == "InternationalBody" and short.name.endswith("联盟") and short.name[:2] == thing.name[:2]:
        return subsequence(short.name[:-2], thing.name)  # a headline's 亚洲复材联盟 for 亚洲复合材料联合会
    if short.type in ("Media", "OrganizationUnit", "StandardsBody", "InternationalBody", "CoordinatingBody"):
        return False
    if short.name[0] in "省市县区" and len(short.name) > 3:
        return short.name[0] in thing.name[:7] and _agency_short(short.name, thing.name)
    return contracted(short.name, thing.name)


def hospital(short: Thing, thing: Thing) -> bool:
    """Whether one is the other's hospital under its short name: 武大人民医院."""
    if not (short.name.endswith("医院") and thing.name.endswith("医院") and thing.type == "University"):
        return False
    return short.name[0] == thing.name[0] and short.name[-4:] == thing.name[-4:] and subsequence(short.name, thing.name)


def core(name: str) -> str:
    """An alliance's name without the words that all of them share."""
    return _ALLIANCE_WORDS.sub("", name)


def alliance_short(short: str, long: str) -> bool:
    """Whether `short` is a short form of this alliance's name: 化纤联盟, 再生资源战略联盟."""
    if "技术创新" in short or "科技创新" in short or short == long:
        return False
    mine, theirs = core(short), core(long)
    if not mine or not theirs:
        return False
    if sorted(short.replace("（", "").replace("）", "")) == sorted(long.replace("（", "").replace("）", "")):
        return short < long or "（" in long
    if len(short) >= len(long):
        return False
    if mine == theirs:
        return True
    theirs_plain = without_place(theirs)
    if mine == theirs_plain:
        return True
    full = "创新" in long or "产业" in long
    if full and len(mine) >= 2 and mine in theirs and not mine.startswith(("中国", "全国")):
        return True
    if of_place(mine) not in ("", "中国", "全国", "国家") and of_place(mine) == of_place(theirs) and len(without_place(mine)) >= 2 and theirs_plain.startswith(without_place(mine)):
        return True  # 苏州车联网联盟, 苏州市车联网产业技术创新联盟
    if full and len(mine) >= 3 and subsequence(mine, theirs_plain) and mine[0] == theirs_plain[0]:
        return not mine.startswith(("中国", "全国"))
    return False


def without_place(name: str) -> str:
    """A name without the country or place that it begins with."""
    for word in ("中国", "国家", "全国"):
        if name.startswith(word):
            return name[len(word) :]
    known = places().names
    best = max((n for n in range(2, min(12, len(name)) + 1) if name[:n] in known), default=0)
    return name[best:]


def of_place(name: str) -> str:
    """The place that a name begins with, without 省, 市, 县 or 区; empty where there is none."""
    return name[: len(name) - len(without_place(name))].rstrip("省市县区")


def _agency_short(short: str, long: str) -> bool:
    """省科技厅 for 浙江省科学技术厅, 扬州市政府 for 扬州市人民政府; 国家海洋局 is no short form of its branch."""
    if short.startswith("兵团") and "兵团" in long:
        return long.endswith(short)  # 兵团农业局 for 新疆生产建设兵团农业局
    if long.startswith(short) or not subsequence(short, long) or (short[-1] != long[-1] and not (short[-1] in "委" and long.endswith("委员会"))):
        return False
    if short[0] in "省市县区":
        rest = long[long.find(short[0]) :] if short[0] in long else ""
        return bool(rest) and subsequence(short, rest) and len(short) > 2
    return short[:2] == long[:2] and len(short) > 3


def contracted(short: str, long: str, *, loose: bool = False) -> bool:
    """Whether `short` is `long` contracted: its signs in order, the first and last the same.

    A name that is whole in itself (中国标准化协会) is no contraction of a longer one; `loose`
    leaves that and the first sign out, for names that the text puts in brackets.
    """
    if not subsequence(short, long):
        return False
    if loose:
        return True
    if len(short) > 0.8 * len(long) or short[0] != long[0]:
        return False
    if short.startswith(("中国", "国家")) and short.endswith("院") and _RESEARCH.sub("", long) == short:
        return True  # 中国计量院: 中国计量科学研究院
    if short.startswith(("中国", "全国", "国家")) or (long.startswith(short) and short.endswith(("总院", "科学院", "大学", "中心"))):
        return False
    company = _COMPANY_END.search(long)
    if company:
        mine, theirs = _COMPANY_END.sub("", short), _COMPANY_END.sub("", long)
        if short.endswith("有限公司" if "责任" not in short else "有限责任公司") and theirs.startswith(mine) and len(theirs) - len(mine) > 2:
            return False  # 某集团有限公司 beside 某集团新药研究有限公司: its daughter
        return bool(_COMPANY_END.search(short)) and short[:2] == long[:2]
    if short.endswith(_WHOLE_ENDS):
        return False
    return short[-1] == long[-1] and len(short) >= 3


def subsequence(short: str, long: str) -> bool:
    """Whether the signs of `short` stand in `long` in their order."""
    rest = iter(long)
    return all(char in rest for char in short)


# what a brand of two signs does, where it stands alone: 遨博研制的…
_ACTS = re.compile(r"研制|起草|编制|主编|参编|制定|研发|开发|推出|自主|首发|展出|展示|携|牵头|承担|承建|参展|发布|获|入选|与|和|、|将|已|联合|会同|当场|现场|提出|表示|提交|递交|申请|则|也|还|均|希望|愿|计划|拟|作为|成为|加入|续任|出任|当选|担任|派|完成|投资|建成|捐|签|控股|收购|向|对|在|为|同|被|由|今年|去年|首|又|再|率|邀|请|组织|主办|承办|协办|赞助|技术|产品|生产|供|接|宣布|透露|称")
# 收购巴莫科技38.62%股权
_SHARES = re.compile(r"的?(?:[\d.]+%|百分之|全部股|部分股|控股权|股权|股份(?!有限|公司)|控制权)")
_RESEARCH = re.compile(r"科学技术研究|科学研究|研究设计|设计研究|规划研究|技术研究|工程研究|研究")
_HALLS = ("中心", "大厦", "宾馆", "酒店", "饭店", "广场", "会堂", "公园", "博览城", "会展城", "度假村", "山庄")
_CHIEF = re.compile(r"(?:常务|执行|高级)?副?(?:总经理|总裁|董事长|首席)")
_OFFICER = re.compile(r"(?:常务|执行|高级)?副?(?:总(?:经理|裁|工)|董事|首席(?:技术|科学|专家|执行)|厂长|研发总监|技术总监)")


def _with_kind(reading: Reading, thing: Thing, plain: str) -> None:
    """泰坦股份 and 泰坦集团 for 浙江泰坦股份有限公司, 浙江泰坦集团有限公司."""
    body = _COMPANY_END.sub("", thing.name)
    abridged = body[0] + body[2] if len(body) == 4 and body != plain and len(plain) == 2 else ""  # 宝钛股份: 宝鸡钛业股份
    inner = plain[plain.find("集团") + 2 :] if "集团" in plain[1:-1] else ""  # 东磁股份: 横店集团东磁股份
    for kind, stem in itertools.product(("股份", "集团"), (plain, abridged, inner, plain[:2] if len(plain) > 3 and plain[:2] not in places().names else "")):
        if kind in thing.name and 2 <= len(stem) <= 6 and not stem.endswith(kind):
            form = stem + kind
            for start, end in spans_of(form, reading.text, reading.body):
                if not reading.overlaps(start, end) and reading.marks.opened(start) and not reading.text.startswith(("有限", "公司"), end):
                    thing.add_alias(form)
                    reading.mention(thing, start, end)


def _works_form(reading: Reading, thing: Thing) -> None:
    """快裕达厂 for 东莞市快裕达自动化设备厂: a factory's brand and its last sign."""
    brand = without_place(thing.name).lstrip("省市县区")
    for length in range(4, 1, -1) if thing.name.endswith("厂") and len(brand) > 5 else ():
        form = brand[:length] + "厂"
        for start, end in spans_of(form, reading.text, reading.body):
            if not reading.overlaps(start, end) and reading.marks.opened(start):
                thing.add_alias(form)
                reading.mention(thing, start, end)
                return


def _ends_form(reading: Reading, thing: Thing, plain: str) -> None:
    """徐工机械 for 徐工集团工程机械股份有限公司: the first two signs and the last two."""
    form = plain[:2] + plain[-2:]
    if len(plain) < 6 or plain[:2] in places().names or form in plain:
        return
    for start, end in spans_of(form, reading.text, reading.body):
        if not reading.overlaps(start, end) and reading.marks.opened(start) and (reading.marks.closed(end) or _ACTS.match(reading.text, end) or _OFFICER.match(reading.text, end)):
            thing.add_alias(form)
            reading.mention(thing, start, end)


# 天士力与北大荒集团合资设立
_PAIR = re.compile(r"([\u4e00-\u9fff]{2,5})[与和]([\u4e00-\u9fff]{2,10}(?:集团|公司|股份))")


def _split_pairs(reading: Reading) -> None:
    """Two companies that were read as one name, where the first is the short form of another of the item."""
    firms = [t for t in reading.draft.things if t.type == "Enterprise"]
    for thing in firms:
        match = _PAIR.fullmatch(thing.name)
        whole = next((t for t in firms if t is not thing and match and without_place(t.name).startswith(match[1]) and len(t.name) > len(match[1])), None)
        if match is None or whole is None:
            continue
        spans = list(thing.mentions)
        reading.drop(thing)
        for start, end in spans:
            reading.mention(whole, start, start + len(match[1]))
            reading.add("Enterprise", end - len(match[2]), end)
        whole.add_alias(match[1])


def company_forms(reading: Reading) -> None:
    """Find the short forms of companies that stand without an ending: 川宁生物, 国汽轻量化."""
    _split_pairs(reading)
    marks: Marks = reading.marks
    text = reading.text
    for thing in [t for t in reading.draft.things if t.type == "Enterprise"]:
        _works_form(reading, thing)
        body = _COMPANY_END.sub("", re.sub(r"（[^）]*）.*", "", thing.name)) or thing.name
        if body == thing.name and "（" not in thing.name:
            continue
        plain = without_place(body)
        _with_kind(reading, thing, plain)
        _ends_form(reading, thing, plain)
        seen = ""
        inner = plain[plain.find("集团") + 2 :] if "集团" in plain[1:-1] else ""  # 东磁: 横店集团东磁股份
        for stem in dict.fromkeys((plain, body, inner)):
            for length in range(len(stem), 1, -1):
                form = stem[:length]
                if form in places().names or (of_place(form) and without_place(form) in places().names):
                    break  # 山西晋城 is no short form of 山西晋城…集团
                brand = length == 2 and form not in places().names and stem == plain and any(text[a - 1 : a] in "，。；、\n" and a and _CHIEF.match(text, b) for a, b in spans_of(form, text))
                if length == 2 and not brand and stem != inner and ("（" not in thing.name or form != body or form in places().names):
                    break
                if length < 4 and form == body[:length] and plain != body:
                    break
                at = text.find(form)
                while at >= 0:
                    end = at + length
                    free = not reading.overlaps(at, end) and not text.startswith(("院士", "教授", "先生", "女士", "研究员", "博士"), end) and not (form.endswith(_HALLS) and text[at - 1 : at] in "在于")
                    bare = length > 2 or _ACTS.match(text, end) is not None or (bool(brand) and _OFFICER.match(text, end) is not None)
                    if free and bare and marks.opened(at) and (marks.closed(end) or text.startswith(("所有", "持有", "旗下", "拥有"), end) or _SHARES.match(text, end) or _OFFICER.match(text, end) or ((length > 2 or stem == inner) and _ACTS.match(text, end))) and not marks.in_title(at, end):
                        seen = seen or form
                        if form == seen:
                            thing.add_alias(form)
                            reading.mention(thing, at, end)
                    at = text.find(form, end)
                if seen:
                    break
            if seen:
                break
