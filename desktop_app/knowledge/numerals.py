"""Numbers as people write them: digits, powers of ten, fractions, Chinese numerals, English words."""

from __future__ import annotations

import re

DIGITS = (
    r"(?:10\^[-+]?\d{1,2}|(?:\d{1,3}(?:,\d{3})+(?!\d)|0,\d+|\d+(?:\.\d+)?|\.\d+)"
    r"(?:[eE][-+]?\d{1,4}|\s?[x×*·]\s?10\s?\^\s?\(?[-+]?\d{1,2}\)?)?)"
)
"""A number in digits: `1,000`, `0,5`, `1e-3`, `2 × 10^-4`, `10^5`."""

FRACTION = r"(?:\d{1,3}[\s-])?\d{1,2}/[1-9]\d{0,2}"
"""`1/2`, `1 1/2`."""

_ONE_TO_NINE = "一二两三四五六七八九"
_ZERO_TO_NINE = f"零〇{_ONE_TO_NINE}"
CHINESE_NUMERAL = (
    rf"(?:[{_ONE_TO_NINE}十]{{1,3}}分之[{_ONE_TO_NINE}十]{{1,3}}"
    rf"|[{_ZERO_TO_NINE}十]{{1,3}}点[{_ZERO_TO_NINE}]{{1,4}}"
    rf"|[{_ONE_TO_NINE}十]{{1,3}}个半|半|[{_ZERO_TO_NINE}十][{_ZERO_TO_NINE}十百千万]{{0,8}})"
)
DIGITS_AND_A_HALF = r"\d{1,3}个半"

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MULTIPLES = {"hundred": 100, "thousand": 1000}
_PARTS = {"half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4}

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SMALL = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:{_ONES}))?"
    rf"|{'|'.join(word for word in sorted(_WORDS, key=len, reverse=True) if len(word) > 2)})"
)
ENGLISH_NUMERAL = (
    rf"(?:(?:a|{_SMALL})\s+(?:hundred|thousand)(?:\s+(?:and\s+)?{_SMALL})?"
    rf"|(?:(?:a|{_SMALL})\s+)?(?:third|quarter)s?\s+of\s+(?:an?|one)"
    rf"|{_SMALL}(?:\s+and\s+a\s+half)?|(?:a\s+)?half\s+(?:of\s+)?an?|half"
    r"|an?(?=\s+(?:hour|minute|day|second|met(?:er|re))\b))"
)

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_POWER_OF_TEN = re.compile(r"\s?[x×*·]\s?10\s?\^\s?\(?(?P<exponent>[-+]?\d{1,2})\)?$", re.ASCII)


def parse_number(written: str) -> float:
    """The value of a number in digits (`1,000`, `0,5`, `2×10^-4`, `1 1/2`), Chinese (`三百五十`) or English.

    Raises:
        ValueError: it is none of these.
    """
    stripped = written.strip()
    if stripped[:1].isascii() and not stripped[:1].isalpha():
        return _in_digits(stripped)
    if stripped[:1].isascii():
        return _english(stripped.lower())
    return _chinese(stripped)


def _in_digits(written: str) -> float:
    if written.endswith("个半"):
        return float(written[:-2]) + 0.5
    if "/" in written:
        whole, _, fraction = written.rpartition(" " if " " in written else "-")
        numerator, denominator = (int(part) for part in fraction.split("/"))
        return (float(whole) if whole else 0.0) + numerator / denominator
    power = _POWER_OF_TEN.search(written)
    if power is not None:
        return _without_thousands(written[: power.start()]) * 10.0 ** int(power["exponent"])
    base, caret, exponent = written.partition("^")
    if caret:
        return float(base) ** int(exponent)
    return _without_thousands(written)


def _without_thousands(digits: str) -> float:
    head, comma, tail = digits.partition(",")
    if comma and head.lstrip("+-") == "0":
        return float(f"{head}.{tail}")
    return float(digits.replace(",", ""))


def _english(words: str) -> float:
    counted, _, _ = words.partition(" of ")
    added = 0.0
    if re.search(r"\s+and\s+a\s+half$", counted):
        counted, added = counted[: counted.rindex(" and")], 0.5
    total = 0.0
    for word in re.split(r"[\s-]+", counted):
        if word in _MULTIPLES:
            total = (total or 1.0) * _MULTIPLES[word]
        elif word in _PARTS:
            total = (total or 1.0) * _PARTS[word]
        elif word not in ("and", "a", "an") or not total:
            total += _WORDS[word]
    return total + added


def _chinese(numeral: str) -> float:
    if numeral == "半":
        return 0.5
    if numeral.endswith("个半"):
        return _chinese(numeral[:-2]) + 0.5
    if "分之" in numeral:
        denominator, _, numerator = numeral.partition("分之")
        return _chinese(numerator) / _chinese(denominator)
    if "点" in numeral:
        whole, _, decimals = numeral.partition("点")
        return _chinese(whole) + float("0." + "".join(str(_DIGITS[digit]) for digit in decimals))
    return _places(numeral)


def _places(numeral: str) -> float:
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
