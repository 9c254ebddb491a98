from __future__ import annotations

import numpy as np
import pytest

from desktop_app.ui.reading.level_lines import level_lines, smoothed


def length(pieces: np.ndarray) -> float:
    return float(np.hypot(*(pieces[:, 1] - pieces[:, 0]).T).sum())


def test_a_slope_has_one_straight_line() -> None:
    x, y = np.linspace(0, 10, 21), np.linspace(0, 1, 11)
    pieces = level_lines(x[:, None] + 0 * y, x, y, 3.2)
    np.testing.assert_allclose(pieces[..., 0], 3.2)
    assert length(pieces) == pytest.approx(1.0)


def test_a_hill_has_a_circle() -> None:
    x = y = np.linspace(-1, 1, 201)
    pieces = level_lines(-np.hypot(*np.meshgrid(x, y, indexing="ij")), x, y, -0.6)
    np.testing.assert_allclose(np.hypot(pieces[..., 0], pieces[..., 1]), 0.6, atol=1e-4)
    assert length(pieces) == pytest.approx(2 * np.pi * 0.6, rel=1e-3)


@pytest.mark.parametrize("corners", range(16))
def test_every_cell_is_cut_where_its_edges_are(corners: int) -> None:
    values = np.array([[corners & 1, corners >> 3 & 1], [corners >> 1 & 1, corners >> 2 & 1]], float)
    ends = level_lines(values, np.arange(2.0), np.arange(2.0), 0.5).reshape(-1, 2)
    around = [values[0, 0], values[1, 0], values[1, 1], values[0, 1]]
    middles = [(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)]
    cut = {middles[n] for n in range(4) if around[n] != around[(n + 1) % 4]}
    assert len(ends) == len(cut)
    assert {tuple(end) for end in ends.tolist()} == cut


def test_what_is_not_known_is_left_out() -> None:
    x = y = np.linspace(0, 1, 11)
    values = x[:, None] + 0 * y
    values[:, 5] = np.nan
    pieces = level_lines(values, x, y, 0.55)
    assert length(pieces) == pytest.approx(0.8)
    assert not len(level_lines(values[:1], x[:1], y, 0.55))


def test_smoothing_keeps_slopes_and_halves_a_ripple() -> None:
    slope = np.arange(8.0)[:, None] + 2 * np.arange(9.0)
    np.testing.assert_allclose(smoothed(slope)[1:-1, 1:-1], slope[1:-1, 1:-1])
    ripple = np.zeros((9, 9))
    ripple[4] = 1.0
    assert smoothed(ripple)[4, 4] == pytest.approx(0.5)
