"""Where the edges known are in another picture, and whether they speak for a move or for stillness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.thermography.coarse_shift import coarse_shifts
from desktop_app.thermography.edge_memory import EdgeMemory
from desktop_app.thermography.edge_picture import EdgePicture, Shrinker
from desktop_app.thermography.registration import (
    NARROW,
    REACH,
    STILL,
    WIDE,
    Candidates,
    Fit,
    Placement,
    fit,
    fit_turned,
    look_for,
)

MOST_SHIFT_SHARE, MOST_ZOOM_CHANGE = 0.12, 0.06
"""The largest jump from one picture to the next that is taken for the camera's."""
CLEARLY_BETTER = 1.1
WEAKER_SHARE, USUAL_FADES = 0.75, 0.97
STILL_REACH = 2
BETTER_SHARE, BETTER_PX, FAR_OFF_PX = 0.25, (0.15, 0.6), 1.0
"""An edge speaks for what explains it by this share of the move better, within bounds."""
TURN_BETTER, LEAST_TURN_RAD = 0.15, 0.007


@dataclass(frozen=True, eq=False)
class Match:
    """The placement that explains a picture best, and the edges near it.

    Attributes:
        fit: the placement and how well it explains the known edges.
        near: where there are edges about it.
        better: share of the weight whose edges it explains better than stillness does.
        worse: share whose edges stillness explains better.
    """

    fit: Fit
    near: Candidates
    better: float
    worse: float


class EdgeMatcher:
    """Matches pictures of one size with the edges of a memory."""

    def __init__(self, shrinker: Shrinker, memory: EdgeMemory) -> None:
        self._memory = memory
        self._middle = shrinker.middle
        self._half = shrinker.columns / 2, shrinker.rows / 2
        self._diagonal = float(np.hypot(*self._half))
        self._usual_rank = 0.0

    def near(self, edges: EdgePicture, placement: Placement, reach: int = REACH) -> Candidates:
        """Edges of the picture about where a placement puts the known ones."""
        return look_for(edges, self._middle, self._memory.known, self._memory.across, placement, reach)

    def match(
        self, edges: EdgePicture, weight: NDArray[np.float64], last: Placement, before: Placement
    ) -> Match:
        """The best placement: near the last picture's, or elsewhere where that explains less than usual."""
        near = self.near(edges, last)
        found = fit(near, weight, last, self._diagonal, NARROW)
        if found.rank < WEAKER_SHARE * self._usual_rank or not self._usual_rank:
            near, found = self._elsewhere(edges, weight, near, found, last, before)
        self._usual_rank = max(found.rank, USUAL_FADES * self._usual_rank)
        if not self._within(near, found.placement):
            near = self.near(edges, found.placement)
        still = near if self._within(near, STILL) else self.near(edges, STILL, STILL_REACH)
        far = found.placement.farthest(self._half)
        margin = float(np.clip(BETTER_SHARE * far, *BETTER_PX))
        return Match(found, near, *_for_and_against(weight, near, found.placement, still, margin))

    def begin(self) -> None:
        """Another shot begins."""
        self._usual_rank = 0.0

    def turned(self, weight: NDArray[np.float64], match: Match) -> bool:
        """Whether the picture is explained much better by a placement that also turns it."""
        turned = fit_turned(match.near, weight, match.fit.placement, self._diagonal)
        return turned.score > match.fit.score + TURN_BETTER and abs(turned.turn_rad) > LEAST_TURN_RAD

    def _elsewhere(
        self,
        edges: EdgePicture,
        weight: NDArray[np.float64],
        near: Candidates,
        found: Fit,
        last: Placement,
        before: Placement,
    ) -> tuple[Candidates, Fit]:
        place = last.zoom * self._memory.known + self._middle
        most = 2 * MOST_SHIFT_SHARE * self._half[0], 2 * MOST_SHIFT_SHARE * self._half[1]
        onward = last.minus(before)
        ahead = Placement(last.x + onward.x, last.y + onward.y, last.zoom + onward.zoom - 1)
        shifts = coarse_shifts(edges, place, self._memory.across, weight, most)
        for begin in [last, ahead, *(Placement(x, y, last.zoom) for x, y in shifts), STILL]:
            there, other = self._about(edges, weight, begin)
            if abs(other.placement.zoom - last.zoom) > MOST_ZOOM_CHANGE and begin is not STILL:
                continue
            if other.rank > CLEARLY_BETTER * found.rank:
                near, found = there, other
        return near, found

    def _about(
        self, edges: EdgePicture, weight: NDArray[np.float64], begin: Placement
    ) -> tuple[Candidates, Fit]:
        """The best placement about one, looked for twice: what is far off is better seen from nearby."""
        near = self.near(edges, begin)
        rough = fit(near, weight, begin, self._diagonal, WIDE)
        again = self.near(edges, rough.placement)
        return again, fit(again, weight, rough.placement, self._diagonal, WIDE)

    def _within(self, near: Candidates, placement: Placement) -> bool:
        """Whether the edges looked at reach to where a placement puts the known ones."""
        return placement.minus(near.about).farthest(self._half) < REACH - STILL_REACH


def _for_and_against(
    weight: NDArray[np.float64], near: Candidates, placement: Placement, still: Candidates, margin: float
) -> tuple[float, float]:
    moved = np.minimum(np.abs(near.residual(placement)), FAR_OFF_PX)
    unmoved = np.minimum(np.abs(still.residual(STILL)), FAR_OFF_PX)
    counted = np.where(near.seen & still.seen, weight, 0.0)
    total = max(float(counted.sum()), 1e-9)
    better = float(counted[unmoved - moved > margin].sum()) / total
    return better, float(counted[moved - unmoved > margin].sum()) / total
