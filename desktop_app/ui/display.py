"""Whether a window can be opened here, found out before Qt would end the process over it."""

from __future__ import annotations

import ctypes
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.text import Text, say

_DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_DEBIAN_PACKAGES_FOR_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb")


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether somebody could see a window: always on Windows and macOS, else a display that answers."""
    if not sys.platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _WITHOUT_SCREEN:
        return False
    return _wayland_answers(environment) or (bool(environment.get("DISPLAY")) and _x11_answers())


def window_problem(environment: Mapping[str, str]) -> Text | None:
    """Why no window can be opened, with the remedy; None where one can."""
    if not sys.platform.startswith("linux"):
        return None
    platform = environment.get("QT_QPA_PLATFORM", "")
    needed = dict(_DEBIAN_PACKAGES)
    if not platform:
        if not has_screen(environment):
            return say(
                "There is no display to open a window on. Use a command instead: "
                "heatsketch generate PROMPT -o OUT.mp4 writes the video, heatsketch --help lists all."
            )
        if not _wayland_answers(environment):
            needed |= _DEBIAN_PACKAGES_FOR_X11
    missing = [package for library, package in needed.items() if not _loads(library)]
    if not missing:
        return None
    return say(
        "The window needs system libraries that are missing. Install them "
        "(Debian, Ubuntu: apt install {packages}).",
        packages=" ".join(missing),
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name, folder = environment.get("WAYLAND_DISPLAY"), environment.get("XDG_RUNTIME_DIR", "")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(2.0)
        try:
            connection.connect(str(Path(folder) / name))
        except OSError:
            return False
    return True


def _x11_answers() -> bool:
    """Whether the server of DISPLAY accepts a connection (asked through libxcb, as Qt does)."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return bool(answers)
