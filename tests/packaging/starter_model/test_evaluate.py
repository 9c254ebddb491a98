"""An evaluation of painted clips: what it writes down, that it goes on, and what it makes of it."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from starter_model.corpus import Corpus, Record
from starter_model.measures.evaluation import WHOLE, Evaluation
from starter_model.measures.intervals import share
from starter_model.measures.ledger import Ledger, fingerprint
from starter_model.measures.memory import Memory
from starter_model.measures.scoring import Judge
from starter_model.measures.summary import least, most, rows_of_clips, rows_of_languages
from starter_model.measures.tables import table_of
from starter_model.measures.vae import psnr_dB
from support.asked import PROMPTS, asked, house, judge, painted
from support.starter_records import record_of

from desktop_app.domain.clip import Frames

ASKED = [asked(PROMPTS["rod"]), asked("铜棒右端加热，铁红色调")]


def held_out() -> Corpus:
    records = [record_of(one, number, 0.3) for number, one in enumerate(ASKED)]
    return cast(Corpus, _Records(records))


class _Records(SimpleNamespace):
    def __init__(self, records: Sequence[Record]) -> None:
        super().__init__(records=records)

    def __len__(self) -> int:
        return len(self.records)


class Oracle:
    """Paints the solution of whatever prompt it is given."""

    def __init__(self) -> None:
        self.prompts: list[str] = []

    def __call__(self, prompt: str, seed: int) -> Frames:
        self.prompts.append(prompt)
        return painted(next(one for one in ASKED if prompt in (one.prompt, one.enriched)), seed)


def evaluation(work: Path, share: tuple[int, int] = WHOLE) -> Evaluation:
    memory = Memory(held_out().records, judge().memory.lines[:2], judge().memory.gallery)
    return Evaluation(Judge(house(), memory), held_out(), Ledger(work / "lines.jsonl"), work, "oracle", share)


def test_processes_that_measure_a_share_each_measure_all_of_it_once(tmp_path: Path) -> None:
    oracles = Oracle(), Oracle()
    both = [evaluation(tmp_path, (number, 2)) for number in range(2)]
    for one, oracle in zip(both, oracles, strict=True):
        one.clips(2, oracle)
    assert [oracle.prompts for oracle in oracles] == [[one.prompt] for one in ASKED]
    whole = evaluation(tmp_path).ledger.of("clip", "oracle")
    assert [line["key"] for line in whole] == ["0", "1"]


def test_an_evaluation_goes_on_where_it_was_interrupted(tmp_path: Path) -> None:
    oracle = Oracle()
    evaluation(tmp_path).clips(1, oracle)
    with (tmp_path / "lines.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"kind": "clip", "key": "1", "o')
    evaluation(tmp_path).clips(2, oracle)
    assert oracle.prompts == [one.prompt for one in ASKED]
    again = evaluation(tmp_path)
    again.clips(2, oracle)
    assert len(oracle.prompts) == 2
    tables = again.write({"weights": "oracle"})
    rows = {row.name: row for row in tables["Generated clips"]}
    for name in ("heated side as asked", "look as asked", "shape as asked", "profile, RMSE, median"):
        assert rows[name].met, name
    assert rows["heated side as asked"].figure.count == 2
    written = json.loads((tmp_path / "evaluation.json").read_text(encoding="utf-8"))
    assert written["about"] == {"weights": "oracle"}
    assert "| shape as asked | 100.0 % |" in (tmp_path / "evaluation.md").read_text(encoding="utf-8")
    assert (tmp_path / "evaluation.png").exists()


def _line(**changes: Any) -> dict[str, Any]:
    line = {
        "language": "en",
        "unseen": True,
        "place_right": True,
        "look_right": True,
        "shape_right": True,
        "rmse": 0.05,
        "by_prompt": 0.2,
        "by_tags": 0.04,
        "best_remembered": 0.01,
        "verdicts": {"energy": "holds", "symmetry": "undecided"},
    }
    return line | changes


def test_figures_are_held_against_what_was_wanted() -> None:
    clips = [_line() for _ in range(9)] + [_line(place_right=False, rmse=None, verdicts={"energy": "broken"})]
    rows = {row.name: row for row in rows_of_clips(clips, [{"right": True}, {"right": False}])}
    assert rows["heated side as asked"].figure.value == 0.9
    assert not rows["heated side as asked"].met
    assert rows["shape as asked"].met
    assert not rows["the faster of two materials has the faster front"].met
    assert rows["profile, RMSE, median"].figure.value == pytest.approx(0.05)
    assert rows["law verdicts `broken`"].figure.value == pytest.approx(1 / 19)
    less = [row for row in rows_of_clips(clips, []) if row.name.startswith("… RMSE less")]
    assert [row.met for row in less] == [True, False]


def test_chinese_is_held_against_english() -> None:
    pairs = [{"language": "en", "right": True}, {"language": "zh", "right": True}]
    clips = [_line() for _ in range(50)] + [
        _line(language="zh", look_right=number > 1) for number in range(50)
    ]
    rows = {row.name: row for row in rows_of_languages(clips, pairs)}
    assert rows["heated side as asked"].met
    assert rows["look as asked"].figure.value == pytest.approx(-0.04)
    assert not rows["look as asked"].met


def test_a_table_says_figure_interval_and_whether_it_is_met() -> None:
    lines = table_of(
        [least("side", share([True] * 99 + [False]), "%", 0.98), most("laws", share([]), "%", 0.05)]
    )
    assert "| side | 99.0 % | 94.6 to 100.0 | 100 | ≥ 98 % | yes |" in lines
    assert "| laws | not measured | | 0 | ≤ 5 % | |" in lines


def test_weights_and_settings_have_a_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "a.safetensors").write_bytes(b"one")
    (tmp_path / "README.md").write_text("card", encoding="utf-8")
    first = fingerprint(tmp_path, "16 steps")
    (tmp_path / "README.md").write_text("another card", encoding="utf-8")
    assert fingerprint(tmp_path, "16 steps") == first
    assert fingerprint(tmp_path, "8 steps") != first
    (tmp_path / "a.safetensors").write_bytes(b"two")
    assert fingerprint(tmp_path, "16 steps") != first


def test_psnr_is_that_of_a_known_error() -> None:
    clip = np.full((2, 4, 4, 3), 100, np.uint8)
    assert psnr_dB(clip, clip + np.uint8(5)) == pytest.approx(20 * np.log10(255 / 5))
