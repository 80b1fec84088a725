"""A template with nothing to fill gets plain layouts, in memory, so that it can be used."""

from __future__ import annotations

from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.archive import PackageRefused
from deckgen.ooxml.names import A, P, R
from deckgen.ooxml.package import Draft, Package, Relationship, next_id
from deckgen.ooxml.xml import document, serialise
from deckgen.packs.style import type_scale

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
# Layouts by name: the type, and each placeholder's name, type, index and place in shares of the
# slide: left, top, width, height. Such masters have no placeholders to take places from.
_Holder = tuple[str, str, int, tuple[float, float, float, float]]
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
    """The package with a title slide, a content and a title-only layout below a master.

    Raises PackageRefused for a master that is incomplete.
    """
    draft = Draft.keeping(
        package,
        [part for part in package.members if not part.endswith((".rels", "[Content_Types].xml"))],
    )
    draft.put_relationships("", package.relationships())
    arrows = list(package.relationships(master))
    root = package.xml(master)
    identity = max([2_147_483_648, *_identities(package)])
    listed = root.find(f"{{{P}}}sldLayoutIdLst")
    if listed is None:
        listed = root.makeelement(f"{{{P}}}sldLayoutIdLst", {})
        colours = root.find(f"{{{P}}}clrMap")
        if colours is None:
            raise PackageRefused(
                "the slide master has no colour map", "Open it in PowerPoint and save it again."
            )
        colours.addnext(listed)
    free = draft.free("ppt/slideLayouts/slideLayout{}.xml")
    for name, (kind, holders) in _PLAIN.items():
        part = free()
        draft.put(part, _layout(name, kind, holders, size), _TYPE)
        draft.put_relationships(part, [Relationship("rId1", names.REL_MASTER, master)])
        arrow = Relationship(f"rId{next_id(arrows)}", names.REL_LAYOUT, part)
        arrows.append(arrow)
        identity += 1
        entry = {"id": str(identity), f"{{{R}}}id": arrow.id}
        listed.append(listed.makeelement(f"{{{P}}}sldLayoutId", entry))
    draft.put(master, serialise(root), package.types.of(master))
    draft.put_relationships(master, arrows)
    return draft.seal()


def _identities(package: Package) -> list[int]:
    """The ids of all masters and layouts; they share one range."""
    presentation = package.main_part()
    parts = (presentation, *package.related(presentation, names.REL_MASTER))
    tags = (f"{{{P}}}sldLayoutId", f"{{{P}}}sldMasterId")
    found = [each.get("id", "") for part in parts for each in package.xml(part).iter(*tags)]
    return [int(each) for each in found if each.isdigit()]


def _layout(name: str, kind: str, holders: tuple[_Holder, ...], size: tuple[int, int]) -> bytes:
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
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" idx="{idx}"/></p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr>'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{_levels(kind, size)}</a:lstStyle>"
        '<a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


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
