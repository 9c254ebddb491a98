"""The notation of textbooks and drawings in words the recognisers know."""

from __future__ import annotations

import re

from desktop_app.knowledge.patterns import FLAGS

_AT_L = r"T\s*\(\s*(?:x\s*=\s*)?L\s*(?:,\s*t\s*)?\)"
_AT_0_ALWAYS = r"T\s*\(\s*(?:x\s*=\s*)?0\s*,\s*t\s*\)"
_AT_0 = r"T\s*\(\s*(?:x\s*=\s*)?0\s*\)"
_FAR_END = re.compile(rf"(?<![A-Za-z])(?:{_AT_L}|(?:at\s+)?x\s*=\s*L(?![A-Za-z]))", FLAGS)
_NEAR_END = re.compile(rf"(?<![A-Za-z])(?:{_AT_0_ALWAYS}|(?:at\s+)?x\s*=\s*0(?![.\d]))", FLAGS)
_NEAR_OR_START = re.compile(rf"(?<![A-Za-z]){_AT_0}", FLAGS)
_NUMBER = r"\d+(?:\.\d+)?"
_BORE = r"(?:OD|ID|O\.D\.|I\.D\.|外径|内径)"
_SHARED_UNIT = re.compile(
    rf"(?P<first>{_BORE}\s*[=:为]?\s*{_NUMBER})(?=\s*(?:,|/|and|和)?\s*{_BORE}\s*[=:为]?\s*{_NUMBER}\s*"
    r"(?P<unit>mm|cm|in|毫米|厘米)(?![A-Za-z]))",
    FLAGS,
)
_LABEL = re.compile(r"(?<![A-Za-z])([WDHL])(?=\d+(?:\.\d+)?\s*(?:mm|cm|m)(?![A-Za-z]))")
"""A letter that stands for an extent, right before its number."""


def spelled_out(text: str) -> str:
    """`T(0,t)`, `x = L`, `OD 50 ID 30 mm` and `W100 mm` as words and units; its length may change.

    `T(0)` is the left end where `T(L)` is given too, else the start.
    """
    both_ends = _FAR_END.search(text) is not None
    text = _NEAR_END.sub("left end", _FAR_END.sub("right end", text))
    if both_ends:
        text = _NEAR_OR_START.sub("left end", text)
    text = _SHARED_UNIT.sub(r"\g<first> \g<unit>", text)
    return _LABEL.sub(r"\1 ", text)
