"""What is compared from the terminal: runs that are kept, and clips on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.library.run_library import RunLibrary
from desktop_app.media.lossless import LosslessWriter
from desktop_app.media.source import read_clip
from desktop_app.workflow.comparing import Comparison, compare_runs
from desktop_app.workflow.context import Context
from desktop_app.workflow.history import SavedRun, open_run
from desktop_app.workflow.look_finding import AUTO
from desktop_app.workflow.opening import open_clip
from desktop_app.workflow.reading_plan import Wishes


def compare_given(
    context: Context, given: tuple[str, str], wishes: tuple[Wishes, Wishes], cancel: CancelToken
) -> Comparison:
    """Put two clips side by side; what is read from a file is not kept.

    Args:
        context: the tools of the house.
        given: of each, the path of a video, a picture or a folder of pictures, or the id of a run.
        wishes: how each is to be read, if it is a file.
        cancel: looked at now and then.

    Raises:
        InvalidInput: there is no such file and no such run, or a wish cannot be fulfilled.
        UnreadableVideo: nothing can be decoded.
        Cancelled: the token was set.
    """
    kept_as_they_are = not any(Path(name).exists() for name in given)
    if kept_as_they_are and any(each.look != AUTO or each.temperature_range_K for each in wishes):
        raise InvalidInput(
            say("Both are runs: their palettes and scales are kept with them."),
            say("Leave --look and --range to files."),
        )
    with _passing_library(context) as aside:
        first, second = (
            _opened(context, aside, name, wish, cancel) for name, wish in zip(given, wishes, strict=True)
        )
        return compare_runs(context, first, second, cancel)


@contextmanager
def _passing_library(context: Context) -> Iterator[Context]:
    """The same house with an empty library, which is gone after the block."""
    with TemporaryDirectory(prefix="heatsketch-") as folder:
        runs = RunLibrary(Path(folder), LosslessWriter, read_clip)
        try:
            yield replace(context, runs=runs)
        finally:
            runs.close()


def _opened(context: Context, aside: Context, name: str, wishes: Wishes, cancel: CancelToken) -> SavedRun:
    if Path(name).exists():
        return open_clip(aside, Path(name), wishes, cancel, lambda _done, _total: None)
    if not any(run.id == name for run in context.runs.list()):
        raise InvalidInput(
            say("There is neither a file nor a run called {name}.", name=name),
            say("Give the path of a clip, or the id that heatsketch generate --json tells under “run”."),
        )
    if wishes.prompt is not None:
        raise InvalidInput(
            say("{name} is a run: what it shows is kept with it.", name=name),
            say("Leave --prompt-a and --prompt-b to files."),
        )
    return open_run(context, name)
