"""The authority's one colour, made safe to read on: whatever is set, text on it has a contrast of 7 to 1."""

Colour = tuple[int, int, int]

ENOUGH = 7.0
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
INK: Colour = (27, 31, 36)
NIGHT: Colour = (21, 24, 28)
SNOW: Colour = (242, 242, 238)


def stylesheet(accent: str) -> str:
    """The custom properties for `#rrggbb`, in light and in dark."""
    colour = _parse(accent)
    light = _variables(_until_enough(colour, BLACK, WHITE), WHITE, _mix(colour, WHITE, 0.1), INK)
    dark = _variables(_until_enough(colour, WHITE, NIGHT), NIGHT, _dark_tint(colour), SNOW)
    return f":root {{{light}}}\n@media (prefers-color-scheme: dark) {{ :root {{{dark}}} }}\n"


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _variables(strong: Colour, on_strong: Colour, soft: Colour, on_soft: Colour) -> str:
    named = {"accent": strong, "on-accent": on_strong, "accent-soft": soft, "on-accent-soft": on_soft}
    return " ".join(f"--{name}: {_hex(colour)};" for name, colour in named.items())


def _until_enough(colour: Colour, towards: Colour, against: Colour) -> Colour:
    shares = (step / 40 for step in range(40, -1, -1))
    tried = (_mix(colour, towards, share) for share in shares)
    return next((found for found in tried if contrast(found, against) >= ENOUGH), towards)


def _dark_tint(colour: Colour) -> Colour:
    return _until_enough(_mix(colour, NIGHT, 0.35), BLACK, SNOW)


def _mix(colour: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(c * share + o * (1 - share)) for c, o in zip(colour, other, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _parse(text: str) -> Colour:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
