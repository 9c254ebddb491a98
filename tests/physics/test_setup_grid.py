"""A body on a grid: what grid it gets, and which cells are which part."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support import concepts

from desktop_app.domain.concept import Heating
from desktop_app.physics.body_grid import MOST_CELLS, body_grid, picture_cells


def test_a_plain_box_gets_exactly_the_cells_asked_for():
    body = body_grid(concepts.plate(), (20, 15))
    assert np.diff(body.grid.x_edges) == pytest.approx(np.full(20, 0.01))
    assert np.diff(body.grid.y_edges) == pytest.approx(np.full(15, 0.01))
    assert body.body.all()


def test_the_longer_side_has_128_cells():
    assert picture_cells(concepts.plate()) == (128, 96)
    assert picture_cells(concepts.rod()) == (128, 13)
    assert picture_cells(concepts.round_rod()) == (128, 14), "a round rod is mirrored about a line"
    assert picture_cells(concepts.ring()) == (128, 128)


@pytest.mark.parametrize("make", [concepts.heat_sink, concepts.stack, concepts.l_bracket, concepts.room])
def test_lines_hit_the_edges_of_every_part_and_cells_add_up_to_it(make):
    concept = make()
    body = body_grid(concept, picture_cells(concept))
    for number, part in enumerate(concept.parts):
        box = part.outline
        assert {box.x0, box.x1} <= set(body.grid.x_edges.tolist())
        assert {box.y0, box.y1} <= set(body.grid.y_edges.tolist())
        area = body.grid.volumes[body.part == number].sum()
        assert area == pytest.approx(box.width * box.height, rel=1e-12)


def test_every_thin_layer_has_its_cells():
    concept = concepts.stack()
    body = body_grid(concept, picture_cells(concept))
    for number in range(4):
        assert (body.part == number).any(axis=1).sum() >= 4


@pytest.mark.parametrize("fins", [4, 16, 60])
def test_a_grid_that_the_app_chooses_is_no_larger_than_it_may_be(fins):
    concept = concepts.heat_sink(fins=fins)
    body = body_grid(concept, picture_cells(concept))
    assert body.grid.nx * body.grid.ny <= MOST_CELLS
    columns = [(body.part == number).any(axis=0).sum() for number in range(1, fins + 1)]
    assert min(columns) >= 2


def test_narrow_fins_are_told_apart_in_the_picture():
    cells_along, _ = picture_cells(concepts.heat_sink(fins=40))
    assert cells_along >= 2 * 79


def test_a_round_rod_has_the_volume_of_a_cylinder():
    body = body_grid(concepts.round_rod(length=0.2, diameter=0.02), (64, 8))
    assert body.grid.volumes.sum() * body.whole == pytest.approx(np.pi * 0.01**2 * 0.2)
    odd = body_grid(concepts.round_rod(length=0.2, diameter=0.02), (64, 7))
    assert odd.grid.volumes.sum() * odd.whole == pytest.approx(np.pi * 0.01**2 * 0.2)


def test_a_rod_heated_from_above_is_no_body_of_revolution():
    top = Heating("top", "temperature", 373.15, "K")
    assert body_grid(concepts.round_rod(top), (64, 8)).figure == "plane"


def test_a_ring_has_the_volume_of_a_ring():
    body = body_grid(concepts.ring(inner=0.02, outer=0.04, depth_m=0.5), (64, 64))
    assert body.grid.volumes.sum() * body.whole == pytest.approx(np.pi * (0.04**2 - 0.02**2) * 0.5)
    sideways = replace(concepts.ring(), heating=(Heating("left", "temperature", 373.15, "K"),))
    assert body_grid(sideways, (64, 64)).grid.nx == 64


def test_the_ends_of_a_chip_lie_on_lines():
    concept = concepts.heat_sink()
    body = body_grid(concept, picture_cells(concept))
    assert np.abs(body.grid.x_edges - 0.02).min() < 1e-12
    assert np.abs(body.grid.x_edges - 0.04).min() < 1e-12
