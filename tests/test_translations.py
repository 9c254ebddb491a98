"""Every sentence a person can see has a Chinese one, and no Chinese one is left over."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator

import pytest
from support.paths import RESOURCES, ROOT

PACKAGES = sorted(p.name for p in (ROOT / "desktop_app").iterdir() if (p / "__init__.py").exists())
FOLDER = RESOURCES / "translations" / "zh_CN"


def literals(tree: ast.AST) -> Iterator[str]:
    """First arguments of say() and tr(), second ones of translate()."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        place = {"say": 0, "tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
        if place is not None and len(node.args) > place:
            argument = node.args[place]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value


def used(package: str) -> set[str]:
    found: set[str] = set()
    for file in (ROOT / "desktop_app" / package).rglob("*.py"):
        found |= set(literals(ast.parse(file.read_text(encoding="utf-8"))))
    return found


def translated(package: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for file in sorted(FOLDER.glob("*.json")):
        if file.stem == package or file.stem.startswith(f"{package}_"):
            merged |= json.loads(file.read_text(encoding="utf-8"))
    return merged


@pytest.mark.parametrize("package", PACKAGES)
def test_catalogue_has_exactly_what_the_package_says(package):
    there, needed = set(translated(package)), used(package)
    assert needed - there == set(), "untranslated"
    assert there - needed == set(), "left over"


@pytest.mark.parametrize("package", PACKAGES)
def test_placeholders_survive_translation(package):
    for source, target in translated(package).items():
        assert target.strip(), source
        assert sorted(re.findall(r"\{.*?\}", source)) == sorted(re.findall(r"\{.*?\}", target)), source


def test_every_catalogue_file_belongs_to_a_package():
    for file in FOLDER.glob("*.json"):
        assert file.stem.split("_")[0] in PACKAGES


def test_one_sentence_has_one_translation():
    seen: dict[str, tuple[str, str]] = {}
    for file in sorted(FOLDER.glob("*.json")):
        for source, target in json.loads(file.read_text(encoding="utf-8")).items():
            assert seen.setdefault(source, (target, file.name))[0] == target, (
                source,
                file.name,
                seen[source][1],
            )


def test_literals_finds_what_it_should():
    tree = ast.parse('say("a {x}", x=1); self.tr("b"); QCoreApplication.translate("C", "c"); print("d")')
    assert set(literals(tree)) == {"a {x}", "b", "c"}


def test_templates_are_literals():
    """A template that is not a literal would escape the check above."""
    for file in (ROOT / "desktop_app").rglob("*.py"):
        if file == ROOT / "desktop_app" / "domain" / "text.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if isinstance(node, ast.Call) and name == "say":
                assert isinstance(node.args[0], ast.Constant), f"{file}:{node.lineno}"
