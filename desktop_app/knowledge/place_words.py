"""The words for places on a body, and the phrases that only look like one."""

from __future__ import annotations

import re
from typing import Literal

from desktop_app.domain.concept import Where
from desktop_app.knowledge.patterns import FLAGS, words

Place = Where | Literal["one_end", "other", "rest", "outside", "tip", "corner", "back"]

_PART = (
    r"(?:[\s-]+(?:hand\s+)?(?:ends?|sides?|edges?|faces?|surfaces?|boundar(?:y|ies)|half"
    r"|parts?|tips?|walls?|legs?|extremit(?:y|ies)))?"
)

_END_OF = r"(?:{0})(?:'s)?[\s-]+(?:end|tip|top)|(?:end|tip|top)\s+of\s+(?:the\s+|its\s+)?(?:{0})"

NO_PLACE = words(
    r"(?:is|are|was|be|been|being|then|and)\s+left(?=\s(?!at\s|to\s+\d|:|[\d-]))"
    r"|left\s+(?:alone|out|over|behind|standing|to\s+(?:cool|stand|warm|sit|melt|freeze)|for\s+\d"
    r"|in\s+(?:the\s+)?(?:sun|air))"
    r"|right\s+(?:angles?|now|away|amount)|(?<!the )right\s+(?:after|before)"
    r"|right(?=\s+(?:in|at|on)\s+the\s+(?:middle|cent))"
    r"|all\s+right"
    r"|(?:toward|towards|flow\w*\s+to|spread\w*\s+to|travel\w*\s+to|mov\w+\s+to|conduct\w*\s+to"
    r"|reach\w*|diffus\w+\s+to|propagat\w+\s+to|get\w*\s+to|progress\w+\s+to)\s+the\s+(?:\w+\s+)?"
    r"(?:left|right|top|bottom|cent(?:er|re)|middle|(?:far|other|opposite|cold|hot)\s+(?:end|side)|end|tip)"
    r"(?:\s+(?:end|side))?|to\s+the\s+(?:left|right)\s*(?=[,.;]|$)|end\s+of(?=\s+\d)"
    r"|in\s+the\s+end|end\s+(?:temperature|result|time|state|view|user)s?|ends?\s+up|point\s+of\s+view"
    r"|(?:at|by|until|till|towards?)\s+the\s+end(?=\s*(?:[,.;?!]|$|of\s+(?:the\s+)?(?:heating|clip|video|day"
    r"|hour|run|simulation|movie|animation|[\w.]*\s?(?:hours?|minutes?|seconds?))))"
    r"|(?:boiling|melting|freezing|set|data)\s*points?"
    r"|from\s+(?:the\s+)?(?:side|front|above)\s+view|side\s+view|side\s+by\s+side|on\s+a\s+side"
    r"|top\s+view|(?:seen|viewed|shot|filmed)\s+from\s+(?:the\s+)?\w+|back\s*grounds?|base\s+units?"
    r"|(?:bottom|left)\s+to\s+(?:the\s+)?(?:top|right)|top\s+to\s+bottom|from\s+(?:below|above|bottom"
    r"|top)\s*:"
    r"|(?:build[\s-]?up|listed|layers?|order|ordered|stack)\s+from\s+(?:the\s+)?(?:below|above|bottom|top)"
    r"|bottom\s+line|on\s+top\s+of|inside\s+out|based|all\s+the\s+way"
    r"|inside\s+(?:an?|the|my)\s+(?:room|oven|box|fridge|freezer|furnace|kiln)|at\s+every\s+point"
    r"|end[\s-]to[\s-]end|(?:inner|inside|internal|outer|outside|external)\s+(?:dia\w*|radius|radii)"
    r"|(?:how\s+(?:hot|warm|cold|long|fast|quickly|soon)|when|until|till|before|where|what\s+(?:is|does"
    r"|happens))"
    r"[^,.;?!]{0,40}?(?:at\s+)?the\s+(?:tip|top|bottom|middle|cent(?:er|re)|end|outside|inside|surface|back"
    r"|front|(?:far|other|opposite|cold|right|left)\s+(?:end|side|edge|face))"
    r"(?=(?:\s+of\s+[^,.;?!]{1,30}?)?\s*(?:is|gets?|becomes?|reach\w*|feels?|heats?|warms?|will|is\s+going"
    r"|after|in\s+\d|[.?!;]|$))"
    r"|(?:under(?:neath)?|beneath|below)(?=\s+(?:the|its|one|an?)\s+(?:middle|cent|left|right|one|tip|end"
    r"|corner))",
    r"(?<=[度C秒米K\d])\s*左右(?![两二端侧边])|上下文|[往向][左右上下](?:端|侧|边)?(?=[传扩蔓流移推延散逐])"
    r"|从侧面看|侧视|俯视|中心视角|传[到至向递]?(?:另一[端头侧边]|[左右](?:端|侧|边))"
    r"|到达(?:另一|左|右)[端头侧边]|观点|要点|特点|沸点|熔点|露点|顶视|一点点|上面(?:的)?(?:文字|描述)"
    r"|最终|终端|端到端|极端|终点|起点|重点|自下而上|[从由]下(?:到|往|至)上|自上而下|[从由]上(?:到|往|至)下"
    r"|上述|以[上下]|上升|下降|如下|底板|顶板|内径|外径|[内外]半径|外界|外形|此外|另外(?![一端侧])|室内外"
    r"|以内"
    r"|(?<=[时天钟秒])内|期间|中间层|(?:多久|多长时间|何时|什么时候)[^,.;。?？]{0,8}(?:另一|右|左)[端侧]"
    r"|点击|有点"
    r"|另(?:外)?一[端头侧边面][^,;。?？]{0,6}?(?:也|会|能|要|变|开始|大概|大约)[^,;。?？\d]{0,8}(?:热|烫|温"
    r"|凉|冷|度)[^,;。]{0,6}[吗呢么?？]?",
)
FROM_TO = re.compile(
    r"(?P<keep>from\s+(?:the\s+)?(?:left|right|top|bottom|cent(?:er|re)|middle"
    r"|one\s+end)(?:\s+(?:end|side))?)\s+"
    r"(?P<drop>(?:to|toward|towards)\s+(?:the\s+)?(?:left|right|top|bottom|cent(?:er|re)"
    r"|middle|(?:far|other|opposite)(?:\s+(?:end|side))?|both\s+ends|edges?"
    r"|ends?)(?:\s+(?:end|side))?)"
    r"|(?P<keep2>[从由自](?:左|右|上|下|一)(?:端|侧|边|面|头)?)\s*(?P<drop2>(?:到|向|往"
    r"|至)(?:另一|右|左|下|上)(?:端|侧|边|面|头)?)",
    FLAGS,
)

PLACES: tuple[tuple[Place, re.Pattern[str]], ...] = (
    (
        "corner",
        words(
            r"(?:(?:top|upper|bottom|lower)[\s-](?:left|right)|(?:left|right)[\s-](?:top|upper|bottom|lower)"
            r"|one|an?|the)[\s-](?:hand\s+)?corner",
            r"[左右][上下]角|[上下][左右]角|角落|一个?角(?!度|钢|铁|形)|角点",
        ),
    ),
    (
        "both_ends",
        words(
            r"(?:both|two|each|either|opposite)(?:\s+of)?(?:\s+(?:the|its))?\s+(?:hot\s+|outer\s+)?(?:ends"
            r"|tips"
            r"|sides|end|side|edges|faces|surfaces)"
            r"|(?:left\s+(?:and|&)\s+(?:the\s+)?right|right\s+(?:and|&)\s+(?:the\s+)?left)" + _PART,
            r"两端|两头|两侧|两边|二端|左[,右]*右(?:两|二)?(?:端|侧|边|面|头)|左右(?:两|二)?|双端|双侧|双面"
            r"|两面|左端[和与及]右端|左侧[和与及]右侧",
        ),
    ),
    (
        "rest",
        words(
            r"(?:all\s+|on\s+)?(?:the\s+|its\s+)?(?:curved|cylindrical|long)\s+(?:surfaces?|sides|faces"
            r"|edges)"
            r"|(?:all\s+|on\s+)?(?:the\s+|its\s+)?(?:other|remaining|lateral|rest)"
            r"(?:\s+of\s+(?:the|its))?\s+(?:(?!side|end|face|edge|one)\w+\s+)?(?:surfaces?|sides|faces|edges"
            r"|boundaries|ends|walls|rod"
            r"|bar"
            r"|plate|body|parts?|area)"
            r"|(?:the\s+)?(?:rest|others|sides)|lateral\s+side|everything\s+else|elsewhere",
            r"(?:其[余他它]|剩余)(?:的)?(?:各|所有|三)?(?:面|边|表面|侧面|部分|三边|边界|两边|两面|位置"
            r"|地方)?"
            r"|(?<![左右上下内外])侧面|侧壁|侧表面|周面|圆周面|侧边",
        ),
    ),
    (
        "all_around",
        words(
            r"(?:on\s+|from\s+)?all\s+(?:around|round|over|(?:the\s+|its\s+)?(?:(?:outer|exposed|free"
            r"|six)\s+)?"
            r"(?:sides|surfaces|faces|edges)|four\s+(?:sides|edges))|every\s+(?:side|surface|face)|everywhere"
            r"|(?:the\s+|its\s+)?(?:whole|entire|exposed|total)\s+surface|on\s+every\s+side"
            r"|(?<!inner\s)(?<!outer\s)(?:the\s+|its\s+)?(?:rim|perimeter|periphery|circumference|border)"
            r"|(?:the\s+|its\s+)?edges(?=\s+(?:are\s+|is\s+)?(?:at|held|kept|in|cooled|insulated|fixed"
            r"|clamped|exposed|-?\d))"
            r"|(?:everything\s+)?around\s+(?:it|the\s+(?:body|rod|bar|plate|block|pipe|ring|fin|outside))",
            r"四周|周围表面|各面|所有(?:外)?表面|全部表面|整个表面|四面|四边|(?<![左右上下侧端])边[缘沿]"
            r"|周边|各个?表?面|所有面|六个?面|外周"
            r"|周身",
        ),
    ),
    (
        "other",
        words(
            r"(?:the\s+|its\s+)?(?:other|far|opposite|another|free|remote|second|2nd|handle|cold|cool)"
            r"(?:\s+(?:end|side|edge|face|one|surface|tip))|(?:the\s+)other(?!\s+\w+s\b)"
            r"|(?:the\s+|its\s+)?second\s+one",
            r"另(?:外)?一?(?:端|头|侧|边|面)|远端|对侧|对面|对端|另外一[端头侧边面]|自由端|尾端|冷端",
        ),
    ),
    (
        "back",
        words(
            r"(?:the|its)\s+(?:back|rear)(?:\s*side|\s+face|\s+surface)?(?!\s+(?:to|and|in|from))"
            r"|(?:back|rear)\s*(?:side|face|surface)",
            r"背[面侧]",
        ),
    ),
    (
        "outside",
        words(
            r"outside(?:\s+(?:surface|wall|face|air))?|outer\s+(?:surface|wall|side|face|rim|edge|ring)"
            r"|exterior(?:\s+(?:surface|wall|side|face))?|external(?:ly)?(?:\s+(?:surface|wall|side))?"
            r"|outdoors?|out\s+there|outer(?=\s*[:=]?\s*-?\d)",
            r"外圆(?:周|柱)?面?|内圆周外|外(?:壁面?|表面|侧面?|部|面|圈|缘|环|边缘|边)|管外|(?:室|户|屋|窗"
            r"|门)外|外头",
        ),
    ),
    (
        "inside",
        words(
            r"inside(?:\s+(?:surface|wall|face))?|inner\s+(?:wall|surface|side|face|rim|edge|ring)"
            r"|interior(?:\s+(?:surface|wall|side))?|internal(?:ly)?(?:\s+(?:surface|wall|side))?|indoors?"
            r"|(?:in|through)\s+(?:the|its)\s+(?:bore|hole|pipe|tube|duct)|bore|through\s+it"
            r"|inner(?=\s*[:=]?\s*-?\d)",
            r"内圆(?:周|柱)?面?|内(?:壁面?|表面|侧面?|部|圈|缘|腔|孔|环)|管内|管[子道]?里面?|里面|(?:室"
            r"|屋)[内里]|孔内|腔内"
            r"|房[间里]内",
        ),
    ),
    (
        "right",
        words(
            _END_OF.format(r"(?:horizontal|long(?:er)?)\s+leg|foot"),
            r"水平[臂腿边](?:的)?(?:末端|端部?|右端)",
        ),
    ),
    (
        "top",
        words(
            _END_OF.format(r"(?:vertical|upright)\s+leg"),
            r"(?:竖直|垂直)[臂腿边](?:的)?(?:末端|顶?端部?|上端)",
        ),
    ),
    ("left", words(r"left" + _PART, r"左(?:边界|端面|端|侧面|侧|边缘|边|面|头|半边|壁|表面|部)?")),
    ("right", words(r"right" + _PART, r"右(?:边界|端面|端|侧面|侧|边缘|边|面|头|半边|壁|表面|部)?")),
    (
        "top",
        words(
            r"(?:top|upper)" + _PART + r"|from\s+above",
            r"顶(?:端|部|面|边|上|侧|层)?|上(?:表面|端面|端|侧|边界|边缘|边|方|面|部|底面)",
        ),
    ),
    (
        "bottom",
        words(
            r"(?:bottom|lower|under\s*side|underneath|beneath)" + _PART + r"|from\s+(?:below|underneath)"
            r"|(?:under|beneath|below)\s+(?:it|(?:the|an?)\s+(?:\w+\s+){0,2}?(?:rod|bar|plate|block|sheet"
            r"|slab|body|pot|pan"
            r"|sink))",
            r"底(?:端|部|面|边|下|侧|层|表面)|下(?:表面|端面|端|侧|边界|边缘|边|方|面|部|底面)|正下方",
        ),
    ),
    (
        "base",
        words(
            r"base(?:\s+(?:plate|surface|side|face))?|roots?"
            r"|foot(?=\s+(?:(?:is|at|on)\s+)*(?:bolted|screwed|fixed|mounted|clamped|welded|held|kept|attached|[-+]?\d))"
            r"|(?:attached|fixed|fastened|welded|mounted|clamped|connected)\s+(?:to|on|onto)\s+(?:an?"
            r"|the)\s+(?:hot\s+|heated\s+)?"
            r"(?:\w+\s+)?(?:wall|surface|base)",
            r"底座|基座|根部|肋基|翅根|肋根|基面|根(?=[部处\d])",
        ),
    ),
    (
        "centre",
        words(
            r"(?:cent(?:er|re)|middle|mid[\s-]?points?|midsection|mid[\s-]span"
            r"|centrally|halfway(?:\s+along)?)(?:\s+(?:part|point|section|region))?",
            r"正?中(?:心|央|间|部|点|段)(?:位置|处|点|区域|部位)?|正中",
        ),
    ),
    ("tip", words(r"(?:fin\s+)?tips?", r"尖端|肋端|翅尖|肋尖|翅端|顶尖|端部|末端|端头")),
    (
        "spot",
        words(
            r"(?:hot\s*)?spots?|(?:a\s+|one\s+|single\s+)points?|dots?|locally|local(?:ised|ized)?",
            r"局部|某一?点|一个?点|光斑|光点|斑点|热点|点热源|点状|某处",
        ),
    ),
    (
        "one_end",
        words(
            r"(?:one|an|a|single|its|the|hot|heated|first|1st|near)?\s*(?:ends?|extremity)"
            r"|one\s+(?:side|edge|face)|(?:the\s+|its\s+)front(?:\s*side|\s+face|\s+surface)?",
            r"(?:其中)?[一单](?:端|头|侧|边|面)(?!热源)|端面|端(?=[加受被])|单侧"
            r"|某端|热端|正面",
        ),
    ),
)
