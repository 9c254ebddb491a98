"""Prompts as people write them, each with the fields that must come out; what is not given is not checked."""

# ruff: noqa: E501  (a table: one prompt a line)

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Expected:
    """Fields of a concept: temperatures in °C, heating as (where, kind, value), sizes in m."""

    prompt: str
    fields: dict[str, Any]


def _case(prompt: str, shape: str | None, materials: str, *heating: tuple[Any, ...], **more: Any) -> Expected:
    fields = {"shape": shape, "materials": tuple(materials.split()), "heating": heating, "supported": True}
    return Expected(prompt, fields | more)


LEFT_100 = ("left", "temperature", 100)
LEFT_FLAME = ("left", "flame", 500)

PROMPTS = [
    _case("A copper rod heated at its left end", "rod", "copper", LEFT_100, look="inferno", initial=20),
    _case("一根铜棒左侧被火焰加热", "rod", "copper", LEFT_FLAME, language="zh"),
    _case(
        "根据傅里叶定律计算一根长1m、导热系数k=401 W/(m·K)的铜棒在一端恒温加热下的温度分布并生成动画",
        "rod", "copper", LEFT_100, length=1.0, conductivity=401, overridden=("thermal_conductivity",),
        duration=4300,
    ),
    _case("a copper rod, left end in a flame", "rod", "copper", LEFT_FLAME),
    _case("left end cooled by ice water, right end at 300 °C", "rod", "", ("right", "temperature", 300), ("left", "temperature", 0), supported=False),
    _case("左端用冰水冷却，右端300℃的铁棒", "rod", "iron", ("right", "temperature", 300), ("left", "temperature", 0), initial=20),
    _case("A silver rod, left 100 °C, right 20 °C", "rod", "silver", LEFT_100, ("right", "temperature", 20)),
    _case("铁棒左端100度，右端0度，热成像", "rod", "iron", LEFT_100, ("right", "temperature", 0), look="iron"),
    _case("100 °C at the left and 20 °C at the right of an iron rod", "rod", "iron", LEFT_100, ("right", "temperature", 20)),
    _case("one end at 100 °C and the other end at 0 °C, glass rod", "rod", "glass", LEFT_100, ("right", "temperature", 0)),
    _case("一端100℃，一端0℃的铁棒", "rod", "iron", LEFT_100, ("right", "temperature", 0)),
    _case("aluminium rod hot at one end and cold at the other", "rod", "aluminium", LEFT_100, ("right", "temperature", 0)),
    _case("一端加热一端冷却的铜棒", "rod", "copper", LEFT_100, ("right", "temperature", 0)),
    _case("left and right ends of a silver rod held at 100 °C", "rod", "silver", ("both_ends", "temperature", 100)),
    _case("an iron bar, both ends at 500K, initially 20 °C, infrared camera", "rod", "iron", ("both_ends", "temperature", 226.85), look="iron", initial=20),
    _case("不锈钢棒两端加热到500K，初始温度20℃，长50厘米，直径2厘米", "rod", "stainless_steel_304", ("both_ends", "temperature", 226.85), length=0.5, height=0.02, thickness=0.02),
    _case("heat the left end with a flame and keep the right end at 20 °C, copper", "rod", "copper", LEFT_FLAME, ("right", "temperature", 20)),
    _case("Copper rod, 50 cm long, 1 cm diameter, left end at 200 °C, right end at 25 °C", "rod", "copper", ("left", "temperature", 200), ("right", "temperature", 25), length=0.5, height=0.01),
    _case("a 1-metre iron rod heated at one end for 2 minutes", "rod", "iron", LEFT_100, length=1.0, duration=120),
    _case("iron rod 1m, T=500K at left, T0=300 K", "rod", "iron", ("left", "temperature", 226.85), initial=26.85, length=1.0),
    _case("A copper bar at room temperature, suddenly heated at its left end to 80 °C", "rod", "copper", ("left", "temperature", 80), initial=20),
    _case("a copper rod heated to 250 °C on the right from 20 °C", "rod", "copper", ("right", "temperature", 250), initial=20),
    _case("从20℃加热到100℃的铜棒，右端加热", "rod", "copper", ("right", "temperature", 100), initial=20),
    _case("a 300 °C copper rod cooled at its left end", "rod", "copper", ("left", "temperature", 0), initial=300),
    _case("copper rod, 300 °C, heated on the left", "rod", "copper", ("left", "temperature", 300), initial=20),
    _case("copper rod 20 degrees left end 90 degrees", "rod", "copper", ("left", "temperature", 90), initial=20),
    _case("the rod is left for 60 s with its right end at 90 °C", "rod", "", ("right", "temperature", 90), duration=60, supported=False),
    _case("铜棒中间加热，两端保持20℃", "rod", "copper", ("centre", "temperature", 100), ("both_ends", "temperature", 20)),
    _case("把一根铁丝的中间放在火上烤", "rod", "iron", ("centre", "flame", 500)),
    _case("铜棒右端火烧", "rod", "copper", ("right", "flame", 500)),
    _case("wooden stick in a candle flame", "rod", "wood_pine", LEFT_FLAME),
    _case("vertical copper rod heated at the bottom", "rod", "copper", ("bottom", "temperature", 100), length=0.2, height=0.01, duration=170),
    _case("Copper rod; heat flows from left to right", "rod", "copper", LEFT_100),
    _case("热量从铜棒左端传到右端", "rod", "copper", LEFT_100),
    _case("the right half of an iron rod is insulated and its left end is heated", "rod", "iron", LEFT_100),
    _case("一根铜棒，左边100摄氏度左右，右边绝热", "rod", "copper", LEFT_100),
    _case("一块铝板，四周绝热，中心加热到300℃，持续2分钟", "plate", "aluminium", ("spot", "temperature", 300), duration=120),
    _case("铝板中心被激光加热到300摄氏度", "plate", "aluminium", ("spot", "temperature", 300)),
    _case("aluminum plate 20 cm × 10 cm with a spot at 200 °C for 60 s", "plate", "aluminium", ("spot", "temperature", 200), length=0.2, height=0.1, duration=60),
    _case("plate 100 mm x 50 mm x 2 mm of 6061-T6, left edge 80C, other edges insulated", "plate", "aluminium_6061", ("left", "temperature", 80), length=0.1, height=0.05, thickness=0.002),
    _case("A 10x5 cm aluminium plate with a 150 °C hot spot in the middle", "plate", "aluminium", ("spot", "temperature", 150), length=0.1, height=0.05),
    _case("Heat a brass plate from below with a hot plate at 150 °C", "plate", "brass", ("bottom", "temperature", 150)),
    _case("an aluminium sheet on a hot plate", "plate", "aluminium", ("bottom", "temperature", 100)),
    _case("玻璃板上方用火焰加热，彩虹色", "plate", "glass", ("top", "flame", 500), look="rainbow"),
    _case("铜板正中间一个热点200度", "plate", "copper", ("spot", "temperature", 200)),
    _case("边长10厘米的铜块底部加热到80度", "block", "copper", ("bottom", "temperature", 80), length=0.1, height=0.1),
    _case("a copper rod with its right end exposed to air, left end 90 °C", "rod", "copper", ("left", "temperature", 90), ("right", "convection", 10), ambient=20),
    _case("right end of a copper rod cooled by air, h=25, left end at 90 °C", "rod", "copper", ("left", "temperature", 90), ("right", "convection", 25)),
    _case("一根长20厘米、直径5毫米的紫铜棒，左端加热到一百度，环境温度25℃，自然对流", "rod", "copper", LEFT_100, ("all_around", "convection", 10), ambient=25, initial=25, length=0.2, height=0.005),
    _case("A hot copper block at 200 °C cooling in air, h = 25 W/m²K", "block", "copper", ("all_around", "convection", 25), initial=200),
    _case("A glass rod initially at 300 °C cools in still air", "rod", "glass", ("all_around", "convection", 10), initial=300),
    _case("white hot thermal camera view of an iron rod heated at both ends", "rod", "iron", ("both_ends", "temperature", 100), look="white_hot"),
    _case("iron palette copper rod heated at the left", "rod", "copper", LEFT_100, look="iron"),
    _case("发红光的铁棒一端加热", "rod", "iron", LEFT_100, look="glow"),
    _case("a 5-second clip of a copper rod heated at its left end for 90 s", "rod", "copper", LEFT_100, duration=90),
    _case("rod with k = 50 W/mK, density 3000 kg/m3, specific heat 800 J/kgK heated at left", "rod", "custom", LEFT_100, conductivity=50),
    _case("导热系数401的棒一端加热", "rod", "copper", LEFT_100, conductivity=401),
    _case("compare copper with iron: a rod heated at one end", "rod", "copper", LEFT_100),
    _case("Long thin titanium wire with both tips clamped at 0°C and the center heated to 400 °C", "rod", "titanium", ("centre", "temperature", 400), ("both_ends", "temperature", 0)),
    _case("FR4 board 100 mm × 80 mm × 1.6 mm with a hot spot of 85 °C in the center", "plate", "fr4", ("spot", "temperature", 85), length=0.1, height=0.08, thickness=0.0016),
    _case("铜片底部放在100℃的热板上，顶部暴露在空气中", "plate", "copper", ("bottom", "temperature", 100), ("top", "convection", 10), initial=20),
    _case("玻璃棒右端插入冰水，左端保持室温", "rod", "glass", ("left", "temperature", 20), ("right", "temperature", 0)),
    _case("两端温度分别为80℃和20℃的铝棒，长0.5米", "rod", "aluminium", ("left", "temperature", 80), ("right", "temperature", 20), length=0.5),
    _case("An aluminium rod with left at room temperature and right at 150 °C", "rod", "aluminium", ("right", "temperature", 150), ("left", "temperature", 20)),
    _case("a brass rod 200 mm in length with a diameter of 12 mm; the left-hand end is maintained at 250°C while the right-hand end is kept at 50°C", "rod", "brass", ("left", "temperature", 250), ("right", "temperature", 50), length=0.2, height=0.012),
    _case("Iron rod: L=1 m, D=2 cm, T_left=100°C, T_right=0°C", "rod", "iron", LEFT_100, ("right", "temperature", 0), length=1.0, height=0.02),
    _case("生成一个10秒的热成像动画：铁棒右端被喷灯加热", "rod", "iron", ("right", "flame", 500), look="iron", duration=880),
    _case("a copper rod with both ends in ice water, initially at 100°C", "rod", "copper", ("both_ends", "temperature", 0), initial=100),
    _case("Create an 8 second cinematic video of a glowing iron rod", "rod", "iron", LEFT_100, look="glow", duration=880),
    # words inside words, and names that only look like one of the table
    _case("during heating, a bare finite tin bar is warmed at the right end", "rod", "tin", ("right", "temperature", 100)),
    _case("The environment is 25 °C; an iron wire 30 cm long is heated in the middle", "rod", "iron", ("centre", "temperature", 100), length=0.3, initial=25),
    _case("heating a bare metal rod during winter", "rod", "", LEFT_100, supported=False),
    _case("a rod made of teflon heated at one end", "rod", "ptfe", LEFT_100),
    _case("alumina plate heated on the left", "plate", "alumina", LEFT_100),
    _case("aluminium plate heated on the left", "plate", "aluminium", LEFT_100),
    _case("heat leads to a temperature rise in the iron rod's left end", "rod", "iron", LEFT_100),
    _case("lead rod heated at one end", "rod", "lead", LEFT_100),
    _case("用Cu棒，左端加热", "rod", "copper", LEFT_100),
    _case("gold-plated copper rod heated at left", "rod", "copper", LEFT_100),
    _case("镀金铜棒左端加热", "rod", "copper", LEFT_100),
    # understood, but not supported
    _case("unobtainium rod", "rod", "", LEFT_100, supported=False),
    _case("cast iron plate heated in the centre", "plate", "cast_iron", ("spot", "temperature", 100)),
    _case("copper oxide rod heated at left", "rod", "", LEFT_100, supported=False),
    _case("一根秘银棒一端加热", "rod", "", LEFT_100, supported=False),
    _case("把铝合金板放在热板上", "plate", "", ("bottom", "temperature", 100), supported=False),
    _case("finned aluminium heat sink, 40 W chip, still air", "heat_sink", "aluminium", ("base", "power", 40), ("all_around", "convection", 10)),
    _case("aluminum rod heated with 5 kW/m² at left", "rod", "aluminium", ("left", "flux", 5000)),
    _case("Copper bar heated by 200 A current at its left end", "rod", "copper", LEFT_100, supported=False),
    _case("PCB with 2 W chip in the middle", "plate", "fr4", ("spot", "power", 2)),
    _case("ice block melting", "ice_block", "ice", ("all_around", "convection", 10), ambient=20),
    _case("copper pipe, hot water inside at 80 °C", "ring", "copper", ("inside", "convection", 1000), ambient=80),
    _case("10 cm thick brick wall, inside 20 °C, outside -5 °C", "plate", "brick", ("left", "temperature", 20), ("right", "temperature", -5), thickness=0.1),
    _case("砖墙厚24cm，室内20℃，室外-10℃", "plate", "brick", ("left", "temperature", 20), ("right", "temperature", -10), thickness=0.24),
    _case("a three foot long cylindrical brass rod", "rod", "brass", LEFT_100),
    _case("polyethylene pipe with hot water at 45 °C", "ring", "polyethylene", ("inside", "convection", 1000), ambient=45, initial=20),
    _case("brass cylinder 8 cm long, one end on a 150 °C hot plate, rest in air at 22 °C. How long till the top is warm?", "rod", "brass", ("left", "temperature", 150), ("all_around", "convection", 10), ambient=22),
    _case("a 1 cm slab of concrete sitting on ice", "plate", "concrete", ("bottom", "temperature", 0), thickness=0.01),
    _case("nickel rod 0.5 m, T(0,t)=100 °C, T(L,t)=0 °C, T(x,0)=20 °C", "rod", "nickel", LEFT_100, ("right", "temperature", 0), initial=20, length=0.5),
    _case("glass rod 10cm, left 0 °C right 100 °C initially 50 °C", "rod", "glass", ("right", "temperature", 100), ("left", "temperature", 0), initial=50),
    _case("Two steel blocks pressed together, h_c = 2000 W/m²K, left 100 °C", "contact", "carbon_steel_1010", LEFT_100),
    _case("ring of brass OD 50 ID 30 mm, inside 100 °C", "ring", "brass", ("inside", "temperature", 100), length=0.05),
    _case("ice block on a warm 25 °C aluminium plate", "ice_block", "ice", ("bottom", "temperature", 25)),
    _case("PVC pipe 50 mm outer / 44 mm inner carrying 60 °C water, outside air 5 °C", "ring", "pvc", ("inside", "convection", 100), ("all_around", "convection", 25), length=0.05),
    _case("铜片中心贴一个3W的芯片，四周固定在25度", "plate", "copper", ("spot", "power", 3), ("all_around", "temperature", 25)),
    _case("a 5 cm thick cork slab with 60 °C on the left and 20 °C on the right after 1 h", "plate", "cork", ("left", "temperature", 60), ("right", "temperature", 20), thickness=0.05),
    _case("copper heat sink, base 80x80x6 mm, 12 fins, forced convection h = 35 at 27 °C, 20 W", "heat_sink", "copper", ("base", "power", 20), ("all_around", "convection", 35), ambient=27),
    _case("My workshop (5 m x 8 m x 3 m, concrete walls 20 cm) is at 5 °C; I switch on a 6 kW heater; outside −2 °C.", "room", "concrete air", ("inside", "power", 6000), ("all_around", "convection", 25), initial=5, ambient=-2, length=5.0),
    _case("wood (oak) beam, left end 50 °C", "rod", "wood_oak", ("left", "temperature", 50)),
    _case("L-shaped aluminium bracket, base at 80 °C", "l_bracket", "aluminium", ("base", "temperature", 80)),
    _case("stack of thermal paste and copper, bottom at 80 °C", "stack", "thermal_paste copper", ("bottom", "temperature", 80)),
    _case("Two copper blocks in contact, left one at 100 °C", "contact", "copper", LEFT_100),
    _case("a copper rod in wind, left end heated", "rod", "copper", LEFT_100, supported=False),
    _case("copper rod with its left end held at 20 °C", "rod", "copper", ("left", "temperature", 20), supported=False),
    _case("hello world", None, "", supported=False),
    _case("😀", None, "", supported=False),
]  # fmt: skip
