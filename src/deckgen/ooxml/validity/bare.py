"""A part without its texts and the values of its attributes: slides of a kind are alike in it."""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.ooxml.validity.sequences import NAMESPACES

_TEXT = re.compile(rb">[^<]+<")
_DECLARED = re.compile(rb' xmlns:([^=]*)="([^"]*)"')
_NO_REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_CHARACTER = re.compile(rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bceBCEfF]|1[0-9a-fA-F]));")
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}


def bare(content: bytes) -> bytes | None:
    """The tags of a part, each value made empty.

    None where that would hide something: characters or references that XML does not allow, and
    prefixes that mean another namespace than they do elsewhere.
    """
    # A single byte is found many times as fast as several.
    if forbidden(content) or (b"]" in content and b"]]>" in content):
        return None
    if b"&" in content and _NO_REFERENCE.search(content):
        return None
    if not _usual(frozenset(_DECLARED.findall(content))):
        return None
    tags = b'""'.join(_TEXT.sub(b"><", content).split(b'"')[::2])
    # A tag that stood within quotation marks is none.
    return tags if tags.count(b"<") == content.count(b"<") else None


def forbidden(content: bytes) -> bool:
    """Whether UTF-8 holds what XML 1.0 does not allow, as such or as a reference (clause 2.2)."""
    if len(content.translate(None, _CONTROLS)) != len(content):
        return True
    if b"&" in content and b"&#" in content and _CHARACTER.search(content):
        return True
    if content.isascii():
        return False
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return True
    return "\ufffe" in text or "\uffff" in text


@lru_cache(maxsize=256)
def _usual(declared: frozenset[tuple[bytes, bytes]]) -> bool:
    """Whether prefixes mean what they mean elsewhere: the order of elements is known by them."""
    pairs = [(prefix.decode("latin-1"), uri.decode("latin-1")) for prefix, uri in declared]
    return all(
        _PREFIXES.get(uri, prefix) == prefix and NAMESPACES.get(prefix, uri) == uri
        for prefix, uri in pairs
    )
