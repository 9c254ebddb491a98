"""The words around a temperature that tell what it is the temperature of."""

from __future__ import annotations

import re

from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.patterns import FLAGS, words

HOTTEST_K = 6000.0
"""The hottest a prompt may ask for: no solid is known to last above 4300 K."""
ROOM_K = 20.0 + ZERO_CELSIUS_K

NAMED: tuple[tuple[re.Pattern[str], float], ...] = (
    (words(r"liquid\s+nitrogen|LN2", r"液氮"), 77.0),
    (words(r"dry\s+ice", r"干冰"), 194.7),
    (
        words(
            r"(?:held|kept|maintained|stays?|remains?|fixed|left|right|other|ends?|sides?|edges?|faces?|top"
            r"|bottom)"
            r"\s+(?:is\s+|are\s+)?(?:at\s+)?room[\s-]temp(?:erature)?",
            r"(?:保持|维持|处于|为|是)在?(?:室温|常温)",
        ),
        ROOM_K,
    ),
    (
        words(
            r"ice[\s-]?(?:cold\s+)?(?:water|bath|slurry)|ice[\s-]cold|(?:melting|crushed)\s+ice|ice\s*packs?"
            r"|ice(?=\s*(?:[,.;]|$))(?<!of\sice)|(?:with|by|in|on)\s+(?:some\s+)?ice(?!\s*(?:block|cube))"
            r"|freezing\s+point",
            r"冰水(?:混合物|浴|里|中)?|冰浴|用冰(?!水)|冰冷|冰冻水|冰敷|冰袋|冰点|(?:放|置|贴"
            r"|压)[在于到]冰(?:块)?[上面]",
        ),
        ZERO_CELSIUS_K,
    ),
    (words(r"boiling(?:[\s-]+hot)?\s+water", r"沸水|开水|滚水|沸腾的水"), 100.0 + ZERO_CELSIUS_K),
    (
        words(
            r"(?:soldering|clothes|flat)[\s-]+irons?(?!\s*(?:tip\s*)?(?:at|of|,|\(|is|set|held|with|tip"
            r"|bit)?\s*(?:at|of|to)?\s*\(?\d)",
            r"电?烙铁(?!头?[(（]?(?:温度|保持|为|是|约|设定?)*[(（]?\d)",
        ),
        350.0 + ZERO_CELSIUS_K,
    ),
)
"""Temperatures people give by name. Liquid nitrogen and dry ice: their points at 1 atm."""

_LINK = (
    r"(?:\s*(?:temperatures?|temp\.?|T))?(?:\s*(?:of|is|are|was|were|at|=|:|≈|~|to\s+be|about|around|roughly"
    r"|near|approx\w*\.?|from|"
    r"a|constant|temperature|with|uniform|\())*\s*$"
)
_CHINESE_LINK = (
    r"(?:的)?(?:温度|温|状态)?(?:T\w?)?\s*(?:均|都|也|恒定?|固定|大概|大约)?(?:为|是|在|处于|约"
    r"|有|:|=|≈|保持|按|取|,|\(|从)*\s*(?:均匀|恒定)?\s*$"
)
INITIAL_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:initial(?:ly)?|start(?:s|ed|ing)?(?:\s+out)?(?:\s+(?:from|at|off))*"
    r"|originally|beg[ia]n(?:s|ning)?(?:\s+(?:from|at))?|uniform(?:ly)?(?:\s+(?:at|initial))?"
    r"|(?:entire|whole)\s+\w+|from|(?:taken|pulled|comes?|straight|fresh|removed)\s+(?:out\s+)?(?:of"
    r"|from)\s+(?:an?|the)\s+"
    r"(?:\w+\s+)?(?:oven|furnace|kiln|freezer|fridge)|pre-?heated\s+to|soaked\s+at|before(?:hand)?"
    r"|at\s+first|to\s+begin\s+with|in\s+equilibrium)"
    + _LINK
    + r"|(?<![A-Za-z])T_?(?:[0oi]|init\w*|start)\s*(?:=|is|:)\s*$"
    r"|(?<![A-Za-z])T\s*\(\s*(?:x\s*,\s*)?(?:t\s*=\s*)?0\s*\)\s*=\s*$"
    r"|(?:初始|起始|开始|最初|原本|原来|起初|初温|整体|整根|整块|整个[\u4e00-\u9fff]{0,3}|全部|一开始|原先"
    r"|预热|出炉"
    r"|原始|均匀|(?<!温差)从|(?<!理)由|t\s*=\s*0)[^,.;。]{0,6}?" + _CHINESE_LINK + ")",
    FLAGS,
)
INITIAL_AFTER = re.compile(
    r"\s*\)?\s*(?:(?:inside|indoors|in\s+it|in\s+the\s+room)\s+)?(?:initially(?!\s*(?:at\s*|:\s*)?[-+]?\d)"
    r"|at\s+(?:first|the\s+(?:start|beginning)|t\s*=\s*0)|throughout|to\s+(?:start"
    r"|begin)(?:\s+with)?|everywhere\s+(?:at|initially)"
    r"|(?:initial|starting)\s+temp|beforehand|uniform(?:ly)?(?:\s+initial)?)|\s*(?:的)?(?:均匀)?(?:初始|初温"
    r"|起始|出炉|均匀温度|开始)(?!\s*(?:的)?(?:温度|时)?\s*(?:为|是|:|=)?\s*[-+]?\d)|\s*(?:→|->|=>)"
    r"|\s+(?:hot\s+)?(?:oven|furnace|kiln|freezer|fridge)s?\s+(?:in)?to\b",
    FLAGS,
)
_FLUID = (
    r"(?:ambient|room|surround\w*|environment(?:al)?|atmosphere|outside|outdoors?|inlet|indoors?"
    r"|free[\s-]?stream"
    r"|bulk"
    r"|air|water|oil|fluid|coolant|liquid|drinks?|tea|coffee|juice|soup|milk|gas(?:es)?|steam|glycol|brine"
    r"|bath|ovens?|furnaces?|kiln|freezers?"
    r"|fridges?|refrigerators?"
    r"|fans?|breeze|wind|space|weather|(?:a|the|my|an?\s+\w+)\s+room|room\s+air)"
)
_STOPS = (
    r"heat|held|kept|keep|hold|maintain|end|side|edge|face|rod|bar|plate|block|wire|initial|start|base|chip"
    r"|surface|wall|top|bottom|left|right|tip|spot|flame|centre|center|middle|body|slab|sheet|fin|cube|pipe"
    r"|reach|drop"
)
AMBIENT_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z]){_FLUID}(?![A-Za-z])(?:(?!(?<![A-Za-z])(?:{_STOPS}))[^,;.!?\d,。、]|,\s*(?=T|h\s*=)"
    rf"|(?<=h\s=)\d|(?<=h=)\d){{0,28}}$"
    r"|(?<![A-Za-z])(?:T_?(?:inf\w*|∞|amb\w*|a|air|env|f|fluid|s(?:ur\w*)))\s*(?:=|is|:)\s*$|T\s*∞\s*=\s*$"
    rf"|(?:环境|周围(?!边|壁|表面)|外界|四周(?!边|侧|壁|表面|端|的?边?(?:均|都)?(?:固定|保持|维持|恒))"
    rf"|[室户屋窗]外|外面|[室屋房](?:内|间"
    rf"|里)?(?:空气|温度)|空气|室温|流体"
    rf"|冷却[水液]|(?<![冰沸开])水|油|气体?|介质|冷却剂|来流"
    r"|进风|进口|入口|风|蒸汽|烟气|烤箱|烘箱|冰箱|冷库|炉[内膛子]|浴|工质|大气|外部"
    r"|气温)[^,.;。\d左右上下端两侧面初起加保固维恒]{0,6}?" + _CHINESE_LINK + ")",
    FLAGS,
)
OUTSIDE_SURFACE = re.compile(
    r"(?<![A-Za-z])(?:outside|outdoors?)(?:\s+(?:is|at|of|=))*\s*$|(?:外面|管外|外部|外侧)(?:温度)?(?:为|是"
    r"|在|保持|:|=)*\s*$",
    FLAGS,
)
"""Of a ring, its surface; of anything else, what is around it."""
AMBIENT_AFTER = re.compile(
    r"\s*\)?\s*(?:(?:still|moving|ambient|room|hot|cold|warm|cool|flowing|forced|outdoor|outside|indoor"
    r"|quiescent|calm|stirred|running"
    r"|tap|cooling|surrounding|dry|fresh|circulating|engine|thermal|inside|flue|exhaust|salt|sea)[\s-]+)*"
    r"(?:(?!in|with|by|and|to|of|the|for|from|into|on|at|or|while|under)[a-z]+[\s-]+)?"
    r"(?:air(?!\s*(?:gap|layer))|ambient|surroundings?|environment|room|water(?!\s*ice)|coolant|oil|fluid"
    r"|liquid|drinks?|tea|coffee|juice|soup|milk|gas|steam|glycol|brine|oven|furnace"
    r"|freezer|atmosphere|outside|outdoors?|breeze)(?![A-Za-z])"
    r"(?!\s*(?:temperature)?\s*(?:at|of|is|=|:)?\s*\(?-?\d)"
    r"|\s*(?:的|℃的)?(?:静止|流动|循环|室内|室外|热|冷|温|暖|常温|高温|恒温|冷却|环境|大气|淬火|导热|饱和"
    r"|自来)*(?:的)?"
    r"(?:空气|环境|室温|房间|气流|水(?!平|泥|银|袋|器|瓶|管)|油|风|茶|汤|咖啡|饮料|蒸汽|水蒸气|流体|介质|液体"
    r"|气体|烤箱|烘箱|冰箱|炉)"
    r"(?!\s*(?:温度?)?(?:为|是|=|:)?\s*\d)",
    FLAGS,
)
ROOM = words(
    r"(?:at|from|of|initially)\s+(?:the\s+)?room[\s-]?temp(?:erature)?|room[\s-]temperature(?=\s+\w+)",
    r"(?:初始|从|由|开始|处于|在)?[^,;]{0,4}(?:室温|常温)",
)
ROOM_SHAPE_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:(?:room|bedroom|office|kitchen|house|flat|apartment|hall|cabin|garage|studio|inside"
    r"|indoors?|air\s+in\s+the\s+room)"
    r"(?![A-Za-z])(?!\s+outside)[^,;.!?\d]{0,24}|(?:room|indoor|inside)\s+air[^,;.!?\d]{0,16})$"
    r"|(?:房间|室[内温里]|屋[里内子]|办公室|卧室|教室|客厅|宿舍|机房|屋)[^,.;。\d外]{0,10}$",
    FLAGS,
)
BODY_NEXT = re.compile(
    r"\s+(?!(?:\w+\s+)?(?:hot|cold|heating|heater|cooling|heated)[\s-]?plates?)(?:hot\s+"
    r"|cold\s+)?(?:[a-z]+\s+){0,2}?(?:rods?|bars?|plates?|wires?|blocks?|sheets?|slabs?|balls?"
    r"|spheres?|cubes?|ingots?"
    r"|cylinders?|beams?|rings?|pipes?|fins?|body|discs?|disks?)(?![A-Za-z])"
    r"|\s*的(?!加?热板|暖气|加热|热源|恒温|电热|烙铁|热台|铜?板?[左右上下])[\u4e00-\u9fff]{0,4}(?:棒|杆|板"
    r"|块|片|丝|球|环|管|锭|体|条|砖|铁|钢"
    r"|铜|铝)",
    FLAGS,
)
_BODY = (
    r"(?:rods?|bars?|plates?|wires?|blocks?|sheets?|slabs?|balls?|spheres?|cubes?|ingots?|cylinders?|beams?"
    r"|body|discs?|disks?|bolts?|castings?"
    r"|billets?|pans?|mugs?)"
)
BODY_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?<!hot )(?<!hot-)(?<!heating ){_BODY}\s+(?:is\s+|was\s+|that\s+is\s+)?(?:hot\s+)?(?:at"
    rf"|of|is|was)\s+(?:about\s+"
    rf"|around\s+|a\s+temperature\s+of\s+)?$"
    r"|(?:棒|杆|(?<!热)板|块|丝|球|锭|体|条)(?:的)?(?:温度|表面温度)?(?:为|是|有|原为|处于|在)?\s*[(]?\s*$",
    FLAGS,
)
HOT_BODY_BEFORE = re.compile(
    rf"(?<![A-Za-z])hot\s+(?!plate)(?:\w+\s+){{0,2}}?{_BODY}\s*[,(]?\s*(?:at|of)?\s*$", FLAGS
)
PLACE_IN_CLAUSE = re.compile(
    r"(?<![A-Za-z])(?:base|end|side|edge|face|left|right|top|bottom|tip|onto|on|against|under|touch\w*"
    r"|attached|bolted|next)"
    r"(?![A-Za-z])[^,;.。]*$|(?:端|侧|面|边|底部|顶部|中心|中间|放在|置于|贴着|靠着)[^,;。]*$",
    FLAGS,
)
"""A place, or another body, that a temperature right after a body's name may be about."""
PLACE_JUST_BEFORE = re.compile(
    r"[端侧边面头心间部](?:温度)?\s*(?:加热|保持|维持|恒温|为|是|在|到|至)*\s*$"
    r"|(?:end|side|edge|face|at|to)\s*$|[CKF度]\s*(?:和|与|及|and)\s*$|(?:[在入进于到着]|接触)\s*$",
    FLAGS,
)
NOT_ACTING_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:(?:melt\w*|boil\w*|soft\w*|flash|dew|curie|ignition|glass\s+transition|failure"
    r"|rated)"
    r"\s+(?:points?|temperatures?|temp\.?)|melts?|softens?|limit(?:ed|s)?|not\s+(?:to\s+)?exceed\w*|exceeds?"
    r"|at\s+most"
    r"|max(?:imum)?\.?(?:\s+(?:allowed|allowable|junction|case|surface))?(?:\s+temp\w*)?"
    r"|(?:keep|stays?|remain|be|is|kept)\s+(?:\w+\s+)?(?:below|under)"
    r"|temperature\s+(?:difference|drop|rise|gradient)|difference|ΔT|delta\s*T"
    r"|(?:properties|property|conductivity|valid|measured|evaluated)(?:\s+\w+)?\s+at)"
    + _LINK
    + r"|(?:how\s+(?:long|soon|quickly|fast|much\s+time)|when\s+(?:does|do|will|is|would)|time\s+(?:to|for)"
    r"|(?:until|till)\s+(?:the\s+)?(?:far|other|opposite|tip|right|cold|whole|end|middle|cent\w+|surface"
    r"|top))"
    r"[^,;.?!]{0,60}$"
    r"|(?:熔点|沸点|凝固点|软化点|露点|燃点|最高|上限|不超过|不能超过|不得超过|低于|高于|超过|温差|温升|ΔT"
    r"|限制)[^,;。\d]{0,8}$"
    r"|(?:多久|多长时间|何时|什么时候|直到|直至)[^,;。\d]{0,16}$)",
    FLAGS,
)
"""A melting point, a limit, what something is to reach: nothing is held at it."""
NOT_ACTING_AFTER = re.compile(
    r"\s*(?:or\s+(?:less|below)|max\b|(?:higher|lower|hotter|colder|warmer|cooler)\b|difference|limit|rise\b"
    r"|drop\b)"
    r"|\s*(?:以[下上内]|的?温差|需要?多|要多久)",
    FLAGS,
)
