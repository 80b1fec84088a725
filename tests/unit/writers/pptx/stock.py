"""Templates and decks made by hand for the tests of the PowerPoint writer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from lxml import etree

from deckgen.model.asset import Asset
from deckgen.model.deck import (
    AutoShape,
    Colour,
    Deck,
    Origin,
    Ph,
    PlacedSlide,
    Preset,
    Properties,
    Section,
    Shape,
    TextBody,
    TextParagraph,
    TextRun,
)
from deckgen.model.geometry import Box, inches
from deckgen.model.pack import DeckTemplate, FontScheme
from deckgen.ooxml.names import A, P, R
from deckgen.writers.pptx import write

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
MAIN = "ppt/presentation.xml"
MAIN_RELS = "ppt/_rels/presentation.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
EPOCH = 1_700_000_000

Change = bytes | Callable[[bytes], bytes] | None


@cache
def plain() -> bytes:
    """The template that python-pptx brings: eleven layouts, 4:3, no notes master, no slides."""
    import pptx

    buffer = io.BytesIO()
    pptx.Presentation().save(buffer)
    return buffer.getvalue()


@cache
def with_samples() -> bytes:
    """A template with two sample slides: one with a picture, a chart and notes."""
    import pptx
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    presentation = pptx.Presentation()
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("s", (1, 2))
    first = presentation.slides.add_slide(presentation.slide_layouts[5])
    first.shapes.add_picture(io.BytesIO(png("green")), 0, 0)
    first.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 999, 999, data)
    first.notes_slide.notes_text_frame.text = "A sample's notes"
    presentation.slides.add_slide(presentation.slide_layouts[6])
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def repack(data: bytes, changes: Mapping[str, Change]) -> bytes:
    """The package with members replaced, changed by a function, or (None) taken out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        if change is None:
            del members[name]
        else:
            members[name] = change(members[name]) if callable(change) else change
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def before(end: str, xml: str) -> Callable[[bytes], bytes]:
    """A change that puts XML before the (last) end tag given."""

    def change(content: bytes) -> bytes:
        head, tag, tail = content.rpartition(end.encode())
        assert tag, f"no {end} to put anything before"
        return head + xml.encode() + tag + tail

    return change


def relationship(name: str, kind: str, target: str) -> Callable[[bytes], bytes]:
    """A change that adds a relationship to a relationships part."""
    full = kind if "://" in kind else OFFICE + kind
    return before(
        "</Relationships>", f'<Relationship Id="{name}" Type="{full}" Target="{target}"/>'
    )


def typed(part: str, content_type: str) -> Callable[[bytes], bytes]:
    """A change that gives a part a content type."""
    return before("</Types>", f'<Override PartName="/{part}" ContentType="{content_type}"/>')


def chain(*changes: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Several changes, one after another."""

    def change(content: bytes) -> bytes:
        for each in changes:
            content = each(content)
        return content

    return change


def template(data: bytes) -> DeckTemplate:
    """A template as the packs would hand it over; the writer looks at its bytes alone."""
    fonts = FontScheme("Calibri", "Calibri")
    return DeckTemplate(data, (9_144_000, 6_858_000), (), {}, {}, frozenset(), fonts, "t.pptx")


def png(colour: str) -> bytes:
    """A small picture of one colour."""
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (16, 9), colour).save(buffer, "PNG")
    return buffer.getvalue()


def asset(colour: str, svg: bytes | None = None) -> Asset:
    """A picture as the readers would hand it over."""
    data = png(colour)
    return Asset(f"{colour}.png", sha256(data).hexdigest(), "image/png", 16, 9, data, svg)


def run(text: str, **how: Any) -> TextRun:
    """A run of text."""
    return TextRun(text, **how)


def body(*runs: TextRun | str, **how: Any) -> TextBody:
    """A body of one paragraph."""
    pieces = tuple(TextRun(each) if isinstance(each, str) else each for each in runs)
    return TextBody((TextParagraph(pieces),), **how)


def origin(node: str, **how: Any) -> Origin:
    """Where a shape comes from; its name is its node's."""
    return Origin(node, node.title(), **how)


def title(text: str = "A title") -> AutoShape:
    """The slide's title, in its placeholder."""
    return AutoShape(origin("title"), None, text=body(text), ph=Ph("title", 0))


def card(node: str, x: float = 1, y: float = 2, **how: Any) -> AutoShape:
    """A filled rectangle with a word."""
    box = Box(inches(x), inches(y), inches(2), inches(1))
    return AutoShape(origin(node), box, Preset(), Colour("accent1"), text=body("Word"), **how)


def slide(*shapes: Shape, name: str = "one", layout: str = LAYOUT, **how: Any) -> PlacedSlide:
    """A slide with a title and more shapes."""
    return PlacedSlide(name, layout, "A title", (title(), *shapes), **how)


def deck(*slides: PlacedSlide, sections: tuple[Section, ...] = (), language: str = "en") -> Deck:
    """A deck of the slides."""
    return Deck(slides, sections, Properties("A talk", "Ann Author", language=language))


def written(*slides: PlacedSlide, base: bytes | None = None, **how: Any) -> Written:
    """The deck of the slides, written on the plain template or another."""
    return Written(write(deck(*slides, **how), template(base or plain()), EPOCH))


class Written:
    """A finished package, for looking into."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.members = {name: archive.read(name) for name in archive.namelist()}

    def text(self, part: str) -> str:
        """A part's XML as text."""
        return self.members[part].decode()

    def root(self, part: str) -> Any:
        """A part's root element."""
        return etree.fromstring(self.members[part])

    def slide(self, number: int = 1) -> str:
        """A slide's XML as text."""
        return self.text(f"ppt/slides/slide{number}.xml")

    def find(self, path: str, number: int = 1) -> list[Any]:
        """What an XPath finds on a slide."""
        root = self.root(f"ppt/slides/slide{number}.xml")
        return list(root.xpath(path, namespaces={"a": A, "p": P, "r": R}))

    def arrows(self, part: str) -> dict[str, str]:
        """The targets of a part's relationships, by id."""
        folder, _, name = part.rpartition("/")
        root = self.root(f"{folder}/_rels/{name}.rels".lstrip("/"))
        return {each.get("Id"): each.get("Target") for each in root}

    def names(self, folder: str) -> list[str]:
        """The parts in a folder, without their relationships."""
        return sorted(n for n in self.members if n.startswith(folder) and "/_rels/" not in n)

    def reopened(self) -> Any:
        """The file as python-pptx reads it."""
        import pptx

        return pptx.Presentation(io.BytesIO(self.data))
