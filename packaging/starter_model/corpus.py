"""Step 1: the corpus."""
from __future__ import annotations
from pathlib import Path
from dataclasses import dataclass
import numpy as np
from desktop_app.domain.geometry import Annulus, Box
from desktop_app.thermography.looks import LookTable
from starter_model.staging import paint_clip
LOOKS=("iron","inferno","glow")
@dataclass
class Shown:
    level: np.ndarray
    outlines: tuple
    size_m: tuple
    def paint(self, staging, look):
        return paint_clip(self.level, self.outlines, look, staging)
class Corpus:
    def __init__(self, folder):
        self.files=sorted(Path('/tmp/bank').glob('1_?????.npz'))
        t=LookTable(Path('resources/palettes'))
        self.looks=[t.get(n) for n in LOOKS]
    def draw(self, random):
        f=self.files[random.integers(len(self.files))]
        z=np.load(f)
        o=tuple(Box(*b[1:]) if b[0] else Annulus(b[1],b[2]) for b in z['boxes'])
        return Shown(z['level'],o,tuple(z['size']))
    def draw_look(self, random):
        return self.looks[random.integers(3)]
