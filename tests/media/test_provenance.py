from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.requests import tiny_request

from desktop_app.media.provenance import provenance_tags


def tags(model="starter", computed=False, concept=None, **request):
    return provenance_tags(
        tiny_request(model, **request), concept or {"shape": "rod"}, "0.1.0", computed, "run-7"
    )


def test_the_request_is_in_the_comment():
    comment = json.loads(tags(prompt="铜棒 = \n 🔥")["comment"])
    assert comment["request"]["prompt"] == "铜棒 = \n 🔥"
    assert comment["request"]["seed"] == 7
    assert comment["concept"] == {"shape": "rod"}
    assert comment["disclaimer"] == "Visual illustration. Actual temperatures: see a thermodynamic model."
    assert (comment["app"], comment["version"], comment["id"]) == ("HeatSketch", "0.1.0", "run-7")


def test_ai_clips_carry_the_mark_with_the_standards_fields():
    marked = tags()
    assert json.loads(marked["comment"])["origin"] == "ai-generated"
    assert json.loads(marked["AIGC"]) == {
        "Label": "1",
        "ContentProducer": "HeatSketch 0.1.0",
        "ProduceID": "run-7",
        "ReservedCode1": "",
        "ContentPropagator": "",
        "PropagateID": "",
        "ReservedCode2": "",
    }


def test_computed_clips_carry_no_ai_mark():
    computed = tags("solution", computed=True)
    assert set(computed) == {"comment"}
    assert json.loads(computed["comment"])["origin"] == "computed"


@pytest.mark.parametrize(
    ("model", "name"),
    [
        ("starter", "starter"),
        ("/home/someone/models/Wan2.2/", "Wan2.2"),
        (r"C:\Users\someone\Wan2.2", "Wan2.2"),
    ],
)
def test_where_a_model_lies_on_this_computer_is_not_told(model, name):
    comment = tags(model)["comment"]
    assert json.loads(comment)["request"]["model"] == name
    assert "someone" not in comment


@given(st.text(st.characters()))
def test_any_prompt_is_one_line_of_utf8(prompt):
    comment = tags(prompt=prompt)["comment"]
    comment.encode("utf-8")
    assert "\n" not in comment
    assert json.loads(comment)["request"]["prompt"] == prompt
