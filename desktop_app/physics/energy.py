"""The heat account of a time step: what entered, and what was stored."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.physics.marching import TimeStep


@dataclass(frozen=True)
class HeatAccount:
    """Heat of one time step, J per metre of depth or per radian about the axis.

    Attributes:
        entered: into the free cells, by kind: surfaces, sources, faces, holds.
        stored: in them.
    """

    entered: dict[str, float]
    stored: float

    @property
    def imbalance(self) -> float:
        """What entered and is not stored, over the largest of the account's items."""
        largest = max(abs(self.stored), *(abs(heat) for heat in self.entered.values()))
        return abs(sum(self.entered.values()) - self.stored) / largest if largest else 0.0


def heat_account(step: TimeStep) -> HeatAccount:
    """The account of a time step, from its temperatures alone."""
    span = step.end - step.start
    entered = {
        name: span
        * (
            step.end_weight * exchange.heat(step.after.temperature, step.end)
            + (1 - step.end_weight) * exchange.heat(step.before.temperature, step.start)
        )
        for name, exchange in step.system.exchanges.items()
    }
    return HeatAccount(entered, float((step.after.enthalpy - step.before.enthalpy).sum()))
