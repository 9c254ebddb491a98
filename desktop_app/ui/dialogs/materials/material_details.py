"""Everything known of one material, with where it comes from."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_app.domain.material import Material, PropertyValue
from desktop_app.knowledge.materials import NamedMaterial
from desktop_app.ui.concept import words
from desktop_app.ui.dialogs.materials.properties import (
    PROPERTIES,
    PropertyWords,
    number_text,
    property_of,
    quantity_text,
    shown_value,
)
from desktop_app.ui.theme import current_theme
from desktop_app.ui.translation import current_language, in_words


class MaterialDetails(QTextBrowser):
    """Names, properties and sources, to read and to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: NamedMaterial | None = None
        self._own = False
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self._show()

    def show_material(self, entry: NamedMaterial | None, own: bool) -> None:
        """Tell of a material; `own`: whether the person entered it."""
        self._entry, self._own = entry, own
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        self.setAccessibleName(self.tr("Properties and sources of the material"))
        if self._entry is None:
            hint = html.escape(self.tr("Choose a material to see its properties and sources."))
            self.setHtml(_in_colour(hint, current_theme().muted))
            return
        material = self._entry.material
        rows = [self._heading(self._entry)]
        for shown in PROPERTIES:
            value = property_of(material, shown.name)
            if value is not None:
                rows.append(self._property(shown, value))
            if shown.name == "specific_heat_capacity":
                rows.append(self._diffusivity(material))
        self.setHtml("".join(rows))

    def _heading(self, entry: NamedMaterial) -> str:
        theme = current_theme()
        material = entry.material
        chinese = current_language() == "zh"
        name = words.material_words(material, chinese)
        shown = f"<p style='margin: 0 0 2px 0'><b>{html.escape(name)}</b></p>"
        names = (words.material_words(material, not chinese), *entry.words, *entry.symbols)
        others = {n.casefold(): n for n in reversed(names) if n.casefold() != name.casefold()}
        if others:
            listed = html.escape(self.tr("also: {names}").format(names=", ".join(reversed(others.values()))))
            shown += f"<p style='margin: 0 0 2px 0'>{_in_colour(listed, theme.muted)}</p>"
        if self._own:
            own = html.escape(self.tr("Your own material"))
            shown += f"<p style='margin: 0'>{_in_colour(own, theme.accent)}</p>"
        return shown

    def _property(self, shown: PropertyWords, value: PropertyValue) -> str:
        theme = current_theme()
        number = quantity_text(shown, value.value)
        if value.low is not None and value.high is not None:
            ends = (number_text(shown_value(shown.name, end)) for end in (value.low, value.high))
            number += self.tr(" ({low} to {high})").format(**dict(zip(("low", "high"), ends, strict=True)))
        if value.temperature_K is not None:
            number += self.tr(" at {temperature}").format(temperature=f"{value.temperature_K:g} K")
        source = _in_colour(html.escape(value.source), theme.muted)
        if not value.verified:
            mark = html.escape(self.tr("unverified"))
            source += f" {_in_colour(f'<b>{mark}</b>', theme.caution)}"
        return _row(in_words(shown.words), number, source)

    def _diffusivity(self, material: Material) -> str:
        number = f"{number_text(material.thermal_diffusivity * 1e6, 6)} mm²/s"
        derived = html.escape(self.tr("derived: k / (ρ·c)"))
        return _row(self.tr("Thermal diffusivity"), number, _in_colour(derived, current_theme().muted))


def _row(name: str, number: str, source: str) -> str:
    heading = f"{html.escape(name)}: <b>{html.escape(number)}</b>"
    return f"<p style='margin: 9px 0 0 0'>{heading}</p><p style='margin: 1px 0 0 0'>{source}</p>"


def _in_colour(escaped: str, colour: str) -> str:
    return f"<span style='color: {colour}'>{escaped}</span>"
