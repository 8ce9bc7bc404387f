"""Which type a unit of an organisation has, and whether a name inside another is that of its parent."""

from __future__ import annotations

import re

from .draft import Thing


def unit_type(parent: Thing, tail: str) -> str:
    """The type of a unit of this parent, by how its name ends."""
    if parent.type == "GovernmentAgency" and tail.endswith("中心") and re.search("审查|审评|审核|核查|登记|监测|举报|执法|审批", tail):
        return "GovernmentAgency"
    if parent.type == "GovernmentAgency" and parent.name.endswith(("人大", "政协", "人大常委会", "人民代表大会", "法院", "检察院")):
        return "GovernmentAgency"
    if parent.type == "GovernmentAgency":
        return "OrganizationUnit" if tail.endswith(("中心", "工作组", "专家组", "代表处", "委员会")) else "GovernmentAgency"
    if parent.type == "University" and tail.endswith(("学院", "系", "书院", "研究生院", "医学部")):
        return "University"
    if parent.type in ("InternationalBody", "StandardsBody") and ("技术委员会" in tail or tail.endswith(("领域委员会", "分委员会", "分委会"))):
        return "StandardsBody"
    if parent.type == "ResearchInstitute" and tail.endswith("所"):
        return "ResearchInstitute"
    if parent.type == "InternationalBody" and tail.endswith(("局", "署")):
        return "InternationalBody"
    return "OrganizationUnit"


def is_part(thing: Thing, parent: Thing) -> bool:
    """Whether a thing written inside the parent's name is part of it by their types."""
    if thing.type in ("University", "ResearchInstitute") and parent.type != "ResearchInstitute":
        return parent.type in ("University", "Enterprise", "GovernmentAgency", "Alliance", "Association")
    if thing.type == parent.type and thing.type in ("ResearchInstitute", "GovernmentAgency"):
        return True
    if thing.type == parent.type == "Enterprise":
        return thing.name.endswith(("分公司", "分行", "支行", "营业部", "分厂"))
    if thing.type == "OrganizationUnit":
        return (parent.type in ("Enterprise", "GovernmentAgency") or parent.name.endswith("医院")) and thing.name.endswith("中心")
    if thing.type == "CoordinatingBody":
        return parent.type == "GovernmentAgency"
    if thing.type == "StandardsBody":
        return parent.type in ("StandardsBody", "InternationalBody", "Association")
    return False

