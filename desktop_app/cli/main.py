"""The terminal's way in: options, exit status, and one clear line for whatever goes wrong."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from types import FrameType

from desktop_app.cli import concept, doctor, generate, models, read, solve
from desktop_app.cli.arguments import Parser
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, HeatSketchError, InvalidInput
from desktop_app.workflow.context import Context

DONE, FAILED, WRONG_CALL, CANCELLED = 0, 1, 2, 130
COMMANDS = {
    "generate": (generate, "generate a clip and export it, annotated"),
    "concept": (concept, "show what the app understood"),
    "solve": (solve, "solve the heat equation for a prompt"),
    "read": (read, "read temperature from a clip's colours"),
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
            with _cancelled_by_interrupt() as cancel:
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
    if os.environ.get("HEATSKETCH_DEBUG") and error.details:
        sys.stderr.write(f"{error.details}\n")
    sys.stderr.write(f"heatsketch: {error}\n")
    return WRONG_CALL if isinstance(error, InvalidInput) else FAILED


def _tell_unexpected(error: Exception) -> int:
    if os.environ.get("HEATSKETCH_DEBUG"):
        raise error
    sys.stderr.write(
        f"heatsketch: Something unexpected went wrong ({type(error).__name__}: {error}). "
        "Set HEATSKETCH_DEBUG=1 and try again to see where.\n"
    )
    return FAILED


@contextlib.contextmanager
def _cancelled_by_interrupt() -> Iterator[CancelToken]:
    """A token that the first Ctrl-C sets; the second one ends the process at once."""
    cancel = CancelToken()

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        if cancel.cancelled:
            raise KeyboardInterrupt
        cancel.cancel()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)
