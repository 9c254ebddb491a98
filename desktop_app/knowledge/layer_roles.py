"""Words for what a layer is there for: a die, a bond line, a lid, a base, a board."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.knowledge.layers import LayerRole
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import Span, blanked, without

_NO_ROLE = words(
    r"spreads?\s+out|chip\s+temperature|LED\s+(?:spot)?lights?|adhesive\s+tape|on\s*board|bed\s*side"
    r"|PCB\s+material|chip\s+power|soldering",
    r"芯片(?:功率|功耗|热耗|温度|发热)",
)

_ROLES: tuple[tuple[LayerRole, re.Pattern[str]], ...] = (
    (
        "paste",
        words(
            r"(?:thermal\s+|heat[\s-]?conducti\w+\s+)?(?:paste|grease|compound|adhesive|glue|pads?|gel|putty)"
            r"|TIM[12]?|thermal\s+interface(?:\s+material)?|epoxy|gap\s+(?:pads?|fillers?)|solder(?!ing)|bond\s+line",
            r"导热(?:硅?脂|膏|胶|垫片?|硅胶垫?|凝胶)|硅脂|焊料|焊锡|焊层|胶层|粘接层|界面材料",
        ),
    ),
    (
        "spreader",
        words(
            r"(?:heat\s+)?spreaders?|IHS|lids?|heat\s+slugs?|vapou?r\s+chambers?",
            r"均热板|均温板|扩热板|均热片|热扩散板|顶盖",
        ),
    ),
    (
        "sink",
        words(
            r"heat[\s-]?sinks?(?:\s+base)?|sinks?(?:\s+base)?|housings?",
            r"散热器(?:底板|底座|基板)?|散热片|热沉|散热底板",
        ),
    ),
    (
        "chip",
        words(
            r"chips?|dies?|dice|ICs?|CPUs?|GPUs?|processors?|LEDs?|MOSFETs?|IGBTs?|transistors?",
            r"芯片|晶片|裸片|管芯|晶圆|处理器|功率器件",
        ),
    ),
    (
        "board",
        words(r"PCBs?|boards?|substrates?|carriers?", r"电路板|线路板|载板|基板|衬底|基片"),
    ),
    (
        "layer",
        words(
            r"layers?|covers?|sheets?|plates?|foils?|coatings?|casings?|slabs?|boards?|panels?|claddings?",
            r"(?:上|下|中间|底|顶|外|内|第[一二三四五])?层|盖板|外壳|壳体|薄膜|板|片|箔",
        ),
    ),
)


def find_roles(text: str) -> tuple[tuple[LayerRole, Span], ...]:
    """What the words of a normalised prompt say layers are there for, in order."""
    remaining = without(text, _NO_ROLE)
    found: list[tuple[LayerRole, Span]] = []
    for role, pattern in _ROLES:
        for match in pattern.finditer(remaining):
            found.append((role, match.span()))
            remaining = blanked(remaining, match.span())
    return tuple(_joined(text, sorted(found, key=lambda item: item[1])))


def _joined(text: str, found: list[tuple[LayerRole, Span]]) -> Iterator[tuple[LayerRole, Span]]:
    """Two words for one thing are one: `LED chip`."""
    while found:
        role, (start, end) = found.pop(0)
        while found and found[0][0] == role and text[end : found[0][1][0]].isspace():
            end = found.pop(0)[1][1]
        yield role, (start, end)
