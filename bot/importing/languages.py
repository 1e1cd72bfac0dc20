"""The language a child reads, from the words a case-management system has for it."""

from functools import cache

from babel import Locale

# Names that Unicode has otherwise; a signed language is read in English.
_OTHER_NAMES = {
    "british sign language": "en",
    "kurdish sorani": "ckb",
    "sorani": "ckb",
    "kurmanji": "kmr",
    "dari": "prs",
    "farsi": "fa",
}


def written_language(languages: str) -> str:
    """The BCP 47 tag of the first language named ("Welsh, English" is cy); English when nobody knows it."""
    first = languages.split(",", maxsplit=1)[0].strip().casefold()
    return _by_name().get(first, "en")


@cache
def _by_name() -> dict[str, str]:
    names = Locale("en").languages
    return {name.casefold(): code.replace("_", "-") for code, name in names.items()} | _OTHER_NAMES
