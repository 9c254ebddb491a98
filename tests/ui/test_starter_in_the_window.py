"""What the window says of the starter model, and how a person gets out of where it knows nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from support.fake_verbs import FakeVerbs
from support.house import make_house
from support.opened import named, opened
from support.paths import STARTER_MODEL

from desktop_app.services.settings import UserSettings

ROD = "A copper rod, its left end in a flame"
FIN = "a brass fin, its base at 85 °C"
PATIENCE_MS = 60_000
COMPUTE = "Compute the clip from the heat equation instead"


@pytest.fixture
def settings(tmp_path) -> UserSettings:
    return UserSettings(tmp_path / "settings.ini")


@pytest.fixture
def furnished(tmp_path) -> FakeVerbs:
    """A house with the starter model."""
    return FakeVerbs(make_house(tmp_path / "house", STARTER_MODEL))


@pytest.fixture
def starting(qapp, furnished, tmp_path):
    """The whole window in that house."""
    with opened(qapp, furnished, tmp_path / "settings.ini") as window:
        yield window
        furnished.gate.set()


def chosen(window) -> str:
    return window.concept.order.engine.id


def write(qtbot, window, prompt: str) -> None:
    def is_understood() -> bool:
        concept = window.concept.concept
        return concept is not None and concept.prompt == prompt

    window.concept.set_prompt(prompt)
    qtbot.waitUntil(is_understood, timeout=PATIENCE_MS)


def test_it_is_chosen_at_once_and_says_what_it_is(starting):
    assert chosen(starting) == "starter"
    settings = starting.concept.order.settings
    assert (settings.width, settings.height, settings.num_frames) == (320, 192, 33)
    said = [label.text() for label in starting.concept.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("A small AI model trained on the heat equation") for text in said)


def test_an_idea_it_does_not_cover_is_said_to_be_outside_as_one_types(qtbot, starting):
    write(qtbot, starting, ROD)
    assert starting.concept.outside == ""
    write(qtbot, starting, FIN)
    assert "knows only rods, plates, rings, heat sinks and stacks" in starting.concept.outside
    write(qtbot, starting, ROD)
    assert starting.concept.outside == ""


def test_one_click_has_the_clip_computed(qtbot, starting, furnished):
    write(qtbot, starting, FIN)
    named(starting, COMPUTE).click()
    assert chosen(starting) == "solution"
    assert starting.concept.outside == ""
    assert starting.concept.order.settings.width > 320
    starting.concept.generate_clicked.emit()
    qtbot.waitUntil(lambda: bool(furnished.orders))
    assert furnished.orders[0].engine.id == "solution"
    qtbot.waitUntil(lambda: bool(furnished.kept))


def test_what_cannot_be_computed_either_is_not_offered_to_be(qtbot, starting):
    write(qtbot, starting, "a steel ball dropped")
    assert "no sphere" in starting.concept.outside
    assert not named(starting, COMPUTE, visible=False).isVisible()


def test_the_notice_speaks_the_windows_language(qtbot, starting):
    write(qtbot, starting, FIN)
    starting.menus.language_action("zh").trigger()
    qtbot.waitUntil(lambda: "入门模型只认识棒、板、环、散热器和叠层。" in starting.concept.outside)
    assert "热传导方程（计算）" in starting.concept.outside


def test_its_size_and_length_are_not_offered_to_be_changed(starting):
    named(starting, "Advanced settings").click()
    fixed = [named(starting, name) for name in ("Width in pixels", "Height in pixels", "Number of frames")]
    assert not any(box.isEnabled() for box in fixed)
    assert named(starting, "Denoising steps").isEnabled()
    named(starting, "Denoising steps").setValue(7)
    assert starting.concept.order.settings.num_inference_steps == 7
    named(starting, "Model that makes the clip").setCurrentIndex(0)
    assert chosen(starting) == "solution"
    assert all(box.isEnabled() for box in fixed)
    fixed[0].setValue(640)
    named(starting, "Model that makes the clip").setCurrentIndex(1)
    assert starting.concept.order.settings.width == 320


@pytest.mark.parametrize(("quality", "steps"), [("Draft", 8), ("Standard", 16), ("Fine", 32)])
def test_a_quality_is_a_number_of_denoising_steps(starting, quality, steps):
    named(starting, f"Quality: {quality}").click()
    settings = starting.concept.order.settings
    assert (settings.width, settings.height, settings.num_frames) == (320, 192, 33)
    assert settings.num_inference_steps == steps
    said = [label.text() for label in starting.concept.findChildren(QLabel) if label.isVisible()]
    assert any(f"{steps} denoising steps" in text for text in said)


def test_a_damaged_one_gives_way_to_computing(qapp, qtbot, tmp_path):
    folder = Path(shutil.copytree(STARTER_MODEL, tmp_path / "damaged"))
    next((folder / "vae").glob("*.safetensors")).unlink()
    verbs = FakeVerbs(make_house(tmp_path / "house", folder))
    with opened(qapp, verbs, tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: chosen(window) == "solution")
        named(window, "Model that makes the clip").setCurrentIndex(1)
        qtbot.waitUntil(lambda: "damaged" in window.concept.settings_problem)


def test_who_chose_computing_keeps_it_and_who_chose_nothing_is_not_bound(
    qapp, qtbot, furnished, settings, tmp_path
):
    path = tmp_path / "settings.ini"
    with opened(qapp, furnished, path) as window:
        assert chosen(window) == "starter"
        qtbot.wait(100)
    assert settings.engine == ""
    with opened(qapp, furnished, path) as window:
        named(window, "Model that makes the clip").setCurrentIndex(0)
        qtbot.wait(100)
    assert UserSettings(path).engine == "solution"
    with opened(qapp, furnished, path) as window:
        assert chosen(window) == "solution"
        qtbot.wait(100)
        assert chosen(window) == "solution"
