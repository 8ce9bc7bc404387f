"""What the readers of projects, honours and achievements share: their patterns, and how a mark of masked text becomes a thing."""

from __future__ import annotations

import re
from functools import lru_cache

from .draft import Draft, Thing
from .frame_lexicon import alternatives
from .masking import SIGN, View, pattern

Mark = tuple[int, int, str, Thing | None, tuple[Thing, ...]]
QUOTED = re.compile(r"“(?P<name>[^“”\n]{2,60})”")
_SELECT = r"(?:拿到|赢得|蝉联|再获|勇夺|挂出|晒出|发布|折桂|摘金|拿下|揽下|收获|捧回|捧走|抱回|问鼎|揽获|喜摘|收入|入选|荣获|获得|喜获|斩获|获评|被评为|被授予|被认定为|列入|入围|摘得|荣膺|被评选为|获颁|获(?!奖|批|悉|取|益|利|准|得)|捧得|授予|颁发|评选出|被列入|夺得|喜登|跻身|名列|位列|登上|揽获|揽得|喜提|捧回|摘下|荣登|上榜|评为|列为|批准为|确定为|遴选为|选为|批准成为|认定为|摘取|荣获了|获得了|揭晓|公布|公示|颁授|纳入|被纳入)(?:了|的)?"


@lru_cache(maxsize=1)
def result_shapes() -> dict[str, re.Pattern[str]]:
    """The patterns by their names, compiled once."""
    honour = alternatives("results", "honour_tails")
    return {
        "honour": pattern(rf"(?P<verb>{_SELECT})(?P<name>(?:[^，。；：、\n“”<E><P><W> 　]|“[^”]{{1,24}}”){{2,40}}?(?:{honour})(?:(?:特|一|二|三)等奖|金奖|银奖)?)(?=[，。；、\n！ 　]|$|评选|提名|评审结果|结果|获奖|授奖|颁奖|并|及|和|的|等|第\d+[位名])"),
        "contest": pattern(rf"{_SELECT}(?P<name><E>[^，。；：、\n<E><P><O>]{{0,8}}?(?:(?:特|一|二|三)等奖|[金银铜]奖|优秀奖|冠军|亚军|季军|优胜奖|[最优][佳具秀][\u4e00-\u9fff]{{1,6}}奖|[\u4e00-\u9fff]{{2,6}}(?<![颁授获领评])奖(?![励项金牌杯状品])))"),
        "picked": pattern(r"(?:<P>(?:双双|分别|同时|均)*当选为?“?|(?:评选出|评出|选出|评选产生|推选出|表彰|评选|产生|授予)了?[<P><O>](?:[、和与及][<P><O>])*(?:等)?(?:[\d一二三四五六七八九十两]+(?:余)?(?:名|位|家|个|人|支))?(?:同志)?(?:为|以)?“?)(?P<name>(?:年度|本届|最佳|优秀|十佳|先进|明星|模范|学习|技术|岗位|操作)+[\u4e00-\u9fff]{2,6}?)(?=[，。；”、\n]|称号|并|和)"),
        "title": pattern(r"“(?P<name>[^”\n]{2,40})”(?:荣誉|光荣|的)?(?:称号|(?<=[盟业地心台位奖强例物人家者星项”]”)(?:名单(?!的)|榜单)|奖|荣誉|证书|奖牌|牌匾|奖项|名号|头衔|美誉)"),
        "its_title": pattern(rf"{_SELECT}(?:该|其|本)[\u4e00-\u9fff]{{1,4}}?(?:颁发|颁授|授予|评选|评定|设立)?的?“(?P<name>[^”\n]{{2,30}}(?:奖|称号|奖章|人物|单位|企业|工作者|标兵|之星))”"),
        "prize": pattern(r"(?P<name>(?:第[一二三四五六七八九十百〇零\d]+届|(?:19|20)\d\d年?度?|国家|中国|全国|<L>|(?<=获)省|(?<=获)市)(?:“[^”\n]{1,12}”)?(?:[^，。；：、\n“”获授布颁的被为<E><P><W><O><T>]{0,22}?)(?:科学技术奖|科学技术进步奖|自然科学奖|科技进步奖|技术发明奖|科技奖|创新奖|科学奖|工业奖|专利奖|质量奖|成果奖|发明奖|大奖)(?:(?:科技进步|技术发明|自然科学|科技成果)?(?:特|一|二|三)等奖|金奖|银奖|优秀奖)?(?!励|办法|条例))"),
        "announced": pattern(r"(?P<name>(?:第[一二三四五六七八九十百〇零\d]+届|(?:19|20)\d\d年?度?|首届)(?:“[^”\n]{1,12}”)?[^，。；：、\n“”获授布颁的被为<E><P><W><O><T>]{2,24}?奖)(?=(?:<T>|日前|近日|正式|评审结果|评选结果|获奖名单|名单|颁奖|评审|评选|在<L>+|于<T>)*(?:揭晓|公布|出炉|颁奖|颁发|发布|公示|启动评选))"),
        "named_list": pattern(r"(?:认定|评选|评定|命名|遴选|评审|授予|评出|推选)的(?:(?:<T>|(?:19|20)\d\d年)度?)?(?:“(?=[^”]{2,20}”(?:名单|榜单|入选|获奖)))?(?P<name>(?:(?!的)[^，。；：、\n“”<E><P><W><O><T>]|(?<=[\u4e00-\u9fff])“[^”]{1,24}”){3,34}?)”?(?:入选|获奖|获评)?(?:名单|榜单)(?=(?:<T>|于<T>|日前|近日|正式|同批|同日|同时|也|已|随后|今日|在[^，。；]{1,8})*(?:揭晓|公布|出炉|发布|公示|亮相|对外))"),
        "honoured": re.compile(honour + "$"),
        "given": pattern(r"(?:首批|第[一二三]批|本届|(?<=[，。；、\n]))“(?P<name>[^”\n]{4,30})”(?:称号|牌匾|奖项)?(?=(?:均|则|也|统一|一并|同样)*由<O>(?:(?:、|和|与|联合)<O>)*(?:授牌|颁牌|颁发|颁授|授予|颁出|评选|评定|认定|命名|颁证|授匾))"),
        "group_prize": pattern(rf"{_SELECT}(?P<name>“[^”\n]{{2,20}}(?:组|赛道|单元|赛区)”组?(?:总)?(?:冠军|亚军|季军|(?:特|一|二|三)等奖|[金银铜]奖|优胜奖))"),
        "holder": pattern(r"“(?P<name>[^”\n]{4,30})”(?=(?:称号|荣誉|奖项|奖)?(?:的)?(?:获得者|得主|获奖者|获奖单位|获得单位))"),
        "won": pattern(r"(?:(?<=[，。；、\n])|^)(?P<name><E>?[\u4e00-\u9fff]{0,12}?(?:特等奖|一等奖|二等奖|三等奖|金奖|银奖|铜奖|冠军|亚军|季军|优胜奖|最佳[\u4e00-\u9fff]{2,6}奖))(?=[则也]?(?:最终|分别)?(?:由|被|花落|归|归属|授予|颁给)[<O><P>])"),
        "product": re.compile(
            r"[\u4e00-\u9fffA-Za-z0-9·\-]{0,10}?" + alternatives("results", "products")
            + "(?=[，。；、！\n“”（\ue000-\ue00a]|$|系|是|由|为|被|已|也|均|亦|还|则|曾|又|成功|正式|顺利|首次|双双|分别|分获|最终|一举|的|和|与|及|以及|等|捧|获|荣|摘|夺|斩|喜|入选|入围|列入|纳入|通过|下线|首飞|亮相|问世|交付|投产|投用|上市|面世|量产|开始|在|于|自|归|转让|拿)"
        ),
        "project_words": re.compile(r"(?:等(?:[一二两三四五六七八九十\d]+[个项])?)?" + alternatives("results", "project_words")),
        "programme_words": re.compile(alternatives("results", "programme_words")),
        "achievement_words": re.compile("(?:等)?(?:[一二两三四五六七八九十\\d]+项)?" + alternatives("results", "achievement_words")),
        "achievement_tails": re.compile(alternatives("results", "achievement_tails") + "$"),
        "no_achievement": re.compile(alternatives("results", "no_achievement") + "$"),
    }


def add_result(
    draft: Draft, view: View, known: dict[str, Thing], kind: str, start: int, end: int,
    mark: tuple[int, int] | None = None,
) -> Mark:  # fmt: skip
    """A new thing of this kind, or the one that has its name, and its mark at `[start, end)` of the view."""
    first, last = view.span(start, end)
    name = draft.text[first:last]
    thing = known.get(kind + name)
    if thing is None:
        thing = next((t for t in draft.things if t.type == kind and name in t.names), None)
    if thing is None:
        thing = Thing(kind, name)
        draft.things.append(thing)
    known[kind + name] = thing
    if (first, last) not in thing.mentions:
        thing.mentions.append((first, last))
    begin, stop = mark or (start, end)
    return begin, stop, SIGN[kind], thing, ()
