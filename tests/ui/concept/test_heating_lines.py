"""Which line of the heating goes back to what, and how changes add up."""

from __future__ import annotations

from dataclasses import replace

from support.concepts import rod

from desktop_app.domain.concept import Heating
from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept.fields.heating_lines import heating_lines
from desktop_app.ui.concept.fields.pieces import NO_CHOICES, Amount, Choices, Line

HOT = Heating("left", "temperature", 373.15, "K")
COLD = Heating("right", "temperature", 293.15, "K")
AIR = Heating("all_around", "convection", 10.0, "W/(m²·K)", 293.15)
CONCEPT = rod(HOT, AIR)
ANSWER = Understanding(CONCEPT, CONCEPT)


def chosen(*heating: Heating) -> Choices:
    return replace(NO_CHOICES, edits=replace(NO_CHOICES.edits, heating=heating))


def value_of(line: Line) -> Amount:
    return next(piece for piece in line.pieces if piece.key == "value")


def test_what_the_prompt_says_has_nothing_to_go_back_to():
    lines = heating_lines(ANSWER, NO_CHOICES)
    assert [line.undo for line in lines] == [None, None]
    assert not any(piece.edited for line in lines for piece in line.pieces if hasattr(piece, "edited"))


def test_a_changed_line_goes_back_and_the_others_stay():
    hotter = replace(HOT, value=400.0)
    first, second = heating_lines(ANSWER, chosen(hotter, AIR))
    assert second.undo is None
    assert value_of(first).edited
    assert first.undo(chosen(hotter, AIR)) == NO_CHOICES


def test_a_line_that_was_added_can_only_be_removed():
    lines = heating_lines(ANSWER, chosen(HOT, AIR, COLD))
    assert [line.undo for line in lines] == [None, None, None]
    assert lines[2].remove(chosen(HOT, AIR, COLD)) == NO_CHOICES


def test_after_the_first_was_removed_the_second_is_still_the_prompts_own():
    (left,) = heating_lines(ANSWER, chosen(AIR))
    assert left.undo is None


def test_two_changes_before_an_answer_both_count():
    first, second = heating_lines(ANSWER, NO_CHOICES)
    choices = value_of(first).change(NO_CHOICES, 400.0)
    choices = value_of(second).change(choices, 25.0)
    assert [h.value for h in choices.edits.heating] == [400.0, 25.0]


def test_a_change_of_a_line_that_is_gone_by_then_changes_nothing():
    second = heating_lines(ANSWER, NO_CHOICES)[1]
    assert value_of(second).change(chosen(HOT), 25.0) == chosen(HOT)
