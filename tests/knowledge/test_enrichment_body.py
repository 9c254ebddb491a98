"""The rules that say what stands in the picture and what is done to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import concepts
from support.concepts import HOT_LEFT, rod
from support.enriching import TABLE, air, held, of, phrase, reason

from desktop_app.domain.concept import Heating, Size
from desktop_app.domain.geometry import Annulus, Box, Part
from desktop_app.knowledge.enrichment_rules.appearance import APPEARANCES


class TestAppearance:
    def test_every_material_of_the_table_has_words(self):
        ids = {material.id for material in TABLE}
        assert ids == set(APPEARANCES)

    def test_a_material_of_ones_own_goes_by_its_name(self):
        own = replace(TABLE.find("copper"), id="my_alloy", name="my alloy")
        assert "rod of my alloy" in phrase(rod(parts=(Part("body", Box(0, 0, 1, 0.1), own),)), "body")

    @pytest.mark.parametrize("name", [m.name for m in TABLE])
    def test_a_body_of_it_reads_well(self, name):
        words = phrase(of(name, look="natural"), "body")
        assert "rod of " in words
        assert words.isascii()


class TestBody:
    def test_colour_is_told_only_where_it_is_no_temperature(self):
        assert "reddish polished copper" in phrase(of("copper", look="natural"), "body")
        assert "reddish" not in phrase(of("copper", look="inferno"), "body")
        assert "colour is left out" in reason(of("copper", look="inferno"), "body")

    def test_a_heat_sink_has_its_fins_counted(self):
        assert "carrying eight straight upright fins" in phrase(concepts.heat_sink(), "body")
        assert "carrying 30 straight upright fins" in phrase(concepts.heat_sink(fins=30, width=0.2), "body")

    def test_fins_of_another_material_are_told(self):
        sink = concepts.heat_sink()
        fins = tuple(replace(p, material=TABLE.find("aluminium")) for p in sink.parts if p.role == "fin")
        base = replace(sink.parts[0], material=TABLE.find("copper"))
        words = phrase(replace(sink, parts=(*fins, base)), "body")
        assert "flat base of copper carrying eight straight upright fins of aluminium" in words

    def test_layers_are_told_from_bottom_to_top_whatever_their_order(self):
        names = {"chip": "silicon", "paste": "thermal paste", "spreader": "copper", "sink": "aluminium"}
        stack = concepts.stack()
        parts = tuple(replace(p, material=TABLE.find(names[p.role])) for p in stack.parts)
        assert (
            "from bottom to top: a chip of silicon, a thin layer of thermal paste, a heat spreader of copper "
            "and a base plate of aluminium"
        ) in phrase(replace(stack, parts=parts[::-1]), "body")

    def test_a_composite_rod_names_its_materials_in_order(self):
        halves = (
            Part("first", Box(0, 0, 0.1, 0.02), TABLE.find("copper")),
            Part("second", Box(0.1, 0, 0.2, 0.02), TABLE.find("iron")),
        )
        assert "made of copper and iron from left to right" in phrase(rod(parts=halves), "body")

    def test_a_rod_may_stand(self):
        standing = rod(parts=(Part("body", Box(0, 0, 0.02, 0.2), TABLE.find("iron")),))
        assert "standing upright" in phrase(standing, "body")

    def test_a_pipe_is_a_pipe(self):
        assert "pipe" in phrase(replace(concepts.ring(), prompt="a steel pipe"), "body")
        thin = concepts.ring(inner=0.036)
        assert "narrow ring" in phrase(thin, "body")

    def test_a_slab_is_cut_through(self):
        slab = replace(rod(), shape="plate", section="cut")
        assert "slab" in phrase(slab, "body")
        assert "the whole slab in view" in phrase(slab, "framing")


class TestHotLook:
    @pytest.mark.parametrize(
        ("name", "celsius", "words"),
        [
            ("iron", 700.0, "the hottest iron glows a dull dark red"),
            ("iron", 900.0, "cherry red"),
            ("copper", 950.0, "with dark oxide"),
            ("silver", 900.0, "untarnished"),
            ("glass", 700.0, "only faintly"),
            ("tungsten", 1500.0, "yellow-white"),
        ],
    )
    def test_natural_colours_show_how_a_hot_material_glows(self, name, celsius, words):
        assert words in phrase(of(name, held("left", celsius), look="natural"), "hot_look")

    def test_nothing_below_800_K_glows(self):
        assert phrase(of("iron", held("left", 500.0), look="natural"), "hot_look") == ""
        assert phrase(of("iron", held("left", 500.0), look="glow"), "hot_look") == ""

    def test_what_cools_glows_at_first(self):
        cooling = of("iron", air("all_around", 20), initial_temperature_K=1173.15, look="natural")
        assert phrase(cooling, "hot_look").startswith("at first the iron glows cherry red")

    def test_a_false_colour_picture_shows_no_glow(self):
        assert phrase(of("iron", held("left", 900.0), look="inferno"), "hot_look") == ""

    def test_plastic_does_not_glow(self):
        assert phrase(of("acrylic", held("left", 900.0), look="natural"), "hot_look") == ""

    def test_the_glow_look_keeps_its_own_scale_of_colours(self):
        words = phrase(of("iron", held("left", 700.0), look="glow"), "hot_look")
        assert "glows with its own heat" in words
        assert "red" not in words


class TestHeat:
    def test_two_held_ends_and_the_start_are_told(self):
        words = phrase(rod(held("left", 100), held("right", 0)), "heat")
        assert words == (
            "its left end is held at 100 degrees Celsius; its right end is held at 0 degrees Celsius; "
            "all of it at 20 degrees Celsius at first"
        )

    @pytest.mark.parametrize(
        ("prompt", "words"),
        [
            ("rod over a candle", "candle flame"),
            ("铜棒用喷灯加热", "blue torch flame"),
            ("rod in a fire", "a steady flame"),
        ],
    )
    def test_the_flame_is_the_prompts(self, prompt, words):
        assert words in phrase(rod(Heating("left", "flame", 773.15, "K"), prompt=prompt), "heat")

    @pytest.mark.parametrize(
        ("prompt", "words"),
        [
            ("40 W chip", "a chip of 40 watts heats the underside of its base"),
            ("激光 40 W", "a laser beam of 40 watts"),
            ("an LED, 40 W, cooled", "an LED of 40 watts"),
            ("cooled, 40 W", "a heat source of 40 watts"),
        ],
    )
    def test_power_has_its_source_and_its_watts(self, prompt, words):
        assert words in phrase(replace(concepts.heat_sink(), prompt=prompt), "heat")

    def test_a_chip_in_a_stack_gives_off_its_power(self):
        assert "the chip gives off 50 watts" in phrase(concepts.stack(), "heat")

    def test_a_heater_in_a_room_heats_its_air(self):
        words = phrase(replace(concepts.room(), prompt="a room with a 2 kW heater"), "heat")
        assert "a heater of 2000 watts heats the air in the room" in words
        assert "the outside of its walls is cooled by" in words

    def test_a_flux_enters_or_leaves(self):
        enters = Heating("left", "flux", 5000.0, "W/m²")
        assert "5000 watts per square metre enters through its left end" in phrase(rod(enters), "heat")
        leaves = replace(enters, value=-5000.0)
        assert "5000 watts per square metre is drawn out through" in phrase(rod(leaves), "heat")

    @pytest.mark.parametrize(
        ("h", "prompt", "words"),
        [
            (10.0, "", "still air"),
            (50.0, "", "moving air"),
            (1000.0, "水冷", "flowing water"),
            (5000.0, "", "a flowing liquid"),
            (23.0, "room air inside, outdoor air outside", "outdoor air"),
        ],
    )
    def test_the_fluid_suits_its_coefficient_and_the_prompt(self, h, prompt, words):
        assert f"cooled by {words} at 20" in phrase(rod(HOT_LEFT, air("right", 20, h), prompt=prompt), "heat")

    def test_a_fluid_warms_what_is_colder(self):
        assert "warmed by still air at 60" in phrase(rod(air("all_around", 60)), "heat")
        assert "in still air at 30" in phrase(rod(held("left", 90), air("all_around", 30)), "heat")

    def test_radiation_is_told(self):
        hot = rod(air("all_around", 20, emissivity=0.8), initial_temperature_K=773.15)
        assert "cooled by still air at 20 degrees Celsius and by radiation" in phrase(hot, "heat")
        vacuum = rod(air("all_around", 20, 0.0, emissivity=0.8), initial_temperature_K=773.15)
        assert "its whole surface radiates to surroundings" in phrase(vacuum, "heat")

    def test_heating_that_ends_is_taken_away_in_time(self):
        heated = rod(held("left", 100, end_s=100.0), duration_s=300.0)
        assert "degrees Celsius, taken away after a third of the clip" in phrase(heated, "heat")
        assert "taken away" not in phrase(rod(held("left", 100, end_s=300.0), duration_s=300.0), "heat")

    def test_heating_that_begins_later_is_told(self):
        late = rod(held("left", 100, start_s=150.0), duration_s=300.0)
        assert "beginning after half of the clip" in phrase(late, "heat")


def test_a_cube_is_a_cube_and_a_pipe_thin_walled():
    part = Part("body", Box(0, 0, 0.05, 0.05), TABLE.find("brass"))
    cube = rod(shape="block", parts=(part,), size=Size(0.05, 0.05, 0.05))
    assert "solid cube of brass" in phrase(cube, "body")
    pipe = rod(shape="ring", prompt="pipe", parts=(Part("body", Annulus(0.045, 0.05), TABLE.find("copper")),))
    assert "thin-walled pipe of copper" in phrase(pipe, "body")
