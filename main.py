"""Open HeatSketch: `python main.py` is the same as the installed `heatsketch` command."""

import sys


def run() -> int:
    """Start the app; Ctrl-C is heard while its modules are still being imported, too."""
    try:
        from desktop_app.composition import main

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
