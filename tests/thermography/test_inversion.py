"""A colour's level is that of the palette's truly nearest point, however it is looked up."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from support.painted_clips import look_of_stops, painted_clip

from desktop_app.thermography import colour_table
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.colour_table import ColourTable
from desktop_app.thermography.inversion import TABLES_KEPT, PaletteInverter, _table_of, confidence_of
from desktop_app.thermography.palette_polyline import FAR_LEVEL, PalettePolyline

PALETTES = ("inferno", "rainbow", "white_hot", "iron", "glow", "lava", "high_contrast")
WORST_MEDIAN_ERROR = 0.01
"""Of the span, at CRF 18: what the project promises."""
GREY_RAMP = look_of_stops("ramp", (0, 0, 0, 0), (1, 255, 255, 255))


def random_colours(count: int) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (count, 3), dtype=np.uint8)


def brute_force(palette: np.ndarray, colour: np.ndarray) -> tuple[float, float]:
    """Level and distance of the nearest of all segments, one after the other, in double precision."""
    corners = oklab(palette).astype(np.float64)
    point = oklab(colour[None])[0].astype(np.float64)
    best = (np.inf, 0.0)
    for number, (start, end) in enumerate(pairwise(corners)):
        along = end - start
        square = along @ along
        share = min(max((point - start) @ along / square, 0.0), 1.0) if square > 0 else 0.0
        distance = float(np.linalg.norm(start + share * along - point))
        best = min(best, (distance, (number + share) / (len(corners) - 1)))
    return best[1], best[0]


@pytest.mark.parametrize("name", PALETTES)
def test_the_nearest_point_is_the_true_one(looks, name):
    palette, colours = looks.get(name).palette, random_colours(60)
    found = PaletteInverter(looks.get(name)).invert(colours)
    for number, colour in enumerate(colours):
        level, distance = brute_force(palette, colour)
        assert found.distance[number] == pytest.approx(distance, abs=1e-5)
        level_again = found.level[number]
        at = oklab(palette).astype(np.float64)
        place = [np.interp(level_again * 255, np.arange(256), at[:, axis]) for axis in range(3)]
        reached = float(np.linalg.norm(np.array(place) - oklab(colour[None])[0]))
        assert reached == pytest.approx(distance, abs=1e-4), (level, level_again)


@pytest.mark.parametrize("name", [*PALETTES, "arctic", "viridis", "turbo", "sepia", "amber", "hot"])
def test_a_palette_reads_itself(looks, name):
    palette = looks.get(name).palette
    found = PaletteInverter(looks.get(name)).invert(palette)
    repeated = (palette[:, None] == palette).all(axis=2).sum(axis=1) > 1
    error = np.abs(found.level - np.linspace(0, 1, 256))
    assert error[~repeated].max() < 1e-3
    assert found.distance.max() < 1e-3
    assert (found.level[0], found.level[-1]) == (0.0, 1.0)


def test_gain_is_levels_per_unit_of_oklab(looks):
    palette = looks.get("inferno").palette
    found = PaletteInverter(looks.get("inferno")).invert(palette[100:161:20])
    chord = np.linalg.norm(oklab(palette[105:166:20]) - oklab(palette[95:156:20]), axis=1)
    assert found.gain == pytest.approx(10 / 255 / chord, rel=0.2)


def test_a_colour_between_the_ends_of_the_rainbow_is_ambiguous_and_no_grey_is(looks):
    """Dark purple lies as near to the rainbow's dark blue end as to its dark red one."""
    rainbow, blue, red = looks.get("rainbow"), (0.0, 0.0, 127.0), (127.0, 0.0, 0.0)
    between = np.array([np.add(np.multiply(blue, 1 - s), np.multiply(red, s)) for s in np.linspace(0, 1, 41)])
    found = PaletteInverter(rainbow).invert(np.rint(between).astype(np.uint8))
    assert found.ambiguity.max() > 0.5
    assert found.ambiguity[[0, -1]].max() < 0.05
    assert confidence_of(found).min() >= 0
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    assert PaletteInverter(GREY_RAMP).invert(greys).ambiguity.max() < 0.01


def test_a_palette_that_turns_back_on_itself_is_ambiguous_all_along():
    hairpin = look_of_stops("hairpin", (0, 0, 0, 0), (0.5, 200, 40, 40), (1, 8, 0, 0))
    found = PalettePolyline(hairpin.palette).nearest(hairpin.palette)
    middle = np.abs(np.linspace(0, 1, 256) - 0.5) < FAR_LEVEL / 8
    assert found.ambiguity[30:100].min() > 0.5
    assert found.ambiguity[middle].max() < 0.05


@pytest.mark.parametrize("name", PALETTES)
def test_h264_at_crf_18_costs_less_than_a_hundredth_of_the_span(looks, name, tmp_path):
    clip = painted_clip(looks.get(name)).through_h264(tmp_path, 18)
    error = np.abs(PaletteInverter(looks.get(name)).invert(clip.frames[clip.body]).level - clip.level)
    assert np.median(error) <= WORST_MEDIAN_ERROR


def test_the_table_knows_only_the_colours_it_was_shown(looks):
    table, asked = counting_table()
    assert table.colours == 0
    colours = random_colours(500)
    first = table.look_up(colours.reshape(50, 10, 3))
    assert first.shape == (2, 50, 10)
    assert table.colours == sum(asked) == len(np.unique(colours, axis=0))
    assert np.array_equal(table.look_up(colours), first.reshape(2, -1))
    assert len(asked) == 1


def test_a_full_table_begins_anew_and_stays_right(monkeypatch):
    monkeypatch.setattr(colour_table, "MOST_COLOURS", 200)
    monkeypatch.setattr(colour_table, "AT_ONCE", 150)
    table, _ = counting_table()
    colours = random_colours(2000)
    assert np.array_equal(table.look_up(colours)[0], colours @ np.array([1, 1, 1], np.float32))
    assert table.colours <= 200


def test_inverters_of_a_palette_share_one_table_and_few_are_kept(looks):
    _table_of.cache_clear()
    for name in ("inferno", "inferno", "iron", "rainbow", "rainbow"):
        PaletteInverter(looks.get(name))
    assert (_table_of.cache_info().hits, _table_of.cache_info().misses) == (2, 3)
    assert _table_of.cache_info().currsize == TABLES_KEPT


def test_threads_get_the_same_answer_as_one(looks):
    look, colours = looks.get("high_contrast"), random_colours(20_000).reshape(8, 2500, 3)
    expected = PalettePolyline(look.palette).nearest(colours.reshape(-1, 3))
    _table_of.cache_clear()
    inverter = PaletteInverter(look)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(inverter.invert, colours))
    for field in ("level", "distance", "gain", "ambiguity"):
        together = np.concatenate([getattr(each, field) for each in found])
        assert together == pytest.approx(getattr(expected, field), abs=1e-5)


def test_nothing_asked_is_nothing_answered(looks):
    found = PaletteInverter(looks.get("iron")).invert(np.empty((0, 4, 3), np.uint8))
    assert found.level.shape == (0, 4)


def counting_table() -> tuple[ColourTable, list[int]]:
    """A table of the sum of a colour's bytes and their largest, and how many colours it had to work out."""
    asked: list[int] = []

    def work_out(colours: np.ndarray) -> np.ndarray:
        asked.append(len(colours))
        return np.stack([colours.sum(axis=1), colours.max(axis=1)], axis=1).astype(np.float32)

    return ColourTable(2, work_out), asked
