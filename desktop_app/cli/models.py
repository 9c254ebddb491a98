"""heatsketch models: the engines on this computer."""

from __future__ import annotations

import argparse
import sys

from desktop_app.domain.cancel import CancelToken
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import default_among, engine_choices


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("list", help="what can be given to --model")


def run(context: Context, _options: argparse.Namespace, _cancel: CancelToken) -> None:
    """Carry it out."""
    choices = engine_choices(context)
    default = default_among(choices)
    for choice in choices:
        usual = " (default)" if choice.id == default.id else ""
        sys.stdout.write(f"{choice.id}\t{choice.label}{usual}\n")
        if choice.problem is not None:
            sys.stdout.write(f"\tcannot be used: {choice.problem}\n")
    folders = ", ".join(str(folder) for folder in context.model_folders)
    sys.stdout.write(f"Model folders are looked for in: {folders}\n")
