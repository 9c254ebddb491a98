"""The terminal's way in: options, exit status, and one clear line for whatever goes wrong."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from types import FrameType

from desktop_app.cli import compare, concept, doctor, generate, models, read, report, solve
from desktop_app.cli.arguments import Parser
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, HeatSketchError, InvalidInput
from desktop_app.workflow.context import Context

DONE, FAILED, WRONG_CALL, CANCELLED = 0, 1, 2, 130
_ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
DEBUG = "HEATSKETCH_DEBUG"
COMMANDS = {
    "generate": (generate, "generate a clip and export it, annotated"),
    "concept": (concept, "show what the app understood"),
    "solve": (solve, "solve the heat equation for a prompt"),
    "read": (read, "read temperature from a clip's colours"),
    "compare": (compare, "tell which of two clips conducts heat faster"),
    "report": (report, "write what a run or a clip shows as a page of HTML"),
    "models": (models, "what can be given to --model"),
    "doctor": (doctor, "what this computer can run"),
}


def build_parser(version: str) -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = Parser(
        prog="heatsketch",
        description="Preview heat-dissipation ideas as video, beside what Fourier's law says. "
        "Without a command, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"heatsketch {version}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser, required=True)
    for name, (module, summary) in COMMANDS.items():
        module.add(commands.add_parser(name, help=summary, description=summary))
    return parser


def run_command(arguments: Sequence[str], version: str, make_context: Callable[[], Context]) -> int:
    """Carry out one command and return its exit status; the worker is closed whatever happens."""
    try:
        options = build_parser(version).parse_args(arguments)
        module, _ = COMMANDS[options.command]
        context = make_context()
        try:
            with _cancelled_by_signals(context.worker.close) as cancel:
                module.run(context, options, cancel)
        finally:
            context.worker.close()
    except HeatSketchError as error:
        return _tell(error)
    except (Cancelled, KeyboardInterrupt):
        sys.stderr.write("\nCancelled.\n")
        return CANCELLED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - keeps exit quiet
        return FAILED
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        return _tell_unexpected(error)
    return DONE


def _tell(error: HeatSketchError) -> int:
    hint = ""
    if error.details and os.environ.get(DEBUG):
        sys.stderr.write(f"{error.details}\n")
    elif error.details and "details" in str(error.remedy):
        hint = f" ({DEBUG}=1 shows the details.)"
    sys.stderr.write(f"heatsketch: {_in_one_line(str(error))}{hint}\n")
    return WRONG_CALL if isinstance(error, InvalidInput) else FAILED


def _in_one_line(text: str) -> str:
    """What a file name may hold and a terminal would obey is written as its escape."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def _tell_unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    sys.stderr.write(
        f"heatsketch: Something unexpected went wrong ({type(error).__name__}: {error}). "
        f"Set {DEBUG}=1 and try again to see where.\n"
    )
    return FAILED


@contextlib.contextmanager
def _cancelled_by_signals(end_worker: Callable[[], None]) -> Iterator[CancelToken]:
    """A token that Ctrl-C or an order to end sets; the second ends the worker, the third everything.

    The worker is ended from a thread, since the signal may have come while its lock was held.
    """
    cancel = CancelToken()
    ending: list[threading.Thread] = []

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        if not cancel.cancelled:
            cancel.cancel()
        elif not ending:
            ending.append(threading.Thread(target=end_worker, daemon=True))
            ending[0].start()
        else:
            raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupted) for number in _ENDING_SIGNALS}
    try:
        yield cancel
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
