"""heatsketch doctor: what this computer can run, and what to do about what it cannot."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop_app.cli.arguments import output
from desktop_app.cli.output import write_json
from desktop_app.domain.cancel import CancelToken
from desktop_app.workflow.checkup import check_up
from desktop_app.workflow.context import Context


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", type=Path, metavar="F", help="write the findings; - for standard output")


def run(context: Context, options: argparse.Namespace, cancel: CancelToken) -> None:
    """Carry it out."""
    path = output(options.json)
    findings = check_up(context, cancel)
    if path is not None:
        write_json(path, {"findings": [finding.to_json() for finding in findings]})
        return
    for finding in findings:
        mark = "ok  " if finding.good else "note"
        sys.stdout.write(f"{mark}  {finding.what}: {finding.found}\n")
        if finding.remedy is not None:
            sys.stdout.write(f"      {finding.remedy}\n")
