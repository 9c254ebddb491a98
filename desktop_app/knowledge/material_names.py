"""What a material is called in a note."""

from __future__ import annotations

from desktop_app.domain.concept import Language
from desktop_app.domain.material import Material


def called(material: Material, language: Language) -> str:
    """A material's name in the language of the notes."""
    return material.name_zh if language == "zh" else material.name
