from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import RESOURCES, ROOT

from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.own_material import OwnMaterial, OwnValue
from desktop_app.knowledge.materials import MaterialRefused, MaterialsUnreadable
from desktop_app.knowledge.unit_conversion import UnitRefused
from desktop_app.knowledge.user_materials import LARGEST_FILE, MaterialStore

SHIPPED = RESOURCES / "materials"


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "of mine" / "materials.json"


@pytest.fixture
def store(file) -> MaterialStore:
    return MaterialStore(SHIPPED, file)


def entry(name="my alloy", **changes) -> OwnMaterial:
    values = {
        "thermal_conductivity": OwnValue(1.5, "W/cm/K", "data sheet"),
        "density": OwnValue(2.8, "g/cm**3", "weighed"),
        "specific_heat_capacity": OwnValue(0.215, "kcal/kg/K"),
    }
    return OwnMaterial(name, **(values | changes))


def record(**changes) -> dict:
    values = {
        "id": "my_alloy",
        "name": "my alloy",
        "thermal_conductivity": {"value": 150, "unit": "W/(m·K)"},
        "density": {"value": 2800, "unit": "kg/m³"},
        "specific_heat_capacity": {"value": 900, "unit": "J/(kg·K)"},
    }
    return values | changes


def written(file: Path, *records, text: str | None = None) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"materials": records}) if text is None else text, encoding="utf-8")


def test_without_a_file_the_table_is_the_shipped_one(store, table, file):
    assert [m.id for m in store.table] == [m.id for m in table]
    assert (store.own_ids, store.problem) == ((), None)
    assert not file.exists()


def test_a_saved_material_is_found_in_si_with_its_source(store):
    saved = store.save(entry(aliases=("alloy 99", "九九合金"), name_zh="我的合金"))
    assert store.table.find("Alloy-99") == saved == store.table.find("九九合金")
    assert saved.id == "my_alloy"
    assert saved.thermal_conductivity.value == pytest.approx(150)
    assert saved.density.value == pytest.approx(2800)
    assert saved.specific_heat_capacity.value == pytest.approx(899.56)
    assert saved.density.source == "weighed"
    assert "unverified" not in str(saved.density.citation)
    assert store.own_ids == ("my_alloy",)
    assert saved.thermal_diffusivity == pytest.approx(150 / 2800 / 899.56)


def test_it_is_there_the_next_time_too(store, file):
    store.save(entry())
    again = MaterialStore(SHIPPED, file)
    assert again.table.find("my alloy") == store.table.find("my alloy")
    kept = json.loads(file.read_text(encoding="utf-8"))["materials"][0]
    assert kept["density"] == {"value": 2.8, "unit": "g/cm**3", "source": "weighed"}


def test_saving_again_replaces(store):
    store.save(entry())
    store.save(entry(density=OwnValue(3000, "kg/m³")))
    assert store.table.find("my alloy").density.value == 3000
    assert store.own_ids == ("my_alloy",)


@pytest.mark.parametrize("name", ["copper", "Copper", "铜"])
def test_a_shipped_material_is_replaced_and_keeps_its_names(store, table, name):
    saved = store.save(entry(name, emissivity=OwnValue(7, "%"), melting_point=OwnValue(1084.62, "°C")))
    assert saved.id == "copper"
    assert store.table.find("Cu") == store.table.find("铜") == store.table.find("copper") == saved
    assert saved.emissivity.value == pytest.approx(0.07)
    assert saved.melting_point.value == pytest.approx(1357.77)
    assert len(store.table) == len(table)
    store.remove("copper")
    assert store.table.find("Cu") == table.find("Cu")
    assert store.own_ids == ()


def test_an_own_name_wins_over_a_shipped_one(store, table):
    saved = store.save(entry("T2 铜", aliases=("紫铜",)))
    assert saved.id.startswith("own_")
    assert store.table.find("紫铜") == saved
    assert store.table.find("铜") == table.find("copper")
    words = [word for e in store.table.named() for word in e.words]
    assert words.count("紫铜") == 1


@pytest.mark.parametrize("name", ["纳米铜胶", "7075铝", "7075 plate", "ß-Ti", "é"])
def test_every_name_makes_an_id(store, name):
    saved = store.save(entry(name))
    assert store.table.find(name) == saved == store.table.find(saved.id)


def test_a_file_changed_by_hand_is_read_again(store, file):
    assert store.table.find("my alloy") is None
    written(file, record())
    assert store.table.find("my alloy").density.value == 2800
    file.unlink()
    assert store.table.find("my alloy") is None


def test_what_melts_can_be_ones_own(store, file):
    wax = record(
        melting_point={"value": 60, "unit": "°C"},
        latent_heat={"value": 200, "unit": "J/g"},
        liquid_conductivity={"value": 0.15, "unit": "W/m/K"},
        liquid_specific_heat_capacity={"value": 2.4, "unit": "J/g/K"},
        through_conductivity={"value": 1.0, "unit": "BTU/(hr·ft·°F)", "low": 0.5, "high": 2.0},
    )
    written(file, wax)
    mine = store.table.find("my alloy")
    assert store.problem is None
    assert mine.melts
    assert mine.latent_heat.value == pytest.approx(200_000)
    assert mine.through_conductivity.high == pytest.approx(3.46, rel=1e-3)


DAMAGED = {
    "no JSON": "{",
    "not text": "\udcff",
    "a list": "[]",
    "no materials": "{}",
    "a number": '{"materials": 3}',
    "deep": "[" * 100_000,
    "surprise": json.dumps({"materials": [record(surprise=1)]}),
    "infinite": json.dumps({"materials": [record(density={"value": 1e999, "unit": "kg/m³"})]}),
    "text for a number": json.dumps({"materials": [record(density={"value": "x", "unit": "kg/m³"})]}),
    "no unit": json.dumps({"materials": [record(density={"value": 2800})]}),
    "wrong dimension": json.dumps({"materials": [record(density={"value": 2800, "unit": "kg/m²"})]}),
    "tower": json.dumps({"materials": [record(density={"value": 1, "unit": "kg**9**9**9**9"})]}),
    "out of reason": json.dumps({"materials": [record(density={"value": 2.8, "unit": "kg/m³"})]}),
    "twice": json.dumps({"materials": [record(), record()]}),
    "one letter": json.dumps({"materials": [record(aliases=["a"])]}),
    "control character": json.dumps({"materials": [record(aliases=["al\u0000loy"])]}),
    "long name": json.dumps({"materials": [record(name="x" * 81)]}),
    "bad id": json.dumps({"materials": [record(id="../etc")]}),
    "melting in part": json.dumps({"materials": [record(latent_heat={"value": 1e5, "unit": "J/kg"})]}),
    "too many": json.dumps(
        {"materials": [record(id=f"m{i}", name=f"m{i}") for i in range(1001)]}, separators=(",", ":")
    ),
    "too many names": json.dumps(
        {
            "materials": [
                record(id=f"m{i}", name=f"m{i}", aliases=[f"n{i} {j}" for j in range(60)]) for i in range(100)
            ]
        }
    ),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_file_leaves_the_shipped_table_and_says_so(store, table, file, kind):
    file.parent.mkdir()
    file.write_bytes(DAMAGED[kind].encode("utf-8", "surrogateescape"))
    assert [m.id for m in store.table] == [m.id for m in table]
    assert store.own_ids == ()
    assert isinstance(store.problem, MaterialsUnreadable)
    assert str(file) in str(store.problem.message)
    assert str(store.problem.remedy)
    assert file.read_bytes() == DAMAGED[kind].encode("utf-8", "surrogateescape")


def test_a_file_of_the_wrong_dimension_names_the_unit_wanted(store, file):
    written(file, record(density={"value": 2800, "unit": "kg/m²"}))
    assert "kg/m³" in str(store.problem.message)


def test_a_file_that_is_too_large_is_not_read(store, file):
    written(file, text=" " * LARGEST_FILE + json.dumps({"materials": [record()]}))
    assert str(LARGEST_FILE) in str(store.problem.message)


def test_a_folder_in_the_place_of_the_file_is_a_problem_too(store, file):
    file.mkdir(parents=True)
    assert len(store.table) > 60
    assert store.problem is not None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(store, file):
    file.parent.mkdir()
    os.mkfifo(file)
    assert store.problem is not None


def test_saving_beside_a_damaged_file_keeps_it_under_another_name(store, file):
    for number in (1, 2):
        written(file, text=f"{{ damaged {number}")
        store.save(entry())
        assert store.problem is None
        assert store.own_ids == ("my_alloy",)
        assert file.with_name(f"materials.damaged-{number}.json").read_text() == f"{{ damaged {number}"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"name": ""}, MaterialRefused),
        ({"name": "   "}, MaterialRefused),
        ({"name": "x" * 200}, MaterialRefused),
        ({"name": "x"}, MaterialRefused),
        ({"aliases": ("a\u200bb",)}, MaterialRefused),
        ({"density": OwnValue(2.8, "kg/m³")}, MaterialRefused),
        ({"density": OwnValue(-1, "kg/m³")}, MaterialRefused),
        ({"density": OwnValue(float("nan"), "kg/m³")}, MaterialRefused),
        ({"density": OwnValue(2.8, "g/cm²")}, UnitRefused),
        ({"density": OwnValue(2.8, "kg**9**9")}, UnitRefused),
        ({"emissivity": OwnValue(1.2, "")}, MaterialRefused),
        ({"melting_point": OwnValue(-300, "°C")}, MaterialRefused),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_written(store, file, changes, refusal):
    with pytest.raises(refusal) as error:
        store.save(entry(**changes))
    assert str(error.value.message)
    assert str(error.value.remedy)
    assert not file.exists()


def test_two_own_materials_cannot_share_a_name(store):
    store.save(entry("one metal", aliases=("shared",)))
    with pytest.raises(MaterialRefused):
        store.save(entry("another metal", aliases=("Shared",)))
    assert store.own_ids == ("one_metal",)


def test_only_own_materials_can_be_removed(store):
    with pytest.raises(MaterialRefused):
        store.remove("copper")
    store.save(entry())
    with pytest.raises(MaterialRefused):
        store.remove("copper")
    store.remove("my_alloy")
    assert store.own_ids == ()


def test_a_place_that_cannot_be_written_is_said_so(tmp_path):
    (tmp_path / "taken").write_text("")
    store = MaterialStore(SHIPPED, tmp_path / "taken" / "materials.json")
    with pytest.raises(ExportFailed):
        store.save(entry())


def test_a_damaged_shipped_table_is_an_error(tmp_path):
    with pytest.raises(MaterialsUnreadable):
        _ = MaterialStore(tmp_path / "none", tmp_path / "materials.json").table


def test_nothing_slow_is_loaded_before_the_table_is_asked_for(tmp_path):
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from desktop_app.knowledge.user_materials import MaterialStore\n"
        f"store = MaterialStore(Path({str(SHIPPED)!r}), Path({str(tmp_path / 'm.json')!r}))\n"
        "print('pydantic' in sys.modules)\n"
        "store.table.find('copper')\n"
        "print('pydantic' in sys.modules, 'pint' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True", "False"]
