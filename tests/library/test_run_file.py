from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.concepts import rod
from support.requests import tiny_request
from support.runs import run

from desktop_app.domain.boundary import Dirichlet
from desktop_app.domain.errors import RunUnreadable
from desktop_app.domain.run import Run
from desktop_app.domain.text import Text, say
from desktop_app.library.run_file import decode_run, encode_run, read_run, write_run

words = st.text(max_size=50)
numbers = st.floats(allow_nan=False, allow_infinity=False)
texts = st.recursive(
    st.builds(Text, words),
    lambda inner: st.builds(
        Text,
        words,
        st.lists(
            st.tuples(words, st.one_of(words, st.integers(-(2**63), 2**63), numbers, inner)), max_size=3
        ).map(tuple),
    ),
    max_leaves=4,
)


@given(words, st.none() | texts, st.lists(texts, max_size=3), numbers, st.integers(0, 2**64))
def test_any_run_comes_back_equal(prompt, failure, notes, value, seed):
    made = run(
        concept=rod(prompt=prompt, notes=tuple(notes), duration_s=value),
        request=tiny_request("a", seed=seed, prompt=prompt),
        failure=failure,
        timings_s={prompt: value},
        status="failed",
        body=None,
        probe=None,
    )
    again = decode_run(encode_run(made), Path(made.id))
    assert again == made
    assert [type(v) for note in again.concept.notes for _, v in note.values] == [
        type(v) for note in made.concept.notes for _, v in note.values
    ]


def test_file_round_trip(tmp_path):
    folder = tmp_path / "20260101-000000"
    folder.mkdir()
    made = run(concept=rod(notes=(say("assumed {what}", what=say("copper")),)))
    write_run(folder, made)
    assert read_run(folder) == made
    assert json.loads((folder / "run.json").read_text(encoding="utf-8"))["version"] == 2


def test_half_surrogates_do_not_stop_a_run_from_being_saved(tmp_path):
    encoded = encode_run(run(failure=say("{why}", why="a\ud800b")))
    assert str(decode_run(encoded, tmp_path / "20260101-000000").failure) == "a?b"


def changed(**changes):
    envelope = json.loads(encode_run(run()))
    envelope["run"].update(changes)
    return json.dumps(envelope).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\xff\xfe\x00",
        b'{"version": 2}',
        b'{"version": 2, "run": 7}',
        b"[" * 100_000,
        encode_run(run())[:-20],
        changed(status="sleeping"),
        changed(request=None),
        changed(frames_done="many"),
        changed(id="another"),
    ],
)
def test_a_damaged_file_is_refused_with_a_sentence(tmp_path, data):
    with pytest.raises(RunUnreadable, match="is damaged") as failure:
        decode_run(data, tmp_path / "20260101-000000")
    assert failure.value.remedy.template


def test_a_file_of_a_later_version(tmp_path):
    data = encode_run(run()).replace(b'"version": 2', b'"version": 3')
    with pytest.raises(RunUnreadable, match="another version"):
        decode_run(data, tmp_path / "20260101-000000")


def test_a_run_cannot_smuggle_other_types(tmp_path):
    """A boundary condition is no heating: the types are checked, not only the syntax."""
    data = json.loads(encode_run(run()))
    data["run"]["concept"]["heating"] = [vars(Dirichlet(300.0))]
    with pytest.raises(RunUnreadable):
        decode_run(json.dumps(data).encode(), tmp_path / "20260101-000000")


def test_every_field_of_a_run_is_kept():
    kept = json.loads(encode_run(run()))["run"]
    assert set(kept) == set(Run.__dataclass_fields__)
