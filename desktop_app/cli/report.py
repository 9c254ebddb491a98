"""heatsketch report: what a run or a clip shows and what was found in it, on one page."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.arguments import output
from desktop_app.cli.output import Progress, write_with
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Language
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.events import StageProgressed
from desktop_app.domain.text import say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.workflow.context import Context
from desktop_app.workflow.history import list_runs, open_run
from desktop_app.workflow.look_finding import AUTO
from desktop_app.workflow.reading_plan import Wishes
from desktop_app.workflow.report_page import save_report_of_file, save_report_page


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("what", metavar="RUN_OR_FILE", help="the id of a kept run, or a clip from disk")
    parser.add_argument(
        "-o", dest="out", type=Path, metavar="OUT.html", required=True, help="the page to write"
    )
    parser.add_argument("--language", choices=("en", "zh"), help="of the page (default: the prompt's)")
    parser.add_argument("--look", default=None, metavar="auto|NAME", help="of a file: the palette (auto)")
    parser.add_argument(
        "--range", nargs=2, type=float, metavar=("LOW", "HIGH"), help="of a file: the palette's ends"
    )
    parser.add_argument("--unit", choices=("C", "K"), default="C", help="of --range (C)")
    parser.add_argument("--prompt", metavar="TEXT", help="of a file: what it shows")


def run(context: Context, options: argparse.Namespace, cancel: CancelToken) -> None:
    """Carry it out."""
    out = output(options.out, ending=".html")
    if out is None:
        return
    progress = Progress()
    if any(run.id == options.what for run in list_runs(context)):
        _refuse_wishes(options)
        saved = open_run(context, options.what)
        language: Language = options.language or saved.run.concept.language
        write_with(out, lambda path: save_report_page(context, saved, path, language, cancel), "report.html")
    else:
        _report_on_file(context, options, out, progress, cancel)
    progress.say(f"{out}")


def _report_on_file(
    context: Context, options: argparse.Namespace, out: Path, progress: Progress, cancel: CancelToken
) -> None:
    clip = Path(options.what)
    if not clip.exists():
        raise InvalidInput(
            say("{what} is neither a kept run nor a file.", what=options.what),
            say("Give the id of a run, as generate --json tells it, or the path of a clip."),
        )
    offset = ZERO_CELSIUS_K if options.unit == "C" else 0.0
    span = None if options.range is None else (options.range[0] + offset, options.range[1] + offset)
    wishes = Wishes(look=options.look or AUTO, temperature_range_K=span, prompt=options.prompt)

    def opening(done: int, total: int) -> None:
        progress.show(StageProgressed("opening", done, total))

    write_with(
        out,
        lambda path: save_report_of_file(context, clip, wishes, path, options.language, cancel, opening),
        "report.html",
    )


def _refuse_wishes(options: argparse.Namespace) -> None:
    """A run is reported on as it was read; what a file needs to be told does not go with it."""
    given = {"--look": options.look, "--range": options.range, "--prompt": options.prompt}
    for name, value in given.items():
        if value is not None:
            raise InvalidInput(
                say("{option} goes with a file, not with a kept run.", option=name),
                say("Leave it out: a run is reported on as it was read."),
            )
