"""Step 3: the tokenizer, and a text encoder that understands the corpus's sentences."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch

from starter_model.checkpoints import Checkpoint, Curve
from starter_model.config import Config, load_config
from starter_model.corpus import Record, read_index
from starter_model.text import Meaning, blur, build_text_encoder, draw_prompt, tokenise
from starter_model.tokens import load_tokenizer, make_tokenizer


def keep_tokenizer(records: list[Record], folder: Path) -> Any:
    """The tokenizer of a folder; made of the records' sentences and saved there where it has none."""
    if not (folder / "tokenizer.json").exists():
        texts = (text for one in records for text in (one.prompt, one.enriched_prompt, one.negative_prompt))
        make_tokenizer(texts).save_pretrained(folder)
    return load_tokenizer(folder)


def train_text(config: Config, work: Path, tokenizer_folder: Path, until_s: float) -> None:
    """Train from the last checkpoint on; `<work>/text.pt` holds the encoder and what it is judged with."""
    records = read_index(work / "corpus" / "train")
    tokenizer = keep_tokenizer(records, tokenizer_folder)
    torch.manual_seed(config.seed)
    encoder = build_text_encoder(config.text, len(tokenizer)).train()
    meaning = Meaning(config.text.width)
    weights = [*encoder.parameters(), *meaning.parameters()]
    steps = config.text.pretraining_steps
    optimizer = torch.optim.AdamW(weights, lr=config.text.learning_rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, config.text.learning_rate, total_steps=steps, pct_start=0.05
    )
    checkpoint, curve = Checkpoint(work / "text.pt"), Curve(work / "text.csv")
    state, done = checkpoint.load(), 0
    if state is not None:
        done = state["steps"]
        encoder.load_state_dict(state["encoder"])
        meaning.load_state_dict(state["meaning"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
    stop_at = time.monotonic() + until_s
    while done < steps and time.monotonic() < stop_at:
        random = np.random.default_rng((config.seed, done))
        some = [records[number] for number in random.integers(len(records), size=config.text.batch)]
        tokens = tokenise(tokenizer, [draw_prompt(random, one) for one in some])
        ids, mask = blur(tokenizer, random, tokens)
        loss, right = meaning.loss(encoder(ids, mask).last_hidden_state, mask, some)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        done += 1
        if done % 50 == 0:
            curve.add(step=done, loss=float(loss.detach()), right=right)
            print(f"Text {done}/{steps}: loss {float(loss.detach()):.3f}, right {right:.2f}", flush=True)
        if checkpoint.due() or done == steps or time.monotonic() >= stop_at:
            checkpoint.save(
                {
                    "steps": done,
                    "encoder": encoder.state_dict(),
                    "meaning": meaning.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "schedule": schedule.state_dict(),
                }
            )


def main() -> None:
    """Train the text encoder with the one config file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter_model"))
    parser.add_argument("--tokenizer", type=Path, default=Path("build/starter_model/tokenizer"))
    parser.add_argument("--minutes", type=float, default=float("inf"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    train_text(load_config(), options.work, options.tokenizer, options.minutes * 60)


if __name__ == "__main__":
    main()
