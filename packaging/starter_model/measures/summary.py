"""From lines of the ledger to figures with intervals, beside what was wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from desktop_app.domain.laws import LAWS
from starter_model.measures.intervals import (
    NOTHING,
    Figure,
    difference_of_medians,
    difference_of_shares,
    median,
    share,
)
from starter_model.measures.ledger import Line

Unit = Literal["%", "dB", "points", ""]
RIGHTS = {
    "place_right": "heated side as asked",
    "look_right": "look as asked",
    "shape_right": "shape as asked",
}
SCALE = {"%": 100.0, "points": 100.0, "dB": 1.0, "": 1.0}


@dataclass(frozen=True)
class Row:
    """A figure of the card.

    Attributes:
        wanted: `≥ 0.98` or `≤ 0.08` as text in `unit`; empty where nothing was.
        met: whether the figure itself (not its interval) is as wanted; None where nothing was.
    """

    name: str
    figure: Figure
    unit: Unit
    wanted: str = ""
    met: bool | None = None

    def to_json(self) -> dict[str, Any]:
        """For the file of results."""
        return {"name": self.name, "unit": self.unit, "wanted": self.wanted, "met": self.met} | (
            self.figure.to_json()
        )


def least(name: str, figure: Figure, unit: Unit, bound: float) -> Row:
    """A figure that is to be at least so large."""
    return Row(name, figure, unit, f"≥ {bound * SCALE[unit]:g}", bool(figure.value >= bound))


def most(name: str, figure: Figure, unit: Unit, bound: float) -> Row:
    """A figure that is to be at most so large."""
    return Row(name, figure, unit, f"≤ {bound * SCALE[unit]:g}", bool(figure.value <= bound))


def rows_of_clips(clips: Sequence[Line], pairs: Sequence[Line]) -> list[Row]:
    """What was wanted of generated clips, and how these do."""
    broken = [verdict == "broken" for line in clips for verdict in line["verdicts"].values()]
    unseen = [line for line in clips if line["unseen"]]
    return [
        least(RIGHTS["place_right"], _share(clips, "place_right"), "%", 0.98),
        least(RIGHTS["look_right"], _share(clips, "look_right"), "%", 0.98),
        least(RIGHTS["shape_right"], _share(clips, "shape_right"), "%", 0.95),
        least("the faster of two materials has the faster front", _share(pairs, "right"), "%", 0.90),
        most("profile, RMSE, median", _median(clips, "rmse"), "%", 0.08),
        most("law verdicts `broken`", share(broken), "%", 0.05),
        Row("clips with a law `broken`", share([_has_broken(line) for line in clips]), "%"),
        Row("unseen combinations: RMSE, median", _median(unseen, "rmse"), "%"),
        Row("… nearest training prompt's clip instead", _median(unseen, "by_prompt"), "%"),
        _less("… RMSE less that, median of differences", unseen, "by_prompt"),
        Row("… of shape, side and nearest Fourier number instead", _median(unseen, "by_tags"), "%"),
        _less("… RMSE less that, median of differences", unseen, "by_tags"),
        Row("… the best of all training clips instead", _median(unseen, "best_remembered"), "%"),
    ]


def rows_by(lines: Sequence[Line], key: str) -> list[Row]:
    """The same shares and the RMSE, split by what a key of the lines says."""
    rows = []
    for value in sorted({line[key] for line in lines}, key=str):
        some = [line for line in lines if line[key] == value]
        rows += [Row(f"{value}: {name}", _share(some, right), "%") for right, name in RIGHTS.items()]
        rows.append(Row(f"{value}: profile, RMSE, median", _median(some, "rmse"), "%"))
    return rows


def rows_of_languages(clips: Sequence[Line], pairs: Sequence[Line]) -> list[Row]:
    """Chinese less English; as good within three points is asked of the shares."""
    rows = []
    for right, name in RIGHTS.items():
        rows.append(_between(name, _by_language(clips, right)))
    rows.append(_between("the faster of two materials", _by_language(pairs, "right")))
    broken = {
        language: [
            v == "broken" for line in clips if line["language"] == language for v in line["verdicts"].values()
        ]
        for language in ("en", "zh")
    }
    apart = difference_of_shares(broken["zh"], broken["en"])
    rows.append(Row("law verdicts `broken`", apart, "points", "≤ 3", bool(apart.value <= 0.03)))
    values = {
        language: _values([line for line in clips if line["language"] == language], "rmse")
        for language in ("en", "zh")
    }
    rows.append(Row("profile, RMSE, median", difference_of_medians(values["zh"], values["en"]), "points"))
    return rows


def rows_of_laws(clips: Sequence[Line]) -> list[Row]:
    """Share of clips in which each law is said to be broken."""
    return [
        Row(f"`{law}` broken", share([line["verdicts"].get(law) == "broken" for line in clips]), "%")
        for law in LAWS
    ]


def rows_of_vae(lines: Sequence[Line]) -> list[Row]:
    """What the VAE leaves."""
    return [
        least("VAE, PSNR of whole clips, median", _median(lines, "psnr_dB"), "dB", 32.0),
        Row("VAE, PSNR of the last frame, median", _median(lines, "psnr_last_dB"), "dB"),
        most("VAE, reading decoded less original, median", _median(lines, "readings_apart"), "%", 0.02),
    ]


def rows_of_measures(painted: Sequence[Line]) -> list[Row]:
    """The measures themselves, on painted clips: right ones and wrong ones."""
    rows = []
    for way in ("painted", "blurred", "vae"):
        some = [line[way] for line in painted if way in line]
        for what in ("place", "look", "shape") if some else ():
            rows.append(least(f"{way}: {what} as asked", share([one[what] for one in some]), "%", 0.98))
    for what in ("place", "look", "shape"):
        wrong = [line["wrong_taken_for_right"] for line in painted if what in line["wrong_taken_for_right"]]
        rows.append(Row(f"wrong {what} taken for right", share([one[what] for one in wrong]), "%"))
    broken = [verdict == "broken" for line in painted for verdict in line["verdicts"].values()]
    rows.append(Row("painted: profile, RMSE, median", _median(painted, "rmse"), "%"))
    rows.append(Row("painted: law verdicts `broken`", share(broken), "%"))
    return rows


def _between(name: str, rights: tuple[list[bool], list[bool]]) -> Row:
    apart = difference_of_shares(*rights)
    return Row(name, apart, "points", "≥ −3", bool(apart.value >= -0.03))


def _by_language(lines: Sequence[Line], right: str) -> tuple[list[bool], list[bool]]:
    chinese = [bool(line[right]) for line in lines if line["language"] == "zh"]
    return chinese, [bool(line[right]) for line in lines if line["language"] == "en"]


def _less(name: str, lines: Sequence[Line], other: str) -> Row:
    both = [line for line in lines if other in line]
    own, others = _values(both, "rmse"), _values(both, other)
    apart = median([one - two for one, two in zip(own, others, strict=True)]) if both else NOTHING
    return Row(name, apart, "points", "< 0", bool(apart.value < 0))


def _has_broken(line: Line) -> bool:
    return "broken" in line["verdicts"].values()


def _share(lines: Sequence[Line], key: str) -> Figure:
    return share([bool(line[key]) for line in lines])


def _median(lines: Sequence[Line], key: str) -> Figure:
    return median(_values(lines, key))


def _values(lines: Sequence[Line], key: str) -> list[float]:
    """Null stands for infinity: what could not be read is as far off as can be."""
    return [float("inf") if line[key] is None else float(line[key]) for line in lines if key in line]
