from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.concepts import material
from support.runs import run

from desktop_app.domain.concept import Heating, Shape, Where
from desktop_app.domain.events import Stage
from desktop_app.domain.run import RunStatus
from desktop_app.knowledge.understanding import LONGEST_PROMPT
from desktop_app.ui.concept import words
from desktop_app.ui.concept.prompt_editor import PromptEditor
from desktop_app.ui.progress_strip import STAGES
from desktop_app.ui.runs.run_words import STATUSES, date_words, origin_words


def test_every_word_of_the_vocabulary_has_a_name():
    assert set(words.SHAPES) == set(get_args(Shape))
    assert set(words.PLACES) == set(get_args(Where))
    assert set(STAGES) == set(get_args(Stage))
    assert set(STATUSES) == set(get_args(RunStatus))


def test_the_counter_counts_to_what_is_accepted(qtbot: QtBot):
    editor = PromptEditor()
    qtbot.addWidget(editor)
    for length, said in ((LONGEST_PROMPT - 1, "1 left"), (LONGEST_PROMPT + 2, "2 characters too many")):
        editor.set_prompt("x" * length)
        assert said in {label.text() for label in editor.findChildren(QLabel) if not label.isHidden()}
    editor.set_prompt("")
    assert not any("left" in label.text() for label in editor.findChildren(QLabel) if not label.isHidden())


@pytest.mark.parametrize(
    ("kelvin", "shown"), [(293.15, "20 °C"), (0.0, "−273.1 °C"), (310.65, "37.5 °C"), (1273.15, "1000 °C")]
)
def test_temperatures(kelvin: float, shown: str):
    assert words.celsius(kelvin) == shown


@pytest.mark.parametrize(
    ("heating", "shown"),
    [
        (Heating("left", "flame", 1073.15, "K"), "Left end: flame, 800 °C"),
        (Heating("top", "flux", 25000.0, "W/m²"), "Top: heat flux 25 000 W/m²"),
        (Heating("inside", "power", 60.0, "W"), "Inside: 60 W of heating power"),
        (
            Heating("right", "convection", 15.0, "W/(m²·K)", 293.15),
            "Right end: convection, 15 W/(m²·K) to 20 °C",
        ),
    ],
)
def test_heatings(heating: Heating, shown: str):
    assert str(words.heating_words(heating)) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.0, "0 s"),
        (0.02, "20 ms"),
        (45, "45 s"),
        (170, "2 min 50 s"),
        (180, "3 min"),
        (5400, "1.5 h"),
        (864000, "10 days"),
    ],
)
def test_durations(seconds: float, shown: str):
    assert str(words.duration_words(seconds)) == shown


def test_time_lapse():
    assert str(words.pace_words(170.0, 4.0)) == "in 4.0 s, 42.5× faster"
    assert str(words.pace_words(4.0, 4.0)) == "in real time"
    assert str(words.pace_words(0.4, 4.0)) == "in 4.0 s, 10× slower"


def test_a_material_with_its_sources():
    assert str(words.source_words(material())).count("(a test, unverified)") == 3


def test_a_run_in_a_few_words():
    assert str(origin_words(run(computed=False))).endswith("seed 7") or "seed" in str(origin_words(run()))
    assert "seed" not in str(origin_words(run(computed=True)))
    assert date_words(run(created="nonsense"), "en") == "nonsense"
    assert "2026" not in date_words(run(), "zh")
    assert "月" in date_words(run(), "zh")
