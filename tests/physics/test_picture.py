"""From the solver's cells to the picture's: exact where both are the same, within the body everywhere."""

from __future__ import annotations

import numpy as np
import pytest
from support import concepts

from desktop_app.domain.concept import Concept
from desktop_app.physics.body_grid import BodyGrid, body_grid, picture_cells
from desktop_app.physics.picture import Picture, Sampler
from desktop_app.physics.setup import heat_problem


def pictured(concept: Concept, cells: tuple[int, int]) -> tuple[BodyGrid, Picture]:
    body = body_grid(concept, cells)
    return body, Picture(body, heat_problem(concept, body, melting=False), cells)


def test_a_plain_box_passes_through_unchanged():
    _, picture = pictured(concepts.plate(), (20, 15))
    values = np.random.default_rng(0).random((15, 20)) * 100 + 300
    assert (picture.of(values) == values.astype(np.float32)).all()


def test_a_round_rod_is_mirrored_about_its_middle():
    _, picture = pictured(concepts.round_rod(), (16, 8))
    values = np.random.default_rng(0).random((4, 16)) + 300
    seen = picture.of(values)
    assert seen[4:] == pytest.approx(values)
    assert seen[3::-1] == pytest.approx(values)


def test_a_steady_profile_bends_where_materials_meet():
    """Between middles temperature changes with resistance, so that a composite wall comes out exactly."""
    body, picture = pictured(concepts.contact(contact_resistance=1e-3), (34, 48))
    x, resistance = body.grid.x, 0.05 / 401 + 1e-3 + 0.05 / 15

    def profile(at: np.ndarray) -> np.ndarray:
        passed = np.where(at < 0.05, at / 401, 0.05 / 401 + 1e-3 + (at - 0.05) / 15)
        return 373.15 - 80 * passed / resistance

    seen = picture.of(np.tile(profile(x), (body.grid.ny, 1)))
    inner = slice(1, -1)
    assert seen[24, inner] == pytest.approx(profile(picture.x_m)[inner], abs=1e-3)


def test_a_linear_field_stays_linear_on_a_graded_grid():
    body, picture = pictured(concepts.heat_sink(), (64, 27))
    x, y = np.meshgrid(body.grid.x, body.grid.y)
    seen = picture.of(np.where(body.body, 300 + 1000 * x + 2000 * y, np.nan))
    exact = 300 + 1000 * picture.x_m + 2000 * picture.y_m[:, None]
    base = slice(1, 4), slice(2, -2)
    assert seen[base] == pytest.approx(exact[base], abs=1e-3)


def test_gaps_are_not_a_number_and_every_part_shows():
    concept = concepts.heat_sink(fins=30)
    body, picture = pictured(concept, picture_cells(concept))
    field = picture.of(np.where(body.body, body.part, np.nan).astype(float))
    assert np.isnan(field).any()
    tips = field[-1][~np.isnan(field[-1])]
    assert set(tips) == set(range(1, 31)), "a fin takes nothing from the next one"


def test_a_ring_has_a_hole_and_an_angle_closes():
    sideways = concepts.ring(concepts.HOT_LEFT, inner=0.02, outer=0.04)
    body, picture = pictured(sideways, (64, 64))
    seen = picture.of(np.cos(body.grid.x)[None, :] * np.ones((body.grid.ny, 1)))
    x, y = np.meshgrid(picture.x_m - 0.04, picture.y_m - 0.04)
    radius = np.hypot(x, y)
    assert (np.isnan(seen) == ((radius < 0.02) | (radius > 0.04))).all()
    inside = ~np.isnan(seen)
    assert seen[inside] == pytest.approx((x / radius)[inside], abs=2e-3)


def test_places_off_the_body_have_no_value():
    concept = concepts.l_bracket()
    body = body_grid(concept, (64, 48))
    problem = heat_problem(concept, body, melting=False)
    sampler = Sampler(body, problem, np.array([0.004, 0.05, 0.1]), np.array([0.05, 0.05, 0.004]))
    values = sampler.at(np.full(body.part.shape, 300.0))
    assert values[0] == pytest.approx(300.0)
    assert np.isnan(values[1:]).all()
