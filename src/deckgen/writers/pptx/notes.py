"""Speaker notes: a page for each slide that has some, and the master that they need."""

from __future__ import annotations

from functools import cache

from deckgen.model.deck import TextBody
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.drawing import transform
from deckgen.ooxml.package import Draft, Relationship
from deckgen.ooxml.relationships import relationships_part, resolve
from deckgen.ooxml.xml import document
from deckgen.writers.pptx.base import MASTER_COLOURS, Base
from deckgen.writers.pptx.ids import guid
from deckgen.writers.pptx.page import Page
from deckgen.writers.pptx.slides import NAMESPACES, TREE_HEAD, creation_id
from deckgen.writers.pptx.text import paragraphs

_IMAGE_LOCKS = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
_LOCKS = '<a:spLocks noGrp="1"/>'
_COLOURS = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6"'
    ' hlink="hlink" folHlink="folHlink"'
)


def notes_xml(notes: TextBody, page: Page) -> bytes:
    """The notes page of a slide: the slide's image, the words, the page's number."""
    image, number = _fixed_shapes()
    words = _shape(3, "Notes", _LOCKS, 'type="body" idx="1"', paragraphs(notes, page))
    return document(
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}{image}{words}"
        f"{number[0]}{page.number}{number[1]}</p:spTree>"
        f"{creation_id('notes of ' + page.slide)}</p:cSld>"
        f"<p:clrMapOvr>{MASTER_COLOURS}</p:clrMapOvr></p:notes>"
    )


@cache
def _fixed_shapes() -> tuple[str, tuple[str, str]]:
    """The slide's image, and what stands around the page's number; the same on all pages."""
    mark = "the-number"
    field = (
        f'<a:fld id="{guid("field", "slidenum")}" type="slidenum"><a:rPr lang="en-US"/>'
        f"<a:t>{mark}</a:t></a:fld>"
    )
    placeholder = 'type="sldNum" sz="quarter" idx="5"'
    before, _, after = _shape(
        4, "Slide Number", _LOCKS, placeholder, f"<a:p>{field}</a:p>"
    ).partition(mark)
    return _shape(2, "Slide Image", _IMAGE_LOCKS, 'type="sldImg"', ""), (before, after)


def notes_master(base: Base, draft: Draft, size: tuple[int, int]) -> str:
    """The part of the notes master: the template's, or one made for it with a theme of its own."""
    if existing := base.related(names.REL_NOTES_MASTER):
        return existing
    part = draft.free("ppt/notesMasters/notesMaster{}.xml")()
    draft.put(part, _master_xml(size), names.TYPE_NOTES_MASTER)
    theme = _copied_theme(base, draft)
    draft.put_relationships(part, [Relationship("rId1", names.REL_THEME, theme)])
    return part


def _copied_theme(base: Base, draft: Draft) -> str:
    """A copy of the first master's theme beside it, so that relative targets stay true."""
    package = base.package
    master = package.related(base.main, names.REL_MASTER)[0]
    theme = package.related(master, names.REL_THEME)[0]
    copy = draft.free(resolve(theme, "theme{}.xml"))()
    draft.put(copy, package.read(theme), names.TYPE_THEME)
    arrows = relationships_part(theme)
    if arrows in package.members:
        draft.parts[relationships_part(copy)] = package.read(arrows)
    return copy


def _master_xml(size: tuple[int, int]) -> bytes:
    width, height = size
    image_width = min(width * 4 // 5, height * 2 // 5 * 16 // 9)
    image = Box((width - image_width) // 2, height // 12, image_width, image_width * 9 // 16)
    body = Box(width // 10, height * 11 // 24, width * 4 // 5, height * 5 // 12)
    number = Box(width * 11 // 20, height * 19 // 20, width * 7 // 20, height // 24)
    field = (
        f'<a:p><a:fld id="{guid("field", "slidenum")}" type="slidenum"><a:rPr lang="en-US"/>'
        '<a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'
    )
    shapes = (
        _shape(2, "Slide Image Placeholder 1", _IMAGE_LOCKS, 'type="sldImg" idx="2"', "", image),
        _shape(
            3, "Notes Placeholder 2", _LOCKS, 'type="body" sz="quarter" idx="3"',
            '<a:p><a:endParaRPr lang="en-US"/></a:p>', body,
        ),
        _shape(
            4, "Slide Number Placeholder 3", _LOCKS, 'type="sldNum" sz="quarter" idx="5"', field,
            number,
        ).replace(
            "<a:lstStyle/>",
            '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>',
        ),
    )  # fmt: skip
    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 228_600}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1"'
        ' latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1200" kern="1200"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return document(
        f'<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/>'
        f"</p:bgRef></p:bg><p:spTree>{TREE_HEAD}{''.join(shapes)}</p:spTree></p:cSld>"
        f"<p:clrMap {_COLOURS}/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def _shape(number: int, name: str, locks: str, ph: str, words: str, box: Box | None = None) -> str:
    body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody>" if words else ""
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    looks = "<p:spPr/>" if box is None else f"<p:spPr>{transform(box)}{geometry}</p:spPr>"
    if box is not None and "sldImg" in ph:
        looks = (
            f'<p:spPr>{transform(box)}{geometry}<a:noFill/><a:ln w="12700"><a:solidFill>'
            '<a:prstClr val="black"/></a:solidFill></a:ln></p:spPr>'
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>{locks}</p:cNvSpPr>'
        f"<p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>{looks}{body}</p:sp>"
    )
