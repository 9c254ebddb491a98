"""Lines of a grid hit what they must hit, and grow gradually."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.physics.grid_lines import lines_through, without_slivers


def test_lines_hit_every_edge_exactly_in_any_order():
    edges = [0.03, 0.0, 0.0007, 0.0008, 0.0088]
    lines = lines_through(edges, 0.001, 4)
    assert set(edges) <= set(lines.tolist())
    assert (lines[0], lines[-1]) == (0.0, 0.03)
    assert (np.diff(lines) > 0).all()


def test_a_thin_layer_has_its_cells_and_its_neighbours_grow_away_from_it():
    lines = lines_through([0.0, 0.01, 0.01005, 0.02], 0.001, 4)
    cells = np.diff(lines)
    in_layer = (lines[:-1] >= 0.01) & (lines[1:] <= 0.01005 + 1e-12)
    assert in_layer.sum() == 4
    ratio = cells[1:] / cells[:-1]
    assert ratio.max() < 1.8
    assert ratio.min() > 1 / 1.8
    assert cells.max() <= 0.001 * (1 + 1e-9)


def test_one_interval_is_divided_equally():
    assert lines_through([0.0, 1.0], 0.1, 4) == pytest.approx(np.linspace(0, 1, 11))


def test_edges_that_differ_by_rounding_alone_are_one():
    lines = lines_through([0.0, 0.1 + 0.2, 0.3, 1.0], 0.1, 2)
    assert np.diff(lines).min() > 1e-3


def test_places_too_near_to_an_edge_are_left_out():
    assert without_slivers([0.0, 1.0, 0.5], [0.2, 0.501, -1.0, 2.0], 0.01) == [0.0, 1.0, 0.5, 0.2]
