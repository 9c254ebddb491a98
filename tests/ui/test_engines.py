"""Model folders chosen in the window are offered, remembered, and refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from support.opened import dialog

from desktop_app.services.settings import UserSettings
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.engines_presenter import EnginesPresenter


@pytest.fixture
def settings(tmp_path) -> UserSettings:
    """The file the window of the test writes to as well."""
    return UserSettings(tmp_path / "settings.ini")


@pytest.fixture
def choose(monkeypatch):
    """Let the folder dialog answer at once."""

    def answer(folder: Path | str) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    return answer


def test_a_chosen_folder_is_offered_and_chosen(window, settings, choose, tiny_wan):
    choose(tiny_wan)
    window.concept.folder_wanted.emit()
    assert window.concept.order.engine.id == str(tiny_wan)
    window.concept.folder_wanted.emit()
    assert settings.model_folders == (tiny_wan,)


def test_the_choice_is_there_the_next_time(window, verbs, settings, choose, tiny_wan):
    choose(tiny_wan)
    window.concept.folder_wanted.emit()
    window.close()
    assert settings.engine == str(tiny_wan)
    again = EnginesPresenter(window, verbs, settings)
    window.concept.offer(verbs.engines(), verbs.default_engine(), ("inferno",))
    again.offer()
    assert window.concept.order.engine.id == str(tiny_wan)


def test_a_folder_that_is_gone_is_left_out(window, verbs, settings, tmp_path):
    settings.model_folders = (tmp_path / "gone",)
    settings.engine = str(tmp_path / "gone")
    EnginesPresenter(window, verbs, settings).offer()
    assert window.concept.order.engine.id == "solution"


def test_what_is_no_model_is_refused_with_a_sentence(window, settings, choose, tmp_path, qtbot):
    choose(tmp_path)
    window.concept.folder_wanted.emit()
    failure = dialog(qtbot, window, ErrorDialog)
    assert "model_index.json" in " ".join(label.text() for label in failure.findChildren(QLabel))
    failure.close()
    assert settings.model_folders == ()


def test_nothing_chosen_changes_nothing(window, choose):
    choose("")
    window.concept.folder_wanted.emit()
    assert window.concept.order.engine.id == "solution"


def test_folders_survive_the_file(tmp_path):
    settings = UserSettings(tmp_path / "s.ini")
    settings.model_folders = (Path("/a b/模型"), Path("/c,d"))
    settings.save()
    assert UserSettings(tmp_path / "s.ini").model_folders == (Path("/a b/模型"), Path("/c,d"))
