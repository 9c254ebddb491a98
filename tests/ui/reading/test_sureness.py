"""Bands, bounds, isotherms and marks on the plots."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from support.law_reports import BOX_MARK, PROBE_MARK, mixed_report
from support.readings import front_reading
from support.window import chinese

from desktop_app.ui.reading.legend import LegendKey
from desktop_app.ui.reading.map_marks import mark_rect
from desktop_app.ui.reading.point_trace import trace_at
from desktop_app.ui.reading.reading_panel import ReadingPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def said(panel: ReadingPanel) -> list[str]:
    keys = panel.plots.profile.findChildren(LegendKey)
    return [key.key.text for key in keys if key.isVisible()]


def cut_off():
    """A reading whose first three samples are at least what they are, whose last one is at most."""
    censored = np.zeros((12, 41), np.int8)
    censored[:, :3], censored[:, -1] = 1, -1
    return replace(front_reading(), censored=censored)


def test_the_profile_has_a_band_of_two_sigma(filled: ReadingPanel) -> None:
    filled.set_current_frame(6)
    band = filled.plots.profile.band.path()
    middle = float(front_reading().temperature_K[6, 10]) - 273.15
    for away, inside in ((0.0, True), (11.0, True), (-11.0, True), (13.5, False), (-13.5, False)):
        assert band.contains(QPointF(0.25, middle + away)) is inside
    assert "±2σ of the colour's noise" in said(filled)
    assert "end of the scale: a bound" not in said(filled)


def test_what_is_a_bound_has_signs_and_no_band(filled: ReadingPanel) -> None:
    filled.set_reading(cut_off(), complete=True)
    filled.set_current_frame(6)
    profile, reading = filled.plots.profile, front_reading()
    assert not profile.band.path().contains(QPointF(0.02, float(reading.temperature_K[6, 1]) - 273.15))
    x, y = profile.bounds.getData()
    np.testing.assert_allclose(x, [0.0, 0.025, 0.05, 1.0])
    np.testing.assert_allclose(y, reading.temperature_K[6, [0, 1, 2, 40]] - 273.15, atol=1e-3)
    assert list(profile.bounds.data["symbol"]) == ["t1", "t1", "t1", "t"]
    assert "end of the scale: a bound" in said(filled)


def test_many_bounds_get_few_signs(filled: ReadingPanel) -> None:
    filled.plots.profile.bounds.set_data(np.linspace(0, 1, 500), np.zeros(500), np.ones(500, np.int8))
    assert 20 <= len(filled.plots.profile.bounds.getData()[0]) <= 26


def test_hovering_a_bound_says_at_least_and_at_most(filled: ReadingPanel, qapp: QApplication) -> None:
    filled.set_reading(cut_off(), complete=True)
    plots = filled.plots
    filled.set_current_frame(6)
    hot = float(front_reading().temperature_K[6, 1]) - 273.15
    assert f"at least {hot:.0f} °C" in plots.profile.hover_at(0.025, 0)
    assert "σ" not in plots.profile.hover_at(0.025, 0)
    assert "at most 20 °C" in plots.profile.hover_at(1.0, 0)
    assert f"at least {hot:.0f} °C" in plots.kymograph.hover_at(float(front_reading().time_s[6]), 0.025)
    plots.points.boxes[2].spin.setValue(1.0)
    assert "at 1.00: at most" in plots.points.hover_at(30.0, 0.0)
    with chinese(qapp):
        assert "不高于 20 °C" in plots.profile.hover_at(1.0, 0)


def test_points_have_bands_too(filled: ReadingPanel) -> None:
    band = filled.plots.points.bands[1].path()
    reading = front_reading()
    middle = float(reading.temperature_K[5, 20]) - 273.15
    assert band.contains(QPointF(float(reading.time_s[5]), middle + 11))
    assert not band.contains(QPointF(float(reading.time_s[5]), middle + 13.5))


def test_a_point_between_an_estimate_and_a_bound_is_a_bound() -> None:
    reading = cut_off()
    assert set(trace_at(reading, 0.06).censored) == {1}
    assert set(trace_at(reading, 0.075).censored) == {0}
    assert set(trace_at(reading, 0.98).censored) == {-1}
    np.testing.assert_allclose(trace_at(reading, 0.49).confidence, 0.3)


def test_axes_of_temperature_say_that_it_is_an_estimate(filled: ReadingPanel) -> None:
    profile = filled.plots.profile
    for height, text in (
        (900, "Temperature, estimated from colour (°C)"),
        (260, "Estimated from colour (°C)"),
        (190, "Estimated (°C)"),
    ):
        profile.view.resize(profile.view.width(), height)
        profile.label_axis("left", *profile._upright)
        assert profile.plot.getAxis("left").labelText == text


def test_isotherms_are_at_round_temperatures_and_on_the_map(filled: ReadingPanel) -> None:
    lines = filled.plots.kymograph.isotherms
    assert lines.levels == [200.0, 400.0, 600.0]
    assert lines.labels[0].toPlainText() == "200"
    x, y = lines.lines[1].getData()
    reading = front_reading()
    frame = int(np.abs(reading.time_s - 30).argmin())
    here = np.abs(x - reading.time_s[frame]) < 1e-6
    crossing = np.interp(-200.0, -(reading.temperature_K[frame] - 273.15), reading.position)
    assert np.abs(y[here] - crossing).min() < 0.01


def test_isotherms_can_be_taken_away(filled: ReadingPanel) -> None:
    lines, button = filled.plots.kymograph.isotherms, filled.plots.kymograph.isotherms_button
    assert all(item.isVisible() for item in (*lines.lines, *lines.labels))
    button.click()
    assert not any(item.isVisible() for item in (*lines.lines, *lines.labels))
    filled.set_reading(front_reading(), complete=True)
    assert not any(item.isVisible() for item in (*lines.lines, *lines.labels))
    button.click()
    assert all(item.isVisible() for item in (*lines.lines, *lines.labels))


def test_a_mark_covers_its_frames_and_its_stretch() -> None:
    times = np.linspace(0.0, 60.0, 13)
    box = mark_rect(PROBE_MARK, times)
    assert (box.left(), box.right(), box.top(), box.bottom()) == pytest.approx((17.5, 37.5, 0.4, 0.7))
    whole = mark_rect(BOX_MARK, times)
    assert (whole.top(), whole.bottom()) == (0.0, 1.0)
    assert mark_rect(replace(PROBE_MARK, frames=(50, 60)), times).width() == pytest.approx(5.0)


def test_broken_laws_are_outlined_on_the_map(filled: ReadingPanel) -> None:
    marks = filled.plots.kymograph.marks
    assert marks.boxes == []
    filled.set_laws(mixed_report(), pending=False)
    rects = {box.rect().getRect() for box in marks.boxes}
    assert rects == {mark_rect(PROBE_MARK, front_reading().time_s).getRect()}
