"""A steady profile is straight between held ends, or hangs as heat lost along the way makes it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.law_profiles import BAR, HOT_AND_COLD, HOT_BOTH, conduction, evidence_of, noisy

from desktop_app.domain.laws import LawVerdict
from desktop_app.domain.setting import Setting
from desktop_app.thermography.laws.deciding import Abstention, conclude
from desktop_app.thermography.laws.steady_state import measure

FRAMES = 121
X = np.linspace(0, 1, 128)
LOSING = replace(BAR, sideways="losing", ambient_level=0.0)


def arriving(profile: np.ndarray) -> np.ndarray:
    """(frame, sample): a clip that comes to a profile within its first third."""
    return np.clip(np.linspace(0, 3, FRAMES), 0, 1)[:, None] * profile


def verdict(level: np.ndarray, setting: Setting, sigma: float = 0.01, seed: int = 0) -> LawVerdict:
    return conclude([measure(evidence_of(noisy(level, sigma, seed), setting))])[0]


@pytest.mark.parametrize(("sigma", "seed"), [(0.0, 0), (0.01, 1), (0.01, 2)])
@pytest.mark.parametrize(("far", "setting"), [("cold", HOT_AND_COLD), ("hot", HOT_BOTH)])
def test_a_bar_that_has_come_to_rest_holds(far, setting, seed, sigma):
    assert verdict(conduction(2.0, far), setting, sigma, seed).verdict == "holds"


@pytest.mark.parametrize("mL", [0.8, 1.41, 2.2])
def test_a_fin_holds_with_losses_and_not_without(mL):
    """cosh m(L−x)/cosh mL: Incropera et al., table 3.4, adiabatic tip."""
    fin = arriving(np.cosh(mL * (1 - X)) / np.cosh(mL))
    assert verdict(fin, LOSING).verdict == "holds"
    if mL > 1:
        found = verdict(fin, BAR)
        assert found.verdict == "broken"
        assert "colder" in str(found.why)


@pytest.mark.parametrize("bulge", [-0.15, 0.12, 0.15])
def test_a_bulge_is_found(bulge):
    found = verdict(arriving(1 - X + bulge * np.sin(np.pi * X)), HOT_AND_COLD)
    assert found.verdict == "broken"
    assert found.statistic == pytest.approx(bulge, abs=0.03)
    assert ("hotter" if bulge > 0 else "colder") in str(found.why)
    assert found.mark is not None
    assert found.mark.frames[1] == FRAMES - 1


def test_equal_hot_ends_end_flat():
    assert verdict(arriving(1 - 0.15 * np.sin(np.pi * X)), HOT_BOTH).verdict == "broken"


def test_losses_do_not_explain_a_hump():
    fin = np.cosh(1 - X) / np.cosh(1.0)
    assert verdict(arriving(0.8 * fin + 0.15 * np.sin(np.pi * X)), LOSING).verdict == "broken"


def test_an_s_shaped_profile_is_found():
    assert verdict(arriving(1 - X + 0.12 * np.sin(2 * np.pi * X)), HOT_AND_COLD).verdict == "broken"


@pytest.mark.parametrize("fourier", [0.1, 0.2])
def test_what_still_changes_is_undecided(fourier):
    found = verdict(conduction(fourier, "hot"), HOT_BOTH)
    assert found.verdict == "undecided"
    assert "not yet steady" in str(found.why)


@pytest.mark.parametrize("change", [{"along_the_heat": False}, {"homogeneous": False}, {"melts": True}])
def test_only_one_way_through_one_material_is_asked(change):
    assert isinstance(
        measure(evidence_of(conduction(2.0, "cold"), replace(HOT_AND_COLD, **change))), Abstention
    )
