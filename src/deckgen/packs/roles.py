"""Which layout serves which role of the outline, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.model.outline import Role
from deckgen.model.pack import Layout
from deckgen.packs.shapes import Shape, shape_of
from deckgen.packs.words import named_for

ROLES: tuple[str, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Choice:
    """A layout named by hand for a role or kind; `span` is None when it was inherited."""

    layout: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The layout of every role, the reason in words, and the roles that only make do."""

    roles: Mapping[str, Layout]
    reasons: Mapping[str, str]
    fallbacks: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a role's layout is known: by its type, and by what it has (points and a reason).

    `instead` names the roles whose layouts make do, in order.
    """

    types: tuple[str, ...]
    fits: Callable[[Shape], tuple[int, str]]
    instead: tuple[str, ...]
    needs_name: bool = False


def _opening(shape: Shape) -> tuple[int, str]:
    if not shape.titled or shape.objects or shape.bodies > 1:
        return 0, ""
    if shape.centred_title:
        return 40, "its title is the centred kind"
    return (25, "its title stands over a subtitle") if shape.subtitles else (0, "")


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
    if shape.pictures != 1:
        return 0, ""
    return (35 if shape.titled and not shape.bodies else 25), "a placeholder for a picture"


def _pictures(shape: Shape) -> tuple[int, str]:
    return (35, "placeholders for several pictures") if shape.pictures > 1 else (0, "")


def _tabular(shape: Shape) -> tuple[int, str]:
    return (35, "a placeholder for a table") if shape.tables == 1 else (0, "")


def _charted(shape: Shape) -> tuple[int, str]:
    return (35, "a placeholder for a chart") if shape.charts == 1 else (0, "")


_RULES: dict[str, _Rule] = {
    "title": _Rule(("title",), _opening, ("section", "content", "diagram")),
    "content": _Rule(("obj", "tx", "objOnly"), _content, ("columns", "comparison", "diagram")),
    "diagram": _Rule(("titleOnly",), _open, ("content",)),
    "section": _Rule(("secHead",), _dividing, ("title", "diagram", "content")),
    "agenda": _Rule((), _worded, ("content", "diagram"), needs_name=True),
    "statement": _Rule((), _worded, ("section", "diagram", "content"), needs_name=True),
    "quote": _Rule((), _worded, ("content", "section", "diagram"), needs_name=True),
    "comparison": _Rule(("twoTxTwoObj",), _compared, ("columns", "diagram", "content")),
    "columns": _Rule(("twoObj", "twoColTx"), _beside, ("diagram", "content")),
    "picture": _Rule(("picTx",), _pictured, ("diagram", "content")),
    "gallery": _Rule((), _pictures, ("diagram", "content")),
    "table": _Rule(("tbl",), _tabular, ("diagram", "content")),
    "chart": _Rule(("chart",), _charted, ("diagram", "content")),
    "code": _Rule((), _worded, ("diagram", "content"), needs_name=True),
    "math": _Rule((), _worded, ("diagram", "content"), needs_name=True),
    "closing": _Rule((), _worded, ("title", "section", "content"), needs_name=True),
}
# On a free area nothing is lost for these: the layout with a title alone serves them natively.
_DRAWN = frozenset(("gallery", "table", "chart", "code", "math"))
_ENOUGH = 25


def choose(
    layouts: Sequence[Layout],
    everything: Sequence[Layout],
    size: tuple[int, int],
    by_hand: Mapping[str, Choice],
    file: str,
    found: Diagnostics,
) -> Chosen:
    """A layout for every role, from one master's layouts; hand-made choices are from all."""
    roles: dict[str, Layout] = {}
    reasons: dict[str, str] = {}
    for role, choice in by_hand.items():
        named = _named(choice.layout, everything)
        if named is not None:
            roles[role], reasons[role] = named, "chosen in pack.yaml"
        elif choice.span is not None:
            known = [layout.name for layout in everything]
            hint = did_you_mean(choice.layout, known) or f"It has: {', '.join(known)}."
            message = f"{file} has no layout named {choice.layout!r}."
            found.error("unknown-layout", message, choice.span, hint)
    shapes = [shape_of(each, size) for each in layouts]
    for role in _RULES:
        best = None if role in roles else _best(role, shapes)
        if best is not None:
            roles[role], reasons[role] = best
    fallbacks = _make_do(roles, reasons, shapes)
    if "statement" in fallbacks:
        # A statement below a title wants the content's layout, not one that is all title.
        roles.setdefault("statement-titled", roles["content"])
        reasons.setdefault("statement-titled", "no layout of its own: the one for content makes do")
    ordered = (*ROLES, *(role for role in roles if role not in ROLES))
    return Chosen({role: roles[role] for role in ordered}, reasons, fallbacks)


def usable(layouts: Sequence[Layout]) -> bool:
    """Whether a master's layouts have anything to fill."""
    return any(slot.role in ("title", "body") for layout in layouts for slot in layout.slots)


def _named(name: str, layouts: Sequence[Layout]) -> Layout | None:
    exact = (layout for layout in layouts if layout.name == name)
    folded = (layout for layout in layouts if layout.name.casefold() == name.casefold())
    return next(exact, None) or next(folded, None)


def _best(role: str, shapes: Sequence[Shape]) -> tuple[Layout, str] | None:
    """The layout with the most points; the first of equals."""
    rated = [_rated(role, shape) for shape in shapes]
    fitting = [(each, shape) for each, shape in zip(rated, shapes, strict=True) if each.fits]
    if not fitting:
        return None
    best, shape = max(fitting, key=lambda pair: pair[0].points)
    return shape.layout, best.why


@dataclass(frozen=True, slots=True)
class _Rating:
    """How well a layout serves a role; `fits` says whether it does so at all."""

    points: int
    fits: bool
    why: str


def _rated(role: str, shape: Shape) -> _Rating:
    rule = _RULES[role]
    fit, why = rule.fits(shape)
    names = named_for(shape.layout.name)
    named = names.get(role, 0) == max(names.values(), default=1)
    typed = shape.layout.type in rule.types
    # A type or a name without the placeholders that it promises is no use.
    promised = bool(fit) or (typed and shape.titled)
    points = fit + 30 * typed + 20 * named
    reasons = (
        f"its type is {shape.layout.type}" if typed else "",
        why,
        "its name says so" if named else "",
    )
    return _Rating(
        points - (12 if names and role not in names else 0),
        promised and (named or not rule.needs_name) and points >= _ENOUGH,
        "; ".join(reason for reason in reasons if reason),
    )


def _make_do(
    roles: dict[str, Layout], reasons: dict[str, str], shapes: Sequence[Shape]
) -> frozenset[str]:
    """Fill the roles that are left from those that make do for them."""
    native = set(roles)
    fallbacks: set[str] = set()
    for role, rule in _RULES.items():
        if role in roles:
            continue
        other = next((each for each in rule.instead if each in native), None)
        if other is None:
            widest = max(shapes, key=lambda shape: (shape.titled, shape.area_share))
            roles[role] = widest.layout
            reasons[role] = "no layout of its own: the one with the most room makes do"
        elif role in _DRAWN:
            roles[role] = roles[other]
            reasons[role] = "drawn on the free area below the title"
            continue
        else:
            roles[role] = roles[other]
            reasons[role] = f"no layout of its own: the one for {other} makes do"
        fallbacks.add(role)
    return frozenset(fallbacks)
