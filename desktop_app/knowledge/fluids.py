"""What may flow past a surface, how a prompt names it, and the heat transfer coefficient assumed for it.

The coefficients are representative values of Z. Berk, Food Process Engineering and Technology (Academic
Press 2009), table 3.3: natural convection of a gas 10, of a liquid 100; a flowing gas 50 to 100, a flowing
liquid of low viscosity 1000 to 5000, of high viscosity 100 to 500, condensing steam 20 000 W/(m²·K). They lie
in the ranges of Y. A. Çengel's notes on convection heat transfer (McGraw-Hill): free convection of gases 2 to
25, forced convection of gases 25 to 250, of liquids 50 to 20 000 W/(m²·K). Outdoor air is 1 / 0.04 m²K/W, the
external surface resistance of ISO 6946.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.patterns import words


@dataclass(frozen=True)
class Fluid:
    """Something that carries heat to or from a surface.

    Attributes:
        h: assumed heat transfer coefficient, W/(m²·K).
        name: for a note.
        around: whether it surrounds a whole body where no place is said, rather than being led to one.
        ambient_K: its temperature where none is said; None for that of the room.
        liquid: whether it is one.
    """

    h: float
    name: Text
    around: bool = False
    ambient_K: float | None = None
    liquid: bool = False


STILL_AIR = Fluid(10.0, say("still air"), around=True)
OUTDOOR_AIR = Fluid(25.0, say("outdoor air"), around=True)
FAN = Fluid(50.0, say("moving air"))
HOT_AIR = Fluid(50.0, say("a stream of hot air"), ambient_K=300.0 + ZERO_CELSIUS_K)
SOME_FLUID = Fluid(100.0, say("a liquid at rest"), around=True, liquid=True)
STILL_LIQUID = Fluid(100.0, say("a liquid at rest"), around=True, liquid=True)
WATER = Fluid(1000.0, say("flowing water"), liquid=True)
HOT_WATER = Fluid(1000.0, say("flowing water"), ambient_K=80.0 + ZERO_CELSIUS_K, liquid=True)
COLD_WATER = Fluid(1000.0, say("flowing water"), ambient_K=10.0 + ZERO_CELSIUS_K, liquid=True)
OIL = Fluid(200.0, say("flowing oil"), liquid=True)
STEAM = Fluid(20_000.0, say("condensing steam"), ambient_K=100.0 + ZERO_CELSIUS_K)
FREEZER = Fluid(10.0, say("still air"), around=True, ambient_K=-18.0 + ZERO_CELSIUS_K)
OVEN = Fluid(10.0, say("still air"), around=True, ambient_K=200.0 + ZERO_CELSIUS_K)
VACUUM = Fluid(0.0, say("vacuum"), around=True)

_TO = (
    r"(?:cool|heat|warm|chill|quench)(?:ed|s|ing)?\s+(?:down\s+|off\s+|up\s+)?(?:by|with|in|into|using"
    r"|through|to"
    r"|on)\s+(?:the\s+|an?\s+)?"
)
_WATER = r"(?:(?:tap|sea|stirred|chilled|flowing|running|circulating|moving|river|lake|lukewarm)\s*)+water"

FLUIDS: tuple[tuple[Fluid, re.Pattern[str]], ...] = (
    (VACUUM, words(r"vacuum|outer\s+space|deep\s+space", r"真空")),
    (
        HOT_AIR,
        words(
            r"heat\s+guns?|hair\s*-?dryers?|hot[\s-]air\s+(?:gun|blower|jet|stream)", r"热风枪|吹风机|电吹风"
        ),
    ),
    (
        STILL_AIR,
        words(
            r"(?:no|without(?:\s+an?)?)\s+(?:fans?|forced\s+(?:air|convection|cooling))|fan-?less",
            r"(?:不需要|不用|没有?|无|不开|不带|不加|不装)(?:小)?风扇|无风(?!扇)",
        ),
    ),
    (
        FAN,
        words(
            r"(?:small\s+|big\s+|cooling\s+|case\s+|axial\s+)?fans?(?:[\s-]+(?:cool(?:ed|ing|s)?|blow\w*))?"
            r"|forced[\s-]+(?:air|convection)(?:\s+cooling)?|air[\s-]?flow(?:\s+cooling)?"
            r"|(?:blown|blowing|moving|flowing|circulating|fast|compressed)\s+(?:\w+\s+)?air|air\s+blow\w*"
            r"|blowers?"
            r"|air\s+(?:streams?|jets?)|(?:flue|exhaust|hot|combustion)\s+gas(?:es)?|draughts?|drafts?"
            r"|breeze",
            r"(?:小|大|散热|轴流)?风扇|风冷|强制(?:空气)?对流|强迫(?:空气)?对流|强制风|吹风|鼓风机?|风机"
            r"|热风|冷风"
            r"|烟气|燃气(?!灶)|高温气体|强制空冷|吹[着气]|风[里中]|的风(?!格)",
        ),
    ),
    (STEAM, words(r"(?:saturated\s+|hot\s+|condensing\s+)?steam", r"(?:饱和|高温)?(?:水?蒸汽|水蒸气)")),
    (
        HOT_WATER,
        words(r"(?:hot|warm|heating)\s+(?:tap\s+|flowing\s+|running\s+)?water", r"热水|温水"),
    ),
    (
        WATER,
        words(
            rf"(?:water|liquid)[\s-]?cool(?:ed|ing|er)?|(?:on|by|with|to|onto)\s+(?:an?\s+"
            rf"|the\s+)?(?:\w+\s+)?cold\s+plates?|(?:{_TO})(?:cold\s+|cool\s+"
            rf"|ice[\s-]cold\s+)?"
            rf"(?:{_WATER}|water)|{_WATER}|cooling\s+(?:water|channels?)|coolants?|water\s+(?:spray|jet"
            rf"|flow\w*)"
            r"|glycol|water[\s-]+glycol|brine",
            r"水冷(?:板|却)?|液冷(?:板)?|冷板|流水|自来水|冷却[水液]|流动的?水|水流|循环水|乙二醇|冷冻液"
            r"|海水|喷水|冲水",
        ),
    ),
    (COLD_WATER, words(r"(?:cold|cool)\s+water", r"(?<!冰)冷水|凉水")),
    (
        OIL,
        words(
            r"(?:hot\s+|cold\s+|quench(?:ing)?\s+|thermal\s+|boiling[\s-]hot\s+|cooling\s+)?oil(?:\s+bath)?",
            r"(?:热|淬火|导热|冷却|机)?油(?:浴|里|中|冷|槽)|热油|导热油|淬火油|油淬",
        ),
    ),
    (
        STILL_LIQUID,
        words(
            r"water(?:\s+bath)?|drinks?|tea|coffee|juice|soup|milk|baths?|(?:bath|tank|bucket"
            r"|pool)\s+of\s+water",
            r"水(?:里|中|浴|槽|池|箱|盆)|在水|[茶汤][里中水]?|咖啡|饮料|水(?=[温,\d])",
        ),
    ),
    (SOME_FLUID, words(r"fluid|liquid|medium", r"流体|介质|工质|液体")),
    (
        FREEZER,
        words(
            r"(?:in|into|inside)\s+(?:an?|the|my)\s+(?:[\w-]+\s+){0,2}?(?:freezers?|fridges?|refrigerators?)"
            r"|(?:freezers?|fridges?|refrigerators?)(?=\s*(?:at|of|is|:|,|\(|$))",
            r"(?:冰箱|冷库|冷冻室|冰柜|冷藏室)[里中内]?(?!墙|板|门|壁|\w)",
        ),
    ),
    (
        OVEN,
        words(
            r"ovens?|furnaces?|kilns?", r"烤箱|烘箱|(?:加热|马弗|高温|热处理)炉[内里中]?|炉膛|炉子?[里中内]"
        ),
    ),
    (
        OUTDOOR_AIR,
        words(
            r"outdoor\s+air|outside\s+air|winter\s+air|outdoors?|outside(?=\s+(?:temperature|it))",
            r"[室户屋窗]外的?空气|[室户屋]外|外面的?空气",
        ),
    ),
    (
        STILL_AIR,
        words(
            r"(?:still|ambient|open|surrounding|room|cool|cold|warm|hot|free|fresh|calm|quiescent|dry|indoor"
            r"|inside"
            r"|stagnant|normal)[\s-]+(?:room\s+)?air|(?:natural|free)(?:ly)?\s+convect\w+"
            r"|passive(?:ly)?\s+cool\w+"
            r"|(?:cool(?:ed|s|ing)?|los\w+\s+(?:its\s+|some\s+)?heat|radiat\w+\s+heat"
            r"|dissipat\w+\s+(?:its\s+)?heat)"
            r"\s+(?:(?!from|at|on|left|right|top|bottom)\w+\s+){0,2}?(?:by|in|to|with|into"
            r"|from)\s+(?:the\s+)?(?:\w+\s+)?(?:air|surroundings"
            r"|ambient"
            r"|environment|room|atmosphere)|air[\s-]cool(?:ed|ing)|convecti\w+|(?:in|to|by|into|with"
            r"|from)\s+(?:the\s+)?air"
            r"|air(?=\s*(?:at|of|is|=|:|\(|,?\s*(?:temperature|T|h\b|with|outside|inside|around|above|below)"
            r"|-?\d)|\s{3,}|\s*$)"
            r"|(?<=\d\s)air|(?<=[CKF]\s)air|atmosphere"
            r"|in(?:to)?\s+(?:an?|the|my)\s+(?:\w+[\s-]){0,2}room(?![\s-]*temp)",
            r"自然对流|静止的?空气|空气冷却|空气[中里]|自然(?:冷却|风冷|散热)|暴露[在于]空气|对流(?:换热"
            r"|散热|冷却|传热|边界)?"
            r"|与空气换热|向(?:环境|周围|外界|空气)(?:空气)?散热|[暖热冷]?空气|大气|散热到|被动散热"
            r"|与(?:环境|周围)换热|空冷",
        ),
    ),
)
"""In the order they are looked for."""

NOT_FLUIDS = words(
    r"air\s+(?:gaps?|pockets?|bubbles?|con\w*|duct|plane|heaters?|layers?)|air(?:plane|craft|craft|tight"
    r"|port)s?"
    r"|water\s+(?:vapou?r|bottles?|pipes?|heaters?|tanks?|tap|mains)|water(?:proof|tight|melon|cress)"
    r"|ice[\s-]?(?:cold\s+)?water|boiling(?:\s+hot)?\s+water|molten\s+\w+|conditioner|oil\s+(?:paint|pan"
    r"|lamps?)"
    r"|fan\s+(?:of|art|fiction)|big\s+fan\s+of|heat\s+transfer\s+fluid\s+properties"
    r"|(?:fluid|liquid)\s+(?:flow|mechanics|dynamics)|(?:heat|warm|cool)s?\s+the\s+(?:air|water|room)"
    r"|(?:the\s+)?air\s+(?:in|of)\s+the\s+room|(?:room|heat)\s+(?:in\s+)?the\s+air|convecti\w+\s+(?:cells?"
    r"|currents?)"
    r"|(?:no|without)\s+(?:a\s+|any\s+)?(?:convection|air\s?flow|wind|air|water)"
    r"|(?:out\s+of|from)\s+(?:an?|the|my)\s+(?:[^,.;]{0,14}\s)?(?:oven|furnace|kiln|freezer|fridge"
    r"|refrigerator)s?"
    r"|oven[\s-](?:safe|proof)|for\s+(?:my|the|an)\s+(?:oven|furnace)",
    r"热水[袋器瓶]|(?<=[接贴连靠着℃C度])[热冷]水管|暖水袋|水平|水泥|水晶|水银|水管|水壶|冰水|沸水|开水|滚水|空气(?:层|间隙|湿度)|风格|风险"
    r"|风景|油漆|油墨|水位"
    r"|水分|水滴"
    r"|(?:需不?需要|要不要)(?:小)?风扇|需要(?:小)?风扇吗|对流(?:圈|胞"
    r"|环)",
)
"""Names with a fluid in them that is none, or that nothing is done with."""


def assumed_h_note(fluid: Fluid) -> Text:
    """The note that gives the coefficient assumed for a fluid, and where it comes from."""
    if fluid is OUTDOOR_AIR:
        return say(
            "A heat transfer coefficient of {value} W/(m²·K) is assumed for {fluid} (ISO 6946).",
            value=f"{fluid.h:g}",
            fluid=fluid.name,
        )
    return say(
        "A heat transfer coefficient of {value} W/(m²·K) is assumed for {fluid} (Berk, Food Process "
        "Engineering and Technology, table 3.3).",
        value=f"{fluid.h:g}",
        fluid=fluid.name,
    )
