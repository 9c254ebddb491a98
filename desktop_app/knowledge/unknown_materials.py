"""Names of materials the table does not have, so that nothing near them is taken in their place."""

from __future__ import annotations

import re

from desktop_app.knowledge.patterns import FLAGS, words

_METALS = r"(?:copper|silver|gold|iron|alumini?um|steel|tin|lead|zinc|nickel|glass|brass|bronze|chrome)"

NOT_A_MATERIAL = words(
    rf"{_METALS}[\s-]*(?:plated|plating|coat(?:ed|ing)|clad|colou?r(?:ed|s)?|coloured|like"
    rf"|tinted)|soldering[\s-]irons?|clothes[\s-]irons?"
    r"|curling[\s-]irons?|ice[\s-]?(?:cold\s+)?(?:water|bath)|dry[\s-]ice|ice[\s-]cold"
    r"|gold(?:en)?\s+(?:light|glow)|(?:air|water)[\s-]cool(?:ed|ing)"
    r"|wood(?:en)?\s+(?:table|bench|desk|floor|stand)|glass(?:es)?\s+of"
    r"|brick\s+wall\s+background|silver\s+lining"
    r"|copper[\s-](?:tone|red)|lead(?=\s+(?:to|from|the|into|on|up|away|me|us))|on\s+ice"
    r"|(?:steel|iron|brass)\s+(?:clamp|vice|tongs|holder)s?",
    r"镀[铜银金锌镍铬锡]|[铜银金铁]色|电烙铁|烙铁|电熨斗|冰水|干冰|冰冷|冰浴|水冷|风冷"
    r"|金属|资金|基金|银行|银河|现金|金色|银色|铁路|地铁|木桌|冰凉|金黄",
)

OTHER_COMPOUND_AFTER = re.compile(
    r"[\s-]+(?:oxide|nitride|carbide|chloride|sul(?:f|ph)ide|alloys?|wool|fib(?:er|re)s?"
    r"|powder|foam|fabric|ceramic|composite|rubber)(?![A-Za-z])"
    r"|合金|粉末?|棉|纤维|泡沫|绒|陶瓷",
    FLAGS,
)

OTHER_COMPOUND_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:cast|wrought|ductile|beryllium|phosphor|tungsten|rose|white"
    r"|liquid|bulletproof|tool|spring|high[\s-]carbon)[\s-]+)$"
    r"|(?:氧化|氮化|碳化|氯化|硫化|硫酸|球墨铸|铸|白|铍|磷|锆|生|熟|水|秘|振|玫瑰|工具"
    r"|弹簧|轴承|高碳|中碳|高速|合金|耐热|硬质?|泡沫|钢化|有机|塑料|人造|软|硼硅酸盐)$",
    FLAGS,
)

OTHER_GRADE_BEFORE = re.compile(r"(?<![0-9A-Za-z.])[1-8][0-9]{3}(?:[\s-]*[TH][0-9]+)?[\s-]*$", FLAGS)
"""A four-digit series number before a name for aluminium, such as 7075."""
OTHER_GRADE_AFTER = re.compile(
    r"(?:合金)?[\s-]*[1-8][0-9]{3}(?:-?[TH][0-9]+)?(?=\s*(?:$|[,.;)，。；、]|[A-Za-z]{3}|[\u4e00-\u9fff]))",
    FLAGS,
)
OTHER_CARBON_BEFORE = re.compile(r"(?:(?<![A-Za-z])(?:high|medium)[\s-]+|[高中])$", FLAGS)
"""More carbon than the table's carbon steel has."""

_SHAPE_WORD = (
    r"(?:rods?|bars?|wires?|plates?|sheets?|slabs?|foils?|panels?|blocks?|cubes?"
    r"|cylinders?|fins?|rings?|pipes?|tubes?|heat\s?sinks?|brackets?)"
)
_BEFORE_SHAPE = re.compile(
    rf"(?<![A-Za-z0-9-])([A-Za-z][A-Za-z-]{{2,30}})\s+{_SHAPE_WORD}(?![A-Za-z])", FLAGS
)
_MADE_OF = re.compile(
    rf"(?:made\s+(?:out\s+)?(?:of|from)|(?<![A-Za-z]){_SHAPE_WORD}\s+of)\s+(?:(?:pure|solid"
    rf"|an?|the)\s+)*([A-Za-z][A-Za-z-]{{2,30}})",
    FLAGS,
)
_GENERIC = words(
    r"plastics?|ceramics?|alloys?|graphite|graphene|polymers?|composites?|epoxy|resin"
    r"|nylon|acrylic|carbon\s+fib(?:er|re)|silicone|porcelain|marble"
    r"|stone|clay|cork|leather|wax|bamboo|mercury|lithium|sodium|uranium|cobalt|chromium"
    r"|invar|inconel|constantan|polycarbonate|PEEK|beryllia",
    r"塑料|陶瓷|合金|石墨烯?|聚合物|复合材料|环氧树脂|树脂|尼龙|亚克力|碳纤维|硅橡胶"
    r"|大理石|石头|黏土|软木|皮革|竹子|水银|锂|钠|铀|钴|铬|因瓦|聚碳酸酯",
)

_MODIFIERS = frozenset(
    """
    cpu gpu chip led processor computer laptop electronics device server power motor engine phone battery
    a an the this that one two three each both same whole entire single simple plain solid hollow metal
    metallic long short thin thick small large big tiny huge little great round square flat straight
    curved bent circular rectangular cylindrical cubic hexagonal uniform homogeneous isotropic
    horizontal vertical upright left right top bottom upper lower middle central hot cold warm cool
    cooler hotter warmer insulated bare naked new old clean polished shiny dull dark bright black white
    red blue green grey gray orange yellow glowing heated cooled heating cooling finite infinite
    semi-infinite slender narrow wide tall deep fine heavy light lightweight flexible rigid smooth rough
    other another second first third last outer inner upper thermal heat conductive conducting
    conduction long-thin my our your its their his her some any every infrared beautiful nice good
    different identical similar two-dimensional one-dimensional pure longer shorter thinner thicker
    larger smaller half double ordinary typical standard common basic test sample example model of in
    with and or for from along across through by between into onto at on to is are was near around
    inside outside per like over under within without burning elastic massive oven candle flame fire
    still moving vertical-standing lying standing level entire such which where when hexagon triangular
    tapered stepped rotating unheated stacked touching base source sink laser cut about initially cm mm
    meter metre square-shaped edge corner end side face surface equal draw show make create generate
    animate simulate calculate compute plot picture photo image video clip animation realistic natural
    scientific technical engineering industrial electric electrical electronic machined
    """.split()  # noqa: SIM905
)
_NOT_MATERIAL_ENDING = re.compile(
    r"(?:ed|ing|ful|ous|less|able|ible|ive|ly|est|ish|wise|shaped|sized|long|thick|wide|diameter)$", FLAGS
)

_CHINESE_SHAPE = r"(?:棒|杆|圆柱|板|薄片|块|管|环|翅片|散热器|散热片|立方体|导线|丝)"
_CLASSIFIED = re.compile(
    rf"(?:[一两二三这那几]\s?[根块片个条段张支只]"
    rf"|[毫厘]?米[长厚宽]?的?)\s*([\u4e00-\u9fff]{{1,5}}?){_CHINESE_SHAPE}"
)
_MADE_OF_CHINESE = re.compile(
    r"([\u4e00-\u9fff]{2,5}?)(?:做的|制的|材质的)(?![\u4e00-\u9fff]{0,4}(?:实验|试验))|(?:由|用)([\u4e00-\u9fff]{1,5}?)(?:制成|制作|做成|做的|制的)|(?:材质|材料)(?:为|是"
    r"|:)\s*([\u4e00-\u9fff]{1,5})"
)
_CHINESE_MODIFIERS = re.compile(
    r"金属|细长|长方形?|矩形|正方形?|圆形?|方形?|均匀|实心|空心|水平|竖直|垂直|直|长|短|粗"
    r"|细|薄|厚|大|小|热|冷|平|纯|导热|散热|普通|红热|炽热|的|厘米|毫米|米|左|右|上|下|端"
    r"|侧|边|中间"
    r"|有限长|无限长|半无限|均质|各向同性|一维|二维|加热|受热|冷却|绝热|传热|这根|根|块|片"
    r"|同样|相同|完整|简单"
)


def unknown_material(text: str) -> str | None:
    """The name of a material in a prompt that names none of the table, or None if it names none at all."""
    generic = _GENERIC.search(text)
    if generic is not None:
        return generic[0]
    for pattern in (_MADE_OF, _BEFORE_SHAPE):
        for match in pattern.finditer(text):
            if _may_be_material(match[1]):
                return match[1]
    for pattern in (_MADE_OF_CHINESE, _CLASSIFIED):
        for match in pattern.finditer(text):
            name = _CHINESE_MODIFIERS.sub("", next(group for group in match.groups() if group))
            if name:
                return name
    return None


def _may_be_material(word: str) -> bool:
    return word.lower() not in _MODIFIERS and not _NOT_MATERIAL_ENDING.search(word)
