"""All laws on one clip; one that fails on it does not take the others along."""

from __future__ import annotations

import numpy as np
import pytest
from support.law_profiles import BAR, conduction, evidence_of, noise

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled
from desktop_app.domain.laws import LAWS
from desktop_app.thermography.laws.judge import MEASURES, judge


@pytest.fixture
def evidence():
    level = conduction(0.15, frames=61)
    return evidence_of(level + noise(np.random.default_rng(1), level.shape, 0.01), BAR)


def test_one_verdict_a_law_in_their_order(evidence):
    verdicts = judge(evidence, CancelToken())
    assert tuple(each.law for each in verdicts) == LAWS
    assert "broken" not in {each.verdict for each in verdicts}
    assert sum(each.verdict == "holds" for each in verdicts) >= 4


def test_a_law_that_cannot_be_worked_out_is_undecided(evidence):
    def fails(_evidence):
        raise IndexError("index -1 is out of bounds")

    verdicts = judge(evidence, CancelToken(), {**MEASURES, "energy": fails})
    found = {each.law: each for each in verdicts}
    assert found["energy"].verdict == "undecided"
    assert "too odd" in str(found["energy"].why)
    assert found["second_law"].verdict == "holds"


def test_judging_can_be_cancelled(evidence):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        judge(evidence, cancel)
