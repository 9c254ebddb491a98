"""What is done to the body, a line for each thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop_app.domain.concept import Concept, Heating, HeatingKind, Where
from desktop_app.domain.text import say
from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept import words
from desktop_app.ui.concept.fields.changes import set_heating
from desktop_app.ui.concept.fields.heating_pieces import NEW, HeatingPieces, places
from desktop_app.ui.concept.fields.pieces import Change, Choices, Line
from desktop_app.ui.translation import in_words


def heating_lines(answer: Understanding, choices: Choices) -> list[Line]:
    """One line for each thing done to the body."""
    return _Lines(answer, choices).lines()


def add_heating(answer: Understanding, kind: HeatingKind) -> Change:
    """One thing more done to the body, at a place where nothing is done yet."""

    def added(choices: Choices) -> Choices:
        now = all_heating(answer.concept, choices)
        taken = {heating.where for heating in now}
        free: list[Where] = [place for place in places(answer.concept) if place not in taken]
        return set_heating((*now, replace(NEW[kind], where=[*free, NEW[kind].where][0])), _was(answer))(
            choices
        )

    return added


def all_heating(concept: Concept, choices: Choices) -> tuple[Heating, ...]:
    """What is done to the body, in the order in which edits have it."""
    return choices.edits.heating if choices.edits.heating is not None else concept.heating


def _was(answer: Understanding) -> tuple[Heating, ...] | None:
    return answer.unedited.heating if answer.unedited is not None else None


def _paired(now: tuple[Heating, ...], was: tuple[Heating, ...]) -> list[Heating | None]:
    """For each heating what the prompt has in its place: the same, else the next one that is not there."""
    left = [heating for heating in was if heating not in now]
    return [heating if heating in was else left.pop(0) if left else None for heating in now]


class _Lines:
    """Makes the lines of one concept."""

    def __init__(self, answer: Understanding, choices: Choices) -> None:
        self._concept = answer.concept
        self._was = _was(answer)
        self._now = all_heating(answer.concept, choices)

    def lines(self) -> list[Line]:
        """In the order of the heatings."""
        before = _paired(self._now, self._was if self._was is not None else self._now)
        return [self._line(number, before[number]) for number in range(len(self._now))]

    def _line(self, number: int, before: Heating | None) -> Line:
        """The line of a heating; `before` is what the prompt has in its place."""
        heating = self._now[number]
        pieces = HeatingPieces(
            self._concept, number, heating, before, lambda change: self._put(number, lambda h: (change(h),))
        )
        back = self._put(number, lambda _: (before,)) if before not in (None, heating) else None
        return Line(
            key=f"heating.{number}",
            pieces=pieces.main(),
            more=pieces.details(),
            opened=_says_more(heating),
            icon="profile" if heating.kind == "convection" else "flame",
            tone="accent" if number == 0 else "muted",
            undo=back,
            undo_hover=in_words(words.heating_words(before)) if before is not None else "",
            remove=self._put(number, lambda _: ()),
            remove_name=in_words(say("Remove: {what}", what=words.heating_words(heating))),
        )

    def _put(self, number: int, change: Callable[[Heating], tuple[Heating | None, ...]]) -> Change:
        """Put what a heating changes to in its place, whatever has changed of it and the others by then."""

        def changed(choices: Choices) -> Choices:
            now = all_heating(self._concept, choices)
            if number >= len(now):
                return choices
            made = tuple(heating for heating in change(now[number]) if heating is not None)
            return set_heating((*now[:number], *made, *now[number + 1 :]), self._was)(choices)

        return changed


def _says_more(heating: Heating) -> bool:
    """Whether anything of its details is not as it is if nobody says anything."""
    return heating != Heating(heating.where, heating.kind, heating.value, heating.unit, heating.ambient_K)
