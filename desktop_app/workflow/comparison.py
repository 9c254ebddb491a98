"""What the computed solution says where the reading was taken."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.reading import Reading
from desktop_app.workflow.history import SavedRun

LEAST_SHARE = 0.25
"""Of a place's four neighbours that must be of the body for it to have a value."""


def solution_beside(saved: SavedRun, reading: Reading) -> NDArray[np.float32] | None:
    """The solution where the reading was taken, (frame, sample) in K; None where there is none."""
    if saved.solution is None or saved.run.body is None or not reading.readable:
        return None
    frames = len(reading.time_s)
    total = saved.run.request.num_frames
    whole = solution_along(saved.solution, saved.run.body, reading.probe, reading.position, total)
    return whole[:frames]


def solution_along(
    solution: TemperatureField, body: PixelBox, probe: Probe, position: NDArray[np.float64], num_frames: int
) -> NDArray[np.float32]:
    """The solution along a probe: (frame, sample) in K, NaN where the probe is off the body.

    Args:
        solution: its times span the clip.
        body: where the body is in the picture; its edges are the solution's.
        probe: in the picture.
        position: (sample,) 0..1 along the probe.
        num_frames: of the clip.
    """
    x_px, y_px = probe.at(position)
    across = (x_px - body.left) / (body.right - body.left)
    up = 1 - (y_px - body.top) / (body.bottom - body.top)
    inside = (across >= 0) & (across <= 1) & (up >= 0) & (up <= 1)
    column, column_share = _between(across, solution.x_m.size)
    row, row_share = _between(up, solution.y_m.size)
    moment, moment_share = _between_times(num_frames, solution.time_s.size)

    def at(time: NDArray[np.intp], y: NDArray[np.intp], x: NDArray[np.intp]) -> NDArray[np.float64]:
        return solution.temperature_K[time[:, None], y, x].astype(np.float64)

    def in_plane(time: NDArray[np.intp]) -> NDArray[np.float64]:
        """From the cells of the body among the four around each place; NaN where they are hardly any."""
        next_column = np.minimum(column + 1, solution.x_m.size - 1)
        next_row = np.minimum(row + 1, solution.y_m.size - 1)
        total = np.zeros((time.size, position.size))
        shares = np.zeros((time.size, position.size))
        for y, share_y in ((row, 1 - row_share), (next_row, row_share)):
            for x, share_x in ((column, 1 - column_share), (next_column, column_share)):
                values = at(time, y, x)
                share = np.where(np.isnan(values), 0.0, share_y * share_x)
                total += share * np.nan_to_num(values)
                shares += share
        return np.where(shares >= LEAST_SHARE, total / np.maximum(shares, LEAST_SHARE), np.nan)

    later = np.minimum(moment + 1, solution.time_s.size - 1)
    profile = in_plane(moment) * (1 - moment_share) + in_plane(later) * moment_share
    return np.where(inside, profile, np.nan).astype(np.float32)


def _between(share: NDArray[np.float64], cells: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Cell below and the share of the next one, for places 0..1 of a row of cells; ends are held."""
    at = np.clip(np.clip(share, 0, 1) * cells - 0.5, 0, cells - 1)
    below = np.floor(at).astype(np.intp)
    return below, at - below


def _between_times(num_frames: int, times: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    at = np.linspace(0, times - 1, num_frames)
    before = np.floor(at).astype(np.intp)
    return before, (at - before)[:, None]
