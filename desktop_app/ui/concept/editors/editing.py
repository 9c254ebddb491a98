"""What every editor of the card needs to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.ui.concept.editors.material_book import MaterialBook
from desktop_app.ui.concept.fields.pieces import Choices


@dataclass(frozen=True)
class Editing:
    """Where editors look things up when they need them.

    Attributes:
        choices: those in force.
        materials: the table as it is now; None before there is one.
    """

    choices: Callable[[], Choices]
    materials: Callable[[], MaterialBook | None]
