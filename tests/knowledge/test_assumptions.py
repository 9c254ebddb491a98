from __future__ import annotations

import re

import pytest
from test_translations import used

from desktop_app.domain.text import say
from desktop_app.knowledge.assumptions import ABOUT, SIZE, assumed
from desktop_app.knowledge.extents import EXTENT_WORDS

SAID = used("knowledge") | used("physics")
GENERAL = {
    "No material was named.",
    "Corners cannot be heated by themselves: a spot in the middle is taken.",
    "A side of the ring is taken to be a quarter of its outside.",
    "“{words}” is a range: its middle is used.",
    "“{name}” is taken to be {material}.",
}


def test_every_template_is_one_that_is_said():
    assert set(ABOUT) | {SIZE} <= SAID


def test_every_assumption_is_of_some_field():
    assumptions = {t for t in SAID if re.search(r"assumed|taken to|is taken|is used|not given|No .* was", t)}
    assert assumptions - set(ABOUT) - {SIZE} == GENERAL


@pytest.mark.parametrize(
    ("field", "shown", "found"),
    [("length", "20 cm", True), ("height", "20 cm", False), ("value", "50 W", True), ("value", "5 W", False)],
)
def test_a_note_is_found_by_its_field_and_where_there_are_several_by_its_number(
    field: str, shown: str, found: bool
):
    length = say(SIZE, extent=EXTENT_WORDS["length"], value="20 cm")
    power = say("The heater is taken to give {watts} W.", watts="50")
    assert (assumed((length, power), [field], shown) is not None) is found
