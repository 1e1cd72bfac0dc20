"""Telephone numbers in one shape, so that a number that is typed and a number that calls are the same: E.164.

Numbers without a country are British (Ofcom's numbering plan): ten digits after the 0, or nine for a few places.
"""

import re

BRITISH = re.compile(r"\+44[1-35-9]\d{8,9}")
BRITISH_MOBILE = re.compile(r"\+447[1-9]\d{8}")
ANY = re.compile(r"\+[1-9]\d{7,14}")
WRITTEN_BETWEEN = re.compile(r"[\s().\-\u2010-\u2015\u00a0]")


def normal(text: str) -> str | None:
    """ "07700 900 111", "+44 (0)7700 900111" and "447700900111" are +447700900111; None for what is no number."""
    bare = WRITTEN_BETWEEN.sub("", text.strip().replace("(0)", ""))
    if bare.startswith("00"):
        bare = f"+{bare[2:]}"
    elif bare.startswith("0"):
        bare = f"+44{bare[1:]}"
    elif not bare.startswith("+"):
        bare = f"+{bare}"
    if not ANY.fullmatch(bare) or (bare.startswith("+44") and not BRITISH.fullmatch(bare)):
        return None
    return bare


def takes_texts(number: str) -> bool:
    """Whether a normal number may be a mobile: of numbers abroad nothing is known."""
    return not number.startswith("+44") or BRITISH_MOBILE.fullmatch(number) is not None
