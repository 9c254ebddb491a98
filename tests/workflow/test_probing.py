"""The automatic probe follows the heat and stays on the body."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support import concepts
from support.concepts import HOT_LEFT, STILL_AIR

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import PixelBox
from desktop_app.domain.concept import Heating
from desktop_app.physics.solution import solve_coarsely
from desktop_app.thermography.body import lay_probe
from desktop_app.thermography.painter import place_body
from desktop_app.workflow.comparison import solution_along
from desktop_app.workflow.probing import probe_of, probe_seen

TOP = Heating("top", "temperature", 373.15, "K")
BOX = PixelBox(100, 50, 300, 150)


@pytest.mark.parametrize(
    "make",
    [
        concepts.rod,
        concepts.round_rod,
        concepts.plate,
        concepts.fin,
        concepts.heat_sink,
        concepts.ring,
        concepts.l_bracket,
        concepts.stack,
        concepts.contact,
        concepts.room,
    ],
    ids=lambda make: make.__name__,
)
def test_a_probe_is_on_the_body_all_along(make):
    concept = make()
    field = solve_coarsely(concept, 2, CancelToken())
    body = place_body(field.size_m, 832, 480)
    profile = solution_along(field, body, probe_of(concept, body), np.linspace(0, 1, 64), 2)
    assert not np.isnan(profile).any()


@pytest.mark.parametrize(
    "concept",
    [concepts.rod(), concepts.plate(HOT_LEFT), concepts.fin(), concepts.contact(), concepts.room()],
    ids=lambda concept: concept.shape,
)
def test_what_is_heated_sideways_is_read_from_left_to_right(concept):
    probe = probe_of(concept, BOX)
    assert (probe.x0, probe.x1, probe.y0, probe.y1) == (100.5, 299.5, 100, 100)


def test_a_box_that_is_not_heated_at_one_side_is_read_along_its_longer_one():
    assert probe_of(concepts.plate(STILL_AIR), BOX) == lay_probe(BOX)


def test_what_is_heated_above_is_read_from_top_to_bottom():
    probe = probe_of(concepts.plate(TOP), BOX)
    assert (probe.x0, probe.x1, probe.y0, probe.y1) == (200, 200, 50.5, 149.5)


def test_a_heat_sink_is_read_up_its_middle_fin():
    probe = probe_of(concepts.heat_sink(fins=7), BOX)
    assert (probe.x0, probe.x1) == (200, 200)
    assert (probe.y0, probe.y1) == (149.5, 50.5)
    assert probe.band_px <= 200 / 13


def test_a_stack_is_read_upward_and_sideways_where_heat_goes_sideways():
    probe = probe_of(concepts.stack(), BOX)
    assert (probe.y0, probe.y1) == (149.5, 50.5)
    assert probe_of(concepts.stack(HOT_LEFT), BOX) == lay_probe(BOX)


def test_layers_that_stand_are_read_from_left_to_right():
    standing = replace(concepts.contact(STILL_AIR), shape="stack")
    assert probe_of(standing, BOX) == lay_probe(BOX)
    lying = concepts.stack(STILL_AIR)
    assert probe_of(lying, BOX).x0 == probe_of(lying, BOX).x1


def test_a_ring_is_read_outward_at_three_o_clock():
    probe = probe_of(concepts.ring(inner=0.02, outer=0.04), PixelBox(100, 50, 200, 150))
    assert (probe.x0, probe.x1, probe.y0, probe.y1) == (175.5, 199.5, 100, 100)


def test_an_l_bracket_is_read_along_its_foot_or_up_its_leg():
    body = PixelBox(0, 0, 80, 60)
    along = probe_of(concepts.l_bracket(), body)
    assert (along.x0, along.x1, along.y0, along.y1) == (0.5, 79.5, 56, 56)
    down = probe_of(concepts.l_bracket(TOP), body)
    assert (down.x0, down.x1, down.y0, down.y1) == (4, 4, 0.5, 59.5)


@pytest.mark.parametrize("make", [concepts.ring, concepts.heat_sink], ids=lambda make: make.__name__)
def test_in_a_generated_clip_too_the_probe_stays_off_the_hole_and_the_gaps(make):
    assert probe_seen(make(), BOX) == probe_of(make(), BOX) != lay_probe(BOX)


def test_in_a_generated_clip_of_a_full_body_the_probe_is_the_automatic_one():
    assert probe_seen(concepts.plate(TOP), BOX) == lay_probe(BOX) != probe_of(concepts.plate(TOP), BOX)
