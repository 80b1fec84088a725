"""A PowerPoint template's bytes -> DeckTemplate: layouts with all they inherit resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deckgen.colour import contrast, dark
from deckgen.diagnostics import Diagnostics
from deckgen.model.pack import DeckTemplate, FontScheme, Layout, Slot
from deckgen.ooxml import names
from deckgen.ooxml.archive import PackageRefused
from deckgen.ooxml.attributes import whole
from deckgen.ooxml.names import P, R
from deckgen.ooxml.package import Package
from deckgen.packs.areas import free_area
from deckgen.packs.bare import with_layouts
from deckgen.packs.grounds import Sheet, frame, ground
from deckgen.packs.holders import Master, placeholders, read_master, read_slot
from deckgen.packs.roles import Choice, choose, usable
from deckgen.packs.slots import decide
from deckgen.packs.themes import Colours, Theme, mapped, no_theme, override, read_theme


def read_template(
    data: bytes, file: str, by_hand: Mapping[str, Choice], found: Diagnostics
) -> DeckTemplate | None:
    """The template in the bytes; None after an error, which `found` then holds."""
    try:
        package = Package.open(data)
        presentation = package.main_part()
        if not _masters(package, presentation):
            found.error("no-master", f"{file} has no slide master.", None, _SAVE_AGAIN)
            return None
        size = _size(package.xml(presentation))
        groups = _groups(package, presentation)
        if not any(usable(group.layouts) for group in groups):
            data = with_layouts(package, _masters(package, presentation)[0], size)
            groups = _groups(Package.open(data), presentation)
        return _chosen(groups, size, data, file, by_hand, found)
    except PackageRefused as refused:
        found.error("bad-template", f"{file}: {refused.message}.", None, refused.hint)
        return None


_SAVE_AGAIN = "Open it in PowerPoint and save it again, or choose another template."


@dataclass(frozen=True, slots=True)
class _Group:
    """A master's layouts and its theme's faces."""

    layouts: tuple[Layout, ...]
    fonts: FontScheme


def _groups(package: Package, presentation: str) -> list[_Group]:
    root = package.xml(presentation)
    size = _size(root)
    default = root.find(f"{{{P}}}defaultTextStyle")
    groups: list[_Group] = []
    for part in _masters(package, presentation):
        theme = _theme(package, part)
        sheet_root = package.xml(part)
        sheet = Sheet(part, sheet_root, mapped(theme, sheet_root.find(f"{{{P}}}clrMap")), theme)
        master = read_master(sheet, size, default)
        layouts = tuple(_layout(package, each, master) for each in _layout_parts(package, part))
        groups.append(_Group(layouts, theme.fonts))
    return groups


def _chosen(
    groups: Sequence[_Group],
    size: tuple[int, int],
    data: bytes,
    file: str,
    by_hand: Mapping[str, Choice],
    found: Diagnostics,
) -> DeckTemplate:
    """The template with its roles served by the first master that has anything to fill."""
    group = next(each for each in groups if usable(each.layouts))
    everything = tuple(layout for each in groups for layout in each.layouts)
    chosen = choose(group.layouts, everything, size, by_hand, file, found)
    return DeckTemplate(
        data=data,
        size=size,
        layouts=everything,
        roles=chosen.roles,
        reasons=chosen.reasons,
        fallbacks=chosen.fallbacks,
        fonts=group.fonts,
        file=file,
    )


def _layout(package: Package, part: str, master: Master) -> Layout:
    root = package.xml(part)
    theme = master.sheet.theme
    own = override(root)
    colours = mapped(theme, own) if own is not None else master.sheet.colours
    sheet = Sheet(part, root, colours, theme)
    read = [read_slot(shape, ph, sheet, master) for shape, ph in placeholders(root)]
    kind = root.get("type", "")
    slots = decide(_distinct(read), kind, master.size)
    title, body = (
        frame(shape) if (shape := master.holders.get(each)) is not None else None
        for each in ("title", "body")
    )
    background = ground(package, (sheet, master.sheet), master.size)
    name = root.find(f"{{{P}}}cSld")
    return Layout(
        part=part,
        name=name.get("name", "") if name is not None else "",
        type=kind,
        slots=slots,
        area=free_area(slots, title, body, master.size),
        background=background,
        ink=_ink(slots, background, colours),
        colours=dict(colours.slots),
        dark=dark(background),
    )


def _distinct(slots: Sequence[Slot]) -> list[Slot]:
    """One placeholder for each type and index: slides name a placeholder by these alone."""
    kept: dict[tuple[str, int], Slot] = {}
    for slot in slots:
        kept.setdefault((slot.type, slot.idx), slot)
    return list(kept.values())


def _ink(slots: Sequence[Slot], background: str, colours: Colours) -> str:
    """The colour of text on the ground: the body's or the title's own where it can be read."""
    first = {slot.role: slot.levels[0].colour for slot in reversed(slots)}
    wanted = [first[role] for role in ("subtitle", "title") if role in first]
    body = [first["body"]] if "body" in first else []
    text = colours.slots["tx1"]
    choices = [*body, text, *wanted, colours.slots["bg1"], "FFFFFF", "000000"]
    return next(each for each in choices if contrast(each, background) >= 4.5)


def _masters(package: Package, presentation: str) -> list[str]:
    """The masters in the order of the presentation's list, then those that only have an arrow."""
    return _listed(package, presentation, names.REL_MASTER, f".//{{{P}}}sldMasterId")


def _layout_parts(package: Package, master: str) -> list[str]:
    return _listed(package, master, names.REL_LAYOUT, f".//{{{P}}}sldLayoutId")


def _listed(package: Package, part: str, kind: str, path: str) -> list[str]:
    arrows = {
        arrow.id: arrow.target
        for arrow in package.relationships(part)
        if arrow.type == kind and not arrow.external and arrow.target in package
    }
    ids = [each.get(f"{{{R}}}id", "") for each in package.xml(part).findall(path)]
    ordered = [arrows[each] for each in ids if each in arrows]
    return list(dict.fromkeys(ordered))


def _theme(package: Package, master: str) -> Theme:
    for part in package.related(master, names.REL_THEME):
        return read_theme(package.xml(part), part)
    return no_theme()


def _size(root: Any) -> tuple[int, int]:
    size = root.find(f"{{{P}}}sldSz")
    sides = [whole(size.get(name) if size is not None else None, 0) for name in ("cx", "cy")]
    width, height = sides
    # ST_SlideSizeCoordinate: 1 to 56 inches.
    return (width, height) if all(914_400 <= each <= 51_206_400 for each in sides) else _USUAL


_USUAL = (9_144_000, 6_858_000)
