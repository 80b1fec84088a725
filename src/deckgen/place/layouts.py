"""Which layout a slide stands on: the one named by hand, or the one that serves its role."""

from __future__ import annotations

from typing import get_args

from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.model.blocks import Columns
from deckgen.model.outline import Outline, Role, Slide
from deckgen.model.pack import DeckTemplate, Layout

_ROLES = frozenset(get_args(Role))


def layout_for(slide: Slide, template: DeckTemplate, found: Diagnostics) -> Layout:
    """The slide's layout; a name by hand that the template does not have is an error."""
    if slide.layout:
        named = [layout for layout in template.layouts if layout.name == slide.layout]
        if named:
            return named[0]
        names = [layout.name for layout in template.layouts]
        found.error(
            "unknown-layout",
            f"the template {template.file} has no layout named '{slide.layout}'",
            slide.layout_span or slide.span,
            did_you_mean(slide.layout, names) or f"It has: {', '.join(names)}.",
        )
    return _by_role(slide, template)


def _by_role(slide: Slide, template: DeckTemplate) -> Layout:
    if slide.kind in template.roles and slide.kind not in _ROLES:
        return template.roles[slide.kind]
    chosen = template.roles[slide.role]
    if slide.role == "comparison":
        columns = [len(block.columns) for block in slide.blocks if isinstance(block, Columns)]
        return _with_columns(columns[0], chosen, template) if columns else chosen
    if slide.role == "statement" and any(_is_statement(block) for block in slide.blocks):
        return template.roles.get("statement-titled", chosen)
    if slide.role == "picture" and any(_beside(block) for block in slide.blocks):
        return template.roles.get("picture-text", chosen)
    return chosen


def _with_columns(count: int, chosen: Layout, template: DeckTemplate) -> Layout:
    """A layout with just as many headed columns, or the free area of a diagram's."""
    options = [chosen, template.roles.get("comparison-three", chosen)]
    for layout in options:
        if _headed_columns(layout) == count:
            return layout
    return template.roles["diagram"]


def _headed_columns(layout: Layout) -> int:
    roles = {slot.role for slot in layout.slots}
    pairs = (("heading", "body"), ("heading2", "body2"), ("heading3", "body3"))
    return sum(head in roles and body in roles for head, body in pairs)


def _is_statement(block: object) -> bool:
    return getattr(block, "role", "") == "statement"


def _beside(block: object) -> bool:
    return type(block).__name__ == "ItemList" or getattr(block, "role", "") == "body"


# Slides of these roles lose nothing on the layout for content or for titles.
_AT_HOME = frozenset({"agenda", "quote", "statement", "closing"})


def say_stand_ins(outline: Outline, template: DeckTemplate, found: Diagnostics) -> None:
    """Say, once for each role, where a template of others has no layout for it."""
    if not template.adopted:
        return
    used = dict.fromkeys(slide.role for slide in outline.slides if not slide.layout)
    for role in used:
        if role in template.fallbacks:
            tell = found.note if role in _AT_HOME else found.warning
            tell(
                "no-layout",
                f"{template.file} has no layout for {role} slides: they stand on"
                f" '{template.roles[role].name}'",
                None,
                "Name another under `layouts` in a pack.yaml: see `deckgen template adopt`.",
            )
