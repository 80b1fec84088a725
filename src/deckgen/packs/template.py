"""A PowerPoint template's bytes -> DeckTemplate: layouts with all they inherit resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from deckgen.diagnostics import Diagnostics
from deckgen.frozen import Frozen
from deckgen.model.pack import DeckTemplate, FontScheme, Layout
from deckgen.ooxml import names
from deckgen.ooxml.archive import PackageRefused
from deckgen.ooxml.attributes import whole
from deckgen.ooxml.names import P, R
from deckgen.ooxml.package import Package, opened
from deckgen.packs.bare import with_layouts
from deckgen.packs.faces import used_faces
from deckgen.packs.grounds import Sheet
from deckgen.packs.holders import read_master
from deckgen.packs.layouts import read_layout
from deckgen.packs.roles import ENOUGH, Choice, choose, roomy, serves, usable
from deckgen.packs.themes import Theme, mapped, no_theme, read_theme


def read_template(
    data: bytes, file: str, by_hand: Mapping[str, Choice], found: Diagnostics
) -> DeckTemplate | None:
    """The template in the bytes; None after an error, which `found` then holds."""
    try:
        package = opened(data)
        presentation = package.main_part()
        if any(kind in package.types.of(presentation) for kind in _OTHERS):
            raise PackageRefused("the file is no presentation", "Give a .pptx or .potx file.")
        if not _masters(package, presentation):
            found.error("no-master", f"{file} has no slide master.", None, _SAVE_AGAIN)
            return None
        size = _size(package.xml(presentation))
        groups = _groups(package, presentation)
        # A master that opens a talk with a great picture may have no room for what follows.
        group = max(
            groups, key=lambda each: (serves(each.layouts, size), roomy(each.layouts, size))
        )
        layouts = group.layouts
        if serves(layouts, size) < ENOUGH:
            data = with_layouts(package, _masters(package, presentation)[groups.index(group)], size)
            groups = _groups(Package.open(data), presentation)
            layouts = (*(layouts if usable(layouts) else ()), *groups[-1].layouts)
        if not layouts:
            raise PackageRefused("its slide master has no layout that can be used", _SAVE_AGAIN)
        return _chosen(groups, layouts, size, data, file, by_hand, found)
    except PackageRefused as refused:
        found.error("bad-template", f"{file}: {refused.message}.", None, refused.hint)
        return None


_OTHERS = ("wordprocessingml", "spreadsheetml", "ms-word", "ms-excel")
_SAVE_AGAIN = "Open it in PowerPoint and save it again, or choose another template."


class _Group(Frozen):
    """A master's layouts and its theme's faces."""

    layouts: tuple[Layout, ...]
    fonts: FontScheme


def _served(group: _Group, size: tuple[int, int]) -> tuple[int, bool]:
    """How well a master serves: one that opens a talk may have no room for what follows."""
    return serves(group.layouts, size), roomy(group.layouts, size)


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
        layouts = tuple(read_layout(package, each, master) for each in _layout_parts(package, part))
        groups.append(_Group(layouts, theme.fonts))
    return groups


def _chosen(
    groups: Sequence[_Group],
    layouts: Sequence[Layout],
    size: tuple[int, int],
    data: bytes,
    file: str,
    by_hand: Mapping[str, Choice],
    found: Diagnostics,
) -> DeckTemplate:
    """The template with its roles served by these layouts."""
    everything = tuple(layout for each in groups for layout in each.layouts)
    chosen = choose(layouts, everything, size, by_hand, file, found)
    group = next(each for each in groups if chosen.roles["content"] in each.layouts)
    return DeckTemplate(
        data=data,
        size=size,
        layouts=everything,
        roles=chosen.roles,
        reasons=chosen.reasons,
        fallbacks=chosen.fallbacks,
        fonts=used_faces(group.fonts, chosen.roles["content"]),
        file=file,
        turned=any(slot.levels[0].rtl for layout in everything for slot in layout.slots),
    )


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
