"""The camera's way through a clip, put together from what each picture told."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.text import Text, say
from desktop_app.thermography.cuts import LONGEST_FLASH
from desktop_app.thermography.registration import STILL, Placement

FEWEST_MOVED, MOVED_SHARE = 3, 0.04
"""Pictures that must clearly have moved for the clip to have."""
UNCLEAR_SHARE = 0.2
MOST_SHIFT_SHARE, LEAST_ZOOM, MOST_ZOOM = 0.2, 0.75, 1.35
BLACK, WHITE, BRIGHTER = 8.0, 247.0, 8.0


class CameraPath:
    """Placements of the pictures so far, and what went wrong with which."""

    def __init__(self, half: tuple[float, float], factor: int) -> None:
        """Begin.

        Args:
            half: half the width and height of the small pictures.
            factor: how many pixels of the clip one of theirs is wide.
        """
        self._half, self._factor = half, factor
        self._placements: list[tuple[float, float, float]] = []
        self._clear: list[bool] = []
        self._cuts: list[int] = []
        self._lost: dict[int, Text] = {}
        self._turning = False
        self._unclear: list[int] = []
        self._empty = 0
        self._first_rim = 0.0
        self._rims: list[float] = []

    @property
    def count(self) -> int:
        """How many pictures there were."""
        return len(self._placements)

    def followed(self, placement: Placement, rim: float, *, clear: bool, unclear: bool = False) -> None:
        """A picture whose placement is known.

        Args:
            placement: where it shows what the first showed.
            rim: brightness of the picture's rim, levels.
            clear: whether it clearly moved.
            unclear: whether it seems to have moved, but little of the picture bears that out.
        """
        if self._empty == self.count and self._empty and self._first_rim < BLACK < rim - BRIGHTER:
            self._lose(0, say("The picture fades in until frame {frame}.", frame=self.count + 1))
        if unclear:
            self._unclear.append(self.count)
        self._empty = 0
        self._rims = [min([*self._rims, rim]), max([*self._rims, rim])]
        self._add(placement.x, placement.y, placement.zoom, clear)

    def unsure(self) -> None:
        """A picture that shows something else, perhaps for a moment."""
        self._empty = 0
        self._add(np.nan, np.nan, np.nan, False)

    def empty(self, rim: float) -> None:
        """A picture without edges; the body may be as dark as what is behind it."""
        self._empty += 1
        if self.count == 0:
            self._first_rim = rim
        unlike = self._rims and max(self._rims[1] - rim, rim - self._rims[0]) > 2 * BRIGHTER
        if unlike and self._empty > LONGEST_FLASH and (rim < BLACK or rim > WHITE):
            first = self.count + 1 - self._empty
            self._lose(first, say("The picture fades out at frame {frame}.", frame=first + 1))
        self._add(np.nan, np.nan, np.nan, False)

    def changed(self, pictures: int, *, cut: bool) -> None:
        """Another shot began so many pictures before the one just added, itself included."""
        first = self.count - pictures
        for number in range(first, self.count):
            self._placements[number] = (STILL.x, STILL.y, STILL.zoom)
        if self._turning:
            return
        if cut:
            self._cuts.append(first)
            reason = say("The clip cuts to another shot at frame {frame}.", frame=first + 1)
        else:
            reason = say(
                "From frame {frame} on the picture no longer matches the clip's first one.", frame=first + 1
            )
        self._lose(first, reason)

    def turned(self, pictures: int) -> None:
        """So many pictures, the one just added the last, have turned, which is not followed."""
        first, self._turning = self.count - pictures, True
        self._lose(
            first, say("The camera turns or tilts at frame {frame}, which cannot be undone.", frame=first + 1)
        )

    def motion(self) -> CameraMotion:
        """How the camera moved in all pictures so far."""
        placement = self._filled()
        clear = np.array(self._clear, dtype=np.bool_)
        needed = max(min(FEWEST_MOVED, self.count - 1), MOVED_SHARE * self.count)
        moved = bool(clear.any() and clear.sum() >= needed)
        if not moved:
            placement[:] = (STILL.x, STILL.y, STILL.zoom)
        self._lose_the_far(placement)
        if len(self._unclear) > max(FEWEST_MOVED, UNCLEAR_SHARE * self.count):
            first = self._unclear[0]
            self._lose(
                first,
                say(
                    "From frame {frame} on too little of the picture tells how the camera moved.",
                    frame=first + 1,
                ),
            )
        return CameraMotion(
            shift_px=(placement[:, :2] * self._factor).astype(np.float32),
            zoom=placement[:, 2].astype(np.float32),
            cuts=tuple(self._cuts),
            moved=moved,
            lost=self._lost[min(self._lost)] if self._lost else None,
        )

    def _add(self, x: float, y: float, zoom: float, clear: bool) -> None:
        self._placements.append((x, y, zoom))
        self._clear.append(clear)

    def _lose(self, number: int, reason: Text) -> None:
        self._lost.setdefault(number, reason)

    def _filled(self) -> NDArray[np.float64]:
        """(picture, 3) x, y and zoom; those that are not known lie between their neighbours'."""
        placement = np.array(self._placements, dtype=np.float64).reshape(-1, 3)
        known = np.flatnonzero(~np.isnan(placement[:, 0]))
        if not len(known):
            return np.tile(np.array([STILL.x, STILL.y, STILL.zoom]), (self.count, 1))
        for column in placement.T:
            column[:] = np.interp(np.arange(self.count), known, column[known])
        return placement

    def _lose_the_far(self, placement: NDArray[np.float64]) -> None:
        most = 2 * MOST_SHIFT_SHARE * np.array(self._half)
        far = (np.abs(placement[:, :2]) > most).any(axis=1)
        far |= (placement[:, 2] < LEAST_ZOOM) | (placement[:, 2] > MOST_ZOOM)
        if far.any():
            first = int(far.argmax())
            self._lose(
                first,
                say("At frame {frame} the camera shows too little of its first view.", frame=first + 1),
            )
