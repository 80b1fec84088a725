"""What is known while one slide is written: its relationships, its shape ids, the whole deck."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from urllib.parse import quote

from deckgen.frozen import Frozen, field
from deckgen.model.asset import Asset
from deckgen.model.deck import Group, PlacedSlide, Shape
from deckgen.ooxml import names
from deckgen.ooxml.package import Draft
from deckgen.ooxml.xml import attribute, clean, document

# What a URL may hold beside letters and digits (RFC 3986, 2.2), and the percent of what is encoded.
_URL_SAFE = "!#$%&'()*+,/:;=?@[]~-._"


class Arrows:
    """The relationships of one part while it is written; equal ones are one.

    `inward` says that something was to lead to another slide, whether there is such a slide or not.
    """

    __slots__ = ("_found", "inward")

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, bool], str] = {}
        self.inward = False

    @property
    def kinds(self) -> frozenset[str]:
        """The types of the relationships."""
        return frozenset([kind for kind, _, _ in self._found])

    def to(self, kind: str, target: str, external: bool = False) -> str:
        """The id of the relationship to a relative target, made when it is new."""
        return self._found.setdefault((kind, target, external), f"rId{len(self._found) + 1}")

    def xml(self) -> bytes:
        """The relationships part."""
        lines = "".join(
            [
                f'<Relationship Id="{name}" Type="{kind}" Target="{attribute(target)}"'
                + (' TargetMode="External"/>' if external else "/>")
                for (kind, target, external), name in self._found.items()
            ]
        )
        return document(f'<Relationships xmlns="{names.RELATIONSHIPS}">{lines}</Relationships>')


class Store(Frozen):
    """The parts that slides share: media by digest, charts by count, slides by id."""

    draft: Draft
    language: str
    slides: Mapping[str, str]
    table_styles: frozenset[str]
    next_chart: Callable[[], str]
    next_workbook: Callable[[], str]

    def picture(self, asset: Asset) -> str:
        """The part that holds a picture's pixels; equal pictures share it."""
        return self._media(asset.digest, asset.data, asset.content_type)

    def vector(self, asset: Asset) -> str:
        """The part that holds a picture's SVG original."""
        svg = asset.svg or b""
        return self._media(sha256(svg).hexdigest(), svg, "image/svg+xml")

    def _media(self, digest: str, data: bytes, content_type: str) -> str:
        ending = names.IMAGE_EXTENSIONS.get(content_type, "img")
        part = f"ppt/media/{digest[:24]}.{ending}"
        if part not in self.draft.parts:
            self.draft.put_media(part, data, content_type)
        return part


class Page(Frozen):
    """One slide (or its notes) while it is written; `ids` are the shape ids of its nodes.

    `number` is what a field for the slide's number shows until it is counted again.
    """

    slide: str
    number: int
    arrows: Arrows
    store: Store
    ids: Mapping[str, int] = field(default_factory=dict)
    jumps: bool = True

    @property
    def language(self) -> str:
        """The language of runs that name none."""
        return self.store.language

    def link(self, target: str) -> str:
        """The attributes of a hyperlink: a URL, or `#slide-id`; empty when it leads nowhere."""
        if target.startswith("#"):
            self.arrows.inward = True
            part = self.store.slides.get(target[1:])
            if part is None or not self.jumps:
                return ""
            arrow = self.arrows.to(names.REL_SLIDE, part)
            return f'r:id="{arrow}" action="ppaction://hlinksldjump"'
        url = quote(clean(target), safe=_URL_SAFE)
        return f'r:id="{self.arrows.to(names.REL_HYPERLINK, url, external=True)}"'


def beside(part: str) -> str:
    """The target that leads to a part from the folders of slides, notes and charts."""
    return f"../{part[4:]}" if part.startswith("ppt/") else f"/{part}"


def shape_ids(slide: PlacedSlide) -> dict[str, int]:
    """The shape id of every node, counted in reading order; 1 is the slide's own tree."""
    return {shape.origin.node: number for number, shape in enumerate(walk(slide.shapes), 2)}


def walk(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """All shapes in reading order, groups before what they hold."""
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from walk(shape.shapes)
