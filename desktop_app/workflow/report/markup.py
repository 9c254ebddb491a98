"""HTML and SVG in which whatever is not markup is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Markup:
    """Text that is markup already; everything else is escaped on its way into an element."""

    text: str


Child = Markup | str
NOTHING = Markup("")
_VOID = frozenset({"meta", "img", "br"})


def element(name: str, attributes: Mapping[str, object] | None = None, *children: Child) -> Markup:
    """An element; its attributes' values and its children that are plain text are escaped."""
    opening = "".join(f' {key}="{_plain(_value(value))}"' for key, value in (attributes or {}).items())
    if name in _VOID:
        return Markup(f"<{name}{opening}>")
    return Markup(f"<{name}{opening}>{joined(*children).text}</{name}>")


def joined(*children: Child) -> Markup:
    """Several pieces one after the other."""
    return Markup("".join(each.text if isinstance(each, Markup) else _plain(each) for each in children))


def isolated(text: str) -> Markup:
    """Words from outside, which turn nothing around them if they are written from right to left."""
    return element("bdi", None, text)


def _value(value: object) -> str:
    """As it stands; a number with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _plain(text: str) -> str:
    """Escaped, without what no page may hold: control characters and halves of letters."""
    kept = "".join(letter for letter in text if letter in "\n\t" or (letter >= " " and letter != "\x7f"))
    return escape(kept.encode("utf-8", "replace").decode("utf-8"), quote=True)
