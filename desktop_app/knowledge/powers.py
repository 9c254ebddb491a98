"""Powers of a prompt: how many alike there are, and which coefficient is no surface's."""

from __future__ import annotations

import re

from desktop_app.knowledge.numerals import CHINESE_NUMERAL, parse_number
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.quantities import Quantity

MOST_ALIKE = 1000
_DEVICE = (
    r"(?:chips?|LEDs?|MOSFETs?|transistors?|IGBTs?|resistors?|diodes?|lasers?|heaters?|ICs?|dies|devices?"
    r"|cores?|sources?"
    r"|components?|modules?|lamps?|beads?|CPUs?|GPUs?|packages?)"
)
_COUNT_EN = r"(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_COUNT_ZH = rf"(?P<m>\d{{1,3}}|{CHINESE_NUMERAL})"
_BEFORE = re.compile(
    rf"(?:(?<![\w.]){_COUNT_EN}\s+(?:[A-Za-z]+\s+){{0,2}}?{_DEVICE}\s+(?:of|at|@)\s*"
    rf"|(?<![\w.]){_COUNT_EN.replace('<n>', '<k>')}\s*(?:x|×|\*|pieces?\s+of|times)?\s*"
    rf"|(?<!第){_COUNT_ZH}\s*[个颗只枚片块支路组]\s*(?:的)?(?:功率|发热|热耗)?(?:为|是)?\s*)$",
    FLAGS,
)
_EACH_AFTER = re.compile(
    r"\s*(?:each|apiece|per\s+(?:chip|LED|piece|device|unit|die|core|module))\b|\s*/\s*[个颗只枚片]", FLAGS
)
_EACH_BEFORE = re.compile(
    r"(?:each|every)\s+(?:\w+\s+){0,3}?$|每[个颗只枚片块路一][^,;。]{0,8}$|各(?:自)?(?:为|是|发热|功率"
    r"|热耗)*\s*$|单[个颗只片][^,;。]{0,8}$",
    FLAGS,
)
DEVICES = re.compile(
    rf"(?<![\w.]){_COUNT_EN}\s+(?:[A-Za-z]+\s+){{0,3}}?(?:{_DEVICE}|(?!fins|minutes|hours|days"
    rf"|seconds)[A-Za-z]+s|people)\b"
    rf"|(?<!第){_COUNT_ZH}\s*[个颗只枚片块支路组](?!散热片|翅片|鳍)",
    FLAGS,
)
_OF_A_CONTACT = re.compile(r"(?:contact|interface|joint|接触|界面)[^,;。]{0,24}$", FLAGS)


def counted(text: str, power: Quantity) -> int:
    """How many sources of this power a normalised prompt has: `two 10 W chips`, 每个10W."""
    before = text[max(0, power.span[0] - 40) : power.span[0]]
    match = _BEFORE.search(before)
    if match is None and (_EACH_AFTER.match(text, power.span[1]) or _EACH_BEFORE.search(before)):
        all_devices = list(DEVICES.finditer(text))
        near = [m for m in all_devices if m.start() < power.span[0]] or all_devices
        match = near[-1] if near else None
    if match is None:
        return 1
    count = parse_number(next(number for number in match.groups() if number))
    return int(count) if count == int(count) and 1 <= count <= MOST_ALIKE else 1


def of_a_contact(text: str, coefficient: Quantity) -> bool:
    """Whether a heat transfer coefficient is that of a contact and not of a surface."""
    before = text[max(0, coefficient.span[0] - 40) : coefficient.span[0]]
    return coefficient.dimension == "heat_transfer_coefficient" and bool(_OF_A_CONTACT.search(before))
