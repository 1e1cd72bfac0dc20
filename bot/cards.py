"""The address on an invite card, and its QR code."""

import io

import segno


def address(public_url: str, word: str) -> str:
    """Where the card leads: the chat, which takes the word out of the address bar at once."""
    return f"{public_url.rstrip('/')}/#card={word}"


def as_svg(link: str) -> str:
    """The QR code as an SVG drawing, to print."""
    drawn = io.BytesIO()
    segno.make(link, error="m").save(drawn, kind="svg", scale=5, border=2, xmldecl=False)
    return drawn.getvalue().decode()


def as_text(link: str) -> str:
    """The QR code in characters, to hold a phone to the terminal."""
    drawn = io.StringIO()
    segno.make(link, error="l").terminal(out=drawn, compact=True)
    return drawn.getvalue()
