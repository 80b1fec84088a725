"""Small templates made to order: a package with the masters and layouts that a test describes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from deckgen.ooxml import names
from deckgen.ooxml.package import Draft, Relationship
from deckgen.ooxml.xml import attribute, document

TEMPLATES = Path(__file__).parents[3] / "templates"
_NAMESPACES = f'xmlns:a="{names.A}" xmlns:r="{names.R}" xmlns:p="{names.P}"'
_KIND = "application/vnd.openxmlformats-officedocument.presentationml."
_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)


@dataclass(frozen=True)
class Ph:
    """A placeholder: type, index, box in hundredths of the slide's sides (None: inherited)."""

    type: str
    idx: int = 0
    box: tuple[int, int, int, int] | None = None
    style: str = ""
    name: str = "Placeholder"


@dataclass(frozen=True)
class Sheet:
    """A layout (or, without a name, a master): its type, background and colour map."""

    name: str
    holders: tuple[Ph, ...] = ()
    type: str = ""
    background: str = ""
    override: str = ""


TITLE = Ph("title", 0, (7, 6, 86, 14))
BODY = Ph("obj", 1, (7, 25, 86, 65))
MASTER = Sheet("", (TITLE, Ph("body", 1, (7, 25, 86, 65))))
Masters = Sequence[tuple[Sheet, Sequence[Sheet]]]


def make_template(masters: Masters, size: tuple[int, int] = (12_192_000, 6_858_000)) -> bytes:
    """A template with these masters and their layouts."""
    draft = Draft()
    arrows = []
    for number, (master, layouts) in enumerate(masters, 1):
        part = f"ppt/slideMasters/slideMaster{number}.xml"
        arrows.append(Relationship(f"rId{number}", names.REL_MASTER, part))
        _put_master(draft, part, master, layouts, number, size)
    ids = "".join(
        f'<p:sldMasterId id="{2147483648 + at * 100}" r:id="{arrow.id}"/>'
        for at, arrow in enumerate(arrows)
    )
    draft.put(
        "ppt/presentation.xml",
        document(
            f"<p:presentation {_NAMESPACES}><p:sldMasterIdLst>{ids}</p:sldMasterIdLst>"
            f'<p:sldSz cx="{size[0]}" cy="{size[1]}"/><p:notesSz cx="6858000" cy="9144000"/>'
            "</p:presentation>"
        ),
        names.TYPE_PRESENTATION,
    )
    draft.put_relationships("ppt/presentation.xml", arrows)
    draft.put_relationships("", [Relationship("rId1", names.REL_DOCUMENT, "ppt/presentation.xml")])
    return draft.seal()


def _put_master(
    draft: Draft,
    part: str,
    master: Sheet,
    layouts: Sequence[Sheet],
    number: int,
    size: tuple[int, int],
) -> None:
    arrows = []
    for at, layout in enumerate(layouts, 1):
        name = f"ppt/slideLayouts/slideLayout{number}{at:03}.xml"
        kind = f' type="{layout.type}"' if layout.type else ""
        own = f"<a:overrideClrMapping {layout.override}/>" if layout.override else ""
        draft.put(
            name,
            document(
                f"<p:sldLayout {_NAMESPACES}{kind}>{_data(layout, size)}<p:clrMapOvr>"
                f"{own or '<a:masterClrMapping/>'}</p:clrMapOvr></p:sldLayout>"
            ),
            _KIND + "slideLayout+xml",
        )
        draft.put_relationships(name, [Relationship("rId1", names.REL_MASTER, part)])
        arrows.append(Relationship(f"rId{at}", names.REL_LAYOUT, name))
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + number * 1000 + at}" r:id="{arrow.id}"/>'
        for at, arrow in enumerate(arrows)
    )
    listed = f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>" if ids else ""
    body = (
        '<p:bodyStyle><a:lvl1pPr marL="228600" indent="-228600"><a:buChar char="•"/>'
        '<a:defRPr sz="2400"/></a:lvl1pPr></p:bodyStyle>'
    )
    title = '<p:titleStyle><a:lvl1pPr><a:defRPr sz="4000"/></a:lvl1pPr></p:titleStyle>'
    draft.put(
        part,
        document(
            f"<p:sldMaster {_NAMESPACES}>{_data(master, size)}<p:clrMap {_MAP}/>{listed}"
            f"<p:txStyles>{title}{body}</p:txStyles></p:sldMaster>"
        ),
        _KIND + "slideMaster+xml",
    )
    draft.put_relationships(part, arrows)


def _data(sheet: Sheet, size: tuple[int, int]) -> str:
    shapes = "".join(_holder(at, holder, size) for at, holder in enumerate(sheet.holders, 2))
    ground = f"<p:bg><p:bgPr>{sheet.background}<a:effectLst/></p:bgPr></p:bg>"
    return (
        f'<p:cSld name="{attribute(sheet.name)}">{ground if sheet.background else ""}'
        f"<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>"
    )


def _holder(number: int, holder: Ph, size: tuple[int, int]) -> str:
    frame = ""
    if holder.box is not None:
        x, y, cx, cy = (
            share * side // 100 for share, side in zip(holder.box, (*size, *size), strict=True)
        )
        frame = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    kind = f' type="{holder.type}"' if holder.type != "obj" else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{holder.name}"/><p:cNvSpPr/>'
        f'<p:nvPr><p:ph{kind} idx="{holder.idx}"/></p:nvPr></p:nvSpPr><p:spPr>{frame}</p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle>{holder.style}</a:lstStyle><a:p/></p:txBody></p:sp>"
    )


@pytest.fixture(scope="session")
def odd() -> SimpleNamespace:
    """What odd templates are made of: `make`, `Ph`, `Sheet`, and usual parts of them."""
    return SimpleNamespace(
        make=make_template, Ph=Ph, Sheet=Sheet, TITLE=TITLE, BODY=BODY, MASTER=MASTER
    )


@pytest.fixture(scope="session")
def templates() -> Path:
    """The folder of the packs that come with the project."""
    return TEMPLATES
