"""An evaluation under way: what is measured, in which order, and what was measured before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.domain.clip import Frames
from starter_model.corpus import Corpus
from starter_model.measures.asked import SIZE, Asked, ask
from starter_model.measures.ledger import Ledger, Line
from starter_model.measures.pairs import pairs
from starter_model.measures.scoring import Generate, Judge, score_clip, score_painted, score_pair
from starter_model.measures.sheet import save_sheet, save_tile
from starter_model.measures.summary import (
    Row,
    rows_by,
    rows_of_clips,
    rows_of_languages,
    rows_of_laws,
    rows_of_measures,
    rows_of_vae,
)
from starter_model.measures.tables import write_tables
from starter_model.measures.vae import psnr_dB, readings_apart, round_trip
from starter_model.staging import Staging, draw_staging

TILES = 24
VAE_CLIPS = 24
PAINTED = "painted"
WHOLE = (0, 1)


@dataclass(frozen=True, eq=False)
class Evaluation:
    """One evaluation under way.

    Attributes:
        of: fingerprint of weights and settings; `PAINTED` stands for no weights.
        share: what this process measures of all: the first of 2 is (0, 2).
    """

    judge: Judge
    held_out: Corpus
    ledger: Ledger
    work: Path
    of: str
    share: tuple[int, int] = WHOLE

    def asked(self, number: int) -> Asked:
        """A concept kept from training."""
        record = self.held_out.records[number]
        return ask(self.judge.context, record.prompt, key=str(number), record=record)

    def clips(self, limit: int, generate: Generate) -> None:
        """Generate and measure; of either language, every second prompt is the enriched one."""
        turns: dict[str, Iterator[int]] = {language: count() for language in ("en", "zh")}
        enriched_ones = [next(turns[one.language]) % 2 == 1 for one in self.held_out.records]
        for number, enriched in list(enumerate(enriched_ones))[:limit][self._mine]:
            if self.ledger.has("clip", str(number), self.of):
                continue
            asked = self.asked(number)
            line, frames = score_clip(self.judge, asked, generate, enriched=enriched, seed=number)
            if number < TILES:
                truth = asked.paint(self.judge.context.looks, _staging(asked, number))
                save_tile(self._tiles / f"{number:03d}.png", truth, frames)
            self._add("clip", str(number), line)

    def pairs(self, wanted: int, seed: int, generate: Generate) -> None:
        """Compare fronts; half of the pairs of either language with enriched prompts."""
        if all(self.ledger.has("pair", f"{number}", self.of) for number in range(wanted)):
            return
        for number, pair in list(enumerate(pairs(self.judge.context, wanted, seed)))[self._mine]:
            if not self.ledger.has("pair", str(number), self.of):
                enriched = number // 2 % 2 == 1
                line = score_pair(self.judge, pair, generate, enriched=enriched, seed=number)
                self._add("pair", str(number), line)

    def vae(self, vae: Any, limit: int) -> None:
        """Send painted clips through the VAE."""
        for number in range(min(limit, VAE_CLIPS))[self._mine]:
            if self.ledger.has("vae", str(number), self.of):
                continue
            asked = self.asked(number)
            staging = _staging(asked, number)
            painted = asked.paint(self.judge.context.looks, staging)
            back = round_trip(vae, painted)
            line = {
                "psnr_dB": psnr_dB(painted, back),
                "psnr_last_dB": psnr_dB(painted[-1:], back[-1:]),
                "readings_apart": _finite(
                    readings_apart(painted, back, self.judge.context.looks.get(asked.look), staging.body)
                ),
            }
            self._add("vae", str(number), line)

    def painted(self, limit: int, through_vae: Callable[[Frames], Frames] | None) -> None:
        """Measure the measures; through the VAE only as many clips as `vae` takes."""
        for number in range(limit)[self._mine]:
            of = self.of if through_vae is not None and number < VAE_CLIPS else PAINTED
            if self.ledger.has("painted", str(number), of):
                continue
            other = self.asked((number + 1) % len(self.held_out))
            trip = through_vae if of != PAINTED else None
            line = score_painted(self.judge, self.asked(number), other, number, trip)
            self.ledger.add("painted", str(number), of, line)
            _tell("painted", number, line)

    def write(self, about: Line) -> dict[str, list[Row]]:
        """Sum up what there is."""
        clips, two = self.ledger.of("clip", self.of), self.ledger.of("pair", self.of)
        painted = {line["key"]: line for line in self.ledger.of("painted", PAINTED)}
        painted |= {line["key"]: line for line in self.ledger.of("painted", self.of)}
        tables = {
            "Generated clips": rows_of_clips(clips, two) if clips else [],
            "Chinese less English": rows_of_languages(clips, two) if clips else [],
            "By prompt": rows_by([line | {"as": _how(line)} for line in clips], "as"),
            "By language": rows_by(clips, "language"),
            "By shape": rows_by(clips, "shape"),
            "By heated side": rows_by(clips, "place"),
            "By look": rows_by(clips, "look"),
            "By combination": rows_by([line | {"in": _seen(line)} for line in clips], "in"),
            "Laws": rows_of_laws(clips) if clips else [],
            "VAE": rows_of_vae(lines) if (lines := self.ledger.of("vae", self.of)) else [],
            "The measures themselves, on painted clips": rows_of_measures(list(painted.values()))
            if painted
            else [],
        }
        write_tables(self.work, tables, about)
        save_sheet(self.work / "evaluation.png", self._tiles)
        return tables

    @property
    def _mine(self) -> slice:
        first, processes = self.share
        return slice(first, None, processes)

    @property
    def _tiles(self) -> Path:
        return self.work / "evaluation_tiles" / self.of

    def _add(self, kind: str, key: str, line: Line) -> None:
        self.ledger.add(kind, key, self.of, line)
        _tell(kind, int(key), line)


def _staging(asked: Asked, seed: int) -> Staging:
    return draw_staging(np.random.default_rng(seed), asked.solution.size_m, SIZE)


def _tell(kind: str, number: int, line: Line) -> None:
    told = {
        key: line[key]
        for key in ("place_right", "look_right", "shape_right", "rmse", "right", "psnr_dB")
        if key in line
    }
    print(kind, number, line.get("prompt", ""), told or line.get(PAINTED), flush=True)


def _how(line: Line) -> str:
    return "enriched prompt" if line["enriched"] else "plain prompt"


def _seen(line: Line) -> str:
    return "unseen in training" if line["unseen"] else "seen in training"


def _finite(value: float) -> float | None:
    return value if np.isfinite(value) else None
