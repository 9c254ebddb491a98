"""The palette of a clip is found by fit, and not where there is none."""

from __future__ import annotations

import cmap
import numpy as np
import pytest
from scipy import ndimage
from support.painted_clips import look_of_stops, painted_clip

from desktop_app.domain.look import Look
from desktop_app.thermography.inversion import PaletteInverter, confidence_of
from desktop_app.thermography.look_choice import choose_look, fit_look
from desktop_app.thermography.look_variants import BLACK, in_range, reversed_look

READABLE = ("inferno", "rainbow", "white_hot", "iron", "glow", "hot", "magma", "plasma", "turbo", "viridis")
OF_CAMERAS = ("amber", "arctic", "high_contrast", "lava", "sepia")
FOREIGN = (
    *("cividis:cividis", "matplotlib:twilight", "gnuplot:ocean", "cubehelix:cubehelix", "matlab:cool"),
    *("matplotlib:coolwarm", "bids:fake_parula", "crameri:batlow", "cmocean:thermal", "matlab:copper"),
    "matplotlib:Wistia",
)
WORST_IRONBOW_ERROR = 0.05
"""Median, of the span: what palettes straight between stops miss by on real cameras (0.5-5.2 %)."""
IRONBOWS = {
    "violet": (
        *((0, 0, 0, 0), (0.15, 20, 0, 130), (0.35, 140, 0, 160), (0.55, 220, 50, 60)),
        *((0.75, 250, 140, 0), (0.92, 255, 230, 70), (1, 255, 255, 255)),
    ),
    "indigo": (
        *((0, 4, 2, 20), (0.13, 40, 0, 118), (0.24, 95, 5, 140), (0.36, 150, 10, 150), (0.48, 200, 30, 115)),
        *((0.6, 235, 90, 40), (0.72, 245, 145, 15), (0.9, 255, 220, 60), (1, 255, 255, 230)),
    ),
    "plum": (
        *((0, 10, 0, 30), (0.25, 90, 0, 140), (0.5, 200, 30, 110), (0.7, 245, 110, 20)),
        *((0.85, 255, 180, 10), (1, 255, 250, 190)),
    ),
}
SIZE = (120, 200)


@pytest.mark.parametrize("name", [*READABLE, *OF_CAMERAS])
def test_the_palette_of_a_compressed_clip_is_found(looks, name, tmp_path):
    fit = choose_look(painted_clip(looks.get(name)).through_h264(tmp_path, 28).frames, looks.all)
    assert fit is not None
    assert (fit.look.name, fit.colour_range, fit.rivals) == (name, "full", ())
    assert fit.look.palette is looks.get(name).palette


@pytest.mark.parametrize("name", [*READABLE, *OF_CAMERAS])
def test_video_range_is_found_and_said(looks, name):
    clip = painted_clip(in_range(looks.get(name), "video"))
    fit = choose_look(clip.frames, looks.all)
    assert fit is not None
    assert (fit.look.name, fit.colour_range) == (name, "video")
    assert median_error(clip, fit.look) < 0.01


@pytest.mark.parametrize("name", ["inferno", "rainbow", "iron", "plasma", "turbo"])
def test_a_stretched_clip_is_read_little_wrong(looks, name):
    """What was cut off at the ends of the bytes is lost; the rest is read."""
    clip = painted_clip(in_range(looks.get(name), "stretched"))
    fit = choose_look(clip.frames, looks.all)
    assert fit is not None
    assert fit.look.name == name
    assert median_error(clip, fit.look) < 0.01


@pytest.mark.parametrize("name", ["arctic", "hot"])
def test_where_stretching_leaves_no_trace_it_costs_no_more_than_what_it_cut_off(looks, name):
    """Along the edges of the colour cube a palette and its stretched copy are one line: full is taken."""
    clip = painted_clip(in_range(looks.get(name), "stretched"))
    fit = choose_look(clip.frames, looks.all)
    assert fit is not None
    assert fit.look.name == name
    assert median_error(clip, fit.look) < BLACK / 255


@pytest.mark.parametrize("source", FOREIGN)
def test_a_palette_nobody_knows_is_none_of_ours(looks, source):
    colours = np.asarray(cmap.Colormap(source)(np.linspace(0, 1, 256)))[:, :3]
    foreign = Look(source, np.rint(colours * 255).astype(np.uint8), False, source)
    assert choose_look(painted_clip(foreign).frames, looks.all) is None


@pytest.mark.parametrize("scene", ["textures", "faces", "landscape", "office", "wood", "noise", "plain"])
def test_a_filmed_scene_has_no_palette(looks, scene):
    assert choose_look(filmed(scene), looks.all) is None


def test_a_grey_clip_is_white_hot_and_said_to_be_grey(looks, tmp_path):
    fit = choose_look(painted_clip(looks.get("black_hot")).through_h264(tmp_path, 23).frames, looks.all)
    assert fit is not None
    assert (fit.look.name, fit.grey) == ("white_hot", True)
    fit = choose_look(painted_clip(looks.get("inferno")).frames, looks.all)
    assert fit is not None
    assert not fit.grey


def test_a_reversed_palette_is_read_in_its_usual_direction(looks):
    fit = choose_look(painted_clip(reversed_look(looks.get("lava"))).frames, looks.all)
    assert fit is not None
    assert np.array_equal(fit.look.palette, looks.get("lava").palette)


def test_colours_that_two_palettes_share_name_the_rival(looks):
    hot, hotter = look_of_stops("hot", (0, 0, 0, 0), (1, 255, 0, 0)), looks.get("hot")
    fit = choose_look(painted_clip(hot, warmest=0.8).frames, [hot, Look("heat", hotter.palette, False, "x")])
    assert fit is not None
    assert {fit.look.name, *fit.rivals} == {"hot", "heat"}


@pytest.mark.parametrize("warmest", [0.06, 0.2])
def test_too_short_a_stretch_of_a_palette_is_not_known(looks, warmest):
    assert choose_look(painted_clip(looks.get("rainbow"), warmest=warmest).frames, looks.all) is None


def test_without_a_readable_look_there_is_nothing_to_choose(looks):
    assert choose_look(painted_clip(looks.get("iron")).frames, [looks.get("natural")]) is None


@pytest.mark.parametrize("stops", IRONBOWS.values(), ids=IRONBOWS)
def test_every_cameras_ironbow_is_iron_and_little_wrong(looks, stops):
    clip = painted_clip(look_of_stops("unknown", *stops))
    fit = choose_look(clip.frames, looks.all)
    assert fit is not None
    assert fit.look.name == "iron"
    assert median_error(clip, fit.look) < WORST_IRONBOW_ERROR
    found = PaletteInverter(fit.look).invert(clip.frames[clip.body])
    assert np.median(confidence_of(found)) > 0.85


def test_a_named_look_is_fitted_too(looks):
    second = looks.variants("iron")[1]
    fit = fit_look(painted_clip(in_range(second, "video")).frames, looks.variants("iron"))
    assert (fit.look.name, fit.colour_range) == ("iron", "video")
    assert np.array_equal(fit.look.palette, in_range(second, "video").palette)


def test_a_named_look_that_does_not_fit_is_taken_as_it_is(looks):
    fit = fit_look(painted_clip(looks.get("rainbow")).frames, looks.variants("iron"))
    assert (fit.look, fit.colour_range) == (looks.get("iron"), "full")


def median_error(clip, look) -> float:
    return float(np.median(np.abs(PaletteInverter(look).invert(clip.frames[clip.body]).level - clip.level)))


def filmed(scene: str) -> np.ndarray:
    """Two frames of a scene as a camera for visible light sees it, made of smooth random fields."""
    random = np.random.default_rng(5)

    def field(scale: float) -> np.ndarray:
        rough = ndimage.gaussian_filter(random.normal(size=SIZE), scale, mode="wrap")
        return (rough - rough.min()) / np.ptp(rough)

    light, hue, tint = field(12), field(8), field(5)
    grain = random.normal(0, 3, (*SIZE, 3))
    if scene == "textures":
        rgb = np.stack([field(4), field(6), field(9)], axis=-1) * 255
    elif scene == "faces":
        skin = np.array([224, 172, 140]) * (0.35 + 0.65 * light[..., None])
        rgb = np.where(hue[..., None] > 0.45, skin, np.array([70, 84, 110]) * (0.4 + tint[..., None]))
    elif scene == "landscape":
        sky = np.linspace(0, 1, SIZE[0])[:, None, None] * np.array([90, 60, 10]) + np.array([90, 150, 225])
        ground = np.array([70, 95, 45]) * (0.5 + light[..., None]) + np.array([40, 10, 0]) * hue[..., None]
        rgb = np.where(np.arange(SIZE[0])[:, None, None] < SIZE[0] // 2, sky, ground)
    elif scene == "office":
        warm, cool = np.array([206, 196, 182]), np.array([150, 160, 172])
        rgb = (warm * hue[..., None] + cool * (1 - hue[..., None])) * (0.3 + 0.8 * light[..., None])
    elif scene == "wood":
        rgb = np.array([170, 112, 66]) * (0.3 + light[..., None]) + np.array([-10, 10, 30]) * hue[..., None]
    elif scene == "noise":
        rgb = random.uniform(0, 255, (*SIZE, 3))
    else:
        rgb = np.full((*SIZE, 3), [180, 60, 40.0])
    frame = np.clip(np.rint(rgb + grain), 0, 255).astype(np.uint8)
    return np.stack([frame, np.roll(frame, 3, axis=1)])
