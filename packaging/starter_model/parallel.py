"""Several processes that do one job together, a core each, every one with its share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from torch import Tensor, distributed, multiprocessing


def work_together(processes: int, work: Callable[..., None], *arguments: Any) -> None:
    """Call `work(*arguments)` in so many processes; each finds its place by `place()`."""
    if processes == 1:
        work(*arguments)
        return
    with TemporaryDirectory() as folder:
        meeting = (Path(folder) / "meeting").as_uri()
        multiprocessing.spawn(  # type: ignore[attr-defined, no-untyped-call]
            _join, (processes, meeting, work, arguments), nprocs=processes
        )


def place() -> tuple[int, int]:
    """This process's number, and how many there are."""
    if not distributed.is_initialized():
        return 0, 1
    return distributed.get_rank(), distributed.get_world_size()


def average_gradients(weights: Iterable[Tensor]) -> None:
    """Give every process the mean of all their gradients."""
    _, processes = place()
    if processes == 1:
        return
    gradients = [weight.grad for weight in weights if weight.grad is not None]
    add_up(gradients)
    for one in gradients:
        one /= processes


def add_up(tensors: Sequence[Tensor]) -> None:
    """Give every process the sums of all their tensors."""
    if place()[1] == 1 or not tensors:
        return
    together = torch.cat([one.flatten() for one in tensors])
    distributed.all_reduce(together)
    for one, total in zip(tensors, torch.split(together, [one.numel() for one in tensors]), strict=True):
        one.copy_(total.view_as(one))


def agree(question: bool) -> bool:
    """What the first process says."""
    if place()[1] == 1:
        return question
    answer = torch.tensor([int(question)])
    distributed.broadcast(answer, 0)
    return bool(answer.item())


def meet() -> None:
    """Wait for the others."""
    if place()[1] > 1:
        distributed.barrier()


def _join(number: int, processes: int, meeting: str, work: Callable[..., None], arguments: Any) -> None:
    torch.set_num_threads(1)
    os.environ["GLOO_SOCKET_IFNAME"] = os.environ.get("GLOO_SOCKET_IFNAME", "lo")
    distributed.init_process_group("gloo", init_method=meeting, rank=number, world_size=processes)
    try:
        work(*arguments)
    finally:
        distributed.destroy_process_group()


def best_device() -> str:
    """A GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def default_processes() -> int:
    """One on a GPU, else one a core."""
    return 1 if torch.cuda.is_available() else os.cpu_count() or 1
