"""Which look a prompt asks for."""

from __future__ import annotations

import re

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import Span, blanked

DEFAULT_LOOK = "inferno"
LOOK_NAMES = ("inferno", "iron", "rainbow", "white_hot", "glow", "natural")

_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("white_hot", words(r"white[\s_-]hot|gr[ae]yscale(?:\s+thermal)?", r"白热|灰度")),
    (
        "rainbow",
        words(r"rainbow(?:\s+(?:palette|colou?rs?|look|colou?rmap|scale))?|jet\s+colou?rmap", r"彩虹[色图]?"),
    ),
    ("inferno", words(r"inferno(?:\s+(?:palette|look|colou?rmap))?", r"炼狱色")),
    (
        "iron",
        words(
            r"iron[\s-]?bow|iron\s+(?:palette|look|colou?r\s*(?:map|scale|s)?)|(?:infra-?red"
            r"|thermal|IR|FLIR)\s+(?:camera|imag\w+|view|video|photo|vision|look)"
            r"|thermogra\w+|thermal[\s-]imag\w+|FLIR",
            r"热成像仪?|热像仪?|热像图|红外(?:相机|摄像机?|图像?|成像|视角|画面|热像)?|铁红色?",
        ),
    ),
    (
        "glow",
        words(r"glow(?:s|ing)?|incandescen\w+|red[\s-]hot\s+look", r"发红光?|发光|炽热|白炽|红热|烧红|通红"),
    ),
    (
        "natural",
        words(
            r"natural\s+(?:look|colou?rs?|light\w*)|photo-?realistic|realistic\s+look",
            r"自然色|写实|真实颜色|照片级",
        ),
    ),
)


def find_look(text: str) -> tuple[str, Span] | None:
    """The look a normalised prompt asks for and where it stands, or None."""
    for name, pattern in _LOOKS:
        match = pattern.search(text)
        if match is not None:
            return name, match.span()
    return None


def without_look(text: str) -> str:
    """The prompt with words for a look blanked out, so that an iron palette is no iron."""
    for _, pattern in _LOOKS:
        for match in pattern.finditer(text):
            text = blanked(text, match.span())
    return text


def checked_look(name: str) -> str:
    """`name` if it is a look.

    Raises:
        InvalidInput: it is not.
    """
    known = name.strip().lower().replace("-", "_").replace(" ", "_")
    if known not in LOOK_NAMES:
        raise InvalidInput(
            say("There is no look called “{name}”.", name=name[:60]),
            say("Choose one of: {names}.", names=", ".join(LOOK_NAMES)),
        )
    return known
