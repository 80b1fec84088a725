"""Papers made from a few lines of Markdown, and ways to look into them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any

import docx
from lxml import etree

from deckgen.model.blocks import Block
from deckgen.model.deck import Properties
from deckgen.model.document import Document
from deckgen.packs.make import make_word
from deckgen.packs.tokens import Tokens
from deckgen.writers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LABELS = {"table": "Table", "figure": "Figure", "page": "Page", "of": "of"}
EPOCH = 1_700_000_000


@cache
def template() -> bytes:
    """The default pack's Word template."""
    return make_word(Tokens())


def document(markdown: str, blocks: Mapping[str, Block] | None = None, **how: Any) -> Document:
    properties = how.get("properties", Properties("A paper", language=how.get("language", "en")))
    return Document("briefing", markdown, properties, blocks or {}, LABELS, how.get("tags", {}))


def paper(markdown: str, blocks: Mapping[str, Block] | None = None, **how: Any) -> bytes:
    return write(document(markdown, blocks, **how), how.get("base") or template(), EPOCH)


def part(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def parts(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def opened(data: bytes) -> Any:
    """The file as python-docx opens it."""
    return docx.Document(io.BytesIO(data))


def said(data: bytes) -> list[tuple[str, str]]:
    """Each paragraph's style and words."""
    return [(p.style.name, p.text) for p in opened(data).paragraphs]


def codes(data: bytes) -> list[str]:
    """The instructions of all fields."""
    return [e.text.strip() for e in part(data).iter(f"{W}instrText")]
