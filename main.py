"""Open HeatSketch: `python main.py` is the same as the installed `heatsketch` command."""

import sys

from desktop_app.composition import main

if __name__ == "__main__":
    sys.exit(main())
