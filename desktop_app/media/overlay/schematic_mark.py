"""Large letters across a picture that must not be taken for more than it is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from desktop_app.media.overlay.lettering import Letter, Lettering
from desktop_app.media.overlay.scale import Scale
from desktop_app.media.overlay.sprite import Sprite

WIDTH_SHARE = 0.9
MOST_OF_HEIGHT = 0.4
SMALLEST, LARGEST = 9, 120
INK, SHADE = (255, 255, 255), (0, 0, 0)
INK_ALPHA, SHADE_ALPHA = 168, 150
"""Strong enough to be read on any palette, weak enough to see the picture through it."""


class SchematicMark:
    """The mark's words in the middle of the picture, as large as they fit."""

    def __init__(self, scale: Scale, lettering: Lettering, words: str, free_height: int) -> None:
        """Lay the words out in the upper `free_height` pixels of the frame."""
        letter, lines = _as_large_as_fits(scale, lettering, words, free_height)
        width = min(scale.width, max(letter.width(line) for line in lines) + 2 * letter.size)
        height = letter.line_height * len(lines) + letter.size
        ink = Image.new("RGBA", (width, height), (*INK, 0))
        for row, line in enumerate(lines):
            left = (width - letter.width(line)) // 2
            letter.draw(ink, (left, letter.size // 2 + row * letter.line_height), line, INK)
        strength = ink.getchannel("A")
        shade = strength.filter(ImageFilter.GaussianBlur(max(1.0, letter.size / 14)))
        shade = shade.point([min(255, 2 * level) * SHADE_ALPHA // 255 for level in range(256)])
        picture = Image.new("RGBA", (width, height), (*SHADE, 0))
        picture.putalpha(shade)
        ink.putalpha(strength.point([level * INK_ALPHA // 255 for level in range(256)]))
        picture = Image.alpha_composite(picture, ink)
        self._sprite = Sprite(picture, (scale.width - width) // 2, max(0, (free_height - height) // 2))

    def draw(self, frame: NDArray[np.uint8]) -> None:
        """Lay the mark over `frame`, in place."""
        self._sprite.lay_over(frame)


def _as_large_as_fits(
    scale: Scale, lettering: Lettering, words: str, free_height: int
) -> tuple[Letter, list[str]]:
    for size in range(min(LARGEST, scale.width // 6), SMALLEST, -1):
        letter = lettering.medium(size)
        lines = letter.wrap(words, round(WIDTH_SHARE * scale.width))
        fits = all(letter.width(line) <= WIDTH_SHARE * scale.width for line in lines)
        if fits and len(lines) <= 2 and letter.line_height * len(lines) <= MOST_OF_HEIGHT * free_height:
            return letter, lines
    letter = lettering.medium(SMALLEST)
    return letter, letter.wrap(words, scale.width)
