"""Which shipped face measures which family, and by how much it must be widened to stand in."""

from __future__ import annotations

from deckgen.frozen import Frozen, replace

ARABIC = "noto-sans-arabic"
_SANS, _SERIF, _MONO = "liberation-sans", "liberation-serif", "liberation-mono"
_NOTO = "noto-sans"

NAMES = {
    "carlito": "Carlito",
    "caladea": "Caladea",
    _SANS: "Liberation Sans",
    _SERIF: "Liberation Serif",
    _MONO: "Liberation Mono",
    ARABIC: "Noto Sans Arabic",
    _NOTO: "Noto Sans",
}

# Families drawn to the same advances as a shipped face: measured exactly.
_SAME = {
    "calibri": "carlito", "carlito": "carlito",
    "cambria": "caladea", "caladea": "caladea",
    "arial": _SANS, "helvetica": _SANS, "liberation sans": _SANS, "arimo": _SANS,
    "times new roman": _SERIF, "times": _SERIF, "liberation serif": _SERIF, "tinos": _SERIF,
    "courier new": _MONO, "courier": _MONO, "liberation mono": _MONO, "cousine": _MONO,
    "noto sans arabic": ARABIC,
}  # fmt: skip

# Families with their own advances: the nearest shipped face, how much wider running text is, and
# the line height in em where it is more than usual.
_NEAR: dict[str, tuple[str, float] | tuple[str, float, float]] = {
    "calibri light": ("carlito", 1.0), "aptos": (_SANS, 1.02, 1.3),
    "aptos display": (_SANS, 0.99, 1.3), "segoe ui": (_SANS, 1.02, 1.34), "tahoma": (_SANS, 1.0),
    "verdana": (_SANS, 1.17), "trebuchet ms": (_SANS, 1.0), "dejavu sans": (_SANS, 1.17),
    "noto sans": (_SANS, 1.08, 1.37), "open sans": (_SANS, 1.07, 1.37), "roboto": (_SANS, 1.01),
    "inter": (_SANS, 1.07), "lato": (_SANS, 0.99), "montserrat": (_SANS, 1.2),
    "poppins": (_SANS, 1.16, 1.5), "raleway": (_SANS, 1.07),
    "source sans pro": (_SANS, 0.96, 1.26), "source sans 3": (_SANS, 0.96, 1.26),
    "ubuntu": (_SANS, 1.03), "century gothic": (_SANS, 1.14, 1.24), "gill sans mt": (_SANS, 0.98),
    "corbel": (_SANS, 0.97), "candara": (_SANS, 0.97), "franklin gothic book": (_SANS, 1.0),
    "helvetica neue": (_SANS, 1.02), "arial narrow": (_SANS, 0.83),
    "arial black": (_SANS, 1.25, 1.42), "impact": (_SANS, 1.0), "georgia": (_SERIF, 1.13),
    "garamond": (_SERIF, 0.97), "palatino linotype": (_SERIF, 1.1, 1.36),
    "palatino": (_SERIF, 1.1, 1.36), "book antiqua": (_SERIF, 1.1),
    "constantia": (_SERIF, 1.08, 1.23), "century schoolbook": (_SERIF, 1.13),
    "bookman old style": (_SERIF, 1.2), "noto serif": (_SERIF, 1.2, 1.37),
    "dejavu serif": (_SERIF, 1.27), "merriweather": (_SERIF, 1.24, 1.26),
    "playfair display": (_SERIF, 1.13, 1.34), "georgia pro": (_SERIF, 1.13),
    "consolas": (_MONO, 0.92), "lucida console": (_MONO, 1.01), "dejavu sans mono": (_MONO, 1.01),
    "cascadia mono": (_MONO, 1.0), "source code pro": (_MONO, 1.0, 1.26), "menlo": (_MONO, 1.01),
}  # fmt: skip

# The line heights of such families in em, where they are known for sure.
_LINES = {
    "calibri light": 1.221, "segoe ui": 1.33, "tahoma": 1.207, "verdana": 1.215,
    "trebuchet ms": 1.161, "corbel": 1.221, "candara": 1.221, "constantia": 1.221,
    "consolas": 1.171, "georgia": 1.136, "arial black": 1.41, "impact": 1.22, "arial narrow": 1.148,
    "dejavu sans": 1.164, "dejavu serif": 1.164, "dejavu sans mono": 1.164,
    "noto serif": 1.362, "open sans": 1.362, "lato": 1.2, "montserrat": 1.219, "poppins": 1.5,
    "source sans pro": 1.257, "source sans 3": 1.257, "inter": 1.21, "noto sans cjk sc": 1.448,
    "noto sans cjk tc": 1.448, "noto sans cjk jp": 1.448, "noto sans cjk kr": 1.448,
}  # fmt: skip

# How much wider running text is on the average, where it was measured.
_RUNNING = {
    "open sans": 1.055, "noto serif": 1.186, "dejavu sans": 1.14,
    "dejavu serif": 1.277, "noto sans cjk sc": 1.04, "noto sans cjk tc": 1.04,
    "noto sans cjk jp": 1.04, "noto sans cjk kr": 1.04,
}  # fmt: skip

# An unknown family is taken for a wide one of its kind: rather too much room than too little.
_UNKNOWN, _UNKNOWN_LINE = 1.08, 1.25
_REPLACED_LINE = 1.37
_RESERVE = 1.15  # a single word may be so much wider in what replaces its family
_SERIF_TO_SANS = 0.9  # running text in Liberation Serif against Liberation Sans
_SERIF_WORDS = ("serif", "roman", "antiqua", "garamond", "bodoni", "song", "ming", "mincho", "slab")
SERIF, MONO = "serif", "monospace"
"""What to ask for where only the kind of a family is known."""
_MONO_WORDS = ("mono", "code", "courier", "console", "typewriter")

# Line heights of East Asian families in em; most stand on tight lines, Noto and Meiryo do not.
_EAST_ASIAN_LINE = 1.45
_EAST_ASIAN_LINES = (
    ("microsoft yahei", 1.33), ("microsoft jhenghei", 1.34), ("dengxian", 1.25), ("等线", 1.25),
    ("simsun", 1.22), ("宋体", 1.22), ("simhei", 1.22), ("黑体", 1.22), ("kaiti", 1.22),
    ("fangsong", 1.22), ("pmingliu", 1.22), ("mingliu", 1.22), ("ms gothic", 1.22),
    ("ms pgothic", 1.22), ("ms mincho", 1.22), ("ms pmincho", 1.22), ("meiryo", 1.75),
    ("malgun gothic", 1.36), ("batang", 1.22), ("gulim", 1.22), ("dotum", 1.22),
)  # fmt: skip

# Families whose hangul is narrower than the em; in all others it fills it.
_NARROW_HANGUL = ("malgun gothic", "noto sans kr", "noto sans cjk", "noto serif cjk", "nanum")


# PowerPoint and LibreOffice set no single line tighter than this, whatever the face says.
TIGHTEST_LINE = 1.22


class StandIn(Frozen):
    """A shipped face for a family.

    `widening` multiplies every advance, `line_height` is the family's in em (at least), or what
    it is where `line` is not 0; `exact` tells that nothing differs. A word that stands alone needs
    `reserve` times its width.
    """

    key: str
    widening: float = 1.0
    line_height: float = TIGHTEST_LINE
    exact: bool = False
    line: float = 0.0
    reserve: float = 1.0


def is_known(family: str) -> bool:
    """Whether anything is known of a family but its name."""
    name = family.strip().casefold()
    return name in _SAME or name in _NEAR


def stand_in(family: str) -> StandIn:
    """The shipped face that measures a family's Latin, Greek, Cyrillic and Hebrew."""
    name = family.strip().casefold()
    if name in _SAME:
        return StandIn(_SAME[name], exact=True)
    if name in _NEAR:
        return StandIn(*_NEAR[name])
    if any(word in name for word in _MONO_WORDS):
        return StandIn(_MONO, 1.01)
    serif = any(word in name for word in _SERIF_WORDS) and "sans" not in name
    return StandIn(_SERIF if serif else _SANS, _UNKNOWN, _UNKNOWN_LINE)


def replaced(found: StandIn) -> StandIn:
    """The stand-in for a family that may be missing where the text is shown, too.

    Office suites then take a wide face such as Noto Sans or DejaVu Sans Mono: rather too much room
    than too little.
    """
    if found.exact:
        return found
    if found.key == _MONO:
        return replace(found, reserve=_RESERVE)
    widening = found.widening * (_SERIF_TO_SANS if found.key == _SERIF else 1.0)
    line = max(found.line_height, _REPLACED_LINE)
    return StandIn(_SANS, max(widening, _UNKNOWN), line, reserve=_RESERVE)


def printed(family: str) -> StandIn:
    """The face that counts the lines of running text on paper: neither wide nor narrow.

    A known family is as high as it is; of others count what their readers see who lack them.
    """
    found = stand_in(family)
    if found.exact:
        return StandIn(found.key, line_height=0.0, exact=True)
    name = family.strip().casefold()
    if name in _LINES:
        widening = _RUNNING.get(name, found.widening)
        return replace(found, widening=widening, line=_LINES[name])
    if name == SERIF:
        return StandIn(_SERIF, line_height=0.0)
    if found.key == _MONO:
        return replace(found, line_height=0.0)
    return StandIn(_NOTO, line_height=0.0)  # as office suites replace it


def east_asian_line(family: str) -> float:
    """The line height of an East Asian family, in em."""
    name = family.strip().casefold()
    found = (line for start, line in _EAST_ASIAN_LINES if name.startswith(start))
    return next(found, _EAST_ASIAN_LINE)


def hangul_em(family: str) -> float:
    """The advance of a hangul syllable in a family, in em."""
    return 0.92 if family.strip().casefold().startswith(_NARROW_HANGUL) else 1.0
