"""Pictures drawn anew from what can be seen in them: nothing else comes along.

A picture from a telephone carries where and when it was taken, and a hostile one carries worse. What is kept is made
from the pixels alone, in one of two plain formats, and never larger than a screen needs.
"""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from storage.errors import BadData
from storage.file_kinds import PICTURES

MOST_PIXELS = 40_000_000
"""Of a picture as it comes: a telephone's camera makes fewer. Read from its head, before anything is unpacked."""
LONGEST_SIDE = 1600
FACE_SIDE = 320
_FORMATS = tuple(mime.partition("/")[2].upper() for mime in PICTURES)


def drawing(body: bytes) -> bytes:
    """A picture as it may be kept, upright, as JPEG or, where it is see-through, PNG. Raises `BadData`."""
    picture = _open(body)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return _written(picture)


def face(body: bytes) -> bytes:
    """A square from the middle (of an upright picture: from a little above), 320 pixels wide. Raises `BadData`."""
    picture = _open(body).convert("RGB")
    return _written(ImageOps.fit(picture, (FACE_SIDE, FACE_SIDE), centering=(0.5, 0.35)))


def _open(body: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(body), formats=_FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise BadData("too_many_pixels")
        upright: Image.Image = ImageOps.exif_transpose(picture)
        return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except Image.DecompressionBombError as error:
        raise BadData("too_many_pixels") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise BadData("no_picture") from error


def _written(picture: Image.Image) -> bytes:
    # A new picture holds no leftovers: what was opened keeps its comments and profiles.
    plain = Image.new(picture.mode, picture.size)
    plain.paste(picture)
    out = BytesIO()
    if plain.mode == "RGBA":
        plain.save(out, "PNG", optimize=True)
    else:
        plain.save(out, "JPEG", quality=85)
    return out.getvalue()
