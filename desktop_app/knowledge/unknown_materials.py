"""Names of materials the table does not have, so that nothing near them is taken in their place."""

from __future__ import annotations

import re

from desktop_app.knowledge.patterns import FLAGS, words

_METALS = r"(?:copper|silver|gold|iron|alumini?um|steel|tin|lead|zinc|nickel|glass|brass|bronze|chrome)"

NOT_A_MATERIAL = words(
    rf"{_METALS}[\s-]*(?:plated|plating|coat(?:ed|ing)|clad(?![\s-](?:alumini|steel))|colou?r(?:ed|s)?|coloured|like"
    rf"|tinted|paint(?:ed|s)?)|painted\s+(?:in\s+)?{_METALS}"
    r"|(?:diamond|brick|ice|wood|sand)[\s-]+(?:shaped?|like(?![\s-]carbon)|patterned|colou?r(?:ed)?|coat(?:ed|ing)|tipped"
    r"|knurled|paint(?:ed)?|red|blue)|(?:steel|iron)[\s-](?:blue|gr[ae]y)|soldering[\s-]irons?|clothes[\s-]irons?"
    r"|curling[\s-]irons?|ice[\s-]?(?:cold\s+)?(?:water|bath)|dry[\s-]ice|ice[\s-]cold"
    r"|gold(?:en)?\s+(?:light|glow)|(?:air|water)[\s-]cool(?:ed|ing)"
    r"|wood(?:en)?\s+(?:table|bench|desk|floor|stand)|glass(?:es)?\s+of"
    r"|brick\s+wall\s+background|silver\s+lining"
    r"|copper[\s-](?:tone|red)|lead(?=\s+(?:to|from|the|into|on|up|away|me|us))|on\s+ice"
    r"|(?:steel|iron|brass)\s+(?:clamp|vice|tongs|holder)s?",
    r"镀[铜银金锌镍铬锡]|[铜银金铁]色|电烙铁|烙铁|电熨斗|冰水|干冰|冰冷|冰浴|水冷|风冷"
    r"|金属|资金|基金|银行|银河|现金|金色|银色|铁路|地铁|木桌|冰凉|金黄|银白|银灰|砖红|铁灰|冰蓝|铁青|钢蓝"
    r"|阳极氧化|(?:涂|刷|喷|漆)成?[铜银金]漆?|[银金铜]漆",
)

_OTHER_ELEMENT = (
    r"lithium|manganese|vanadium|niobium|rhenium|bismuth|antimony|zirconium|beryllium|palladium|rhodium"
    r"|iridium|tantalum|cadmium|arsenic|phosphorus|boron|yttrium"
)
"""Elements the table does not have; beside a name they make an alloy of it."""

OTHER_COMPOUND_AFTER = re.compile(
    r"[\s-]+(?:(?:mon|di|tri|tetr|hydr|per)?o?oxides?"
    r"|(?:nitr|carb|chlor|fluor|brom|iod|sul[fp]h?|bor|silic|phosph|tellur|selen|hydr|arsen)ides?"
    r"|(?:sul[fp]h?|nitr|carbon|phosph|acet|silic|titan|bor|chrom|alumin)ates?"
    r"|alloys?|wool|fib(?:er|re)s?|powder|foam|fabric|ceramic|composite|rubber|ores?|paste|ink|slag|rust"
    rf"|dust|filings|cream|gels?|paints?|{_OTHER_ELEMENT})(?![A-Za-z])"
    r"|合金|粉末?|棉|纤维|泡沫|绒|陶瓷|胶|矿石?|锈|渣|漆|浆|酸|盐|炭|屑|粒|烷|酮|纸|灰|塑|氧体"
    r"|基(?![板座底体部])",
    FLAGS,
)

OTHER_COMPOUND_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:cast|wrought|ductile|malleable|nodular|pig|sponge|beryllium|phosphor|tungsten|rose"
    r"|liquid|bulletproof|tool|spring|high[\s-]carbon|high[\s-]speed|maraging|bearing|duplex|ferritic"
    r"|martensitic|alloy|leaded|naval|admiralty|german|tibetan|sterling|toughened|tempered"
    r"|aluminosilicate|aerated|refractory|silicone|nitrile|butyl|neoprene|EPDM|polyurethane"
    rf"|(?:9|14|18|22)\s?k(?:t|arat)?|925|{_OTHER_ELEMENT})[\s-]+)$"
    r"|(?:[一二三四五]?[氧氮碳氯硫氟溴碘硼硅砷磷]化[亚二三四五]?|[硫硝碳磷铬]酸|球墨铸|铸|铍|磷|锆|锰|钒|锑|铋|钯|生|熟"
    r"|秘|振|玫瑰|工具|弹簧|轴承|高碳|中碳|高速|合金|耐热|硬质?|泡沫|钢化|有机|塑料|人造|软|硼硅酸盐|马口"
    r"|耐火|加气|沥青|丁腈|丁苯|氯丁|三元乙丙|合成|[0-9]+K|925)$",
    FLAGS,
)

OTHER_MATERIAL = words(
    r"wood['’]?s[\s-]metal|diamond[\s-]like[\s-]carbon|water[\s-]glass|tin[\s-]cans?|ice[\s-]?creams?"
    r"|ice[\s-]packs?|fool['’]?s[\s-]gold|wood[\s-]charcoal|paraffin[\s-]oil|(?:red|yellow)[\s-]brass"
    r"|copper[\s-]clad[\s-](?:alumini?um|steel)|sand[\s-]?paper|white[\s-](?:gold|iron|brass|copper|bronze)"
    r"|(?:hard|synthetic)[\s-]rubber|fire[\s-]bricks?|(?:lead|metallic|laminated|cellular|foam)[\s-]glass"
    r"|electrical[\s-]steel|(?:cellular|foam|lightweight|asphalt)[\s-]concrete"
    r"|(?:balsa|beech|maple|walnut|cherry|teak|mahogany|ebony|birch|ash|bamboo|spruce|cedar)[\s-]wood",
    r"金刚砂|石墨烯|木炭|冰淇淋|冰激凌|冰袋|冰糖|锡罐|铜绿|钢丝绒|玻璃钢|水玻璃|硅藻土|硅石|硅砂|硅油|硅橡胶"
    r"|电木|白铜|白铁|康铜|藏银|德银|瓷砖|保温砖|轻质砖|轻质混凝土|(?:微晶|夹层|夹胶|中空)玻璃"
    r"|(?:膨胀|柔性)石墨|(?:[柚榉枫樟檀桦椴红乌轻榆柳楠桐竹]|胡桃)木",
)
"""Materials of names that begin or end with that of another."""

ALLOYED = re.compile(r"[\s-]?|包覆?", FLAGS)
"""What stands between two names that make one: nickel silver, iron-nickel, 硅钢, 铜包铝."""
SEVERAL_BODIES = words(
    r"contact\w*|touch\w*|interfaces?|stack\w*|layer\w*|laminat\w*|composites?|bimetal\w*|join\w*|joints?"
    r"|bonded|brazed|welded|halves|(?:left|right|one|other)\s+half|versus|vs|compar\w+"
    r"|two\s+(?:different\s+)?(?:metals|materials|bars|blocks|bodies|pieces|rods|plates)|fins?|base",
    r"接触|叠|[双两多分三]层|复合|双金属|两[种块根段片个]|比较|对比|界面|之间|焊接|连接|拼接|[左右一]半|翅片|底板",
)
"""Words by which names side by side are of bodies side by side."""

OTHER_STEEL_BEFORE = re.compile(
    r"(?<![0-9A-Za-z.])(?:[1-9][0-9]{3}|[AQ][0-9]{2,3}[A-E]?)[\s-]*$"
    r"|(?<![0-9.])(?:[0-9]{2}号|(?<![长宽高厚径])(?:20|35|45))$",
    FLAGS,
)
"""A number or grade before a name for steel: 4140 steel, Q235钢, 45号钢."""
OTHER_STEEL_AFTER = re.compile(
    r"[\s-]*(?:20[12]|30[1-35-9]|31[0-57-9]|32[0-9]|347|4[0-4][0-9]|904|17-4|[1-9][0-9]{3}|Q[0-9]{3})[A-Z]{0,2}"
    r"(?=\s*(?:$|[,.;)，。；、]|(?!mm|cm|[0-9]|[WKJ](?![a-z]))[A-Za-z]{3}|(?![度毫厘米瓦开秒分小时])[\u4e00-\u9fff]))",
    FLAGS,
)
"""A grade of steel after its name: stainless steel 430, 不锈钢321."""
OTHER_COPPER_ALLOY_BEFORE = re.compile(
    r"(?<![0-9A-Za-z.])(?:[HC][0-9]{2,5}|Q[A-Z][a-z]?[0-9.-]+|[0-9]{2}/[0-9]{2})[\s-]*$", FLAGS
)
OTHER_COPPER_ALLOY_AFTER = re.compile(
    r"[\s-]*(?:[HC][0-9]{2,5}|[0-9]{2}/[0-9]{2})"
    r"(?![0-9A-Za-z]|\s*(?:[mc]?m|in)(?![a-z])|\s*[毫厘米°度])",
    FLAGS,
)
"""A grade of brass, bronze or solder beside its name: H62黄铜, brass C36000, 60/40 solder."""
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
