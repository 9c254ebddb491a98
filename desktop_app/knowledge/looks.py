"""Which look a prompt asks for."""

from __future__ import annotations

import re

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import Span, blanked

DEFAULT_LOOK = "inferno"
LOOK_NAMES = ("inferno", "iron", "rainbow", "white_hot", "glow", "natural")

_STYLE = r"(?:palette|look|colou?r\s*(?:map|scale|bar|s)?|style|scheme|view|mode|gradient)"

_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "white_hot",
        words(
            r"white[\s_-]hot|gr[ae]y[\s-]?scale(?:\s+thermal)?|monochrome|black[\s-]and[\s-]white|b\s?&\s?w"
            rf"|gr[ae]y\s+{_STYLE}",
            r"白热|灰度|黑白",
        ),
    ),
    (
        "rainbow",
        words(
            rf"rainbow(?:\s+{_STYLE})?|jet\s+{_STYLE}"
            r"|(?<!gas )(?<!air )(?<!water )(?<!flame )(?<!hot )(?<!cold )jet(?=\s*(?:[,.;!)]|$))",
            r"彩虹[色图]?|jet\s*[色配]",
        ),
    ),
    ("inferno", words(rf"inferno(?:\s+{_STYLE})?", r"炼狱色")),
    (
        "iron",
        words(
            rf"iron[\s-]?bow|iron\s+{_STYLE}|(?:infra-?red|thermal|IR|FLIR|heat)\s+(?:cam(?:era)?s?|imag\w+|view"
            r"|video|photo|picture|vision|look|style|palette|footage|colou?rs?)"
            r"|infra-?red(?!\s+(?:lamps?|heat\w*|radiat\w+|lights?|lasers?|emitters?|sources?))"
            r"|thermogra\w+|thermal[\s-]imag\w+|FLIR",
            r"热成像仪?|热像仪?|热像图|红外(?!灯|加热|辐射|线|光|热源|激光)(?:相机|摄像机?|图像?|成像|视角|画面|热像)?"
            r"|铁红色?",
        ),
    ),
    (
        "glow",
        words(r"glow(?:s|ing)?|incandescen\w+|red[\s-]hot\s+look", r"发红光?|发光|炽热|白炽|红热|烧红|通红"),
    ),
    (
        "natural",
        words(
            r"natural\s+(?:look|colou?rs?|light\w*|style)|photo-?realis\w+|(?:natural|real|realistic|real-life)"
            r"\s+(?:photo\w*|look|style|video|footage|picture|image|render\w*)(?:\s+look)?"
            r"|(?:like|as)\s+an?\s+(?:real\s+)?photo\w*|realistic(?=\s*(?:[,.;!)]|$))",
            r"自然色|写实|真实(?:颜色|照片|感|画面)|照片(?:级|风格|效果|质感)|逼真|实拍|拟真",
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
