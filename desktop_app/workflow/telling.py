"""A concept with the story of its solution."""

from __future__ import annotations

from dataclasses import replace
from math import floor, log10

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import OutsideConduction
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.melting import exceeds_melting, followed_up_to
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.telling_durations import duration_note
from desktop_app.physics.fourier import fourier_length
from desktop_app.physics.story import Outlook, look_ahead

SHORTEST_SHARE = 0.01
"""Of the duration that was chosen, below which a clip that ends before something melts tells nothing."""
ATTEMPTS = 3


def with_story(concept: Concept, *, may_end_early: bool = True) -> Concept:
    """With its story; not supported where none can be told.

    Where something would melt that cannot be followed, the clip ends before that if its duration was not
    given and it `may_end_early`, else the concept is not supported.
    """
    try:
        outlook = look_ahead(concept, CancelToken())
        reason = exceeds_melting(concept, outlook.hottest_K)
        if reason is None:
            return _with_its_fourier_number(replace(concept, story=outlook.story))
        return _ended_before(concept, outlook, reason) if may_end_early else _unsupported(concept, reason)
    except OutsideConduction as error:
        return _unsupported(concept, error.message)


def _with_its_fourier_number(concept: Concept) -> Concept:
    """The note on its duration, if any, with the Fourier number of its story and what that is over."""
    chosen, story = duration_note(concept), concept.story
    if chosen is None or story is None or "fourier_number" not in dict(chosen.values):
        return concept
    values = dict(chosen.values) | {
        "fourier_number": number(float(f"{story.fourier_number:.2g}")),
        "length": number(float(f"{fourier_length(concept):.3g}")),
    }
    note = replace(chosen, values=tuple(values.items()))
    return replace(concept, notes=tuple(note if other == chosen else other for other in concept.notes))


def _ended_before(concept: Concept, outlook: Outlook, reason: Text) -> Concept:
    chosen, limit = duration_note(concept), followed_up_to(concept)
    if chosen is None:
        return _unsupported(concept, reason)
    shorter = concept
    for _ in range(ATTEMPTS):
        seconds = _two_digits_down(outlook.time_below(limit))
        if seconds <= SHORTEST_SHARE * concept.duration_s:
            break
        shorter = replace(concept, duration_s=seconds)
        outlook = look_ahead(shorter, CancelToken())
        if outlook.hottest_K <= limit:
            note = say(
                "No duration was given: the clip ends at {seconds} s. {why}",
                seconds=f"{seconds:g}",
                why=reason,
            )
            notes = tuple(note if other == chosen else other for other in concept.notes)
            return replace(shorter, story=outlook.story, notes=notes)
    return _unsupported(concept, reason)


def _unsupported(concept: Concept, why: Text) -> Concept:
    return replace(concept, supported=False, notes=(*concept.notes, why))


def _two_digits_down(seconds: float) -> float:
    if seconds <= 0:
        return 0.0
    power = 10.0 ** (floor(log10(seconds)) - 1)
    return floor(seconds / power) * power
