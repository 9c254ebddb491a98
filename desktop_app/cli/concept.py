"""heatsketch concept: what the app understood."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.arguments import STANDARD_OUTPUT, output
from desktop_app.cli.output import write_json
from desktop_app.domain.cancel import CancelToken
from desktop_app.knowledge.concept_json import concept_to_json
from desktop_app.workflow.context import Context
from desktop_app.workflow.understanding import understand


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("prompt", help="the idea, in English or Chinese")
    parser.add_argument(
        "--json", type=Path, metavar="F", default=STANDARD_OUTPUT, help="where to (default: -)"
    )


def run(context: Context, options: argparse.Namespace, _cancel: CancelToken) -> None:
    """Carry it out."""
    path = output(options.json) or STANDARD_OUTPUT
    concept = understand(context, options.prompt)
    catalogue = context.catalogues[concept.language]
    write_json(path, concept_to_json(concept, lambda text: text.to(catalogue)))
