"""The card at the upper right: where the pictures come from, and the time they show."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.domain.text import Catalogue
from desktop_app.media.overlay.annotation import Annotation
from desktop_app.media.overlay.lettering import Letter, Lettering
from desktop_app.media.overlay.scale import BRIGHT, DIM, PANEL, Scale
from desktop_app.media.overlay.sprite import Sprite, card, tint
from desktop_app.media.overlay.wording import lapse, model_and_seed, origin, seed_text, times

_MOST_OF_WIDTH = 0.42


class OriginCard:
    """AI label (or the word that the clip is computed), time, time-lapse factor, model and seed."""

    def __init__(
        self, scale: Scale, lettering: Lettering, annotation: Annotation, catalogue: Catalogue, room: int
    ) -> None:
        """Lay the card out in at most `room` pixels of height; the label is never left out."""
        self._scale = scale
        self._times = times(annotation.time_s)
        self._lapse = "" if annotation.time_lapse is None else lapse(annotation.time_lapse)
        plain = annotation.computed or annotation.opened
        label = origin(annotation.computed, annotation.opened).to(catalogue)
        self._heading = _heading(scale, lettering, label, plain)
        self._clock = lettering.medium(max(scale.text, round(scale.text * 1.25)))
        self._small = lettering.regular(scale.small)
        self._label = self._heading.wrap(label, _inner(scale, _MOST_OF_WIDTH if plain else 1.0))
        if self._height(False, []) > room:
            self._label = self._heading.wrap(label, _inner(scale, 1.0))
        notes = _notes(self._small, lettering.printable(annotation.model), annotation.seed, catalogue, scale)
        self._clock_width = max(map(self._clock.width, self._times))
        self._shows_time = self._height(True, []) <= room
        self._notes = notes if self._height(True, notes) <= room else []
        self.width = self._width()
        self.height = self._height(self._shows_time, self._notes)
        self._left = max(0, scale.width - scale.margin - self.width)
        self._static = Sprite(self._picture(), self._left, scale.margin)
        self._clock_mask = lru_cache(maxsize=2)(self._draw_clock)

    def draw(self, frame: NDArray[np.uint8], index: int) -> None:
        """Lay the card over `frame`, in place, with the time of frame `index`."""
        self._static.lay_over(frame)
        if self._shows_time:
            mask = self._clock_mask(self._times[index])
            top = self._scale.margin + self._clock_top
            left = self._left + self._scale.padding
            tint(frame[top : top + mask.shape[0], left : left + mask.shape[1]], mask, BRIGHT)

    @property
    def _clock_top(self) -> int:
        return self._scale.padding + len(self._label) * self._heading.line_height + self._scale.of(2)

    def _height(self, with_time: bool, notes: list[str]) -> int:
        clock = self._clock.line_height + self._scale.of(2) if with_time else 0
        label = len(self._label) * self._heading.line_height
        return 2 * self._scale.padding + label + clock + len(notes) * self._small.line_height

    def _width(self) -> int:
        gap = self._clock.size if self._lapse else 0
        rows = [*map(self._heading.width, self._label), *map(self._small.width, self._notes)]
        if self._shows_time:
            rows.append(self._clock_width + gap + self._small.width(self._lapse))
        widest = self._scale.width - 2 * self._scale.margin
        return max(1, min(max(rows) + 2 * self._scale.padding, widest))

    def _picture(self) -> Image.Image:
        scale, pad, small = self._scale, self._scale.padding, self._small
        picture = card(self.width, self.height, scale.radius, PANEL)
        for row, line in enumerate(self._label):
            self._heading.draw(picture, (pad, pad + row * self._heading.line_height), line, BRIGHT)
        top = self._clock_top
        if self._shows_time:
            corner = (self.width - pad, top + self._clock.ascent - small.ascent)
            small.draw(picture, corner, self._lapse, DIM, right=True)
            top += self._clock.line_height
        for row, note in enumerate(self._notes):
            small.draw(picture, (pad, top + row * small.line_height), note, DIM)
        return picture

    def _draw_clock(self, text: str) -> NDArray[np.uint8]:
        width = max(1, min(self._clock_width, self.width - 2 * self._scale.padding))
        return np.asarray(self._clock.figures(text, width))


def _heading(scale: Scale, lettering: Lettering, label: str, plain: bool) -> Letter:
    """Letters of the label: as high as the labelling standard asks where it is the AI label."""
    size = scale.text
    if not plain:
        while lettering.medium(size).ink_height(label) < scale.label_height:
            size += 1
    while size > 6 and lettering.medium(size).width(label) > _inner(scale, 1.0) and not plain:
        size -= 1
    return lettering.medium(size)


def _inner(scale: Scale, share: float) -> int:
    """Width inside a card that takes `share` of the frame's."""
    return max(1, round(scale.width * share) - 2 * (scale.margin + scale.padding))


def _notes(letter: Letter, model: str, seed: int | None, catalogue: Catalogue, scale: Scale) -> list[str]:
    """Model and seed, in one line where that is short enough."""
    room = max(_inner(scale, _MOST_OF_WIDTH), min(10 * scale.small, _inner(scale, 1.0)))
    if seed is None:
        return [letter.shorten(model, room)]
    both = model_and_seed(model, seed).to(catalogue)
    if letter.width(both) <= min(room, 20 * scale.small):
        return [both]
    return [letter.shorten(model, room), letter.shorten(seed_text(seed).to(catalogue), room)]
