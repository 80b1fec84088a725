"""How a role's layout is known by what it has, and which others make do."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.frozen import Frozen
from deckgen.packs.shapes import Shape


class Rule(Frozen):
    """How a role's layout is known: by its type, and by what it has (points and a reason).

    `instead` names the roles whose layouts make do, in order. `room` is the share of the slide
    that its area has to have.
    """

    types: tuple[str, ...]
    fits: Callable[[Shape], tuple[int, str]]
    instead: tuple[str, ...]
    needs_name: bool = False
    room: float = 0.0


def _opening(shape: Shape) -> tuple[int, str]:
    if not shape.titled or shape.objects or shape.bodies > 1:
        return 0, ""
    if shape.centred_title:
        return 40, "its title is the centred kind"
    if shape.subtitles:
        return 25, "its title stands over a subtitle"
    # So much only with a name that says so: covers have lines of text that are no subtitles.
    return (10, "a title and a line") if shape.body_share < 0.2 else (0, "")


def _dividing(shape: Shape) -> tuple[int, str]:
    if not shape.titled or shape.centred_title or shape.bodies > 1 or shape.pictures:
        return 0, ""
    if not shape.low_title or shape.body_share > 0.25:
        return 0, ""
    return (30 if not shape.bodies else 25), "its title stands low"


def _content(shape: Shape) -> tuple[int, str]:
    if shape.titled and shape.bodies == 1 and not shape.pictures and not shape.headings:
        good = shape.high_title and shape.body_share > 0.2
        return (30 if good else 12) + (4 if shape.objects else 0), "a title over one body"
    return 0, ""


def _worded(shape: Shape) -> tuple[int, str]:
    return (10, "it has room for words") if shape.titled or shape.bodies else (0, "")


def _listed(shape: Shape) -> tuple[int, str]:
    """A list of everything wants one body: several are for as many single points."""
    return _worded(shape) if shape.bodies < 2 else (0, "")


def _compared(shape: Shape) -> tuple[int, str]:
    if shape.headings == 2 and shape.bodies == 2:
        return 35, "two headings over two bodies"
    return (20, "headings over bodies") if shape.headings >= 2 and shape.bodies >= 2 else (0, "")


def _beside(shape: Shape) -> tuple[int, str]:
    if shape.bodies == 2 and not shape.headings and not shape.pictures:
        return 35, "two bodies side by side"
    several = shape.bodies >= 2 and not shape.headings
    return (15, "several bodies") if several else (0, "")


def _open(shape: Shape) -> tuple[int, str]:
    empty = not shape.bodies and not shape.pictures and not shape.graphics
    if shape.titled and empty and shape.high_title and shape.area_share > 0.35:
        return 30, "a title over a free area"
    return 0, ""


def _pictured(shape: Shape) -> tuple[int, str]:
    if shape.pictures != 1 or shape.covered_title:
        return 0, ""
    return (35 if shape.titled and not shape.bodies else 25), "a placeholder for a picture"


def _pictures(shape: Shape) -> tuple[int, str]:
    return (35, "placeholders for several pictures") if shape.pictures > 1 else (0, "")


def _tabular(shape: Shape) -> tuple[int, str]:
    return (35, "a placeholder for a table") if shape.tables == 1 else (0, "")


def _charted(shape: Shape) -> tuple[int, str]:
    return (35, "a placeholder for a chart") if shape.charts == 1 else (0, "")


RULES: dict[str, Rule] = {
    "title": Rule(("title",), _opening, ("section", "content", "diagram")),
    "content": Rule(
        ("obj", "tx", "objOnly"), _content, ("columns", "comparison", "diagram"), room=0.12
    ),
    "diagram": Rule(("titleOnly",), _open, ("content",), room=0.2),
    "section": Rule(("secHead",), _dividing, ("title", "diagram", "content")),
    "agenda": Rule((), _listed, ("content", "diagram"), needs_name=True, room=0.12),
    "statement": Rule((), _worded, ("section", "diagram", "content"), needs_name=True),
    "quote": Rule((), _worded, ("content", "section", "diagram"), needs_name=True, room=0.12),
    "comparison": Rule(("twoTxTwoObj",), _compared, ("columns", "diagram", "content")),
    "columns": Rule(("twoObj", "twoColTx"), _beside, ("diagram", "content")),
    "picture": Rule(("picTx",), _pictured, ("diagram", "content")),
    "gallery": Rule((), _pictures, ("diagram", "content")),
    "table": Rule(("tbl",), _tabular, ("diagram", "content")),
    "chart": Rule(("chart",), _charted, ("diagram", "content")),
    "code": Rule((), _worded, ("diagram", "content"), needs_name=True, room=0.12),
    "math": Rule((), _worded, ("diagram", "content"), needs_name=True, room=0.12),
    "closing": Rule((), _worded, ("title", "section", "content"), needs_name=True),
}
# On a free area nothing is lost for these: the layout with a title alone serves them natively.
DRAWN = frozenset(("gallery", "table", "chart", "code", "math"))
