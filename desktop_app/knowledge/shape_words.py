"""The words for shapes, the most particular first."""

from __future__ import annotations

import re

from desktop_app.domain.concept import Shape
from desktop_app.knowledge.patterns import words

NOT_THE_BODY = words(
    r"hot[\s-]?plates?|heating\s+plates?|heater\s+plates?|cold[\s-]?plates?|stove\s*tops?|pin[\s-]?points?"
    r"|room[\s-]?(?:temperatures?|temp\.?|air)|ice[\s-]?(?:cold\s+)?water|ice\s+bath|dry\s+ice|candle\s*sticks?"
    r"|(?:colou?r|scale|temperature)\s+bars?|(?:sketch|story)\s*boards?|on\s*board|burning\s+sticks?"
    r"|match\s*sticks?|fire\s*places?|infrared|[\d.]+\s*bars?|heat\s*pipes?|contact\s+(?:resistance|conductance)"
    r"|thermal\s+contact\s+\w+|thin\s+film|heater\s+(?:rods?|cartridges?|blocks?|wires?|pads?|strips?)|cartridge"
    r"|insulat\w+\s+(?:layers?|panels?|sheets?|walls?)|boundary\s+layers?|air\s+layers?|tank\s+walls?"
    r"|along\s+the\s+wall|(?:inner|outer|inside|outside|inward|left|right)\s+walls?|walls?\s+thick(?:ness)?"
    r"|(?:ID|OD)\b|test\s+tubes?|finned?\s+(?:area|efficiency)|fin\s+efficiency|sticks?\s+(?:to|out)|pinned"
    r"|(?:on|onto|off)\s+(?:an?|the)\s+floor|floor\s+(?:area|space|heating)|[0-9]+(?:st|nd|rd|th)\s+floor"
    r"|bars?\s+(?:chart|graph)|block\s+diagram|ringing|boiler\s*plate|plated"
    r"|(?:connected|attached|clamped|fixed|fastened|next|joined)\s+to\s+an?\s+(?:[\w°]+\s+){0,4}?(?:pipes?|tubes?)",
    r"热板|加热板|电热板|冷板|加热环|加热棒|加热块|加热片|加热丝|室温|室内温度|室内(?:静止)?空气|冰水|干冰|冰冷"
    r"|色条|板书|环境|循环|条件|一条|两条|几条|线性|曲线|直线|线条|红外线|光线|结构|块状温度|接触热(?:阻|导)|边界层"
    r"|内外?壁|外壁|管壁|左壁|右壁|壁面|壁厚|环保|条纹|条形图|片刻|照片|图片|视频|片段|短片|动画片|发热片|名片"
    r"|[接连]着?[^，。,.;；]{0,8}管|影片|板块|管理|不管|尽管|保温层|空气层|这一层|模块|棒极了|环绕|杆秤|圆心|换热器",
)
"""Words that hold a shape's name and are none."""

CLASSIFIER = re.compile(r"[一二两三四五六七八几这那每]\s?[块片条张根个只段支](?![冰])|单[块片]|各[块片]")

TWO_BODIES = words(
    r"(?:two|2|pair\s+of|both)\s+(?:\w+\s+){0,3}?(?:blocks?|bars?|rods?|bodies|plates?|cubes?|cylinders?"
    r"|pieces?|slabs?|halves|parts)|each\s+other|one\s+another",
    r"[两二2]\s?[个块根片段]|相互|互相|彼此|对接",
)
CONTACT = words(
    r"(?:in|into|thermal|perfect|tight|good|close|imperfect|intimate|direct)\s+(?:thermal\s+)?contact"
    r"|contact\s+between|contact(?:s|ing)?(?=\s+(?:an?|the|another)\b)|touch(?:es|ing|ed)?"
    r"|press(?:ed|ing)?\s+(?:\w+\s+){0,3}?(?:against|together|onto|to)|clamped\s+together|butt(?:ed|s|ing)?"
    r"|(?:joined|welded|soldered|brazed|bonded|glued|bolted|attached|pushed|screwed|placed)\s+(?:\w+\s+){0,3}?"
    r"(?:end[\s-]to[\s-]end|together|against)|end[\s-]to[\s-]end|face[\s-]to[\s-]face|side[\s-]by[\s-]side"
    r"|welded|(?:soldered|brazed|bonded|bolted|clamped|screwed|glued)\s+(?:on)?to|against|contact",
    r"接触|贴合|紧贴|贴在一起|对接|焊接在一起|压在一起|靠在一起|拼接|相接|端面相连|焊在一起|串联|串接|连接在一起|碰在一起|相贴",
)
CONTACT_VALUE = words(
    r"(?:thermal\s+)?contact\s+(?:thermal\s+)?(?:resistance|conductance)|interface\s+(?:resistance|conductance)",
    r"接触热阻|接触热导|界面热阻",
)
FIN_COUNT = words(r"finned|fins?", r"翅片|鳍片|鳍|肋片|[0-9]\s*[片个]散热片")

LAYERED = words(
    r"stacks?|stacked|stack[\s-]?up|layers?|layered|laminates?d?|sandwich(?:ed)?|multi-?layer(?:ed)?"
    r"|build[\s-]?up|(?:two|three|four|five|double|triple)[\s-](?:layer|ply)|from\s+(?:the\s+)?bottom\s+(?:to"
    r"|up)|from\s+below(?=\s*:)|bottom\s+to\s+top|from\s+(?:the\s+)?top\s+(?:to\s+(?:the\s+)?bottom|down)"
    r"|top\s+to\s+bottom|on\s+top\s+of",
    r"叠层|多层|双层|[两二三四五六]层|夹层|层叠|堆叠|叠放|叠在|叠成|叠加|叠起|叠合|复合板|复合墙|复合结构|层压"
    r"|自下而上|自下往上|从下到上|从下往上|由下而上|由下至上|从上到下|从上往下|自上而下|由上至下|上层|下层"
    r"|三明治|覆铜",
)

L_BRACKET = words(
    r"L[\s-]?(?:brackets?|shaped?(?:\s+\w+)?|profiles?|sections?|angles?)|(?:steel|alumini?um|iron|brass|copper)\s+angles?|angle\s+(?:brackets?|irons?"
    r"|profiles?)|brackets?|L\s+shape",
    r"(?<![A-Za-z])[Ll]\s?[-–]?\s?[形型字]|角铁|角钢|角铝|角码|角形支架|支架|直角支架",
)
ICE_BLOCK = words(
    r"ice\s*(?:block|cube)s?|(?:block|cube|chunk|lump|piece)s?\s+of\s+ice",
    r"冰块|冰砖|方冰|[一这那]块冰|冰立方",
)
RING = words(
    r"rings?|annul(?:us|i|ar)|pipes?|tubes?|tubing|washers?|bush(?:ing)?s?|hollow\s+cylinders?"
    r"|sleeves?|duct\s+wall",
    r"圆环|环形|环状|[铜铁铝钢银金瓷]环|环(?!氧)|圆管|管道|管子|[铜铝钢铁]管|空心圆柱|圆筒|管|垫圈|套筒",
)
FIN = words(r"fins?", r"翅片|鳍片|肋片|直肋|肋(?=[高长厚宽基])|鳍")
ROD = words(
    r"rods?|bars?|wires?|sticks?|needles?|pins?|cylinders?|shafts?|beams?|strips?|spokes?|skewers?"
    r"|nails?|poles?|filaments?|bolts?",
    r"棒|棍|杆|圆柱|线材|金属丝|导线|[铜铁铝银金钨]丝|丝(?=[直长])|[铜铝银金]线|长条|[铜铝铁钢金]条|条|梁|针|轴|钉",
)
PLATE = words(
    r"plates?|sheets?|slabs?|foils?|panels?|boards?|walls?|PCBs?|wafers?|substrates?|panes?|tiles?"
    r"|dis[ck]s?|windows?|doors?|roofs?|floors?|lids?|planks?|(?:work|counter|table|bench)[\s-]?tops?"
    r"|(?:heat\s+)?spreaders?",
    r"薄板|墙|地板|楼板|平壁|平板|板材|板|薄片|箔|片|薄膜|基片|晶圆|台面|桌面|圆?盘|窗户?|玻璃窗|木门|铁门|屋顶|均热板",
)
BLOCK = words(
    r"blocks?|cubes?|cuboids?|bricks?(?!\s+(?:walls?|houses?|rooms?|slabs?|panels?|rods?|bars?|plates?|tiles?|rings?|pipes?|tubes?|heat[\s-]?sinks?))|ingots?|chunks?|lumps?|billets?",
    r"立方体|正方体|长方体|方块|块体|[铜铝铁钢金银木]块|块|锭|砖块",
)
PARTICULAR: tuple[tuple[Shape, re.Pattern[str]], ...] = (
    ("l_bracket", L_BRACKET),
    ("ice_block", ICE_BLOCK),
    ("ring", RING),
    ("fin", FIN),
)
"""Shapes of one piece that win over those of `PLAIN`, in this order."""
PLAIN: tuple[tuple[Shape, re.Pattern[str]], ...] = (("rod", ROD), ("plate", PLATE), ("block", BLOCK))

HEAT_SINK = words(
    r"heat[\s-]?sinks?|finned\s+\w+(?:\s+(?:sink|plate|base|block|cooler))?|(?:CPU|GPU|LED|passive)\s+cooler",
    r"散热器|散热片|翅片散热|鳍片散热|热沉|散热鳍",
)
ROOM = words(
    r"rooms?|offices?|chambers?|bed\s*rooms?|living\s+rooms?|cabins?|garages?|apartments?|class\s*rooms?"
    r"|kitchens?|sheds?|greenhouses?|studios?|houses?|homes?|halls?|huts?|tents?|attics?|basements?"
    r"|workshops?|warehouses?|barns?|gyms?|labs?|laborator(?:y|ies)"
    r"|flats?(?=\s*[,.;]|\s+(?:with|is|in|has))",
    r"房间|房屋|屋子|屋里|屋内|办公室|机房|卧室|客厅|教室|书房|车库|厨房|温室|小屋|一间屋|公寓|大厅|仓库|室内",
)
WALL = words(r"walls?|windows?|doors?|roofs?|floors?", r"墙|窗|门|屋顶|地板|楼板")
WALL_OF_A_ROOM = words(
    r"walls?\s+(?:of\s+(?:an?|the|my|our|his|her)\s|between|separating|around|facing|that\s+separates)|through\s+(?:the|a)\s+wall|room\s+walls?",
    r"(?:房间|室内|房屋|屋子)的?(?:外|内)?墙(?:壁|体)?的?(?:温度|传热|导热|内)|墙(?:体|壁)?(?:内|的)温度",
)
LONG = words(
    r"rods?|bars?|wires?|beams?|pipes?|tubes?|contact|touch(?:es|ing)|joined|welded|pressed|bolted|clamped"
    r"|against|fins?|brackets?",
    r"棒|杆|丝|管|接触|焊接|翅片|支架|条|紧贴",
)
"""Words of bodies that several thicknesses do not make a stack."""
UPRIGHT = words(
    r"vertical(?:ly)?(?!\s+(?:leg|arm|fin|part|flange))|upright|standing(?:\s+up)?(?!\s+(?:in|on|still))",
    r"竖直(?![臂边腿段])|竖立|竖着|直立|垂直放置|立着",
)
TALL = words(
    r"[0-9.]+\s*-?(?:mm|cm|m|inch(?:es)?|in)\s+(?:tall|high)|(?:height|tall)\s*(?:of|is|=|:)?\s*[0-9]",
    r"高度?\s*[0-9]",
)
ROUND_ROD = words(r"cylinders?|diameter|dia\.?|radius", r"圆柱|直径|半径")
ROUND_PLATE = words(
    r"dis[ck]s?|(?:round|circular)\s+(?:\w+\s+){0,2}?(?:plates?|sheets?|foils?|panels?|windows?)",
    r"圆盘|圆板|圆片|圆形(?:的)?[^,;。]{0,4}?[板片]",
)
RECTANGULAR = words(
    r"(?:square|rectangular)\s+(?:\w+\s+){0,2}(?:bars?|rods?|beams?)|(?:square|rectangular)\s+cross|flat\s+bars?|strips?",
    r"方棒|方杆|方条|扁条|扁钢|矩形(?:截面|棒|杆)|方形截面|正方形截面|方截面",
)
