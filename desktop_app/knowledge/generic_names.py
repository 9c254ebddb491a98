"""Names that many materials share, and which one of them is meant."""

from __future__ import annotations

from desktop_app.domain.concept import Language
from desktop_app.domain.material import Material

GENERIC: dict[str, tuple[str, str]] = {
    "carbon steel (AISI 1010)": (
        "碳钢（AISI 1010）",
        "steel|carbon steel|mild steel|low carbon steel|low-carbon steel|plain carbon steel"
        "|钢|碳钢|低碳钢|钢铁|钢材",
    ),
    "stainless steel 304": ("304 不锈钢", "stainless steel|stainless|不锈钢"),
    "cast iron (grey)": ("灰铸铁", "cast iron|铸铁"),
    "brass (cartridge, 70/30)": ("弹壳黄铜（70/30）", "brass|黄铜"),
    "bronze (90 % Cu, 10 % Al)": ("铝青铜（90 % Cu、10 % Al）", "bronze|commercial bronze|青铜"),
    "copper tungsten (85 % W, 15 % Cu)": (
        "钨铜（85 % W、15 % Cu）",
        "copper tungsten|copper-tungsten|tungsten copper|钨铜|铜钨|钨铜合金|铜钨合金",
    ),
    "beryllium copper C17200": ("C17200 铍铜", "beryllium copper|copper beryllium|铍铜|铍青铜|铍铜合金"),
    "nichrome (80 % Ni, 20 % Cr)": (
        "镍铬合金（80 % Ni、20 % Cr）",
        "nichrome|镍铬合金|镍铬|镍铬丝|镍铬电热丝",
    ),
    "solder SAC305 (Sn-3Ag-0.5Cu)": (
        "SAC305 焊料（Sn-3Ag-0.5Cu）",
        "solder|lead-free solder|SAC solder|焊锡|焊料|无铅焊料|无铅焊锡",
    ),
    "solder Sn63Pb37": (
        "Sn63Pb37 焊料",
        "tin-lead solder|lead-tin solder|锡铅焊料|锡铅焊锡|有铅焊锡|有铅焊料",
    ),
    "glass, soda-lime": ("钠钙玻璃", "glass|玻璃"),
    "wood, oak": ("橡木", "hardwood|硬木"),
    "wood, pine or fir": ("松木或杉木", "wood|wooden|timber|softwood|木材|木头|木质|木"),
    "brick, common": ("普通砖", "brick|砖|砖头"),
    "sand, dry": ("干沙", "sand|沙子|砂子|细沙|沙土"),
    "soil (clay or silt)": ("土壤（黏土或粉土）", "soil|土壤|泥土"),
    "alumina, polycrystalline": (
        "多晶氧化铝",
        "alumina|aluminium oxide|aluminum oxide|Al2O3|氧化铝|三氧化二铝",
    ),
    "silicon carbide, crystalline": ("单晶碳化硅", "silicon carbide|SiC|碳化硅"),
    "boron nitride, hexagonal, pyrolytic": ("热解六方氮化硼", "boron nitride|氮化硼"),
    "diamond, CVD": ("CVD 金刚石", "diamond|金刚石|钻石"),
    "graphite, isotropic": ("各向同性石墨", "graphite|石墨"),
    "graphite sheet, pyrolytic, 70 µm": (
        "热解石墨片（70 µm）",
        "graphite sheet|graphite film|石墨片|石墨膜|导热石墨片",
    ),
    "polyethylene, high density": ("高密度聚乙烯", "polyethylene|polythene|聚乙烯"),
    "rubber, natural": ("天然橡胶", "rubber|soft rubber|橡胶|软橡胶"),
    "polystyrene foam, expanded": ("发泡聚苯乙烯", "polystyrene foam|聚苯乙烯泡沫|聚苯乙烯泡沫塑料"),
}
"""By the English name of an entry: its grade in Chinese, and the names that leave the grade open."""


def grade_meant(written: str, material: Material, language: Language) -> str | None:
    """The material with its grade where `written`, a name of it, leaves the grade open, or None.

    >>> from types import SimpleNamespace
    >>> grade_meant("Steel", SimpleNamespace(name="carbon steel (AISI 1010)"), "en")
    'carbon steel (AISI 1010)'
    """
    in_chinese, names = GENERIC.get(material.name, ("", ""))
    if " ".join(written.lower().split()) not in names.lower().split("|"):
        return None
    return in_chinese if language == "zh" else material.name
