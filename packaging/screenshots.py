"""Remake the pictures of the README: the window itself, driven as a person would, and a clip it exported."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
IMAGES = ROOT / "docs" / "images"
CLIP_PROMPT = "A copper rod heated at its left end"
SIZE = (1440, 900)
_PLOTS, _LAWS = 0, 1


@dataclass(frozen=True)
class Picture:
    """The window after a generation; `view` is the one chosen beside the clip, `frame` the one shown."""

    name: str
    language: str
    theme: str
    engine: str
    prompt: str
    view: int
    frame: int


PICTURES = (
    Picture(
        "window-dark",
        "en",
        "dark",
        "solution",
        "finned aluminium heat sink, 12 fins, 40 W chip 20 mm wide, fan",
        _LAWS,
        20,
    ),
    Picture("window-light-zh", "zh", "light", "solution", "一根铜棒左侧被火焰加热，和铁棒对比", _PLOTS, 20),
    Picture(
        "window-starter",
        "en",
        "dark",
        "starter",
        "A copper rod 20 cm long heated by a flame at its left end",
        _PLOTS,
        28,
    ),
)


def main() -> None:
    """Write the windows and the example clip."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["HEATSKETCH_DATA"] = folder
        _windows(Path(folder))
        _clip()


def _windows(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop_app.composition import make_context, resources
    from desktop_app.services.settings import UserSettings
    from desktop_app.services.verbs import Verbs
    from desktop_app.ui.app import Application, dress
    from desktop_app.ui.reading.law_row import LawRow
    from desktop_app.ui.theme import apply_theme, theme_for
    from desktop_app.ui.translation import LanguageSwitch
    from desktop_app.workflow.engines import engine_named

    app = QApplication([])
    context = make_context()
    settings = UserSettings(folder / "settings.ini")
    verbs, languages = Verbs(context), LanguageSwitch(context.catalogues, app)
    dress(app, settings, languages, resources())
    application = Application(app, verbs, languages, settings)
    application.show()
    window = application.window
    for picture in PICTURES:
        apply_theme(app, theme_for(picture.theme))
        languages.use(picture.language)
        window.resize(*SIZE)
        window.concept.add_engines((), engine_named(context, picture.engine))
        window.concept.set_prompt(picture.prompt)
        _wait(1.0)
        window.concept.generate_clicked.emit()
        _wait_until(lambda: any(run.status == "running" for run in verbs.runs()))
        _wait_until(lambda: all(run.status == "finished" for run in verbs.runs()))
        _wait(1.0)
        window.clip.seek(picture.frame)
        _wait_until(lambda: bool(window.reading.plots.laws.findChildren(LawRow)))
        window.reading.plots.switch.choose(picture.view)
        _wait(0.5)
        window.grab().save(str(IMAGES / f"{picture.name}.png"))
    window.close()
    verbs.stop_engines()


def _clip() -> None:
    from desktop_app.composition import main as heatsketch

    status = heatsketch(
        [
            "generate",
            CLIP_PROMPT,
            "--model",
            "solution",
            "-o",
            str(IMAGES / "copper-rod.mp4"),
            "--size",
            "640x384",
            "--frames",
            "73",
        ]
    )
    if status:
        raise SystemExit(status)


def _wait(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1e3), loop.quit)
    loop.exec()


def _wait_until(done: Callable[[], bool], tries: int = 3000) -> None:
    for _ in range(tries):
        if done():
            return
        _wait(0.02)
    raise SystemExit("the window did not get there")


if __name__ == "__main__":
    main()
