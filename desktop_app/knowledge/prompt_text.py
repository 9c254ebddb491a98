"""The prompt as the recognisers read it: one width of digits and signs, and spans that can be blanked out."""

from __future__ import annotations

import math
import re
import unicodedata

from desktop_app.domain.concept import Language

Span = tuple[int, int]

_SAME_AS = str.maketrans(
    {
        "\u2212": "-",
        "\u2013": "-",
        "\u2010": "-",
        "\u2011": "-",
        "µ": "μ",
        "∙": "·",
        "⋅": "·",
        "•": "·",
        "，": ",",
        "、": ",",
        "\u2044": "/",
        "～": "~",
        "〜": "~",
        "∼": "~",
    }
)
_DEGREES = str.maketrans({"º": "°", "˚": "°"})
_POWER = re.compile(r"(?<=[0-9])[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_TIMES = re.compile(r"(?<=[0-9mn\"])(\s*)[xX*](?=\s*-?[0-9])")
_VULGAR_FRACTION = re.compile(r"(?<=[0-9])(?=[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_ENGLISH = re.compile(
    r"(?<![A-Za-z])(?!(?:[mck]m|min|inch|[mk]?W|kg|hr?|sec|mK)(?![A-Za-z]))[A-Za-z]{2,}",
    re.ASCII | re.IGNORECASE,
)


def normalised(prompt: str) -> str:
    """`prompt` with compatibility forms unified (NFKC) and minus signs, dots and commas made one.

    A power after a digit keeps its caret (10⁻⁴ is `10^-4` and not `10-4`), 1½ its gap; an x between two
    lengths is a ×.
    """
    spaced = _VULGAR_FRACTION.sub(" ", prompt.translate(_DEGREES))
    powers = _POWER.sub(lambda match: f"^{match[0]}", spaced)
    return _TIMES.sub(r"\1×", unicodedata.normalize("NFKC", powers).translate(_SAME_AS))


def language_of(prompt: str) -> Language:
    """`zh` where there are at least as many Chinese characters as English words, units aside, else `en`."""
    chinese = len(_CJK.findall(prompt))
    return "zh" if chinese and chinese >= len(_ENGLISH.findall(prompt)) else "en"


def blanked(text: str, span: Span) -> str:
    """`text` of the same length with the span replaced by spaces, so that it is not read again."""
    start, end = span
    return text[:start] + " " * (end - start) + text[end:]


def without(text: str, pattern: re.Pattern[str]) -> str:
    """`text` of the same length with every match of `pattern` replaced by spaces."""
    return pattern.sub(lambda match: " " * len(match[0]), text)


def number(value: float) -> str:
    """A number for a sentence: four significant digits, without an exponent where that reads well."""
    if value == 0 or not 1e-4 <= abs(value) < 1e7:
        return f"{value:.4g}"
    decimals = max(0, 3 - math.floor(math.log10(abs(value))))
    fixed = f"{value:.{decimals}f}"
    return fixed.rstrip("0").rstrip(".") if "." in fixed else fixed
