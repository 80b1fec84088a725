"""The presentation part: its list of slides, its sections, its notes master."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from deckgen.model.deck import Section
from deckgen.ooxml import names
from deckgen.ooxml.package import Relationship, next_id
from deckgen.ooxml.xml import attribute, clean, parse, serialise
from deckgen.writers.pptx.base import Base
from deckgen.writers.pptx.ids import guid

FIRST_SLIDE_ID = 256  # ST_SlideId begins there (ECMA-376 part 1, 19.7.13)

_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_SIZE_RATIOS = {"screen4x3": 4 / 3, "screen16x9": 16 / 9, "screen16x10": 16 / 10}
_USUAL_SIZES = {"sldSz": ("9144000", "6858000"), "notesSz": ("6858000", "9144000")}
# What follows the list of slides in CT_Presentation, in the schema's order.
_AFTER_SLIDES = ("sldSz", "notesSz")


def presentation(
    base: Base, slides: Sequence[str], sections: Sequence[Section], ids: Sequence[str],
    notes_master: str,
) -> tuple[bytes, tuple[Relationship, ...]]:  # fmt: skip
    """The presentation's part and its relationships.

    `slides` are the slides' parts and `ids` their outline ids, in order; `notes_master` a part's
    name, or empty.
    """
    numbers = {name: number for number, name in enumerate(ids, FIRST_SLIDE_ID)}
    listed = tuple(
        [
            (section.id, tuple([numbers[name] for name in section.slides if name in numbers]))
            for section in sections
        ]
    )
    template = base.package.read(base.main)
    content, arrows = _unnamed(
        template, base.main, base.arrows, tuple(slides), listed, notes_master
    )
    for number, section in enumerate(sections):
        name = attribute(clean(section.name)).encode()
        content = content.replace(_mark(number).encode(), name)
    return content, arrows


_Listed = tuple[tuple[str, tuple[int, ...]], ...]
"""Sections by their ids, each with its slides' numbers."""


@lru_cache(maxsize=8)
def _unnamed(
    template: bytes, main: str, kept: tuple[Relationship, ...], slides: tuple[str, ...],
    sections: _Listed, notes_master: str,
) -> tuple[bytes, tuple[Relationship, ...]]:  # fmt: skip
    """A presentation with marks for its sections' names: decks in a row often differ by no more."""
    root = deepcopy(_without_slides(template, main))
    arrows = list(kept)
    if notes_master:
        _name_notes_master(root, arrows, notes_master)
    first = next_id(arrows)
    arrows += [
        Relationship(f"rId{number}", names.REL_SLIDE, part)
        for number, part in enumerate(slides, first)
    ]
    _list_slides(root, first, len(slides))
    if sections:
        _list_sections(root, sections)
    return serialise(root), tuple(arrows)


def _mark(section: int) -> str:
    """What stands for a section's name: no template holds it."""
    return f"deckgen-section-{section}-of-this-deck"


@lru_cache(maxsize=4)
def _without_slides(content: bytes, main: str) -> Any:
    """A template's presentation as all decks begin; not to be changed."""
    root = parse(content, main)
    _forget(root)
    _mend_size(root)
    return root


def notes_size(base: Base) -> tuple[int, int]:
    """Width and height of a notes page, in EMU."""
    size = _without_slides(base.package.read(base.main), base.main).find(_p("notesSz"))
    if size is None:
        return 6_858_000, 9_144_000
    return int(size.get("cx")), int(size.get("cy"))


def _forget(root: Any) -> None:
    """Take out what names sample slides: their list, custom shows, sections."""
    for name in ("sldIdLst", "custShowLst"):
        for element in root.findall(_p(name)):
            root.remove(element)
    for extension in root.findall(f"{_p('extLst')}/{_p('ext')}"):
        if extension.get("uri") == _SECTIONS_URI:
            extension.getparent().remove(extension)
    for extensions in root.findall(_p("extLst")):
        if not len(extensions):
            root.remove(extensions)


def _mend_size(root: Any) -> None:
    """Say the sizes that are missing, as PowerPoint takes them to be.

    A name that the slide's measures belie (4:3 left on a wide slide) is dropped.
    """
    masters = [f"{name}IdLst" for name in ("sldMaster", "notesMaster", "handoutMaster", "sld")]
    before = [found for name in masters if (found := root.find(_p(name))) is not None]
    for name, sides in _USUAL_SIZES.items():
        size = root.find(_p(name))
        if size is None:
            size = root.makeelement(_p(name), dict(zip(("cx", "cy"), sides, strict=True)))
            before[-1].addnext(size)
        before.append(size)
    size = root.find(_p("sldSz"))
    ratio = _SIZE_RATIOS.get(size.get("type", ""))
    if ratio and abs(int(size.get("cx")) / int(size.get("cy")) - ratio) > 0.01:
        del size.attrib["type"]


def _name_notes_master(root: Any, arrows: list[Relationship], part: str) -> None:
    arrow = next((each for each in arrows if each.type == names.REL_NOTES_MASTER), None)
    if arrow is None:
        arrow = Relationship(f"rId{next_id(arrows)}", names.REL_NOTES_MASTER, part)
        arrows.append(arrow)
    if root.find(_p("notesMasterIdLst")) is None:
        masters = root.makeelement(_p("notesMasterIdLst"))
        masters.append(masters.makeelement(_p("notesMasterId"), {f"{{{names.R}}}id": arrow.id}))
        root.find(_p("sldMasterIdLst")).addnext(masters)


def _list_slides(root: Any, first: int, count: int) -> None:
    if not count:
        return
    slides = root.makeelement(_p("sldIdLst"))
    for number in range(count):
        attributes = {
            "id": str(FIRST_SLIDE_ID + number),
            f"{{{names.R}}}id": f"rId{first + number}",
        }
        slides.append(slides.makeelement(_p("sldId"), attributes))
    following = next(
        (found for name in _AFTER_SLIDES if (found := root.find(_p(name))) is not None), None
    )
    if following is None:
        root.append(slides)
    else:
        following.addprevious(slides)


def _list_sections(root: Any, sections: _Listed) -> None:
    extensions = root.find(_p("extLst"))
    if extensions is None:
        extensions = root.makeelement(_p("extLst"))
        root.append(extensions)
    extension = extensions.makeelement(_p("ext"), {"uri": _SECTIONS_URI})
    extensions.insert(0, extension)
    listed = extension.makeelement(_p14("sectionLst"), nsmap={"p14": names.P14})
    extension.append(listed)
    for place, (section, numbers) in enumerate(sections):
        attributes = {"name": _mark(place), "id": guid("section", section)}
        element = listed.makeelement(_p14("section"), attributes)
        slides = element.makeelement(_p14("sldIdLst"))
        for number in numbers:
            slides.append(slides.makeelement(_p14("sldId"), {"id": str(number)}))
        element.append(slides)
        listed.append(element)


def _p(name: str) -> str:
    return f"{{{names.P}}}{name}"


def _p14(name: str) -> str:
    return f"{{{names.P14}}}{name}"
