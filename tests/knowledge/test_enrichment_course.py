"""The rules that say how the heat goes, how far it comes, and how it is filmed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import concepts
from support.concepts import STILL_AIR, rod
from support.enriching import TABLE, air, held, of, phrase, reason, told

from desktop_app.domain.concept import Heating
from desktop_app.knowledge.enrichment_rules.fractions import fraction


class TestSpread:
    @pytest.mark.parametrize(
        ("material", "speed"),
        [
            ("silver", "quickly "),
            ("copper", "quickly "),
            ("iron", "steadily "),
            ("stainless_steel_304", "slowly "),
            ("glass", "very slowly "),
        ],
    )
    def test_speed_follows_the_diffusivity(self, material, speed):
        assert f"heat spreads {speed}from the left" in phrase(of(material), "spread")

    def test_no_word_belies_the_solution(self):
        assert "heat spreads from" in phrase(of("glass", story=told(reach=0.9)), "spread")
        assert "heat spreads from" in phrase(of("copper", story=told(reach=0.1)), "spread")

    @pytest.mark.parametrize(
        ("concept", "words"),
        [
            (rod(held("both_ends", 100)), "from both ends toward the middle"),
            (rod(held("centre", 100)), "from the middle toward both ends"),
            (concepts.heat_sink(), "from the base up into the fins"),
            (concepts.fin(), "from the base to the tip"),
            (concepts.ring(held("inside", 90)), "from the inner surface outward"),
            (concepts.ring(held("all_around", 90)), "from the outer surface inward"),
            (concepts.l_bracket(), "along the foot and up the standing leg"),
            (concepts.stack(), "upward layer by layer"),
            (concepts.contact(held("left", 90)), "across the joint"),
            (concepts.room(Heating("inside", "power", 1e3, "W")), "from the air outward through the walls"),
            (concepts.ice_block(), "from the surface inward"),
        ],
    )
    def test_the_direction_suits_shape_and_place(self, concept, words):
        assert words in phrase(concept, "spread")

    def test_heat_flows_from_the_hot_end_to_the_cold_one(self):
        words = phrase(rod(held("right", 100), held("left", 0)), "spread")
        assert "from its right end to its left end" in words

    def test_the_weaker_of_two_sources_is_said_to_be(self):
        words = phrase(rod(held("left", 100), held("right", 40)), "spread")
        assert "from its left end, and more weakly from its right end" in words
        slight = phrase(rod(held("left", 100), held("right", 25)), "spread")
        assert "right end" not in slight

    def test_a_hot_body_cools_from_the_surface_inward(self):
        rubber = of("rubber", air("all_around", 20, 100.0), initial_temperature_K=373.15)
        assert "the rod cools very slowly from the surface inward" in phrase(rubber, "spread")

    def test_a_small_good_conductor_cools_evenly(self):
        copper = of("copper", STILL_AIR, initial_temperature_K=373.15)
        assert phrase(copper, "spread").startswith("the whole body cools almost evenly")
        assert phrase(replace(copper, story=told()), "reach") == ""
        assert phrase(of("copper", air("all_around", 60)), "spread").startswith("the whole body warms up")

    def test_heat_evens_out_once_its_source_is_gone(self):
        words = phrase(rod(held("left", 100, end_s=10.0), duration_s=100.0), "spread")
        assert words.endswith("and evens out once its source is gone")

    def test_variants_are_compared_by_diffusivity(self):
        copper = of("copper")
        both = replace(copper, variants=(of("silver"), of("iron")))
        assert "much faster than in iron and more slowly than in silver" in phrase(both, "spread")
        assert "much more slowly than in copper" in phrase(
            replace(of("iron"), variants=(of("copper"),)), "spread"
        )

    def test_of_several_materials_the_better_conductor_is_named(self):
        touching = concepts.contact()
        parts = tuple(
            replace(part, material=TABLE.find(name))
            for part, name in zip(touching.parts, ("copper", "stainless_steel_304"), strict=True)
        )
        words = phrase(replace(touching, parts=parts), "spread")
        assert "much faster through the copper than through the stainless steel" in words
        assert "jump of temperature" in words

    def test_a_light_insulator_is_not_said_to_conduct_faster(self):
        wool, oak = TABLE.find("mineral_wool"), TABLE.find("wood_oak")
        assert wool.thermal_diffusivity > oak.thermal_diffusivity
        touching = concepts.contact()
        parts = tuple(replace(p, material=m) for p, m in zip(touching.parts, (wool, oak), strict=True))
        assert "faster through" not in phrase(replace(touching, parts=parts), "spread")

    def test_nothing_spreads_where_nothing_changes(self):
        assert phrase(rod(held("left", 20)), "spread") == ""


class TestReach:
    def test_it_is_told_only_from_a_story(self):
        assert phrase(rod(), "reach") == ""
        words = phrase(rod(story=told(reach=0.34)), "reach")
        assert words == "halfway through the clip the warmth has come about a third of the way along the rod"
        assert "34 %" in reason(rod(story=told(reach=0.34)), "reach")

    @pytest.mark.parametrize(
        ("share", "words"),
        [
            (0.01, "has hardly gone beyond its left end"),
            (0.1, "about a tenth of the way along the rod"),
            (0.52, "about half of the way along the rod"),
            (0.99, "has come all the way along the rod"),
        ],
    )
    def test_shares_become_fractions(self, share, words):
        assert words in phrase(rod(story=told(reach=share)), "reach")

    def test_of_two_opposite_drivers_nothing_is_said(self):
        assert phrase(rod(held("left", 100), held("right", 0), story=told(low=273.15)), "reach") == ""

    def test_a_source_that_is_gone_by_then_reaches_nothing(self):
        gone = rod(held("left", 100, end_s=10.0), duration_s=100.0, story=told())
        assert phrase(gone, "reach") == ""

    def test_cold_is_called_cooling(self):
        cold = rod(held("left", 0), story=told(reach=0.5, low=273.15, high=293.15))
        assert "the cooling has come about half of the way" in phrase(cold, "reach")

    def test_the_way_suits_the_shape(self):
        sink = replace(concepts.heat_sink(), story=told(reach=1.0))
        assert "all the way from the base to the tips of the fins" in phrase(sink, "reach")
        slab = replace(rod(story=told(reach=0.5)), shape="plate", section="cut")
        assert "half of the way through the slab" in phrase(slab, "reach")
        ends = rod(held("both_ends", 100), story=told(reach=0.5))
        assert "half of the way from each end to the middle" in phrase(ends, "reach")

    @pytest.mark.parametrize(
        ("share", "word"), [(0.1, "a tenth"), (0.3, "a third"), (0.7, "two thirds"), (1.0, "all")]
    )
    def test_fractions(self, share, word):
        assert fraction(share) == word


class TestSteady:
    def test_the_end_is_told_from_the_story(self):
        assert "nearly steady by the end" in phrase(rod(story=told(steadiness=0.99)), "steady")
        assert phrase(rod(story=told(steadiness=0.9)), "steady") == "still warming at the end"
        assert phrase(rod(story=told(steadiness=0.972)), "steady") == ""
        assert phrase(rod(), "steady") == ""

    def test_what_cools_is_still_cooling(self):
        cold = rod(held("left", 0), story=told(steadiness=0.9, low=273.15, high=293.15))
        assert phrase(cold, "steady") == "still cooling at the end"

    def test_what_is_heated_and_cooled_is_still_changing(self):
        both = rod(held("left", 100), held("right", 0), story=told(steadiness=0.9, low=273.15))
        assert phrase(both, "steady") == "still changing slowly at the end"


class TestMelting:
    def test_ice_melts_only_where_it_does_in_the_story(self):
        frozen = told(low=263.15, high=272.0)
        thawed = told(low=263.15, high=276.0)
        assert phrase(concepts.ice_block(), "melting") == ""
        assert phrase(concepts.ice_block(story=frozen), "melting") == ""
        assert "melts at 0 degrees Celsius" in phrase(concepts.ice_block(story=thawed), "melting")

    def test_it_turns_wet_where_the_look_shows_it(self):
        thawed = told(low=263.15, high=276.0)
        assert "wet and glossy" in phrase(concepts.ice_block(story=thawed, look="natural"), "melting")
        assert "wet" not in phrase(concepts.ice_block(story=thawed, look="inferno"), "melting")

    def test_molten_wax_sets(self):
        wax = of("paraffin", held("left", 20), initial_temperature_K=353.15)
        words = phrase(replace(wax, story=told(low=293.15, high=353.15)), "melting")
        assert words.startswith("the paraffin wax sets from its left end")


class TestPicture:
    def test_the_palette_has_its_scale(self):
        words = phrase(rod(), "palette")
        assert "black at 20 through" in words
        assert "pale yellow at 100 degrees Celsius" in words
        assert "hottest red" in phrase(rod(look="rainbow"), "palette")

    def test_no_scale_is_told_that_is_not_known(self):
        power = rod(Heating("left", "power", 10.0, "W"), air("right", 0))
        assert " at " not in phrase(power, "palette")
        assert "at 80 degrees Celsius" in phrase(replace(power, story=told(high=353.15)), "palette")

    def test_natural_colours_have_no_scale(self):
        assert "Celsius" not in phrase(rod(look="natural"), "palette")
        assert "no scale" in reason(rod(look="natural"), "palette")

    def test_a_glow_that_no_real_body_has_is_said_to_be_none(self):
        assert "nothing so cool really glows" in reason(of("iron", look="glow"), "palette")
        assert "nothing so cool" not in reason(of("iron", held("left", 900), look="glow"), "palette")

    def test_the_frame_suits_the_section(self):
        assert "seen face on" in phrase(concepts.plate(), "framing")
        assert "flat cross-section" in phrase(concepts.room(), "framing")
        assert "every fin shows" in phrase(concepts.heat_sink(), "framing")

    def test_a_rooms_air_has_one_colour(self):
        assert "one single even colour" in phrase(concepts.room(), "smoothness")
        assert "even colour" not in phrase(rod(), "smoothness")

    def test_a_jump_at_a_contact_is_not_smoothed_away(self):
        assert "within each body" in phrase(concepts.contact(), "smoothness")
