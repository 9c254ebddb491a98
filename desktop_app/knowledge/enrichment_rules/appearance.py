"""How each material looks, in words for a video model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.concept import Concept
from desktop_app.domain.material import Material

Incandescence = Literal["tarnishing", "bright", "scaling", "plain", "clear"]
"""What else happens to the surface of a solid that glows; None for one that burns, chars or melts first."""

COLOURED_BY_MATERIAL = frozenset({"natural", "glow"})
"""Looks in which a cold body has its own colour; in the others every colour is a temperature."""


@dataclass(frozen=True)
class Appearance:
    """Words for a material.

    Attributes:
        plain: what it is, without its colour.
        full: with colour and finish.
        glows: how, if it stays solid where it is hot enough to glow.
    """

    plain: str
    full: str
    glows: Incandescence | None = None


def words_for(material: Material, concept: Concept) -> str:
    """The material as the look shows it; one of a person's own goes by its name."""
    known = APPEARANCES.get(material.id)
    if known is None:
        return material.name
    return known.full if concept.look in COLOURED_BY_MATERIAL else known.plain


def plain_words(material: Material) -> str:
    """The material without its colour."""
    known = APPEARANCES.get(material.id)
    return known.plain if known is not None else material.name


APPEARANCES: dict[str, Appearance] = {
    "copper": Appearance("copper", "reddish polished copper", "tarnishing"),
    "silver": Appearance("silver", "bright polished silver", "bright"),
    "gold": Appearance("gold", "polished yellow gold", "bright"),
    "platinum": Appearance("platinum", "polished silvery-white platinum", "bright"),
    "aluminium": Appearance("aluminium", "pale brushed aluminium", "plain"),
    "aluminium_1050": Appearance("aluminium", "pale brushed aluminium", "plain"),
    "aluminium_2024": Appearance("aluminium alloy", "satin pale grey aluminium alloy", "plain"),
    "aluminium_6061": Appearance("aluminium alloy", "satin pale grey aluminium alloy", "plain"),
    "aluminium_6063": Appearance("extruded aluminium", "satin extruded pale grey aluminium", "plain"),
    "aluminium_a380": Appearance("die-cast aluminium", "matt grey die-cast aluminium", "plain"),
    "iron": Appearance("iron", "dark grey iron", "scaling"),
    "cast_iron": Appearance("cast iron", "rough dark grey cast iron", "scaling"),
    "carbon_steel_1010": Appearance("steel", "smooth grey steel", "scaling"),
    "stainless_steel_304": Appearance("stainless steel", "brushed silvery stainless steel", "plain"),
    "stainless_steel_316": Appearance("stainless steel", "brushed silvery stainless steel", "plain"),
    "brass": Appearance("brass", "yellow polished brass", "tarnishing"),
    "bronze": Appearance("bronze", "golden-brown bronze", "tarnishing"),
    "copper_tungsten": Appearance("copper tungsten", "brownish-grey copper tungsten", "plain"),
    "beryllium_copper": Appearance("beryllium copper", "pale copper-coloured metal", "tarnishing"),
    "titanium": Appearance("titanium", "satin grey titanium", "plain"),
    "titanium_6al_4v": Appearance("titanium alloy", "satin grey titanium alloy", "plain"),
    "magnesium": Appearance("magnesium", "matt light grey magnesium"),
    "magnesium_az91d": Appearance("magnesium alloy", "matt light grey magnesium alloy"),
    "tungsten": Appearance("tungsten", "steel-grey tungsten", "plain"),
    "molybdenum": Appearance("molybdenum", "silvery-grey molybdenum", "plain"),
    "chromium": Appearance("chromium", "mirror-bright bluish chromium", "plain"),
    "nickel": Appearance("nickel", "polished silvery nickel", "plain"),
    "cobalt": Appearance("cobalt", "bluish-grey cobalt", "plain"),
    "zinc": Appearance("zinc", "dull bluish-grey zinc"),
    "tin": Appearance("tin", "bright silvery-white tin"),
    "lead": Appearance("lead", "dull dark grey lead"),
    "indium": Appearance("indium", "soft silvery indium"),
    "gallium": Appearance("gallium", "bluish-silver gallium"),
    "invar": Appearance("invar steel", "satin grey nickel steel", "plain"),
    "kovar": Appearance("kovar alloy", "satin grey nickel-cobalt alloy", "plain"),
    "nichrome": Appearance("nichrome", "grey nichrome", "plain"),
    "solder_sac305": Appearance("solder", "satin silvery solder"),
    "solder_sn63pb37": Appearance("solder", "shiny silvery solder"),
    "silicon": Appearance("silicon", "dark grey mirror-smooth silicon", "plain"),
    "germanium": Appearance("germanium", "shiny greyish-white germanium", "plain"),
    "gallium_nitride": Appearance("gallium nitride", "transparent pale yellow gallium nitride", "clear"),
    "gallium_arsenide": Appearance("gallium arsenide", "dark grey shiny gallium arsenide", "plain"),
    "silicon_carbide": Appearance("silicon carbide", "dark glossy silicon carbide ceramic", "plain"),
    "aluminium_nitride": Appearance("aluminium nitride", "light grey ceramic", "plain"),
    "alumina": Appearance("alumina ceramic", "white alumina ceramic", "plain"),
    "sapphire": Appearance("sapphire", "clear colourless sapphire crystal", "clear"),
    "beryllia": Appearance("beryllia ceramic", "white ceramic", "plain"),
    "boron_nitride": Appearance("boron nitride", "smooth white boron nitride ceramic", "plain"),
    "zirconia": Appearance("zirconia ceramic", "ivory-white zirconia ceramic", "plain"),
    "diamond": Appearance("diamond", "clear polished diamond"),
    "graphite": Appearance("graphite", "matt black graphite", "plain"),
    "graphite_sheet": Appearance("graphite foil", "dark grey graphite foil", "plain"),
    "glass": Appearance("glass", "clear glass", "clear"),
    "borosilicate_glass": Appearance("borosilicate glass", "clear borosilicate glass", "clear"),
    "fused_silica": Appearance("fused silica", "crystal-clear fused silica", "clear"),
    "fr4": Appearance("FR4 laminate", "green FR4 circuit board laminate"),
    "thermal_paste": Appearance("thermal paste", "grey thermal paste"),
    "silicone_pad": Appearance("soft silicone rubber", "soft matt blue silicone rubber"),
    "abs": Appearance("ABS plastic", "matt light grey ABS plastic"),
    "polycarbonate": Appearance("polycarbonate", "clear polycarbonate"),
    "ptfe": Appearance("PTFE", "smooth waxy white PTFE"),
    "peek": Appearance("PEEK", "matt beige PEEK plastic"),
    "nylon": Appearance("nylon", "matt off-white nylon"),
    "polypropylene": Appearance("polypropylene", "translucent milky polypropylene"),
    "polyethylene": Appearance("polyethylene", "milky white polyethylene"),
    "pvc": Appearance("PVC", "smooth grey PVC"),
    "acrylic": Appearance("acrylic", "clear glossy acrylic"),
    "epoxy": Appearance("epoxy resin", "amber epoxy resin"),
    "rubber": Appearance("rubber", "matt black rubber"),
    "polystyrene_foam": Appearance("polystyrene foam", "white polystyrene foam"),
    "polyurethane_foam": Appearance("polyurethane foam", "pale yellow polyurethane foam"),
    "cork": Appearance("cork", "light brown cork"),
    "mineral_wool": Appearance("mineral wool", "yellowish fibrous mineral wool"),
    "wood_oak": Appearance("oak wood", "light brown oak wood with visible grain"),
    "wood_pine": Appearance("pine wood", "pale yellow pine wood with visible grain"),
    "brick": Appearance("brick", "red clay brick"),
    "concrete": Appearance("concrete", "rough grey concrete"),
    "granite": Appearance("granite", "speckled grey granite"),
    "marble": Appearance("marble", "white veined marble"),
    "sand": Appearance("dry sand", "dry yellow sand"),
    "soil": Appearance("soil", "brown soil"),
    "gypsum_board": Appearance("gypsum plaster", "white gypsum plaster"),
    "paraffin": Appearance("paraffin wax", "milky white paraffin wax"),
    "ice": Appearance("ice", "clear ice"),
    "water": Appearance("water", "clear still water"),
    "air": Appearance("air", "still air"),
}
