"""The engine without diffusion: the heat equation's solution, painted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import PixelBox
from desktop_app.domain.events import EngineEvent, EngineFinished, FramesDecoded, StageProgressed
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.geometry import Outline
from desktop_app.domain.look import Look
from desktop_app.domain.request import GenerationRequest
from desktop_app.thermography.painter import Painter

FRAMES_AT_ONCE = 4


@dataclass(frozen=True, eq=False)
class SolutionEngine:
    """Paints a field whose times are the clip's frames.

    Attributes:
        outlines: of the body's parts.
    """

    field: TemperatureField
    look: Look
    temperature_range_K: tuple[float, float]
    body: PixelBox
    outlines: tuple[Outline, ...]

    def generate(self, request: GenerationRequest, cancel: CancelToken) -> Iterator[EngineEvent]:
        """Yield the painted frames, a few at a time."""
        painting_s = 0.0
        cells = (self.field.y_m.size, self.field.x_m.size)
        painter = Painter(
            self.look,
            self.temperature_range_K,
            cells,
            (request.width, request.height),
            self.body,
            self.outlines,
        )
        for first in range(0, request.num_frames, FRAMES_AT_ONCE):
            cancel.check()
            started = time.perf_counter()
            some = self.field.temperature_K[first : first + FRAMES_AT_ONCE]
            frames = np.stack([painter.paint(values) for values in some])
            painting_s += time.perf_counter() - started
            yield FramesDecoded(first, frames)
            yield StageProgressed("painting", first + len(some), request.num_frames)
        yield EngineFinished({"painting": painting_s})
