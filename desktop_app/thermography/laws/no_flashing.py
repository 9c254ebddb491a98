"""Law 2: while what drives a body does not change, no place that warms up cools down again.

A body that starts at one temperature and is heated, and only heated, by what stays as it is: ∂T/∂t obeys the
heat equation itself, is nowhere negative when it begins, and so never becomes so (maximum principle;
M. H. Protter, H. F. Weinberger, Maximum Principles in Differential Equations, 1967, chapter 3). Any monotone
recolouring keeps this.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from desktop_app.domain.laws import LawMark, Tolerance
from desktop_app.domain.setting import Setting
from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.body_places import BodyPlaces, places_in_field, places_on_probe
from desktop_app.thermography.laws.deciding import Abstention, Measurement
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.isotonic import Direction, monotone
from desktop_app.thermography.laws.resampling import BLOCK_FRAMES, DEGREE, WINDOW, noise_by_level
from desktop_app.thermography.laws.wording import place_in, place_on_probe, seconds
from desktop_app.thermography.noise import QUANTUM

Array = NDArray[np.float64]

TOLERANCE: Tolerance = (None, 3.0)
"""In σ of a place's mean: what the noise that a clip shows elsewhere does once in hundreds of frames."""
FLOOR = 0.015
"""Least σ, of the scale: 8-bit colours, compression, and the pulsing of brightness with its key frames."""
BETWEEN = 0.1
"""From either end of the scale: nearer to it, part of the noise is cut off and the rest looks small."""
NORMAL_75 = 1.15
"""σ within which three in four draws of a normal distribution are."""
MOST_SIGMAS = 5.0
"""Further from a monotone course there is no noise to learn from."""
FEWEST_FRAMES = 8
FEWEST_PLACES = 5
SHARED = 1.2
"""Places next to each other share about a quarter of their noise, which is lost in their difference."""
SAME_LEVEL = 0.05
DRAWS = 100


@dataclass(frozen=True, eq=False)
class _Course:
    """Places while the source is on.

    Attributes:
        lit: the frames in which it is.
        fit: (frame, place) the monotone courses closest to what was read.
        noise: (frame, place) of the places' means.
        sigma: (frame, place) of such a mean, for telling noise from more.
    """

    places: BodyPlaces
    lit: slice
    fit: Array
    noise: Array
    sigma: Array
    direction: Direction | None

    @property
    def apart(self) -> Array:
        """(frame, place) departures in σ."""
        return (self.places.level[self.lit] - self.fit) / self.sigma


def measure(evidence: Evidence) -> Measurement | Abstention:
    """The largest departure of any place from warming up, or cooling down, all the time, in σ."""
    setting = evidence.setting
    why = _why_not(setting)
    if why is not None:
        return Abstention("no_flashing", why, TOLERANCE)
    places = places_on_probe(evidence.profile) if evidence.field is None else places_in_field(evidence.field)
    if places is None:
        return Abstention("no_flashing", say("Too little of the body can be read all the time."), TOLERANCE)
    lit = _lit(places.time_s, setting.heated_s)
    if lit.stop - lit.start < FEWEST_FRAMES:
        return Abstention("no_flashing", say("Too few frames show the body while it is heated."), TOLERANCE)
    course = _course_of(places, lit, _direction(setting))
    statistic = float(np.abs(course.apart).max())
    return _measurement(course, statistic, statistic - _of_noise(course))


def _why_not(setting: Setting) -> Text | None:
    start = setting.start_level
    if start is None:
        return say("The body does not start at one temperature: places may first warm up and then cool down.")
    if setting.assumed and any(end.kind in ("exchanging", "unknown") for end in setting.ends):
        return say("It is not known whether what heats the body stays as it is.")
    above, below = _pulls(setting, start)
    if above and below:
        return say(
            "One thing warms the body and another cools it: places may first warm up and then cool down."
        )
    return None


def _pulls(setting: Setting, start: float) -> tuple[bool, bool]:
    """Whether anything draws the body above its start, and below."""
    levels = [end.level for end in setting.ends if end.kind in ("held", "exchanging")]
    if setting.sideways == "losing":
        levels.append(setting.ambient_level)
    known = [level - start for level in levels if level is not None]
    return any(each > SAME_LEVEL for each in known), any(each < -SAME_LEVEL for each in known)


def _direction(setting: Setting) -> Direction | None:
    above, below = _pulls(setting, setting.start_level or 0.0)
    return 1 if above else -1 if below else None


def _lit(time_s: Array, heated_s: tuple[float, float | None]) -> slice:
    since, until = heated_s
    first = int(np.searchsorted(time_s, since - 1e-9))
    return slice(first, len(time_s) if until is None else int(np.searchsorted(time_s, until, side="right")))


def _course_of(places: BodyPlaces, lit: slice, direction: Direction | None) -> _Course:
    level = places.level[lit]
    fit = monotone(level, direction)
    between = (fit > BETWEEN) & (fit < 1 - BETWEEN)
    usual = float(np.quantile(np.abs(level - fit)[between if between.any() else ...], 0.75)) / NORMAL_75
    plain = np.where(np.abs(level - fit) > MOST_SIGMAS * max(usual, FLOOR), fit, level)
    bent = np.abs(_without_smooth(fit)) > max(usual, QUANTUM)
    rough = _own_noise(np.where(bent, plain - fit, _without_smooth(plain)), places.where)
    noise, sigma = noise_by_level(rough, fit, np.ones(level.shape, dtype=np.bool_))
    uncut = float(np.sqrt(np.mean(sigma[between] ** 2))) if between.any() else 0.0
    return _Course(places, lit, fit, noise * sigma, np.maximum(sigma, max(uncut, FLOOR)), direction)


def _without_smooth(level: Array) -> Array:
    """(frame, place) less a smooth course: noise, and what bends too sharply, as at a sudden start."""
    window = min(WINDOW, len(level) if len(level) % 2 else len(level) - 1)
    return np.asarray(level - signal.savgol_filter(level, window, DEGREE, axis=0, mode="interp"))


def _own_noise(rough: Array, where: Array) -> Array:
    """What each place (frame, place) does by itself: less what the two nearest to it do.

    A flicker of the whole picture is no noise: noise differs from place to place.
    """
    if len(where) < FEWEST_PLACES:
        return rough
    apart = np.linalg.norm(where[:, None] - where[None, :], axis=-1)
    near = np.argsort(apart, axis=1, kind="stable")[:, 1:3]
    return np.asarray((rough - rough[:, near].mean(axis=2)) * np.sqrt(2 / 3) * SHARED)


def _of_noise(course: _Course) -> Array:
    """(draw,) the statistic of clips that do go one way, with noise of this one in blocks of frames."""
    random = np.random.default_rng(0)
    frames = len(course.fit)
    size = min(BLOCK_FRAMES, frames)
    found = []
    for _ in range(DRAWS):
        begin = random.integers(frames - size + 1, size=-(-frames // size))
        source = (begin[:, None] + np.arange(size)).ravel()[:frames]
        sign = np.repeat(random.choice((-1.0, 1.0), size=len(begin)), size)[:frames]
        drawn = course.fit + course.noise[source] * sign[:, None]
        found.append(float(np.abs((drawn - monotone(drawn, course.direction)) / course.sigma).max()))
    return np.array(found)


def _measurement(course: _Course, statistic: float, plausible: Array) -> Measurement:
    apart = course.apart
    frame, place = (int(each) for each in np.unravel_index(int(np.abs(apart).argmax()), apart.shape))
    rises = bool(apart[frame, place] > 0)
    time = seconds(float(course.places.time_s[course.lit][frame]))
    amount = f"{abs(apart[frame, place]) * course.sigma[frame, place]:.2f}"
    spot = _spot(course.places, place)
    if rises:
        broken = say(
            "Around {time} s, at {spot}, the colour flares up and falls back by {amount} of the scale: "
            "heat does not flash.",
            time=time,
            spot=spot,
            amount=amount,
        )
    else:
        broken = say(
            "Around {time} s, at {spot}, the colour drops and comes back by {amount} of the scale: "
            "heat does not flicker.",
            time=time,
            spot=spot,
            amount=amount,
        )
    return Measurement(
        law="no_flashing",
        statistic=statistic,
        plausible=np.maximum(plausible, 0.0),
        tolerance=TOLERANCE,
        holds=say(
            "Every place keeps warming up or cooling down: no colour goes back by more than noise and "
            "compression do."
        ),
        broken=broken,
        undecided=say(
            "Around {time} s, at {spot}, the colour goes back by {amount} of the scale: "
            "that may be a flash, or noise.",
            time=time,
            spot=spot,
            amount=amount,
        ),
        mark=_mark(course, frame, place),
    )


def _mark(course: _Course, frame: int, place: int) -> LawMark:
    """The frames around one in which the place is at least half as far off, and where it is."""
    far = np.abs(course.apart[:, place]) >= abs(course.apart[frame, place]) / 2
    before, after = np.flatnonzero(~far[:frame]), np.flatnonzero(~far[frame:])
    first = int(before[-1]) + 1 if len(before) else 0
    last = frame + int(after[0]) - 1 if len(after) else len(far) - 1
    numbers = course.places.frames[course.lit]
    probe, boxes = course.places.probe, course.places.boxes
    return LawMark(
        frames=(int(numbers[first]), int(numbers[last])),
        position=None if probe is None else (float(probe[place, 0]), float(probe[place, 1])),
        box=None if boxes is None else boxes[place],
    )


def _spot(places: BodyPlaces, place: int) -> Text:
    where = places.where[place]
    if places.probe is not None:
        return place_on_probe(float(where[0]))
    return place_in(float(where[1]), float(where[0]))
