"""The Fourier number that a clip's colours show along its probe."""

from __future__ import annotations

import numpy as np

from desktop_app.domain.laws import Estimate
from desktop_app.thermography.laws.deciding import interval_of
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.probe_window import cannot_be_asked, cut_window
from desktop_app.thermography.laws.rate_fit import RateFit, fit_rate

WIDEST = 3.0
"""Ratio of an interval's ends beyond which colours say nothing."""


def measured_fourier_number(evidence: Evidence) -> Estimate | None:
    """αt/L² along the probe over the clip's whole duration; None where its colours cannot tell."""
    fit = rate_along(evidence)
    if fit is None:
        return None
    time_s = evidence.profile.time_s
    duration_s = float(time_s[-1] - time_s[0])
    low, high = interval_of(duration_s * fit.rate_per_s * np.exp(-fit.rate_moves))
    return None if high > WIDEST * low else Estimate(duration_s * fit.rate_per_s, (low, high))


def rate_along(evidence: Evidence) -> RateFit | None:
    """α/L² along the probe of a clip; None where nothing conducts visibly along it."""
    if cannot_be_asked(evidence.setting) is not None:
        return None
    window = cut_window(evidence)
    if window is None:
        return None
    fit = fit_rate(window.of(evidence.profile.level), window, evidence.setting)
    return None if fit.at_bound else fit
