"""What is said when the computer's memory is full."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.text import say


@contextmanager
def enough_memory() -> Iterator[None]:
    """Let the block run; a `MemoryError` in it becomes a sentence with a remedy.

    Raises:
        HeatSketchError: there is not enough memory.
    """
    try:
        yield
    except MemoryError as error:
        raise HeatSketchError(
            say("There is not enough memory for this."),
            say("Choose a smaller size, fewer frames or a coarser grid, or close other programs."),
            str(error),
        ) from error
