"""The tokenizer: the same for the same sentences, and at home in both languages."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from starter_model.corpus import read_index
from starter_model.scenes import Scene, draw_scene
from starter_model.text import UNKNOWN_SHARE, blur, tokenise
from starter_model.tokens import LONGEST, SPECIAL, load_tokenizer, make_tokenizer
from support.tiny_starter import Made

SENTENCES = 600


def drawn(seed: int, count: int) -> list[Scene]:
    randoms = (np.random.default_rng((seed, number)) for number in range(count))
    return [draw_scene(one, unseen=False, held_out_wording=False, unseen_share=0.12) for one in randoms]


@pytest.fixture(scope="module")
def prompts() -> dict[str, list[str]]:
    scenes = drawn(1, SENTENCES)
    return {name: [one.prompt for one in scenes if one.language == name] for name in ("en", "zh")}


@pytest.fixture(scope="module")
def tokenizer(prompts: dict[str, list[str]]) -> Any:
    return make_tokenizer([*prompts["en"], *prompts["zh"]])


def lengths(tokenizer: Any, sentences: Iterable[str]) -> np.ndarray:
    """Tokens of each sentence, without its end."""
    return np.array([len(tokenizer(one).input_ids) - 1 for one in sentences])


def test_the_same_sentences_make_the_same_tokenizer(
    tokenizer: Any, prompts: dict[str, list[str]], tmp_path: Path
) -> None:
    tokenizer.save_pretrained(tmp_path / "one")
    make_tokenizer([*prompts["zh"], *reversed(prompts["en"])]).save_pretrained(tmp_path / "other")
    names = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert "tokenizer.json" in names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
    fewer = make_tokenizer(prompts["en"])
    assert fewer.get_vocab() != tokenizer.get_vocab()


def test_it_gives_back_what_it_was_made_of(
    tokenizer: Any, prompts: dict[str, list[str]], tmp_path: Path
) -> None:
    tokenizer.save_pretrained(tmp_path)
    kept = load_tokenizer(tmp_path)
    unknown = SPECIAL.index("<unk>")
    for sentence in [*prompts["en"], *prompts["zh"]]:
        ids = kept(sentence).input_ids
        assert unknown not in ids, sentence
        assert kept.decode(ids, skip_special_tokens=True) == sentence


def test_characters_it_never_saw_are_unknown_and_harmless(tokenizer: Any) -> None:
    assert SPECIAL.index("<unk>") in tokenizer("a ☃ rod").input_ids


def test_new_english_sentences_take_a_token_a_word(tokenizer: Any) -> None:
    sentences = [one.prompt for one in drawn(2, 200) if one.language == "en"]
    words = np.array([len(re.findall(r"[A-Za-z]+|\S", one)) for one in sentences])
    assert np.median(lengths(tokenizer, sentences) / words) <= 1.2


def test_new_chinese_sentences_take_fewer_tokens_than_characters(tokenizer: Any) -> None:
    sentences = [one.prompt for one in drawn(2, 200) if one.language == "zh"]
    characters = np.array([len(one) for one in sentences])
    assert np.median(lengths(tokenizer, sentences) / characters) <= 0.75


def test_no_prompt_is_cut(made: Made) -> None:
    tokenizer = load_tokenizer(made.work / "tokenizer")
    for record in read_index(made.work / "corpus" / "train"):
        told = (record.prompt, record.enriched_prompt, record.negative_prompt)
        assert lengths(tokenizer, told).max() < LONGEST


def test_shorter_prompts_are_padded_and_masked(tokenizer: Any) -> None:
    ids, mask = tokenise(tokenizer, ["a copper rod", ""])
    end, padding = SPECIAL.index("</s>"), SPECIAL.index("<pad>")
    assert ids.shape == mask.shape
    assert mask[0].all()
    assert ids[0, -1] == end
    assert ids[1].tolist() == [end] + [padding] * (ids.shape[1] - 1)
    assert mask[1].tolist() == [1] + [0] * (ids.shape[1] - 1)


def test_a_few_tokens_are_unknown_in_training_and_no_padding_is():
    tokenizer = make_tokenizer(["a copper rod"] * 5)
    ids, mask = torch.full((40, 250), 9), torch.ones(40, 250, dtype=torch.long)
    mask[:, 200:] = 0
    blurred, same = blur(tokenizer, np.random.default_rng(0), (ids, mask))
    unknown = blurred == tokenizer.unk_token_id
    assert float(unknown[:, :200].float().mean()) == pytest.approx(UNKNOWN_SHARE, abs=0.01)
    assert not unknown[:, 200:].any()
    assert torch.equal(same, mask)
    assert torch.equal(blurred[~unknown], ids[~unknown])
