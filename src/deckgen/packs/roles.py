"""Which layout serves which role of the outline, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.frozen import Frozen
from deckgen.model.outline import Role
from deckgen.model.pack import Layout
from deckgen.packs.rules import DRAWN, RULES
from deckgen.packs.shapes import Shape, shape_of
from deckgen.packs.words import named_for

ROLES: tuple[str, ...] = get_args(Role)


class Choice(Frozen):
    """A layout named by hand for a role or kind; `span` is None when it was inherited."""

    layout: str
    span: Span | None


class Chosen(Frozen):
    """The layout of every role, the reason in words, and the roles that only make do."""

    roles: Mapping[str, Layout]
    reasons: Mapping[str, str]
    fallbacks: frozenset[str]


_ENOUGH = 25
_ROOM = 0.33


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
    for role in RULES:
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


ENOUGH = 1
"""What `serves` gives at least for layouts on which a talk can stand."""


def serves(layouts: Sequence[Layout], size: tuple[int, int]) -> int:
    """How well a master's layouts serve a talk: by content, title slide and section, or not."""
    shapes = [shape_of(each, size) for each in layouts]
    if not usable(layouts):
        return 0
    roomy = any(shape.titled and shape.high_title and shape.area_share > 0.3 for shape in shapes)
    untitled = not any(shape.titled for shape in shapes)
    if not roomy and not (untitled and any(shape.area_share > 0.3 for shape in shapes)):
        return 0
    native = sum(_best(role, shapes) is not None for role in ("title", "content", "section"))
    return ENOUGH + native


def roomy(layouts: Sequence[Layout], size: tuple[int, int]) -> bool:
    """Whether a layout with a title leaves a third of the slide for what is drawn below it."""
    shapes = (shape_of(each, size) for each in layouts)
    return any(each.titled and not each.bodies and each.area_share > _ROOM for each in shapes)


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


class _Rating(Frozen):
    """How well a layout serves a role; `fits` says whether it does so at all."""

    points: int
    fits: bool
    why: str


def _rated(role: str, shape: Shape) -> _Rating:
    rule = RULES[role]
    fit, why = rule.fits(shape)
    names = named_for(shape.layout.name)
    named = names.get(role, 0) == max(names.values(), default=1)
    typed = shape.layout.type in rule.types
    # A type or a name without the placeholders that it promises is no use.
    promised = (bool(fit) or (typed and shape.titled)) and shape.area_share >= rule.room
    points = fit + 30 * typed + 20 * named - 25 * shape.vertical
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
    for role, rule in RULES.items():
        if role in roles:
            continue
        other = next((each for each in rule.instead if each in native), None)
        if other is None:
            widest = max(shapes, key=lambda shape: (shape.titled, shape.area_share))
            roles[role] = widest.layout
            reasons[role] = "no layout of its own: the one with the most room makes do"
        elif role in DRAWN:
            roles[role] = roles[other]
            reasons[role] = "drawn on the free area below the title"
            continue
        else:
            roles[role] = roles[other]
            reasons[role] = f"no layout of its own: the one for {other} makes do"
        fallbacks.add(role)
    return frozenset(fallbacks)
