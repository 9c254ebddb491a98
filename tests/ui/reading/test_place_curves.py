from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.readings import front_reading

from desktop_app.domain.clip import SpotProbe
from desktop_app.domain.reading import PlaceReading
from desktop_app.ui.reading.points_plot import PointsPlot
from desktop_app.ui.reading.reading_table import csv_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def plot(qtbot: QtBot) -> PointsPlot:
    made = PointsPlot((0.1, 0.5, 0.9))
    qtbot.addWidget(made)
    made.show_reading(front_reading(), 12)
    return made


def at(x: float, confidence: float = 0.9) -> PlaceReading:
    """30 °C, and 10 K warmer in every frame."""
    return PlaceReading(
        SpotProbe(x, 40.0),
        (303.15 + 10 * np.arange(12)).astype(np.float32),
        np.full(12, 2.0, np.float32),
        np.full(12, confidence, np.float32),
        np.linspace(0.0, 60.0, 12),
    )


def test_every_place_has_a_curve_a_band_and_a_letter(plot: PointsPlot) -> None:
    plot.show_places((at(100.0), at(120.0)))
    curves = plot.places.curves
    assert [curve.isVisible() for curve in curves[:3]] == [True, True, False]
    np.testing.assert_allclose(curves[1].yData, 30 + 10 * np.arange(12), atol=1e-3)
    extent = plot.places.bands[0].path().boundingRect()
    assert (extent.top(), extent.bottom()) == pytest.approx((26, 144), abs=1e-3)
    assert [key.text for key in plot.legend][3:5] == ["A", "B"]
    plot.show_places(())
    assert not any(curve.isVisible() for curve in curves)
    assert "A" not in [key.text for key in plot.legend]


def test_what_is_hardly_of_the_palette_is_not_drawn(plot: PointsPlot) -> None:
    plot.show_places((at(100.0, confidence=0.01),))
    assert np.isnan(plot.places.curves[0].yData).all()
    assert plot.places.values_at(3) == []


def test_hovering_says_the_places_too(plot: PointsPlot) -> None:
    plot.show_places((at(100.0),))
    _, _, text = plot.hover_text(60.0, 100.0) or (0, 0, "")
    assert "A: 140 °C" in text


def test_the_table_has_the_places(plot: PointsPlot) -> None:
    plot.show_places((at(100.0),))
    rows = list(csv.DictReader(io.StringIO(csv_text(plot.rows()))))
    place = [row for row in rows if row["position"] == "A"]
    assert len(place) == 12
    assert place[2]["estimated_temperature_K"] == "323.15"
    assert place[2]["sigma_K"] == "2"
