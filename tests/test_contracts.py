"""The import contracts hold, and each of them can fail."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import ROOT

BREACHES = {
    "Arrows point down": ("domain/clip.py", "import desktop_app.media.source"),
    "Only ui, services and composition know Qt": ("workflow/orders.py", "import PySide6.QtCore"),
    "Only generation knows torch": ("media/source.py", "def f():\n    import torch"),
    "The domain needs only the standard library and numpy": ("domain/look.py", "import scipy"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; from importlinter.cli import lint_imports_command as c; c()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "", "PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "desktop_app", tmp_path / "desktop_app", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_tried():
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}
    assert names == set(BREACHES)


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_is_found(copy, contract):
    file, line = BREACHES[contract]
    path = copy / "desktop_app" / file
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    result = lint(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contract} BROKEN" in result.stdout


def test_a_stray_module_is_found(copy):
    (copy / "desktop_app" / "utils.py").write_text("", encoding="utf-8")
    result = lint(copy)
    assert result.returncode == 1
    assert "utils" in result.stdout


def test_the_services_know_only_the_core_of_qt():
    """import-linter cannot tell one part of PySide6 from another."""
    for file in (ROOT / "desktop_app" / "services").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            qt = {module for module in modules if module.startswith("PySide6")}
            assert qt <= {"PySide6.QtCore"}, f"{file}:{node.lineno} imports {qt}: move it to ui/"


def test_the_domain_imports_nothing_but_itself_numpy_and_the_standard_library():
    """The contract names the packages it forbids; this forbids all the others too."""
    allowed = {*sys.stdlib_module_names, "numpy", "desktop_app"}
    for file in (ROOT / "desktop_app" / "domain").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            foreign = {module.partition(".")[0] for module in modules} - allowed
            assert not foreign, f"{file}:{node.lineno} imports {foreign}"
