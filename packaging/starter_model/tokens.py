"""The tokenizer: the words of the corpus, its common Chinese phrases, and every single character.

A T5 tokenizer, as the architecture has it, whose pieces are counted and not trained: the trainer of
`tokenizers` does not give the same ones twice.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from transformers import T5Tokenizer

SPECIAL = ("<pad>", "</s>", "<unk>")
BEGIN = "▁"
CHARACTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    ".,;:!?°%×·²³/()-–'\"“”，。、；：！？（）摄氏度℃"
)
LONGEST = 512
"""Tokens a prompt may have; what `WanPipeline` asks for."""
FEWEST = 3
"""Times a word is there, at least, to be a piece."""
FEWEST_PHRASE = 12
LONGEST_PHRASE = 4
"""Characters of a Chinese piece."""
RARER = 3.0
"""How much less likely, in nats, a single character is than the rarest piece."""
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ž]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


def make_tokenizer(sentences: Iterable[str]) -> Any:
    """The tokenizer of some sentences; the same for the same ones."""
    counts: Counter[str] = Counter()
    characters: set[str] = set()
    for sentence in sentences:
        text = unicodedata.normalize("NFKC", sentence)
        characters |= {one for one in text if not one.isspace()}
        counts.update(_words(text))
        counts.update(_phrases(text))
    kept = {piece: count for piece, count in counts.items() if count >= _fewest(piece)}
    total = math.log(sum(kept.values()))
    pieces = {piece: math.log(count) - total for piece, count in kept.items()}
    rarest = min(pieces.values(), default=0.0) - RARER
    singles = {*characters, *CHARACTERS, *(BEGIN + digit for digit in "0123456789"), BEGIN}
    pieces |= {one: rarest for one in singles if one not in pieces}
    ordered = sorted(pieces.items(), key=lambda item: (-item[1], item[0]))
    return T5Tokenizer(vocab=[*((one, 0.0) for one in SPECIAL), *ordered], extra_ids=0)


def load_tokenizer(folder: Path) -> Any:
    """The tokenizer kept in a folder."""
    return T5Tokenizer.from_pretrained(folder)


def _words(text: str) -> Iterable[str]:
    """Every word as it may stand in a sentence: at its beginning, within it, and inside a longer string."""
    for word in _LATIN_WORD.findall(text):
        for shape in {word, word.lower(), word.capitalize()}:
            yield BEGIN + shape
            yield shape


def _phrases(text: str) -> Iterable[str]:
    """Every run of a few Chinese characters."""
    for run in _CHINESE.findall(text):
        for length in range(2, LONGEST_PHRASE + 1):
            for first in range(len(run) - length + 1):
                yield run[first : first + length]


def _fewest(piece: str) -> int:
    return FEWEST_PHRASE if _CHINESE.match(piece) else FEWEST
