"""Templates that are odd as files: kinds, parts, relationships, samples."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from tests.adoption.odd_looks import picture, resized
from tests.adoption.surgery import (
    KIND,
    MASTER,
    OFFICE,
    PRESENTATION,
    TYPES,
    Change,
    Parts,
    changed,
    edit,
    keep_layouts,
    more_layouts,
    relate,
    second_master,
    typed,
    unpacked,
    usual,
    wide,
)

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MAIN = KIND + "presentation.main+xml"
MACROS = "application/vnd.ms-powerpoint.{}.macroEnabled.main+xml"


def kind(main: str) -> Change:
    """The presentation as another kind of file."""

    def change(parts: Parts) -> None:
        parts[TYPES] = parts[TYPES].replace(MAIN.encode(), main.encode())

    return change


def macros(parts: Parts) -> None:
    parts["ppt/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 no macro at all"
    typed(parts, "ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject")
    relate(
        parts,
        PRESENTATION,
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
        "vbaProject.bin",
    )


def samples(*, sectioned: bool = False) -> Parts:
    """A template with sample slides: pictures, a chart, a table, notes and a jump."""
    deck = Presentation()
    for number in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Sample {number}"
        slide.shapes.add_picture(io.BytesIO(picture((200, 10 * number, 40))), Inches(1), Inches(2))
        slide.notes_slide.notes_text_frame.text = "Sample notes"
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("s", (1, 2))
    place = (Inches(1), Inches(1), Inches(4), Inches(3))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    slide.shapes.add_table(2, 2, *place)
    box = slide.shapes.add_textbox(*place)
    box.click_action.target_slide = deck.slides[0]
    file = io.BytesIO()
    deck.save(file)
    parts = unpacked(file.getvalue())
    if sectioned:
        ids = re.findall(r'<p:sldId [^>]*?\bid="(\d+)"', parts[PRESENTATION].decode())
        listed = "".join(f'<p14:sldId id="{each}"/>' for each in ids)
        edit(parts, [PRESENTATION], "</p:presentation>",
             '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
             'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Old" '
             f'id="{{6C1B7A52-8F0E-4C5B-9B55-0C4E3B1F7A10}}"><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>'
             "</p14:sectionLst></p:ext></p:extLst></p:presentation>")  # fmt: skip
    return parts


def shared_picture(parts: Parts) -> None:
    """A layout that shows the picture of a sample slide."""
    part = next(name for name in parts if name.startswith("ppt/media/"))
    arrow = relate(parts, "ppt/slideLayouts/slideLayout2.xml", OFFICE + "image", f"../../{part}")
    shape = (
        '<p:pic><p:nvPicPr><p:cNvPr id="77" name="Shared"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{arrow}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="300000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></p:spPr></p:pic></p:spTree>"
    )
    edit(parts, ["ppt/slideLayouts/slideLayout2.xml"], "</p:spTree>", shape)


def extras(parts: Parts) -> None:
    """Tags, custom XML, an embedded font without a default type, a handout master."""
    parts["ppt/tags/tag1.xml"] = (
        f'<p:tagLst xmlns:p="{P}"><p:tag name="ODD" val="1"/></p:tagLst>'.encode()
    )
    typed(parts, "ppt/tags/tag1.xml", KIND + "tags+xml")
    arrow = relate(parts, MASTER, OFFICE + "tags", "../tags/tag1.xml")
    edit(
        parts,
        [MASTER],
        "</p:spTree>",
        f'</p:spTree><p:custDataLst><p:tags r:id="{arrow}"/></p:custDataLst>',
    )
    parts["customXml/item1.xml"] = b"<odd/>"
    relate(parts, PRESENTATION, OFFICE + "customXml", "../customXml/item1.xml")
    parts["ppt/fonts/font1.fntdata"] = b"no font at all"
    typed(parts, "ppt/fonts/font1.fntdata", "application/x-fontdata")
    font = relate(parts, PRESENTATION, OFFICE + "font", "fonts/font1.fntdata")
    edit(parts, [PRESENTATION], "(<p:notesSz [^>]*/>)",
         rf'\1<p:embeddedFontLst><p:embeddedFont><p:font typeface="Odd"/><p:regular r:id="{font}"/>'
         "</p:embeddedFont></p:embeddedFontLst>")  # fmt: skip
    handout(parts)


def handout(parts: Parts) -> None:
    theme = "ppt/theme/theme7.xml"
    parts[theme] = parts["ppt/theme/theme1.xml"]
    typed(parts, theme, "application/vnd.openxmlformats-officedocument.theme+xml")
    colours = re.search(r"<p:clrMap [^>]*/>", parts[MASTER].decode())
    assert colours is not None
    part = "ppt/handoutMasters/handoutMaster1.xml"
    parts[part] = (
        f'<p:handoutMaster xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:cSld><p:spTree><p:nvGrpSpPr>'
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>'
        f"{colours[0]}</p:handoutMaster>"
    ).encode()
    typed(parts, part, KIND + "handoutMaster+xml")
    parts["ppt/handoutMasters/_rels/handoutMaster1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}theme" Target="../theme/theme7.xml"/></Relationships>'
    ).encode()
    arrow = relate(
        parts, PRESENTATION, OFFICE + "handoutMaster", "handoutMasters/handoutMaster1.xml"
    )
    edit(parts, [PRESENTATION], "</p:sldMasterIdLst>",
         f'</p:sldMasterIdLst><p:handoutMasterIdLst><p:handoutMasterId r:id="{arrow}"/></p:handoutMasterIdLst>')  # fmt: skip


def absolute(parts: Parts) -> None:
    """Targets from the package's root, as some writers give them."""
    for name in [name for name in parts if name.endswith(".rels") and name.startswith("ppt/")]:
        folder = name.split("_rels/")[0]

        def rooted(found: re.Match[str], folder: str = folder) -> str:
            path: list[str] = folder.strip("/").split("/")
            for step in found[1].split("/"):
                path = path[:-1] if step == ".." else [*path, step]
            return f'Target="/{"/".join(path)}"'

        parts[name] = re.sub(r'Target="(?!/|http)([^"]+)"', rooted, parts[name].decode()).encode()


def without(*names: str) -> Change:
    """Parts that some exports leave out, with what leads to them."""

    def change(parts: Parts) -> None:
        for name in names:
            del parts[name]
            for source in [each for each in parts if each.endswith(".rels")]:
                file = name.rpartition("/")[2]
                parts[source] = re.sub(
                    rf'<Relationship [^>]*{file}"[^>]*/>'.encode(), b"", parts[source]
                )
            parts[TYPES] = re.sub(rf'<Override [^>]*"/{name}"[^>]*/>'.encode(), b"", parts[TYPES])

    return change


def no_size(element: str) -> Change:
    return lambda parts: edit(parts, [PRESENTATION], rf"<p:{element} [^>]*/>", "")


DOC = ("docProps/core.xml", "docProps/app.xml", "docProps/thumbnail.jpeg")
AROUND = ("ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml")

PACKAGES: dict[str, Callable[[], bytes]] = {
    "template": lambda: changed(usual(), kind(KIND + "template.main+xml")),
    "show": lambda: changed(usual(), kind(KIND + "slideshow.main+xml")),
    "macros": lambda: changed(usual(), kind(MACROS.format("presentation")), macros),
    "macro-template": lambda: changed(usual(), kind(MACROS.format("template")), macros),
    "macro-show": lambda: changed(usual(), kind(MACROS.format("slideshow")), macros),
    "no-layouts": lambda: changed(usual(), keep_layouts([])),
    "many-layouts": lambda: changed(usual(), more_layouts(130)),
    "two-masters": lambda: changed(usual(), second_master),
    "two-wide-masters": lambda: changed(wide(), second_master),
    "samples": lambda: changed(samples()),
    "sections": lambda: changed(samples(sectioned=True)),
    "shared-picture": lambda: changed(samples(), shared_picture),
    "extras": lambda: changed(usual(), extras),
    "absolute-targets": lambda: changed(usual(), absolute),
    "no-properties": lambda: changed(usual(), without(*DOC)),
    "bare-presentation": lambda: changed(usual(), without(*AROUND)),
    "no-slide-size": lambda: changed(usual(), no_size("sldSz")),
    "no-notes-size": lambda: changed(usual(), no_size("notesSz")),
    "everything": lambda: changed(
        samples(sectioned=True), resized(12_192_000, 6_858_000), shared_picture, extras, second_master,
        kind(MACROS.format("template")), macros,
    ),
}  # fmt: skip
