"""What every editor of the card needs to know."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.ui.concept.editors.material_book import MaterialBook
from desktop_app.ui.concept.fields.pieces import NO_CHOICES, Choices


class Editing:
    """Where editors look things up; whoever owns them keeps it up to date.

    It knows none of them: widgets in a cycle would be ended by the collector of whatever thread runs it.

    Attributes:
        choices: those in force.
        table: gives the materials there are now; None before there are any.
    """

    def __init__(self) -> None:
        self.choices: Choices = NO_CHOICES
        self.table: Callable[[], MaterialBook] | None = None

    @property
    def materials(self) -> MaterialBook | None:
        """The materials there are now."""
        return self.table() if self.table is not None else None
