"""What parts decimals and thousands in a language (Unicode CLDR, numbers of the Latin script)."""

from __future__ import annotations

from deckgen.frozen import Frozen


class Separators(Frozen):
    """The marks; thousands are parted in numbers with `least` digits before the last three."""

    decimal: str
    group: str
    least: int = 1
    percent: str = "%"


_THIN, _SPACE = "\u202f", "\u00a0"  # neither breaks a line
_POINT = Separators(".", ",")
_STYLES = (
    (_POINT, "es-mx es-us es-419"),
    (Separators(".", "’"), "de-ch de-li it-ch"),
    (Separators(",", "."), "az bs el eu id is nl pt-br sr tr vi"),
    (Separators(",", ".", 1, f"{_SPACE}%"), "da de gl hr mk ro sl"),
    (Separators(",", ".", 2), "it"),
    (Separators(",", ".", 2, f"{_SPACE}%"), "ca es"),
    (Separators(",", _THIN, 1, f"{_THIN}%"), "fr"),
    (
        Separators(",", _SPACE, 1, f"{_SPACE}%"),
        "be cs de-at fi fr-ca hy kk lt nb nn no ru sk sv uk",
    ),
    (Separators(",", _SPACE, 2), "bg et hu ka lv pl pt sq"),
)
_LANGUAGES = {tag: style for style, tags in _STYLES for tag in tags.split()}


def separators(language: str) -> Separators:
    """The marks of a BCP 47 tag; a point and commas where the language has no others."""
    tag = language.lower()
    while tag:
        if tag in _LANGUAGES:
            return _LANGUAGES[tag]
        tag = tag.rpartition("-")[0]
    return _POINT
