"""The strip along the lower edge that every exported frame carries."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.media.overlay.lettering import Letter, Lettering
from desktop_app.media.overlay.scale import BRIGHT, DIM, STRIP, Scale
from desktop_app.media.overlay.sprite import Sprite

_MOST_OF_HEIGHT = 0.5
_MOST_WITH_CAPTIONS = 0.36
_SMALLEST = 6


class DisclaimerStrip:
    """The disclaimer over the frame's full width, captions under it, and beside it the prompt where it fits.

    Captions are shortened, or left out of very small frames, so that they do not cover the body.
    """

    def __init__(
        self,
        scale: Scale,
        lettering: Lettering,
        disclaimer: str,
        prompt: str,
        captions: tuple[str, ...] = (),
    ) -> None:
        letter, lines = _letters_that_fit(scale, lettering, disclaimer)
        pad = max(2, round(letter.line_height * 0.32))
        below = lettering.regular(scale.small)
        top = pad + letter.line_height * len(lines)
        noted = _captions_that_fit(
            scale, lettering, below, captions, scale.height * _MOST_WITH_CAPTIONS - top - pad
        )
        self.height = min(scale.height, top + len(noted) * below.line_height + pad)
        picture = Image.new("RGBA", (scale.width, self.height), STRIP)
        for row, line in enumerate(lines):
            letter.draw(picture, (scale.margin, pad + row * letter.line_height), line, BRIGHT)
        for row, line in enumerate(noted):
            below.draw(picture, (scale.margin, top + row * below.line_height), line, DIM)
        if len(lines) == 1:
            small = lettering.regular(scale.small)
            room = scale.width - letter.width(lines[0]) - 2 * scale.margin - 3 * scale.text
            shown = small.shorten(lettering.printable(prompt), room) if room > 8 * scale.small else ""
            corner = (scale.width - scale.margin, pad + letter.ascent - small.ascent)
            small.draw(picture, corner, shown, DIM, right=True)
        self._sprite = Sprite(picture, 0, scale.height - self.height)

    def draw(self, frame: NDArray[np.uint8]) -> None:
        """Lay the strip over `frame`, in place."""
        self._sprite.lay_over(frame)


def _captions_that_fit(
    scale: Scale, lettering: Lettering, letter: Letter, captions: tuple[str, ...], room: float
) -> list[str]:
    """The captions in lines; of each as many as all have room for, the last one shortened."""
    width = max(1, scale.width - 2 * scale.margin)
    wrapped = [letter.wrap(lettering.printable(caption), width) for caption in captions]
    lines_free = max(0, int(room / letter.line_height))
    most = lines_free // max(1, len(captions))
    if most == 0:
        wrapped, most = wrapped[:lines_free], 1
    shown: list[str] = []
    for lines in wrapped:
        kept = lines[:most]
        if len(lines) > most:
            kept[-1] = letter.shorten(" ".join(lines[most - 1 :]), width)
        shown += kept
    return shown


def _letters_that_fit(scale: Scale, lettering: Lettering, text: str) -> tuple[Letter, list[str]]:
    """The largest letters in which the whole text stands in the strip."""
    width = max(1, scale.width - 2 * scale.margin)
    for size in range(scale.text, _SMALLEST - 1, -1):
        letter = lettering.medium(size)
        lines = letter.wrap(text, width)
        fits = all(letter.width(line) <= width for line in lines)
        if fits and letter.line_height * (len(lines) + 0.64) <= _MOST_OF_HEIGHT * scale.height:
            return letter, lines
    return letter, lines
