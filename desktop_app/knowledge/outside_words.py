"""The words for physics beyond conduction, and the phrases that only look like them."""

from __future__ import annotations

import re

from desktop_app.domain.text import Text, say
from desktop_app.knowledge.patterns import words

_BOILS_IN_IT = (
    r"boiling[\s-]+(?:hot[\s-]+)?(?:water|oil)\s+in(?:side)?\s+(?:an?|the|my)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:pot|pan|kettle|saucepan|cauldron|beaker|vessel|mug|cup|boiler|tank)"
)
"""The water is what is asked about, and the body only holds it."""

HARMLESS = words(
    rf"(?:(?<=in\s)|(?<=into\s)|(?<=of\s)|(?<=with\s)|(?!{_BOILS_IN_IT}))boiling[\s-]+(?:hot[\s-]+)?(?:water|oil)"
    r"|boiling\s+(?:points?|temperature)|boiling[\s-]hot"
    r"|condensing\s+steam"
    r"|burning\s+(?:candle|torch|flame|match|gas|fire|stick|lighter|coal|charcoal)\w*"
    r"|burn\w*\s+(?:(?:my|your|his|her|their|our|the|its?|me|you)\s*)?(?:fingers?|hands?|skin|tongue|mouth"
    r"|me|you|myself)(?![A-Za-z])"
    r"|(?:fingers?|hands?)\s+(?:get\w*\s+)?burn\w*|burners?|wind[\s-]?(?:still|less|free)|wind(?:ow|ing"
    r"|shield|mill)s?|freezing\s+cold"
    r"|flow(?:s|ing)?\s+of\s+heat|heat\s+flows?|how\s+(?:the\s+)?heat\s+flows"
    r"|(?:no|without|neglect\w*|ignor\w+|disregard\w*)\s+(?:any\s+|the\s+)?(?:\w+\s+(?:and|or)\s+)?(?:wind"
    r"|boiling|evaporation|condensation|melting|radiation"
    r"|convection|expansion|draughts?|drafts?)(?:\s*(?:,|and|or)\s*(?:wind|boiling|evaporation|melting"
    r"|radiation|convection|expansion))*"
    r"|weld(?:ed|ing)?\s+(?:together|torch(?:es)?|to)|spot[\s-]?welded|friction[\s-]fit\w*|interference\s+fit"
    r"|current(?:ly)?\s+(?:temperature|time|state|design|setup)|(?:a\s+|one\s+|the\s+|single\s+"
    r"|short\s+)(?:\w+\s+){0,2}?pulse(?!d|s)"
    r"|flash\s+(?:light|drive)|heat\s+pipes?\s+(?:none|not)|round[\s-]?robin|bent\s+(?:by|at|into)"
    r"|smoke\s+detector"
    r"|steam\s+(?:pipe|line|at|of|inside|with|heating)|(?:periodic\w*)\s+table|current\s+prompt|cycle\s+path"
    r"|travel\w*\s+along"
    r"|heat\s+(?:moves?|travels?|spreads?|flows?|creeps?)\s+along|mov(?:es"
    r"|ing)\s+(?:slowly\s+)?along\s+the\s+(?:rod|bar|wire)",
    r"沸水|(?<![烧煮])开水|滚水|沸腾的水|燃烧的?(?:火焰|蜡烛|火柴|酒精灯|木炭|炭)|点燃的(?:蜡烛|酒精灯|火柴)|风冷|风扇"
    r"|热风|冷风|热流|热量流动|电烙铁"
    r"|饱和蒸汽(?=.{0,6}[℃°度])|(?:忽略|不考虑|不计|无|没有)(?:热)?(?:对流|辐射|蒸发|热膨胀|变形"
    r"|风)(?:[,和与及]?(?:对流|辐射|蒸发|热膨胀))*"
    r"|焊接在一起|焊在一起|单个?脉冲|脉冲(?:宽度|时[间长]|持续)|热量(?:慢慢|逐渐)?移动|周围|屏风|风格"
    r"|风速(?=.{0,8}(?:h|换热))|点焊在|均热板",
)
"""Phrases with such a word that ask for nothing of the kind."""

TOPICS: tuple[tuple[re.Pattern[str], Text], ...] = (
    (
        words(
            r"boil(?:s|ed|ing)?|evaporat\w+|vapou?ri[sz]\w+|steam(?:s|ing)(?![A-Za-z])|steam(?=\s+(?:ris\w+"
            r"|com\w+|bubbl\w+|escap\w+|engine|turbine))"
            r"|condens\w+|bubbl\w+|dr(?:ies|ying)\s+(?:out|of)|sublim\w+|leidenfrost|distil\w+|humidity"
            r"|moisture|sweat\w*",
            r"沸腾|煮沸|[烧煮](?:开水|水(?!壶))|水[烧煮]开|蒸发|汽化|冷凝|凝结|结露|气泡|冒泡|升华|蒸馏|蒸汽(?:上升|冒|升腾|机)|水汽|变干"
            r"|干燥过程|烘干|晾干|湿度|出汗",
        ),
        say("Boiling, evaporation and condensation are outside heat conduction."),
    ),
    (
        words(
            r"combust\w+|burn(?:s|ed|t|ing)(?:\s+(?:up|down|away))?|explo(?:d|s)\w+|ignit\w+|catch(?:es"
            r"|ing)?\s+fire|on\s+fire|fireworks?"
            r"|wild\s?fires?|campfire(?=.{0,20}(?:smoke|forest|wind))|detonat\w+|smou?lder\w*",
            r"燃烧|爆炸|点燃|着火|起火|爆燃|失火|引燃|烟花|自燃|火灾|发动机气缸",
        ),
        say("Combustion is outside heat conduction."),
    ),
    (
        words(
            r"wind(?:s|y)?|storms?|hurricane\w*|tornado\w*|turbulen\w+|CFD|navier\S*|streamlines?|vort(?:ex"
            r"|ices)|plumes?|smoke|B[eé]nard"
            r"|(?:fluid|liquid|gas|water|air|melt|blood|lava|metal|steam)\s*[\s-](?:flow\s+(?:field|pattern"
            r"|around|over|in\s+a|through\s+a|profile)|motion|circulat\w+|dynamics"
            r"|mechanics|jets?\s+breaking)|velocity\s+(?:profile|field|distribution)|flow\s+(?:field"
            r"|patterns?|lines?|visuali[sz]\w+|separation)"
            r"|convection\s+(?:cells?|currents?|rolls?)|circulating\s+(?:liquid|fluid|currents?)|(?:liquid"
            r"|fluid|oil|water)\s+circulat\w+"
            r"|buoyan\w+|waterfall|ocean\s+currents?|clouds?|weather",
            r"刮风|大风|微风|风吹(?!散热)|风场|流场|湍流|流线|涡流|漩涡|贝纳德|环流|烟雾|冒烟|烟(?=升)"
            r"|速度场|速度分布|流动速度|流速(?:分布|场)|流体(?:流动|力学|运动|动力)"
            r"|气流(?:组织|分布|运动|场)|对流(?:圈|胞|环流)|自然对流(?:流动|流场)|水流(?:运动|流动)|液膜"
            r"|台风|暴风|云(?!图)|岩浆|洋流|通风气流",
        ),
        say(
            "Moving air or liquid is outside heat conduction; only its cooling of a surface can be described."
        ),
    ),
    (
        words(
            r"weld(?:s|ed|ing)?(?:[\s-]+(?:pool|seam|bead|arc|joint|line))?|weld\s*pools?|TIG|MIG"
            r"|electric\s+arcs?|arc\s+(?:furnace|discharge)"
            r"|(?:molten|liquid)\s+metal\s+flow\w*|3D[\s-]?print\w*|additive\s+manufactur\w*"
            r"|laser\s+(?:cutting|ablation|drilling)|ablat\w+",
            r"熔池|焊缝|电弧|氩弧焊|激光焊|电焊|(?<!电烙铁)焊接(?!在|到|好)|3D\s?打印|增材制造|激光(?:切割"
            r"|打孔|烧蚀)|烧蚀",
        ),
        say("Weld pools, arcs and material that is removed or added are outside what is solved here."),
    ),
    (
        words(
            r"(?:moving|travel(?:l)?ing|scanning|sweeping|rotating|orbiting)\s+(?:\w+\s+)?(?:laser|flame"
            r"|torch|source|heat(?:er)?|spot|beam|hot\s+spot|candle|burner)"
            r"|(?:laser|flame|torch|source|heater|spot|beam|burner|candle)\s+(?:that\s+"
            r"|which\s+)?(?:is\s+)?(?:mov(?:es|ing)|travel\w*|scan\w*|sweep\w*|sliding|slides|runs)"
            r"(?!\s+(?:away|off))|rotat(?:es|ing)|spinning|revolving|(?:rod|bar|wire|plate|sheet"
            r"|strip)\s+(?:is\s+)?(?:mov(?:es|ing)|travel\w*|pulled|drawn)"
            r"\s+(?:through|past|along|at\s+\d)",
            r"移动(?:的)?(?:热源|激光|火焰|喷灯|光斑)|(?:激光|火焰|热源|光斑|喷灯)[^,;。]{0,8}(?:扫描|扫过"
            r"|(?<!不)移动(?!开)|来回)|扫描|旋转|转动|自转|边走边",
        ),
        say("Sources and bodies that move are outside what is solved here."),
    ),
    (
        words(
            r"pulsed|pulses|pulsat\w+|periodic\w*|cyclic\w*|cycl(?:es|ing)|sinusoid\w*|oscillat\w+"
            r"|on\s+and\s+off|on[/-]off|duty\s+cycle|PWM"
            r"|alternat(?:es?|ely|ing)|every\s+(?:other\s+)?(?:\d+|few|second|minute)\s*(?:s|sec\w*|min\w*|h"
            r"|hours?)?\s+(?:the\s+|it\s+)?(?:heater|flame|laser|power|is|turns|switch\w*)"
            r"|(?:sin|cos)(?=\s*\()|day\s+and\s+night|diurnal|seasonal\w*",
            r"脉冲|周期性?(?!表)|正弦|余弦|交替|间歇|通断|循环(?:加热|冷却|通断|变化)|忽冷忽热|每隔|振荡"
            r"|波动|昼夜|四季|占空比",
        ),
        say(
            "Heating that comes and goes over and over is outside what is solved here: give one start or end."
        ),
    ),
    (
        words(
            r"joule\s+heat\w*|induction(?:\s+heat\w*)?|induction\s+cook\w*|microwaves?|[0-9.]+\s*(?:A|mA|kA"
            r"|amps?|amperes?)\s+(?:of\s+)?currents?|nuclear"
            r"|radioactiv\w+|(?:chemical|exothermic)\s+reactions?|chemistry|metaboli\w+|self[\s-]heating"
            r"|volumetric\s+(?:heat\w*|source|generation)"
            r"|(?:internal|uniform)\s+heat\s+(?:generation|source)|heat\s+generation\s+(?:rate|of|inside"
            r"|within)|friction(?:al)?|battery|batteries|eddy\s+currents?",
            r"焦耳热|感应加热|电磁炉|微波|摩擦|核反应|放射性|化学反应|放热反应|内热源|体积?热源|自发热|电池"
            r"|涡电流|新陈代谢",
        ),
        say("Heat made inside the body by current, friction or reactions is outside what is solved here."),
    ),
    (
        words(
            r"heat[\s-]?pipes?|vapou?r\s+chambers?|thermosiphons?|thermosyphons?|loop\s+heat",
            r"热管|均温腔|热虹吸|真空腔均热板|VC均热",
        ),
        say("Heat pipes and vapour chambers work by evaporation, which is outside heat conduction."),
    ),
    (
        words(
            r"double[\s-]?(?:glaz\w+|pane(?:d|s)?)|triple[\s-]?(?:glaz\w+|pane(?:d|s)?)|insulating\s+glass"
            r"|(?:air|argon|krypton|gas)[\s-](?:gaps?|cavit(?:y|ies)|layers?|spaces?)"
            r"|[0-9]\s*mm\s+(?:of\s+)?(?:still\s+)?(?:air|argon)(?!\s*(?:flow|temp))",
            r"[双三]层(?:中空)?玻璃|中空玻璃|[双三]玻|(?:空气|氩气|气体)(?:夹?层|间隙|腔)|[0-9]\s*(?:mm|毫米)的?(?:空气|氩气)",
        ),
        say("A gap filled with gas carries heat by moving gas and by radiation, which is not solved here."),
    ),
    (
        words(
            r"peltier\w*|thermo[\s-]?electric\w*|seebeck|TECs?|thermocouple\s+voltage",
            r"热电(?!偶)|半导体制冷|帕尔贴|珀尔帖|温差发电",
        ),
        say("Thermoelectric effects are outside heat conduction."),
    ),
    (
        words(
            r"thermal\s+(?:stress\w*|expansion|shock)|expands?|warp(?:s|ed|ing)?|deform\w*|crack(?:s|ed"
            r"|ing)?|bend(?:s|ing)|buckl\w+|stress\s+(?:field|distribution)",
            r"热应力|热膨胀|热胀冷缩|变形|翘曲|开裂|应力|弯曲变形",
        ),
        say("Thermal stress and expansion are outside heat conduction."),
    ),
)
"""What is outside whatever else a prompt says."""

NEEDS_A_NUMBER: tuple[tuple[re.Pattern[str], Text], ...] = (
    (
        words(
            r"(?:heat|warm)(?:ed|s|ing)?\s+(?:\w+\s+)?(?:by|with|from|through)\s+(?:\w+\s+){0,2}?radiation"
            r"|radiant(?:ly)?\s+heat\w*|solar\s+radiation|sunlight|sunshine|in\s+the\s+sun"
            r"|radiation\s+(?:from|of)\s+(?:the\s+|an?\s+)?(?:sun|fire|furnace|lamp)",
            r"(?:太阳|红外|受|被)(?:热)?辐射|辐射(?:加热|热源)|太阳(?:晒|照|光)|晒|日照|阳光",
        ),
        say("Heating by radiation is solved only where its flux is given, in W/m²."),
    ),
    (
        words(
            r"electric(?:al)?\s+currents?|amperes?|amps|volts?|(?<!-)[0-9.]+\s*V(?:DC|AC)?",
            r"电流(?!表)|通电|伏特|安培|电压",
        ),
        say("Heat made by an electric current is solved only where its power is given, in W."),
    ),
)
"""What is a source like any other once its power or flux is given."""
