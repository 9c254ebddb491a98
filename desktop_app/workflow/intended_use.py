"""What a clip says of itself for the use it is exported for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.laws import LawReport
from desktop_app.domain.review import Opinion, Purpose, Review
from desktop_app.domain.text import Text, say
from desktop_app.workflow.law_words import laws_with


@dataclass(frozen=True, eq=False)
class IntendedUse:
    """What a clip is exported for; `report` has the verdicts on it, None where they are not known."""

    purpose: Purpose = "concept_talk"
    report: LawReport | None = None


PLAIN_USE = IntendedUse()
MARKED: tuple[Purpose, ...] = ("engineering_report", "exam", "paper")
"""Uses for which a generated picture must not be taken for a result."""
MARK = say("SCHEMATIC – NOT A SIMULATION RESULT")
WARNING = say(
    "This clip is not a simulation result. It is exported only with a large mark across the picture that "
    "says so, and must not be used as evidence."
)
OPINION_NAMES: Mapping[Opinion, Text] = {
    "fit": say("fit to be shown"),
    "fit_as_schematic": say("fit as a schematic"),
    "not_fit": say("not fit to be shown"),
}
PURPOSE_NAMES: Mapping[Purpose, Text] = {
    "concept_talk": say("Concept talk"),
    "popular_science": say("Popular science"),
    "teaching": say("Teaching"),
    "engineering_report": say("Engineering report"),
    "exam": say("Exam"),
    "paper": say("Paper"),
}


def review_line(review: Review | None) -> Text:
    """Who reviewed a clip, and what they said."""
    if review is None:
        return say("Not reviewed by a person.")
    who = (
        say("{name}, {role}", name=review.name, role=review.role)
        if review.role
        else say("{name}", name=review.name)
    )
    return say(
        "Reviewed by {who}, {date}: {opinion}.",
        who=who,
        date=review.date,
        opinion=OPINION_NAMES[review.opinion],
    )


def captions_for(use: IntendedUse, review: Review | None) -> tuple[Text, ...]:
    """The lines under the disclaimer; one for teaching also says where the clip departs from the laws."""
    lines = [review_line(review)]
    if use.purpose == "teaching":
        lines.append(_departures(use.report))
    return tuple(lines)


def mark_for(use: IntendedUse) -> Text | None:
    """The large mark across the picture; None where the use needs none."""
    return MARK if use.purpose in MARKED else None


def _departures(report: LawReport | None) -> Text:
    """Where a clip for teaching departs from the law."""
    if report is None:
        return say("Schematic. It was not checked against the laws of heat conduction.")
    broken = laws_with(report.verdicts, "broken")
    untold = laws_with(report.verdicts, "undecided")
    if broken is not None and untold is not None:
        return say(
            "Schematic. Departs from: {broken}. Cannot be told: {untold}.", broken=broken, untold=untold
        )
    if broken is not None:
        return say("Schematic. Departs from: {broken}.", broken=broken)
    if untold is not None:
        return say(
            "Schematic. No departure from the laws was found. Cannot be told: {untold}.", untold=untold
        )
    return say("Schematic. No departure from the laws of heat conduction was found.")
