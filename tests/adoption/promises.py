"""What a deck on somebody's template has to keep, checked without the code that built it."""

from __future__ import annotations

import io
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import yaml
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation

TALK = Path(__file__).parent
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# What only sample slides, macros and the file's former life are: all else of a template stays.
SHED = re.compile(
    r"/(slide|vbaProject|revisionInfo|changesInfos?|digital-signature/\w+|thumbnail|"
    r"core-properties|extended-properties)$"
)
# Parts that say what the deck holds, and so are written anew or mended.
REWRITTEN = re.compile(r"ppt/(presentation|presProps|viewProps)\.xml|docProps/|\[Content_Types\]")
NOT_SHOWN = frozenset(("file", "alt", "language", "type", "align", "formula", "emphasis", "code"))


def broken(deck: bytes, template: bytes, folder: Path) -> list[str]:
    """Every promise that the deck of the test talk breaks, one line each."""
    return [
        *_new_findings(deck, template, folder),
        *_open_relationships(deck),
        *_lost_parts(deck, template),
        *_broken_slides(deck),
    ]


# -- the package --------------------------------------------------------------------------------


def _new_findings(deck: bytes, template: bytes, folder: Path) -> list[str]:
    """What the validator says of the deck, and not of the bare template."""
    after = _findings(deck, folder / "audited.pptx")
    before = _findings(template, folder / "audited.pptx") if after else after
    new = after - before
    return [f"validator: {part}: {what} ({count})" for (part, what), count in new.items()]


def _findings(data: bytes, file: Path) -> Counter[tuple[str, str]]:
    file.write_bytes(data)
    errors = OpenXmlValidator().validate(str(file)).errors
    return Counter((str(error.part_uri), str(error.description)) for error in errors)


def arrows(archive: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """A part's internal relationships: type and target."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    names = set(archive.namelist())
    if source not in names:
        return
    for arrow in etree.fromstring(archive.read(source)).iter(RELATIONSHIP):
        if arrow.get("TargetMode") != "External":
            target = unquote(arrow.get("Target"))
            yield arrow.get("Type"), posixpath.normpath(posixpath.join("/", folder, target))[1:]


def _open_relationships(deck: bytes) -> list[str]:
    found: list[str] = []
    with ZipFile(io.BytesIO(deck)) as archive:
        names = archive.namelist()
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        typed = {each.get("PartName", "").lstrip("/") for each in types}
        endings = {each.get("Extension", "").lower() for each in types}
        sources = ["", *(name for name in names if not name.endswith(".rels"))]
        reached = {target for part in sources for _, target in arrows(archive, part)}
        found += [f"a relationship leads to {each}" for each in sorted(reached - set(names))]
        for name in sources[1:]:
            ending = name.rpartition(".")[2].lower()
            if name != "[Content_Types].xml" and name not in typed and ending not in endings:
                found.append(f"{name} has no content type")
        found += [f"{each} is typed and absent" for each in sorted(typed - set(names) - {""})]
        found += [f"{name} is twice in the archive" for name, n in Counter(names).items() if n > 1]
    return found


def _lost_parts(deck: bytes, template: bytes) -> list[str]:
    """Parts of the template that are gone or changed, but for its sample slides and macros."""
    found: list[str] = []
    with ZipFile(io.BytesIO(template)) as before, ZipFile(io.BytesIO(deck)) as after:
        left = set(after.namelist())
        for part in sorted(_staying(before)):
            if part not in left:
                found.append(f"the template's {part} is lost")
            elif not _may_change(before, part) and before.read(part) != after.read(part):
                found.append(f"the template's {part} is changed")
    return found


def _may_change(archive: ZipFile, part: str) -> bool:
    """Whether a part says what is in the deck, or leads to a sample slide that has to go."""
    leads = any(SHED.search(kind) for kind, _ in arrows(archive, part))
    return leads or REWRITTEN.match(part) is not None


def _staying(archive: ZipFile) -> set[str]:
    names = {name.lower(): name for name in archive.namelist()}
    kept: set[str] = set()
    waiting = [""]
    while waiting:
        for kind, target in arrows(archive, waiting.pop()):
            part = names.get(target.lower())
            if part and part not in kept and not SHED.search(kind):
                kept.add(part)
                waiting.append(part)
    return kept


# -- the slides ---------------------------------------------------------------------------------


@cache
def wanted() -> list[tuple[str, list[str]]]:
    """Every slide's title, and the words that have to stand on it."""
    outline = yaml.load((TALK / "outline.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    slides: list[tuple[str, list[str]]] = []
    for slide in outline["slides"]:
        kind = next(iter(slide))
        said = {key: value for key, value in slide.items() if key not in ("notes", kind)}
        title = slide[kind]
        if kind == "title-slide":
            talk = outline["talk"]
            title = talk["title"]
            said = {key: talk[key] for key in ("subtitle", "speaker", "event", "place")}
        slides.append((title, [] if kind == "chart" else list(_words(said))))
    return slides


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in NOT_SHOWN:
                yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    else:
        plain = re.sub(r"\$[^$]*\$|[*`]", " ", value)
        yield from plain.split()


def _broken_slides(deck: bytes) -> list[str]:
    """Titles, texts, notes and boxes; a long slide may go on, each time with its title."""
    presentation = Presentation(io.BytesIO(deck))
    slides = list(presentation.slides)
    found: list[str] = []
    for title, words in wanted():
        mine = [slide for slide in slides if _is_of(slide, title)]
        if not mine:
            found.append(f"no slide has the title {title!r}")
            continue
        if title.startswith("Harbour winds") and len(mine) > 1:
            found.append("the title slide is split")
        shown = " ".join(text for slide in mine for text in texts(slide.shapes))
        found += [f"{title!r} does not say {word!r}" for word in words if word not in shown]
        if not any(slide.has_notes_slide for slide in mine):
            found.append(f"{title!r} has no notes")
        for slide in mine:
            found += [f"{title!r}: {fault}" for fault in _misplaced(slide, presentation)]
    return found


def _is_of(slide: Any, title: str) -> bool:
    pattern = re.compile(re.escape(title) + r"( \(\d+/\d+\))?\Z")
    return any(pattern.match(text) for text in texts(slide.shapes))


def texts(shapes: Any) -> Iterator[str]:
    """Every text of the shapes, with those in groups, tables and formulas."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from texts(shape.shapes)
        if shape.has_text_frame:
            yield re.sub(r"\s+", " ", shape.text_frame.text).strip()
        if getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
    if getattr(shapes, "element", None) is not None:
        for formula in shapes.element.iter(
            "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
        ):
            for paragraph in formula.iter(f"{DRAWING}p"):
                yield "".join(each.text or "" for each in paragraph.iter(f"{DRAWING}t"))


def _misplaced(slide: Any, presentation: Any) -> Iterator[str]:
    offered = [each.placeholder_format.type for each in slide.slide_layout.placeholders]
    if any(kind in (1, 3) for kind in offered):
        title = slide.shapes.title
        if title is None or not title.text_frame.text.strip():
            yield "its title is in no title placeholder"
    for shape in slide.shapes:
        if shape.is_placeholder and shape.has_text_frame and not shape.text_frame.text.strip():
            yield f"{shape.name} is left empty"
        right, bottom = shape.left + shape.width, shape.top + shape.height
        if shape.is_placeholder and not _has_own_place(shape):
            continue  # it stands where the template has it
        if shape.left < 0 or shape.top < 0 or shape.width < 0 or shape.height < 0:
            yield f"{shape.name} begins outside the slide"
        if right > presentation.slide_width + 1 or bottom > presentation.slide_height + 1:
            yield f"{shape.name} ends outside the slide"


def _has_own_place(shape: Any) -> bool:
    return shape.element.find(f".//{DRAWING}xfrm") is not None
