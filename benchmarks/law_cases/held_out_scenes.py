"""Sentences that no threshold was tuned on."""

from __future__ import annotations

from benchmarks.law_cases.scene import scene

SCENES = (
    scene("tungsten wire, early",
          "A tungsten rod 25 cm long, right end held at 1200 °C, show 70 seconds",
          "front", "flow", "ends"),
    scene("brass bar, early",
          "A brass bar 40 cm long, left end at 350 °C, insulated, show the first 6 minutes",
          "front", "flow", "ends"),
    scene("nickel rod", "A nickel rod, 25 cm long and 12 mm thick, its right end at 180 °C",
          "front", "flow", "ends"),
    scene("gold bar, long", "A gold bar 30 cm long, left end at 200 °C, show 1 hour", "flow", "ends"),
    scene("granite, early", "A granite bar 20 cm long, left end at 90 °C, show the first 30 minutes",
          "front", "flow", "ends"),
    scene("steel rod in air",
          "A steel rod 50 cm long, left end at 300 °C, fan cooled by air at 20 °C", "flow"),
    scene("copper, two hot ends", "A copper bar 60 cm long, both ends held at 250 °C",
          "flow", "ends", "mirrored"),
    scene("lead, two hot ends, long", "A lead rod 20 cm long, both ends at 120 °C, during 30 minutes",
          "flow", "ends", "mirrored"),
    scene("silver, cold and hot end",
          "A silver rod 30 cm long, right end at 150 °C, left end at 10 °C, initially at "
          "10 °C, show 6 minutes",
          "front", "flow", "ends"),
    scene("molybdenum, hot middle",
          "A molybdenum rod 30 cm long, heated in the middle to 600 °C, both ends at 20 °C", "mirrored"),
    scene("zinc plate", "A zinc plate 30 x 15 cm, right edge at 200 °C", "front", "flow", "ends"),
    scene("glass, both edges", "A glass plate 120 x 80 x 4 mm, left and right edges both at 90 °C",
          "flow", "ends", "mirrored"),
    scene("concrete wall",
          "A concrete wall, 20 cm thick, left side at 30 °C, right side at -10 °C, initially -10 °C, "
          "show 12 hours",
          "front", "flow", "ends"),
    scene("oven brick", "A granite block 20 cm, top held at 200 °C, show 1 hour", "front", "flow", "ends"),
    scene("torch under aluminium",
          "An aluminium plate 300 x 300 x 4 mm with a 300 W flame under its middle", "mirrored"),
    scene("laser on silicon", "A silicon plate heated by a laser spot of 5 W in the middle", "mirrored"),
    scene("copper sink with chip", "A copper heat sink with 10 fins and a 60 W chip, fan cooled at 30 °C",
          "mirrored"),
    scene("sink on a hot base", "An aluminium heat sink with 5 fins, base held at 95 °C, still air at 25 °C",
          "mirrored"),
    scene("two layers", "A stack of brick 100 mm and glass 20 mm, bottom at 60 °C, top at 10 °C"),
    scene("copper pipe", "A copper pipe of inner diameter 20 mm and outer diameter 30 mm with water at 60 °C "
          "inside, still air outside", "mirrored"),
    scene("cooling block", "An aluminium block 8 cm, initially at 200 °C, cooled by a fan with air at 25 °C",
          "mirrored"),
    scene("brass fin",
          "A straight fin of brass 60 mm long and 3 mm thick, base at 110 °C, air at 25 °C with "
          "h = 40 W/(m²·K)", "flow"),
    scene("copper bracket",
          "An L-bracket of copper, horizontal leg 60 mm, vertical leg 60 mm, 5 mm thick, top at 90 °C"),
    scene("aluminium on brass",
          "Two bars, one of aluminium and one of brass pressed together, left end at 120 °C, right end at "
          "20 °C"),
    scene("iron all around", "An iron block heated all around at 300 °C", "mirrored"),
)  # fmt: skip

PAIRS = (
    ("A gold rod 25 cm long, left end at 250 °C, sides insulated, show 90 seconds", "zinc"),
    ("A copper bar 40 cm long, right end in a flame of 800 °C, show 3 minutes", "nickel"),
    ("A silver plate 20 x 12 cm, left edge at 150 °C, show 1 minute", "titanium"),
)
"""A sentence and the material it is compared with."""
