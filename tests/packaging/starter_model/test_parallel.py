"""Two processes that share each batch do what one does."""

from pathlib import Path

import torch
from starter_model.parallel import work_together
from support.descending import descend


def test_two_processes_train_as_one(tmp_path: Path) -> None:
    for processes in (1, 2):
        (tmp_path / str(processes)).mkdir()
        work_together(processes, descend, tmp_path / str(processes))
    alone = torch.load(tmp_path / "1" / "0.pt", weights_only=True)
    first, second = (torch.load(tmp_path / "2" / f"{number}.pt", weights_only=True) for number in (0, 1))
    assert len(alone) == 12
    for name, wanted in alone.items():
        assert torch.equal(first[name], second[name]), name
        torch.testing.assert_close(first[name], wanted, atol=1e-5, rtol=1e-4)
