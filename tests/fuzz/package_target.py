"""Any bytes as a template: refused with a sentence, or good for a deck and a briefing."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path

from tests.fuzz.outline_target import NoFiles
from tests.unit.packs.conftest import BODY, MASTER, TITLE, Ph, Sheet, make_template

from deckgen.diagnostics import Diagnostics
from deckgen.model.outline import Outline
from deckgen.model.pack import DeckTemplate, DiagramStyle, Pack
from deckgen.ooxml import names
from deckgen.ooxml.package import CONTENT_TYPES_PART, Draft, Package, Relationship
from deckgen.packs import load_pack
from deckgen.packs.make.theme import theme_part
from deckgen.packs.template import read_template
from deckgen.packs.tokens import Tokens
from deckgen.pipeline import FORMATS, INTERNAL_ERROR, build
from deckgen.readers import read_outline

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
TALK = b"""\
talk: {title: T, footer: F}
slides:
  - title-slide
  - part: P
  - bullets: B
    items: [one, {two: [three]}]
    notes: N
  - table: R
    columns: [a, b]
    rows: [[1, 2]]
"""
RAW, SHAKEN = 0.1, 0.7  # up to which share an archive's own bytes, or its elements, are changed
ODD = (
    "", "0", "-1", "1", "99999999999999999999", "-2147483649", "NaN", "1e999", "1.5", "100%", "x",
    "title", "body", "rId1", "rId2", "../../etc/passwd", "phClr", "dk1", "FFFFFF", "true", "\u202e",
)  # fmt: skip
THEME = "ppt/theme/theme1.xml"
Mutate = Callable[[bytes, int], bytes]


def check(data: bytes) -> None:
    """Raise when a build with this template, of a deck or of a document, breaks a promise."""
    found = Diagnostics()
    template = read_template(data, "template.pptx", {}, found)
    assert (template is None) == found.failed
    if template is not None:
        _check_build(_pack(template, _default().word), "deck")
    elif b"word/" in data:
        _check_build(_pack(_default().deck, data), "briefing")


def seeds() -> Iterator[bytes]:
    """Small templates, and the Word template of the default pack."""
    heads = (Ph("body", 1, (7, 22, 42, 9)), Ph("obj", 2, (7, 33, 42, 57)))
    usual = Sheet("Title and content", (TITLE, BODY), "obj")
    for layouts in ([usual], [Sheet("Titel", (TITLE, *heads)), Sheet("Leer")], []):
        yield _with_theme(make_template([(MASTER, layouts)], (9_144_000, 6_858_000)))
    yield _default().word


def words() -> Iterator[str]:
    """Elements and attributes that templates consist of."""
    yield from (
        "<p:ph ",
        "type=",
        "idx=",
        "<a:off ",
        "<a:ext ",
        "<p:sldSz ",
        "<a:lvl1pPr ",
        "sz=",
        "marL=",
    )
    yield from (
        "<a:buChar ",
        "<p:bgRef ",
        "<a:srgbClr ",
        "<a:schemeClr ",
        "val=",
        "<!DOCTYPE a>",
        "&#0;",
    )
    yield from (
        "TargetMode=",
        "External",
        "Target=",
        "../../",
        "rId1",
        "<w:sectPr/>",
        "<w:pgSz ",
        "w:styleId=",
    )
    yield from ("-2147483649", "99999999999999999999", "NaN", "1e999", "%", "\\xff\\xfe")


def mutate(data: bytes, largest: int, seed: int, inner: Mutate) -> bytes:
    """The archive with an element or some bytes of one member changed, or its own bytes."""
    chance = random.Random(seed)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except Exception:  # whatever an archive that was changed before makes zipfile raise
        members = {}
    way = chance.random()
    if not members or way < RAW:
        return inner(data, largest)
    name = chance.choice(sorted(members))
    content = members[name]
    if way < SHAKEN:
        members[name] = _shaken(content, chance)
    else:
        members[name] = inner(content, len(content) + 256)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, changed in members.items():
            archive.writestr(zipfile.ZipInfo(each), changed)
    return target.getvalue()[:largest]


def _shaken(content: bytes, chance: random.Random) -> bytes:
    """The XML with one element gone, doubled, emptied, renamed, moved, or with odd attributes."""
    from lxml import etree

    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return content
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    element = chance.choice(elements)
    parent = element.getparent()
    match chance.randrange(7):
        case 0 if parent is not None:
            parent.remove(element)
        case 1 if parent is not None:
            element.addnext(deepcopy(element))
        case 2:
            del element[:]
        case 3:
            element.tag = chance.choice(elements).tag
        case 4:
            chance.choice(elements).append(deepcopy(element))
        case 5 if element.attrib:
            del element.attrib[chance.choice(sorted(element.attrib))]
        case _:
            known = sorted({name for each in elements for name in each.attrib}) or ["val"]
            own = sorted(element.attrib) or known
            element.set(chance.choice(own if chance.random() < 0.7 else known), chance.choice(ODD))
    return bytes(etree.tostring(root))


def _with_theme(data: bytes) -> bytes:
    """The template with a theme below its master."""
    package = Package.open(data)
    kept = [part for part in package.members if not part.endswith((".rels", CONTENT_TYPES_PART))]
    draft = Draft.keeping(package, kept)
    draft.put_relationships("", package.relationships())
    draft.put(THEME, theme_part(Tokens(), "any"), names.TYPE_THEME)
    master = package.related(package.main_part(), names.REL_MASTER)[0]
    arrow = Relationship("rId99", names.REL_THEME, THEME)
    draft.put_relationships(master, [*package.relationships(master), arrow])
    return draft.seal()


def _check_build(pack: Pack, name: str) -> None:
    _, found = build(_outline(), pack, [FORMATS[name]], 0)
    faults = [one.message for one in found if one.code == INTERNAL_ERROR]
    assert not faults, "\n".join(faults)


@cache
def _default() -> Pack:
    pack, _ = load_pack("default", [TEMPLATES])
    assert pack is not None
    return pack


@cache
def _outline() -> Outline:
    outline, found = read_outline(TALK, "o.yaml", NoFiles())
    assert outline is not None, found
    return outline


def _pack(deck: DeckTemplate, word: bytes) -> Pack:
    base = _default()
    return Pack(
        "any", deck, word, base.documents, base.document_files, DiagramStyle(), base.options
    )
