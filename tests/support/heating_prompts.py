"""Prompts as people write them, each with what is done to the body: where, kind, value, surroundings, end."""

# ruff: noqa: E501  (a table: one prompt a line)

from __future__ import annotations

from typing import NamedTuple


class Done(NamedTuple):
    """One thing done to a body: temperatures in °C, powers in W, fluxes in W/m², h in W/(m²·K), times in s.

    What is None is not stated, and not compared.
    """

    where: str
    kind: str
    value: float | None = None
    ambient: float | None = None
    until: float | None = None


HEATING: tuple[tuple[str, tuple[Done, ...]], ...] = (
    # homework
    (
        "A long steel rod has its left end at 100 °C and its right end insulated.",
        (Done("left", "temperature", 100),),
    ),
    (
        "An aluminium rod of length 30 cm: left end 200 °C, right end 50 °C, initial temperature 25 °C.",
        (Done("left", "temperature", 200), Done("right", "temperature", 50)),
    ),
    (
        "One end of a copper bar is maintained at 100°C while the other end is maintained at 0°C.",
        (Done("left", "temperature", 100), Done("right", "temperature", 0)),
    ),
    (
        "Both ends of a brass rod are kept at 0 °C, the rod starts at 80 °C.",
        (Done("both_ends", "temperature", 0),),
    ),
    (
        "The ends of an iron bar are kept at 20 °C and 150 °C.",
        (Done("left", "temperature", 20), Done("right", "temperature", 150)),
    ),
    (
        "A plane wall of concrete 15 cm thick has its left surface at 25 °C; its right surface loses heat by convection to air at -5 °C with h = 20 W/m²K.",
        (Done("left", "temperature", 25), Done("right", "convection", 20, -5)),
    ),
    (
        "A glass window pane 6 mm thick. Inside air 22 °C, h = 8 W/(m²·K). Outside air −8 °C, h = 25 W/(m²·K).",
        (Done("left", "convection", 8, 22), Done("right", "convection", 25, -8)),
    ),
    (
        "A copper plate initially at 25 °C is suddenly exposed on its top surface to a heat flux of 50 kW/m² while the bottom is insulated.",
        (Done("top", "flux", 50e3),),
    ),
    (
        "A block of aluminium, 10 cm cube, initially at 200 °C, is plunged into water at 15 °C with h = 400 W/(m² K).",
        (Done("all_around", "convection", 400, 15),),
    ),
    (
        "A steel ball bearing block at 850 °C is quenched in oil at 40 °C, h=300.",
        (Done("all_around", "convection", 300, 40),),
    ),
    (
        "Slab of stainless steel: left face 300 K, right face exposed to a fluid at 350 K, h = 100 W/m2K",
        (Done("left", "temperature", 26.85), Done("right", "convection", 100, 76.85)),
    ),
    (
        "A pin fin of copper, 5 mm diameter, 10 cm long; base 120 °C, surrounding air 25 °C, h=15 W/m²K, adiabatic tip.",
        (Done("base", "temperature", 120), Done("all_around", "convection", 15, 25)),
    ),
    (
        "The base of an aluminium fin is 100 °C, the ambient is 20 °C and the heat transfer coefficient is 40 W/m²K.",
        (Done("base", "temperature", 100), Done("all_around", "convection", 40, 20)),
    ),
    (
        "A copper cylinder rod absorbs 2 W/cm² at its left end. The right end is held at 300 K.",
        (Done("left", "flux", 2e4), Done("right", "temperature", 26.85)),
    ),
    (
        "Two-dimensional plate of steel: top edge 100 °C, other three edges 0 °C.",
        (Done("top", "temperature", 100), Done("all_around", "temperature", 0)),
    ),
    (
        "A square aluminium plate: left edge 400 K, right edge 300 K, top and bottom insulated.",
        (Done("left", "temperature", 126.85), Done("right", "temperature", 26.85)),
    ),
    (
        "A square copper plate with left edge at 80 °C, bottom edge at 20 °C, the other edges insulated",
        (Done("left", "temperature", 80), Done("bottom", "temperature", 20)),
    ),
    (
        "The left side of a brick wall is heated by 500 W/m2, its right side is in contact with air at 10 °C (h = 12 W/m2K).",
        (Done("left", "flux", 500), Done("right", "convection", 12, 10)),
    ),
    (
        "iron bar, x=0 at 500 K (left end), right end loses heat to surroundings at 300 K with h = 50",
        (Done("left", "temperature", 226.85), Done("right", "convection", 50, 26.85)),
    ),
    (
        "A stainless pipe carries steam at 150 °C (h = 5000 W/m²K); the outer surface is insulated.",
        (Done("inside", "convection", 5000, 150),),
    ),
    (
        "Copper pipe, inner diameter 20 mm, outer diameter 24 mm, inner surface at 90 °C, outer surface in still air at 20 °C",
        (Done("inside", "temperature", 90), Done("all_around", "convection", None, 20)),
    ),
    (
        "A PVC pipe with cold water at 5 °C flowing through it, the outside is in air at 30 °C.",
        (Done("inside", "convection", None, 5), Done("all_around", "convection", None, 30)),
    ),
    (
        "Steel ring heated on the outside by a flame, water at 20 °C inside",
        (Done("all_around", "flame"), Done("inside", "convection", None, 20)),
    ),
    (
        "Aluminium ring, outer rim held at 150 °C, inner rim held at 30 °C",
        (Done("all_around", "temperature", 150), Done("inside", "temperature", 30)),
    ),
    # forum and chat
    ("hey, what happens if I hold one end of a copper wire over a candle?", (Done("left", "flame"),)),
    (
        "if i put a steel spoon in hot tea which end gets hot? just show a steel rod with the left end at 80C",
        (Done("left", "temperature", 80),),
    ),
    (
        "I have an aluminium heatsink with 12 fins on a 30W LED. No fan. Room is 25 °C.",
        (Done("base", "power", 30),),
    ),
    (
        "My CPU cooler is copper with 40 fins, CPU makes 95 W and a fan blows on it, room 24 °C",
        (Done("base", "power", 95), Done("all_around", "convection", None, 24)),
    ),
    (
        "a heat sink made of aluminium 6063, 20 fins, 50 W transistor, natural convection, ambient temperature 35 °C",
        (Done("base", "power", 50), Done("all_around", "convection", None, 35)),
    ),
    (
        "can you show me a brass block sitting on a hotplate at 200 degrees C for 10 min",
        (Done("bottom", "temperature", 200),),
    ),
    ("a cast iron plate on the stove", (Done("bottom", "temperature"),)),
    ("laser hits a copper plate, 10 W, 1 mm spot", (Done("spot", "power", 10),)),
    (
        "a 3 W laser pointed at the centre of a titanium sheet for 5 s and then switched off, show 20 s",
        (Done("spot", "power", 3, until=5),),
    ),
    (
        "FR4 PCB with a 1.5 W resistor in the middle, still air at 25 °C around it",
        (Done("spot", "power", 1.5), Done("all_around", "convection", None, 25)),
    ),
    ("aluminium plate with two 10 W LEDs in the middle", (Done("spot", "power", 20),)),
    ("steel plate with a blowtorch on the left edge", (Done("left", "flame"),)),
    ("a small torch heats a steel plate", (Done("spot", "flame"),)),
    ("gas burner under a copper plate", (Done("bottom", "flame"),)),
    (
        "steel bar in a forge fire on the right end, other end in a bucket of water at 15 °C",
        (Done("right", "flame"), Done("left", "temperature", 15)),
    ),
    (
        "iron rod: right end dipped in liquid nitrogen, left end at room temperature",
        (Done("left", "temperature", 20), Done("right", "temperature", -196.15)),
    ),
    (
        "glass rod with one end in boiling water and the other in ice water",
        (Done("left", "temperature", 100), Done("right", "temperature", 0)),
    ),
    (
        "silver bar, left end stuck in ice, right side touched by a soldering iron",
        (Done("right", "temperature", 350), Done("left", "temperature", 0)),
    ),
    (
        "copper block at 90 °C taken out of the oven and left to cool in a 20 °C room",
        (Done("all_around", "convection", None, 20),),
    ),
    ("hot steel ingot, 900 °C, cooling down in open air", (Done("all_around", "convection"),)),
    (
        "How long until the far end of a 50 cm brass rod reaches 60 °C if the near end is at 100 °C?",
        (Done("left", "temperature", 100),),
    ),
    (
        "aluminium rod heated in the centre with a 20 W heater, both ends kept at 10 °C",
        (Done("centre", "power", 20), Done("both_ends", "temperature", 10)),
    ),
    ("graphite sheet with a 5 W chip, chip size 10x10 mm, in the middle", (Done("spot", "power", 5),)),
    (
        "nickel plate: hot spot of 300 °C in the middle, edges at 20 °C",
        (Done("spot", "temperature", 300), Done("all_around", "temperature", 20)),
    ),
    ("ABS plastic plate, heat gun at 400 °C on the left side", (Done("left", "convection", None, 400),)),
    (
        "tungsten rod in vacuum, left end at 2000 K, emissivity 0.3, surroundings 300 K",
        (Done("left", "temperature", 1726.85), Done("all_around", "convection", 0, 26.85)),
    ),
    (
        "copper block, 300 °C, cools by convection and radiation in air at 25 °C, emissivity 0.8",
        (Done("all_around", "convection", None, 25),),
    ),
    (
        "L-bracket of steel, base bolted to a plate at 60 °C, air all around at 20 °C",
        (Done("base", "temperature", 60), Done("all_around", "convection", None, 20)),
    ),
    (
        "L bracket, aluminium, 10 W at the bottom, top cooled by a fan",
        (Done("bottom", "power", 10), Done("top", "convection")),
    ),
    (
        "room 4 x 5 x 2.5 m, radiator 1.5 kW, outside 0 °C, starts at 15 °C",
        (Done("inside", "power", 1500), Done("all_around", "convection", None, 0)),
    ),
    (
        "A bedroom at 22 °C cools overnight, it is -10 °C outdoors and the heating is off.",
        (Done("all_around", "convection", None, -10),),
    ),
    ("ice cube on a warm plate at 30 °C", (Done("bottom", "temperature", 30),)),
    ("ice block in water at 15 °C", (Done("all_around", "convection", None, 15),)),
    ("an ice cube in a 22 °C room", (Done("all_around", "convection", None, 22),)),
    # briefs and notes
    (
        "Stack (bottom to top): silicon 0.5 mm, solder SAC305 0.1 mm, copper 2 mm. Heat 80 W at the bottom. Top face: water-cooled cold plate 20 °C.",
        (Done("bottom", "power", 80), Done("top", "convection", None, 20)),
    ),
    (
        "stack: chip (silicon, 0.6 mm) / thermal paste 0.1 mm / aluminium 4 mm; 45 W; top side fan, ambient 30 °C",
        (Done("bottom", "power", 45), Done("top", "convection", None, 30)),
    ),
    (
        "layers of brick 10 cm, mineral wool 8 cm, gypsum board 1 cm; bottom -10 °C, top 20 °C",
        (Done("bottom", "temperature", -10), Done("top", "temperature", 20)),
    ),
    (
        "copper and steel block in contact, left face 100 °C, right face water cooled at 10 °C, contact resistance 1e-4 m²K/W",
        (Done("left", "temperature", 100), Done("right", "convection", None, 10)),
    ),
    (
        "heat sink aluminium 10 fins base 75 °C air 25 °C forced convection h=45",
        (Done("base", "temperature", 75), Done("all_around", "convection", 45, 25)),
    ),
    (
        "Fin, copper, 30 mm x 20 mm x 1 mm, base 20 W, still air",
        (Done("base", "power", 20), Done("all_around", "convection")),
    ),
    (
        "steel rod: L = 0.4 m; T(left) = 250 °C; T(right) = 30 °C; T0 = 30 °C",
        (Done("left", "temperature", 250), Done("right", "temperature", 30)),
    ),
    (
        "bottom 120 C, top 20 C, sides insulated, concrete block",
        (Done("bottom", "temperature", 120), Done("top", "temperature", 20)),
    ),
    (
        "aluminium plate; left: 10 W; right: 20 °C; everything else insulated",
        (Done("left", "power", 10), Done("right", "temperature", 20)),
    ),
    (
        "titanium rod, left end 400 °F, right end 70 °F",
        (Done("left", "temperature", 204.4444444), Done("right", "temperature", 21.1111111)),
    ),
    (
        "steel plate heated from below at 150 °C and cooled from above by air at 20 °C",
        (Done("bottom", "temperature", 150), Done("top", "convection", None, 20)),
    ),
    (
        "granite slab, sunlight 900 W/m² on the top, bottom at 15 °C",
        (Done("top", "flux", 900), Done("bottom", "temperature", 15)),
    ),
    (
        "wood board, right side 60 °C, left side still air 20 °C",
        (Done("right", "temperature", 60), Done("left", "convection", None, 20)),
    ),
    (
        "copper rod, left end heated with 5 W, the rest exposed to air at 25 °C with h=10 W/m²K",
        (Done("left", "power", 5), Done("all_around", "convection", 10, 25)),
    ),
    (
        "steel bar, left end heated to 300 °C, water jet on the right end at 15 °C",
        (Done("left", "temperature", 300), Done("right", "convection", None, 15)),
    ),
    (
        "heat a copper rod from the left with a hot air stream at 200 °C, h = 80",
        (Done("left", "convection", 80, 200),),
    ),
    ("copper rod, heated at 20-30 W on the left end", (Done("left", "power", 25),)),
    (
        "aluminium sheet with a 15 W heater pad on the bottom and a fan cooling the top, 22 °C ambient",
        (Done("bottom", "power", 15), Done("top", "convection", None, 22)),
    ),
    # Chinese
    (
        "一根长1米的铜棒，左端保持100℃，右端保持0℃，初始温度20℃",
        (Done("left", "temperature", 100), Done("right", "temperature", 0)),
    ),
    (
        "铝棒一端插入100℃的沸水中，另一端暴露在25℃空气中",
        (Done("left", "temperature", 100), Done("right", "convection", None, 25)),
    ),
    (
        "铁棒的左端用酒精灯加热，右端浸在冰水混合物里",
        (Done("left", "flame"), Done("right", "temperature", 0)),
    ),
    (
        "不锈钢板左侧恒温300K，右侧与流体换热，流体温度350K，h=100",
        (Done("left", "temperature", 26.85), Done("right", "convection", 100, 76.85)),
    ),
    (
        "厚度为10cm的砖墙，内侧空气20℃，换热系数8，外侧空气-10℃，换热系数25",
        (Done("left", "convection", 8, 20), Done("right", "convection", 25, -10)),
    ),
    (
        "铜板底部受到5 W/cm²的均匀热流加热，顶部用水冷却，水温20℃",
        (Done("bottom", "flux", 5e4), Done("top", "convection", None, 20)),
    ),
    (
        "边长5cm的铝块，初温200℃，放入15℃的水中冷却，h=500 W/(m²·K)",
        (Done("all_around", "convection", 500, 15),),
    ),
    ("钢块从800度放到空气里自然冷却", (Done("all_around", "convection"),)),
    (
        "等截面直肋，肋根温度80℃，周围空气温度20℃，表面传热系数10 W/(m²·K)，铝制",
        (Done("base", "temperature", 80), Done("all_around", "convection", 10, 20)),
    ),
    (
        "铝制散热器，15个翅片，热源功率50W，强制风冷，环境25℃",
        (Done("base", "power", 50), Done("all_around", "convection", None, 25)),
    ),
    (
        "散热器底面贴一个20W的芯片，芯片尺寸15x15mm，材料6063铝，自然对流",
        (Done("base", "power", 20), Done("all_around", "convection")),
    ),
    ("铝板中间有两个10W的芯片", (Done("spot", "power", 20),)),
    (
        "PCB板中央放3颗1W的LED，每颗都发热，空气25度自然冷却",
        (Done("spot", "power", 3), Done("all_around", "convection", None, 25)),
    ),
    ("铜板左上角用烙铁加热", (Done("spot", "temperature", 350),)),
    (
        "用激光照射钛板中心，激光功率5W，光斑直径2mm，照射3秒后关闭，观察10秒",
        (Done("spot", "power", 5, until=3),),
    ),
    (
        "铜管，管内通80℃热水，管外为20℃空气",
        (Done("inside", "convection", None, 80), Done("all_around", "convection", None, 20)),
    ),
    (
        "钢管内壁200℃，外壁用空气冷却，h=15，空气温度25℃",
        (Done("inside", "temperature", 200), Done("all_around", "convection", 15, 25)),
    ),
    (
        "圆环内圈加热100W，外圈保持20℃，材料铝",
        (Done("inside", "power", 100), Done("all_around", "temperature", 20)),
    ),
    (
        "房间有一台2000W暖风机，室外-5℃，室内初始10℃",
        (Done("inside", "power", 2000), Done("all_around", "convection", None, -5)),
    ),
    ("冰块放在室温25度的桌子上", (Done("all_around", "convection", None, 25),)),
    ("冰块放入30℃的温水中融化", (Done("all_around", "convection", None, 30),)),
    (
        "石墨片中心温度200度，四周边缘20度",
        (Done("spot", "temperature", 200), Done("all_around", "temperature", 20)),
    ),
    (
        "铜块和铝块接触，铜块左侧加热功率20W，铝块右侧水冷15℃",
        (Done("left", "power", 20), Done("right", "convection", None, 15)),
    ),
    (
        "L形铝支架底部固定在70℃的热源上，其余表面与25℃空气自然对流",
        (Done("bottom", "temperature", 70), Done("all_around", "convection", None, 25)),
    ),
    ("把铜棒中部放在蜡烛上烧30秒，然后拿开蜡烛，看5分钟", (Done("centre", "flame", None, until=30),)),
    (
        "钢棒左端加热到500℃，表面辐射散热，发射率0.8，环境20℃",
        (Done("left", "temperature", 500), Done("all_around", "convection", 0, 20)),
    ),
    (
        "芯片（硅，0.5毫米）、导热硅脂、铜盖三层叠在一起，芯片功耗65W，顶部风扇散热，环境30℃",
        (Done("bottom", "power", 65), Done("top", "convection", None, 30)),
    ),
    (
        "玻璃杯壁，左侧80度热水，右侧20度空气，玻璃板厚3毫米",
        (Done("left", "convection", None, 80), Done("right", "convection", None, 20)),
    ),
    (
        "木板右侧贴着60℃的暖气片，左侧是20℃的室内空气",
        (Done("right", "temperature", 60), Done("left", "convection", None, 20)),
    ),
    ("一块钢板放在炉子上加热", (Done("bottom", "temperature"),)),
    ("铁丝两端都用打火机烧", (Done("both_ends", "flame"),)),
    (
        "铜棒左端100摄氏度，右端为对流边界，h=25，环境温度20摄氏度",
        (Done("left", "temperature", 100), Done("right", "convection", 25, 20)),
    ),
    (
        "黄铜棒，一头放进火里，另一头用湿布裹着保持30度",
        (Done("left", "flame"), Done("right", "temperature", 30)),
    ),
    ("陶瓷板（氧化铝）上表面受热流800 W/m²，下表面绝热，四周绝热", (Done("top", "flux", 800),)),
    ("铝鳍片底座热源15W，风扇吹10分钟", (Done("base", "power", 15), Done("all_around", "convection"))),
    (
        "铁棒 left end 放 flame 上，right end 保持 20°C",
        (Done("left", "flame"), Done("right", "temperature", 20)),
    ),
    (
        "copper 散热片，base 80°C，still air 25°C，h=12",
        (Done("base", "temperature", 80), Done("all_around", "convection", 12, 25)),
    ),
    # and more of each
    (
        "Consider a 0.3 m thick concrete slab whose left face is suddenly raised to 60 °C and held there; the slab was at a uniform 20 °C.",
        (Done("left", "temperature", 60),),
    ),
    (
        "An iron rod 25 cm long is placed with its right end in melting ice and its left end in steam at 100 °C.",
        (Done("left", "temperature", 100), Done("right", "temperature", 0)),
    ),
    (
        "A uniform heat flux of 10 kW/m² is applied to the left end of a stainless steel bar; the right end is maintained at 25 °C and the lateral surface is insulated.",
        (Done("left", "flux", 10e3), Done("right", "temperature", 25)),
    ),
    (
        "Determine the temperature in an oak wall, 5 cm thick. Inside surface 21 °C, outside surface -12 °C.",
        (Done("left", "temperature", 21), Done("right", "temperature", -12)),
    ),
    (
        "A steel fin with base temperature 150°C extends into air at 30°C. h = 20 W/m²·K.",
        (Done("base", "temperature", 150), Done("all_around", "convection", 20, 30)),
    ),
    (
        "A silicon chip layer 0.5 mm on a copper layer 3 mm. The chip dissipates 30 W. The copper's top side is at 40 °C.",
        (Done("bottom", "power", 30), Done("top", "temperature", 40)),
    ),
    (
        "A heat sink (aluminium, 8 fins) is attached to a 25 W processor. Air at 25 °C is blown over it, h = 60 W/m²K.",
        (Done("base", "power", 25), Done("all_around", "convection", 60, 25)),
    ),
    (
        "A square plate of zinc. Its centre is heated by a 50 W source, all its edges are kept at 20 °C.",
        (Done("spot", "power", 50), Done("all_around", "temperature", 20)),
    ),
    ("A lead block at 20 °C; the bottom face is put on a heater of 100 W.", (Done("bottom", "power", 100),)),
    (
        "Rod of nickel. Left end: T = 600 K. Right end: convection to 300 K gas, h = 200 W/m²K.",
        (Done("left", "temperature", 326.85), Done("right", "convection", 200, 26.85)),
    ),
    (
        "A long brass strip is dipped at its left end into boiling water, the rest hangs in room air of 20 °C",
        (Done("left", "temperature", 100), Done("all_around", "convection", None, 20)),
    ),
    (
        "one side of a glass plate gets 1000 W/m2 of sunlight, the other side faces air at 25 °C",
        (Done("left", "flux", 1000), Done("right", "convection", None, 25)),
    ),
    (
        "Molybdenum rod, ends at 1000 K and 400 K.",
        (Done("left", "temperature", 726.85), Done("right", "temperature", 126.85)),
    ),
    ("an epoxy block heated uniformly on all sides at 120 °C", (Done("all_around", "temperature", 120),)),
    (
        "quick q: steel rod 20cm, lighter under the right end, how hot gets the left?",
        (Done("right", "flame"),),
    ),
    (
        "pls animate heat going thru a copper bar from the right side (150C) to the left side (20C)",
        (Done("right", "temperature", 150), Done("left", "temperature", 20)),
    ),
    (
        "so I've got this aluminium plate, 3mm, and a 60W soldering iron pressed on its middle",
        (Done("spot", "power", 60),),
    ),
    ("my frying pan: cast iron plate, flame under the centre", (Done("spot", "flame"),)),
    ("aluminum foil with a match flame on the left edge", (Done("left", "flame"),)),
    (
        "my GPU puts out 220 W into a copper heatsink w/ 50 fins, two fans blowing 30C air",
        (Done("base", "power", 220), Done("all_around", "convection", None, 30)),
    ),
    (
        "steel knife = steel strip 20 cm, tip in a gas flame, handle end at 30 °C",
        (Done("left", "flame"), Done("right", "temperature", 30)),
    ),
    (
        "put a block of butter... ok take paraffin, 5 cm cube, in a warm room at 35 °C, does it melt",
        (Done("all_around", "convection", None, 35),),
    ),
    (
        "show me a hot iron plate (400 °C at the start) being cooled with water from the top, water is 15 °C",
        (Done("top", "convection", None, 15),),
    ),
    (
        "copper bar: 1st end flame, 2nd end ice water",
        (Done("left", "flame"), Done("right", "temperature", 0)),
    ),
    (
        "What does the temperature look like in a diamond plate hit by a 100 mW laser spot of 0.5 mm in the centre?",
        (Done("spot", "power", 0.1),),
    ),
    (
        "a graphite rod glowing: 1500 °C at the left, 500 °C at the right",
        (Done("left", "temperature", 1500), Done("right", "temperature", 500)),
    ),
    (
        "aluminium extrusion heat sink 100 x 40 x 150 mm with 14 fins; IGBT module 120 W; fan h = 35 W/m²K; inlet air 45 °C",
        (Done("base", "power", 120), Done("all_around", "convection", 35, 45)),
    ),
    (
        "Power stage: AlN substrate 0.6 mm on copper base 3 mm; 90 W from the die; coolant 60 °C, h = 8000 W/m²K on top",
        (Done("bottom", "power", 90), Done("top", "convection", 8000, 60)),
    ),
    (
        "LED lamp: aluminium plate 100x100x2 mm, 9 W LED in the centre, passive cooling in air at 25 °C",
        (Done("spot", "power", 9), Done("all_around", "convection", None, 25)),
    ),
    (
        "enclosure wall, polycarbonate 3 mm; inner side 60 °C air, outer side 20 °C air",
        (Done("left", "convection", None, 60), Done("right", "convection", None, 20)),
    ),
    (
        "Heater: 250 W cartridge inside a steel ring, OD 60 mm ID 20 mm; outside air 20 °C, natural convection",
        (Done("inside", "power", 250), Done("all_around", "convection", None, 20)),
    ),
    (
        "copper fin, base at 70 °C, tip at 30 °C",
        (Done("base", "temperature", 70), Done("right", "temperature", 30)),
    ),
    (
        "Bracket (L), aluminium 6061: 25 W at the base, fan over the whole bracket, 25 °C",
        (Done("base", "power", 25), Done("all_around", "convection", None, 25)),
    ),
    (
        "L-bracket brass, left side 90 °C, right end 20 °C",
        (Done("left", "temperature", 90), Done("right", "temperature", 20)),
    ),
    (
        "contact: copper bar | steel bar, left 200 °C, right air 20 °C h 50",
        (Done("left", "temperature", 200), Done("right", "convection", 50, 20)),
    ),
    (
        "living room, no heating, 20 °C at the start, outdoor temperature 2 °C, 8 hours",
        (Done("all_around", "convection", None, 2),),
    ),
    (
        "office, 3 computers of 200 W each, outside air 10 °C",
        (Done("inside", "power", 600), Done("all_around", "convection", None, 10)),
    ),
    ("ice block, left face held at 20 °C", (Done("left", "temperature", 20),)),
    ("ice cube under a hair dryer blowing 60 °C air", (Done("all_around", "convection", None, 60),)),
    (
        "rod, steel, k=50, left 300, right 20 °C",
        (Done("right", "temperature", 20), Done("left", "temperature", 300)),
    ),
    (
        "bar Al 0.5 m; left flux 2 W/cm^2; right h = 100 W/m^2K, Tinf = 300 K",
        (Done("left", "flux", 2e4), Done("right", "convection", 100, 26.85)),
    ),
    (
        "plate, copper, spot 500 K centre, edges 300 K",
        (Done("spot", "temperature", 226.85), Done("all_around", "temperature", 26.85)),
    ),
    ("steel rod. Torch on left end, 60 s. Then off. Total 10 min.", (Done("left", "flame", None, until=60),)),
    ("aluminium block 5 cm, 80 °C start, fan 20 °C h 30", (Done("all_around", "convection", 30, 20),)),
    (
        "silver wire, both ends 20 °C, middle in candle flame for 10 s, then candle removed, 1 min total",
        (Done("centre", "flame", None, until=10), Done("both_ends", "temperature", 20)),
    ),
    ("一维铜杆，左端突然升温至200℃并维持不变，右端绝热，初始25℃", (Done("left", "temperature", 200),)),
    (
        "无限大平板（不锈钢）厚5cm，左侧面给定热流2000W/m2，右侧面与20℃空气对流，h=15",
        (Done("left", "flux", 2000), Done("right", "convection", 15, 20)),
    ),
    (
        "一块花岗岩石板，上表面太阳辐射热流900W/m²，下表面恒温15℃",
        (Done("top", "flux", 900), Done("bottom", "temperature", 15)),
    ),
    (
        "有一铜质圆管，内半径10mm外半径12mm，内表面温度90℃，外表面温度20℃",
        (Done("inside", "temperature", 90), Done("all_around", "temperature", 20)),
    ),
    (
        "某电子芯片功耗15W，贴在6061铝散热器底座上，散热器有10个翅片，置于25℃静止空气中",
        (Done("base", "power", 15), Done("all_around", "convection", None, 25)),
    ),
    (
        "大平壁由砖（厚24cm）和岩棉（厚5cm）叠成，下面20℃上面-10℃",
        (Done("bottom", "temperature", 20), Done("top", "temperature", -10)),
    ),
    (
        "铝合金6061圆棒两端温度分别维持在150℃与30℃",
        (Done("left", "temperature", 150), Done("right", "temperature", 30)),
    ),
    ("钛棒右端通入功率10W，左端浸入0℃冰水", (Done("right", "power", 10), Done("left", "temperature", 0))),
    ("一根铁棒，用火烧它的一端，过一会儿另一端也会热吗", (Done("left", "flame"),)),
    ("我想看锅底（铁板）放煤气灶上烧的样子", (Done("bottom", "flame"),)),
    (
        "手机主板FR4中间的芯片发热2W，周围空气30℃，求温度云图",
        (Done("spot", "power", 2), Done("all_around", "convection", None, 30)),
    ),
    ("打火机烧铜丝中间", (Done("centre", "flame"),)),
    ("把烧到600度的铁块扔进20度的水里", (Done("all_around", "convection", None, 20),)),
    (
        "夏天太阳晒着的混凝土板，上表面热流800 W/m²，底部25度",
        (Done("top", "flux", 800), Done("bottom", "temperature", 25)),
    ),
    (
        "铜棒左边50瓦加热，右边水冷，水温15度，换热系数1000",
        (Done("left", "power", 50), Done("right", "convection", 1000, 15)),
    ),
    ("房间，空调关了，屋里26度，外面35度，看6小时", (Done("all_around", "convection", None, 35),)),
    ("冰块底面加热到20℃，其余绝热", (Done("bottom", "temperature", 20),)),
    (
        "散热片用紫铜，18片，CPU 45W，不装风扇，室温28℃",
        (Done("base", "power", 45), Done("all_around", "convection", None, 28)),
    ),
    ("钢环外侧火烤，内侧通20℃冷却水", (Done("all_around", "flame"), Done("inside", "convection", None, 20))),
    ("硅片中心1W激光，四周边缘恒温25℃", (Done("spot", "power", 1), Done("all_around", "temperature", 25))),
    (
        "银板 500x300x2mm 左边100度 右边20度 上下绝热",
        (Done("left", "temperature", 100), Done("right", "temperature", 20)),
    ),
    ("铝块 底部20W 顶部风扇 环境22度", (Done("bottom", "power", 20), Done("top", "convection", None, 22))),
    (
        "不锈钢翅片 根部100℃ 端部绝热 h=20 空气25℃",
        (Done("base", "temperature", 100), Done("all_around", "convection", 20, 25)),
    ),
    ("氧化铝基板中心贴5W芯片，芯片宽8mm，背面水冷", (Done("spot", "power", 5), Done("bottom", "convection"))),
    ("铜棒左端100℃，10分钟后右端是多少度？", (Done("left", "temperature", 100),)),
    (
        "铝棒先用喷灯加热左端1分钟，再让它在20℃空气中自然冷却，共10分钟",
        (Done("left", "flame", None, until=60), Done("all_around", "convection", None, 20)),
    ),
    ("PE管道里流70℃热水，外壁绝热", (Done("inside", "convection", None, 70),)),
)
