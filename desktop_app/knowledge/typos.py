"""Misspelt connecting words set right; names of materials are never touched."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z]+")
_LONGEST_SYMBOL = 3
"""Letters up to which a capitalised word may be a symbol or an abbreviation."""
_FUZZY_FROM = 6
"""Letters from which on a word one edit away from a known one is taken for it."""

_SHORT: dict[str, str] = {
    "teh": "the", "hte": "the", "thje": "the", "wiht": "with", "whit": "with", "wih": "with", "witht": "with",
    "adn": "and", "nad": "and", "anf": "and", "fo": "of",
    "fro": "for", "frm": "from", "fomr": "from", "alon": "along", "alogn": "along", "oen": "one",
    "edn": "end", "eend": "end", "lefft": "left", "letf": "left",
    "rigth": "right", "rihgt": "right", "righ": "right", "tpo": "top", "botom": "bottom", "bottm": "bottom",
    "sied": "side", "sdie": "side", "heta": "heat", "haet": "heat", "haeted": "heated", "heted": "heated",
    "heatd": "heated", "hetaed": "heated", "heatet": "heated", "coold": "cooled", "colled": "cooled",
    "rodd": "rod", "plat": "plate", "palte": "plate", "plte": "plate",
    "shet": "sheet", "bolck": "block", "blok": "block", "cuve": "cube", "lenth": "length", "leng": "length",
    "lenght": "length", "legnth": "length", "widht": "width", "wdith": "width", "heigth": "height",
    "hight": "height", "thik": "thick", "thikc": "thick", "tihck": "thick", "logn": "long", "lnog": "long",
    "tempreture": "temperature", "temprature": "temperature", "temparature": "temperature",
    "tempeture": "temperature", "tempature": "temperature", "flaem": "flame", "falme": "flame",
    "stil": "still", "sitll": "still",
    "kep": "kept", "ketp": "kept", "hled": "held", "hekd": "held", "helf": "held", "bewteen": "between",
    "strats": "starts", "satrts": "starts", "intial": "initial", "finns": "fins", "fisn": "fins",
    "sacle": "scale", "oother": "other", "ohter": "other", "otehr": "other", "boht": "both", "btoh": "both",
    "wich": "which", "wehn": "when", "shwo": "show", "sohw": "show", "secods": "seconds", "minuts": "minutes",
}  # fmt: skip

_KNOWN = frozenset(
    """
    heated heating heater heaters temperature temperatures initial initially length diameter diameters radius
    thickness height insulated insulation insulating constant surface surfaces surround surrounding
    surroundings ambient material materials conductivity conductor conducts conducting conduction through
    middle center centre centred centered minutes minute seconds second between contact contacts resistance
    bracket brackets spreader spreaders cooled cooling cooler chilled melting maintained bottom starts
    started starting uniform uniformly suddenly compare compared compares comparing comparison versus
    density specific capacity coefficient transfer thermal camera rainbow infrared palette greyscale
    grayscale glowing realistic outside inside outdoor indoor window windows natural forced convection
    radiation emissivity stacked layers cylinder cylindrical rectangular square circular vertical
    horizontal exposed dissipates dissipated dissipating dissipation generates produces processor
    transistor resistor animation simulate simulation distribution steady period during
    connection connections connected quickly slowly slower faster hotter colder warmer
    """.split()  # noqa: SIM905
)


def corrected(text: str) -> str:
    """`text` with misspelt connecting words replaced by what is meant; its length may change."""
    return _WORD.sub(lambda match: _corrected_word(match[0]), text)


@lru_cache(maxsize=4096)
def _corrected_word(word: str) -> str:
    lower = word.lower()
    if lower in _SHORT and (word.islower() or len(word) > _LONGEST_SYMBOL):
        return _SHORT[lower]
    if len(lower) < _FUZZY_FROM or lower in _KNOWN or word[1:] != lower[1:]:
        return word
    near = {known for known in _edits(lower) if known in _KNOWN}
    return near.pop() if len(near) == 1 else word


def _edits(word: str) -> set[str]:
    """Words one slip of the keys away that begin with the same letter (after P. Norvig's spelling corrector).

    Only slips that rarely make another word: two letters swapped, one doubled or left out, one too many; no
    letter replaced by another.
    """
    letters = "abcdefghijklmnopqrstuvwxyz"
    splits = [(word[:i], word[i:]) for i in range(1, len(word) + 1)]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    without = {a + b[1:] for a, b in splits if b}
    with_one = {a + c + b for a, b in splits for c in letters}
    return swapped | without | with_one
