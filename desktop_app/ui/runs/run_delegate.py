"""How a run looks in the list: a card with its picture and three lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.run import Run
from desktop_app.ui.icons import icon
from desktop_app.ui.review_words import review_icon
from desktop_app.ui.runs.run_list_model import DATE_ROLE, ORIGIN_ROLE, RUN_ROLE, STATUS_ROLE
from desktop_app.ui.runs.thumbnails import THUMBNAIL
from desktop_app.ui.theme import Theme, current_theme

CARD = QSize(316, 84)
_PAD = 10
_GAP = 4
_MARK = 14


class RunDelegate(QStyledItemDelegate):
    """Paints a card in the current theme."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cards are alike."""
        return QSize(CARD.width() + 2 * _GAP, CARD.height() + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one card."""
        theme = current_theme()
        card = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_card(painter, card, theme, state)
        picture = QRect(card.topLeft() + QPoint(_PAD, _PAD), THUMBNAIL)
        _paint_picture(painter, picture, index.data(Qt.ItemDataRole.DecorationRole), theme)
        text = QRect(picture.right() + 12, card.top() + _PAD - 2, 0, card.height() - 2 * _PAD + 4)
        text.setRight(card.right() - _PAD)
        _paint_text(painter, text, index, theme, option.font)
        painter.restore()


def _paint_card(painter: QPainter, card: QRect, theme: Theme, state: QStyle.StateFlag) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    edge = theme.focus if focused else theme.accent if selected else theme.border
    fill = theme.accent_soft if selected else theme.raised_hover if hovered else theme.raised
    painter.setPen(QPen(QColor(edge), 2 if focused else 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


def _paint_picture(painter: QPainter, place: QRect, picture: object, theme: Theme) -> None:
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(place), 6, 6)
    painter.fillPath(frame, QColor(theme.window))
    if not isinstance(picture, QPixmap):
        icon("film", "muted").paint(painter, place.adjusted(42, 18, -42, -18))
        return
    painter.save()
    painter.setClipPath(frame)
    shape = picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    target = QRect(QPoint(0, 0), shape)
    target.moveCenter(place.center())
    painter.drawPixmap(target, picture)
    painter.restore()


def _paint_text(
    painter: QPainter, place: QRect, index: QModelIndex | QPersistentModelIndex, theme: Theme, font: QFont
) -> None:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    run: Run = index.data(RUN_ROLE)
    metrics, line = QFontMetrics(font), QFontMetrics(small).lineSpacing()
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    _paint_prompt(painter, place, str(index.data(Qt.ItemDataRole.DisplayRole)), font)
    painter.setFont(small)
    painter.setPen(QColor(theme.muted))
    date = str(index.data(DATE_ROLE))
    bottom = QRect(place.left(), place.bottom() - line + 1, place.width(), line)
    origin = bottom.translated(0, -line)
    if 2 * metrics.lineSpacing() + 2 * line <= place.height():
        _paint_line(painter, origin, str(index.data(ORIGIN_ROLE)))
    if run.status != "finished":
        colour = theme.bad if run.status == "failed" else theme.caution
        painter.setPen(QColor(colour))
        date = f"{index.data(STATUS_ROLE)}  {date}"
    if run.review is not None:
        mark = QRect(bottom.right() - _MARK + 1, bottom.center().y() - _MARK // 2, _MARK, _MARK)
        icon(*review_icon(run.review)).paint(painter, mark)
        bottom.setRight(mark.left() - 4)
    _paint_line(painter, bottom, date)


def _paint_line(painter: QPainter, place: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_prompt(painter: QPainter, place: QRect, prompt: str, font: QFont) -> None:
    """Two lines at most; the second is cut short where the prompt goes on."""
    metrics = QFontMetrics(font)
    words = " ".join(prompt.split())
    layout = QTextLayout(words, font)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(place.width())
    layout.endLayout()
    split = first.textLength()
    top = QRect(place.left(), place.top(), place.width(), metrics.lineSpacing())
    painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, words[:split].strip())
    rest = metrics.elidedText(words[split:].strip(), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(top.translated(0, metrics.lineSpacing()), Qt.AlignmentFlag.AlignVCenter, rest)
