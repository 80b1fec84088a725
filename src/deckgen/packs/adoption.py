"""pack.yaml for a template of others: what was found in it, for a person to correct."""

from __future__ import annotations

import json
from collections.abc import Iterator

from deckgen.model.geometry import EMU_PER_CM
from deckgen.model.pack import DeckTemplate, Layout, Pack
from deckgen.packs.roles import ROLES


def pack_yaml(pack: Pack, name: str, source: str, word: str = "") -> str:
    """The text of a pack.yaml that says what deckgen would do anyway, role by role.

    `word` is the Word file in the pack's folder, if it has one.
    """
    head = (*_head(name, source), *_word(word))
    return "\n".join((*head, *_layouts(pack.deck), *_steering(pack), ""))


def word_yaml(name: str, source: str, word: str) -> str:
    """The text of a pack.yaml for a Word file, with the decks of the default pack."""
    head = (f"name: {_quoted(name)}", f"description: {_quoted(f'Papers on {_one_line(source)}')}")
    return "\n".join((*head, "extends: default", *_word(word), ""))


def _word(file: str) -> Iterator[str]:
    if file:
        yield "# The paper's template; `deckgen template inspect` shows what is found in it."
        yield f"word: {_quoted(file)}"


def _head(name: str, source: str) -> Iterator[str]:
    yield f"# Made from {_one_line(source)}. Whatever is deleted here is found out again."
    yield f"name: {_quoted(name)}"
    yield f"description: {_quoted(f'Slides on {_one_line(source)}')}"


def _layouts(deck: DeckTemplate) -> Iterator[str]:
    names = [layout.name for layout in deck.layouts]
    yield ""
    yield "# Which layout serves what. Single kinds of slides may stand here too (bullets: ...)."
    yield "# The template has these layouts:"
    yield from (f"#   {_one_line(each)}" for each in dict.fromkeys(names))
    yield "layouts:"
    for role in ROLES:
        layout = deck.roles[role]
        # What only makes do is left open, and so is what a name alone does not tell.
        known = names.count(layout.name) == 1 and role not in deck.fallbacks
        entry = f"{role}: {_quoted(layout.name)}"
        yield f"  {'' if known else '# '}{entry}  # {_one_line(deck.reasons.get(role, ''))}"


def _steering(pack: Pack) -> Iterator[str]:
    content, free = pack.deck.roles["content"], pack.deck.roles["diagram"]
    yield ""
    yield "# Which placeholder, by its name or index, is which part of a slide."
    yield "# placeholders:"
    yield "#   content:"
    yield from (f"#     {slot.role}: {_quoted(slot.name)}" for slot in content.slots)
    yield ""
    yield "# Where tables, charts and diagrams may stand."
    yield "# areas:"
    yield f"#   diagram: {_area(free)}"
    yield ""
    yield "# Sizes in points, and colours by the theme's slots or as hex."
    yield "# style:"
    for key in ("body", "card_text", "cell", "caption", "floor_body"):
        yield f"#   {key}: {getattr(pack.style, key):g}"
    for key in ("accent", "second", "ink", "muted", "panel"):
        yield f"#   {key}: {_quoted(getattr(pack.style, key).base)}"


def _area(layout: Layout) -> str:
    box = layout.area
    sides = zip(("left", "top", "width", "height"), (box.x, box.y, box.cx, box.cy), strict=True)
    # Rounded down, so that the area is on the slide.
    lengths = ", ".join(f"{name}: {int(side * 10 / EMU_PER_CM) / 10:.1f}cm" for name, side in sides)
    return f"{{{lengths}}}"


def _quoted(text: str) -> str:
    return json.dumps(_one_line(text), ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
