"""What each placeholder of a layout is for: by its name in our own packs, else by structure."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.frozen import replace
from deckgen.model.geometry import Box
from deckgen.model.pack import Slot, SlotRole

# The names that deckgen's own templates give; they are exact, so that a person can use them too.
_NAMED: dict[str, SlotRole] = {
    "Running header": "header", "Subtitle": "subtitle", "Byline": "byline",
    "Occasion": "occasion", "Attribution": "attribution", "Source": "source",
    "Caption": "caption", "Lead": "lead", "Part number": "ordinal",
    "Heading": "heading", "Heading 2": "heading2", "Heading 3": "heading3",
    "Content": "body", "Content 2": "body2", "Content 3": "body3",
}  # fmt: skip
_BY_TYPE: dict[str, SlotRole] = {
    "title": "title", "ctrTitle": "title", "subTitle": "subtitle", "dt": "date", "ftr": "footer",
    "sldNum": "number", "hdr": "other", "pic": "picture", "tbl": "table", "chart": "chart",
    "media": "other", "clipArt": "other", "dgm": "other",
}  # fmt: skip
_BODIES: tuple[SlotRole, ...] = ("body", "body2", "body3")
_HEADINGS: tuple[SlotRole, ...] = ("heading", "heading2", "heading3")
_NUMERAL = 60.0  # points
_OPENING = frozenset(("title", "secHead"))


def decide(slots: Sequence[Slot], kind: str, size: tuple[int, int]) -> tuple[Slot, ...]:
    """The slots with their roles; `kind` is the layout's type. Their order stays."""
    roles: dict[int, SlotRole] = {}
    texts: list[int] = []
    for at, slot in enumerate(slots):
        if slot.name in _NAMED and slot.type in ("body", "obj", "subTitle"):
            roles[at] = _NAMED[slot.name]
        elif slot.type in _BY_TYPE:
            roles[at] = _BY_TYPE[slot.type]
        else:
            texts.append(at)
    _keep_first_title(slots, roles)
    title = next((slots[at] for at, role in roles.items() if role == "title"), None)
    opening = kind in _OPENING or any(slot.type in ("ctrTitle", "subTitle") for slot in slots)
    if opening:
        _opening_texts(slots, texts, roles)
    else:
        _content_texts(slots, texts, roles, title, size)
    _find_numeral(slots, roles, title)
    return tuple(replace(slot, role=roles.get(at, "other")) for at, slot in enumerate(slots))


def _find_numeral(slots: Sequence[Slot], roles: dict[int, SlotRole], title: Slot | None) -> None:
    """Text that towers over the title is meant for a part's number, not for sentences."""
    usual = title.levels[0].size if title is not None else _NUMERAL
    for at, role in roles.items():
        size = slots[at].levels[0].size
        if role in ("body", "subtitle") and size >= _NUMERAL and size > 1.5 * usual:
            roles[at] = "ordinal"


def _keep_first_title(slots: Sequence[Slot], roles: dict[int, SlotRole]) -> None:
    titles = [at for at, role in roles.items() if role == "title"]
    for at in titles[1:]:
        roles[at] = "other"
    subtitles = [at for at, role in roles.items() if role == "subtitle"]
    for at in subtitles[1:]:
        roles[at] = "byline" if slots[at].name != "Subtitle" else "subtitle"


def _opening_texts(slots: Sequence[Slot], texts: Sequence[int], roles: dict[int, SlotRole]) -> None:
    """On slides that open something, texts are subtitle, byline and occasion from the top."""
    free: list[SlotRole] = ["subtitle", "byline", "occasion"]
    wanted = [role for role in free if role not in roles.values()]
    objects = [at for at in texts if slots[at].type == "obj"]
    for at in sorted(texts, key=lambda each: (slots[each].box.y, slots[each].box.x)):
        if at in objects:
            roles[at] = "body" if "body" not in roles.values() else "other"
        else:
            roles[at] = wanted.pop(0) if wanted else "other"


def _content_texts(
    slots: Sequence[Slot],
    texts: Sequence[int],
    roles: dict[int, SlotRole],
    title: Slot | None,
    size: tuple[int, int],
) -> None:
    """Large placeholders are bodies; small ones are told by what they stand above or below."""
    held = [at for at, role in roles.items() if role in ("picture", "table", "chart", "body")]
    low = round(size[1] * 0.13)
    small = [at for at in texts if slots[at].type == "body" and slots[at].box.cy <= low]
    large = [at for at in texts if at not in small]
    if not large and not held:
        lead = [at for at in small if title is not None and _opens(title.box, slots[at].box, size)]
        if lead:
            roles[lead[0]] = "lead"
            small.remove(lead[0])
    if not large and not held and "lead" not in roles.values():
        # Nothing but small ones: the largest of them is the content.
        large = sorted(small, key=lambda at: -_area(slots[at].box))[:1]
        small = [at for at in small if at not in large]
    bodies = _reading_order(slots, large)
    for at in small:
        roles[at] = _small(slots, at, [*large, *held], title, size)
    heads = [at for at in small if roles[at] == "heading"]
    for at in heads:
        roles[at] = "other"
    _name_columns(slots, bodies, heads, roles)


def _small(
    slots: Sequence[Slot],
    at: int,
    larger: Sequence[int],
    title: Slot | None,
    size: tuple[int, int],
) -> SlotRole:
    box = slots[at].box
    below = [each for each in larger if _stands_on(box, slots[each].box)]
    above = [each for each in larger if _stands_on(slots[each].box, box)]
    if title is not None and box.bottom <= title.box.y + title.box.cy // 4:
        return "header"
    if below and len(larger) > 1 and _alike(box, slots[below[0]].box):
        return "heading"
    if title is not None and below and _near(title.box, box):
        return "subtitle"
    if box.y > size[1] * 0.86:
        return "source"
    return "caption" if above else "other"


def _name_columns(
    slots: Sequence[Slot],
    bodies: Sequence[int],
    heads: Sequence[int],
    roles: dict[int, SlotRole],
) -> None:
    """Number the bodies, and each heading like the body that it stands on."""
    free = [role for role in _BODIES if role not in roles.values()]
    for at, role in zip(bodies, free, strict=False):
        roles[at] = role
    for number, role in enumerate(_BODIES):
        body = next((at for at, each in roles.items() if each == role), None)
        near = [at for at in heads if body is not None and _alike(slots[at].box, slots[body].box)]
        if near and _HEADINGS[number] not in roles.values():
            roles[near[-1]] = _HEADINGS[number]


def _reading_order(slots: Sequence[Slot], texts: Sequence[int]) -> list[int]:
    """From the top, and from the left within a row."""

    def row(at: int) -> int:
        box = slots[at].box
        tops = [
            slots[each].box.y for each in texts if abs(slots[each].box.y - box.y) <= box.cy // 3
        ]
        return min(tops)

    return sorted(texts, key=lambda at: (row(at), slots[at].box.x))


def _area(box: Box) -> int:
    return box.cx * box.cy


def _across(one: Box, other: Box) -> float:
    """How much of the narrower box lies above or below the other, 0 to 1."""
    shared = min(one.right, other.right) - max(one.x, other.x)
    return max(0, shared) / max(1, min(one.cx, other.cx))


def _stands_on(upper: Box, lower: Box) -> bool:
    return _across(upper, lower) > 0.5 and upper.y + upper.cy // 2 < lower.y + lower.cy // 4


def _near(upper: Box, lower: Box) -> bool:
    return 0 <= lower.y - upper.bottom + upper.cy // 2 <= upper.cy


def _opens(title: Box, line: Box, size: tuple[int, int]) -> bool:
    """Whether a line stands right below the title, with most of the slide free below it."""
    below = _near(title, line) and line.cx > size[0] // 2
    return below and line.bottom < size[1] * 0.45 and title.y < size[1] * 0.2


def _alike(one: Box, other: Box) -> bool:
    """Whether two boxes share a column: nearly the same sides."""
    return _across(one, other) > 0.8 and one.cx < 1.6 * other.cx and other.cx < 1.6 * one.cx
