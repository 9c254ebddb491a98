from __future__ import annotations

import numpy as np
import pytest
from support.law_reports import LawMark

from desktop_app.domain.laws import LAWS, Estimate
from desktop_app.ui.reading.law_words import (
    LAW_NAMES,
    QUANTITIES,
    allowed,
    estimate_text,
    kept_promise,
    number,
)
from desktop_app.ui.reading.laws_list import when_text


def test_every_law_has_a_name_and_a_quantity() -> None:
    assert tuple(LAW_NAMES) == tuple(QUANTITIES) == LAWS


@pytest.mark.parametrize(
    ("value", "width", "text"),
    [
        (0.5123, None, "0.512"),
        (14.2, None, "14.2"),
        (5.0, None, "5"),
        (300.0, None, "300"),
        (1234.0, None, "1234"),
        (0.0, None, "0"),
        (-0.05, None, "−0.05"),
        (0.5123, 0.08, "0.51"),
        (0.5123, 0.014, "0.512"),
        (14.2, 5.3, "14"),
        (-0.0004, 0.03, "0.00"),
        (1e-7, None, "0"),
    ],
)
def test_a_number_tells_what_it_deserves(value: float, width: float | None, text: str) -> None:
    assert number(value, width) == text


def test_an_interval_has_the_decimals_of_its_number() -> None:
    assert estimate_text(0.0412, (0.0391, 0.0436)).replace("\u00a0", " ") == "0.041 (0.039 … 0.044)"
    assert estimate_text(2.0, (2.0, 2.0)).replace("\u00a0", " ") == "2 (2 … 2)"
    assert estimate_text(0.5, None) == "0.5"
    assert estimate_text(1e-5, (0.0, 0.00131), 0.005).replace("\u00a0", " ") == "0.000 (0.000 … 0.001)"


@pytest.mark.parametrize(
    ("tolerance", "text"),
    [
        ((0.4, 0.6), "allowed 0.4 to 0.6"),
        ((None, 5.0), "allowed up to 5"),
        ((0.0, None), "allowed from 0 up"),
    ],
)
def test_a_tolerance_in_words(tolerance: tuple[float | None, float | None], text: str) -> None:
    assert str(allowed(tolerance)) == text


def test_no_bound_is_no_tolerance() -> None:
    assert allowed((None, None)) is None


@pytest.mark.parametrize(("promised", "kept"), [(0.9, False), (1.0, True), (1.5, True), (2.1, False)])
def test_a_promise_is_kept_inside_the_interval(promised: float, kept: bool) -> None:
    assert kept_promise(Estimate(1.4, (1.0, 2.0)), promised) is kept


def test_when_a_mark_shows() -> None:
    times = np.linspace(0.0, 3600.0, 13)
    assert when_text(None, times) == ""
    assert when_text(LawMark((1, 2)), np.empty(0)) == ""
    assert when_text(LawMark((40, 41)), times) == ""
    assert when_text(LawMark((2, 2)), times) == "10.0 min"
    assert when_text(LawMark((2, 99)), times) == "10.0 – 60.0 min"
