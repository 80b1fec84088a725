"""What a paper on somebody's template has to keep, checked without the code that built it."""

from __future__ import annotations

import io
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import docx
from lxml import etree
from openxml_audit import OpenXmlValidator

TALK = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARROW = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MAIN = re.compile(r"/officeDocument$")
# What only sample text shows, what macros are, and what the file's former life was.
SHED = re.compile(
    r"/(image|hyperlink|chart|oleObject|package|aFChunk|comments\w*|people|vbaProject|wordVbaData|"
    r"attachedToolbars|keyMapCustomizations|thumbnail|core-properties|extended-properties|"
    r"diagram\w+)$"
)
# Parts that are made anew or mended: the document, its styles, and what its notes are.
MENDED = re.compile(
    r"/(officeDocument|styles|stylesWithEffects|numbering|settings|footnotes|endnotes|header|"
    r"footer)$"
)
HEADINGS = [
    (1, "Measuring"),
    (2, "Short waves scatter radar"),
    (3, "Two satellites"),
    (2, "Three harbours differ"),
    (1, "Using it"),
    (2, "Ten years of passes"),
    (2, "Storm days have doubled"),
]
SAID = [
    "Harbour winds: measuring the coast from orbit", "Ada Okafor", "plain words",
    "Ports can plan with it", "Radar sees the roughness of the sea", "then it brightens",
    "compare", "Nothing is as rough as the sea", "x = 1", "the site", "Rotterdam", "7.9",
    "First satellite", 'read("winds.csv")', "Handbook of Coastal Radar (2023)",
    "planning", "The north has more storms",
]  # fmt: skip


def broken(paper: bytes, template: bytes, folder: Path) -> list[str]:
    """Every promise that the paper of the test talk breaks, one line each."""
    return [*sound(paper, template, folder), *_headings(paper), *_words(paper)]


def sound(paper: bytes, template: bytes, folder: Path) -> list[str]:
    """What is wrong with the file whatever it says."""
    return [
        *_new_findings(paper, template, folder),
        *open_relationships(paper, template),
        *_lost_parts(paper, template),
    ]


# -- the package --------------------------------------------------------------------------------


def _new_findings(paper: bytes, template: bytes, folder: Path) -> list[str]:
    before, after = (_findings(each, folder / "audited.docx") for each in (template, paper))
    return [f"validator: {part}: {what} ({n})" for (part, what), n in (after - before).items()]


def _findings(data: bytes, file: Path) -> Counter[tuple[str, str]]:
    file.write_bytes(data)
    errors = OpenXmlValidator().validate(str(file)).errors
    return Counter((str(error.part_uri), str(error.description)) for error in errors)


def arrows(archive: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """A part's internal relationships: type and target."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if source not in archive.namelist():
        return
    for arrow in etree.fromstring(archive.read(source)).iter(ARROW):
        if arrow.get("TargetMode") != "External":
            target = unquote(arrow.get("Target"))
            yield arrow.get("Type"), posixpath.normpath(posixpath.join("/", folder, target))[1:]


def open_relationships(paper: bytes, template: bytes) -> list[str]:
    with ZipFile(io.BytesIO(template)) as before, ZipFile(io.BytesIO(paper)) as after:
        found = set(_dangling(after)) - set(_dangling(before))
        names = after.namelist()
        types = etree.fromstring(after.read("[Content_Types].xml"))
    typed = {each.get("PartName", "").lstrip("/") for each in types} - {""}
    return [
        *sorted(found),
        *(f"{name} is typed and absent" for name in sorted(typed - set(names))),
        *(f"{name} is twice in the archive" for name, n in Counter(names).items() if n > 1),
        *(f"{name} is left of the macros" for name in names if "vba" in name.lower()),
    ]


def _dangling(archive: ZipFile) -> Iterator[str]:
    """Relationships to parts that are not there, and ids that no relationship has."""
    names = set(archive.namelist())
    for part in ["", *(name for name in names if not name.endswith(".rels"))]:
        for kind, target in arrows(archive, part):
            if target not in names:
                yield f"{part} leads to {target} as {kind.rpartition('/')[2]}"
        if part.endswith(".xml") and part != "[Content_Types].xml":
            folder, name = posixpath.split(part)
            source = posixpath.join(folder, "_rels", f"{name}.rels")
            rels = archive.read(source) if source in names else b"<x/>"
            known = {arrow.get("Id") for arrow in etree.fromstring(rels).iter(ARROW)}
            text = archive.read(part).decode()
            for rid in set(re.findall(r'\br:(?:id|embed|link)="([^"]*)"', text)) - known:
                yield f"{part} names the relationship {rid}"


def _lost_parts(paper: bytes, template: bytes) -> list[str]:
    """Parts that are gone or changed though not only sample text or macros need them."""
    found: list[str] = []
    with ZipFile(io.BytesIO(template)) as before, ZipFile(io.BytesIO(paper)) as after:
        left = set(after.namelist())
        for part, kinds in sorted(_staying(before).items()):
            if part not in left:
                found.append(f"the template's {part} is lost")
                continue
            mended = any(MENDED.search(kind) for kind in kinds)
            if not mended and before.read(part) != after.read(part):
                found.append(f"the template's {part} is changed")
    return found


def _staying(archive: ZipFile) -> dict[str, set[str]]:
    main = next(target for kind, target in arrows(archive, "") if MAIN.search(kind))
    kept: dict[str, set[str]] = {}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        for kind, target in arrows(archive, part):
            shed = SHED.search(kind) and part in ("", main)
            if target in archive.namelist() and not shed:
                if target not in kept:
                    waiting.append(target)
                kept.setdefault(target, set()).add(kind)
    return kept


# -- the text -----------------------------------------------------------------------------------


def document(data: bytes) -> Any:
    """The file as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def body(data: bytes) -> Any:
    return document(data).element.body


def level(paragraph: Any, styles: dict[str, Any]) -> int:
    """A paragraph's level in the contents from 1, by its style and those it is based on."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val") if style is not None else ""
    for _ in range(20):
        if name not in styles:
            return 0
        found = styles[name].find(f"{W}pPr/{W}outlineLvl")
        shown = styles[name].find(f"{W}name").get(f"{W}val").lower()
        if found is not None:
            return int(found.get(f"{W}val")) % 9 + 1 if found.get(f"{W}val") != "9" else 0
        if built_in := re.fullmatch(r"(?:heading|标题|überschrift) ?(\d)", shown):
            return int(built_in[1])
        if name in ("Heading1", "Heading2"):
            return int(name[-1])
        parent = styles[name].find(f"{W}basedOn")
        name = parent.get(f"{W}val") if parent is not None else ""
    return 0


def headings(data: bytes) -> list[tuple[int, str]]:
    """All headings of the text, with their levels."""
    opened = document(data)
    styles = {each.get(f"{W}styleId"): each for each in opened.styles.element.iter(f"{W}style")}
    found = []
    for paragraph in opened.element.body.iter(f"{W}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        if at := level(paragraph, styles):
            found.append((at, text))
    return found


def _headings(paper: bytes) -> list[str]:
    found = headings(paper)
    wanted = [each for each in found if each in HEADINGS]
    return [] if wanted == HEADINGS else [f"headings are {found}"]


def texts(data: bytes) -> str:
    """All text of the body, its boxes and tables too."""
    return " ".join(
        "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        for paragraph in body(data).iter(f"{W}p")
    )


def _words(paper: bytes) -> list[str]:
    shown = re.sub(r"\s+", " ", texts(paper))
    return [f"{words!r} is not said" for words in SAID if words not in shown]


def framed(data: bytes) -> str:
    """All text of headers and footers."""
    with ZipFile(io.BytesIO(data)) as archive:
        parts = [
            name for name in archive.namelist() if re.search(r"(header|footer)\d*\.xml$", name)
        ]
        return " ".join(
            text.text or ""
            for part in parts
            for text in etree.fromstring(archive.read(part)).iter(f"{W}t")
        )
