"""The words for what heats, cools and insulates, and the phrases that only look like them."""

from __future__ import annotations

import re
from typing import Literal

from desktop_app.knowledge.patterns import FLAGS, words

AgentKind = Literal[
    "temperature", "flame", "hot", "cold", "insulated", "convection", "flux", "power", "ambient",
    "coefficient", "emissivity", "radiation",
]  # fmt: skip

_HOT_RESULT = (
    r"(?:warm|heat)(?:s|ing|ed)?\s+up(?!\s+(?:a|an|the|one|to|its|both|with|by|from|left|right|at|on)\b)"
    r"|(?:heat|warm|cool)(?:s|ing)?[\s-]+(?:process|curve|up\s+curve|behaviou?r|phase|down\s+curve|rate|time"
    r"|effect)"
    r"|(?:gets?|getting|becom\w+|grows?|feels?|so|too|very|really|stays?|how|is\s+it|run(?:s|ning)?)\s+"
    r"(?:hot|warm|cold|cool|hotter|warmer|colder|cooler)|(?:hot|warm|cold|cool)test|temperature\s+rise"
    r"|(?:slower|faster|quick(?:er)?|rapid)\s+(?:heating|cooling|warming)"
)
NOT_HEATING = words(
    r"heat[\s-]?(?:sinks?|conduct\w*|flow\w*|flux|transfer|equation|map|spread\w*"
    r"|travel\w*|diffus\w*|distribution|dissipat\w*|capacity|moves?|moving|propagat\w*"
    r"|front|wave|pipes?|shield|loss(?:es)?|spreaders?|balance|treat\w*|exchang\w*|generation|rise|build\w*)"
    r"|(?:the|of|how|its?|loses?|lost|losing|gain\w*|carr\w+|conduct\w*|that|more|much|all|absorb\w*|dump\w*"
    r"|away"
    r"|some)\s+heat"
    r"(?=\s+(?:faster|slower|quickly|quicker|slowly|more|less|better|is|gets?|goes|moves?|spreads?|flows?"
    r"|travels?|reach\w*|from|to|through|away|into|out|leaks?"
    r"|escap\w*"
    r"|has|will|along|off|in|dissipat\w*|under|over)\b|\s*[.,;?!]|\s*$)"
    rf"|specific\s+heat|(?:white|red)[\s-]hot|hot\s+to\s+cold|cold\s+to\s+hot|cold\s+plates?|hot[\s-]rolled"
    rf"|cold[\s-]rolled|{_HOT_RESULT}"
    r"|(?:hot|cold|warm|red-hot|heated|glowing)\s+(?!plates?|surface|end|side|face|spot|water|air|oil|gas"
    r"|steam)(?:\w+\s+){0,2}?"
    r"(?:rods?|bars?|plates?|wires?|blocks?|sheets?|slabs?|balls?|cubes?|ingots?|cylinders?|castings?"
    r"|bod(?:y|ies)|pans?)"
    r"|fire[\s-]?(?:brick|proof|place|clay)s?|laws?\s+of\s+cooling|fires?\s+(?:up|alarm)"
    r"|(?:does|do|is|are|will)\s+not\s+(?:heat|cool|warm)\w*|not\s+(?:heated|cooled)|unheated|uncooled"
    r"|(?:the\s+)?heat(?:ing|er|ers)?\s+(?:is|are|turned|switched|goes|went|gets)\s+(?:turned\s+"
    r"|switched\s+)?off"
    r"|(?:no|without)\s+(?:any\s+|a\s+)?(?:heat(?:er|ers|ing)?|flames?|fires?|cooling|cooler)"
    r"|(?:when|after|once|before)\s+(?:it\s+(?:is|was|gets?)\s+)?(?:cold|hot|warm)(?=\s*[,.;?]|$)"
    r"|cold\s+(?:start|snap|weather|day|night|winter)"
    r"|hot\s+(?:summer|day|weather|spot)|warm\s+(?:white|welcome|regards)|cool\s+(?:video|animation|looking"
    r"|effect|stuff|thing|idea|thanks)"
    r"|(?:does|is|how|that|it|looks?|would\s+be|so)\s+cool(?=\s*[,.!?]|$)",
    r"白热|红热|热传导|导热|传热|散热|热量|热成像|热像|热流|热力学|灭火|耐火|冷热|发热量|热耗|热阻|换热|比热"
    r"|热容"
    r"|热导"
    r"|升温(?!到|至)|变[热冷]|热起来|[加受]热过程|冷却过程|降温过程|(?:多久|怎么|慢慢|开始|逐渐)(?:能|才|会"
    r"|就)?(?:变)?(?:热|冷|凉)(?:起来|透|下来)?"
    r"|冷透|热透|热平衡|热扩散|热应力|热膨胀|热处理|热镀|热浸|热轧|冷轧|热设计|热仿真|热分析|热管|暖(?:和"
    r"|起来)|热交换|热点|热电偶|热胀冷缩"
    r"|热效应|热分布|热膏|热性能|热端面温度|不(?:加热|冷却)|没有?(?:暖气|加热|热源)|无(?:加热|热源)|冷静"
    r"|火热|火车|火星|火山|火箭|着火点|打火(?!机)|烧杯|烧瓶"
    r"|玻璃热|隔火|防火|冷板|冷冻液|恒温(?:槽|箱)",
)
"""Heat as a noun, results of heating, and other names."""

NOT_THERE = words(
    r"(?:neglect\w*|ignor\w+|disregard\w*|omit\w*|leav\w+\s+out|do\s+not\s+consider|without\s+considering"
    r"|excluding|no|without)"
    r"\s+(?:the\s+|any\s+|all\s+)?(?:effects?\s+of\s+)?(?:natural\s+|free\s+|surface\s+"
    r"|thermal\s+)?(?:convecti\w+|radiati\w+|heat\s+loss(?:es)?"
    r"|losses)(?:\s*(?:,|and|or|&)\s*(?:the\s+|thermal\s+|all\s+)?(?:convecti\w+|radiati\w+"
    r"|heat\s+loss(?:es)?|losses))*"
    r"|(?:convecti\w+|radiati\w+)(?:\s+(?:and|or)\s+(?:convecti\w+|radiati\w+))?\s+(?:is|are|can\s+be"
    r"|may\s+be)\s+(?:neglected|ignored|negligible)",
    r"(?:忽略|不考虑|不计|无|没有|略去)(?:表面|与外界的?|自然|热|空气)?(?:对流|辐射|热损失?|散热"
    r"|换热)(?:换热|散热|传热)?"
    r"(?:[,和与及或/](?:热)?(?:对流|辐射|热损失?|散热|换热)(?:换热|散热|传热)?)*",
)
"""What a prompt says to leave out."""

AGENTS: tuple[tuple[AgentKind, re.Pattern[str]], ...] = (
    (
        "insulated",
        words(
            r"(?:well[\s-]|perfectly[\s-])?(?:thermally\s+)?insulated|insulating(?!\s+(?:layer|material|foam"
            r"|board|wall|plate|pad))"
            r"|insulation(?=\s+on)|adiabatic(?:ally)?|no\s+heat\s+(?:loss(?:es)?|flow|flux)"
            r"|zero\s+(?:heat\s+)?flux",
            r"绝热(?!层|材料|板)|隔热(?!层|材料|板|垫|膜)|保温(?!层|材料|板|棉)|不散热|无(?:散热|热交换"
            r"|换热)",
        ),
    ),
    (
        "flame",
        words(
            r"flames?|(?:(?:welding|gas|propane|butane|small|hand|mini)\s+)*(?:blow[\s-]?)?torch(?:es)?"
            r"|(?:(?:bunsen|gas|alcohol|spirit)\s+)*burners?|candles?|(?:(?:cigarette|gas"
            r"|pocket)\s+)*lighters?|fires?"
            r"|camp\s*fires?|gas\s+(?:jets?|stoves?|hobs?|cookers?)|match(?:es|stick)?(?=\s+flame)"
            r"|(?:burning|lit)\s+match|bonfires?|embers"
            r"|charcoal|alcohol\s+lamps?|spirit\s+lamps?",
            r"火焰|火烧|灼烧|烧着|火烤|喷灯|喷[火枪]+|蜡烛|烛火|烛焰|酒精灯|本生灯|打火机|明火|炉火|火苗"
            r"|燃气灶|煤气灶"
            r"|灶火|篝火|炭火|焊枪|点火枪|丁烷|丙烷|火把|火上|(?<![淬退回灭耐防正熄])火",
        ),
    ),
    (
        "cold",
        words(
            r"cool(?:ed|s|ing|er)?(?:\s+(?:down|off))?|chill(?:ed|s|ing)?|cold(?:er)?|refrigerat\w+"
            r"|quench(?:ed|ing)?",
            r"冷却|降温|制冷|低温|冷端|冷源|冷水|放凉|变凉|晾凉|淬火|冷",
        ),
    ),
    (
        "hot",
        words(
            r"on\s+(?:an?|the|my)\s+(?:hot|warm|heated)\s+(?:\w+\s+)?(?:plate|surface|pan|table|slab|block"
            r"|floor|stone)"
            r"|hot[\s-]?plates?|pre-?heat(?:ed|s|ing)?|heat(?:ed|s|ing)?|heaters?|hot(?:ter)?|warm(?:ed|s"
            r"|ing)?"
            r"|(?:(?:CO2|fiber|fibre|CW|IR|blue|continuous)\s+)?lasers?(?:\s+(?:beam|spot|pulse))?"
            r"|stoves?|hobs?|griddles?|soldering[\s-]irons?|(?:clothes|flat|electric)\s+irons?"
            r"|high\s+temperatures?"
            r"|heat[\s-]sources?|radiators?|electric\s+fire|heating\s+(?:element|pad|film|coil|wire)s?"
            r"|cartridge\s+heaters?",
            r"加热(?:板|器|片|垫|膜|丝|棒|元件|台)?|受热|供热|升温|高温|热源|烘烤|灼烧|烤|烧|热端|恒温|热板"
            r"|激光(?:束|器|光斑|焊)?"
            r"|电?烙铁|发热|炉|暖气片?|取暖器|电暖[器气]|电热(?:丝|板|片|膜|管|棒|器)|电炉|灶|烫|预热|加温"
            r"|热",
        ),
    ),
)
"""In the order they are looked for."""

BARE_H = re.compile(
    r"(?:(?<![A-Za-z0-9])(?<!\d\s)h(?:_[a-z]{1,4}|\s+(?:outside|inside|outer|inner|on\s+top"
    r"|at\s+the\s+\w+))?\s*(?:=|≈|~|:|为|is|of|\s)|(?:heat[\s-]transfer"
    r"|convecti\w+"
    r"|film)\s+coefficient"
    r"(?:\s*(?:h|of|is|=|:))*|(?:表面|对流)*(?:换热|传热|放热|散热)系数(?:h)?(?:为|取|是|约|:|=|h|\s)*)"
    r"\s*(?P<value>(?:(?<=[=:为])-|(?<=[=:]\s)-)?{digits})(?!\s*(?:h|hours?|hrs?|min\w*|s)\b)(?!\s*[/·]?\s*W?\s*小时)"
    r"(?:\s*(?:SI|W)(?![A-Za-z/]))?".replace("{digits}", r"(?:\d+(?:\.\d+)?(?:[eE]\d{1,2})?)"),
    FLAGS,
)
"""A heat transfer coefficient without its unit."""
BARE_H_PAIR = re.compile(
    r"(?:(?<![A-Za-z0-9])h|(?:表面|对流)*(?:换热|传热)系数h?)\s*(?:分别)?(?:为|是|=|:|of|are|values?)*\s*"
    r"(?P<first>\d+(?:\.\d+)?)\s*(?:和|与|及|,|and"
    r"|/)\s*(?P<second>\d+(?:\.\d+)?)(?!\s*[A-Za-z°℃度])(?=[^\d.]|$)",
    FLAGS,
)
"""Two of them, in the order of the surfaces they are of."""

EMISSIVITY = re.compile(
    r"(?:(?:surface\s+|total\s+)?emissivit(?:y|ies)|(?:表面|全)?(?:发射率|辐射率|黑度|辐射系数)|[εϵ]"
    r"|\bepsilon|\beps(?=\s*[=≈:]))"
    r"(?:\s*(?:\(?[εϵe]\)?|of|is|=|:|≈|~|about|为|是|约|取))*\s*(?P<value>-?\d*\.?\d+)\s*(?P<percent>%)?"
    r"|(?P<after>\d*\.\d+)\s+emissivity",
    FLAGS,
)
RADIATED_ON = words(
    r"(?:heat|warm)(?:ed|s|ing)?\s+(?:\w+\s+)?(?:by|with|from|through)\s+(?:\w+\s+){0,2}?radiation|(?:solar"
    r"|sun\S*|laser|incoming|incident)\s+radiation"
    r"|radiant(?:ly)?\s+heat\w*|radiation\s+(?:from|of)\s+(?:the\s+|an?\s+)?(?:sun|fire|flame|heater|lamp"
    r"|furnace)",
    r"(?:太阳|红外|激光|受|被)(?:热)?辐射|辐射(?:加热|强度|源|热源)",
)
"""Radiation that heats the body."""
RADIATES = words(
    r"radiat(?:es|ing|ed)?(?!\s*(?:or|ion\s+shield))(?!ors?\b)|radiation|radiative(?:ly)?|emissivity"
    r"|black\s*body|black[\s-]painted",
    r"(?:热|表面)?辐射(?!率|系数)(?:散热|换热|冷却|传热)?|发射率|辐射率|黑度|黑体",
)
"""That surfaces also lose heat by radiation."""
