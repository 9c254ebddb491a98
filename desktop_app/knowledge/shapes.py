"""Which of the known shapes a prompt names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.concept import Shape
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import without

_NOT_THE_BODY = words(
    r"hot[\s-]?plates?|heating\s+plates?|heater\s+plates?|stove\s*tops?"
    r"|room[\s-]?temperatures?|ice[\s-]?(?:cold\s+)?water"
    r"|ice\s+bath|dry\s+ice|candle\s*sticks?|(?:colou?r|scale|temperature)\s+bars?"
    r"|(?:sketch|story)\s*boards?"
    r"|burning\s+sticks?|fire\s*places?|heat\s*pipes?|infrared|[\d.]+\s*bars?",
    r"热板|加热板|电热板|加热环|加热棒|室温|室内温度|冰水|干冰|冰冷|色条|板书|环境|循环"
    r"|条件|一条|两条|几条|线性|曲线"
    r"|直线|线条|红外线|光线|结构|块状温度",
)

_SHAPES: tuple[tuple[Shape, re.Pattern[str]], ...] = (
    (
        "l_bracket",
        words(
            r"L[\s-]?(?:brackets?|shaped?(?:\s+\w+)?|profiles?)|angle\s+brackets?", r"[Ll]\s?[形型]|角铁|角钢"
        ),
    ),
    (
        "heat_sink",
        words(
            r"heat[\s-]?sinks?|finned\s+\w+(?:\s+(?:sink|plate|base|block))?",
            r"散热器|散热片|翅片散热|鳍片散热|热沉",
        ),
    ),
    (
        "contact",
        words(
            r"(?:in|into|thermal)\s+contact|contact\s+between|touching|pressed\s+(?:against"
            r"|together)",
            r"接触|贴合|紧贴",
        ),
    ),
    (
        "stack",
        words(
            r"stacks?|stacked|layers?|layered|laminates?d?|sandwich(?:ed)?|multi-?layer(?:ed)?",
            r"叠层|多层|双层|三层|夹层|层叠|堆叠|复合板",
        ),
    ),
    ("ice_block", words(r"ice\s+(?:block|cube)s?|(?:block|cube)s?\s+of\s+ice", r"冰块|冰砖|方冰")),
    (
        "ring",
        words(
            r"rings?|annul(?:us|i|ar)|pipes?|tubes?|washers?",
            r"圆环|环形|环状|铜环|铁环|铝环|钢环|银环|金环|环|圆管|管道|管子|铜管|铝管|钢管|铁管"
            r"|管",
        ),
    ),
    ("fin", words(r"fins?", r"翅片|鳍片|肋片|直肋")),
    (
        "rod",
        words(
            r"rods?|bars?|wires?|sticks?|needles?|pins?|cylinders?|shafts?|beams?|strips?",
            r"棒|棍|杆|圆柱|线材|金属丝|导线|铜丝|铁丝|铝丝|银丝|铜线|铝线|银线|长条|铜条|铝条|铁条"
            r"|钢条|金条|条",
        ),
    ),
    (
        "plate",
        words(
            r"plates?|sheets?|slabs?|foils?|panels?|boards?|walls?|PCBs?", r"薄板|墙|平板|板材|板|薄片|箔|片"
        ),
    ),
    (
        "block",
        words(
            r"blocks?|cubes?|bricks?|ingots?|chunks?|spreaders?",
            r"立方体|方块|块体|铜块|铝块|铁块|钢块|金块|银块|木块|块",
        ),
    ),
    ("room", words(r"rooms?|offices?|chambers?|ovens?", r"房间|室内|房屋|屋子|办公室|机房")),
)

_CLASSIFIER = re.compile(r"[一二两三几这那每]\s?[块片条张根个只段]|单[块片]")
_UPRIGHT = words(r"vertical(?:ly)?|upright|standing(?:\s+up)?", r"竖直|竖立|竖着|直立|垂直放置|立着")


@dataclass(frozen=True)
class NamedShape:
    """A shape and the word that named it.

    Attributes:
        upright: whether a rod stands instead of lying.
    """

    shape: Shape
    word: str
    upright: bool


def find_shape(text: str) -> NamedShape | None:
    """The most particular shape a normalised prompt names, or None.

    A `stack` beats its plates, a `heat_sink` its fins; hot plate, 一块 and room temperature are not shapes.
    """
    bodies = without(without(text, _NOT_THE_BODY), _CLASSIFIER)
    for shape, pattern in _SHAPES:
        match = pattern.search(bodies)
        if match is not None:
            return NamedShape(shape, match[0], bool(_UPRIGHT.search(text)))
    block = re.search("[一这那]块", text)
    return NamedShape("block", block[0], upright=False) if block else None
