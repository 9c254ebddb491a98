"""Everything the card says of a concept, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.look import Look
from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept.fields.heating_lines import heating_lines
from desktop_app.ui.concept.fields.material_lines import material_lines
from desktop_app.ui.concept.fields.other_lines import look_line, start_line, time_lines, variant_lines
from desktop_app.ui.concept.fields.pieces import Choices, Line
from desktop_app.ui.concept.fields.size_lines import size_lines


@dataclass(frozen=True)
class Setting:
    """What the lines need besides the concept.

    Attributes:
        choices: a person's.
        clip_seconds: time the clip takes to watch.
        look: of the concept; None where it is not known.
        look_names: of every look there is.
    """

    choices: Choices
    clip_seconds: float
    look: Look | None
    look_names: Sequence[str]


def body_lines(answer: Understanding, setting: Setting) -> list[Line]:
    """What the body is, how large, and what of."""
    return [*size_lines(answer, setting.choices), *material_lines(answer, setting.choices)]


def lines_of_heating(answer: Understanding, setting: Setting) -> list[Line]:
    """What is done to the body."""
    return heating_lines(answer, setting.choices)


def other_lines(answer: Understanding, setting: Setting) -> list[Line]:
    """Start, time, look, and what it is compared with."""
    choices = setting.choices
    return [
        start_line(answer, choices),
        *time_lines(answer, choices, setting.clip_seconds),
        look_line(answer.concept, answer.unedited, choices, setting.look, setting.look_names),
        *variant_lines(answer.concept),
    ]
