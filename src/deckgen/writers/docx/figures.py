"""Pictures, galleries, charts, and diagrams that a page shows as tables."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model.blocks import Diagram, Gallery, Node, Picture
from deckgen.model.deck import Colour, Line
from deckgen.model.geometry import EMU_PER_CM
from deckgen.model.inline import plain
from deckgen.ooxml import names, xml
from deckgen.ooxml.drawing import line
from deckgen.writers.docx import diagrams
from deckgen.writers.docx.measures import column_widths, word_width
from deckgen.writers.docx.names import PIC, WP
from deckgen.writers.docx.runs import Emphasis, inline, run
from deckgen.writers.docx.story import Story, paragraph
from deckgen.writers.docx.tables import Placed, Rows, native, room_for

EMU_PER_TWIP = 635
EMU_PER_PIXEL = 6_350  # 144 pixels an inch: finer than a screen, coarse enough to fill the measure
_TALLEST, _SHARE = int(8.5 * EMU_PER_CM), 0.37


def picture(story: Story, block: Picture) -> str:
    """A picture in line with the text, in a paragraph that keeps with its caption."""
    content = drawing(story, block, measure(story), tallest(story))
    return paragraph(story, "figure", content, keep_next=True)


def thumbnail(story: Story, block: Picture) -> str:
    """A slide's small picture under its title."""
    frame = Line(Colour("bg1", lum_mod=75), 6_350)
    content = drawing(story, block, int(7 * EMU_PER_CM), tallest(story), frame)
    return paragraph(story, "figure", content, keep_next=True, after=_BELOW_THUMBNAIL)


_BELOW_THUMBNAIL = 140


def tallest(story: Story) -> int:
    """How high a picture may be, in EMU: in proportion to a small page."""
    return min(_TALLEST, int(_SHARE * story.height * EMU_PER_TWIP))


def measure(story: Story) -> int:
    """The width of the text, in EMU."""
    return (story.width - story.styles.look("figure").left) * EMU_PER_TWIP


def drawing(
    story: Story, block: Picture, width: int, height: int, frame: Line | None = None
) -> str:
    """The picture's run, no larger than width and height (EMU), never coarser than 144 dpi."""
    asset = block.asset
    natural = asset.width * EMU_PER_PIXEL
    scale = min(1.0, width / natural, height / (asset.height * EMU_PER_PIXEL))
    cx, cy = int(natural * scale), int(asset.height * EMU_PER_PIXEL * scale)
    rid = story.media(asset, asset.data, asset.content_type)
    vector = ""
    if asset.svg is not None:
        svg = story.media(asset, asset.svg, "image/svg+xml")
        vector = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            f'<asvg:svgBlip xmlns:asvg="{names.ASVG}" r:embed="{svg}"/></a:ext></a:extLst>'
        )
    number = story.drawing_id()
    graphic = (
        f'<a:graphic xmlns:a="{names.A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/>'
        '<pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rid}">{vector}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line(frame) if frame else ""}'
        "</pic:spPr></pic:pic>"
        "</a:graphicData></a:graphic>"
    )
    return in_line(number, "Picture", cx, cy, block.alt, graphic, block.decorative)


def in_line(
    number: int, kind: str, cx: int, cy: int, alt: str, graphic: str, decorative: bool = False
) -> str:
    """A drawing in line with the text, as accessibility asks for (ECMA-376 20.4.2.8)."""
    mark = (
        f'<a:extLst xmlns:a="{names.A}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        f'<adec:decorative xmlns:adec="{names.ADEC}" val="1"/></a:ext></a:extLst>'
    )
    described = "" if decorative else f' descr="{xml.attribute(alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="{number}" name="{kind} {number}"{described}>{mark if decorative else ""}'
        f"</wp:docPr><wp:cNvGraphicFramePr/>{graphic}</wp:inline></w:drawing></w:r>"
    )


def gallery(story: Story, block: Gallery, title: str) -> str:
    """Pictures side by side on one line, their own words below, in a table without rules."""
    count = min(len(block.pictures), 3)
    indent, whole = room_for(story, count)
    width = whole // count
    room = width * EMU_PER_TWIP - 180_000
    highest = tallest(story) if count == 1 else int(5.5 * EMU_PER_CM)
    ratio = min(p.asset.height / max(p.asset.width, 1) for p in block.pictures)
    height = min(highest, int(room * max(ratio, 0.4)))
    lines = []
    for start in range(0, len(block.pictures), count):
        shown = block.pictures[start : start + count]
        pictures = [drawing(story, each, room, height) for each in shown]
        lines.append(_gallery_row(pictures, count, low=True))
        if any(each.caption for each in shown):
            captions = [inline(story, each.caption) for each in shown]
            lines.append(_gallery_row(captions, count))
    rows = Rows(
        (), tuple(lines), (width,) * count, ("left",) * count, title, "gallery", indent=indent
    )
    written = native(story, rows)
    story.after_table = False
    return written


def _gallery_row(contents: Sequence[str], count: int, low: bool = False) -> tuple[Placed, ...]:
    filled = [*contents, *[""] * (count - len(contents))]
    return tuple(Placed((each,), column, low=low) for column, each in enumerate(filled))


def drawn(story: Story, block: Diagram) -> str:
    """A diagram as shapes; empty where it has no room on a page."""
    return diagrams.diagram(story, block)


def diagram(story: Story, block: Diagram, title: str) -> str:
    """A diagram as a page says it: a timeline by its dates, others by title and text."""
    if block.type == "timeline":
        return _timeline(story, block, title)
    nodes = block.nodes
    body = tuple(
        (
            Placed((inline(story, node.title, Emphasis(bold=True)),), 0),
            Placed(tuple(inline(story, text) for text in node.text), 1),
        )
        for node in nodes
    )
    texts = ([plain(n.title) for n in nodes], [" ".join(map(plain, n.text)) for n in nodes])
    indent, room = room_for(story, 2)
    widths = column_widths(texts, story.styles.look("table-text"), room, False)
    rows = Rows((), body, widths, ("left", "left"), title, header_column=True, indent=indent)
    return native(story, rows)


def _timeline(story: Story, block: Diagram, title: str) -> str:
    """Dates on the left of a rule, what happened on the right; a date is said once."""
    body = []
    said = ""
    for node in block.nodes:
        when = plain(node.when)
        again = bool(when) and when == said
        said = when
        shown = "" if again else inline(story, node.when, Emphasis(bold=True))
        body.append((Placed((shown,), 0), Placed(_event(story, node), 1)))
    look = story.styles.look("table-text")
    heads = (story.labels.get("when", "When"), story.labels.get("what", "What"))
    dates = max(word_width(each, look) for each in (heads[0], *map(_when, block.nodes)))
    margin = max(dates, story.styles.look("body").left)
    widths = (margin, story.width - margin)
    header = tuple(Placed((run(story, head),), place) for place, head in enumerate(heads))
    align = ("end", "left")
    rows = Rows(header, tuple(body), widths, align, title, "timeline", header_column=True)
    return native(story, rows)


def _when(node: Node) -> str:
    return plain(node.when)


def _event(story: Story, node: Node) -> tuple[str, ...]:
    first = inline(story, node.title, Emphasis(bold=bool(node.text)))
    return (first, *(inline(story, text) for text in node.text))
