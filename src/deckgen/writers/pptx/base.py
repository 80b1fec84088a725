"""A template as the base of decks: what of it stays, and what is known of its layouts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from deckgen.frozen import Frozen
from deckgen.ooxml import names
from deckgen.ooxml.archive import PackageRefused
from deckgen.ooxml.package import Draft, Package, Relationship, opened
from deckgen.ooxml.xml import attribute, parse, serialise

MASTER_COLOURS = "<a:masterClrMapping/>"

_SAMPLES = frozenset(
    {
        names.REL_SLIDE,
        names.REL_VBA,
        names.REL_REVISIONS,
        names.REL_CHANGES,
        names.REL_THUMBNAIL,
        names.REL_SIGNATURE,
    }
)
# A template is often saved while its masters are shown; a talk should open on its slides.
_MASTER_VIEW = re.compile(rb' lastView="(?:sldMasterView|notesMasterView|handoutView)"')
_SIDE = re.compile("[1-9][0-9]{0,9}")
_STYLE_ID = re.compile(rb'<a:tblStyle\b[^>]*\bstyleId="([^"]+)"')


class Base(Frozen):
    """A template without its sample slides.

    `kept` are the parts that stay; `mended` those of them that named a sample slide, rewritten;
    `arrows` the relationships of the presentation that stay.
    """

    package: Package
    main: str
    kept: tuple[str, ...]
    mended: Mapping[str, bytes]
    mended_arrows: Mapping[str, tuple[Relationship, ...]]
    arrows: tuple[Relationship, ...]
    table_styles: frozenset[str]

    def draft(self) -> Draft:
        """A new package that holds what stays of the template."""
        draft = _kept(self.package, self.kept).copy()
        for part, content in self.mended.items():
            draft.parts[part] = content
        for part, arrows in self.mended_arrows.items():
            draft.put_relationships(part, arrows)
        return draft

    def related(self, kind: str) -> str:
        """The part that the presentation names by a relationship type, empty when there is none."""
        found = (arrow.target for arrow in self.arrows if arrow.type == kind)
        return next((part for part in found if part in self.package), "")


@lru_cache(maxsize=4)
def _kept(package: Package, parts: tuple[str, ...]) -> Draft:
    """What all decks of a template begin with; not to be changed."""
    return Draft.keeping(package, parts)


@lru_cache(maxsize=4)
def read_base(data: bytes) -> Base:
    """The base in a template's bytes; kept for the next deck. Raises PackageRefused."""
    package = opened(data)
    main = package.main_part()
    masters = package.related(main, names.REL_MASTER)
    if not masters:
        raise PackageRefused(
            "the file holds no slide master", "Give a PowerPoint presentation or template."
        )
    if not all(package.related(master, names.REL_THEME) for master in masters):
        raise PackageRefused(
            "a slide master has no theme", "Open the file in PowerPoint and save it again."
        )
    _refuse_incomplete(package.xml(main))
    kept = package.reachable(lambda _part, arrow: arrow.type in _SAMPLES)
    cut = {
        part: arrows
        for part in sorted(kept - {main})
        if (arrows := package.relationships(part)) and any(a.type in _SAMPLES for a in arrows)
    }
    mended = {part: _without_links(package.xml(part), arrows) for part, arrows in cut.items()}
    for part in package.related(main, names.REL_PRESENTATION_PROPERTIES):
        if show := _whole_show(package, part):
            mended[part] = show
    for part in package.related(main, names.REL_VIEW_PROPERTIES):
        content = mended.get(part) or package.read(part)
        if _MASTER_VIEW.search(content):
            mended[part] = _MASTER_VIEW.sub(b"", content)
    return Base(
        package,
        main,
        tuple(sorted(kept)),
        mended,
        {part: _staying(package, part) for part in cut},
        _staying(package, main),
        _table_styles(package, main),
    )


def _refuse_incomplete(root: Any) -> None:
    """A presentation needs a list of masters and two sizes (ECMA-376 part 1, 19.2.1.26)."""
    listed = root.find(f"{{{names.P}}}sldMasterIdLst")
    sizes = [root.find(f"{{{names.P}}}{name}") for name in ("sldSz", "notesSz")]
    sides = [size.get(side, "") for size in sizes if size is not None for side in ("cx", "cy")]
    if listed is None or not all(_SIDE.fullmatch(side) for side in sides):
        raise PackageRefused(
            "the presentation lacks its list of masters or a size",
            "Open the file in PowerPoint and save it again.",
        )


@lru_cache(maxsize=512)
def layout_colours(base_data: bytes, layout: str) -> str:
    """The p:clrMapOvr content of a layout, which its slides repeat to look like it."""
    root = read_base(base_data).package.xml(layout)
    own = root.find(f"{{{names.P}}}clrMapOvr/{{{names.A}}}overrideClrMapping")
    if own is None:
        return MASTER_COLOURS
    pairs = "".join(f' {name}="{attribute(value)}"' for name, value in own.attrib.items())
    return f"<a:overrideClrMapping{pairs}/>"


def _staying(package: Package, part: str) -> tuple[Relationship, ...]:
    """A part's relationships that stay: to no sample, and to nothing that was missing before."""
    return tuple(
        arrow
        for arrow in package.relationships(part)
        if arrow.type not in _SAMPLES and (arrow.external or arrow.target in package)
    )


def _without_links(root: Any, arrows: tuple[Relationship, ...]) -> bytes:
    """A part without the elements that lead to a sample slide (a jump, an outline's view)."""
    gone = {arrow.id for arrow in arrows if arrow.type in _SAMPLES}
    for element in list(root.iter()):
        if element.get(f"{{{names.R}}}id") in gone and element.getparent() is not None:
            element.getparent().remove(element)
    return serialise(root)


def _whole_show(package: Package, part: str) -> bytes:
    """presProps without a show of some of the sample slides; empty when it names none."""
    content = package.read(part)
    if b"sldRg" not in content and b"custShow" not in content:
        return b""
    root = parse(content, part)
    for name in ("sldRg", "custShow"):
        for element in list(root.iter(f"{{{names.P}}}{name}")):
            element.getparent().remove(element)
    return serialise(root)


def _table_styles(package: Package, main: str) -> frozenset[str]:
    return frozenset(
        found.decode("ascii", "replace")
        for part in package.related(main, names.REL_TABLE_STYLES)
        for found in _STYLE_ID.findall(package.read(part))
    )
