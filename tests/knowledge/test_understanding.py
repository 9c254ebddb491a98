from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.heat_prompts import PROMPTS
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import InvalidInput
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")


def _fields(concept: Concept) -> dict[str, object]:
    convection = [h.ambient_K for h in concept.heating if h.ambient_K is not None]
    material = next(iter(concept.materials), None)
    return {
        "shape": concept.shape,
        "materials": tuple(m.id for m in concept.materials),
        "heating": tuple((h.where, h.kind, _shown(h.value, h.unit)) for h in concept.heating),
        "supported": concept.supported,
        "language": concept.language,
        "look": concept.look,
        "initial": _shown(concept.initial_temperature_K, "K"),
        "ambient": _shown(convection[0], "K") if convection else None,
        "duration": concept.duration_s,
        "length": concept.size.length,
        "height": concept.size.height,
        "thickness": concept.size.thickness,
        "conductivity": material.thermal_conductivity.value if material else None,
        "overridden": material.overridden if material else None,
    }


def _shown(value: float, unit: str) -> float:
    return round(value - 273.15, 6) if unit == "K" else value


@pytest.mark.parametrize("case", PROMPTS, ids=[case.prompt[:40] for case in PROMPTS])
def test_prompt(case):
    found = _fields(understand(case.prompt, TABLE))
    assert {name: found[name] for name in case.fields} == case.fields


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("x" * 2001, "2000"),
        ("铜" * 10_000, "10000"),
        ("a rod at -400 °C", "absolute zero"),
        ("左端零下300度的铜棒", "absolute zero"),
        ("a rod at 1e300 K", "hotter"),
        ("a copper rod 1 km thick", "thickness"),
        ("长0米的铜棒", "length"),
        ("a copper rod of length 1e999 m", "length"),
        ("a copper rod 2 cm long and 5 cm in diameter", "thicker"),
        ("a copper rod with k = 0", "conductivity"),
        ("a copper rod with conductivity -5", "conductivity"),
        ("密度为0的铜棒", "density"),
        ("heated at one end for 0 s", "duration"),
    ],
)
def test_contradictions_are_refused_with_the_reason(prompt, word):
    with pytest.raises(InvalidInput) as refusal:
        understand(prompt, TABLE)
    assert word in str(refusal.value.message)
    assert str(refusal.value.remedy)


def _notes(prompt: str, **options: object) -> str:
    return " ".join(map(str, understand(prompt, TABLE, **options).notes))


@pytest.mark.parametrize(
    ("prompt", "sentences"),
    [
        (
            "a rod heated at its left end",
            (
                "No material was named",
                "No length",
                "No diameter",
                "20 °C throughout",
                "Without a known material",
            ),
        ),
        ("heated copper", ("No shape was named", "Where it is heated was not said: the left end")),
        (
            "copper rod heated at one end",
            ("One end is the left one", "100 °C is assumed", "Surfaces not mentioned are insulated"),
        ),
        ("copper rod, flame at one end", ("500 °C", "burner")),
        ("copper rod heated at left", ("170 s", "Fourier number of 0.5 over 0.2 m", "inferno")),
        (
            "copper rod cooled by a fan at the right, left at 80 °C",
            ("50 W/(m²·K) is assumed", "surroundings are taken to be at 20 °C"),
        ),
        ("aluminim rod", ("“aluminim” is not in the table", "aluminium")),
        ("a 5 s video of a copper rod heated at left", ("“5 s” was not used",)),
        ("copper rod with k = 390 W/mK heated at left", ("those of copper",)),
        ("boiling water in a pot", ("Liquids and gases",)),
    ],
)
def test_what_was_assumed_is_in_the_notes(prompt, sentences):
    notes = _notes(prompt)
    for sentence in sentences:
        assert sentence in notes


def test_what_was_given_is_not_noted_as_assumed():
    notes = _notes(
        "a copper rod 1 m long, 2 cm diameter, initially 10 °C, left end at 90 °C for 60 s, rainbow palette"
    )
    assert notes == "Surfaces not mentioned are insulated."


@pytest.mark.parametrize(
    ("prompt", "reason"),
    [
        ("a copper rod in boiling oil, the oil boils", "Boiling"),
        ("铜棒左端加热直到熔化", "Melting"),
        ("a burning wooden rod", "Combustion"),
        ("a copper rod in wind", "Moving air"),
        ("a copper rod heated by radiation", "radiation"),
        ("zinc rod with its left end in a flame", "zinc melts at 419.5 °C"),
        ("ice block on a 150 °C hot plate", "boils"),
        ("a copper rod heated by a pulsed laser at its left end", "over and over"),
        ("a torch moving along a steel plate, left end heated", "move"),
        ("a copper heat pipe, left end at 80 °C", "Heat pipes"),
        ("a Peltier cooler under an aluminium block", "Thermoelectric"),
        ("steel plate, 1e6 W/m³ of internal heat generation, left end at 90 °C", "inside the body"),
    ],
)
def test_the_reason_for_no_support_is_the_last_note(prompt, reason):
    concept = understand(prompt, TABLE)
    assert not concept.supported
    assert reason in str(concept.notes[-1])


def test_the_look_asked_for_wins_over_that_of_the_prompt():
    prompt = "a copper rod heated at left, rainbow palette"
    assert understand(prompt, TABLE).look == "rainbow"
    assert understand(prompt, TABLE, look="white-hot").look == "white_hot"
    with pytest.raises(InvalidInput, match="sepia"):
        understand(prompt, TABLE, look="sepia")


def test_overridden_properties_carry_their_source():
    material = understand("copper rod with k = 390 W/(m·K)", TABLE).materials[0]
    assert material.thermal_conductivity.source == "prompt"
    assert not material.thermal_conductivity.verified
    assert material.density.source.startswith("Incropera")
    assert material.overridden == ("thermal_conductivity",)


def test_same_prompt_same_concept():
    prompt = "铜棒左端加热到100度，环境温度25℃，自然对流"
    assert understand(prompt, TABLE) == understand(prompt, TABLE)


def test_clip_seconds_are_kept():
    assert understand("copper rod", TABLE, clip_seconds=3.5).clip_seconds == 3.5


_WORDS = st.sampled_from(
    """
    copper rod plate 铜棒 板 left end 左端 both ends 两端 one end 一端 the other at 100
    °C -20 度 300K 1 m 5 mm 0 k = 401 heated by a flame 火焰 cooled ice water 冰水 in
    still air h=25 for 60 s , ， . and insulated 绝热 初始温度 ambient 40 W x × iron 铁
    of made 一根 的 为 ½ ² ٣ 1e5 from to 从 到 spot rest sides compare vs lead
    stack layers chip paste spreader 叠层 厚度 依次 heat sink fins 12 翅片 20片 base thick wide tall
    pipe ID OD wall 内径 外径 L-bracket legs touching contact resistance 1e-4 m²K/W room 房间 brick
    ice block fin half 左半 radius Φ 0.7/0.1/3 mm -> + each top bottom between cm diameter 直径 长 - /
    """.split()  # noqa: SIM905
)


@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(_WORDS, max_size=25).map(" ".join),
        st.lists(_WORDS, max_size=25).map("".join),
    )
)
@example("{name} {0} %s \ud83d")
@example("\x00 copper rod ﷽ " + "½" * 50)
@example("٣ m copper rod at ٣ °C")
def test_any_text_is_understood_or_refused_with_a_sentence(prompt):
    try:
        concept = understand(prompt, TABLE)
    except InvalidInput:
        return
    assert concept.duration_s > 0
    assert min(concept.size.length, concept.size.height, concept.size.thickness) > 0
    assert all(str(note) for note in concept.notes)
    low, high = concept.temperature_range_K
    assert 0 < low <= high
    for part in concept.parts:
        assert part.outline.x1 <= concept.extent[0]
        assert part.outline.y1 <= concept.extent[1]
    if concept.supported:
        assert concept.shape is not None
        assert concept.materials
        assert low < high or any(h.kind in ("power", "flux") for h in concept.heating)
