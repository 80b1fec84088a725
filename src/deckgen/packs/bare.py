"""A template with nothing to fill gets plain layouts, in memory, so that it can be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from deckgen.frozen import replace
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.archive import PackageRefused
from deckgen.ooxml.names import A, P, R
from deckgen.ooxml.package import Draft, Package, Relationship, next_id
from deckgen.ooxml.xml import document, serialise
from deckgen.packs.grounds import frame
from deckgen.packs.holders import placeholders
from deckgen.packs.style import type_scale

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
# Layouts by name: the type, and each placeholder's name, type, index and place in shares of the
# slide: left, top, width, height, for masters without placeholders to take them from.
_Place = tuple[float, float, float, float]
_Holder = tuple[str, str, int, _Place]
_PLAIN: dict[str, tuple[str, tuple[_Holder, ...]]] = {
    "Title slide": (
        "title",
        (
            ("Title", "ctrTitle", 0, (0.07, 0.3, 0.86, 0.25)),
            ("Subtitle", "subTitle", 1, (0.07, 0.58, 0.86, 0.2)),
        ),
    ),
    "Title and content": (
        "obj",
        (
            ("Title", "title", 0, (0.07, 0.07, 0.86, 0.14)),
            ("Content", "obj", 1, (0.07, 0.25, 0.86, 0.65)),
        ),
    ),
    "Title only": ("titleOnly", (("Title", "title", 0, (0.07, 0.07, 0.86, 0.14)),)),
}


def with_layouts(package: Package, master: str, size: tuple[int, int]) -> bytes:
    """The package with a second master like the first, and below it plain layouts.

    They are a title slide, a content and a title-only layout; the given parts stay as they are.
    Raises PackageRefused for a master that is incomplete.
    """
    draft = Draft.keeping(
        package,
        [part for part in package.members if not part.endswith((".rels", "[Content_Types].xml"))],
    )
    draft.put_relationships("", package.relationships())
    root = package.xml(master)
    first = max([2_147_483_648, *_identities(package)]) + 1
    again = draft.free("ppt/slideMasters/slideMaster{}.xml")()
    listed = _emptied_list(root)
    places = _places(root, size)
    arrows = _own_arrows(draft, package, master)
    free = draft.free("ppt/slideLayouts/slideLayout{}.xml")
    for identity, (name, (kind, holders)) in enumerate(_PLAIN.items(), first + 1):
        part = free()
        draft.put(
            part, _layout(name, kind, [_placed(each, places) for each in holders], size), _TYPE
        )
        draft.put_relationships(part, [Relationship("rId1", names.REL_MASTER, again)])
        arrow = Relationship(f"rId{next_id(arrows)}", names.REL_LAYOUT, part)
        arrows.append(arrow)
        entry = {"id": str(identity), f"{{{R}}}id": arrow.id}
        listed.append(listed.makeelement(f"{{{P}}}sldLayoutId", entry))
    draft.put(again, serialise(root), package.types.of(master))
    draft.put_relationships(again, arrows)
    _name_master(draft, package, again, first)
    return draft.seal()


def _emptied_list(root: Any) -> Any:
    """The master's list of layouts, without any."""
    listed = root.find(f"{{{P}}}sldLayoutIdLst")
    if listed is not None:
        for entry in list(listed):
            listed.remove(entry)
        return listed
    colours = root.find(f"{{{P}}}clrMap")
    if colours is None:
        raise PackageRefused(
            "the slide master has no colour map", "Open it in PowerPoint and save it again."
        )
    listed = root.makeelement(f"{{{P}}}sldLayoutIdLst", {})
    colours.addnext(listed)
    return listed


def _places(root: Any, size: tuple[int, int]) -> dict[str, _Place]:
    """Where the master has its title and its body, as shares of the slide."""
    places: dict[str, _Place] = {}
    for shape, ph in placeholders(root):
        box = frame(shape)
        kind = {"title": "title", "body": "obj"}.get(ph.get("type", ""))
        if box is not None and kind is not None:
            x, y = box.x / size[0], box.y / size[1]
            places.setdefault(kind, (x, y, box.cx / size[0], box.cy / size[1]))
    return places


def _placed(holder: _Holder, places: Mapping[str, _Place]) -> _Holder:
    name, kind, idx, usual = holder
    return name, kind, idx, places.get(kind, usual)


def _own_arrows(draft: Draft, package: Package, master: str) -> list[Relationship]:
    """What the second master leads to: all that the first does, but a theme of its own."""
    arrows: list[Relationship] = []
    for arrow in package.relationships(master):
        if arrow.type == names.REL_THEME and arrow.target in package:
            theme = draft.free("ppt/theme/theme{}.xml")()
            draft.put(theme, package.read(arrow.target), package.types.of(arrow.target))
            draft.put_relationships(theme, package.relationships(arrow.target))
            arrows.append(replace(arrow, target=theme))
        elif arrow.type != names.REL_LAYOUT:
            arrows.append(arrow)
    return arrows


def _name_master(draft: Draft, package: Package, master: str, identity: int) -> None:
    """List the master in the presentation."""
    main = package.main_part()
    root = package.xml(main)
    arrows = list(package.relationships(main))
    arrow = Relationship(f"rId{next_id(arrows)}", names.REL_MASTER, master)
    listed = root.find(f"{{{P}}}sldMasterIdLst")
    if listed is None:
        raise PackageRefused(
            "the presentation lists no masters", "Open it in PowerPoint and save it again."
        )
    entry = {"id": str(identity), f"{{{R}}}id": arrow.id}
    listed.append(listed.makeelement(f"{{{P}}}sldMasterId", entry))
    draft.put(main, serialise(root), package.types.of(main))
    draft.put_relationships(main, [*arrows, arrow])


def _identities(package: Package) -> list[int]:
    """The ids of all masters and layouts; they share one range."""
    presentation = package.main_part()
    parts = (presentation, *package.related(presentation, names.REL_MASTER))
    tags = (f"{{{P}}}sldLayoutId", f"{{{P}}}sldMasterId")
    found = [each.get("id", "") for part in parts for each in package.xml(part).iter(*tags)]
    return [int(each) for each in found if each.isdigit()]


def _layout(name: str, kind: str, holders: Sequence[_Holder], size: tuple[int, int]) -> bytes:
    shapes = "".join(_holder(at, holder, size) for at, holder in enumerate(holders, 2))
    return document(
        f'<p:sldLayout xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}" type="{kind}" preserve="1">'
        f'<p:cSld name="{name}"><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _holder(number: int, holder: _Holder, size: tuple[int, int]) -> str:
    name, kind, idx, shares = holder
    whole = (*size, *size)
    box = Box(*(round(share * side) for share, side in zip(shares, whole, strict=True)))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{_named(kind, idx)}/></p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr wrap="square">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle>{_levels(kind, size)}</a:lstStyle>"
        '<a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def _named(kind: str, idx: int) -> str:
    """The attributes that name a placeholder, without those that have their defaults."""
    return (f' type="{kind}"' if kind != "obj" else "") + (f' idx="{idx}"' if idx else "")


def _levels(kind: str, size: tuple[int, int]) -> str:
    """Sizes for the levels: such masters rarely have any that were meant for reading."""
    sizes = {"ctrTitle": (40,), "title": (30,), "subTitle": (22,)}.get(kind, (22, 20, 18, 16, 16))
    scale = type_scale(size)
    plain = (' marL="0" indent="0"', "<a:buNone/>") if kind == "subTitle" else ("", "")
    return "".join(
        f"<a:lvl{at}pPr{plain[0]}>{plain[1]}"
        f'<a:defRPr sz="{round(each * scale) * 100}"/></a:lvl{at}pPr>'
        for at, each in enumerate(sizes, 1)
    )
