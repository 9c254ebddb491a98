"""heatsketch compare: which of two clips conducts heat faster, and how many times."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.arguments import STANDARD_OUTPUT, outputs
from desktop_app.cli.output import Progress, write_json
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.workflow.comparing_reports import comparison_to_json
from desktop_app.workflow.comparing_sources import compare_given
from desktop_app.workflow.comparing_words import promise_words
from desktop_app.workflow.context import Context
from desktop_app.workflow.look_finding import AUTO
from desktop_app.workflow.reading_plan import Wishes


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    what = "a video, a picture, a folder of pictures, or the id of a run"
    parser.add_argument("first", metavar="A", help=what)
    parser.add_argument("second", metavar="B", help=what)
    parser.add_argument("--prompt-a", metavar="TEXT", help="what the first clip shows")
    parser.add_argument("--prompt-b", metavar="TEXT", help="what the second clip shows")
    parser.add_argument("--look", default=AUTO, metavar="auto|NAME", help="the palette (default: auto)")
    parser.add_argument(
        "--range", nargs=2, type=float, metavar=("LOW", "HIGH"), help="what the palette's ends stand for"
    )
    parser.add_argument("--unit", choices=("C", "K"), default="C", help="of --range (C)")
    parser.add_argument("--json", type=Path, metavar="F", help="write the comparison (default: -)")


def run(context: Context, options: argparse.Namespace, cancel: CancelToken) -> None:
    """Carry it out."""
    given = (options.first, options.second)
    outputs(options.json, read_from=map(Path, given))
    wishes = (_wishes(options, options.prompt_a), _wishes(options, options.prompt_b))
    comparison = compare_given(context, given, wishes, cancel)
    write_json(options.json or STANDARD_OUTPUT, comparison_to_json(comparison, str))
    told = (comparison.answer, promise_words(comparison, "en"), comparison.why)
    Progress().say(" ".join(str(sentence) for sentence in told if sentence is not None))


def _wishes(options: argparse.Namespace, prompt: str | None) -> Wishes:
    offset = ZERO_CELSIUS_K if options.unit == "C" else 0.0
    span = None if options.range is None else (options.range[0] + offset, options.range[1] + offset)
    return Wishes(look=options.look, temperature_range_K=span, prompt=prompt)
