"""A body is painted by its true outline, from its own cells alone."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.geometry import Annulus, Box
from desktop_app.thermography.painter import BACKGROUND, Painter

LOW, HIGH = 300.0, 400.0
SIZE, BODY = (120, 90), PixelBox(10, 20, 110, 80)
COMB = (Box(0, 0, 10, 2), *(Box(x, 2, x + 2, 6) for x in (0, 4, 8)))
"""A heat sink of three fins, 10 pixels to the metre."""


def paint(looks, field, outlines=()):
    return Painter(looks.get("white_hot"), (LOW, HIGH), field.shape, SIZE, BODY, outlines).paint(field)


def comb_field(cells_a_metre: int = 1) -> np.ndarray:
    """(y, x) 350 K in the comb, NaN beside it."""
    y, x = ((np.arange(n * cells_a_metre) + 0.5) / cells_a_metre for n in (6, 10))
    inside = (y[:, None] < 2) | (x % 4 < 2)
    return np.where(inside, 350.0, np.nan).astype(np.float32)


def is_background(picture) -> np.ndarray:
    return (picture == BACKGROUND).all(axis=-1)


def test_a_box_is_painted_alike_with_and_without_its_outline(looks):
    field = np.random.default_rng(0).uniform(LOW, HIGH, (6, 10)).astype(np.float32)
    plain = paint(looks, field)
    assert (paint(looks, field, (Box(0, 0, 10, 6),)) == plain).all()
    halves = (Box(0, 0, 4, 6), Box(4, 0, 10, 6))
    assert (paint(looks, field, halves) == plain).all()


@pytest.mark.parametrize("cells_a_metre", [1, 3])
def test_gaps_show_the_background_and_the_edge_is_sharp(looks, cells_a_metre):
    picture = paint(looks, comb_field(cells_a_metre), COMB)
    x, y = np.meshgrid((np.arange(120) + 0.5 - 10) / 10, (80 - np.arange(90) - 0.5) / 10)
    inside = (x > 0) & (x < 10) & (y > 0) & (y < 6) & ((y < 2) | (x % 4 < 2))
    assert (is_background(picture) == ~inside).all()
    assert len(np.unique(picture[inside], axis=0)) == 1, "one temperature is one colour up to the edge"


def test_a_fin_takes_no_colour_from_the_next_one(looks):
    field = comb_field()
    for column, value in ((0, 320.0), (4, 380.0), (8, 320.0)):
        field[2:, column : column + 2] = value
    top = paint(looks, field, COMB)[20:40]
    columns = {tuple(map(tuple, np.unique(top[:, x], axis=0))) for x in range(10, 110)}
    colours = {colour for column in columns for colour in column} - {BACKGROUND}
    assert len(colours) == 2


def test_a_part_thinner_than_a_cell_is_painted_with_the_nearest_temperature(looks):
    field = np.full((6, 10), np.nan, dtype=np.float32)
    field[:2] = 350.0
    whisker = (Box(0, 0, 10, 2), Box(4.2, 2, 4.4, 6))
    picture = paint(looks, field, whisker)
    assert is_background(picture)[20:60].sum(axis=1).tolist() == [118] * 40
    assert len(np.unique(picture[~is_background(picture)], axis=0)) == 1


def test_a_field_with_gaps_but_no_outline_is_painted_as_it_is_known(looks):
    picture = paint(looks, comb_field())
    assert not is_background(picture)[20:80, 10:110].any()


def test_a_ring_has_a_hole_and_a_smooth_edge_a_pixel_wide(looks):
    body = PixelBox(30, 15, 90, 75)
    field = np.full((60, 60), 350.0, dtype=np.float32)
    ring = (Annulus(1.0, 2.0),)
    picture = Painter(looks.get("white_hot"), (LOW, HIGH), (60, 60), SIZE, body, ring).paint(field)
    x, y = np.meshgrid(np.arange(120) + 0.5 - 60, np.arange(90) + 0.5 - 45)
    radius = np.hypot(x, y)
    assert is_background(picture)[(radius < 14.4) | (radius > 30.6)].all()
    assert len(np.unique(picture[(radius > 15.6) & (radius < 29.4)], axis=0)) == 1
    edge = picture[(radius > 14.5) & (radius < 15.5)]
    assert len(np.unique(edge, axis=0)) > 5
