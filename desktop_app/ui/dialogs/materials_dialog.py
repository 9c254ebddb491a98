"""The materials there are, with their sources, and a person's own among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.material import Material
from desktop_app.domain.own_material import OwnMaterial
from desktop_app.knowledge.materials import NamedMaterial
from desktop_app.ui.concept import words
from desktop_app.ui.dialogs.materials.material_details import MaterialDetails
from desktop_app.ui.dialogs.materials.material_form import MaterialForm
from desktop_app.ui.dialogs.materials.material_search import Answer, search
from desktop_app.ui.dialogs.materials.material_table_model import MaterialTableModel
from desktop_app.ui.dialogs.materials.material_table_view import MaterialTableView
from desktop_app.ui.failures import show_failure
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import current_language, in_words

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs

SIZE = QSize(1130, 660)


class MaterialsDialog(QDialog):
    """A table to search and sort, details of the chosen material, and a form for one's own.

    Signals:
        materials_changed: an own material was saved or removed.
    """

    materials_changed = Signal()

    def __init__(self, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._verbs = verbs
        self._entries: dict[str, NamedMaterial] = {}
        self._form: MaterialForm | None = None
        self._before: Material | None = None
        self._doomed = ""
        self._heading, self._count = QLabel(), QLabel()
        self._problem, self._answer = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._search = QLineEdit(clearButtonEnabled=True)
        self._model = MaterialTableModel(self)
        self._table = MaterialTableView(self._model)
        self._details = MaterialDetails()
        self._add, self._edit, self._remove, self._close = (QPushButton() for _ in range(4))
        self._lay_out()
        self._connect()
        self._load()
        self._table.choose_first()
        self._retranslate()

    @property
    def chosen(self) -> Material | None:
        """The material whose row is selected."""
        return self._table.chosen

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        set_role(self._heading, "title")
        set_role(self._count, "muted")
        set_role(self._problem, "bad")
        set_role(self._answer, "caution")
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch()
        buttons = QHBoxLayout()
        for button in (self._add, self._edit, self._remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._close)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._table)
        split.addWidget(self._details)
        split.setSizes([760, 330])
        split.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addLayout(head)
        for part in (self._problem, self._search, self._answer):
            layout.addWidget(part)
        layout.addWidget(split, 1)
        layout.addLayout(buttons)
        self.resize(SIZE)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_search_changed)
        self._table.material_chosen.connect(self._on_material_chosen)
        self._table.doubleClicked.connect(self._on_double_clicked)
        self._add.clicked.connect(self._on_add_clicked)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._close.clicked.connect(self.reject)

    def _load(self) -> None:
        """List what there is now."""
        known = self._verbs.materials()
        self._entries = {entry.material.id: entry for entry in self._verbs.material_table().named()}
        self._model.set_materials(known.materials, known.own_ids)
        self._problem.setVisible(known.problem is not None)
        if known.problem is not None:
            self._problem.setText(f"{in_words(known.problem.message)} {in_words(known.problem.remedy)}")
        self._count.setText(
            self.tr("{count} in all, {own} of your own").format(
                count=len(known.materials), own=len(known.own_ids)
            )
        )
        self._on_search_changed()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Materials"))
        self._heading.setText(self.tr("Materials"))
        self._search.setPlaceholderText(self.tr("Search by name, symbol or grade, in English or Chinese"))
        self._search.setAccessibleName(self.tr("Search for a material"))
        self._table.setAccessibleName(self.tr("Materials"))
        self._add.setText(self.tr("Add…"))
        self._add.setAccessibleName(self.tr("Add a material of your own"))
        self._remove.setText(self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Remove this material of yours"))
        self._close.setText(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self._model.retranslate()
        self._load_again()

    def _load_again(self) -> None:
        """List everything anew with the same material chosen."""
        chosen = self.chosen
        self._load()
        self._table.choose(chosen.id if chosen is not None else "")
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen
        own = chosen is not None and self._model.is_own(chosen)
        self._details.show_material(None if chosen is None else self._entries.get(chosen.id), own)
        self._edit.setEnabled(chosen is not None)
        self._edit.setText(self.tr("Edit…") if own else self.tr("Edit a copy…"))
        self._edit.setAccessibleName(self._edit.text())
        self._remove.setEnabled(own)

    def _say_answer(self, answer: Answer) -> None:
        wanted = self._search.text().strip()
        said = {
            "suggestions": self.tr("Nothing is called “{name}”. Names like it:"),
            "nothing": self.tr("Nothing is called “{name}”, or nearly so. You can add it."),
        }.get(answer, "")
        self._answer.setText(said.format(name=wanted))
        self._answer.setVisible(bool(said))

    @Slot()
    def _on_search_changed(self) -> None:
        found = search(self._verbs.material_table(), self._search.text())
        self._table.show_found(found)
        self._say_answer(found.answer)
        if found.answer != "everything" or self.chosen is None:
            self._table.choose_first()
        self._show_chosen()

    @Slot()
    def _on_material_chosen(self) -> None:
        self._show_chosen()

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self._on_edit_clicked()

    @Slot()
    def _on_add_clicked(self) -> None:
        self._open_form(None)

    @Slot()
    def _on_edit_clicked(self) -> None:
        if self.chosen is not None:
            self._open_form(self.chosen)

    def _open_form(self, start: Material | None) -> None:
        own = start is not None and self._model.is_own(start)
        entry = None if start is None else self._entries[start.id]
        form = MaterialForm(self._verbs.convert, entry, own, self)
        self._form, self._before = form, start if own else None
        form.save_wanted.connect(self._on_save_wanted)
        form.open()

    @Slot(object)
    def _on_save_wanted(self, entry: OwnMaterial) -> None:
        """Save what was entered; under another name it takes the place of what it was before."""
        if self._form is None:
            return
        try:
            before = None if self._before is None else self._before.id
            saved = self._verbs.save_material(entry, before)
        except HeatSketchError as error:
            self._form.show_problem(error)
            return
        self._form.accept()
        self._form = None
        self._search.clear()
        self._load()
        self._table.choose(saved.id)
        self.materials_changed.emit()

    @Slot()
    def _on_remove_clicked(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        self._doomed = chosen.id
        question = QMessageBox(self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowTitle(self.tr("HeatSketch"))
        name = words.material_words(chosen, current_language() == "zh")
        question.setText(self.tr("Remove “{name}” from your own materials?").format(name=name))
        remove = question.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        remove.setAccessibleName(self.tr("Remove the material"))
        keep = question.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        keep.setAccessibleName(self.tr("Keep the material"))
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        remove.clicked.connect(self._on_remove_confirmed)
        question.open()

    @Slot()
    def _on_remove_confirmed(self) -> None:
        try:
            self._verbs.remove_material(self._doomed)
        except HeatSketchError as error:
            show_failure(error, self)
            return
        self._load()
        self._table.choose(self._doomed)
        self.materials_changed.emit()
