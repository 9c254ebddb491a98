"""Remake the pictures of the README: the window itself, driven as a person would, and a clip it exported."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
IMAGES = ROOT / "docs" / "images"
PROMPTS = {
    "en": "finned aluminium heat sink, 12 fins, 40 W chip 20 mm wide, fan",
    "zh": "一根铜棒左侧被火焰加热，和铁棒对比",
}
CLIP_PROMPT = "A copper rod heated at its left end"
SIZE = (1440, 900)
_PLOTS, _LAWS = 0, 1
_PICTURES = (("en", "dark", "window-dark", _LAWS), ("zh", "light", "window-light-zh", _PLOTS))


def main() -> None:
    """Write a dark English and a light Chinese window, and the example clip."""
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

    app = QApplication([])
    context = make_context()
    settings = UserSettings(folder / "settings.ini")
    verbs, languages = Verbs(context), LanguageSwitch(context.catalogues, app)
    dress(app, settings, languages, resources())
    application = Application(app, verbs, languages, settings)
    application.show()
    window = application.window
    for language, theme, name, view in _PICTURES:
        apply_theme(app, theme_for(theme))
        languages.use(language)
        window.resize(*SIZE)
        window.concept.set_prompt(PROMPTS[language])
        _wait(1.0)
        window.concept.generate_clicked.emit()
        _wait_until(lambda: any(run.status == "running" for run in verbs.runs()))
        _wait_until(lambda: all(run.status == "finished" for run in verbs.runs()))
        _wait(1.0)
        window.clip.seek(20)
        _wait_until(lambda: bool(window.reading.plots.laws.findChildren(LawRow)))
        window.reading.plots.switch.choose(view)
        _wait(0.5)
        window.grab().save(str(IMAGES / f"{name}.png"))
    window.close()
    verbs.stop_engines()


def _clip() -> None:
    from desktop_app.composition import main as heatsketch

    status = heatsketch(
        [
            "generate",
            CLIP_PROMPT,
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


def _wait_until(done: Callable[[], bool], tries: int = 1500) -> None:
    for _ in range(tries):
        if done():
            return
        _wait(0.02)
    raise SystemExit("the window did not get there")


if __name__ == "__main__":
    main()
