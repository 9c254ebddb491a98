"""How much physical time a prompt says the clip spans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.patterns import FLAGS
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.quantities import Quantity

LONGEST_S = 1e9
WITHOUT_MATERIAL_S = 60.0
_CLIP_WORDS = re.compile(
    r"[\s-]*(?:[a-z]+\s+){0,2}(?:video|clip|animation|movie|gif|film)(?![a-z])"
    r"|\s*[\u4e00-\u9fff]{0,5}(?:视频|动画|短片|影片|动图|片段)",
    FLAGS,
)
_PHYSICAL_BEFORE = re.compile(
    r"(?:加热|冷却|持续|(?<![a-z])(?:for|over|after|during))\s*(?:了|about)?\s*$", FLAGS
)


@dataclass(frozen=True)
class NamedDuration:
    """Physical time a prompt asks for, s, or None; and times it names that were not used."""

    seconds: float | None
    unused: tuple[Text, ...]


def find_duration(text: str, times: Iterable[Quantity]) -> NamedDuration:
    """The physical time of a normalised prompt; `a 5 s video` is about the clip and not about the heat.

    Raises:
        InvalidInput: the time is zero, negative or over 30 years.
    """
    seconds: float | None = None
    unused: list[Text] = []
    for time in times:
        physical = _PHYSICAL_BEFORE.search(text[: time.span[0]])
        if not physical and _CLIP_WORDS.match(text, time.span[1]):
            unused.append(
                say(
                    "“{words}” was not used: frames and frame rate set how long the clip plays.",
                    words=time.written,
                )
            )
        elif seconds is None:
            seconds = time.value
        else:
            unused.append(say("“{words}” was not used.", words=time.written))
    if seconds is not None:
        checked_seconds(seconds)
    return NamedDuration(seconds, tuple(unused))


def checked_seconds(seconds: float) -> float:
    """`seconds` if a clip can span them.

    Raises:
        InvalidInput: they are zero, negative or over 30 years.
    """
    if 1e-9 <= seconds <= LONGEST_S:
        return seconds
    raise InvalidInput(
        say("A duration of {seconds} s cannot be shown.", seconds=number(seconds)),
        say("Give a time above zero and below thirty years, or leave it out."),
    )
