"""What became of each case, kept as lines of JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.domain.laws import LawReport


@dataclass(frozen=True)
class Verdicts:
    """A judged clip in plain values.

    Attributes:
        verdict, statistic, interval, why: by law.
        fourier: estimate, low, high, promised; None where it was not measured.
    """

    verdict: dict[str, str]
    statistic: dict[str, float | None]
    interval: dict[str, list[float] | None]
    why: dict[str, str]
    fourier: list[float | None] | None

    @classmethod
    def of(cls, report: LawReport) -> Verdicts:
        """Of a report."""
        estimate = report.fourier_number
        return cls(
            {each.law: each.verdict for each in report.verdicts},
            {each.law: each.statistic for each in report.verdicts},
            {each.law: None if each.interval is None else list(each.interval) for each in report.verdicts},
            {each.law: str(each.why) for each in report.verdicts},
            None
            if estimate is None
            else [estimate.value, *estimate.interval, report.promised_fourier_number],
        )


@dataclass(frozen=True)
class Record:
    """A case that was judged.

    Attributes:
        id, kind, scene, conditions: of the case.
        number: of the case among its kind.
        broken: name of the control, "" where it is none.
        applies: laws that a true clip of it can be held to.
        found: verdicts; of a pair, of its first clip.
        ratio: of a pair's diffusivities: measured, low, high, promised; None where it was not measured.
        error: median |read − true|, share of the span; None for broken clips.
        seconds: it took.
    """

    id: str
    kind: str
    number: int
    scene: str
    conditions: str
    broken: str
    applies: list[str]
    found: Verdicts
    seconds: float
    ratio: list[float] | None = None
    error: float | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def load(path: Path) -> list[Record]:
    """Records of before; none where there is no file."""
    if not path.exists():
        return []
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Record(**{**line, "found": Verdicts(**line["found"])}) for line in lines]


def append(path: Path, record: Record) -> None:
    """Keep one more."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(record), ensure_ascii=False) + "\n")
