"""Whatever is done to whatever body at whatever place is solved, or refused with a sentence."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from support import concepts

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Heating, Where
from desktop_app.domain.errors import OutsideConduction
from desktop_app.physics.assumptions import assumptions
from desktop_app.physics.solution import solve_coarsely
from desktop_app.physics.story import look_ahead

SHAPES = [
    concepts.round_rod,
    concepts.plate,
    concepts.fin,
    concepts.heat_sink,
    concepts.ring,
    concepts.l_bracket,
    concepts.stack,
    concepts.contact,
    concepts.room,
    concepts.rod,
]
KINDS = {
    "temperature": {"value": 373.15, "unit": "K"},
    "power": {"value": 10.0, "unit": "W"},
    "flux": {"value": 1e3, "unit": "W/m²"},
    "convection": {"value": 50.0, "unit": "W/(m²·K)", "ambient_K": 333.15},
}


@pytest.mark.parametrize("where", get_args(Where))
@pytest.mark.parametrize("make", SHAPES, ids=lambda make: make.__name__)
def test_it_warms_the_body_or_is_refused(make, where):
    for kind, values in KINDS.items():
        concept = make(Heating(where, kind, **values), duration_s=100.0)
        try:
            field = solve_coarsely(concept, 3, CancelToken()).temperature_K
        except OutsideConduction:
            assert kind in ("flux", "convection")
            assert where in ("centre", "inside", "spot")
            continue
        body = ~np.isnan(field[0])
        assert (~np.isnan(field) == body).all()
        assert field.min(where=body, initial=1e9) > 293.15 - 1e-3
        assert field.max(where=body, initial=0) > 293.15 + 1e-6, f"{kind} has no effect"
        told = look_ahead(concept, CancelToken()).story
        assert told.fourier_number > 0
        assert 0 <= told.reach_at_mid_clip <= 1
        assert 0 <= told.steadiness <= 1
        assert all(note.template for note in assumptions(concept))
