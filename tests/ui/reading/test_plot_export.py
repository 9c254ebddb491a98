from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.golden import pixels
from support.readings import front_reading, grey_look
from support.window import dressed

from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.reading.plot_export import save_plot
from desktop_app.ui.reading.plot_menu import PlotMenu
from desktop_app.ui.reading.reading_panel import ReadingPanel
from desktop_app.ui.reading.reading_table import COLUMNS
from desktop_app.ui.reading.styled_plot import StyledPlot
from desktop_app.ui.theme import DARK

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
PLOTS = ("profile", "kymograph", "points")
SIZE = (760, 460)


@pytest.fixture
def shown(filled: ReadingPanel, qapp: QApplication):
    """A panel with reading and solution, in a known font."""
    with dressed(qapp, DARK):
        filled.resize(300, 760)
        filled.set_look(grey_look())
        filled.set_solution(front_reading().temperature_K * 0.9)
        filled.set_current_frame(6)
        qapp.processEvents()
        yield filled


def plot_of(panel: ReadingPanel, which: str) -> StyledPlot:
    plot = getattr(panel.plots, which)
    assert isinstance(plot, StyledPlot)
    return plot


def drawn(path: Path) -> QImage:
    """A file as it looks at the size of the window's pixels."""
    if path.suffix == ".png":
        return QImage(str(path)).scaled(*SIZE)
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def share_like(image: np.ndarray, colour: str, within: int = 40) -> float:
    wanted = np.array(QColor(colour).getRgb()[:3])
    return float((np.abs(image.astype(int) - wanted).max(axis=2) < within).mean())


@pytest.mark.parametrize("suffix", ["png", "svg"])
@pytest.mark.parametrize("which", PLOTS)
def test_a_picture_has_title_plot_and_warning(
    shown: ReadingPanel, tmp_path: Path, which: str, suffix: str
) -> None:
    path = tmp_path / f"plot.{suffix}"
    save_plot(plot_of(shown, which), path)
    image = pixels(drawn(path))
    assert share_like(image, "#ff00ff") == 0
    for top, bottom, right in ((8, 34, 300), (432, 456, 300), (36, 60, 300), (100, 400, 760)):
        assert image[top:bottom, :right].std() > 4, (top, bottom)
    if which == "profile":
        assert share_like(image, DARK.plot_reading) > 0.001
        assert share_like(image, DARK.plot_solution) > 0.0005


def test_a_png_has_twice_the_density(shown: ReadingPanel, tmp_path: Path) -> None:
    save_plot(plot_of(shown, "profile"), tmp_path / "plot.png")
    image = QImage(str(tmp_path / "plot.png"))
    assert (image.width(), image.height()) == (2 * SIZE[0], 2 * SIZE[1])
    assert image.text("Description") == "Estimated from colour; not a measurement"


def test_an_svg_says_in_words_what_it_is(shown: ReadingPanel, tmp_path: Path) -> None:
    save_plot(plot_of(shown, "profile"), tmp_path / "plot.svg")
    said = (tmp_path / "plot.svg").read_text(encoding="utf-8")
    assert said.count("Estimated from colour; not a measurement") == 2
    assert "Profile · 32.7 s" in said


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_png_and_svg_look_alike(shown: ReadingPanel, tmp_path: Path, suffix: str) -> None:
    for end in ("png", "svg"):
        save_plot(plot_of(shown, "points"), tmp_path / f"plot.{end}")
    png, svg = (pixels(drawn(tmp_path / f"plot.{end}")).astype(int) for end in ("png", "svg"))
    assert np.abs(png - svg).mean() < 4


@pytest.mark.parametrize("which", PLOTS)
def test_saving_leaves_the_window_as_it_was(shown: ReadingPanel, tmp_path: Path, which: str) -> None:
    QApplication.processEvents()
    before = pixels(shown.grab().toImage())
    for suffix in ("png", "svg"):
        save_plot(plot_of(shown, which), tmp_path / f"plot.{suffix}")
    QApplication.processEvents()
    np.testing.assert_array_equal(pixels(shown.grab().toImage()), before)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_table_has_what_the_plot_shows(shown: ReadingPanel, tmp_path: Path) -> None:
    reading = front_reading()
    counts = {}
    for which in PLOTS:
        save_plot(plot_of(shown, which), tmp_path / f"{which}.csv")
        rows = table(tmp_path / f"{which}.csv")
        assert tuple(rows[0]) == COLUMNS
        counts[which] = len(rows)
    assert counts == {"profile": 41, "kymograph": 12 * 41, "points": 3 * 12}
    profile = table(tmp_path / "profile.csv")
    read = [float(row["estimated_temperature_K"]) for row in profile]
    np.testing.assert_allclose(read, reading.temperature_K[6], rtol=1e-5)
    np.testing.assert_allclose(
        [float(row["solution_K"]) for row in profile], 0.9 * reading.temperature_K[6], rtol=1e-5
    )
    assert {row["frame"] for row in profile} == {"6"}
    middle = [row for row in table(tmp_path / "points.csv") if row["position"] == "0.5"]
    np.testing.assert_allclose(
        [float(row["estimated_temperature_K"]) for row in middle], reading.temperature_K[:, 20], rtol=1e-5
    )


def test_a_table_tells_bounds_from_estimates(shown: ReadingPanel, tmp_path: Path) -> None:
    censored = np.zeros((12, 41), np.int8)
    censored[6, :2], censored[6, -1] = 1, -1
    shown.set_reading(replace(front_reading(), censored=censored), complete=True)
    save_plot(plot_of(shown, "profile"), tmp_path / "a.csv")
    bounds = [row["bound"] for row in table(tmp_path / "a.csv")]
    assert bounds == ["at_least"] * 2 + [""] * 38 + ["at_most"]


def test_the_menu_copies_a_table(shown: ReadingPanel) -> None:
    plot_of(shown, "points").menu.copy_csv.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == ",".join(COLUMNS)
    assert len(lines) == 37


@pytest.mark.parametrize(
    ("action", "name"), [("save_png", "p.png"), ("save_svg", "p.svg"), ("save_csv", "p.csv")]
)
def test_the_menu_asks_where_to_save(
    shown: ReadingPanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str, name: str
) -> None:
    monkeypatch.setattr(PlotMenu, "folder", tmp_path)
    getattr(plot_of(shown, "profile").menu, action).trigger()
    chooser = shown.findChild(QFileDialog)
    assert chooser.defaultSuffix() == name[-3:]
    assert Path(chooser.selectedFiles()[0]).name == f"profile.{name[-3:]}"
    chooser.fileSelected.emit(str(tmp_path / name))
    chooser.close()
    assert (tmp_path / name).stat().st_size > 500
    qtbot.waitUntil(lambda: shown.findChild(QFileDialog) is None)


def test_what_cannot_be_written_is_said_in_a_sentence(
    shown: ReadingPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    plot_of(shown, "profile").menu.save(tmp_path / "no such folder" / "a.png")
    dialog = shown.findChild(ErrorDialog)
    assert dialog.isVisible()
    assert "no such folder does not exist." in " ".join(
        label.text() for label in dialog.findChildren(type(shown.plots.note))
    )
    dialog.close()
