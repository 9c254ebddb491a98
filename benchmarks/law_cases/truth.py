"""A sentence's solution as levels of its clip, and which laws apply to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from benchmarks.law_cases.scene import Scene
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Probe
from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.laws import LawId
from desktop_app.physics.body_grid import picture_cells
from desktop_app.thermography.painter import place_body
from desktop_app.workflow.context import Context
from desktop_app.workflow.probing import probe_of
from desktop_app.workflow.solving import on_a_scale_that_holds, solve
from desktop_app.workflow.understanding import understand

Levels = NDArray[np.float32]

MOST_CELLS, CELLS_ALONG = 4_096, 64
"""Of the picture that is painted, which lies smoothly between them: on more of them, so many along."""
TIMES_BETWEEN = 8
"""Of a fine solution, from one frame to the next: what is moved in time is read from it."""
REVERSAL = 0.005
"""Of the span, that a place may fall back in a clip in which all warms, or rise in one in which all cools."""
ARRIVED = 0.02
FEWEST_FRONT_FRAMES = 12
TELLING = 0.1
"""Of the span, that must lie between the left and the middle of a body whose halves are compared."""
STEADY_FROM, STEADY = 0.75, 0.01
"""Steady is what changes by less than this share of the span over the last quarter of the clip."""


@dataclass(frozen=True, eq=False)
class Truth:
    """What a clip of a scene shows where it is true.

    Attributes:
        concept: on a scale that holds the solution.
        solution: at the clip's frames.
        fine: (time, y, x) 0..1 of the scale, y upward, NaN outside the body, `between` times a frame.
    """

    scene: Scene
    concept: Concept
    solution: TemperatureField
    fine: Levels
    between: int

    @property
    def num_frames(self) -> int:
        """Of the clip."""
        return len(self.solution.time_s)

    @property
    def levels(self) -> Levels:
        """(frame, y, x) of `fine`."""
        return self.fine[:: self.between]

    def at(self, moment: NDArray[np.float64]) -> Levels:
        """Levels at other moments of the clip: (frame,) or (frame, y, x), 0..1."""
        at = np.clip(moment, 0.0, 1.0) * (len(self.fine) - 1)
        before = np.minimum(at.astype(np.intp), len(self.fine) - 2)
        share = (at - before).astype(np.float32)
        if moment.ndim == 1:
            return np.asarray(
                self.fine[before] * (1 - share[:, None, None]) + self.fine[before + 1] * share[:, None, None]
            )
        y, x = np.indices(self.fine.shape[1:])
        return np.asarray(self.fine[before, y, x] * (1 - share) + self.fine[before + 1, y, x] * share)

    @cached_property
    def x(self) -> NDArray[np.float64]:
        """(x,) 0..1 of the body's width."""
        return np.asarray(self.solution.x_m / self.solution.size_m[0])

    @cached_property
    def along(self) -> NDArray[np.float64]:
        """(y, x) how far along the probe a cell is, 0..1."""
        body = place_body(self.solution.size_m, 480, 288)
        probe: Probe = probe_of(self.concept, body)
        x_px = body.left + self.x * (body.right - body.left)
        y_px = body.bottom - self.solution.y_m / self.solution.size_m[1] * (body.bottom - body.top)
        way = np.array([probe.x1 - probe.x0, probe.y1 - probe.y0])
        dot = (x_px[None, :] - probe.x0) * way[0] + (y_px[:, None] - probe.y0) * way[1]
        return np.asarray(np.clip(dot / (way @ way), 0.0, 1.0))

    @cached_property
    def applies(self) -> frozenset[LawId]:
        """The laws that a clip of this can be held to, from its traits and from the solution itself."""
        laws: set[LawId] = {"maximum_principle"}
        if self._monotone():
            laws.add("no_flashing")
        if "front" in self.scene.traits and self._frames_of_front() >= FEWEST_FRONT_FRAMES:
            laws.add("front_advance")
        if "flow" in self.scene.traits:
            laws |= {"second_law", "energy"}
        if "ends" in self.scene.traits and self._steady():
            laws.add("steady_state")
        if "mirrored" in self.scene.traits and self._spread() >= TELLING:
            laws.add("symmetry")
        return frozenset(laws)

    def _monotone(self) -> bool:
        change = np.nan_to_num(np.diff(self.levels, axis=0))
        rises, falls = np.maximum(change, 0).sum(axis=0), np.maximum(-change, 0).sum(axis=0)
        return float(np.minimum(rises, falls).max()) < REVERSAL

    def _spread(self) -> float:
        """The largest difference along x at any time."""
        middle = self.levels[:, self.levels.shape[1] // 2]
        return float((np.nanmax(middle, axis=1) - np.nanmin(middle, axis=1)).max())

    def _frames_of_front(self) -> int:
        """Frames before the front comes near the end that is not heated."""
        ends = [self.levels[:, (self.along > low) & (self.along < low + 0.05)] for low in (0.1, 0.85)]
        course = [np.nanmean(end, axis=1) for end in ends]
        far = min(course, key=lambda level: abs(level[1] - level[0]))
        return int(np.argmax(np.append(np.abs(far - far[0]) > ARRIVED, True)))

    def _steady(self) -> bool:
        late = self.levels[round(STEADY_FROM * (self.num_frames - 1))]
        return float(np.nanmax(np.abs(self.levels[-1] - late))) < STEADY


def truth_of(context: Context, scene: Scene, look: str, num_frames: int, *, fine: bool = False) -> Truth:
    """Understand and solve a sentence; `fine` where frames are to be moved in time."""
    return solved(scene, understand(context, scene.prompt, look=look), num_frames, fine=fine)


def solved(
    scene: Scene,
    concept: Concept,
    num_frames: int,
    *,
    fine: bool = False,
    cells: tuple[int, int] | None = None,
) -> Truth:
    """The solution of a concept as a clip's truth; on `cells`, along x and y, where given.

    Raises:
        ValueError: the concept is not supported.
    """
    if not concept.supported:
        raise ValueError(f"{scene.prompt!r} is not supported: {concept.notes[-1]}")
    between = TIMES_BETWEEN if fine else 1
    along, across = cells or picture_cells(concept)
    cells = (along, across) if along * across <= MOST_CELLS else picture_cells(concept, CELLS_ALONG)
    field = solve(concept, between * (num_frames - 1) + 1, CancelToken(), cells)
    concept = on_a_scale_that_holds(concept, field)
    low, high = concept.temperature_range_K
    levels = (field.temperature_K - low) / np.float32(high - low)
    every = slice(None, None, between)
    solution = TemperatureField(
        field.temperature_K[every], field.time_s[every], field.x_m, field.y_m, field.size_m
    )
    return Truth(scene, concept, solution, levels, between)
