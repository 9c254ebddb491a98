"""What a line of the card consists of: words, and things that can be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.ui.concept.fields.units import Dimension, Unit
from desktop_app.ui.icons import Tone


@dataclass(frozen=True)
class Choices:
    """What a person chose in the card instead of what the prompt says.

    Attributes:
        edits: of the concept.
        look: None leaves it to the prompt.
    """

    edits: Edits = NO_EDITS
    look: str | None = None


NO_CHOICES = Choices()
Change = Callable[[Choices], Choices]


@dataclass(frozen=True)
class Word:
    """Text that is only read.

    Attributes:
        caption: whether it stands before what it is about, on one line with it.
    """

    key: str
    text: str
    hover: str = ""
    caption: bool = False


@dataclass(frozen=True)
class Amount:
    """A number with its unit.

    Attributes:
        key: unlike that of any other piece of its line.
        name: what a screen reader calls it.
        text: the number as it is shown.
        dimension: what may be typed.
        unit: of a number that is typed without one.
        change: what choosing a value, SI, does; None where the field was emptied.
        hover: where the number comes from.
        edited: whether it is a person's choice already.
        empties: what is typed to say that there is no value, the empty text among it; nothing where there
            has to be one.
    """

    key: str
    name: str
    text: str
    dimension: Dimension
    unit: Unit
    change: Callable[[Choices, float | None], Choices]
    hover: str = ""
    edited: bool = False
    empties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pick:
    """One of a few words.

    Attributes:
        options: value and text of each.
        current: the value that holds.
    """

    key: str
    name: str
    options: tuple[tuple[str, str], ...]
    current: str
    change: Callable[[Choices, str], Choices]
    hover: str = ""
    edited: bool = False

    @property
    def text(self) -> str:
        """The text of the option that holds."""
        return next((text for value, text in self.options if value == self.current), self.current)


@dataclass(frozen=True)
class MaterialName:
    """A material of the table by any of its names.

    Attributes:
        change: what choosing a material does, by its id.
    """

    key: str
    name: str
    text: str
    change: Callable[[Choices, str], Choices]
    hover: str = ""
    edited: bool = False


Piece = Word | Amount | Pick | MaterialName


@dataclass(frozen=True)
class Line:
    """One line of the card.

    Attributes:
        key: unlike that of any other line.
        pieces: what it says, in order.
        icon: what kind of fact it is; empty beneath a line of the same kind.
        label: what the fact is called.
        more: details beneath, that are only shown when asked for.
        opened: whether they are shown without being asked for.
        undo: back to what the prompt says; None where that is what it says.
        undo_hover: what that would be.
        remove: without this line; None where that makes no sense.
        remove_name: what a screen reader calls that.
        palette: (colour, 3) uint8 of a look, to be shown beneath.
        small: whether it is a detail of the line above.
    """

    key: str
    pieces: tuple[Piece, ...]
    icon: str = ""
    tone: Tone = "muted"
    label: str = ""
    more: tuple[Piece, ...] = ()
    opened: bool = False
    undo: Change | None = None
    undo_hover: str = ""
    remove: Change | None = None
    remove_name: str = ""
    palette: NDArray[np.uint8] | None = None
    small: bool = False

    @property
    def text(self) -> str:
        """What the line says, in one line."""
        words = (self.label, *(piece.text for piece in (*self.pieces, *self.more)))
        return " ".join(word for word in words if word)
