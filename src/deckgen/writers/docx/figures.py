"""Pictures, galleries, charts, and diagrams that a page shows as tables."""

from __future__ import annotations

from deckgen.documents.blocks import chart_table
from deckgen.model.blocks import Chart, Columns, Diagram, Gallery, Node, Picture
from deckgen.model.deck import ChartShape, ChartStyle, Colour, Line, Origin
from deckgen.model.geometry import EMU_PER_CM, Box
from deckgen.model.inline import plain
from deckgen.ooxml import names, xml
from deckgen.ooxml.drawing import line
from deckgen.ooxml.relationships import Relationship
from deckgen.writers.docx import diagrams
from deckgen.writers.docx.measures import column_widths, word_width
from deckgen.writers.docx.names import PIC, WP
from deckgen.writers.docx.runs import Emphasis, inline
from deckgen.writers.docx.story import Story, paragraph
from deckgen.writers.docx.tables import Placed, Rows, native, room_for

EMU_PER_TWIP = 635
EMU_PER_PIXEL = 6_350  # 144 pixels an inch: finer than a screen, coarse enough to fill the measure
TALLEST = int(8.5 * EMU_PER_CM)
_CHART_HEIGHT = int(5.6 * EMU_PER_CM)
_ROUND = frozenset({"pie", "doughnut"})


def picture(story: Story, block: Picture) -> str:
    """A picture in line with the text, in a paragraph that keeps with its caption."""
    content = drawing(story, block, _room(story), TALLEST)
    return paragraph(story, "figure", content, keep_next=True)


def thumbnail(story: Story, block: Picture) -> str:
    """A slide's small picture under its title."""
    frame = Line(Colour("bg1", lum_mod=75), 6_350)
    content = drawing(story, block, int(7 * EMU_PER_CM), TALLEST, frame)
    return paragraph(story, "figure", content, keep_next=True)


def _room(story: Story) -> int:
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
    return _in_line(number, "Picture", cx, cy, block.alt, graphic, block.decorative)


def _in_line(
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
    """Pictures side by side, each with its own words below it, in a table without rules."""
    count = min(len(block.pictures), 3)
    indent, whole = room_for(story, count)
    width = whole // count
    room = width * EMU_PER_TWIP - 180_000
    tallest = TALLEST if count == 1 else int(5.5 * EMU_PER_CM)
    ratio = min(p.asset.height / max(p.asset.width, 1) for p in block.pictures)
    height = min(tallest, int(room * max(ratio, 0.4)))
    lines = []
    for start in range(0, len(block.pictures), count):
        shown = block.pictures[start : start + count]
        placed = [
            Placed((drawing(story, each, room, height), inline(story, each.caption)), column)
            for column, each in enumerate(shown)
        ]
        placed += [Placed(("",), column) for column in range(len(shown), count)]
        lines.append(tuple(placed))
    rows = Rows(
        (), tuple(lines), (width,) * count, ("left",) * count, title, "gallery", indent=indent
    )
    written = native(story, rows)
    story.after_table = False
    return written


def beside(story: Story, block: Columns, title: str) -> str:
    """Charts side by side, each under its column's title, in a table without rules."""
    count = len(block.columns)
    indent, whole = room_for(story, count)
    width = whole // count
    room = width * EMU_PER_TWIP - 180_000
    heads = tuple(
        Placed((inline(story, column.title, Emphasis(bold=True)),), place)
        for place, column in enumerate(block.columns)
    )
    drawings = tuple(
        Placed(
            tuple(
                _chart(story, inner, room, _CHART_HEIGHT)
                for inner in column.blocks
                if isinstance(inner, Chart)
            ),
            place,
        )
        for place, column in enumerate(block.columns)
    )
    lines = (heads, drawings) if any(column.title for column in block.columns) else (drawings,)
    widths, align = (width,) * count, ("left",) * count
    written = native(story, Rows((), lines, widths, align, title, "gallery", indent=indent))
    story.after_table = False
    return written


def chart(story: Story, block: Chart) -> str:
    """A native chart with its workbook, in a paragraph that keeps with its caption."""
    return paragraph(
        story, "figure", _chart(story, block, _room(story), _CHART_HEIGHT), keep_next=True
    )


def _chart(story: Story, block: Chart, width: int, height: int) -> str:
    """A chart's run, with the parts that it needs."""
    from deckgen.ooxml.charts import chart_xml, workbook

    number = story.drawing_id()
    alt = block.alt or "; ".join(", ".join(row) for row in chart_table(block).rows)
    shape = ChartShape(
        Origin(f"chart-{number}", "Chart", alt),
        Box(0, 0, width, height),
        block.type,
        block.categories,
        block.series,
        _chart_style(block),
        number_format=block.number_format or "General",
        unit=block.unit,
        x_title=block.x_title,
        y_title=block.y_title or block.unit,
        lang=story.language,
    )
    part, book = f"word/charts/chart{number}.xml", f"word/embeddings/workbook{number}.xlsx"
    story.draft.put(part, chart_xml(shape, "rId1"), names.TYPE_CHART)
    story.draft.put_media(book, workbook(shape), names.TYPE_WORKBOOK)
    story.draft.put_relationships(part, [Relationship("rId1", names.REL_EMBEDDED, book)])
    rid = story.links.add(names.REL_CHART, part)
    graphic = (
        f'<a:graphic xmlns:a="{names.A}"><a:graphicData uri="{names.C}">'
        f'<c:chart xmlns:c="{names.C}" r:id="{rid}"/></a:graphicData></a:graphic>'
    )
    return _in_line(number, "Chart", width, height, alt, graphic)


def _chart_style(block: Chart) -> ChartStyle:
    """Quiet and small, in the colours of the template's theme."""
    count = max(len(block.series), len(block.categories) if block.type in _ROUND else 0)
    colours = tuple(Colour(f"accent{at % 6 + 1}") for at in range(count))
    marked = [series.highlight or series.name in block.highlight for series in block.series]
    quiet = Colour("tx1", lum_mod=35, lum_off=65)
    if any(marked):
        colours = tuple(Colour("accent1") if mark else quiet for mark in marked)
    points: tuple[Colour, ...] = colours if block.type in _ROUND else ()
    if block.highlight and len(block.series) == 1 and not any(marked):
        points = tuple(
            Colour("accent1") if c in block.highlight else quiet for c in block.categories
        )
    few = sum(len(series.values) for series in block.series) <= 14
    labels = few and block.type not in {"scatter", "area", "stacked-area"}
    return ChartStyle(
        colours=colours,
        text=Colour("tx1"),
        grid=Colour("tx1", lum_mod=15, lum_off=85),
        size=9.0,
        label_size=9.0,
        point_colours=points,
        labels=labels if block.labels is None else block.labels,
        legend="r" if block.type in _ROUND else "t" if len(block.series) > 1 else "",
        value_axis=not labels or block.type in _ROUND,
        gridlines=not labels,
    )


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
    dates = max(word_width(plain(node.when), look) for node in block.nodes)
    margin = max(dates, story.styles.look("body").left)
    widths = (margin, story.width - margin)
    rows = Rows((), tuple(body), widths, ("right", "left"), title, "timeline", header_column=True)
    return native(story, rows)


def _event(story: Story, node: Node) -> tuple[str, ...]:
    first = inline(story, node.title, Emphasis(bold=bool(node.text)))
    return (first, *(inline(story, text) for text in node.text))
