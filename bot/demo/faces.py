"""Faces for three of Exampleshire's staff: drawn from circles, of nobody."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from PIL import Image, ImageDraw

from storage import files, staff
from storage.store import Store

SIDE = 640


@dataclass(frozen=True, slots=True)
class Looks:
    """The colours of one drawn face: behind it, skin, hair, clothes."""

    ground: str
    skin: str
    hair: str
    clothes: str
    long_hair: bool = False


FACES = {
    "EXS-006": Looks("#dfe9e2", "#e9bf9f", "#6b3f22", "#2f6b5a", long_hair=True),
    "EXS-003": Looks("#e6e2ef", "#8d5a3a", "#231a15", "#5a4a86", long_hair=True),
    "EXS-012": Looks("#e9e4d6", "#b98257", "#1d1a18", "#27506f"),
}
"""By reference of the member of staff."""


def give_faces(store: Store, now: datetime) -> None:
    """Put the drawn faces on record."""
    for reference, looks in FACES.items():
        member = staff.by_reference(store, reference)
        if member is not None:
            files.set_face(store, member.id, drawn(looks), now)


def drawn(looks: Looks) -> bytes:
    """A plain, friendly face as PNG."""
    picture = Image.new("RGB", (SIDE, SIDE), looks.ground)
    pen = ImageDraw.Draw(picture)
    if looks.long_hair:
        pen.rounded_rectangle((150, 110, 490, 520), 160, looks.hair)
    pen.ellipse((60, 470, 580, 900), looks.clothes)
    pen.rounded_rectangle((270, 380, 370, 520), 40, looks.skin)
    pen.ellipse((185, 130, 455, 450), looks.skin)
    pen.pieslice((170, 95, 470, 395), 180, 360, looks.hair)
    for x in (255, 385):
        pen.ellipse((x - 15, 275, x + 15, 305), "#2a221d")
    pen.arc((260, 300, 380, 390), 25, 155, "#7a3b2e", 9)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
