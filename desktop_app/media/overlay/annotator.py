"""The overlay of an export: laid out once, drawn over every frame."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.text import Catalogue
from desktop_app.media.overlay.annotation import Annotation
from desktop_app.media.overlay.disclaimer_strip import DisclaimerStrip
from desktop_app.media.overlay.lettering import Lettering
from desktop_app.media.overlay.origin_card import OriginCard
from desktop_app.media.overlay.profile_card import Place, ProfileCard, plan_profile
from desktop_app.media.overlay.scale import Scale
from desktop_app.media.overlay.schematic_mark import SchematicMark
from desktop_app.media.overlay.wording import disclaimer


class Annotator:
    """Burns disclaimer, origin, time and profile into frames of one size.

    The disclaimer's strip is laid out first and cannot be turned off, nor can a mark; in small frames the
    profile gives way first, then model and seed, then the time.
    """

    def __init__(
        self, size: tuple[int, int], annotation: Annotation, catalogue: Catalogue, fonts: Path
    ) -> None:
        """Prerender everything that does not change.

        Args:
            size: width and height of the frames, pixels.
            annotation: what to write.
            catalogue: the language to write it in.
            fonts: folder of the shipped fonts.

        Raises:
            ExportFailed: a font is missing.
        """
        self._size = size
        scale = Scale(*size)
        lettering = Lettering(fonts)
        captions = tuple(caption.to(catalogue) for caption in annotation.captions)
        self._strip = DisclaimerStrip(scale, lettering, disclaimer(catalogue), annotation.prompt, captions)
        self._mark: SchematicMark | None = None
        if annotation.mark is not None:
            free = scale.height - self._strip.height
            self._mark = SchematicMark(scale, lettering, annotation.mark.to(catalogue), free)
        room = scale.height - self._strip.height - 2 * scale.margin
        self._origin = OriginCard(scale, lettering, annotation, catalogue, room)
        beside = Place(scale.margin, scale.width - self._origin.width - 3 * scale.margin, room)
        used = self._origin.height + scale.margin
        below = Place(scale.margin + used, scale.width - 2 * scale.margin, room - used)
        plans = (plan_profile(scale, lettering, annotation, catalogue, place) for place in (beside, below))
        plan = next((plan for plan in plans if plan is not None), None)
        self._profile: ProfileCard | None = None
        if plan is not None:
            self._profile = ProfileCard(scale, lettering, annotation, catalogue, plan)

    @property
    def strip_height(self) -> int:
        """Height of the disclaimer's strip along the lower edge, pixels."""
        return self._strip.height

    def annotate(self, frame: NDArray[np.uint8], index: int) -> NDArray[np.uint8]:
        """A copy of `frame`, (height, width, 3) uint8, with the overlay of frame `index`."""
        if frame.shape != (self._size[1], self._size[0], 3):
            raise ValueError(f"frame {index} has shape {frame.shape}, not that of size {self._size}")
        annotated = frame.copy()
        if self._profile is not None:
            self._profile.draw(annotated, index)
        self._origin.draw(annotated, index)
        if self._mark is not None:
            self._mark.draw(annotated)
        self._strip.draw(annotated)
        return annotated
