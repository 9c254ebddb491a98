"""A sentence that is to be understood and solved: a copper rod of 1 m."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.solver_cases.case import SERIES, Case, Quantity
from desktop_app.domain.cancel import CancelToken
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand
from desktop_app.physics import closed_forms
from desktop_app.physics.solution import solve_concept

PROMPT = "根据傅里叶定律计算一根长1m、导热系数k=401 W/(m·K)的铜棒在一端恒温加热下的温度分布并生成动画"
MATERIALS = Path(__file__).resolve().parents[2] / "resources" / "materials"


def rod_of_a_metre() -> list[Quantity]:
    """At the default grid, at every saved time after the first tenth, for a few and for many saved times."""
    concept = understand(PROMPT, MaterialTable.load(MATERIALS))
    (held,) = concept.heating
    span = held.value - concept.initial_temperature_K
    found = []
    for num_times in (11, 121):
        field = solve_concept(concept, num_times, CancelToken())
        late = range(num_times // 10, num_times)
        computed = (field.temperature_K - concept.initial_temperature_K) / span
        Fo = concept.parts[0].material.thermal_diffusivity * field.time_s / field.size_m[0] ** 2
        X = field.x_m / field.size_m[0]
        reference = [closed_forms.slab_hot_and_insulated(X, Fo[number]) for number in late]
        ours, theirs = np.broadcast_arrays(computed[late.start :], np.array(reference)[:, None, :])
        found.append(Quantity.profile(f"θ(x, t), {num_times} saved times", ours, theirs, SERIES))
    return found


CASES = (
    Case("铜棒 1 m (the sentence)", "Carslaw & Jaeger 2nd ed., 3.4, of twice the length", rod_of_a_metre),
)
