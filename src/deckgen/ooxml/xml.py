"""XML made of strings, and XML of others read without trusting it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from deckgen.ooxml.archive import PackageRefused

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# An element in memory takes a hundred times the room of its four characters.
MOST_MARKS = 1_000_000

# What XML 1.0 does not allow (clause 2.2), and the carriage return, which parsers turn into \n.
_FORBIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_STRIP = re.compile(f"[{_FORBIDDEN}]")
_TEXT = re.compile(f"[&<>{_FORBIDDEN}]")
_ATTRIBUTE = re.compile(f'[&<>"\t\n{_FORBIDDEN}]')
_REFERENCES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
}


def text(value: str) -> str:
    """The value as element content; characters that XML 1.0 forbids are left out."""
    return _TEXT.sub(_reference, value) if _TEXT.search(value) else value


@lru_cache(maxsize=2048)  # names, languages and colours come again and again
def attribute(value: str) -> str:
    """The value for an attribute in double quotes; tabs and line ends are kept as references."""
    return _ATTRIBUTE.sub(_reference, value) if _ATTRIBUTE.search(value) else value


def clean(value: str) -> str:
    """The value without the characters that XML 1.0 forbids or discourages."""
    return _STRIP.sub("", value)


def document(body: str) -> bytes:
    """A part's bytes: the XML declaration, then the body in UTF-8."""
    return (DECLARATION + body).encode()


def parse(data: bytes, part: str, most: int = MOST_MARKS) -> Any:
    """The root element of a part that others wrote (an lxml element).

    Raises PackageRefused for XML that has more than `most` tags and attributes, is not well
    formed, has a document type, or is in an encoding other than UTF-8 and UTF-16 (ECMA-376 part 2,
    9.1.1.1). Fetches and expands nothing.
    """
    from lxml import etree

    if data.count(b"<") + data.count(b"=") > most:
        raise _refused(part, f"has more than {most:,} elements and attributes")
    refuse_document_type(data, part)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(part, f"is not well formed ({error})") from error
    about = root.getroottree().docinfo
    if about.internalDTD is not None or about.doctype:
        raise _refused(part, "has a document type declaration")
    if (about.encoding or "UTF-8").upper() not in ("UTF-8", "UTF8", "UTF-16", "ASCII", "US-ASCII"):
        raise _refused(part, f"is encoded as {about.encoding}")
    return root


def refuse_document_type(data: bytes, part: str) -> None:
    """Raise PackageRefused for a part with a document type declaration, in UTF-8 or UTF-16."""
    if b"<!DOCTYPE" in data or b"<!DOCTYPE" in data[:4096].replace(b"\0", b""):
        raise _refused(part, "has a document type declaration")


def serialise(root: Any) -> bytes:
    """An lxml element as a part's bytes."""
    from lxml import etree

    body: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return DECLARATION.encode() + body


def _reference(match: re.Match[str]) -> str:
    return _REFERENCES.get(match[0], "")


def _refused(part: str, what: str) -> PackageRefused:
    return PackageRefused(f"the part {part!r} {what}", "Open the file in Office and save it again.")
