"""A few pictures of a clip, no larger than needed to see what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames
from desktop_app.thermography.colour_space import oklab

_Value = TypeVar("_Value", bound=np.generic)
PICTURES = 8
LONGEST_SIDE = 720


@dataclass(frozen=True, eq=False)
class Glimpses:
    """Pictures spread over a clip, the first and the last among them.

    Attributes:
        rgb: (picture, row, column, 3) uint8, of pixels averaged `reduced` by `reduced`.
        lab: the same in Oklab, float32.
        reduced: by how much.
        size: rows and columns of the clip.
    """

    rgb: Frames
    lab: NDArray[np.float32]
    reduced: int
    size: tuple[int, int]

    def enlarged(self, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """A mask of the reduced pictures, (row, column), for those of the clip."""
        rows = np.minimum(np.arange(self.size[0]) // self.reduced, mask.shape[0] - 1)
        columns = np.minimum(np.arange(self.size[1]) // self.reduced, mask.shape[1] - 1)
        return mask[np.ix_(rows, columns)]

    def reduced_mask(self, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """A mask of the clip's pictures for the reduced ones: what any pixel of it is in."""
        return np.asarray(_blocks(mask, self.reduced).any(axis=(1, 3)))


def glimpse(frames: Frames, longest_side: int = LONGEST_SIDE) -> Glimpses:
    """Look at a clip, (frame, row, column, 3): a few of its pictures, small enough to be held."""
    rows, columns = frames.shape[1:3]
    reduced = max(1, min(-(-max(rows, columns) // longest_side), rows, columns))
    picks = np.unique(np.linspace(0, len(frames) - 1, PICTURES).astype(int))
    rgb = np.stack([_shrunk(frames[pick], reduced) for pick in picks])
    return Glimpses(rgb, oklab(rgb), reduced, (rows, columns))


def _shrunk(picture: NDArray[np.uint8], by: int) -> NDArray[np.uint8]:
    if by == 1:
        return picture
    return np.asarray(np.rint(_blocks(picture, by).mean(axis=(1, 3), dtype=np.float32)), dtype=np.uint8)


def _blocks(picture: NDArray[_Value], by: int) -> NDArray[_Value]:
    """(row, by, column, by, …) of whole blocks; what is left over at the right and below is left out."""
    rows, columns = picture.shape[0] // by, picture.shape[1] // by
    return picture[: rows * by, : columns * by].reshape(rows, by, columns, by, *picture.shape[2:])
