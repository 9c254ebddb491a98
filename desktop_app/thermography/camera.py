"""How the camera moved, from what stays in the pictures while the body's colours change."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Frames
from desktop_app.thermography.camera_path import CameraPath
from desktop_app.thermography.cuts import ShotWatch, Sight
from desktop_app.thermography.edge_matcher import EdgeMatcher, Match
from desktop_app.thermography.edge_memory import EdgeMemory
from desktop_app.thermography.edge_picture import (
    EdgePicture,
    Picture,
    Shrinker,
    edge_points,
    edges_of,
)
from desktop_app.thermography.registration import STILL, Candidates, Placement

FEWEST_EDGES = 8.0
SMALLEST_PX = 24
NEW_EDGES_EVERY = 5
MOVED_PX = 0.9
"""A smaller move of the picture's corners, in small pixels, is not told from none."""
MORE_FOR_THAN_AGAINST, LEAST_FOR = 1.5, 0.03
"""How the edges that a move explains better must outweigh those that stillness does, and their share."""
LEAST_SCORE = 0.5
"""A move that explains less than this is not known well."""
TURNED_PICTURES = 2
RIM = 4


class CameraTracker:
    """Follows the picture's sharp edges, frame by frame, in memory that does not grow with the clip.

    Small pictures are compared, by the direction of their edges, with the edges seen before, each of which
    counts as long as it is found again where it was. A heat front is not sharp, or does not stay; a move is
    claimed only where it explains clearly more edges than stillness does.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        """Prepare for frames of width and height `size`."""
        self._shrinker = Shrinker(size)
        columns, rows = self._shrinker.columns, self._shrinker.rows
        self._large_enough = min(columns, rows) >= SMALLEST_PX
        self._half = columns / 2, rows / 2
        self._memory = EdgeMemory(self._half)
        self._matcher = EdgeMatcher(self._shrinker, self._memory)
        self._shots = ShotWatch()
        self._path = CameraPath(self._half, self._shrinker.factor)
        self._now = self._before = STILL
        self._turned = 0

    def add(self, frames: Frames) -> None:
        """Look at the next frames: (frame, row, column, 3) uint8 RGB."""
        for frame in frames:
            if not self._large_enough:
                self._path.followed(STILL, 0.0, clear=False)
                continue
            picture = self._shrinker.small(frame)
            self._look_at(edges_of(picture), _brightness_of_rim(picture))

    def motion(self) -> CameraMotion:
        """How the camera moved in all frames added so far; numbers of frames in its sentence begin at 1."""
        return self._path.motion()

    def _look_at(self, edges: EdgePicture, rim: float) -> None:
        weight = self._memory.weight()
        if float(weight.sum()) >= FEWEST_EDGES:
            match = self._matcher.match(edges, weight, self._now, self._before)
            self._take_in(edges, rim, match, turned=self._is_turned(weight, match))
        elif self._path.count == 0:
            self._begin(edges)
            self._path.followed(STILL, rim, clear=False) if len(self._memory.known) else self._path.empty(rim)
        else:
            self._path.empty(rim)
            self._remember(edges, STILL, self._matcher.near(edges, STILL))

    def _take_in(self, edges: EdgePicture, rim: float, match: Match, *, turned: bool) -> None:
        poor = self._shots.poor(match.fit.score)
        points = len(edge_points(edges).place) if poor else len(self._memory.known)
        sight = self._shots.judge(match.fit.score, points)
        if sight is Sight.SHOT:
            self._follow(edges, rim, match)
        elif sight is Sight.NOTHING:
            self._path.empty(rim)
        else:
            self._path.unsure()
        self._turned = self._turned + 1 if turned else 0
        if self._turned >= TURNED_PICTURES:
            self._path.turned(self._turned)
        if sight in (Sight.CUT, Sight.CHANGED):
            if self._turned < TURNED_PICTURES:
                self._path.changed(self._shots.strange, cut=sight is Sight.CUT)
            self._begin(edges)

    def _follow(self, edges: EdgePicture, rim: float, match: Match) -> None:
        far = match.fit.placement.farthest(self._half) >= MOVED_PX
        known = match.fit.score >= LEAST_SCORE
        clear = far and known and match.better > MORE_FOR_THAN_AGAINST * match.worse + LEAST_FOR
        self._before = self._now
        self._now = STILL if far and match.worse > match.better else match.fit.placement
        self._path.followed(self._now, rim, clear=clear, unclear=far and not known)
        sure = clear or not far or self._now is STILL
        self._remember(edges, self._now, match.near, new=sure)

    def _remember(
        self, edges: EdgePicture, placement: Placement, near: Candidates, *, new: bool = True
    ) -> None:
        self._memory.confirm(near.residual(placement), near.seen)
        if new and self._path.count % NEW_EDGES_EVERY == 0:
            points = edge_points(edges)
            place = placement.back(points.place - self._shrinker.middle)
            self._memory.learn(place, points.across, points.strength / edges.floor)

    def _begin(self, edges: EdgePicture) -> None:
        points = edge_points(edges)
        place = points.place - self._shrinker.middle
        self._memory.start(place, points.across, points.strength / edges.floor)
        self._shots.begin()
        self._matcher.begin()
        self._now = self._before = STILL
        self._turned = 0

    def _is_turned(self, weight: NDArray[np.float64], match: Match) -> bool:
        return match.fit.score < self._shots.weak_score and self._matcher.turned(weight, match)


def _brightness_of_rim(picture: Picture) -> float:
    rim = [picture[:, :RIM], picture[:, -RIM:], picture[:, :, :RIM], picture[:, :, -RIM:]]
    return float(np.mean([part.mean() for part in rim]))
