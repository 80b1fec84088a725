"""The presentation part: its list of slides, its sections, its notes master."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from deckgen.frozen import Frozen
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
# What stands for the lists while the rest is made; no template holds it.
_SLIDES = "slides-that-deckgen-lists-here"
_SECTIONS = "sections-that-deckgen-lists-here"
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
    template = base.package.read(base.main)
    lists = bool(slides), bool(sections)
    frame = _frame(template, base.main, base.arrows, notes_master, lists)
    first = next_id(frame.arrows)
    content = frame.content.replace(_SLIDES.encode(), frame.slides(len(slides), first).encode())
    content = content.replace(_SECTIONS.encode(), frame.sections(sections, numbers).encode())
    arrows = [
        Relationship(f"rId{n}", names.REL_SLIDE, part) for n, part in enumerate(slides, first)
    ]
    return content, (*frame.arrows, *arrows)


class _Frame(Frozen):
    """A template's presentation with marks for its lists, and its relationships without slides.

    `p`, `r` and `p14` are the prefixes, with a colon, that the lists are to use.
    """

    content: bytes
    arrows: tuple[Relationship, ...]
    p: str
    r: str
    p14: str

    def slides(self, count: int, first: int) -> str:
        """The list of slides; `first` is the number of the first one's relationship."""
        start, middle = f'<{self.p}sldId id="', f'" {self.r}id="rId'
        return "".join([f'{start}{FIRST_SLIDE_ID + n}{middle}{first + n}"/>' for n in range(count)])

    def sections(self, sections: Iterable[Section], numbers: Mapping[str, int]) -> str:
        """The list of sections; `numbers` are those of the slides by their outline ids."""
        return "".join([self._section(section, numbers) for section in sections])

    def _section(self, section: Section, numbers: Mapping[str, int]) -> str:
        start, listed = f'<{self.p14}sldId id="', f"{self.p14}sldIdLst"
        slides = "".join(
            [f'{start}{numbers[name]}"/>' for name in section.slides if name in numbers]
        )
        inner = f"<{listed}>{slides}</{listed}>" if slides else f"<{listed}/>"
        tag, name = f"{self.p14}section", attribute(clean(section.name))
        return f'<{tag} name="{name}" id="{guid("section", section.id)}">{inner}</{tag}>'


@lru_cache(maxsize=8)
def _frame(
    template: bytes, main: str, kept: tuple[Relationship, ...], notes_master: str,
    lists: tuple[bool, bool],
) -> _Frame:  # fmt: skip
    """`lists` are whether there are slides, and sections."""
    root = deepcopy(_without_slides(template, main))
    arrows = list(kept)
    if notes_master:
        _name_notes_master(root, arrows, notes_master)
    slides = _add_slides(root) if lists[0] else root
    sections = _add_sections(root) if lists[1] else root
    return _Frame(
        serialise(root),
        tuple(arrows),
        _prefix(slides, names.P),
        _prefix(slides, names.R),
        _prefix(sections, names.P14),
    )


def _prefix(element: Any, namespace: str) -> str:
    """What stands before names of a namespace within an element of it."""
    found = [prefix for prefix, uri in element.nsmap.items() if uri == namespace]
    named = [prefix for prefix in found if prefix]  # attributes need one
    return f"{named[0]}:" if named else ""


@lru_cache(maxsize=4)
def _without_slides(content: bytes, main: str) -> Any:
    """A template's presentation as all decks begin; not to be changed."""
    root = parse(content, main)
    _forget(root)
    _mend_size(root)
    return root


def notes_size(base: Base) -> tuple[int, int]:
    """Width and height of a notes page, in EMU."""
    return _said(base.package.read(base.main), base.main)[0]


def first_number(base: Base) -> int:
    """The number of the first slide; a template may count from another one than 1."""
    return _said(base.package.read(base.main), base.main)[1]


@lru_cache(maxsize=4)
def _said(content: bytes, main: str) -> tuple[tuple[int, int], int]:
    """The size of a template's notes pages, and the number of the first slide."""
    root = _without_slides(content, main)
    size, first = root.find(_p("notesSz")), root.get("firstSlideNum", "1")
    sides = (6_858_000, 9_144_000) if size is None else (int(size.get("cx")), int(size.get("cy")))
    return sides, int(first) if first.isdecimal() else 1


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


def _add_slides(root: Any) -> Any:
    slides = root.makeelement(_p("sldIdLst"), nsmap={"p": names.P, "r": names.R})
    slides.text = _SLIDES
    following = next(
        (found for name in _AFTER_SLIDES if (found := root.find(_p(name))) is not None), None
    )
    if following is None:
        root.append(slides)
    else:
        following.addprevious(slides)
    return slides


def _add_sections(root: Any) -> Any:
    extensions = root.find(_p("extLst"))
    if extensions is None:
        extensions = root.makeelement(_p("extLst"))
        root.append(extensions)
    extension = extensions.makeelement(_p("ext"), {"uri": _SECTIONS_URI})
    extensions.insert(0, extension)
    listed = extension.makeelement(_p14("sectionLst"), nsmap={"p14": names.P14})
    listed.text = _SECTIONS
    extension.append(listed)
    return listed


def _p(name: str) -> str:
    return f"{{{names.P}}}{name}"


def _p14(name: str) -> str:
    return f"{{{names.P14}}}{name}"
