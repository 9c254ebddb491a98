"""Model folders chosen in the window are offered, remembered, and refused with a sentence."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from support.opened import dialog, named, opened

from desktop_app.services.settings import UserSettings
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.engines_presenter import EnginesPresenter
from desktop_app.weights.model_folder import check_model_folder


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


def chosen(window) -> str:
    """Id of the engine that is chosen."""
    return window.concept.order.engine.id


def offered(window) -> int:
    """How many engines there are to choose from."""
    return named(window, "Model that makes the clip").count()


def test_a_chosen_folder_is_offered_and_chosen(qtbot, window, settings, choose, tiny_wan):
    choose(tiny_wan)
    window.concept.folder_wanted.emit()
    qtbot.waitUntil(lambda: chosen(window) == str(tiny_wan))
    window.concept.folder_wanted.emit()
    qtbot.wait(50)
    qtbot.waitUntil(lambda: settings.model_folders == (tiny_wan,))
    assert offered(window) == 3


def test_the_choice_is_there_the_next_time(qapp, qtbot, verbs, settings, choose, tiny_wan, tmp_path):
    choose(tiny_wan)
    with opened(qapp, verbs, tmp_path / "settings.ini") as window:
        window.concept.folder_wanted.emit()
        qtbot.waitUntil(lambda: chosen(window) == str(tiny_wan))
    assert settings.engine == str(tiny_wan)
    with opened(qapp, verbs, tmp_path / "settings.ini") as window:
        assert chosen(window) == "solution"
        qtbot.waitUntil(lambda: chosen(window) == str(tiny_wan))
        assert window.concept.order.settings.num_frames == 33


def test_a_folder_that_is_gone_is_left_out(qapp, qtbot, verbs, settings, tiny_wan, tmp_path):
    settings.model_folders = (tmp_path / "gone", tiny_wan)
    settings.engine = str(tmp_path / "gone")
    settings.save()
    with opened(qapp, verbs, tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: offered(window) == 3)
        assert chosen(window) == "solution"


def test_folders_are_never_verified_on_the_windows_thread(
    qapp, qtbot, verbs, settings, choose, tiny_wan, tmp_path, monkeypatch
):
    threads = []

    def noted(path):
        threads.append(threading.current_thread())
        return check_model_folder(path)

    monkeypatch.setattr("desktop_app.workflow.engines.check_model_folder", noted)
    settings.model_folders = (tiny_wan,)
    settings.engine = str(tiny_wan)
    settings.save()
    choose(tiny_wan)
    with opened(qapp, verbs, tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: chosen(window) == str(tiny_wan))
        named(window, "Quality: Fine").click()
        window.concept.folder_wanted.emit()
        qtbot.wait(50)
        window.concept.set_prompt("A copper rod, its left end in a flame")
        named(window, "Advanced settings").click()
        named(window, "Width in pixels").setValue(322)
        qtbot.waitUntil(lambda: "322" in window.concept.settings_problem)
        window.menus.generate.trigger()
        qtbot.waitUntil(lambda: bool(verbs.orders))
    assert len(threads) > 2
    assert threading.main_thread() not in threads


def test_what_was_chosen_meanwhile_is_not_overruled(qtbot, window, verbs, settings, tiny_wan):
    settings.model_folders = (tiny_wan,)
    settings.engine = str(tiny_wan)
    presenter = EnginesPresenter(window, verbs, settings)
    presenter.offer()
    named(window, "Quality: Fine").click()
    presenter.search()
    qtbot.waitUntil(lambda: offered(window) == 3)
    assert chosen(window) == "solution"
    presenter.shut_down()


def test_closing_before_the_folders_are_found_forgets_no_choice(window, verbs, settings, tmp_path):
    settings.engine = "/a/model"
    presenter = EnginesPresenter(window, verbs, settings)
    presenter.offer()
    presenter.remember()
    assert settings.engine == "/a/model"


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
