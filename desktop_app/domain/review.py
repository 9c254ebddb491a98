"""What a person said of a run, and what a clip is exported for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Opinion = Literal["fit", "fit_as_schematic", "not_fit"]
OPINIONS: tuple[Opinion, ...] = ("fit", "fit_as_schematic", "not_fit")
Purpose = Literal["concept_talk", "popular_science", "teaching", "engineering_report", "exam", "paper"]
PURPOSES: tuple[Purpose, ...] = (
    "concept_talk",
    "popular_science",
    "teaching",
    "engineering_report",
    "exam",
    "paper",
)


@dataclass(frozen=True)
class Review:
    """A person's judgement of a run.

    Attributes:
        name: who; never empty.
        role: as what, such as “thermal engineer”; may be empty.
        date: of the day, ISO 8601.
        remarks: may be empty.
    """

    opinion: Opinion
    name: str
    role: str
    date: str
    remarks: str
