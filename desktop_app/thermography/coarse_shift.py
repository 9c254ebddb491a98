"""Large shifts of a picture, found all at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import fft, ndimage

from desktop_app.thermography.edge_picture import EdgePicture

MOST_PEAKS = 3
PEAK_APART = 5


def coarse_shifts(
    edges: EdgePicture,
    place: NDArray[np.float64],
    across: NDArray[np.float64],
    weight: NDArray[np.float64],
    most: tuple[float, float],
) -> list[tuple[float, float]]:
    """The likeliest moves (x, y), best first, from known edges to those of a picture, to about two pixels.

    Orientation correlation (A. J. Fitch, A. Kadyrov, W. J. Christmas and J. Kittler, Orientation
    Correlation, BMVC 2002), with doubled angles so that contrast may turn over as a body heats.

    Args:
        edges: of the picture looked at.
        place: (point, 2) column and row of the known edges.
        across: (point, 2) their directions.
        weight: (point,) what each counts.
        most: the largest move across and down that is looked for, pixels.
    """
    level = np.maximum(edges.strength - np.float32(edges.floor), 0)
    now = _halved(edges.turn * (level / (level + np.float32(2 * edges.floor))))
    rows, columns = now.shape
    known = np.zeros((rows, columns), dtype=np.complex64)
    spot = np.floor((place + 0.5) / 2).astype(np.intp)
    inside = (spot >= 0).all(axis=1) & (spot[:, 0] < columns) & (spot[:, 1] < rows)
    turn = ((across[:, 0] + 1j * across[:, 1]) ** 2 * weight).astype(np.complex64)
    np.add.at(known, (spot[inside, 1], spot[inside, 0]), turn[inside])
    reach = int(most[0] / 2), int(most[1] / 2)
    padded = fft.next_fast_len(rows + reach[1]), fft.next_fast_len(columns + reach[0])
    spectrum = fft.fft2(now, padded) * np.conj(fft.fft2(known, padded))
    agreement = ndimage.uniform_filter(fft.ifft2(spectrum).real, 3, mode="wrap")
    return [(2.0 * x, 2.0 * y) for x, y in _peaks(agreement, reach)]


def _halved(picture: NDArray[np.complex64]) -> NDArray[np.complex64]:
    """Means of two by two pixels."""
    even = picture[: len(picture) // 2 * 2, : picture.shape[1] // 2 * 2]
    pairs = even[::2] + even[1::2]
    return np.asarray((pairs[:, ::2] + pairs[:, 1::2]) * np.float32(0.25))


def _peaks(agreement: NDArray[np.float32], reach: tuple[int, int]) -> list[tuple[int, int]]:
    rows, columns = agreement.shape
    across, down = np.arange(-reach[0], reach[0] + 1), np.arange(-reach[1], reach[1] + 1)
    near = agreement[np.ix_(down % rows, across % columns)]
    highest = ndimage.maximum_filter(near, PEAK_APART)
    row, column = np.nonzero((near == highest) & (near > 0))
    best = np.argsort(near[row, column])[::-1][:MOST_PEAKS]
    return [(int(across[column[one]]), int(down[row[one]])) for one in best]
