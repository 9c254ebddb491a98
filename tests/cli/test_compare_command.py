"""heatsketch compare: files, options, exit status."""

from __future__ import annotations

import json

from support.house import make_house
from support.painted import bar_video

from desktop_app.workflow.look_finding import AUTO


def test_two_files_are_compared_and_not_kept(heatsketch, tmp_path, capsys):
    house = make_house(tmp_path / "painting")
    slow = bar_video(tmp_path / "slow.mp4", house, frames=17)
    house.runs.close()
    prompt = "A copper rod, 20 cm long, left end held at 100 °C, over 103 s"
    wrong = "A copper rod, 20 cm long, left end held at 100 °C, over 515 s"
    out = tmp_path / "compared.json"
    status = heatsketch(
        "compare", str(slow), str(slow), "--prompt-a", prompt, "--prompt-b", wrong, "--json", str(out)
    )
    assert status == 0
    told = json.loads(out.read_text("utf-8"))
    low, high = told["ratio"]["interval"]
    assert low < 5 < high
    assert told["promised_ratio"] == 1
    assert told["verdict"] == "broken"
    assert {"why", "answer", "rmse_K", "tolerance", "clips"} <= told.keys()
    assert [clip["material"] for clip in told["clips"]] == ["copper", "copper"]
    assert "faster through the first clip" in capsys.readouterr().err
    assert heatsketch("compare", str(slow), str(slow), "--look", AUTO, "--range", "20", "100") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["promised_ratio"] is None
    assert shown["rmse_K"] == 0
    assert not list((tmp_path / "data" / "runs").glob("2*")), "what is compared is not kept"


def test_what_is_not_there_is_a_wrong_call(heatsketch, capsys):
    assert heatsketch("compare", "here.mp4", "there.mp4") == 2
    assert "neither a file nor a run" in capsys.readouterr().err
