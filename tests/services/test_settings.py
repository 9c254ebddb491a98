from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from desktop_app.services.settings import UserSettings

PROMPT = 'a rod, 20 cm; 铜棒 "left" end = 100 °C\n@Invalid()'


def test_everything_comes_back(tmp_path: Path):
    settings = UserSettings(tmp_path / "s.ini")
    settings.theme, settings.language, settings.prompt = "light", "zh", PROMPT
    settings.export_folder = tmp_path
    settings.geometry, settings.docks = QByteArray(b"\x00\x01"), QByteArray(b"docks")
    settings.reviewer = ("Ada, “x”", "thermal engineer")
    settings.save()
    again = UserSettings(tmp_path / "s.ini")
    assert (again.theme, again.language, again.prompt) == ("light", "zh", PROMPT)
    assert again.export_folder == tmp_path
    assert again.reviewer == ("Ada, “x”", "thermal engineer")
    assert (bytes(again.geometry.data()), bytes(again.docks.data())) == (b"\x00\x01", b"docks")


def test_a_first_day_has_no_memories(tmp_path: Path):
    settings = UserSettings(tmp_path / "s.ini")
    assert (settings.theme, settings.language, settings.prompt) == ("system", None, "")
    assert settings.export_folder is None
    assert settings.reviewer == ("", "")
    assert settings.geometry.isEmpty()


def test_nonsense_counts_as_never_written(tmp_path: Path):
    (tmp_path / "s.ini").write_text(
        "[General]\ntheme=mauve\nlanguage=xx\nexport_folder=/nowhere\nprompt=a, b\n[window]\ngeometry=7\n"
    )
    settings = UserSettings(tmp_path / "s.ini")
    assert (settings.theme, settings.language, settings.export_folder) == ("system", None, None)
    assert settings.prompt == ""
    assert settings.geometry.isEmpty()
