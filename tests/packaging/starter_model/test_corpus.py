import re
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from starter_model import corpus_building
from starter_model.config import Config, load_config
from starter_model.corpus import INDEX, Corpus
from starter_model.corpus_building import TooManyRefused, build_split, refusal, understood
from starter_model.ideas import is_reserved
from starter_model.scenes import LOOKS, Scene, draw_scene
from starter_model.staging import draw_staging

from desktop_app.domain.geometry import Annulus, Box

CONFIG: Config = load_config()
FEW = 6
RING = Scene(
    prompt="a copper ring heated at the top for 5 s, thermal camera",
    language="en",
    shape="ring",
    heated="top",
    look="iron",
    materials=("copper",),
    held_C=None,
    num_fins=None,
    duration_s=5,
    unseen=False,
    held_out_wording=False,
)
SINK = replace(
    RING,
    prompt="铝散热器，8片翅片，底部100℃，发红光",
    language="zh",
    shape="heat_sink",
    heated="bottom",
    look="glow",
    materials=("aluminium",),
    held_C=100,
    num_fins=8,
    duration_s=None,
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "train"
    build_split(CONFIG, folder, "train", FEW)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_what_was_cut_off_is_finished_as_if_it_had_not_been(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "train"
    shutil.copytree(built, folder)
    lines = (folder / INDEX).read_bytes().splitlines(keepends=True)
    (folder / INDEX).write_bytes(b"".join(lines[:3]) + lines[3][:40])
    (folder / "00003.npz").write_bytes(b"half")
    (folder / "00004.npz").unlink()
    (folder / "00005.npz").unlink()
    build_split(CONFIG, folder, "train", FEW)
    assert contents(folder) == contents(built)


def test_nothing_is_done_twice(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(built)
    monkeypatch.setattr(corpus_building, "understand", lambda *_: pytest.fail("understood again"))
    build_split(CONFIG, built, "train", FEW)
    assert contents(built) == before


def test_an_entry_has_its_level_between_the_ends_of_its_scale(built: Path) -> None:
    corpus = Corpus(built)
    assert len(corpus) == FEW
    for number in range(FEW):
        entry = corpus.entry(number)
        inside = entry.level[~np.isnan(entry.level)]
        assert entry.level.dtype == np.float16
        assert entry.level.shape[0] == CONFIG.clip.num_frames
        assert inside.min() == 0.0
        assert inside.max() > 0.9
        assert inside.max() <= 1.0
        kind = Annulus if entry.record.shape == "ring" else Box
        assert all(isinstance(outline, kind) for outline in entry.outlines)
        assert max(outline.x1 for outline in entry.outlines) == pytest.approx(entry.size_m[0])


def test_a_painted_clip_has_the_config_s_size_and_changes(built: Path) -> None:
    corpus = Corpus(built)
    random = np.random.default_rng(3)
    entry = corpus.draw(random)
    size = (CONFIG.clip.width, CONFIG.clip.height)
    frames = entry.paint(draw_staging(random, entry.size_m, size), entry.look)
    assert frames.shape == (CONFIG.clip.num_frames, size[1], size[0], 3)
    assert np.abs(frames[0].astype(int) - frames[-1]).max() > 60


def test_draws_depend_on_the_random_numbers_alone(built: Path) -> None:
    def numbers(seed: int) -> list[int]:
        random = np.random.default_rng(seed)
        corpus = Corpus(built)
        return [corpus.draw(random).record.number for _ in range(8)]

    assert numbers(1) == numbers(1) != numbers(2)
    random = np.random.default_rng(0)
    assert {Corpus(built).draw_look(random).name for _ in range(40)} == set(LOOKS)


def test_records_say_what_was_asked_and_what_the_app_makes_of_it(built: Path) -> None:
    for record in Corpus(built).records:
        concept = understood(record.prompt)
        assert concept.enrichment.prompt == record.enriched_prompt
        assert concept.shape == record.shape
        assert concept.look == record.look
        assert tuple(m.thermal_diffusivity for m in concept.materials) == record.diffusivity_m2_s
        assert record.language == ("zh" if re.search(r"[\u4e00-\u9fff]", record.prompt) else "en")
        assert not is_reserved(record.shape, record.heated, record.materials, CONFIG.corpus.unseen_share)


def test_the_held_out_split_has_both_kinds_of_what_training_never_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_building, "_solve", lambda concept, _file, _times: concept)
    count = 24
    build_split(CONFIG, tmp_path, "held_out", count)
    records = corpus_building.read_index(tmp_path)
    share = CONFIG.corpus.unseen_share
    kinds = {(record.unseen, record.held_out_wording) for record in records}
    assert kinds == {(False, False), (False, True), (True, False), (True, True)}
    for record in records:
        assert is_reserved(record.shape, record.heated, record.materials, share) == record.unseen


def test_a_sentence_that_means_what_was_meant_is_taken() -> None:
    assert refusal(RING, understood(RING.prompt)) is None
    assert refusal(SINK, understood(SINK.prompt)) is None


@pytest.mark.parametrize(
    ("scene", "reason"),
    [
        (replace(RING, shape="plate"), "shape"),
        (replace(RING, heated="left"), "heated"),
        (replace(RING, look="glow"), "look"),
        (replace(RING, materials=("iron",)), "materials"),
        (replace(RING, language="zh"), "language"),
        (replace(RING, duration_s=6), "duration"),
        (replace(RING, held_C=120), "temperature"),
        (replace(SINK, num_fins=9), "fins"),
        (replace(RING, prompt=RING.prompt.replace("copper", "unobtainium")), "supported"),
        (replace(RING, prompt=RING.prompt.replace("5 s", "2 h"), duration_s=7200), "fourier_number"),
    ],
)
def test_a_sentence_that_means_something_else_is_refused(scene: Scene, reason: str) -> None:
    assert refusal(scene, understood(scene.prompt)) == reason


def test_refusals_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = 0

    def every_second_is_wrong(random: np.random.Generator, **kept: object) -> Scene:
        nonlocal drawn
        drawn += 1
        scene = draw_scene(random, **kept)  # type: ignore[arg-type]
        return replace(scene, prompt="a copper block" if drawn % 2 else RING.prompt, **MEANS_A_RING)

    monkeypatch.setattr(corpus_building, "draw_scene", every_second_is_wrong)
    with pytest.raises(TooManyRefused):
        build_split(CONFIG, tmp_path, "train", 3)
    assert "3 scenes; refused 3 of 6 drawn: {'shape': 3}" in capsys.readouterr().out
    assert [record.refused for record in corpus_building.read_index(tmp_path)] == [("shape",)] * 3


MEANS_A_RING: dict[str, object] = {
    name: getattr(RING, name)
    for name in ("language", "shape", "heated", "look", "materials", "held_C", "num_fins", "duration_s")
}
