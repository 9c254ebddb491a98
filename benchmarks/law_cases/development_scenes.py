"""Sentences that thresholds may be tuned on."""

from __future__ import annotations

from benchmarks.law_cases.scene import scene

SCENES = (
    scene("copper rod, early", "A copper rod 0.5 m long, left end at 400 °C, insulated sides, show 3 minutes",
          "front", "flow", "ends"),
    scene("iron bar, early", "An iron bar 30 cm long, its right end in a flame of 900 °C, show 6 minutes",
          "front", "flow", "ends"),
    scene("steel rod", "A stainless steel rod, 20 cm long, 10 mm thick, left end held at 200 °C",
          "front", "flow", "ends"),
    scene("silver rod, long", "A silver rod 40 cm long, heated to 250 °C at its left end, show 80 minutes",
          "flow", "ends"),
    scene("glass rod, early", "A glass rod 10 cm long, left end at 80 °C, show the first 20 minutes",
          "front", "flow", "ends"),
    scene("copper rod in air", "A copper rod 1 m long with its left end at 200 °C in still air at 20 °C",
          "flow"),
    scene("aluminium, two hot ends", "An aluminium rod 30 cm long, both ends held at 150 °C",
          "flow", "ends", "mirrored"),
    scene("titanium, two hot ends, long", "A titanium rod 15 cm long, both ends at 500 °C, during 40 minutes",
          "flow", "ends", "mirrored"),
    scene("copper, hot and cold end",
          "A copper rod, left end at 100 °C, right end at 20 °C, initially at 20 °C, show 5 minutes",
          "front", "flow", "ends"),
    scene("gold, hot middle", "A gold rod 20 cm long, heated in the middle to 300 °C, both ends at 20 °C",
          "mirrored"),
    scene("brass plate", "A brass plate 20 x 10 cm, left edge at 300 °C", "front", "flow", "ends"),
    scene("silicon, both edges", "A silicon plate 100 x 60 x 0.7 mm, both left and right edges at 120 °C",
          "flow", "ends", "mirrored"),
    scene("brick wall", "A wall of brick, 24 cm thick, left side at 40 °C, right side at 0 °C, "
          "initially 0 °C, show 20 hours",
          "front", "flow", "ends"),
    scene("concrete on a hot plate", "A concrete block 30 cm, bottom on a hot plate at 100 °C, show 5 hours",
          "front", "flow", "ends"),
    scene("burner under steel", "A steel plate 200 x 200 x 3 mm with a 200 W burner under the middle of it",
          "mirrored"),
    scene("laser on copper", "A copper plate heated by a laser spot of 50 W in the middle", "mirrored"),
    scene("sink with chip", "An aluminium heat sink with 8 fins and a 40 W chip, still air at 25 °C",
          "mirrored"),
    scene("sink on a held base",
          "An aluminium heat sink with 6 fins, base held at 80 °C, fan cooled at 20 °C",
          "mirrored"),
    scene("three layers",
          "A stack of copper 3 mm, glass 2 mm and aluminium 5 mm, bottom at 90 °C, top at 20 °C"),
    scene("hot water pipe",
          "A steel pipe of inner diameter 50 mm and outer diameter 60 mm with water at 80 °C inside, "
          "still air outside", "mirrored"),
    scene("cooling cube", "A cube of brass, 5 cm on a side, initially at 300 °C, cools in still air at 20 °C",
          "mirrored"),
    scene("straight fin",
          "A straight fin of aluminium 40 mm long and 2 mm thick, base at 85 °C, air at 22 °C with "
          "h = 25 W/(m²·K)", "flow"),
    scene("bracket",
          "An L-bracket of aluminium 6061, horizontal leg 80 mm, vertical leg 50 mm, 6 mm thick, left side "
          "at 120 °C"),
    scene("copper on steel",
          "Two bars, one of copper and one of stainless steel pressed together, left end at 150 °C, right "
          "end at 25 °C"),
    scene("lead all around", "A lead block heated all around at 150 °C", "mirrored"),
)  # fmt: skip

PAIRS = (
    ("A copper rod 30 cm long, left end at 300 °C, sides insulated, show 2 minutes", "iron"),
    ("A silver bar 20 cm long, left end in a flame of 700 °C, show 1 minute", "brass"),
    ("An aluminium plate 20 x 10 cm, left edge at 200 °C, show 1 minute", "stainless steel"),
)
"""A sentence and the material it is compared with."""
