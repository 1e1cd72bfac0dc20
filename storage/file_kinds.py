"""Which files there may be, told by their first bytes: a name or a declared type proves nothing.

Threat: a page or a program in the clothes of a picture, which a browser would run in the name of this service.
"""

AUDIO = ("audio/webm", "audio/ogg", "audio/mp4", "audio/mpeg")
PICTURES = ("image/png", "image/jpeg", "image/webp")
PDF = "application/pdf"

ALLOWED = {
    "voice": AUDIO,
    "drawing": PICTURES,
    "leaflet": (PDF, *PICTURES),
    "face": PICTURES,
}
"""By kind of file, what it may be."""

_EBML = b"\x1a\x45\xdf\xa3"
_MPEG_SYNC = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")
_LOOK_FOR_NAME = 64


def mime_of(body: bytes) -> str:
    """What these bytes are; "" when they are nothing that is on the list."""
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if body.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if body.startswith(b"%PDF-"):
        return PDF
    if body.startswith(b"RIFF"):
        return "image/webp" if body[8:12] == b"WEBP" else ""
    return _audio(body)


def fits(kind: str, body: bytes) -> str:
    """The type of these bytes when a file of this kind may be one; else ""."""
    mime = mime_of(body)
    return mime if mime in ALLOWED.get(kind, ()) else ""


def _audio(body: bytes) -> str:
    if body.startswith(_EBML) and b"webm" in body[:_LOOK_FOR_NAME]:
        return "audio/webm"
    if body.startswith(b"OggS"):
        return "audio/ogg"
    if body[4:8] == b"ftyp":
        return "audio/mp4"
    if body.startswith(b"ID3") or body.startswith(_MPEG_SYNC):
        return "audio/mpeg"
    return ""
