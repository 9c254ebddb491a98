"""Numbers as people write them: digits, Chinese numerals, a few English words."""

from __future__ import annotations

CHINESE_NUMERAL = "[零〇一二两三四五六七八九十百千万半]{1,9}"
ENGLISH_NUMERAL = (
    r"(?:half an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|(?:a|one|two|three|four|five|six|seven|eight|nine)\s+hundred|(?:a|one)\s+thousand)"
)

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_WORDS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
_MULTIPLES = {"hundred": 100, "thousand": 1000}


def parse_number(written: str) -> float:
    """The value of a number in digits (`1,000`, `0,5`, `1e-3`), Chinese (`三百五十`) or English words.

    Raises:
        ValueError: it is none of these.
    """
    stripped = written.strip()
    if stripped[:1].isascii() and not stripped[:1].isalpha():
        return float(_without_thousands(stripped))
    if stripped[:1].isascii():
        return _english(stripped.lower())
    return _chinese(stripped)


def _without_thousands(digits: str) -> str:
    head, comma, tail = digits.partition(",")
    if comma and head.lstrip("+-") == "0":
        return f"{head}.{tail}"
    return digits.replace(",", "")


def _english(words: str) -> float:
    if words.startswith("half"):
        return 0.5
    first, *rest = words.split()
    return _WORDS[first] * (_MULTIPLES[rest[0]] if rest else 1)


def _chinese(numeral: str) -> float:
    if numeral == "半":
        return 0.5
    total = section = digit = 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _PLACES:
            section += (digit or 1) * _PLACES[character]
            digit = 0
        elif character == "万":
            total += (section + digit or 1) * 10_000
            section = digit = 0
        else:
            raise ValueError(numeral)
    return float(total + section + digit)
