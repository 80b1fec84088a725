"""Identifiers that stay the same from build to build, because they are made from names."""

from __future__ import annotations

from hashlib import sha1

_NAMESPACE = bytes.fromhex("8d1c0b7e52f64c0f9a3be1d7c4a06f25")

_VARIANTS = {digit: "89AB"[int(digit, 16) & 3] for digit in "0123456789ABCDEF"}


def guid(*names: str) -> str:
    """A GUID in braces and upper case, made from names as version 5 (RFC 9562, 5.5)."""
    text = sha1(_NAMESPACE + "\0".join(names).encode("utf-8", "replace")).hexdigest().upper()
    variant = _VARIANTS[text[16]]
    return f"{{{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}}}"


def shape_guid(slide: str, node: str) -> str:
    """The a16:creationId of the shape made from an outline node, which PowerPoint keeps."""
    return guid("shape", slide, node)


def slide_number(slide: str) -> int:
    """The p14:creationId of a slide: 32 bits, never zero."""
    return int.from_bytes(sha1(_NAMESPACE + slide.encode("utf-8", "replace")).digest()[:4]) or 1
