"""Files as telephones and browsers make them: short sounds, small pictures. Nobody is on them."""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image

WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm" + bytes(
    400
)
"""The head of what a browser records, and silence."""
OGG = b"OggS\x00\x02" + bytes(20) + b"\x01\x13OpusHead\x01" + bytes(400)
MP4 = struct.pack(">I", 24) + b"ftypM4A " + bytes(400)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PAGE = b"<!doctype html><script>alert(1)</script>"
WHERE_TAKEN = "51.5007 N kitchen"


def picture(width: int = 60, height: int = 40, kind: str = "JPEG", *, note: str = WHERE_TAKEN) -> bytes:
    """A plain picture that carries a note of where it was taken, as telephones leave one in theirs."""
    made = Image.new("RGB", (width, height), "#3a7d5c")
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = note  # ImageDescription
    exif[0x0112] = 6  # to be turned by a quarter
    made.save(out, kind, exif=exif)
    return out.getvalue()
