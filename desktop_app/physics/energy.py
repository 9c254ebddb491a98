"""The heat account of a time step: what entered, and what was stored."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.physics.marching import TimeStep


@dataclass(frozen=True)
class HeatAccount:
    """Heat of one time step, J per metre of depth or per radian about the axis.

    Attributes:
        entered: into the free cells, by kind: surfaces, sources, faces, holds.
        stored: in them.
        rounding: how much of what is stored the rounding of their enthalpies may hide.
    """

    entered: dict[str, float]
    stored: float
    rounding: float

    @property
    def imbalance(self) -> float:
        """What entered and is not stored, less rounding, over the largest of the account's items."""
        largest = max(abs(self.stored), *(abs(heat) for heat in self.entered.values()))
        missing = abs(sum(self.entered.values()) - self.stored) - self.rounding
        return missing / largest if missing > 0 else 0.0


def heat_account(step: TimeStep) -> HeatAccount:
    """The account of a time step, from its temperatures alone."""
    before, after = step.before, step.after
    start_weight = 0.5 if step.start_counts else 0.0
    entered = {
        name: (after.time - before.time)
        * (
            (1 - start_weight) * exchange.heat(after.temperature, after.time)
            + start_weight * exchange.heat(before.temperature, before.time)
        )
        for name, exchange in step.system.exchanges.items()
    }
    stored = float((after.enthalpy - before.enthalpy).sum())
    rounding = float(np.finfo(np.float64).eps * np.abs(after.enthalpy).sum())
    return HeatAccount(entered, stored, rounding)
