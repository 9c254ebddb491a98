"""What is known of each 24-bit colour, worked out when the colour is first seen."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames

CODES = 2**24
MOST_COLOURS = 2**21
"""Distinct colours held; one more, and the table begins anew."""
AT_ONCE = 2**18
"""Pixels looked up together, so that what is needed besides the table and the answer stays small."""

Rows = NDArray[np.float32]


class ColourTable:
    """A three-dimensional lookup table over RGB, filled as colours turn up; exact, and safe between threads.

    It takes 4 bytes for each of the 2**24 codes, though memory that no colour has fallen in is never
    touched, and 4 bytes a column for each distinct colour.
    """

    def __init__(self, columns: int, work_out: Callable[[NDArray[np.uint8]], Rows]) -> None:
        """Begin with nothing.

        Args:
            columns: of an answer.
            work_out: (n, 3) RGB to (n, columns).
        """
        self._work_out = work_out
        self._lock = Lock()
        self._row = np.zeros(CODES, dtype=np.uint32)
        self._rows = np.empty((4096, columns), dtype=np.float32)
        self._used = 1

    @property
    def colours(self) -> int:
        """How many distinct colours are held."""
        return self._used - 1

    def look_up(self, rgb: Frames) -> Rows:
        """(columns, …) of colours (…, 3)."""
        flat = rgb.reshape(-1, 3)
        answer = np.empty((self._rows.shape[1], len(flat)), dtype=np.float32)
        for begin in range(0, len(flat), AT_ONCE):
            codes = _codes(flat[begin : begin + AT_ONCE])
            with self._lock:
                answer[:, begin : begin + AT_ONCE] = self._rows_of(codes).T
        return answer.reshape(len(answer), *rgb.shape[:-1])

    def _rows_of(self, codes: NDArray[np.uint32]) -> Rows:
        row = self._row[codes]
        unknown = row == 0
        if unknown.any():
            self._add(np.unique(codes[unknown]), codes)
            row = self._row[codes]
        return self._rows[row]

    def _add(self, new: NDArray[np.uint32], all_now: NDArray[np.uint32]) -> None:
        if self._used + len(new) > MOST_COLOURS:
            self._row[:] = 0
            self._used = 1
            new = np.unique(all_now)
        needed = self._used + len(new)
        if needed > len(self._rows):
            grown = np.empty((max(needed, 2 * len(self._rows)), self._rows.shape[1]), dtype=np.float32)
            grown[: self._used] = self._rows[: self._used]
            self._rows = grown
        colours = np.stack([new >> 16, new >> 8, new], axis=1).astype(np.uint8)
        self._rows[self._used : needed] = self._work_out(colours)
        self._row[new] = np.arange(self._used, needed, dtype=np.uint32)
        self._used = needed


def _codes(flat: Frames) -> NDArray[np.uint32]:
    """(n,) 0xRRGGBB of (n, 3)."""
    codes = flat[:, 0].astype(np.uint32)
    codes <<= 8
    codes |= flat[:, 1]
    codes <<= 8
    codes |= flat[:, 2]
    return codes
