"""The form for a material of one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.material import Material
from desktop_app.domain.own_material import OwnMaterial
from desktop_app.knowledge.material_properties import MaterialProperty
from desktop_app.knowledge.materials import NamedMaterial
from desktop_app.ui.dialogs.materials.properties import BY_NAME, PROPERTIES, property_of
from desktop_app.ui.dialogs.materials.property_field import Convert, PropertyField
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words

REQUIRED: tuple[MaterialProperty, ...] = ("thermal_conductivity", "density", "specific_heat_capacity")
OPTIONAL: tuple[MaterialProperty, ...] = ("emissivity", "melting_point")
SIZE = QSize(780, 640)


class MaterialForm(QDialog):
    """Names, and five properties with units and sources; shown with `open()`.

    Signals:
        save_wanted: an `OwnMaterial`; the answer is `accept()` or `show_problem()`.
    """

    save_wanted = Signal(object)

    def __init__(
        self, convert: Convert, start: NamedMaterial | None, own: bool, parent: QWidget | None = None
    ) -> None:
        """Start from nothing or from a material.

        Args:
            convert: see `Convert`.
            start: what to begin with.
            own: whether that is the person's own, to be changed rather than copied.
            parent: the window it opens over.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._start, self._own = start, own
        self._heading, self._note = QLabel(), QLabel(wordWrap=True)
        self._names = tuple(QLineEdit() for _ in range(3))
        self._labels = tuple(QLabel() for _ in range(3))
        names = (*REQUIRED, *OPTIONAL)
        self._fields = {n: PropertyField(BY_NAME[n], n in REQUIRED, convert, self) for n in names}
        self._problem = QLabel(wordWrap=True)
        self._save, self._cancel = QPushButton(), QPushButton()
        self._lay_out()
        self._save.clicked.connect(self._on_save_clicked)
        self._cancel.clicked.connect(self.reject)
        self._fill()
        self._retranslate()

    @property
    def problem(self) -> str:
        """Why it could not be saved; empty where nothing is wrong."""
        return self._problem.text()

    def show_problem(self, error: HeatSketchError) -> None:
        """Say why it cannot be saved."""
        self._problem.setText(f"{in_words(error.message)} {in_words(error.remedy)}")
        self._problem.show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        set_role(self._heading, "title")
        set_role(self._note, "muted")
        set_role(self._problem, "bad")
        self._problem.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(3, 1)
        for row, (label, field) in enumerate(zip(self._labels, self._names, strict=True)):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, 1, 3)
        for number, property_field in enumerate(self._fields.values()):
            property_field.add_to(grid, len(self._names) + 2 * number)
        content = QWidget()
        set_role(content, "scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 10, 0)
        column.addLayout(grid)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self._save.setDefault(True)
        set_role(self._save, "primary")
        set_role(self._cancel, "large")
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for part in (self._heading, self._note):
            layout.addWidget(part)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.resize(SIZE)

    def _fill(self) -> None:
        if self._start is None:
            return
        material = self._start.material
        name, chinese, others = self._names
        name.setText(material.name)
        chinese.setText(material.name_zh if material.name_zh != material.name else "")
        if self._own:
            known = {material.name.casefold(), material.name_zh.casefold()}
            others.setText(", ".join(w for w in self._start.words if w.casefold() not in known))
        for property_name, field in self._fields.items():
            value = property_of(material, property_name)
            if value is not None:
                field.fill(value)

    def _retranslate(self) -> None:
        title = self.tr("New material")
        if self._start is not None:
            title = self.tr("Edit your material") if self._own else self.tr("Edit a copy")
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._note.setText(self._advice())
        texts = (self.tr("Name"), self.tr("Chinese name (optional)"), self.tr("Other names (optional)"))
        for label, field, text in zip(self._labels, self._names, texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self._names[2].setPlaceholderText(self.tr("separated by commas"))
        for property_field in self._fields.values():
            property_field.retranslate()
        self._save.setText(self.tr("Save"))
        self._save.setAccessibleName(self.tr("Save the material"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Close without saving"))

    def _advice(self) -> str:
        if self._start is None or self._own:
            return self.tr("Any usual unit will do; values are kept in SI.")
        advice = self.tr("Under the same name, yours takes the place of the one that came with HeatSketch.")
        if left_out := _not_in_the_form(self._start.material):
            dropped = self.tr("It will not have: {properties}.").format(properties=", ".join(left_out))
            return f"{advice} {dropped}"
        return advice

    @Slot()
    def _on_save_clicked(self) -> None:
        self._problem.hide()
        self._problem.clear()
        try:
            values = {name: field.own_value() for name, field in self._fields.items()}
        except HeatSketchError as error:
            self.show_problem(error)
            return
        name, chinese, others = (field.text().strip() for field in self._names)
        aliases = tuple(part.strip() for part in others.replace("，", ",").replace("、", ",").split(","))
        self.save_wanted.emit(
            OwnMaterial(
                name=name,
                name_zh=chinese,
                aliases=tuple(alias for alias in aliases if alias),
                **values,  # type: ignore[arg-type]
            )
        )


def _not_in_the_form(material: Material) -> list[str]:
    """Properties a material has that the form does not ask for."""
    asked = (*REQUIRED, *OPTIONAL)
    known = [shown for shown in PROPERTIES if property_of(material, shown.name) is not None]
    return [in_words(shown.words) for shown in known if shown.name not in asked]
