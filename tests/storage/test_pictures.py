"""A picture is drawn anew: nothing of where it was taken stays in it."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from storage import pictures
from storage.errors import BadData
from tests.support.recorded import PAGE, PDF, WHERE_TAKEN, picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_a_telephone_wrote_into_it_is_gone(kind: str) -> None:
    taken = picture(kind=kind)
    assert WHERE_TAKEN.encode() in taken
    kept = pictures.drawing(taken)
    assert WHERE_TAKEN.encode() not in kept
    assert not Image.open(BytesIO(kept)).getexif()


def test_it_stands_upright_without_being_told() -> None:
    assert Image.open(BytesIO(pictures.drawing(picture(60, 40)))).size == (40, 60)


def test_a_large_one_is_made_smaller() -> None:
    kept = Image.open(BytesIO(pictures.drawing(picture(4000, 2000))))
    assert max(kept.size) == pictures.LONGEST_SIDE


def test_a_drawing_that_is_see_through_stays_so() -> None:
    out = BytesIO()
    Image.new("RGBA", (20, 20), (10, 20, 30, 0)).save(out, "PNG")
    kept = Image.open(BytesIO(pictures.drawing(out.getvalue())))
    assert (kept.format, kept.mode) == ("PNG", "RGBA")


def test_a_face_is_a_square() -> None:
    kept = Image.open(BytesIO(pictures.face(picture(900, 500))))
    assert (kept.format, kept.size) == ("JPEG", (pictures.FACE_SIDE, pictures.FACE_SIDE))


@pytest.mark.parametrize("body", [PAGE, PDF, b"", picture()[:60], b"\xff\xd8\xff" + bytes(50)])
def test_what_is_no_picture_is_refused(body: bytes) -> None:
    with pytest.raises(BadData):
        pictures.drawing(body)


def test_one_too_large_to_unpack_is_refused_by_its_head() -> None:
    out = BytesIO()
    Image.new("1", (30_000, 20_000)).save(out, "PNG")
    with pytest.raises(BadData, match="too_many_pixels"):
        pictures.drawing(out.getvalue())
