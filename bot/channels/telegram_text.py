"""Cutting a text into messages that Telegram takes. It counts UTF-16 units, so an emoji is two."""

LENGTH = 4096
ENDS = ("\n\n", "\n", ". ", " ")


def parts(text: str, length: int = LENGTH) -> list[str]:
    """The text in order, cut at a paragraph, a line, a sentence or a word, and only then anywhere."""
    found = []
    while _units(text) > length:
        cut = _cut(text, length)
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [part for part in [*found, text] if part]


def _cut(text: str, length: int) -> int:
    most = _fitting(text, length)
    for end in ENDS:
        at = text.rfind(end, most // 2, most)
        if at > 0:
            return at + len(end)
    return most


def _fitting(text: str, length: int) -> int:
    """How many characters of the text fit in `length` units."""
    left = length
    for index, character in enumerate(text):
        left -= _units(character)
        if left < 0:
            return index
    return len(text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
