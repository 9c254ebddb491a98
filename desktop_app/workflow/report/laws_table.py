"""The seven laws, one a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.domain.laws import LawVerdict, Verdict
from desktop_app.domain.text import Catalogue, say
from desktop_app.workflow.law_words import LAW_NAMES, QUANTITIES, VERDICT_NAMES
from desktop_app.workflow.report.markup import Markup, element
from desktop_app.workflow.report.numbers import NONE, interval_text, number, tolerance_text

SIGNS: Mapping[Verdict, str] = {"holds": "✓", "broken": "✗", "undecided": "?"}


def laws_table(verdicts: Sequence[LawVerdict], catalogue: Catalogue) -> Markup:
    """Sign and name, what was measured, its interval, what is allowed, and the sentence."""
    heads = (
        say("Law"), say("Measured"), say("95 % interval"), say("Allowed"), say("What it means")
    )  # fmt: skip
    widths = ("36%", "9%", "12%", "12%", "31%")
    titles = (
        element("th", {"style": f"width: {width}", "scope": "col"}, head.to(catalogue))
        for head, width in zip(heads, widths, strict=True)
    )
    rows = (_row(number_, verdict, catalogue) for number_, verdict in enumerate(verdicts, start=1))
    return element(
        "table",
        {"class": "laws"},
        element("thead", None, element("tr", None, *titles)),
        element("tbody", None, *rows),
    )


def _row(number_: int, verdict: LawVerdict, catalogue: Catalogue) -> Markup:
    found = verdict.verdict
    sign = element(
        "span", {"class": f"verdict {found}", "title": VERDICT_NAMES[found].to(catalogue)}, SIGNS[found]
    )
    name = LAW_NAMES[verdict.law].to(catalogue)
    said = element("span", {"class": found}, VERDICT_NAMES[found].to(catalogue))
    quantity = element("div", {"class": "muted"}, QUANTITIES[verdict.law].to(catalogue))
    measured = NONE if verdict.statistic is None else number(verdict.statistic)
    allowed = tolerance_text(verdict.tolerance)
    return element(
        "tr",
        None,
        element("td", None, sign, f" {number_}. {name}: ", said, quantity),
        element("td", {"class": "number"}, measured),
        element("td", {"class": "number"}, interval_text(verdict.interval)),
        element("td", {"class": "number"}, NONE if allowed is None else allowed.to(catalogue)),
        element("td", None, verdict.why.to(catalogue)),
    )
