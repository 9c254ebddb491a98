"""The overlay's letters: fonts shipped with the app, measuring, wrapping, shortening."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache, cached_property
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.text import say

_REGULAR = "NotoSansSC-Regular.ttf"
_MEDIUM = "NotoSansSC-Medium.ttf"
Colour = tuple[int, int, int]
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_ELLIPSIS = "..."
_NEVER_FIRST = "，。：；、！？）」』》…·,.:;!?)"
_TOKENS = re.compile(rf"[{_WIDE}][{_NEVER_FIRST}]*|[^\s{_WIDE}]+[{_NEVER_FIRST}]*|\s+")


def finer(size: int) -> int:
    """How many times larger letters of a size are drawn than shown: small ones need it most."""
    return 4 if size < 16 else 2


class Letter:
    """One font at one size, drawn larger and averaged down, so that letters stand evenly between pixels."""

    def __init__(self, font: FreeTypeFont, size: int) -> None:
        """Take a `font` loaded at `size` times what `finer` says."""
        self._font = font
        self._finer = finer(size)
        self._length = cache(font.getlength)
        self._drawn: dict[str, tuple[Image.Image, float]] = {}
        self.size = size

    @cached_property
    def line_height(self) -> int:
        """Distance between base lines, pixels."""
        return round(self.size * 1.32)

    @cached_property
    def ascent(self) -> int:
        """From the top of a line to its base line, pixels."""
        return round(self.size * 1.04)

    def width(self, text: str) -> int:
        """Advance of a line of text, pixels, rounded up."""
        return math.ceil(self._length(text) / self._finer)

    def ink_height(self, text: str) -> float:
        """Height of what is actually painted, pixels."""
        _, top, _, bottom = self._font.getbbox(text)
        return (bottom - top) / self._finer

    def mask(self, text: str) -> Image.Image:
        """The painted text, `L`, one line high and as wide as the text."""
        return self._large(text).reduce(self._finer)

    def figures(self, text: str, width: int) -> Image.Image:
        """As `mask`, `width` pixels wide, made of letters drawn before: for text that changes."""
        line = Image.new("L", (width * self._finer, self.line_height * self._finer))
        at = 0.0
        for character in text:
            if character not in self._drawn:
                self._drawn[character] = (self._large(character), self._length(character))
            picture, advance = self._drawn[character]
            line.paste(255, (round(at), 0), picture)
            at += advance
        return line.reduce(self._finer)

    def draw(
        self, picture: Image.Image, at: tuple[int, int], text: str, colour: Colour, *, right: bool = False
    ) -> None:
        """Paint `text` into an RGBA picture, the upper left (or right) corner of its line at `at`."""
        left = at[0] - self.width(text) if right else at[0]
        picture.paste((*colour, 255), (left, at[1]), self.mask(text))

    def _large(self, text: str) -> Image.Image:
        size = (max(1, self.width(text)) * self._finer, self.line_height * self._finer)
        picture = Image.new("L", size)
        ImageDraw.Draw(picture).text((0, self.ascent * self._finer), text, 255, self._font, anchor="ls")
        return picture

    def shorten(self, text: str, width: int) -> str:
        """`text`, or as much of its start as fits with an ellipsis; empty where not even that fits."""
        if self.width(text) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (
                (middle, high)
                if self.width(text[:middle].rstrip() + _ELLIPSIS) <= width
                else (low, middle - 1)
            )
        return text[:low].rstrip() + _ELLIPSIS if low else ""

    def wrap(self, text: str, width: int) -> list[str]:
        """Lines of nearly equal length, as few as `width` allows; a word wider than that stands alone."""
        fewest = self._greedy(text, width)
        low, high = 1, width
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._fits(text, middle, len(fewest)) else (middle + 1, high)
        return self._greedy(text, high)

    def _fits(self, text: str, width: int, lines: int) -> bool:
        wrapped = self._greedy(text, width)
        return len(wrapped) <= lines and all(self.width(line) <= width for line in wrapped)

    def _greedy(self, text: str, width: int) -> list[str]:
        lines = [""]
        for token in _TOKENS.findall(text):
            if lines[-1] and self.width((lines[-1] + token).rstrip()) > width:
                lines[-1] = lines[-1].rstrip()
                lines.append("")
            lines[-1] += token if lines[-1] else token.lstrip()
        return [line.rstrip() for line in lines if line.strip()]


class Lettering:
    """Noto Sans SC in two weights, from the folder of the app's fonts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._letters = cache(self._letter)

    def regular(self, size: int) -> Letter:
        """For numbers and secondary lines."""
        return self._letters(_REGULAR, size)

    def medium(self, size: int) -> Letter:
        """For what is meant to be read first."""
        return self._letters(_MEDIUM, size)

    def printable(self, text: str) -> str:
        """`text` in one line, without the signs the font has no shape for (emoji, control characters)."""
        font = self._load(_REGULAR, 24)
        missing = bytes(font.getmask("\U0010fffd"))
        kept = [
            character
            for character in text
            if character.isspace()
            or unicodedata.category(character)[0] not in "SCM"
            or bytes(font.getmask(character)) != missing
        ]
        return " ".join("".join(kept).split())

    def _letter(self, name: str, size: int) -> Letter:
        return Letter(self._load(name, size * finer(size)), size)

    def _load(self, name: str, size: int) -> FreeTypeFont:
        path = self._folder / name
        try:
            return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
        except OSError as error:
            raise ExportFailed(
                say("The font {name} of HeatSketch is missing.", name=name),
                say("Install HeatSketch again."),
                f"{path}: {error}",
            ) from error
