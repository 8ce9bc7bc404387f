"""Who is trained at a course, and who only attends it."""

from __future__ import annotations

import re

from .clauses import Hit, Reader
from .draft import Thing

# 来自甲、乙的技工全程参加, of a course
_COURSE = re.compile("(?:班|营|培训|培训会|宣贯会|研修|讲习|实训|课程|公开课|讲座)$")
_LEARNERS = re.compile("(?:学员|技术负责人|生产负责人|质量负责人|技术主管|技工|焊工|工人|职工|员工|工程师|技师|技术人员|技术骨干|业务骨干|操作工|操作员|班组长|从业人员|研究生|教师|农户|农技员|检验员|质检员)[^，。；\ue000\ue001]{0,12}$")


def learners(reader: Reader, hit: Hit, event: Thing) -> bool:
    """Whether those who take part are named as learners of a course: 来自甲、乙的技工全程参加."""
    who = _LEARNERS.search(reader.view.text, hit.left, hit.start) if hit.form in ("参加", "参加了", "参与") else None
    return who is not None and (who[0].startswith("学员") or _COURSE.search(event.name) is not None)


def trainee(reader: Reader, hit: Hit, event: Thing) -> bool:
    """Whether joining means being trained: the clause says 参加…培训, not 参加会议."""
    return re.match(r"(?:了|本次|此次|该)*(?:由\ue000[^，。；]{0,8}的)?(?:\ue003|培训|研修)", reader.view.text[hit.end : hit.end + 6]) is not None and not event.name.endswith("会")
