from __future__ import annotations

from support.concepts import material, rod

from desktop_app.domain.geometry import Box, Part, Role

COPPER = material()


def parts(*roles: Role) -> tuple[Part, ...]:
    return tuple(Part(role, Box(n, 0, n + 1, 1), COPPER) for n, role in enumerate(roles))


def test_fins_and_walls_are_one_piece_each_and_every_layer_is_its_own():
    concept = rod(parts=parts("base", "fin", "fin", "fin"))
    assert [len(piece) for piece in concept.pieces] == [1, 3]
    assert [len(piece) for piece in rod(parts=parts("wall", "wall", "air")).pieces] == [2, 1]
    assert [len(piece) for piece in rod(parts=parts("layer", "layer", "sink")).pieces] == [1, 1, 1]
    assert rod(parts=()).pieces == ()
