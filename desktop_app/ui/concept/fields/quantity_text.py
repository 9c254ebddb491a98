"""Numbers with units as a person types them, and as they are shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import Text, say
from desktop_app.ui.concept import words
from desktop_app.ui.concept.fields.units import MEASURES, Dimension, Measure, Unit
from desktop_app.ui.translation import in_words

_NUMBER = r"[-+]?(?:\d+(?:[.,]\d*)*|\.\d+)(?:[eE][-+]?\d{1,3})?"
_WHOLE = re.compile(rf"({_NUMBER})(.*)")
_PIECE = re.compile(rf"({_NUMBER})([^\d.,+-]*)")


@dataclass(frozen=True)
class ShownQuantity:
    """A value in words.

    Attributes:
        unit: what a bare number typed over it would be in.
    """

    text: str
    unit: Unit


def show_quantity(value: float, dimension: Dimension) -> ShownQuantity:
    """A value in the unit that suits it.

    Args:
        value: SI.
        dimension: what it measures.
    """
    shown = [unit for unit in MEASURES[dimension].units if unit.shown_from is not None]
    if dimension == "time":
        return ShownQuantity(in_words(words.duration_words(value)), shown[-1])
    magnitude = abs(value) * (1 + 1e-9)
    unit = next((u for u in shown if u.shown_from is not None and magnitude >= u.shown_from), shown[-1])
    return ShownQuantity(
        f"{words.plain_number((value - unit.offset) / unit.factor)} {unit.symbol}".strip(), unit
    )


def read_quantity(typed: str, dimension: Dimension, bare: Unit | None = None) -> float:
    """The SI value of what was typed.

    Args:
        typed: `20 cm`, `300`, `2 min 30 s`, in English or Chinese.
        dimension: what is expected.
        bare: the unit of a number that is typed without one; the first that is shown where None.

    Raises:
        InvalidInput: it is no number with a unit of this dimension, or one that makes no sense.
    """
    measure = MEASURES[dimension]
    pairs = _pairs(typed, several=dimension == "time")
    if not pairs:
        raise _not_one(typed, measure)
    value = 0.0
    for number, symbol in pairs:
        unit = _unit(symbol, measure) if symbol else bare or measure.units[0]
        if unit is None:
            raise _not_one(typed, measure)
        value += number * unit.factor + unit.offset
    _check(value, typed, dimension, measure)
    return value


def _pairs(typed: str, several: bool) -> list[tuple[float, str]]:
    """The numbers and the symbols after them, or nothing where there is anything else."""
    text = _plain(typed)
    matches = list(_PIECE.finditer(text)) if several else [_WHOLE.fullmatch(text)]
    pairs, end = [], 0
    for match in matches:
        number = _number(match[1]) if match is not None else None
        if match is None or number is None or match.start() != end:
            return []
        pairs.append((number, match[2]))
        end = match.end()
    return pairs if end == len(text) else []


def _number(digits: str) -> float | None:
    """`1,000` is a thousand; `0,5`, `1,25` and `2,5` have a decimal comma."""
    head, comma, tail = digits.partition(",")
    thousands = re.fullmatch(r"[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?(?:[eE].*)?", digits)
    try:
        return float(digits.replace(",", "") if thousands or not comma else f"{head}.{tail}")
    except ValueError:
        return None


def _plain(text: str) -> str:
    """Without what people write differently: spaces, dots, brackets, raised digits, dashes for a minus."""
    folded = unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-")
    return re.sub(r"[\s()·⋅*^]+", "", folded)


def _unit(symbol: str, measure: Measure) -> Unit | None:
    """The unit of that spelling; in another case where no other one is meant."""
    spellings = {_plain(s): unit for unit in measure.units for s in (unit.symbol, *unit.spellings)}
    if symbol in spellings:
        return spellings[symbol]
    near = {unit for spelling, unit in spellings.items() if spelling.casefold() == symbol.casefold()}
    return near.pop() if len(near) == 1 else None


def _check(value: float, typed: str, dimension: Dimension, measure: Measure) -> None:
    too_small = value < measure.least or (measure.above and value == measure.least)
    whole = dimension != "count" or value == round(value)
    if too_small and dimension == "temperature":
        raise InvalidInput(
            say("“{typed}” is not above absolute zero (−273.15 °C).", typed=typed.strip()),
            say("Write a temperature above −273.15 °C."),
        )
    if too_small or not value <= measure.most or not whole:
        raise _not_one(typed, measure)


def _not_one(typed: str, measure: Measure) -> InvalidInput:
    if not typed.strip():
        return InvalidInput(say("Nothing is written here."), _write(measure))
    return InvalidInput(
        say("“{typed}” is not {expected}.", typed=typed.strip(), expected=measure.name), _write(measure)
    )


def _write(measure: Measure) -> Text:
    return say("Write, for example, {example}.", example=measure.example)
