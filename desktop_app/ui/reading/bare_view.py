"""A pyqtgraph plot stripped of what the window does not use."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame


def bare_view(axis_width: int) -> pg.PlotWidget:
    """A plot without menus, buttons, zooming, automatic ranges or a frame.

    pyqtgraph makes a menu all the same, as a window of its own; it is given to the plot, so that it goes when
    the plot goes.
    """
    view = pg.PlotWidget(viewBox=pg.ViewBox(enableMenu=False, enableMouse=False))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot = view.getPlotItem()
    plot.hideButtons()
    plot.setMenuEnabled(False)
    plot.ctrlMenu.setParent(view, plot.ctrlMenu.windowFlags())
    for name in ("left", "bottom"):
        plot.getAxis(name).enableAutoSIPrefix(False)
    plot.getAxis("left").setWidth(axis_width)
    plot.vb.disableAutoRange()
    return view
