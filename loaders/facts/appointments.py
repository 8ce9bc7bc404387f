"""Elections and appointments: persons that take a post by a verb."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left

from ...graph.model import Span
from .context import resolve
from .draft import Thing
from .holding_posts import Posts, before_term, class_noun
from .needs import matches
from .posts import AS_POST, GIVEN, OFFICES, TAKEN, TAKES, Anchor, appointment_verbs, office_before

# 张三接替到龄的李四，出任会长: what stands between the person and the verb.
_LATER = re.compile(r"(?:院士|教授|研究员|博士|先生|女士|同志)?(?:(?:今年|去年|年初|年底|近日|日前|近期|已|\d{1,2}月)+(?=卸|辞|不再|告别))?(?:接替|接过|接棒|自|经|以|因|在|卸任|卸下|卸去|辞去|告别|不再)[^，。；：\n]{1,30}，(?:并|同时|现|正式|转而|仍|继续)*")
# 卸下某公司总经理职务，专任董事长: of the same company
_LEFT = re.compile(r"卸任|卸下|卸去|辞去|告别|不再")
# 秘书长一职由某某接掌: an office before the one who takes it
_OFFICE = re.compile(r"(?:一职|职务|之职|一席|职位|席位|的担子|的重担|重任|的接力棒)(?:[则改仍现将也已均]|继续|同时|随后|最终|正式)*(?=由|交到|交给|交由|落到|落在|移交|传到|传给)|人选(?:最终|已|也|则)*(?=为|是|系|定为|确定为)|(?:一职)(?=交到|交给|交由|落到|落在|移交|传到|传给)")
_IS = re.compile(r"(?:仍|现|则|依旧|暂)?(?:为|是|系)")
# 副组长有两位，即甲和乙; 副会长共三名：甲、乙、丙
_THERE_ARE = re.compile(r"(?:共|现|则|一共)?(?:有|设|为|是)?[一二两三四五六七八九十\d]+(?:位|名|人|个|席)，?(?:即|分别|依次|为|是|系|由|：|——)+")
_NEXT = re.compile(r"(?:教授|研究员|院士|博士|先生|女士|同志)?[、和与及]")
_SEVERAL = re.compile(r"(?:等)?(?:[一二两三四五六七八九十\d]+(?:人|位|名))?(?:同志)?(?:分别|共同|一并|继续|均|都)*(?:担任|兼任|出任|接任|任|充任|当选)")
_RECEIVED = re.compile(r"(?:院士|教授|研究员|同志|先生|女士)?(?:的)?(?:肩上|手中|手上|手里|头上|身上|[，。；])")
_IS = re.compile(r"(?:教授|研究员|院士|博士)?(?:现|则|本人|目前|同时|也|亦|此前|均|还)*(?:系|是|为|任|现任|时任|供职于|任职于|就职于|来自)")
_CALLED = re.compile(r"院士|教授|研究员|博士|先生|女士|同志")
_HE = re.compile(r"(?<=[，。；\n])(?:他|她|其本人|其)(?:还|也|同时|现|目前|此前|曾|并|亦)*(?:是|任|兼任|担任|兼|出任|当选为?|受聘为|获聘为)")
_REPLACES = re.compile(r"(?:先生|女士|同志|教授|院士|研究员)?(?:从[^，。；：\n的]{2,6}手(?:中|里)接(?:棒|过[^，。；：\n]{2,8}?)，?|接过[^，。；：\n的]{2,6}的(?:接力棒|担子|重任|班)，?)(?=出任|担任|就任|当选|接任|(?<![前卸历现原曾离])任(?![期务命，]))|(?:先生|女士|同志|教授|院士|研究员)?(?:接替|接棒|接过|继)(?:[^，。；：\n的]{2,12}?|(?:因[^，。；：\n的]{1,8})?(?:病|去|逝|退|离|到|调|卸|届|辞|请)[^，。；：\n]{1,18}?)(?=出任|担任|就任|当选|接任|(?<![前卸历现原曾离])任(?![期务命，]))")
_BY = re.compile(r"(?:仍然?|依旧|依然|继续|则|现|改|暂|将|也|均|还|续)*由")
_REPLACED = re.compile(r"(?:接替|接棒|接过)[^，。；、]{0,14}的$")
_ALSO = re.compile(r"，(?:并|还|也|同时|现)*(?:兼任|兼|并任|同时担任|同时接任|同时出任|同时当选|并接任|并出任|并当选|并接替[^，。；：\n的]{2,8}?(?:出任|担任)|同时接替[^，。；：\n的]{2,8}?(?:出任|担任)|还担任|另任|也是|还是|并担任|同时是)")
_LEAVES = re.compile(r"(?:先生|女士|同志|教授|院士|研究员)?(?:因[^，。；]{1,14}|已|现|近日|到龄|届满|于[^，。；]{1,10}|不再|，)*(?:离任|卸任|辞任|辞职|退休|去职|调离|转任|辞去|不再担任|到龄|任期届满)[^。；]*由")
_RESPECTIVELY = re.compile(
    r"(?:(?P<of>[一二两三四五六七八九十\d]+个|各|各个|上述|几个)(?:专业|专项|工作)?(?:委员会|专委会|工作组|小组|分会|专家组|工作部|分联盟|机构)(?:的)?|(?<=[，；]))(?P<post>(?:首任|首届)?(?:主任委员|主任|组长|会长|负责人|部长|召集人))(?:一职)?(?:依次|分别)+(?:由|是|为)"
)
_FOLLOWS = re.compile(r"(?:先生|女士|同志|教授|院士|研究员|博士)?(?:接任|继任|接替|接棒|接手|补任|递补|接续|顶替)(?=[，。；]|$)")
# 不再担任秘书长，由某某接任
_HANDED = re.compile(r"(?:一职|职务)?，(?:经[^，。；]{2,20}，)?(?:改|现|其?职务|该职务?|相关职务)?(?=由)")
_HANDED_END = re.compile(r"(?:一职|职务)?，(?:经[^，。；]{2,20}，)?(?:改|现|其?职务|该职务?|相关职务)?$")
# 调任某协会秘书长，其职务由乙接任: not the new post
_MOVED = re.compile("调任|转任|改任|升任|调往|调到|赴任")
_VACANT = re.compile("，(?:其|该|所遗|其所遗|其原有?|原)(?:职务|职位|岗位|工作|职责|空缺|一职)*(?:暂|改|将|拟|同时|现)?由")
_HEADING = re.compile(r"(?:担任|出任|任|执掌|掌舵)(?P<post>[\u4e00-\u9fff]{2,8}?)的")


class Appointments:
    """Reads what an item's clauses say of persons taking posts."""

    def __init__(self, posts: Posts) -> None:
        self.posts, self.reading, self.text = posts, posts.reading, posts.text
        self._all: list[Anchor] | None = None

    def read(self) -> None:
        """方远舟出任轮值理事长; 聘请…赵文涛担任主任; 改选…李守谦教授为联盟秘书长."""
        verb, appointing = appointment_verbs()
        self._by_whom()
        self._counted()
        self._each()
        self._succeeded()
        self._vacated()
        self._he()
        people = sorted((span for span, thing in self.reading.at.items() if thing.type == "Person"), reverse=True)
        taking: dict[int, int] = {}
        for span in people:
            person = self.reading.at[span]
            sentence = self.reading.sentence(span[0])
            if _REPLACED.search(self.text, sentence[0], span[0]):
                continue  # 接替因病去世的某教授出任: of who comes after
            match = verb.match(self.text, span[1]) or AS_POST.match(self.text, span[1])
            if match is None and (office := next((a for a in self.posts.anchors if a.start == span[1]), None)) is not None:
                match = verb.match(self.text, office.end)  # 张三理事长同时当选某会副主席
            if match is None:
                match = GIVEN.match(self.text, span[1])
                if match is not None and not appointing.search(self.text, sentence[0], span[0]):
                    match = None
            if match is None and (cut := _REPLACES.match(self.text, span[1])) is not None:
                match = verb.match(self.text, cut.end())
            if match is None and (cut := _LATER.match(self.text, span[1])) is not None:
                match = verb.match(self.text, cut.end())
            at = match.end() if match else None
            self._heading(person, span)
            if at is None:
                self._is(person, span)
            end = span[1] + (len(called[0]) if (called := _CALLED.match(self.text, span[1])) else 0)
            if at is None and self.text[end : end + 1] in ("、", "和", "与"):
                at = taking.get(end + 1)  # 李卫、连法增当选副理事长: both
            if at is not None:
                begin = min((c.evidence[0] for c in self.reading.draft.claims
                             if c.subject is person and c.predicate == "holdsPost" and c.evidence[1] == span[1]), default=span[0])
                taking[span[0]] = taking[begin] = at  # 任命X联盟秘书长甲、Y联盟秘书长乙担任副秘书长: both
                self._appoint(person, span, at, sentence)

    def _heading(self, person: Thing, span: Span) -> None:
        """张三任所长的某研究所: the post stands in a relative clause before the organisation."""
        match = _HEADING.match(self.text, span[1])
        held = self.reading.starting_at(match.end()) if match else []
        if match and held and any(a.start >= match.start("post") and a.end == match.end("post") for a in self.posts.anchors):
            self.posts.holds(person, held[0][1], match["post"], (span[0], held[0][0][1]), 0.85)

    def _is(self, person: Thing, span: Span) -> None:
        """组长张三系某公司副总工程师: the organisation right behind the verb, and the post behind it."""
        match = _IS.match(self.text, span[1])
        for (_, end), thing in self.reading.starting_at(match.end()) if match else []:
            anchor = next((a for a in self.posts.anchors if end <= a.start <= end + 8 and not a.title), None)
            if anchor is None or thing.type in ("Person", "Place") or re.search(r"[，。；：、\n的和与及]", self.text[end : anchor.start]):
                continue
            if any(t.type == "Person" for _, t in self.reading.starting_at(anchor.end)):
                continue
            held = self.posts.organisation(anchor.start)
            self.posts.holds(person, held[1] if held is not None else thing, self.text[anchor.start : anchor.end], (span[0], anchor.end), 0.85)
            return

    def _he(self) -> None:
        """他同时是某分会副会长: a post of the person named last."""
        for match in matches(_HE, self.text, 0, self.reading.body):
            before = [(span, thing) for span, thing in self.reading.at.items() if thing.type == "Person" and span[1] <= match.start()]
            if before:
                _, person = max(before, key=lambda pair: pair[0])
                self._appoint(person, (match.start(), match.end()), match.end(), self.reading.sentence(match.start()))

    def _succeeded(self) -> None:
        """原秘书长张三离任，由李四接任: the second takes the post of the first."""
        people = sorted((span, thing) for span, thing in self.reading.at.items() if thing.type == "Person")
        for (before, old), (span, new) in itertools.pairwise(people):
            gap = self.text[before[1] : span[0]]
            if not _LEAVES.match(gap) or not _FOLLOWS.match(self.text, span[1]) or "；" in gap or "。" in gap:
                continue
            for claim in [c for c in self.reading.draft.claims if c.predicate == "holdsPost" and c.subject is old and c.evidence[1] == before[1]]:
                self.posts.holds(new, claim.object, (claim.post or "").removeprefix("原"), (before[0], span[1]), 0.8)

    def _vacated(self) -> None:
        """原秘书长甲调任某会会长，其职务由乙兼任: the post that 甲 had."""
        people = sorted((span, thing) for span, thing in self.reading.at.items() if thing.type == "Person")
        for match in matches(_VACANT, self.text, 0, self.reading.body):
            low = self.reading.sentence(match.start())[0]
            left = [(span, old) for span, old in people if low <= span[0] and span[1] <= match.start()]
            after = next(((span, new) for span, new in people if span[0] >= match.end()), None)
            if not left or after is None or re.search("[，。；]", self.text[match.end() : after[0][0]]) or not (TAKEN.match(self.text, after[0][1]) or TAKES.match(self.text, after[0][1])):
                continue
            span, old = left[0]
            for claim in [c for c in self.reading.draft.claims if c.predicate == "holdsPost" and c.subject is old and c.evidence[1] == span[1]][:1]:
                self.posts.holds(after[1], claim.object, (claim.post or "").removeprefix("原"), (claim.evidence[0], after[0][1]), 0.8)

    def _by_whom(self) -> None:
        """联盟秘书长由该所副所长娄广平兼任."""
        offices = [a for a in self.posts.anchors if not a.title and _BY.match(self.text, a.end)]
        offices += [Anchor(*span, False) for match in matches(_OFFICE, self.text) if (span := office_before(self.text, match.start())) is not None]
        offices += [a for a in self.posts.anchors if not a.title and _IS.match(self.text, a.end)]
        for anchor in [a for a in self.posts.anchors if not a.title]:
            left = max(self.text.rfind(sign, 0, anchor.start) for sign in "，。；\n")
            handed = _HANDED.match(self.text, anchor.end)
            if handed and not _MOVED.search(self.text, left + 1, anchor.start) and re.search(r"不再|卸任|辞去|免去|离任|请辞|退休|调任", self.text[left + 1 : anchor.start]):
                offices.append(Anchor(anchor.start, handed.end(), False))
        for anchor in offices:
            for span, person in sorted(self.reading.at.items(), key=lambda pair: pair[0]):
                if person.type != "Person" or not anchor.end < span[0] < anchor.end + 50:
                    continue
                if any(c in self.text[anchor.end : span[0]] for c in "，。；"):
                    break
                row = self._row(anchor.end + 1, self.reading.sentence(anchor.end)[1]) if self.text[anchor.end : anchor.end + 1] == "由" else []
                in_row = span in row[1:] or (len(row) > 1 and span == row[0])
                if in_row and not (TAKEN.match(self.text, row[-1][1]) or TAKES.match(self.text, row[-1][1]) or _SEVERAL.match(self.text, row[-1][1])):
                    in_row = False
                if (in_row or TAKEN.match(self.text, span[1]) or TAKES.match(self.text, span[1]) or self._listed_before(span) or _RECEIVED.match(self.text, span[1])) and not any(
                    t.type == "Person" and not in_row and not self._listed_before((a, b)) for (a, b), t in self.reading.at.items() if anchor.end < a and b <= span[0]
                ):
                    post = _HANDED_END.sub("", self.text[anchor.start : anchor.end])
                    organisation = self.posts.organisation(anchor.start)
                    target = organisation[1] if organisation else resolve(
                        self.reading, class_noun(self.text, before_term(self.text, anchor.start)), post, anchor.start
                    )  # fmt: skip
                    if target is not None:
                        self.posts.holds(person, target, post, (anchor.start, span[1]), 0.88)
                    if not (self._listed_before(span) or (in_row and span != row[-1])):
                        break

    def _counted(self) -> None:
        """副组长有两位，即甲和乙: each of those that are counted holds the post."""
        for anchor in self.posts.anchors:
            match = _THERE_ARE.match(self.text, anchor.end) if not anchor.title else None
            if match is None:
                continue
            post, end = self.text[anchor.start : anchor.end], self.text.find("。", match.end())
            held = self.posts.organisation(anchor.start)
            target = held[1] if held else resolve(self.reading, class_noun(self.text, anchor.start), post, anchor.start)
            if target is None:
                continue
            for span in self._row(match.end(), end):
                self.posts.holds(self.reading.at[span], target, post, (anchor.start, span[1]), 0.85)

    def _row(self, start: int, end: int) -> list[Span]:
        """The persons of the list that begins here, each with what he is before his name."""
        people = sorted(span for span, thing in self.reading.at.items() if thing.type == "Person" and start <= span[0] < end)
        row: list[Span] = []
        for span in people:
            gap = self.text[start : span[0]]
            if len(gap) > 40 or re.search(r"[，。；：]", gap) or (row and not _NEXT.match(gap)):
                break
            row.append(span)
            start = span[1]
        return row

    def _each(self) -> None:
        """设立甲专委会、乙专委会，两个委员会的主任分别由张三、李四担任: to each unit its own."""
        for match in matches(_RESPECTIVELY, self.text, 0, self.reading.body):
            anchor = next((a for a in self.posts.anchors if a.start == match.start("post") and a.end == match.end("post")), None)
            if anchor is None:
                continue
            low = self.reading.sentence(match.start())[0]
            units = sorted((span for span, t in self.reading.at.items() if t.type == "OrganizationUnit" and low <= span[0] and span[1] <= match.start()))
            row = self._row(match.end(), self.reading.sentence(match.start())[1])
            if len(row) < 2 or len(units) < len(row) or (match["of"] is None and len(units) != len(row)):
                continue
            for unit, span in zip(units[-len(row) :], row, strict=True):
                self.posts.holds(self.reading.at[span], self.reading.at[unit], match["post"], (anchor.start, span[1]), 0.85)

    def _listed_before(self, span: Span) -> bool:
        """Whether the person begins or continues a list whose last member takes the post: 由张三、李四两人担任."""
        at = span[1]
        while self.text[at : at + 1] in ("、", "和", "与", "及"):
            after = next((s for s, t in self.reading.at.items() if s[0] == at + 1 and t.type == "Person"), None)
            if after is None:
                return False
            at = after[1]
        return at > span[1] and _SEVERAL.match(self.text, at) is not None

    def _with_offices(self) -> list[Anchor]:
        """Posts in reading order, those too that 一职 or 职务 follow."""
        if self._all is None:
            ends = {a.end for a in self.posts.anchors}
            spans = (office_before(self.text, m.start()) for m in re.finditer("一职|职务|之职", self.text))
            offices = [Anchor(*span, False) for span in spans if span is not None and span[1] not in ends]
            self._all = sorted([*self.posts.anchors, *offices], key=lambda a: a.start)
        return self._all

    def _assembly(self, post: str, at: int, sentence: Span) -> Thing | None:
        """The body whose meeting a sentence tells of: 联合会年会改选, 张三当选主席."""
        if not post.endswith(OFFICES):
            return None
        found = [
            (span, n) for n, (span, t) in enumerate(self.reading.at.items())
            if sentence[0] <= span[0] < at and t.type in ("InternationalBody", "Association", "Alliance")
        ]  # fmt: skip
        return list(self.reading.at.values())[min(found)[1]] if found else None

    def _appointer(self, at: int, sentence: Span) -> Thing | None:
        """甲聘任张三为首席科学家: the organisation right before the verb."""
        _, appointing = appointment_verbs()
        for match in appointing.finditer(self.text, sentence[0], at):
            if at - match.end() <= 12 and not any(c in self.text[match.end() : at] for c in "，。；"):
                before = self.reading.ending_at(match.start())
                return next((t for _, t in before if t.type not in ("Person", "Place", "GovernmentAgency")), None)
        return None

    def _appoint(self, person: Thing, span: Span, at: int, sentence: Span) -> None:
        text = self.text
        known = self._with_offices()
        index = bisect_left([a.start for a in known], at)
        while index < len(known) and known[index].end <= sentence[1]:
            anchor = known[index]
            between = text[at : anchor.start]
            if anchor.title or any(c in between for c in "，。；：、") or len(between) > 40:
                return
            if any(at <= a < anchor.start and t.type == "Person" for (a, _), t in self.reading.at.items()):
                return
            if any(a == anchor.end and t.type == "Person" for (a, _), t in self.reading.at.items()):
                return  # 甲担任部长、乙联盟秘书长丙担任…: the second post is 丙's
            organisation = self.posts.organisation(anchor.start)
            post = text[anchor.start : anchor.end]
            if organisation is not None and organisation[0][0] >= at:
                target: Thing | None = organisation[1]
            else:
                left = [(a, n) for n, ((a, b), t) in enumerate(self.reading.at.items()) if span[1] < a and b <= at and t.type not in ("Person", "Place")]
                target = list(self.reading.at.values())[max(left)[1]] if left and _LEFT.search(text, span[1], at) else None
                target = target or resolve(self.reading, class_noun(text, before_term(text, anchor.start)), post, anchor.start)
                target = target or self._assembly(post, span[0], sentence) or self._appointer(span[0], sentence)
            if target is not None:
                self.posts.holds(person, target, post, (span[0], anchor.end), 0.85)
                phrase = text[at : anchor.end]
                held = person.attributes.get("post")
                if held is None:
                    person.attributes["post"] = phrase
                elif phrase not in str(held):
                    person.attributes["post"] = f"{held}、{phrase}"
            at = anchor.end
            also = _ALSO.match(text, at)
            if also is None and text[at : at + 1] not in ("、", "兼", "和"):
                return
            at = also.end() if also is not None else at + 1
            index += 1
