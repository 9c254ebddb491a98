"""The heat account closes at every time step."""

from __future__ import annotations

import dataclasses

import pytest
from support.heat_problems import PROBLEMS

from desktop_app.physics.energy import heat_account
from desktop_app.physics.marching import time_steps

CLOSED = 1e-8
DURATION_S, INTERVALS, TIME_STEPS = 60.0, 6, 5


@pytest.mark.parametrize("name", PROBLEMS)
def test_what_enters_is_stored_at_every_time_step(name):
    accounts = [
        heat_account(step) for step in time_steps(PROBLEMS[name](), DURATION_S, INTERVALS, TIME_STEPS)
    ]
    assert len(accounts) >= INTERVALS * TIME_STEPS
    assert max(account.imbalance for account in accounts) < CLOSED
    assert any(abs(account.stored) > 0 for account in accounts)


def test_a_lost_watt_is_noticed():
    step = next(iter(time_steps(PROBLEMS["mixed boundaries"](), DURATION_S, INTERVALS, TIME_STEPS)))
    enthalpy = step.after.enthalpy * (1 + 1e-7)
    wrong = dataclasses.replace(step, after=dataclasses.replace(step.after, enthalpy=enthalpy))
    assert heat_account(wrong).imbalance > CLOSED
