"""Visits told by whom the visitors met, branches of a forum, titles that trainees go home with."""

from __future__ import annotations

import pytest

from innograph.graph.model import Bulletin, Item
from innograph.loaders.facts import Extractor

EXTRACTOR = Extractor()
VISIT = "3月下旬，新材料联盟秘书长钱卫东一行赴成都走访成员单位。"
FORUM = "由新材料联盟主办的第五届智能纺织装备论坛11月2日举行。"


def facts(body: str, title: str = "联盟动态") -> set[tuple[str, str, str, str]]:
    """`(subject, predicate, object, role)` of a short item."""
    item = Item("b", 1, title, text=f"{title}\n{body}")
    read = EXTRACTOR.extract(item, Bulletin("b"))
    names = {entity.key: entity.name for entity in read.entities}
    return {(names[r.subject], r.predicate, names[r.object], r.role or "") for r in read.relations}


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (VISIT + "在绵阳，一行人受到了四川长虹电器股份有限公司副总工程师阳丹的热情接待。", ("新材料联盟", "cooperatesWith", "四川长虹电器股份有限公司", "talk")),
        (VISIT + "次日，走访组在电子科技大学与该校副校长张波座谈。", ("张波", "participatesIn", "赴成都走访", "attend")),
        (VISIT + "走访组来到成都士兰半导体制造有限公司，公司副总经理李志强介绍了产线进展。", ("新材料联盟", "cooperatesWith", "成都士兰半导体制造有限公司", "talk")),
        (FORUM + "“印染数字化”分论坛由福建省印染行业协会承办。", ("“印染数字化”分论坛", "subEventOf", "第五届智能纺织装备论坛", "")),
        ("由新材料联盟主办，福建宏大纺织机械有限公司、《纺织导报》社协办的第五届智能纺织装备论坛11月2日举行。", ("福建宏大纺织机械有限公司", "organizes", "第五届智能纺织装备论坛", "assist")),
        ("5月15日，新材料联盟举办首期标准化培训班，评选出李娜、郭振华等5名优秀学员。", ("郭振华", "selectedFor", "优秀学员", "")),
        ("5月15日，新材料联盟举办首期标准化培训班。学员李娜和郭振华被评为“优秀学员”。", ("李娜", "selectedFor", "优秀学员", "")),
        ("年会表彰了浙江大学、燕山大学等5家优秀组织单位。", ("燕山大学", "selectedFor", "优秀组织单位", "")),
        ("新材料联盟年会11月9日在日本仙台举行。", ("新材料联盟年会", "heldIn", "仙台", "")),
        ("12月22日，新材料联盟一届四次会员大会在合肥举行。随后召开的二届一次理事会决定聘任李德毅为名誉理事长。", ("新材料联盟", "organizes", "二届一次理事会", "host")),
        ("10日，中国稀土协会会长王强率代表团抵达宁波，先后走访了宁波大学和宁波韵升股份有限公司。", ("王强", "participatesIn", "走访了宁波大学和宁波韵升股份有限公司", "visit")),
        ("创新创业大赛8月28日在武汉落幕。华中科技大学“超快激光”团队获得一等奖，武汉烽火技术有限公司获最佳组织奖。", ("华中科技大学", "selectedFor", "一等奖", "")),
        (FORUM + "日本磁性材料协会会长中村修一率团访问了新材料联盟。中国稀土协会副会长陈占恒陪同会见。", ("陈占恒", "participatesIn", "访问了新材料联盟", "attend")),
        ("6月18日，新材料联盟“走进会员”系列活动第三站走进唐山，活动由唐山钢铁集团有限责任公司承办。", ("新材料联盟", "organizes", "新材料联盟“走进会员”系列活动", "host")),
        ("新材料联盟年会在唐山举行。新材料联盟理事长刘键率30余家会员单位负责人参加。", ("刘键", "participatesIn", "新材料联盟年会", "attend")),
        ("新材料联盟年会在唐山举行。燕山大学教授李艳、北京科技大学张建良分别作报告。", ("张建良", "participatesIn", "新材料联盟年会", "speak")),
        ("第七届轨道装备大会暨博览会在株洲举行。轨道交通人才招聘会、青年工程师沙龙也同期举行。", ("轨道交通人才招聘会", "subEventOf", "第七届轨道装备大会暨博览会", "")),
        ("第七届轨道装备大会暨博览会在株洲举行。德国福伊特集团应邀参展。", ("德国福伊特集团", "participatesIn", "第七届轨道装备大会暨博览会", "exhibit")),
        ("新材料联盟年会在唐山举行。联盟理事长陈志、秘书长方宪法以及来自江苏大学等单位的委员到会。", ("方宪法", "participatesIn", "新材料联盟年会", "attend")),
        ("新材料联盟年会在唐山举行。会议增补山东五征集团有限公司总工程师岳增武为委员。", ("岳增武", "holdsPost", "山东五征集团有限公司", "")),
        ("新材料联盟年会在唐山举行。会议邀请清华大学欧阳明高院士作报告。", ("欧阳明高", "participatesIn", "新材料联盟年会", "speak")),
        ("新材料联盟年会在唐山举行。德国库卡公司技术专家Thomas Meyer作了主题报告。", ("Thomas Meyer", "participatesIn", "新材料联盟年会", "speak")),
        ("新材料联盟年会在唐山举行。德国太阳能研究所主任马蒂亚斯·费特尔出席。费特尔还应邀作了报告。", ("马蒂亚斯·费特尔", "participatesIn", "新材料联盟年会", "speak")),
        ("新材料联盟理事会在长春召开。原副秘书长高立伟调任吉林省食品工业协会秘书长，其职务由长春大成有限公司总经理姜颖兼任。", ("姜颖", "holdsPost", "新材料联盟", "")),
        ("新材料联盟理事会在长春召开。原副秘书长高立伟调任吉林省食品工业协会秘书长。", ("高立伟", "holdsPost", "吉林省食品工业协会", "")),
        ("新材料联盟秘书处由人民大街迁至高新区办公，挂靠单位仍为吉林农业大学。", ("新材料联盟秘书处", "partOf", "吉林农业大学", "")),
        ("新材料联盟理事会决定成立变性淀粉专业组、玉米蛋白专业组。", ("玉米蛋白专业组", "partOf", "新材料联盟", "")),
        ("“联盟杯”焊接竞赛在昆山举行。徐工集团选手张桂林由竞赛组委会授予“全国焊接技术能手”称号。", ("张桂林", "selectedFor", "全国焊接技术能手", "")),
        ("5月8日，德国铸造协会会长韩力一行来访。下午，韩力一行在联盟副秘书长孙逢春的陪同下参观了太原重型机械有限公司。", ("德国铸造协会", "cooperatesWith", "太原重型机械有限公司", "talk")),
        ("由新材料联盟主办的第三届海水淡化装备展在天津举办。联盟在展会上举行了六项活动：标准宣贯会、高压泵国产化对接会、青年工程师论坛。", ("高压泵国产化对接会", "subEventOf", "第三届海水淡化装备展", "")),
        ("新材料联盟对接会促成了天津大学与合肥华升泵阀股份有限公司的技术转让签约。", ("天津大学", "cooperatesWith", "合肥华升泵阀股份有限公司", "agreement")),
        ("会议商定2015年站务会由宁夏生产力促进中心在银川承办。", ("宁夏生产力促进中心", "organizes", "2015年站务会", "undertake")),
        ("联盟协发网西北联络站挂靠在甘肃省科技促进中心，站长由该中心主任杨志明兼任。", ("杨志明", "holdsPost", "联盟协发网西北联络站", "")),
        ("联盟协发网西北联络站挂靠在甘肃省科技促进中心，副站长由陕西省科技中心副主任王兆强、宁夏生产力促进中心主任赵建新担任。", ("赵建新", "holdsPost", "联盟协发网西北联络站", "")),
        ("新材料联盟在阳泉举办研修班。太原煤气化股份有限公司冯志强、潞安能源股份有限公司郭晓东获得“优秀学员”称号。", ("郭晓东", "selectedFor", "优秀学员", "")),
        ("8月28日，昆士兰大学教授维克多·鲁道夫应邀到太原理工大学讲学。", ("昆士兰大学", "cooperatesWith", "太原理工大学", "talk")),
        ("安徽省石墨产业联盟第二届会员大会召开。中国五矿石墨有限公司接替哈尔滨石油学院担任理事长单位。", ("中国五矿石墨有限公司", "memberOf", "安徽省石墨产业联盟", "chair")),
        ("安徽省石墨产业联盟第二届会员大会召开。鹤岗市华升石墨股份有限公司首次进入副理事长单位行列。", ("鹤岗市华升石墨股份有限公司", "memberOf", "安徽省石墨产业联盟", "vice-chair")),
        ("安徽省石墨产业联盟第二届会员大会召开。费维栋、董存杰、侯立仁三人任副理事长，侯立仁兼秘书长。", ("董存杰", "holdsPost", "安徽省石墨产业联盟", "")),
        ("安徽省石墨产业联盟第二届会员大会召开。刘洪波等9人被聘为专家委员会委员。", ("刘洪波", "holdsPost", "专家委员会", "")),
        ("安徽省石墨产业联盟第二届会员大会召开。大会部署了第二届石墨装备展的筹备。展会拟于8月在鸡西会展中心开幕，由鸡西市人民政府主办。", ("鸡西市人民政府", "organizes", "第二届石墨装备展", "host")),
        ("4月23日，美国加州大学教授中村修二到访新材料联盟。24日，中村修二一行飞赴南昌，参观了晶能光电有限公司。", ("美国加州大学", "cooperatesWith", "晶能光电有限公司", "talk")),
        ("4月23日，联盟秘书长吴玲来访。24日，外宾在吴玲和三安光电股份有限公司董事长林秀成的陪同下参观了厦门大学。", ("林秀成", "holdsPost", "三安光电股份有限公司", "")),
    ],
)
def test_what_is_said(body: str, fact: tuple[str, str, str, str]) -> None:
    assert fact in facts(body)


def test_how_many_branches_names_none() -> None:
    said = facts(FORUM + "论坛设一个主论坛和三个平行分论坛。")
    assert not [f for f in said if f[1] == "subEventOf"]


def test_a_wish_is_no_attendance() -> None:
    said = facts(FORUM + "联盟拟组建碳化硅专业委员会，希望长虹参加。")
    assert not [f for f in said if f[1] == "participatesIn"]


def test_all_alliances_are_no_alliance() -> None:
    item = Item("b", 1, "省科技厅举办产业技术创新战略联盟培训班", text="省科技厅举办产业技术创新战略联盟培训班\n7月11日，培训班在玉溪开班。")
    assert not [e for e in EXTRACTOR.extract(item, Bulletin("b")).entities if e.type == "Alliance"]


def test_whom_a_member_follows_is_none_now() -> None:
    said = facts("安徽省石墨产业联盟第二届会员大会召开。中国五矿石墨有限公司接替哈尔滨石油学院担任理事长单位。")
    assert not [f for f in said if f[0] == "哈尔滨石油学院" and f[1] == "memberOf"]
