"""Faults that any Office file can have: types, relationships, characters, the form of its XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.ooxml import names
from deckgen.ooxml.package import CONTENT_TYPES_PART, Package, Relationship
from deckgen.ooxml.relationships import relationships_part
from deckgen.ooxml.validity.bare import forbidden
from deckgen.ooxml.validity.order import form_faults

# What a relationship has to lead to; Office asks the target's type, not its name.
_TYPES = {
    names.REL_SLIDE: names.TYPE_SLIDE,
    names.REL_NOTES_SLIDE: names.TYPE_NOTES_SLIDE,
    names.REL_NOTES_MASTER: names.TYPE_NOTES_MASTER,
    names.REL_THEME: names.TYPE_THEME,
    names.REL_CHART: names.TYPE_CHART,
    names.REL_IMAGE: "image/",
}
_PREFIXES = re.compile(rb'\b(?:mc:Ignorable|Requires)="([^"]*)"')
_USED_ID = re.compile(rb' r:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]*)"')


def package_faults(package: Package) -> Iterator[str]:
    """Faults of the package as such: parts without a type, types without a part."""
    for part in package.types.overrides:
        if part not in package.members:
            yield f"[Content_Types].xml gives a type to {part}, which is not there"
    for part in package.members:
        if part != CONTENT_TYPES_PART and not package.types.of(part):
            yield f"{part} has no content type"


def arrow_faults(package: Package, part: str) -> Iterator[str]:
    """Faults of a part that holds relationships."""
    source = source_part(part)
    if source and source not in package.members:
        yield f"{part} belongs to no part"
    seen: set[str] = set()
    for arrow in package.relationships(source):
        if arrow.id in seen:
            yield f"{part} has two relationships called {arrow.id}"
        seen.add(arrow.id)
        if not arrow.external and arrow.target not in package.members:
            yield f"{part} leads to {arrow.target}, which is not there"
        elif not arrow.external:
            yield from _type_faults(package, arrow)


def source_part(arrows: str) -> str:
    """The part that a relationships part belongs to; "" for the package's own."""
    folder, _, name = arrows.rpartition("/")
    parent = folder.removesuffix("_rels").rstrip("/")
    source = name.removesuffix(".rels")
    return f"{parent}/{source}" if parent else source


def _type_faults(package: Package, arrow: Relationship) -> Iterator[str]:
    wanted, given = _TYPES.get(arrow.type, ""), package.types.of(arrow.target)
    if not given.startswith(wanted):
        kind = arrow.type.rpartition("/")[2]
        yield f"{arrow.target} is a {kind}, but [Content_Types].xml gives it the type {given}"


def _prefix_faults(part: str, content: bytes) -> Iterator[str]:
    if b"mc:Ignorable" not in content and b"Requires" not in content:
        return  # said at once; the expression would look at every letter
    for prefix in {each for found in _PREFIXES.findall(content) for each in found.split()}:
        if b"xmlns:%b=" % prefix not in content:
            yield f"{part} names the prefix {prefix.decode()}, which it does not declare"


def content_faults(
    part: str, content: bytes, arrows: Iterable[Relationship], *, sound: bool
) -> Iterator[str]:
    """Faults that any part of XML can have; `sound` when its form is known to have none."""
    if not sound:
        if forbidden(content):
            yield f"{part} holds a character that XML does not allow"
        else:
            yield from form_faults(part, content)
    if b"mc:" in content:
        yield from _prefix_faults(part, content)
    used = set(_USED_ID.findall(content))
    if used:
        known = {arrow.id.encode() for arrow in arrows}
        for name in sorted(used - known):
            place = relationships_part(part)
            yield f"{part} uses the relationship {name.decode()}, which {place} lacks"
